"""Fighting between two states that a noun tells: "border clashes between A and B broke out in …"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import opposed, passing
from comity.reading.frames.incidents.phrasing import opens_sentence
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import head_before, in_class, phrase, states_of, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:clash"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Clashes between A and B …", "A–B border clashes", "forces of A clashed with those of B", with a date."""
    if not is_fact(sentence, index):
        return
    date = date_unit(sentence, index)
    aside = passing.told_in_passing(sentence, index) and not passing.own_date(sentence, index, date)
    if aside or (date is None and not context.news):
        return
    units, clause = sentence.units, sentence.clause(index)
    verb = is_verb(sentence, index)
    first = index if verb else head_before(sentence, index)
    marks = (
        ("between", "with") if verb or index + 1 >= clause.stop or units[index + 1].value != "of" else ("of",)
    )
    behind = [units[i] for i in range(index + 1, clause.stop) if units[i].mark in marks]
    sides = _sides(sentence, behind)
    if verb:
        ahead = _sides(sentence, units[clause.start : index])
        sides = [*ahead[-1:], *sides] if behind else ahead
    elif not sides and sentence.language.cases and _is_between(units, index):
        # «столкновения между военными А и Б»
        stop = phrase(sentence, index + 2, frozenset({"of"}), clause.stop)
        sides = opposed.states_in(units[index + 2 : stop])
    elif not sides:
        sides = _sides(sentence, units[first:index])
    sides = list(dict.fromkeys(sides)) or _of_border(sentence, clause)
    if len(sides) == 1 and context.news and not verb:
        # "in an exchange of fire with A troops a policeman of B was killed"
        sides += [state for unit in units for state in states_of(unit) if state != sides[0]][:1]
    if len(sides) != 2:
        return
    pair = context.dyad if context.section is None else None
    if (pair and not set(sides) <= set(pair)) or (context.home and not pair and context.home not in sides):
        return
    words = [unit for unit in units[first : index + 1] if not states_of(unit) and unit.kind != "determiner"]
    told = [unit for unit in words if unit.kind in ("word", "trigger")]
    verbs = [i for i, unit in enumerate(told) if sentence.language.morphology.is_verbal(unit)]
    if verbs and sentence.language.cases:
        told = told[verbs[-1] + 1 :]  # «(на границе произошла) перестрелка»
    act = wording(sentence, told)
    act = act[:1].lower() + act[1:] if told and opens_sentence(sentence, told[0]) else act
    draft = draft_of(sentence, index, act, sides[0], sides[1], behind, context)
    if draft is not None:
        yield draft


def _of_border(sentence: Sentence, clause: range) -> list[str]:
    """Both states of a border by its adjective: «на болгаро-турецкой границе произошла перестрелка»."""
    for i in range(clause.start, clause.stop - 3):
        first, dash, second = sentence.units[i : i + 3]
        joined = first.kind == "state" == second.kind and dash.text == "-" and dash.start == first.end
        if joined and sentence.units[i + 3].key in sentence.language.words["frontier"]:
            return [*states_of(first), *states_of(second)]
    return []


def _is_between(units: list[Unit], index: int) -> bool:
    return index + 2 < len(units) and units[index + 1].value == "between"


def _sides(sentence: Sentence, told: list[Unit]) -> list[str]:
    """The states that fought: named as such, or by what is plainly theirs ("troops of A", "Norwegian forces")."""
    found: list[str] = []
    for unit in told:
        whole = unit.kind == "state" and unit.value[1] == "name"
        if whole or unit.kind == "dyad" or (unit.kind == "state" and _armed(sentence, unit)):
            found.extend(states_of(unit))
    return list(dict.fromkeys(found))


def _armed(sentence: Sentence, adjective: Unit) -> bool:
    """Whether an adjective of a state stands with its forces, or with another that does: "A and B troops"."""
    at = sentence.index(adjective)
    for unit in sentence.units[at + 1 : at + 5]:
        if in_class(unit, sentence, "forces"):
            return True
        if unit.kind not in ("and", "word", "state") and unit.text not in ("-", "–"):
            return False
    return False
