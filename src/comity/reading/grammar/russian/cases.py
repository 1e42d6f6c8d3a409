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


def phrase_at(units: Sequence[Unit], index: int) -> Phrase | None:
    """The noun phrase that begins at a unit: initials or adjectives, then a noun."""
    cursor, agreed = index, None
    size = len(units)
    while cursor < size and cursor - index < 8:
        unit = units[cursor]
        if (
            is_initial(unit)
            or unit.kind == "combining"
            or (unit.text in DASHES and cursor > index and unit.start == units[cursor - 1].end)
        ):
            cursor += 1
            continue
        if (
            (unit.kind in ("word", "combining") or _combines(unit))
            and cursor + 2 < size
            and units[cursor + 1].text in DASHES
            and units[cursor + 1].start == unit.end == units[cursor + 2].start - 1
        ):
            if (
                is_capitalised(unit)
                and is_capitalised(units[cursor + 2])
                and noun_cases(unit.text)[0]
                and not is_adjective(units[cursor + 2])
            ):
                cases = noun_cases(unit.text)[0]  # «Азаров-Белин»: both parts of a name tell it
                second = noun_cases(units[cursor + 2].text)[0]
                return Phrase(
                    index, cursor + 2, frozenset(case for case, _ in cases & second or cases), False
                )
            cursor += 2  # «торгово-экономический», «города-побратимы»: the second part tells the case
            continue
        if is_adjective(unit) or (
            unit.kind == "word" and cursor + 1 < size and _modifies(unit, units[cursor + 1])
        ):
            cases = adjective_cases(unit.text)
            agreed = cases if agreed is None else (agreed & cases or agreed)
            cursor += 1
            continue
        if cursor > index and is_adjective(units[cursor - 1]) and _joins_adjectives(units, cursor):
            cursor += 1
            continue
        break
    if cursor >= size:
        return None
    unit = units[cursor]
    if unit.kind not in NP_KINDS or (
        unit.kind == "trigger" and any(form != "noun" for _, form in unit.value)
    ):
        return None
    cases, fixed, is_noun = head_cases(unit)
    if cursor > index and is_initial(units[cursor - 1]) and unit.kind == "word" and not fixed:
        cases = _name_cases(unit.text)
    if not is_noun and agreed is None:
        return None
    if agreed and cases & agreed:
        cases, fixed = cases & agreed, False
    elif agreed and fixed:
        cases = agreed
    if _unchanged_name(unit) and cursor + 1 < size and _is_declined_name(units[cursor + 1]):
        cases, cursor, fixed = _surname_cases(units[cursor + 1].text) or cases, cursor + 1, False
        unit = units[cursor]
    while (
        unit.kind == "word"
        and cursor + 1 < size
        and is_first_name(unit)
        and units[cursor + 1].kind == "word"
        and is_first_name(units[cursor + 1])
    ):
        first, more = _name_cases(unit.text) or cases, _name_cases(units[cursor + 1].text)
        if more and not first & more:
            if ("nom", "sing") not in more or not unit.text.endswith(("а", "я")):
                break
            # «Мика Лехтонен»: no genitive of a man's name; «Арама Хачатряна» is one, though unknown as such
            first = first if units[cursor + 1].text.endswith(("а", "я")) and _known(unit.text) else more
        cases, cursor = first & more or first, cursor + 1
        unit = units[cursor]
    if (
        unit.kind == "word"
        and cursor + 2 < size
        and units[cursor + 1].text in DASHES
        and is_capitalised(unit)
        and units[cursor + 2].kind in ("word", "place")
        and is_capitalised(units[cursor + 2])
        and units[cursor + 1].start == unit.end
        and units[cursor + 2].start == units[cursor + 1].end
    ):
        cursor += 2  # «Андреас Рихард Тринкер-Ланц»
    return Phrase(index, cursor, frozenset(case for case, _ in cases), fixed)


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
