"""Roughly how large the economies of states were: for judging whether a figure can be, and nothing else."""

from __future__ import annotations

import functools

from comity.knowledge.files import HOME, Row, table
from comity.knowledge.states import states
from comity.model.edtf import Date

YEARS = (1970, 1980, 1990, 2000, 2010, 2024)
"""The years of the table."""

COLUMNS = ("code", *map(str, YEARS))

_BILLION = 1e9

Sizes = dict[str, tuple[float | None, ...]]
"""The dollars of each year of `YEARS` by state; `None` where the state did not exist."""


@functools.cache
def economies() -> Sizes:
    """The table; `KnowledgeError` for damaged data."""
    return read(table(HOME / "economies.tsv", COLUMNS))


def read(rows: list[Row]) -> Sizes:
    """The table from its rows; `KnowledgeError` names the row that is wrong."""
    found: Sizes = {}
    for row in rows:
        code = row["code"]
        if code not in states():
            raise row.fail(f"{code} is not a state of states.tsv")
        if code in found:
            raise row.fail(f"{code} stands twice")
        try:
            sizes = tuple(float(row[str(year)]) * _BILLION if row[str(year)] else None for year in YEARS)
        except ValueError as error:
            raise row.fail(str(error)) from error
        if any(size is not None and size <= 0 for size in sizes) or not any(sizes):
            raise row.fail(f"{code} has no size")
        found[code] = sizes
    return found


def economy(code: str, date: Date | None = None) -> float | None:
    """What a state produced in a year of a date, in dollars, rather too much than too little; `None` where it is
    not known.

    It is the larger of the sizes of the years before and behind; without a date the largest of all.
    """
    sizes = economies().get(code)
    if sizes is None:
        return None
    first = date.lower.year if date is not None and date.lower is not None else YEARS[0]
    last = date.upper.year if date is not None and date.upper is not None else YEARS[-1]
    begin = max((at for at, year in enumerate(YEARS) if year <= first), default=0)
    end = min((at for at, year in enumerate(YEARS) if year >= last), default=len(YEARS) - 1)
    return max((size for size in sizes[begin : end + 1] if size is not None), default=None)
