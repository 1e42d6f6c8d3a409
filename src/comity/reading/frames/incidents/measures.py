"""Sanctions and bans whose doer the noun's own phrase tells: "an A ban on fish of B followed", "a ban by A on …", «в А
действует запрет на ввоз рыбы из Б»; and those that somebody came under: "came under A sanctions".
"""

from __future__ import annotations

from collections.abc import Sequence

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, agents, opposed
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import head_before, in_class, phrase, states_of, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_NEAR = 6
"""Units between a noun and the verb that says that it holds."""
_ON = frozenset({"on", "against", "goal", "for"})
_HEAD = frozenset({"determiner", "date", "preposition", "word", "state", "amount", "punct", "poss"})
_FAR = 8
"""Units between those who came under something and what it was."""


def measure(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The draft of a measure told by a noun with no verb of imposing it."""
    return (
        _of_its_doer(sentence, index, context)
        or _in_force(sentence, index, context)
        or _undergone(sentence, index, context)
        or _struck(sentence, index, context)
    )


def _of_its_doer(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """ "In 2005 a ban by A on fish of B led to …", "an A ban on imports from B followed": as a subject."""
    units, clause = sentence.units, sentence.clause(index)
    if sentence.language.cases or not _opens(sentence, index, clause):
        return None
    first = head_before(sentence, index)
    by = next((s for u in reversed(units[first:index]) if u.kind == "state" for s in states_of(u)), None)
    on = index + 1
    if by is None and on + 1 < clause.stop and units[on].value == "agent":
        by = next(iter(states_of(units[on + 1])), None)
        on = phrase(sentence, on + 1, frozenset({"of"}), clause.stop)
    if by is None or on + 1 >= clause.stop or units[on].value not in _ON:
        return None
    stop = phrase(sentence, on + 1, frozenset({"of", "source"}), clause.stop)
    thing = units[on + 1 : stop]
    against = next((state for state in opposed.states_in(thing) if state != by), None)
    verb = next((i for i in range(stop, clause.stop) if units[i].kind not in ("be", "have", "word")), stop)
    near = units[stop : min(verb + 1, clause.stop)]
    if any(in_class(unit, sentence, "lifts") for unit in near):
        return None
    date = date_unit(sentence, index)
    begins = any(in_class(unit, sentence, "sets_in") for unit in near)
    if date is None or (not begins and date.start > units[index].start):
        return None  # the date is that of what came of it
    told = wording(sentence, [u for u in units[first : index + 1] if u.kind not in ("state", "poss", "date")])
    if len(thing) > 1 and thing[-1].kind == "word" and thing[-1].text.endswith("ed"):
        thing = thing[:-1]  # "a ban by A on (biscuits of B) led to …"
    goods = wording(sentence, [unit for unit in thing if unit.kind != "poss"])
    return draft_of(sentence, index, f"{told} on {goods}", by, against, thing, context)


def _opens(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a noun's phrase is the subject of its clause: no verb stands before it."""
    before = sentence.units[clause.start : index]
    return all(unit.kind in _HEAD for unit in before)


def _in_force(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """«В А действует запрет на ввоз рыбы из Б»: where it holds, its authorities imposed it."""
    units, clause = sentence.units, sentence.clause(index)
    if not sentence.language.cases:
        return None
    near = range(max(clause.start, index - _NEAR), min(index + 2, clause.stop))
    verb = next((i for i in near if in_class(units[i], sentence, "sets_in")), None)
    if verb is None or any(unit.kind in ("punct", "and") for unit in units[min(verb, index) : index]):
        return None
    holds = range(clause.start, min(max(verb, index) + 3, clause.stop))
    by = next((s for i in holds if units[i].mark == "place" for s in states_of(units[i])), None)
    whose = units[index + 2 : index + 3] if index + 1 < clause.stop and units[index + 1].value == "of" else []
    by = by or next((s for unit in whose if unit.kind == "state" for s in states_of(unit)), None)
    on = next((i for i in range(index + 1, min(index + _NEAR, clause.stop)) if units[i].value in _ON), None)
    if by is None or on is None:
        return None
    stop = phrase(sentence, on + 1, frozenset({"of", "source"}), clause.stop)
    thing = units[on:stop]
    against = next((state for state in opposed.states_in(thing) if state != by), None)
    own = next(
        (i for i, u in enumerate(thing) if u.value in ("of", "source") and _names(thing[i + 1 :], by)), 0
    )
    goods = thing[:own] if own else thing
    at = next((i for i, u in enumerate(goods) if u.value == "source" and states_of(goods[i + 1])), len(goods))
    told = wording(sentence, [units[index], *goods[:at]])
    return draft_of(sentence, index, told, by, against, thing, context)


def _names(units: Sequence[Unit], state: str) -> bool:
    return bool(units) and state in states_of(units[0])


def _undergone(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """ "Three B banks came under A sanctions", «под санкции А попали 12 компаний Б»."""
    units, clause = sentence.units, sentence.clause(index)
    first = next(
        (i for i in range(index - 1, max(clause.start, index - _NEAR) - 1, -1) if units[i].value == "under"),
        None,
    )
    if first is None:
        return None
    verb = next(
        (
            i
            for i in (*range(first - 1, max(clause.start, first - 3) - 1, -1), *range(index + 1, clause.stop))
            if in_class(units[i], sentence, "comes_under")
        ),
        None,
    )
    if verb is None:
        return None
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    if verb > index:
        stop = min(stop, verb)
    inside = (*units[first + 1 : index], *units[index + 1 : stop])
    by = next((side for unit in inside for side in _side(sentence, unit)), None)
    by = by or agents.agent(sentence, index, clause)
    suffered = units[clause.start : min(first, verb)] if verb < first else units[verb + 1 : verb + 1 + _FAR]
    against = next((state for state in opposed.states_in([*suffered]) if state != by), None)
    words = [
        unit for unit in units[first + 1 : index + 1] if not _side(sentence, unit) and unit.kind == "word"
    ]
    told = " ".join(unit.text for unit in (*words, units[index]))  # «под (финансовые санкции)»: as it stands
    return draft_of(sentence, index, told, by, against, [units[verb], *suffered], context)


def _struck(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """ "A hit B with new sanctions"."""
    units, clause = sentence.units, sentence.clause(index)
    if sentence.language.cases:
        return None
    first = next(
        (i for i in range(index - 1, max(clause.start, index - _NEAR) - 1, -1) if units[i].value == "with"),
        None,
    )
    if first is None or any(is_verb(sentence, i) for i in range(first, index)):
        return None
    verb = next(
        (
            i
            for i in range(first - 1, max(clause.start, first - _NEAR) - 1, -1)
            if in_class(units[i], sentence, "strikes_with")
        ),
        None,
    )
    if verb is None or units[verb - 1].key == "to":
        return None
    struck = units[verb + 1 : first]
    passive = verb > clause.start and units[verb - 1].kind == "be"
    if passive:
        by = agents.agent(sentence, index, clause)
        struck = units[clause.start : verb]
        inside = units[first + 1 : index]
        by = by or next((side for unit in inside for side in _side(sentence, unit)), None)
    else:
        by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
    against = next((state for state in opposed.states_in(struck) if state != by), None)
    told = wording(sentence, [u for u in units[first + 1 : index + 1] if not _side(sentence, u)])
    return draft_of(sentence, index, told, by, against, [units[verb], *struck], context)


def _side(sentence: Sentence, unit: Unit) -> tuple[str, ...]:
    """The state, or organisation of states, that a unit names."""
    return () if unit.kind == "place" else (*states_of(unit), *opposed.bloc(sentence, unit))
