"""Rounds of talks that two states hold again and again, and commissions that are told to have been held themselves:
"the 3rd round of political consultations", "the 12th Joint Commission was held in P"; each is a sitting.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.reading.amounts import rank
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.bodies.body import body_name
from comity.reading.frames.bodies.session import Sitting, ordinal_of, sittings_of
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, states_told
from comity.reading.named.name import Named
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"body", "event", "trigger:hold"})

_REACH = 14
"""Units between a verb and the body that is held."""
_SIDES = ("", "between", "with", "of", "agent", "owner")
"""Marks of the states that talk, not of where they do."""
_LATER = 4000
"""How far behind a round the text may come back to an earlier one."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The sitting of talks or of a commission that a verb tells to have been held, with its number, day and town."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from _another(sentence, index, context)
        return
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
    parties = _states(sentence, named, context)
    name = body_name(named, sentence.language.words["ordinal"])
    if len(parties) == 2 and (verb is not None or number is not None):
        short = frozenset({name.split()[-1], *_short_form(sentence, index)})
        context.round = Round(name, short, unit.start)
    if verb is None or len(parties) != 2:
        return
    sittings = sittings_of(sentence, index, sentence.clause(max(index, verb)).stop)
    if not sittings and number is not None:
        sittings = [Sitting()]
    if len(sittings) != 1:
        return
    sitting: Sitting = sittings[0]
    yield _sitting(sentence, name, number, [unit, sentence.units[verb]], sitting)


class Round(NamedTuple):
    """Talks or a commission whose sitting was told, and the words that mean them later."""

    name: str
    short: frozenset[str]
    at: int


def _sitting(sentence: Sentence, name: str, number: int | None, told: list[Unit], sitting: Sitting) -> Draft:
    return Draft(
        "session",
        {"body": name, "date": sitting.date, "place": sitting.place, "number": number},
        [run(sentence, [*told, *sitting.units])],
        [f"session: {told[0].text} {told[-1].text}"],
        0.8 if sitting.date is not None else 0.7,
    )


