"""From when to when somebody held an office: what verbs, brackets and open dates tell."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.tenures.acts import (
    ACTS,
    APPOINTS,
    ENDS,
    Terms,
    acts_of,
    add_act,
    beside,
    span_behind,
    tells,
)
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, predicates_of
from comity.reading.units import Unit

_MISSION_ACTS = frozenset({"establish", "open", "reopen", "resume", "upgrade", "become"})
_DASHES = frozenset("-–—")
_BEHIND_DATE = 2
"""Where somebody stands behind a date and a dash."""
_LONGEST = 35
"""Years that an office of a mission is held at most."""


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
    if not terms.days and terms.end is None and _heads_mission(sentence, index):
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
    if not terms.days and terms.end is None and (sent := _sent_out(sentence, index, linked)) is not None:
        terms.days["term"] = sent.value.date
        terms.used.append(sent)
    led = _leads_item(sentence, index) if not terms.days and terms.end is None else None
    if led is not None:
        terms.days["term"] = led.value.date
        terms.used.append(led)
    if terms.end is None and "term" not in terms.days:
        until = next(
            (
                unit
                for unit in span_behind(sentence, index)
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
    return bool(told & ENDS) and not told & APPOINTS


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
    units, runs = sentence.units, sentence.language.words["runs"]
    served = any(tells(sentence, i, "serve") or units[i].key in runs for i in range(max(0, index - 3), index))
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


def _sent_out(sentence: Sentence, index: int, office: Unit | None) -> Unit | None:
    """When a state sent the person out to be what the words behind tell: "In 1829 A sent N to P as consul"."""
    if office is None or office.mark != "as" or sentence.language.cases:
        return None
    units, words = sentence.units, sentence.language.words["sends_out"]
    passive = (
        units[index + 1].kind == "be" and units[index + 2].key in words if len(units) > index + 2 else False
    )
    verb = index + 2 if passive else index - 1
    sends = units[verb].key in words
    date = date_unit(sentence, verb) if sends and is_fact(sentence, verb) else None
    return date if date is not None and not date.value.date.is_interval else None


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


def _heads_mission(sentence: Sentence, index: int) -> bool:
    """Whether a mission is told to have acted with, under or "under the direction of" a person."""
    if sentence.units[index].mark in ("with", "under"):
        return True
    led = sentence.units[index - 2] if index > 1 else None
    return led is not None and led.key in sentence.language.words["headed_under"]


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
