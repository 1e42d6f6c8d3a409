"""Occasions that only a verb tells: tours, guest performances, things inaugurated."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.events.performers import groups_of
from comity.reading.frames.events.places import place_names, places_of
from comity.reading.frames.nouns import act_of, both_sides, direction, in_class, phrase, states_told, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit


def told_by_verb(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The ensemble … went on tour in …", "a school was inaugurated in … in the presence of …"."""
    if not is_fact(sentence, index):
        return
    for predicate, _ in reading_of(sentence, index):
        if predicate in ("tour", "perform", "sing"):
            yield from _tour(sentence, index, predicate, context)
        elif predicate == "inaugurate" or (
            predicate in ("open", "erect")
            and not any(p == "inaugurate" for p, _ in sentence.units[index].value)
            and any(
                (
                    predicate == "open"
                    and sentence.units[i].kind == "actor"
                    and sentence.units[i].mark == "with"
                )
                or _is_monument(sentence, sentence.units[i])
                for i in sentence.clause(index)
            )
        ):
            yield from _inauguration(sentence, index, predicate, context)


def _tour(sentence: Sentence, index: int, predicate: str, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    parties = both_sides(states_told(sentence, clause), context)
    if not is_verb(sentence, index):
        if sentence.block.kind == "item" and index == 0 and predicate == "tour":
            yield from _listed_tour(sentence, index, parties)
        return
    subjects = groups_of(sentence, clause.start, index)
    date, places = date_unit(sentence, index), places_of(sentence, index)
    hosts = {place.value.state for place in places if place.kind == "place"} | {
        str(units[i].value[0])
        for i in clause
        if i > index
        and units[i].kind == "state"
        and (units[i].mark == "place" or (predicate == "tour" and units[i].mark in ("", "object")))
    }
    house = any(place.kind == "organisation" for place in places) and context.pair() is not None
    there = bool(hosts & set(parties)) or (house and not hosts and bool(states_told(sentence, clause)))
    if len(parties) != 2 or not there or any(units[i].kind == "event" for i in clause):
        return
    for group in subjects:
        if (predicate == "sing" or _is_visit(units[index])) and not any(
            in_class(unit, sentence, "artists") for unit in group
        ):
            continue  # whoever speaks somewhere is said to perform, too; a president tours it
        who = wording(sentence, group)
        told = "perform" if predicate == "sing" else predicate
        yield Draft(
            "event",
            {
                "name": act_of(sentence, told, who), "date": dated(date), "place": place_names(places),
                "type": "tour" if predicate == "tour" else "concert", "field": "cultural", "parties": parties,
            },
            [run(sentence, [*group, units[index], date, *places])],
            [f"event: {units[index].text}"],
            0.7,
        )  # fmt: skip


def _is_visit(unit: Unit) -> bool:
    """Whether a verb for touring is said of visitors, too."""
    return any(predicate == "visit" for predicate, _ in unit.value)


def _listed_tour(sentence: Sentence, index: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """An item of a list that tells a tour by its noun, with whose it is, where and when: «гастроли театра X в P, май
    2013 г.»."""
    units = sentence.units
    group = units[index : phrase(sentence, index, frozenset({"of"}))]
    date, places = date_unit(sentence, index), places_of(sentence, index)
    if len(parties) != 2 or date is None or not places or len(group) < 2:
        return
    slots = {
        "name": wording(sentence, group), "date": dated(date), "place": place_names(places), "type": "tour",
        "field": "cultural", "parties": parties,
    }  # fmt: skip
    yield Draft(
        "event", slots, [run(sentence, [*group, date, *places])], [f"event: {units[index].text}"], 0.7
    )


def _inauguration(sentence: Sentence, index: int, predicate: str, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    if how not in ("passive", "active"):
        return
    if how == "passive" and voice(sentence, index) != "passive" and not _verbless(sentence, index):
        return
    if how == "passive":
        first = clause.start
        if units[first].kind == "preposition":  # "on 5 May 2001, a bridge was …"
            first = next((i + 1 for i in range(first, index) if units[i].kind == "date"), first)
        while first < index and (
            units[first].kind in ("punct", "and", "date")
            or units[first].key in sentence.language.words["adverb"]
        ):
            first += 1
        last = phrase(sentence, first, frozenset({"of", "for"}), index)
    else:
        first = _past_setting(sentence, index + 1, clause.stop)
        last = phrase(sentence, first, frozenset({"of", "for"}), clause.stop)
    thing = [unit for unit in units[first:last] if unit.kind not in ("be", "have")]
    actors = [
        units[i]
        for i in clause
        if units[i].kind == "actor" and (units[i] not in thing or units[i].value.person.name)
    ]
    embassy = how == "active" and any(units[i].kind == "mission" for i in range(clause.start, index))
    if any(units[i].kind == "mission" for i in clause) and not embassy:
        return
    if not thing or any(
        unit.kind in ("mission", "relations", "event", "instrument") and not _is_monument(sentence, unit)
        for unit in thing
    ):
        return
    if thing[-1].key in sentence.language.words["stands_for"]:
        return  # "the second one was inaugurated"
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    if len(parties) != 2:
        return
    monument = any(_is_monument(sentence, unit) for unit in thing)
    date, places = date_unit(sentence, index), places_of(sentence, index)
    pair = () if context.loose else context.pair() or ()
    here = any(getattr(place.value, "state", None) in pair for place in places)
    honoured = here and any(unit.kind == "actor" and unit.value.person.name for unit in thing)
    whole = embassy or (monument and (len(told) > 1 or honoured))
    if not actors and not (whole and date is not None):
        return
    yield Draft(
        "event",
        {
            "name": act_of(sentence, predicate, wording(sentence, thing)), "date": dated(date), "place":
            place_names(places), "type": "ceremony", "parties": parties, "people": tuple(as_person(actor,
            actor.state) for actor in (completed(unit.value, context) for unit in actors)) or None,
        },
        [run(sentence, [*thing, units[index], date, *places])],
        [f"event: {units[index].text}"],
        0.7,
    )  # fmt: skip


def _verbless(sentence: Sentence, index: int) -> bool:
    """Whether a bare participle is all that a line of a list or heading tells: "Bust of N unveiled in P, D"."""
    units = sentence.units
    return not any(
        unit.kind in ("be", "have", "modal") or (i != index and is_verb(sentence, i))
        for i, unit in enumerate(units)
    )


def _past_setting(sentence: Sentence, index: int, stop: int) -> int:
    """The index after where and when something was done, which Russian may tell before what: «открыла в А доску»."""
    units, at = sentence.units, index
    while at < stop and units[at].kind in ("preposition", "place", "date", "determiner"):
        at += 1
    return at if any(unit.kind in ("place", "date") for unit in units[index:at]) else index


def _is_monument(sentence: Sentence, unit: Unit) -> bool:
    """Whether a thing is put up in somebody's memory: a monument, a bust, a plaque."""
    if unit.kind == "event":
        return sentence.language.key(unit.value.head.split()[-1]) in sentence.language.words["monument"]
    return unit.kind == "word" and in_class(unit, sentence, "monument")
