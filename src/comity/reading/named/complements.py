"""Where the noun phrase of a complement ends: "(on) Trade and Economic Cooperation | was held"."""

from __future__ import annotations

from comity.reading.language import Language
from comity.reading.named.name import DASHES
from comity.reading.units import Unit, is_capitalised

_WITHIN = frozenset(
    {"word", "state", "dyad", "combining", "sides", "actor", "organisation", "event", "body", "relations",
    "instrument", "place",
     "trigger", "number", "office", "amount"}
)  # fmt: skip
"""Kinds of unit of which a complement is made."""
_FIELD_MARKS = frozenset({"on", "field", "of"})
"""Marks of what a body or an occasion is about, in a language with cases."""
_ALIKE = frozenset({"loc", "dat"})
"""Cases that the same form may stand in behind «по»."""
_LIST = 10
"""Units of a list of fields behind its first comma at most."""


def phrase_end(units: list[Unit], index: int, limit: int, mark: str, language: Language) -> int:
    """The index after the noun phrase that begins at `index`; `index` itself where there is none."""
    stop, content = index, index
    while stop < limit:
        unit = units[stop]
        fresh = stop > index and units[stop - 1].kind not in ("preposition", "and")
        if unit.kind == "determiner" and fresh:
            break  # a new noun phrase
        if unit.kind == "determiner" or (unit.kind == "poss" and stop > index):
            stop += 1
            continue
        if unit.kind in _WITHIN:
            if unit.kind == "trigger" and (
                not _is_noun(units, stop) or _is_of_mission(units, stop, limit, language)
            ):
                break
            if unit.kind == "actor" and mark in ("of", "agent"):
                return _named_person(units, stop, limit) + 1
            if unit.kind == "word" and (
                unit.key in language.words["adverb"]
                or _follows_a_name(units, stop)
                or (language.cases and language.morphology.is_verbal(unit))
                or (stop > index and _acts(units, stop, language))
            ):
                break
            stop += 1
            content = stop
            continue
        if stop > index + 1 and stop + 1 < limit and _is_within(units, stop):
            stop += 1
            continue
        if unit.text in DASHES and stop > index:
            stop += 1
            if stop < limit and _is_hyphenated(units, stop):
                stop += 1  # "Co-operation"
                content = stop
            continue
        if (
            unit.kind == "and"
            and stop > index
            and (_goes_on(units, stop, limit) or (mark == "between" and _pairs(units, index, stop)))
        ):
            stop += 1
            continue
        if (
            unit.text == ","
            and stop > index
            and (
                unit.case
                or _lists_states(units, stop)
                or (mark in ("on", "field") and _list_goes_on(units, stop, limit))
                or (language.cases and mark in _FIELD_MARKS and _fields_go_on(units, stop, limit, language))
            )
        ):  # a comma that grammar gave a case stands inside its phrase
            stop += 1
            continue
        break
    return content


def _is_of_mission(units: list[Unit], index: int, limit: int, language: Language) -> bool:
    """Whether an act inside a complement is one upon a mission, of which it tells more than the occasion does:
    «церемония открытия нового здания посольства»."""
    if not language.cases or all(predicate != "open" for predicate, _ in units[index].value):
        return False
    for unit in units[index + 1 : min(index + 7, limit + 3)]:
        if unit.kind == "mission":
            return True
        governed = unit.kind == "preposition" and unit.end > unit.start
        if governed or unit.kind not in ("word", "determiner", "preposition"):
            return False
    return False


def _follows_a_name(units: list[Unit], index: int) -> bool:
    """A word in lower case right behind the name of a state or place: there the phrase is over."""
    before = units[index - 1]
    named = before.kind == "place" or (before.kind == "state" and before.value[1] == "name")
    return named and units[index].text.islower()


def _acts(units: list[Unit], index: int, language: Language) -> bool:
    """A verb that the lexicon does not know, behind a name: "the Commission on Trade kicked off in P"."""
    unit = units[index]
    after = units[index + 1] if index + 1 < len(units) else None
    noun = units[index - 1]
    return (
        not language.cases
        and unit.text.endswith("ed")
        and language.morphology.is_verbal(unit)
        and noun.kind not in ("preposition", "and", "determiner")
        and after is not None
        and after.kind in ("preposition", "determiner", "date", "punct")
        and after.key not in ("by", ",")
    )


def _is_hyphenated(units: list[Unit], index: int) -> bool:
    """The second half of a word with a hyphen inside."""
    unit, dash = units[index], units[index - 1]
    return unit.start == dash.end and dash.start == units[index - 2].end and unit.text.islower()


