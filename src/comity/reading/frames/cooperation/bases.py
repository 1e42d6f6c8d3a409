"""Military bases that one state keeps in the other."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, field_told, in_play
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import head_before, in_class, states_of, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

STARTS = frozenset({"trigger:base"})

_AHEAD = 6
"""Units between the verb and the base that it opens or keeps."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has kept a naval base in B since 1977", "A opened a military base in B"."""
    units, clause = sentence.units, sentence.clause(index)
    keeps = next(
        (
            i
            for i in range(index - 1, max(clause.start, index - _AHEAD) - 1, -1)
            if in_class(units[i], sentence, "keeps")
        ),
        None,
    )
    if keeps is None or not is_fact(sentence, keeps) or not is_fact(sentence, index):
        return
    owner = next(
        (s for i in range(keeps - 1, clause.start - 1, -1) if not units[i].mark for s in states_of(units[i])),
        None,
    )
    host = _host(sentence, range(index + 1, clause.stop), owner)
    parties = in_play(sentence, clause, context)
    if (
        owner is None
        or len(parties) != 2
        or owner not in parties
        or (host is None and len(states_told(sentence, clause)) > 1)
    ):
        return
    if host is not None and host not in parties:
        return
    thing = [unit for unit in units[head_before(sentence, index) : index + 1] if _names(unit)]
    yield cooperation(
        sentence,
        index,
        parties,
        field_told(sentence, thing, clause),
        wording(sentence, thing[-1:]),
        None,
        [units[keeps], *thing],
    )


def _host(sentence: Sentence, behind: range, owner: str | None) -> str | None:
    """The state in which the base is."""
    units = sentence.units
    return next(
        (s for i in behind if units[i].mark == "place" for s in states_of(units[i]) if s != owner), None
    )


def _names(unit: Unit) -> bool:
    return unit.kind not in ("determiner", "amount", "number", "poss")
