"""Participants with what the document said of them before, and the persons that claims say they are."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from comity.knowledge import lexicon
from comity.model.claim import Span
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.people import Actor
from comity.reading.units import Unit


class Told(NamedTuple):
    """A participant with the words that tell of them, here or in an earlier sentence."""

    actor: Actor
    unit: Unit | None = None
    elsewhere: Span | None = None

    @property
    def state(self) -> str | None:
        return self.actor.state


def told(units: Iterable[Unit], context: Context) -> list[Told]:
    """Actors of a sentence with what the document said of them before."""
    return [Told(filled(unit.value, context), unit) for unit in units]


def filled(actor: Actor, context: Context) -> Actor:
    """An actor with state and, where only the name is told, the office that the document gave before."""
    actor = completed(actor, context)
    known = context.known(actor)
    if known is not None and actor.person.office is None and known.person.office:
        person = Person(name=actor.person.name, office=known.person.office, of=known.person.of or actor.state)
        return msgspec.structs.replace(actor, person=person, state=actor.state or known.state, cls=known.cls)
    return actor


def completed(actor: Actor, context: Context) -> Actor:
    """An actor with what the document said before of the same person."""
    known = context.known(actor)
    if known is None or known is actor:
        return actor
    state = actor.state or known.state
    person = actor.person
    if person.of is None and person.office is not None and state:
        person = Person(name=person.name, office=person.office, of=state)
    return msgspec.structs.replace(actor, person=person, state=state, cls=actor.cls or known.cls)


def person_of(one: Told, state: str | None) -> Person:
    return as_person(one.actor, one.actor.state or state)


def as_person(actor: Actor, state: str | None) -> Person:
    """The person as a claim says it: with the state of their office where the phrase leaves it out."""
    person = actor.person
    if person.of is None and state and (person.office or actor.group):
        return Person(name=person.name, office=person.office, of=state)
    return person


def surname(name: str) -> str:
    """The last part of a name, without initials that are glued to it."""
    return name.split()[-1].split(".")[-1]


def organisation_of(actor: Actor) -> str | None:
    """The international organisation that an office is of: "the Secretary General of NATO"."""
    return actor.person.of if actor.person.of in _organisations() else None


@functools.cache
def _organisations() -> frozenset[str]:
    return frozenset(lexicon("en").organisations.values())
