"""Visits that lists and tables tell: visitors under a heading, lead-in or header that speaks of visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.actors import has_verb
from comity.reading.frames.visits.travel import Dated, Group, drafts, listed_groups, type_word
from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_DIRECTING = frozenset(("state", "place", "preposition", "determiner", "date", "dash", "punctuation"))
"""What a heading is made of that only directs the visits listed below it."""
_COLUMNS = 6
"""The most words that head the columns of a list."""
_GOAL_CELL = 60
"""The longest cell of a table that tells nothing but where somebody went."""


def opens_list(sentence: Sentence, index: int) -> bool:
    """ "Visits to B: …": a noun whose colon opens a list of visitors in the same sentence."""
    units = sentence.units
    for cursor in range(index + 1, min(index + 9, len(units))):
        if units[cursor].text == ":":
            return not has_verb(sentence, 0, cursor) and any(unit.kind == "actor" for unit in units[cursor:])
        if units[cursor].kind in ("actor", "date"):
            return False
    return False


def listed(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Visitors under a heading, lead-in or column header that speaks of visits: "- Prime Minister X (2004)"."""
    if sentence.has_actor_before(index) or (sentence.block.kind == "cell" and index > 1):
        return
    way, start = _way(sentence)
    apposed = _apposed(sentence, index)
    if way is None and apposed:
        way = ()
    if way is None or has_verb(sentence, start, len(sentence.units)):
        return
    if _names_visit(sentence, start) and not apposed:
        return
    origin, goal = _direction(way, context)
    start = _share_office(sentence, start)
    groups = listed_groups(sentence, start, len(sentence.units), context)
    if sentence.block.kind == "cell" and groups and not any(group.dates for group in groups):
        yield from _row(sentence, context, groups, origin, goal)
        return
    for group in groups:
        if group.dates:
            yield from drafts(
                sentence, index, context, group, group.goal, None if group.goal else origin, goal
            )


def _share_office(sentence: Sentence, start: int) -> int:
    """Gives those whom an item names behind an office and a colon that office: "Vice President: N (1995), M (2008)";
    where the visitors begin."""
    units = sentence.units
    first = next((i for i in range(start, len(units)) if units[i].kind == "actor"), len(units))
    colon = units[first + 1] if first + 2 < len(units) else None
    if colon is None or colon.text != ":" or units[first].value.person.name:
        return start
    title: Actor = units[first].value
    named = [unit for unit in units[first + 2 :] if unit.kind == "actor"]
    if not named or any(unit.value.person.office or not unit.value.person.name for unit in named):
        return start
    for unit in named:
        person = Person(name=unit.value.person.name, office=title.person.office, of=title.person.of)
        unit.value = msgspec.structs.replace(title, person=person, state=unit.value.state or title.state)
    return first + 2


def directed(sentence: Sentence, context: Context) -> tuple[str | None, str | None]:
    """The states from and to which a visit went that an item names without a goal: "To B:", "2019 – visit of X"."""
    if sentence.block.kind == "heading" or has_verb(sentence, 0, len(sentence.units)):
        return None, None
    way, _ = _way(sentence)
    return _direction(way, context) if way else (None, None)


def _apposed(sentence: Sentence, index: int) -> bool:
    """Whether a noun for the visit stands by itself behind the visitor: "X, official visit, May 2018", "X (visit)"."""
    units = sentence.units
    if sentence.block.kind == "heading":
        return False
    for cursor in range(index + 1, len(units)):
        unit = units[cursor]
        if unit.kind != "trigger" or ("visit", "noun") not in unit.value:
            continue
        before = cursor - 1
        while before > index and (units[before].kind == "word" or type_word(sentence, units[before])):
            before -= 1
        after = units[cursor + 1] if cursor + 1 < len(units) else None
        alone = after is None or after.kind in ("punct", "date", "dash")
        return alone and units[before].kind in ("punct", "dash", "date") and units[before].text != "."
    return False


def _names_visit(sentence: Sentence, start: int) -> bool:
    """Whether the item itself has a noun for the visit, which then tells it."""
    depth = 0
    for cursor in range(start, len(sentence.units)):
        unit = sentence.units[cursor]
        depth += (unit.text == "(") - (unit.text == ")")
        if depth <= 0 and unit.kind == "trigger" and any(predicate == "visit" for predicate, _ in unit.value):
            return True
    return False


