"""Where an occasion was."""

from __future__ import annotations

from comity.knowledge import cities
from comity.reading.frames.nouns import direction
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit


def places_of(sentence: Sentence, index: int) -> list[Unit]:
    """Places of the occasion: those behind it in its clause, else those before it."""
    units, clause = sentence.units, sentence.clause(index)
    behind = [
        units[i]
        for i in range(index + 1, clause.stop)
        if units[i].kind == "place" and units[i].mark in ("place", "of", "")
    ]
    ahead = [
        units[i] for i in range(clause.start, index) if units[i].kind == "place" and units[i].mark == "place"
    ]
    if behind or ahead:
        return behind or ahead
    houses = [
        units[i]
        for i in clause
        if units[i].mark == "place"
        and (units[i].kind == "organisation" or _looks_a_person(units[i]))
        and _is_house(sentence, units[i])
        and not any(
            unit.kind == "event" for unit in units[index + 1 : i]
        )  # the house of a concert at its opening
    ]
    named = [house for house in houses if house.kind == "organisation" and sentence.index(house) > index]
    if named:
        return named[:1]
    towns = (_town_of(sentence, house) for house in houses if house.kind == "actor")
    return [town for town in towns if town is not None][:1]


def _looks_a_person(unit: Unit) -> bool:
    """Whether capitals were taken for somebody's name, as those of "Valletta Castle"."""
    return unit.kind == "actor" and not unit.value.person.office and unit.value.person.name == unit.text


def _town_of(sentence: Sentence, house: Unit) -> Unit | None:
    """The town that a house is called after: "the University of P", "P Castle"."""
    towns, at = cities(sentence.language.code), house.start
    for word in house.text.split(" "):
        if word in towns and not towns[word][0].ordinary:
            return Unit("place", at, at + len(word), word, word.lower(), towns[word][0], "place")
        at += len(word) + 1
    return None


def _is_house(sentence: Sentence, unit: Unit) -> bool:
    """Whether an institution is a house where occasions are held: "at the P Opera House"."""
    words = sentence.language.words["house"]
    return any(sentence.language.key(word) in words for word in unit.text.split())


def host_town(sentence: Sentence, act: int) -> list[Unit]:
    """The town that hosted: "On 3 June X hosted the forum"."""
    if act == 0 or not is_verb(sentence, act) or direction(sentence, act) != "active":
        return []
    before = sentence.units[act - 1]
    hosts = any(predicate == "receive" for predicate, _ in reading_of(sentence, act))
    return [before] if hosts and before.kind == "place" else []


def place_names(places: list[Unit]) -> str | tuple[str, ...] | None:
    names = tuple(dict.fromkeys(str(getattr(place.value, "name", place.value)) for place in places))
    return names[0] if len(names) == 1 else names or None
