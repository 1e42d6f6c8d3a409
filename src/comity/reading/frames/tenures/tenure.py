"""Heads of mission and consuls: who held the office, from when to when."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.knowledge.states import states
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context, successors
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.heads import runs_mission
from comity.reading.frames.participants.persons import completed, surname
from comity.reading.frames.posts import HEADS, Post, is_office, is_post, named_in_full, post_of, term
from comity.reading.frames.tenures.acts import ACTS, Terms, acts_of, add_act, day_of, last_day, tells
from comity.reading.frames.tenures.audiences import complete_host, listed, post_at
from comity.reading.frames.tenures.bystanders import is_bystander
from comity.reading.frames.tenures.careers import (
    earlier,
    further_posts,
    mark_subject,
    of_another_post,
    remember,
    replaced_holder,
    since_or_term,
)
from comity.reading.frames.tenures.credentials import below
from comity.reading.frames.tenures.hosts import host_of
from comity.reading.frames.tenures.lists import item, row
from comity.reading.frames.tenures.offices import holds, honorary, is_of_a_cause, office_of
from comity.reading.frames.tenures.promotions import promoted
from comity.reading.frames.tenures.same import names_post
from comity.reading.frames.tenures.states import (
    NEAR,
    post_held,
    post_untitled,
    sent_by_owner,
)
from comity.reading.frames.tenures.succession import follows_last
from comity.reading.frames.tenures.terms import terms_of
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, predicates_of
from comity.reading.units import Unit

STARTS = frozenset(
    {
        "actor",
        "body",
        "trigger:appoint",
        "trigger:serve",
        "trigger:leave",
        "trigger:die",
        "trigger:remain",
        "trigger:credentials",
    }
)

_TITLE = 600
"""How far the first words of a page go."""


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
        mark_subject(sentence, index, context)
        draft = (
            below(sentence, index, context)
            or _told(sentence, index, context)
            or replaced_holder(sentence, index, context)
        )
        if draft is not None and not _again(draft, context):
            context.tenure = draft
            remember(draft, context)
            yield draft
            yield from _also(draft, actor)
            yield from _elsewhere(sentence, index, draft)
        head = runs_mission(sentence, index, context)
        if head is not None and (draft is not None or not _again(head, context)):
            yield head
        return
    raised = promoted(sentence, index, context)
    if raised is not None:
        context.tenure = raised
        yield raised
        return
    yield from earlier(sentence, index, context)
    complete_host(sentence, index, context)
    if is_post(actor):
        context.envoys = actor.person.office
        if context.page_post is None and sentence.start < _TITLE and actor.to:
            context.page_post = _explicit(actor, context)
        context.post = _accredited(sentence, index, actor) or _explicit(actor, context) or context.post


def _also(draft: Draft, actor: Actor) -> Iterator[Draft]:
    """The same office in the further states that it covers; a day on which credentials were presented is of one."""
    for to in actor.also:
        slots = {**draft.slots, "to": to}
        if draft.slots.get("credentials") is not None:
            slots.update(date=None, credentials=None)
        if to not in (draft.slots["of"], draft.slots["to"]):
            yield Draft("tenure", slots, list(draft.evidence), list(draft.why), draft.confidence)


def _elsewhere(sentence: Sentence, index: int, draft: Draft) -> Iterator[Draft]:
    """The further posts of the same rank that a list dates: "ambassador to A (1998–2001), B (2001–2005)"."""
    units, clause = sentence.units, sentence.clause(index)
    to = draft.slots["to"]
    behind = (i for i in range(index, clause.stop) if units[i].kind == "actor" and units[i].value.to == to)
    office = next(behind, None)
    if office is None:
        return
    for unit, state, date in further_posts(sentence, office):
        when = since_or_term(date) if date is not None else None
        if when is not None and state not in (draft.slots["of"], to):
            slots = {"person": draft.slots["person"], "of": draft.slots["of"], "to": state, "date": when}
            runs = [run(sentence, [units[index], unit, date])]
            yield Draft("tenure", slots, runs, list(draft.why), draft.confidence)


def _of_office(sentence: Sentence, unit: Unit, context: Context) -> Iterator[Draft]:
    """ "The office of the honorary consul N": the holder within a body's name."""
    for actor in getattr(unit.value, "actors", ()):
        if is_post(actor) and actor.person.name and honorary(sentence, actor):
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
        if tells(sentence, i, "accredit"):
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
    holder = (surname(draft.slots["person"].name), draft.slots["of"], draft.slots["to"])
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
    if found is None:
        return listed(sentence, index, context) or _stated(sentence, index, context)
    announced = Post(found.slots["of"], found.slots["to"])
    post = _of_its_day(announced, found.slots.get("date"), context)
    if post.of != announced.of:
        person = msgspec.structs.replace(found.slots["person"], of=post.of)
        found.slots.update(of=post.of, person=person)
    return found


