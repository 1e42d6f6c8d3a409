"""Performances and shows that only a verb tells: somebody plays with an orchestra, works of artists are exhibited."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, direction, in_class, phrase, states_told, tidy, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"trigger:serve", "trigger:perform", "trigger:exhibit"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "N performed with the orchestra of …", "works by artists of A were shown in B"."""
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    if any(unit.kind == "event" for unit in sentence.units[index:]):
        return  # told by its name
    if any(predicate == "exhibit" for predicate, _ in reading_of(sentence, index)):
        yield from _shown(sentence, index, context)
    else:
        yield from _played(sentence, index, context)


def _played(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    ensemble = _with_ensemble(sentence, index)
    player = next(
        (units[i] for i in range(index - 1, clause.start - 1, -1) if units[i].kind == "actor"), None
    )
    if not ensemble or player is None or player.mark or not player.value.person.name:
        return
    performs = any(predicate == "perform" for predicate, _ in reading_of(sentence, index))
    if performs and any(units[i].mark == "place" and units[i].kind in ("state", "place") for i in clause):
        return  # a guest performance, which the frame of events tells
    actor: Actor = completed(player.value, context)
    told = states_told(sentence, clause)
    parties = both_sides(told or ((actor.state,) if actor.state else ()), context)
    if len(parties) != 2 or not told:
        return
    date = date_unit(sentence, index)
    when, elsewhere = (dated(date), []) if date is not None else _year_of(actor, context)
    articles = sentence.language.words["article"]
    concert = next(iter(sentence.language.words["concert"]))
    name = tidy(" ".join([concert, *(unit.text for unit in ensemble if unit.key not in articles)]))
    yield Draft(
        "event",
        {
            "name": name, "date": when, "type": "concert", "field": "cultural", "parties": parties,
            "people": (as_person(actor, actor.state),),
        },
        [run(sentence, [player, *ensemble, date]), *elsewhere],
        [f"event: {units[index].text} + {ensemble[0].text}"],
        0.65,
    )  # fmt: skip


def _with_ensemble(sentence: Sentence, index: int) -> list[Unit]:
    """The words that tell with whom somebody plays, right behind the verb: "with the symphony orchestra of …"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].value != "with":
        return []
    found = units[index + 1 : phrase(sentence, index + 2)]
    return found if any(in_class(unit, sentence, "ensemble") for unit in found) else []


def _year_of(actor: Actor, context: Context) -> tuple[Date | None, list[Span]]:
    """The year of the occasion told last where the same person had a part in it."""
    last = context.occasion("event")
    surname = str(actor.person.name).split()[-1].split(".")[-1]
    if last is None or last.date is None or last.date.precision != "year":
        return None, []
    known = any(person.name and person.name.split()[-1].split(".")[-1] == surname for person in last.people)
    return (last.date, list(last.evidence[:1])) if known else (None, [])


def _shown(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) != "passive":
        return
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "works")), None)
    if head is None or (head and units[head - 1].kind in ("trigger", "preposition")):
        return
    if head + 2 >= index or units[head + 1].value not in ("of", "agent"):
        return
    thing = units[head : phrase(sentence, head + 2, frozenset({"of", "agent"}), index)]
    if not any(unit.kind in ("actor", "state") for unit in thing):
        return
    parties = both_sides(states_told(sentence, clause), context)
    hosts = [
        units[i]
        for i in clause
        if units[i].mark == "place" and units[i].kind in ("state", "place") and units[i] not in thing
    ]
    if len(parties) != 2 or not hosts:
        return
    date = date_unit(sentence, index)
    place = next((unit.value.name for unit in hosts if unit.kind == "place"), None)
    yield Draft(
        "event",
        {
            "name": wording(sentence, thing), "date": dated(date), "place": place, "type": "exhibition",
            "field": "cultural", "parties": parties,
        },
        [run(sentence, [*thing, units[index], date, *hosts])],
        [f"event: {units[index].text}"],
        0.65,
    )  # fmt: skip
