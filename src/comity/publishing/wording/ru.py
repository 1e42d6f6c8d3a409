"""Russian: a sentence for every kind of record.

States, known offices, cities and people whose gender is sure are declined. Names of bodies and things, and people
of whom a case is not sure, stay in the nominative, in which documents are read: then the sentence is worded so that
the nominative is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from comity.model.claim import (
    Agreement,
    Award,
    Body,
    Cooperation,
    Count,
    Enterprise,
    Event,
    Incident,
    Investment,
    Meeting,
    Mission,
    Recognition,
    Relations,
    Session,
    State,
    Tenure,
    Trade,
    Twinning,
    Visit,
)
from comity.model.edtf import Date
from comity.publishing import numbers
from comity.publishing.wording import declension, incidents, persons, terms
from comity.publishing.wording.bodies import body_name, told_by_name, unsaid
from comity.publishing.wording.catalogue import catalogue
from comity.publishing.wording.names import (
    StateWord,
    at,
    giver,
    listed,
    organisation,
    people,
    person,
    person_name,
    place_name,
    places,
    quoted,
    whither,
)
from comity.publishing.wording.texts import (
    bracketed,
    commas,
    goes_on,
    in_order,
    label,
    noted,
    sides_of_trade,
    spaced,
    when,
)

Dyad = tuple[State, ...]

_CATALOGUE = catalogue("ru")
_TEXTS, _LABELS = _CATALOGUE.texts, _CATALOGUE.labels

_FEMININE = frozenset({"legation", "interests-section", "declaration", "convention", "programme"})
_MASCULINE = frozenset({"treaty", "memorandum", "protocol", "contract", "exchange-of-notes", "other"})
"""Types of post and instrument that are not neuter in Russian; «посольство», «соглашение», «коммюнике» are.
"""


_RECOGNISED = {"m": "признал", "f": "признала", "n": "признало", "pl": "признали"}


def _state(code: State) -> StateWord:
    return StateWord(code, "ru")


def _known(code: State | None) -> StateWord | None:
    """A state that can be declined; a body that only has a name is not one."""
    return _state(code) if code and _state(code).known else None


def _quoted(name: str) -> str:
    """What is no state by its Russian name; by the document's in quotation marks where it has none."""
    return organisation(name, "ru") or quoted(name, "ru")


def _between(parties: Dyad, dyad: Dyad) -> str:
    """«между Казахстаном и Израилем»; parties that cannot be declined stand in brackets."""
    chosen = in_order(parties, dyad)
    if len(chosen) < 2:
        return ""
    if all(_known(one) for one in chosen):
        return f"между {listed((_state(one).ins for one in chosen), 'ru')}"
    return bracketed(commas(*(_state(one).bare for one in chosen)))


def _notes(said: str, **told: str | None) -> str:
    return noted(said, ((_LABELS[name], value) for name, value in told.items()))


def _agreeing(kind: str | None, stem: str) -> str:
    """A short participle in the gender of a type: «открыто», «открыта», «подписан»."""
    return stem + ("а" if kind in _FEMININE else "" if kind in _MASCULINE else "о")


def _named(label_: str, code: State | None, case: str) -> str:
    """A state in a case, or a body in the nominative after a colon-free label."""
    if not code:
        return ""
    state = _known(code)
    return spaced(label_, getattr(state, case)) if state else spaced(label_, _quoted(code))


def _recognition(s: Recognition, _dyad: Dyad) -> str:
    of, by = _known(s.of), _known(s.by)
    form = {"de jure": "де-юре", "de facto": "де-факто"}.get(s.form or "", "")
    if by and of and (verb := _RECOGNISED.get(by.number)):
        return spaced(by.nom, verb, of.acc, form, when(s.date, "ru"))
    said = spaced(
        "признание",
        of.gen if of else _quoted(s.of) if s.of else "государства",
        by.ins if by else f"(кто признаёт: {_quoted(s.by)})" if s.by else "",
    )
    return _dated(spaced(said, form), s.date)


