"""Hostile acts that nouns tell, and orders to leave: "imposed sanctions on", "declared persona non grata"."""

from __future__ import annotations

from comity.knowledge.states import states
from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import (
    adversaries,
    decisions,
    domestic,
    imposed,
    opposed,
    targets,
    unnamed,
)
from comity.reading.frames.incidents.assaults import assault, violation
from comity.reading.frames.incidents.objects import are_its_people
from comity.reading.frames.incidents.people import are_people_of, is_of_mission
from comity.reading.frames.incidents.phrasing import opens_sentence, plain_words
from comity.reading.frames.incidents.unwelcome import unwelcome
from comity.reading.frames.incidents.words import draft_of, is_envoy, without_dates
from comity.reading.frames.nouns import (
    act_of,
    direction,
    head_before,
    in_class,
    phrase,
    states_of,
    wording,
)
from comity.reading.sentence import Sentence, is_fact, is_verb
from comity.reading.units import Unit

_BESIDE = 4
"""Units between a verb of suffering and the attack."""
_SENT = frozenset({"expel", "recall"})
_CLOSE = 5
"""Units between a verb of handing and what was handed."""
_FOR = 8
"""Units between a verb of imposing and what was imposed where those it is for stand between."""
_PARTED = 11
"""Units between them where phrases stand between."""
_OCCASIONS = frozenset({"under", "during", "after", "cause", "before"})
_ANNOUNCED = frozenset({"expel", "recall", "close_border", "close_airspace", "declare_war"})


