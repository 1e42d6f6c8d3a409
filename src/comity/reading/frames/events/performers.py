"""Who gave a concert or held an exhibition."""

from __future__ import annotations

from comity.reading.frames.nouns import direction, in_class
from comity.reading.named.name import Named
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit


def performers_of(sentence: Sentence, unit: Unit, event: Named) -> list[Unit]:
    """Who gave or held what only a common noun names: "the X choir gave two concerts"."""
    if event.type not in ("concert", "exhibition"):
        return []
    index = sentence.index(unit)
    clause = sentence.clause(index)
    for i in range(index - 1, clause.start - 1, -1):
        if sentence.units[i].kind == "trigger":
            given = any(
                predicate in ("provide", "hold", "perform") for predicate, _ in reading_of(sentence, i)
            )
            if not given or direction(sentence, i) != "active":
                return []
            groups = groups_of(sentence, clause.start, i)
            return groups[0] if groups else []
        if sentence.units[i].kind not in ("determiner", "amount", "word", "number"):
            return []
    return []


def groups_of(sentence: Sentence, low: int, high: int) -> list[list[Unit]]:
    """The performers that a subject lists, with their words: "the … ensemble of B and dance company “X”"."""
    units = sentence.units
    while low < high and units[low].kind in ("preposition", "date", "punct", "determiner"):
        low += 1
    found: list[list[Unit]] = [[]]
    for i in range(low, high):
        unit = units[i]
        if unit.kind == "preposition" and unit.value == "agent":
            if found[-1] and sentence.language.morphology.is_verbal(found[-1][-1]):
                found[-1].pop()  # "a dance group (sponsored) by …"
            break
        if unit.kind in ("be", "have") or unit.key in sentence.language.words["adverb"]:
            continue
        rest = units[i + 1 : high]
        if (
            unit.kind == "and"
            and any(u.kind in ("quoted", "organisation", "actor") for u in rest[:4])
            and found[-1]
        ):
            found.append([])
        else:
            found[-1].append(unit)
    return [
        group
        for group in found
        if any(_is_performer(unit) or in_class(unit, sentence, "artists") for unit in group)
    ]


def _is_performer(unit: Unit) -> bool:
    return unit.kind in ("quoted", "organisation", "actor", "body") or (
        unit.kind == "word" and unit.text[:1].isupper()
    )
