"""What it does
    Lists treaties, agreements, conventions and protocols that are told as signed and of which no
    document tells the entry into force, three of a dyad or more, or any where a document
    is mostly about the dyad or it is told of another; one finding for each dyad.

Why it is bad
    What is signed does not yet bind: a brief must not call it part of the legal base without
    knowing.

Example
    "The agreement on social security was signed in 2008", and nothing more.

Remedy
    Add the dates of entry into force from the depositary's or ministry's list.

Known misses
    Instruments without a subject; instruments that bind from signature; one or two that are
    named in passing in documents about other states.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts, Thing
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.instruments import instruments
from comity.checking.known import of_others
from comity.checking.texts import fold
from comity.checking.wording import wording
from comity.model.claim import Claim
from comity.model.record import Finding

CODE = "C505"
NAME = "no-entry-into-force"
SEVERITY: Final = "info"

_BINDING = ("treaty", "agreement", "convention", "protocol")


_BESIDE = 250
"""Characters behind a signature in which it may be told that the instrument took effect."""

_LEAST = 3
"""Open instruments of a dyad that make a list, where no document is mostly about the dyad and no entry into force
is told of another."""


def check(facts: Facts) -> Iterator[Finding]:
    """Every dyad with such instruments; the first ones are shown."""
    told: set[tuple[str, ...]] = set()
    open_ones: dict[tuple[str, ...], list[Thing]] = defaultdict(list)
    for acts in instruments(facts):
        statuses = {thing.slots.status for thing in acts}
        if "in-force" in statuses:
            told.add(acts[0].dyad)
        if "in-force" in statuses or "terminated" in statuses or acts[0].slots.type not in _BINDING:
            continue
        signed = next((thing for thing in acts if thing.slots.status == "signed"), None)
        if signed is not None and not _told_beside(facts, signed):
            open_ones[signed.dyad].append(signed)
    for dyad, things in sorted(open_ones.items()):
        docs = {doc for thing in things for doc in thing.docs}
        if len(things) < _LEAST and dyad not in told and all(facts.main_dyad(doc) != dyad for doc in docs):
            continue
        things.sort(key=lambda thing: (thing.claims[0].doc, thing.claims[0].start))
        why = gap(facts, dyad, things, "force")
        yield found(
            CODE,
            SEVERITY,
            dyad,
            [*(thing.claims[0] for thing in things), *why.places],
            gap=why.kind,
            states=" ".join(dyad),
            number=len(things),
            words=facts.words(things[0], -1),
        )


def _told_beside(facts: Facts, signed: Thing) -> bool:
    """Whether the words beside a signature speak of force, or the sentence of other parties: either is no gap of the
    sources.
    """
    return any(
        _takes_effect(facts, claim) or of_others(signed.dyad, facts.sentence(claim))
        for claim in signed.claims
    )


def _takes_effect(facts: Facts, claim: Claim) -> bool:
    """Whether words of force stand beside a claim that are not those of another instrument."""
    before = facts.before(claim)
    match = wording().unread["force"].search(before + facts.onward(claim, _BESIDE))
    if match is None:
        return False
    at = claim.start - len(before) + match.start()
    said = [
        one
        for one in facts.of_doc(claim.doc)
        if one.kind == "agreement" and any(start <= at < end for start, end in one.evidence)
    ]
    return all(_subject(one) <= _subject(claim) for one in said)


def _subject(claim: Claim) -> set[str]:
    return set(fold(getattr(claim.slots, "subject", None) or "").split())
