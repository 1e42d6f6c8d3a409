"""What stands before a head and belongs to its name: "Kazakh-Israeli Joint Governmental …", "Nuclear Security …"."""

from __future__ import annotations

from comity.reading.language import Language
from comity.reading.named.name import DASHES, is_round_of
from comity.reading.units import Unit, is_capitalised

_LONGEST_BEFORE = 9
"""How many units may stand before a head in its name."""
_BEFORE = frozenset(
    {
        "word",
        "state",
        "dyad",
        "combining",
        "body",
        "event",
        "number",
        "quoted",
        "amount",
        "trigger",
        "mission",
        "organisation",
    }
)
"""Kinds of unit that may stand before a head as its modifiers."""


def count_before(units: list[Unit], out: list[Unit], head: Unit, language: Language) -> int:
    """How many units before the head belong to its name."""
    count = 0
    while count < len(out) and count < _LONGEST_BEFORE:
        unit, behind = out[-1 - count], out[-count] if count else head
        if (
            _modifies(units, unit, head, language)
            or (not count and _is_topic(unit, head))
            or _looks_a_name(unit, behind)
            or (not count and _titles(out, head))
            or _tells_whose(unit, behind)
            or (unit.text in DASHES and _is_between_states(out, count))
        ):
            count += 1
            continue
        owner = out[-2 - count] if unit.kind == "poss" and count + 1 < len(out) else None
        if owner is not None and (
            owner.kind in ("state", "word") or is_round_of(owner) or _is_patron(owner, head, language)
        ):
            count += 2
            continue
        if unit.kind == "and" and count and _joins(units, out, count, head, language):
            count += 1
            continue
        break
    while count and out[-count].kind in ("punct", "and", "poss"):
        count -= 1
    # a bare number that nothing stands before counts what follows
    while count and out[-count].kind == "amount" and out[-count].text.isdigit():
        count -= 1
    return count


def _is_patron(owner: Unit, head: Unit, language: Language) -> bool:
    """Whether a day is called after somebody: "St Patrick's Day"."""
    return owner.kind == "actor" and not owner.value.person.office and head.key in language.words["named_day"]


def _looks_a_name(unit: Unit, behind: Unit) -> bool:
    """Capitalised words right before a capitalised head that were taken for a name: "Nuclear Security
    Summit".
    """
    if (
        unit.kind != "actor"
        or unit.value.person.office
        or not unit.value.person.name
        or unit.text != unit.value.person.name
    ):
        return False
    return is_capitalised(behind) and behind.start == unit.end + 1


def _titles(out: list[Unit], head: Unit) -> bool:
    """Whether capitals between "the" and a word for an occasion were taken for a name: "the Silk Build fair"."""
    unit = out[-1]
    if head.kind != "event" or len(out) < 2 or out[-2].kind != "determiner" or unit.kind != "actor":
        return False
    person = unit.value.person
    return not person.office and person.name == unit.text and " " in unit.text and unit.end + 1 == head.start


def _tells_whose(unit: Unit, behind: Unit) -> bool:
    """Those who meet, right before a capitalised head: "the A–B Leaders Summit"."""
    return is_round_of(unit) and is_capitalised(behind) and behind.start == unit.end + 1


def _modifies(units: list[Unit], unit: Unit, head: Unit, language: Language) -> bool:
    """Whether a unit may be a modifier of the head it stands before."""
    if unit.kind == "place":
        return is_capitalised(head) and _begins_with_place(units, unit)
    if unit.kind not in _BEFORE:
        return False
    if unit.kind == "trigger":
        forms = {form for _, form in unit.value}
        return "noun" in forms and is_capitalised(unit)
    if unit.kind in ("amount", "number"):
        # "10th", "EXPO 2017"; never a count
        return (unit.kind == "amount" and unit.value.kind == "ordinal") or (
            unit.text.isdigit() and len(unit.text) == 4
        )
    if unit.kind == "word":
        words = language.words
        if unit.key in words["ordinal"]:
            return True
        return not (
            unit.key in words["adverb"]
            or unit.key in words["negation"]
            or unit.key in words["not_in_names"]
            or language.morphology.is_finite(unit)
            or (language.cases and language.morphology.is_verbal(unit))  # «объявлен Годом …»
        )
    if unit.kind == "organisation":
        return unit.text.isupper() or isinstance(unit.value, str)
    return True


def _is_topic(unit: Unit, head: Unit) -> bool:
    """Whether a noun that could tell an act is what the head right behind it is about: "investment seminar"."""
    noun = unit.kind == "trigger" and {form for _, form in unit.value} == {"noun"}
    return noun and unit.end + 1 == head.start and head.kind == "event"


def _begins_with_place(units: list[Unit], place: Unit) -> bool:
    """Whether a place begins a name ("the Basel International Fair") and is not where something is ("in
    Basel").
    """
    index = next((i for i, unit in enumerate(units) if unit is place), 0)
    before = units[index - 1] if index else None
    return (
        before is not None
        and before.kind in ("determiner", "number", "amount", "word", "poss")
        and before.text != ","
    )


def _is_between_states(out: list[Unit], count: int) -> bool:
    """Whether a dash stands between two states or what else may be joined by one."""
    nominal = ("state", "word", "combining", "body", "event", "organisation")
    before = out[-2 - count] if count + 1 < len(out) else None
    after = out[-count] if count else None
    second = after is None or after.kind in nominal or is_round_of(after)
    return before is not None and before.kind in nominal and second


def _joins(units: list[Unit], out: list[Unit], count: int, head: Unit, language: Language) -> bool:
    """ "and" between two modifiers: "Trade and Investment Forum", "scientific and practical school"."""
    before = out[-2 - count] if count + 1 < len(out) else None
    after = out[-count]
    if (
        before is None
        or before.kind != "word"
        or after.kind != "word"
        or not _modifies(units, before, head, language)
    ):
        return False
    return is_capitalised(before) == is_capitalised(after)
