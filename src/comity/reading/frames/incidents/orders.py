"""Envoys and others told to leave: "A ordered two diplomats of B to leave", "were ordered out"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, agents, domestic, opposed, unnamed
from comity.reading.frames.incidents.manner import told_how
from comity.reading.frames.incidents.objects import are_its_people, their_own
from comity.reading.frames.incidents.people import may_be_sent_out, named_before
from comity.reading.frames.incidents.phrasing import plain_words, who_was_recalled
from comity.reading.frames.incidents.words import draft_of, is_envoy, object_of
from comity.reading.frames.nouns import (
    act_of,
    direction,
    in_class,
    phrase,
    states_of,
)
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_ORDER = 16
"""Units between an order and to leave."""
_GRANT = 9
"""Units between a verb of granting time and the clause of what it is for."""
_OUT = 18
"""Units between an order and the "out" that belongs to it."""


def ordered_out(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """ "A ordered two diplomats of B to leave", "A gave the ambassador of B two days to leave the country"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) == "active" and sentence.language.cases:
        return _demanded(sentence, index, context)
    if direction(sentence, index) != "infinitive":
        return []
    if clause.start > 1 and units[clause.start - 1].key in sentence.language.words["purpose"]:
        clause = sentence.clause(clause.start - 2)  # «дали послу две недели, чтобы покинуть страну»
    verb = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].key in sentence.language.words["demand"]
        ),
        None,
    )
    if verb is None or index - verb > _ORDER:
        return []
    passive = _is_passive(sentence, verb, clause)
    thing, by = (_told_passively if passive else _told_actively)(sentence, index, verb, clause)
    envoys = any(is_envoy(sentence, unit) for unit in thing)
    if not envoys and not (_leaves_the_country(sentence, index) and may_be_sent_out(sentence, thing)):
        return []
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    if by is None or by == against:
        by = next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
    if by is None:
        by = next(
            (
                state
                for i in range(index + 1, min(index + 4, len(units)))
                for state in states_of(units[i])
                if state != against
            ),
            None,
        )
    if by is None and context.news and not passive and unnamed.by_someone(sentence, verb, clause):
        by = unnamed.of_the_town(sentence, clause)
        if by is None:
            return []  # "President X gave the ambassador of B two days": of which state, nobody says
    by = by or context.counterpart(against)
    against = against or context.counterpart(by)
    draft = draft_of(
        sentence,
        index if index in clause else verb,
        act_of(sentence, "expel", plain_words(sentence, thing)),
        by,
        against,
        [units[verb], *thing],
        context,
    )
    return [draft] if draft is not None else []


