"""Receptions that a mission or envoy gave: "On 4 May 2011 the Embassy of A held a reception in P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.events.places import place_names, places_of
from comity.reading.frames.nouns import both_sides, phrase, states_told, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:receive"})

_GIVERS = frozenset({"head-of-mission", "consul"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Ambassador gave a reception in P on …", «посольство устроило приём»: a day, and who gave it."""
    units, clause = sentence.units, sentence.clause(index)
    unit = units[index]
    if is_verb(sentence, index) or not is_fact(sentence, index):
        return
    if any(units[i].kind == "event" for i in clause) or not _is_given(sentence, index):
        return
    date, places = date_unit(sentence, index), places_of(sentence, index)
    if date is None or date.value.form == "year":
        return
    parties = both_sides(states_told(sentence, clause), context)
    if len(parties) != 2 or context.loose:
        return
    givers = [units[i] for i in clause if units[i].kind == "actor" and units[i].value.cls in _GIVERS]
    people = tuple(
        as_person(done, done.state) for done in (completed(giver.value, context) for giver in givers[:1])
    )
    named = units[index : phrase(sentence, index, frozenset({"occasion"}), clause.stop)]
    yield Draft(
        "event",
        {
            "name": wording(sentence, named), "date": dated(date), "place": place_names(places),
            "type": "ceremony", "parties": parties, "people": people or None,
        },
        [run(sentence, [*named, *givers[:1], date, *places])],
        [f"event: {unit.text}"],
        0.7,
    )  # fmt: skip


def _is_given(sentence: Sentence, index: int) -> bool:
    """Whether a mission or its head gave or held the reception, at which nobody in particular was received."""
    units, clause = sentence.units, sentence.clause(index)
    behind = units[index + 1 : index + 4]
    received = any(unit.kind in ("actor", "instrument") and unit.mark == "of" for unit in behind)
    held = any(
        is_verb(sentence, i) and _holds(units[i]) and is_fact(sentence, i) for i in clause if i != index
    )
    by = any(
        (units[i].kind == "mission" and units[i].mark in ("", "agent", "place"))
        or (units[i].kind == "actor" and units[i].value.cls in _GIVERS)
        for i in clause
    )
    return held and by and not received


def _holds(unit: Unit) -> bool:
    return any(predicate in ("hold", "provide", "receive", "celebrate") for predicate, _ in unit.value)
