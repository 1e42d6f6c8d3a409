"""A hostile act that a verb tells: "A expelled two diplomats of B", "the embassy of B was stormed"."""

from __future__ import annotations

from comity.knowledge.states import states
from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, domestic, opposed, targets, unnamed
from comity.reading.frames.incidents.manner import is_doer, told_how
from comity.reading.frames.incidents.objects import (
    elsewhere,
    fits,
    from_entering,
    given,
    is_own_place,
    is_post,
    is_struck,
    is_taken,
    joined_verb,
    on_envoys,
    pronoun_behind,
    refused,
    their_own,
)
from comity.reading.frames.incidents.people import named_before
from comity.reading.frames.incidents.phrasing import plain_words, who_was_recalled
from comity.reading.frames.incidents.predicates import (
    ANNOUNCED,
    BETWEEN_THE_TWO,
    HELD,
    OF_A_BODY,
    OF_A_THING,
    SUPPLY,
    WITH_NATION,
    WITHHOLDING,
)
from comity.reading.frames.incidents.summons import (
    after_summons,
    protested_anyway,
    protested_before,
    summoned_others,
    summons,
)
from comity.reading.frames.incidents.takings import TAKINGS
from comity.reading.frames.incidents.whose import apposed, at_mission, located, origin, under_flag
from comity.reading.frames.incidents.words import DATED, draft_of, is_envoy, object_of
from comity.reading.frames.nouns import (
    act_of,
    in_class,
    noun_of,
    states_of,
)
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_SUFFERED = frozenset({"detain", "impound", "seize", "nationalise", "freeze"})
"""Acts that befall people and things of a state, of which a page about two states need not say who did them."""
_FOR = frozenset({"ban", "suspend", "halt", "cancel", "call_off", "revoke"})
"""Acts told with for whom: "suspended visa-free entry for citizens of B"."""


