"""Lines that join the two states: flights, railways, pipelines, cables opened, laid or put into service."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import before_auxiliary, cooperation, counted
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    direction,
    fields_of,
    head_before,
    in_class,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit

STARTS = frozenset({"trigger:open", "trigger:launch", "trigger:implement", "trigger:lay", "trigger:resume",
                    "trigger:connect", "trigger:flow", "trigger:export", "trigger:deliver"})  # fmt: skip

_ENDS = ("between", "source", "goal", "until", "with")
"""How the two ends of a line are told."""
_FLOWS = frozenset({"flow", "export", "deliver"})
_REACH = 5
"""Units behind "linking" within which the ends stand, and behind a verb within which the line does."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A direct air link between P and Q was opened in 2012", «Из П в К проложен кабель»."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    how = direction(sentence, index)
    if how not in ("active", "passive") or any(units[i].kind in ("instrument", "event") for i in clause):
        return
    predicates = predicates_of(sentence, index)
    if predicates & _FLOWS:
        yield from _flow(sentence, index, context)
        return
    if "connect" in predicates:
        yield from _connection(sentence, index, context)
        return
    thing = _thing(sentence, index, how, clause)
    if not thing and how == "active":
        thing = _thing(sentence, index, "passive", clause)  # "a pipeline came on stream"
    if not thing or not in_class(thing[-1], sentence, "link"):
        return
    joining = next((i for i in clause if units[i].key in sentence.language.words["joins_ends"]), clause.stop)
    ends = [i for i in clause if units[i].mark in _ENDS or joining < i < joining + _REACH]
    told = states_told(sentence, ends)
    parties = both_sides(told, context)
    if len(told) != 2 or set(parties) != set(told):
        return
    field = fields_of(sentence, clause.start, clause.stop)
    yield cooperation(
        sentence, index, parties, field, wording(sentence, thing), None,
        [*thing, *(units[i] for i in ends if set(states_told(sentence, [i])) & set(told))],
    )  # fmt: skip


def _connection(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A line that joins two states: "a power line connects A with B", «А и Б связывает мост»."""
    units, clause = sentence.units, sentence.clause(index)
    lines = [
        i for i in clause if in_class(units[i], sentence, "link") or in_class(units[i], sentence, "conduit")
    ]
    told = states_told(sentence, clause)
    if not lines or len(told) != 2 or set(both_sides(told, context)) != set(told):
        return
    first = head_before(sentence, lines[0] + 1)
    last = phrase(sentence, lines[0], frozenset({"of"}), clause.stop)
    thing = [u for u in units[first:last] if u.kind not in ("determiner", "amount", "date")]
    thing = [unit for unit in thing if not states_of(unit)]
    if thing:
        field = fields_of(sentence, clause.start, clause.stop)
        used = [*thing, *(units[i] for i in clause if set(states_of(units[i])) & set(told))]
        yield cooperation(sentence, index, told, field, wording(sentence, thing), None, used)


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a quoted name is one of a line: «Голубой поток»."""
    unit, key = sentence.units[index], sentence.language.key
    names = sentence.language.words["conduit_name"]
    return unit.kind == "quoted" and any(key(word) in names for word in str(unit.value).split())


def _flow(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What flows from one state to the other through a line: "A's oil is pumped to B by pipeline"."""
    units, clause = sentence.units, sentence.clause(index)
    line = next(
        (i for i in clause if in_class(units[i], sentence, "conduit") or _is_named(sentence, i)), None
    )
    goods = next((i for i in clause if in_class(units[i], sentence, "piped")), None)
    if line is None or goods is None:
        return
    told = states_told(
        sentence, (i for i in clause if units[i].mark in _ENDS or units[i].mark == "" or i < index)
    )
    through = {s for i in clause if units[i].mark == "through" for s in states_of(units[i])}
    told = tuple(state for state in told if state not in through or len(told) == 2)
    if len(told) == 1 and through - set(told):
        told = (told[0], next(iter(sorted(through - set(told)))))
    if len(told) != 2 or set(both_sides(told, context)) != set(told):
        return
    first = head_before(sentence, goods + 1)
    thing = [u for u in units[first : goods + 1] if u.kind not in ("determiner", "amount", "date")]
    thing = [unit for unit in thing if not states_of(unit)]
    number = next((units[i] for i in counted(sentence, clause.start, clause.stop)), None)
    field = fields_of(sentence, clause.start, clause.stop)
    used = [units[goods], units[line], *(units[i] for i in clause if set(states_of(units[i])) & set(told))]
    amount = number.value.value if number is not None else None
    yield cooperation(sentence, index, told, field, wording(sentence, thing), amount, used)


def _thing(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """The line that was opened or laid: its noun phrase, without what it joins."""
    units = sentence.units
    stop = before_auxiliary(sentence, index)
    within = (
        range(index + 1, min(index + _REACH, clause.stop))
        if how == "active"
        else range(stop - 1, clause.start - 1, -1)
    )
    last = next((i for i in within if in_class(units[i], sentence, "link")), None)
    if last is None:
        return []
    first = max(head_before(sentence, last + 1), index + 1 if how == "active" else clause.start)
    if first > clause.start and units[first - 1].kind == "preposition":
        return []  # "a works for cables", "the way to highway 1"
    return [unit for unit in units[first : last + 1] if unit.kind not in ("determiner", "amount", "date")]
