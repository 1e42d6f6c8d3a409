"""Hostile acts between states: expulsion, recall, protest, sanctions, a border closed, an attack, war declared.

A verb tells an act by itself ("expelled") or by what it is done to ("suspended aid", "closed the border"); a noun
with a verb for doing it ("lodged a protest", "imposed a ban on"). Which words these are is knowledge.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from comity.knowledge.states import states
from comity.model.claim import Span
from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, targets
from comity.reading.frames.incidents.departures import must_leave, obliged
from comity.reading.frames.incidents.manner import told_how
from comity.reading.frames.incidents.nouns import ordered_out, sent_away, told_by_noun
from comity.reading.frames.incidents.standing import WHY, standing
from comity.reading.frames.incidents.whose import at_mission, located, origin, under_flag
from comity.reading.frames.incidents.words import (
    DATED,
    draft_of,
    has_people,
    is_envoy,
    is_of_mission,
    named_before,
    object_of,
    plain_words,
    who_was_recalled,
)
from comity.reading.frames.nouns import (
    act_of,
    in_class,
    noun_of,
    phrase,
    states_of,
)
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

# What a verb must be done to for the act to be hostile: a class of words, or an envoy; "" where any object will do.
_OBJECTS = {
    "expel": "envoy",
    "blacklist": "",
    "recall": "envoy",
    "protest": "",
    "sanction": "",
    "close_border": "",
    "close_borders": "",
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
    "violate": "violated",
    "reduce": "withheld",
    "freeze": "property",
    "seize": "property",
    "nationalise": "property",
    "detain": "nationals",
    "impound": "property",
}
_NOUNS = frozenset(
    {
        "expel",
        "unwelcome",
        "recall",
        "protest",
        "sanction",
        "close_border",
        "declare_war",
        "attack",
        "violate",
    }
)
_STOPS = frozenset({"suspend", "halt", "freeze", "close"})
"""Acts whose nouns tell them behind a verb of announcing."""
STARTS = frozenset(f"trigger:{kind}" for kind in {*_OBJECTS, "unwelcome", "leave", "send_away"})

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
        "impound",
        "ban",
        "attack",
        "refuse_entry",
        "revoke",
        "violate",
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
        "close",
        "suspend",
        "cancel",
        "call_off",
        "halt",
        "refuse_entry",
    }
)
_ANNOUNCED = frozenset(
    {"attack", "expel", "close", "suspend", "ban", "detain", "impound", "seize", "revoke", "call_off", "halt"}
)
"""Acts that the authorities who did them announce."""
_HELD = frozenset({"detain", "impound", "seize", "expel"})
"""What authorities do to foreigners where they are."""
_OF_A_BODY = frozenset({"suspend", "ban", "revoke", "freeze", "halt", "sanction", "cancel", "blacklist"})
"""Acts that organisations of states do as states do."""
_WITHHOLDING = frozenset({"ban", "suspend", "halt", "reduce"})
_SUPPLY = frozenset({"halt", "suspend", "reduce", "sever"})
"""What companies do for their state where they stop supplying another."""
_WITH_NATION = frozenset({"seize", "impound", "nationalise", "detain", "ban", "freeze", "reduce", "violate"})
"""Acts whose object must tell the other state: "seized a Norwegian trawler"."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A expelled two diplomats of B", "A recalled its ambassador from B", "A imposed an embargo on B"."""
    if not is_fact(sentence, index) and not _asked_to_leave(sentence, index):
        return
    for predicate, _ in sorted(reading_of(sentence, index), key=lambda pair: pair[0] == "sever"):
        found: list[Draft] = []
        if predicate == "leave":
            found = ordered_out(sentence, index, context) or must_leave(sentence, index, context)
        elif predicate == "send_away":
            found = sent_away(sentence, index, context)
        elif is_verb(sentence, index):
            if predicate in _OBJECTS and not sentence.language.morphology.is_attribute(sentence, index):
                found = _acts(sentence, index, predicate, context)
        elif predicate in _STOPS | _HELD - {"expel"}:
            thing = _announced_stop(sentence, index, predicate, context)
            found = [thing] if thing is not None else []
        elif predicate in _NOUNS:
            thing = told_by_noun(sentence, index, predicate, context)
            if thing is None and predicate == "sanction":
                thing = standing(sentence, index, context)
            found = [thing] if thing is not None else []
        if found:
            found = [*found, *(more for draft in found for more in targets.each(sentence, index, draft))]
            told = [draft for draft in found if _of_the_document(draft, context)]
            yield from told
            yield from (again for draft in told for again in _again(sentence, draft))
            return


def _again(sentence: Sentence, draft: Draft) -> Iterator[Draft]:
    """The same act on a later date: "in 2006 and again in 2015"."""
    units, words = sentence.units, sentence.language.words["again"]
    for i, unit in enumerate(units[:-4]):
        repeated = unit.kind == "date" and unit.value.date == draft.slots.get("date")
        if repeated and units[i + 1].kind == "and" and units[i + 2].key in words:
            later = next((one for one in units[i + 3 : i + 5] if one.kind == "date"), None)
            if later is not None:
                start, end = draft.evidence[0]
                slots = {**draft.slots, "date": later.value.date}
                yield Draft(
                    "incident", slots, [(start, max(end, later.end))], list(draft.why), draft.confidence
                )
            return


def told_once(drafts: list[Draft], headlines: Sequence[Span]) -> list[Draft]:
    """Drafts without the acts of headlines that the item below tells again."""
    below = {_sides(draft) for draft in drafts if not _stands_in(draft, headlines)}
    return [draft for draft in drafts if not (_stands_in(draft, headlines) and _sides(draft) in below)]


def imposed_once(drafts: list[Draft]) -> list[Draft]:
    """Drafts without sanctions told only as being there that were told before."""
    known: set[tuple[str, str]] = set()
    kept: list[Draft] = []
    for draft in drafts:
        sides = (str(draft.slots.get("by")), str(draft.slots.get("against")))
        if draft.kind == "incident" and draft.why and draft.why[0].startswith(WHY):
            if sides in known:
                continue
            known.add(sides)
        elif draft.kind == "incident" and any("sanction" in why for why in draft.why):
            known.add(sides)
        kept.append(draft)
    return kept


def _sides(draft: Draft) -> tuple[str, str, str] | None:
    """Who did what sort of act to whom."""
    slots = draft.slots
    if draft.kind != "incident":
        return None
    return str(slots["act"]).split(" ")[0], str(slots.get("by")), str(slots["against"])


def _stands_in(draft: Draft, headlines: Sequence[Span]) -> bool:
    start, _ = draft.evidence[0]
    return draft.kind == "incident" and any(first <= start < last for first, last in headlines)


def _asked_to_leave(sentence: Sentence, index: int) -> bool:
    """Whether a plan is only what somebody was asked: «предложил дипломату покинуть страну»."""
    words = sentence.language.words
    if obliged(sentence, index) >= 0:
        return True
    if not any(predicate == "leave" for predicate, _ in reading_of(sentence, index)):
        return False
    said = [
        u for u in sentence.units[max(0, index - 7) : index] if u.key in words["plan"] | words["negation"]
    ]
    return bool(said) and all(unit.key in words["demand"] for unit in said)


def _of_the_document(draft: Draft, context: Context) -> bool:
    """Whether the act is one of the document's own state; acts among others are told in passing."""
    sides = {draft.slots.get("by"), draft.slots["against"]}
    if context.news:
        return True
    if context.dyad and not context.section:
        return bool(sides & set(context.dyad))
    return context.home is None or context.home in sides


