"""Russian: lemmas as look-up keys, and the role that case and preposition give to a phrase.

Frames know only marks and an order of words in which the subject stands before its verb and the object behind it. Case
does in Russian what order and prepositions do in English: `govern` puts a preposition without width before a phrase
whose case stands for one ("of" for a genitive behind a noun, "agent" for an instrumental, "goal" for a dative), and
`arrange` moves a verb behind its subject. Units keep their places in the text.
"""

# The modules of all languages have one interface; no language needs every argument.
# ruff: noqa: ARG001
from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from comity.reading.units import Unit, is_capitalised

_CASES = {
    "nomn": "nom",
    "gent": "gen",
    "gen1": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc1": "loc",
    "loc2": "loc",
}
_ADJECTIVAL = ("ого", "его", "ой", "ому", "ым", "ых", "ая", "ое", "ий", "ый")
_DASHES = frozenset("-–—‒")
_NAMES = ("Surn", "Name", "Patr")
_CYRILLIC = re.compile(r"[«\"(]?[а-яё]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
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
_NP_KINDS = _NOUN_KINDS | {"state", "word", "trigger", "combining", "amount", "number", "determiner"}
_CARRIED = frozenset({"of", "on", "topic", "between", "field", "for"})
_SUBJECTS = frozenset({"он", "она", "оно", "они"})
_FUTURE_BE = frozenset({"будет", "будут", "буду", "будем", "станет", "станут"})


class Form(NamedTuple):
    """One reading of a word form."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    name: bool
    fixed: bool


@functools.cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@functools.lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case, the likeliest first; none for a word that is not in Cyrillic."""
    if not word or not ("а" <= word[0] <= "я" or word[0] == "ё"):
        return ()
    found = []
    for parse in _analyser().parse(word):
        tag = parse.tag
        pos = str(tag.POS or "")
        found.append(
            Form(
                parse.normal_form.replace("ё", "е"), pos, _CASES.get(str(tag.case), ""), str(tag.number or ""),
                str(tag.gender or ""), tag.animacy == "anim", any(sort in tag for sort in _NAMES), "Fixd" in tag,
            )
        )  # fmt: skip
    return tuple(found)


class Keys:
    """The lemma under which a word is looked up.

    While the lexicon is compiled, its words are learnt; later the first lemma of a form that the lexicon knows is its
    key, so that «открыто» is the verb and not the adverb.
    """

    def __init__(self) -> None:
        self.learning = True
        self._known: set[str] = set()
        self._proper: set[str] = set()
        self._cache: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        found = self._cache.get(word)
        if found is None:
            found = self._learn(word) if self.learning else self._find(word)
            if not self.learning:
                self._cache[word] = found
        return found

    def _learn(self, word: str) -> str:
        lower = word.lower().replace("ё", "е")
        lemma = lower
        # names that no dictionary has need no analysis: their nominative is the lemma
        if not word[:1].isupper() or _analyser().word_is_known(lower):
            lemmas = [form.lemma for form in forms(lower)]
            lemma = lower if lower in lemmas or not lemmas else _preferred(lower)
        (self._proper if word[:1].isupper() else self._known).add(lemma)
        return lemma

    def _find(self, word: str) -> str:
        lower = word.lower().replace("ё", "е")
        readings = forms(lower)
        if not readings:
            return lower
        if word[:1].isupper():
            if lower in self._proper and any(form.lemma == lower for form in readings):
                return lower
            for form in readings:
                if form.lemma in self._known or form.lemma in self._proper:
                    return form.lemma
            if lower in self._proper or lower in self._known:
                return lower
        else:
            for form in readings:
                if form.lemma in self._known:
                    return form.lemma
            if lower in self._known:
                return lower
        return _preferred(lower)


def _preferred(lower: str) -> str:
    readings = forms(lower)
    if readings[0].pos in ("ADVB", "ADJS", "PRED", "PRCL"):
        for form in readings:
            if form.pos == "PRTS":
                return form.lemma
    return readings[0].lemma


INITIALS_BEGIN = True
"""Initials in front begin a name; what stands before them is none of it."""


def keys() -> Keys:
    """The look-up of one compiled language."""
    return Keys()


def learnt(look_up: Keys) -> None:
    """Called when the lexicon is complete: from here on its lemmas are preferred."""
    look_up.learning = False


def adjectival(word: str) -> bool:
    """Whether a word looks like an adjective by its ending."""
    return word.lower().endswith(_ADJECTIVAL)


def plurals(phrase: str) -> Iterator[str]:
    """A noun phrase: one form, since look-up is by lemma."""
    yield phrase


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """A verb: one form, since look-up is by lemma; what form it is in stands in the text."""
    yield verb, "base"


# -- verbs ---------------------------------------------------------------------------------------------------------


def is_verb(sentence: Any, index: int) -> bool:
    """Whether a trigger is a verb here: `govern` has left it the readings of its form."""
    return any(form != "noun" for _, form in sentence.units[index].value)


def voice(sentence: Any, index: int) -> str:
    """`active`, `passive`, `noun`, `ing` or `infinitive`."""
    found = {form for _, form in sentence.units[index].value}
    if found == {"noun"}:
        return "noun"
    if "participle" in found:
        return "passive"
    if "finite" in found:
        return "active"
    return "infinitive" if "base" in found else "ing"


def is_plural(unit: Unit) -> bool:
    """Whether the noun of a unit is in the plural in the case it stands in, or in no singular."""
    cases, _, is_noun = _head_cases(unit)
    numbers = {number for case, number in cases if not unit.case or case in unit.case.split("-")}
    return is_noun and numbers == {"plur"}


def is_unreal_here(sentence: Any, index: int) -> bool:
    """Whether the clause of an act is told as yet to come: «визит … состоится», «открытие … планируется»."""
    unit = sentence.units[index]
    if is_unreal(unit):
        return True
    if unit.kind == "trigger" and is_verb(sentence, index):
        return False
    plan = sentence.language.words["plan"]
    for cursor in range(index + 1, min(index + 12, len(sentence.units))):
        after = sentence.units[cursor]
        if after.kind in ("punct", "clause") and after.text not in _DASHES:
            return False
        if is_unreal(after) or (after.key in plan and _verb_form(after.text) in ("finite", "participle")):
            return True
        if after.kind == "be" or (after.kind == "trigger" and is_verb(sentence, cursor)):
            return False
    return False


def is_unreal(unit: Unit) -> bool:
    """A verb in the future tense or an auxiliary of it: «состоится», «будет подписано»."""
    if unit.kind == "be":
        return unit.text.lower() in _FUTURE_BE
    if unit.kind != "trigger" or all(form == "noun" for _, form in unit.value):
        return False
    return _is_future(unit.text.split(" ")[0].lower())


@functools.lru_cache(maxsize=20_000)
def _is_future(word: str) -> bool:
    return any("futr" in parse.tag for parse in _analyser().parse(word)[:1])


@functools.lru_cache(maxsize=20_000)
def _verb_form(word: str) -> str:
    """What form a word of a trigger is in: finite, base, participle, ing, noun; an adverb-like short participle too."""
    lower = word.lower().replace("ё", "е")
    readings = forms(lower)
    poses = [form.pos for form in readings]
    if "PRTS" in poses:
        return "participle"
    for pos in poses:
        if pos == "VERB":
            return "finite"
        if pos == "INFN":
            return "base"
        if pos == "PRTF":
            passive = any(
                "pssv" in parse.tag for parse in _analyser().parse(lower) if str(parse.tag.POS) == "PRTF"
            )
            return "participle" if passive else "ing"
        if pos == "GRND":
            return "ing"
        if pos == "NOUN":
            return "noun"
    return "noun"


def _settle(unit: Unit) -> None:
    """Leaves a trigger the readings that the form of its first word allows."""
    if unit.value and all(form == "noun" for _, form in unit.value):
        return
    words = unit.text.split(" ")
    form = _verb_form(words[0])
    if form == "noun" and len(words) > 1:
        form = _verb_form(words[1])
    if form == "noun":
        nouns = tuple(pair for pair in unit.value if pair[1] == "noun")
        unit.value = nouns or tuple((predicate, "finite") for predicate, _ in unit.value)
        return
    unit.value = tuple((predicate, form) for predicate, told in unit.value if told != "noun") or unit.value


# -- case ----------------------------------------------------------------------------------------------------------


class _Phrase(NamedTuple):
    """A noun phrase: its first and last unit, and the cases its words allow."""

    first: int
    last: int
    cases: frozenset[str]
    fixed: bool


@functools.lru_cache(maxsize=100_000)
def _noun_cases(word: str) -> tuple[frozenset[tuple[str, str]], bool, bool]:
    """The cases with number of a noun form, whether it does not change, and whether it is a noun at all."""
    readings = [form for form in forms(word.lower()) if form.pos in ("NOUN", "NPRO") and form.case]
    fixed = any(form.fixed for form in readings) or not readings
    if (
        word[:1].isupper()
        and readings
        and readings[0].gender == "neut"
        and not _analyser().word_is_known(word.lower())
    ):
        return frozenset(), True, True  # «Ниинистё»: a foreign name that does not change
    return frozenset((form.case, form.number) for form in readings), fixed, bool(readings)


@functools.lru_cache(maxsize=100_000)
def _adjective_cases(word: str) -> frozenset[tuple[str, str]]:
    return frozenset(
        (form.case, form.number) for form in forms(word.lower()) if form.pos in ("ADJF", "PRTF") and form.case
    )


def _is_adjective(unit: Unit) -> bool:
    if unit.kind == "state":
        return bool(unit.value[1] == "adjective") and bool(_adjective_cases(unit.text))
    if unit.kind == "determiner":
        return True
    if unit.kind in ("word", "event", "office") and " " not in unit.text:
        readings = forms(unit.text.lower())
        return bool(readings) and readings[0].pos in ("ADJF", "PRTF")
    return False


def _modifies(unit: Unit, after: Unit) -> bool:
    """Whether a word that may be a noun too is an adjective of the noun behind it: «рабочим визитом»."""
    told = _adjective_cases(unit.text)
    return (
        bool(told)
        and after.kind in ("trigger", "word", "event", "body")
        and bool(told & _noun_cases(after.text)[0])
    )


def _head_cases(unit: Unit) -> tuple[frozenset[tuple[str, str]], bool, bool]:
    """The cases of the head of a unit: its first noun, agreeing with the adjectives before it."""
    if unit.kind == "state" and unit.text.isupper():
        return frozenset(), True, True
    agreed: frozenset[tuple[str, str]] | None = None
    for match in _WORD.finditer(unit.text):
        word = match.group().split("-")[-1] if unit.kind != "office" else match.group()
        adjective = _adjective_cases(word)
        nouns, fixed, is_noun = _noun_cases(word)
        readings = forms(word.lower())
        if adjective and readings[0].pos in ("ADJF", "PRTF"):
            agreed = adjective if agreed is None else (agreed & adjective or agreed)
            continue
        if is_noun and unit.kind == "place" and not fixed and _is_lemma(unit):
            if word[-1] in "иоуэе":
                return frozenset(), True, True  # «в Мумбаи»
            return _DIRECT, False, True
        if is_noun:
            return (nouns & agreed or nouns) if agreed else nouns, fixed, True
    if agreed:
        return agreed, False, unit.kind != "word"
    return frozenset(), True, unit.kind in _NOUN_KINDS or unit.kind == "state"


_DIRECT = frozenset({("nom", "sing"), ("acc", "sing")})


def _is_lemma(unit: Unit) -> bool:
    """Whether a place stands in its nominative form; «Батор» is no genitive of a word that nobody has heard of."""
    return unit.key.replace(" ", "") == unit.text.lower().replace("ё", "е").replace(" ", "")


def _is_initial(unit: Unit) -> bool:
    return (
        unit.kind in ("word", "state")
        and unit.text.endswith(".")
        and unit.text[:1].isupper()
        and len(unit.text) <= 6
    )


def _phrase_at(units: Sequence[Unit], index: int) -> _Phrase | None:
    """The noun phrase that begins at a unit: initials or adjectives, then a noun."""
    cursor, agreed = index, None
    size = len(units)
    while cursor < size and cursor - index < 8:
        unit = units[cursor]
        if (
            _is_initial(unit)
            or unit.kind == "combining"
            or (unit.text in _DASHES and cursor > index and unit.start == units[cursor - 1].end)
        ):
            cursor += 1
            continue
        if (
            unit.kind in ("word", "combining")
            and cursor + 2 < size
            and units[cursor + 1].text in _DASHES
            and units[cursor + 1].start == unit.end == units[cursor + 2].start - 1
        ):
            if (
                is_capitalised(unit)
                and is_capitalised(units[cursor + 2])
                and _noun_cases(unit.text)[0]
                and not _is_adjective(units[cursor + 2])
            ):
                cases = _noun_cases(unit.text)[0]  # «Азаров-Белин»: both parts of a name tell it
                second = _noun_cases(units[cursor + 2].text)[0]
                return _Phrase(
                    index, cursor + 2, frozenset(case for case, _ in cases & second or cases), False
                )
            cursor += 2  # «торгово-экономический», «города-побратимы»: the second part tells the case
            continue
        if _is_adjective(unit) or (
            unit.kind == "word" and cursor + 1 < size and _modifies(unit, units[cursor + 1])
        ):
            cases = _adjective_cases(unit.text)
            agreed = cases if agreed is None else (agreed & cases or agreed)
            cursor += 1
            continue
        if (
            unit.kind == "and"
            and cursor > index
            and cursor + 1 < size
            and _is_adjective(units[cursor + 1])
            and _is_adjective(units[cursor - 1])
        ):
            cursor += 1
            continue
        break
    if cursor >= size:
        return None
    unit = units[cursor]
    if unit.kind not in _NP_KINDS or (
        unit.kind == "trigger" and any(form != "noun" for _, form in unit.value)
    ):
        return None
    cases, fixed, is_noun = _head_cases(unit)
    if cursor > index and _is_initial(units[cursor - 1]) and unit.kind == "word" and not fixed:
        cases = _name_cases(unit.text)
    if not is_noun and agreed is None:
        return None
    if agreed and cases & agreed:
        cases, fixed = cases & agreed, False
    elif agreed and fixed:
        cases = agreed
    while (
        unit.kind == "word"
        and cursor + 1 < size
        and _is_name(unit)
        and units[cursor + 1].kind == "word"
        and _is_name(units[cursor + 1])
    ):
        first, more = _name_cases(unit.text) or cases, _name_cases(units[cursor + 1].text)
        if more and not first & more:
            if ("nom", "sing") not in more or not unit.text.endswith(("а", "я")):
                break
            first = more  # «Мика Лехтонен»: no genitive of a man's name
        cases, cursor = first & more or first, cursor + 1
        unit = units[cursor]
    if (
        unit.kind == "word"
        and cursor + 2 < size
        and units[cursor + 1].text in _DASHES
        and is_capitalised(unit)
        and units[cursor + 2].kind in ("word", "place")
        and is_capitalised(units[cursor + 2])
        and units[cursor + 1].start == unit.end
        and units[cursor + 2].start == units[cursor + 1].end
    ):
        cursor += 2  # «Андреас Рихард Тринкер-Ланц»
    return _Phrase(index, cursor, frozenset(case for case, _ in cases), fixed)


@functools.lru_cache(maxsize=50_000)
def _name_cases(word: str) -> frozenset[tuple[str, str]]:
    """The cases of a part of a person's name: a surname that is a form of a rarer word too is a nominative."""
    found = frozenset(pair for pair in _noun_cases(word)[0] if pair[1] == "sing")
    lower = word.lower()
    bare = lower[-1:] not in "аеёиоуыэюяь" and not lower.endswith(("ом", "ем", "ым", "им", "ой", "ей"))
    return found | {("nom", "sing")} if bare else found


def _is_name(unit: Unit) -> bool:
    return is_capitalised(unit) and len(unit.text) > 2 and any(form.name for form in forms(unit.text.lower()))


def _virtual(mark: str, at: int) -> Unit:
    return Unit("preposition", at, at, mark, "", mark)


def govern(units: list[Unit], language: Any) -> list[Unit]:
    """The units with their cases, prepositions meant by case, and the forms of verbs."""
    for unit in units:
        if unit.kind == "trigger":
            _settle(unit)
    _days(units)
    _hand_over(units)
    units = _without_town_signs(units)
    out: list[Unit] = []
    index, size = 0, len(units)
    noun: Unit | None = None  # the noun right before
    case = ""  # the case of the phrase right before
    copula = False
    while index < size:
        unit = units[index]
        if unit.kind == "preposition":
            stop, case = _governed(units, index, language)
            out.extend(units[index:stop])
            noun = units[stop - 1] if stop > index + 1 else None
            index = stop
            continue
        found = _phrase_at(units, index) if unit.kind in _NP_KINDS else None
        if found is None:
            if unit.kind == "be" or (
                unit.kind == "trigger" and any(p in ("appoint", "serve", "become") for p, _ in unit.value)
            ):
                copula = True
            elif unit.kind == "trigger" or unit.kind == "clause":
                copula = False
            joins = unit.kind == "and" or unit.text == ","
            if not joins and unit.kind not in ("quoted",) and not _is_initial(unit):
                noun = None
                case = "" if unit.kind in ("trigger", "be", "punct", "clause") else case
            out.append(unit)
            index += 1
            continue
        joined = index > 0 and (units[index - 1].kind == "and" or units[index - 1].text == ",") and bool(case)
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
        mark = ""
        beside = noun is not None and noun.kind == "place" and joins_town(units, index, found)
        if not told and beside:
            pass  # «в Алматы и Атырау»
        elif not told:
            told, mark = _bare_case(units, found, noun if not joined else None, copula, language)
        if mark:
            out.append(_virtual(mark, unit.start))
        for inner in units[index : found.last + 1]:
            inner.case = told
            out.append(inner)
        last = units[found.last]
        noun, case = last, told
        index = found.last + 1
    return out


def joins_town(units: list[Unit], index: int, found: _Phrase) -> bool:
    """Whether a town goes on with a list of towns: «в Мумбаи, Ченнаи и Калькутте»."""
    joined = index > 0 and (units[index - 1].kind == "and" or units[index - 1].text == ",")
    return joined and units[found.last].kind == "place" and (found.fixed or "loc" in found.cases)


_MONTHS = frozenset(
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


def _days(units: list[Unit]) -> None:
    """A day whose year nobody told («12 мая») is no number of things."""
    for number, month in itertools.pairwise(units):
        if number.kind in ("amount", "number") and month.kind == "word" and month.key in _MONTHS:
            number.kind, number.value = "word", None


def _hand_over(units: list[Unit]) -> None:
    """«вручил в четверг верительные грамоты»: a verb of giving with credentials in its clause."""
    for index, unit in enumerate(units):
        if unit.kind != "credentials":
            continue
        near = sorted(range(max(0, index - 8), min(len(units), index + 6)), key=lambda i: abs(i - index))
        for i in near:
            other = units[i]
            if other.kind == "trigger" and any(
                p in ("provide", "award") and form not in ("noun",) for p, form in other.value
            ):
                other.value = tuple(
                    dict.fromkeys(("credentials", form) for _, form in other.value if form != "noun")
                )
                break


def _without_town_signs(units: list[Unit]) -> list[Unit]:
    """«г. Алматы» is the town; its sign is left out."""
    found: list[Unit] = []
    for index, unit in enumerate(units):
        if unit.text == "." and found and found[-1].kind == "amount" and index + 1 < len(units):
            after_dot = units[index + 1].text
            if unit.start == found[-1].end and after_dot[:1].islower():
                continue  # «4 тыс. студентов»
        if unit.text in ("г.", "г", "гор") and index + 1 < len(units):
            after = index + 2 if units[index + 1].text == "." and index + 2 < len(units) else index + 1
            if units[after].kind == "place":
                continue
        if (
            unit.text == "."
            and index
            and units[index - 1].text in ("г", "гор")
            and index + 1 < len(units)
            and units[index + 1].kind == "place"
        ):
            continue
        found.append(unit)
    return found


def _governed(units: list[Unit], index: int, language: Any) -> tuple[int, str]:
    """A preposition and the phrase behind it: where the phrase ends, and its case."""
    preposition = units[index]
    found = _phrase_at(units, index + 1) if index + 1 < len(units) else None
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
        case = next(
            (name for name in ("loc", "dat", "gen", "ins", "acc") if name in allowed and name in found.cases),
            "",
        )
    for unit in units[index + 1 : found.last + 1]:
        unit.case = case
    return found.last + 1, case


def _bare_case(
    units: list[Unit], found: _Phrase, noun: Unit | None, copula: bool, language: Any
) -> tuple[str, str]:
    """The case of a phrase without a preposition, and the mark that it stands for."""
    cases = found.cases
    head = units[found.last]
    if noun is not None:
        if _apposed(noun, units[found.first], head, language):
            if noun.case in cases and not found.fixed:
                return noun.case, ""
            known = _analyser().word_is_known(
                head.text.lower()
            )  # «Президентом … Саули Ниинистё» does not change
            return ("nom" if "nom" in cases and not found.fixed and known else ""), ""
        if head.kind == "office" and "acc" in cases and noun.case == "loc" and is_capitalised(noun):
            return "acc", ""  # «принял в Акорде министра»
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
        return "dat", "goal"
    if "gen" in cases:
        return "gen", ""
    return "", ""


def _apposed(noun: Unit, first: Unit, head: Unit, language: Any) -> bool:
    """Whether a phrase is a name or title of the noun before it, not a genitive: «Президента Н. А.»."""
    if _is_initial(first):
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


# -- order ---------------------------------------------------------------------------------------------------------


def arrange(units: list[Unit], governed: list[Unit]) -> list[Unit]:
    """The units with every verb behind its subject and before its object, clause by clause."""
    _inherit(units, governed)
    _dash_as_copula(units)
    bounds = [
        -1,
        *(i for i, unit in enumerate(units) if unit.kind == "clause" or unit.text == ";"),
        len(units),
    ]
    out: list[Unit] = []
    for low, high in itertools.pairwise(bounds):
        if low >= 0:
            out.append(units[low])
        out.extend(_ordered(units[low + 1 : high]))
    return out


def _dash_as_copula(units: list[Unit]) -> None:
    """«Посол … – А. Б.»: a dash between an office and its holder says "is"."""
    for index in range(1, len(units) - 1):
        unit, before, after = units[index], units[index - 1], units[index + 1]
        if (
            unit.text in _DASHES
            and unit.start > before.end
            and before.kind == "actor"
            and after.kind == "actor"
        ) and bool(before.value.person.name) != bool(after.value.person.name):
            unit.kind = "be"


def _inherit(units: list[Unit], governed: list[Unit]) -> None:
    """Gives a unit that stages made of several the case of its head."""
    cursor = 0
    for unit in units:
        if unit.kind not in ("actor", "organisation", "body", "event") or unit.case:
            continue
        while cursor < len(governed) and governed[cursor].end <= unit.start:
            cursor += 1
        inner = cursor
        best = ""
        while inner < len(governed) and governed[inner].start < unit.end:
            told = governed[inner]
            if told.case and (told.kind in ("office", "body", "event", "organisation") or not best):
                best = told.case
                if told.kind in ("office", "body", "event"):
                    break
            inner += 1
        unit.case = best


def _ordered(units: list[Unit]) -> list[Unit]:
    verb = next((i for i, unit in enumerate(units) if _predicate(unit)), -1)
    if verb < 0:
        return units
    first = verb
    while first > 0 and units[first - 1].kind in ("be", "negation"):
        first -= 1
    last = verb
    while last + 1 < len(units) and units[last + 1].kind == "be":
        last += 1
    subject = _subject(units, last + 1)
    if subject is None:
        return units
    begin, end = subject
    before = [i for i in range(first) if _may_be_subject(units, i)]
    if before:
        thing = units[before[-1]]
        if (
            units[begin].case != "nom"
            or thing.kind in ("actor", "pronoun")
            or (thing.case == "nom" and thing.kind not in ("state", "place"))
        ):
            return units
    front = _front(units, first)
    between = units[last + 1 : begin]
    return [
        *units[:front],
        *units[begin:end],
        *units[first : last + 1],
        *units[front:first],
        *between,
        *units[end:],
    ]


def _front(units: list[Unit], verb: int) -> int:
    """How many units before a verb stay in front of its subject: up to the last comma, and leading dates."""
    front = 0
    for index in range(verb):
        if units[index].kind == "punct" and units[index].text not in _DASHES:
            front = index + 1
    while front < verb:
        unit = units[front]
        dated = unit.kind == "preposition" and front + 1 < verb and units[front + 1].kind == "date"
        if not (
            dated
            or unit.kind in ("date", "and", "negation")
            or unit.text in _DASHES
            or (unit.kind == "word" and not unit.case)
        ):
            break
        front += 1
    return front


def _predicate(unit: Unit) -> bool:
    if unit.kind != "trigger":
        return False
    found = {form for _, form in unit.value}
    if "finite" in found:
        return True
    return "participle" in found and _short(unit.text.split(" ")[0].lower())


@functools.lru_cache(maxsize=20_000)
def _short(word: str) -> bool:
    return any(form.pos == "PRTS" for form in forms(word.replace("ё", "е")))


def _may_be_subject(units: list[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "pronoun":
        return True
    if not unit.case.startswith("nom") or unit.kind in ("determiner", "combining", "number"):
        return False
    if (
        unit.kind == "state"
        and unit.value[1] == "adjective"
        and index + 1 < len(units)
        and units[index + 1].case == unit.case
    ):
        return False
    return not (
        unit.kind == "word"
        and index + 1 < len(units)
        and units[index + 1].case.startswith("nom")
        and _is_adjective(unit)
    )


def _subject(units: list[Unit], start: int) -> tuple[int, int] | None:
    """The nominative phrase behind a verb, with its complements; None where something else comes first."""
    begin = start
    while begin < len(units):
        unit = units[begin]
        if unit.kind == "pronoun" and unit.text.lower() in _SUBJECTS:
            return begin, begin + 1
        if unit.case.startswith("nom") or (unit.kind in ("quoted",) and begin == start):
            break
        plain = unit.kind == "number" or (unit.kind == "amount" and unit.value.kind == "number")
        if (
            plain
            and begin + 1 < len(units)
            and (units[begin + 1].case.startswith("nom") or units[begin + 1].case == "counted")
        ):
            break
        if (
            unit.kind in ("date", "determiner", "amount")
            or unit.kind == "preposition"
            or (unit.case and unit.kind != "trigger")
            or (unit.kind == "word" and not unit.case and unit.text[:1].islower())
        ):
            if (
                unit.kind == "determiner"
                and begin + 1 < len(units)
                and units[begin + 1].case.startswith("nom")
            ):
                break
            begin += 1
            continue
        return None
    if begin >= len(units):
        return None
    end = begin
    while end < len(units):
        unit = units[end]
        if unit.kind == "preposition":
            visit = any(
                u.kind == "trigger" and any(p == "visit" for p, _ in u.value) for u in units[begin:end]
            )
            thing = units[begin].kind != "actor"
            if not (
                unit.value in _CARRIED
                or (unit.value == "goal" and visit)
                or (unit.value == "with" and thing and unit.end > unit.start)
            ):
                break
        elif (
            unit.kind in ("date", "be", "clause", "pronoun", "negation")
            or (unit.kind == "trigger" and any(form != "noun" for _, form in unit.value))
            or (unit.kind == "punct" and unit.text not in _DASHES and unit.text != ",")
        ):
            break
        elif unit.text == "," and units[end - 1].kind == "quoted" and units[end + 1 : end + 2]:
            if units[end + 1].kind != "quoted":
                break
        elif unit.text == ",":
            after = units[end + 1] if end + 1 < len(units) else None
            if after is None or not after.case or after.case != units[end - 1].case:
                break
        elif (
            end > begin and unit.kind == "state" and unit.case == "nom-acc" and units[end - 1].kind == "actor"
        ) or (end > begin and unit.kind == "actor" and units[end - 1].kind == "actor"):
            break
        elif end > begin and unit.kind == "actor" and unit.case == "nom" and units[begin].kind != "actor":
            begin = end  # «вручил грамоту посол …»: what comes first is the object
        end += 1
    while end > begin and units[end - 1].kind in ("preposition", "and", "punct"):
        end -= 1
    return (begin, end) if end > begin else None


# -- wording -------------------------------------------------------------------------------------------------------


def singular(written: str, head: str, title: str) -> str:
    """A title with its head in the nominative singular."""
    return office(written, head, title)


def office(written: str, head: str, title: str, plural: bool = True) -> str:
    """A title in the nominative singular as far as its head and the adjectives before it go; what follows stays."""
    at = written.find(head)
    if at < 0:
        return written
    told = _like(title, head)
    before = written[:at].split(" ")
    feminine = (
        bool(forms(title.split(" ")[0].lower())) and forms(title.split(" ")[0].lower())[0].gender == "femn"
    )
    first = " ".join(_nominative_adjective(word, feminine) if word else word for word in before)
    return first + told + written[at + len(head) :]


def _like(title: str, written: str) -> str:
    """A title with the capitals of its written form, word by word."""
    ours, theirs = title.split(" "), written.split(" ")
    if len(ours) != len(theirs):
        return title[:1].upper() + title[1:] if written[:1].isupper() else title
    return " ".join(_capitals_like(one, other) for one, other in zip(ours, theirs, strict=True))


def _capitals_like(word: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return word.upper()
    parts, shown = word.split("-"), written.split("-")
    if len(parts) == len(shown):
        return "-".join(
            part[:1].upper() + part[1:] if other[:1].isupper() else part
            for part, other in zip(parts, shown, strict=True)
        )
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _nominative_adjective(word: str, feminine: bool) -> str:
    for parse in _analyser().parse(word.lower()):
        if str(parse.tag.POS) in ("ADJF", "PRTF"):
            made = parse.inflect({"nomn", "sing", "femn" if feminine else "masc"})
            return _capitals_like(made.word, word) if made else word
        if str(parse.tag.POS) == "NOUN" and parse.tag.case != "nomn":
            made = parse.inflect({"nomn", "sing"})
            return _capitals_like(made.word, word) if made else word
    return word


def may_name(words: str) -> bool:
    """Whether capitalised words without a title may be a name: Cyrillic, and two words or initials."""
    return bool(_CYRILLIC.match(words)) and ("." in words or " " in words)


_GRAMMEMES = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}


@functools.lru_cache(maxsize=50_000)
def name(words: str, case: str) -> str:
    """A personal name in the nominative, from a case that is known; as written where it cannot be told safely."""
    if case not in _GRAMMEMES:
        return words
    parts = words.split(" ")
    feminine = _is_feminine(parts, case)
    return " ".join(
        part if not part[:1].isupper() else _behind_initials(part, case, feminine) for part in parts
    )


def _behind_initials(part: str, case: str, feminine: bool) -> str:
    """A part of a name in the nominative: «Ю.Катайнена» with the initials as they are."""
    at = part.rfind(".") + 1
    return part if at == len(part) else part[:at] + _nominative_name(part[at:], case, feminine)


def _is_feminine(parts: list[str], case: str) -> bool:
    """A woman's name: by a first name or patronymic that is one in this case, else by an ending that only hers has."""
    for part in parts:
        if "." in part:
            continue
        for parse in _analyser().parse(part.lower()):
            tag = parse.tag
            if (
                _CASES.get(str(tag.case)) == case
                and ("Name" in tag or "Patr" in tag)
                and _analyser().word_is_known(part.lower())
            ):
                return str(tag.gender) == "femn"
    return (
        any(part.lower().endswith(("овой", "евой", "иной", "ской")) for part in parts) and case in _GRAMMEMES
    )


def _nominative_name(part: str, case: str, feminine: bool) -> str:
    pieces = part.split("-")
    if len(pieces) > 1:
        return "-".join(
            _nominative_name(piece, case, feminine) if piece[:1].isupper() else piece for piece in pieces
        )
    lower = part.lower()
    gender = "femn" if feminine else "masc"
    best = None
    for parse in _analyser().parse(lower):
        tag = parse.tag
        if str(tag.POS) != "NOUN" or str(tag.number) != "sing":
            continue
        if "Fixd" in tag and ("Surn" in tag or "Name" in tag):
            return part
        if _CASES.get(str(tag.case)) != case or (str(tag.gender) not in (gender, "ms-f")):
            continue
        if "Surn" in tag or "Name" in tag or "Patr" in tag:
            best = parse
            break
        best = best or parse
    if best is None:
        return _by_ending(part, case, feminine)
    made = best.inflect({"nomn", "sing"})
    return _capitals_like(made.word, part) if made else part


_ENDINGS = {"gen": ("а", "я"), "acc": ("а", "я"), "dat": ("у", "ю"), "ins": ("ом", "ем"), "loc": ("е",)}


def _by_ending(part: str, case: str, feminine: bool) -> str:
    """A man's foreign name without its ending: «Мецгером» as «Мецгер»."""
    if feminine:
        return part
    for ending in _ENDINGS[case]:
        stem = part.removesuffix(ending)
        if stem != part and len(stem) > 2 and stem[-1].lower() not in "аеёиоуыэюяьй":
            return stem if ending not in ("я", "ю") else part
    if case == "ins" and len(part) > 4 and part.endswith(("ой", "ей")):
        return part[:-2] + ("а" if part.endswith("ой") else "я")  # «Баттулгой»
    return part


@functools.lru_cache(maxsize=20_000)
def nominative(words: str, case: str = "") -> str:
    """A phrase with its head and the adjectives before it in the nominative; `case` is that it stands in, if known."""
    parts = words.split(" ")
    if case in ("nom", "nom-acc"):
        return words
    out = list(parts)
    index = 0
    while index < len(parts) - 1 and not _CYRILLIC.match(parts[index]):
        index += 1  # «III Съезде»: a number in front
    told = "" if case == "counted" else case
    while index < len(parts):
        stop = index
        while stop < len(parts) and _bare(parts[stop]) and _leads(parts[stop]):
            stop += 1
        if stop >= len(parts) or not _bare(parts[stop]):
            return " ".join(out)
        cases, fixed, is_noun = _noun_cases(_bare(parts[stop]).split("-")[-1])
        if not is_noun:
            return words if index == 0 else " ".join(out)
        for part in parts[index:stop]:
            agreeing = _adjective_cases(_bare(part))
            cases = cases & agreeing or cases
        allowed = {name for name, _ in cases}
        if not told:
            if "nom" in allowed or ("acc" in allowed and not fixed and "gen" not in allowed):
                return words if "nom" in allowed else " ".join(_inflected(out, index, stop, "acc"))
            told = next((name for name in ("loc", "ins", "dat", "gen", "acc") if name in allowed), "")
        if case == "counted":
            told = "gen"
        if told not in allowed or fixed:
            return " ".join(out)
        out = _inflected(out, index, stop, told, plural=case == "counted")
        if stop + 1 < len(parts) and parts[stop + 1] == "и" and not parts[stop].endswith(","):
            index = stop + 2
            continue
        break
    return " ".join(out)


def _bare(word: str) -> str:
    return word.strip('«»",.;:()')


def _leads(word: str) -> bool:
    readings = forms(_bare(word).lower())
    return bool(readings) and readings[0].pos in ("ADJF", "PRTF")


def _inflected(parts: list[str], first: int, head: int, case: str, plural: bool = False) -> list[str]:
    out = list(parts)
    noun = _bare(parts[head])
    chosen = next(
        (
            p
            for p in _analyser().parse(noun.lower())
            if str(p.tag.POS) == "NOUN" and _CASES.get(str(p.tag.case)) == case
        ),
        None,
    )
    if chosen is None:
        return out
    made = chosen.inflect({"nomn", "plur"} if plural else {"nomn"})
    if made is None:
        return out
    out[head] = parts[head].replace(noun, _capitals_like(made.word, noun))
    number, gender = "plur" if plural else str(chosen.tag.number), str(chosen.tag.gender)
    wanted = {"nomn", number} if number == "plur" else {"nomn", "sing", gender}
    for index in range(first, head):
        word = _bare(parts[index])
        parse = next((p for p in _analyser().parse(word.lower()) if str(p.tag.POS) in ("ADJF", "PRTF")), None)
        changed = parse.inflect(wanted) if parse is not None else None
        if changed is not None:
            out[index] = parts[index].replace(word, _capitals_like(changed.word, word))
    return out


# -- sentences -----------------------------------------------------------------------------------------------------


def ends(text: str, begin: int, dot: int, stop: int, word: str, language: Any) -> bool | None:
    """Whether an abbreviation ends a sentence here («… 1992 г. В ноябре …»); None where it is no such word."""
    lower = word.lower()
    after = text[stop : stop + 40].lstrip()
    if "." in word and word[:1].isupper():  # «А.Г. Лукашенко»
        following = _WORD.match(after)
        return following is not None and following.group().lower() in language.starters
    if lower not in language.may_end:
        return None
    if not after:
        return True
    following = _WORD.match(after)
    if following is None or not following.group()[:1].isupper():
        return False
    if following.group().lower() in language.starters:
        return True
    if (following.group().isupper() and len(following.group()) > 1) or len(following.group()) == 1:
        return False
    if (
        forms(following.group().lower())[:1]
        and forms(following.group().lower())[0].pos in ("VERB", "PRTS")
        and _has_verb(text[begin:dot])
    ):
        return True
    if lower in ("г", "гг") and not _year_before(text, dot - len(word)):
        return False
    nominative_next = any(form.case == "nom" for form in forms(following.group().lower()))
    return nominative_next and _has_verb(text[begin:dot])


def _year_before(text: str, at: int) -> bool:
    before = text[max(0, at - 6) : at].rstrip()
    return before[-1:].isdigit()


def _has_verb(words: str) -> bool:
    for match in _WORD.finditer(words):
        readings = forms(match.group().lower().replace("ё", "е"))
        if readings and (readings[0].pos in ("VERB", "PRTS") or any(form.pos == "PRTS" for form in readings)):
            return True
    return False
