"""What documents say differently of one thing: differences of records, and claims alone about acts
done once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from comity.checking.facts import Facts, Thing
from comity.checking.found import Severity, found
from comity.checking.known import existed, names_vanished, one_life
from comity.checking.texts import fold
from comity.checking.times import act_date
from comity.checking.wording import wording
from comity.model.claim import Claim, Mission, Relations, State, Twinning
from comity.model.edtf import Date
from comity.model.record import Finding

DATES = ("date", "appointed", "credentials", "left", "period")
"""The slots that hold dates."""

_ANEW = 5
"""Years between two recognitions of one state above which they are two acts."""

_SEVERAL_ACTS = ("relations", "recognition", "mission")


@dataclass(frozen=True)
class Dispute:
    """Two values of one slot of one thing, each with a claim that gives it."""

    kind: str
    dyad: tuple[State, ...]
    slot: str
    first: str
    second: str
    first_claim: Claim
    second_claim: Claim


def disputes(facts: Facts, slots: Collection[str]) -> Iterator[Dispute]:
    """Every difference of a record in one of the slots: its first value beside each other one.

    Two values out of the same words are two readings, not two sources. What one document says twice of
    relations, recognition and missions is mostly of two acts (recognised anew, raised in rank), and so it is
    between documents where relations were broken and resumed.
    """
    broken = {
        thing.dyad
        for thing in facts.things("relations")
        if thing.slots.act in ("severed", "suspended", "resumed")
    }
    for record in facts.records:
        for difference in record.differences:
            if difference.slot not in slots:
                continue
            values = [
                (_written(observation.value), claim)
                for observation in difference.observations
                if (
                    claim := next(
                        (facts.claim[one] for one in observation.claims if one in facts.claim), None
                    )
                )
            ]
            for value, claim in values[1:]:
                if value == values[0][0] or not _of_one_thing(
                    difference.slot, record.kind, values[0][1], claim
                ):
                    continue
                if difference.slot == "date" and _of_two_lives(facts, values[0][1], claim):
                    continue
                if record.kind == "agreement" and _one_amends(facts, values[0][1], claim):
                    continue
                if record.kind != "relations" or facts.dyad(claim) not in broken:
                    yield Dispute(
                        record.kind,
                        facts.dyad(claim),
                        difference.slot,
                        values[0][0],
                        value,
                        values[0][1],
                        claim,
                    )


def told(facts: Facts, code: str, severity: Severity, one: Dispute, **more: object) -> Finding:
    """The finding of a rule on a dispute: both values, each with its document and words, and what the rule adds."""
    first, second = one.first_claim, one.second_claim
    return found(
        code,
        severity,
        one.dyad,
        [first, second],
        kind=one.kind,
        first=one.first,
        second=one.second,
        first_words=facts.words(first),
        second_words=facts.words(second),
        first_doc=first.doc,
        second_doc=second.doc,
        **more,
    )


def acts_done_once(facts: Facts) -> Iterator[Dispute]:
    """Two dates that cannot both be right for an act that is done once, told in claims that no record joins.

    Relations are established once unless they were broken, an embassy opens once unless it closed, cities are
    twinned once; agreements are left to a rule of their own. Two dates
    within one document are let pass: they are mostly steps of one act (agreed, credentials presented,
    opened) or acts of two governments.
    """
    once: dict[tuple[object, ...], list[Thing]] = defaultdict(list)
    again: set[tuple[object, ...]] = set()
    for thing in facts.things("relations", "mission", "twinning"):
        slots = thing.slots
        if isinstance(slots, Relations):
            if slots.act == "established":
                once["relations", thing.dyad].append(thing)
            elif slots.act in ("severed", "suspended", "resumed", "ended"):
                again.add(("relations", thing.dyad))
        elif isinstance(slots, Mission) and slots.type == "embassy":
            key: tuple[object, ...] = ("mission", slots.sending, slots.receiving)
            if slots.act == "opened":
                once[key].append(thing)
            elif slots.act in ("closed", "suspended", "reopened", "moved"):
                again.add(key)
        elif isinstance(slots, Twinning) and len(slots.places) == 2:
            once["twinning", *sorted(fold(place) for place in slots.places)].append(thing)
    for key in sorted(once, key=str):
        dated = [thing for thing in once[key] if isinstance(thing.slots.date, Date)]
        if key in again or len(dated) < 2:
            continue
        first = min(dated, key=lambda thing: (thing.claims[0].doc, thing.claims[0].start))
        for other in dated:
            if _of_two_lives(facts, first.claims[0], other.claims[0]):
                continue
            if not other.slots.date.overlaps(first.slots.date) and not first.docs & other.docs:
                yield Dispute(
                    first.kind,
                    first.dyad,
                    "date",
                    str(first.slots.date),
                    str(other.slots.date),
                    first.claims[0],
                    other.claims[0],
                )


def _of_one_thing(slot: str, kind: str, one: Claim, other: Claim) -> bool:
    """Whether two claims can be meant for one thing, so that their difference is a contradiction."""
    first, second = act_date(one.slots), act_date(other.slots)
    if kind == "recognition" and _recognised_anew(first, second):
        return False
    if slot not in DATES and first is not None and second is not None and not first.overlaps(second):
        return False  # Who differs in the day and in all else tells of another thing.
    if one.doc != other.doc:
        return True
    if kind in _SEVERAL_ACTS or same_words(one, other):
        return False
    # A post is taken up anew with every rank and accreditation: only whole terms contradict each other.
    return kind != "tenure" or slot not in DATES or (_closed(first) and _closed(second))


def same_words(one: Claim, other: Claim) -> bool:
    """Whether two claims rest on the same words of one document: two readings, not two sources."""
    (start, end), (other_start, other_end) = one.evidence[0], other.evidence[0]
    return one.doc == other.doc and start < other_end and other_start < end


def _closed(date: Date | None) -> bool:
    return date is not None and date.is_interval and date.start is not None and date.end is not None


def _of_two_lives(facts: Facts, one: Claim, other: Claim) -> bool:
    """Whether one of the dates is of a time when one of the two states did not exist, which is another rule's,
    or was another than it is, so that what had begun began anew; also where the words of one say so.
    """
    first, second = act_date(one.slots), act_date(other.slots)
    dates = [date for date in (first, second) if date is not None]
    dyad = facts.dyad(one)
    if any(not existed(state, date) for state in dyad for date in dates):
        return True
    if any(names_vanished(state, facts.around(claim)) for state in dyad for claim in (one, other)):
        return True
    return (
        first is not None and second is not None and not all(one_life(state, first, second) for state in dyad)
    )


def _recognised_anew(first: Date | None, second: Date | None) -> bool:
    """Whether two dates of recognition are so far apart that a state was recognised in another form."""
    if first is None or second is None or first.lower is None or second.lower is None:
        return False
    return abs(first.lower.year - second.lower.year) > _ANEW


def _one_amends(facts: Facts, *claims: Claim) -> bool:
    """Whether one of two instruments is told to amend or supplement another: then they are two."""
    amends = [bool(wording().amends.search(facts.text(claim))) for claim in claims]
    return any(amends) and not all(amends)


def _written(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_written(one) for one in value)
    return str(value)
