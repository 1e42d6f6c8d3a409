"""Between which states the office is: by its own words, by who received its holder, by the mission told."""

from __future__ import annotations

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import surname
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post, is_post, mission_post, post_of, stated
from comity.reading.frames.tenures.acts import Terms, beside, tells
from comity.reading.frames.tenures.hosts import host_of
from comity.reading.frames.tenures.receptions import (
    RECEIVERS,
    host_told,
    is_received_by_nobody_known,
    named_by,
)
from comity.reading.frames.tenures.same import names_post, post_before
from comity.reading.frames.tenures.succession import another_succeeded, in_place, succeeded, succeeds
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, has_predicate, is_verb, voice
from comity.reading.units import Unit

_LIST_OF_HEADS = 20
"""How many units may stand between the first of several heads of a mission and the verb."""
NEAR = 400
"""How far behind a tenure a sentence may complete it."""


def post_held(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post of an office: by its own states, by who received its holder, by the mission told, as told before."""
    presented = _presented(sentence, index, office, context)
    if presented is not None:
        return presented
    if office.state and office.to:
        elsewhere = _accredited_from(sentence, index, office, context)
        return elsewhere or post_of(office, context)
    received = _received(sentence, index, office, context)
    if received is not None:
        return received
    appointed = _appointed(sentence, index, office) if office.to and not office.state else None
    if appointed is not None:
        return appointed
    host = host_of(sentence, index, office.state, context) if not office.to else None
    sender = office.state or context.counterpart(host)
    if host is not None and sender is not None and sender != host:
        return Post(sender, host, office.person.office)
    if office.state and not office.to and _home_sends(sentence, index, office, context):
        return None
    listed = _of_list(sentence, office, context)
    if listed is not None:
        return listed
    if office.to and not office.state:
        known = context.served.get(surname(str(sentence.units[index].value.person.name)))
        if known is not None and known[1] != office.to:
            return Post(known[1], office.to, office.person.office)
    if office.state or office.to:
        return post_of(office, context)
    clause = sentence.clause(index)
    receiving = host_told(sentence, index, context)
    if receiving is not None and context.counterpart(receiving):
        return Post(str(context.counterpart(receiving)), receiving, office.person.office)
    named = named_by(sentence, index, office, context)
    if named is not None:
        return named
    if is_received_by_nobody_known(sentence, index):
        return None  # of which state the president is, nobody says
    here = stated(sentence.units[clause.start : index], context)
    last: Post | None = here or _owned(sentence, clause.start, context) or context.mission or context.post
    if last is None and context.dyad is not None and context.home in context.dyad:
        last = Post(str(context.home), str(context.counterpart(context.home)))
    return last


def _owned(sentence: Sentence, stop: int, context: Context) -> Post | None:
    """The post of the mission of one of the document's states that the clause before tells: "A's Legation was opened on
    D, when N presented his credentials"."""
    units = sentence.units
    for i in range(1, stop):
        if units[i].kind == "mission" and units[i - 1].kind == "state":
            of = str(units[i - 1].value[0])
            to = context.counterpart(of)
            return Post(of, to) if to and of in (context.pair() or ()) else None
    return None


def _accredited_from(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post in another state to whose head an envoy presents credentials: «посол А в Б Н. вручил верительные грамоты
    президенту В»."""
    presents = any(tells(sentence, i, "credentials") for i in sentence.clause(index) if i > index)
    post = _received(sentence, index, office, context) if presents else None
    return post if post is not None and post.to != office.to else None


def _home_sends(sentence: Sentence, index: int, office: Actor, context: Context) -> bool:
    """Whether the document's own state sends another envoy of a list, so that they are not in it."""
    home = context.home
    return office.state != home and any(
        unit.kind == "actor"
        and unit.value.cls == office.cls
        and unit.value.state == home
        and not unit.value.to
        for unit in sentence.units[:index]
    )


def _owner(unit: Unit) -> str | None:
    """The state that a subject is, or the head of which it is."""
    if is_subject(unit):
        return str(unit.value[0])
    heads = unit.kind == "actor" and unit.value.cls in RECEIVERS and not unit.mark
    return unit.value.state if heads and unit.case in ("", "nom", "nom-acc") else None


def _of_list(sentence: Sentence, office: Actor, context: Context) -> Post | None:
    """The post of an envoy in a list, in the state to which the one before goes: «посол А в Б Н., В – М.»."""
    last = context.tenure
    if last is None or not office.state or office.to:
        return None
    start = last.evidence[0][0]
    to = str(last.slots["to"])
    told = sentence.start <= start < sentence.end and last.slots["person"].office == office.person.office
    return Post(office.state, to, office.person.office) if told and to != office.state else None


def sent_by_owner(sentence: Sentence, index: int) -> Actor | None:
    """An envoy with the state whose own the sentence calls him: "A had recalled its ambassador to B, N"."""
    units, words = sentence.units, sentence.language.words
    actor: Actor = units[index].value
    if index < 2 or not is_post(actor):
        return None
    if actor.state or not actor.to:
        return _own_envoy(sentence, index)
    country = any(
        sentence.language.key(word) in words["country"]
        for word in units[index].text.split()
        if word.islower()
    )  # «президент А отправил в отставку посла республики в Б»
    if units[index - 1].key not in words["its"] and not (country and sentence.language.cases):
        return None
    owners = (_owner(unit) for unit in reversed(units[: index - 1]))
    of = next((owner for owner in owners if owner is not None), None)
    if of is None or of == actor.to:
        return None
    return msgspec.structs.replace(actor, state=of, person=msgspec.structs.replace(actor.person, of=of))


def _own_envoy(sentence: Sentence, index: int) -> Actor | None:
    """An envoy whom a state calls its own and who is told by where from he is called: "A called home its own envoy, N",
    «А отозвала своего посла из Б Н.»; with both states as far as they are told."""
    units, words = sentence.units, sentence.language.words
    actor: Actor = units[index].value
    own = index - 1 - (units[index - 1].key in words["itself"])
    if actor.to or own < 1 or units[own].key not in words["its"]:
        return None
    owners = (_owner(unit) for unit in reversed(units[:own]))
    of = next((owner for owner in owners if owner is not None), None)
    if of is None or of == actor.state:
        return None
    person = msgspec.structs.replace(actor.person, of=of)
    return msgspec.structs.replace(actor, state=of, to=actor.state, person=person)


def _appointed(sentence: Sentence, index: int, office: Actor) -> Post | None:
    """The post to which somebody's state appoints, or from which it takes: "President X of A appointed N ambassador
    to B".
    """
    units, clause = sentence.units, sentence.clause(index)
    acts = ("appoint", "leave")
    verb = next(
        (i for i in clause if is_verb(sentence, i) and any(tells(sentence, i, act) for act in acts)), None
    )
    if verb is None or voice(sentence, verb) != "active":
        return None
    subject = [unit for unit in units[clause.start : verb] if unit.kind == "actor" and unit.mark == ""]
    of = subject[-1].value.state if subject and subject[-1].value.cls in RECEIVERS else None
    return Post(of, str(office.to), office.person.office) if of and of != office.to else None


def _presented(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post of somebody who presented credentials to a state: "presented his credentials to San Marino"."""
    units = sentence.units
    for i in range(index + 1, len(units)):
        if not tells(sentence, i, "credentials"):
            continue
        for unit in units[i + 1 : i + 7]:
            to = _receiver(sentence, unit)
            if to is not None:
                of = office.state or context.counterpart(to) or (context.home if context.home != to else None)
                return Post(of, to, office.person.office) if of and of != to else None
            if unit.kind in ("trigger", "clause", "actor"):
                return None
    return None


def _receiver(sentence: Sentence, unit: Unit) -> str | None:
    """The state to which, or to the government of which, something is presented: "to A", "to the Government of A"."""
    if unit.kind == "organisation":
        return getattr(unit.value, "state", None) if unit.mark == "goal" else None
    if unit.kind != "state":
        return None
    units, at = sentence.units, sentence.index(unit)
    polity = sentence.language.words["polity"]
    while unit.mark == "of" and at and units[at].key not in polity:
        if units[at - 1].kind not in ("determiner", "preposition") and units[at - 1].key not in polity:
            return None
        at -= 1
    to = next((one for one in reversed(units[max(0, at - 2) : at]) if one.kind == "preposition"), None)
    governed = unit.mark == "of" and to is not None and to.value == "goal"
    return str(unit.value[0]) if unit.mark == "goal" or governed else None


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


def post_untitled(
    sentence: Sentence, index: int, actor: Actor, terms: Terms, context: Context
) -> tuple[Post | None, str | None]:
    """The post of somebody whose office is not told: head of a mission, successor, or one who presented credentials."""
    units = sentence.units
    serves = has_predicate(sentence, "serve")
    for i in range(index - 1, max(index - 4, -1), -1) if serves and units[index].mark == "agent" else ():
        if tells(sentence, i, "serve"):
            mission = next((units[j] for j in range(i - 1, -1, -1) if units[j].kind == "mission"), None)
            if mission is not None:
                return mission_post(units[:i], context), None
    headed = _headed(sentence, index) if serves else None
    if headed is not None:
        placed = headed + 3 < len(units) and units[headed + 3].value == "place"  # «посольство А в Б»
        post = mission_post(units[: headed + (5 if placed else 3)], context) or _of_page(context)
        last = context.tenure.slots["person"] if context.tenure is not None else None
        same = last is not None and surname(last.name) == surname(str(actor.person.name))
        return post, last.office if last is not None and same else None
    sent = _sent(sentence, index)
    if sent is not None:
        return sent, None
    if _in_list(sentence, index, context):
        return context.post, None
    if names_post(sentence, index):
        return post_before(context)
    accredited = _accredited_to(sentence, index, context)
    if accredited is not None:
        return accredited, None
    if "credentials" in terms.days:
        presented = _presented(sentence, index, actor, context) or _received(sentence, index, actor, context)
        presented = presented or _owned(sentence, sentence.clause(index).start, context)
        return _by_credentials(actor, presented, context), None
    if context.tenure is None or sentence.start - context.tenure.evidence[-1][1] > NEAR:
        return None, None
    if actor.cls and actor.person.office and actor.cls in RECEIVERS:
        return None, None  # "President N, who was succeeded by M"
    if succeeded(sentence, index) and another_succeeded(sentence, index):
        return None, None
    if "succeed" in terms.days or succeeds(sentence, index) or succeeded(sentence, index):
        return context.post, None
    if in_place(sentence, index):
        return context.post, context.tenure.slots["person"].office
    return None, None


def _accredited_to(sentence: Sentence, index: int, context: Context) -> Post | None:
    """The post of somebody who was accredited to one of the document's two states: "N was accredited to A and …"."""
    units = sentence.units
    for i in range(index + 1, min(index + 4, len(units))):
        if tells(sentence, i, "accredit") and voice(sentence, i) == "passive":
            to = next(
                (unit for unit in units[i + 1 : i + 4] if unit.kind == "state" and unit.mark == "goal"), None
            )
            of = context.counterpart(str(to.value[0])) if to is not None else None
            return Post(of, str(to.value[0])) if of and to is not None else None
    return None


def _of_page(context: Context) -> Post | None:
    """The post of the state whose page it is in the other one."""
    other = context.counterpart(context.home)
    return Post(context.home, other) if context.home and other else None


def _headed(sentence: Sentence, index: int) -> int | None:
    """Where the mission stands that the person is told to have headed: "N headed the Embassy in P"."""
    units = sentence.units
    act = next(
        (i for i in range(index + 1, min(index + _LIST_OF_HEADS, len(units))) if tells(sentence, i, "serve")),
        None,
    )
    if act is None or not (
        _joined_by_terms(units[index + 1 : act])
        or [unit.text for unit in units[index + 1 : act] if unit.kind != "clause"] == [","]
    ):
        return None  # "N, who headed the Embassy", «Н., возглавлявший посольство»
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
        last: Post | None = context.post or context.mission
        return last
    to = context.counterpart(of)
    return Post(of, to) if to else None


def _in_list(sentence: Sentence, index: int, context: Context) -> bool:
    """Whether the person follows a holder in a list of names with terms: "N (1992), M (1995) and L (1999)"."""
    if context.tenure is None or not any(
        sentence.start <= start < sentence.end for start, _ in context.tenure.evidence
    ):
        return False
    if beside(sentence, index) is None:
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
        elif unit.kind != "and" and unit.text not in (",", ";") and not _follows(sentence, unit):
            return False
    return False


def _follows(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word leads from one holder to the next: "followed by M (1970–1975)"."""
    return unit.key in sentence.language.words["followed"] or (
        unit.kind == "preposition" and unit.value == "agent"
    )


def _sent(sentence: Sentence, index: int) -> Post | None:
    """ "A accredited N to B": the post of somebody whom one state sends to another."""
    if not has_predicate(sentence, "accredit", "appoint"):
        return None
    units = sentence.units
    verb = next(
        (
            i
            for i in range(index - 1, max(index - 4, -1), -1)
            if tells(sentence, i, "accredit") or tells(sentence, i, "appoint")
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
