"""Visits: who of one state came to the other, when, in what form."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import achieved, state_in_play
from comity.reading.frames.dates.act import date_unit, dated_act
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.actors import actors_behind
from comity.reading.frames.participants.delegations import without_plain_groups
from comity.reading.frames.participants.persons import Told, told
from comity.reading.frames.participants.subjects import subjects
from comity.reading.frames.undone import undone
from comity.reading.frames.visits.dates import dates_of
from comity.reading.frames.visits.goals import goals_of
from comity.reading.frames.visits.itineraries import directed, listed, opens_list
from comity.reading.frames.visits.people import (
    CALLED,
    groups_of,
    opens_sentence,
    owned_visit,
    owns,
    subject_ahead,
    subject_before,
    told_of,
    visitors_of,
)  # fmt: skip
from comity.reading.frames.visits.travel import (
    RESIDENT,
    Dated,
    Goal,
    Group,
    as_goal,
    drafts,
    listed_groups,
    sent_by,
)
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"trigger:visit", "trigger:receive", "actor", "be", "mission"})

_ASIDE = 6
"""Units from a participle to where the visit went: «пребывающий с официальным визитом в стране»."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X visited B on …", "the visit of X to B", "A hosted X", "Visits to B: X (1992), Y (1993)", rows of visitors."""
    unit = sentence.units[index]
    if unit.kind == "mission":
        yield from _led_mission(sentence, index, context)
    elif unit.kind == "actor":
        yield from _led(sentence, index, context) if unit.value.group else ()
        yield from listed(sentence, index, context)
    elif unit.kind == "be":
        yield from _stayed(sentence, index, context)
    elif is_fact(sentence, index) and not _of_anybody(sentence) and not _retells(sentence, index, context):
        if any(predicate == "receive" for predicate, _ in unit.value):
            yield from _hosted(sentence, index, context)
        elif is_verb(sentence, index):
            yield from _went(sentence, index, context)
        else:
            yield from _named(sentence, index, context)


def _of_anybody(sentence: Sentence) -> bool:
    """Whether a sentence tells of whoever holds an office: "a new minister makes his or her first visit to B"."""
    units, words = sentence.units, sentence.language.words["possessive"]
    return any(
        unit.text == "or" and units[i - 1].key in words and units[i + 1].key in words
        for i, unit in enumerate(units[1:-1], 1)
    )


def _retells(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether a sentence only says what the visit told before was: "This was the first visit of a president of A"."""
    units, words = sentence.units, sentence.language.words
    if index < 3 or sentence.language.cases or context.occasion("visit") is None:
        return False
    opens = units[0].key in words["it"] or units[0].key in words["definite"]
    ranked = any(
        unit.key in words["superlative"] or (unit.kind == "amount" and unit.value.kind == "ordinal")
        for unit in units[2:index]
    )
    return opens and units[1].kind == "be" and ranked


# -- told by verbs -----------------------------------------------------------------------------------------


def _went(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X visited B", "X arrived in B", "B was visited by X"."""
    how = voice(sentence, index)
    if how == "ing" and not sentence.language.cases:
        return
    if how == "ing" and (first := _first_to(sentence, index)) is not None:
        dates = [Dated(date.value.date, date) for date in [dated_act(date_unit(sentence, index))] if date]
        for goal in goals_of(sentence, index):
            yield from drafts(sentence, index, context, Group(told([first], context), dates), goal)
        return
    described = _described(sentence, index) if how == "ing" and not achieved(sentence, index) else None
    if described is not None:
        goals = goals_of(sentence, index) or _goals_of_noun(sentence, index)
        for goal in goals or _hosts(sentence, index, described):
            guests = told(_with_group(sentence, index, described), context)
            when = dates_of(sentence, index) if _own_date(sentence, index) else []
            yield from drafts(sentence, index, context, Group(guests, when), goal)
        return
    if how in ("infinitive", "ing"):
        copula = achieved(sentence, index)
        people = subjects(sentence, copula, context) if copula else []
        for goal in goals_of(sentence, index):
            yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goal)
        return
    if _in_return(sentence, index):
        yield from _returned(sentence, index, context)
        return
    if how == "passive":
        goals = _before(sentence, index)
        listed = listed_groups(sentence, index + 1, sentence.clause(index).stop, context)
        several = len(listed) > 1 and all(group.dates for group in listed[:-1])
        groups = (
            listed if several else [Group(told(_agents(sentence, index), context), dates_of(sentence, index))]
        )
    else:
        goals = goals_of(sentence, index)
        groups = groups_of(sentence, index, context) if goals else []
        if not goals and _is_country(sentence, index + 1):
            for group in groups_of(sentence, index, context):
                yield from drafts(sentence, index, context, group, None)
    yield from _everywhere(sentence, index, context, groups, goals)


