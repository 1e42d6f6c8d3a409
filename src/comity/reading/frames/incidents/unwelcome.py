"""Envoys declared persona non grata: by a verb ("declared two diplomats of B …") or by its noun, «в ответ на объявление
Б персоной нон грата дипломата А».
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, agents, opposed
from comity.reading.frames.incidents.people import may_be_sent_out, named_before
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.whose import at_mission
from comity.reading.frames.incidents.words import draft_of, is_envoy, object_of
from comity.reading.frames.nouns import act_of, in_class, phrase, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_NEAR = 6
"""Units between a noun of declaring and what somebody is declared to be."""
_PART = frozenset({"of", "source"})


def unwelcome(sentence: Sentence, index: int, clause: range, context: Context) -> Draft | None:
    """ "A declared two diplomats of B persona non grata", "two diplomats of B were declared persona non grata
    by A".
    """
    units = sentence.units
    if (noun := _declaring(sentence, index, clause)) is not None:
        return _by_noun(sentence, noun, index, clause, context)
    verb = next((i for i in range(index - 1, clause.start - 1, -1) if _declares(sentence, units[i])), None)
    behind = index + 1
    if behind < clause.stop and (
        in_class(units[behind], sentence, "impose") or _declares(sentence, units[behind])
    ):
        # «персонами нон грата объявлены двое дипломатов Б»
        verb, thing = behind, units[behind + 1 : phrase(sentence, behind + 1, frozenset({"of"}), clause.stop)]
        by = agents.agent(sentence, behind, clause) or adversaries.subject(sentence, index, clause)
    elif verb is None or _expelled_before(sentence, verb, clause):
        return None
    elif (
        verb == index - 1
        and units[verb - 1].kind != "be"
        and any(is_envoy(sentence, unit) for unit in units[index + 1 : index + _NEAR])
    ):
        # «объявляет персоной нон грата сотрудника посольства Б»
        thing = units[index + 1 : phrase(sentence, index + 1, frozenset({"of"}), clause.stop)]
        by = adversaries.subject(sentence, verb, clause)
    elif verb > clause.start and (units[verb - 1].kind == "be" or _done_to(sentence, verb, index, clause)):
        thing, by = object_of(sentence, verb, "passive", clause), agents.agent(sentence, index, clause)
    elif sentence.language.cases and units[verb].case:  # «список дипломатов Б, объявленных …»
        thing, by = named_before(sentence, verb, range(verb)), agents.agent(sentence, index, clause)
    else:
        thing, by = (
            units[verb + 1 : phrase(sentence, verb + 1, frozenset({"of"}), index)],
            adversaries.subject(sentence, verb, clause),
        )
        thing = [*thing, *at_mission(sentence, thing, range(clause.start, index))]
    foreign = any(unit.kind == "actor" and states_of(unit) not in ((), (by,)) for unit in thing)
    if not foreign and not any(is_envoy(sentence, unit) for unit in thing):
        thing = named_before(sentence, verb, range(verb))  # «объявило их персонами нон грата»
    return _told(sentence, index, units[verb], thing, by, clause, context)


def _expelled_before(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether the same clause told the expulsion: "were expelled and declared persona non grata"."""
    units = sentence.units
    if sentence.language.cases or units[verb - 1].kind != "and":
        return False
    told = (unit for unit in units[clause.start : verb] if unit.kind == "trigger")
    return any(predicate == "expel" for unit in told for predicate, _ in unit.value)


def _done_to(sentence: Sentence, verb: int, index: int, clause: range) -> bool:
    """Whether envoys stand before a verb and none behind it: «58 сотрудников посольства Б объявлены …»."""
    units = sentence.units
    ahead = any(is_envoy(sentence, unit) for unit in units[clause.start : verb])
    behind = any(unit.kind == "pronoun" or is_envoy(sentence, unit) for unit in units[verb + 1 : index])
    return bool(sentence.language.cases) and ahead and not behind and not units[verb].case


def _told(
    sentence: Sentence,
    index: int,
    verb: Unit,
    thing: list[Unit],
    by: str | None,
    clause: range,
    context: Context,
) -> Draft | None:
    foreign = any(unit.kind == "actor" and states_of(unit) not in ((), (by,)) for unit in thing)
    if not foreign and not may_be_sent_out(sentence, thing):
        return None
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    by = by or opposed.where(sentence, index, clause, against) or context.counterpart(against)
    return draft_of(
        sentence,
        index,
        act_of(sentence, "expel", plain_words(sentence, thing)),
        by,
        against or context.counterpart(by),
        [verb, *thing],
        context,
    )


def _declares(sentence: Sentence, unit: Unit) -> bool:
    return any(in_class(unit, sentence, name) for name in ("impose", "demand", "declare"))


def _declaring(sentence: Sentence, index: int, clause: range) -> int | None:
    """The noun of declaring before the words for somebody unwelcome, with at most a doer between."""
    units = sentence.units
    for i in range(index - 1, max(clause.start, index - _NEAR) - 1, -1):
        if in_class(units[i], sentence, "declaring"):
            return i
        if units[i].kind not in ("preposition", "pronoun", "determiner") and not (
            units[i].mark == "agent" and states_of(units[i])
        ):
            return None
    return None


def _by_noun(sentence: Sentence, noun: int, index: int, clause: range, context: Context) -> Draft | None:
    """«объявление Б персоной нон грата (дипломата А)», «заявила об объявлении персоной нон грата одного из …»."""
    units, first = sentence.units, index + 1
    if first < clause.stop and units[first].value == "of" and units[first].start == units[first].end:
        first += 1
    stop = phrase(sentence, first, _PART, clause.stop)
    if (
        stop < clause.stop
        and units[stop - 1].key in sentence.language.words["one"]
        and units[stop].value == "source"
    ):
        stop = phrase(sentence, stop + 1, _PART, clause.stop)
    thing = units[first:stop]
    by = next((state for unit in units[noun + 1 : index] for state in states_of(unit)), None)
    if by is None and noun >= clause.start + 2 and units[noun - 1].value in ("on", "topic"):
        by = adversaries.subject(sentence, noun - 2, clause)
    if not thing and units[index + 1 : index + 2] and units[index + 1].kind == "pronoun":
        return None  # «отозвала посла после объявления персоной нон грата её консула»
    if not thing:  # «двое дипломатов уехали из Б после объявления их персонами нон грата»
        thing = named_before(sentence, noun, range(noun))
        by = by or next(
            iter(opposed.sources(sentence, sentence.index(thing[-1]) if thing else noun, clause)), None
        )
    return _told(sentence, index, units[noun], thing, by, clause, context) if thing else None
