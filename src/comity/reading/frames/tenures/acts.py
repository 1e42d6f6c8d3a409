"""What verbs tell of the time that somebody held an office: "was appointed on D", "left in 1998", "N (1990–1994)"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.model.edtf import Date
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.posts import term
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, predicates_of, voice
from comity.reading.units import Unit

ACTS = frozenset(
    {
        "credentials",
        "assume",
        "appoint",
        "serve",
        "accredit",
        "succeed",
        "become",
        "arrive",
        "remain",
        "leave",
        "die",
    }
)
APPOINTS = frozenset({"appoint", "succeed", "accredit"})
_BEGINS = ("serve", "credentials", "assume", "succeed", "become", "appoint", "accredit", "arrive")
ENDS = frozenset({"leave", "die"})
_RUNS_OUT = frozenset({"end", "terminate"})
"""What befalls a term when it is over."""
REACH = 9


class Terms(msgspec.Struct):
    """What a sentence says of the time that somebody held an office, while it is being gathered."""

    days: dict[str, Date] = {}
    end: Date | None = None
    used: list[Unit] = []

    def date(self) -> Date | None:
        start = next((self.days[name] for name in ("term", *_BEGINS) if name in self.days), None)
        return term(start, self.end)


def day_of(terms: Terms, name: str) -> Date | None:
    """The day that a predicate was told with; none for an interval."""
    day = terms.days.get(name)
    return day if day is not None and not day.is_interval else None


def last_day(day: Date | None) -> Date | None:
    """The day itself of "until" a day."""
    return day.end if day is not None and day.is_interval and day.start is None else day


def tells(sentence: Sentence, index: int, name: str) -> bool:
    """Whether a trigger tells a predicate here."""
    return sentence.units[index].kind == "trigger" and name in predicates_of(sentence, index)


def span_behind(sentence: Sentence, index: int) -> list[Unit]:
    """The units behind a person up to the next person who is not merely addressed."""
    units, first = sentence.units, index + 1
    for at in range(first, len(units)):
        unit = units[at]
        if unit.text == ";" or (
            unit.kind == "actor"
            and unit.value.person.name
            and unit.mark not in ("goal", "with", "agent", "of", "source")
        ):
            return units[first:at]
        if unit.kind == "clause" and at - first > 1 and _named_before(units[first : at + 1]):
            return units[first : at + 1]
    return units[first:]


def _named_before(found: list[Unit]) -> bool:
    """Whether a clause "who …" is about another person than the first."""
    return any(unit.kind == "actor" and bool(unit.value.person.name) for unit in found[-3:-1])


def acts_of(sentence: Sentence, index: int) -> Iterator[int]:
    """The triggers that may tell when a person at an index held an office: before them, then behind."""
    units = sentence.units
    for i in range(index - 1, max(index - REACH, -1), -1):
        if units[i].text in (";", ".") or (units[i].kind == "actor" and units[i].value.person.name):
            break
        if units[i].kind == "clause" and sentence.language.cases:
            break
        if units[i].kind != "trigger":
            continue
        told = predicates_of(sentence, i)
        if "appoint" in told and _only_describes(sentence, i):
            continue  # "the newly appointed Ambassador of A, N, presented his credentials on D"
        dismissed = "leave" in told and units[index].case == "acc"  # «освободил Н. от должности»
        if dismissed or told & APPOINTS:
            yield i
            break
        if "credentials" in told and units[index].mark in ("owner", "source", "agent", "of"):
            yield i  # «принял верительные грамоты у посла …»
            break
    for i in range(index + 1, index + 1 + len(span_behind(sentence, index))):
        if units[i].kind == "clause" and _is_of_successor(sentence, i):
            break  # «послом стал Н., которого в 1958 году сменил М.»
        if units[i].kind == "trigger":
            yield i


def _only_describes(sentence: Sentence, index: int) -> bool:
    """Whether a participle of appointing stands before the office and tells no day: "the newly appointed Ambassador",
    «назначенный Послом А Н.»; the day is that of the ceremony of which the sentence tells."""
    units = sentence.units
    if sentence.language.cases:
        before = units[index - 1] if index else None
        if voice(sentence, index) != "ing" or (before is not None and before.text == ","):
            return False
        return not any(unit.kind == "date" for unit in units[index + 1 : index + 3])
    described = units[index + 1] if index + 1 < len(units) else None
    if described is None or described.kind != "actor" or not index:
        return False
    return units[index - 1].kind == "determiner" or units[index - 1].key in sentence.language.words["adverb"]


def _is_of_successor(sentence: Sentence, clause: int) -> bool:
    """Whether a clause "whom …" tells who came in somebody's place."""
    units = sentence.units
    if units[clause].text.lower() not in sentence.language.words["relative_object"]:
        return False
    verb = next((i for i in range(clause + 1, len(units)) if units[i].kind == "trigger"), None)
    return verb is not None and tells(sentence, verb, "succeed")