def _way(sentence: Sentence) -> tuple[tuple[Unit, ...] | None, int]:
    """The units that say that what follows are visits, and the index where the visitors begin."""
    units = sentence.units
    for cursor, unit in enumerate(units[:9]):
        if unit.text == ":" and _speaks_of_visits(tuple(units[:cursor])):
            return tuple(units[:cursor]), cursor + 1
        if (
            unit.text == ":" and cursor and _directs(units[:cursor], sentence.language.words)
        ):  # "Visits:", "From A: X (1992)"
            for aside in (sentence.lead, sentence.heading):
                if _speaks_of_visits(aside):
                    return (*units[:cursor], *aside), cursor + 1
        if unit.kind in ("actor", "date"):
            break
    if sentence.block.kind in ("item", "cell", "paragraph"):
        for aside in (sentence.header, sentence.lead, sentence.heading):
            if _speaks_of_visits(aside):
                if aside is sentence.header and _speaks_of_visits(sentence.heading):
                    return sentence.heading, 0
                if aside is sentence.heading and sentence.lead:  # "To B:" under "Visits"
                    return (*sentence.lead, *aside), 0
                return aside, 0
        return _headed(sentence.headings, sentence.language.words), 0
    return None, 0


def _directs(units: Sequence[Unit], words: Mapping[str, frozenset[str]]) -> bool:
    """Whether words only tell from where, to where or when: "From the A side", "To B"."""
    return all(unit.kind in _DIRECTING or unit.kind == "sides" or unit.key in words["side"] for unit in units)


def _heads_columns(units: tuple[Unit, ...], words: frozenset[str]) -> bool:
    """Whether a heading is that of columns: "Year  Name", "Date Visitor"."""
    return units[0].key in words and len(units) <= _COLUMNS


def _headed(
    headings: tuple[tuple[Unit, ...], ...], words: Mapping[str, frozenset[str]]
) -> tuple[Unit, ...] | None:
    """A heading on visits and those below it that only say from where, to where or when: "Visits", "From A to B"."""
    inner: tuple[Unit, ...] = ()
    for heading in reversed(headings):
        if _speaks_of_visits(heading):
            return (*inner, *heading)
        if not heading or not (_directs(heading, words) or _heads_columns(heading, words["column"])):
            return None
        inner = (*inner, *heading)
    return None


def _speaks_of_visits(units: tuple[Unit, ...]) -> bool:
    return True in [("visit", "noun") in unit.value for unit in units if unit.kind == "trigger"]


def _direction(way: tuple[Unit, ...], context: Context) -> tuple[str | None, str | None]:
    """The states from and to which the visits of a list went, as far as its heading tells."""
    origin = goal = None
    for cursor, unit in enumerate(way):
        state = (
            str(unit.value[0]) if unit.kind == "state" else unit.value.state if unit.kind == "place" else None
        )
        if state is None:
            continue
        mark = ""
        for back in range(cursor - 1, max(cursor - 4, -1), -1):
            if way[back].kind == "preposition":
                mark = way[back].value
                break
            if way[back].kind not in ("determiner", "word"):
                break
        if mark in ("goal", "place"):
            goal = goal or state
        elif mark in ("source", "of", "agent", "") and (mark or unit.value[1] == "adjective"):
            origin = origin or state
    if origin and not goal:
        goal = context.counterpart(origin)
    if goal and not origin:
        origin = context.counterpart(goal)
    return origin, goal


def _row(
    sentence: Sentence, context: Context, groups: list[Group], origin: str | None, goal: str | None
) -> Iterator[Draft]:
    """A table's row that tells a visit: the date and the visitor's state stand in other cells."""
    dates: list[Dated] = []
    kind = None
    states: list[str] = []
    for unit in context.row_units():
        kind = kind or type_word(sentence, unit)
        if unit.kind == "date":
            dates.append(Dated(unit.value.date, unit))
        elif unit.kind == "state" and str(unit.value[0]) != goal:
            states.append(str(unit.value[0]))
    visited = (
        None if goal else _visited(sentence, context, [one.state for group in groups for one in group.people])
    )
    goal = goal or visited or context.home
    if not dates:
        return
    if visited is not None:
        states = [state for state in states if state != visited]
    told_states = list(dict.fromkeys(states))
    for group in groups:
        sender = origin if origin != goal else None
        sender = next((one.state for one in group.people if one.state), None) or (
            told_states[0] if len(told_states) == 1 else sender
        )
        chosen = Group(group.people, [Dated(dates[0].date, None, kind)])
        for draft in drafts(sentence, 0, context, chosen, None, sender, goal):
            if dates[0].unit is not None:
                draft.evidence.append(dates[0].unit.span)
            yield draft


def _visited(sentence: Sentence, context: Context, senders: list[str | None]) -> str | None:
    """The state that a row's cell of its own names as visited, where another is told as the visitor's."""
    told = {state for state in senders if state}
    if len(told) != 1:
        return None
    for cell in context.row:
        if cell.column == sentence.block.column or cell.end - cell.start > _GOAL_CELL:
            continue
        units = [unit for unit in context.row_units() if cell.start <= unit.start < cell.end]
        if not units or units[0].kind not in ("state", "place"):
            continue
        named = {
            str(unit.value[0]) if unit.kind == "state" else unit.value.state
            for unit in units
            if unit.kind in ("state", "place")
        }
        if len(named) == 1 and not named & told:
            return named.pop()
    return None
