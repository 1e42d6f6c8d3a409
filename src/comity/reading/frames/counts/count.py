"""Stated numbers of things of the relations: documents, joint ventures, residents, sessions."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.counts.aside import befell, is_asked_for, is_compound, names_part, of_story
from comity.reading.frames.counts.continued import continued, remember
from comity.reading.frames.counts.numbered import labelled, number_verb, numbered, opening, sized, stationed
from comity.reading.frames.counts.people import is_people
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.dates.others import of_bracket
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, in_class, phrase, states_told, wording
from comity.reading.frames.ranges import of_range
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"amount"})

_INSIDE = frozenset({"of", "with", "source", "between"})
_SETTINGS = frozenset({"visit", "meet"})
"""What as a noun is only when something was done: "20 documents were signed during the visit"."""
_OF_PEOPLE = frozenset({"reside", "visit", "arrive", "amount", "maintain", "grow", "number", "work"})
"""What is told of people whose number is one of the relations."""
_THERE = frozenset({"reside", "visit", "arrive", "maintain", "work"})
_SOLD = frozenset({"export", "import"})
"""What companies do that are counted: "1,500 A companies export to B"."""
# Predicates whose numbers fill slots of other claims.
_TAKEN = frozenset(
    {"train", "provide", "visit", "meet", "export", "import", "turnover", "expel", "send_away", "participate"}
)


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The legal base consists of 23 documents", "25 joint ventures are registered", "about 5000 citizens of
    A live in B".
    """
    units = sentence.units
    amount = units[index].value
    if amount.kind != "number" or amount.value < 2 or amount.value != int(amount.value):
        return
    if of_range(sentence, index) or names_part(sentence, index):
        return
    before = units[index - 1] if index else None
    if (
        before is not None
        and before.kind == "preposition"
        and before.value == "with"
        and before.end > before.start
    ):
        return  # "a forum with 60 companies"
    if before is not None and before.text.islower() and sentence.language.morphology.is_verbal(before):
        return  # «компания, контролирующая три предприятия»
    if any(unit.text == "+" for unit in units[max(0, index - 1) : index + 2]):
        return  # "a 2+2 meeting"
    verb = number_verb(sentence, index)
    if verb is not None:
        counted = list(numbered(sentence, index, verb, context))
        yield from counted
        if counted:
            return
    if told_first := [
        *sized(sentence, index, context),
        *stationed(sentence, index),
    ] or list(opening(sentence, index, context)):
        yield from told_first
        return
    stop = phrase(sentence, index + 1, _INSIDE)
    stop = min(
        [
            stop,
            *(i for i in range(index + 2, stop) if units[i].kind == "trigger" and not _noun_only(units[i])),
        ]
    )
    told_group = units[index + 1 : stop]
    group = _whole(sentence, told_group)
    head = _head(sentence, group)
    if head is None:
        yield from labelled(sentence, index, context)
        return
    if is_compound(sentence, head) or is_asked_for(sentence, index):
        return
    if group[-1].key in sentence.language.words["so_called"]:
        return  # "35 members of the so-called …"
    if in_class(head, sentence, "round") and not any(in_class(unit, sentence, "talks") for unit in group):
        return  # "five rounds of boxing"
    people = (
        is_people(sentence, head)
        or in_class(head, sentence, "resident")
        or in_class(head, sentence, "plain_people")
    )
    if people and (_done_to(sentence, index) or _acts(sentence, told_group)):
        yield from _staying(sentence, head, group, index, context)
        return
    if people and befell(sentence, stop):
        return
    clause = sentence.clause(index)
    where = _where(sentence, head, stop)
    # what is told of people behind a comma is what they do there
    end = (
        next((i for i in range(stop, clause.stop) if units[i].text == ","), clause.stop)
        if where
        else clause.stop
    )
    triggers = [
        i
        for i in range(clause.start, end)
        if units[i].kind == "trigger"
        and (not index < i < stop or is_verb(sentence, i))
        and not (units[i].text == "lives" and units[i - 1].kind == "determiner")  # "lost their lives"
    ]
    predicates = _told_of(sentence, index, triggers, people=people, there=bool(where))
    told = continued(sentence, head, states_told(sentence, clause), context)
    bilateral = any(
        in_class(unit, sentence, "bilateral") or unit.kind in ("dyad", "sides")
        for unit in (units[i] for i in clause)
    )
    if not _of_relations(head, sentence, predicates, told, bilateral, context):
        if people:
            yield from _staying(sentence, head, group, index, context)
        return
    if any(units[i].kind == "modal" for i in clause):
        return
    if any(not is_fact(sentence, i) for i in triggers) and not _every_year(sentence, clause):
        return
    parties = both_sides(told, context)
    date = date_unit(sentence, index)
    if (
        of_story(sentence, date, stop)
        or of_bracket(sentence, date, group)
        or _of_item(sentence, date, stop)
        or _compared(sentence, date, stop)
    ):
        date = None
    remember(sentence, clause, head, parties, context)
    yield Draft(
        "count",
        {
            "what": wording(sentence, [*group, *where]),
            "value": amount.value,
            "parties": parties or None,
            "date": dated(date),
        },
        [run(sentence, [units[index], *group])],
        [f"count: {units[index].text} {head.text}"],
        0.7,
    )


