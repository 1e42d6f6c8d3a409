"""The posts that somebody held before: what a sentence tells of one who was told to hold a post, by a pronoun or the
surname ("She served as Consul General in P (2001–2004)"), and what a clause tells of a predecessor ("will replace N,
who has been Ambassador since …").
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import wording
from comity.reading.frames.participants.persons import surname
from comity.reading.frames.participants.pronouns import last_person
from comity.reading.frames.posts import Post, is_office, is_post, sender, since
from comity.reading.frames.tenures.acts import beside, tells
from comity.reading.frames.tenures.states import NEAR
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_REACH = 18
"""Units between an office and the verb or the subject before it."""
_FORGOTTEN = 3 * NEAR
"""How far behind a tenure a text still tells of its holder."""
_BRACKET = 6
"""Units of a bracket with a term."""
_DISTINCTION = 4
"""Letters of the short form of an order behind a name."""
_INSTEAD = frozenset({"without"})
"""Marks of one in whose place another comes: «вместо»."""
_DASHES = frozenset("-–—")
_WITHOUT_SUBJECT = frozenset({"date", "preposition", "be", "trigger", "word", "punct", "and", "amount"})
"""What may stand before an office in a sentence that leaves its subject out."""
_BEGINS = ("appoint", "become", "accredit", "assume")


def remember(draft: Draft, context: Context) -> None:
    """Remembers who holds a post, and for which state."""
    person: Person = draft.slots["person"]
    if person.name:
        context.served[surname(person.name)] = (person.name, str(draft.slots["of"]), draft.evidence[-1][1])


def mark_subject(sentence: Sentence, index: int, context: Context) -> None:
    """Remembers the first person that a sentence names: "he" of the next one."""
    actor: Actor = sentence.units[index].value
    if actor.person.name and not sentence.has_actor_before(index):
        context.career = actor.person.name


def of_another_post(sentence: Sentence, index: int, draft: Draft) -> bool:
    """Whether a verb tells what somebody was besides the post told last: "She served as Director for Asia from …"."""
    units = sentence.units
    at = next((i for i in range(index + 1, min(index + 4, len(units))) if units[i].value == "as"), None)
    if at is None:
        return False
    office = next((unit for unit in units[at + 1 : at + 4] if unit.kind == "actor"), None)
    if office is None or not is_post(office.value):
        return True
    return office.value.to not in (None, draft.slots["to"])


def earlier(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The posts that an office without a name tells of its holder: one for each town or state that it lists."""
    unit = sentence.units[index]
    office: Actor = unit.value
    headed = _of_mission(sentence, index)
    if headed is None and not (is_office(unit) and office.to):
        return
    if office.plural or office.former:
        return
    subject = _subject(sentence, index, context)
    if subject is None:
        return
    name, of, first, verb, elsewhere = subject
    if elsewhere is not None and not is_fact(sentence, index):
        return
    of = sender(office) or office.state or of
    if of is None and not context.loose:
        of = context.counterpart(office.to)
    if of is None:
        return
    title = office.person.office
    told: list[tuple[Unit, str, Unit | None]] = [(unit, str(office.to), None)]
    if headed is not None:
        told = [(*headed, None)]
        told_so = wording(sentence, sentence.units[index : index + 2]).split()
        title = " ".join(word for word in told_so if word not in sentence.language.words["article"])
    further = further_posts(sentence, index) if headed is None else []
    day, used = (None, None)
    if not further or further[0][2] is not None:
        day, used = _term(sentence, sentence.index(told[0][0]), first, verb)
    for at, to, date in [*told, *further]:
        when = since_or_term(date) if date is not None else (day if at is told[0][0] else None)
        if to == of or (when is None and (surname(name), of, to) in context.holders):
            continue
        context.holders.add((surname(name), of, to))
        runs = [run(sentence, [unit, at, date or (used if at is told[0][0] else None)])]
        yield Draft(
            "tenure",
            {"person": Person(name=name, office=title, of=of), "of": of, "to": to, "date": when},
            [*runs, *([elsewhere] if elsewhere is not None else [])],
            ["tenure: an earlier post"],
            0.7,
        )


def since_or_term(date: Unit) -> Date | None:
    """The term that a date in brackets behind a post tells: "(1998–2001)", "(since 2001)"; none for a bare day."""
    day: Date = date.value.date
    if day.is_interval:
        return day
    return since(day) if date.value.relation in ("since", "from") else None


def _of_mission(sentence: Sentence, index: int) -> tuple[Unit, str] | None:
    """Where the mission is that an office heads: "Head of the A Representative Office in P"."""
    units = sentence.units
    office = (units[index].value.person.office or "").lower()
    if office not in sentence.language.words["head_of"] or len(units) <= index + 3:
        return None
    mission, place, town = units[index + 1 : index + 4]
    if mission.kind != "mission" or place.kind != "preposition" or town.kind not in ("place", "state"):
        return None
    return town, str(town.value.state) if town.kind == "place" else str(town.value[0])


