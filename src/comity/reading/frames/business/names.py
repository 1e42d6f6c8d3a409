"""Names of companies where a word for companies stands: beside it, in a list behind it, of an airline, of a group."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class, tidy
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_JOINING = frozenset({"preposition", "determiner"})


def names_beside(sentence: Sentence, index: int) -> list[tuple[int, str]]:
    """The names that a word for a company introduces or follows: one, or a list of quoted ones."""
    units = sentence.units
    found: list[tuple[int, str]] = []
    cursor, listed = index + 1, units[index].text.endswith("s") and sentence.language.code == "en"
    while cursor < len(units) and cursor < index + 40:
        unit = units[cursor]
        if unit.kind == "quoted":
            found.append((cursor, tidy(str(unit.value))))
        elif cursor == index + 1 and unit.kind == "place" and unit.text.isupper():
            found.append((cursor, unit.text))  # "the carrier MAU", which is also a town
            break
        elif (not found or listed) and is_name(sentence, cursor):
            last = cursor
            while (
                last + 1 < len(units)
                and is_name(sentence, last + 1)
                and units[last + 1].start <= units[last].end + 1
            ):
                last += 1
            begin, ahead = unit, units[cursor - 1]
            if not found and cursor - 1 > index and ahead.kind == "state" and ahead.value[1] == "name":
                begin = ahead  # "automaker A Motors"
            found.append((last, tidy(sentence.text[begin.start : units[last].end])))
            cursor = last
            if not (
                cursor + 1 < len(units)
                and (units[cursor + 1].text in (",", "(") or (listed and units[cursor + 1].kind == "and"))
            ):
                break
        elif unit.kind == "preposition" and unit.value in ("as", "including"):
            listed = True
        elif (
            unit.kind in ("and", "determiner")
            or unit.text in (",", "-", "–", ")", ":")
            or (unit.text == "(" and (found or cursor == index + 1))
            or (
                not found
                and (
                    unit.kind in ("word", "state")
                    or (unit.kind == "preposition" and unit.value in ("as", "of", "including"))
                )
            )
        ):
            pass
        else:
            break
        cursor += 1
    if not found and index > 0:
        before = units[index - 1]
        if before.kind == "quoted":
            found.append((index - 1, tidy(str(before.value))))
        elif is_name(sentence, index - 1):
            first = index - 1
            while first > 0 and is_name(sentence, first - 1):
                first -= 1
            found.append((index - 1, tidy(sentence.text[units[first].start : before.end])))
    return found


def run_of_names(sentence: Sentence, first: int, stop: int) -> list[tuple[int, str]]:
    """The names of a list "X, Y and Z", each with the index of its last word; brackets are passed over."""
    units = sentence.units
    found: list[tuple[int, str]] = []
    cursor, depth = first, 0
    while cursor < stop:
        unit = units[cursor]
        if unit.text in "()":
            depth += 1 if unit.text == "(" else -1
        elif depth > 0:
            pass
        elif unit.kind == "quoted":
            found.append((cursor, tidy(str(unit.value))))
        elif unit.kind == "place":
            found.append((cursor, tidy(unit.text)))
        elif is_name(sentence, cursor):
            last = cursor
            while (
                last + 1 < stop
                and is_name(sentence, last + 1)
                and units[last + 1].start <= units[last].end + 1
            ):
                last += 1
            found.append((last, tidy(sentence.text[unit.start : units[last].end])))
            cursor = last
        elif not (
            unit.kind in ("and", "determiner") or unit.text == "," or in_class(unit, sentence, "company")
        ):
            break
        cursor += 1
    return found


_LISTED = frozenset({"word", "organisation", "quoted", "place"})
"""Kinds of unit that names in a list are of."""


def names_ahead(sentence: Sentence, first: int) -> list[list[Unit]]:
    """The names of a list that begins a sentence, before the last of it at `first`: "X, Y and Z have …"."""
    units = sentence.units
    if first < 2 or units[first - 1].kind != "and":
        return []
    found: list[list[Unit]] = []
    cursor = first - 2
    while cursor >= 0:
        low = cursor
        while low >= 0 and units[low].kind in _LISTED and is_capitalised(units[low]):
            low -= 1
        if low == cursor:
            return []
        found.append(units[low + 1 : cursor + 1])
        if low < 0:
            return found[::-1]
        if units[low].text != ",":
            return []
        cursor = low - 1
    return []


def is_name(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    if unit.kind == "organisation":
        return not any(word in sentence.language.words["public_body"] for word in unit.text.lower().split())
    if unit.kind == "actor":
        return bool(unit.value.person.name) and not unit.value.person.office
    return (
        unit.kind == "word"
        and is_capitalised(unit)
        and not (unit.text.isupper() and in_class(unit, sentence, "company"))
        and index > 0
        and unit.key not in sentence.language.not_names
    )


def is_airline(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word and the state behind it name an airline: "Air Serbia"."""
    units = sentence.units
    prefix = units[index].key in sentence.language.words["airline"] and is_capitalised(units[index])
    after = units[index + 1] if index + 1 < len(units) else None
    return prefix and after is not None and after.kind == "state" and after.value[1] == "name"


def group_of(sentence: Sentence, index: int) -> tuple[str, list[Unit]] | None:
    """The name that a group has from its owner, with its words: "(the) group of (the) companies of N"."""
    units = sentence.units
    if units[index].key not in sentence.language.words["group"]:
        return None
    told = [i for i in range(index + 1, min(index + 7, len(units))) if units[i].kind not in _JOINING]
    if len(told) < 2 or not in_class(units[told[0]], sentence, "company"):
        return None
    owner = units[told[1]]
    if owner.kind != "actor" or owner.mark != "of" or not owner.value.person.name:
        return None
    words = units[index : told[1] + 1]
    parts = [
        unit.value.person.name if unit is owner and not sentence.language.cases else unit.text
        for unit in words
        if unit.kind != "determiner" and unit.start < unit.end
    ]
    return tidy(" ".join(parts)), words
