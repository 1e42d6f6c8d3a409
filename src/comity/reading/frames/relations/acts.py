"""Which verbs and nouns of a clause are acts upon the relations that it names."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.frames.dates.others import of_act_after_a_time
from comity.reading.frames.relations.unreal import is_former
from comity.reading.sentence import Sentence, is_verb, reading_of, voice

ACTS = {
    "establish": "established", "open": "established", "resume": "resumed", "reopen": "resumed", "sever": "severed",
    "terminate": "severed", "suspend": "suspended", "upgrade": "upgraded", "downgrade": "downgraded", "end": "ended",
    "date_back": "established",
}  # fmt: skip


_BEGIN = 12
"""Units behind relations up to a verb that says that they began: "Relations between A and B began"."""
_AMONG = frozenset({"preposition", "determiner", "state", "and", "sides", "dyad", "have", "be", "poss"})
"""Kinds of unit that stand between relations and that verb."""


def acts_upon(sentence: Sentence, index: int) -> Iterator[tuple[int, str]]:
    """The acts upon the relations named at `index`: the nearest verb or noun of the clause, and those joined to it."""
    clause = sentence.clause(index)
    found: list[tuple[int, str]] = []
    for i in clause:
        unit = sentence.units[i]
        if unit.kind != "trigger":
            continue
        if _attributive(sentence, i) or _of_others(sentence, index, i) or _of_somebody(sentence, i):
            continue
        if is_former(sentence, i) or (i > index and _has_its_own(sentence, i)):
            continue
        if i < index and _is_for(sentence, i, index):
            continue
        for predicate, _ in reading_of(sentence, i):
            if predicate in ACTS:
                found.append((i, ACTS[predicate]))
                break
    if not found:
        yield from _began(sentence, index, clause)
        yield from _held_since(sentence, index, clause)
        return
    near = min(
        found, key=lambda pair: (abs(pair[0] - index) + (4 if _far(sentence, pair[0], index) else 0), pair[0])
    )
    if _far(sentence, near[0], index):
        return
    yield near
    for i, act in found:
        dated_apart = (
            _own_date(sentence, near[0], i) or _apposed(sentence, index, i) or _later(sentence, near[0], i)
        )
        if i != near[0] and act != near[1] and near[0] < i and i > index and dated_apart:
            yield i, act


def _attributive(sentence: Sentence, index: int) -> bool:
    """Whether a participle belongs to another noun: "its broken economy and ties"."""
    units = sentence.units
    if sentence.language.cases:
        return index > 1 and _of_another_noun(sentence, index)
    if not index or index + 1 >= len(units):
        return False
    before = units[index - 1]
    framed = before.kind == "determiner" and units[index + 1].kind in ("word", "relations")
    enjoyed = before.key in sentence.language.words["enjoys"] and units[index + 1].kind == "relations"
    return (framed and voice(sentence, index) == "bare") or (
        enjoyed and voice(sentence, index) != "infinitive"
    )  # "shared normalized relations"


def _of_somebody(sentence: Sentence, act: int) -> bool:
    """Whether a noun is of a person and not of relations: "attended the inauguration of President N"."""
    behind = sentence.units[act + 1 : act + 4]
    if is_verb(sentence, act) or not behind or behind[0].value != "of":
        return False
    thing = next((unit for unit in behind[1:] if unit.kind != "determiner"), None)
    return thing is not None and thing.kind == "actor"


def _of_others(sentence: Sentence, index: int, act: int) -> bool:
    """Whether an act in brackets is told of other relations, named right before: "(established in 1996)"."""
    between = sentence.units[index + 1 : act]
    opened = next((i for i, unit in enumerate(between) if unit.text == "("), 0)
    return any(unit.kind == "relations" for unit in between[:opened]) and between[-1].text == "("


def _has_its_own(sentence: Sentence, act: int) -> bool:
    """Whether an act has other relations for its object, or an instrument: "relations cooled when A severed ties with
    B", "since A annulled an agreement"."""
    units = sentence.units
    if not is_verb(sentence, act) or voice(sentence, act) == "passive":
        return False
    behind = next(
        (unit for unit in units[act + 1 : act + 4] if unit.kind not in ("word", "determiner")), None
    )
    return behind is not None and behind.kind in ("relations", "instrument")


