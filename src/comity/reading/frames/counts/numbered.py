"""Numbers told of their subject: "the number of … is", "… numbers about", "Citizens of A in B: 3,000"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.ventures import is_venture
from comity.reading.frames.counts.aside import is_compound
from comity.reading.frames.counts.continued import such
from comity.reading.frames.counts.people import is_people
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, in_class, phrase, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "with", "source", "between"})


def labelled(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Citizens of A in B: 3,000": a label of people, and their number behind a colon."""
    units = sentence.units
    colon = next((i for i in range(index - 1, max(index - 3, 0), -1) if units[i].text == ":"), None)
    if colon is None or _has_noun(sentence, index):
        return
    first = next((i + 1 for i in range(colon - 1, -1, -1) if units[i].kind == "punct"), 0)
    if units[first].key in sentence.language.words["number_word"] and units[first + 1].kind == "preposition":
        first += 2  # "Number of residents from A: 54"
    group = [unit for unit in units[first:colon] if unit.kind != "date"]
    told = states_told(sentence, range(first, colon))
    parties = both_sides(told, context)
    people = any(in_class(unit, sentence, "resident") or is_people(sentence, unit) for unit in group)
    recorded = sentence.language.words["recorded"]
    verbs = [i for i in range(first, colon) if is_verb(sentence, i) and units[i].key not in recorded]
    things = not people and _are_things(sentence, units[first:colon], told)
    if not (people or things) or not (told or things) or len(parties) != 2 or verbs:
        return
    yield Draft(
        "count",
        {
            "what": wording(sentence, group),
            "value": units[index].value.value,
            "parties": parties,
            "date": dated(date_unit(sentence, index)),
        },
        [run(sentence, [*group, units[index]])],
        ["count: a label and its number"],
        0.65,
    )


def _has_noun(sentence: Sentence, index: int) -> bool:
    """Whether a number counts something that stands behind it, not what its label says: "A-ns in B: 30 families"."""
    behind = sentence.units[index + 1 : index + 2]
    if not behind or behind[0].kind != "word" or not behind[0].text.islower():
        return False
    known = in_class(behind[0], sentence, "plain_people") or in_class(behind[0], sentence, "resident")
    return not known and behind[0].key not in sentence.language.words["approx"]


def _are_things(sentence: Sentence, label: list[Unit], told: tuple[str, ...]) -> bool:
    """Whether a label is of companies of one state, or of agreements between the two: "Bilateral agreements: 21"."""
    if any(_are_companies(sentence, unit) for unit in label):
        return bool(told)
    several = any(unit.kind == "instrument" and not is_compound(sentence, unit) for unit in label)
    return several and (bool(told) or any(in_class(unit, sentence, "bilateral") for unit in label))


