"""The date of an act: in its clause behind it, before it, at the sentence's head, or given by what stands above."""

from __future__ import annotations

import msgspec

from comity.model.edtf import Date
from comity.reading.frames.dates.others import (
    compared,
    goes_on_of_others,
    hangs_below,
    is_that_year,
    names_event,
    of_act_after_a_time,
    of_another,
    of_freedom,
    of_gerund,
    of_joined_act,
    of_later_act,
    of_named_thing,
    of_owned_talks,
    of_what_came_before,
    of_what_holds,
    of_what_lasts,
    opens_next,
    other_act_between,
    taken,
    told_aside,
)
from comity.reading.sentence import Sentence, in_aside, is_verb, voice
from comity.reading.units import Unit


def date_unit(sentence: Sentence, index: int) -> Unit | None:
    """The date of the act at `index`: in its clause behind it, then before it, then at the sentence's head."""
    units = sentence.units
    clause = sentence.clause(index)
    worn = _worn(sentence, index)
    if worn is not None:
        return worn
    behind = [
        i
        for i in range(index + 1, clause.stop)
        if units[i].kind == "date"
        and not (compared(sentence, i) or of_gerund(sentence, index, i) or told_aside(sentence, index, i))
        and not of_owned_talks(sentence, index, i)
        and not of_freedom(sentence, index, i)
        and not of_named_thing(sentence, i)
        and not (of_what_came_before(sentence, index, i) or of_what_holds(sentence, index, i))
    ]
    ahead = [
        i
        for i in range(index - 1, clause.start - 1, -1)
        if units[i].kind == "date"
        and not of_another(sentence, i, index)
        and not in_aside(sentence, i)
        and not of_what_lasts(sentence, index, i)
    ]
    head = head_date(sentence, index)
    if behind and (ahead or head) and of_later_act(sentence, index, behind[0]):
        behind = []
    if behind and (ahead or head) and opens_next(sentence, behind[0]):
        behind = []  # "On 24 January A withdrew its experts, and in April it cancelled …"
    behind = [i for i in behind if not of_act_after_a_time(sentence, index, i)]
    if behind and ahead and of_joined_act(sentence, index, behind[0], ahead[0]):
        behind = []  # «в январе 1930 г. прерваны и восстановлены 10 ноября 1942 г.»
    if behind and head is not None and is_that_year(head, units[behind[0]]):
        return head  # "On 22 May 1942 A declared war on B due to attacks that same year"
    if behind and not other_act_between(sentence, index, behind[0]):
        return head if head is not None and hangs_below(sentence, index, behind[0]) else units[behind[0]]
    if ahead and not behind and _is_result(sentence, index, ahead[0]):
        return units[ahead[0]]
    ahead = [i for i in ahead if not taken(sentence, i, index)]
    if head is not None and head.value.form == "day":
        ahead = [i for i in ahead if not names_event(sentence, i)]
    if ahead:
        return units[ahead[0]]
    if behind:
        return head if head is not None and hangs_below(sentence, index, behind[0]) else units[behind[0]]
    leading = _before_when(sentence, clause.start) or _in_leading_when(sentence, index)
    if leading is not None:
        return leading
    if clause.start and units[clause.start - 1].key in sentence.language.words["where"]:
        before = [unit for unit in units[: clause.start] if unit.kind == "date"]
        if before:
            return before[-1]  # «побывал накануне в Б., где обсудил …»
    if head is not None:
        return head
    others = [
        unit
        for i, unit in enumerate(units)
        if i > index
        and unit.kind == "date"
        and unit.value.form != "year"
        and not compared(sentence, i)
        and not (sentence.language.cases and hangs_below(sentence, index, i))
        and not of_owned_talks(sentence, index, i)
    ]
    if goes_on_of_others(sentence, clause.stop) and not _both_befell(sentence, index, clause.stop):
        return None  # "A recognised B and relations were raised on …"
    if clause.stop < len(units) and units[clause.stop].key in sentence.language.words.get("when", ()):
        return (
            others[0] if others else _only_year(units, clause.stop)
        )  # "recognised B when it became free on …, in a message of …"
    only = others[0] if len(others) == 1 else None
    return None if only is None or _is_of_something_else(sentence, index, only) else only


