"""The case of a phrase that no preposition governs."""

from __future__ import annotations

from typing import Any

from comity.reading.grammar.russian.cases import Phrase, is_initial
from comity.reading.grammar.russian.wording import is_given_name
from comity.reading.grammar.russian.words import analyser
from comity.reading.units import Unit, is_capitalised


def bare_case(
    units: list[Unit], found: Phrase, noun: Unit | None, copula: bool, language: Any
) -> tuple[str, str]:
    """The case of a phrase without a preposition, and the mark that it stands for."""
    if noun is not None and (told := _behind_noun(units, found, noun, language)) is not None:
        return told
    return _by_form(units, found, noun, copula)


def _behind_noun(units: list[Unit], found: Phrase, noun: Unit, language: Any) -> tuple[str, str] | None:
    """The case and mark of a phrase that the noun before it tells; None where it tells nothing."""
    cases, head = found.cases, units[found.last]
    if noun.kind == "state" and head.kind == "amount":
        return "acc", ""  # «передала Армении 50 тыс. доз»
    in_state = noun.kind == "state" and noun.case in ("", "gen") and head.kind == "place"
    if in_state and units[found.first] is head and head.value.state == noun.value[0]:
        return "", ""  # «в столице А Б»
    if noun.kind == "office" == head.kind and "gen" in cases:
        return "gen", ""  # «специальный представитель Президента»
    if _apposed(noun, units[found.first], head, language):
        if noun.case in cases and not found.fixed:
            return noun.case, ""
        # «Президентом … Саули Ниинистё» does not change
        known = analyser().word_is_known(head.text.lower())
        return ("nom" if "nom" in cases and not found.fixed and known else ""), ""
    direct = "nom" if "nom" in cases else "acc" if "acc" in cases else ""
    unchanged = noun.kind == "place" or (noun.kind == "word" and is_capitalised(noun))
    after_place = noun.case == "loc" or (unchanged and not noun.case)
    if direct and head.kind == "office" and after_place and is_capitalised(noun):
        return direct, ""  # «принял в Акорде министра»
    somebody = noun.kind == "place" and begins_name(units, found, language)
    if direct and somebody and (after_place or is_given_name(units[found.first].text)):
        return direct, ""  # «принял в Сочи Петера Н.»
    if "gen" in cases or (found.fixed and head.kind == "state"):
        return "gen", "of"
    return None


def _by_form(units: list[Unit], found: Phrase, noun: Unit | None, copula: bool) -> tuple[str, str]:
    """The case and mark that the form of a phrase alone tells, the most usual first."""
    cases = found.cases
    if "nom" in cases:
        return ("nom-acc" if "acc" in cases and units[found.last].kind != "office" else "nom"), ""
    if "acc" in cases:
        return "acc", ""
    if "ins" in cases:
        return "ins", "" if copula else "agent"
    if "dat" in cases and ("gen" not in cases or noun is None):
        return ("", "") if _ends_name(units, found) else ("dat", "goal")
    return ("gen" if "gen" in cases else ""), ""


def begins_name(units: list[Unit], found: Phrase, language: Any) -> bool:
    """Whether a phrase is capitalised as a name of two words or more is, particles between them left out."""
    behind = found.first + 1
    while behind < len(units) and (units[behind].text in language.particles or units[behind].text == "-"):
        behind += 1
    if behind >= len(units):
        return False
    first, after = units[found.first], units[behind]
    return (
        first.kind == "word"
        and is_capitalised(first)
        and first.key not in language.not_names
        and first.key not in language.organisation_heads
        and first.key not in language.office_bodies
        and (is_initial(first) or not first.text.isupper())
        and (
            found.last > found.first
            or (after.kind == "word" and is_capitalised(after) and not after.text.isupper())
        )
    )


def _ends_name(units: list[Unit], found: Phrase) -> bool:
    """Whether a capitalised word is the surname behind a first name whose case nobody knows: «с Михаем Попеску»."""
    word = units[found.first]
    if found.first < 2 or found.first != found.last or word.kind != "word" or not is_capitalised(word):
        return False
    before = units[found.first - 1]
    return before.kind == "word" and is_capitalised(before) and before.end + 1 == word.start


def _apposed(noun: Unit, first: Unit, head: Unit, language: Any) -> bool:
    """Whether a phrase is a name or title of the noun before it, not a genitive: «Президента Н. А.»."""
    if is_initial(first):
        return noun.kind not in ("place", "trigger", "mission", "instrument", "relations", "body", "event")
    if noun.kind == "office" and head.kind == "office":
        return True
    if head.kind != "word" or not is_capitalised(head) or (head.text.isupper() and len(head.text) < 6):
        return False
    common = (
        head.key in language.not_names
        or head.key in language.organisation_heads
        or head.key in language.portfolio
        or head.key in language.office_bodies
    )
    if common:
        return False
    if noun.kind in ("office", "honorific", "state"):
        return True
    return (
        noun.kind == "word"
        and is_capitalised(noun)
        and not (noun.key in language.not_names or noun.key in language.organisation_heads)
    )
