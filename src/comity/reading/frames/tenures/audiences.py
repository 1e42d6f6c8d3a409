"""Ceremonies at which new envoys present their credentials: the head of one state receives those of many, whom the
text then names one by one, by their offices or only by the states that sent them ("N (A), M from B, C – L").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import HEADS, Post
from comity.reading.frames.tenures.receptions import RECEIVERS
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

STARTS = frozenset({"trigger:credentials", "trigger:accredit", "credentials"})

_REACH = 2500
"""How far behind its first words an article goes on about a ceremony."""
_DASHES = frozenset("-–—")
_LEAST = 2
"""From so many names with their states a sentence is a list of envoys."""


class Audience(NamedTuple):
    """A ceremony: the state whose head received the envoys, where it is told, the day where it is, and its words."""

    host: str | None
    day: Date | None
    span: Span


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Remembers the ceremony that a sentence tells of; the envoys that it names by their states hold their posts."""
    host = _host(sentence, context)
    if not _of_several(sentence):
        return
    if host is None and near(sentence, context) is None:
        unit = sentence.units[index]
        context.audience = Audience(None, None, (unit.start, unit.end))
    elif host is not None:
        date = date_unit(sentence, index) if is_fact(sentence, index) else None
        day = date.value.date if date is not None and not date.value.date.is_interval else None
        context.audience = Audience(host.state, day, (host.start, host.end))
    yield from ()


def listed(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The tenure of somebody named with the sending state alone in a list of envoys at a ceremony."""
    found: Audience | None = near(sentence, context)
    if found is None or found.host is None:
        return None
    envoys = [(i, state) for i in range(len(sentence.units)) if (state := _sender(sentence, i)) is not None]
    told = next((unit for unit in sentence.units if _is_head(unit)), None)
    if len(envoys) < _LEAST or told is None:
        return None
    state = next((state for i, state in envoys if i == index), None)
    sender = _code(state) if state is not None else None
    if sender is None or sender == found.host:
        return None
    unit = sentence.units[index]
    office = told.value.person.office if told.kind == "actor" and told.value.cls in HEADS else None
    return Draft(
        "tenure",
        {
            "person": Person(name=unit.value.person.name, office=office, of=sender),
            "of": sender,
            "to": found.host,
            "date": Date.interval(found.day, None) if found.day is not None else None,
            "credentials": found.day,
        },
        [run(sentence, [unit, state]), found.span],
        ["tenure: an envoy at a ceremony"],
        0.7,
    )


class Presented(NamedTuple):
    """The post of an envoy at a ceremony, None where nothing tells whose head received them; its day and its words."""

    post: Post | None
    day: Date | None
    span: Span


def post_at(sentence: Sentence, actor: Actor, context: Context) -> Presented | None:
    """The post of an envoy named by office and sending state after a ceremony was told."""
    found: Audience | None = near(sentence, context)
    if found is None or actor.cls != "head-of-mission" or actor.to or actor.state in (None, found.host):
        return None
    post = Post(str(actor.state), found.host, actor.person.office) if found.host is not None else None
    return Presented(post, found.day, found.span)


def near(sentence: Sentence, context: Context) -> Audience | None:
    """The ceremony that the text is about at a sentence."""
    found: Audience | None = context.audience
    if found is None or not -len(sentence.text) < sentence.start - found.span[0] < _REACH:
        return None
    return found


def complete_host(sentence: Sentence, index: int, context: Context) -> None:
    """Gives a ceremony whose host was told by name alone the state that a sentence about the same head names: "The
    President told the envoys that A …", where it names no other."""
    found: Audience | None = near(sentence, context)
    actor: Actor = sentence.units[index].value
    if found is None or found.host is not None or found.span[0] >= sentence.start:
        return
    if actor.cls not in RECEIVERS or actor.plural or actor.state or sentence.units[index].mark:
        return
    named = [unit for unit in sentence.units if unit.kind == "state"]
    envoys = [unit for unit in sentence.units if unit.kind == "actor" and unit.value.cls in HEADS]
    told = {str(unit.value[0]) for unit in named}
    if len(told) == 1 and not any(unit.value.state for unit in envoys):
        context.audience = found._replace(host=told.pop(), span=named[0].span)


class _Host(NamedTuple):
    state: str
    start: int
    end: int


def _host(sentence: Sentence, context: Context) -> _Host | None:
    """The state whose head receives: told with the office, as the goal, or by the town where it was."""
    units = sentence.units
    heads = [unit for unit in units if unit.kind == "actor" and unit.value.cls in RECEIVERS]
    for unit in heads:
        known = context.known(unit.value)
        state = unit.value.state or (known.state if known is not None else None)
        if state:
            return _Host(str(state), unit.start, unit.end)
    for unit in units:
        if unit.kind == "state" and unit.mark == "goal":
            return _Host(str(unit.value[0]), unit.start, unit.end)
    if not heads:
        return None
    town = next((unit for unit in units if unit.kind == "place" and unit.mark in ("place", "dateline")), None)
    return _Host(str(town.value.state), town.start, town.end) if town is not None else None


def _of_several(sentence: Sentence) -> bool:
    """Whether a sentence speaks of more than one envoy; only such have credentials to present."""
    return any(unit.kind == "actor" and unit.value.plural and unit.mark != "goal" for unit in sentence.units)


def _is_head(unit: Unit) -> bool:
    """Whether a word tells that those listed head missions."""
    return unit.kind == "mission" or (unit.kind == "actor" and unit.value.cls in HEADS)


def _sender(sentence: Sentence, index: int) -> Unit | None:
    """The state beside a name: "N (A)", "N from A", "A – N"."""
    units = sentence.units
    unit = units[index]
    if unit.kind != "actor" or unit.value.person.office or not unit.value.person.name:
        return None
    if unit.value.state:
        return unit
    behind = units[index + 1 : index + 4]
    if len(behind) > 1 and (behind[0].text == "(" or _leads(behind[0])):
        state = behind[2] if len(behind) > 2 and behind[1].kind == "determiner" else behind[1]
        if state.kind == "state" and state.value[1] == "name":
            return state
    before = units[max(0, index - 2) : index]
    if len(before) == 2 and before[1].text in _DASHES and before[0].kind == "state":
        return before[0]
    return None


def _code(unit: Unit) -> str | None:
    """The state that a unit names, or on whose side somebody is."""
    return str(unit.value[0]) if unit.kind == "state" else unit.value.state


def _leads(unit: Unit) -> bool:
    return unit.kind == "preposition" and unit.value in ("source", "of")