def _dated(said: str, date: Any) -> str:
    """A nominal sentence with its date: «Признание Казахстана Израилем – 25 декабря 1991 года»."""
    return f"{said} – {when(date, 'ru')}" if date else said


def _relations(s: Relations, dyad: Dyad) -> str:
    both = _between(s.parties, dyad)
    date = when(s.date, "ru")
    if s.act == "upgraded" and s.level:
        return _notes(
            spaced("уровень отношений", both, "повышен", date), level=quoted(terms.field(s.level, "ru"), "ru")
        )
    act = _TEXTS[f"relations.act.{s.act}"] if s.act else ""
    noun = "дипломатические отношения"
    if s.act in ("upgraded", "downgraded"):
        noun, act = "уровень дипломатических отношений", "повышен" if s.act == "upgraded" else "понижен"
    return _notes(spaced(noun, both, act, date), level=s.level)


_INTO = {"legation": "миссию", "interests-section": "секцию интересов"}
"""The accusative of posts; that of the neuter ones is the nominative."""


def _mission(s: Mission, _dyad: Dyad) -> str:
    kind = _TEXTS[f"mission.type.{s.type}"] if s.type else "представительство"
    of = _named("", s.sending, "gen")
    receiving = _known(s.receiving)
    where = receiving.where if receiving else bracketed(_state(s.receiving).bare if s.receiving else "")
    at = bracketed(place_name(s.place, "ru") if s.place else "")
    date = when(s.date, "ru")
    post = spaced(kind, of, where, at)
    match s.act:
        case "opened" if not s.date:
            return spaced(kind, of, "действует", where, at)
        case "opened" if s.date and s.date.is_interval and s.date.end:
            return spaced(post, "работала" if s.type in _FEMININE else "работало", date)
        case "opened":
            return spaced(post, _agreeing(s.type, "открыт"), date)
        case "closed":
            return spaced(post, _agreeing(s.type, "закрыт"), date)
        case "reopened":
            return spaced(post, "вновь", _agreeing(s.type, "открыт"), date)
        case "upgraded":
            into = _INTO.get(s.type or "", kind)
            return spaced("представительство", of, where, at, f"преобразовано в {into}", date)
        case "moved":
            verb = "переведена" if s.type in _FEMININE else "переведено"
            if s.place and not (to := whither(s.place, "ru")):
                return spaced(
                    kind, of, where, verb, bracketed(date), f"на новое место: {place_name(s.place, 'ru')}"
                )
            return spaced(kind, of, where, verb, to if s.place else "", date)
        case "suspended":
            verb = "приостановила" if s.type in _FEMININE else "приостановило"
            return spaced(post, verb, "работу", date)
        case "accredited":
            verb = "аккредитована" if s.type in _FEMININE else "аккредитовано"
            return spaced(kind, of, at, verb, where, "по совместительству", date)
        case _:
            return spaced(post, bracketed(date))


def _tenure(s: Tenure, _dyad: Dyad) -> str:
    who = person_name(s.person.name, "ru", s.of) if s.person and s.person.name else ""
    office = terms.office((s.person.office if s.person else None) or "представитель", "ru")
    of = _known(s.of)
    to = _known(s.to)
    whose = of.gen if of else _quoted(s.of) if s.of else ""
    if of and of.gen.casefold() in office.casefold():
        whose = ""
    where = to.where if to else bracketed(_state(s.to).bare if s.to else "")
    rank = spaced(office, whose, where)
    said = spaced(f"{who} – {rank}" if who else rank, when(s.date, "ru"))
    return _notes(said, appointed=_day(s.appointed), credentials=_day(s.credentials), left=_day(s.left))


def _day(date: Date | None) -> str:
    """A date behind a colon, where a year alone says that it is one: «отъезд: 2005 г.»."""
    said = label(date, "ru")
    return f"{said} г." if said.isdecimal() else said