def _named_person(units: list[Unit], index: int, limit: int) -> int:
    """The person at `index`, or the named one that words in apposition lead to: "artist – avant-gardist
    A. B.".
    """
    if units[index].value.person.name:
        return index
    for cursor in range(index + 1, min(index + 7, limit)):
        if units[cursor].kind == "actor":
            return cursor if units[cursor].value.person.name else index
        if units[cursor].kind != "word" and units[cursor].text not in DASHES:
            break
    return index


def _is_noun(units: list[Unit], index: int) -> bool:
    """A trigger inside a complement that is a noun there: behind a determiner or preposition, or
    capitalised.
    """
    unit = units[index]
    forms = {form for _, form in unit.value}
    before = units[index - 1]
    if before.kind in ("preposition", "determiner") and forms <= {"finite", "base"}:
        return True  # "of works": a verb's form that is a noun here
    return ("noun" in forms or "ing" in forms) and (
        forms == {"noun"}
        or before.kind in ("determiner", "preposition", "and", "word", "state")
        or is_capitalised(unit)
    )


def _goes_on(units: list[Unit], index: int, limit: int) -> bool:
    """Whether a conjunct of the same phrase, and no new clause or date, follows an "and"."""
    if index + 1 >= limit:
        return False
    after = units[index + 1]
    if after.kind == "actor" and after.value.person.office:
        return False
    if after.kind not in ("word", "state", "event", "trigger", "relations", "actor") or (
        after.kind == "trigger" and not _is_noun(units, index + 1)
    ):
        return False
    before = units[index - 1]
    if is_capitalised(before) != is_capitalised(after) and not (
        before.kind == "state" or after.kind == "state"
    ):
        return False
    for cursor in range(index + 1, min(index + 5, len(units))):
        if units[cursor].kind in ("be", "have", "modal"):
            return False
        if units[cursor].kind not in ("word", "state", "determiner"):
            break
    return True


def _pairs(units: list[Unit], first: int, index: int) -> bool:
    """Whether an "and" behind "between" joins the second of two states: "between A and B was held"."""
    told = sum(1 for unit in units[first:index] if unit.kind == "state")
    second = [unit for unit in units[index + 1 : index + 3] if unit.kind != "determiner"]
    return told == 1 and second[:1] != [] and second[0].kind == "state"


def _lists_states(units: list[Unit], comma: int) -> bool:
    """Whether a comma stands between states that a last "and" joins: "of A, B and C"."""
    behind = units[comma + 1 : comma + 4]
    return (
        units[comma - 1].kind == "state"
        and [unit.kind for unit in behind] == ["state", "and", "state"]
        and units[comma - 1].value[1] == behind[0].value[1] == "name"
    )


def _list_goes_on(units: list[Unit], index: int, limit: int) -> bool:
    """A comma inside "on Trade, Economy and Investment": an "and" follows soon, all capitalised."""
    for cursor in range(index + 1, min(index + 6, limit)):
        unit = units[cursor]
        if unit.kind == "and":
            return cursor + 1 < limit and is_capitalised(units[cursor + 1])
        if not ((is_capitalised(unit) and unit.kind in ("word", "trigger")) or unit.text in (",", "-")):
            return False
    return False


def _fields_go_on(units: list[Unit], index: int, limit: int, language: Language) -> bool:
    """A comma inside «по торговле, научному и техническому сотрудничеству»: nothing but words in that case up to "and"
    and behind it."""
    case = units[index - 1].case
    for cursor in range(index + 1, min(index + _LIST, limit - 1)):
        unit = units[cursor]
        if unit.kind == "and":
            behind = next((one for one in units[cursor + 1 : limit] if not _is_unwritten(one)), unit)
            return behind.kind in ("word", "trigger") and behind.text.islower() and _in_case(behind, case)
        if unit.text in (",", "-", "–") or _is_unwritten(unit):
            continue
        if unit.kind not in ("word", "trigger") or not unit.text.islower() or not _in_case(unit, case):
            return False
        if language.morphology.is_verbal(unit) or language.morphology.is_finite(unit):
            return False
    return False


def _in_case(unit: Unit, case: str) -> bool:
    alike = unit.case in _ALIKE and case in _ALIKE  # «по торговле и науке»
    return not unit.case or not case or unit.case == case or alike


def _is_unwritten(unit: Unit) -> bool:
    """Whether a preposition is only what a case says."""
    return unit.kind == "preposition" and unit.start == unit.end


def _is_within(units: list[Unit], index: int) -> bool:
    """Whether what a case says stands between words of one phrase: «научному и техническому | сотрудничеству»."""
    before, behind = units[index - 1], units[index + 1]
    if not _is_unwritten(units[index]) or units[index].value != "goal" or behind.case != "dat":
        return False
    return before.text == "," or (before.kind == "word" and before.case == "dat" and behind.kind != "actor")
