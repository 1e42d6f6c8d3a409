"""Who takes part in a visit or meeting: subjects and objects of its verb, delegations by their leaders, pronouns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from comity.knowledge.states import states
from comity.model.claim import Span
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import as_person, completed
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

# Marks of actors that only go with an act: whose invitation, in whose honour, after whom.
OBLIQUE = frozenset(
    {
        "invitation",
        "during",
        "for",
        "after",
        "before",
        "under",
        "behalf",
        "as",
        "on",
        "topic",
        "against",
        "source-of",
        "since",
        "of",
        "source",
        "place",
        "goal",
    }
)
_LINKS = frozenset({"and", "punct", "determiner"})
_SUBJECTS = frozenset({"actor", "pronoun", "state", "organisation", "sides"})
_HEADS = frozenset({"head-of-state", "head-of-government", "royalty"})
LEADERS = frozenset({"leader", "лидер"})
"""How any of the heads may be called once more."""


_APPOSED = 6
"""Signs between a name and the title in apposition to it."""


class Told(NamedTuple):
    """A participant with the words that tell of them, here or in an earlier sentence."""

    actor: Actor
    unit: Unit | None = None
    elsewhere: Span | None = None

    @property
    def state(self) -> str | None:
        return self.actor.state


def told(units: Iterable[Unit], context: Context) -> list[Told]:
    """Actors of a sentence with what the document said of them before."""
    return [Told(filled(unit.value, context), unit) for unit in units]


def filled(actor: Actor, context: Context) -> Actor:
    """An actor with state and, where only the name is told, the office that the document gave before."""
    actor = completed(actor, context)
    known = context.known(actor)
    if known is not None and actor.person.office is None and known.person.office:
        person = Person(name=actor.person.name, office=known.person.office, of=known.person.of or actor.state)
        return msgspec.structs.replace(actor, person=person, state=actor.state or known.state, cls=known.cls)
    return actor


def person_of(one: Told, state: str | None) -> Person:
    return as_person(one.actor, one.actor.state or state)


def is_person(sentence: Sentence, index: int) -> bool:
    """Whether an actor is somebody and not a capitalised thing: "the Alaska Purchase" is none."""
    actor: Actor = sentence.units[index].value
    if actor.person.office or actor.group or actor.state:
        return True
    return not (index and sentence.units[index - 1].kind == "determiner")


# -- subjects and objects ----------------------------------------------------------------------------------


def is_led(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the words between a group and a person say that the person leads it."""
    words = sentence.language.words["led"]
    return high - low <= 6 and any(
        unit.key in words or unit.mark == "led" or (unit.kind == "preposition" and unit.value == "led")
        for unit in sentence.units[low:high]
    )


def leads(sentence: Sentence, unit: Unit) -> bool:
    """Whether the words before somebody say that they lead a group: "led by X"."""
    high = sentence.index(unit)
    return unit.mark in ("agent", "led") and is_led(sentence, max(0, high - 4), high)


def without_plain_groups(sentence: Sentence, found: list[Unit]) -> list[Unit]:
    """Actors in order, a leader before the group; a group of which only its state or body is told gives way to
    its leader.
    """
    kept: list[Unit] = []
    for unit in found:
        kept.append(unit)
        high = sentence.index(unit)
        if unit.value.group or not is_led(sentence, max(0, high - 4), high):
            continue
        group = next((other for other in reversed(kept[:-1]) if _is_group(other.value)), None)
        if group is None:
            state = next(
                (
                    str(u.value[0])
                    for u in reversed(sentence.units[max(0, high - 7) : high])
                    if u.kind == "state"
                ),
                None,
            )
            _lend_state(state, unit)
            continue
        _lend_state(group.value.state, unit)
        plain = " " not in (group.value.person.office or "")
        kept[kept.index(group) :] = [unit] if plain else [unit, group]
    return kept


