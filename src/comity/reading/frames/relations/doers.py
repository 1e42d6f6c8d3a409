"""Who acts upon their relations with one state: "A, B and C severed relations with D", «А вслед за Б и В объявила, что
разрывает отношения с Г».
"""

from __future__ import annotations

from comity.reading.sentence import Sentence
from comity.reading.units import Unit

Pairs = list[tuple[tuple[str, ...], list[Unit]]]

_BETWEEN = frozenset({"state", "and", "punct", "determiner"})
"""Kinds of unit that stand between states which do one thing."""

_SEVERAL = 3
"""States from which a plural leaves open which two are meant."""


def each(sentence: Sentence, act: int) -> Pairs:
    """The pairs where several states act upon their relations with one, or where one announced that it does."""
    between = _between_them(sentence, act)
    if between:
        return between
    names = [sentence.units[i] for i in sentence.clause(act) if _is_named(sentence.units[i])]
    partners = [unit for unit in names if unit.mark == "with"]
    if len(partners) != 1:
        return []
    doers = [unit for unit in names if not unit.mark and sentence.index(unit) < act]
    before = [unit for unit in names if unit.mark == "after" and _led_the_way(sentence, unit)]
    announced = [] if doers else _announcing(sentence, act)
    told = len(names) == len(doers) + len(before) + 1
    if not told or len(doers) + len(before) + 2 * len(announced) < 2 or not (doers or announced):
        return []
    if announced:
        before = [unit for unit in sentence.units if _is_named(unit) and _led_the_way(sentence, unit)]
    doers = doers or announced
    if not (_are_joined(sentence, doers) and _are_joined(sentence, before)):
        return []
    partner = partners[0]
    pairs = [((str(unit.value[0]), str(partner.value[0])), [unit, partner]) for unit in (*doers, *before)]
    return [(pair, words) for pair, words in pairs if pair[0] != pair[1]]


def _between_them(sentence: Sentence, act: int) -> Pairs:
    """The pairs of one state with each of several that it was told to recognise, where only "between the states" is
    said: «А признала Б и В, а затем между государствами были установлены отношения».
    """
    units, polity = sentence.units, sentence.language.words["polity"]
    at = next(
        (
            i
            for i in sentence.clause(act)
            if units[i].value == "between" and i + 1 < len(units) and units[i + 1].key in polity
        ),
        0,
    )
    told = [unit for unit in units[:at] if _is_named(unit)]
    if len(told) < _SEVERAL or any(_is_named(unit) for unit in units[at:]):
        return []
    doer, others = told[0], told[1:]
    if doer.mark or any(unit.mark != others[0].mark or not unit.mark for unit in others):
        return []
    return [((str(doer.value[0]), str(one.value[0])), [doer, one]) for one in others]


def _is_named(unit: Unit) -> bool:
    return bool(unit.kind == "state" and unit.value[1] == "name")


def _are_joined(sentence: Sentence, doers: list[Unit]) -> bool:
    """Whether states stand in one list, each perhaps with a word for what it is: «А и островное королевство Б»."""
    if not doers:
        return True
    polity = sentence.language.words["polity"]
    between = sentence.units[sentence.index(doers[0]) : sentence.index(doers[-1])]
    called = [i for i, unit in enumerate(between) if unit.kind == "word" and unit.key in polity]
    return all(
        unit.kind in _BETWEEN or (unit.kind == "word" and any(at in (i, i + 1) for at in called))
        for i, unit in enumerate(between)
        if unit.kind != "preposition" or unit.value != "after"
    )


def _led_the_way(sentence: Sentence, unit: Unit) -> bool:
    """Whether a state, or the first that it is joined to, did before what is told: «вслед за А и Б»."""
    units, at = sentence.units, sentence.index(unit)
    while at > 1 and units[at - 1].kind in ("and", "punct", "state"):
        at -= 1
    leads = sentence.language.words["led_the_way"]
    before = units[max(0, at - 2) : at]
    return any(one.key in leads for one in before)


def _announcing(sentence: Sentence, act: int) -> list[Unit]:
    """The states that say that they act, where the clause does not name them: «А и Б заявили, что разрывают …»."""
    units, words = sentence.units, sentence.language.words
    start = sentence.clause(act).start
    says = next(
        (i for i in range(start - 1, max(start - 4, -1), -1) if units[i].key in words["states_that"]), 0
    )
    if not says or any(unit.kind in ("pronoun", "actor") for unit in units[start:act]):
        return []
    first = sentence.clause(says).start
    return [
        unit
        for unit in units[first:says]
        if _is_named(unit) and not unit.mark and unit.case in ("", "nom", "nom-acc")
    ]
