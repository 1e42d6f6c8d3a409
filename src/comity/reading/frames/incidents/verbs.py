"""A hostile act that a verb tells: "A expelled two diplomats of B", "the embassy of B was stormed"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, private
from comity.reading.frames.incidents.deed import Deed, Sides
from comity.reading.frames.incidents.implied import with_doer
from comity.reading.frames.incidents.manner import is_doer, told_how
from comity.reading.frames.incidents.objects import fits, from_entering, on_envoys, their_own
from comity.reading.frames.incidents.parties import parties
from comity.reading.frames.incidents.patients import with_owner, with_patient
from comity.reading.frames.incidents.phrasing import plain_words, who_was_recalled
from comity.reading.frames.incidents.predicates import HELD, OF_A_THING
from comity.reading.frames.incidents.sides import sides
from comity.reading.frames.incidents.summons import (
    after_summons,
    protested_anyway,
    summoned_others,
    summons,
)
from comity.reading.frames.incidents.words import DATED, draft_of, is_envoy
from comity.reading.frames.nouns import act_of, head_before, in_class, noun_of, states_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_DONE = frozenset({"declare_war", "protest", "sanction", "close_border", "close_borders", "close_airspace"})
"""Acts whose English form in -ed is a simple past where no "was" stands before it: "A protested"."""


def act(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a verb tells."""
    deed = _deed(sentence, index, predicate, context)
    if deed is None or (predicate == "recall" and _is_by_term(deed)):
        return None
    deed = with_patient(deed)
    if _is_sent_home_by_its_own(deed):
        return None
    if _is_among_its_own(deed):
        return None
    deed = with_owner(deed)
    if predicate == "attack" and not deed.thing and _invades_here(deed):
        return _invasion(deed)
    if not fits(sentence, deed.thing, deed.predicate) or not _has_its_day(deed):
        return None
    told = with_doer(deed, sides(deed))
    found = parties(deed, told) if told is not None else None
    if told is None or found is None:
        return None
    private = _is_by_private_people(deed, told, found.by)
    if deed.predicate == "attack" and not private and not _is_between_forces(deed, told, found.by):
        return None
    by = None if private else found.by
    return draft_of(sentence, index, _wording(deed), by, found.against, deed.thing, context, private=private)


def _deed(sentence: Sentence, index: int, predicate: str, context: Context) -> Deed | None:
    """What a verb tells, in which voice; none where it tells no act, or one that another verb tells."""
    how = told_how(sentence, index)
    if how not in ("active", "passive") or _is_ammunition(sentence, index):
        return None
    if predicate in ("recall", "expel") and how == "passive" and is_doer(sentence, index):
        return None
    if predicate == "ban" and from_entering(sentence, index):
        predicate = "refuse_entry"
    if predicate == "protest" and _is_told_by_summons(sentence, index, how):
        return None
    if how == "passive" and _is_simple_past(sentence, index, predicate):
        how = "active"
    return Deed(sentence, index, predicate, how, sentence.clause(index), context)


def _is_among_its_own(deed: Deed) -> bool:
    """Whether authorities of a state held its own people: "A police arrested an A businessman"."""
    fined = deed.predicate == "sanction" and deed.verb.key == "fined"
    if not (fined or deed.predicate in HELD) or not deed.active:
        return False
    last = deed.index - (deed.before.kind in ("be", "have"))
    before = deed.sentence.units[max(head_before(deed.sentence, last), deed.clause.start) : last]
    doers = {state for unit in before if not unit.mark for state in states_of(unit)}
    return bool(doers) and doers == set(deed.targets)


def _is_by_term(deed: Deed) -> bool:
    """Whether an envoy was called back because a term ended: "was recalled at the end of her term"."""
    return any(in_class(unit, deed.sentence, "term_ends") for unit in deed.behind)


def _is_told_by_summons(sentence: Sentence, index: int, how: str) -> bool:
    """Whether a protest is one act with a summons: "summoned the ambassador and lodged a protest"; headlines leave it
    to the item.
    """
    return (
        protested_anyway(sentence, index)
        or after_summons(sentence, index)
        or summoned_others(sentence, index, how)
        or (sentence.block.kind == "heading" and summons(sentence, index))
    )


def _is_simple_past(sentence: Sentence, index: int, predicate: str) -> bool:
    """Whether what may be a participle is a simple past: "A protested", and not "war was declared"."""
    alone = bool(index) and sentence.units[index - 1].kind != "be"
    return alone and predicate in _DONE and not sentence.language.cases


def _is_sent_home_by_its_own(deed: Deed) -> bool:
    """Whether those sent home were sent by whoever had called them: "sent home its staff", "soldiers of B"."""
    sends = deed.sentence.language.words["sends"]
    if deed.predicate != "expel" or deed.verb.key.split(" ")[0] not in sends:
        return False
    if not any(is_envoy(deed.sentence, unit) for unit in deed.thing):
        return True
    return their_own(deed.sentence, deed.thing) and not deed.targets


def _has_its_day(deed: Deed) -> bool:
    """Whether an act that is often told of history has a date, or is today's news."""
    sentence, index = deed.sentence, deed.index
    return (
        deed.predicate not in DATED
        or date_unit(sentence, index) is not None
        or _goes_on(sentence, index)
        or _barred(deed)
        or _of_today(deed)
    )


