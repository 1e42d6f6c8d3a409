"""Russian noun phrases: where one ends, and the cases that its words allow."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import NamedTuple

from comity.reading.grammar.russian.words import DASHES, WORD, analyser, forms
from comity.reading.units import Unit, is_capitalised

_NOUN_KINDS = frozenset(
    {
        "office",
        "mission",
        "instrument",
        "body",
        "event",
        "organisation",
        "relations",
        "sides",
        "credentials",
        "place",
        "honorific",
    }
)
NP_KINDS = _NOUN_KINDS | {"state", "word", "trigger", "combining", "amount", "number", "determiner"}


class Phrase(NamedTuple):
    """A noun phrase: its first and last unit, and the cases its words allow."""

    first: int
    last: int
    cases: frozenset[str]
    fixed: bool


@functools.lru_cache(maxsize=100_000)
def noun_cases(word: str) -> tuple[frozenset[tuple[str, str]], bool, bool]:
    """The cases with number of a noun form, whether it does not change, and whether it is a noun at all."""
    readings = [form for form in forms(word.lower()) if form.pos in ("NOUN", "NPRO") and form.case]
    if word[:1].islower():
        # «королевой» is no form of the surname
        readings = [form for form in readings if not form.name] or readings
    fixed = any(form.fixed for form in readings) or not readings
    if (
        word[:1].isupper()
        and readings
        and readings[0].gender == "neut"
        and not analyser().word_is_known(word.lower())
    ):
        return frozenset(), True, True  # «Ниинистё»: a foreign name that does not change
    return frozenset((form.case, form.number) for form in readings), fixed, bool(readings)


@functools.lru_cache(maxsize=100_000)
def adjective_cases(word: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (form.case, form.number)
        for form in forms(adjective_part(word)[1].lower())
        if form.pos in ("ADJF", "PRTF") and form.case
    )


@functools.lru_cache(maxsize=20_000)
def adjective_part(word: str) -> tuple[str, str]:
    """A compound adjective as what does not change and what does: «казахстанско-» and «норвежской»."""
    prefix, dash, last = word.rpartition("-")
    readings = forms(last.lower()) if dash else ()
    return (prefix + dash, last) if readings and readings[0].pos in ("ADJF", "PRTF") else ("", word)


def is_adjective(unit: Unit) -> bool:
    if unit.kind == "state":
        return bool(unit.value[1] == "adjective") and bool(adjective_cases(unit.text))
    if unit.kind == "determiner":
        return True
    if unit.kind in ("word", "event", "office") and " " not in unit.text:
        readings = forms(unit.text.lower())
        return bool(readings) and readings[0].pos in ("ADJF", "PRTF")
    return False


def _modifies(unit: Unit, after: Unit) -> bool:
    """Whether a word that may be a noun too is an adjective of the noun behind it: «рабочим визитом»."""
    told = adjective_cases(unit.text)
    return (
        bool(told)
        and after.kind in ("trigger", "word", "event", "body")
        and bool(told & noun_cases(after.text)[0])
    )


def head_cases(unit: Unit) -> tuple[frozenset[tuple[str, str]], bool, bool]:
    """The cases of the head of a unit: its first noun, agreeing with the adjectives before it."""
    if unit.kind == "state" and unit.text.isupper():
        return frozenset(), True, True
    agreed: frozenset[tuple[str, str]] | None = None
    for match in WORD.finditer(unit.text):
        word = match.group().split("-")[-1] if unit.kind != "office" else match.group()
        adjective = adjective_cases(word)
        nouns, fixed, is_noun = noun_cases(word)
        readings = forms(word.lower())
        if unit.kind == "office":
            holders = {(form.case, form.number) for form in readings if form.animate and not form.name}
            nouns = (nouns & holders) or nouns  # «премьера Чили» is nobody's first night
        if adjective and readings[0].pos in ("ADJF", "PRTF"):
            agreed = adjective if agreed is None else (agreed & adjective or agreed)
            continue
        if is_noun and unit.kind == "place" and not fixed and _is_lemma(unit):
            if word[-1] in "иоуэе":
                return frozenset(), True, True  # «в Мумбаи»
            return _DIRECT, False, True
        if is_noun and unit.kind == "state" and _is_lemma(unit):
            own = frozenset((form.case, form.number) for form in readings if form.lemma == word.lower())
            return own or nouns, fixed, True  # «Германия» is no genitive of «германий»
        if is_noun:
            return (nouns & agreed or nouns) if agreed else nouns, fixed, True
    if agreed:
        return agreed, False, unit.kind != "word"
    return frozenset(), True, unit.kind in _NOUN_KINDS or unit.kind == "state"


_DIRECT = frozenset({("nom", "sing"), ("acc", "sing")})


def _combines(unit: Unit) -> bool:
    """Whether a state is the first part of a compound: «российско-», which no adjective ends like."""
    return unit.kind == "state" and unit.value[1] == "adjective" and not adjective_cases(unit.text)


def _is_lemma(unit: Unit) -> bool:
    """Whether a place stands in its nominative form; «Батор» is no genitive of a word that nobody has heard of."""
    return unit.key.replace(" ", "") == unit.text.lower().replace("ё", "е").replace(" ", "")


def is_initial(unit: Unit) -> bool:
    return (
        unit.kind in ("word", "state")
        and unit.text.endswith(".")
        and unit.text[:1].isupper()
        and len(unit.text) <= 6
    )


def _joins_adjectives(units: Sequence[Unit], index: int) -> bool:
    """Whether an "and" leads to another adjective of the same noun, or a comma to one that agrees: «по экономическому,
    научно-техническому и культурному сотрудничеству»."""
    after = index + 1
    if (
        after + 2 < len(units)
        and units[after + 1].text in DASHES
        and units[after + 1].start == units[after].end
    ):
        after += 2  # the second part of «научно-технический» tells
    if after >= len(units) or not is_adjective(units[after]):
        return False
    if units[index].kind == "and":
        return True
    agree = adjective_cases(units[index - 1].text) & adjective_cases(units[after].text)
    return units[index].text == "," and bool(agree) and units[after].kind == "word"


def is_plain_number(unit: Unit) -> bool:
    """Whether a unit counts things: a number, and no sum of money or share."""
    return unit.kind == "number" or (unit.kind == "amount" and unit.value.kind == "number")


def phrase_at(units: Sequence[Unit], index: int) -> Phrase | None:
    """The noun phrase that begins at a unit: initials or adjectives, then a noun."""
    head, agreed, double = _head_at(units, index)
    if double is not None:
        return double
    if head >= len(units):
        return None
    unit = units[head]
    if unit.kind not in NP_KINDS or (
        unit.kind == "trigger" and any(form != "noun" for _, form in unit.value)
    ):
        return None
    cases, fixed, is_noun = head_cases(unit)
    if head > index and is_initial(units[head - 1]) and unit.kind == "word" and not fixed:
        cases = _name_cases(unit.text)
    if not is_noun and agreed is None:
        return None
    if agreed and cases & agreed:
        cases, fixed = cases & agreed, False
    elif agreed and fixed:
        cases = agreed
    last = head
    if _unchanged_name(unit) and head + 1 < len(units) and _is_declined_name(units[head + 1]):
        last, fixed = head + 1, False
        cases = _surname_cases(units[last].text) or cases
    last, cases = _with_names(units, last, cases)
    if _is_hyphened_name(units, last):
        last += 2  # «Андреас Рихард Тринкер-Ланц»
    return Phrase(index, last, frozenset(case for case, _ in cases), fixed)


_Cases = frozenset[tuple[str, str]]
_LEADING = 8
"""Units of initials and adjectives before a noun."""


def _head_at(units: Sequence[Unit], index: int) -> tuple[int, _Cases | None, Phrase | None]:
    """Where the noun of a phrase stands, and the cases that the adjectives before it allow; or the phrase itself,
    where it is a name of two parts.
    """
    cursor, size = index, len(units)
    agreed: _Cases | None = None
    while cursor < size and cursor - index < _LEADING:
        unit = units[cursor]
        if (
            is_initial(unit)
            or unit.kind == "combining"
            or (unit.text in DASHES and cursor > index and unit.start == units[cursor - 1].end)
        ):
            cursor += 1
        elif (unit.kind in ("word", "combining") or _combines(unit)) and _is_hyphened(units, cursor):
            if (double := _double_name(units, index, cursor)) is not None:
                return cursor, agreed, double
            cursor += 2  # «торгово-экономический», «города-побратимы»: the second part tells the case
        elif is_adjective(unit) or (
            unit.kind == "word" and cursor + 1 < size and _modifies(unit, units[cursor + 1])
        ):
            cases = adjective_cases(unit.text)
            agreed = cases if agreed is None else (agreed & cases or agreed)
            cursor += 1
        elif cursor > index and is_adjective(units[cursor - 1]) and _joins_adjectives(units, cursor):
            cursor += 1
        else:
            break
    return cursor, agreed, None


def _is_hyphened(units: Sequence[Unit], index: int) -> bool:
    """Whether a hyphen without spaces joins a unit to the one behind it."""
    if index + 2 >= len(units) or units[index + 1].text not in DASHES:
        return False
    return units[index + 1].start == units[index].end and units[index + 2].start == units[index + 1].end


def _double_name(units: Sequence[Unit], index: int, first: int) -> Phrase | None:
    """A name of two parts, both of which tell its case: «Азаров-Белин»."""
    part, other = units[first], units[first + 2]
    if not (is_capitalised(part) and is_capitalised(other)) or is_adjective(other):
        return None
    cases = noun_cases(part.text)[0]
    if not cases:
        return None
    told = cases & noun_cases(other.text)[0] or cases
    return Phrase(index, first + 2, frozenset(case for case, _ in told), False)


def _is_hyphened_name(units: Sequence[Unit], index: int) -> bool:
    """Whether a capitalised word goes on with another behind a hyphen."""
    if units[index].kind != "word" or not is_capitalised(units[index]) or not _is_hyphened(units, index):
        return False
    return units[index + 2].kind in ("word", "place") and is_capitalised(units[index + 2])


def _with_names(units: Sequence[Unit], last: int, cases: _Cases) -> tuple[int, _Cases]:
    """Where first names that follow each other end, and the cases that they have in common."""
    while (
        last + 1 < len(units)
        and units[last].kind == "word" == units[last + 1].kind
        and is_first_name(units[last])
        and is_first_name(units[last + 1])
    ):
        unit, after = units[last], units[last + 1]
        first, more = _name_cases(unit.text) or cases, _name_cases(after.text)
        if more and not first & more:
            if ("nom", "sing") not in more or not unit.text.endswith(("а", "я")):
                break
            # «Мика Лехтонен»: no genitive of a man's name; «Арама Хачатряна» is one, though unknown as such
            first = first if after.text.endswith(("а", "я")) and _known(unit.text) else more
        last, cases = last + 1, first & more or first
    return last, cases


@functools.lru_cache(maxsize=50_000)
def _name_cases(word: str) -> frozenset[tuple[str, str]]:
    """The cases of a part of a person's name: a surname that is a form of a rarer word too is a nominative."""
    found = frozenset(pair for pair in noun_cases(word)[0] if pair[1] == "sing")
    lower = word.lower()
    bare = lower[-1:] not in "аеёиоуыэюяь" and not lower.endswith(("ом", "ем", "ым", "им", "ой", "ей"))
    return found | {("nom", "sing")} if bare else found


