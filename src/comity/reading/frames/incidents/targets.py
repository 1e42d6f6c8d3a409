"""Against whom else a hostile act is: the other states of a list, and organisations of states."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import opposed
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_BETWEEN = 3
"""Units that stand between two members of a list: «…, а также стран ЕС»."""


def each(sentence: Sentence, index: int, draft: Draft) -> Iterator[Draft]:
    """The act of a draft against the others of the list that its target stands in: «запрет на ввоз рыбы из А и Б»."""
    against, by = draft.slots["against"], draft.slots.get("by")
    clause = sentence.clause(index)
    reach = (*range(index + 1, len(sentence.units)), *range(clause.start, index))
    first = next((i for i in reach if _is(sentence.units[i], against)), None)
    if first is None:
        return
    told = {against, by}
    for i in _listed(sentence, first):
        other = _name(sentence, sentence.units[i])
        if other is not None and other not in told:
            told.add(other)
            start, end = draft.evidence[0]
            unit = sentence.units[i]
            yield Draft(
                "incident",
                {**draft.slots, "against": other},
                [(min(start, unit.start), max(end, unit.end)), *draft.evidence[1:]],
                list(draft.why),
                draft.confidence,
            )


def bloc(sentence: Sentence, index: int, clause: range) -> str | None:
    """The organisation of states, or its members, that an act is marked against: «санкции против стран ЕС»."""
    units = sentence.units
    for i in range(index + 1, clause.stop):
        name = next(iter(opposed.bloc(sentence, units[i])), None)
        if name is not None and units[i].mark in _MARKS:
            before = units[i - 1]
            members = units[i - 2].kind in ("sides", "word") and before.value == "of"
            if units[i].mark != "of" or (members and units[i - 2].mark in _MARKS - {"of"}):
                return name
    return None


_MARKS = frozenset({"against", "on", "source", "with", "goal", "of"})


def _is(unit: Unit, state: object) -> bool:
    return state in states_of(unit) or (unit.kind == "organisation" and unit.value == state)


def _name(sentence: Sentence, unit: Unit) -> str | None:
    """The state or organisation of states that a member of a list is."""
    if unit.kind == "state" and unit.value[1] == "name":
        return str(unit.value[0])
    return next(iter(opposed.bloc(sentence, unit)), None)


def _listed(sentence: Sentence, first: int) -> Iterator[int]:
    """The indices of the states that a list goes on with, commas and "and" between them, up to what is none."""
    units = sentence.units
    case, at = units[first].case if units[first].kind != "actor" else "", first
    while True:
        step = at + 1
        if step >= len(units) or not (units[step].kind == "and" or units[step].text == ","):
            return
        behind = range(step + 1, min(step + 1 + _BETWEEN, len(units)))
        found = next((i for i in behind if _name(sentence, units[i]) is not None), None)
        if found is None or any(not _is_filler(units[i]) for i in range(step + 1, found)):
            return
        if case and units[found].case and units[found].case != case:
            return
        if units[step].text == "," and not _goes_on(sentence, found):
            return
        at = found
        yield at


def _is_filler(unit: Unit) -> bool:
    return unit.kind in ("preposition", "sides", "determiner") or (unit.kind == "and")


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a list has more behind a member, or ends with the clause: what a verb follows is a subject."""
    units = sentence.units
    return at + 1 >= len(units) or units[at + 1].kind in ("and", "punct")