def _everywhere(
    sentence: Sentence, index: int, context: Context, groups: list[Group], goals: list[Goal]
) -> Iterator[Draft]:
    """The claims of all groups to all goals; where the visitors are from is settled by the first."""
    for group in (one for several in groups for one in _respectively(sentence, index, several)):
        origin = (
            sent_by(sentence, group.people, None, state_in_play(goals[0].state, context), context)
            if len(goals) > 1
            else None
        )
        for goal in goals:
            yield from drafts(sentence, index, context, group, goal, origin)


def _goals_of_noun(sentence: Sentence, index: int) -> list[Goal]:
    """Where the visit went that a participle only carries: «совершающим первый визит в А»."""
    noun = next(
        (
            i
            for i in range(index + 1, min(index + _ASIDE, sentence.clause(index).stop))
            if sentence.units[i].kind == "trigger"
            and any(pair == ("visit", "noun") for pair in sentence.units[i].value)
        ),
        None,
    )
    return goals_of(sentence, noun) if noun is not None else []


def _described(sentence: Sentence, index: int) -> Unit | None:
    """Whom a participle behind a comma describes: «министра обороны, прибывшего в Софию»."""
    units = sentence.units
    if index < 2 or units[index - 1].text != ",":
        return None
    comma = units[index - 1].start
    before = max(
        (unit for unit in units if unit.end <= comma), key=lambda unit: unit.end
    )  # in the text's order
    return before if before.kind == "actor" and comma - before.end <= 1 else None


def _first_to(sentence: Sentence, index: int) -> Unit | None:
    """Who was the first that a participle describes: «первым лидером, посетившим А, стал президент Б»."""
    units, words = sentence.units, sentence.language.words
    told = (word for unit in units[max(0, index - 5) : index] for word in unit.text.split())
    if not any(sentence.language.key(word) in words["superlative"] for word in told):
        return None
    for at in range(index + 1, len(units)):
        becomes = units[at].kind == "trigger" and any(
            predicate == "become" for predicate, _ in units[at].value
        )
        if becomes or units[at].key in words["become"]:
            before, behind = units[at - 1], units[at + 1 : at + 2]
            named = [
                unit for unit in (before, *behind) if unit.kind == "actor" and unit.case.startswith("nom")
            ]
            return named[0] if named and is_fact(sentence, at) else None
    return None


def _with_group(sentence: Sentence, index: int, described: Unit) -> list[Unit]:
    """Whom a participle describes, a leader with the delegation: «делегация А во главе с Б., прибывшая …»."""
    before = sentence.units[sentence.clause(index).start : index - 1]
    led = described.mark == "led" and any(unit.kind == "actor" and unit.value.group for unit in before[:-1])
    group = next((unit for unit in reversed(before[:-1]) if unit.kind == "actor"), None) if led else None
    return without_plain_groups(sentence, [group, described]) if group is not None else [described]


def _own_date(sentence: Sentence, index: int) -> bool:
    """Whether a participle has a date of its own before the next verb: «прибывшая во вторник в А»."""
    for i in range(index + 1, sentence.clause(index).stop):
        if sentence.units[i].kind == "date":
            return True
        if is_verb(sentence, i) or sentence.units[i].text == ",":
            return False
    return False


