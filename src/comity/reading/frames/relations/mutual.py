"""States that recognise each other: "A and B recognised each other in 1996", "mutual recognition between A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.frames.relations.forms import form_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_REACH = 5
"""Units between a noun and an instrument that it is the subject of."""


def is_mutual(sentence: Sentence, index: int) -> bool:
    """Whether states recognise "each other", or recognition is called mutual."""
    units, words = sentence.units, sentence.language.words
    if is_verb(sentence, index):
        after = units[index + 1 : index + 2]
        return any(unit.kind == "sides" and unit.key.split(" ")[0] in words["reciprocal"] for unit in after)
    return index > 0 and units[index - 1].key in words["mutual"]


def of_each_other(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Both recognitions, each of the two states of the other."""
    told = (_by_verb if is_verb(sentence, index) else _by_noun)(sentence, index, context)
    if told is None:
        return
    pair, words, date = told
    day = dated(date)
    if day is not None and str(day).endswith("/..") and day.start is not None:
        day = day.start
    evidence = run(sentence, [sentence.units[index], date, *words])
    for by, of in (pair, pair[::-1]):
        slots = {"by": by, "of": of, "date": day, "form": form_of(sentence, index)}
        yield Draft(
            "recognition", slots, [evidence], [f"recognition: {sentence.units[index].text} (mutual)"], 0.8
        )


def _by_verb(
    sentence: Sentence, index: int, context: Context
) -> tuple[tuple[str, str], list[Unit], Unit | None] | None:
    """Who recognised each other, and when, by the subject of the verb."""
    units, clause = sentence.units, sentence.clause(index)
    before = [units[i] for i in clause if i < index and not units[i].mark]
    named = list(dict.fromkeys(state for unit in before for state in states_of(unit)))
    if not named and voice(sentence, index) == "ing":
        behind = _subject_behind(units, index)  # "After recognising each other, A and B …"
        named = list(dict.fromkeys(state for unit in behind for state in states_of(unit)))
    pair = tuple(named) if named else context.sides() or ()
    if len(pair) != 2 or voice(sentence, index) == "infinitive":
        return None
    words = [units[index + 1], *(unit for unit in before if states_of(unit))]
    return (pair[0], pair[1]), words, date_unit(sentence, index)


def _subject_behind(units: list[Unit], index: int) -> list[Unit]:
    """The states that open the clause behind a comma, whose subject does what a participle before it tells."""
    comma = next((i for i in range(index + 1, len(units)) if units[i].text == ","), len(units))
    found = []
    for unit in units[comma + 1 :]:
        if unit.kind == "state" and not unit.mark:
            found.append(unit)
        elif unit.kind not in ("and", "determiner") and unit.text != ",":
            break
    return found


def _by_noun(
    sentence: Sentence, index: int, context: Context
) -> tuple[tuple[str, str], list[Unit], Unit] | None:
    """Between which two states there was mutual recognition, told with a date; not of diplomas, nor by treaty."""
    units, words = sentence.units, sentence.language.words
    before = units[max(0, index - _REACH) : index]
    if any(
        unit.kind == "modal" or (unit.kind == "instrument" and unit.key not in words["act"])
        for unit in before
    ):
        return None
    named: list[Unit] = []
    for unit in units[index + 1 :]:
        if unit.kind == "state" and unit.value[1] == "name" and unit.mark in ("between", "of"):
            named.append(unit)
            continue
        leads = unit.kind in ("determiner", "and") or unit.value in ("between", "of")
        if not leads and unit.key not in words["polity"]:
            break
    acted = any(unit.key in words["act"] for unit in before)
    date = (
        date_unit(sentence, index)
        or _of_what_it_was(sentence, index)
        or (only_date(sentence) if acted else None)
    )
    states = [str(unit.value[0]) for unit in named]
    if acted and not named and units[index + 1 : index + 2] and units[index + 1].text == ",":
        states = list(context.pair() or ())  # "In an act of mutual recognition, A accepted …"
    if len(set(states)) != 2 or date is None:
        return None
    return (states[0], states[1]), [units[index - 1], *named], date


def only_date(sentence: Sentence) -> Unit | None:
    """The one date of a sentence."""
    dates = [unit for unit in sentence.units if unit.kind == "date"]
    return dates[0] if len(dates) == 1 else None


def _of_what_it_was(sentence: Sentence, index: int) -> Unit | None:
    """The date of what a clause calls recognition: "On D A received N, which constitutes mutual recognition"."""
    words, units = sentence.language.words, sentence.units
    said = next((i for i in range(index) if units[i].key in words["amounts_to"]), None)
    dates = [unit for unit in units[:said] if unit.kind == "date"] if said is not None else []
    return dates[0] if len(dates) == 1 else None
