"""Practice between institutions of both sides, and what both do jointly."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import before_auxiliary, cooperation, field_told, first_of
from comity.reading.frames.cooperation.things import INSIDE
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    direction,
    fields_of,
    head_before,
    in_class,
    noun_of,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit


def established_practice(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Institutions of both sides that established cooperation."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    institutions = [
        i
        for i in clause
        if units[i].kind in ("organisation", "body") or (units[i].kind == "actor" and units[i].value.group)
    ]
    if not institutions:
        return
    if how == "active":
        first = index + 1
        last = phrase(sentence, first, INSIDE, clause.stop)
    else:
        first = head_before(sentence, before_auxiliary(sentence, index))
        last = index
    group = [unit for unit in units[first:last] if unit.kind not in ("be", "have")]
    head = next((i for i, unit in enumerate(group) if unit.kind == "preposition"), len(group))
    if not any(
        unit.kind != "organisation" and in_class(unit, sentence, "contact") for unit in group[:head]
    ) or any(unit.kind == "body" for unit in group):
        return
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    if len(parties) != 2 or (len(institutions) < 2 and len(told) < 2):
        return
    yield cooperation(
        sentence,
        index,
        parties,
        field_told(sentence, group, clause),
        wording(sentence, group),
        None,
        [*group, *(units[i] for i in institutions)],
    )


def dated_practice(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Cooperation between the universities of P and B dates from 2012": contacts of institutions, by since when."""
    units, clause = sentence.units, sentence.clause(index)
    subject = range(clause.start, index)
    head = next((i for i in subject if in_class(units[i], sentence, "contact")), None)
    told = states_told(sentence, subject)
    parties = both_sides(told, context) if told else ()
    if head is None or len(parties) != 2 or not any(unit.kind == "date" for unit in units[index:]):
        return
    if any(units[i].kind in ("relations", "instrument", "body") for i in subject):
        return
    if not any(_is_institution(sentence, units[i]) or _is_several(sentence, units[i]) for i in subject):
        return
    group = units[max(head_before(sentence, head), clause.start) : head + 1]
    group = [unit for unit in group if unit.kind not in ("determiner", "preposition")]
    field = fields_of(sentence, clause.start, clause.stop) or first_of(sentence, "training")
    yield cooperation(sentence, index, parties, field, wording(sentence, group), None, units[head:index])


def together(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Institutions of the two sides that work together: "the University of A has cooperated with that of B in …"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) not in ("active", "passive"):
        return
    institutions = [
        i for i in clause if (i < index or _is_with(units, i)) and _is_institution(sentence, units[i])
    ]
    parties = both_sides(states_told(sentence, clause), context)
    several = len(institutions) > 1 or any(
        f" {word} " in units[i].text for i in institutions for word in sentence.language.words["and"]
    )
    both = len(set(states_told(sentence, range(index))) & set(parties)) == 2
    if not institutions and _counterparts(sentence, range(clause.start, index)):
        several, both = True, True
        parties = parties or context.sides() or ()
    if len(parties) != 2 or not ((several and institutions and institutions[0] < index) or both):
        return
    topic = next((i for i in range(index + 1, clause.stop - 1) if _is_topic(units, i)), None)
    group: list[Unit] = []
    if topic is not None:
        group = [
            unit
            for unit in units[topic + 1 : phrase(sentence, topic + 1, INSIDE | {"against"}, clause.stop)]
            if unit.kind != "determiner"
        ]
    if not several and not any(in_class(unit, sentence, "project") for unit in group):
        return  # states that work together do so in everything; only a work of their own is told
    told = fields_of(sentence, sentence.index(group[0]), sentence.index(group[-1]) + 1) if group else None
    field = told or fields_of(sentence, clause.start, clause.stop) or first_of(sentence, "training")
    used = [*group, *(units[i] for i in institutions)]
    yield cooperation(
        sentence,
        index,
        parties,
        field,
        wording(sentence, group) or noun_of(sentence, "collaborate"),
        None,
        used,
    )


def _counterparts(sentence: Sentence, indices: range) -> bool:
    """Whether institutions of both sides are the subject: "the space agencies of the two countries"."""
    units, sides = sentence.units, sentence.language.words["coref_sides"]
    if any(
        units[i].kind == "body"
        and units[i].value.plural
        and any(word in units[i].text.lower() for word in sides)
        for i in indices
    ):
        return True
    owned = any(units[i].kind == "sides" and units[i].mark == "owner" for i in indices)
    if owned and any(_is_several(sentence, units[i]) for i in indices):
        return True  # "the two countries' museums"
    return any(
        in_class(units[i], sentence, "counterparts")
        and i + 1 < indices.stop
        and units[i + 1].value == "of"
        and any(unit.kind in ("sides", "dyad") for unit in units[i + 1 : indices.stop])
        for i in indices
    )


def _is_several(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word names institutions in the plural."""
    return (unit.kind == "body" and bool(unit.value.plural)) or in_class(unit, sentence, "counterparts")


_OTHERWISE = frozenset({"instrument", "event", "negation", "modal"})
"""Kinds of unit that make of joint work what an instrument or occasion is about, or what is only to come."""


def joint_work(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What the two sides do jointly: "A and B began joint patrols", «пограничники А и Б начали совместное
    патрулирование».
    """
    units, clause = sentence.units, sentence.clause(index)
    if not is_fact(sentence, index) or any(units[i].kind in _OTHERWISE for i in clause):
        return
    if not any(is_verb(sentence, i) or _does(sentence, units[i]) for i in clause):
        return
    told = tuple(
        dict.fromkeys(
            s
            for i in clause
            if units[i].mark not in ("place", "goal", "source", "against")
            for s in states_of(units[i])
        )
    )
    if len(told) != 2 or len(both_sides(told, context)) != 2:
        return
    used = [units[index], *(unit for unit in (units[i] for i in clause) if set(states_of(unit)) & set(told))]
    field = fields_of(sentence, clause.start, clause.stop)
    yield cooperation(sentence, index, told, field, wording(sentence, [units[index]]), None, used)


def _does(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word tells that something is done: «начали»."""
    words = sentence.language.words
    return unit.key in words["begun"] or unit.key in words["wage"] or unit.key in words["joins_in"]


def _is_institution(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is an institution, by its name or as a word for one («университет»)."""
    if unit.kind == "word":
        return unit.key in sentence.language.organisation_heads
    return unit.kind == "organisation" or (unit.kind == "actor" and bool(unit.value.group))


def _is_with(units: list[Unit], index: int) -> bool:
    """Whether a unit stands behind "with", or behind the state it is of: «с Б-ской академией»."""
    before = units[index - 1] if index else None
    preposition = before is not None and before.kind == "preposition" and before.value == "with"
    whose = before is not None and before.kind == "state" and before.mark == "with"
    return units[index].mark == "with" or preposition or whose


def _is_topic(units: list[Unit], index: int) -> bool:
    """Whether a preposition tells in what institutions work together, not where or when."""
    told = units[index].kind == "preposition" and units[index].value in ("field", "place", "on")
    return told and units[index + 1].kind in ("word", "trigger", "determiner")
