"""Hostile acts between states: expulsion, recall, protest, sanctions, a border closed, an attack, war declared.

A verb tells an act by itself ("expelled") or by what it is done to ("suspended aid", "closed the border"); a noun
with a verb for doing it ("lodged a protest", "imposed a ban on"). Which words these are is knowledge.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames import adversaries
from comity.reading.frames.arguments import date_unit, dated, given_date, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    direction,
    head_before,
    in_class,
    noun_of,
    phrase,
    states_of,
    wording,
)
from comity.reading.frames.participants import state_in_play
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

# What a verb must be done to for the act to be hostile: a class of words, or an envoy; "" where any object will do.
_OBJECTS = {
    "expel": "envoy",
    "recall": "envoy",
    "protest": "",
    "sanction": "",
    "close_border": "",
    "declare_war": "",
    "close_airspace": "",
    "freeze_assets": "",
    "attack": "",
    "refuse_entry": "",
    "close": "frontier",
    "ban": "",
    "suspend": "withheld",
    "sever": "withheld",
    "cancel": "withheld",
    "call_off": "withheld",
    "halt": "withheld",
    "revoke": "permit",
    "reduce": "withheld",
    "freeze": "property",
    "seize": "property",
    "nationalise": "property",
    "detain": "nationals",
}
_NOUNS = frozenset(
    {"expel", "unwelcome", "recall", "protest", "sanction", "close_border", "declare_war", "attack"}
)
STARTS = frozenset(f"trigger:{kind}" for kind in {*_OBJECTS, "unwelcome", "leave"})

_ENVOYS = frozenset({"head-of-mission", "diplomat", "consul", "attache", "trade-representative"})
_INSIDE = frozenset({"between", "of", "with"})
# Acts told with what they were done to: "suspension of aid"; the others are their noun alone.
_OF_A_THING = frozenset(
    {
        "expel",
        "recall",
        "freeze_assets",
        "close",
        "suspend",
        "sever",
        "cancel",
        "call_off",
        "halt",
        "reduce",
        "freeze",
        "seize",
        "nationalise",
        "detain",
        "ban",
        "attack",
        "refuse_entry",
        "revoke",
    }
)
# Acts of which the other side is plain in a document about two states.
_BETWEEN_THE_TWO = frozenset(
    {
        "expel",
        "sever",
        "declare_war",
        "protest",
        "freeze_assets",
        "close_border",
        "close_airspace",
        "close",
        "suspend",
        "cancel",
        "call_off",
        "halt",
        "refuse_entry",
    }
)
# Acts so often told of history that only a date makes them one of the relations.
_DATED = frozenset(
    {
        "attack",
        "seize",
        "detain",
        "nationalise",
        "suspend",
        "sever",
        "cancel",
        "call_off",
        "halt",
        "ban",
        "reduce",
        "freeze",
    }
)
_ANNOUNCED = frozenset({"expel", "recall", "close_border", "declare_war"})
_WARS = frozenset({"declare_war", "attack"})
_WITH_NATION = frozenset({"seize", "nationalise", "detain", "ban", "freeze", "reduce"})
"""Acts whose object must tell the other state: "seized a Norwegian trawler"."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A expelled two diplomats of B", "A recalled its ambassador from B", "A imposed an embargo on B"."""
    if not is_fact(sentence, index):
        return
    for predicate, _ in sorted(reading_of(sentence, index), key=lambda pair: pair[0] == "sever"):
        found: list[Draft] = []
        if predicate == "leave":
            found = _ordered_out(sentence, index, context)
        elif is_verb(sentence, index):
            if predicate in _OBJECTS:
                found = _acts(sentence, index, predicate, context)
        elif predicate in _NOUNS:
            thing = _thing(sentence, index, predicate, context)
            found = [thing] if thing is not None else []
        if found:
            yield from (draft for draft in found if _of_the_document(draft, context))
            return


def _of_the_document(draft: Draft, context: Context) -> bool:
    """Whether the act is one of the document's own state; acts among others are told in passing."""
    sides = {draft.slots["by"], draft.slots["against"]}
    if context.dyad and not context.section:
        return bool(sides & set(context.dyad))
    return context.home is None or context.home in sides