def _subject(
    sentence: Sentence, index: int, context: Context
) -> tuple[str, str | None, int, int | None, Span | None] | None:
    """Whose office it is, where a verb before it says that somebody known held it: the name and the state, where they
    stand, the verb, and the words that told of them before."""
    units, words = sentence.units, sentence.language.words
    clause = sentence.clause(index)
    low = max(index - _REACH, clause.start - 1, 0)
    verb: int | None = None
    linked = False
    for i in range(index - 1, low - 1, -1):
        unit = units[i]
        if unit.kind == "pronoun" or (unit.kind == "actor" and unit.value.person.name):
            personal = unit.kind == "actor" or unit.key in words["personal"]
            if not linked or not personal:
                return None
            known = _known(sentence, i, context)
            return (known[0], known[1], i, verb, known[2]) if known is not None else None
        if (
            unit.key in words["negation"]
            or unit.kind in ("modal", "clause", "event")
            or unit.text in (";", ":")
        ):
            return None
        if unit.key in words["names_to"]:
            verb = i if verb is None else verb
        elif unit.kind == "be" or unit.key in words["posting"]:
            linked = True
        elif unit.kind == "trigger":
            held = any(tells(sentence, i, name) for name in ("serve", "appoint", "become", "assume"))
            if not (is_fact(sentence, i) or _then(sentence, i)):
                return None
            linked = linked or held
            verb = i if held and verb is None else verb
    known = _known(sentence, None, context) if _leaves_out_subject(sentence, index) else None
    return (known[0], known[1], index, verb, known[2]) if known is not None else None


def _leaves_out_subject(sentence: Sentence, index: int) -> bool:
    """Whether a sentence tells a post of whom the one before is about, without a word for them: «В 1995–1999 годах –
    посол в А», «Был послом в А», «В 1995 году назначен послом в А»."""
    if not sentence.language.cases or sentence.block.row >= 0:
        return False
    units = sentence.units
    before = units[sentence.clause(index).start : index]
    if sentence.clause(index).start or any(unit.kind not in _WITHOUT_SUBJECT for unit in before):
        return False
    if units[index].case not in ("ins", "nom", "nom-acc") or any(
        unit.kind == "clause" for unit in units[:index]
    ):
        return False
    dated = len(before) > 1 and before[-1].text in _DASHES and before[-2].kind == "date"
    verbs = [i for i in range(index) if units[i].kind == "trigger"]
    said = any(unit.kind == "be" for unit in before) or bool(verbs)
    told = all(
        any(tells(sentence, i, name) for name in ("serve", "appoint", "become", "assume")) for i in verbs
    )
    behind = [unit for unit in units[index + 1 :] if unit.kind == "actor" and unit.value.person.name]
    return (dated or said) and told and not behind


def _known(
    sentence: Sentence, index: int | None, context: Context
) -> tuple[str, str | None, Span | None] | None:
    """The name and state of a person, or of whom a pronoun or no word at all stands for, who held a post or was
    introduced before."""
    unit = sentence.units[index] if index is not None else None
    name = unit.value.person.name if unit is not None and unit.kind == "actor" else context.career
    served = context.served.get(surname(name)) if name else None
    if served is not None and -len(sentence.text) < sentence.start - served[2] < _FORGOTTEN:
        return served[0], served[1], None
    if (unit is not None and unit.kind == "actor") or sentence.block.row >= 0:
        return None
    meant = next(iter(last_person(context)), None)
    full = meant.actor.person.name if meant is not None else None
    if meant is None or not full or meant.elsewhere is None:
        return None
    if not sentence.block.start <= meant.elsewhere[0] or sentence.start - meant.elsewhere[1] > _FORGOTTEN:
        return None
    return full, meant.state, meant.elsewhere


def _leading(sentence: Sentence, subject: int) -> Unit | None:
    """The date right before a subject: "From 1999 to 2002 he was …"."""
    for unit in reversed(sentence.units[max(0, subject - 3) : subject]):
        if unit.kind == "date":
            return unit
        if unit.text != "," and unit.kind != "preposition":
            return None
    return None


def _then(sentence: Sentence, index: int) -> bool:
    """Whether an appointment came behind what is told: "served as … prior to being appointed as …"."""
    units = sentence.units
    before = units[index - 2] if index > 1 and units[index - 1].kind == "be" else None
    return before is not None and before.value in ("before", "after") and tells(sentence, index, "appoint")


def further_posts(sentence: Sentence, index: int) -> list[tuple[Unit, str, Unit | None]]:
    """The towns and states behind the first that an office was in, each with the date in brackets behind it: "Head of
    Mission in P, Q and R", "ambassador to A (1998–2001), B (2001–2005)"."""
    units = sentence.units
    found: list[tuple[Unit, str, Unit | None]] = [(units[index], to, None) for to in units[index].value.also]
    at = past_bracket(sentence, index + 1)
    while at < len(units):
        unit = units[at]
        if unit.kind == "place" or (unit.kind == "state" and unit.value[1] == "name"):
            to = str(unit.value.state) if unit.kind == "place" else str(unit.value[0])
            stop = past_bracket(sentence, at + 1)
            date = next((one for one in units[at + 1 : stop] if one.kind == "date"), None)
            found.append((unit, to, date))
            at = stop
            continue
        joins = unit.kind in ("and", "determiner") or unit.text == ","
        leads = unit.kind == "preposition" and unit.value in ("goal", "place") and units[at - 1].text != ")"
        if not (joins or (leads and found is not None and at > index + 1 and _joins(units[at - 1]))):
            break
        at += 1
    return found


