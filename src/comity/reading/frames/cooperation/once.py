"""What was given is told once: its short name and its whole one in one sentence are of one gift."""

from __future__ import annotations

from comity.reading.frames.draft import Draft


def told_once(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those that name a gift by the first words of what another says of it: "a $6 million donation" and
    "a $6 million donation for the development of B"."""
    whole = [
        draft for draft in drafts if draft.kind == "cooperation" and draft.slots.get("quantity") is not None
    ]
    return [
        draft
        for draft in drafts
        if draft.kind != "cooperation"
        or not any(other is not draft and _is_part(draft, other) for other in whole)
    ]


def _is_part(draft: Draft, other: Draft) -> bool:
    alike = all(draft.slots.get(slot) == other.slots.get(slot) for slot in ("quantity", "currency"))
    alike = alike and set(draft.slots["parties"]) == set(other.slots["parties"])
    same_words = draft.evidence[0][0] < other.evidence[0][1] and other.evidence[0][0] < draft.evidence[0][1]
    what = draft.slots.get("what")
    return bool(alike and same_words and what and str(other.slots.get("what")).startswith(f"{what} "))