def _direction(sentence: Sentence, index: int) -> str:
    """The voice of a verb; "by expelling …", ", expelling …" and "decided to expel …" tell it as active ones do."""
    how = direction(sentence, index)
    before = sentence.units[index - 1] if index else None
    if (
        how == "ing"
        and before is not None
        and (before.text == "," or (before.kind == "preposition" and before.value == "agent"))
    ):
        return "active"
    if before is not None and before.kind == "determiner" and voice(sentence, index) == "bare":
        return "adjective"  # "the frozen assets"
    if (
        how == "infinitive"
        and index >= 2
        and sentence.units[index - 2].key in sentence.language.words["agreed"]
    ):
        return "active"
    return how


def _acts(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """The act that a verb tells; two where both sides did it."""
    clause = sentence.clause(index)
    sides = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if sentence.units[i].kind in ("sides", "dyad", "state")
        ),
        None,
    )
    pair = context.pair()
    if (
        sides is not None
        and sentence.units[sides].kind == "sides"
        and pair
        and not sentence.units[sides].mark
        and predicate in ("expel", "recall")
    ):
        thing = _object(sentence, index, "active", clause)
        if _direction(sentence, index) != "active" or not any(_is_envoy(sentence, unit) for unit in thing):
            return []
        told = act_of(
            sentence,
            predicate,
            _plain(sentence, [unit for unit in thing if unit.kind not in ("poss", "sides")]),
        )
        both = [
            _draft(sentence, index, told, one, other, [sentence.units[sides], *thing], context)
            for one, other in (pair, pair[::-1])
        ]
        return [draft for draft in both if draft is not None]
    draft = _act(sentence, index, predicate, context)
    return _by_all(sentence, index, draft) if draft is not None else []


def _by_all(sentence: Sentence, index: int, draft: Draft) -> list[Draft]:
    """The same act by each of several states that are its subject together."""
    by, against = draft.slots["by"], draft.slots["against"]
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


