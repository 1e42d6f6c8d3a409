"""Who did what a noun tells: the subject of its verb, whoever imposed it, whose it is."""

from __future__ import annotations

from dataclasses import replace

from comity.reading.frames.incidents import adversaries, agents, imposed, opposed, unnamed
from comity.reading.frames.incidents.handing import was_called
from comity.reading.frames.incidents.telling import Telling
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_ALONE = frozenset({"expel", "recall", "declare_war", "close_border"})
"""Acts that their noun tells without a verb: "the expulsion of two diplomats of B"."""


def with_doer(told: Telling) -> Telling | None:
    """The noun with who did it, as far as that is known; none where nothing tells that it was done."""
    if told.told:
        return replace(told, by=_subject(told))
    imposing = imposed.imposing(told.sentence, told.after, told.clause) if told.after is not None else None
    if imposing is not None:
        return replace(told, by=imposing)
    if told.relative is not None:
        return _of_relative(told, *told.relative)
    if told.after is not None and (
        told.right_behind or told.units[told.after - 1].kind in ("be", "have") or _is_headline(told)
    ):
        return _of_passive(told)
    return _alone(told)


def _is_headline(told: Telling) -> bool:
    """Whether a line without "was" tells by whom it was imposed: "Travel ban on citizens of B reimposed by A"."""
    after = (told.after or 0) + 1
    behind = told.units[after] if after < told.clause.stop else None
    by = behind is not None and behind.kind == "preposition" and behind.value == "agent"
    return by and told.sentence.block.kind in ("heading", "item", "cell")


def _subject(told: Telling) -> str | None:
    """The subject of the verb; who received what it tells is none: "the B consul was handed a note of protest"."""
    sentence, verb, clause, units = told.sentence, told.verb, told.clause, told.units
    by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
    if by is None and (it := unnamed.carried_on(sentence, verb, told.context)) is not None:
        by = it[0]
    if verb and units[verb - 1].kind == "be" and units[verb - 2].kind == "actor":
        return agents.agent(sentence, told.index, clause) or told.context.counterpart(by)
    if told.predicate == "protest" and was_called(sentence, verb, clause):
        return _host(told, by)
    return by


def _host(told: Telling, by: str | None) -> str | None:
    """Who called an envoy to hand over a protest: "the ambassador of B was summoned to the ministry in P and handed
    a note of protest".
    """
    sentence, verb, clause = told.sentence, told.verb, told.clause
    host = opposed.called_to(sentence, clause, by) or opposed.where(sentence, verb, clause, by)
    called = next(iter(opposed.states_in(told.units[clause.start : verb])), None)
    return host or told.context.counterpart(called)


def _of_relative(told: Telling, by: str, verb: int) -> Telling:
    """Who imposed it by the clause beside it: "the embargo which (A) imposed on B"."""
    first = told.index if told.imposition is not None else told.first
    clause = range(told.index, told.sentence.clause(verb).stop)
    return replace(told, by=by, after=verb, clause=clause, first=first)


def _of_passive(told: Telling) -> Telling | None:
    """Who imposed it by the agent or by whose it is: "sanctions were imposed by (A)", "the (A) embargo imposed on B";
    none of states where it is "sanctions placed on B by the OAS".
    """
    by = agents.agent(told.sentence, told.index, told.clause)
    if by is None and told.right_behind:
        by = _whose(told.units[told.first : told.index])
        if by is None:
            return None
    return replace(told, by=by)


def _alone(told: Telling) -> Telling | None:
    """Who did what the noun tells alone: "(A)'s expulsion of two diplomats of B"."""
    sentence, index, clause, units = told.sentence, told.index, told.clause, told.units
    if told.predicate not in _ALONE or index + 1 >= clause.stop:
        return None
    if units[index + 1].kind not in ("preposition", "amount"):
        return None
    verbs = (i for i in range(index + 1, clause.stop) if is_verb(sentence, i))
    by = agents.agent(sentence, index, range(clause.start, next(verbs, clause.stop)))
    return replace(told, by=by or _owner(sentence, told.first, index))


def _whose(group: list[Unit]) -> str | None:
    """The state whose act it is by an adjective before the noun."""
    return next((s for unit in group if unit.kind == "state" for s in states_of(unit)), None)


def _owner(sentence: Sentence, first: int, index: int) -> str | None:
    """Whose an act is by the words before its noun: "A's expulsion of …"."""
    units = sentence.units[max(0, first - 2) : index]
    return next((state for unit in units if unit.mark == "owner" for state in states_of(unit)), None)
