"""Where somebody went: the states and towns that a verb or noun of visiting tells."""

from __future__ import annotations

from comity.reading.frames.visits.travel import (
    Goal,
    as_goal,
)
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import is_capitalised

_WHERE = frozenset({"goal", "place", ""})
"""Marks of where somebody goes or is."""
_DATED = frozenset({"date", "preposition", "punct", "and", "determiner"})
"""What a bracket is made of that only dates what stands before it."""


def goals_of(sentence: Sentence, index: int) -> list[Goal]:
    """Where the act at `index` went: the first state or city behind it, and those joined to it."""
    units = sentence.units
    clause = sentence.clause(index)
    cursor = index + 1
    verb = is_verb(sentence, index)
    while cursor < clause.stop and units[cursor].kind == "determiner":
        cursor += 1
    words = sentence.language.words
    cursor = next(
        (at + 1 for at in range(cursor, min(cursor + 3, clause.stop)) if units[at].key in words["span"]),
        cursor,
    )  # «гостит второй день в А»
    opens = units[0].kind == "place" and units[1].text == ","
    if opens and verb and cursor < clause.stop and units[cursor].key in words["here"]:
        return [
            Goal(str(units[0].value.state), units[0].value.name, units[0])
        ]  # "SOFIA, May 5 – X arrived here"
    if cursor < clause.stop and units[cursor].key in words["going_there"]:
        return _told_before(sentence, index)
    direct = (
        verb
        and cursor < clause.stop
        and units[cursor].kind not in ("preposition", "date", "punct", "trigger")
        and units[cursor].key not in words["adverb"]
    )
    depth = 0
    direct = direct and not _told_day(sentence, cursor, clause.stop)
    for i in range(cursor, clause.stop):
        unit = units[i]
        depth += (unit.text == "(") - (unit.text == ")")
        if depth > 0:
            continue
        if unit.text == "," and not verb and index and units[index - 1].kind == "poss":
            return []  # "in X's visit, his support for the project in B"
        if unit.kind == "trigger" and is_verb(sentence, i) and i > index + 1:
            if not verb and _begins(sentence, i):
                continue  # «визит А стартовал в Б»
            return []
        if (region := _region_of_state(sentence, i, clause.stop)) is not None and unit.mark in _WHERE:
            return [region]
        if unit.kind == "state" and unit.value[1] == "adjective":
            if (
                i + 1 < clause.stop
                and units[i + 1].key in words["capital"]
                and unit.mark in ("goal", "place", "")
            ):
                return [Goal(str(unit.value[0]), None, units[i + 1])]
            if direct and units[min(i + 1, clause.stop - 1)].key not in words["near"]:
                town = _town_behind(sentence, i, clause.stop)
                return [town] if town is not None else []
            continue
        goal = as_goal(unit)
        if goal is None and direct and (town := _town_of_state(sentence, i, clause.stop)) is not None:
            return [town]
        if goal is None:
            if (
                direct
                and unit.kind not in ("determiner", "poss", "preposition")
                and unit.key not in words["near"]
                and unit.key not in words["adverb"]
                and not (unit.case == "acc" and units[i + 1 : i + 2] and units[i + 1].key in words["near"])
            ):
                return []
            continue
        if i + 1 < clause.stop and units[i + 1].kind == "poss":
            if direct and not any(
                units[j].kind == "place" or units[j].key in words["capital"]
                for j in range(i + 2, min(i + 5, clause.stop))
            ):
                return []
            if units[i + 1].kind == "poss" and i + 2 < clause.stop and units[i + 2].key in words["capital"]:
                return [goal]
            continue
        mark = _town_mark(sentence, i)
        through = mark == "on" and unit.case == "dat"  # «поездка по Казахстану»
        if (through or mark in (("goal", "place", "including", "") if verb else ("goal", "place"))) and (
            verb or mark == "goal" or not _about_event(sentence, index, i)
        ):
            return _joined(sentence, goal, i, clause.stop)
    return []


def _region_of_state(sentence: Sentence, index: int, stop: int) -> Goal | None:
    """A region with the state that it is of: «в провинции П. (Б)», «китайскую провинцию П.»."""
    units, regions = sentence.units, sentence.language.titles.get("regions", frozenset())
    if not sentence.language.cases:
        return None
    own = units[index].kind == "state" and units[index].value[1] == "adjective"
    at = index + own
    if at >= stop or units[at].key not in regions:
        return None
    if own:
        return Goal(str(units[index].value[0]), None, units[at])
    at += 1
    while at < stop and (
        units[at].start == units[at].end
        or (units[at].kind in ("word", "place", "actor") and is_capitalised(units[at]))
    ):
        at += 1
    inside = units[at : at + 3]
    bracketed = len(inside) > 2 and inside[0].text == "(" and inside[2].text == ")"
    if not bracketed or inside[1].kind != "state":
        return None
    return Goal(str(inside[1].value[0]), None, inside[1])


