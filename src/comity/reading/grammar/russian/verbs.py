"""Russian verbs: which triggers are verbs, their voice, and what is told as yet to come."""

from __future__ import annotations

import functools
from typing import Any

from comity.reading.grammar.russian.cases import adjective_cases, head_cases, is_adjective
from comity.reading.grammar.russian.words import DASHES, analyser, forms
from comity.reading.units import Unit

_FUTURE_BE = frozenset({"будет", "будут", "буду", "будем", "станет", "станут"})


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


def is_gerund(sentence: Any, index: int) -> bool:
    """Whether a verb is a gerund, which the subject of the verb behind it does: «приостановив поставки, А …»."""
    word = sentence.units[index].text.split(" ")[0].lower()
    return any(form.pos == "GRND" for form in forms(word))


def is_attribute(sentence: Any, index: int) -> bool:
    """Whether a participle only says which one a noun behind it is: «высланный дипломат вернулся»."""
    unit = sentence.units[index]
    before = sentence.units[index - 1] if index else None
    if all(form not in ("participle", "ing") for _, form in unit.value) or (
        before and before.text == "," and before.end > before.start
    ):
        return False
    return bool(adjective_cases(unit.text.split(" ")[0]))


def is_declined(unit: Unit) -> bool:
    """Whether a participle stands in a case, as one of a noun does: «установленному», not «установлено»."""
    participle = any(form in ("participle", "ing") for _, form in unit.value)
    return participle and bool(adjective_cases(unit.text.split(" ")[0]))


def is_plural(unit: Unit) -> bool:
    """Whether the noun of a unit is in the plural in the case it stands in, or in no singular."""
    cases, _, is_noun = head_cases(unit)
    numbers = {number for case, number in cases if not unit.case or case in unit.case.split("-")}
    return is_noun and numbers == {"plur"}


def is_neuter_past(unit: Unit) -> bool:
    """Whether a verb is in the past of the singular neuter, as what a mission itself does: «посольство открыло»."""
    return unit.text.split(" ")[0].lower().endswith("ло")


def is_unreal_here(sentence: Any, index: int) -> bool:
    """Whether the clause of an act is told as yet to come: «визит … состоится», «открытие … планируется»."""
    unit = sentence.units[index]
    if is_unreal(unit) or _below_future(sentence, index) or _denied_behind(sentence, index):
        return True
    if unit.kind == "trigger" and is_verb(sentence, index):
        return False
    before = sentence.units[index - 1] if index else None
    if before is not None and before.kind == "preposition" and before.value == "for":
        return True  # «для открытия посольства»
    if _time_of_plan(sentence, index):
        return True
    if _carried_later(sentence.units, index) or _arranged(sentence, index) or _to_be(sentence, index):
        return True
    plan = sentence.language.words["plan"]
    for cursor in range(index + 1, min(index + 12, len(sentence.units))):
        after = sentence.units[cursor]
        if after.kind in ("punct", "clause") and after.text not in DASHES:
            return False
        if is_unreal(after) or (after.key in plan and _predicates(after.text)):
            return True
        if after.kind == "be" or (after.kind == "trigger" and is_verb(sentence, cursor)):
            return False
    return False


def _predicates(word: str) -> bool:
    """Whether a word tells something of a noun before it: a verb, a participle or a short adjective («возможен»)."""
    if verb_form(word) in ("finite", "participle"):
        return True
    readings = forms(word.lower())
    return bool(readings) and readings[0].pos == "ADJS"


def _time_of_plan(sentence: Any, index: int) -> bool:
    """Whether an occasion is told as when something is to be done: «планируют подписать договор во время визита»."""
    units, coming = sentence.units, sentence.language.words["to_come"]
    if not any(
        unit.kind == "preposition" and unit.value == "during" for unit in units[max(0, index - 4) : index]
    ):
        return False
    for cursor in sentence.clause(index):
        unit = units[cursor]
        if cursor != index and (is_unreal(unit) or is_future(unit) or unit.key in coming):
            return True
    return False


def _arranged(sentence: Any, index: int) -> bool:
    """Whether a noun is what is only arranged or put off: «о переносе визита», «договорились о проведении встречи»."""
    units, words = sentence.units, sentence.language.words
    cursor = index - 1
    while cursor > 0 and index - cursor <= _ATTRIBUTES and _qualifies(units[cursor]):
        cursor -= 1
    if cursor < 0:
        return False
    if units[cursor].key in words["arranging"]:
        return True
    about = (
        units[cursor - 1 : cursor] if units[cursor].key in words["holding"] else units[cursor : cursor + 1]
    )
    if not about or about[0].kind != "preposition" or about[0].value not in ("on", "topic"):
        return False
    before = units[max(0, sentence.index(about[0]) - 2) : sentence.index(about[0])]
    return any(unit.key in words["settled"] for unit in before)


_ATTRIBUTES = 6
"""Units between a noun and what governs it: «организация официального визита»."""


def _qualifies(unit: Unit) -> bool:
    """Whether a unit may stand between a noun and the noun that governs it: an adjective, a date, a genitive's mark."""
    if unit.kind == "preposition":
        return unit.start == unit.end
    return unit.kind in ("state", "date", "number", "amount", "determiner", "dyad", "combining") or (
        unit.kind in ("word", "punct") and (unit.text in DASHES or is_adjective(unit))
    )


