"""English: a sentence for every kind of record."""

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
from comity.publishing import numbers
from comity.publishing.wording import incidents, terms
from comity.publishing.wording.bodies import body_name, told_by_name, unsaid
from comity.publishing.wording.catalogue import catalogue
from comity.publishing.wording.names import (
    StateWord,
    giver,
    listed,
    people,
    person,
    person_name,
    place_name,
    places,
    quoted,
)
from comity.publishing.wording.texts import (
    article,
    bracketed,
    commas,
    goes_on,
    in_order,
    label,
    located,
    noted,
    sides_of_trade,
    spaced,
    when,
)

Dyad = tuple[State, ...]

_CATALOGUE = catalogue("en")
_TEXTS, _LABELS = _CATALOGUE.texts, _CATALOGUE.labels


def _state(code: State) -> StateWord:
    return StateWord(code, "en")


def _both(parties: Dyad, dyad: Dyad) -> str:
    chosen = in_order(parties, dyad)
    return f"between {listed((_state(one).nom for one in chosen), 'en')}" if len(chosen) > 1 else ""


def _notes(said: str, **told: str | None) -> str:
    return noted(said, ((_LABELS[name], value) for name, value in told.items()))


def _recognition(s: Recognition, _dyad: Dyad) -> str:
    by = _state(s.by).nom if s.by else ""
    of = _state(s.of).nom if s.of else ""
    said = (
        f"{by} recognised {of}"
        if by and of
        else f"{by} gave recognition"
        if by
        else f"{of or 'The state'} was recognised"
    )
    return spaced(said, s.form, when(s.date, "en"))


def _relations(s: Relations, dyad: Dyad) -> str:
    both = _both(s.parties, dyad)
    if s.act == "upgraded" and s.level:
        told = terms.field(s.level, "en")
        level = told if "level" in told.casefold() else f"the level of {_foreign(told)}"
        return spaced("relations", both, f"were upgraded to {level}", when(s.date, "en"))
    act = {None: "are mentioned", "ended": "came to an end"}.get(s.act, f"were {s.act}")
    return _notes(spaced("diplomatic relations", both, act, when(s.date, "en")), level=s.level)


def _mission(s: Mission, _dyad: Dyad) -> str:
    kind = _TEXTS[f"mission.type.{s.type}"] if s.type else "mission"
    of = f"of {_state(s.sending).nom}" if s.sending else ""
    where = _state(s.receiving).where if s.receiving else ""
    at = bracketed(place_name(s.place, "en") if s.place else "")
    date = when(s.date, "en")
    post = spaced(f"the {kind}", of, where)
    match s.act:
        case "opened" if not s.date and s.sending:
            return spaced(_state(s.sending).nom, f"has {article(kind)}", where, at)
        case "opened" if s.date and s.date.is_interval and s.date.end:
            return spaced(post, at, "was open", date)
        case "opened" | "closed" | "reopened":
            return spaced(post, at, f"was {s.act}", date)
        case "upgraded":
            return spaced("the mission", of, where, at, f"became {article(kind)}", date)
        case "moved":
            return spaced(post, "moved", f"to {place_name(s.place, 'en')}" if s.place else "", date)
        case "suspended":
            return spaced(post, at, "suspended its work", date)
        case "accredited":
            covered = f"is accredited to {_state(s.receiving).nom}" if s.receiving else "is accredited"
            return spaced(
                f"the {kind}", of, located(place_name(s.place, "en")) if s.place else "", covered, date
            )
        case _:
            return spaced(post, at, "is mentioned", date)


_CONSUL = re.compile(r"\bconsul\b", re.IGNORECASE)
"""A consul is not sent to a state but works in it."""


def _tenure(s: Tenure, _dyad: Dyad) -> str:
    who = person_name(s.person.name, "en", s.of) if s.person and s.person.name else ""
    office = terms.office((s.person.office if s.person else None) or "representative", "en")
    of = _state(s.of).nom if s.of else ""
    to = _state(s.to).nom if s.to else ""
    rank = spaced(
        office,
        f"of {of}" if of and of.casefold() not in office.casefold() else "",
        f"{'in' if _CONSUL.search(office) else 'to'} {to}" if to else "",
    )
    date = when(s.date, "en")
    if not who:
        said = spaced(f"the {rank} is mentioned", date) if not date else f"there was {article(rank)} {date}"
    elif s.date and goes_on(s.date) and s.date.start:
        # Not "has been": who tells no end may have written long ago.
        said = f"{who} became {rank} {when(s.date.start, 'en')}"
    else:
        said = spaced(who, "was" if date else "is named as", rank, date)
    return _notes(
        said,
        appointed=label(s.appointed, "en"),
        credentials=label(s.credentials, "en"),
        left=label(s.left, "en"),
    )


