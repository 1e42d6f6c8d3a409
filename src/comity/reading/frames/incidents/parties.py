"""Between which two states the hostile act of a verb is, by its own words and by what the document told before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from comity.knowledge.states import states
from comity.reading.discourse import Context
from comity.reading.frames.incidents import domestic, opposed, targets, unnamed
from comity.reading.frames.incidents.deed import Deed, Parties, Sides
from comity.reading.frames.incidents.objects import is_post, their_own
from comity.reading.frames.incidents.predicates import (
    ANNOUNCED,
    BETWEEN_THE_TWO,
    HELD,
    OF_A_BODY,
    WITH_NATION,
)
from comity.reading.frames.incidents.words import is_envoy
from comity.reading.units import Unit

_SUFFERED = frozenset({"detain", "impound", "seize", "nationalise", "freeze"})
"""Acts that befall people and things of a state, of which a page about two states need not say who did them."""


def parties(deed: Deed, told: Sides) -> Parties | None:
    """Both states of a deed; none where it is between no two states."""
    found = _of_recall(deed, told) if deed.predicate == "recall" else _of_act(deed, told)
    return _told_elsewhere(deed, told, found) if found is not None else None


def _of_recall(deed: Deed, told: Sides) -> Parties | None:
    """Who recalled an envoy, and from where: "A recalled its ambassador from B", "the B ambassador was recalled"."""
    context, own = deed.context, their_own(deed.sentence, deed.thing)
    if any(u.kind == "actor" and u.value.to and u.value.to not in states() for u in deed.thing):
        return None  # "recalled its ambassador to the United Nations"
    by = told.subject
    if not by and not own and not _only_where(deed.thing):
        by = told.target
    if not by and _has_pronoun(deed):
        by = context.counterpart(told.marked)
    to, marked = deed.served_in, told.marked_as_other_than(by)
    there = next(iter(told.without(by)), None)
    if deed.cased and told.subject is not None:  # «отозвала посла из Б в знак протеста против …»
        against = to or there or marked
    else:
        against = to or marked or (there if own else None)
    return Parties(by, against or context.counterpart(by) or _home(by, context))


def _only_where(thing: list[Unit]) -> bool:
    """Whether the states told with envoys are those they served in: «(отозвал) послов в А и Б»."""
    named = [unit for unit in thing if unit.kind == "state"]
    posted = any(unit.kind == "actor" and unit.value.to for unit in thing)
    return posted and bool(named) and all(unit.case == "loc" for unit in named)


def _of_act(deed: Deed, told: Sides) -> Parties | None:
    """Both states of any other act: first by its own words, then by what each kind of act implies."""
    by = told.subject
    against = next(iter(told.without(by)), None) or told.marked_as_other_than(by)
    if against is None and deed.predicate in OF_A_BODY:
        against = targets.bloc(deed.sentence, deed.index, deed.clause)
    if deed.predicate in WITH_NATION and against is None:
        return None
    if deed.predicate == "close" and is_post(deed.thing):
        closed_theirs = deed.active and bool(told.subject) and against in told.targets
        if not closed_theirs:
            return None
    found = Parties(by, against)
    for step in _STEPS:
        found = step(deed, found)
    return found


def _held_where(deed: Deed, found: Parties) -> Parties:
    """The state in which somebody was held did it: "a trawler of B was seized (in the waters of A)"."""
    if found.by is not None or not deed.subjectless or deed.predicate not in HELD | {"freeze"}:
        return found
    by = opposed.where(deed.sentence, deed.index, deed.clause, found.against)
    return replace(found, by=by or deed.served_in)


def _whose_nationals(deed: Deed, found: Parties) -> Parties:
    """Whom an act is against by those who may not enter: «запретила въезд 20 чиновникам (А)»."""
    refused = deed.predicate == "refuse_entry" or (deed.predicate == "revoke" and not found.against)
    if not deed.cased or not refused:
        return found
    against = opposed.of_nationals(deed.sentence, deed.index, deed.clause, found.by)
    return replace(found, against=against or found.against)


def _kept_out_of(deed: Deed, found: Parties) -> Parties:
    """The state that somebody may not enter did it: «политологу из Б запретили въезд (в А)»."""
    if deed.predicate != "refuse_entry" or found.by is not None:
        return found
    sentence, index, clause, against = deed.sentence, deed.index, deed.clause, found.against
    by = opposed.entered(sentence, index, clause) if deed.passive else None
    if by is None and deed.cased and against is not None:
        by = opposed.goal_of(sentence, index, clause, against)
        by = by or opposed.where(sentence, index, clause, against)
    return replace(found, by=by)


def _announced(deed: Deed, found: Parties) -> Parties:
    """The state whose authorities tell of an act did it: «…задержаны двое граждан Б, сообщили (в МВД А)»."""
    if found.by is not None or not deed.subjectless or deed.predicate not in ANNOUNCED:
        return found
    sentence, index, against = deed.sentence, deed.index, found.against
    by = unnamed.announcer(sentence, index, against) or unnamed.said_before(sentence, index, against)
    if by is None and deed.context.news and deed.predicate in HELD:
        by = unnamed.teller(sentence, deed.context.upcoming(), against)
    return replace(found, by=by)


def _between_the_two(deed: Deed, found: Parties) -> Parties:
    """The other state of a document about two: "two diplomats of B were expelled", on a page of A and B."""
    if deed.predicate not in BETWEEN_THE_TWO and not (deed.predicate == "revoke" and deed.passive):
        return found
    by = found.by or _doer_of_two(deed, found.against)
    against = found.against
    if against is None and deed.predicate == "declare_war":
        against = opposed.once_related(deed.sentence, by)
    if against is None and by is not None and deed.context.news:
        against = opposed.other_told(deed.sentence, by)
    return Parties(by, against or deed.context.counterpart(by) or _home(by, deed.context))


def _doer_of_two(deed: Deed, against: str | None) -> str | None:
    """Who of two states did it where nobody, or only a pronoun, is told as the doer: "it was closed"."""
    received = deed.predicate == "protest" and any(is_envoy(deed.sentence, unit) for unit in deed.thing)
    if received and deed.served_in:
        return deed.served_in
    unsaid = deed.passive or received or _has_pronoun(deed) or domestic.by_them(deed.sentence, deed.index)
    return deed.context.counterpart(against) if unsaid else None


def _suffered(deed: Deed, found: Parties) -> Parties:
    """The page's own state did what befell those of another: "a ship of B was seized"."""
    unsaid = found.by is None and deed.passive and deed.predicate in _SUFFERED
    if not unsaid or deed.context.loose:
        return found
    by = domestic.nobody_told(deed.sentence, deed.index, found.against, deed.context)
    return replace(found, by=by)


