"""Aid told of its donor: "A has been the largest donor to the forestry fund, with 400 million since 2008"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, field_told, in_play, trimmed
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, phrase, states_of, wording
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence

STARTS = frozenset({"trigger:donor"})

_TO = frozenset({"goal", "for", "of"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The sum that a donor gave, with what it went to."""
    units, clause = sentence.units, sentence.clause(index)
    money = [i for i in clause if units[i].kind == "amount" and units[i].value.kind == "money"]
    parties = in_play(sentence, clause, context)
    if len(money) != 1 or not parties or not is_real(sentence, index):
        return
    if not any(states_of(units[i]) and not units[i].mark for i in range(clause.start, index)):
        return
    first, given = index + 1, money[0]
    group = []
    if first < clause.stop and units[first].kind == "preposition" and units[first].value in _TO:
        stop = phrase(sentence, first + 1, frozenset({"of"}), clause.stop)
        group = [unit for unit in units[first + 1 : stop] if unit.kind != "determiner"]
    if all(states_of(unit) for unit in group):
        group = []
    behind = phrase(sentence, given, frozenset({"place", "of"}), clause.stop)
    aid = [unit for unit in units[given + 1 : behind] if in_class(unit, sentence, "aid_always")]
    thing = trimmed(sentence, group) or aid
    what = wording(sentence, thing) or next(iter(sentence.language.words["aid_word"]), "")
    if what:
        field, number = field_told(sentence, thing, clause), units[given].value.value
        yield cooperation(sentence, index, parties, field, what, number, [*thing, units[given]])
