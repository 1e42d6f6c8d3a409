"""The actors before and behind an act: which are its subject and its objects, by word order and marks."""

from __future__ import annotations

import msgspec

from comity.model.person import Person
from comity.reading.frames.participants.delegations import is_led, without_plain_groups
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb
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
_ENDING = frozenset({"trigger", "be", "have", "modal", "clause", "instrument", "relations", "date"})
"""Kinds of unit behind which no further actor of an act follows."""
_APPOSING = frozenset({"punct", "determiner"})
_OF_TITLE = frozenset({"word", "organisation", "preposition", "determiner", "place", "state"})
"""What may still belong to an office in apposition before its comma."""
_APPOSED = 6
"""Signs between a name and the title in apposition to it."""


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
        if titled and before is not None and _is_holder(sentence, before, unit):
            before.value = _holding(before.value, unit.value)
            continue
        kept.append(unit)
    return kept


def _is_holder(sentence: Sentence, named: Unit, title: Unit) -> bool:
    """Whether an office between commas is another of the person named before it: "General N, commander of the air force
    of A, visited …"."""
    if not named.value.person.name or not named.value.person.office:
        return False
    between = sentence.units[sentence.index(named) + 1 : sentence.index(title)]
    behind = sentence.units[sentence.index(title) + 1 :]
    parted = bool(between) and between[0].text == "," and all(one.kind in _APPOSING for one in between)
    closed = next((unit for unit in behind if unit.kind not in _OF_TITLE), None)
    return parted and closed is not None and closed.text == ","


def _holding(actor: Actor, title: Actor) -> Actor:
    """Somebody with another office of theirs, which tells more than a rank does."""
    state = actor.state or (title.state if title.cls != "business" else None)
    if actor.cls != "military" or title.cls != "military":
        return msgspec.structs.replace(actor, state=state)
    person = Person(name=actor.person.name, office=title.person.office, of=title.person.of)
    return msgspec.structs.replace(title, person=person, state=state)


def _bare_name(unit: Unit) -> bool:
    """Whether somebody is told by name alone."""
    return bool(unit.value.person.name) and not unit.value.person.office and not unit.value.state


def is_person(sentence: Sentence, index: int) -> bool:
    """Whether an actor is somebody and not a capitalised thing: "the Alaska Purchase" is none."""
    actor: Actor = sentence.units[index].value
    if actor.person.office or actor.group or actor.state:
        return True
    return not (index and sentence.units[index - 1].kind == "determiner")


def oblique(sentence: Sentence, index: int) -> bool:
    """Whether an actor is no subject: behind a preposition, or possessor of something."""
    unit = sentence.units[index]
    if unit.mark == "owner":
        return True
    if unit.mark == "agent":  # "delegation headed by X" is led by its agent
        low = max(index - 5, 0)
        return not is_led(sentence, low, index)
    if index and sentence.units[index - 1].text == "," and before_verb(sentence, index):
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


def before_verb(sentence: Sentence, index: int) -> bool:
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
        elif (unit.kind in _ENDING) if found else _has_own_object(sentence, index, cursor):
            break
    return without_plain_groups(sentence, found)


def _has_own_object(sentence: Sentence, act: int, verb: int) -> bool:
    """Whether another verb joined behind an act and what it was done to begins: "met students and visited X"."""
    units = sentence.units
    if sentence.language.cases or units[verb].kind != "trigger" or not is_verb(sentence, verb):
        return False
    adverbs, joint = sentence.language.words["adverb"], verb - 1
    if units[joint].key in adverbs:
        joint -= 1
    people = any(
        unit.kind == "word" and unit.text.islower() and unit.key not in adverbs
        for unit in units[act + 1 : joint]
    )
    return units[joint].kind == "and" and people


def _owns_talks(sentence: Sentence, index: int) -> bool:
    """Whether an actor only says whose other talks are meant: "as a follow-up on X's discussions with Y"."""
    units = sentence.units
    if units[index].mark != "owner" or index + 2 >= len(units) or units[index + 1].kind != "poss":
        return False
    held = units[index + 2]
    return held.kind == "trigger" and any(p == "meet" and form == "noun" for p, form in held.value)


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