def _hosts(sentence: Sentence, index: int, guest: Unit) -> list[Goal]:
    """Where somebody is who is "in the country" with a visit: that of whom the sentence tells besides."""
    units = sentence.units
    if not any(
        _is_country(sentence, i + 1)
        for i in range(index, min(index + _ASIDE, sentence.clause(index).stop - 1))
        if units[i].kind == "preposition"
    ):
        return []
    other = next(
        (u for u in units if u.kind == "actor" and u.value.state not in (None, guest.value.state)), None
    )
    return [Goal(str(other.value.state), None, other)] if other is not None else []


def _respectively(sentence: Sentence, index: int, group: Group) -> list[Group]:
    """ "X and Y visited B in 1998 and 2003 respectively": each with a date of their own."""
    size = len(group.people)
    told = sentence.has_word("respectively", index, sentence.clause(index).stop)
    if size < 2 or size != len(group.dates) or not told:
        return [group]
    return [Group([one], [when], group.goal) for one, when in zip(group.people, group.dates, strict=True)]


def _led(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X led a trade delegation to B"."""
    units = sentence.units
    words = sentence.language.words["led"]
    verb = next((i for i in range(index - 1, max(index - 4, 0), -1) if units[i].key in words), 0)
    if not verb or any(unit.kind == "preposition" for unit in units[verb:index]):
        return
    goal = (
        as_goal(units[index + 2])
        if index + 2 < len(units)
        and units[index + 1].kind == "preposition"
        and units[index + 1].value == "goal"
        else None
    )
    people = subjects(sentence, verb, context) if goal is not None and is_fact(sentence, verb) else []
    if people:
        group = Told(units[index].value, units[index])
        plain = " " not in (group.actor.person.office or "")
        yield from drafts(
            sentence,
            index,
            context,
            Group(people if plain else [*people, group], dates_of(sentence, index)),
            goal,
        )


def _led_mission(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X headed a trade mission to B": a mission that somebody leads travels."""
    units, words = sentence.units, sentence.language.words
    verb = next((i for i in range(index - 1, max(index - 4, 0), -1) if units[i].key in words["led"]), 0)
    if (
        not verb
        or units[index].value != "trade-mission"
        or not _goes(units, index)
        or not is_fact(sentence, verb)
    ):
        return
    goal = as_goal(units[index + 2])
    people = subjects(sentence, verb, context) if goal is not None else []
    if people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goal)


def _goes(units: list[Unit], index: int) -> bool:
    """Whether "to" and where it leads stand behind a unit."""
    if index + 2 >= len(units):
        return False
    return units[index + 1].kind == "preposition" and units[index + 1].value == "goal"


def _in_return(sentence: Sentence, index: int) -> bool:
    words = sentence.language.words["return_visit"]
    behind = sentence.units[index + 1 : index + 2]
    if is_verb(sentence, index) and behind and behind[0].value == "source":
        return False  # «вернулся из поездки в А»
    return any(
        unit.key in words or unit.key.split(" ")[0] in words
        for unit in sentence.units[max(0, index - 2) : index + 1]
    )


def _returned(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Y paid a return visit": the way back of the visit told before."""
    last = context.occasion("visit")
    people = subjects(sentence, index, context) or visitors_of(sentence, index, context)
    if last is None or len(last.parties) != 2 or not people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), None)
        return
    yield from drafts(
        sentence,
        index,
        context,
        Group(people, dates_of(sentence, index)),
        None,
        last.parties[1],
        last.parties[0],
    )


def _hosted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A hosted President X on …": a state or city that receives is one that was visited."""
    if not is_verb(sentence, index) or voice(sentence, index) not in ("active", "bare"):
        return
    units = sentence.units
    clause = sentence.clause(index)
    if any(units[i].kind in ("actor", "pronoun") for i in range(clause.start, index)):
        return
    goals = _before(sentence, index)
    behind = index + 1
    while (
        behind < len(units)
        and units[behind].kind in ("determiner", "word", "honorific")
        and behind - index < 4
    ):
        behind += 1
    if not goals or behind >= len(units) or units[behind].kind != "actor":
        return
    people = [
        one
        for one in told(actors_behind(sentence, index, clause.stop), context)
        if one.state != goals[0].state
    ]
    if people:
        yield from drafts(sentence, index, context, Group(people, dates_of(sentence, index)), goals[0])


