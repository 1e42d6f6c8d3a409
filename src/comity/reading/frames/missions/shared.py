"""An act told of one mission that the next has too: "the Embassy of A was opened in 1996, and that of B in 1997"."""

from __future__ import annotations

from comity.reading.frames.missions.acts import acts_upon
from comity.reading.frames.missions.dates import DASHES, date_before_dash
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_GAPPED = frozenset({"determiner", "state", "place", "preposition", "date", "punct", "dash"})
"""What a mission without a verb of its own has behind it."""


def shared_act(sentence: Sentence, index: int) -> tuple[int, str, Unit] | None:
    """The act told of another mission before that this one has too, and its own date: "the Embassy of A in P was opened
    in 1996, and the Embassy of B in Q in 1997", "…, in 1997 – the Embassy of B"."""
    units = sentence.units
    behind = units[index + 1 :]
    dates = [unit for unit in behind if unit.kind == "date"]
    before = index - 1
    while before > 0 and units[before].kind in ("determiner", "state"):
        before -= 1
    if units[before].text in DASHES and (led := date_before_dash(units, before)) is not None:
        dates.append(units[led])
        before = led - 1
        while before > 0 and units[before].kind == "preposition":
            before -= 1
    joined = units[before].kind == "and" or units[before].text in (",", ";")
    if len(dates) != 1 or not joined or any(unit.kind not in _GAPPED for unit in behind):
        return None
    for other in range(index - 1, -1, -1):
        if units[other].kind == "mission":
            acts = [(i, act) for i, act in acts_upon(sentence, other) if other < i < index]
            if len(acts) != 1 or not is_fact(sentence, acts[0][0]) or not is_verb(sentence, acts[0][0]):
                return None
            if any(unit.kind in ("have", "be", "trigger") for unit in units[acts[0][0] + 1 : index]):
                return None
            return (*acts[0], dates[0])
    return None
