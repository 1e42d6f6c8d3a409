"""Companies picked out of many without a verb of what they do: "Among the A companies in B are X, Y and Z"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.homes import home_before, home_behind
from comity.reading.frames.business.names import run_of_names
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, states_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb

STARTS = frozenset({"be"})

_AHEAD = 14
"""Units between the beginning of a sentence and the copula, at most."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The names behind the copula of a sentence that opens with "among" and companies of one state in the other."""
    units = sentence.units
    if (
        not 3 <= index <= _AHEAD
        or units[0].kind != "preposition"
        or units[0].value not in ("between", "including")
    ):
        return
    if not is_fact(sentence, index) or any(
        is_verb(sentence, i) or units[i].kind == "clause" for i in range(index)
    ):
        return
    head = next((i for i in range(1, index) if in_class(units[i], sentence, "company")), None)
    if head is None:
        return
    home = home_before(sentence, head) or home_behind(sentence, head)
    places = [unit for unit in units[head + 1 : index] if unit.mark in ("place", "goal")]
    host = next((state for unit in places for state in states_of(unit)), None) or context.counterpart(home)
    if not home or not host or home == host:
        return
    for at, name in run_of_names(sentence, index + 1, len(units)):
        slots = {"name": name, "home": home, "in": host}
        why = [f"enterprise: {name} in a list of companies"]
        yield Draft("enterprise", slots, [run(sentence, [units[head], units[at]])], why, 0.7)
