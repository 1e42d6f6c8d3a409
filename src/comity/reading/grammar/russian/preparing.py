"""What is put right in a sentence before its phrases get their cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comity.reading.grammar.russian.cases import NP_KINDS, is_adjective
from comity.reading.grammar.russian.mistaken import put_right
from comity.reading.grammar.russian.verbs import settle, verb_form
from comity.reading.units import Unit


def prepared(units: list[Unit], language: Any) -> list[Unit]:
    """The units with the forms of their verbs, what was mistaken put right, signs of towns left out."""
    for unit in units:
        if unit.kind == "trigger":
            settle(unit)
    put_right(units, language)
    _possessors(units)
    _join_apart(units, language)
    return _without_town_signs(units)


_POSSESSORS = frozenset({"его", "её", "ее", "их"})


def _possessors(units: list[Unit]) -> None:
    """«с её болгарской коллегой», «под руководством его председателя»: whose, where a preposition would take «неё»."""
    for index, unit in enumerate(units[1:-1], 1):
        if unit.kind != "pronoun" or unit.text not in _POSSESSORS:
            continue
        before, after = units[index - 1], units[index + 1]
        governed = before.kind == "preposition" and after.kind in NP_KINDS  # «на его базе»: else «на него»
        if governed or (before.kind == "and" and (after.kind == "office" or is_adjective(after))):
            unit.kind = "determiner"


def _join_apart(units: list[Unit], language: Any) -> None:
    """Gives a verb the meaning that it has with a noun of its clause: «вручил в четверг верительные грамоты», «визит в
    А завершил министр».
    """
    for index, unit in enumerate(units):
        nouns = language.apart.get(unit.key, ())
        form = verb_form(unit.text) if nouns and unit.kind in ("word", "trigger") else "noun"
        if form == "noun":
            continue
        told = [units[at].key for at in _clause_of(units, index)]
        near = {*told, *(key.split(" ")[-1] for key in told)}
        found = tuple((predicate, form) for noun, predicate in nouns if noun in near)
        if found:
            unit.kind, unit.value = "trigger", found


_ENDS = frozenset(";:()")
_OCCASIONS = frozenset({"по случай", "в связь с"})
"""Lemmas of prepositions that lead to what something was an occasion of."""
_APART = 8
"""Units between a verb and the noun that it has its meaning with."""


def _clause_of(units: list[Unit], verb: int) -> Iterator[int]:
    """The units around a verb as far as the next verb or the end of the clause."""
    for step in (-1, 1):
        for at in range(verb + step, verb + step * (_APART + 1), step):
            if not 0 <= at < len(units) or units[at].kind == "clause" or units[at].text in _ENDS:
                break
            if step > 0 and units[at].key in _OCCASIONS:
                break  # «принял посла по случаю вручения верительных грамот»
            if units[at].kind == "trigger" and any(form in ("finite", "base") for _, form in units[at].value):
                break
            yield at


_TOWN_SIGNS = frozenset({"г.", "г", "гг", "гор"})


def _without_town_signs(units: list[Unit]) -> list[Unit]:
    """«г. Алматы» is the town; its sign is left out."""
    found: list[Unit] = []
    for index, unit in enumerate(units):
        if unit.text == "." and found and found[-1].kind == "amount" and index + 1 < len(units):
            after_dot = units[index + 1].text
            if unit.start == found[-1].end and after_dot[:1].islower():
                continue  # «4 тыс. студентов»
        if unit.text in _TOWN_SIGNS and index + 1 < len(units):
            after = index + 2 if units[index + 1].text == "." and index + 2 < len(units) else index + 1
            if units[after].kind == "place":
                continue
        if (
            unit.text == "."
            and index
            and units[index - 1].text in _TOWN_SIGNS
            and index + 1 < len(units)
            and units[index + 1].kind == "place"
        ):
            continue
        found.append(unit)
    return found
