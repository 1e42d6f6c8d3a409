"""Occasions that no known verb tells, but that are settled in time and place: who reads of them knows that they were.

"Beirut saw a gala concert on 24 September 2011", "A beat B in a friendly match in P on …", "Days of Culture, P, June
2005": any verb of the past will do, or none at all, where the clause dates the occasion and places it with one of the
two states.
"""

from __future__ import annotations

from comity.knowledge import cities
from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.events.places import places_of
from comity.reading.frames.nouns import in_class, states_of, states_told
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import DATELINE, Unit

_MANY = frozenset({"summit", "conference", "forum"})
_MARKS = frozenset({"", "object", "place", "during", "with", "agent", "owner"})
_SHOWN = frozenset({"ceremony", "concert", "exhibition", "film", "festival"})
"""Types of occasion that a mission gives: one told by its common noun alone may well be one."""
_ACTS = frozenset(
    {"hold", "open", "exhibit", "celebrate", "receive", "participate", "perform", "sing", "pass", "become"}
)
"""Acts whose object an occasion is that was."""
_BESIDE = frozenset({"meet", "sign", "visit", "arrive", "agree", "receive", "recognise", "accede", "appoint"})
"""Acts that are told for themselves and of which an occasion of many states is only the setting."""


def settled(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether an occasion is told with its date and a place of one of the page's two states, as something that was."""
    units, clause = sentence.units, sentence.clause(index)
    event = units[index]
    pair = context.pair()
    if pair is None or context.loose or _within(sentence, index):
        return False
    if event.mark not in _MARKS and not _is_venue_of(sentence, index):
        return False
    others = [units[i] for i in clause if i != index and units[i].kind == "event"]
    if others and in_class(event, sentence, "anniversary"):
        return False  # "to mark the anniversary, an exhibition was held"
    if event.mark not in ("", "object", "place") and any(other.mark in ("", "object") for other in others):
        return False  # "the Day of A was celebrated with a concert"
    date = dated_act(date_unit(sentence, index))
    if date is None or date not in [units[i] for i in clause] or date.value.relation in ("since", "until"):
        return False
    placed = any(
        getattr(unit.value, "state", None) in pair and unit.mark != DATELINE
        for unit in places_of(sentence, index) or scene(sentence, clause)
    )
    if not placed and not _of_both(sentence, index, pair):
        return False
    acts = [i for i in clause if i != index and units[i].kind == "trigger" and is_verb(sentence, i)]
    if any(not is_fact(sentence, i) or _is_to(sentence, i) for i in (index, *acts)) or _open(
        sentence, clause
    ):
        return False
    before = next((i for i in reversed(acts) if i < index), None)
    if before is not None and event.mark in ("", "object") and not _does(sentence, before, event):
        return False  # "won the Festival of …", "gave the Festival its name"
    told = {predicate for i in acts for predicate, _ in units[i].value}
    if event.value.type in _MANY and not event.value.states:
        return event.mark in ("", "during") and not told
    return not (event.value.type in _MANY and event.mark and told & _BESIDE)


def given_by_side(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether what only a common noun names was given on a day in a town of one of the page's two states by the other's
    mission or envoy, or by somebody of it: "the Embassy staged a fashion show in P on …"."""
    units, clause = sentence.units, sentence.clause(index)
    pair, date = context.pair(), date_unit(sentence, index)
    if pair is None or context.loose or date is None or date.value.form == "year":
        return False
    places = places_of(sentence, index) or scene(sentence, clause)
    hosts = {getattr(unit.value, "state", None) for unit in places} & set(pair)
    if not hosts:
        return False
    envoy = any(
        units[i].kind == "mission"
        or (units[i].kind == "actor" and units[i].value.cls in ("head-of-mission", "consul"))
        for i in clause
    )
    weak = (
        sentence.language.phrase_key(units[index].value.head.lower()) in sentence.language.words["weak_event"]
    )
    if weak:
        return envoy and units[index].value.type in _SHOWN
    guests = {
        state
        for i in clause
        if units[i].kind in ("state", "actor", "organisation")
        for state in states_of(units[i])
    } & set(pair)
    between = any(units[i].kind in ("relations", "sides", "dyad") for i in clause)
    return envoy or between or bool(guests - hosts)


def _does(sentence: Sentence, verb: int, event: Unit) -> bool:
    """Whether a verb whose object an occasion is tells that it was."""
    told = predicates_of(sentence, verb)
    return bool(told & _ACTS) or ("provide" in told and event.value.type in ("concert", "course"))


def _of_both(sentence: Sentence, index: int, pair: tuple[str, str]) -> bool:
    """Whether a named occasion of one of the two states had guests of the other: "N of A was present at the P Book
    Fair"; or is of both: "the A–B Year of Culture"."""
    event = sentence.units[index].value
    towns = cities(sentence.language.code)
    own = set(event.states) | {town.state for word in event.name.split() for town in towns.get(word, ())[:1]}
    others = set(states_told(sentence, [i for i in sentence.clause(index) if i != index]))
    return bool(event.proper and own & set(pair) and set(pair) <= own | others)


def _is_venue_of(sentence: Sentence, index: int) -> bool:
    """Whether the words before an occasion only say that it was there: "P was the venue of the forum"."""
    low = sentence.units[max(index - 4, 0) : index]
    return sentence.units[index].mark == "of" and any(
        unit.key in sentence.language.words["venue"] for unit in low
    )


def _within(sentence: Sentence, index: int) -> bool:
    """Whether an occasion only says which other thing is meant: "tickets for the festival", "in the course of the
    exhibition's preparation"."""
    behind = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return behind is not None and behind.kind == "poss"


def scene(sentence: Sentence, clause: range) -> list[Unit]:
    """The towns that stand as the subject before the verb: "P saw a concert", «Б принял фестиваль»."""
    units = sentence.units
    return [units[i] for i in clause if units[i].kind == "place" and units[i].mark in ("", "place")][:1]


def _is_to(sentence: Sentence, act: int) -> bool:
    """Whether something is yet to be: "is to open", "was due to be held"."""
    before = sentence.units[max(0, act - 4) : act]
    to = [i for i, unit in enumerate(before) if unit.key == "to"]
    return bool(to) and any(unit.kind == "be" for unit in before[: to[-1]])


def _open(sentence: Sentence, clause: range) -> bool:
    """Whether a clause tells what is to come, may be or is denied."""
    units, words = sentence.units, sentence.language.words
    unreal = sentence.language.morphology.is_unreal
    return any(
        units[i].kind == "modal"
        or unreal(units[i])
        or units[i].key in words["negation"]
        or units[i].key in words["upcoming"]
        or units[i].key in words["undone"]
        for i in clause
    )
