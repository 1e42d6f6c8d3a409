"""Those whom a noun tells to have been sent away or called back: "the expulsion of (two diplomats of B)"."""

from __future__ import annotations

from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.incidents import agents
from comity.reading.frames.incidents.objects import are_its_people
from comity.reading.frames.incidents.people import are_people_of, is_of_mission
from comity.reading.frames.incidents.telling import Telling
from comity.reading.frames.incidents.words import is_envoy
from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def sent(told: Telling, group: list[Unit]) -> list[Unit] | None:
    """Those sent away, who are envoys or people of another state; none where neither they nor the act's own words
    (`group`) tell such: "the expulsion of gases".
    """
    behind = _behind(told)
    people = told.predicate == "expel" and _are_foreign_people(told, behind)
    envoys = any(is_envoy(told.sentence, unit) for unit in [*group, *behind])
    if not people and not envoys and not is_of_mission(told.sentence, behind):
        return None
    if people:
        behind = behind[: next((i for i, unit in enumerate(behind) if unit.kind == "and"), len(behind))]
    return behind[: _last(told.sentence, behind, people) + 1]  # without a verb that nobody knows


def _behind(told: Telling) -> list[Unit]:
    """The noun phrase behind the noun, past who did it: «высылка Б (дипломатов А)»."""
    units, index, clause = told.units, told.index, told.clause
    begin = agents.past_agent(told.sentence, index, clause)
    if begin > index + 1 and begin < clause.stop and units[begin].kind == "preposition":
        begin += 1
    start = begin if begin > index + 1 else index
    return units[begin : phrase(told.sentence, start, frozenset({"of"}), clause.stop)]


def _are_foreign_people(told: Telling, behind: list[Unit]) -> bool:
    """Whether those sent away are people of a state: "A's expulsion of two thousand immigrants of B"."""
    sentence = told.sentence
    if not any(states_of(unit) for unit in behind):
        return False
    if any(in_class(unit, sentence, "nationals") for unit in behind) or are_its_people(behind, sentence):
        return True
    if date_unit(sentence, told.index) is None:
        return False
    return are_people_of(sentence, [unit for unit in behind if unit.kind != "preposition"])


def _last(sentence: Sentence, behind: list[Unit], people: bool) -> int:
    """The last unit that tells who they are; -1 for none."""
    last = max((i for i, unit in enumerate(behind) if _tells_who(sentence, unit)), default=-1)
    if people and last >= 0 and behind[last].kind == "state":
        last = max([i for i, unit in enumerate(behind) if unit.kind == "word"] + [last])
    if last + 1 < len(behind) and behind[last + 1].kind == "mission":
        last += 1  # «сотрудника российского посольства»
    return last


def _tells_who(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is an envoy, a mission, a state or a word for its people."""
    if unit.kind == "mission" or states_of(unit):
        return True
    return is_envoy(sentence, unit) or in_class(unit, sentence, "nationals")


def at_post(sentence: Sentence, people: list[Unit]) -> str | None:
    """The state in which the mission is whose staff is sent away: «высылка сотрудников посольства А в Б»."""
    at = sentence.index(people[-1]) if people else -1
    units = sentence.units[at + 1 : at + 3]
    if not any(unit.kind == "mission" for unit in people) or len(units) < 2 or units[0].value != "place":
        return None
    return next(iter(states_of(units[1])), None)


def demanded(sentence: Sentence, index: int) -> bool:
    """Whether an act is only what somebody demands by a noun: «требования А о (высылке дипломата)»."""
    units = sentence.units
    if not sentence.language.cases or index < 2 or units[index - 1].value not in ("on", "topic"):
        return False
    at = index - 2
    while (
        at > 0 and ("of" in (units[at].mark, units[at].value) or units[at].case == "gen") and index - at < 6
    ):
        if _is_hearsay(sentence, at):
            return True
        at -= 1
    return _is_hearsay(sentence, at) and units[at].kind == "word"


def _is_hearsay(sentence: Sentence, at: int) -> bool:
    """Whether a word tells of demands or reports: «сообщения (о высылке посла)»."""
    return any(in_class(sentence.units[at], sentence, name) for name in ("demand", "hearsay"))
