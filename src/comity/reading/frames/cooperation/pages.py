"""Between which two states something was given where nothing but the page tells it: "40 scholarships were awarded in
2013", "Ambassador N handed over 30 wheelchairs", "80,000 euros was set aside".
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.nouns import head_before, in_class, states_of
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit


def on_a_page_of_two(
    sentence: Sentence, index: int, how: str, clause: range, context: Context
) -> tuple[str, ...]:
    """The two states of the page, where a dated sentence says of neither what was given: "40 scholarships were
    awarded in 2013"."""
    pair = context.pair()
    if pair is None or (how != "passive" and not _is_envoys(sentence, index, clause)):
        return ()
    told = {state for unit in sentence.units for state in states_of(unit)}
    gift = any(predicate == "donate" for predicate, _ in reading_of(sentence, index))
    if gift and told and told <= set(pair):
        return pair  # "A handed over ten cars; four buses were donated to the Centre"
    if date_unit(sentence, index) is None:
        return ()
    envoy = any(
        sentence.units[i].mark == "agent" and in_class(sentence.units[i], sentence, "envoy") for i in clause
    )
    others = bool(told) or any(sentence.units[i].kind == "organisation" and not envoy for i in clause)
    return () if others else pair


def _is_envoys(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether an envoy, or a mission, whose state only the page tells, is the subject: "Ambassador N handed over"."""
    first = head_before(sentence, index)
    before = sentence.units[max(clause.start, first - 1) : index]
    return any(
        unit.kind in ("mission", "actor") and in_class(unit, sentence, "envoy") for unit in before
    ) or any(unit.kind == "actor" and _is_office_of_envoy(sentence, unit) for unit in before)


def _is_office_of_envoy(sentence: Sentence, unit: Unit) -> bool:
    """Whether one of the words of an office with a name behind it is one for an envoy: "Ambassador N"."""
    words = sentence.language.words["envoy"]
    return any(sentence.language.key(word) in words for word in unit.text.split())


def is_set_aside(sentence: Sentence, index: int, how: str, context: Context) -> bool:
    """Whether money, on a page about two states, was set aside for something, or a thing was given on a told day; by
    whom and to whom is not told."""
    if how != "passive" or context.pair() is None:
        return False
    given = {"donate", "provide"} <= {predicate for predicate, _ in reading_of(sentence, index)}
    set_aside = sentence.units[index].key in sentence.language.words["set_aside"]
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    alone = after is None or after.kind in ("preposition", "punct", "date")
    given = given and alone and not sentence.language.cases
    return set_aside or (given and date_unit(sentence, index) is not None)