def _is_for(sentence: Sentence, act: int, relations: int) -> bool:
    """Whether relations are only what an act was for: "entered into a partnership to improve relations"."""
    units = sentence.units
    return not sentence.language.cases and any(
        units[i].key == "to" and units[i + 1].kind == "word" and units[i + 1].text.islower()
        for i in range(act + 1, relations - 1)
    )


def _of_another_noun(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind a comma is of the noun there: «к партнёрству, установленному в 1994 году»."""
    noun, comma = sentence.units[index - 2], sentence.units[index - 1]
    if comma.text != "," or noun.kind != "word" or is_verb(sentence, index - 2):
        return False
    return bool(sentence.language.morphology.is_declined(sentence.units[index]))


def _began(sentence: Sentence, index: int, clause: range) -> Iterator[tuple[int, str]]:
    """ "Diplomatic relations (between A and B) began on D", "A and B began diplomatic relations in 1964"."""
    units, words = sentence.units, sentence.language.words
    if units[index].key.split(" ")[0] not in words["formal_relations"]:
        return
    for i in range(index + 1, min(index + _BEGIN, clause.stop)):
        if units[i].key in words["begins"]:
            yield i, "established"
            return
        known = words["adverb"] | words["polity"] | words["negation"] | words["did"]
        if units[i].kind not in _AMONG and units[i].key not in known:
            break
    before = index - 1
    while before > clause.start and (
        units[before].kind == "determiner" or units[before].key in words["formal_relations"] | words["full"]
    ):
        before -= 1
    if before > clause.start and units[before].key in words["begins"]:
        yield before, "established"


def _held_since(sentence: Sentence, index: int, clause: range) -> Iterator[tuple[int, str]]:
    """ "A and B have maintained diplomatic relations since 1957": established then."""
    units = sentence.units
    since = any(units[i].kind == "date" and units[i].value.relation == "since" for i in clause)
    held = any(
        units[i].kind == "have"
        or (units[i].kind == "trigger" and any(p == "maintain" for p, _ in units[i].value))
        for i in clause
        if i < index
    )
    strong = units[index].key.split(" ")[0] in sentence.language.words["formal_relations"]
    held = held or (
        strong and any(units[i].key in sentence.language.words["kept_up"] for i in clause if i > index)
    )
    if since and held:
        yield index, "established"


def beginning(date: Date | None) -> Date | None:
    """The day from which an open interval runs."""
    return date.start if date is not None and date.is_interval and date.start is not None else date


def _far(sentence: Sentence, act: int, relations: int) -> bool:
    low, high = sorted((act, relations))
    between = sentence.units[low + 1 : high]
    return (
        any(unit.kind in ("mission", "instrument", "event", "actor") for unit in between) and high - low > 8
    )


def _apposed(sentence: Sentence, index: int, act: int) -> bool:
    """Whether a participle with a date of its own stands right behind relations: «связи, прерванные в 2017 году»."""
    units = sentence.units
    behind = units[act + 1 : act + 3]
    return act == index + 2 and units[index + 1].text == "," and any(unit.kind == "date" for unit in behind)


def _later(sentence: Sentence, first: int, second: int) -> bool:
    """Whether the second of two acts has the date, for the first has a time without one: "ceased during the war and
    were resumed in 1946"."""
    date = next((i for i in range(second + 1, len(sentence.units)) if sentence.units[i].kind == "date"), None)
    return date is not None and of_act_after_a_time(sentence, first, date)


def _own_date(sentence: Sentence, first: int, second: int) -> bool:
    dates = [unit for unit in sentence.units[first:] if unit.kind == "date"]
    return len(dates) >= 2 and sentence.units[second].start < dates[-1].start
