"""What a history of diplomatic relations implies: its chapter on relations begins with the first envoy.

Such a chapter often tells only that an envoy presented credentials. That relations and a mission exist from then on is
plainly implied, so a claim is made where the chapter itself makes none, with low confidence.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.draft import Draft
from comity.reading.language import Language

_LOW = 0.4
_FOUNDED = frozenset({"opened", "upgraded", "reopened"})
_CONSULAR = frozenset({"consulate-general", "consulate", "honorary-consulate"})
"""Posts that no head of mission leads: there may be one beside an embassy."""


def implied(
    drafts: list[tuple[Draft, bool]], dyad: tuple[str, str] | None, language: Language
) -> Iterator[Draft]:
    """The claims that a document's drafts imply: they come in order, each with whether it stands in such a chapter."""
    if dyad is None:
        return
    establishment = _establishment(drafts, dyad)
    if establishment is not None:
        yield establishment
    yield from _missions(drafts, dyad, language)


def _establishment(drafts: list[tuple[Draft, bool]], dyad: tuple[str, str]) -> Draft | None:
    """Relations from the first post or envoy, where the document does not tell their establishment."""
    if any(
        d.kind == "relations" and d.slots.get("act") == "established" and "date" in d.slots for d, _ in drafts
    ):
        return None
    for draft, headed in drafts:
        slots = draft.slots
        date = slots.get("credentials") or (
            slots.get("date") if draft.kind == "mission" and slots["act"] in ("opened", "upgraded") else None
        )
        states = {slots.get("sending") or slots.get("of"), slots.get("receiving") or slots.get("to")}
        if headed and draft.kind in ("mission", "tenure") and date is not None and states == set(dyad):
            why = "relations: first post or envoy in a chapter on relations"
            return Draft(
                "relations",
                {"parties": dyad, "act": "established", "date": date},
                draft.evidence,
                [why],
                _LOW,
            )
    return None


def _missions(drafts: list[tuple[Draft, bool]], dyad: tuple[str, str], language: Language) -> Iterator[Draft]:
    """A legation or embassy from the first head of its rank, where the document does not tell how it began."""
    known = {
        (d.slots["sending"], d.slots["receiving"], d.slots.get("type"))
        for d, _ in drafts
        if d.kind == "mission" and d.slots["act"] in _FOUNDED
    }
    for draft, headed in drafts:
        slots = draft.slots
        if not headed or draft.kind != "tenure" or {slots["of"], slots["to"]} != set(dyad):
            continue
        date = slots.get("credentials") or slots.get("appointed")
        rank = _rank(slots["person"].office, language)
        post = (slots["of"], slots["to"], rank)
        if date is None or rank is None or post in known:
            continue
        act = (
            "upgraded" if any(one[:2] == post[:2] and one[2] not in _CONSULAR for one in known) else "opened"
        )
        known.add(post)
        said = {"sending": slots["of"], "receiving": slots["to"], "type": rank, "act": act, "date": date}
        yield Draft(
            "mission",
            said,
            draft.evidence,
            ["mission: first head of this rank in a chapter on relations"],
            _LOW,
        )


def _rank(office: str | None, language: Language) -> str | None:
    """The type of mission that a head of mission of this title leads."""
    words = {language.key(word) for word in (office or "").split()}
    if words & language.words["heads_embassy"]:
        return "embassy"
    return "legation" if words & language.words["heads_legation"] else None
