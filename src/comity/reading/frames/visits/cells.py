"""What the other cells of a table's row tell of a visit that one cell names: when and where it was."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import Told
from comity.reading.frames.visits.travel import Dated, Goal, Group, as_goal, drafts
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_AHEAD = frozenset({"word", "determiner", "amount", "state"})
"""What may stand before the noun that a cell opens with: "First official visit of …"."""
_BESIDE = frozenset({"place", "punct", "and"})
"""What a cell is made of that only tells towns."""


def date_of_row(sentence: Sentence, index: int, context: Context) -> Dated | None:
    """The one date that the other cells of a row tell, where the cell opens with the noun; none where they tell
    several."""
    head = sentence.units[:index]
    if sentence.block.kind != "cell" or any(unit.kind not in _AHEAD for unit in head):
        return None
    found = [unit for unit in _others(sentence, context) if unit.kind == "date"]
    return Dated(found[0].value.date, found[0]) if len(found) == 1 else None


def in_row(
    sentence: Sentence, index: int, context: Context, people: list[Told], goals: list[Goal], when: Dated
) -> Iterator[Draft]:
    """The visits that a noun in one cell tells, with the date and the town of the others."""
    town = None if goals else _town_of_row(sentence, context)
    found: list[Goal | None] = [*goals] or [town]
    for goal in found:
        for draft in drafts(sentence, index, context, Group(people, [when]), goal):
            if when.unit is not None:
                draft.evidence.append(when.unit.span)
            if goal is not None and not sentence.start <= goal.unit.start < sentence.end:
                draft.evidence.append(goal.unit.span)
            yield draft


def _town_of_row(sentence: Sentence, context: Context) -> Goal | None:
    """The town that a cell of its own tells, the first where it tells several of one state."""
    for cell in context.row:
        if cell.column == sentence.block.column:
            continue
        units = [unit for unit in _others(sentence, context) if cell.start <= unit.start < cell.end]
        towns = [unit for unit in units if unit.kind == "place"]
        if towns and all(unit.kind in _BESIDE for unit in units):
            return as_goal(towns[0]) if len({town.value.state for town in towns}) == 1 else None
    return None


def _others(sentence: Sentence, context: Context) -> list[Unit]:
    """The units of the other cells of the row."""
    block = sentence.block
    return [unit for unit in context.row_units() if not block.start <= unit.start < block.end]