def _stated(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The tenure that a sentence states of the person at `index`."""
    unit = sentence.units[index]
    own = sent_by_owner(sentence, index)
    actor = completed(own or unit.value, context)
    # who is named with the whole post holds it, whatever is denied or planned of them
    named = is_post(unit.value) and named_in_full(own or unit.value)
    fact = is_fact(sentence, index)
    dealt = is_post(actor) and host_of(sentence, index, actor.state, context) is not None
    if actor.group or not (fact or named or dealt) or is_bystander(sentence, index):
        return None
    office, linked = office_of(sentence, index, actor)
    if unit.value.former and (linked is None or linked.value.former):
        return None
    if office is unit.value and own is not None:
        office = own
    elif office is not None and office is not unit.value:
        office = _of_post_before(office, own or unit.value, context)
    if is_of_a_cause(sentence, linked):
        return None
    terms = terms_of(sentence, index, linked) if fact else Terms(days={}, used=[])
    if office is None:
        post, title = post_untitled(sentence, index, actor, terms, context)
    else:
        post, title = post_held(sentence, index, office, context), office.person.office
    ceremony = post_at(sentence, office, context) if office is not None else None
    if ceremony is not None:
        post = ceremony.post
    if post is None:
        return None
    day = terms.date()
    if ceremony is not None and day is None and ceremony.day is not None:
        terms.days["credentials"] = ceremony.day
        day = Date.interval(ceremony.day, None)
    held = (
        named
        or ceremony is not None
        or holds(sentence, office, linked)
        or _heads(sentence, index)
        or dealt
        or _is_of_page(office, post, context)
        or follows_last(sentence, index)
        or (office is None and names_post(sentence, index))
    )
    if day is None and (not held or (not named and _denied(sentence, index))):
        return None
    post = _of_its_day(post, day, context)
    context.post = post
    if office is not None and office.cls == "head-of-mission":
        context.mission = post  # "the Embassy" of later sentences
    person = Person(name=actor.person.name, office=title or actor.person.office, of=post.of)
    slots = {
        "person": person, "of": post.of, "to": post.to, "date": day, "appointed": day_of(terms, "appoint"),
        "credentials": day_of(terms, "credentials"), "left": last_day(terms.end),
    }  # fmt: skip
    told = linked.text if linked is not None and linked is not unit else unit.text
    return Draft(
        "tenure",
        slots,
        [run(sentence, [unit, linked, *terms.used]), *([ceremony.span] if ceremony is not None else [])],
        [f"tenure: {told}"],
        0.85 if day is not None else 0.7,
    )


def _is_of_page(office: Actor | None, post: Post, context: Context) -> bool:
    """Whether an office without its states is that of the mission whose page it is: "Ambassador N opened …"."""
    page: Post | None = context.page_mission
    if page is None or office is None or office.state or office.to or office.plural:
        return False
    return office.cls in HEADS and (page.of, page.to) == (post.of, post.to)


def _of_post_before(office: Actor, held: Actor, context: Context) -> Actor:
    """An office told without its states, with those of its holder's title: "A's Minister to B, N, was promoted to
    Ambassador"."""
    if office.state or office.to or not is_post(held) or not held.state:
        return office
    pair = context.pair()
    if pair is not None and not {held.state, held.to or held.state} <= set(pair):
        return office
    return msgspec.structs.replace(office, state=held.state, to=held.to)


def _heads(sentence: Sentence, index: int) -> bool:
    """Whether a mission is said to be headed by the person: "is headed by N", «посольство возглавляет Н.»."""
    units, runs = sentence.units, sentence.language.words["runs"]
    before = any(tells(sentence, i, "serve") or units[i].key in runs for i in range(max(0, index - 3), index))
    if before and units[index].mark == "agent":
        return any(unit.kind == "mission" for unit in units[:index])
    verb = index + 1
    return (
        verb < len(units)
        and tells(sentence, verb, "serve")
        and any(unit.kind == "mission" for unit in units[verb + 1 : verb + 3])
    )


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
    acts = [i for i in acts_of(sentence, index) if predicates_of(sentence, i) & ACTS]
    return any(not is_fact(sentence, i) for i in acts)


def _continued(sentence: Sentence, index: int, context: Context) -> None:
    """Completes the tenure told last: "He served until May 1952.", "Hillier died at his post on October 18"."""
    draft = context.tenure
    if draft is None or not _same_holder(sentence, index, draft):
        return
    if of_another_post(sentence, index, draft):
        return
    if not is_fact(sentence, index) or (
        tells(sentence, index, "appoint") and not _same_post(sentence, draft)
    ):
        return
    terms = Terms(days={}, used=[])
    add_act(sentence, index, terms)
    if not terms.used:
        return
    told: Date | None = draft.slots.get("date")
    if terms.end is not None and (told is None or (told.is_interval and told.end is None)):
        draft.slots["left"] = last_day(terms.end)
        draft.slots["date"] = term(told, terms.end)
    elif terms.days and told is None:
        draft.slots["date"] = terms.date()
    elif "credentials" in terms.days and "credentials" not in draft.slots:
        draft.slots["credentials"] = terms.days["credentials"]
    else:
        return
    draft.evidence.append(run(sentence, [sentence.units[index], *terms.used]))


def _same_post(sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence that tells an appointment tells the post of the holder told last, or one with its name."""
    posts = [unit.value for unit in sentence.units if is_office(unit)]
    return any(
        (actor.to or draft.slots["to"]) == draft.slots["to"]
        and (actor.state or draft.slots["of"]) == draft.slots["of"]
        for actor in posts
    )


_LIKE_PRONOUNS = frozenset({"diplomat"})
"""Whose office alone, without a state, means somebody told before."""


def _same_holder(sentence: Sentence, index: int, draft: Draft) -> bool:
    """Whether the verb's subject is a pronoun, or the surname, of the holder told last; in a later sentence."""
    if any(sentence.start <= start < sentence.end for start, _ in draft.evidence):
        return False
    if sentence.start - draft.evidence[-1][1] > NEAR:
        return False
    personal = sentence.language.words.get("personal", frozenset())
    for unit in reversed(sentence.units[max(0, index - 6) : index]):
        if unit.kind == "actor":
            name = unit.value.person.name
            if not name and not (unit.value.state or unit.value.to or unit.mark):
                return unit.value.cls in _LIKE_PRONOUNS  # «Дипломат был назначен послом …»
            return bool(name) and name.split()[-1] == draft.slots["person"].name.split()[-1]
        if unit.kind == "pronoun":
            return unit.key in personal
        if unit.kind in ("state", "mission", "relations"):
            return False
    return False