def _told_of(sentence: Sentence, index: int, triggers: list[int], *, people: bool, there: bool) -> set[str]:
    """What a clause tells of the counted at `index`, without what only tells that they are there, or how many."""
    units, recorded = sentence.units, sentence.language.words["recorded"]
    predicates = {
        predicate
        for i in triggers
        for predicate, _ in reading_of(sentence, i)
        if predicate not in _SETTINGS or is_verb(sentence, i)
    }
    if people:
        behind = [i for i in triggers if i > index and units[i].key in recorded]
        predicates -= {predicate for i in behind for predicate, _ in reading_of(sentence, i)}
    if there:
        predicates.discard("number")  # "it is estimated that there are 300 citizens of A in B"
    if "reside" in predicates:
        predicates.discard("serve")  # «состоит на учёте»
    return predicates


def _every_year(sentence: Sentence, clause: range) -> bool:
    """Whether what people are counted for goes on each year, and is neither denied nor planned: "Every year 20,000 A-ns
    visit B"."""
    told, words = [sentence.units[i].key for i in clause], sentence.language.words
    hoped = words["plan"] | words["negation"]
    return any(key in words["each"] for key in told) and not any(key in hoped for key in told)


def _staying(
    sentence: Sentence, head: Unit, group: list[Unit], index: int, context: Context
) -> Iterator[Draft]:
    """People of one state whom a participle tells to be in the other, whatever the verb says of them: "welcomed the
    30,000 A students studying in B"."""
    units = sentence.units
    at = sentence.index(group[-1]) + 1
    stays = at < len(units) and units[at].kind == "trigger"
    if not stays or not {("train", "ing"), ("reside", "ing"), ("work", "ing")} & set(units[at].value):
        return
    where = _where(sentence, head, at)
    whose = states_told(sentence, range(index, at))
    hosts = states_told(sentence, [sentence.index(unit) for unit in where])
    parties = both_sides((*whose, *hosts), context)
    if len(whose) != 1 or len(parties) != 2 or set(parties) != {*whose, *hosts}:
        return
    yield Draft(
        "count",
        {"what": wording(sentence, [*group, *where]), "value": units[index].value.value, "parties": parties},
        [run(sentence, [units[index], *group, *where])],
        [f"count: {units[index].text} {head.text} {units[at].text}"],
        0.7,
    )


def _of_item(sentence: Sentence, date: Unit | None, stop: int) -> bool:
    """Whether a date stands in the bracket of something told behind the number: "80 documents, among them X (2000)"."""
    if date is None:
        return False
    at = sentence.index(date)
    return at > stop + 1 and sentence.units[at - 1].text == "("


def _compared(sentence: Sentence, date: Unit | None, stop: int) -> bool:
    """Whether a date is that of another number, which the first is compared with: "120 firms, up from 80 in 2015"."""
    if date is None:
        return False
    units, compare = sentence.units, sentence.language.words["compare"]
    return any(
        units[i].kind == "amount" and any(unit.key in compare for unit in units[i - 3 : i])
        for i in range(stop, sentence.index(date))
    )


