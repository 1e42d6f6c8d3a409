"""Protests to envoys of several states at once, and the time that envoys were given to go: «временным поверенным А, Б
и В выразили протест», «послу А дали 72 часа на выезд».
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, opposed
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.words import draft_of, is_envoy
from comity.reading.frames.nouns import act_of, noun_of, phrase, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_FAR = 10
"""Units between who is given time and what for."""
_THEY = "ли"
"""How a verb ends that tells of nobody: «выразили»."""
_LIST = frozenset({"state", "and", "punct", "preposition"})


def protested_to(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """The protest that was made to envoys told before its verb, by whom the main clause tells of."""
    units, clause = sentence.units, sentence.clause(index)
    verb = units[index].text.split(" ")[0]
    if not sentence.language.cases or not verb.endswith(_THEY):
        return []
    receiver = next(
        (i for i in range(clause.start, index) if units[i].kind == "actor" and is_envoy(sentence, units[i])),
        None,
    )
    if receiver is None or units[receiver].mark not in ("agent", "goal", ""):
        return []
    listed = units[receiver:index]
    if any(unit.kind not in _LIST for unit in listed[1:]) or len(opposed.states_in(listed)) < 2:
        return []
    by = _teller(sentence, clause)
    told = noun_of(sentence, "protest", units[index].key)
    drafts = (
        draft_of(sentence, index, told, by, state, [*listed], context) for state in opposed.states_in(listed)
    )
    return [draft for draft in drafts if draft is not None]


def _teller(sentence: Sentence, clause: range) -> str | None:
    """The state whose ministry the main clause says to tell it: «МИД А сообщил, что …»."""
    units = sentence.units
    if clause.start < 2 or units[clause.start - 1].kind != "clause":
        return None
    ahead = units[: clause.start - 1]
    return next((s for u in ahead if u.kind == "organisation" and not u.mark for s in states_of(u)), None)


def time_to_go(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """The expulsion of envoys who were given time for their departure."""
    units, clause = sentence.units, sentence.clause(index)
    purpose = units[index - 1] if index else None
    if (
        not sentence.language.cases
        or purpose is None
        or purpose.value != "goal"
        or purpose.start == purpose.end
    ):
        return []
    near = range(index - 2, max(clause.start, index - _FAR) - 1, -1)
    verb = next((i for i in near if units[i].key in sentence.language.words["demand"]), None)
    if verb is None:
        return []
    at = next(
        (i for i in (*near, *range(verb - 1, clause.start - 1, -1)) if _receives(sentence, units[i])),
        None,
    )
    if at is None:
        return []
    thing = units[at : phrase(sentence, at, frozenset({"of"}), index - 1)]
    against = next(iter(opposed.states_in(thing)), None)
    by = adversaries.subject(sentence, verb, clause)
    by = by if by != against else None
    by = by or next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
    by = by or opposed.host(thing) or opposed.where(sentence, index, clause, against, "source")
    by = by or context.counterpart(against)
    told = act_of(sentence, "expel", plain_words(sentence, thing))
    draft = draft_of(sentence, index, told, by, against, [units[verb], *thing], context)
    return [draft] if draft is not None else []


def _receives(sentence: Sentence, unit: Unit) -> bool:
    return is_envoy(sentence, unit) and unit.case == "dat"