def _to_be(sentence: Any, index: int) -> bool:
    """Whether a clause right behind says that it is still to be: «визит президента, который должен состояться»."""
    units = sentence.units
    for cursor in range(index + 1, min(index + _RELATIVE, len(units) - 1)):
        unit = units[cursor]
        if unit.kind == "clause":
            return (
                units[cursor + 1].kind == "modal" and units[cursor + 1].key in sentence.language.words["plan"]
            )
        if unit.kind == "trigger" and is_verb(sentence, cursor):
            return False
    return False


_RELATIVE = 8
"""Units between a noun and the clause that says when it is to be."""


def is_done(sentence: Any, index: int) -> bool:
    """Whether an act of a clause is told by a verb in the perfective past: «провели», not «проводили»."""
    for cursor in sentence.clause(index):
        unit = sentence.units[cursor]
        if unit.kind == "trigger" and is_verb(sentence, cursor):
            word = unit.text.split(" ")[0].lower()
            if any("perf" in parse.tag and "past" in parse.tag for parse in analyser().parse(word)[:1]):
                return True
    return False


def is_future(unit: Unit) -> bool:
    """Whether a word that the lexicon does not know as an act is a verb in the future: «введёт (санкции)»."""
    return unit.kind == "word" and _is_future(unit.text.lower())


def _denied_behind(sentence: Any, index: int) -> bool:
    """Whether a participle is denied behind it: «выслан не будет», «подписан не был»."""
    behind = sentence.units[index + 1 : index + 3]
    return (
        len(behind) == 2 and behind[0].key in sentence.language.words["negation"] and behind[1].kind == "be"
    )


def _below_future(sentence: Any, index: int) -> bool:
    """Whether an infinitive hangs on a verb in the future or of a plan: «поможет А построить порт», «предложила А
    обучить …».
    """
    units = sentence.units
    if units[index].kind != "trigger" or all(form != "base" for _, form in units[index].value):
        return False
    for cursor in range(index - 1, max(index - _INFINITIVE, -1), -1):
        unit = units[cursor]
        if unit.kind in ("punct", "clause", "and"):
            return False
        if (
            unit.kind in ("trigger", "word", "modal")
            and " " not in unit.text
            and verb_form(unit.text) == "finite"
        ):
            return _is_future(unit.text.lower()) or unit.key in sentence.language.words["plan"]
    return False


_INFINITIVE = 6
"""Units between a verb and the infinitive that hangs on it."""
_BESIDE = frozenset({"determiner", "word", "amount", "number", "date", "place", "state", "preposition"})


def _carried_later(units: list[Unit], index: int) -> bool:
    """Whether the verb that only carries a noun is in the future: «проведёт в субботу встречу»."""
    cursor = index - 1
    while cursor >= 0 and units[cursor].kind in _BESIDE:
        cursor -= 1
    verb = units[cursor] if cursor >= 0 else None
    return (
        verb is not None and is_unreal(verb) and any(predicate == "hold" for predicate, _ in verb.value or ())
    )


def is_unreal(unit: Unit) -> bool:
    """A verb in the future tense or an auxiliary of it: «состоится», «будет подписано»."""
    if unit.kind == "be":
        return unit.text.lower() in _FUTURE_BE
    if unit.kind != "trigger" or all(form == "noun" for _, form in unit.value):
        return False
    return _is_future(unit.text.split(" ")[0].lower())


@functools.lru_cache(maxsize=20_000)
def _is_future(word: str) -> bool:
    """Whether a form is of the future; of verbs of both aspects it is also the present («финансирует»)."""
    parses = analyser().parse(word)
    return any("futr" in parse.tag for parse in parses[:1]) and not any("pres" in p.tag for p in parses)


@functools.lru_cache(maxsize=20_000)
def verb_form(word: str) -> str:
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
                "pssv" in parse.tag for parse in analyser().parse(lower) if str(parse.tag.POS) == "PRTF"
            )
            return "participle" if passive else "ing"
        if pos == "GRND":
            return "ing"
        if pos == "NOUN":
            return "noun"
    return "noun"


def is_finite(unit: Unit) -> bool:
    """Whether a word is a verb in a finite form by its likeliest reading: «собралась»."""
    readings = forms(unit.text.lower().replace("ё", "е")) if unit.text.islower() else ()
    return bool(readings) and readings[0].pos == "VERB"


def settle(unit: Unit) -> None:
    """Leaves a trigger the readings that the form of its first word allows."""
    if unit.value and all(form == "noun" for _, form in unit.value):
        return
    words = unit.text.split(" ")
    form = verb_form(words[0])
    if form == "noun" and len(words) > 1:
        form = verb_form(words[1])
    if form == "noun":
        nouns = tuple(pair for pair in unit.value if pair[1] == "noun")
        unit.value = nouns or tuple((predicate, "finite") for predicate, _ in unit.value)
        return
    unit.value = tuple((predicate, form) for predicate, told in unit.value if told != "noun") or unit.value
