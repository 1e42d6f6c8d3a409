"""Whose companies are: what a document says of them once holds in its later sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.reading.language import Language
from comity.reading.units import Unit

_REACH = 5
"""Units between a company's state and its name: «немецкий автомобильный концерн «Х»»."""


def firms_of(units: Sequence[Unit], language: Language) -> Iterator[tuple[str, str]]:
    """The quoted names of companies beside a word for one and their state's adjective, with the state."""
    for index, unit in enumerate(units):
        if unit.kind != "quoted":
            continue
        state, company = "", False
        for before in reversed(units[max(0, index - _REACH) : index]):
            if before.kind == "state" and before.value[1] == "adjective":
                state = str(before.value[0])
                break
            if before.kind != "word":
                break
            company = company or before.key in language.words["company"]
        if state and company:
            yield str(unit.value), state