def add_act(sentence: Sentence, index: int, terms: Terms) -> None:
    """Adds what one verb tells: when it began or when it ended."""
    told = predicates_of(sentence, index)
    found = told & ACTS
    if told & _RUNS_OUT and sentence.has_word("term_word"):
        found |= {"leave"}  # "N's term as Ambassador ended in 2014"
    if not found or not is_fact(sentence, index):
        return
    unit = _date_of(sentence, index)
    if unit is None:
        return
    day: Date = unit.value.date
    if found & ENDS and day.is_interval and day.start is not None and unit.end < sentence.units[index].start:
        return  # "who headed the Embassy from 2005 to 2008, died on Tuesday"
    if unit.value.relation == "until" or found & ENDS or _until_then(sentence, index, unit):
        if terms.end is None:
            terms.end = day
            terms.used.append(unit)
        return
    if "remain" in found or ("succeed" in found and _is_of_predecessor(sentence, index, unit)):
        return
    name = next(name for name in _BEGINS if name in found)
    if name not in terms.days:
        terms.days[name] = day
        terms.used.append(unit)


def _is_of_predecessor(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether a date before "was succeeded by" is the term of the one who went."""
    spans = date.value.date.is_interval and date.value.date.end is not None
    return bool(spans) and date.end < sentence.units[index].start and voice(sentence, index) == "passive"


def _until_then(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether a date is that of what ended an office: "served until (he was) recalled on D", "until his death on D"."""
    between = sentence.units[index + 1 : sentence.index(date)]
    until = next((i for i, unit in enumerate(between) if unit.value == "until"), None)
    if until is None:
        return False
    ends = [i for i, unit in enumerate(between) if i > until and unit.kind == "trigger"]
    told = {predicate for i in ends for predicate in predicates_of(sentence, index + 1 + i)}
    return bool(told & (ENDS | {"recall"}))


def _date_of(sentence: Sentence, index: int) -> Unit | None:
    """The date of a verb: behind it before the next verb, else where the clause has one."""
    units = sentence.units
    told = sentence.end
    for i in range(index + 1, len(units)):
        unit = units[i]
        if unit.kind == "date":
            return unit
        if unit.kind == "clause" and sentence.language.cases:
            told = min(told, unit.start)
            break  # «назначен А. Б., которого в 1999 году сменил …»
        if unit.key in sentence.language.words["contrasts"] and unit.kind == "clause":
            told = unit.start  # "with N as ambassador, while B's embassy has been open since 1995"
            break
        if _leads_to_another_time(sentence, i):
            told = unit.start
            break
        if unit.kind == "pronoun" and unit.key in sentence.language.words["personal"]:
            told = unit.start  # "was told to leave after he had spoken of 1918"
            break
        if (
            unit.kind == "trigger"
            and predicates_of(sentence, i) & _RUNS_OUT
            and sentence.has_word("term_word")
        ):
            told = unit.start  # "N's term ended in 2014"
            break
        if unit.text == ";" or (unit.kind == "trigger" and predicates_of(sentence, i) & ACTS):
            if tells(sentence, i, "credentials") and not sentence.language.cases:
                told = unit.start  # "was promoted to Ambassador and presented his credentials on D"
            break
        if unit.kind == "actor" and unit.value.person.name and beside(sentence, i) is not None:
            return None  # the date in brackets is that of the person before it
    date = date_unit(sentence, index)
    if date is not None and date.start > told:
        return None
    if date is not None and any(
        beside(sentence, i) is date
        for i, unit in enumerate(units[:index])
        if unit.kind == "actor" and unit.value.person.name
    ):
        return None  # "N (2010–2014) was succeeded by M"
    return date


def _leads_to_another_time(sentence: Sentence, index: int) -> bool:
    """Whether words tell what came before or behind: "became ambassador again, after his posting in the 1980s"."""
    unit, behind = sentence.units[index], sentence.units[index + 1 : index + 2]
    led = unit.kind == "preposition" and unit.value in ("after", "before")
    return led and any(one.kind != "date" for one in behind)


def beside(sentence: Sentence, index: int) -> Unit | None:
    """The date in brackets or behind a comma right after a person: "N (1992–1996)", "N, since May 2001"."""
    units = sentence.units
    for i in range(index + 1, min(index + 4, len(units))):
        unit = units[i]
        if unit.kind == "date":
            opening = units[index + 1]
            bracketed = opening.text == "("
            spans = unit.value.date.is_interval or unit.value.relation in ("since", "from", "until")
            return unit if bracketed or (opening.text == "," and spans) else None
        if unit.kind == "trigger" and units[index + 1].text == "(":
            return None
        if unit.kind not in ("punct", "preposition"):
            return None
    return None
