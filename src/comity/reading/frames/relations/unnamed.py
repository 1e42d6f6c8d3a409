"""Acts upon relations that their clause does not name: "they were resumed in June", "A had severed them in 2016"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.frames.parties import is_subject
from comity.reading.frames.relations.acts import ACTS
from comity.reading.marking import NOMINAL
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, predicates_of, reading_of, voice
from comity.reading.units import Unit

_NEAR = 400
"""How far behind relations a pronoun may mean them."""


def told_before(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """An act upon relations named before: "… broke off relations with B; they were resumed in June"."""
    clause = sentence.clause(index)
    units = sentence.units
    if not is_fact(sentence, index):
        return
    yield from _outright(sentence, index, context)
    if any(units[i].kind == "relations" for i in clause):
        return
    yield from _by_one(sentence, index, context)
    if voice(sentence, index) not in ("passive", "bare"):
        return
    subject = next(
        (
            units[i]
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].kind in NOMINAL | {"pronoun"} and units[i].kind != "date"
        ),
        None,
    )
    if subject is None and sentence.block.kind == "cell":
        yield from _noted(sentence, index, context)
    if subject is None or subject.kind != "pronoun" or context.relations is None:
        return
    if subject.key in sentence.language.words["thing_pronoun"]:
        return  # "an arrangement was signed in 1974, but it was terminated …"
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    date = date_unit(sentence, index)
    parties, words = context.relations
    if date is None:
        return
    here = run(sentence, [subject, units[index], date])
    yield _told(
        parties, act, date, [here] if here[0] <= words[0] < here[1] else [here, words], subject, units[index]
    )


def _told(
    parties: tuple[str, ...], act: str, date: Unit | None, words: list[Span], subject: Unit, verb: Unit
) -> Draft:
    """The claim of an act upon relations that another sentence names."""
    slots = {"parties": parties, "act": act, "date": dated(date)}
    return Draft("relations", slots, words, [f"relations: {subject.text} + {verb.text}"], 0.7)


def _outright(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Relations that a verb severs without naming them: «26 марта А порвала с Б»."""
    units = sentence.units
    ties = index + 1 < len(units) and units[index + 1].key in sentence.language.words["ties"]
    if not (ties or units[index].key in sentence.language.words["breaks_with"]) or index + 3 >= len(units):
        return
    if "sever" not in predicates_of(sentence, index):
        return
    partner = units[index + 2 + ties]
    doer = next((unit for unit in reversed(units[:index]) if unit.kind in NOMINAL - {"date"}), None)
    if doer is None or partner.mark != "with" or not (is_subject(doer) or _is_capital(doer)):
        return
    if not _is_capital(partner) and not (partner.kind == "state" and partner.value[1] == "name"):
        return
    parties = (states_of(doer)[0], states_of(partner)[0])
    date = date_unit(sentence, index)
    if parties[0] == parties[1]:
        return
    exact = date is not None and date.value.form in ("day", "month")
    if not sentence.language.cases and not exact:
        return  # "A broke with B around 1960": over a doctrine
    words = run(sentence, [doer, units[index], partner, date])
    context.relations = (parties, words)
    yield Draft(
        "relations",
        {"parties": parties, "act": "severed", "date": dated(date)},
        [words],
        [f"relations: {units[index].text}"],
        0.7,
    )


def _is_capital(unit: Unit) -> bool:
    """Whether a town stands for its state: "P broke with Q"."""
    return unit.kind == "place" and unit.mark in ("", "with") and bool(states_of(unit))


def _by_one(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What one of two states did to the relations told before: "A had severed them in 2016"."""
    units = sentence.units
    near = units[max(0, index - 1) : index + 2]
    what = next((unit for unit in near if unit.key in sentence.language.words["them"]), None)
    if what is None:
        return
    if context.relations is None or sentence.start - context.relations[1][1] > _NEAR:
        return
    parties, words = context.relations
    doer = next((unit for unit in reversed(units[:index]) if unit.kind in NOMINAL - {"date"}), None)
    if doer is None or not is_subject(doer) or str(doer.value[0]) not in parties:
        return
    date = date_unit(sentence, index)
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    here = run(sentence, [doer, units[index], what, date])
    yield _told(
        parties, act, date, [here] if here[0] <= words[0] < here[1] else [here, words], what, units[index]
    )


def _noted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A note without a subject in a table of relations: "Suspended on …, resumed in …"."""
    date = date_unit(sentence, index)
    pair = context.pair()
    headed = any(unit.kind == "relations" for unit in (*sentence.heading, *sentence.header))
    if not headed or date is None or pair is None or context.section is None:
        return
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    yield Draft(
        "relations",
        {"parties": pair, "act": act, "date": dated(date)},
        [run(sentence, [sentence.units[index], date])],
        [f"relations: note {sentence.units[index].text}"],
        0.75,
    )