def _acts(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether people are counted only for what they once did: "40,000 citizens volunteered for the army"."""
    if not _ends_with_verb(sentence, group) or group[-1].text.endswith("ing"):
        return False
    return group[-1].key not in sentence.language.words["recorded"]


def _ends_with_verb(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether a phrase took in the verb behind it: "agreements regulating", "citizens volunteered"."""
    if len(group) < 2 or group[-1].start == group[-2].end:
        return False
    return bool(sentence.language.morphology.is_verbal(group[-1]))


def _whole(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A counted phrase without what only begins behind it: "flights (a week between X)", "sessions (of that)"."""
    rest = next(
        (
            i
            for i, unit in enumerate(group)
            if unit.kind == "determiner" and i and group[i - 1].kind != "preposition"
        ),
        None,
    )
    group = group[:rest]
    if _ends_with_verb(sentence, group):
        group = group[:-1]  # "agreements regulating (the relationship)"
    between = next(
        (i for i, unit in enumerate(group) if unit.kind == "preposition" and unit.value == "between"), None
    )
    if between is not None and not any(unit.kind in ("and", "sides", "dyad") for unit in group[between:]):
        group = group[:between]
    passed = sentence.language.words["time_tail"] | sentence.language.words["worth"]
    while group and (
        group[-1].kind in ("preposition", "determiner")
        or group[-1].key in passed
        or (len(group) > 1 and _is_adverb(group[-1]))
    ):
        group = group[:-1]
    return group


def _is_adverb(unit: Unit) -> bool:
    """Whether a word behind a counted phrase is of the verb that follows: "a million A-ns legally (residing)"."""
    return unit.kind == "word" and unit.text.islower() and unit.text.endswith("ly")


def _noun_only(unit: Unit) -> bool:
    return {form for _, form in unit.value} == {"noun"}


def _done_to(sentence: Sentence, index: int) -> bool:
    """Whether the people are the object of some verb: "pardoned four citizens of B"."""
    cursor = index - 1
    while cursor >= 0 and (
        sentence.units[cursor].key in sentence.language.words["approx"]
        or sentence.units[cursor].kind in ("determiner", "preposition")
    ):
        if sentence.units[cursor].kind == "preposition" and sentence.units[cursor].value not in (
            "topic",
            "place",
            "of",
            "over",
            "between",
        ):
            break
        cursor -= 1
    before = sentence.units[cursor] if cursor >= 0 else None
    return (
        before is not None
        and before.kind == "word"
        and before.text.islower()
        and before.key not in sentence.language.words["adverb"]
        and before.key not in sentence.language.words["census"]
        and before.key not in sentence.language.words["occasion"]  # "Every year (20,000 A-ns visit B)"
    )


def _where(sentence: Sentence, head: Unit, stop: int) -> list[Unit]:
    """Where people live: "citizens of A … in B"; a word of living between is passed over."""
    units = sentence.units
    if not (is_people(sentence, head) or in_class(head, sentence, "resident")):
        return []
    for i in range(stop, min(stop + 4, len(units))):
        if units[i].kind == "preposition":
            last = phrase(sentence, i + 1, frozenset())
            found = _of_one(sentence, units[i:last])
            while found and (found[-1].key in sentence.language.words["time_tail"] or _is_adverb(found[-1])):
                found = found[:-1]  # "in B (legally)"
            lives = units[i].value == "place" and any(
                unit.kind == "state" and unit.value[1] == "name" for unit in found
            )
            descends = units[i].value == "of" and bool(found) and in_class(found[-1], sentence, "resident")
            return found if lives or descends else []
        if units[i].kind not in ("word", "trigger", "be", "have"):
            break
    return []


def _of_one(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """Where the first of two numbers of people live: "in B (and around 11,000 B-ns in A)"."""
    approx = sentence.language.words["approx"]
    joint = next(
        (
            i
            for i in range(len(group) - 1)
            if group[i].kind == "and" and (group[i + 1].kind == "amount" or group[i + 1].key in approx)
        ),
        len(group),
    )
    return group[:joint]


def _head(sentence: Sentence, group: list[Unit]) -> Unit | None:
    """The thing counted: the first word of the phrase that may be counted, before any preposition."""
    for unit in group[:6]:
        if unit.kind == "preposition" or unit.key in sentence.language.words["duration"]:
            return None
        if in_class(unit, sentence, "countable"):
            return unit
        if unit.kind == "instrument" or is_people(sentence, unit):
            return unit
    return None


def _of_relations(
    head: Unit,
    sentence: Sentence,
    predicates: set[str],
    told: tuple[str, ...],
    bilateral: bool,
    context: Context,
) -> bool:
    """Whether the number is of things of two states: told with both, or with one in a document about the
    two.
    """
    people = head.kind == "state" or in_class(head, sentence, "resident")
    if sentence.language.cases and in_class(head, sentence, "plain_people") and "reside" not in predicates:
        return False  # «200 человек ранены»
    taken = _TAKEN - _SOLD if in_class(head, sentence, "company") else _TAKEN
    if predicates & taken and not people:
        return False
    if "sign" in predicates and head.kind == "instrument":
        return bilateral or len(told) >= 2 or (bool(context.pair()) and _to_date(sentence))
    if people and "number" in predicates and not predicates & _THERE:
        return False  # "an estimated 3,000 people lost their homes"
    if people and predicates - _OF_PEOPLE - ({"receive"} if _is_welcomed(sentence, head) else set()):
        return False
    if people and "work" in predicates and any(in_class(unit, sentence, "scheme") for unit in sentence.units):
        return False  # "under the programme 400 A-ns worked in B"
    if people:
        return len(told) >= 2 or (
            len(told) == 1 and bool(context.pair()) and bool(told[0] in (context.pair() or ()))
        )
    if head.kind == "instrument" or in_class(head, sentence, "session_word"):
        return bool(context.pair()) or len(told) >= 2 or (bilateral and bool(told))
    return len(told) >= 2 or (bool(context.pair()) and bool(told))


def _to_date(sentence: Sentence) -> bool:
    """Whether a number is told to be that of all until now: "26 agreements concluded so far"."""
    said = sentence.words.lower()
    return any(words in said for words in sentence.language.words["to_date"])


def _is_welcomed(sentence: Sentence, head: Unit) -> bool:
    """Whether travellers whose state is told are what a verb of receiving is of: "received 12,000 A tourists"."""
    before = sentence.units[sentence.index(head) - 1]
    at = sentence.index(head)
    behind = sentence.units[at + 1 : at + 3]
    origin = [unit.kind for unit in behind] == ["preposition", "state"] and behind[0].value == "source"
    return in_class(head, sentence, "traveller") and (before.kind == "state" or origin)
