"""From when to when somebody held an office: what verbs, brackets and open dates tell."""

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
_APPOINTS = frozenset({"appoint", "succeed", "accredit"})
_BEGINS = ("serve", "credentials", "assume", "succeed", "become", "appoint", "accredit", "arrive")
_ENDS = frozenset({"leave", "die"})
_RUNS_OUT = frozenset({"end", "terminate"})
"""What befalls a term when it is over."""
_MISSION_ACTS = frozenset({"establish", "open", "reopen", "resume", "upgrade", "become"})
REACH = 9
_DASHES = frozenset("-–—")
_BEHIND_DATE = 2
"""Where somebody stands behind a date and a dash."""
_LONGEST = 35
"""Years that an office of a mission is held at most."""


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


def terms_of(sentence: Sentence, index: int, linked: Unit | None) -> Terms:
    """What the words behind a person, and a verb of appointment before them, say of their term."""
    terms = Terms(days={}, used=[])
    units = sentence.units
    bracket = beside(sentence, index) or _beside_office(sentence, index, linked)
    if bracket is None and linked is None and units[index].value.to is not None:
        bracket = _running_on(sentence, index)  # "N, Ambassador of A to B from 1990 to 1995, was born"
    if bracket is not None and not _is_of_a_life(bracket.value.date):
        terms.days["term"] = bracket.value.date
        terms.used.append(bracket)
        if bracket.value.relation == "until" or _is_of_the_end(sentence, index, bracket):
            terms.days.pop("term")
            terms.end = bracket.value.date
    for i in acts_of(sentence, index):
        add_act(sentence, i, terms)
    if not terms.days and terms.end is None and (closing := _until_which(sentence, index)) is not None:
        terms.end = closing.value.date
        terms.used.append(closing)
    if not terms.days and terms.end is None and units[index].mark in ("with", "under"):
        _with_act(sentence, index, terms)
    elif not terms.days and terms.end is None and (linked is not None or _agent_of_serving(sentence, index)):
        date = _open_date(sentence, index)
        if date is None:
            date = _in_clause_behind(sentence, index, linked)
        if date is not None:
            terms.days["term"] = date.value.date
            terms.used.append(date)
    if not terms.days and terms.end is None and (open_day := _in_post_since(sentence, index)) is not None:
        terms.days["term"] = open_day.value.date
        terms.used.append(open_day)
    led = _leads_item(sentence, index) if not terms.days and terms.end is None else None
    if led is not None:
        terms.days["term"] = led.value.date
        terms.used.append(led)
    if terms.end is None and "term" not in terms.days:
        until = next(
            (
                unit
                for unit in _span_behind(sentence, index)
                if unit.kind == "date" and unit.value.relation == "until"
            ),
            None,
        )
        if until is not None:
            terms.end = until.value.date
            terms.used.append(until)
    return terms


