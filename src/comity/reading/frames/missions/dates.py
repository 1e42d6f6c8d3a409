"""When something happened to a mission, where one sentence tells of several: the date of each."""

from __future__ import annotations

from comity.reading.frames.dates.act import date_unit
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

DASHES = frozenset("-–—")


def date_of(sentence: Sentence, index: int, act: int) -> Unit | None:
    """The date of an act upon a mission: its own, where the act is told of several missions, each with a date."""
    units, clause = sentence.units, sentence.clause(index)
    missions = [i for i in clause if units[i].kind == "mission" and i > act]
    dates = [i for i in clause if units[i].kind == "date"]
    if index not in missions or len(missions) < 2 or len(dates) < 2:
        return date_unit(sentence, act)
    ahead = next((i for i in dates if act < i and leads_to(units, i, index)), None)
    if ahead is not None:
        return units[ahead]  # "opened … and in 1991 a consulate in Q"
    following = next((i for i in missions if i > index), clause.stop)
    behind = next((i for i in dates if index < i < following), None)
    if behind is None or any(unit.kind == "trigger" for unit in units[index:behind]):
        return date_unit(sentence, act)
    if not leads_to(units, behind, following):
        return units[behind]  # "opened an embassy in P in 1990 and a consulate in Q in 1991"
    leading = [i for i in dates if i < act]  # "In 1965 an embassy was opened in P, in 1970 a consulate in Q"
    return units[leading[-1]] if leading else date_unit(sentence, act)


def leads_to(units: list[Unit], date: int, mission: int) -> bool:
    """Whether a date stands right before a mission: nothing but what belongs to its noun, or a dash for a verb left
    out, stands between them."""
    between = units[date + 1 : mission]
    return date < mission and all(
        unit.kind in ("determiner", "adjective", "number", "dash") or unit.text in DASHES for unit in between
    )


def date_before_dash(units: list[Unit], dash: int) -> int | None:
    """The date that a dash stands behind, with or without a place: "in 1977 in Q – the Embassy of B"."""
    at = dash - 1
    while at >= 0 and units[at].kind in ("place", "preposition"):
        at -= 1
    return at if at >= 0 and units[at].kind == "date" else None


def since_when(sentence: Sentence, index: int) -> Unit | None:
    """The date since which a mission is told to exist: right before it, before the next mission of a list, or at the
    clause's head."""
    units, clause = sentence.units, sentence.clause(index)
    others = [i for i in clause if units[i].kind == "mission"]
    before = max((i for i in others if i < index), default=-1)
    comma = max((i for i in range(max(before, 0), index) if units[i].text == ","), default=-1)
    own = [i for i in range(comma + 1, index) if before >= 0 <= comma and _is_since(units[i])]
    own = own or [i for i in range(before + 1, index) if _is_since(units[i]) and leads_to(units, i, index)]
    if own:
        return units[own[-1]]  # "…, since 1994 an embassy in S", "and since 1994 an embassy in S"
    for i in range(index + 1, clause.stop):
        if units[i].kind in ("mission", "actor"):
            break
        if _is_since(units[i]):
            following = next((other for other in others if other > i), None)
            if following is not None and (_after_comma(units, i) or leads_to(units, i, following)):
                break  # that of the next mission
            return units[i]
    first = next((unit for unit in units[clause.start : clause.start + 3] if unit.kind == "date"), None)
    return first if first is not None and _is_since(first) else None


def _is_since(unit: Unit) -> bool:
    return unit.kind == "date" and unit.value.relation == "since"


def _after_comma(units: list[Unit], index: int) -> bool:
    return any(unit.text == "," for unit in units[max(0, index - 2) : index])


def years_of(sentence: Sentence, index: int) -> Unit | None:
    """The years between which a mission is told to have been there: "from 1921 to 1940", or the one until which."""
    units = sentence.units
    clause = sentence.clause(index)
    missions = [i for i in clause if units[i].kind == "mission"]
    ranges = [
        unit
        for unit in units[clause.start : clause.stop]
        if unit.kind == "date"
        and unit.value.date.is_interval
        and unit.value.date.end is not None
        and unit.value.form != "list"
        and unit.value.relation != "since"
    ]
    return ranges[0] if len(ranges) == 1 and len(missions) == 1 else None