def _told_day(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether a verb is followed by when somebody went and not by where: "arrived today, 24 March, in B"."""
    units = sentence.units
    if units[at].key not in sentence.language.words["told_day"]:
        return False
    while at < stop and (units[at].kind in ("date", "word") or units[at].text == ","):
        at += 1
    return at < stop and units[at].kind == "preposition"


def _told_before(sentence: Sentence, index: int) -> list[Goal]:
    """Where "there" is: the town or state told last before it, in which something was."""
    for unit in reversed(sentence.units[:index]):
        goal = as_goal(unit) if unit.mark in ("place", "goal") else None
        if goal is not None:
            return [goal]
    return []


def _begins(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells only that what its subject names began, went on or ended."""
    holds = any(predicate == "hold" for predicate, _ in reading_of(sentence, index))
    return bool(sentence.language.cases) and holds and is_fact(sentence, index)


def _town_behind(sentence: Sentence, adjective: int, stop: int) -> Goal | None:
    """The town of an institution that was visited: "visited the A parliament in P"."""
    units = sentence.units
    for i in range(adjective + 1, min(adjective + 6, stop)):
        unit = units[i]
        if unit.kind == "place" and unit.mark == "place" and unit.value.state == units[adjective].value[0]:
            return as_goal(unit)
        if unit.kind not in ("word", "preposition", "trigger"):
            break
    return None


def _town_mark(sentence: Sentence, index: int) -> str:
    """The mark of a place; of one behind "the city of" that of the whole phrase: "to the northern city of X"."""
    units = sentence.units
    unit = units[index]
    if unit.mark != "of" or index < 2 or units[index - 2].key not in sentence.language.words["near"]:
        return unit.mark
    for cursor in range(index - 3, max(index - 8, -1), -1):
        if units[cursor].kind == "preposition":
            return str(units[cursor].value)
        if units[cursor].kind not in ("word", "determiner", "state"):
            break
    return ""


def _town_of_state(sentence: Sentence, index: int, stop: int) -> Goal | None:
    """A town that nobody has heard of, by the state behind it: "visited Los Pinos, Mexico"."""
    units = sentence.units
    cursor = index
    while (
        cursor < stop
        and is_capitalised(units[cursor])
        and (
            units[cursor].kind == "word"
            or (units[cursor].kind == "actor" and units[cursor].text == units[cursor].value.person.name)
        )
    ):
        cursor += 1
    if cursor == index or cursor + 1 >= stop or units[cursor].text != ",":
        return None
    state = units[cursor + 1]
    owner = cursor + 2 < stop and units[cursor + 2].kind in ("poss", "and", "state")
    if state.kind != "state" or state.value[1] != "name" or owner:
        return None
    words = sentence.text[units[index].start : units[cursor - 1].end]
    return Goal(str(state.value[0]), words, state)


def _about_event(sentence: Sentence, index: int, place: int) -> bool:
    """Whether a place behind a visit's noun is that of something else: "the visit of X to the summit in B"."""
    return any(unit.kind in ("event", "body", "organisation") for unit in sentence.units[index + 1 : place])


def _joined(sentence: Sentence, goal: Goal, at: int, stop: int) -> list[Goal]:
    """Further goals that "and" or a comma joins: "visited B and C"; a city with its state is one goal."""
    units = sentence.units
    found = [goal]
    cursor = behind_date(sentence, at + 1)
    while cursor + 1 < stop and (units[cursor].kind == "and" or units[cursor].text == ","):
        after = cursor + 1
        while after < stop and units[after].kind in ("determiner", "preposition", "and"):
            after += 1
        other = as_goal(units[after]) if after < stop else None
        if other is None or units[after].mark not in ("goal", "place", "", goal.unit.mark):
            break
        if after + 1 < stop and (
            units[after + 1].kind in ("poss", "be", "have", "modal") or is_verb(sentence, after + 1)
        ):
            break
        known = next((one for one in found if one.state == other.state), None)
        if known is None:
            found.append(other)
        elif known.place is None and other.place:
            found[found.index(known)] = Goal(known.state, other.place, known.unit)
        cursor = behind_date(sentence, after + 1)
    return found


def behind_date(sentence: Sentence, index: int) -> int:
    """The index behind a date in brackets that stands there, "to B (2005) and C (2012)"; the same where none does."""
    units = sentence.units
    closing = next((i for i in range(index, min(index + 5, len(units))) if units[i].text == ")"), 0)
    if not closing or units[index].text != "(":
        return index
    inside = units[index + 1 : closing]
    dated = any(unit.kind == "date" for unit in inside)
    return closing + 1 if dated and all(unit.kind in _DATED for unit in inside) else index


def is_country(sentence: Sentence, index: int) -> bool:
    """Whether nothing but "the country" stands at an index: the other one of the relations."""
    units = sentence.units
    while index < len(units) and units[index].kind == "determiner":
        index += 1
    return index < len(units) and units[index].key in sentence.language.words["country"]


def left(sentence: Sentence, index: int) -> list[Goal]:
    """Where somebody had been on a visit whom the clause before tells to have left: «отбыл из П, где находился с
    визитом»."""
    units, first = sentence.units, sentence.clause(index).start
    if first < 3 or units[first - 1].key not in sentence.language.words["where"]:
        return []
    told = units[first - 3] if units[first - 2].text == "," else None
    stays = index == first and units[index].key.split(" ")[0] in sentence.language.words["staying"]
    goal = as_goal(told) if told is not None and told.mark == "source" and stays else None
    return [goal] if goal is not None else []