def sized(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "B is home to an A community of 90,000": people whose number stands behind "of"."""
    units = sentence.units
    behind = units[index + 1 : index + 5]
    if len(behind) == _STRONG and behind[1].key in sentence.language.words["strong"]:
        whose, community = behind[2], behind[3]  # "the 90,000-strong A diaspora in B"
        if not in_class(community, sentence, "community"):
            return
    else:
        of = index - 1
        while of > 0 and units[of].key in sentence.language.words["approx"]:
            of -= 1  # "a community of about 1,500"
        if of < 2 or units[of].value != "of" or not in_class(units[of - 1], sentence, "community"):
            return
        whose, community = units[of - 2], units[of - 1]
    told = states_told(sentence, sentence.clause(index))
    parties = both_sides(told, context)
    if whose.kind != "state" or len(parties) != 2 or whose.value[0] not in parties or len(told) > 2:
        return
    yield Draft(
        "count",
        {
            "what": wording(sentence, [whose, community]),
            "value": units[index].value.value,
            "parties": parties,
            "date": dated(date_unit(sentence, index)),
        },
        [run(sentence, [whose, units[index]])],
        [f"count: {units[index].text} {community.text}"],
        0.7,
    )


_STRONG = 4
"""Units of "-strong A diaspora"."""


def stationed(sentence: Sentence, index: int) -> Iterator[Draft]:
    """ "300 A troops are stationed in B": forces of one state in the other."""
    units, words = sentence.units, sentence.language.words
    if index + 2 >= len(units):
        return
    people, force = units[index + 1], units[index + 2]
    if units[index + 2].value == "of" and index + 3 < len(units):
        people, force = units[index + 3], units[index + 1]  # «300 военнослужащих А»
    if people.kind != "state" or not in_class(force, sentence, "troops"):
        return
    clause, whose = sentence.clause(index), str(people.value[0])
    there = [i for i in clause if units[i].key in words["stationed"]]
    if not there or any(units[i].kind == "modal" or units[i].key in words["negation"] for i in clause):
        return
    hosts = {str(units[i].value[0]) for i in clause if units[i].kind == "state" and units[i].mark == "place"}
    if len(hosts) != 1 or whose in hosts:
        return
    why = f"count: {units[index].text} {force.text}"
    date = date_unit(sentence, index)
    told = sorted((people, force), key=lambda unit: unit.start)
    used = [units[index], *told]
    yield _count(sentence, told, units[index], (whose, *hosts), date, used, why)


def number_verb(sentence: Sentence, index: int) -> int | None:
    """The verb that gives a number of its subject: "numbers about", "reached"."""
    for cursor in range(index - 1, max(index - 6, -1), -1):
        unit = sentence.units[cursor]
        if unit.kind == "date" and cursor < index - 1:
            continue  # «выросло в 2023 году до 138 тысяч»
        if unit.kind == "trigger":
            known = any(
                predicate in ("number", "amount", "grow") for predicate, _ in reading_of(sentence, cursor)
            )
            return cursor if known and is_verb(sentence, cursor) else None
        if unit.kind == "be":
            return cursor if _is_number(sentence, cursor) else None
        if unit.key not in sentence.language.words["approx"] and unit.kind not in (
            "preposition",
            "determiner",
        ):
            return None
    return None


def _is_number(sentence: Sentence, copula: int) -> bool:
    """Whether the subject before "is" is a number: "The number of students from A in B is 540"."""
    units, first = sentence.units, sentence.clause(copula).start
    while first < copula and units[first].kind in ("preposition", "date", "punct", "determiner"):
        first += 1
    return units[first].key in sentence.language.words["number_word"]


def numbered(sentence: Sentence, index: int, verb: int, context: Context) -> Iterator[Draft]:
    """ "The number of tourists from A in B reached 24,000"."""
    units, clause = sentence.units, sentence.clause(verb)
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and any(_is_counted(sentence, unit) for unit in units[index + 1 : index + 3]):
        return
    first = clause.start
    while first < verb and units[first].kind in ("preposition", "date", "punct", "determiner"):
        first += 1
    if units[first].key in sentence.language.words["number_word"] and units[first + 1].kind == "preposition":
        first += 2
    if units[first].key in sentence.language.words["definite"]:
        first += 1  # "The number of the A-ns"
    group = units[first : phrase(sentence, first, _INSIDE | {"place"}, verb)]
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    again = such(sentence, group, context)
    if again is not None and is_fact(sentence, verb):
        head, sides = again
        slots = {"what": wording(sentence, [head]), "value": units[index].value.value, "parties": sides}
        yield Draft("count", slots, [run(sentence, [*group, units[index]])], ["count: such"], 0.7)
        return
    grown = units[verb].kind == "trigger" and all(p == "grow" for p, _ in reading_of(sentence, verb))
    if grown and not _up_to(sentence, verb, index):
        return  # "grew by 20"
    if (
        not any(in_class(unit, sentence, "resident") or _are_companies(sentence, unit) for unit in group)
        or len(parties) != 2
        or not (told or any(is_venture(sentence, unit) for unit in group))
        or not is_fact(sentence, verb)
    ):
        return
    date = date_unit(sentence, verb)
    words = [*group, units[index]]
    yield _count(sentence, group, units[index], parties, date, words, f"count: {units[verb].text}")


def _is_counted(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word behind a number is of what is counted, and not of people in general."""
    counted = unit.kind in ("word", "instrument") and unit.text.islower()
    return counted and in_class(unit, sentence, "countable") and not in_class(unit, sentence, "plain_people")


def _are_companies(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word tells of several companies; a number of one is that of its people."""
    if is_venture(sentence, unit):
        return True  # "the number of joint ventures"
    plural = sentence.language.morphology.is_plural(unit)
    return in_class(unit, sentence, "company") and bool(
        plural or (not sentence.language.cases and unit.text.endswith("s"))
    )


def _up_to(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a number is what something grew to: "grew to 20", «выросло до 20», not "by 20", «на 20»."""
    mark = "until" if sentence.language.cases else "goal"
    return any(unit.kind == "preposition" and unit.value == mark for unit in sentence.units[verb + 1 : index])


_DASHES = frozenset("-–—")
_LINKING = frozenset({"amount", "number"})


def opening(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A number told at the end of a sentence that opens with a word for one, whatever stands between: «Численность
    А-цев в Б, по переписи 2014 года, — 300 человек», "The number of A-ns living in B in 2014 was about 50".
    """
    units, first = sentence.units, 0
    while first < index and (units[first].kind in ("preposition", "date", "punct", "determiner")):
        first += 1
    opens = units[first].key in sentence.language.words["number_word"] and units[first + 1].value == "of"
    link = _link_before(sentence, index) if opens else None
    if link is None or any(unit.kind == "amount" or unit.text == ";" for unit in units[first:link]):
        return
    if any(is_verb(sentence, i) and voice(sentence, i) != "ing" for i in range(first, link)):
        return
    first += 2
    if units[first].key in sentence.language.words["definite"]:
        first += 1
    group = units[first : phrase(sentence, first, _INSIDE | {"place"}, link)]
    told = states_told(sentence, range(link))
    parties = both_sides(told, context)
    counts = any(
        in_class(u, sentence, "resident") or in_class(u, sentence, "trainee") or is_people(sentence, u)
        for u in group
    )
    if not (counts or any(_are_companies(sentence, u) for u in group)) or len(parties) != 2 or not told:
        return
    dates = [unit for unit in units[:index] if unit.kind == "date"]
    date = date_unit(sentence, index) or (dates[0] if len(dates) == 1 else None)
    words = [*group, units[index], date]
    yield _count(sentence, group, units[index], parties, date, words, "count: a number and what it is of")


def _link_before(sentence: Sentence, index: int) -> int | None:
    """The dash or verb right before a number that says it is one: "is", "amounts to", "–"."""
    units, approx = sentence.units, sentence.language.words["approx"]
    at = index - 1
    while at > 0 and (units[at].key in approx or units[at].kind in ("preposition", "determiner")):
        at -= 1
    if units[at].kind == "be" or (units[at].text in _DASHES and units[at].start > units[at - 1].end):
        return at
    verb = units[at].kind == "trigger" and any(p in _LINKING for p, _ in reading_of(sentence, at))
    return at if verb and is_fact(sentence, at) else None


def _count(
    sentence: Sentence,
    group: list[Unit],
    number: Unit,
    parties: tuple[str, ...],
    date: Unit | None,
    words: Sequence[Unit | None],
    why: str,
) -> Draft:
    slots = {
        "what": wording(sentence, group),
        "value": number.value.value,
        "parties": parties,
        "date": dated(date),
    }
    return Draft("count", slots, [run(sentence, words)], [why], 0.7)
