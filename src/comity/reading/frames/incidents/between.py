"""Between which two states the hostile act of a noun is: "A lodged a protest (with B)"."""

from __future__ import annotations

from dataclasses import replace

from comity.knowledge.states import states
from comity.reading.frames.incidents import adversaries, domestic, imposed, opposed, targets
from comity.reading.frames.incidents.deed import Sides
from comity.reading.frames.incidents.handing import handed_to, recipient
from comity.reading.frames.incidents.predicates import SENT
from comity.reading.frames.incidents.sent import at_post
from comity.reading.frames.incidents.telling import Telling
from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.units import DATELINE, Unit


def between(told: Telling, people: list[Unit], barred: str | None) -> Sides | None:
    """Who did it and, as the marked state, against whom; `people` are those sent away, `barred` whose entry it
    hinders. None where it is between no two states.
    """
    sides = _out_of(told, people)
    sides = replace(sides, targets=[state for state in opposed.states_in(people) if state != sides.subject])
    sides = _received(told, sides)
    sides = replace(sides, marked=_marked(told, sides.subject) or barred)
    sides = _told_beside(told, sides)
    if told.predicate == "sanction" and sides.marked is None and _on_a_thing(told):
        return None  # "introduced restrictions on alcohol"
    sides = _against(told, sides)
    sides = _recalled(told, _counterpart(told, sides, people), people)
    if sides.subject is None and adversaries.is_of_several(told.sentence, told.index, told.clause):
        return None  # «некоторые страны начали высылку дипломатов А»
    for step in (_protested, _at_home, _alone):
        sides = step(told, sides)
    return sides


def _out_of(told: Telling, people: list[Unit]) -> Sides:
    """The state that people were sent out of expelled them: «высылка дипломатов (из Б)»."""
    by = told.by
    if told.predicate == "expel" and by is None:
        by = opposed.sent_out_of(told.sentence, people)
        by = by or next(iter(opposed.sources(told.sentence, told.index, told.clause)), None)
    if by is None and told.predicate in SENT and told.told and told.cased:
        by = _where_announced(told, opposed.states_in(people))
    return Sides(by, [])


def _where_announced(told: Telling, sent_away: list[str]) -> str | None:
    """The state in which an act was announced by nobody who is named: «в МИД (А) объявили о высылке»."""
    units, first = told.units, told.clause.start
    while first < told.verb and (
        units[first].kind in ("date", "punct") or units[first].mark == DATELINE or not units[first].text
    ):
        first += 1
    place = units[first + 1] if units[first].value == "place" and first + 1 < told.verb else None
    if place is None or place.kind not in ("organisation", "state", "place"):
        return None
    if any(unit.kind == "actor" or unit.case.startswith("nom") for unit in units[first + 2 : told.verb]):
        return None
    return next((state for state in states_of(place) if state not in sent_away), None)


def _received(told: Telling, sides: Sides) -> Sides:
    """Who was called to hear a protest: «поверенный в делах (А) вызван в министерство, где ему заявлен протест»."""
    if told.predicate != "protest" or not told.told:
        return sides
    envoy = opposed.receiver_before(told.sentence, told.index)
    if envoy is None or sides.subject not in (None, envoy.value.state):
        return sides
    called_by = opposed.called_to(told.sentence, range(told.index), envoy.value.state)
    return Sides(called_by or envoy.value.to, [envoy.value.state])


def _marked(told: Telling, by: str | None) -> str | None:
    """The state that a case or preposition marks as the other side: «выразил протест (США)», "sanctions on (B)"."""
    protest = told.predicate == "protest" and told.told
    against = recipient(told.sentence, told.index, by) if protest else None
    return against or opposed.target(told.sentence, told.index, told.clause, by)


def _told_beside(told: Telling, sides: Sides) -> Sides:
    """The other state by whom a protest was handed to, or by the rest of the news: «вручила послу (Б) ноту»."""
    by, against, sentence = sides.subject, sides.marked, told.sentence
    if against is not None or not told.told or not by:
        return sides
    protest = told.predicate == "protest"
    if protest:
        against = handed_to(sentence, told.verb, told.index, by)
        against = against or opposed.undeclined(sentence, told.verb + 1, told.index, by)
    if against is None and told.context.news:
        against = opposed.other_told(sentence, by)
        if against is None and protest:
            against = opposed.told_before(sentence, told.context.named, by)
    return replace(sides, marked=against)