def _known(name: str) -> bool:
    """Whether the dictionary has a name in this form."""
    return bool(analyser().word_is_known(name.lower()))


def _unchanged_name(unit: Unit) -> bool:
    """Whether a capitalised word is a first name that does not change: «Хорхе»."""
    return _is_name_word(unit) and any(form.name and form.fixed for form in forms(unit.text.lower()))


def _is_name_word(unit: Unit) -> bool:
    return unit.kind == "word" and is_capitalised(unit) and len(unit.text) > 2 and not unit.text.isupper()


def _is_declined_name(unit: Unit) -> bool:
    """Whether a capitalised word has an ending of a man's surname in an oblique case: «Варгаса», not «Манфреди»."""
    return _is_name_word(unit) and unit.text.endswith(("а", "я", "ом", "ем", "ым", "им", "ого", "ому"))


def _surname_cases(word: str) -> frozenset[tuple[str, str]]:
    """The cases of a surname behind a first name that does not change: «Варгасом» is the instrumental alone."""
    found = _name_cases(word)
    told = frozenset(pair for pair in found if pair[0] == "ins")
    return told if word.endswith(("ом", "ем", "ым", "им")) and told else found


def is_first_name(unit: Unit) -> bool:
    """Whether a capitalised word is a form of a first name."""
    return is_capitalised(unit) and len(unit.text) > 2 and any(form.name for form in forms(unit.text.lower()))


def is_surname(unit: Unit) -> bool:
    """Whether a capitalised word may be a man's name in the nominative."""
    return is_capitalised(unit) and any(
        form.name and (form.case, form.number, form.gender) == ("nom", "sing", "masc")
        for form in forms(unit.text.lower())
    )


def tells_of_man(verb: Unit) -> bool:
    """Whether a verb of the past has a masculine subject: «встретился»."""
    first = forms(verb.text.split()[0].lower())
    return bool(first) and (first[0].pos, first[0].gender) == ("VERB", "masc")
