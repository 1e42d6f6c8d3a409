"""Heads of mission and consuls: who held the office, from when to when."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.knowledge.states import states
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context, successors
from comity.reading.frames.arguments import completed, date_unit, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import Post, is_office, is_post, mission_post, post_of, stated, term
from comity.reading.frames.terms import item, row
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset(
    {
        "actor",
        "body",
        "trigger:serve",
        "trigger:leave",
        "trigger:die",
        "trigger:remain",
        "trigger:credentials",
    }
)

_ACTS = (
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
)
_BEGINS = ("serve", "credentials", "assume", "succeed", "become", "appoint", "accredit", "arrive")
_ENDS = frozenset({"leave", "die"})
_MISSION_ACTS = frozenset({"establish", "open", "reopen", "resume", "upgrade", "become"})
_RECEIVERS = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_REACH = 9
_LIST_OF_HEADS = 20
"""How many units may stand between the first of several heads of a mission and the verb."""
_NEAR = 400
"""How far behind a tenure a sentence may complete it."""
_TITLE = 600
"""How far the first words of a page go."""


class Terms(msgspec.Struct):
    """What a sentence says of the time that somebody held an office, while it is being gathered."""

    days: dict[str, Date] = {}
    end: Date | None = None
    used: list[Unit] = []

    def date(self) -> Date | None:
        start = next((self.days[name] for name in ("term", *_BEGINS) if name in self.days), None)
        return term(start, self.end)


_DASHES = frozenset("-–—")


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Ambassadors of A in B were N (d–d), M (d–d)", "N is the Ambassador", "N presented his credentials on …"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        _continued(sentence, index, context)
        return
    if unit.kind == "body":
        yield from _of_office(sentence, unit, context)
        return
    actor: Actor = unit.value
    if actor.person.name:
        draft = _told(sentence, index, context)
        if draft is not None and not _again(draft, context):
            context.tenure = draft
            yield draft
    elif is_post(actor):
        if context.page_post is None and sentence.start < _TITLE and actor.to:
            context.page_post = _explicit(actor, context)
        context.post = _accredited(sentence, index, actor) or _explicit(actor, context) or context.post


def _of_office(sentence: Sentence, unit: Unit, context: Context) -> Iterator[Draft]:
    """ "The office of the honorary consul N": the holder within a body's name."""
    for actor in getattr(unit.value, "actors", ()):
        if is_post(actor) and actor.person.name and _honorary(sentence, actor):
            post = post_of(actor, context)
            if post is not None:
                person = Person(name=actor.person.name, office=actor.person.office, of=post.of)
                yield Draft(
                    "tenure",
                    {"person": person, "of": post.of, "to": post.to},
                    [unit.span],
                    ["tenure: office of a consul"],
                    0.7,
                )


def _accredited(sentence: Sentence, index: int, actor: Actor) -> Post | None:
    """ "The Ambassador of A to B is concurrently accredited to C": the post of those named later is in C."""
    units = sentence.units
    if actor.state is None:
        return None
    for i in range(index + 1, min(index + 8, len(units))):
        if _is(sentence, i, "accredit"):
            to = next(
                (
                    unit
                    for unit in units[i + 1 : i + 4]
                    if unit.kind == "state" and unit.mark in ("goal", "place")
                ),
                None,
            )
            return (
                Post(actor.state, str(to.value[0])) if to is not None and to.value[0] != actor.state else None
            )
    return None


def _again(draft: Draft, context: Context) -> bool:
    """Whether a tenure without a date says no more than one told before of the same person."""
    holder = (draft.slots["person"].name.split()[-1], draft.slots["of"], draft.slots["to"])
    known = holder in context.holders
    context.holders.add(holder)
    return known and draft.slots.get("date") is None


def _explicit(actor: Actor, context: Context) -> Post | None:
    """The post of an office named with one of its states at least."""
    return post_of(actor, context) if actor.state or actor.to else None


def _told(sentence: Sentence, index: int, context: Context) -> Draft | None:
    if sentence.block.row >= 0:
        found = row(sentence, index, context)
    else:
        found = item(sentence, index, context)
    return found or _stated(sentence, index, context)


# -- a sentence ------------------------------------------------------------------------------------------------------


