"""Whose mission it is, in which state and towns."""

from __future__ import annotations

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.missions.acts import LAST
from comity.reading.frames.missions.owners import of_the_country, own_state, state_of
from comity.reading.frames.missions.towns import several, towns_listed, unknown_town
from comity.reading.frames.missions.where import where_of
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.places import namesakes
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_RESPECTIVE = 5
"""Units behind missions among which it is said that they are in the "respective" capitals."""


class Sides(msgspec.Struct):
    """Whose mission it is and where, with the words that say so."""

    sending: str | None = None
    receiving: str | None = None
    places: tuple[str, ...] = ()
    used: tuple[Unit, ...] = ()
    explicit: bool = False
    mutual: bool = False
    beyond: tuple[tuple[str, str], ...] = ()
    """Towns of further receiving states: "consulates in Hong Kong, Shanghai and Canton"."""
    more: tuple[str, ...] = ()
    """Further receiving states: "its legations in A and B"."""
    seats: dict[str, str] = {}
    """Where each of two missions of both sides is, by the receiving state: "embassies in P and Q"."""


def sides_of(sentence: Sentence, index: int, act: int | None, context: Context) -> Sides:
    """The sending and receiving state: in the mission's phrase, the verb's subject, the clause, as told before."""
    own = own_state(sentence, index)
    places, where = where_of(sentence, index, own)
    sending = own
    if sending is None:
        sending = _subject(sentence, index, act, where)
    of = (
        str(sending.value[0])
        if sending is not None and sending.kind == "state"
        else (sending.value.state if sending is not None else None)
    )
    pair = context.pair()
    other = (
        tuple(dict.fromkeys(str(unit.value[0]) for unit in where))
        if all(unit.kind == "state" for unit in where)
        else ()
    )
    states = list(dict.fromkeys(state_of(unit) for unit in where))
    if own is None and _mutual(sentence, index, states, pair):
        first, second = _both(sentence, index, pair)
        if first and second:
            seats = {str(unit.value.state): str(unit.value.name) for unit in where if unit.kind == "place"}
            return Sides(first, second, (), tuple(where), True, True, (), (), seats)
    if own is None and (owner := of_the_country(sentence, index, states)) is not None:
        sending, of = owner, str(owner.value[0])
    to = _addressed(sentence, index, of) or next((state for state in states if state and state != of), None)
    explicit = of is not None and to is not None
    last: Post | None = context.mission
    if last is not None and pair is not None and {last.of, last.to} != set(pair):
        last = None
    if of is None and to is None:
        if last is not None:
            of, to = last.of, last.to
        elif pair is not None:
            of, to = pair if pair[0] == context.home else (pair[1], pair[0])
    elif of is None:
        of = (
            last.of
            if last is not None and last.to == to
            else context.counterpart(to) or (context.home if context.home != to else None)
        )
    elif to is None:
        to = (
            last.to
            if last is not None and last.of == of
            else context.counterpart(of) or (context.home if context.home != of else None)
        )
    used = tuple(unit for unit in (sending, *where) if unit is not None)
    more = tuple(state for state in other if state not in (of, to))
    # "in Hong Kong and Shanghai", "in Brussels, Beijing and Tokyo": each town is where it lies
    towns = {
        str(unit.value.name): str(unit.value.state)
        for unit in where
        if unit.kind == "place" and to not in namesakes(unit.value.name)
    }
    listed = {unit.value.name for unit in where if unit.kind == "place" and _is_joined(sentence, unit)}
    beyond = tuple((state, name) for name, state in towns.items() if name in listed and state not in (of, to))
    places = tuple(place for place in places if towns.get(place) in (None, to))
    unknown = unknown_town(sentence, index)
    if unknown and pair is not None and of in pair and to not in pair:
        to = pair[1] if pair[0] == of else pair[0]  # a town behind it has only a namesake elsewhere
        places = ()
    if places and to in states and several(sentence, index):
        places = tuple(dict.fromkeys((*places, *towns_listed(sentence, index, where, to))))
    lone: tuple[str, ...] = (unknown,) if unknown and len(set(towns.values())) < 2 else ()
    further = places if to in states and (not unknown or _lists_towns(sentence, index, where)) else ()
    towns_of = tuple(dict.fromkeys((*lone, *further)))
    return Sides(of, to, towns_of, used, explicit, False, beyond, more)


def _lists_towns(sentence: Sentence, index: int, where: list[Unit]) -> bool:
    """Whether towns that are known go on with those of missions behind their word: "consulates in Bled and Maribor"."""
    return several(sentence, index) and all(unit.start > sentence.units[index].end for unit in where)


