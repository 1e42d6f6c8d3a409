"""Help that thanks tell: "thanked A for the 40 tonnes of medicines", «поблагодарил А за доставленные 40 тонн»."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.things import without_measure
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, phrase, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:thank"})

_GIVEN = ("aid", "aid_always", "arms", "property")
_REACH = 9
"""Units between "for" and the number of the things."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Counted things, or people trained, behind the "for" of thanks: what is thanked for was given."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_fact(sentence, index):
        return
    words = sentence.language.words["thanked_for"]
    leads = next((i for i in range(index + 1, clause.stop) if units[i].key in words), None)
    parties = in_play(sentence, range(clause.start, clause.stop), context)
    if leads is None or len(parties) != 2 or not states_told(sentence, clause):
        return
    for i in counted(sentence, leads + 1, min(clause.stop, leads + _REACH)):
        if any(is_verb(sentence, at) and units[at].kind == "modal" for at in range(leads, i)):
            return
        group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of"}), clause.stop)]
        given = any(in_class(unit, sentence, name) for unit in group for name in _GIVEN)
        trained = any(_is_trainee(sentence, unit) for unit in group) and _is_training(sentence, leads, i)
        if not given and not trained:
            continue
        thing = without_measure(sentence, trimmed(sentence, uncounted(group)))
        if not thing:
            continue
        field = first_of(sentence, "training") if trained else field_told(sentence, thing, clause)
        number = units[i].value.value
        yield cooperation(
            sentence, i, parties, field, wording(sentence, thing), number, [units[index], units[i], *group]
        )
        return


def _is_trainee(sentence: Sentence, unit: Unit) -> bool:
    return in_class(unit, sentence, "trainee") or (unit.kind == "actor" and bool(unit.value.plural))


def _is_training(sentence: Sentence, low: int, high: int) -> bool:
    """Whether training stands between "for" and the people: "for the training of thirty judges"."""
    return any(
        unit.kind == "trigger" and any(predicate == "train" for predicate, _ in unit.value)
        for unit in sentence.units[low:high]
    )