def _visit(s: Visit, _dyad: Dyad) -> str:
    kind = spaced(_TEXTS[f"visit.type.{s.type}"] if s.type else "", "visit")
    who = people(s.visitors, "en")
    goal = _state(s.to).whither if s.to else ""
    told_home = any(one.of == s.from_ for one in s.visitors)
    if who:
        home = f"from {_state(s.from_).nom}" if s.from_ and not told_home else ""
        said = spaced(who, home, f"paid {article(kind)}", goal, when(s.date, "en"))
    else:
        said = spaced(
            article(kind), _state(s.from_).whence if s.from_ else "", goal, "took place", when(s.date, "en")
        )
    return _notes(said, place=places(s.place, "en"), occasion=s.occasion)


def _meeting(s: Meeting, _dyad: Dyad) -> str:
    who = people(s.participants, "en") or (
        listed((f"representatives of {_state(one).nom}" for one in s.parties), "en")
        if s.parties
        else "representatives of both sides"
    )
    verb = "met" if len(s.participants) != 1 else "took part in a meeting"
    said = spaced(who, verb, located(place_name(s.place, "en")) if s.place else "", when(s.date, "en"))
    return _notes(said, occasion=s.occasion, subject=terms.field(s.subject, "en") if s.subject else "")


def _agreement(s: Agreement, dyad: Dyad) -> str:
    kind = _TEXTS[f"agreement.type.{s.type}"] if s.type else "document"
    about = ""
    if s.subject:
        subject = terms.field(s.subject, "en")
        foreign = _foreign(subject)
        about = _about(subject) if foreign == subject else f"({foreign})"
    if s.status == "draft":
        return _notes(
            f"draft: {spaced(kind, _both(s.parties, dyad), about, when(s.date, 'en'))}", place=s.place
        )
    status = {
        None: "is mentioned",
        "signed": "was signed",
        "initialled": "was initialled",
        "ratified": "was ratified",
        "in-force": "entered into force" if s.date and not s.date.is_interval else "is in force",
        "terminated": "was terminated",
    }[s.status]
    at = located(place_name(s.place, "en")) if s.place else ""
    noun = article(kind) if s.status in (None, "signed", "initialled") else f"the {kind}"
    said = spaced(noun, _both(s.parties, dyad), about, status, when(s.date, "en"), at)
    return _notes(said, signatories=people(s.signatories, "en"))


_ACTS = frozenset({
    "abolish", "avoid", "boost", "build", "combat", "construct", "cooperate", "create", "deepen", "define",
    "delimit", "demarcate", "develop", "eliminate", "encourage", "end", "enhance", "ensure", "establish",
    "exchange", "expand", "explore", "extend", "facilitate", "fight", "finance", "fund", "improve",
    "increase", "intensify", "introduce", "jointly", "launch", "lift", "maintain", "mark", "normalise",
    "normalize", "open", "prevent", "produce", "promote", "protect", "provide", "purchase", "reduce",
    "regulate", "repatriate", "resolve", "restore", "sell", "set", "settle", "share", "stop", "strengthen",
    "supply", "support", "train", "transfer", "upgrade",
})  # fmt: skip
"""Verbs with which a subject may begin, as documents have it behind "to"."""
_OF_NOUN = frozenset({
    "of", "for", "and", "or", "in", "on", "between", "with", "to", "by", "control", "programme", "program",
    "agreement",
})  # fmt: skip
"""Words behind which the same form is a noun: "supply of gas", "exchange programme"."""


def _about(subject: str) -> str:
    """What an instrument is on, or what it is to do: "on trade", "to build a pipeline"."""
    first, _, rest = subject.partition(" ")
    following = rest.partition(" ")[0].casefold()
    if first.casefold() in _ACTS and following and following not in _OF_NOUN:
        return f"to {first.casefold()} {rest}"
    return f"on {subject}"


def _foreign(text: str) -> str:
    """A text of another script in quotation marks."""
    return (
        text
        if text.isascii() or not any("\u0370" <= sign <= "\u05ff" for sign in text)
        else quoted(text, "en")
    )


def _body(s: Body, dyad: Dyad) -> str:
    kind = _TEXTS[f"body.type.{s.type}"] if s.type and s.type != "other" else ""
    name = body_name(s.name, "en") if s.name else article(kind) if kind else "a joint body"
    states = unsaid(s.parties or (() if s.name else dyad), name, "en")
    date = f"was founded {when(s.date, 'en')}" if s.date else ""
    about = bracketed(commas(kind if s.name and not told_by_name(kind, name) else "", states))
    return _notes(spaced(name, about, date), people=people(s.people, "en"))


def _session(s: Session, _dyad: Dyad) -> str:
    which = f"session no. {s.number}" if s.number is not None else "a session"
    body = body_name(s.body, "en") if s.body else ""
    named = _foreign(body)
    of = f"of {named}" if named != body else f"of the {named}"
    at = located(place_name(s.place, "en")) if s.place else ""
    return _notes(
        spaced(which, of if s.body else "", "was held", at, when(s.date, "en")), people=people(s.people, "en")
    )


def _event(s: Event, _dyad: Dyad) -> str:
    kind = _TEXTS[f"event.type.{s.type}"] if s.type else ""
    name = s.name or article(kind or "event")
    shown = bracketed(kind if s.name and kind != "event" and kind not in name.casefold() else "")
    at = located(places(s.place, "en")) if s.place else ""
    return _notes(
        spaced(name, shown, "took place", at, when(s.date, "en")),
        field=terms.field(s.field, "en") if s.field else "",
        people=people(s.people, "en"),
    )


