"""Why something is missing: not told by the sources, told but not yet read, or contradicted by them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from comity.checking.disputes import DATES
from comity.checking.facts import Facts, Thing
from comity.checking.known import of_others
from comity.checking.texts import YEAR
from comity.checking.wording import wording
from comity.model.claim import Claim, State
from comity.model.record import Evidence

_MOST = 3


@dataclass(frozen=True)
class Gap:
    """The kind of a gap; `places` are the unread sentences that may fill it, the first three."""

    kind: Literal["untold", "unread", "contradicted"]
    places: tuple[Evidence, ...] = ()


def gap(
    facts: Facts,
    dyad: tuple[State, ...],
    things: Iterable[Thing | Claim],
    what: str,
    years: tuple[int | None, int | None] = (None, None),
    *,
    dated: bool = False,
) -> Gap:
    """What kind of gap there is between or after some things.

    It is contradicted where sources differ on the dates of these things. It is unread where a document that tells
    of them, and of these two states mostly, has a sentence with the words of `what` (heads, visits, agreements,
    relations, force, sessions) that reading could make nothing of, with no year (where it is not `dated`) or one
    within `years`, and that is not about other states. Else it is untold.
    """
    some = list(things)
    if any(
        difference.slot in DATES
        for thing in some
        if isinstance(thing, Thing)
        for difference in thing.differences
    ):
        return Gap("contradicted")
    docs = {doc for one in some for doc in (one.docs if isinstance(one, Thing) else {one.doc})}
    places = [
        place
        for doc in sorted(docs)
        if facts.main_dyad(doc) == dyad and doc in facts.documents
        for place in facts.unread.get(doc, ())
        if _may_fill(words := facts.documents[doc].text[slice(*place.span)], what, years, dated)
        and not of_others(dyad, words)
    ]
    return Gap("unread", tuple(places[:_MOST])) if places else Gap("untold")


def _may_fill(text: str, what: str, years: tuple[int | None, int | None], dated: bool) -> bool:
    if not wording().unread[what].search(text):
        return False
    told = [int(year) for year in YEAR.findall(text)]
    first, last = years
    return (not told and not dated) or any(
        (first is None or year >= first) and (last is None or year <= last) for year in told
    )
