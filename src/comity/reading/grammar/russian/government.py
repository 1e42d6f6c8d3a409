"""What case and preposition say of a phrase: "of" for a genitive behind a noun, "agent" for an instrumental."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from comity.reading.grammar.russian.cases import (
    NP_KINDS,
    Phrase,
    adjective_cases,
    is_adjective,
    is_initial,
    is_surname,
    phrase_at,
    tells_of_man,
)
from comity.reading.grammar.russian.mistaken import IN_TITLES, SENT_TO, put_right
from comity.reading.grammar.russian.verbs import settle, verb_form
from comity.reading.grammar.russian.wording import is_given_name
from comity.reading.grammar.russian.words import analyser
from comity.reading.units import Unit, is_capitalised

_PREPOSITIONS: dict[str, frozenset[str]] = {
    mark: frozenset(cases.split())
    for mark, cases in {
        "goal": "dat",
        "owner": "gen",
        "of": "gen",
        "including": "gen acc",
        "agent": "gen dat",
        "source": "gen",
        "between": "ins gen",
        "for": "gen",
        "until": "gen",
        "against": "gen",
        "with": "ins gen",
        "during": "gen acc",
        "field": "gen",
        "led": "gen ins",
        "under": "ins acc gen",
        "behalf": "gen",
        "invitation": "gen",
        "on": "loc dat",
        "topic": "acc gen loc",
        "without": "gen",
    }.items()
}
"""The cases that a preposition of a mark may govern, where it has one meaning."""


def _is_month_of_day(out: list[Unit], noun: Unit, language: Any) -> bool:
    """Whether a noun is the month behind the number of its day, which no year makes a date."""
    day = len(out) > 1 and out[-2].text.isdigit()
    return day and noun.kind == "word" and noun.key in language.words["month_names"]


def _virtual(mark: str, at: int) -> Unit:
    return Unit("preposition", at, at, mark, "", mark)


def govern(units: list[Unit], language: Any) -> list[Unit]:
    """The units with their cases, prepositions meant by case, and the forms of verbs."""
    for unit in units:
        if unit.kind == "trigger":
            settle(unit)
    put_right(units, language)
    _possessors(units)
    _join_apart(units, language)
    units = _without_town_signs(units)
    out: list[Unit] = []
    index, size = 0, len(units)
    noun: Unit | None = None  # the noun right before
    case = ""  # the case of the phrase right before
    copula = False
    outer = ""  # the case that the last preposition gave
    aside: tuple[Unit | None, str] | None = None  # what stood before a bracket
    title: Unit | None = None  # the office whose complement still goes on
    posted: Unit | None = None  # where the holder of that office is sent: «посол А в Б»
    while index < size:
        unit = units[index]
        sent = title if unit.key in SENT_TO else None
        if noun is not None and _is_month_of_day(out, noun, language):
            noun, case = None, ""  # «6 мая МИД А заявил»: nothing belongs to a month
        if unit.kind == "office":
            title = unit
        elif not (unit.kind in IN_TITLES or unit.text in _DASHES_AND_COMMA):
            title = None
        if unit.kind == "preposition":
            stop, case = _governed(units, index, language)
            outer = case
            out.extend(units[index:stop])
            noun = units[stop - 1] if stop > index + 1 else None
            title = noun if noun is not None and noun.kind == "office" else None
            if sent is not None and noun is not None and noun.kind in _POSTS:
                title, posted = sent, noun
            index = stop
            continue
        if noun is not None and _within_name(units, index, noun, language):
            unit.case = case  # «Мохаммед бен Нассер», «Эльчин Мамед оглы»
            out.append(unit)
            index += 1
            continue
        found = phrase_at(units, index) if unit.kind in NP_KINDS else None
        if found is None:
            if unit.kind == "be" or (
                unit.kind == "trigger" and any(p in ("appoint", "serve", "become") for p, _ in unit.value)
            ):
                copula = True
            elif unit.kind == "trigger" or unit.kind == "clause":
                copula = False
            if unit.kind in ("trigger", "clause", "be") or unit.text in (";", ":"):
                outer = ""
            if unit.text == "(":
                aside = (noun, case)
            elif unit.text == ")" and aside is not None:
                noun, case = None, aside[1]  # «в Ереване (2005 г.), Варшаве (2007 г.)»
                aside = None
                out.append(unit)
                index += 1
                continue
            joins = unit.kind == "and" or unit.text == ","
            if not joins and unit.kind not in ("quoted",) and not is_initial(unit):
                noun = None
                case = "" if unit.kind in ("trigger", "be", "punct", "clause") else case
            out.append(unit)
            index += 1
            continue
        joined = (
            index > 0
            and (units[index - 1].kind == "and" or units[index - 1].text == ",")
            and bool(case or outer)
        )
        counted = (
            index > 0
            and units[index - 1].kind in ("amount", "number")
            and (units[index - 1].kind == "number" or units[index - 1].value.kind == "number")
        )
        if counted and "gen" in found.cases:
            for inner in units[index : found.last + 1]:
                inner.case = "counted"
                out.append(inner)
            noun, case = units[found.last], ""
            index = found.last + 1
            continue
        told = case if joined and (case in found.cases or found.fixed) else ""
        if counted and (oblique := _counted_obliquely(units, index, found)):
            for inner in units[index : found.last + 1]:
                inner.case = oblique  # «с четырьмя гражданами»: the preposition governs both
                out.append(inner)
            noun, case = units[found.last], oblique
            index = found.last + 1
            continue
        if joined and not told and outer in found.cases:
            told = outer  # «между Правительством А и Правительством Б»
        mark = ""
        beside = noun is not None and noun.kind == "place" and joins_town(units, index, found)
        if not told and beside:
            pass  # «в Алматы и Атырау»
        elif not told and title is not None and _names_holder(units, found, noun, language):
            told = title.case if title.case in found.cases and not found.fixed else ""
        elif (
            not told
            and title is not None
            and noun is posted is not None
            and _begins_name(units, found, language)
        ):
            # «с послом А в Б Петером Н.», «назначил послом в Б Петера Н.»
            told = title.case if title.case in found.cases else ""
            told = "acc" if not told and title.case == "ins" and not found.fixed else told
        elif (
            not told
            and title is not None
            and noun is not None
            and noun.kind == "state" == units[found.first - 1].kind
            and title.case in found.cases
            and _begins_name(units, found, language)
        ):
            told = title.case  # «с премьером А Нгуеном Т. З.»
        elif not told and outer and _acts_behind(units, found):
            told = "nom"
        elif not told:
            told, mark = _bare_case(units, found, noun if not joined else None, copula, language)
            if told == "ins" and copula and not mark:
                copula = False  # «это стало ответом на высылку Б дипломата»
        if told == "gen" and noun is None and index == 0 and unit.kind == "word" and _is_foreign(unit):
            told = "nom"  # «Эльита Гавеле»: the first word is no genitive of one that nobody has heard of
        if told == "nom-acc" and _is_object(units, index, out) and _begins_name(units, found, language):
            told = "acc"  # «Президент А освободил Анатолия П. от должности»
        if index == 0 and told not in ("", "nom") and _opens_verbless(units, found, language):
            told, mark = "nom", ""
        if mark:
            out.append(_virtual(mark, unit.start))
        for inner in units[index : found.last + 1]:
            inner.case = told
            out.append(inner)
        if not told and title is not None and found.fixed:
            told = (
                title.case
            )  # «министров … Н. Гелашвили и С. Петкова»: a name that does not change has its title's
        noun, case = units[found.last], told
        if noun.kind == "office" and found.last > index:
            title = noun  # «нового посла А в Б Н. М.»
        index = found.last + 1
    _decline_quoted(out)
    return out


def _within_name(units: list[Unit], index: int, noun: Unit, language: Any) -> bool:
    """Whether a word in lower case is a part of the name before it: a particle that more of it follows, or its end."""
    text = units[index].text
    if units[index].kind != "word" or noun.kind != "word" or not is_capitalised(noun):
        return False
    if text in language.suffixes or units[index].key in language.suffixes:
        return True
    behind = index + 1
    while text in language.particles and behind < len(units) and units[behind].text in language.particles:
        behind += 1
    after = units[behind] if behind < len(units) else None
    return text in language.particles and after is not None and after.kind == "word" and is_capitalised(after)


def _counted_obliquely(units: list[Unit], index: int, found: Phrase) -> str:
    """The case that a preposition before a number gives the people or things counted; "" where none does."""
    if index < 2 or units[index - 2].kind != "preposition" or units[index - 2].end == units[index - 2].start:
        return ""
    allowed = _PREPOSITIONS.get(units[index - 2].value, frozenset({"ins", "loc", "dat"}))
    return next((case for case in ("ins", "loc", "dat") if case in found.cases and case in allowed), "")


def _is_object(units: list[Unit], index: int, before: list[Unit]) -> bool:
    """Whether a phrase right behind an active verb is its object: its subject is told before."""
    verb = units[index - 1] if index else None
    if verb is None or verb.kind != "trigger" or all(form != "finite" for _, form in verb.value):
        return False
    for unit in reversed(before[:-1]):
        if unit.kind == "clause" or unit.text in (";", ":"):
            return False
        if unit.case == "nom" and unit.kind in ("office", "word"):
            return True
    return False


_ENDS_ADJECTIVE = frozenset({"state", "word"})


def _decline_quoted(units: list[Unit]) -> None:
    """Gives a quoted name and the adjective right before it the case that the adjective stands in: «чешская «Х»»."""
    for adjective, name in itertools.pairwise(units):
        if name.kind != "quoted" or adjective.kind not in _ENDS_ADJECTIVE or adjective.case:
            continue
        if not is_adjective(adjective):
            continue
        cases = {case for case, number in adjective_cases(adjective.text) if number == "sing"}
        direct = "-".join(case for case in ("nom", "acc") if case in cases)
        told = direct or next((case for case in ("gen", "dat", "ins", "loc") if case in cases), "")
        adjective.case = name.case = told


def _is_foreign(unit: Unit) -> bool:
    return is_capitalised(unit) and not analyser().word_is_known(unit.text.lower())


_POSTS = frozenset({"state", "place", "organisation"})
_DASHES_AND_COMMA = frozenset("-–—,")


def _names_holder(units: list[Unit], found: Phrase, noun: Unit | None, language: Any) -> bool:
    """Whether a phrase is the name behind a title with a complement: «министр торговли и развития Пааво Вяюрюнен»."""
    if noun is None or noun.case != "gen" or noun.kind not in IN_TITLES - {"and", "state"}:
        return False
    if noun.kind == "word" and is_capitalised(noun) and noun.key not in language.office_bodies:
        return False
    return _begins_name(units, found, language)


def _begins_name(units: list[Unit], found: Phrase, language: Any) -> bool:
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


def _opens_verbless(units: list[Unit], found: Phrase, language: Any) -> bool:
    """Whether a line without a verb begins with a name, which is a nominative there: «Фроде Н. (1973–1978)»."""
    return _begins_name(units, found, language) and not any(
        unit.kind == "be" or (unit.kind == "trigger" and any(form != "noun" for _, form in unit.value))
        for unit in units
    )


def _acts_behind(units: list[Unit], found: Phrase) -> bool:
    """Whether a surname alone is the subject of the verb behind it: «В ходе визита Климов встретился»."""
    unit, behind = units[found.last], units[found.last + 1 : found.last + 2]
    surname = found.first == found.last and unit.kind == "word" and is_surname(unit)
    return surname and any(other.kind == "trigger" and tells_of_man(other) for other in behind)


def joins_town(units: list[Unit], index: int, found: Phrase) -> bool:
    """Whether a town goes on with a list of towns: «в Мумбаи, Ченнаи и Калькутте»."""
    joined = index > 0 and (units[index - 1].kind == "and" or units[index - 1].text == ",")
    return joined and units[found.last].kind == "place" and (found.fixed or "loc" in found.cases)


_POSSESSORS = frozenset({"его", "её", "ее", "их"})


def _possessors(units: list[Unit]) -> None:
    """«с её болгарской коллегой», «под руководством его председателя»: whose, where a preposition would take «неё»."""
    for index, unit in enumerate(units[1:-1], 1):
        if unit.kind != "pronoun" or unit.text not in _POSSESSORS:
            continue
        before, after = units[index - 1], units[index + 1]
        governed = before.kind == "preposition" and after.kind in NP_KINDS  # «на его базе»: else «на него»
        if governed or (before.kind == "and" and (after.kind == "office" or is_adjective(after))):
            unit.kind = "determiner"


def _join_apart(units: list[Unit], language: Any) -> None:
    """Gives a verb the meaning that it has with a noun of its clause: «вручил в четверг верительные грамоты», «визит в
    А завершил министр».
    """
    for index, unit in enumerate(units):
        nouns = language.apart.get(unit.key, ())
        form = verb_form(unit.text) if nouns and unit.kind in ("word", "trigger") else "noun"
        if form == "noun":
            continue
        told = [units[at].key for at in _clause_of(units, index)]
        near = {*told, *(key.split(" ")[-1] for key in told)}
        found = tuple((predicate, form) for noun, predicate in nouns if noun in near)
        if found:
            unit.kind, unit.value = "trigger", found


_ENDS = frozenset(";:()")
_APART = 8
"""Units between a verb and the noun that it has its meaning with."""


def _clause_of(units: list[Unit], verb: int) -> Iterator[int]:
    """The units around a verb as far as the next verb or the end of the clause."""
    for step in (-1, 1):
        for at in range(verb + step, verb + step * (_APART + 1), step):
            if not 0 <= at < len(units) or units[at].kind == "clause" or units[at].text in _ENDS:
                break
            if units[at].kind == "trigger" and any(form in ("finite", "base") for _, form in units[at].value):
                break
            yield at


_TOWN_SIGNS = frozenset({"г.", "г", "гг", "гор"})


def _without_town_signs(units: list[Unit]) -> list[Unit]:
    """«г. Алматы» is the town; its sign is left out."""
    found: list[Unit] = []
    for index, unit in enumerate(units):
        if unit.text == "." and found and found[-1].kind == "amount" and index + 1 < len(units):
            after_dot = units[index + 1].text
            if unit.start == found[-1].end and after_dot[:1].islower():
                continue  # «4 тыс. студентов»
        if unit.text in _TOWN_SIGNS and index + 1 < len(units):
            after = index + 2 if units[index + 1].text == "." and index + 2 < len(units) else index + 1
            if units[after].kind == "place":
                continue
        if (
            unit.text == "."
            and index
            and units[index - 1].text in _TOWN_SIGNS
            and index + 1 < len(units)
            and units[index + 1].kind == "place"
        ):
            continue
        found.append(unit)
    return found


def _governed(units: list[Unit], index: int, language: Any) -> tuple[int, str]:
    """A preposition and the phrase behind it: where the phrase ends, and its case."""
    preposition = units[index]
    found = phrase_at(units, index + 1) if index + 1 < len(units) else None
    meanings: dict[str, str] = language.cases.get(preposition.key, {})
    if found is None:
        return index + 1, ""
    case = ""
    if meanings:
        for name, mark in meanings.items():
            if name in found.cases:
                case = name
                if not (name == "acc" and "loc" in found.cases):
                    preposition.value = mark
                break
        if case == "acc" and found.fixed and "loc" in found.cases:
            case = ""
    else:
        allowed = _PREPOSITIONS.get(str(preposition.value), frozenset())
        # «между Перу и Египтом»: what does not change stands in the case that the next one shows
        order = ("ins", "gen") if preposition.value == "between" else ("loc", "dat", "gen", "ins", "acc")
        case = next((name for name in order if name in allowed and name in found.cases), "")
    for unit in units[index + 1 : found.last + 1]:
        unit.case = case
    return found.last + 1, case


def _bare_case(
    units: list[Unit], found: Phrase, noun: Unit | None, copula: bool, language: Any
) -> tuple[str, str]:
    """The case of a phrase without a preposition, and the mark that it stands for."""
    cases = found.cases
    head = units[found.last]
    if noun is not None and noun.kind == "state" and head.kind == "amount":
        return "acc", ""  # «передала Армении 50 тыс. доз»
    if noun is not None and noun.kind == "state" and noun.case in ("", "gen") and head.kind == "place":
        town = units[found.first] is head and head.value.state == noun.value[0]
        if town:
            return "", ""  # «в столице А Б»
    if noun is not None and noun.kind == "office" == head.kind and "gen" in cases:
        return "gen", ""  # «специальный представитель Президента»
    if noun is not None:
        if _apposed(noun, units[found.first], head, language):
            if noun.case in cases and not found.fixed:
                return noun.case, ""
            known = analyser().word_is_known(
                head.text.lower()
            )  # «Президентом … Саули Ниинистё» does not change
            return ("nom" if "nom" in cases and not found.fixed and known else ""), ""
        unchanged = noun.kind == "place" or (noun.kind == "word" and is_capitalised(noun))
        after_place = noun.case == "loc" or (unchanged and not noun.case)
        if head.kind == "office" and after_place and is_capitalised(noun) and cases & {"nom", "acc"}:
            return ("nom" if "nom" in cases else "acc"), ""  # «принял в Акорде министра»
        somebody = noun.kind == "place" and _begins_name(units, found, language)
        if somebody and cases & {"nom", "acc"} and (after_place or is_given_name(units[found.first].text)):
            return ("nom" if "nom" in cases else "acc"), ""  # «принял в Сочи Петера Н.»
        if "gen" in cases or (found.fixed and head.kind == "state"):
            return "gen", "of"
    if not cases:
        return "", ""
    if "nom" in cases and head.kind == "office":
        return "nom", ""
    if "nom" in cases:
        return ("nom" if "acc" not in cases else "nom-acc"), ""
    if cases & {"acc"}:
        return "acc", ""
    if "ins" in cases:
        return "ins", "" if copula else "agent"
    if "dat" in cases and ("gen" not in cases or noun is None):
        return ("", "") if _ends_name(units, found) else ("dat", "goal")
    if "gen" in cases:
        return "gen", ""
    return "", ""


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