def _stated(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The tenure that a sentence states of the person at `index`."""
    unit = sentence.units[index]
    actor = completed(unit.value, context)
    if (
        unit.value.former
        or _receives(sentence, index)
        or actor.group
        or not is_fact(sentence, index)
        or (_replaced(sentence, index) and _beside(sentence, index) is None)
    ):
        return None
    office, linked = _office(sentence, index, actor)
    terms = _terms(sentence, index, linked)
    if office is None:
        post, title = _without_office(sentence, index, actor, terms, context)
    else:
        post, title = _post(sentence, index, office, context), office.person.office
    if post is None:
        return None
    day = terms.date()
    if day is None and (_denied(sentence, index) or not _holds(sentence, office, linked)):
        return None
    post = _of_its_day(post, day, context)
    context.post = post
    if office is not None and office.cls == "head-of-mission":
        context.mission = post  # "the Embassy" of later sentences
    person = Person(name=actor.person.name, office=title or actor.person.office, of=post.of)
    slots = {
        "person": person, "of": post.of, "to": post.to, "date": day, "appointed": _day(terms, "appoint"),
        "credentials": _day(terms, "credentials"), "left": _last(terms.end),
    }  # fmt: skip
    told = linked.text if linked is not None and linked is not unit else unit.text
    return Draft(
        "tenure",
        slots,
        [run(sentence, [unit, linked, *terms.used])],
        [f"tenure: {told}"],
        0.85 if day is not None else 0.7,
    )


def _receives(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one to whom credentials are presented: the addressee, a president, a king."""
    unit = sentence.units[index]
    told = [i for i in sentence.clause(index) if _is(sentence, i, "credentials")]
    if not told:
        return False
    addressed = unit.mark == "goal" or (unit.case == "dat" and told[0] < index)
    return addressed or unit.value.cls in _RECEIVERS


def _of_its_day(post: Post, day: Date | None, context: Context) -> Post:
    """The post with the state that followed a former one, for a term that began when that was gone."""
    start = day.start if day is not None and day.is_interval else day
    sender = states().get(post.of)
    if start is None or sender is None or not sender.former or sender.exists_on(start):
        return post
    pair = context.pair() or ()
    heir = next((one for one in pair if one in successors(post.of)), None)
    return Post(heir, post.to, post.title) if heir and heir != post.to else post


def _denied(sentence: Sentence, index: int) -> bool:
    """Whether a verb of office behind the person is denied or planned."""
    acts = [i for i in _acts(sentence, index) if {p for p, _ in reading_of(sentence, i)} & set(_ACTS)]
    return any(not is_fact(sentence, i) for i in acts)


def _day(terms: Terms, name: str) -> Date | None:
    day = terms.days.get(name)
    return day if day is not None and not day.is_interval else None


def _last(day: Date | None) -> Date | None:
    """The day itself of "until" a day."""
    return day.end if day is not None and day.is_interval and day.start is None else day


def _holds(sentence: Sentence, office: Actor | None, linked: Unit | None) -> bool:
    """Whether a person is said to hold an office though no date is told."""
    if office is None:
        return False
    if office.former:
        return False
    if linked is not None:
        return True
    return _honorary(sentence, office) or bool(
        office.cls == "head-of-mission" and office.state and not office.plural
    )


def _honorary(sentence: Sentence, office: Actor) -> bool:
    honorary = sentence.language.words["honorary"]
    return office.cls == "consul" and any(
        sentence.language.key(word) in honorary for word in (office.person.office or "").split()
    )


def _post(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post of an office: by its own states, by who received its holder, by the mission told, as told before."""
    presented = _presented(sentence, index, office, context)
    if presented is not None:
        return presented
    if office.state and office.to:
        return post_of(office, context)
    received = _received(sentence, index, office, context)
    if received is not None:
        return received
    if office.state or office.to:
        return post_of(office, context)
    clause = sentence.clause(index)
    host = _host(sentence, index)
    if host is not None and context.counterpart(host):
        return Post(str(context.counterpart(host)), host, office.person.office)
    here = stated(sentence.units[clause.start : index], context)
    last: Post | None = here or context.mission or context.post
    if last is None and context.dyad is not None and context.home in context.dyad:
        last = Post(str(context.home), str(context.counterpart(context.home)))
    return last


def _office(sentence: Sentence, index: int, actor: Actor) -> tuple[Actor | None, Unit | None]:
    """The office of a mission that the person has: in their title, behind "is", "as", "became", or before them."""
    behind = _office_behind(sentence, index)
    if behind is not None:
        return behind.value, behind
    if is_post(actor):
        return actor, None
    ahead = _office_ahead(sentence, index)
    return (ahead.value, ahead) if ahead is not None else (None, None)


def _office_behind(sentence: Sentence, index: int) -> Unit | None:
    """ "N is the Ambassador", "N served as Consul", "with N as Minister", "N presented his credentials as Minister"."""
    units = sentence.units
    linked = any(_is(sentence, i, "appoint") for i in range(max(0, index - 2), index))
    posted = bracket = served = occupied = False
    for i in range(index + 1, min(index + _REACH + 4, len(units))):
        unit = units[i]
        if unit.kind == "actor":
            if unit.value.person.name or unit.value.plural:
                if units[i].mark == "goal" or _replaced(sentence, i):
                    continue
                return None
            if i + 1 < len(units) and units[i + 1].kind == "poss":
                return None  # "N was the ambassador's son"
            if linked and (is_office(unit) or (posted and unit.value.cls == "minister")):
                return unit
            if served and (unit.case == "ins" or occupied) and is_office(unit):
                return unit  # «работает послом»
            if unit.mark == "goal" or (linked and unit.mark in ("of", "source")):
                continue  # «указом Президента … назначен послом»
            return None
        if (
            unit.kind == "be"
            or (unit.kind == "preposition" and unit.value == "as")
            or (i == index + 1 and unit.text in _DASHES and unit.start > units[index].end)
        ):
            linked = True
            posted = posted or unit.kind == "preposition"
        elif unit.kind == "trigger":
            found = {p for p, _ in reading_of(sentence, i)}
            if not found & set(_ACTS):
                if bracket:
                    continue
                return None
            linked = linked or bool(found & {"become", "appoint"})
            posted = posted or "credentials" in found
            served = served or "serve" in found
            occupied = occupied or ("serve" in found and " " in unit.text)  # «занимал пост посла»
        elif unit.text == "(":
            bracket = True
        elif unit.text == ")":
            bracket = False
        elif bracket:
            continue
        elif (
            (unit.kind == "clause" and i != index + 2)
            or unit.text in (";", ":")
            or unit.kind in ("and", "mission")
        ):
            return None
    return None


def _replaced(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one that another replaced: "N replaced M as ambassador"."""
    if index < 2 or not _is(sentence, index - 1, "succeed") or not is_verb(sentence, index - 1):
        return False
    subject = sentence.units[index - 2]
    return subject.kind == "actor" and bool(subject.value.person.name)


def _office_ahead(sentence: Sentence, index: int) -> Unit | None:
    """ "The Ambassador is N", "the Ambassadors were N (d), M (d)", "the first ambassador, the writer N"."""
    units = sentence.units
    bracket = listed = copula = comma = False
    for i in range(index - 1, max(index - 40, -1), -1):
        unit = units[i]
        if unit.text == ")":
            bracket = True
        elif unit.text == "(":
            comma = comma or not bracket
            bracket = False
        elif bracket:
            continue
        elif unit.kind == "actor":
            if is_office(unit):
                if unit.value.plural:
                    return unit if copula or comma else None
                return unit if (copula or (comma and index - i <= 5)) and not listed else None
            if not unit.value.person.name:
                return None
            listed = True
        elif unit.kind == "be" or (i == index - 1 and unit.text in _DASHES):
            copula = True
        elif unit.text in (",", ":", "("):
            comma = True
        elif unit.kind == "trigger":
            if not {p for p, _ in reading_of(sentence, i)} & {"serve", "become", "appoint"}:
                return None
            copula = True
        elif unit.text == ";":
            listed = True
        elif unit.kind == "clause" or unit.text == ".":
            if not listed:
                return None
        elif unit.key in sentence.language.words["concurrently"] or (
            unit.kind == "preposition" and units[i + 1].key in sentence.language.words["concurrently"]
        ):
            continue
        elif unit.kind not in (
            "determiner",
            "word",
            "and",
            "date",
            "have",
            "preposition",
            "place",
            "state",
            "honorific",
        ) or (
            unit.kind == "preposition"
            and unit.value not in (("goal", "place", "of", "with") if copula else ("goal", "place", "of"))
            and units[i + 1].kind != "date"
        ):
            return None
    return None


def _host(sentence: Sentence, index: int) -> str | None:
    """The state whose head received the person as envoy: "President N of A received M as minister"."""
    units = sentence.units
    verb = next((i for i in range(index - 1, max(index - 4, -1), -1) if _is(sentence, i, "receive")), None)
    if verb is None or not is_verb(sentence, verb) or units[verb - 1].kind == "be":
        return None
    before = [unit for unit in units[max(0, verb - 3) : verb] if unit.kind == "actor" and unit.value.state]
    return str(before[-1].value.state) if before and before[-1].value.cls in _RECEIVERS else None


def _presented(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post of somebody who presented credentials to a state: "presented his credentials to San Marino"."""
    units = sentence.units
    for i in range(index + 1, len(units)):
        if not _is(sentence, i, "credentials"):
            continue
        for unit in units[i + 1 : i + 7]:
            if unit.mark == "goal" and unit.kind == "state":
                to = str(unit.value[0])
                of = office.state or context.counterpart(to) or (context.home if context.home != to else None)
                return Post(of, to, office.person.office) if of and of != to else None
            if unit.kind in ("trigger", "clause", "actor"):
                return None
    return None


def _received(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post of an ambassador whose states the words for the head of the receiving state tell."""
    for unit in sentence.units[index + 1 :]:
        if unit.kind == "actor" and unit.mark == "goal" and unit.value.state:
            to = unit.value.state
            of = office.state or context.counterpart(to) or (context.home if context.home != to else None)
            if of == to:
                return None
            return Post(of, unit.value.state, office.person.office) if of else None
    return None


def _without_office(
    sentence: Sentence, index: int, actor: Actor, terms: Terms, context: Context
) -> tuple[Post | None, str | None]:
    """The post of somebody whose office is not told: head of a mission, successor, or one who presented credentials."""
    units = sentence.units
    for i in range(index - 1, max(index - 4, -1), -1):
        if _is(sentence, i, "serve") and units[index].mark == "agent":
            mission = next((units[j] for j in range(i - 1, -1, -1) if units[j].kind == "mission"), None)
            if mission is not None:
                return mission_post(units[:i], context), None
    headed = _headed(sentence, index)
    if headed is not None:
        return mission_post(units[: headed + 3], context) or _of_page(context), None
    sent = _sent(sentence, index)
    if sent is not None:
        return sent, None
    if _in_list(sentence, index, context):
        return context.post, None
    if "credentials" in terms.days:
        return _by_credentials(actor, _received(sentence, index, actor, context), context), None
    if context.tenure is None or sentence.start - context.tenure.evidence[-1][1] > _NEAR:
        return None, None
    if "succeed" in terms.days or _succeeds(sentence, index):
        return context.post, None
    if _succeeded(sentence, index):
        return context.post, None
    return None, None


def _of_page(context: Context) -> Post | None:
    """The post of the state whose page it is in the other one."""
    other = context.counterpart(context.home)
    return Post(context.home, other) if context.home and other else None


def _headed(sentence: Sentence, index: int) -> int | None:
    """Where the mission stands that the person is told to have headed: "N headed the Embassy in P"."""
    units = sentence.units
    act = next(
        (i for i in range(index + 1, min(index + _LIST_OF_HEADS, len(units))) if _is(sentence, i, "serve")),
        None,
    )
    if act is None or not _joined_by_terms(units[index + 1 : act]):
        return None
    for i in range(act + 1, min(act + 4, len(units))):
        if units[i].kind == "mission":
            return i
        if units[i].kind not in ("determiner", "state", "word"):
            return None
    return None


def _joined_by_terms(units: list[Unit]) -> bool:
    """Whether only further names and terms in brackets stand between a name and its verb: "N (d) and M (d) headed"."""
    depth = 0
    for unit in units:
        depth += (unit.text == "(") - (unit.text == ")")
        if depth or unit.text == ")":
            continue
        if unit.kind == "clause" or (unit.kind == "punct" and unit.text != ","):
            return False
        if unit.kind == "actor" and not unit.value.person.name:
            return False
    return not any(unit.kind == "actor" or unit.text == "," for unit in units) or any(
        unit.kind == "date" for unit in units
    )


def _by_credentials(actor: Actor, received: Post | None, context: Context) -> Post | None:
    of = actor.state
    if of is None and received is not None:
        return received
    if of is None:
        last: Post | None = context.post
        return last
    to = context.counterpart(of)
    return Post(of, to) if to else None


def _succeeded(sentence: Sentence, index: int) -> bool:
    """ "was succeeded by N", "he succeeded N": the person behind the verb."""
    return any(
        _is(sentence, i, "succeed") and is_verb(sentence, i) for i in range(index - 1, max(index - 4, -1), -1)
    )


def _in_list(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether the person follows a holder in a list of names with terms: "N (1992), M (1995) and L (1999)"."""
    if context.tenure is None or not any(
        sentence.start <= start < sentence.end for start, _ in context.tenure.evidence
    ):
        return False
    if _beside(sentence, index) is None:
        return False
    bracket = False
    for unit in reversed(sentence.units[max(0, index - 14) : index]):
        if unit.text == ")":
            bracket = True
        elif unit.text == "(":
            bracket = False
        elif bracket:
            continue
        elif unit.kind == "actor":
            return bool(unit.value.person.name)
        elif unit.kind != "and" and unit.text not in (",", ";"):
            return False
    return False


def _sent(sentence: Sentence, index: int) -> Post | None:
    """ "A accredited N to B": the post of somebody whom one state sends to another."""
    units = sentence.units
    verb = next(
        (
            i
            for i in range(index - 1, max(index - 4, -1), -1)
            if _is(sentence, i, "accredit") or _is(sentence, i, "appoint")
        ),
        None,
    )
    if verb is None:
        return None
    of = next(
        (unit for unit in reversed(units[:verb]) if unit.kind == "state" and unit.mark in ("", "of")), None
    )
    to = next(
        (unit for unit in units[index + 1 : index + 4] if unit.kind == "state" and unit.mark == "goal"), None
    )
    if of is None or to is None or of.value[0] == to.value[0]:
        return None
    return Post(str(of.value[0]), str(to.value[0]))


def _succeeds(sentence: Sentence, index: int) -> bool:
    units = sentence.units
    if index + 1 < len(units) and units[index + 1].kind == "poss":
        return False  # "N's successor"
    return any(
        _is(sentence, i, "succeed") and is_verb(sentence, i)
        for i in range(index + 1, min(index + 4, len(units)))
    )


def _is(sentence: Sentence, index: int, name: str) -> bool:
    return sentence.units[index].kind == "trigger" and any(p == name for p, _ in reading_of(sentence, index))


# -- dates -----------------------------------------------------------------------------------------------------------


def _terms(sentence: Sentence, index: int, linked: Unit | None) -> Terms:
    """What the words behind a person, and a verb of appointment before them, say of their term."""
    terms = Terms(days={}, used=[])
    units = sentence.units
    bracket = _beside(sentence, index) or _beside_office(sentence, index, linked)
    if bracket is not None:
        terms.days["term"] = bracket.value.date
        terms.used.append(bracket)
        if bracket.value.relation == "until":
            terms.days.pop("term")
            terms.end = bracket.value.date
    for i in _acts(sentence, index):
        _act(sentence, i, terms)
    if not terms.days and terms.end is None and units[index].mark in ("with", "under"):
        _with_act(sentence, index, terms)
    elif not terms.days and terms.end is None and linked is not None:
        date = _open_date(sentence, index)
        if date is not None:
            terms.days["term"] = date.value.date
            terms.used.append(date)
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


def _with_act(sentence: Sentence, index: int, terms: Terms) -> None:
    """ "The Embassy opened on D with N as Chargé d'Affaires": the day of the mission's act."""
    for i in range(index - 1, -1, -1):
        if sentence.units[i].kind == "trigger" and {p for p, _ in reading_of(sentence, i)} & _MISSION_ACTS:
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


def _acts(sentence: Sentence, index: int) -> Iterator[int]:
    units = sentence.units
    for i in range(index - 1, max(index - _REACH, -1), -1):
        if units[i].text in (";", ".") or (units[i].kind == "actor" and units[i].value.person.name):
            break
        if units[i].kind == "clause" and sentence.language.cases:
            break
        if any(_is(sentence, i, name) for name in ("appoint", "succeed", "accredit")):
            yield i
            break
        if units[index].mark in ("owner", "source", "agent", "of") and _is(sentence, i, "credentials"):
            yield i  # «принял верительные грамоты у посла …»
            break
    for i in range(index + 1, index + 1 + len(_span_behind(sentence, index))):
        if units[i].kind == "trigger":
            yield i


def _act(sentence: Sentence, index: int, terms: Terms) -> None:
    """Adds what one verb tells: when it began or when it ended."""
    found = {p for p, _ in reading_of(sentence, index)} & set(_ACTS)
    if not found or not is_fact(sentence, index):
        return
    unit = _date_of(sentence, index)
    if unit is None:
        return
    day: Date = unit.value.date
    if unit.value.relation == "until" or found & _ENDS:
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


def _date_of(sentence: Sentence, index: int) -> Unit | None:
    """The date of a verb: behind it before the next verb, else where the clause has one."""
    units = sentence.units
    for i in range(index + 1, len(units)):
        unit = units[i]
        if unit.kind == "date":
            return unit
        if unit.kind == "clause" and sentence.language.cases:
            break  # «назначен А. Б., которого в 1999 году сменил …»
        if unit.text == ";" or (
            unit.kind == "trigger" and {p for p, _ in reading_of(sentence, i)} & set(_ACTS)
        ):
            break
        if unit.kind == "actor" and unit.value.person.name and _beside(sentence, i) is not None:
            return None  # the date in brackets is that of the person before it
    return date_unit(sentence, index)


def _beside(sentence: Sentence, index: int) -> Unit | None:
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
    found = _beside(sentence, at)
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
        if date is not None and date.value.form in ("day", "month") and not _in_other_act(sentence, date)
        else None
    )


def _in_other_act(sentence: Sentence, date: Unit) -> bool:
    at = sentence.index(date)
    return any(unit.kind in ("instrument", "event", "body") for unit in sentence.units[max(0, at - 6) : at])


# -- later sentences -------------------------------------------------------------------------------------------------


def _continued(sentence: Sentence, index: int, context: Context) -> None:
    """Completes the tenure told last: "He served until May 1952.", "Hillier died at his post on October 18"."""
    draft = context.tenure
    if draft is None or not _same_holder(sentence, index, draft):
        return
    if not is_fact(sentence, index):
        return
    terms = Terms(days={}, used=[])
    _act(sentence, index, terms)
    if not terms.used:
        return
    told: Date | None = draft.slots.get("date")
    if terms.end is not None and (told is None or (told.is_interval and told.end is None)):
        draft.slots["left"] = _last(terms.end)
        draft.slots["date"] = term(told, terms.end)
    elif terms.days and told is None:
        draft.slots["date"] = terms.date()
    elif "credentials" in terms.days and "credentials" not in draft.slots:
        draft.slots["credentials"] = terms.days["credentials"]
    else:
        return
    draft.evidence.append(run(sentence, [sentence.units[index], *terms.used]))


def _same_holder(sentence: Sentence, index: int, draft: Draft) -> bool:
    """Whether the verb's subject is a pronoun, or the surname, of the holder told last; in a later sentence."""
    if any(sentence.start <= start < sentence.end for start, _ in draft.evidence):
        return False
    if sentence.start - draft.evidence[-1][1] > _NEAR:
        return False
    personal = sentence.language.words.get("personal", frozenset())
    for unit in reversed(sentence.units[max(0, index - 6) : index]):
        if unit.kind == "actor":
            name = unit.value.person.name
            return bool(name) and name.split()[-1] == draft.slots["person"].name.split()[-1]
        if unit.kind == "pronoun":
            return unit.key in personal
        if unit.kind in ("state", "mission", "relations"):
            return False
    return False
