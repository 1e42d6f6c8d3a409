"""Things told of whom they were given to: "B was given a loan of …", "40 students of B have been granted stipends"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    before_auxiliary,
    cooperation,
    counted,
    field_told,
    in_play,
    past_number,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.things import quantity_of, things_given
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import head_before, in_class, states_of, wording
from comity.reading.sentence import Sentence, voice
from comity.reading.units import Unit

_GIVEN = ("aid_always", "arms", "aid", "seat")


def granted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What the subject of a passive was given, with the number of those who had it where that is told."""
    units, clause = sentence.units, sentence.clause(index)
    gives = units[index].key.split(" ")[0] in sentence.language.words["gives_to"]
    if not gives or voice(sentence, index) != "passive":
        return
    last = before_auxiliary(sentence, index)
    first = _subject(sentence, last, clause.start)
    taker = units[first:last]
    parties = in_play(sentence, clause, context)
    companies = [i for i in clause if units[i].mark == "agent" and in_class(units[i], sentence, "company")]
    if len(parties) != 2 or companies or not any(states_of(unit) for unit in taker):
        return
    for number, thing in things_given(sentence, past_number(sentence, index + 1, clause.stop), clause.stop):
        money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in thing)
        if not any(in_class(unit, sentence, name) for unit in thing for name in _GIVEN):
            continue
        amount = quantity_of(sentence, number, thing)
        if amount is None:
            amount = _people(sentence, first, last)
        group = trimmed(sentence, uncounted([unit for unit in thing if unit.kind != "determiner"]))
        if not group or (amount is None and not money and not _says_more(sentence, group)):
            continue
        field, what = field_told(sentence, group, clause), wording(sentence, group)
        yield cooperation(sentence, index, parties, field, what, amount, [*taker, *thing])


def _subject(sentence: Sentence, last: int, low: int) -> int:
    """Where the noun phrase before a verb begins: "ten students from B (were given)"."""
    first = head_before(sentence, last)
    while first - 1 > low and sentence.units[first - 1].value in ("of", "source"):
        first = head_before(sentence, first - 1)
    return max(first, low)


def _people(sentence: Sentence, low: int, high: int) -> int | float | None:
    """How many people were given something: "40 students of B"."""
    for i in counted(sentence, low, high):
        if any(in_class(unit, sentence, "trainee") for unit in sentence.units[i:high]):
            amount: Amount = sentence.units[i].value
            return amount.value
    return None


def _says_more(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether words say more of a thing than its sort."""
    generic = sentence.language.words["generic"]
    return any(sentence.language.key(word) not in generic for unit in group for word in unit.text.split())