def _acts(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
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
    draft = _act(sentence, index, predicate, context)
    return _by_all(sentence, index, draft) if draft is not None else []


def _acts_itself(unit: Unit) -> bool:
    """Whether a capital or institution of a state is the subject, named or not: «стороны …: Прага выслала»."""
    return unit.kind in ("place", "organisation") and not unit.mark and bool(states_of(unit))


def _each_other(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """What two states did to one another at the same time: «А и Б выслали по одному дипломату»."""
    clause = sentence.clause(index)
    if not sentence.language.cases or told_how(sentence, index) != "active":
        return []
    by = adversaries.subject(sentence, index, clause)
    others = adversaries.joined(sentence, index, by) if by else []
    told = {state for i in clause for state in states_of(sentence.units[i])}
    thing = object_of(sentence, index, "active", clause)
    if by is None or len(others) != 1 or told != {by, *others} or not _fits(sentence, thing, predicate):
        return []
    act = act_of(sentence, predicate, plain_words(sentence, thing))
    pair = (others[0], by)
    both = [draft_of(sentence, index, act, a, b, thing, context) for a, b in (pair, pair[::-1])]
    return [draft for draft in both if draft is not None]


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
    if draft.why and against in (places := adversaries.sources(sentence, index, sentence.clause(index))):
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


def _act(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a verb tells."""
    how = told_how(sentence, index)
    if how not in ("active", "passive"):
        return None
    if predicate == "protest" and (
        _protested_anyway(sentence, index)
        or _after_summons(sentence, index)
        or _summoned_others(sentence, index, how)
        or (sentence.block.kind == "heading" and _summons(sentence, index))
    ):
        return None  # "summoned the ambassador and lodged a protest": one act; headlines leave it to the item
    if (
        predicate in ("declare_war", "protest", "sanction", "close_border", "close_borders", "close_airspace")
        and how == "passive"
        and index
        and sentence.units[index - 1].kind != "be"
        and not sentence.language.cases
    ):
        how = "active"
    clause = sentence.clause(index)
    thing = object_of(sentence, index, how, clause)
    if not thing and how == "active" and not _joined_verb(sentence, index):
        thing = _elsewhere(sentence, index, predicate, clause)
    suffered = any(unit.case.startswith("nom") or unit.case in ("", "counted") for unit in thing)
    if not suffered and how == "passive" and predicate in _HELD and sentence.language.cases:
        thing = object_of(sentence, index, "active", clause)  # «в А задержан 23-летний Б»
    if not thing and how == "passive" and predicate == "ban":
        thing = object_of(sentence, index + 1, "active", clause)  # «введён запрет на ввоз …»
    beside = how == "passive" and bool(sentence.language.cases) and sentence.units[index - 1].text == ","
    described = beside and not _fits(sentence, thing, predicate)  # «список дипломатов А, объявленных …»
    if predicate == "expel" and (described or (not thing and _pronoun_behind(sentence, index))):
        thing = named_before(sentence, index, clause)
    if predicate == "attack" and how == "active" and not any(states_of(unit) for unit in thing):
        thing = [*thing, *located(sentence, index + len(thing) + 1, clause)]
    thing = [*thing, *under_flag(sentence, thing, clause)]
    if predicate == "expel" and how == "active":
        thing = [*thing, *origin(sentence, index, thing, clause)]
    if predicate == "expel":
        thing = [*thing, *at_mission(sentence, thing, clause)]
    if predicate == "attack" and not thing and _invades_here(sentence, index, context):
        return _invasion(sentence, index, clause, context)
    undated = predicate in DATED and date_unit(sentence, index) is None and not _goes_on(sentence, index)
    if not _fits(sentence, thing, predicate) or (
        undated and not _barred(sentence, index, predicate, thing) and not _of_today(sentence, context)
    ):
        return None
    target = [state for unit in thing for state in states_of(unit)]
    if predicate == "attack" and how == "active" and not target and _is_taken(sentence, thing):
        theirs_all = context.counterpart(adversaries.subject(sentence, index, clause))
        target = [theirs_all] if theirs_all is not None else []
    if predicate == "attack" and how == "active" and not target:
        target = adversaries.sources(sentence, index, clause)[:1]  # "annexed P from B"
    ahead = bool(thing) and sentence.index(thing[0]) < index
    alone = predicate in _HELD and not ahead and _is_without_subject(sentence, index, clause)
    nobody = how == "active" and (ahead or alone) and bool(sentence.language.cases)
    if how == "passive" or nobody:  # «посла Б вызвали в МИД», «из А выслали двух дипломатов Б»
        subject = adversaries.agent(sentence, index, clause) or adversaries.by_decision(sentence, clause)
        if subject is None and alone:
            subject = adversaries.subject(sentence, index, clause)
    else:
        subject = adversaries.subject(sentence, index, clause)
    if subject is None and sentence.language.morphology.is_gerund(sentence, index):
        subject = adversaries.of_main_clause(sentence, index)
    if subject is None and how == "active" and predicate in _OF_A_BODY:
        told = adversaries.body(sentence, index, clause)
        subject = told if told and told.lower() in sentence.language.words["blocs"] else None
    if subject is None and predicate == "protest" and _summons(sentence, index):
        subject = adversaries.called_to(sentence, clause, next(iter(target), None))
    if subject is None and predicate in _WITHHOLDING:
        if ends := adversaries.supplied(sentence, clause):
            subject, target = ends[0], [ends[1]]
        else:
            traded = ("import", "supplies") if predicate == "ban" else ("import",)
            subject = adversaries.importer(sentence, index, clause, traded)
    if predicate in _WITHHOLDING and any(in_class(unit, sentence, "supplies") for unit in thing):
        # «остановила транзит нефти А в Б»
        goal = adversaries.goal_of(sentence, index, clause, subject)
        target = [goal] if goal else target
    if subject is None and predicate in _SUPPLY:
        subject = adversaries.supplier(sentence, index, how, clause, context.firms)
    if predicate == "expel" and (out_of := adversaries.sent_out_of(sentence, thing)) is not None:
        subject, target = subject or out_of, [state for state in target if state != out_of]
    if subject is None and predicate == "expel":
        subject = adversaries.where(sentence, index, clause, next(iter(target), None), "source")
    more = ("for",) if predicate.startswith("close") else ()
    marked = adversaries.target(sentence, index, clause, subject, more)
    if predicate == "protest" and marked is None:
        marked = adversaries.addressed(sentence, index, clause)
        subject = subject or (adversaries.host(thing) if _summons(sentence, index) else None)
    receiver = adversaries.receiver_before(sentence, index) if predicate == "protest" and not marked else None
    if receiver is not None and not thing and not _protested_before(sentence, index):
        marked = receiver.value.state
        subject = adversaries.called_to(sentence, range(index), marked) or receiver.value.to
    if predicate == "attack" and how == "passive" and subject is None:
        subject = adversaries.from_the_side_of(sentence, clause)
    if subject is None and how == "active" and adversaries.is_of_several(sentence, index, clause):
        return None  # «ещё одна страна отозвала посла»
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
        there = next((state for state in target if state != by), None)
        if sentence.language.cases and subject is not None:  # «отозвала посла из Б в знак протеста против …»
            against = to or there or (marked if marked != by else None)
        else:
            against = to or (marked if marked != by else None) or (there if own else None)
        against = against or context.counterpart(by) or _home(by, context)
        words = who_was_recalled(sentence, thing)
        if any(unit.kind == "actor" and unit.value.to and unit.value.to not in states() for unit in thing):
            return None  # "recalled its ambassador to the United Nations"
    else:
        by = subject
        if how == "passive" and by is None and _given(sentence, thing):
            by, target = next(iter(target), None), []  # "Norwegian aid was suspended"
        against = next((state for state in target if state != by), None) or (marked if marked != by else None)
        if against is None and predicate in _OF_A_BODY:
            against = targets.bloc(sentence, index, clause)
        words = plain_words(sentence, thing)
        if predicate in _WITH_NATION and against is None:
            return None
        if (
            predicate == "close"
            and _is_post(thing)
            and (how != "active" or not subject or against not in target)
        ):
            return None
        if by is None and (how == "passive" or nobody) and predicate in _HELD:
            by = adversaries.where(sentence, index, clause, against)
            by = by or next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
        if predicate == "refuse_entry" and by is None and how == "passive":
            by = adversaries.entered(sentence, index, clause)
        if by is None and (how == "passive" or nobody) and predicate in _ANNOUNCED:
            by = adversaries.announcer(sentence, index, against)
            if by is None and context.news and predicate in _HELD:
                by = adversaries.teller(sentence, context.upcoming(), against)
        if predicate in _BETWEEN_THE_TWO or (predicate == "revoke" and how == "passive"):
            received = predicate == "protest" and any(is_envoy(sentence, unit) for unit in thing)
            by = by or (
                next((u.value.to for u in thing if u.kind == "actor" and u.value.to), None)
                if received
                else None
            )
            by = by or (
                context.counterpart(against)
                if how == "passive" or received or _pronoun(sentence, index, clause)
                else None
            )
            if against is None and by is not None and context.news:
                against = adversaries.other_told(sentence, by)
            against = against or context.counterpart(by) or _home(by, context)
        if predicate == "freeze_assets" and against is None and context.home != by:
            against = context.home
    if against is None and by is not None and context.news and predicate in _BETWEEN_THE_TWO | {"recall"}:
        against = adversaries.other_told(sentence, by) or adversaries.told_before(sentence, context.named, by)
    private = False
    if predicate == "attack" and not adversaries.between_forces(
        sentence, index, clause, how, by, bool(target)
    ):
        by_somebody = how == "active" or any(
            unit.kind == "preposition" and unit.value == "agent" for unit in sentence.units[index:]
        )
        private = by_somebody and _on_envoys(sentence, thing)  # "demonstrators attacked the embassy of B"
        if not private:
            return None
    verb = sentence.units[index].key
    told = (
        act_of(sentence, predicate, words, verb)
        if predicate in _OF_A_THING
        else noun_of(sentence, predicate, verb)
    )
    if predicate == "refuse_entry" and not any(unit.kind in ("word", "actor") for unit in thing):
        told = noun_of(sentence, predicate, verb)  # «запретила въезд трём …»
    if predicate == "ban" and thing and voice(sentence, sentence.index(thing[0])) == "infinitive":
        told = _barred_act(sentence, predicate, thing, words)
    return draft_of(sentence, index, told, None if private else by, against, thing, context, private=private)


def _is_without_subject(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a verb has nobody before it who could do it: «в А задержали журналиста из Б»."""
    before = [unit for unit in sentence.units[clause.start : index] if unit.kind not in ("date", "punct")]
    if not before or before[0].kind != "preposition" or not sentence.language.cases:
        return False
    return not any(unit.case.startswith("nom") or unit.kind in ("pronoun", "quoted") for unit in before)


def _announced_stop(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """What a state announced that it stops: «А объявила о приостановке сотрудничества с Б»."""
    units, clause, words = sentence.units, sentence.clause(index), sentence.language.words
    about = units[index - 1] if index > clause.start + 1 else None
    if not sentence.language.cases or about is None or about.value not in ("on", "topic"):
        return None
    verb = next(
        (i for i in range(index - 2, max(clause.start, index - 4), -1) if _decides(units[i], words)), None
    )
    stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
    thing = [unit for unit in units[index + 1 : stop] if unit.end > unit.start]
    if verb is None or not _fits(sentence, thing, predicate):
        return None
    by = adversaries.subject(sentence, verb, clause)
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    against = against or adversaries.target(sentence, index, clause, by)
    if against is None and by is not None and context.news:
        against = adversaries.other_told(sentence, by)
    act = act_of(sentence, predicate, plain_words(sentence, thing), units[index].key)
    return draft_of(sentence, index, act, by, against, [units[verb], *thing], context)


def _decides(unit: Unit, words: dict[str, frozenset[str]]) -> bool:
    return unit.key in words["announced"] | words["agreed"]


def _barred_act(sentence: Sentence, predicate: str, thing: list[Unit], words: str) -> str:
    """A ban by what may no longer be done, told by a verb: «(запретил) ввозить рыбу» is «запрет на ввоз рыбы»."""
    told, _ = thing[0].value[0]
    noun = noun_of(sentence, told, thing[0].key)
    goods = plain_words(sentence, thing[1:])
    if not noun or not goods:
        return f"{noun_of(sentence, predicate)} {words}"
    return act_of(sentence, predicate, f"{noun} {sentence.language.morphology.genitive(goods)}")


def _home(by: str | None, context: Context) -> str | None:
    """The document's own state, where another did it and nobody else is told: "In response, A withdrew its envoy"."""
    named = [state for state in context.told if state not in (by, context.home)]
    return context.home if by is not None and by != context.home and not named else None


def _of_today(sentence: Sentence, context: Context) -> bool:
    """Whether acts without a date are today's news, or told in a text that is no page about states."""
    return context.news or (context.home is None and context.pair() is None and sentence.block.row < 0)


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
        return object_of(sentence, index + 1, "active", clause)  # «ввести запрет на ввоз …»
    if predicate == "attack":  # «вторглись в Б», «ворвалась в здание посольства Б»
        behind = sentence.units[index + 1 : clause.stop]
        if len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "on":
            return sentence.units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
        goals = [unit for unit in behind if unit.mark == "goal" and states_of(unit)]
        entered = _within(sentence, index, clause) or goals[:1]
        if entered:
            return entered
    if predicate in ("expel", "detain", "attack") and sentence.language.cases:
        return object_of(sentence, index, "passive", clause)  # «двух дипломатов выслали»
    told = is_envoy(sentence, sentence.units[index])  # «вызвал посла»: the verb has its object
    if predicate == "protest" and sentence.language.cases and _summons(sentence, index) and not told:
        return object_of(sentence, index, "passive", clause)  # «посла вызвали в министерство»
    return []


def _within(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """The goal right behind a verb that is or belongs to a mission, or is the air or border of a state."""
    units = sentence.units
    if index + 2 >= clause.stop or units[index + 1].kind != "preposition" or units[index + 1].value != "goal":
        return []
    goal = units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
    hostile = any(unit.kind == "mission" or in_class(unit, sentence, "violated") for unit in goal)
    return goal if hostile else []


def _protested_before(sentence: Sentence, index: int) -> bool:
    """Whether the sentence told the protest already: «вызван в МИД, где ему вручили ноту протеста»."""
    return any(
        unit.kind == "trigger" and any(predicate == "protest" for predicate, _ in unit.value)
        for unit in sentence.units[:index]
    )


def _pronoun_behind(sentence: Sentence, index: int) -> bool:
    """Whether those expelled are "them": told before in the sentence."""
    return index + 1 < len(sentence.units) and sentence.units[index + 1].kind == "pronoun"


def _on_envoys(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether an attack is on a mission or its people, which is one on their state whoever made it."""
    within = ("of",) if sentence.language.cases else ()  # «(ворвалась в) здание посольства»
    head = next(
        (i for i, unit in enumerate(thing) if unit.kind == "preposition" and unit.value not in within),
        len(thing),
    )
    return any(unit.kind == "mission" or is_envoy(sentence, unit) for unit in thing[:head])


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
    if not _summons(sentence, index) or is_envoy(sentence, sentence.units[index]):
        return False
    thing = object_of(sentence, index, how, sentence.clause(index))
    if not thing and sentence.language.cases:
        thing = object_of(sentence, index, "passive", sentence.clause(index))
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    return not any(is_envoy(sentence, unit) for unit in thing[:head])


def _summons(sentence: Sentence, index: int) -> bool:
    verb = sentence.units[index].key.split(" ")[0]
    return verb in sentence.language.words["summons"]


def _after_summons(sentence: Sentence, index: int) -> bool:
    """Whether a protest goes on with a summons told before: «вызвал посла и вручил ноту протеста», one act."""
    if _summons(sentence, index) or not sentence.language.cases:
        return False
    clause = sentence.clause(index)
    told = [i for i in range(clause.start, index) if is_verb(sentence, i) and _summons(sentence, i)]
    return bool(told) and any(unit.kind == "and" for unit in sentence.units[told[-1] : index])


def _protested_anyway(sentence: Sentence, index: int) -> bool:
    return any(
        unit.kind == "trigger"
        and any(p == "protest" for p, _ in unit.value)
        and any(in_class(before, sentence, "impose") for before in sentence.units[max(index, i - 6) : i])
        for i, unit in enumerate(sentence.units)
    )


def _fits(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether what a verb is done to makes the act a hostile one."""
    needed = _OBJECTS[predicate]
    if not needed:
        return True
    if predicate in ("detain", "expel") and _are_its_people(thing, sentence):
        return True
    if needed == "envoy":
        owned = next((i + 1 for i, unit in enumerate(thing) if unit.kind == "poss"), 0)
        if owned and any(in_class(unit, sentence, "permit") for unit in thing[owned:]):
            return False  # "the consul's exequatur"
        head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
        many = any(
            unit.kind in ("amount", "sides")
            or unit.key in sentence.language.words["approx"] | sentence.language.words["one"]
            for unit in thing[:head]
        )
        people = thing if many else thing[:head]
        if predicate == "expel" and is_of_mission(sentence, thing):
            return True
        foreign = predicate == "expel" and any(states_of(unit) for unit in people)
        if foreign and has_people(people):
            return True
        return any(
            is_envoy(sentence, unit) or (foreign and in_class(unit, sentence, "nationals")) for unit in people
        )
    if needed == "withheld" and _other_relations(sentence, thing):
        return True
    if predicate == "close" and any(in_class(unit, sentence, "supplies") for unit in thing):
        return True  # «перекрыла транзит нефти»
    if predicate in ("cancel", "call_off") and any(in_class(unit, sentence, "permit") for unit in thing):
        return False  # "cancelled entry visas": nobody needs them any more
    if predicate == "close" and _is_post(thing):
        return True  # of whom, the subject tells: "A closed the consulates of B"
    if predicate == "detain" and _for_a_crime(sentence, thing):
        return False
    if any(unit.kind in ("relations", "instrument", "body") for unit in thing) or (
        needed != "property" and any(unit.kind == "mission" and unit.mark != "of" for unit in thing)
    ):
        return False
    return any(in_class(unit, sentence, needed) for unit in thing)


def _are_its_people(thing: list[Unit], sentence: Sentence) -> bool:
    """Whether those told are called by the name of their people alone: «задержан россиянин»."""
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    if not head or not sentence.language.cases:
        return False
    last = thing[head - 1]
    return last.kind == "state" and last.value[1] == "adjective" and bool(last.case)


def _invades_here(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether a verb of invading has no object but a date, so that it is the page's own state that was invaded."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    alone = (
        after is not None
        and after.kind in ("preposition", "date", "punct")
        and voice(sentence, index) == "bare"
    )
    return (
        alone and sentence.units[index].key in sentence.language.words["invades"] and context.home is not None
    )


def _invasion(sentence: Sentence, index: int, clause: range, context: Context) -> Draft | None:
    """ "A invaded on 3 May 1950", on a page of B."""
    by = adversaries.subject(sentence, index, clause)
    against = context.counterpart(by) or context.home
    if (
        by is None
        or date_unit(sentence, index) is None
        or any(states_of(unit) for unit in sentence.units[index + 1 : clause.stop])
    ):
        return None
    if not adversaries.between_forces(sentence, index, clause, "active", by, True):
        return None
    return draft_of(
        sentence, index, noun_of(sentence, "attack", sentence.units[index].key), by, against, [], context
    )


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether an act goes on with a dated one of the same clause: "expelled the envoy on 3 May and suspended aid"."""
    units, clause = sentence.units, sentence.clause(index)
    joined = index > clause.start and (units[index - 1].kind == "and" or units[index - 1].text == ",")
    if not joined or sentence.language.cases:
        return False
    first = next((i for i in range(clause.start, index - 1) if is_verb(sentence, i)), None)
    return first is not None and any(units[i].kind == "date" for i in range(clause.start, index))


def _is_taken(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is attacked is a place told without whose it is: "occupied the province of P"."""
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    if head > 0 and in_class(thing[head - 1], sentence, "taken"):
        return True
    # "Chad raids Maaten": a name that nobody knows, behind the name of a state and its verb
    first = sentence.index(thing[0]) if thing else 0
    state = sentence.units[first - 2] if first > 1 else None
    return (
        first > 1
        and state is not None
        and state.kind == "state"
        and state.value[1] == "name"
        and _is_name(thing[0])
    )


def _is_name(unit: Unit) -> bool:
    return unit.kind in ("word", "actor") and unit.text[:1].isupper()


def _is_post(thing: list[Unit]) -> bool:
    """Whether what is closed is a mission told with whose it is: "two consulates of B"."""
    at = next((i for i, unit in enumerate(thing) if unit.kind == "mission"), 0)
    return any(unit.kind == "state" for unit in thing[:at])


def _for_a_crime(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether people were arrested for what has nothing to do with their state: "for smuggling"."""
    if not thing:
        return False
    behind = sentence.units[sentence.index(thing[-1]) :]
    return any(unit.key in sentence.language.words["crimes"] for unit in behind)


def _other_relations(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is broken off are relations of trade or the like: "severed trade ties"."""
    words = sentence.language.words["other_relations"]
    return any(unit.kind == "relations" and before.key in words for before, unit in itertools.pairwise(thing))
