"""Heads of mission and consuls: who held the office, from when to when."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import as_person, completed, date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_fact, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"actor"})

HEADS = frozenset({"head-of-mission", "consul", "trade-representative"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"The Ambassadors of A in B were N (d–d), M (d–d)", "N is the Ambassador", "N presented his credentials on …"."""
    unit = sentence.units[index]
    actor: Actor = completed(unit.value, context)
    if actor.cls in HEADS and not actor.person.name:
        yield from _office_of(sentence, index, actor, context)
    elif actor.cls in HEADS and actor.person.name and not actor.former:
        yield from _named(sentence, index, actor, context)


def _office_of(sentence: Sentence, index: int, office: Actor, context: Context) -> Iterator[Draft]:
    """An office told apart from its holders: "the Ambassadors … were N (d)", "N is the Ambassador …"."""
    units = sentence.units
    of, to = _posts(office, sentence, index, context)
    if not of or not to:
        return
    copula = next((i for i in range(index + 1, min(index + 5, len(units))) if units[i].kind == "be"), None)
    holders: list[tuple[Unit, Unit | None]] = []
    if copula is not None:
        for i in range(copula + 1, len(units)):
            if units[i].kind == "actor" and units[i].value.person.name:
                holders.append((units[i], _date_behind(sentence, i)))
            elif units[i].kind == "clause":
                break
    if not holders:
        left = next((i for i in range(index - 1, max(index - 7, -1), -1) if units[i].kind == "actor" and units[i].value.person.name), None)
        if left is not None and any(units[i].kind == "be" or _is(sentence, i, ("appoint", "serve")) for i in range(left + 1, index)):
            holders.append((units[left], date_unit(sentence, index)))
    for holder, date in holders:
        if not is_fact(sentence, sentence.index(holder)):
            continue
        title = office.person.office if not office.plural else office.person.office
        person = Person(name=holder.value.person.name, office=title, of=of)
        yield _draft(sentence, [units[index], holder, date], person, of, to, dated(date), "tenure: office and holder")


def _named(sentence: Sentence, index: int, actor: Actor, context: Context) -> Iterator[Draft]:
    units = sentence.units
    of, to = _posts(actor, sentence, index, context)
    if not of or not to or of == to:
        return
    person = as_person(actor, of)
    for i in range(index + 1, sentence.clause(index).stop):
        if units[i].kind != "trigger" and units[i].kind != "be":
            continue
        found = {p for p, _ in reading_of(sentence, i)} if units[i].kind == "trigger" else set()
        if "credentials" in found:
            date = date_unit(sentence, i)
            day = dated(date)
            if day is not None:
                yield Draft(
                    "tenure",
                    {"person": person, "of": of, "to": to, "date": _from(day), "credentials": day},
                    [run(sentence, [units[index], units[i], date])],
                    ["tenure: presented credentials"],
                    0.85,
                )
            return
        if "serve" in found or "appoint" in found:
            date = date_unit(sentence, i)
            day = dated(date)
            slot = {"appointed": day} if "appoint" in found else {}
            yield Draft(
                "tenure",
                {"person": person, "of": of, "to": to, "date": day if day is not None and day.is_interval else _from(day) if day is not None else None, **slot},
                [run(sentence, [units[index], units[i], date])],
                [f"tenure: {units[i].text}"],
                0.7,
            )
            return
    date = _date_behind(sentence, index)
    if date is not None and date.value.date.is_interval:
        yield _draft(sentence, [units[index], date], person, of, to, dated(date), "tenure: term in brackets")
    elif actor.cls == "consul" and "onorary" in (actor.person.office or ""):
        yield _draft(sentence, [units[index]], person, of, to, None, "tenure: honorary consul named")


def _draft(sentence: Sentence, used: list[Unit | None], person: Person, of: str, to: str, date: Date | None, why: str) -> Draft:
    return Draft("tenure", {"person": person, "of": of, "to": to, "date": date}, [run(sentence, used)], [why], 0.85 if date is not None else 0.7)


def _posts(actor: Actor, sentence: Sentence, index: int, context: Context) -> tuple[str | None, str | None]:
    of, to = actor.state, actor.to
    if of is None and to is not None:
        of = context.counterpart(to) or (context.home if context.home != to else None)
    if to is None and of is not None:
        to = context.counterpart(of)
    return of, to


def _from(day: Date) -> Date:
    return day if day.is_interval else Date.interval(day, None)


def _date_behind(sentence: Sentence, index: int) -> Unit | None:
    units = sentence.units
    for i in range(index + 1, min(index + 4, len(units))):
        if units[i].kind == "date":
            return units[i]
        if units[i].kind not in ("punct", "preposition") or units[i].text in (",", ";"):
            return None
    return None


def _is(sentence: Sentence, index: int, names: tuple[str, ...]) -> bool:
    return sentence.units[index].kind == "trigger" and any(p in names for p, _ in reading_of(sentence, index))