def _visit(s: Visit, _dyad: Dyad) -> str:
    to, home = _known(s.to), _known(s.from_)
    date = when(s.date, "ru")
    if to and (told := _visited(s, to, date)):
        return _notes(told, place=places(s.place, "ru"), occasion=s.occasion)
    goal = to.whither if to else bracketed(_state(s.to).bare if s.to else "")
    who = people(s.visitors, "ru")
    told_home = any(one.of == s.from_ for one in s.visitors)
    whence = home.whence if home and not told_home else ""
    said = spaced(_TEXTS[f"visit.type.{s.type}"] if s.type else "", "визит", whence, goal, date)
    said = f"{said}: {who}" if who else said
    return _notes(said, place=places(s.place, "ru"), occasion=s.occasion)


def _visited(s: Visit, to: StateWord, date: str) -> str:
    """«Президент Казахстана Нурсултан Назарбаев посетил Израиль с официальным визитом»; nothing where who came
    cannot be said so, or the verb not agree with them.
    """
    home = s.from_ if _known(s.from_) else None
    who = [persons.apposed(one, home) for one in s.visitors]
    if not who or not all(who):
        return ""
    gender = persons.gender_of(s.visitors[0], home) if len(who) == 1 else "pl"
    verb = {"m": "посетил", "f": "посетила", "pl": "посетили"}.get(gender or "")
    if not verb:
        return ""
    # A name alone does not tell whose, nor a city of what state it is.
    told = any(one.of == home or (one.office and not one.of) for one in s.visitors)
    whose = bracketed(_state(home).bare) if home and not told else ""
    return spaced(
        listed((one or "" for one in who), "ru"), whose, verb, to.acc, _RANKS.get(s.type or "", ""), date
    )


_RANKS = {
    "state": "с государственным визитом",
    "official": "с официальным визитом",
    "working": "с рабочим визитом",
    "private": "с частным визитом",
    "transit": "проездом",
}


def _meeting(s: Meeting, _dyad: Dyad) -> str:
    place, date = at(s.place, "ru"), when(s.date, "ru")
    if len(s.participants) > 1:
        first = persons.apposed(s.participants[0], case="gen")
        others = [persons.apposed(one, case="ins") for one in s.participants[1:]]
        if first and all(others):
            with_ = declension.with_(listed((one or "" for one in others), "ru"))
            said = spaced("встреча", first, with_, date, place)
            return _notes(
                said, occasion=s.occasion, subject=terms.field(s.subject, "ru") if s.subject else ""
            )
    who = people(s.participants, "ru")
    known = [one for one in (_known(code) for code in s.parties) if one]
    sides = f"представителей {listed((one.gen for one in known), 'ru')}" if not who and known else ""
    said = spaced("встреча", sides, date, place)
    said = f"{said}: {who}" if who else said
    return _notes(said, occasion=s.occasion, subject=terms.field(s.subject, "ru") if s.subject else "")


def _agreement(s: Agreement, dyad: Dyad) -> str:
    kind = _TEXTS[f"agreement.type.{s.type}"] if s.type else "документ"
    gender = s.type or "other"
    date = when(s.date, "ru")
    verb = {
        None: "",
        "signed": _agreeing(gender, "подписан"),
        "initialled": _agreeing(gender, "парафирован"),
        "ratified": _agreeing(gender, "ратифицирован"),
        "in-force": f"{_agreeing(gender, 'вступил')} в силу"
        if s.date and not s.date.is_interval
        else "действует",
        "draft": "проект на рассмотрении",
        "terminated": "прекращён" if gender in _MASCULINE else _agreeing(gender, "прекращен"),
    }[s.status]
    between = _between(s.parties, dyad)
    subject = terms.field(s.subject, "ru") if s.subject else ""
    if between.startswith("("):
        head = spaced(kind, bracketed("; ".join(part for part in (between.strip("()"), subject) if part)))
    else:
        head = spaced(kind, between, bracketed(subject))
    told = spaced(verb, date, at(s.place, "ru"))
    said = f"{head}: {told}" if told else head
    return _notes(said, signatories=people(s.signatories, "ru"))


