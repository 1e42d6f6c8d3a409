"""Rounds of talks that two states hold again and again, and commissions that are told to have been held themselves:
"the 3rd round of political consultations", "the 12th Joint Commission was held in P"; each is a sitting.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.amounts import find_amounts
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction
from comity.reading.frames.session import Sitting, ordinal_of, sittings_of
from comity.reading.frames.sessions import body_name
from comity.reading.named import Named
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"body", "event"})

_REACH = 8
"""Units between a verb and the body that is held."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The sitting of talks or of a commission that a verb tells to have been held, with its number, day and town."""
    unit = sentence.units[index]
    named: Named = unit.value
    talks = is_talks(sentence, unit)
    if not talks and not (unit.kind == "body" and named.type == "joint commission" and named.proper):
        return
    number = _number(sentence, index)
    if talks and number is None and len(named.states) < 2 and not named.proper:
        return  # "political consultations were held": a meeting, of no mechanism
    if any(_is_sitting(unit) for unit in sentence.units[max(0, index - 4) : index]):
        return  # "the 3rd session of the Commission": that tells it
    verb = _held_by(sentence, index)
    if verb is None or len(_states(sentence, named, context)) != 2:
        return
    sittings = sittings_of(sentence, index)
    if len(sittings) != 1:
        return
    sitting: Sitting = sittings[0]
    yield Draft(
        "session",
        {
            "body": body_name(named, sentence.language.words["ordinal"]),
            "date": sitting.date,
            "place": sitting.place,
            "number": number,
        },
        [run(sentence, [unit, sentence.units[verb], *sitting.units])],
        [f"session: {unit.text} {sentence.units[verb].text}"],
        0.8 if sitting.date is not None else 0.7,
    )


def is_talks(sentence: Sentence, unit: Unit) -> bool:
    """Whether a body or an occasion is talks that are held by rounds."""
    last = unit.key.split(" ")[-1]
    return last in sentence.language.words["by_rounds"]


def _is_sitting(unit: Unit) -> bool:
    """Whether a word is one for the sitting of a body."""
    return unit.kind == "trigger" and any(predicate in ("session", "meet") for predicate, _ in unit.value)


def _number(sentence: Sentence, index: int) -> int | None:
    """The how-manieth it was: in its name, or before it ("the 3rd round of …")."""
    units = sentence.units
    first = find_amounts(units[index].text, 0, len(units[index].text), sentence.language.code)
    if first and first[0].kind == "ordinal" and first[0].start == 0:
        return int(first[0].value)
    for unit in reversed(units[max(0, index - 4) : index]):
        if (number := ordinal_of(unit)) is not None:
            return number
        if unit.kind not in ("word", "determiner", "preposition", "trigger") or unit.text == ",":
            break
    return None


def _held_by(sentence: Sentence, index: int) -> int | None:
    """The verb that tells it was held: passive or intransitive behind it, active before it."""
    units = sentence.units
    clause = sentence.clause(index)
    for i in range(index + 1, min(index + _REACH, clause.stop)):
        if units[i].kind in ("body", "event", "actor", "instrument"):
            break
        if units[i].kind == "trigger" and is_verb(sentence, i):
            held = any(predicate == "hold" for predicate, _ in reading_of(sentence, i))
            intransitive = voice(sentence, i) == "passive" or " " in units[i].key
            return i if held and intransitive and is_fact(sentence, i) else None
    for i in range(index - 1, max(index - _REACH, clause.start) - 1, -1):
        if units[i].kind == "trigger" and is_verb(sentence, i):
            held = any(predicate == "hold" for predicate, _ in reading_of(sentence, i))
            return i if held and direction(sentence, i) == "active" and is_fact(sentence, i) else None
        counted = units[i].kind == "word" and units[i + 1].kind == "preposition"  # "held the 3rd round of …"
        if units[i].kind not in ("determiner", "amount", "preposition") and not counted:
            break
    return None


def _states(sentence: Sentence, named: Named, context: Context) -> tuple[str, ...]:
    """The two states whose talks or body it is: in the name, else the clause's subject, else the document's."""
    if len(named.states) == 2:
        return named.states
    pair = context.pair()
    told = tuple(
        dict.fromkeys(
            str(unit.value[0])
            for unit in sentence.units
            if unit.kind == "state" and unit.mark in ("", "between", "with", "of")
        )
    )
    if len(told) == 2 and not named.states:
        return told
    return pair or ()
