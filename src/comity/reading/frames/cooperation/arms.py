"""Arms that one state sold to the other: military cooperation, told of states, not of companies."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    cooperation,
    counted,
    first_of,
    in_play,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.things import without_measure
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, in_class, phrase, states_of, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:sell", "trigger:buy"})

_INSIDE = frozenset({"of"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A sold missiles to B", "A bought six jets from B", "A bought tanks of B"."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_verb(sentence, index) or not is_fact(sentence, index) or direction(sentence, index) != "active":
        return
    subject = next(
        (s for i in range(index - 1, clause.start - 1, -1) if not units[i].mark for s in states_of(units[i])),
        None,
    )
    if subject is None or any(in_class(units[i], sentence, "company") for i in range(clause.start, index)):
        return
    first = _past_partner(sentence, index + 1, clause.stop)
    thing = units[first : phrase(sentence, first, _INSIDE, clause.stop)]
    if not any(in_class(unit, sentence, "weaponry") for unit in thing):
        return
    other = next(
        (
            s
            for unit in units[index + 1 : clause.stop]
            if unit.mark in ("goal", "source", "owner") or unit is units[index + 1] or unit in thing
            for s in states_of(unit)
            if s != subject
        ),
        None,
    )
    parties = in_play(sentence, clause, context)
    if other is None or set(parties) != {subject, other}:
        return
    number = next((units[i].value.value for i in counted(sentence, first, first + len(thing))), None)
    what = without_measure(sentence, trimmed(sentence, uncounted(thing)))
    field = first_of(sentence, "weaponry")
    yield cooperation(sentence, index, parties, field, wording(sentence, what), number, thing)


def _past_partner(sentence: Sentence, first: int, stop: int) -> int:
    """The index of what was sold or bought, behind the one it went to or came from: "sold B six jets", «закупила у Б
    партию»."""
    units = sentence.units
    if sentence.language.cases and first + 2 < stop and units[first].kind == "preposition":
        side = first + 1
        if units[first].value in ("owner", "source", "goal") and units[side].kind == "state":
            return side + 1
    named = first < stop and units[first].kind == "state" and units[first].value[1] == "name"
    return first + 1 if named else first