def _body(s: Body, dyad: Dyad) -> str:
    kind = _TEXTS[f"body.type.{s.type}"] if s.type and s.type != "other" else ""
    name = (body_name(s.name, "ru") if s.name else kind) or "совместный орган"
    states = unsaid(s.parties or (() if s.name else dyad), name, "ru")
    about = bracketed(commas(kind if s.name and not told_by_name(kind, name) else "", states))
    said = spaced(name, about)
    return _notes(
        f"{said}; дата основания: {_day(s.date)}" if s.date else said, people=people(s.people, "ru")
    )


def _session(s: Session, _dyad: Dyad) -> str:
    which = f"{s.number}-е заседание" if s.number is not None else "заседание"
    said = spaced(which, when(s.date, "ru"), at(s.place, "ru"))
    said = f"{body_name(s.body, 'ru')}: {said}" if s.body else said
    return _notes(said, people=people(s.people, "ru"))


def _event(s: Event, _dyad: Dyad) -> str:
    kind = _TEXTS[f"event.type.{s.type}"] if s.type else ""
    name = s.name or kind or "мероприятие"
    extra = kind if s.name and kind != "мероприятие" and kind[:5].casefold() not in name.casefold() else ""
    date = when(s.date, "ru")
    said = commas(spaced(name, bracketed(extra)), date) if s.name else spaced(name, date)
    return _notes(
        said,
        place=places(s.place, "ru"),
        field=terms.field(s.field, "ru") if s.field else "",
        people=people(s.people, "ru"),
    )


def trade_figure(s: Trade, dyad: Dyad) -> str:
    """What a figure of trade is of: «экспорт из Казахстана в Израиль»."""
    first, second = sides_of_trade(s, dyad)
    a, b = _known(first), _known(second)
    match s.flow:
        case "export":
            return spaced("экспорт", a.whence if a else "", b.whither if b else "")
        case "import":
            return spaced("импорт", b.whence if b else "", a.whither if a else "")
        case "balance":
            return spaced("сальдо торговли", a.gen if a else "", f"с {b.ins}" if b else "")
        case _:
            return spaced("товарооборот", _between(tuple(one for one in (first, second) if one), dyad))


def _trade(s: Trade, dyad: Dyad) -> str:
    verb = "составило" if s.flow == "balance" else "составил"
    value = numbers.money(s.value, s.currency, "ru") if s.value is not None else ""
    said = spaced(trade_figure(s, dyad), when(s.period, "ru"), f"{verb} {value}" if value else "")
    reporter = _known(s.reporter)
    if reporter:
        said = f"{said}, по данным {reporter.gen}"
    return _notes(said, change=s.change, source=s.source)


def _investment(s: Investment, _dyad: Dyad) -> str:
    home, to = _known(s.from_), _known(s.to)
    value = numbers.money(s.value, s.currency, "ru") if s.value is not None else ""
    said = spaced("инвестиции", home.whence if home else "", to.whither if to else "", when(s.period, "ru"))
    said = f"{said}: {value}" if value else said
    return _notes(said, sectors=commas(*(terms.field(one, "ru") for one in s.sectors)))


def _enterprise(s: Enterprise, _dyad: Dyad) -> str:
    where = _known(s.in_)
    name = quoted(s.name, "ru") if s.name else "предприятие"
    home = _known(s.home)
    date = when(s.date, "ru")
    ended = s.date is not None and not goes_on(s.date)
    if ended:
        name = f"компания {name}" if s.name else "компания"
    said = spaced(
        name,
        bracketed(home.bare if home else s.home or ""),
        "работала" if ended else "работает",
        where.where if where else "",
        date,
    )
    return _notes(
        said,
        sector=terms.field(s.sector, "ru") if s.sector else "",
        people=people(s.people, "ru"),
    )