def _is_passive(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether somebody was ordered: "two diplomats of B were (in turn) asked to leave"."""
    first = _past_turn(sentence, verb)
    return first > clause.start and sentence.units[first - 1].kind == "be"


def _told_passively(
    sentence: Sentence, index: int, verb: int, clause: range
) -> tuple[list[Unit], str | None]:
    """Who was ordered to leave, and by whom: "(two diplomats of B) were ordered by (A) to leave"."""
    thing = object_of(sentence, _past_turn(sentence, verb), "passive", clause)
    return thing, agents.agent(sentence, verb, clause) or agents.agent(sentence, index, clause)


def _told_actively(sentence: Sentence, index: int, verb: int, clause: range) -> tuple[list[Unit], str | None]:
    """Who was ordered to leave, and by whom: "(A) ordered (two diplomats of B) to leave"."""
    units, by = sentence.units, adversaries.subject(sentence, verb, clause)
    last = index if sentence.language.cases else index - 1  # "to leave"
    first = verb + 2 if units[verb + 1].kind == "preposition" else verb + 1
    thing = units[first : phrase(sentence, first, frozenset({"of", "goal"}), min(last, clause.stop))]
    counted = (i for i, unit in enumerate(thing) if unit.kind in ("amount", "number") and i)
    thing = thing[: next(counted, len(thing))]
    if any(is_envoy(sentence, unit) for unit in thing):
        return thing, by
    if sentence.language.cases:
        return _ordered_in_dative(sentence, index, verb, clause)
    if units[verb + 1].kind == "pronoun" and not _told_out(units[clause.start : verb]):
        thing = named_before(sentence, verb, clause)
        by = adversaries.subject(sentence, sentence.index(thing[0]), clause) if thing else None
    return thing, by


def _ordered_in_dative(
    sentence: Sentence, index: int, verb: int, clause: range
) -> tuple[list[Unit], str | None]:
    """Who was ordered to leave where the dative tells it, and by whom: «(трём сотрудникам) предписано покинуть …»,
    «предложила покинуть страну (консулу Б)».
    """
    thing, by = _behind_order(sentence, index, clause), None
    if thing:
        by = adversaries.subject(sentence, verb, clause)
    else:
        thing = object_of(sentence, verb, "passive", clause)
    if any(is_envoy(sentence, unit) for unit in thing):
        return thing, by
    thing = _ordered(sentence, verb, clause)
    return thing, opposed.where(sentence, verb, clause, next(iter(opposed.states_in(thing)), None))


def _past_turn(sentence: Sentence, verb: int) -> int:
    """The index of a verb, or of the words before it that only say that it answers: "was (in turn asked)"."""
    units = sentence.units
    while verb > 2 and units[verb - 1].key in sentence.language.words["adverb"]:
        verb -= 1
    turn = verb > 2 and units[verb - 1].key == "turn" and units[verb - 2].kind == "preposition"
    return verb - 2 if turn else verb


def sent_away(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """ "A ordered all traders of B out of the country", "three members of the embassy of B were ordered out"."""
    units, clause = sentence.units, sentence.clause(index)
    how = told_how(sentence, index)
    behind = range(index + 1, min(index + _OUT, clause.stop))
    out = next((i for i in behind if units[i].key in sentence.language.words["out"]), None)
    if out is None or how not in ("active", "passive"):
        return []
    if how == "passive":
        thing, by = object_of(sentence, index, "passive", clause), agents.agent(sentence, index, clause)
    else:
        thing, by = units[index + 1 : out], adversaries.subject(sentence, index, clause)
        if not thing:  # "ordered out two diplomats of B"
            thing = units[out + 1 : phrase(sentence, out + 1, frozenset({"of"}), clause.stop)]
    home = units[out].key in sentence.language.words["homeward"]
    if in_class(units[index], sentence, "fetches") or their_own(sentence, thing):
        return _called_home(sentence, index, out, thing, context) if home and how == "active" else []
    envoys = any(is_envoy(sentence, unit) for unit in thing)
    if not (envoys if home else may_be_sent_out(sentence, thing)):
        return []
    against = next((state for state in opposed.states_in(thing) if state != by), None)
    by = by or context.counterpart(against)
    told = act_of(sentence, "expel", plain_words(sentence, thing))
    draft = draft_of(sentence, index, told, by, against or context.counterpart(by), thing, context)
    return [draft] if draft is not None else []


def _called_home(
    sentence: Sentence, index: int, out: int, thing: list[Unit], context: Context
) -> list[Draft]:
    """ "A called its ambassador to B home"; who is sent back to a post is not called from it."""
    units, clause = sentence.units, sentence.clause(index)
    if out + 1 < clause.stop and units[out + 1].value == "goal" and units[out + 1].kind == "preposition":
        return []
    if not any(is_envoy(sentence, unit) for unit in thing):
        return []
    by = adversaries.subject(sentence, index, clause)
    to = next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
    against = to or next((s for s in opposed.states_in(thing) if s != by), None)
    against = against or next(iter(opposed.sources(sentence, index, clause)), None)
    against = against or context.counterpart(by)
    by = by or domestic.doer(sentence, index, against, context)
    told = act_of(sentence, "recall", who_was_recalled(sentence, thing))
    draft = draft_of(sentence, index, told, by, against, thing, context)
    return [draft] if draft is not None else []


def _told_out(units: list[Unit]) -> bool:
    """Whether the expulsion was told already: "declared X persona non grata and gave him two days to leave"."""
    told = (predicate for unit in units if unit.kind == "trigger" for predicate, _ in unit.value)
    return any(predicate in ("expel", "unwelcome") for predicate in told)


def _leaves_the_country(sentence: Sentence, index: int) -> bool:
    """Whether it is the country that somebody is to leave, and not another place."""
    behind = sentence.units[index + 1 : index + 3]
    place = len(behind) == 2 and behind[0].kind == "determiner"
    return not place or behind[1].key in sentence.language.words["country"]


def _demanded(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """«А потребовала, чтобы дипломаты Б покинули страну»."""
    units, clause, words = sentence.units, sentence.clause(index), sentence.language.words
    opens = clause.start - 1
    if opens < 2 or units[opens].key not in words["purpose"]:
        return []
    verb = next(
        (i for i in range(opens - 1, max(opens - _GRANT, -1), -1) if units[i].key in words["demand"]), None
    )
    if verb is not None and all(unit.kind == "pronoun" for unit in units[clause.start : index]):
        return _given_time(sentence, index, verb, context)
    thing = units[clause.start : phrase(sentence, clause.start, frozenset({"of"}), index)]
    if verb is None or not any(is_envoy(sentence, unit) for unit in thing):
        return []
    by = adversaries.subject(sentence, verb, sentence.clause(verb))
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    act = act_of(sentence, "expel", plain_words(sentence, thing))
    draft = draft_of(sentence, verb, act, by, against, [units[index], *thing], context)
    return [draft] if draft is not None else []


def _given_time(sentence: Sentence, index: int, verb: int, context: Context) -> list[Draft]:
    """«Дипломатам Б А отвела 48 часов, чтобы они выехали», «японцу дали 72 часа на то, чтобы он покинул А»."""
    units, main = sentence.units, sentence.clause(verb)
    receiver = next((i for i in main if units[i].mark == "goal" and units[i].case == "dat"), None)
    if receiver is None:
        return []
    stop = receiver + 1
    while stop < main.stop and (units[stop].case == "dat" or "of" in (units[stop].mark, units[stop].value)):
        stop += 1
    thing = units[receiver:stop]
    if not (may_be_sent_out(sentence, thing) or are_its_people(thing, sentence)):
        return []
    against = next(iter(opposed.states_in(thing)), None)
    left = opposed.states_in(units[index + 1 : index + 4])
    by = adversaries.subject(sentence, verb, main)
    by = next(iter(left), None) if by in (None, against) else by
    act = act_of(sentence, "expel", plain_words(sentence, thing))
    draft = draft_of(sentence, verb, act, by, against, [units[index], *thing], context)
    return [draft] if draft is not None else []


def _behind_order(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """The envoys behind what they were told to do: «(предложила покинуть страну) консулу Б»."""
    units = sentence.units
    behind = range(index + 2, min(index + _GRANT, clause.stop))
    at = next((i for i in behind if units[i].case == "dat" and units[i - 1].value == "goal"), None)
    at = at or next(
        (i for i in behind if is_envoy(sentence, units[i]) and units[i].case in ("acc", "gen")), None
    )
    if at is None:
        return []
    thing = units[at : phrase(sentence, at, frozenset({"of"}), clause.stop)]
    return thing if any(is_envoy(sentence, unit) for unit in thing) else []


def _ordered(sentence: Sentence, verb: int, clause: range) -> list[Unit]:
    """The envoys ahead of an order: «двоим сотрудникам посольства А в Б в понедельник предписано»."""
    units = sentence.units
    at = next((i for i in range(clause.start, verb) if is_envoy(sentence, units[i])), None)
    if at is None:
        return []
    first = at
    while first > clause.start and (units[first - 1].case == units[at].case or not units[first - 1].text):
        first -= 1
    counted = first > clause.start and units[first - 1].kind == "amount"
    thing = units[first - 1 if counted else first : phrase(sentence, at, frozenset({"of"}), verb)]
    return [unit for unit in thing if unit.kind != "preposition" or unit.value != "goal"]