def _is_group(actor: Actor) -> bool:
    """Whether somebody may lead an actor: a delegation, or several told by what they are ("MPs led by X")."""
    return actor.group or (actor.plural and not actor.person.name)


def _lend_state(state: str | None, leader: Unit) -> None:
    """A leader is on the side of the delegation."""
    actor: Actor = leader.value
    if actor.state is None and state:
        leader.value = msgspec.structs.replace(actor, state=state)


def subjects(sentence: Sentence, index: int, context: Context, low: int | None = None) -> list[Told]:
    """Who does what stands at `index`: the coordinated actors before it, or whom a pronoun there stands for."""
    units = sentence.units
    clause = sentence.clause(index)
    first = clause.start if low is None else low
    found = actors_before(sentence, index, first)
    earlier_act = governed_by(sentence, found, index, first) if found else 0
    if earlier_act:
        return subjects(sentence, earlier_act, context, low)
    if found:
        return [_meant(sentence, one, context) for one in told(found, context)]
    for cursor in range(index - 1, max(first - 2, -1), -1):
        unit = units[cursor]
        if unit.kind in ("pronoun", "clause") and unit.key in sentence.language.words["person_pronoun"]:
            return antecedent(sentence, cursor, context, relative=unit.kind == "clause")
        if unit.kind == "honorific" and unit.key.split(" ")[0] in sentence.language.words["own"]:
            return last_person(context)  # "His Highness received …"
    if not any(
        units[cursor].kind in ("state", "sides", "dyad", "organisation") for cursor in range(first, index)
    ):
        # a verb that shares the subject of the clause before: "A signed …, visited … and met …"
        earlier = [unit for unit in units[:first] if unit.kind == "actor" and unit.mark == ""]
        if earlier and first > 0 and _goes_on(sentence, first - 1):
            return told(earlier[:1], context)
    return []


def governed_by(sentence: Sentence, found: list[Unit], index: int, first: int) -> int:
    """The verb whose object those before an act are, where its subject does the act too: "X met Y and held talks",
    "X granted Y a pardon after meeting Z"; 0 where they are the subject."""
    units = sentence.units
    if sentence.language.cases:
        return 0  # the case tells subject and object
    begins, ends = sentence.index(found[0]), sentence.index(found[-1])
    verb = next(
        (
            i
            for i in range(begins - 1, first, -1)
            if is_verb(sentence, i) or units[i].kind not in ("determiner", "word", "amount")
        ),
        0,
    )
    governs = verb > first and is_verb(sentence, verb) and voice(sentence, verb) in ("active", "bare")
    if not governs or not any(units[i].kind in _SUBJECTS for i in range(first, verb)):
        return 0
    led = any(unit.key in sentence.language.words["led"] for unit in units[verb : verb + 1])
    after = ends + 1 + (units[ends + 1].text == ",")
    shared = (
        after + 1 < len(units)
        and units[after].kind == "and"
        and (units[after + 1].kind in ("be", "have") or _verb_behind(sentence, after + 1))
    )
    hangs = units[index].kind == "preposition" or units[index - 1].kind == "preposition"
    return verb if (shared or hangs) and not led else 0


