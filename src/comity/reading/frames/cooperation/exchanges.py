"""People whom institutions exchange, told by a noun: "an exchange of lecturers with …", "exchanges of nurses have taken
place every spring since 2006".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, counted, first_of, in_play
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import fields_of, in_class, phrase, states_told, wording
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:exchange_missions"})

_OTHERS = frozenset({"instrument", "modal", "negation", "event"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Exchanges of people, counted or dated, between the two states."""
    units, clause = sentence.units, sentence.clause(index)
    noun = any(form == "noun" for _, form in units[index].value)
    if not noun or sentence.language.cases or index + 2 >= clause.stop or units[index + 1].value != "of":
        return
    if not is_real(sentence, index) or any(units[i].kind in _OTHERS for i in clause):
        return
    if not any(is_verb(sentence, i) or units[i].kind in ("be", "have") for i in clause if i != index):
        return
    group = units[index + 2 : phrase(sentence, index + 2, frozenset(), clause.stop)]
    people = any(in_class(unit, sentence, "trainee") or in_class(unit, sentence, "expert") for unit in group)
    number = next((units[i] for i in counted(sentence, index + 2, index + 2 + len(group))), None)
    if not people or (number is None and date_unit(sentence, index) is None):
        return
    told = states_told(sentence, clause)
    parties = in_play(sentence, clause, context) if told else context.pair() or ()
    if len(parties) != 2:
        return
    field = fields_of(sentence, index, clause.stop) or first_of(sentence, "training")
    thing = [units[index], units[index + 1], *(unit for unit in group if unit is not number)]
    amount = number.value.value if number is not None else None
    yield cooperation(
        sentence, index, parties, field, wording(sentence, thing), amount, [units[index], *group]
    )
