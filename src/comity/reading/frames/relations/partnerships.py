"""Partnerships that two states entered, where no word names their relations: "A and B established a strategic
partnership in 2014", "have been strategic partners since 2014"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, wording
from comity.reading.frames.parties import parties_of
from comity.reading.frames.relations.acts import beginning
from comity.reading.frames.relations.levels import is_partnership
from comity.reading.frames.relations.unreal import is_unreal, possible
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_class, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"date", "trigger:partner"})
_ENTERS = frozenset({"establish", "open", "upgrade"})
_TWO = 2
_REACH = 6
"""Units between a verb and the partnership that it is about."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The partnership that a dated sentence tells to have begun; asked for once a sentence."""
    if sentence.units[index].kind == "trigger":
        yield from possible(_partners(sentence, index, context))
        return
    named = has_class(sentence, "partnership_kind") or any(unit.kind == "actor" for unit in sentence.units)
    if not named or any(unit.kind == "date" for unit in sentence.units[:index]):
        return
    yield from possible(_read(sentence, context))


def _partners(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Two states that are told to be partners, or to have become such, by a verb: "have been strategic partners"."""
    unit, date = sentence.units[index], date_unit(sentence, index)
    if date is None or not is_fact(sentence, index) or is_unreal(sentence, index):
        return
    begun = (
        date.value.relation == "since" or unit.text.split()[0].lower() in sentence.language.words["became"]
    )
    parties, words = parties_of(sentence, index, context)
    if not (begun and words) or len(set(parties)) != _TWO or _is_of_others(sentence, index):
        return
    level = " ".join(unit.text.split()[1:])
    slots = {"parties": parties, "act": "upgraded", "date": beginning(dated(date)), "level": level}
    yield Draft(
        "relations",
        slots,
        [run(sentence, [unit, date, *words])],
        [f"relations: {unit.text} since {date.text}"],
        0.75,
    )


def _read(sentence: Sentence, context: Context) -> Iterator[Draft]:
    units = sentence.units
    if sentence.language.cases or any(unit.kind == "relations" for unit in units):
        return  # raised to it, as relations tell
    named = _named(sentence)
    act = _act(sentence, *named) if named is not None else None
    if named is None or act is None or not is_fact(sentence, act) or is_unreal(sentence, act):
        return
    first, last = named
    parties, words = parties_of(sentence, act, context)
    if (
        len(set(parties)) != _TWO
        or not (words or _is_passive(sentence, act))
        or _is_of_others(sentence, last)
    ):
        return
    date = date_unit(sentence, act)
    if date is None:
        return
    level = wording(sentence, units[first : last + 1])
    slots = {"parties": parties, "act": "upgraded", "date": beginning(dated(date)), "level": level}
    yield Draft(
        "relations", slots, [run(sentence, [*units[first : last + 1], units[act], date, *words])],
        [f"relations: {units[last].text} + {units[act].text}"], 0.75,
    )  # fmt: skip


def _named(sentence: Sentence) -> tuple[int, int] | None:
    """Where the words for a partnership of a named kind begin and end; not those in an instrument's title."""
    units, words = sentence.units, sentence.language.words
    last = next((i for i, unit in enumerate(units) if _is_partner(sentence, unit)), None)
    if last is None:
        return None
    first = last
    while first and units[first - 1].kind == "word" and units[first - 1].key in words["partnership_kind"]:
        first -= 1
    if (first == last and " " not in units[last].text) or any(
        unit.kind == "instrument" for unit in units[max(0, first - 4) : last + 2]
    ):
        return None
    return first, last


def _is_partner(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is the word for partners, or a name that capitals made of a partnership of a known kind."""
    words = sentence.language.words
    kinds = any(word.lower() in words["partnership_kind"] for word in unit.text.split())
    return unit.key in words["partners"] or (kinds and is_partnership(sentence, unit))


def _act(sentence: Sentence, first: int, last: int) -> int | None:
    """The verb beside a partnership that tells that it began."""
    units = sentence.units
    for i in sentence.clause(first):
        unit = units[i]
        if unit.kind != "trigger" or not is_verb(sentence, i):
            continue
        if not _ENTERS & {predicate for predicate, _ in reading_of(sentence, i)}:
            continue
        behind, before = 0 < first - i < _REACH, 0 < i - last < 2 * _REACH
        if (behind and direction(sentence, i) == "active") or (before and _is_passive(sentence, i)):
            return i
    return None


def _is_passive(sentence: Sentence, act: int) -> bool:
    return sentence.units[act].kind == "trigger" and direction(sentence, act) == "passive"


def _is_of_others(sentence: Sentence, last: int) -> bool:
    """Whether a partnership is with an organisation, or of companies or institutions."""
    units = sentence.units
    behind = [unit for unit in units[last + 1 : last + 4] if unit.kind != "determiner"]
    led = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value in ("with", "between")
    if led and behind[1].kind not in ("state", "sides", "dyad"):
        return True
    return any(unit.kind in ("organisation", "quoted", "body") and not unit.mark for unit in units[:last])