def _verb_behind(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands at an index, an adverb before it apart."""
    adverb = sentence.units[at].key in sentence.language.words["adverb"]
    return any(is_verb(sentence, i) for i in range(at, min(at + 1 + adverb, len(sentence.units))))


def _meant(sentence: Sentence, one: Told, context: Context) -> Told:
    """Whom "the minister" means where only the office is told: the one person of the sentence before who bears it."""
    actor, unit = one.actor, one.unit
    apposed = _apposed_to(sentence, unit) if unit is not None and not actor.person.name else None
    if apposed is not None:
        return told([apposed], context)[0]
    if actor.person.name or actor.group or actor.plural or unit is None or unit.value.state:
        return one
    at = sentence.index(unit)
    short = bool(actor.person.office) and str(actor.person.office).isupper()
    if not short and not (at and sentence.units[at - 1].key in sentence.language.words["definite"]):
        return one
    bearers = [
        (known, span)
        for known, span in context.recent
        if known.person.name and not known.plural and _bears(known, actor)
    ]
    if len({str(known.person.name) for known, _ in bearers}) != 1:
        return one
    known, span = bearers[0]
    return Told(filled(known, context), unit, span)


def _apposed_to(sentence: Sentence, unit: Unit) -> Unit | None:
    """Whom an office behind a comma describes: "President X, the first head of state to come to A, landed …"."""
    units, words = sentence.units, sentence.language.words
    at = sentence.index(unit) - 1
    ranked = False
    while at > 0 and units[at].kind in ("determiner", "word", "amount"):
        ranked = ranked or units[at].key in words["superlative"] or units[at].key in words["definite"]
        at -= 1
    named = units[at - 1] if at > 0 and units[at].text == "," else None
    if named is None or not ranked or named.kind != "actor" or not named.value.person.name or named.mark:
        return None
    return named


def _bears(known: Actor, told_as: Actor) -> bool:
    """Whether somebody told with an office may be called by another's: "the leader" is any head."""
    if told_as.cls == "head-of-state":
        return known.cls in _HEADS if told_as.person.office in LEADERS else known.cls == "head-of-state"
    return bool(told_as.cls) and told_as.cls != "other" and known.cls == told_as.cls


def _goes_on(sentence: Sentence, link: int) -> bool:
    """Whether a clause without a subject may have that of the clause before: "and met", «…, где провёл переговоры»."""
    unit = sentence.units[link]
    return unit.kind in ("and", "punct") or (
        unit.kind == "clause" and unit.key in sentence.language.words["where"]
    )


def actors_before(sentence: Sentence, index: int, first: int) -> list[Unit]:
    """The actors of the subject before `index`: the last coordinated run that is not oblique."""
    units = sentence.units
    found: list[Unit] = []
    depth = 0
    for cursor in range(index - 1, first - 1, -1):
        unit = units[cursor]
        depth += (unit.text == ")") - (unit.text == "(")
        if depth > 0:
            continue  # "X (who replaced Y) visited B"
        if unit.kind == "actor":
            if oblique(sentence, cursor) or not is_person(sentence, cursor):
                if found:
                    break
                continue
            found.append(unit)
        elif found and not _joins(sentence, cursor):
            break
        elif not found and unit.kind == "pronoun" and unit.key in sentence.language.words["person_pronoun"]:
            return []
    found.reverse()
    found = _with_titles_behind(sentence, found)
    accompanied = next(
        (i for i in range(first, index) if units[i].key in sentence.language.words["accompanied"]), None
    )
    if accompanied is not None and all(unit.start > units[accompanied].start for unit in found):
        # whom words about those who came along part from the verb: "X, accompanied by his wife and two ministers, …"
        along = [unit for unit in found if unit.value.person.name or unit.value.group]
        found = [*actors_before(sentence, accompanied, first), *along]
    return without_plain_groups(sentence, found)


def _with_titles_behind(sentence: Sentence, found: list[Unit]) -> list[Unit]:
    """The actors of a subject, a name with the title behind its comma as one: "N, President of A, paid …"."""
    if sentence.language.cases or len(found) < 2:
        return found
    kept: list[Unit] = []
    for unit in found:
        before = kept[-1] if kept else None
        person = unit.value.person
        titled = person.office and not person.name and not unit.value.plural and not unit.value.group
        if titled and before is not None and _bare_name(before) and unit.start - before.end <= _APPOSED:
            between = sentence.units[sentence.index(before) + 1 : sentence.index(unit)]
            if (
                between
                and between[0].text == ","
                and all(one.kind in ("punct", "determiner") for one in between)
            ):
                named = Person(name=before.value.person.name, office=person.office, of=person.of)
                before.value = msgspec.structs.replace(unit.value, person=named)
                continue
        kept.append(unit)
    return kept


def _bare_name(unit: Unit) -> bool:
    """Whether somebody is told by name alone."""
    return bool(unit.value.person.name) and not unit.value.person.office and not unit.value.state


def oblique(sentence: Sentence, index: int) -> bool:
    """Whether an actor is no subject: behind a preposition, or possessor of something."""
    unit = sentence.units[index]
    if unit.mark == "owner":
        return True
    if unit.mark == "agent":  # "delegation headed by X" is led by its agent
        low = max(index - 5, 0)
        return not is_led(sentence, low, index)
    if index and sentence.units[index - 1].text == "," and _before_verb(sentence, index):
        return False  # "at the invitation of A, B paid a visit": the mark ends with the comma
    if unit.mark == "for" and _opens_phrase(sentence, index):
        return False
    if unit.mark == "including" and not has_verb(sentence, sentence.clause(index).start, index):
        return False  # "officials, including X, visited"
    return unit.mark in OBLIQUE or (
        unit.mark in ("with", "between", "including") and not _beside_actor(sentence, index)
    )


def _opens_phrase(sentence: Sentence, index: int) -> bool:
    """Whether an article behind a noun begins a phrase of its own: "for the first time a head of state visited"."""
    if index < 2 or sentence.units[index - 1].kind != "determiner":
        return False
    before = sentence.units[index - 2]
    return before.kind == "word" and before.key not in sentence.language.words["adverb"]


def _before_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb follows an actor, a comma apart at most: it is a subject."""
    for cursor in range(index + 1, min(index + 3, len(sentence.units))):
        unit = sentence.units[cursor]
        if unit.kind in ("be", "have", "modal") or is_verb(sentence, cursor):
            return True
        if unit.text != ",":
            return False
    return False


def _beside_actor(sentence: Sentence, index: int) -> bool:
    """ "X together with Y": the preposition stands right behind another actor, not behind one that it governs too."""
    units, mark = sentence.units, sentence.units[index].mark
    reach = index - 5
    for cursor in range(index - 1, -1, -1):
        if cursor <= reach or units[cursor].kind == "trigger":
            break
        if units[cursor].kind == "actor":
            if units[cursor].mark != mark:
                return True
            reach = cursor - 5
    return False


def _joins(sentence: Sentence, cursor: int) -> bool:
    """Whether a unit may stand between two coordinated actors."""
    unit = sentence.units[cursor]
    words = sentence.language.words
    if unit.kind in _LINKS:
        return unit.text not in (";", ":")
    if unit.key in words["led"] or unit.key in words["accompanied"]:
        return True
    return unit.kind == "preposition" and unit.value in ("agent", "led", "with", "and", "including")


def actors_behind(sentence: Sentence, index: int, stop: int) -> list[Unit]:
    """The actors that the act at `index` reaches: coordinated ones behind it, none of another phrase."""
    units = sentence.units
    found: list[Unit] = []
    for cursor in range(index + 1, stop):
        unit = units[cursor]
        if unit.kind == "actor":
            if (
                unit.mark
                in (
                    "invitation",
                    "during",
                    "for",
                    "behalf",
                    "after",
                    "before",
                    "topic",
                    "as",
                )
                or not is_person(sentence, cursor)
                or _owns_talks(sentence, cursor)
            ):
                if found:
                    break
                continue
            found.append(unit)
        elif found and unit.kind in (
            "trigger",
            "be",
            "have",
            "modal",
            "clause",
            "instrument",
            "relations",
            "date",
        ):
            break
    return without_plain_groups(sentence, found)


def _owns_talks(sentence: Sentence, index: int) -> bool:
    """Whether an actor only says whose other talks are meant: "as a follow-up on X's discussions with Y"."""
    units = sentence.units
    if units[index].mark != "owner" or index + 2 >= len(units) or units[index + 1].kind != "poss":
        return False
    held = units[index + 2]
    return held.kind == "trigger" and any(p == "meet" and form == "noun" for p, form in held.value)


# -- pronouns ----------------------------------------------------------------------------------------------


def antecedent(sentence: Sentence, cursor: int, context: Context, *, relative: bool = False) -> list[Told]:
    """Whom a pronoun stands for: somebody told before it in the sentence, else in the sentence before."""
    first = sentence.clause(cursor).start if sentence.language.cases else cursor
    earlier = [
        i
        for i in range(cursor)
        if sentence.units[i].kind == "actor"
        and not sentence.units[i].value.plural
        and not (i >= first and sentence.units[i].mark == "with")  # «С президентом А он обсудил …»
    ]
    if earlier and not relative and _goes_on_about(sentence, earlier):
        return last_person(context)
    if earlier:
        return told([sentence.units[earlier[-1] if relative else _subject_of(sentence, earlier)]], context)
    if relative:
        return []
    return last_person(context)


def _goes_on_about(sentence: Sentence, earlier: list[int]) -> bool:
    """Whether the subject of a sentence is a pronoun and all whom it names are objects: "He met X on the first day of
    his visit"."""
    units = sentence.units
    he = next((i for i in range(earlier[0]) if _is_person_pronoun(sentence, i)), -1)
    acts = he >= 0 and any(is_verb(sentence, i) for i in range(he, earlier[0]))
    return acts and not any(units[i].mark == "" and _before_verb(sentence, i) for i in earlier)


def _is_person_pronoun(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return unit.kind == "pronoun" and unit.key in sentence.language.words["person_pronoun"]


def _subject_of(sentence: Sentence, earlier: list[int]) -> int:
    """The actor that a pronoun behind them means: the last subject, else the first that no preposition governs."""
    found = next(
        (i for i in reversed(earlier) if sentence.units[i].mark == "" and _before_verb(sentence, i)), None
    )
    if found is None:
        found = next((i for i in earlier if sentence.units[i].mark in ("", "owner")), earlier[-1])
    return found


def last_person(context: Context) -> list[Told]:
    """The person that a new sentence's "he" or "she" goes on about: the first of the sentence before."""
    for actor, span in context.recent:
        if not actor.plural and not actor.group:
            return [Told(filled(actor, context), None, span)]
    return []


def visitors_of_last_visit(context: Context) -> list[Told]:
    """The visitors of the last visit told."""
    visit = context.occasion("visit")
    if visit is None or not visit.people:
        return []
    state = visit.parties[0] if visit.parties else None
    return [Told(Actor(person=person, state=state), None, visit.evidence[0]) for person in visit.people[:1]]


def has_verb(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a verb stands between two indices, brackets left out."""
    depth = 0
    for cursor in range(max(low, 0), high):
        unit = sentence.units[cursor]
        if unit.text in ("(", ")"):
            depth += 1 if unit.text == "(" else -1
        elif depth <= 0 and (
            unit.kind in ("be", "have", "modal")
            or (is_verb(sentence, cursor) and unit.key not in sentence.language.words["led"])
        ):
            return True
    return False


def state_in_play(state: str, context: Context) -> str:
    """A state as the document means it: a city of a state's successor is that state's in a text about the state."""
    pair = context.pair()
    if pair is None or state in pair:
        return state
    for one in pair:
        known = states().get(one)
        if known is not None and known.former and _follows(state, known.successors):
            return one
    return state


def _follows(state: str, successors: tuple[str, ...]) -> bool:
    """Whether a state is among successors, or succeeded one of them that is gone too."""
    if state in successors:
        return True
    later = [states().get(one) for one in successors]
    return any(one is not None and one.former and state in one.successors for one in later)


def dated_act(unit: Unit | None) -> Unit | None:
    """A date that an act of a day can have: none that lasts on ("since 1955")."""
    return (
        None
        if unit is None or str(unit.value.date).endswith("/..") or str(unit.value.date).startswith("../")
        else unit
    )
