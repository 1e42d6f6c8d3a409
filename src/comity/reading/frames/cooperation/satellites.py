"""Satellites and cosmonauts of one state that the other took into space."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, first_of, in_play
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    direction,
    head_before,
    in_class,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"trigger:launch", "trigger:orbit"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A rocket of A put B's satellite into orbit", «С космодрома выведен на орбиту Б-ский спутник»."""
    units, clause = sentence.units, sentence.clause(index)
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return
    if direction(sentence, index) not in ("active", "passive"):
        return
    head = next((i for i in clause if in_class(units[i], sentence, "spacecraft")), None)
    if head is None:
        return
    first = head_before(sentence, head)
    stop = phrase(sentence, head, frozenset({"of"}), clause.stop)
    thing = units[first:stop]
    owners = {state for unit in units[first : head + 1] for state in states_of(unit)}
    owners = owners or {state for unit in thing for state in states_of(unit)}
    parties = in_play(sentence, clause, context)
    others = set(states_told(sentence, (i for i in clause if not first <= i < stop))) - owners
    if len(parties) != 2 or len(owners) != 1 or not owners <= set(parties):
        return
    if others and not others & set(parties):
        return
    if not others and context.pair() is None:
        return
    group = [unit for unit in thing if unit.kind != "determiner"]
    yield cooperation(
        sentence, index, parties, first_of(sentence, "space"), wording(sentence, group), None, group
    )
