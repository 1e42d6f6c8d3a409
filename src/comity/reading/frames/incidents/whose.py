"""Whose people and things are that a hostile act is done to, told behind them: «под флагом А», «из А»."""

from __future__ import annotations

from comity.reading.frames.incidents import adversaries
from comity.reading.frames.incidents.words import is_envoy
from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_FLAG = 6
"""Units between "flying" and the flag."""


def origin(sentence: Sentence, index: int, thing: list[Unit], clause: range) -> list[Unit]:
    """Where people are from, told behind them: «(выслал двух активистов) из А»."""
    units = sentence.units
    first = sentence.index(thing[-1]) + 1 if thing else clause.stop
    if first + 1 >= clause.stop or units[first].value != "source" or first < index:
        return []
    by = adversaries.subject(sentence, index, clause)
    foreign = any(state != by for state in states_of(units[first + 1])) and by is not None
    return units[first : first + 2] if foreign and not any(states_of(unit) for unit in thing) else []


def under_flag(sentence: Sentence, thing: list[Unit], clause: range) -> list[Unit]:
    """Whose a ship is, told behind it: «(судно) под флагом Панамы»."""
    units = sentence.units
    first = sentence.index(thing[-1]) + 1 if thing else clause.stop
    flag = first + 1
    if first < clause.stop and units[first].text == "flying":  # "boats flying the flag of B", "… the B flag"
        flags = (
            i
            for i in range(first + 1, min(first + _FLAG, clause.stop))
            if in_class(units[i], sentence, "flag")
        )
        at = next(flags, None)
        return units[first : phrase(sentence, at, frozenset({"of"}), clause.stop)] if at is not None else []
    if flag >= clause.stop or units[first].value != "under" or units[first].kind != "preposition":
        return []
    if units[flag].kind == "state" and flag + 1 < clause.stop:  # «под иранским флагом»
        flag += 1
    if not in_class(units[flag], sentence, "flag"):
        return []
    return units[first : phrase(sentence, flag, frozenset({"of"}), clause.stop)]


def at_mission(sentence: Sentence, thing: list[Unit], clause: range) -> list[Unit]:
    """At which mission somebody serves, told behind them: «(выслал военного атташе) при посольстве А»."""
    units = sentence.units
    first = sentence.index(thing[-1]) + 1 if thing else clause.stop
    if first + 1 >= clause.stop or any(states_of(unit) for unit in thing) or units[first].value != "place":
        return []
    stop = phrase(sentence, first + 1, frozenset({"of"}), clause.stop)
    posted = any(unit.kind == "mission" for unit in units[first + 1 : min(stop, first + 3)])
    return units[first:stop] if posted else []


def located(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """Where what was attacked is, right behind it: "bombed a factory in B"."""
    units = sentence.units
    behind = range(index, min(index + 3, clause.stop))
    at = next((i for i in behind if units[i].mark == "place" and states_of(units[i])), None)
    return units[index : at + 1] if at is not None else []


def apposed(sentence: Sentence, thing: list[Unit], clause: range) -> list[Unit]:
    """The office of somebody named, told behind a comma: "(summoned X), the chargé d'affaires of B"."""
    units = sentence.units
    at = sentence.index(thing[-1]) + 1 if thing else clause.stop
    if (
        at + 1 >= clause.stop
        or units[at].text != ","
        or thing[-1].kind != "actor"
        or is_envoy(sentence, thing[-1])
    ):
        return []
    first = at + 2 if units[at + 1].kind == "determiner" else at + 1
    stop = phrase(sentence, first, frozenset({"of"}), clause.stop)
    return units[first:stop] if any(is_envoy(sentence, unit) for unit in units[first:stop]) else []
