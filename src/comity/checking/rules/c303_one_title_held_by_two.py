"""What it does
    Reports two people whom one document gives the same title in the same state, where there is one
    such post in a place (honorary consul, consul general, military attaché), with no place or time
    that tells them apart.

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
from itertools import combinations
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.posts import Held, held, post, same_person
from comity.checking.texts import YEAR, fold
from comity.model.claim import Claim
from comity.model.record import Finding

CODE = "C303"
NAME = "one-title-held-by-two"
SEVERITY: Final = "info"

_PLACE = re.compile(r"\b(?:in|at|for|в|во|на)\s+((?:the\s+)?[A-ZА-ЯЁ][\w-]+(?:[ -][A-ZА-ЯЁ][\w-]+)*)")


def check(facts: Facts) -> Iterator[Finding]:
    """Every title in one document with two holders or more whom neither time nor place tells apart, once."""
    posts: dict[tuple[str, str, str, str], list[Held]] = defaultdict(list)
    for one in held(facts):
        if one.name and post(one):
            for doc in sorted(one.thing.docs):
                posts[doc, one.of, one.to, fold(post(one))].append(one)
    for (doc, of, to, _), holders in sorted(posts.items()):
        pair = next((two for two in combinations(holders, 2) if not _told_apart(facts, doc, *two)), None)
        if pair is None:
            continue
        first, second = pair
        yield found(
            CODE,
            SEVERITY,
            first.thing.dyad,
            [_claim(one, doc) for one in (*pair, *(one for one in holders if one not in pair))],
            office=post(first),
            of=of,
            to=to,
            first=first.name,
            second=second.name,
            first_words=facts.words(_claim(first, doc), keep=first.name),
            second_words=facts.words(_claim(second, doc), keep=second.name),
        )


def _claim(one: Held, doc: str) -> Claim:
    return next(claim for claim in one.thing.claims if claim.doc == doc)


def _told_apart(facts: Facts, doc: str, one: Held, other: Held) -> bool:
    if same_person(one, other):
        return True
    if one.date is not None and other.date is not None and not one.date.overlaps(other.date):
        return True
    if (one.date is None) != (other.date is None):
        return True
    texts = [facts.text(_claim(held, doc)) for held in (one, other)]
    if any(YEAR.search(text) for text in texts):
        return True
    first, second = map(_places, texts)
    return bool(first) and bool(second) and not first & second


def _places(text: str) -> set[str]:
    return {fold(place) for place in _PLACE.findall(text)}