def _is_by_private_people(deed: Deed, told: Sides, by: str | None) -> bool:
    """Whether private people did it to a mission or its people: "demonstrators attacked the embassy of B"."""
    sentence, index, thing = deed.sentence, deed.index, deed.thing
    if deed.predicate == "seize" and by is None and deed.active and on_envoys(sentence, thing):
        return bool(told.targets) and private.told_private(sentence, index, deed.clause)
    if deed.predicate != "attack" or _is_between_forces(deed, told, by):
        return False
    by_agent = any(unit.kind == "preposition" and unit.value == "agent" for unit in sentence.units[index:])
    by_somebody = deed.active or by_agent or any(unit.kind == "mission" for unit in thing)
    named = not thing or any(unit.kind in ("state", "actor") and states_of(unit) for unit in thing)
    return by_somebody and named and on_envoys(sentence, thing)


def _is_between_forces(deed: Deed, told: Sides, by: str | None) -> bool:
    """Whether an attack is one of states or of what is theirs: "troops of A shelled B"."""
    foreign = bool(told.targets)
    return adversaries.between_forces(deed.sentence, deed.index, deed.clause, deed.how, by, foreign)


def _wording(deed: Deed) -> str:
    """The act in the words of a claim: "expulsion of two diplomats"."""
    sentence, predicate, thing, verb = deed.sentence, deed.predicate, deed.thing, deed.verb.key
    words = who_was_recalled(sentence, thing) if predicate == "recall" else plain_words(sentence, thing)
    if predicate == "ban" and thing and _is_unknown_verb(sentence, thing[0]):
        words = ""  # «запретил (заходить в порты)»
    if predicate == "ban" and thing and voice(sentence, sentence.index(thing[0])) == "infinitive":
        return _barred_act(deed, words)
    people = any(unit.kind in ("word", "actor") for unit in thing)
    if predicate == "refuse_entry" and (not people or (deed.active and deed.cased)):
        return noun_of(sentence, predicate, verb)  # «запретила въезд трём …»
    if predicate in OF_A_THING:
        return act_of(sentence, predicate, words, verb)
    return noun_of(sentence, predicate, verb)


def _barred_act(deed: Deed, words: str) -> str:
    """A ban by what may no longer be done, told by a verb: «(запретил) ввозить рыбу» is «запрет на ввоз рыбы»."""
    sentence, thing = deed.sentence, deed.thing
    told, _ = thing[0].value[0]
    noun = noun_of(sentence, told, thing[0].key)
    goods = plain_words(sentence, thing[1:])
    if not noun or not goods:
        return f"{noun_of(sentence, deed.predicate)} {words}"
    return act_of(sentence, deed.predicate, f"{noun} {sentence.language.morphology.genitive(goods)}")


def _of_today(deed: Deed) -> bool:
    """Whether acts without a date are today's news, or told in a text that is no page about states."""
    context = deed.context
    return context.news or (context.home is None and context.pair() is None and deed.sentence.block.row < 0)


def _barred(deed: Deed) -> bool:
    """Whether a ban of today's news tells whose goods it is on: no date is needed then."""
    if deed.predicate != "ban" or not deed.thing or voice(deed.sentence, deed.index) != "active":
        return False
    return any(unit.mark == "source" and states_of(unit) for unit in deed.behind)


def _invades_here(deed: Deed) -> bool:
    """Whether a verb of invading has no object but a date, so that it is the page's own state that was invaded."""
    sentence, index = deed.sentence, deed.index
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    alone = after is not None and after.kind in ("preposition", "date", "punct")
    invades = (
        alone and voice(sentence, index) == "bare" and deed.verb.key in sentence.language.words["invades"]
    )
    return invades and deed.context.home is not None


def _invasion(deed: Deed) -> Draft | None:
    """ "A invaded on 3 May 1950", on a page of B."""
    sentence, index, clause, context = deed.sentence, deed.index, deed.clause, deed.context
    by = adversaries.subject(sentence, index, clause)
    against = context.counterpart(by) or context.home
    told_of_others = any(states_of(unit) for unit in deed.behind)
    if by is None or date_unit(sentence, index) is None or told_of_others:
        return None
    if not adversaries.between_forces(sentence, index, clause, "active", by, True):
        return None
    return draft_of(sentence, index, noun_of(sentence, "attack", deed.verb.key), by, against, [], context)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether an act goes on with a dated one of the same clause: "expelled the envoy on 3 May and suspended aid"."""
    units, clause = sentence.units, sentence.clause(index)
    joined = index > clause.start and (units[index - 1].kind == "and" or units[index - 1].text == ",")
    if not joined or sentence.language.cases:
        return False
    first = next((i for i in range(clause.start, index - 1) if is_verb(sentence, i)), None)
    return first is not None and any(units[i].kind == "date" for i in range(clause.start, index))


def _is_ammunition(sentence: Sentence, index: int) -> bool:
    """Whether a word is a weapon and not what is done with it: "two mortar shells landed"."""
    units = sentence.units
    if sentence.language.cases or index < 1:
        return False
    before = units[index - 1]
    after = units[index + 1] if index + 1 < len(units) else None
    kind = units[index].value[0][0]
    base = all(form == "base" for _, form in units[index].value)
    if base and before.kind in ("preposition", "determiner") and before.key != "to":
        return True  # "a series of bomb explosions"
    beside = (one for one in (before, after) if one is not None and one.kind == "trigger")
    return before.kind == "amount" or any(kind == predicate for one in beside for predicate, _ in one.value)


def _is_unknown_verb(sentence: Sentence, unit: Unit) -> bool:
    """Whether what is banned is a verb of which no noun is known."""
    return bool(sentence.language.cases) and unit.kind == "word" and unit.text.endswith(("ть", "ться", "ти"))