def trade_figure(s: Trade, dyad: Dyad) -> str:
    """What a figure of trade is of: "exports from Kazakhstan to Israel"."""
    a, b = sides_of_trade(s, dyad)
    match s.flow:
        case "export":
            return spaced("exports", _state(a).whence if a else "", _state(b).whither if b else "")
        case "import":
            return spaced("imports", f"into {_state(a).nom}" if a else "", _state(b).whence if b else "")
        case "balance":
            return spaced(
                "the trade balance", f"of {_state(a).nom}" if a else "", f"with {_state(b).nom}" if b else ""
            )
        case _:
            return spaced("trade", _both(tuple(one for one in (a, b) if one), dyad))


def _trade(s: Trade, dyad: Dyad) -> str:
    value = numbers.money(s.value, s.currency, "en") if s.value is not None else ""
    verb = "was" if s.flow == "balance" else "amounted to"
    said = spaced(trade_figure(s, dyad), f"{verb} {value}" if value else "is mentioned", when(s.period, "en"))
    reporter = f"according to {_state(s.reporter).nom}" if s.reporter else ""
    return _notes(commas(said, reporter), change=s.change, source=s.source)


def _investment(s: Investment, _dyad: Dyad) -> str:
    value = numbers.money(s.value, s.currency, "en") if s.value is not None else ""
    said = spaced(
        "investment",
        f"from {_state(s.from_).nom}" if s.from_ else "",
        f"in {_state(s.to).nom}" if s.to else "",
        f"amounted to {value}" if value else "is mentioned",
        when(s.period, "en"),
    )
    return _notes(said, sectors=listed((terms.field(one, "en") for one in s.sectors), "en"))


def _enterprise(s: Enterprise, _dyad: Dyad) -> str:
    home = bracketed(_state(s.home).bare if s.home else "")
    where = _state(s.in_).where if s.in_ else ""
    date = when(s.date, "en")
    active = "is active" if not s.date else "has been active" if goes_on(s.date) else "was active"
    said = spaced(s.name or "an enterprise", home, active, where, date)
    return _notes(said, sector=terms.field(s.sector, "en") if s.sector else "", people=people(s.people, "en"))


_ADJECTIVES = frozenset("political economic scientific cultural religious military humanitarian".split())  # noqa: SIM905
"""Fields that reading gives by an adjective."""


def _in_field(written: str | None) -> str:
    if not written:
        return ""
    field = terms.field(written, "en")
    return f"in the {field} field" if field.casefold() in _ADJECTIVES else f"in {field}"


def _cooperation(s: Cooperation, dyad: Dyad) -> str:
    head = spaced("cooperation", _both(s.parties, dyad))
    quantity = numbers.quantity(s.quantity, s.currency, "en")
    what = s.what or ""
    if quantity and quantity not in what:
        what = spaced(what, f"– {quantity}") if what else quantity
    said = commas(spaced(head, _in_field(s.field)), None)
    said = f"{said}: {what}" if what else said
    return _notes(spaced(said, bracketed(when(s.period, "en"))), bodies=listed(s.bodies, "en"))


def _twinning(s: Twinning, _dyad: Dyad) -> str:
    both = listed((place_name(one, "en") for one in s.places), "en") or "two places"
    twinned = "are twinned" if not s.date else "have been twinned" if goes_on(s.date) else "were twinned"
    return _notes(
        spaced(both, twinned, when(s.date, "en")), place=places(s.place, "en"), people=people(s.people, "en")
    )


def _award(s: Award, _dyad: Dyad) -> str:
    who = person(s.recipient, "en") if s.recipient else "somebody"
    by = f", given by {_foreign(giver(s.by, 'en'))}," if s.by else ""
    return spaced(f"{who} received {_honour(s.award)}{by}", when(s.date, "en")).removesuffix(",")


_HONOUR = re.compile(
    r"\b(?:award|prize|order|medal|title|star|cross|badge|degree|diploma)s?\b", re.IGNORECASE
)


def _honour(award: str | None) -> str:
    """An award by its name, which may tell by itself that it is one: "the Order of Friendship"."""
    if not award:
        return "an award"
    if _HONOUR.search(award) and _foreign(award) == award:
        return f"the {award.removeprefix('the ').removeprefix('The ')}"
    return f"the award {quoted(award, 'en')}"


def _count(s: Count, _dyad: Dyad) -> str:
    value = numbers.amount(s.value, "en") if s.value is not None else "not told"
    return spaced(f"{s.what or 'number'}: {value}", bracketed(when(s.date, "en")))


def _incident(s: Incident, _dyad: Dyad) -> str:
    if sentence := incidents.told(s, "en"):
        return sentence
    by = f"by {_state(s.by).nom}" if s.by else ""
    against = f"against {_state(s.against).nom}" if s.against else ""
    return commas(incidents.named(s, "en") or "a hostile act", spaced(by, against), when(s.date, "en"))


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
