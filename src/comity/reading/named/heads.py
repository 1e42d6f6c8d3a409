"""Which words for bodies and events head a name, and which are common nouns: "school", "bank", "the Congress"."""

from __future__ import annotations

from comity import knowledge
from comity.reading.language import Language
from comity.reading.named.exercises import is_named_before, own_name
from comity.reading.named.name import Named
from comity.reading.units import Unit, is_capitalised


def is_season(units: list[Unit], index: int, language: Language) -> bool:
    """ "Days of … Cinema", "Year of …": a word for a time that with a complement names an occasion."""
    if units[index].key not in language.words["season"] or not is_capitalised(units[index]):
        return False
    before = units[index - 1] if index else None
    if before is not None and before.kind == "state" and before.end + 1 == units[index].start:
        return True
    if not language.cases and _is_day_of(units, index, language):
        return True
    cursor = index + 1
    if cursor >= len(units) or units[cursor].kind != "preposition" or units[cursor].value != "of":
        return False
    cursor += 1
    while cursor < len(units) and units[cursor].kind == "determiner":
        cursor += 1
    return (
        cursor < len(units)
        and units[cursor].kind in ("state", "word", "event", "dyad")
        and is_capitalised(units[cursor])
    )


def _is_day_of(units: list[Unit], index: int, language: Language) -> bool:
    """Whether capitals right before a day or week make a name of it: "Jamhuri Day", "Slovenian Wine Days"."""
    if units[index].key not in language.words["named_day"] or not index:
        return False
    before = units[index - 1]
    behind = units[index + 1] if index + 1 < len(units) else None
    if behind is not None and is_capitalised(behind) and behind.kind in ("word", "actor", "organisation"):
        return False  # "the Six Day War"
    if before.kind == "poss":
        return index > 1 and is_capitalised(units[index - 2])
    near = before.end + 1 == units[index].start and before.kind in (
        "word",
        "event",
        "organisation",
        "actor",
        "trigger",
    )
    return near and is_capitalised(before) and (index > 1 or before.kind != "word")


def season(unit: Unit) -> Unit:
    """The unit of a word for a time as that of an occasion."""
    made = Unit("event", unit.start, unit.end, unit.text, unit.key)
    made.value = "festival"
    return made


def quoted_head(unit: Unit, language: Language) -> Unit:
    """A quoted word for an occasion as that word: «"круглый стол" по торговле»."""
    phrase = language.phrase_key(str(unit.value).lower())
    type_ = knowledge.lexicon(language.code).events.get(phrase)
    if type_ is None or " " not in phrase:
        return unit
    made = Unit("event", unit.start, unit.end, str(unit.value), phrase)
    made.value, made.case = type_, unit.case
    return made


def is_signing(units: list[Unit], index: int, language: Language) -> bool:
    """Whether a ceremony is that at which the instrument behind it was signed: "the signing ceremony of the treaty"."""
    unit = units[index]
    if unit.kind != "event" or unit.key.split(" ")[0] not in language.words["signing"]:
        return False
    behind = units[index + 1 : index + 2]
    if not behind or behind[0].kind != "preposition" or behind[0].value not in ("of", "for"):
        return False
    for other in units[index + 2 : index + 8]:
        if other.kind == "instrument":
            return True
        if other.kind not in ("determiner", "state", "dyad", "word", "amount", "punct", "combining"):
            return False
    return False


def signing(unit: Unit) -> Unit:
    """The unit of a ceremony at which something was signed as that of the signing."""
    made = Unit("trigger", unit.start, unit.end, unit.text, unit.key)
    made.value = (("sign", "noun"),)
    return made


def is_common(units: list[Unit], index: int, language: Language) -> bool:
    """A word that is seldom an occasion or body, in lower case and without a quoted name: "school",
    "bank".
    """
    unit = units[index]
    if (
        language.cases
        and unit.key in language.words["parliament"]
        and is_capitalised(unit)
        and not isinstance(unit.value, Named)
        and not _is_described(units, index)
    ):
        return True  # «в Конгрессе»: the parliament
    if unit.key in language.words["performer"] and is_capitalised(unit) and not isinstance(unit.value, Named):
        return index > 0 and (is_capitalised(units[index - 1]) or units[index - 1].kind == "state")
    if unit.kind == "body":
        return (
            not isinstance(unit.value, Named)
            and not is_capitalised(unit)
            and unit.key in language.words["company"]
        )
    if (
        isinstance(unit.value, Named)
        or is_capitalised(unit)
        or unit.key not in language.words["weak_event"]
        or own_name(units, index, language)
        or is_named_before(units, index, language)
    ):
        return False
    if unit.key in language.words["season"] and _is_of_a_people(units, index):
        return False  # «неделя армянского кино»
    return not any(other.kind == "quoted" for other in units[index + 1 : index + 8])


def _is_described(units: list[Unit], index: int) -> bool:
    """Whether words beside a head make a name of it: an adjective or number before it, a complement behind."""
    before = units[index - 1] if index else None
    after = units[index + 1] if index + 1 < len(units) else None
    adjective = before is not None and before.case and before.case == units[index].case
    return bool(adjective) or (after is not None and after.kind in ("quoted", "preposition"))


def _is_of_a_people(units: list[Unit], index: int) -> bool:
    """Whether a word for a time is that of a state's culture."""
    behind = units[index + 1 : index + 4]
    return (
        len(behind) > 2
        and behind[0].kind == "preposition"
        and behind[0].value == "of"
        and behind[1].kind == "state"
        and behind[1].value[1] == "adjective"
        and behind[2].kind in ("word", "event")
    )


def is_compound(units: list[Unit], index: int, language: Language) -> bool:
    """A head that only modifies the head behind it: "trade centre" in "trade centre exhibition"."""
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and after.kind == "word" and is_season(units, index + 1, language):
        after = units[index + 1] = season(after)  # "Film Days"
    return after is not None and after.kind in ("body", "event") and after.start <= units[index].end + 1
