"""When and where people met."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.reading.discourse import Context, Occasion
from comity.reading.frames.dates.act import date_unit, dated_act, given_date
from comity.reading.frames.meetings.sides import Sides
from comity.reading.frames.occasions import occasion_of
from comity.reading.frames.participants.persons import surname
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit


class When(NamedTuple):
    """The date of a meeting with its words here or in an earlier sentence, and the occasion it was told by."""

    date: Date | None
    unit: Unit | None = None
    elsewhere: Span | None = None
    occasion: Occasion | None = None


_STAY = 3
"""Days after an arrival within which a guest is taken to be still there."""
_APART = frozenset(",–—")
"""What parts a statement from the words for who made it."""


def when_held(sentence: Sentence, index: int, sides: Sides, context: Context) -> When:
    """The meeting's own date, else the nearest before it in the sentence, else that of the visit or meeting it
    belongs to.
    """
    own = dated_act(date_unit(sentence, index))
    held = _held(sentence, index)
    if held:
        own = next((sentence.units[i] for i in held if sentence.units[i].kind == "date"), own)
    if own is None:
        own = next(
            (unit for unit in reversed(sentence.units[:index]) if unit.kind == "date" and dated_act(unit)),
            None,
        )
    if own is not None:
        return When(own.value.date, own)
    occasion = occasion_of(sentence, index, context)
    if occasion is None:
        last = context.occasion("visit", "meeting")
        names = {surname(person.name) for person in last.people if person.name} if last is not None else set()
        if (
            last is not None
            and sides.first
            and sides.first[0].unit is not None
            and sides.first[0].unit.value
            and sides.first[0].unit.value.plural
            and not sides.second
        ):
            occasion = last if set(last.parties) == {one.state for one in sides.first} else None
        elif any(
            one.actor.person.name and surname(one.actor.person.name) in names
            for one in (*sides.first, *sides.second)
        ):
            occasion = last
    visit = context.occasion("visit")
    if occasion is not None and occasion.kind == "meeting" and visit is not None:
        guests = {one.elsewhere for one in sides.first} - {None}
        occasion = visit if guests & set(visit.evidence) else occasion  # "In his talks with N": the guest's
    if occasion is None or occasion.date is None:
        return When(given_date(sentence))
    return When(occasion.date, None, occasion.evidence[0], occasion)


def _held(sentence: Sentence, index: int) -> range:
    """The clause that tells when and where a meeting named before it was held: "the talks of X and Y, which took place
    in P on 3 May"."""
    units = sentence.units
    for i in range(index + 1, len(units) - 1):
        if units[i].kind == "clause":
            verb = next((j for j in range(i + 1, min(i + 4, len(units))) if units[j].kind == "trigger"), None)
            holds = verb is not None and any(p == "hold" for p, _ in reading_of(sentence, verb))
            return sentence.clause(verb) if verb is not None and holds else range(0)
    return range(0)


def where_held(sentence: Sentence, index: int, when: When) -> tuple[str | None, Unit | None, str | None]:
    """Where: a city, or a named house, told in the clause or before it; with the unit and the city's state."""
    units = sentence.units
    clause = _without_source(sentence, index)
    for i in (*_held(sentence, index), *clause):
        unit = units[i]
        if unit.kind == "place" and unit.mark == "place" and not _lives_there(sentence, i):
            return unit.value.name, unit, unit.value.state
    town = dateline_town(sentence)
    if town is not None and any(units[i].key in sentence.language.words["here"] for i in clause):
        return town.value.name, town, town.value.state
    for i in clause:
        if i > index and units[i].kind == "place" and units[i - 1].text == "(":
            return units[i].value.name, units[i], units[i].value.state  # "… met N (P, 3 June 2015)"
    for i in clause:
        unit = units[i]
        if i > index and _turns(sentence, i):
            break
        if unit.kind == "organisation" and unit.mark == "place" and i > index and not _is_bloc(unit):
            name = str(getattr(unit.value, "name", unit.value))
            known = sentence.language.entries.get(sentence.language.phrase_key(name), ())
            house = next((entry.value for entry in known if entry.kind == "place"), None)
            if house is not None:
                return house.name, unit, house.state  # "in the White House"
            return name, unit, None
        if (
            unit.kind == "actor"
            and unit.mark == "place"
            and unit.value.person.name
            and not unit.value.person.office
        ):
            return unit.value.person.name, unit, None
    for unit in reversed(units[: clause.start]):
        if unit.kind == "place" and unit.mark in ("place", "goal"):
            return unit.value.name, unit, unit.value.state
    if clause.start and units[clause.start - 1].key in sentence.language.words["where"]:
        for unit in reversed(units[: clause.start]):
            if unit.kind == "place":
                return unit.value.name, unit, unit.value.state
    for unit in units[clause.start : index]:
        if unit.kind == "place" and unit.mark == "goal":
            return unit.value.name, unit, unit.value.state
    return (when.occasion.place if when.occasion is not None else None), None, None


def _lives_there(sentence: Sentence, index: int) -> bool:
    """Whether a town is only where an envoy resides: «принял посла А (резиденция в П.)»."""
    words = sentence.language.words["seated"]
    return any(unit.key in words for unit in sentence.units[max(0, index - 2) : index])


def where_visited(sentence: Sentence, sides: Sides, when: When, context: Context) -> str | None:
    """The town of the visit that the paragraph told before, where a guest of it met somebody within its days."""
    visit = context.occasion("visit")
    if visit is None or visit.place is None or len(visit.parties) < 2:
        return None
    if not sentence.block.start <= visit.evidence[0][0] < sentence.units[0].start:
        return None
    names = {surname(person.name) for person in visit.people if person.name}
    guests = any(
        one.actor.person.name and surname(one.actor.person.name) in names
        for one in (*sides.first, *sides.second)
    )
    return visit.place if guests and _within(when.date, visit.date) else None


def _within(date: Date | None, visit: Date | None) -> bool:
    """Whether a day is one of a visit, or of the three after the arrival where only that is told."""
    if date is None:
        return True
    if visit is None or date.lower is None or visit.lower is None:
        return False
    last = visit.upper if visit.is_interval and visit.upper else visit.lower + timedelta(days=_STAY)
    return visit.lower <= date.lower <= last and date.precision == "day"


def _without_source(sentence: Sentence, index: int) -> range:
    """The clause of a meeting without the words for who tells of it: «…, сообщили в МИД А»."""
    units, clause = sentence.units, sentence.clause(index)
    reporting = sentence.language.words["reporting"]
    for i in range(index + 1, clause.stop - 1):
        if units[i].text in _APART and any(unit.key in reporting for unit in units[i + 1 : i + 3]):
            return range(clause.start, i)
    return clause


def _is_bloc(unit: Unit) -> bool:
    """Whether an organisation is one of states, at whose meeting and not in which people meet: "at the G7"."""
    return isinstance(unit.value, str)


def dateline_town(sentence: Sentence) -> Unit | None:
    """The town at the head of a news item: "P, 4 May – …"."""
    units = sentence.units
    headed = len(units) > 1 and units[0].kind == "place" and units[1].text == ","
    return units[0] if headed and units[0].text.isupper() else None


def _turns(sentence: Sentence, at: int) -> bool:
    """Whether the sentence goes on to something else than the meeting: "… and the two countries agreed to …"."""
    unit = sentence.units[at]
    return (
        unit.kind in ("sides", "dyad", "modal")
        or unit.key in sentence.language.words["agreed"]
        or is_verb(sentence, at)
    )
