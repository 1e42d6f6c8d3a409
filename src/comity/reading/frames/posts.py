"""Posts: the offices that exist for the relations, between which states, and who is said to hold them when."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import msgspec

from comity.model.edtf import Date, DateError
from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import organisation_of
from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

HEADS = frozenset({"head-of-mission", "consul", "trade-representative"})


_ABBREVIATION = 4
"""The longest office in capitals that is one by its spelling."""


class Post(msgspec.Struct, frozen=True):
    """An office that one state keeps in another."""

    of: str
    to: str
    title: str | None = None


def is_post(actor: Actor) -> bool:
    """Whether the office of an actor is one of a mission; "Minister" is one where it is told to which state."""
    return actor.cls in HEADS or (actor.cls == "minister" and actor.to is not None)


def named_in_full(actor: Actor) -> bool:
    """Whether an actor is one person by name with a post by both its sides: "the Ambassador of A in B, N"."""
    sides = bool(sender(actor)) and bool(actor.to) and sender(actor) != actor.to
    return sides and bool(actor.person.name) and not (actor.plural or actor.former)


def sender(actor: Actor) -> str | None:
    """The state or organisation that a post is of: «посол ЕС в Грузии»."""
    return actor.state or (organisation_of(actor) if actor.to else None)


def is_office(unit: Unit) -> bool:
    """Whether a unit is the office of a mission without its holder."""
    return unit.kind == "actor" and not unit.value.person.name and is_post(unit.value)


def post_of(actor: Actor, context: Context) -> Post | None:
    """The post of an office as its phrase tells it, completed by the dyad or page at hand."""
    of, to = sender(actor), actor.to
    if of is None and to is not None:
        of = context.counterpart(to) or (context.home if context.home != to else None)
    elif to is None and of is not None:
        to = (
            context.counterpart(of) or _last_to(of, context) or (context.home if context.home != of else None)
        )
    if not of or not to or of == to or of in actor.also:
        return None
    return Post(of, to, actor.person.office)


def _last_to(of: str, context: Context) -> str | None:
    return context.post.to if context.post is not None and context.post.of == of else None


def announced(sentence: Sentence, context: Context) -> Post | None:
    """The post that the lead-in, the column's header or the headings above say the list or table is of."""
    title: str | None = None
    above = [sentence.lead, sentence.header, *reversed(sentence.headings)]
    above = [
        units for units in above if not _says(units, "credentials")
    ]  # news of a ceremony, no list's heading
    incoming = any(_says(units, "accredit") for units in above)
    for units in above:
        office = next((unit.value for unit in units if is_office(unit)), None)
        if office is None:
            mission = _headed(sentence, units, context)
            if mission is not None:
                return mission
            continue
        title = title or _title(office.person.office, sentence)
        post = _post_above(office, incoming, context)
        if post is not None:
            return Post(post.of, post.to, title)
    if title is None:
        return None
    page: Post | None = context.page_post or context.post
    return Post(page.of, page.to, title) if page is not None else None


def _title(office: str | None, sentence: Sentence) -> str | None:
    """The office that a heading tells of those below it: "FORMER AMBASSADORS" were ambassadors."""
    if not office:
        return None
    office = office.lower() if office.isupper() and len(office) > _ABBREVIATION else office
    first, _, rest = office.partition(" ")
    return rest if rest and sentence.language.key(first) in sentence.language.titles["former"] else office


def _says(units: Iterable[Unit], predicate: str) -> bool:
    return any(unit.kind == "trigger" and any(p == predicate for p, _ in unit.value) for unit in units)


def _post_above(office: Actor, incoming: bool, context: Context) -> Post | None:
    """The post of an office in a heading; "accredited" there turns an office of nobody into that of the row's state."""
    if office.state is not None or office.to is not None:
        return post_of(office, context)
    row, home = context.section, context.home
    if not row or not home or row == home:
        return None
    return Post(row, home, office.person.office) if incoming else Post(home, row, office.person.office)


def _headed(sentence: Sentence, units: Iterable[Unit], context: Context) -> Post | None:
    """ "The Belarusian mission in Havana was headed by:", "Heads of the mission": the post of a mission's head."""
    found = list(units)
    heads = any(unit.key in sentence.language.words["head_of"] for unit in found)
    if not (heads or _says(found, "serve")) or not any(unit.kind == "mission" for unit in found):
        return None
    return mission_post(found, context)


def stated(units: Iterable[Unit], context: Context) -> Post | None:
    """The post that units tell with both of its states: "A British Consulate was opened at Bangkok"."""
    told = list(units)
    found = [unit for unit in told if unit.kind in ("state", "place")]
    owner = next(
        (one for one, mission in pairwise(told) if mission.kind == "mission" and one.kind == "state"), None
    )
    if owner is not None:  # "B agreed to the elevation of A's Consulate": whose mission it is comes first
        found = [owner, *(unit for unit in found if unit is not owner)]
    codes = {str(unit.value[0]) if unit.kind == "state" else str(unit.value.state) for unit in found}
    return mission_post(found, context) if len(codes) == 2 else None


def mission_post(units: Iterable[Unit], context: Context) -> Post | None:
    """The post that a mission told in these units has: its state and where it is."""
    of = to = None
    for unit in units:
        if unit.kind == "state" and unit.mark not in ("place", "goal", "agent") and of is None:
            of = str(unit.value[0])
        elif unit.kind == "place" and to is None:
            to = str(unit.value.state)
        elif unit.kind == "state" and to is None and unit.value[0] != of:
            to = str(unit.value[0])
    if of is None and to is None:
        last: Post | None = context.mission or context.post
        return last
    of = of or context.counterpart(to) or (context.home if context.home != to else None)
    to = to or context.counterpart(of) or (context.home if context.home != of else None)
    return Post(of, to) if of and to and of != to else None


def since(day: Date | None) -> Date | None:
    """A term that begins on a day and whose end is not told."""
    return day if day is None or day.is_interval else Date.interval(day, None)


def term(start: Date | None, end: Date | None) -> Date | None:
    """A term from the date it began and the date it ended, as far as told."""
    if start is not None and start.is_interval and start.start is not None and start.end is not None:
        return start
    begin = start.start if start is not None and start.is_interval else start
    stop = end.end if end is not None and end.is_interval else end
    if begin is None and stop is None:
        return None
    try:
        return Date.interval(begin, stop)
    except DateError:  # an end before the beginning is of another term
        return since(begin)
