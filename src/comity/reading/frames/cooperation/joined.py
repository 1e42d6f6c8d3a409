"""Further things that a sentence joins to one run by the other side: "There are 4 centres run by A and a few farms"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.cooperation.dealings import cooperation, field_told
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_WITHIN = frozenset({"word", "trigger", "state", "amount", "determiner"})
"""Kinds of unit that a joined thing is told by."""


def joined(sentence: Sentence, index: int, first: Draft) -> Iterator[Draft]:
    """The things that are there beside the first, behind the last "and" of its clause; each a claim of its own."""
    units, clause = sentence.units, sentence.clause(index)
    last = next((i for i in range(clause.stop - 1, index, -1) if units[i].kind == "and"), None)
    if last is None or not _is_there(sentence, index):
        return
    group = [unit for unit in units[last + 1 : clause.stop] if unit.kind != "punct" or unit.text == "-"]
    if any(is_verb(sentence, i) for i in range(last + 1, clause.stop)) or not _is_counted(sentence, group):
        return
    number = next((unit.value.value for unit in group if unit.kind == "amount"), None)
    some = sentence.language.words["some"]
    thing = [unit for unit in group if unit.kind not in ("determiner", "amount") and unit.key not in some]
    if not thing or not in_class(thing[-1], sentence, "project"):
        return
    parties, field = first.slots["parties"], field_told(sentence, thing, clause) or first.slots.get("field")
    yield cooperation(
        sentence, index, parties, field, wording(sentence, thing), number, [units[index], *group]
    )


def _is_there(sentence: Sentence, index: int) -> bool:
    """Whether a clause says that things are there: "There are …"."""
    return any(unit.kind == "be" for unit in sentence.units[sentence.clause(index).start : index])


def _is_counted(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether words tell some things or so many of them: "a few greenhouses", "12 farms"."""
    some = sentence.language.words["some"]
    counted = any(unit.kind == "amount" or unit.key in some for unit in group[:2])
    return counted and all(unit.kind in _WITHIN or unit.text == "-" for unit in group)
