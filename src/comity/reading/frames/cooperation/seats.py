"""Places to study or train that were taken: "12 scholarships were taken up in 2019"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    are_people,
    before_auxiliary,
    cooperation,
    counted,
    first_of,
    manner,
    trimmed,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, in_class, phrase, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:take_up"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The number of places of one of the two states that people of the other took."""
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    clause, told = sentence.clause(index), states_told(sentence, sentence.clause(index))
    parties = both_sides(told, context) if told else context.pair() or ()
    if len(parties) != 2:
        return
    how, verb = manner(sentence, index), before_auxiliary(sentence, index)
    before = how == "passive" or _attends(sentence, index) or _is_offered(sentence, index)
    places = range(clause.start, verb) if before else range(index + 1, clause.stop)
    for i in counted(sentence, places.start, places.stop):
        first = i + 2 if sentence.units[i + 1].value == "of" else i + 1  # "14 of the places"
        group = sentence.units[first : phrase(sentence, first, frozenset({"of"}), places.stop)]
        seats = any(in_class(unit, sentence, "study_place") for unit in group)
        if not seats and not (_attends(sentence, index) and any(are_people(sentence, u) for u in group)):
            continue
        what = wording(sentence, trimmed(sentence, group))
        number, field = sentence.units[i].value.value, first_of(sentence, "training")
        yield cooperation(sentence, index, parties, field, what, number, [sentence.units[i], *group])
        return


def _attends(sentence: Sentence, index: int) -> bool:
    """Whether courses or a programme of training are what people attended."""
    attends = sentence.units[index].key in sentence.language.words["attends"]
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    words = sentence.language.words["schooling"] | sentence.language.words["study"]
    return attends and any(sentence.language.key(word) in words for u in behind for word in u.text.split())


def _is_offered(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells for whom places are: "are at the disposal of"."""
    return sentence.units[index].key.endswith(("disposal of", "available to", "available for", "open to"))
