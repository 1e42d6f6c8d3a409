"""Towns of missions that no table knows, and those of lists of which it knows some."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_HYPHENED = re.compile(r"(?:-\w+)+")
_LIST_ENDS = frozenset(".;()")
_DASHES = frozenset("-–—")


def unknown_town(sentence: Sentence, index: int) -> str:
    """A town right behind a mission that no table knows, as written: "an honorary consulate in Bled"; else empty."""
    units = sentence.units
    if not (
        index + 1 < len(units)
        and units[index + 1].kind == "preposition"
        and units[index + 1].value == "place"
    ):
        return ""
    last = index + 1
    while last + 1 < len(units) and units[last + 1].kind == "word" and is_capitalised(units[last + 1]):
        last += 1
    if last == index + 1 or (
        last + 1 < len(units) and units[last + 1].kind in ("place", "state", "poss", "mission")
    ):
        return ""
    hyphened = _HYPHENED.match(sentence.text, units[last].end)  # "Mazar-i-Sharif"
    town = sentence.text[units[index + 2].start : hyphened.end() if hyphened else units[last].end]
    return (
        sentence.language.morphology.nominative(town, units[last].case) if sentence.language.cases else town
    )


def several(sentence: Sentence, index: int) -> bool:
    """Whether a mission's word stands for several: "consulates", «консульства»."""
    unit = sentence.units[index]
    if sentence.language.cases:
        return bool(sentence.language.morphology.is_plural(unit))
    return any(word.endswith("s") for word in unit.key.split(" "))


def towns_listed(sentence: Sentence, index: int, where: list[Unit], state: str | None) -> Iterator[str]:
    """The towns of a list of which no table knows some: "consulates in Bergen, Puerto Lindo and Vadsøya"."""
    behind = [unit.start for unit in where if unit.start > sentence.units[index].end]
    entry: list[Unit] = []
    for unit in sentence.units[index + 1 :] if behind else ():
        if unit.start < min(behind) or unit.kind == "preposition":
            continue
        over = unit.text in _LIST_ENDS
        if not (over or unit.kind == "and" or unit.text == ","):
            entry.append(unit)
            continue
        town = _town_of(sentence, entry, state) if entry else ""
        if town is None:
            return
        if town:
            yield town
        if over:
            return
        entry = []
    if town := _town_of(sentence, entry, state) if entry else "":
        yield town


def _town_of(sentence: Sentence, entry: list[Unit], state: str | None) -> str | None:
    """The town that an entry of a list is: one in a state, or capitalised words alone; None for anything else."""
    if entry[0].kind == "place":  # "Puebla City" is Puebla
        bare = all(unit.kind == "word" and is_capitalised(unit) for unit in entry[1:])
        return str(entry[0].value.name) if bare and entry[0].value.state == state else None
    hyphened = {
        id(unit) for dash, unit in itertools.pairwise(entry) if dash.text in _DASHES
    }  # "Mazar-i-Sharif"
    named = is_capitalised(entry[0]) and all(
        unit.text in _DASHES
        or (unit.kind == "actor" and unit.value.person.name == unit.text)
        or (
            unit.kind == "word"
            and (is_capitalised(unit) or id(unit) in hyphened or unit.key in sentence.language.particles)
        )
        for unit in entry
    )
    if not named:
        return None
    town = sentence.text[entry[0].start : entry[-1].end]
    return str(sentence.language.morphology.name(town, "loc" if town.endswith("е") else ""))


def dated_towns(sentence: Sentence, index: int, first: Unit) -> Iterator[tuple[Unit, Unit]]:
    """The further towns of missions of one kind, each with the date in brackets behind it, where the first has one:
    "opened consulates in P (2012) and Q (2014)"."""
    units = sentence.units
    at = sentence.index(first)
    if at < index or units[at - 1].text != "(" or at + 1 >= len(units) or units[at + 1].text != ")":
        return
    at += 2
    while at < len(units) and (units[at].kind in ("and", "preposition") or units[at].text == ","):
        at += 1
        opened = units[at : at + 4]
        if [unit.kind for unit in opened] != ["place", "punct", "date", "punct"] or opened[1].text != "(":
            continue
        yield opened[0], opened[2]
        at += 4