def _frozen_assets(deed: Deed, found: Parties) -> Parties:
    """Assets frozen by another are those of the page's own state: "A froze (its) assets"."""
    home = deed.context.home
    if deed.predicate == "freeze_assets" and found.against is None and home != found.by:
        return replace(found, against=home)
    return found


_STEPS: tuple[Callable[[Deed, Parties], Parties], ...] = (
    _held_where,
    _whose_nationals,
    _kept_out_of,
    _announced,
    _between_the_two,
    _suffered,
    _frozen_assets,
)


def _told_elsewhere(deed: Deed, told: Sides, found: Parties) -> Parties:
    """Whom it was against by the rest of the sentence or the one before: "Relations of A and B … A expelled two"."""
    by, against, context = found.by, found.against, deed.context
    if against is None and by is not None and context.news and deed.predicate in BETWEEN_THE_TWO | {"recall"}:
        against = opposed.other_told(deed.sentence, by)
        against = against or opposed.told_before(deed.sentence, context.named, by)
    if against is None and told.carried and by == told.carried[0] and deed.predicate in BETWEEN_THE_TWO:
        against = told.carried[1]
    return Parties(by, against)


def _has_pronoun(deed: Deed) -> bool:
    """Whether a pronoun is the subject: "It then withdrew …" tells no state of its own."""
    near = range(max(deed.clause.start, deed.index - 3), deed.index)
    return any(deed.sentence.units[i].kind == "pronoun" for i in near)


def _home(by: str | None, context: Context) -> str | None:
    """The document's own state, where another did it and nobody else is told: "In response, A withdrew its envoy"."""
    named = [state for state in context.told if state not in (by, context.home)]
    return context.home if by is not None and by != context.home and not named else None