def _before(sentence: Sentence, index: int) -> list[Goal]:
    """The state or city that is the subject of what stands at `index`."""
    units = sentence.units
    for cursor in range(index - 1, sentence.clause(index).start - 1, -1):
        goal = as_goal(units[cursor])
        if goal and (
            units[cursor].mark == ""
            or units[cursor + 1].kind in ("be", "have")
            or is_verb(sentence, cursor + 1)
        ):
            return [goal]
    return []


def _agents(sentence: Sentence, index: int) -> list[Unit]:
    found = actors_behind(sentence, index, sentence.clause(index).stop)
    if not found or not any(unit.mark == "agent" for unit in found):
        return []
    first = sentence.index(found[0])
    return [] if any(is_verb(sentence, i) for i in range(index + 1, first)) else found  # that verb's agent


def _stayed(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X was in B in November 2012"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].kind != "preposition" or units[index + 1].value != "place":
        return
    before = units[index - 1] if index else None
    if before is None or before.text in sentence.language.words["present"]:
        return
    goal = as_goal(units[index + 2])
    if goal is None or units[index].key not in sentence.language.words["was"]:
        return
    named = before.kind == "actor" or (
        before.text in (",", ")") and index > 1 and units[index - 2].kind == "actor"
    )
    if not (named or (before.kind == "pronoun" and before.key in sentence.language.words["person_pronoun"])):
        return
    dates = dates_of(sentence, index)
    people = subjects(sentence, index, context)
    if (
        people
        and dates
        and dates[0].unit is not None
        and all(one.actor.cls not in RESIDENT for one in people)
    ):
        yield from drafts(sentence, index, context, Group(people, dates), goal)


# -- told by nouns -----------------------------------------------------------------------------------------


def _named(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "the visit of X to B took place …", "X paid a visit to B", "during his visit to B in 2003"."""
    if opens_list(sentence, index) or _behind_travel(sentence, index) or undone(sentence, index):
        return
    if _behind_participle(sentence, index) or owns(sentence, index):
        return
    goals = goals_of(sentence, index) or _paid(sentence, index)
    if not goals and _in_return(sentence, index):
        yield from _returned(sentence, index, context)
        return
    people = visitors_of(sentence, index, context)
    dates = dates_of(sentence, index)
    called = _called(sentence, index)
    if goals and not people and (called or opens_sentence(sentence, index)):
        ahead = subject_ahead(sentence, index, context)
        people = ahead or (subject_before(sentence, index, context) if called else [])
        called = not people or told_of(people, goals, context)
    if people:
        listed = listed_groups(sentence, index + 1, _next_visit(sentence, index), context)
        several = len(listed) > 1 and all(group.dates for group in listed)
        groups = listed if several else [Group(people, dates)]
        if (
            called
            and not (dates and dates[0].unit is not None)
            and not owned_visit(sentence, people, goals, context)
        ):
            return
    elif not _light(sentence, index):
        return
    else:
        agents = _by(sentence, index)
        groups = [Group(told(agents[:1], context), dates)] if agents else groups_of(sentence, index, context)
    if not goals and not _elsewhere(sentence, index):
        origin, to = directed(sentence, context)
        for group in groups:
            yield from drafts(sentence, index, context, group, None, origin, to)
    if len(groups) > 1 and all(group.goal for group in groups):
        for group in groups:  # "the visits of X to A in 1999 and of Y to B in 2001"
            yield from drafts(sentence, index, context, group, group.goal)
        return
    yield from _everywhere(sentence, index, context, groups, goals)


def _next_visit(sentence: Sentence, index: int) -> int:
    """Where the next noun for a visit stands in the clause, whose visitors are its own; else the clause's end."""
    clause = sentence.clause(index)
    same = {predicate for predicate, form in sentence.units[index].value if form == "noun"}
    for i in range(index + 1, clause.stop):
        unit = sentence.units[i]
        if unit.kind == "trigger" and same & {predicate for predicate, form in unit.value if form == "noun"}:
            return i
    return clause.stop


def _paid(sentence: Sentence, index: int) -> list[Goal]:
    """Where a visit went that was paid to it: "X paid A a state visit"."""
    units, words = sentence.units, sentence.language.words
    at = index - 1
    while at > 0 and units[at].kind in ("word", "determiner", "amount", "number"):
        at -= 1
    paid = at > 1 and units[at - 1].key in words["carries_visit"]
    goal = as_goal(units[at]) if paid and units[at + 1].kind == "determiner" else None
    return [goal] if goal is not None else []


def _behind_participle(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind somebody carries the visit: «с министром Б., находящимся в стране с визитом»."""
    for cursor in range(index - 1, max(sentence.clause(index).start, index - 10), -1):
        unit = sentence.units[cursor]
        if unit.kind == "trigger" and is_verb(sentence, cursor):
            return voice(sentence, cursor) == "ing" and _described(sentence, cursor) is not None
        if unit.kind in ("actor", "clause"):
            return False
    return False


def _elsewhere(sentence: Sentence, index: int) -> bool:
    """Whether the visit went to something that is no state or city: "his visit to the island", "his Asian tour"."""
    clause = sentence.clause(index)
    before = sentence.units[index - 1] if index > 1 else None
    if before is not None and before.kind == "word" and is_capitalised(before):
        return True
    for cursor in range(index + 1, min(index + 4, clause.stop)):
        unit = sentence.units[cursor]
        if unit.kind == "preposition" and unit.value == "goal":
            return not _is_country(sentence, cursor + 1)
        if unit.kind not in ("word", "determiner", "punct"):
            return False
    return False


def _is_country(sentence: Sentence, index: int) -> bool:
    """Whether nothing but "the country" stands at an index: the other one of the relations."""
    units = sentence.units
    while index < len(units) and units[index].kind == "determiner":
        index += 1
    return index < len(units) and units[index].key in sentence.language.words["country"]


def _called(sentence: Sentence, index: int) -> bool:
    """Whether the visit is only mentioned as the time of something else: "during the visit"."""
    for cursor in range(index - 1, max(index - 9, -1), -1):
        unit = sentence.units[cursor]
        if unit.kind == "preposition":
            return unit.value in CALLED
        if unit.kind not in ("determiner", "word", "number", "poss", "actor", "state", "amount", "punct"):
            return False
    return False


def _light(sentence: Sentence, index: int) -> bool:
    """Whether a verb that only carries the noun stands before it: "made a visit", "was on a visit"."""
    words = sentence.language.words["carries_visit"]
    for cursor in range(index - 1, max(index - 10, -1), -1):
        unit = sentence.units[cursor]
        if unit.key in words or (unit.kind == "trigger" and unit.key.split(" ")[0] in words):
            return not _to_do(sentence, cursor)
        if unit.kind == "be" and any(
            other.kind == "preposition" and other.value == "on" for other in sentence.units[cursor:index]
        ):
            return True
        if unit.kind in ("actor", "clause"):
            return False
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(unit.kind == "actor" and unit.mark == "agent" for unit in behind)


def _by(sentence: Sentence, index: int) -> list[Unit]:
    """Who made the visit, behind it: "a visit to B by X", not "a visit to B, accompanied by X"."""
    found: list[Unit] = []
    for unit in sentence.units[index + 1 :]:
        if unit.text == "," or unit.key in sentence.language.words["accompanied"]:
            break
        if unit.kind == "actor" and unit.mark == "agent":
            found.append(unit)
    return found


def _to_do(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands in the infinitive: "to make a visit"."""
    return index > 0 and sentence.units[index - 1].key == "to"


def _behind_travel(sentence: Sentence, index: int) -> bool:
    """ "arrived in B on an official visit": the verb tells the visit."""
    clause = sentence.clause(index)
    for cursor in range(index - 1, max(clause.start - 1, index - 14), -1):
        unit = sentence.units[cursor]
        if (
            unit.kind == "trigger"
            and is_verb(sentence, cursor)
            and any(p == "visit" for p, _ in reading_of(sentence, cursor))
        ):
            return bool(goals_of(sentence, cursor))
    return False


__all__ = ["STARTS", "read"]