def _another(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """An earlier sitting of the talks told last: "The previous round was held in P in May 2019", "Last FOC took
    place …"."""
    known: Round | None = context.round
    if known is None or not 0 < sentence.start - known.at < _LATER:
        return
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    if not (voice(sentence, index) == "passive" or " " in sentence.units[index].key):
        return
    units, words = sentence.units, sentence.language.words
    head = index - 1
    while head > 0 and units[head].kind in ("be", "have"):
        head -= 1
    head = _sat(sentence, head, known)
    first = head
    while first > 0 and (ordinal_of(units[first - 1]) or units[first - 1].key in words["counts_rounds"]):
        first -= 1
    if first == head or units[head].kind not in ("word", "event", "body", "trigger"):
        return
    meant = units[head].text in known.short or units[head].key in words["round"] | words["by_rounds"]
    if not (meant or _is_sitting(units[head])):
        return
    if any(unit.kind not in ("determiner", "punct") for unit in units[:first]):
        return
    sittings = sittings_of(sentence, index, sentence.clause(index).stop)
    if len(sittings) == 1 and (sittings[0].date is not None or sittings[0].place is not None):
        number = next((n for unit in units[first:head] if (n := ordinal_of(unit)) is not None), None)
        yield _sitting(sentence, known.name, number, [units[head], units[index]], sittings[0])


def _sat(sentence: Sentence, index: int, known: Round) -> int:
    """The word for a sitting that the name of the talks stands behind: "the first meeting of the dialogue"."""
    units = sentence.units
    of = index - 2 if index > 1 and units[index - 1].kind == "determiner" else index - 1
    if of < 1 or units[of].kind != "preposition" or units[of].value != "of":
        return index
    named = units[index].key in {word.lower() for word in known.short}
    counted = _is_sitting(units[of - 1]) or units[of - 1].key in sentence.language.words["round"]
    return of - 1 if named and counted else index


def _short_form(sentence: Sentence, index: int) -> list[str]:
    """The capitals in brackets behind a name: "Foreign Office Consultations (FOC)"."""
    units = sentence.units[index + 1 : index + 3]
    if len(units) < 2 or units[0].text != "(":
        return []
    return [units[1].text, units[1].text.rstrip("s")]


def is_talks(sentence: Sentence, unit: Unit) -> bool:
    """Whether a body or an occasion is talks that are held by rounds; a dialogue is where it has two states."""
    words = sentence.language.words
    last = unit.key.split(" ")[-1]
    if last in words["by_rounds"]:
        return True
    two = len(getattr(unit.value, "states", ())) == 2
    return last in words["rounds_of_two"] and (two or _number(sentence, sentence.index(unit)) is not None)


def _is_sitting(unit: Unit) -> bool:
    """Whether a word is one for the sitting of a body."""
    return unit.kind == "trigger" and any(predicate in ("session", "meet") for predicate, _ in unit.value)


def _number(sentence: Sentence, index: int) -> int | None:
    """The how-manieth it was: in its name, before it ("the 3rd round of …") or behind ("for the fourth time")."""
    units, words = sentence.units, sentence.language.words
    first = units[index].text.split(" ")[0]
    number = rank(first, sentence.language.code)
    if number is not None:
        return number
    for i in range(index - 1, max(index - 5, -1), -1):
        number = ordinal_of(units[i]) or rank(units[i].text, sentence.language.code)
        if number is not None:
            return number
        if units[i].kind not in ("word", "determiner", "preposition", "trigger") or units[i].text == ",":
            break
    for i in range(index + 2, sentence.clause(index).stop):
        if units[i].key in words["occurrence"]:
            return ordinal_of(units[i - 1]) or rank(units[i - 1].text, sentence.language.code)
    return None


def _held_by(sentence: Sentence, index: int) -> int | None:
    """The verb that tells it was held: passive or intransitive behind it, active before it."""
    units, led = sentence.units, sentence.language.words["led"]
    clause = sentence.clause(index)
    depth = 0
    for i in range(index + 1, min(index + _REACH, clause.stop)):
        depth += (units[i].text == "(") - (units[i].text == ")")
        if depth:
            continue
        between = units[i].kind == "actor" and units[i].mark in ("between", "with", "of", "")
        if units[i].kind in ("body", "event", "instrument") or (units[i].kind == "actor" and not between):
            break
        if units[i].key in led and any(unit.kind == "be" for unit in units[index:i]):
            return i
        if units[i].kind == "trigger" and is_verb(sentence, i):
            held = "hold" in predicates_of(sentence, i)
            intransitive = (
                voice(sentence, i) == "passive" or " " in units[i].key or _is_subject(sentence, index)
            )
            return i if held and intransitive and is_fact(sentence, i) else None
    for i in range(index - 1, max(index - _REACH, clause.start) - 1, -1):
        if units[i].key in led:
            return i
        if units[i].kind == "trigger" and is_verb(sentence, i):
            held = "hold" in predicates_of(sentence, i) or _hosts(sentence, i)
            return i if held and _holds(sentence, i) and is_fact(sentence, i) else None
        if not _leads_on(sentence, i):
            break
    return None


def _holds(sentence: Sentence, index: int) -> bool:
    """Whether a verb has what is held behind it: "held the talks", "sat down (on Monday) to the talks"."""
    return direction(sentence, index) == "active" or voice(sentence, index) == "bare"


def _is_subject(sentence: Sentence, index: int) -> bool:
    """Whether cases tell that the talks, or the round of them, are the subject: «второй раунд консультаций прошёл»."""
    units = sentence.units
    head = units[index]
    if head.mark == "of" and index > 1 and units[index - 2].key in sentence.language.words["round"]:
        head = units[index - 2]
    return bool(sentence.language.cases) and not head.mark and head.case.startswith("nom")


def _hosts(sentence: Sentence, index: int) -> bool:
    """Whether a town or a state has somebody or something come: "P hosted the 3rd round of …"."""
    before = sentence.units[index - 1] if index else None
    at_home = before is not None and before.kind in ("place", "state")
    return at_home and "receive" in predicates_of(sentence, index)


def _leads_on(sentence: Sentence, index: int) -> bool:
    """Whether a unit may stand between a verb and what is held: "held (on 4 May in P) the 3rd round of …"."""
    unit, after = sentence.units[index], sentence.units[index + 1]
    if unit.kind == "word" and unit.text != ",":
        adverb = unit.key in sentence.language.words["adverb"]
        return (
            after.kind in ("preposition", "date")
            or adverb
            or rank(unit.text, sentence.language.code) is not None
        )
    return unit.kind in (
        "determiner",
        "amount",
        "preposition",
        "date",
        "place",
        "punct",
    ) and unit.text not in (
        ";",
        ":",
        "(",
        ")",
    )


def _states(sentence: Sentence, named: Named, context: Context) -> tuple[str, ...]:
    """The two states whose talks or body it is: in the name, else in the clause, else the document's."""
    if len(named.states) == 2:
        return named.states
    for marks in (_SIDES, (*_SIDES, "place")):
        told = states_told(
            sentence,
            (i for i, unit in enumerate(sentence.units) if unit.mark in marks and unit.kind != "place"),
        )
        if len(told) == 2:
            return told
    return context.pair() or ()
