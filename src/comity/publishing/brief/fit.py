"""A brief cut to a number of pages: the least important lines go first. The pages are those of the PDF, and every
form of the same brief has the same lines.
"""

from __future__ import annotations

from comity.publishing.brief import pdf
from comity.publishing.brief.model import Brief, cut, ranks

_LINES = 60
"""More lines than a page can hold, each with its note."""


def fit(brief: Brief, pages: int) -> Brief:
    """The longest brief, by importance, that has no more than so many pages; at least its first line."""
    if pages < 1:
        raise ValueError("a brief has at least one page")
    found = ranks(brief)
    # What cannot fit for its number alone is never laid out: a large dossier would take a minute.
    steps = sorted({rank for rank in found if rank <= found[: pages * _LINES][-1]}) if found else []
    if not steps or (len(found) <= pages * _LINES and pdf.pages(brief) <= pages):
        return brief
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if pdf.pages(cut(brief, steps[middle])) <= pages:
            low = middle
        else:
            high = middle - 1
    return cut(brief, steps[low])
