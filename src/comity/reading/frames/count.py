"""Stated numbers of things of the relations: documents, joint ventures, residents, sessions."""

from __future__ import annotations

from collections.abc import Iterator

from comity import knowledge
from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, in_class, phrase, states_told, wording
from comity.reading.sentence import Sentence, is_fact, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"amount"})

_INSIDE = frozenset({"of", "with", "source", "between"})
# Predicates whose numbers fill slots of other claims.
_TAKEN = frozenset({"train", "provide", "visit", "meet", "export", "import", "turnover", "expel"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"The legal base consists of 23 documents", "25 joint ventures are registered", "about 5000 citizens of A live in B"."""
    units = sentence.units
    amount = units[index].value
    if amount.kind != "number" or amount.value < 2 or amount.value != int(amount.value):
        return
    stop = phrase(sentence, index + 1, _INSIDE)
    group = units[index + 1 : stop]
    head = _head(sentence, group)
    if head is None:
        return
    clause = sentence.clause(index)
    triggers = [i for i in clause if units[i].kind == "trigger"]
    predicates = {predicate for i in triggers for predicate, _ in reading_of(sentence, i)}
    told = states_told(sentence, clause)
    bilateral = any(in_class(unit, sentence, "bilateral") or unit.kind in ("dyad", "sides") for unit in (units[i] for i in clause))
    if not _of_relations(head, sentence, predicates, group, told, bilateral, context):
        return
    if any(not is_fact(sentence, i) for i in triggers) or any(units[i].kind == "modal" for i in clause):
        return
    parties = both_sides(told, context)
    date = date_unit(sentence, index)
    yield Draft(
        "count",
        {"what": wording(sentence, group), "value": amount.value, "parties": parties or None, "date": dated(date)},
        [run(sentence, [units[index], *group])],
        [f"count: {units[index].text} {head.text}"],
        0.7,
    )


def _head(sentence: Sentence, group: list[Unit]) -> Unit | None:
    """The thing counted: the first word of the phrase that may be counted, before any preposition."""
    for unit in group[:6]:
        if unit.kind == "preposition":
            return None
        if in_class(unit, sentence, "countable"):
            return unit
        if unit.kind == "instrument" or _is_people(sentence, unit):
            return unit
    return None


def _is_people(sentence: Sentence, unit: Unit) -> bool:
    """A word for the people of a state: "Uruguayans"."""
    if unit.kind != "state":
        return False
    known = knowledge.lexicon(sentence.language.code).state_names.get(unit.value[0])
    return known is not None and unit.text in known.people and unit.text not in known.adjectives


def _of_relations(
    head: Unit, sentence: Sentence, predicates: set[str], group: list[Unit], told: tuple[str, ...], bilateral: bool, context: Context
) -> bool:
    """Whether the number is of things of two states: told with both, or with one in a document about the two."""
    people = head.kind == "state" or in_class(head, sentence, "resident")
    if predicates & _TAKEN and not people:
        return False
    if "sign" in predicates and head.kind == "instrument":
        return bilateral or len(told) >= 2
    if people and predicates - {"reside", "visit", "work", "amount", "maintain"}:
        return False
    if people:
        return len(told) >= 2 or (len(told) == 1 and bool(context.pair()) and bool(told[0] in (context.pair() or ())))
    if head.kind == "instrument" or in_class(head, sentence, "session_word"):
        return bool(context.pair()) or len(told) >= 2 or (bilateral and bool(told))
    return len(told) >= 2 or (bool(context.pair()) and bool(told))
