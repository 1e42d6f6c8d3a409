"""Who recognised a state, where they stand behind the verb, or several do it one after the other."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.parties import is_subject
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_REACH = 4
"""Units between a verb and its subject behind it."""
_NEAR = 600
"""How far behind a recognition "the republic" is the one that was recognised."""


def behind(sentence: Sentence, index: int) -> tuple[Unit, Unit] | None:
    """Who recognised and who was recognised, where the object comes first: «независимость А и Б признала В»."""
    units, polity = sentence.units, sentence.language.words["polity"]
    clause = sentence.clause(index)
    if not sentence.language.cases:
        return None
    of: Unit | None = None
    at = index - 1
    while at >= clause.start and (units[at].kind in ("and", "preposition") or units[at].mark == "of"):
        if units[at].kind == "state":
            of = units[at]
        at -= 1
    if of is None or at < clause.start or units[at].key not in polity:
        return None
    if any(is_subject(unit) for unit in units[clause.start : at]):
        return None
    by = next((unit for unit in units[index + 1 : index + 1 + _REACH] if unit.kind == "state"), None)
    return (by, of) if by is not None and is_subject(by) else None


def later_ones(sentence: Sentence, of: Unit | None) -> list[Unit]:
    """Who did the same afterwards: «независимость А признала сначала Б, а затем В и Г»."""
    units, words = sentence.units, sentence.language.words["followed"]
    start = sentence.index(of) + 1 if of is not None else 0
    then = next((i for i in range(start, len(units)) if units[i].key in words), len(units))
    if any(unit.kind in ("trigger", "clause", "date") for unit in units[start:then]):
        return []
    return _run(units[then + 1 :], marked=False)


def agents(sentence: Sentence, by: Unit | None) -> list[Unit]:
    """Who else the passive names with one doer, all at the same time or at no time told: "by A, B and C"."""
    if by is None:
        return []
    behind_it = sentence.units[sentence.index(by) + 1 :]
    found = _run(behind_it, marked=True)
    after = behind_it[behind_it.index(found[-1]) + 1 :][:2] if found else []
    return found if not any(unit.kind == "date" for unit in after) else []


def further_agents(sentence: Sentence, first: Unit | None) -> Iterator[tuple[Unit, Unit]]:
    """Who did the same by the same passive, each with its own date: "by A in 1823 and by B in 1831"."""
    if first is None:
        return
    agents: list[Unit] = []
    for unit in sentence.units[sentence.index(first) + 1 :]:
        if unit.kind == "state" and unit.mark == "agent":
            agents.append(unit)
        elif unit.kind == "date":
            yield from ((agent, unit) for agent in agents)
            agents = []
        elif unit.kind == "trigger" or unit.kind == "clause":
            return


def followers(sentence: Sentence, index: int) -> Iterator[tuple[Unit, Unit]]:
    """Who did the same later, each with its date: "…, followed by B on 3 May and C on 5 May"."""
    units, words = sentence.units, sentence.language.words["followed"]
    at = next((i for i in range(index + 1, len(units)) if units[i].key in words), None)
    if at is None or at + 1 >= len(units) or units[at + 1].value != "agent":
        return
    follower: Unit | None = None
    for unit in units[at + 2 :]:
        if unit.kind == "state" and unit.value[1] == "name":
            follower = unit
        elif unit.kind == "date" and follower is not None:
            yield follower, unit
            follower = None
        elif unit.kind not in ("and", "preposition", "determiner") and unit.text != ",":
            return


def _run(units: list[Unit], *, marked: bool) -> list[Unit]:
    """The states of a list that begins here: agents of a passive, or subjects."""
    found: list[Unit] = []
    for unit in units:
        if unit.kind == "state":
            fits = unit.mark in ("agent", "") if marked else is_subject(unit)
            if not fits or unit.value[1] != "name":
                break
            found.append(unit)
        elif not (unit.text == "," or unit.kind in ("and", "determiner") or unit.value == "agent"):
            break
    return found


def recognised_before(sentence: Sentence, index: int, context: Context) -> str | None:
    """The state recognised last, where only "the republic" is told: «Позже республика была признана А и Б»."""
    last = context.latest.get("recognition")
    subject = sentence.units[sentence.clause(index).start : index]
    named = any(unit.kind in ("state", "actor", "place", "organisation", "pronoun") for unit in subject)
    if last is None or named or sentence.start - last.evidence[-1][1] > _NEAR:
        return None
    told = any(unit.key in sentence.language.words["polity"] for unit in subject)
    return str(last.slots["of"]) if told else None


def freed_before(sentence: Sentence, index: int) -> Unit | None:
    """The state that "it" means beside a verb of recognising: "When B became free on D, A recognised it"."""
    units = sentence.units
    beside = (
        units[index + 1 : index + 2] if not sentence.language.cases else units[max(0, index - 1) : index + 2]
    )
    if (
        not any(unit.kind == "pronoun" for unit in beside)
        or units[0].key not in sentence.language.words["when"]
    ):
        return None
    comma = next((i for i, unit in enumerate(units) if unit.text == ","), 0)
    named = [unit for unit in units[:comma] if unit.kind == "state" and unit.value[1] == "name"]
    return named[0] if len(named) == 1 else None