def _addressed(sentence: Sentence, index: int, of: str | None) -> str | None:
    """The state to the government of which a mission is said to be: "the mission to the Government of B in P"."""
    for unit in sentence.units[index + 1 : index + 4]:
        if unit.kind == "organisation" and unit.mark == "goal":
            state = getattr(unit.value, "state", None)
            return str(state) if state and state != of else None
        if unit.kind not in ("preposition", "determiner"):
            return None
    return None


def _is_joined(sentence: Sentence, unit: Unit) -> bool:
    """Whether a town is a further one of a list, not where the mission to another state is: "to the Holy See in P"."""
    before = sentence.units[max(0, sentence.index(unit) - 1)]
    return before.kind == "and" or before.text == ","


def _subject(sentence: Sentence, index: int, act: int | None, where: list[Unit]) -> Unit | None:
    """The state whose act it is: the subject before the verb, the agent behind it."""
    units = sentence.units
    clause = sentence.clause(index)
    start = min(index, act) if act is not None else index
    low = clause.start if start >= clause.start else 0
    for i in range(start - 1, low - 1, -1):
        unit = units[i]
        if any(unit is other for other in where):
            continue
        if unit.kind == "pronoun" and unit.key in sentence.language.words["thing_pronoun"]:
            return next((one for one in units[:i] if is_subject(one)), None)  # "Although A …, it closed …"
        if unit.kind == "state" and unit.mark in ("", "owner", "agent"):
            return unit
        if (
            unit.kind in ("actor", "organisation")
            and getattr(unit.value, "state", None)
            and unit.mark in ("", "agent")
        ):
            return unit
    for i in range(start, clause.stop):
        if units[i].kind == "state" and units[i].mark == "agent":
            return units[i]
    if where:
        return None
    return next(
        (
            unit
            for unit in reversed(units[:low])
            if unit.kind == "actor"
            and unit.value.state
            and unit.value.cls in ("minister", "head-of-mission", "consul")
        ),
        None,
    )


def _mutual(sentence: Sentence, index: int, states: list[str | None], pair: tuple[str, str] | None) -> bool:
    """Whether both sides have such a mission: "both countries opened embassies", "embassies in P and Q"."""
    if pair is not None and set(states) == set(pair):
        return True
    if pair is not None and any(state not in pair for state in states):
        return False  # «интересы страны представляло посольство в третьей»
    clause = sentence.clause(index)
    units = sentence.units
    low = max(clause.start, index - LAST)
    mission = units[index]
    behind = units[index + 1 : index + _RESPECTIVE]
    if several(sentence, index) and any(unit.key in sentence.language.words["respective"] for unit in behind):
        return pair is not None  # "the Legations in the respective nations were raised"
    if mission.kind == "mission" and not (mission.key.endswith("s") or sentence.language.code != "en"):
        return False
    if any(
        units[i].kind in ("sides", "dyad") and not (i and _one_side(units[i - 1]))
        for i in range(low, min(index + 6, clause.stop))
    ):
        return pair is not None
    names = _subjects(sentence, index)
    if pair is not None and not states and several(sentence, index) and not _names_one(sentence, clause):
        return True  # "embassies were exchanged", of the page's two states
    return len(names) == 2 and not states


def _names_one(sentence: Sentence, clause: range) -> bool:
    """Whether a clause names whose mission is told, or where it is."""
    kinds = ("state", "place", "actor", "dyad", "organisation", "pronoun", "combining")
    own = sentence.language.words["its"]
    return any(sentence.units[i].kind in kinds or sentence.units[i].key in own for i in clause)


def _one_side(before: Unit) -> bool:
    """Whether a side is told to be that of one state: "the B side"."""
    return before.kind == "state" and before.value[1] == "adjective"


def _subjects(sentence: Sentence, index: int) -> list[str]:
    clause = sentence.clause(index)
    units = sentence.units
    for i in range(clause.start, index - 1):
        if units[i].kind == "state" and units[i + 1].kind == "and":
            second = next(
                (units[j] for j in range(i + 2, min(i + 4, index)) if units[j].kind == "state"), None
            )
            if (
                second is not None
                and units[i].mark in ("", "between")
                and units[i].value[0] != second.value[0]
            ):
                return [str(units[i].value[0]), str(second.value[0])]
    return []


def _both(sentence: Sentence, index: int, pair: tuple[str, str] | None) -> tuple[str | None, str | None]:
    names = _subjects(sentence, index)
    if len(names) == 2:
        return names[0], names[1]
    return pair if pair is not None else (None, None)
