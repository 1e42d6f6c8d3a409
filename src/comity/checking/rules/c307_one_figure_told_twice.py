"""What it does
    Compares what documents give for one flow of trade of one period as one side reports it, and one
    number of a record (quantity, session number), and reports values that rounding does not bring
    together.

Why it is bad
    One of the two is wrong, or revised, and the reader cannot know which.

Example
    "In 2009 exports were $310 million" and, further down, "exports of 2009 came to $280 million".

Remedy
    Take the figure from the statistics, with the day on which it was published.

Known misses
    Figures whose reporter is not told, in two documents. A slipped unit is reported by C104, mirror
    figures by C108.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from comity.checking.disputes import disputes, told
from comity.checking.facts import Facts
from comity.checking.figures import comparable
from comity.checking.found import found
from comity.model.record import Finding

CODE = "C307"
NAME = "one-figure-told-twice"
SEVERITY: Final = "warning"

_SLOTS = ("quantity", "number")
_FAR = 3
"""Figures more times apart than this are of two things, not one told twice."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of figures of one flow and period that differ beyond their digits; each figure once."""
    for figures in comparable(facts):
        done: set[int] = set()
        for one, other in combinations(figures, 2):
            sources = {getattr(figure.claim.slots, "source", None) for figure in (one, other)} - {None}
            if one.period is None or one.period != other.period or id(other) in done or len(sources) > 1:
                continue
            if (
                one.claim.doc == other.claim.doc
                and one.claim.evidence[0][0] < other.claim.evidence[0][1]
                and (other.claim.evidence[0][0] < one.claim.evidence[0][1])
            ):
                continue  # two figures of one sentence are of two things
            apart = abs(one.value - other.value)
            small, large = sorted((abs(one.value), abs(other.value)))
            if apart <= (one.slack + other.slack) * 1.001 or small == 0 or large / small > _FAR:
                continue
            done.add(id(other))
            yield found(
                CODE,
                SEVERITY,
                facts.dyad(one.claim),
                [one.claim, other.claim],
                kind=getattr(one.claim.slots, "flow", "trade"),
                first=f"{one.value:.15g} {one.currency}",
                second=f"{other.value:.15g} {other.currency}",
                first_words=facts.words(one.claim),
                second_words=facts.words(other.claim),
                first_doc=one.claim.doc,
                second_doc=other.claim.doc,
            )
    for dispute in disputes(facts, _SLOTS):
        yield told(facts, CODE, SEVERITY, dispute)
