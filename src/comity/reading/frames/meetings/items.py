"""Meetings that an item of a list tells without a verb or noun, under a heading that says what it lists: "5 March 2013:
President A and Sultan B, Muscat", "PM A – President B (Ghana), Oslo, 12 May"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.meetings.people import HIGH
from comity.reading.frames.participants.actors import has_verb
from comity.reading.frames.participants.persons import Told, person_of, told
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

STARTS = frozenset({"actor"})

_ITEMS = frozenset({"item", "cell"})
_AROUND = frozenset(
    {"date", "punct", "determiner", "preposition", "place", "state", "actor", "and", "honorific"}
)
"""What such an item is made of."""
_LINKS = frozenset({"and", "punct", "honorific", "determiner", "state", "preposition"})
_DASHES = frozenset("–—-/")
_LONGEST = 24


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Who met whom, when and where, of an item with nothing but that."""
    units = sentence.units
    if sentence.block.kind not in _ITEMS or len(units) > _LONGEST or not _lists_meetings(sentence):
        return
    actors = [unit for unit in units if unit.kind == "actor"]
    if len(actors) != 2 or units[index] is not actors[0]:
        return
    if any(unit.kind not in _AROUND for unit in units) or has_verb(sentence, 0, len(units)):
        return
    sides = [_of_side(sentence, one) for one in told(actors, context)]
    pair = context.pair()
    states = _sides_of(sides, pair)
    if not _joined(units, index, units.index(actors[1])) or len(set(states)) < len(sides) or None in states:
        return
    dates = [unit for unit in units if unit.kind == "date"]
    date = dates[0].value.date if len(dates) == 1 else sentence.given.date if sentence.given else None
    if date is None or len(dates) > 1:
        return
    places = [unit for unit in units if unit.kind == "place"]
    people = tuple(person_of(one, state) for one, state in zip(sides, states, strict=True))
    yield Draft(
        "meeting",
        {
            "participants": people, "date": date,
            "place": places[0].value.name if len(places) == 1 else None, "parties": tuple(states),
        },
        [run(sentence, [*actors, *dates, *places])],
        ["meeting: item of a list"],
        0.7,
    )  # fmt: skip


def _lists_meetings(sentence: Sentence) -> bool:
    """Whether the heading or lead-in above an item says that those it lists met."""
    words = sentence.language.words["list_of_meetings"]
    above = [*sentence.lead, *sentence.heading]
    return any(word in words for unit in above for word in unit.key.split(" "))


def _joined(units: list[Unit], first: int, second: int) -> bool:
    """Whether two are told in one breath: by "and", "with" or a dash."""
    between = units[first + 1 : second]
    links = [unit for unit in between if unit.kind == "and" or unit.text in _DASHES]
    withs = [unit for unit in between if unit.kind == "preposition"]
    if any(unit.value not in ("with", "and", "of") for unit in withs):
        return False
    return all(unit.kind in _LINKS for unit in between) and bool(links or withs)


def _of_side(sentence: Sentence, one: Told) -> Told:
    """Somebody with the state that stands in brackets behind: "President B (Ghana)"."""
    if one.state or one.unit is None:
        return one
    at = sentence.index(one.unit)
    behind = sentence.units[at + 1 : at + 3]
    if len(behind) > 1 and behind[0].text == "(" and behind[1].kind == "state":
        return one._replace(actor=msgspec.structs.replace(one.actor, state=str(behind[1].value[0])))
    return one


def _sides_of(sides: list[Told], pair: tuple[str, str] | None) -> list[str | None]:
    """The state of each: its own, else the other of the page's two; the page's first side is told first."""
    states = [one.state for one in sides]
    if pair is None or not all(one.actor.cls in HIGH or one.actor.person.name for one in sides):
        return list(states)
    known = {state for state in states if state}
    if not known:
        return list(pair)
    if len(known) == 1 and known <= set(pair):
        other = pair[1] if pair[0] in known else pair[0]
        return [state or other for state in states]
    return list(states)
