"""The posts that somebody held before: what a sentence tells of one who was told to hold a post, by a pronoun or the
surname ("She served as Consul General in P (2001–2004)"), and what a clause tells of a predecessor ("will replace N,
who has been Ambassador since …").
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import wording
from comity.reading.frames.participants.persons import surname
from comity.reading.frames.posts import Post, is_office, is_post, sender, since
from comity.reading.frames.tenures.states import NEAR
from comity.reading.frames.tenures.terms import beside, tells
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_fact
from comity.reading.units import Unit

_REACH = 18
"""Units between an office and the verb or the subject before it."""
_FORGOTTEN = 3 * NEAR
"""How far behind a tenure a text still tells of its holder."""
_DISTINCTION = 4
"""Letters of the short form of an order behind a name."""
_INSTEAD = frozenset({"without"})
"""Marks of one in whose place another comes: «вместо»."""
_BEGINS = ("appoint", "become", "accredit", "assume")


def remember(draft: Draft, context: Context) -> None:
    """Remembers who holds a post, and for which state."""
    person: Person = draft.slots["person"]
    if person.name:
        context.served[surname(person.name)] = (person.name, str(draft.slots["of"]), draft.evidence[-1][1])


def mark_subject(sentence: Sentence, index: int, context: Context) -> None:
    """Remembers the first person that a sentence names: "he" of the next one."""
    actor: Actor = sentence.units[index].value
    if actor.person.name and not any(unit.kind == "actor" for unit in sentence.units[:index]):
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
    (name, of, _), first, verb = subject
    of = sender(office) or office.state or of
    title = office.person.office
    places = _further(sentence, index)
    told = [(unit, str(office.to))] if headed is None else [headed]
    if headed is not None:
        told_so = wording(sentence, sentence.units[index : index + 2]).split()
        title = " ".join(word for word in told_so if word not in sentence.language.words["article"])
        places = []
    day, used = _term(sentence, sentence.index(told[0][0]), first, verb) if not places else (None, None)
    for at, to in [*told, *places]:
        if to == of or (day is None and (surname(name), of, to) in context.holders):
            continue
        context.holders.add((surname(name), of, to))
        yield Draft(
            "tenure",
            {"person": Person(name=name, office=title, of=of), "of": of, "to": to, "date": day},
            [run(sentence, [unit, at, used])],
            ["tenure: an earlier post"],
            0.7,
        )


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
) -> tuple[tuple[str, str, int], int, int | None] | None:
    """Whose office it is, where a verb before it says that somebody known held it; where they stand, and the verb."""
    units, words = sentence.units, sentence.language.words
    clause = sentence.clause(index)
    low = max(index - _REACH, clause.start - 1, 0)
    verb: int | None = None
    linked = False
    for i in range(index - 1, low - 1, -1):
        unit = units[i]
        if unit.kind == "pronoun" or (unit.kind == "actor" and unit.value.person.name):
            if not linked:
                return None
            personal = unit.kind == "actor" or unit.key in words["personal"]
            name = unit.value.person.name if unit.kind == "actor" else context.career
            known = context.served.get(surname(name)) if name and personal else None
            near = known is not None and -len(sentence.text) < sentence.start - known[2] < _FORGOTTEN
            return (known, i, verb) if known is not None and near else None
        if (
            unit.key in words["negation"]
            or unit.kind in ("modal", "clause", "event")
            or unit.text in (";", ":")
        ):
            return None
        if unit.kind == "be" or unit.key in words["posting"]:
            linked = True
        elif unit.kind == "trigger":
            held = any(tells(sentence, i, name) for name in ("serve", "appoint", "become", "assume"))
            if not (is_fact(sentence, i) or _then(sentence, i)):
                return None
            linked = linked or held
            verb = i if held and verb is None else verb
    return None


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


def _further(sentence: Sentence, index: int) -> list[tuple[Unit, str]]:
    """The towns and states behind the first that an office was in: "Head of Mission in P, Q and R"."""
    found = [(sentence.units[index], to) for to in sentence.units[index].value.also]
    for unit in sentence.units[index + 1 :]:
        if unit.kind == "place":
            found.append((unit, str(unit.value.state)))
        elif unit.kind == "state" and unit.value[1] == "name":
            found.append((unit, str(unit.value[0])))
        elif unit.kind not in ("and", "determiner") and unit.text != ",":
            break
    return found


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
    begins = verb is not None and any(tells(sentence, verb, name) for name in _BEGINS)
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
