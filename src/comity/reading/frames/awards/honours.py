"""The honour that words tell: its noun phrase, its grade, what stands in apposition to it, and a name by capitals."""

from __future__ import annotations

from comity.reading.frames.awards.people import is_somebody_else
from comity.reading.frames.nouns import head_before, in_class, phrase, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "for"})
_LEADS_ON = frozenset(",:-–—(")
"""What stands between a word for honours and the name of the one that is meant."""
_NAMED = 6
"""Units among which the head of such a name is looked for."""


def honour_near(sentence: Sentence, index: int, clause: range) -> tuple[range, str] | None:
    """The honour: a phrase whose head is a word such as "order", or an honorary title; its place and
    wording.
    """
    units = sentence.units
    for i in sorted(clause, key=lambda i: abs(i - index)):
        unit = units[i]
        if i == index or unit.kind in ("actor", "state", "place", "date"):
            if unit.kind == "actor" and _honorary(sentence, unit) and i > index:
                return range(i, i + 1), wording(sentence, [unit])
            continue
        found = honour_at(sentence, i, clause)
        if found is not None:
            return found
    return None


def honour_at(sentence: Sentence, i: int, clause: range) -> tuple[range, str] | None:
    """The honour whose phrase a word such as "order" heads: its place and wording."""
    units = sentence.units
    unit = units[i]
    named = in_class(unit, sentence, "award") or (
        unit.kind == "organisation" and _named_award(sentence, unit)
    )
    if not named or (unit.kind == "trigger" and is_verb(sentence, i)):
        return None
    after = units[i + 1] if i + 1 < clause.stop else None
    if after is not None and after.kind == "word" and after.text.islower():
        return None  # "the gold medal match": what counts is the last word
    if _is_purchase(unit, after):
        return None
    first = head_before(sentence, i)
    while (
        first > clause.start
        and units[first].start == units[first - 1].end + 1
        and (_only_name(units[first - 1]) or _is_named_for(units[first - 1], units[first]))
        and unit.text[:1].isupper()
    ):
        first -= 1  # "the Bintang Jasa Medal": capitalised words that look like a name
    while first < i and (
        units[first].kind in ("determiner", "poss") or units[first].key in sentence.language.words["adverb"]
    ):
        first += 1
    stop = phrase(sentence, i, _INSIDE, clause.stop)
    stop = min([stop, *(j for j in range(i + 1, stop) if is_somebody_else(sentence, units[j]))])
    stop = min([stop, *(j for j in range(i + 1, stop - 1) if _is_reason(sentence, j))])
    while stop > i + 1 and units[stop - 1].kind in ("preposition", "determiner", "and", "punct"):
        stop -= 1
    first = _with_grade(sentence, first, clause.start)
    inner = units[first:stop]
    quoted = [unit for unit in inner if unit.kind == "quoted"]
    if not quoted and stop < clause.stop and units[stop].kind == "quoted":
        stop, quoted = stop + 1, [units[stop]]
        inner = units[first:stop]
    if len(inner) == 1 and not quoted and unit.key in sentence.language.words["award_weak"]:
        return None
    if in_class(unit, sentence, "award_doubtful") and not _is_of_honour(sentence, i, range(first, stop)):
        return None  # "a collar of flowers", "a degree in law"
    return range(first, stop), wording(sentence, inner, proper=True)


def _is_reason(sentence: Sentence, index: int) -> bool:
    """Whether "for" behind an honour leads to why it was given: "the medal for his work", "for three decades of"."""
    unit, after = sentence.units[index], sentence.units[index + 1]
    leads = unit.kind == "preposition" and unit.value == "for" and unit.text.islower()
    return leads and (after.kind == "amount" or after.key in sentence.language.words["possessive"])


def _is_of_honour(sentence: Sentence, index: int, award: range) -> bool:
    """Whether a word that mostly tells something else is of an honour: by its capital, by "honorary", or by the order
    behind it."""
    unit, words = sentence.units[index], sentence.language.words
    if unit.text[:1].isupper() and unit.start > sentence.start:
        return True
    others = [sentence.units[i] for i in award if i != index]
    return any(in_class(one, sentence, "award") or one.key in words["honorary"] for one in others)


def apposed(sentence: Sentence, award: range, clause: range) -> tuple[range, str] | None:
    """The honour that is named behind a word for honours: "its highest award, the Order of …", "the state honour, the
    … Sash"."""
    units, words = sentence.units, sentence.language.words
    if not any(in_class(units[i], sentence, "award_general") for i in award):
        return None
    at = award.stop
    if at + 1 >= clause.stop or units[at].text not in _LEADS_ON:
        return None
    at += 1 + (units[at + 1].key in words["article"])
    for i in range(at, min(at + _NAMED, clause.stop)):
        found = honour_at(sentence, i, clause)
        if found is not None:
            return found if found[0].start <= at + 1 else None
        if units[i].kind in ("punct", "preposition", "date") and units[i].value != "of":
            return None
    return None


def _is_purchase(unit: Unit, after: Unit | None) -> bool:
    """Whether a word that also tells other acts is none of an honour: "an order for copper"."""
    several = unit.kind == "trigger" and len({predicate for predicate, _ in unit.value}) > 1
    aimed = after is not None and after.kind == "preposition" and after.value == "for"
    return several and aimed and unit.text.islower()


def _with_grade(sentence: Sentence, first: int, low: int) -> int:
    """Where an honour begins whose grade stands before it: "the Grand Cordon of the Order of …", "Commander's
    Cross".
    """
    units = sentence.units
    of = first - 1
    while of > low and units[of].kind == "determiner":
        of -= 1
    grade = of - 1
    if grade > low and units[of].value == "of" and in_class(units[grade], sentence, "award"):
        first = grade if units[grade].text[:1].isupper() else first
    if first - 2 > low and units[first - 1].kind == "poss" and units[first - 2].text[:1].isupper():
        first -= 2
    return first


def _only_name(unit: Unit) -> bool:
    return unit.kind == "actor" and unit.text == unit.value.person.name


def _is_named_for(before: Unit, first: Unit) -> bool:
    """Whether an honour is named for a ruler of the state that gives it: "Spain's Queen Sofía Prize"."""
    return (
        before.kind == "actor"
        and before.value.cls in ("royalty", "head-of-state")
        and first.kind == "trigger"
    )


def named_honour(sentence: Sentence, index: int, clause: range) -> tuple[range, str] | None:
    """The honour behind a verb that is only used of honours, known by its capitals: "was awarded the Padma
    …".
    """
    units = sentence.units
    first = index + 1
    while first < clause.stop and (
        units[first].kind == "determiner"
        or (units[first].kind == "preposition" and units[first].value == "with")
    ):
        first += 1
    last = first
    while last < clause.stop and (
        units[last].kind == "quoted"
        or (units[last].text[:1].isupper() and (units[last].kind == "word" or _only_name(units[last])))
    ):
        last += 1
    return (range(first, last), wording(sentence, units[first:last])) if last > first > index + 1 else None


def _honorary(sentence: Sentence, unit: Unit) -> bool:
    office = unit.value.person.office or ""
    return unit.value.cls != "consul" and any(
        word in sentence.language.words["honorary"] for word in office.lower().split()[:1]
    )


def _named_award(sentence: Sentence, unit: Unit) -> bool:
    return any(sentence.language.key(word) in sentence.language.words["award"] for word in unit.text.split())
