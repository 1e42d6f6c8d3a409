"""What it does
    Reports two people whom one document gives the same title in the same state, such as honorary
    consul, with no place or time that tells them apart.

Why it is bad
    One of them may have left, or they serve in two cities: the reader cannot tell whom to write to.

Example
    "… thanks to P. Lindqvist, Honorary Consul of Mali in Sweden …", and later "Honorary Consul of
    Mali in Sweden J. Ek".

Remedy
    Add the city or consular district and the years of each.

Known misses
    Heads of mission, whose terms C202 compares; titles worded in two ways.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.posts import Held, held, same_person, title
from comity.checking.texts import fold
from comity.checking.wording import is_head
from comity.model.claim import Claim
from comity.model.record import Finding

CODE = "C303"
NAME = "one-title-held-by-two"
SEVERITY: Final = "info"

_PLACE = re.compile(r"\b(?:in|at|for|в|во|на)\s+((?:the\s+)?[A-ZА-ЯЁ][\w-]+(?:[ -][A-ZА-ЯЁ][\w-]+)*)")


def check(facts: Facts) -> Iterator[Finding]:
    """Every pair of people in one document with one title, neither told apart by time nor by place."""
    posts: dict[tuple[str, str, str, str], list[Held]] = defaultdict(list)
    for one in held(facts):
        if one.name and one.office and not is_head(one.office):
            for doc in sorted(one.thing.docs):
                posts[doc, one.of, one.to, title(one)].append(one)
    for (doc, of, to, _), holders in sorted(posts.items()):
        for index, one in enumerate(holders):
            for other in holders[index + 1 :]:
                if same_person(one, other) or _told_apart(facts, doc, one, other):
                    continue
                yield found(
                    CODE,
                    SEVERITY,
                    one.thing.dyad,
                    [_claim(one, doc), _claim(other, doc)],
                    office=one.office,
                    of=of,
                    to=to,
                    first=one.name,
                    second=other.name,
                    first_words=facts.words(_claim(one, doc)),
                    second_words=facts.words(_claim(other, doc)),
                )


def _claim(one: Held, doc: str) -> Claim:
    return next(claim for claim in one.thing.claims if claim.doc == doc)


def _told_apart(facts: Facts, doc: str, one: Held, other: Held) -> bool:
    if one.date is not None and other.date is not None and not one.date.overlaps(other.date):
        return True
    if (one.date is None) != (other.date is None):
        return True
    first, second = (_places(facts.text(_claim(held, doc))) for held in (one, other))
    return bool(first) and bool(second) and not first & second


def _places(text: str) -> set[str]:
    return {fold(place) for place in _PLACE.findall(text)}
