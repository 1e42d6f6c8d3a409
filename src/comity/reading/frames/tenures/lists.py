"""Lists and tables of heads of mission: one row or item a holder, the post told above them."""

from __future__ import annotations

import re

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.dates import find_dates
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import HEADS, Post, announced, post_of, since, term
from comity.reading.frames.tenures.acts import day_of, last_day
from comity.reading.frames.tenures.terms import terms_of
from comity.reading.layout.block import Block
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_BEFORE_NAME = frozenset({"date", "punct", "preposition", "number"})
_ITEM_UNITS = 30
_PUNCTUATION = re.compile(r"[^\w.-]+")
_SHORTEST_STEM = 4
"""Letters from which a word of a column's header may be a part of a longer one; shorter ones stand alone."""


def row(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The holder named in a cell of a table of heads of mission, with the dates of the row's other cells."""
    unit = sentence.units[index]
    block = sentence.block
    if index > 1 or not unit.value.person.name or not _column(sentence, block, "post_person"):
        return None
    own = post_of(unit.value, context) if unit.value.cls in HEADS else None
    post = announced(sentence, context) or own
    if post is None:
        return None
    start: Date | None = None
    end: Date | None = None
    used: list[Span] = []
    for cell in context.row:
        if cell.column == block.column:
            continue
        first = _column(sentence, cell, "post_start")
        last = _column(sentence, cell, "post_end")
        if not (first or last or _column(sentence, cell, "post_term")):
            continue
        found = [
            mention
            for mention in find_dates(
                sentence.text, cell.start, cell.end, sentence.language.code, context.dates
            )
            if mention.date
        ]
        if not found:
            continue
        used.append((cell.start, cell.end))
        if last and not first:
            end = end or found[-1].date
        elif len(found) > 1 and not found[0].date.is_interval:
            start, end = start or found[0].date, end or found[1].date
        else:
            start = found[0].date  # of two columns of beginnings the later counts: agreed, then accredited
    inside = [other for other in sentence.units[index + 1 :] if other.kind == "date"]
    if inside and start is None and end is None:
        start = inside[0].value.date
    return _draft(
        unit,
        post,
        term(start, end),
        [(block.start, block.end), *used],
        f"tenure: row of a table, column {block.header!r}",
    )


def _column(sentence: Sentence, cell: Block, name: str) -> bool:
    words = sentence.language.words.get(name, frozenset())
    told = cell.header.lower()
    header = f" {told} | {sentence.language.phrase_key(_PUNCTUATION.sub(' ', told).strip())} "
    if name == "post_person" and not any(f" {word} " in header for word in words):
        return any(f" {word}s " in header for word in words)
    return any(
        f" {word} " in header if name == "post_end" or len(word) < _SHORTEST_STEM else word in header
        for word in words
    )


def item(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The holder that an item of a list under "Ambassadors" begins with, and their term."""
    units = sentence.units
    unit = units[index]
    if (
        sentence.block.kind not in ("item", "paragraph")
        or not unit.value.person.name
        or len(units) > _ITEM_UNITS
    ):
        return None
    if any(other.kind not in _BEFORE_NAME for other in units[:index]):
        return None
    if not (sentence.headings or sentence.lead):
        return None
    dates = [other for other in units if other.kind == "date"]
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and after.kind not in ("punct", "date", "preposition", "number"):
        return None
    if not dates and (after is not None or sentence.block.kind != "item"):
        return None
    post = announced(sentence, context)
    if post is not None and unit.value.cls in HEADS and unit.value.state not in (None, post.of):
        post = post_of(unit.value, context)  # a list of the ambassadors of several states
    if post is None:
        return None
    acts = terms_of(sentence, index, None)
    if acts.days and acts.end is not None:  # "appointed in 2003, left in 2006"
        draft = _draft(unit, post, acts.date(), [run(sentence, [unit, *acts.used])], "tenure: item of a list")
        draft.slots["left"] = last_day(acts.end)
        for act, slot in (("appoint", "appointed"), ("credentials", "credentials")):
            draft.slots[slot] = day_of(acts, act)
        return draft
    day = _of_item(sentence, index, dates)
    return _draft(
        unit,
        post,
        day,
        [(units[0].start, (dates[0] if dates and dates[0].start > unit.start else unit).end)],
        "tenure: item of a list",
    )


def _of_item(sentence: Sentence, index: int, dates: list[Unit]) -> Date | None:
    if not dates:
        return None
    first = dates[0]
    day: Date = first.value.date
    if day.is_interval:
        return day
    relation = first.value.relation
    units = sentence.units
    open_end = sentence.index(first) + 1 < len(units) and units[sentence.index(first) + 1].text in (
        "-",
        "–",
        "—",
    )
    return (
        since(day)
        if relation in ("from", "since") or open_end or any(u.kind == "trigger" for u in units[index:])
        else day
    )


def _draft(unit: Unit, post: Post, day: Date | None, evidence: list[Span], why: str) -> Draft:
    told: Person = unit.value.person
    person = Person(name=told.name, office=told.office or post.title, of=post.of)
    return Draft(
        "tenure",
        {"person": person, "of": post.of, "to": post.to, "date": since(day)},
        evidence,
        [why],
        0.85 if day is not None else 0.7,
    )
