"""Whom a text introduces: by a full name with the office and the state, once, for all that it says of them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.reading.language import Language
from comity.reading.layout import Block
from comity.reading.people import Actor, people
from comity.reading.phrases import phrases
from comity.reading.sentences import sentences
from comity.reading.signs import OFFICES
from comity.reading.units import Unit
from comity.reading.vocabulary import vocabulary


def introduced(text: str, block: Block, language: Language) -> Iterator[Actor]:
    """Those whom the sentences of a block introduce."""
    signs = vocabulary(language).signs
    for start, end in sentences(text, block.start, block.end, language):
        if not signs(text, start, end) & OFFICES:
            continue
        units = phrases(text, start, end, language, (), ())
        if any(unit.kind == "office" for unit in units):
            for unit in people(units, text, language, nobody):
                if unit.kind == "actor" and _introduces(unit.value):
                    yield unit.value


def same_people(units: list[Unit]) -> None:
    """Gives somebody named again in a sentence the side that it told before: "A's Minister X …, X's visit"."""
    sides: dict[str, str] = {}
    for unit in units:
        if unit.kind != "actor" or unit.value.plural or not unit.value.person.name:
            continue
        surname = str(unit.value.person.name).split()[-1]
        if unit.value.state:
            sides.setdefault(surname, unit.value.state)
        elif surname in sides and not unit.value.person.of:
            unit.value = msgspec.structs.replace(unit.value, state=sides[surname])


def nobody(_: str) -> None:
    """Whom a surname means where that is not asked."""


def _introduces(actor: Actor) -> bool:
    """Whether somebody is told by a full name with their office and its state."""
    person = actor.person
    full = bool(person.name) and len(str(person.name).split()) > 1
    return full and bool(person.office and actor.state) and not (actor.plural or actor.group)
