"""What a state announced that it stops: «А объявила о приостановке сотрудничества с Б»."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, opposed
from comity.reading.frames.incidents.objects import fits
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import (
    act_of,
    phrase,
    states_of,
)
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def announced_stop(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """What a state announced that it stops: «А объявила о приостановке сотрудничества с Б»."""
    units, clause, words = sentence.units, sentence.clause(index), sentence.language.words
    at = index - 1
    while at > clause.start and units[at].kind == "word" and units[at].case == units[index].case:
        at -= 1  # «о (полном) прекращении»
    about = units[at] if at > clause.start else None
    if not sentence.language.cases or about is None or about.value not in ("on", "topic"):
        return None
    verb = next((i for i in range(at - 1, max(clause.start, at - 3), -1) if _decides(units[i], words)), None)
    told = _told(sentence, at, clause) if verb is None else None
    verb = verb if told is None else told
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    thing = [unit for unit in units[index + 1 : stop] if unit.end > unit.start]
    if verb is None or not fits(sentence, thing, predicate):
        return None
    by = adversaries.subject(sentence, verb, clause) or _where_announced(sentence, verb, clause)
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    against = against or opposed.target(sentence, index, clause, by)
    if against is None and by is not None and context.news:
        against = opposed.other_told(sentence, by)
    act = act_of(sentence, predicate, plain_words(sentence, thing), units[index].key)
    return draft_of(sentence, index, act, by, against, [units[verb], *thing], context)


def _told(sentence: Sentence, about: int, clause: range) -> int | None:
    """The verb by which a state told another what it stops: «А сообщила Б о прекращении импорта»."""
    units, says = sentence.units, sentence.language.words["notifies"]
    at = about - 1
    while at > clause.start and (
        units[at].kind == "preposition" or units[at].case in ("dat", "acc", "nom-acc")
    ):
        at -= 1
    to_state = any(unit.kind == "state" for unit in units[at + 1 : about])
    return at if to_state and units[at].key in says else None


def _decides(unit: Unit, words: dict[str, frozenset[str]]) -> bool:
    return unit.key in words["announced"] | words["agreed"]


def _where_announced(sentence: Sentence, verb: int, clause: range) -> str | None:
    """The state that the clause opens with as where something was announced: «В А заявили о задержании …»."""
    units = sentence.units[clause.start : verb]
    place = len(units) > 1 and units[0].kind == "preposition" and units[0].value == "place"
    return next(iter(states_of(units[1])), None) if place and all(u.kind != "actor" for u in units) else None
