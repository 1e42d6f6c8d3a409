"""Acts that several states did together or to one another."""

from __future__ import annotations

import itertools

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, opposed
from comity.reading.frames.incidents.handed import protested_to
from comity.reading.frames.incidents.manner import told_how
from comity.reading.frames.incidents.objects import fits
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.verbs import act
from comity.reading.frames.incidents.words import draft_of, is_envoy, object_of
from comity.reading.frames.nouns import (
    act_of,
    in_class,
    phrase,
    states_of,
    wording,
)
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_NEAR = 5
"""Units between a verb of exchanging and what was exchanged."""


def acts(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """The act that a verb tells; two where both sides did it."""
    clause = sentence.clause(index)
    sides = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if sentence.units[i].kind in ("sides", "dyad", "state") or _acts_itself(sentence.units[i])
        ),
        None,
    )
    pair = context.pair()
    if (
        pair
        and predicate in ("expel", "recall")
        and (mutual := _each_side(sentence, index, predicate, pair, context))
    ):
        return mutual
    if (
        sides is not None
        and sentence.units[sides].kind == "sides"
        and sentence.units[sides - 1].kind not in ("word", "amount")  # «ещё одна страна»
        and pair
        and not sentence.units[sides].mark
        and predicate in ("expel", "recall")
    ):
        thing = object_of(sentence, index, "active", clause)
        if told_how(sentence, index) != "active" or not any(is_envoy(sentence, unit) for unit in thing):
            return []
        told = act_of(
            sentence,
            predicate,
            plain_words(sentence, [unit for unit in thing if unit.kind not in ("poss", "sides")]),
        )
        both = [
            draft_of(sentence, index, told, one, other, [sentence.units[sides], *thing], context)
            for one, other in (pair, pair[::-1])
        ]
        return [draft for draft in both if draft is not None]
    if predicate in ("expel", "recall") and (found := _each_other(sentence, index, predicate, context)):
        return found
    if predicate == "protest" and (found := protested_to(sentence, index, context)):
        return found
    draft = act(sentence, index, predicate, context)
    return _by_all(sentence, index, draft) if draft is not None else []


def _each_side(
    sentence: Sentence, index: int, predicate: str, pair: tuple[str, str], context: Context
) -> list[Draft]:
    """What each of the two did to the other: "each country sent home two of the other's diplomats"."""
    units, clause, words = sentence.units, sentence.clause(index), sentence.language.words
    first = next((i for i in range(index - 1, clause.start, -1) if units[i].key in words["one_side"]), 0)
    if not first or units[first - 1].key not in words["each"] or told_how(sentence, index) != "active":
        return []
    thing = object_of(sentence, index, "active", clause)
    if not any(is_envoy(sentence, unit) for unit in thing):
        return []
    people = [u for u in thing if u.kind not in ("poss", "sides", "determiner", "preposition")]
    told = act_of(sentence, predicate, plain_words(sentence, people))
    both = [draft_of(sentence, index, told, a, b, thing, context) for a, b in (pair, pair[::-1])]
    return [draft for draft in both if draft is not None]


def exchanged(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """What two states did to one another by a noun: "A and B exchanged expulsions", «А и Б обменялись высылкой»."""
    units, clause = sentence.units, sentence.clause(index)
    near = range(index - 1, max(clause.start, index - _NEAR) - 1, -1)
    verb = next((i for i in near if in_class(units[i], sentence, "swaps")), None)
    if verb is None or predicate not in ("expel", "recall", "sanction", "attack"):
        return []
    by = adversaries.subject(sentence, verb, clause)
    others = adversaries.joined(sentence, verb, by) if by else []
    pair = (others[0], by) if by and len(others) == 1 else context.pair()
    if pair is None or (by is not None and by not in pair):
        return []
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    told = wording(sentence, [unit for unit in units[index:stop] if unit.kind != "determiner"])
    if sentence.language.cases:
        told = act_of(sentence, predicate, plain_words(sentence, units[index + 1 : stop]), units[index].key)
    both = [
        draft_of(sentence, index, told, a, b, [units[verb], units[stop - 1]], context)
        for a, b in (pair, pair[::-1])
    ]
    return [draft for draft in both if draft is not None]


def _acts_itself(unit: Unit) -> bool:
    """Whether a capital or institution of a state is the subject, named or not: «стороны …: Прага выслала»."""
    return unit.kind in ("place", "organisation") and not unit.mark and bool(states_of(unit))


def _each_other(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """What two states did to one another at the same time: «А и Б выслали по одному дипломату»."""
    clause = sentence.clause(index)
    if told_how(sentence, index) != "active":
        return []
    if not sentence.language.cases and not any(
        sentence.units[i].key in sentence.language.words["each"] for i in clause
    ):
        return []
    by = adversaries.subject(sentence, index, clause)
    others = adversaries.joined(sentence, index, by) if by else []
    told = {state for i in clause for state in states_of(sentence.units[i])}
    thing = object_of(sentence, index, "active", clause)
    if by is None or len(others) != 1 or told != {by, *others} or not fits(sentence, thing, predicate):
        return []
    act = act_of(
        sentence, predicate, plain_words(sentence, list(itertools.takewhile(_is_no_preposition, thing)))
    )
    pair = (others[0], by)
    both = [draft_of(sentence, index, act, a, b, thing, context) for a, b in (pair, pair[::-1])]
    return [draft for draft in both if draft is not None]


def _is_no_preposition(unit: Unit) -> bool:
    return unit.kind != "preposition" or unit.start == unit.end


def _by_all(sentence: Sentence, index: int, draft: Draft) -> list[Draft]:
    """The same act by each of several states that are its subject together."""
    by, against = draft.slots.get("by"), draft.slots["against"]
    if by is None:
        return [draft]
    joined = adversaries.joined(sentence, index, by)
    others = [state for state in joined if state not in (by, against)]
    each = [
        Draft(
            "incident",
            {**draft.slots, "by": against, "against": by},
            list(draft.evidence),
            list(draft.why),
            0.6,
        )
        for state in joined
        if state == against  # "A and B expelled each other's ambassadors"
    ]
    if draft.why and against in (places := opposed.sources(sentence, index, sentence.clause(index))):
        each += [_elsewhere_too(draft, state) for state in places if state not in (by, against)]
    return [
        *each,
        *(
            Draft(
                "incident",
                {**draft.slots, "by": state},
                list(draft.evidence),
                list(draft.why),
                draft.confidence,
            )
            for state in others
        ),
        draft,
    ]


def _elsewhere_too(draft: Draft, against: str) -> Draft:
    """The same act against another: «отозвала послов из А и Б»."""
    slots = {**draft.slots, "against": against}
    return Draft("incident", slots, list(draft.evidence), list(draft.why), draft.confidence)