def _is_of_something_else(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether the only date behind a clause is told with something else than its act."""
    at = sentence.index(date)
    return (
        of_act_after_a_time(sentence, index, at)
        or told_aside(sentence, index, at)
        or of_freedom(sentence, index, at)
        or of_what_came_before(sentence, index, at)
        or of_named_thing(sentence, at)
        or of_what_lasts(sentence, index, at)
        or of_what_holds(sentence, index, at)
        or of_gerund(sentence, index, at)
    )


def _only_year(units: list[Unit], start: int) -> Unit | None:
    """The one date of a sentence, a year in its last clause: "relations were severed when war broke out in 1917"."""
    dates = [unit for unit in units if unit.kind == "date"]
    year = len(dates) == 1 and dates[0].value.form == "year" and not dates[0].value.date.is_interval
    return dates[0] if year and dates[0].start > units[start].start else None


def _both_befell(sentence: Sentence, index: int, joint: int) -> bool:
    """Whether the clause behind "and" tells what was done as well, with the date of both at its end: "the embassy was
    reopened and relations were resumed on D"."""
    units = sentence.units
    if voice(sentence, index) != "passive" or units[joint].text != "and":
        return False
    later = next((i for i in range(joint + 1, len(units)) if is_verb(sentence, i)), index)
    return voice(sentence, later) == "passive" and later + 3 >= next(
        (i for i in range(later, len(units)) if units[i].kind == "date"), later + 4
    )


def _is_result(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a participle behind a date and a comma tells what came of the act of that day: "exchanged notes on D,
    establishing relations"."""
    units = sentence.units
    if sentence.language.cases or voice(sentence, index) != "ing":
        return False
    between = [unit for unit in units[date + 1 : index] if unit.key not in sentence.language.words["thereby"]]
    return [unit.text for unit in between] == [","]


def _worn(sentence: Sentence, index: int) -> Unit | None:
    """The year that a noun for an act wears before it: "the 1979 A invasion of B", "A's 1985 expulsion of …"."""
    units = sentence.units
    if units[index].kind != "trigger" or is_verb(sentence, index):
        return None
    for cursor in range(index - 1, max(index - 4, -1), -1):
        unit = units[cursor]
        if unit.kind == "date":
            bare = cursor == 0 or units[cursor - 1].kind != "preposition"
            close = cursor == index - 1 and cursor > 0 and units[cursor - 1].kind in ("poss", "determiner")
            told = unit.value.form == "year" or close  # "X's May 2011 meeting with Y"
            return unit if told and bare and not sentence.language.cases else None
        if unit.kind not in ("word", "state"):
            return None
    return None


def head_date(sentence: Sentence, index: int) -> Unit | None:
    """The date at the head of the sentence: "On 7 May 2011, A …"."""
    for i, unit in enumerate(sentence.units[: min(6, index)]):
        if unit.kind == "date":
            return None if of_another(sentence, i, index) or of_what_lasts(sentence, index, i) else unit
        if unit.kind in ("actor", "trigger", "be", "have"):
            return None
    return None


def _before_when(sentence: Sentence, start: int) -> Unit | None:
    """The date right before the clause "when …" that begins at `start`: "on 30 September 1966, when the Embassy …"."""
    units = sentence.units
    if start < 2 or units[start - 1].key not in sentence.language.words.get("when", ()):
        return None
    for unit in reversed(units[max(0, start - 4) : start - 1]):
        if unit.kind == "date":
            return _plain(unit)
        if unit.kind not in ("punct", "preposition"):
            return None
    return None


def _in_leading_when(sentence: Sentence, index: int) -> Unit | None:
    """The one date of a sentence, in the clause that opens it: "When B became free on 9 May, A recognised it"."""
    units = sentence.units
    if not units or units[0].kind != "clause" or units[0].key not in sentence.language.words.get("when", ()):
        return None
    dates = [i for i, unit in enumerate(units) if unit.kind == "date"]
    comma = next((i for i, unit in enumerate(units) if unit.text == ","), len(units))
    verbs = sum(1 for i in range(comma + 1, len(units)) if is_verb(sentence, i))
    only = len(dates) == 1 and dates[0] < comma < index and verbs == 1
    return units[dates[0]] if only else None


def _plain(unit: Unit) -> Unit:
    """A date without the word before it: "until 1930, when …" tells of 1930."""
    told = unit.value
    day = told.date.end if told.relation == "until" else told.date.start if told.relation == "since" else None
    if day is None:
        return unit
    plain = Unit(unit.kind, unit.start, unit.end, unit.text, unit.key)
    plain.value = msgspec.structs.replace(told, date=day, relation="")
    plain.mark = unit.mark
    return plain


def given_date(sentence: Sentence) -> Date | None:
    """The date of the lead-in or heading, for acts of a sentence without any date of its own."""
    if sentence.given is None or any(unit.kind == "date" for unit in sentence.units):
        return None
    return sentence.given.date


def dated(unit: Unit | None) -> Date | None:
    return unit.value.date if unit is not None else None


def dated_act(unit: Unit | None) -> Unit | None:
    """A date that an act of a day can have: none that lasts on ("since 1955")."""
    return (
        None
        if unit is None or str(unit.value.date).endswith("/..") or str(unit.value.date).startswith("../")
        else unit
    )


def all_dates(sentence: Sentence, index: int) -> list[Unit]:
    """Dates of the clause that share one act: "in 1980 and 1981"."""
    units = sentence.units
    first = date_unit(sentence, index)
    if first is None:
        return []
    found = [first]
    cursor = sentence.index(first) + 1
    while cursor + 1 < len(units) and (units[cursor].kind == "and" or units[cursor].text == ","):
        nxt = cursor + 1
        while nxt < len(units) and units[nxt].kind in ("preposition", "and"):
            nxt += 1
        if nxt < len(units) and units[nxt].kind == "date" and units[nxt].value.form == first.value.form:
            found.append(units[nxt])
            cursor = nxt + 1
        else:
            break
    return found