def told_by_noun(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a noun tells with a verb for doing it: "imposed economic sanctions on", "lodged a protest
    with".
    """
    units = sentence.units
    clause = sentence.clause(index)
    first = next(
        (
            i + 1
            for i in range(index - 1, max(clause.start, index - _reach(sentence, index, predicate)) - 1, -1)
            if in_class(units[i], sentence, "impose")
        ),
        head_before(sentence, index),
    )
    far = _handed_far(sentence, index, clause) if predicate == "protest" else -1
    first = far + 1 if far >= 0 else first
    if predicate in _SENT and units[index - 1].kind == "preposition" and units[index - 1].value in _OCCASIONS:
        first = index  # «заявил о шагах в ответ на высылку»
    decision = decisions.decision(sentence, index, clause) or decisions.package(sentence, index, clause)
    if decision is not None:
        verb, first = decision
    else:
        verb = first - 1
    if decision is None:
        first = _past_day(sentence, first, index)
    if in_class(units[max(verb, 0)], sentence, "answers") and first < index:
        opens = units[first]
        if opens.kind == "preposition" and opens.end > opens.start and opens.value != "with":
            return None  # "responded to the expulsion of …", «ответила на высылку …»
    answered = (
        decision is None
        and first < index
        and units[first].value in ("with", "goal")
        and units[first].kind == "preposition"
        and units[first].end > units[first].start
        and in_class(units[verb], sentence, "impose")
    )
    if answered or (predicate in _ANNOUNCED and first < index and units[first].kind == "preposition"):
        first += 1  # «объявила о высылке», "retaliated with tariffs"
    if (
        verb >= clause.start
        and units[verb].kind in ("be", "have", "word")
        and not in_class(units[verb], sentence, "impose")
    ):
        verb -= 1
    if predicate in _SENT and _demanded(sentence, index):
        return None
    if predicate == "violate":
        return violation(sentence, index, context)
    if predicate == "attack":
        return assault(sentence, index, context)
    if predicate == "sanction" and (introduced := _introduced(sentence, index, clause, context)) is not None:
        return introduced
    if predicate == "unwelcome":
        return unwelcome(sentence, index, clause, context)
    if verb >= clause.start and sentence.language.morphology.is_future(units[verb]):
        return None
    told = decision is not None or (verb >= clause.start and in_class(units[verb], sentence, "impose"))
    if told and decision is None:
        first = decisions.behind_imposition(sentence, first, index)
    if predicate == "recall" and verb >= clause.start and in_class(units[verb], sentence, "demand"):
        told = True  # "requested the recall of the ambassador of B"
    after = next(
        (i for i in range(index + 1, min(index + 8, clause.stop)) if in_class(units[i], sentence, "impose")),
        None,
    )
    relative = imposed.relative(sentence, index) if predicate == "sanction" and not told else None
    imposition = imposed.imposed_by(sentence, index, clause) if predicate == "sanction" else None
    told, relative = told and imposition is None, relative or imposition
    if told:
        by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
        if by is None and (it := unnamed.carried_on(sentence, verb, context)) is not None:
            by = it[0]
        if verb and units[verb - 1].kind == "be" and units[verb - 2].kind == "actor":
            # "the B consul was handed a note of protest"
            by = adversaries.agent(sentence, index, clause) or context.counterpart(by)
        elif predicate == "protest" and _was_called(sentence, verb, clause):
            # "the ambassador of B was summoned to the ministry in P and handed a note of protest"
            by = opposed.called_to(sentence, clause, by) or opposed.where(sentence, verb, clause, by)
            by = by or context.counterpart(next(iter(opposed.states_in(units[clause.start : verb])), None))
    elif after is not None and (doer := imposed.imposing(sentence, after, clause)) is not None:
        by = doer
    elif relative is not None:
        by, after = relative  # "the embargo which A imposed on B"
        clause = range(index, sentence.clause(after).stop)
        first = index if imposition is not None else first
    elif after is not None and (units[after - 1].kind in ("be", "have") or after == index + 1):
        by = adversaries.agent(sentence, index, clause)
        if by is None and after == index + 1 and predicate == "protest" and sentence.language.cases:
            return _handed(sentence, index, after, clause, context)
        if by is None and after == index + 1:
            by = _whose(units[first:index])  # "the A embargo imposed on B"
        if by is None and after == index + 1:
            return None  # "sanctions placed on B by the OAS"
    elif (
        predicate in ("expel", "recall", "declare_war", "close_border")
        and index + 1 < clause.stop
        and units[index + 1].kind in ("preposition", "amount")
    ):
        verbs = (i for i in range(index + 1, clause.stop) if is_verb(sentence, i))
        by = adversaries.agent(sentence, index, range(clause.start, next(verbs, clause.stop)))
        by = by or _owner(sentence, first, index)
    else:
        return None
    if any(
        unit.kind in ("actor", "state", "mission", "place") and unit.mark == "goal"
        for unit in units[first:index]
    ):
        first = head_before(sentence, index)  # "handed the ambassador of B a note of protest"
    if far >= 0:
        first = index
    if told:
        first = _past_receiver(sentence, first, index)
    group = [
        unit
        for unit in without_dates(units[first : index + 1])
        if unit.kind not in ("determiner", "pronoun")
        and unit.text not in sentence.language.words["quote_open"]
        and unit.key not in sentence.language.words["possessive"]
        and not (unit.kind in ("state", "place") and unit.mark == "goal")
        and unit.kind != "place"
    ]
    owned = max((i for i, unit in enumerate(group) if unit.kind == "poss"), default=-1)
    group = group[owned + 1 :]  # "A's (expulsion)"
    if predicate in _SENT:
        group = [unit for unit in group if unit.key not in sentence.language.words["time_adjective"]]
    if predicate == "attack" or any(
        unit.kind == "organisation" or in_class(unit, sentence, "multilateral") for unit in group
    ):
        return None
    barred: str | None = None
    if group and group[0].kind == "preposition" and group[0].value == "for" and len(group) > 2:
        aside = group[: max((i + 1 for i, unit in enumerate(group[:-1]) if states_of(unit)), default=0)]
        if any(in_class(unit, sentence, "easing") for unit in group):
            return None  # «ввела для граждан А электронные визы»
        if aside:  # «ввела для граждан А визы»
            group = [unit for unit in group[len(aside) :] if unit.end > unit.start]
            barred = next((state for state in opposed.states_in(aside) if state != by), None)
    if any(unit.kind == "preposition" for unit in group[:-1]):
        return None
    begin = adversaries.past_agent(sentence, index, clause)  # «высылка Б (дипломатов А)»
    if begin > index + 1 and begin < clause.stop and units[begin].kind == "preposition":
        begin += 1
    behind = (
        units[begin : phrase(sentence, begin if begin > index + 1 else index, frozenset({"of"}), clause.stop)]
        if predicate in _SENT
        else []
    )
    people = predicate == "expel" and (
        any(in_class(unit, sentence, "nationals") for unit in behind)
        or are_its_people(behind, sentence)
        or (
            date_unit(sentence, index) is not None
            and are_people_of(sentence, [unit for unit in behind if unit.kind != "preposition"])
        )
    )
    people = people and any(
        states_of(unit) for unit in behind
    )  # "A's expulsion of two thousand immigrants of B"
    envoys = any(is_envoy(sentence, unit) for unit in [*group, *behind]) or is_of_mission(sentence, behind)
    if predicate in _SENT and not (envoys or people):
        return None
    if people:
        behind = behind[: next((i for i, unit in enumerate(behind) if unit.kind == "and"), len(behind))]
    last = max(
        (
            i
            for i, unit in enumerate(behind)
            if is_envoy(sentence, unit)
            or states_of(unit)
            or in_class(unit, sentence, "nationals")
            or unit.kind == "mission"
        ),
        default=-1,
    )
    if people and last >= 0 and behind[last].kind == "state":
        last = max([i for i, unit in enumerate(behind) if unit.kind == "word"] + [last])
    if last + 1 < len(behind) and behind[last + 1].kind == "mission":
        last += 1  # «сотрудника российского посольства»
    behind = behind[: last + 1]  # without a verb that nobody knows
    if predicate == "expel" and by is None:
        by = opposed.sent_out_of(sentence, behind)  # «высылка дипломатов из Б»
        by = by or next(iter(opposed.sources(sentence, index, clause)), None)
    target = [state for unit in behind for state in states_of(unit) if state != by]
    received = opposed.receiver_before(sentence, index) if predicate == "protest" and told else None
    if received is not None and by in (None, received.value.state):
        # «поверенный в делах А вызван в министерство, где ему заявлен протест»
        target = [received.value.state]
        by = opposed.called_to(sentence, range(index), target[0]) or received.value.to
    against = _recipient(sentence, index, by) if predicate == "protest" and told else None
    against = against or opposed.target(sentence, index, clause, by) or barred
    if against is None and told and by and predicate == "protest":
        against = _handed_to(sentence, verb, index, by)
    if against is None and told and by and predicate == "protest":
        against = opposed.undeclined(sentence, verb + 1, index, by)
    if against is None and told and by and context.news:
        against = opposed.other_told(sentence, by)
        if against is None and predicate == "protest":
            against = opposed.told_before(sentence, context.named, by)
    if predicate == "sanction" and against is None and _on_a_thing(sentence, index, clause):
        return None  # "introduced restrictions on alcohol"
    if against is None and told and predicate == "sanction":
        beside = units[index + 1 : index + 3]
        named = len(beside) == 2 and beside[0].value == "of" and beside[1].kind == "state"
        against = next((state for state in states_of(beside[1]) if state != by), None) if named else None
    against = against or (target[0] if target else None)
    if against is None and predicate == "sanction":
        against = targets.bloc(sentence, index, clause)
    if against is None and not (predicate == "sanction" and context.news):
        against = context.counterpart(by)
    if by is None and not told and after is not None:
        by = context.counterpart(against)
    if by is None and predicate in _SENT and target:
        by = _at_post(sentence, behind)
    if predicate == "recall" and (envoy := next((u for u in behind if _is_sent(u)), None)) is not None:
        by = by or envoy.value.state  # «в П объявили об отзыве посла А в Б»
        against = envoy.value.to if envoy.value.to != by else against
    if by is None and adversaries.is_of_several(sentence, index, clause):
        return None  # «некоторые страны начали высылку дипломатов А»
    if predicate == "protest" and told and sentence.language.cases:
        against = against or opposed.addressed(sentence, index, clause)
        if by is None and not context.of_many and imposed.is_handed_over(units[verb]):
            by = context.counterpart(against)  # «послу Б заявлен протест»
    if by is None and told:
        by = domestic.doer(sentence, verb, against, context)
    if by is None and target and after is None:  # "the recall of the ambassador of B": whose it is did it
        by = target[0] if predicate == "recall" else context.counterpart(target[0])
        against = context.counterpart(by)
    act = wording(sentence, [*group, *behind])
    if sentence.language.cases and group == [units[index]] and predicate in _SENT:
        act = act_of(sentence, predicate, plain_words(sentence, behind), units[index].key)
    elif sentence.language.cases and group and opens_sentence(sentence, group[0]):
        act = act[:1].lower() + act[1:]
    draft = draft_of(
        sentence,
        index,
        act,
        by,
        against,
        [units[verb if told else index]],
        context,
    )
    if draft is not None and imposition is not None:
        told_when = next((u for u in units[imposition[1] : index] if u.kind == "date"), None)
        draft.slots["date"] = told_when.value.date if told_when is not None else None
    elif draft is not None and relative is not None and draft.slots.get("date") is None:
        own = next((u for u in units[clause.start : clause.stop] if u.kind == "date"), None)
        draft.slots["date"] = own.value.date if own is not None else None
    return draft


def _is_sent(unit: Unit) -> bool:
    """Whether somebody is told with the state where he serves: "the ambassador of A to B"."""
    return unit.kind == "actor" and unit.value.to in states()


def _past_day(sentence: Sentence, first: int, index: int) -> int:
    """The index behind the day that a verb tells before what was done: "retaliated on 3 May (with …)"."""
    units = sentence.units
    while first < index:
        if units[first].kind == "date":
            first += 1
        elif units[first].kind == "preposition" and units[first + 1].kind == "date":
            first += 2
        else:
            break
    return first


def _handed(sentence: Sentence, index: int, verb: int, clause: range, context: Context) -> Draft | None:
    """A protest whose words open the sentence: «ноту протеста вручили дипломату посольства А в Б»."""
    units = sentence.units
    thing = units[verb + 1 : phrase(sentence, verb + 2, frozenset({"of", "place"}), clause.stop)]
    if not any(is_envoy(sentence, unit) for unit in thing):
        return None
    against = next((state for unit in thing for state in states_of(unit)), None)
    by = opposed.host(thing) or next((u.value.to for u in thing if u.kind == "actor" and u.value.to), None)
    by = by or unnamed.announcer(sentence, verb, against)
    act = wording(sentence, [units[index]])
    act = act[:1].lower() + act[1:] if opens_sentence(sentence, units[index]) else act
    return draft_of(sentence, index, act, by, against, thing, context)


def _reach(sentence: Sentence, index: int, predicate: str) -> int:
    """Units before a noun among which its verb stands; more where those it is for stand between: «ввела для граждан А
    визы».
    """
    if predicate == "sanction" and sentence.language.cases:
        near = sentence.units[max(0, index - _FOR) : index]
        if any(unit.kind == "preposition" and unit.value == "for" for unit in near):
            return _FOR
    return _CLOSE


def _handed_far(sentence: Sentence, index: int, clause: range) -> int:
    """The index of a verb of handing that phrases part from what was handed: «направила в МИД Б через посольство в П.
    ноту протеста»; -1 for none.
    """
    units = sentence.units
    if not sentence.language.cases:
        return -1
    for i in range(index - 1, max(clause.start, index - _PARTED) - 1, -1):
        if units[i].kind in ("punct", "clause", "and", "pronoun"):
            return -1
        if in_class(units[i], sentence, "impose"):
            return i if index - i > _CLOSE else -1
        if is_verb(sentence, i) and units[i].kind == "trigger":
            return -1
    return -1


def _at_post(sentence: Sentence, people: list[Unit]) -> str | None:
    """The state in which the mission is whose staff is sent away: «высылка сотрудников посольства А в Б»."""
    at = sentence.index(people[-1]) if people else -1
    units = sentence.units[at + 1 : at + 3]
    if not any(unit.kind == "mission" for unit in people) or len(units) < 2 or units[0].value != "place":
        return None
    return next(iter(states_of(units[1])), None)


def _was_called(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether a verb goes on with the passive before it: "was summoned … and handed"."""
    units = sentence.units
    if verb <= clause.start or units[verb - 1].kind != "and":
        return False
    earlier = next((i for i in range(verb - 2, clause.start, -1) if is_verb(sentence, i)), None)
    return earlier is not None and direction(sentence, earlier) == "passive"


def _past_receiver(sentence: Sentence, first: int, index: int) -> int:
    """Where what is handed over begins, behind who receives it: "handed the B consul a note of protest"."""
    units = sentence.units
    if units[first].kind == "organisation" and first < index and not units[first].mark:
        return first + 1  # «направила МИД А ноту»: the name of a ministry has no case
    if sentence.language.cases and units[first].kind == "preposition" and units[first].value == "goal":
        # «направил соседям ноту»
        return next((i for i in range(first + 1, index + 1) if units[i].case != "dat"), first)
    for i in range(index - 1, first, -1):
        if units[i].kind == "determiner":
            received = ("actor", "state", "place", "organisation")
            return i if any(unit.kind in received for unit in units[first:i]) else first
    return first


def _demanded(sentence: Sentence, index: int) -> bool:
    """Whether an act is only what somebody demands by a noun: «требования А о (высылке дипломата)»."""
    units = sentence.units
    if not sentence.language.cases or index < 2 or units[index - 1].value not in ("on", "topic"):
        return False
    at = index - 2
    while (
        at > 0 and ("of" in (units[at].mark, units[at].value) or units[at].case == "gen") and index - at < 6
    ):
        if _is_hearsay(sentence, at):
            return True
        at -= 1
    return _is_hearsay(sentence, at) and units[at].kind == "word"


def _is_hearsay(sentence: Sentence, at: int) -> bool:
    """Whether a word tells of demands or reports: «сообщения (о высылке посла)»."""
    return any(in_class(sentence.units[at], sentence, name) for name in ("demand", "hearsay"))


def _whose(group: list[Unit]) -> str | None:
    """The state whose act it is by an adjective before the noun."""
    return next((s for unit in group if unit.kind == "state" for s in states_of(unit)), None)


def _owner(sentence: Sentence, first: int, index: int) -> str | None:
    """Whose an act is by the words before its noun: "A's expulsion of …"."""
    units = sentence.units[max(0, first - 2) : index]
    return next((state for unit in units if unit.mark == "owner" for state in states_of(unit)), None)


def _introduced(sentence: Sentence, index: int, clause: range, context: Context) -> Draft | None:
    """Sanctions whose introduction is told by a noun with its doer: «введение Б экспортных ограничений»."""
    units, low = sentence.units, max(clause.start, index - 8)
    noun = next(
        (i for i in range(index - 1, low - 1, -1) if in_class(units[i], sentence, "imposition")), None
    )
    if noun is None or not sentence.language.cases or not is_fact(sentence, noun):
        return None
    first = adversaries.past_agent(sentence, noun, clause)
    by = next((state for unit in units[noun + 1 : first] for state in states_of(unit)), None)
    if by is None or any(unit.kind in ("punct", "clause") for unit in units[noun:index]):
        return None
    group = [unit for unit in units[first : index + 1] if unit.start < unit.end]
    against = opposed.target(sentence, index, clause, by) or targets.bloc(sentence, index, clause)
    if against is None and context.news:
        against = opposed.other_told(sentence, by)
    if against is None and context.counterpart(by) in opposed.states_in(units):
        against = context.counterpart(by)
    return draft_of(sentence, index, wording(sentence, group), by, against, [units[noun]], context)


def _recipient(sentence: Sentence, index: int, by: str | None) -> str | None:
    """The state right behind a protest that is not whose it is: «Китай выразил протест США»."""
    behind = sentence.units[index + 1 : index + 3]
    told = (
        state
        for unit in behind
        if unit.kind == "state" and unit.value[1] == "name" and unit.mark in ("of", "goal")
        for state in states_of(unit)
    )
    return next((state for state in told if by and state != by), None)


def _handed_to(sentence: Sentence, verb: int, index: int, by: str) -> str | None:
    """The state whose envoy or office a protest was handed to, told before it: «вручила послу А ноту протеста»."""
    receivers = (unit for unit in sentence.units[verb + 1 : index] if unit.mark == "goal")
    return next((state for unit in receivers for state in states_of(unit) if state != by), None)


def _on_a_thing(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether sanctions are told to be on a thing, without whose it is, that is not traded between states."""
    units = sentence.units
    if index + 1 >= clause.stop or units[index + 1].value not in ("on", "goal"):
        return False
    thing = units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
    traded = any(in_class(unit, sentence, "withheld") for unit in thing)
    return bool(thing) and thing[0].kind == "word" and not traded