def _against(told: Telling, sides: Sides) -> Sides:
    """The other state by whose it is, by who was sent away, by a body of states: "an embargo of (B)"."""
    sanction, against = told.predicate == "sanction", sides.marked
    if against is None and told.told and sanction:
        against = _of_state(told, sides.subject)
    against = against or sides.target
    if against is None and sanction:
        against = targets.bloc(told.sentence, told.index, told.clause)
    return replace(sides, marked=against)


def _of_state(told: Telling, by: str | None) -> str | None:
    """The state right behind the noun and its "of": "a blockade of (B)"."""
    beside = told.units[told.index + 1 : told.index + 3]
    if len(beside) < 2 or beside[0].value != "of" or beside[1].kind != "state":
        return None
    return next((state for state in states_of(beside[1]) if state != by), None)


def _counterpart(told: Telling, sides: Sides, people: list[Unit]) -> Sides:
    """The other of a document's two states, for whichever side is not told."""
    by, against, context = sides.subject, sides.marked, told.context
    if against is None and not (told.predicate == "sanction" and context.news):
        against = context.counterpart(by)
    if by is None and not told.told and told.after is not None:
        by = context.counterpart(against)
    if by is None and told.predicate in SENT and sides.targets:
        by = at_post(told.sentence, people)
    return replace(sides, subject=by, marked=against)


def _recalled(told: Telling, sides: Sides, people: list[Unit]) -> Sides:
    """Whose envoy was recalled, and from where: «в П объявили об отзыве посла (А) в (Б)»."""
    envoy = next((unit for unit in people if _is_sent(unit)), None)
    if told.predicate != "recall" or envoy is None:
        return sides
    by = sides.subject or envoy.value.state
    return replace(sides, subject=by, marked=envoy.value.to if envoy.value.to != by else sides.marked)


def _is_sent(unit: Unit) -> bool:
    """Whether somebody is told with the state where he serves: "the ambassador of A to B"."""
    return unit.kind == "actor" and unit.value.to in states()


def _protested(told: Telling, sides: Sides) -> Sides:
    """Whom a protest was addressed to, and that the other of two states did it: «послу (Б) заявлен протест»."""
    if told.predicate != "protest" or not told.told or not told.cased:
        return sides
    by = sides.subject
    against = sides.marked or opposed.addressed(told.sentence, told.index, told.clause)
    if by is None and not told.context.of_many and imposed.is_handed_over(told.units[told.verb]):
        by = told.context.counterpart(against)
    return replace(sides, subject=by, marked=against)


def _at_home(told: Telling, sides: Sides) -> Sides:
    """The document's own state did what its "government" did: "(The government) lodged a protest with B"."""
    if sides.subject is not None or not told.told:
        return sides
    by = domestic.doer(told.sentence, told.verb, sides.marked, told.context)
    return replace(sides, subject=by)


def _alone(told: Telling, sides: Sides) -> Sides:
    """Whoever's envoy it is called them back, and the other expelled them: "the recall of the ambassador of (B)"."""
    if sides.subject is not None or sides.target is None or told.after is not None:
        return sides
    own = told.predicate == "recall"
    by = sides.target if own else told.context.counterpart(sides.target)
    return replace(sides, subject=by, marked=told.context.counterpart(by))


def _on_a_thing(told: Telling) -> bool:
    """Whether sanctions are told to be on a thing, without whose it is, that is not traded between states."""
    sentence, index, clause, units = told.sentence, told.index, told.clause, told.units
    if index + 1 >= clause.stop or units[index + 1].value not in ("on", "goal"):
        return False
    thing = units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
    traded = any(in_class(unit, sentence, "withheld") for unit in thing)
    return bool(thing) and thing[0].kind == "word" and not traded