def _cooperation(s: Cooperation, dyad: Dyad) -> str:
    head = spaced(
        "сотрудничество", _between(s.parties, dyad), bracketed(terms.field(s.field, "ru") if s.field else "")
    )
    said = spaced(head, when(s.period, "ru"))
    said = f"{said}: {s.what}" if s.what else said
    shown = numbers.quantity(s.quantity, s.currency, "ru")
    shown = "" if s.what and shown in s.what else shown
    told, paid = ("", shown) if s.currency else (shown, "")
    return _notes(said, number=told, money=paid, bodies=commas(*s.bodies))


def _twinning(s: Twinning, _dyad: Dyad) -> str:
    both = listed((place_name(one, "ru") for one in s.places), "ru")
    date = when(s.date, "ru")
    if len(s.places) < 2:
        said = commas(f"побратимы: {both}" if both else "побратимство", date)
    elif s.date and not goes_on(s.date):
        said = spaced(both, "стали побратимами", date)
    else:
        said = spaced(both, "– побратимы", date)
    return _notes(said, place=places(s.place, "ru"), people=people(s.people, "ru"))


_GIVEN = {
    "орден": "вручён",
    "знак": "вручён",
    "медаль": "вручена",
    "премия": "вручена",
    "звание": "присвоено",
    "грамота": "вручена",
}
"""How what an award is called is given; of others the gender is not known."""


def _given(award: str) -> str | None:
    """How an award is given, by its noun: the first word, or what adjectives stand before."""
    for word in award.casefold().split():
        if word in _GIVEN:
            return _GIVEN[word]
        if not re.search(r"(?:[ыио]й|[ая]я|[ое]е)$", word):
            return None
    return None


def _award(s: Award, _dyad: Dyad) -> str:
    by = giver(s.by, "ru") if s.by else ""
    date = when(s.date, "ru")
    if s.award and s.recipient and (to := persons.apposed(s.recipient, case="dat")):
        verb = _given(s.award)
        what = spaced(verb, s.award) if verb else spaced("вручена награда", quoted(s.award, "ru"))
        return _notes(spaced(to, what, date), by=by)
    who = person(s.recipient, "ru") if s.recipient else ""
    said = s.award or "награда"
    said = f"{said}: {who}" if who else said
    return _notes(commas(said, date), by=by)


def _count(s: Count, _dyad: Dyad) -> str:
    value = numbers.amount(s.value, "ru") if s.value is not None else "не названо"
    return spaced(f"{s.what or 'число'}: {value}", bracketed(when(s.date, "ru")))


def _incident(s: Incident, _dyad: Dyad) -> str:
    if sentence := incidents.told(s, "ru"):
        return sentence
    by, against = _known(s.by), _known(s.against)
    said = spaced(
        incidents.named(s, "ru") or "враждебный акт",
        f"со стороны {by.gen}" if by else f"(сторона: {_quoted(s.by)})" if s.by else "",
    )
    said = spaced(
        said,
        f"в отношении {against.gen}"
        if against
        else f"(против: {_state(s.against).bare})"
        if s.against
        else "",
    )
    return commas(said, when(s.date, "ru"))


SENTENCES: dict[str, Callable[[Any, Dyad], str]] = {
    "recognition": _recognition,
    "relations": _relations,
    "mission": _mission,
    "tenure": _tenure,
    "visit": _visit,
    "meeting": _meeting,
    "agreement": _agreement,
    "body": _body,
    "session": _session,
    "event": _event,
    "trade": _trade,
    "investment": _investment,
    "enterprise": _enterprise,
    "cooperation": _cooperation,
    "twinning": _twinning,
    "award": _award,
    "count": _count,
    "incident": _incident,
}
