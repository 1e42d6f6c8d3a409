"""Whom or what the verb of a hostile act befell, with all that tells whose it was: "expelled (two diplomats of B)"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from comity.reading.frames.incidents.deed import Deed
from comity.reading.frames.incidents.objects import elsewhere, fits, joined_verb, pronoun_behind, refused
from comity.reading.frames.incidents.people import named_before
from comity.reading.frames.incidents.predicates import HELD
from comity.reading.frames.incidents.relatives import antecedent
from comity.reading.frames.incidents.whose import apposed, at_mission, located, origin, under_flag
from comity.reading.frames.incidents.words import object_of
from comity.reading.frames.nouns import states_of
from comity.reading.units import Unit

_OF_NAMED_PEOPLE = frozenset({"expel", "protest", "recall", "detain"})
"""Acts done to people, whom a name or a post behind a comma tells: "the consul, X of B"."""
_IN_A_STATE = frozenset({"attack", "sanction"})
"""Acts done to a thing of which the place tells whose it is: "shelled a town in B"."""


def with_patient(deed: Deed) -> Deed:
    """The deed with what it was done to."""
    for step in _STEPS:
        thing = step(deed)
        if thing is not deed.thing:  # most steps leave it
            deed = replace(deed, thing=thing)
    return deed


def with_owner(deed: Deed) -> Deed:
    """The deed with what tells whose it is behind what it was done to: "a tanker (under the flag of B)", "two officers
    (at the embassy of B)".
    """
    sentence, clause, thing = deed.sentence, deed.clause, deed.thing
    thing = [*thing, *under_flag(sentence, thing, clause)]
    if deed.predicate in _OF_NAMED_PEOPLE:
        thing = [*thing, *apposed(sentence, thing, clause)]
    if deed.predicate == "expel" and deed.active:
        thing = [*thing, *origin(sentence, deed.index, thing, clause)]
    if deed.predicate == "expel":
        thing = [*thing, *at_mission(sentence, thing, clause)]
    return replace(deed, thing=thing)


def _object(deed: Deed) -> list[Unit]:
    """The object of a verb, or the subject of a passive one: "expelled (two diplomats)", "(two diplomats) were"."""
    sentence, index = deed.sentence, deed.index
    thing = object_of(sentence, index, deed.how, deed.clause)
    if not thing:
        thing = antecedent(sentence, index, deed.how, deed.clause)
    if not thing and deed.active and not joined_verb(sentence, index):
        thing = elsewhere(sentence, index, deed.predicate, deed.clause)
    if deed.predicate == "refuse_entry" and deed.active and deed.cased:
        thing = refused(sentence, index, deed.clause) or thing
    return thing


def _held_behind(deed: Deed) -> list[Unit]:
    """Those held whom the verb stands before: «в А задержан (23-летний Б)»."""
    if not (deed.passive and deed.predicate in HELD and deed.cased):
        return deed.thing
    subject = any(unit.case.startswith("nom") or unit.case in ("", "counted") for unit in deed.thing)
    if subject and any(map(states_of, deed.thing)):
        return deed.thing
    behind = object_of(deed.sentence, deed.index, "active", deed.clause)
    return behind if not subject or any(map(states_of, behind)) else deed.thing


def _banned_goods(deed: Deed) -> list[Unit]:
    """What a ban is on, behind a passive verb: «(в А) введён запрет на (ввоз …)»."""
    if not (deed.passive and deed.predicate == "ban"):
        return deed.thing
    on_goods = bool(deed.behind) and deed.behind[0].value == "goal"
    if deed.thing and not (on_goods and _holds_noun(deed)):
        return deed.thing
    return object_of(deed.sentence, deed.index + 1, "active", deed.clause)


def _holds_noun(deed: Deed) -> bool:
    """Whether a verb holds the noun of the ban, so that what is banned stands behind: «введён запрет на ввоз»."""
    return deed.cased and " " in deed.verb.key


def _expelled_before(deed: Deed) -> list[Unit]:
    """Those expelled whom the words before the verb tell: «список (дипломатов А), объявленных …», "expelled them"."""
    if deed.predicate != "expel":
        return deed.thing
    beside = deed.passive and deed.cased and deed.before.text == ","
    described = beside and not fits(deed.sentence, deed.thing, deed.predicate)
    if described or (not deed.thing and pronoun_behind(deed.sentence, deed.index)):
        return named_before(deed.sentence, deed.index, deed.clause)
    return deed.thing


def _where_it_is(deed: Deed) -> list[Unit]:
    """What was attacked or put under sanctions, with the state in which it is: "shelled a town (in B)"."""
    thing = deed.thing
    if deed.predicate in _IN_A_STATE and deed.active and not any(map(states_of, thing)):
        return [*thing, *located(deed.sentence, deed.index + len(thing) + 1, deed.clause)]
    return thing


_STEPS: tuple[Callable[[Deed], list[Unit]], ...] = (
    _object,
    _held_behind,
    _banned_goods,
    _expelled_before,
    _where_it_is,
)