def _joins(unit: Unit) -> bool:
    return unit.kind == "and" or unit.text == ","


def past_bracket(sentence: Sentence, at: int) -> int:
    """The index after a bracket that opens at an index and holds a date; the same index where none does."""
    units = sentence.units
    if at >= len(units) or units[at].text != "(":
        return at
    close = next((i for i in range(at, min(at + _BRACKET, len(units))) if units[i].text == ")"), at)
    return close + 1 if any(unit.kind == "date" for unit in units[at:close]) else at


def _term(sentence: Sentence, index: int, subject: int, verb: int | None) -> tuple[Date | None, Unit | None]:
    """When an office was held: the date in brackets or behind it, the one that opens the clause, or the day of the
    appointment."""
    units = sentence.units
    date = _leading(sentence, subject) or beside(sentence, index)
    for i in range(index + 1, sentence.clause(index).stop) if date is None else ():
        if units[i].kind == "date":
            opens = i + 1 < len(units) and units[i + 1].kind in ("pronoun", "be")
            date = None if opens else units[i]  # "…, from 1941 he was …"
            break
        if units[i].kind not in ("preposition", "word", "punct"):
            break
    named = verb is not None and units[verb].key in sentence.language.words["names_to"]
    if date is None and subject == index and index > 1 and units[index - 1].text in _DASHES:
        date = (
            units[index - 2] if units[index - 2].kind == "date" else None
        )  # «В 1995–1999 годах – посол в А»
    if date is None and subject == index and verb is not None:
        date = date_unit(sentence, verb)  # «В 1995 году назначен послом в А»
    begins = named or (verb is not None and any(tells(sentence, verb, name) for name in _BEGINS))
    if date is None:
        return None, None
    day: Date = date.value.date
    if day.is_interval:
        return day, date
    if date.value.relation == "until":
        return Date.interval(None, day), date
    if begins or date.value.relation in ("since", "from"):
        return since(day), date
    return None, None


def replaced_holder(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The post of one to be replaced, as a clause tells it: "will replace N, who has been Ambassador since …"."""
    units = sentence.units
    unit = units[index]
    name = unit.value.person.name
    instead = unit.mark in _INSTEAD
    if not name or index == 0 or not (instead or tells(sentence, index - 1, "succeed")):
        return None
    start = index + 1
    while start < len(units) and (units[start].text == "," or _is_distinction(units[start])):
        start += 1
    if start >= len(units) or units[start].kind != "clause":
        return None
    stop = next((i for i in range(start, len(units)) if units[i].text in (";", ".")), len(units))
    held: tuple[Unit, Unit] | None = None
    for i in range(start + 1, stop):
        if units[i].kind in ("modal", "clause"):
            break
        if not (units[i].kind == "actor" and is_post(units[i].value) and not units[i].value.person.name):
            continue
        date = next((other for other in units[i + 1 : i + 3] if other.kind == "date"), None)
        if date is not None:
            held = (units[i], date)
    last: Post | None = context.post
    if held is None and instead and last is not None:
        return _of_that_post(sentence, index, range(start + 1, stop), last)
    if held is None:
        return None
    office: Actor = held[0].value
    of = sender(office) or (last.of if last is not None else None)
    to = office.to or (last.to if last is not None else None)
    if not of or not to or of == to:
        return None
    day: Date = held[1].value.date
    return Draft(
        "tenure",
        {
            "person": Person(name=name, office=office.person.office, of=of),
            "of": of,
            "to": to,
            "date": since(day),
        },
        [run(sentence, [unit, *held])],
        ["tenure: one who is replaced"],
        0.8,
    )


def _of_that_post(sentence: Sentence, index: int, clause: range, post: Post) -> Draft | None:
    """The tenure of one in whose place another came, as a clause dates it: «вместо Н., занимавшего этот пост с …»."""
    units = sentence.units
    verb = next((i for i in clause if tells(sentence, i, "serve") and is_fact(sentence, i)), None)
    date = next((units[i] for i in clause if units[i].kind == "date"), None)
    if verb is None or date is None:
        return None
    day: Date = date.value.date
    until = date.value.relation == "until"
    person = Person(name=units[index].value.person.name, office=post.title, of=post.of)
    return Draft(
        "tenure",
        {
            "person": person,
            "of": post.of,
            "to": post.to,
            "date": Date.interval(None, day) if until else since(day),
        },
        [run(sentence, [units[index], units[verb], date])],
        ["tenure: one who is replaced"],
        0.75,
    )


def _is_distinction(unit: Unit) -> bool:
    """The capitals of an order behind a name: "N AO"."""
    return unit.kind == "word" and unit.text.isupper() and len(unit.text) <= _DISTINCTION
