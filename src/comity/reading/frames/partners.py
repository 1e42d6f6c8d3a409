"""One town and its partners: "the sister cities of P are Q and R (1990)", «У П. есть побратим в Германии – К.»."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit, is_capitalised

_DASHES = frozenset("-–—")
_REACH = 4
"""Units between a word for partners and what leads to their names."""


class Partner(NamedTuple):
    """A partner town, and the date behind it."""

    town: Unit
    date: Unit | None


def partners(sentence: Sentence, index: int) -> tuple[Unit, list[Partner]] | None:
    """The town whose partners are named behind the word for them at `index`, and these; None where it is told
    otherwise."""
    units = sentence.units
    town = _of_town(sentence, index)
    if town is None:
        return None
    start = _names(sentence, max(index, sentence.index(town) if town.mark == "of" else index))
    if start is None:
        return _apposed(sentence, index, town)
    found: list[Partner] = []
    cursor = start
    while cursor < len(units):
        at = _town_at(sentence, cursor)
        if at is None or units[at] is town or (found and _goes_on(sentence, at)):
            break
        cursor, date = _past(sentence, at)
        found.append(Partner(units[at], date))
        if cursor >= len(units) or not (units[cursor].kind == "and" or units[cursor].text == ","):
            break
        cursor += 1
    if len(found) == 1 and found[0].date is None:
        found = [Partner(found[0].town, _signed(sentence, cursor) or _leading(sentence, index))]
    return (town, found) if found else None


def _of_town(sentence: Sentence, index: int) -> Unit | None:
    """Whose partners they are: "the sister cities of P", "P's sister cities", «у П. есть побратим»."""
    units = sentence.units
    behind = [unit for unit in units[index + 1 : index + 4] if unit.kind not in ("preposition", "determiner")]
    if behind and behind[0].kind == "place" and behind[0].mark == "of":
        return behind[0]
    for i in range(index - 1, max(index - 2 * _REACH - 1, -1), -1):
        unit = units[i]
        if unit.kind == "place":
            owns = i + 1 < len(units) and units[i + 1].kind == "poss"
            has = unit.mark == "owner" and (
                sentence.language.cases or any(one.kind == "have" for one in units[i:index])
            )
            return unit if owns or has else None
        if unit.kind not in ("word", "determiner", "poss", "amount", "have", "number") and unit.text != ",":
            return None
    return None


def _names(sentence: Sentence, index: int) -> int | None:
    """Where the names of the partners begin: behind "are", a colon or a dash."""
    units, words = sentence.units, sentence.language.words
    for i in range(index + 1, min(index + 1 + _REACH, len(units) - 1)):
        unit = units[i]
        if unit.kind == "be" or unit.text == ":" or unit.text in _DASHES or unit.key in words["among_them"]:
            return i + 1
        if unit.kind not in ("preposition", "state", "determiner", "word") or unit.value == "with":
            return None
    return None


def _town_at(sentence: Sentence, cursor: int) -> int | None:
    """Where a town's name stands, perhaps behind its state and a word for it: «французский город К.»."""
    units = sentence.units
    while cursor < len(units) and (
        units[cursor].kind in ("determiner", "preposition")
        or (units[cursor].kind == "state" and units[cursor].value[1] == "adjective")
        or (units[cursor].kind == "word" and not is_capitalised(units[cursor]))
    ):
        if units[cursor].kind == "preposition" and units[cursor].value not in ("of", "goal", "agent"):
            return None
        cursor += 1
    if cursor >= len(units):
        return None
    unit = units[cursor]
    bare = unit.kind == "word" and is_capitalised(unit) and unit.key not in sentence.language.not_names
    named = unit.kind == "actor" and bool(unit.value.person.name) and not unit.value.person.office
    return cursor if unit.kind == "place" or bare or named else None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a town behind a comma begins something else: «…, К. с 2001 года породнён с М.»."""
    for i in range(at + 1, len(sentence.units)):
        if sentence.units[i].text in (",", ";") or sentence.units[i].kind in ("and", "clause"):
            return False
        if sentence.units[i].kind in ("be", "have") or is_verb(sentence, i):
            return True
    return False


def _past(sentence: Sentence, at: int) -> tuple[int, Unit | None]:
    """The index behind a town, its state and its date: "Q, A (1989)"."""
    units = sentence.units
    cursor = at + 1
    if cursor + 1 < len(units) and units[cursor].text == "," and units[cursor + 1].kind == "state":
        cursor += 2
    date: Unit | None = None
    if cursor < len(units) and units[cursor].text == "(":
        closing = next((i for i in range(cursor, len(units)) if units[i].text == ")"), len(units) - 1)
        date = next((unit for unit in units[cursor:closing] if unit.kind == "date"), None)
        cursor = closing + 1
    return cursor, date


def _signed(sentence: Sentence, cursor: int) -> Unit | None:
    """The date on which the same sentence says that the one treaty of partners was signed."""
    rest = sentence.units[cursor:]
    instrument = any(unit.kind == "instrument" for unit in rest)
    signed = any(
        is_verb(sentence, i) and "sign" in predicates_of(sentence, i)
        for i in range(cursor, len(sentence.units))
    )
    dates = [unit for unit in rest if unit.kind == "date"]
    return dates[0] if dates and ((instrument and signed) or len(dates) == 1) else None


def _leading(sentence: Sentence, index: int) -> Unit | None:
    """The date from which a town is a partner, told first: «С 1957 года побратимом П. является К.»."""
    ahead = [unit for unit in sentence.units[:index] if unit.kind == "date"]
    return ahead[-1] if ahead else None


def _apposed(sentence: Sentence, index: int, town: Unit) -> tuple[Unit, list[Partner]] | None:
    """A town that a comma calls the partner of another: "P, a sister city of Q since 1978, …"."""
    units = sentence.units
    at = index - 1
    while at > 0 and units[at].kind in ("determiner", "preposition"):
        at -= 1
    if at < 1 or units[at].text != "," or units[at - 1].kind != "place":
        return None
    behind = units[sentence.index(town) + 1 : sentence.index(town) + 3]
    date = next((unit for unit in behind if unit.kind == "date"), None)
    return town, [Partner(units[at - 1], date)]