def _act(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a verb tells."""
    how = _direction(sentence, index)
    if how not in ("active", "passive"):
        return None
    if predicate == "protest" and (
        _protested_anyway(sentence, index) or _summoned_others(sentence, index, how)
    ):
        return None  # "summoned the ambassador and lodged a protest": one act
    if (
        predicate in ("declare_war", "protest", "sanction", "close_border", "close_airspace")
        and how == "passive"
        and index
        and sentence.units[index - 1].kind != "be"
    ):
        how = "active"
    clause = sentence.clause(index)
    thing = _object(sentence, index, how, clause)
    if not thing and how == "active" and not _joined_verb(sentence, index):
        thing = _elsewhere(sentence, index, predicate, clause)
    undated = predicate in _DATED and date_unit(sentence, index) is None
    if not _fits(sentence, thing, predicate) or (undated and not _barred(sentence, index, predicate, thing)):
        return None
    subject = (
        adversaries.agent(sentence, index, clause)
        if how == "passive"
        else adversaries.subject(sentence, index, clause)
    )
    target = [state for unit in thing for state in states_of(unit)]
    marked = adversaries.target(sentence, index, clause)
    if predicate == "protest" and marked is None:
        marked = adversaries.addressed(sentence, index, clause)
    theirs = marked if predicate == "recall" else next(iter(target), None)
    if how == "active" and subject is not None and subject == theirs and context.counterpart(theirs):
        subject = context.counterpart(theirs)  # "The government accused B of … and expelled the envoy of B"
    if predicate == "recall":
        own = _their_own(sentence, thing)
        by = (
            subject
            or (target[0] if target and not own else None)
            or (context.counterpart(marked) if _pronoun(sentence, index, clause) else None)
        )
        to = next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
        against = to or (marked if marked != by else None)
        if against is None and own:
            against = next((state for state in target if state != by), None)
        against = against or context.counterpart(by)
        words = _envoy(sentence, thing)
    else:
        by = subject
        if how == "passive" and by is None and _given(sentence, thing):
            by, target = next(iter(target), None), []  # "Norwegian aid was suspended"
        against = next((state for state in target if state != by), None) or (marked if marked != by else None)
        words = _plain(sentence, thing)
        if predicate in _WITH_NATION and against is None:
            return None
        if by is None and how == "passive" and predicate in ("detain", "seize", "expel"):
            by = adversaries.where(sentence, index, clause, against)
        if predicate == "refuse_entry" and by is None and how == "passive":
            by = adversaries.entered(sentence, index, clause)
        if predicate in _BETWEEN_THE_TWO:
            received = predicate == "protest" and any(_is_envoy(sentence, unit) for unit in thing)
            by = by or (
                context.counterpart(against)
                if how == "passive" or received or _pronoun(sentence, index, clause)
                else None
            )
            against = against or context.counterpart(by)
        if predicate == "freeze_assets" and against is None and context.home != by:
            against = context.home
    if predicate == "attack" and not adversaries.between_forces(sentence, index, clause, how, by, thing):
        return None
    told = act_of(sentence, predicate, words) if predicate in _OF_A_THING else noun_of(sentence, predicate)
    if predicate == "ban" and thing and voice(sentence, sentence.index(thing[0])) == "infinitive":
        told = f"{noun_of(sentence, predicate)} {words}"
    return _draft(sentence, index, told, by, against, thing, context)


def _barred(sentence: Sentence, index: int, predicate: str, thing: list[Unit]) -> bool:
    """Whether a ban of today's news tells whose goods it is on: no date is needed then."""
    if predicate != "ban" or not thing or voice(sentence, index) != "active":
        return False
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(unit.mark == "source" and states_of(unit) for unit in behind)


def _joined_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb shares the object of the next: "occupied and annexed B"."""
    return (
        index + 2 < len(sentence.units)
        and sentence.units[index + 1].kind == "and"
        and is_verb(sentence, index + 2)
    )


def _elsewhere(sentence: Sentence, index: int, predicate: str, clause: range) -> list[Unit]:
    """What an active verb without an object right behind it is done to."""
    if predicate == "ban":
        if index + 1 < clause.stop and voice(sentence, index + 1) == "infinitive":  # «запретил ввозить …»
            return sentence.units[index + 1 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
        return _object(sentence, index + 1, "active", clause)  # «ввести запрет на ввоз …»
    if predicate == "attack":  # «вторглись в Б»
        units = sentence.units
        return [
            units[i] for i in range(index + 1, clause.stop) if units[i].mark == "goal" and states_of(units[i])
        ][:1]
    if predicate == "protest" and sentence.language.cases and _summons(sentence, index):
        return _object(sentence, index, "passive", clause)  # «посла вызвали в министерство»
    return []


def _given(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether the thing is aid: the state whose it is gave it."""
    return bool(thing) and in_class(thing[-1], sentence, "aid_always")


def _their_own(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether those called back are the subject's own, so that a state named with them is where they were: "their
    ambassadors from B".
    """
    return any(unit.key in sentence.language.words["possessive"] for unit in thing)


def _pronoun(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a pronoun is the subject: "It then withdrew …" tells no state of its own."""
    return any(sentence.units[i].kind == "pronoun" for i in range(max(clause.start, index - 3), index))


def _summoned_others(sentence: Sentence, index: int, how: str) -> bool:
    """Whether a verb of summoning is done to somebody else than an envoy: "summoned a congress"."""
    thing = _object(sentence, index, how, sentence.clause(index))
    units = [sentence.units[index], *thing]
    return _summons(sentence, index) and not any(_is_envoy(sentence, unit) for unit in units)


def _summons(sentence: Sentence, index: int) -> bool:
    verb = sentence.units[index].key.split(" ")[0]
    return verb in sentence.language.words["summons"]


def _protested_anyway(sentence: Sentence, index: int) -> bool:
    return any(
        unit.kind == "trigger"
        and any(p == "protest" for p, _ in unit.value)
        and any(in_class(before, sentence, "impose") for before in sentence.units[max(index, i - 4) : i])
        for i, unit in enumerate(sentence.units)
    )


def _fits(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether what a verb is done to makes the act a hostile one."""
    needed = _OBJECTS[predicate]
    if not needed:
        return True
    if needed == "envoy":
        head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
        many = any(
            unit.kind in ("amount", "sides") or unit.key in sentence.language.words["approx"]
            for unit in thing[:head]
        )
        people = thing if many else thing[:head]
        foreign = predicate == "expel" and any(states_of(unit) for unit in people)
        return any(
            _is_envoy(sentence, unit) or (foreign and in_class(unit, sentence, "nationals"))
            for unit in people
        )
    if needed == "withheld" and _other_relations(sentence, thing):
        return True
    if predicate in ("cancel", "call_off") and any(in_class(unit, sentence, "permit") for unit in thing):
        return False  # "cancelled entry visas": nobody needs them any more
    if any(unit.kind in ("relations", "instrument", "body") for unit in thing) or (
        needed != "property" and any(unit.kind == "mission" and unit.mark != "of" for unit in thing)
    ):
        return False
    return any(in_class(unit, sentence, needed) for unit in thing)


def _other_relations(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is broken off are relations of trade or the like: "severed trade ties"."""
    words = sentence.language.words["other_relations"]
    return any(unit.kind == "relations" and before.key in words for before, unit in itertools.pairwise(thing))


def _ordered_out(sentence: Sentence, index: int, context: Context) -> list[Draft]:
    """ "A ordered two diplomats of B to leave", "A gave the ambassador of B two days to leave the country"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) != "infinitive":
        return []
    verb = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].key in sentence.language.words["demand"]
        ),
        None,
    )
    if verb is None or index - verb > 12:
        return []
    passive = verb > clause.start and units[verb - 1].kind == "be"
    if passive:
        thing, by = _object(sentence, verb, "passive", clause), adversaries.agent(sentence, verb, clause)
    else:
        first = verb + 2 if units[verb + 1].kind == "preposition" else verb + 1
        thing, by = (
            units[first : phrase(sentence, first, frozenset({"of"}), index - 1)],
            adversaries.subject(sentence, verb, clause),
        )
        thing = thing[
            : next((i for i, unit in enumerate(thing) if unit.kind in ("amount", "number") and i), len(thing))
        ]
    if not passive and not any(_is_envoy(sentence, unit) for unit in thing):
        thing, by = (
            _object(sentence, verb, "passive", clause),
            None,
        )  # «трём сотрудникам предписано покинуть …»
    if not any(_is_envoy(sentence, unit) for unit in thing):
        return []
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    if by is None:
        by = next(
            (
                state
                for i in range(index + 1, min(index + 4, clause.stop))
                for state in states_of(units[i])
                if state != against
            ),
            None,
        )
    by = by or context.counterpart(against)
    against = against or context.counterpart(by)
    draft = _draft(
        sentence,
        index,
        act_of(sentence, "expel", _plain(sentence, thing)),
        by,
        against,
        [units[verb], *thing],
        context,
    )
    return [draft] if draft is not None else []


def _thing(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a noun tells with a verb for doing it: "imposed economic sanctions on", "lodged a protest
    with".
    """
    units = sentence.units
    clause = sentence.clause(index)
    first = next(
        (
            i + 1
            for i in range(index - 1, max(clause.start, index - 5) - 1, -1)
            if in_class(units[i], sentence, "impose")
        ),
        head_before(sentence, index),
    )
    verb = first - 1
    if predicate in _ANNOUNCED and first < index and units[first].kind == "preposition":
        first += 1  # «объявила о высылке»
    if (
        verb >= clause.start
        and units[verb].kind in ("be", "have", "word")
        and not in_class(units[verb], sentence, "impose")
    ):
        verb -= 1
    if predicate == "attack":
        return _assault(sentence, index, context)
    if predicate == "unwelcome":
        return _unwelcome(sentence, index, clause, context)
    told = verb >= clause.start and in_class(units[verb], sentence, "impose")
    if predicate == "recall" and verb >= clause.start and in_class(units[verb], sentence, "demand"):
        told = True  # "requested the recall of the ambassador of B"
    after = next(
        (i for i in range(index + 1, min(index + 8, clause.stop)) if in_class(units[i], sentence, "impose")),
        None,
    )
    if told:
        by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
    elif after is not None and (units[after - 1].kind in ("be", "have") or after == index + 1):
        by = adversaries.agent(sentence, index, clause)
        if by is None and after == index + 1:
            return None  # "sanctions placed on B by the OAS"
    elif (
        predicate in ("expel", "recall", "declare_war", "close_border")
        and index + 1 < clause.stop
        and units[index + 1].kind == "preposition"
    ):
        verbs = (i for i in range(index + 1, clause.stop) if is_verb(sentence, i))
        by = adversaries.agent(sentence, index, range(clause.start, next(verbs, clause.stop)))
    else:
        return None
    if any(
        unit.kind in ("actor", "state", "mission", "place") and unit.mark == "goal"
        for unit in units[first:index]
    ):
        first = head_before(sentence, index)  # "handed the ambassador of B a note of protest"
    group = [
        unit
        for unit in units[first : index + 1]
        if unit.kind not in ("determiner", "pronoun")
        and unit.key not in sentence.language.words["possessive"]
        and not (unit.kind in ("state", "place") and unit.mark == "goal")
        and unit.kind != "place"
    ]
    if predicate == "attack" or any(
        unit.kind == "organisation" or in_class(unit, sentence, "multilateral") for unit in group
    ):
        return None
    if any(unit.kind == "preposition" for unit in group[:-1]):
        return None
    behind = (
        units[index + 1 : phrase(sentence, index, frozenset({"of"}), clause.stop)]
        if predicate in ("expel", "recall")
        else []
    )
    if predicate in ("expel", "recall") and not any(_is_envoy(sentence, unit) for unit in [*group, *behind]):
        return None
    last = max(
        (i for i, unit in enumerate(behind) if _is_envoy(sentence, unit) or states_of(unit)), default=-1
    )
    behind = behind[: last + 1]  # without a verb that nobody knows
    target = [state for unit in behind for state in states_of(unit) if state != by]
    against = adversaries.target(sentence, index, clause)
    against = against if against != by else None
    against = against or (target[0] if target else None) or context.counterpart(by)
    if by is None and not told and after is not None:
        by = context.counterpart(against)
    if by is None and target and after is None:  # "the recall of the ambassador of B": whose it is did it
        by = target[0] if predicate == "recall" else context.counterpart(target[0])
        against = context.counterpart(by)
    return _draft(
        sentence,
        index,
        wording(sentence, [*group, *behind]),
        by,
        against,
        [units[verb if told else index]],
        context,
    )


def _assault(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An attack that a noun tells with both sides and a date: "the A invasion of B in 1940", "attack on B by A"."""
    units, clause = sentence.units, sentence.clause(index)
    date = date_unit(sentence, index)
    if (
        date is None
        or index == clause.start
        or index + 1 >= clause.stop
        or units[index + 1].kind != "preposition"
    ):
        return None
    before = units[index - 1] if units[index - 1].kind != "poss" else units[index - 2]
    stop = phrase(sentence, index, frozenset({"of", "on", "against"}), clause.stop)
    against = next(
        (s for unit in units[index + 1 : stop] if unit.kind == "state" for s in states_of(unit)), None
    )
    by = next(iter(states_of(before)), None) if before.kind == "state" else None
    by = by or adversaries.agent(sentence, index, range(index, min(stop + 3, clause.stop)))
    if context.dyad and not {by, against} <= set(context.dyad):
        return None
    return _draft(sentence, index, wording(sentence, [units[index]]), by, against, [], context)


def _unwelcome(sentence: Sentence, index: int, clause: range, context: Context) -> Draft | None:
    """ "A declared two diplomats of B persona non grata", "two diplomats of B were declared persona non grata
    by A".
    """
    units = sentence.units
    verb = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if in_class(units[i], sentence, "impose") or in_class(units[i], sentence, "demand")
        ),
        None,
    )
    if verb is None:
        return None
    if units[verb - 1].kind == "be" if verb else False:
        thing, by = _object(sentence, verb, "passive", clause), adversaries.agent(sentence, index, clause)
    else:
        thing, by = (
            units[verb + 1 : phrase(sentence, verb + 1, frozenset({"of"}), index)],
            adversaries.subject(sentence, verb, clause),
        )
    if not any(_is_envoy(sentence, unit) for unit in thing):
        return None
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    by = by or context.counterpart(against)
    return _draft(
        sentence,
        index,
        act_of(sentence, "expel", _plain(sentence, thing)),
        by,
        against or context.counterpart(by),
        [units[verb], *thing],
        context,
    )


def _draft(
    sentence: Sentence,
    index: int,
    told: str,
    by: str | None,
    against: str | None,
    more: list[Unit],
    context: Context,
) -> Draft | None:
    if not by or not against or by == against or not told:
        return None
    date = date_unit(sentence, index)
    if adversaries.told_in_passing(sentence, index) and not adversaries.own_date(sentence, index, date):
        if {predicate for predicate, _ in reading_of(sentence, index)} & (_DATED | _WARS):
            return None
        date = None
    sides = {"by": state_in_play(by, context), "against": state_in_play(against, context)}
    return Draft(
        "incident",
        {"act": told, **sides, "date": dated(date) or given_date(sentence)},
        [
            run(
                sentence,
                [sentence.units[index], date, *more, *adversaries.words_for(sentence, index, {by, against})],
            )
        ],
        [f"incident: {sentence.units[index].text}"],
        0.75 if date is not None else 0.6,
    )


def _object(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """What the act is done to: behind an active verb, before a passive one."""
    units = sentence.units
    if how != "passive":
        stop = phrase(sentence, index + 1, frozenset({"of"}), clause.stop)
        another = (
            i
            for i in range(index + 2, stop)
            if units[i].kind == "determiner" and _is_envoy(sentence, units[i - 1])
        )
        return units[index + 1 : next(another, stop)]  # "expelled an attaché the following day"
    first = index
    while first > clause.start and (
        units[first - 1].kind in ("be", "have") or units[first - 1].key in sentence.language.words["adverb"]
    ):
        first -= 1
    if first - 1 > clause.start and units[first - 1].text == ",":  # "the ambassador, X, was expelled"
        comma = next(
            (i for i in range(first - 2, max(clause.start, first - 9), -1) if units[i].text == ","), None
        )
        first = first - 1 if units[first - 2].kind == "actor" or comma is None else comma
        index = first
    while first > clause.start and not _ends_before(sentence, first - 1, clause):
        first -= 1
        if units[first].kind == "determiner" and units[first - 1].kind != "preposition":
            break
    adverbs = sentence.language.words["adverb"]
    passed = ("be", "have", "modal")
    thing = [unit for unit in units[first:index] if unit.kind not in passed and unit.key not in adverbs]
    return list(itertools.dropwhile(lambda unit: unit.kind in ("preposition", "and"), thing))


def _ends_before(sentence: Sentence, at: int, clause: range) -> bool:
    """Whether the phrase before a passive verb begins behind a unit."""
    unit = sentence.units[at]
    if unit.kind == "preposition":
        before = sentence.units[at - 1] if at - 1 >= clause.start else None
        if unit.value == "place" and sentence.units[at + 1].kind == "place" and before is not None:
            return before.kind not in ("state", "mission")  # "employees of the embassy of B in P"
        return unit.value not in _INSIDE or before is None or before.kind not in ("word", "mission", "actor")
    return unit.kind in ("punct", "date", "clause", "pronoun") or (
        unit.kind == "trigger" and is_verb(sentence, at)
    )


def _is_envoy(sentence: Sentence, unit: Unit) -> bool:
    if unit.kind == "actor":
        return unit.value.cls in _ENVOYS or (
            unit.value.cls == "minister" and (unit.value.to or " " not in (unit.value.person.office or ""))
        )
    return any(word in sentence.language.words["envoy"] for word in (unit.key.split(" ") if unit.key else ()))


def _envoy(sentence: Sentence, thing: list[Unit]) -> str:
    """Who was recalled, without whose: "ambassador"."""
    actor = next((unit for unit in thing if unit.kind == "actor"), None)
    if actor is not None and actor.value.person.office:
        return str(actor.value.person.office)
    return _plain(sentence, thing)


def _plain(sentence: Sentence, thing: list[Unit]) -> str:
    passed = sentence.language.words["possessive"] | sentence.language.words["reciprocal"]
    each_other = any(unit.key in sentence.language.words["reciprocal"] for unit in thing)
    told = wording(
        sentence, [u for u in thing if u.key not in passed and not (each_other and u.kind == "poss")]
    )
    return told[:1].lower() + told[1:] if thing and thing[0].kind == "amount" else told
