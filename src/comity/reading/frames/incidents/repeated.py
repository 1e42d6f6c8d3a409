"""Acts told again: in a headline and its item, as sanctions that last, on a later date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.model.claim import Span
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents.standing import WHY
from comity.reading.sentence import Sentence


def told_once(drafts: list[Draft], headlines: Sequence[Span]) -> list[Draft]:
    """Drafts without the acts of headlines that the item below tells again."""
    below = {_sides(draft) for draft in drafts if not _stands_in(draft, headlines)}
    return [draft for draft in drafts if not (_stands_in(draft, headlines) and _sides(draft) in below)]


def imposed_once(drafts: list[Draft]) -> list[Draft]:
    """Drafts without sanctions told only as being there that were told before."""
    known: set[tuple[str, str]] = set()
    kept: list[Draft] = []
    for draft in drafts:
        sides = (str(draft.slots.get("by")), str(draft.slots.get("against")))
        if draft.kind == "incident" and draft.why and draft.why[0].startswith(WHY):
            if sides in known:
                continue
            known.add(sides)
        elif draft.kind == "incident" and any("sanction" in why for why in draft.why):
            known.add(sides)
        kept.append(draft)
    return kept


def _sides(draft: Draft) -> tuple[str, str, str] | None:
    """Who did what sort of act to whom."""
    slots = draft.slots
    if draft.kind != "incident":
        return None
    return str(slots["act"]).split(" ")[0], str(slots.get("by")), str(slots["against"])


def _stands_in(draft: Draft, headlines: Sequence[Span]) -> bool:
    start, _ = draft.evidence[0]
    return draft.kind == "incident" and any(first <= start < last for first, last in headlines)


def again(sentence: Sentence, draft: Draft) -> Iterator[Draft]:
    """The same act on a later date: "in 2006 and again in 2015"."""
    units, words = sentence.units, sentence.language.words["again"]
    for i, unit in enumerate(units[:-4]):
        repeated = unit.kind == "date" and unit.value.date == draft.slots.get("date")
        if repeated and units[i + 1].kind == "and" and units[i + 2].key in words:
            later = next((one for one in units[i + 3 : i + 5] if one.kind == "date"), None)
            if later is not None:
                start, end = draft.evidence[0]
                slots = {**draft.slots, "date": later.value.date}
                yield Draft(
                    "incident", slots, [(start, max(end, later.end))], list(draft.why), draft.confidence
                )
            return
