"""Who recognised a state, told by a decision, an announcement or as one of those who did."""

from __future__ import annotations

from comity.reading.frames.arguments import assembly_of, code
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def one_of(sentence: Sentence, index: int) -> Unit | None:
    """Who was one of the first that a participle tells of: «А стала одной из первых стран, признавших Б»."""
    units, words = sentence.units, sentence.language.words
    if not sentence.language.cases or index < 2 or units[index - 1].text != ",":
        return None
    became = next(
        (
            i
            for i in range(index - 2, max(index - 9, 0), -1)
            if units[i].kind == "be"
            or (units[i].kind == "trigger" and any(predicate == "become" for predicate, _ in units[i].value))
        ),
        0,
    )
    first = any(unit.key in words["superlative"] or _is_ordinal(unit) for unit in units[became:index])
    doer = units[became - 1] if became else None
    named = doer is not None and doer.kind == "state" and doer.value[1] == "name" and not doer.mark
    return doer if first and named else None


def _is_ordinal(unit: Unit) -> bool:
    """Whether a number tells which one of many somebody was: «стала 54-й страной, признавшей Б»."""
    return unit.kind in ("amount", "number") and unit.text[:1].isdigit() and unit.text[-1:].isalpha()


def decides(sentence: Sentence, unit: Unit, index: int) -> bool:
    """Whether somebody signs or takes a decision on recognition: «Президент А подписал указ о признании Б»."""
    state = unit.value.state if unit.kind == "actor" else assembly_of(sentence, unit)
    words = sentence.language.words
    resolved = any(
        one.key in words["resolve"] | words["announced"] for one in sentence.units[max(0, index - 4) : index]
    )
    return bool(state) and not unit.mark and resolved


def of_decision(sentence: Sentence, index: int) -> Unit | None:
    """Whose decision to recognise somebody it is: «решение правительства А признать Б», «МИД А подтвердил решение
    признать Б»."""
    units, resolve = sentence.units, sentence.language.words["resolve"]
    at = next((i for i in range(index - 1, max(index - 9, 0), -1) if units[i].key in resolve), None)
    if at is None or not sentence.language.cases:
        return None
    own = next((u for u in units[at + 1 : index] if code(u) and u.mark in ("of", "")), None)
    doers = (u for u in units[:at] if code(u) and not u.mark and u.case.startswith("nom"))
    return own or next(doers, None)


def announces(sentence: Sentence, index: int, clause: range) -> Unit | None:
    """The state behind a verb that announces recognition: «О признании Б объявила А»."""
    units, announced = sentence.units, sentence.language.words["announced"]
    verb = next((i for i in range(index + 1, clause.stop) if units[i].key in announced), clause.stop)
    behind = units[verb + 1 : clause.stop]
    return next((u for u in behind if u.kind == "state" and not u.mark and u.case.startswith("nom")), None)
