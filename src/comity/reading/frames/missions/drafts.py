"""The claims of an act upon a mission: one for each state, direction and town that its sides have."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.model.edtf import Date
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.sides import Sides
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_EMBASSIES_COMMON = 1945
"""The year from which most states kept embassies in each other and no legations."""
_ITS_TOWN = 3
"""Units of "it", "in" and a town."""


def elsewhere(sentence: Sentence, act: int, sides: Sides) -> Sides:
    """The sides of an act upon "it" in another state: «открыла посольство в П, закрыв его в Р»."""
    behind = sentence.units[act + 1 : act + 4]
    if len(behind) < _ITS_TOWN or behind[0].kind != "pronoun" or behind[1].value != "place":
        return sides
    town = behind[2]
    if town.kind != "place" or town.value.state in (sides.receiving, sides.sending):
        return sides
    return msgspec.structs.replace(sides, receiving=town.value.state, places=(town.value.name,))


def drafts(
    sentence: Sentence, index: int, act_index: int, act: str, type_: str, date: Unit | None, sides: Sides,
    day: Date | None = None,
) -> Iterator[Draft]:  # fmt: skip
    evidence = [run(sentence, [sentence.units[index], sentence.units[act_index], date, *sides.used])]
    directions = [(sides.sending, sides.receiving)]
    directions.extend((sides.sending, state) for state in sides.more)
    if sides.mutual:
        directions.append((sides.receiving, sides.sending))
    towns: list[tuple[str | None, str | None, str | None]] = [
        (sending, receiving, place)
        for sending, receiving in directions
        for place in sides.places or (sides.seats.get(receiving or ""),)
    ]
    towns.extend((sides.sending, state, town) for state, town in sides.beyond)
    if act == "moved" and (moved_to := _moved_to(sentence, act_index)) is not None:
        towns = [(sides.sending, sides.receiving, moved_to)]
    when = day or begun(date)
    type_ = _by_its_time(sentence, index, type_, when)
    second = _respective(sentence, date) if sides.seats and len(towns) > 1 else None
    for sending, receiving, place in towns:
        told = second if second is not None and place == list(sides.seats.values())[-1] else when
        yield Draft(
            "mission",
            {
                "sending": sending,
                "receiving": receiving,
                "type": type_,
                "act": act,
                "date": told,
                "place": place,
            },
            list(evidence),
            [f"mission: {sentence.units[index].text} + {sentence.units[act_index].text}"],
            0.9 if date is not None and sides.explicit else 0.7,
        )


def _respective(sentence: Sentence, first: Unit | None) -> Date | None:
    """The second of two dates that are told of two missions one by one: "in 1975 and 1976 respectively"."""
    if first is None:
        return None
    units, at = sentence.units, sentence.index(first)
    behind = units[at + 1 : at + 5]
    said = any(unit.key in sentence.language.words["respectively"] for unit in behind)
    dates = [unit for unit in behind if unit.kind == "date"]
    return begun(dates[0]) if said and len(dates) == 1 and behind[0].kind == "and" else None


def _by_its_time(sentence: Sentence, index: int, type_: str, when: Date | None) -> str:
    """The type of a mission: one called only diplomatic was a legation as long as few states kept embassies."""
    unranked = sentence.units[index].key.split(" ")[0] in sentence.language.words["formal_relations"]
    year = when.year if when is not None and not when.is_interval else None
    early = type_ == "embassy" and year is not None and year < _EMBASSIES_COMMON
    return "legation" if early and unranked else type_


def _moved_to(sentence: Sentence, act: int) -> str | None:
    """The town that a mission was moved to."""
    for unit in sentence.units[act + 1 : sentence.clause(act).stop]:
        if unit.kind == "place" and unit.mark == "goal":
            return str(unit.value.name)
    return None


def begun(unit: Unit | None) -> Date | None:
    """The date of an act: of "since 2004" the year it began."""
    if unit is None:
        return None
    day: Date = unit.value.date
    if unit.value.relation == "until" and day.end is not None:
        return day.end  # "until 1998, when an embassy was opened"
    return (
        day.start
        if unit.value.relation in ("since", "from") and day.is_interval and day.start is not None
        else day
    )
