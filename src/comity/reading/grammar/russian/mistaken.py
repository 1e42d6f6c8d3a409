"""Words that the look-up takes for something else than they are here: towns, states, months, offices and prepositions
that are parts of names, and days that are no numbers of things."""

from __future__ import annotations

import itertools
from typing import Any

from comity.knowledge import lexicon
from comity.reading.grammar.russian.cases import head_cases, is_first_name, is_surname
from comity.reading.grammar.russian.words import analyser, forms
from comity.reading.units import Unit, is_capitalised

IN_TITLES = frozenset({"word", "and", "state", "place", "organisation", "body", "sides"})
"""Kinds of units that belong to a title behind its office."""
SENT_TO = frozenset({"в", "во", "на", "при"})
"""The prepositions before where the holder of a post is sent."""


def put_right(units: list[Unit], language: Any) -> None:
    """Gives the units of a sentence the kinds that their neighbours tell."""
    _days(units)
    _namesakes(units, language)
    _mistaken_offices(units, language)
    _syllables(units)
    _openings(units, language)


MONTHS = frozenset(
    {
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    }
)
_MONTH_NAMES = frozenset(month.capitalize() for month in MONTHS)


def _days(units: list[Unit]) -> None:
    """A day whose year nobody told («12 мая») is no number of things."""
    for number, month in itertools.pairwise(units):
        if number.kind in ("amount", "number") and month.kind == "word" and month.key in MONTHS:
            number.kind, number.value = "word", None


_TITLE = 6
"""Units of an office's complement: «министр торговли и развития Сербии»."""


def _namesakes(units: list[Unit], language: Any) -> None:
    """A town's or a month's name that is a part of a person's: «премьер Сербии Милан Йович», «министр Март Саар»."""
    for index in range(len(units) - 1):
        town, after = units[index : index + 2]
        before = units[index - 1] if index else None
        if town.kind == "word" and town.text in _MONTH_NAMES:
            if is_capitalised(after) and after.kind == "word" and _office_before(units, index) is not None:
                town.key = town.text
            continue
        if (
            _is_namesake(town)
            and after.kind == "word"
            and is_capitalised(after)
            and _may_name(after, language)
        ):
            town.kind, town.value = "word", None  # «Доминик Берже»
            continue
        if town.kind != "place" or " " in town.text or not is_capitalised(town):
            continue
        named = before if before is not None and before.kind == "word" and is_first_name(before) else None
        title = _office_before(units, index - 1 if named else index)
        first = after.kind == "word" and is_capitalised(after) and _may_name(after, language)
        if named and _is_surname(town) and _agree(named, town):
            town.kind, town.value = "word", None  # «Александр Вешняков»
        elif title is not None and before is not None and _is_declined(town) and _is_unheard(before):
            town.kind, town.value = "word", None  # «посол А Даурен Абаев»
        elif first and is_first_name(town) and _may_be_surname(after) and _agree(after, town):
            town.kind, town.value = "word", None  # «Владимир Ильин»
        elif title is not None and (named or first) and _agree(title, town) and _agree(named or after, town):
            town.kind, town.value = "word", None


_WORDS = frozenset({"word", "event"})


def _mistaken_offices(units: list[Unit], language: Any) -> None:
    """An office in a case that is looked up as another word, before a state or a name: «премьера Чили», not a show."""
    for index, unit in enumerate(units[:-1]):
        office = language.mistaken_offices.get(unit.key) if unit.kind in _WORDS else None
        after = units[index + 1]
        named = (after.kind == "state" and after.value[1] == "name") or (
            after.kind == "word" and is_first_name(after)
        )
        if office is None or not named or not forms(unit.text.lower()):
            continue
        found = next((entry for entry in language.entries.get(office, ()) if entry.kind == "office"), None)
        if found is not None:
            unit.kind, unit.value = "office", found.value


def _syllables(units: list[Unit]) -> None:
    """A name's part that looks like a preposition: «президент Во Ван Т.»."""
    for before, unit, after in zip(units, units[1:], units[2:], strict=False):
        if (
            unit.kind == "preposition"
            and len(unit.text) > 1
            and unit.text[:1].isupper()
            and unit.text[1:].islower()
            and before.kind == "office"
            and is_capitalised(after)
        ):
            unit.kind, unit.value, unit.key = "word", None, unit.text


def _openings(units: list[Unit], language: Any) -> None:
    """The ceremony at which a mission was opened, which is its opening: «церемония открытия посольства»."""
    for index, unit in enumerate(units[:-1]):
        before = next((other for other in reversed(units[:index]) if other.kind != "word"), None)
        occasion = before is not None and before.kind == "preposition"  # «на церемонии открытия посольства»
        if unit.kind != "event" or " " not in unit.text or occasion:
            continue
        last = language.entries.get(unit.key.split(" ")[-1], ())
        opening = [entry.value for entry in last if entry.kind == "trigger" and entry.value[0] == "open"]
        behind = next((other for other in units[index + 1 : index + 5] if other.kind != "word"), None)
        if opening and behind is not None and behind.kind == "mission":
            unit.kind, unit.value = "trigger", tuple(opening)


def _is_namesake(unit: Unit) -> bool:
    """Whether what is looked up as a state's name, but is no form of it, is a man's first name: «Доминик»."""
    if unit.kind != "state" or unit.value[1] != "name" or " " in unit.text or not is_surname(unit):
        return False
    names = lexicon("ru").state_names.get(unit.value[0])
    return names is not None and unit.text not in names.names and unit.text not in names.cases


def _office_before(units: list[Unit], index: int) -> Unit | None:
    """The office before a unit, with nothing but its state and portfolio between."""
    for unit in reversed(units[max(0, index - _TITLE) : index]):
        if unit.key in SENT_TO and unit.kind == "preposition":
            continue
        if unit.kind == "office" or unit.kind not in IN_TITLES:
            return unit if unit.kind == "office" else None
    return None


def _is_surname(unit: Unit) -> bool:
    """Whether a town's name or another word is, as it is written, a form of a surname too."""
    return any(form.name for form in forms(unit.text.lower()))


def _is_declined(town: Unit) -> bool:
    """Whether what is a town only in another case looks like a surname as it is written: «Абаев», of «Абай»."""
    written = town.text.lower()
    return town.key != written and written.endswith(_SURNAMES)


def _is_unheard(unit: Unit) -> bool:
    """Whether a capitalised word is one that no dictionary has, as many first names are."""
    known = analyser().word_is_known(unit.text.lower())
    return unit.kind == "word" and is_capitalised(unit) and not known


_SURNAMES = ("ов", "ев", "ин", "ова", "ева", "ина")


def _may_be_surname(unit: Unit) -> bool:
    """Whether a capitalised word behind a first name is a surname, or a word that nobody has heard of."""
    return _is_surname(unit) or not analyser().word_is_known(unit.text.lower())


def _may_name(unit: Unit, language: Any) -> bool:
    return unit.key not in language.not_names and unit.key not in language.organisation_heads


def _agree(one: Unit, town: Unit) -> bool:
    """Whether a word stands in a case of a town's name; a name that nobody has heard of stands in any."""
    towns, unchanged, _ = head_cases(town)
    mine = head_cases(one)[0]
    return not unchanged and bool({pair for pair in mine or towns if pair[1] == "sing"} & towns)
