"""The preposition that governs each nominal of a sentence, which tells its role."""

from __future__ import annotations

import re

from comity.reading.units import Unit

NOMINAL = frozenset(
    {"state", "dyad", "sides", "place", "actor", "organisation", "quoted", "date", "relations",
     "mission", "instrument", "body", "event", "amount"}
)  # fmt: skip
_PASSED = frozenset({"determiner", "word", "number", "honorific"})
_OPENING = frozenset({"invitation", "during", "after", "before", "since", "until", "under"})
"""Marks of phrases that open a sentence: behind their comma comes the subject, not a conjunct."""
_NUMERAL = re.compile(r"[IVX]{1,4}")
_OBLIQUE = frozenset({"acc", "loc", "dat", "ins"})


def _ends_opening(units: list[Unit], comma: int) -> bool:
    """Whether a comma ends the phrase that a sentence opens with: "With the end of the union of A, B opened …"."""
    if units[0].kind != "preposition" or any(unit.text == "," or acts(unit) for unit in units[1:comma]):
        return False
    for unit in units[comma + 1 : comma + 14]:
        if acts(unit):
            return True
        if unit.kind in ("and", "punct"):
            return False
    return False


def acts(unit: Unit) -> bool:
    """Whether a unit is a verb by its form alone."""
    if unit.kind in ("be", "have", "modal"):
        return True
    return unit.kind == "trigger" and all(form in ("finite", "participle") for _, form in unit.value)


def _another_case(before: Unit, unit: Unit) -> bool:
    """Whether a nominal stands in a case that the word before it, behind a preposition, does not have."""
    if unit.kind == "actor":
        return bool(unit.case) and unit.case != "gen" and before.case not in unit.case.split("-")
    if before.case == "acc":
        return unit.case.startswith("nom") or (unit.kind == "place" and not unit.case)
    return unit.case.startswith("nom") and unit.kind in (
        "mission",
        "organisation",
    )  # «забросали камнями посольство»


def _is_object(before: Unit, unit: Unit) -> bool:
    """Whether a mission is no part of the genitive before it, whose case it does not have: «из соображений экономии
    посольство закрыли».
    """
    return before.case == "gen" and unit.kind == "mission" and unit.case.startswith("nom")


def _belongs(unit: Unit, state: Unit) -> bool:
    """Whether a nominal right behind a state is its own: behind its adjective, or a town of it («в столице А Б»)."""
    if state.value[1] == "adjective":
        return True
    return unit.kind == "place" and not unit.case and unit.value.state == state.value[0]


def _counts(amount: Unit, unit: Unit) -> bool:
    """Whether a number says how many they are of whom something is told: "between the two presidents"."""
    return (
        amount.mark in ("between", "of")
        and unit.kind == "actor"
        and bool(unit.value.plural)
        and not unit.value.group
    )


def mark(units: list[Unit]) -> None:
    """Gives every nominal the mark of the preposition before it; conjuncts share the mark of the first."""
    size = len(units)
    for index, unit in enumerate(units):
        if unit.kind not in NOMINAL:
            continue
        cursor = index - 1
        passed = 0
        while cursor >= 0 and passed < 5:
            before = units[cursor]
            if before.kind == "preposition":
                if passed and unit.kind == "actor" and unit.case == "nom":
                    break  # «вне рамок повестки дня Н. был принят»: no preposition governs the subject
                unit.mark = before.value if before.value != "and" else ""
                break
            if cursor == index - 1 and before.kind == "amount" and _counts(before, unit):
                unit.mark = before.mark  # "between the two presidents"
                break
            if before.kind in _PASSED:
                if unit.kind == "state" and _NUMERAL.fullmatch(before.text):
                    break  # "during World War II A declared war"
                if unit.kind == "state" and unit.case == "nom" and before.case not in ("", "nom"):
                    break  # «за годы независимости Армения …»
                if before.case and (
                    _is_object(before, unit) or (before.case in _OBLIQUE and _another_case(before, unit))
                ):
                    break  # «в ответ Москва …», «принял в Акорде министра»: what follows is another phrase
                cursor -= 1
                passed += 1
                continue
            if before.kind in ("and", "punct") and before.text not in (";", ":", "(", ")"):
                previous = cursor - 1
                town = unit.kind == "state" and before.text == "," and units[previous].kind == "place"
                opening = before.kind == "punct" and (
                    units[previous].mark in _OPENING or _ends_opening(units, cursor)
                )
                if unit.case == "nom" and units[previous].case in _OBLIQUE:
                    break  # «закрыла посольство в П, Турция отозвала …»: a subject, no further place
                if previous >= 0 and not opening and (units[previous].kind == unit.kind or town):
                    unit.mark = units[previous].mark
                break
            if before.kind == "state" and cursor == index - 1 and _belongs(unit, before):
                unit.mark = before.mark
                break
            break
        if index + 1 < size and units[index + 1].kind == "poss":
            unit.mark = "owner"