def act(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a verb tells."""
    how = told_how(sentence, index)
    if how not in ("active", "passive") or _is_ammunition(sentence, index):
        return None
    if predicate in ("recall", "expel") and how == "passive" and is_doer(sentence, index):
        return None
    if predicate == "ban" and from_entering(sentence, index):
        predicate = "refuse_entry"
    if predicate == "protest" and (
        protested_anyway(sentence, index)
        or after_summons(sentence, index)
        or summoned_others(sentence, index, how)
        or (sentence.block.kind == "heading" and summons(sentence, index))
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
    if not thing and how == "active" and not joined_verb(sentence, index):
        thing = elsewhere(sentence, index, predicate, clause)
    if predicate == "refuse_entry" and how == "active" and sentence.language.cases:
        thing = refused(sentence, index, clause) or thing
    suffered = any(unit.case.startswith("nom") or unit.case in ("", "counted") for unit in thing)
    foreign = any(map(states_of, thing))
    if how == "passive" and predicate in HELD and sentence.language.cases and not (suffered and foreign):
        behind = object_of(sentence, index, "active", clause)  # «в А задержан 23-летний Б»
        if not suffered or any(map(states_of, behind)):
            thing = behind
    on_goods = index + 1 < clause.stop and sentence.units[index + 1].value == "goal"
    if how == "passive" and predicate == "ban" and (not thing or (on_goods and _holds(sentence, index))):
        thing = object_of(sentence, index + 1, "active", clause)  # «(в А) введён запрет на ввоз …»
    beside = how == "passive" and bool(sentence.language.cases) and sentence.units[index - 1].text == ","
    described = beside and not fits(sentence, thing, predicate)  # «список дипломатов А, объявленных …»
    if predicate == "expel" and (described or (not thing and pronoun_behind(sentence, index))):
        thing = named_before(sentence, index, clause)
    if predicate in ("attack", "sanction") and how == "active" and not any(map(states_of, thing)):
        thing = [*thing, *located(sentence, index + len(thing) + 1, clause)]
    if predicate == "expel" and sentence.units[index].key.split(" ")[0] in sentence.language.words["sends"]:
        envoys = any(is_envoy(sentence, unit) for unit in thing)
        if not envoys or (their_own(sentence, thing) and not any(map(states_of, thing))):
            return (
                None  # "sent home its staff", "three soldiers of B were sent home" by whoever had called them
            )
    thing = [*thing, *under_flag(sentence, thing, clause)]
    if predicate in ("expel", "protest", "recall", "detain"):
        thing = [*thing, *apposed(sentence, thing, clause)]
    if predicate == "expel" and how == "active":
        thing = [*thing, *origin(sentence, index, thing, clause)]
    if predicate == "expel":
        thing = [*thing, *at_mission(sentence, thing, clause)]
    if predicate == "attack" and not thing and _invades_here(sentence, index, context):
        return _invasion(sentence, index, clause, context)
    undated = predicate in DATED and date_unit(sentence, index) is None and not _goes_on(sentence, index)
    if not fits(sentence, thing, predicate) or (
        undated and not _barred(sentence, index, predicate, thing) and not _of_today(sentence, context)
    ):
        return None
    target = [state for unit in thing for state in states_of(unit)]
    if predicate == "attack" and how == "active" and is_taken(sentence, thing):
        doer = adversaries.subject(sentence, index, clause)
        theirs_all = context.counterpart(doer) if set(target) <= {doer} else None
        target = [theirs_all] if theirs_all is not None else target
    if predicate == "attack" and how == "active" and not target:
        target = opposed.sources(sentence, index, clause)[:1]  # "annexed P from B"
    ahead = bool(thing) and sentence.index(thing[0]) < index
    alone = predicate in HELD and not ahead and _is_without_subject(sentence, index, clause)
    nobody = how == "active" and (ahead or alone) and bool(sentence.language.cases)
    if how == "passive" or nobody:  # «посла Б вызвали в МИД», «из А выслали двух дипломатов Б»
        subject = adversaries.agent(sentence, index, clause) or adversaries.by_decision(sentence, clause)
        if subject is None and alone:
            subject = adversaries.subject(sentence, index, clause)
    else:
        subject = adversaries.subject(sentence, index, clause)
    if subject is None and sentence.language.morphology.is_gerund(sentence, index):
        subject = adversaries.of_main_clause(sentence, index)
    if subject is None and how == "active" and predicate in OF_A_BODY:
        told = adversaries.body(sentence, index, clause)
        subject = told if told and told.lower() in sentence.language.words["blocs"] else None
    if subject is None and predicate == "protest" and summons(sentence, index):
        subject = opposed.called_to(sentence, clause, next(iter(target), None))
    if subject is None and predicate in WITHHOLDING:
        if ends := opposed.supplied(sentence, clause):
            subject, target = ends[0], [ends[1]]
        else:
            traded = ("import", "supplies") if predicate == "ban" else ("import",)
            subject = opposed.importer(sentence, index, clause, traded)
            if subject is None and predicate == "ban" and how == "passive":
                subject = opposed.where(sentence, index, clause, next(iter(target), None))
    if predicate in WITHHOLDING and any(in_class(unit, sentence, "supplies") for unit in thing):
        # «остановила транзит нефти А в Б»
        goal = opposed.goal_of(sentence, index, clause, subject)
        target = [goal] if goal else target
    if subject is None and predicate in SUPPLY:
        subject = adversaries.supplier(sentence, index, how, clause, context.firms)
    if predicate == "expel" and (out_of := opposed.sent_out_of(sentence, thing)) is not None:
        subject, target = subject or out_of, [state for state in target if state != out_of]
    if subject is None and predicate == "expel":
        subject = opposed.where(sentence, index, clause, next(iter(target), None), "source")
    if predicate == "ban" and subject in target:
        target = [state for state in target if state != subject]  # "closed its own skies for aircraft of B"
    more = ("for",) if predicate.startswith("close") or predicate in _FOR else ()
    taken = predicate in TAKINGS and not sentence.language.cases
    marked = (
        opposed.beside(sentence, index, clause, subject)
        if taken
        else opposed.target(sentence, index, clause, subject, more)
    )
    if (
        predicate == "close"
        and how == "passive"
        and subject is None
        and target
        and marked is not None
        and marked not in target
    ):
        subject, target = target[0], [str(marked)]  # "the ports of A were closed to ships of B"
    if predicate == "ban" and how == "passive" and subject is None and target and not sentence.language.cases:
        subject = opposed.barred_from(sentence, index, clause, target)
    if predicate == "protest" and marked is None:
        marked = opposed.addressed(sentence, index, clause) or opposed.called_to(
            sentence, range(index + 1, clause.stop), subject
        )
        subject = subject or (opposed.host(thing) if summons(sentence, index) else None)
    receiver = opposed.receiver_before(sentence, index) if predicate == "protest" and not marked else None
    if receiver is not None and not thing and not protested_before(sentence, index):
        marked = receiver.value.state
        subject = opposed.called_to(sentence, range(index), marked) or receiver.value.to
    if predicate == "attack" and how == "passive" and subject is None:
        subject = adversaries.from_the_side_of(sentence, clause)
    if predicate in ("close", "attack") and subject in target and is_own_place(thing, subject):
        target = [state for state in target if state != subject]  # "A closed the crossing at P", in A
    goes_on = (
        sentence.units[index - 1].kind == "and"
    )  # "attacked a post and brought down a helicopter": one act
    plain = clause.start == 0 or sentence.units[clause.start - 1].kind not in ("clause", "pronoun")
    if (
        predicate == "attack"
        and subject
        and not target
        and plain
        and not goes_on
        and is_struck(sentence, thing, sentence.units[max(0, index - 4) : index])
    ):
        target = [other] if (other := context.counterpart(subject)) else []
    own = predicate == "recall" and their_own(sentence, thing)
    theirs = marked if own or not target else target[0]
    subject = subject or domestic.doer(sentence, index, theirs, context)
    it = unnamed.carried_on(sentence, index, context) if subject is None and how == "active" else None
    if it is not None:
        subject = it[0]
    if subject is None and context.news and how == "active" and unnamed.by_someone(sentence, index, clause):
        return None
    if subject is None and how == "active" and adversaries.is_of_several(sentence, index, clause):
        return None  # «ещё одна страна отозвала посла»
    theirs = marked if predicate == "recall" else next(iter(target), None)
    if how == "active" and subject is not None and subject == theirs and context.counterpart(theirs):
        subject = context.counterpart(theirs)  # "The government accused B of … and expelled the envoy of B"
    if predicate == "recall":
        own = their_own(sentence, thing)
        by = (
            subject
            or (target[0] if target and not own and not _only_where(thing) else None)
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
        if by is None and predicate == "ban" and how == "passive" and sentence.language.cases:
            by = opposed.importer(sentence, index, clause, ("import",))  # «ввоз … из Б в А запрещён»
        if how == "passive" and by is None and given(sentence, thing):
            by, target = next(iter(target), None), []  # "Norwegian aid was suspended"
        against = next((state for state in target if state != by), None) or (marked if marked != by else None)
        if against is None and predicate in OF_A_BODY:
            against = targets.bloc(sentence, index, clause)
        words = plain_words(sentence, thing)
        if predicate in WITH_NATION and against is None:
            return None
        if (
            predicate == "close"
            and is_post(thing)
            and (how != "active" or not subject or against not in target)
        ):
            return None
        if by is None and (how == "passive" or nobody) and predicate in HELD | {"freeze"}:
            by = opposed.where(sentence, index, clause, against)
            by = by or next((unit.value.to for unit in thing if unit.kind == "actor" and unit.value.to), None)
        if sentence.language.cases and (
            predicate == "refuse_entry" or (predicate == "revoke" and not against)
        ):
            against = opposed.of_nationals(sentence, index, clause, by) or against
        if predicate == "refuse_entry" and by is None and how == "passive":
            by = opposed.entered(sentence, index, clause)
        if predicate == "refuse_entry" and by is None and sentence.language.cases and against is not None:
            by = opposed.goal_of(sentence, index, clause, against) or opposed.where(
                sentence, index, clause, against
            )  # «политологу из Б запретили въезд в А»
        if by is None and (how == "passive" or nobody) and predicate in ANNOUNCED:
            by = unnamed.announcer(sentence, index, against) or unnamed.said_before(sentence, index, against)
            if by is None and context.news and predicate in HELD:
                by = unnamed.teller(sentence, context.upcoming(), against)
        if predicate in BETWEEN_THE_TWO or (predicate == "revoke" and how == "passive"):
            received = predicate == "protest" and any(is_envoy(sentence, unit) for unit in thing)
            by = by or (
                next((u.value.to for u in thing if u.kind == "actor" and u.value.to), None)
                if received
                else None
            )
            by = by or (
                context.counterpart(against)
                if how == "passive"
                or received
                or _pronoun(sentence, index, clause)
                or domestic.by_them(sentence, index)
                else None
            )
            if against is None and predicate == "declare_war":
                against = opposed.once_related(sentence, by)
            if against is None and by is not None and context.news:
                against = opposed.other_told(sentence, by)
            against = against or context.counterpart(by) or _home(by, context)
        if by is None and how == "passive" and predicate in _SUFFERED and not context.loose:
            by = domestic.nobody_told(sentence, index, against, context)
        if predicate == "freeze_assets" and against is None and context.home != by:
            against = context.home
    if against is None and by is not None and context.news and predicate in BETWEEN_THE_TWO | {"recall"}:
        against = opposed.other_told(sentence, by) or opposed.told_before(sentence, context.named, by)
    if against is None and it is not None and by == it[0] and predicate in BETWEEN_THE_TWO:
        against = it[1]
    private = False
    if predicate == "seize" and by is None and how == "active" and on_envoys(sentence, thing):
        private = bool(target) and adversaries.told_private(sentence, index, clause)
    if predicate == "attack" and not adversaries.between_forces(
        sentence, index, clause, how, by, bool(target)
    ):
        by_somebody = how == "active" or any(
            unit.kind == "preposition" and unit.value == "agent" for unit in sentence.units[index:]
        )
        by_somebody = by_somebody or any(unit.kind == "mission" for unit in thing)
        named = any(unit.kind in ("state", "actor") and states_of(unit) for unit in thing) or not thing
        private = (
            by_somebody and named and on_envoys(sentence, thing)
        )  # "demonstrators attacked the embassy of B"
        if not private:
            return None
    verb = sentence.units[index].key
    if predicate == "ban" and thing and _is_unknown_verb(sentence, thing[0]):
        words = ""  # «запретил (заходить в порты)»
    told = (
        act_of(sentence, predicate, words, verb)
        if predicate in OF_A_THING
        else noun_of(sentence, predicate, verb)
    )
    people = [unit for unit in thing if unit.kind in ("word", "actor")]
    if predicate == "refuse_entry" and (not people or (how == "active" and bool(sentence.language.cases))):
        told = noun_of(sentence, predicate, verb)  # «запретила въезд трём …»
    if predicate == "ban" and thing and voice(sentence, sentence.index(thing[0])) == "infinitive":
        told = _barred_act(sentence, predicate, thing, words)
    return draft_of(sentence, index, told, None if private else by, against, thing, context, private=private)


def _holds(sentence: Sentence, index: int) -> bool:
    """Whether a verb holds the noun of the ban, so that what is banned stands behind: «введён запрет на ввоз»."""
    return bool(sentence.language.cases) and " " in sentence.units[index].key


def _is_without_subject(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a verb has nobody before it who could do it: «в А задержали журналиста из Б»."""
    before = [unit for unit in sentence.units[clause.start : index] if unit.kind not in ("date", "punct")]
    if not before or before[0].kind != "preposition" or not sentence.language.cases:
        return False
    return not any(unit.case.startswith("nom") or unit.kind in ("pronoun", "quoted") for unit in before)


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


def _pronoun(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a pronoun is the subject: "It then withdrew …" tells no state of its own."""
    return any(sentence.units[i].kind == "pronoun" for i in range(max(clause.start, index - 3), index))


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


def _only_where(thing: list[Unit]) -> bool:
    """Whether the states told with envoys are those they served in: «(отозвал) послов в А и Б»."""
    named = [unit for unit in thing if unit.kind == "state"]
    posted = any(unit.kind == "actor" and unit.value.to for unit in thing)
    return posted and bool(named) and all(unit.case == "loc" for unit in named)


def _is_unknown_verb(sentence: Sentence, unit: Unit) -> bool:
    """Whether what is banned is a verb of which no noun is known."""
    return bool(sentence.language.cases) and unit.kind == "word" and unit.text.endswith(("ть", "ться", "ти"))