def _is_of_the_end(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether a day in brackets is the one on which somebody left: «освобождён от должности Н. (14 июня 2022 г.)»."""
    day = date.value.date
    if day.is_interval or date.value.relation:
        return False
    told: set[str] = set()
    for i in sentence.clause(index):
        if sentence.units[i].kind == "trigger" and is_fact(sentence, i):
            told |= predicates_of(sentence, i) & ACTS
    return bool(told & _ENDS) and not told & _APPOINTS


def _running_on(sentence: Sentence, at: int) -> Unit | None:
    """The term that "from" or "between" leads to right behind an office: "ambassador to A from 1990 to 1995"."""
    behind = sentence.units[at + 1 : at + 3]
    if len(behind) < _BEHIND_DATE or behind[0].kind != "preposition" or behind[1].kind != "date":
        return None
    return behind[1] if behind[1].value.date.is_interval else None


def _in_clause_behind(sentence: Sentence, index: int, office: Unit | None) -> Unit | None:
    """The term in the clause of an office behind the person's own: "is a diplomat who was Ambassador from d to d"."""
    if office is None or office.start < sentence.units[index].start:
        return None
    at = sentence.index(office)
    return None if at in sentence.clause(index) else _open_date(sentence, at)


def _agent_of_serving(sentence: Sentence, index: int) -> bool:
    """Whether a mission is headed by the person: "has been headed by N since …"."""
    served = any(tells(sentence, i, "serve") for i in range(max(0, index - 3), index))
    return served and sentence.units[index].mark == "agent"


def _in_post_since(sentence: Sentence, index: int) -> Unit | None:
    """The day since which the person is told to be in their post: "N, High Commissioner, is in post since May 2012"."""
    units, words = sentence.units, sentence.language.words
    at = index + 1
    while at < len(units) and units[at].kind in ("punct", "be", "have", "preposition"):
        at += 1
    if at >= len(units) or at == index + 1 or units[at].key not in words["post_noun"]:
        return None
    return next(
        (unit for unit in units[at + 1 : at + 6] if unit.kind == "date" and unit.value.relation == "since"),
        None,
    )


def _until_which(sentence: Sentence, index: int) -> Unit | None:
    """The day that opens a sentence as the last of a term: "Until 31 July 2016 the ambassador of A to B was N"."""
    units = sentence.units
    if index < 1 or units[index - 1].kind != "be":
        return None
    first = next((unit for unit in units[:3] if unit.kind == "date"), None)
    until = first is not None and "until" in (first.mark, first.value.relation)
    return first if until else None


def _leads_item(sentence: Sentence, index: int) -> Unit | None:
    """The years that open an item and a dash joins to the person: «1995–2000 гг. – посол А в Б Н.»."""
    units = sentence.units
    if index != _BEHIND_DATE or units[0].kind != "date" or units[1].text not in _DASHES:
        return None
    date = units[0].value.date
    return units[0] if date.is_interval and not _is_of_a_life(date) else None


def _is_of_a_life(day: Date) -> bool:
    """Whether an interval is too long for a term: the years of somebody's life."""
    first, last = (day.start, day.end) if day.is_interval else (None, None)
    if first is None or last is None or first.year is None or last.year is None:
        return False
    return last.year - first.year > _LONGEST


def _with_act(sentence: Sentence, index: int, terms: Terms) -> None:
    """ "The Embassy opened on D with N as Chargé d'Affaires": the day of the mission's act; "in the presence of N" says
    nothing of N's term."""
    units = sentence.units
    before = next((unit for unit in reversed(units[:index]) if unit.kind == "preposition"), None)
    if before is not None and " " in before.text:
        return
    for i in range(index - 1, -1, -1):
        if sentence.units[i].kind == "trigger" and predicates_of(sentence, i) & _MISSION_ACTS:
            date = date_unit(sentence, i)
            if (
                date is not None
                and not date.value.date.is_interval
                and date.start < sentence.units[index].start
            ):
                terms.days["term"] = date.value.date
                terms.used.append(date)
            return


def _span_behind(sentence: Sentence, index: int) -> list[Unit]:
    """The units behind a person up to the next person who is not merely addressed."""
    found: list[Unit] = []
    for unit in sentence.units[index + 1 :]:
        if unit.text == ";" or (
            unit.kind == "actor"
            and unit.value.person.name
            and unit.mark not in ("goal", "with", "agent", "of", "source")
        ):
            break
        found.append(unit)
        if unit.kind == "clause" and len(found) > 2 and _named_before(found):
            break
    return found


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
        if dismissed or told & _APPOINTS:
            yield i
            break
        if "credentials" in told and units[index].mark in ("owner", "source", "agent", "of"):
            yield i  # «принял верительные грамоты у посла …»
            break
    for i in range(index + 1, index + 1 + len(_span_behind(sentence, index))):
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
    if found & _ENDS and day.is_interval and day.start is not None and unit.end < sentence.units[index].start:
        return  # "who headed the Embassy from 2005 to 2008, died on Tuesday"
    if unit.value.relation == "until" or found & _ENDS or _until_then(sentence, index, unit):
        if terms.end is None:
            terms.end = day
            terms.used.append(unit)
        return
    if "remain" in found:
        return
    name = next(name for name in _BEGINS if name in found)
    if name not in terms.days:
        terms.days[name] = day
        terms.used.append(unit)


def _until_then(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether a date is that of what ended an office: "served until (he was) recalled on D", "until his death on D"."""
    between = sentence.units[index + 1 : sentence.index(date)]
    until = next((i for i, unit in enumerate(between) if unit.value == "until"), None)
    if until is None:
        return False
    ends = [i for i, unit in enumerate(between) if i > until and unit.kind == "trigger"]
    told = {predicate for i in ends for predicate in predicates_of(sentence, index + 1 + i)}
    return bool(told & (_ENDS | {"recall"}))


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


def _beside_office(sentence: Sentence, index: int, linked: Unit | None) -> Unit | None:
    """The date in brackets or open date behind the office: "N was its first Ambassador (2006-2010)"."""
    if linked is None or linked.start < sentence.units[index].start:
        return None
    at = sentence.index(linked)
    found = beside(sentence, at) or _running_on(sentence, at)
    if found is None and at + 1 < len(sentence.units) and sentence.units[at + 1].kind == "date":
        found = sentence.units[at + 1]
    return (
        found
        if found is not None and (found.value.date.is_interval or found.value.relation in ("since", "from"))
        else None
    )


def _open_date(sentence: Sentence, index: int) -> Unit | None:
    """A date that opens a term, anywhere in the clause: "Since 2004 N is the Ambassador", "from 2007 till 2013"."""
    clause = sentence.clause(index)
    for i in clause:
        unit = sentence.units[i]
        if (
            unit.kind == "date"
            and (unit.value.date.is_interval or unit.value.relation in ("since", "from"))
            and unit.value.relation != "until"
        ):
            return unit
    date = date_unit(sentence, index)
    return (
        date
        if date is not None
        and date.value.form in ("day", "month")
        and not _in_other_act(sentence, date)
        and not any(unit.text == ";" for unit in sentence.units[index : sentence.index(date)])
        else None
    )


def _in_other_act(sentence: Sentence, date: Unit) -> bool:
    at = sentence.index(date)
    return any(unit.kind in ("instrument", "event", "body") for unit in sentence.units[max(0, at - 6) : at])
