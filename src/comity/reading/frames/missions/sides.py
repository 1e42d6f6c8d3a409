"""Whose mission it is, in which state and towns."""

from __future__ import annotations

import itertools

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.missions.acts import LAST
from comity.reading.frames.missions.owners import of_the_country, own_state, state_of
from comity.reading.frames.missions.towns import several, towns_listed, unknown_town
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.language import City
from comity.reading.places import namesakes
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_RESPECTIVE = 5
"""Units behind missions among which it is said that they are in the "respective" capitals."""


_DASHES = frozenset("-–—")


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
    places, where = _with_towns(*_where(sentence, index, own))
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
    towns_of = (unknown,) if unknown else places if to in states else ()
    return Sides(of, to, towns_of, used, explicit, False, beyond, more)


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


def _with_towns(places: tuple[str, ...], where: list[Unit]) -> tuple[tuple[str, ...], list[Unit]]:
    """Places with those whose names are a state's, where another town of the list is in the same state as their
    namesake: "Armenia, Cali and Medellín"."""
    of_towns = {unit.value.state for unit in where if unit.kind == "place"}
    found: list[Unit] = []
    for unit in where:
        state = None
        if unit.kind == "state" and unit.value[0] not in of_towns:
            state = next((one for one in namesakes(unit.text) if one in of_towns), None)
        if state is not None:
            town = Unit("place", unit.start, unit.end, unit.text, unit.key)
            town.value, town.mark = City(unit.text, state), unit.mark
            unit = town
        found.append(unit)
    if len(places) < len([unit for unit in found if unit.kind == "place"]):
        places = tuple(dict.fromkeys(unit.value.name for unit in found if unit.kind == "place"))
    return places, found


def _where(sentence: Sentence, index: int, own: Unit | None) -> tuple[tuple[str, ...], list[Unit]]:
    """The places and states behind a mission: "in P and Q", "at P", ", P", "P"; else before it in its clause."""
    units = sentence.units
    places: list[str] = []
    found: list[Unit] = []
    for i in range(index + 1, min(index + 14, len(units))):
        unit = units[i]
        if unit is own:
            continue
        if unit.kind == "state" and i + 1 < len(units) and units[i + 1].kind == "poss":
            break  # "in P, A's first in Africa"
        if unit.kind == "state" and i + 1 < len(units) and units[i + 1].kind == "mission":
            continue  # "in the Swiss Embassy at P"
        if unit.kind == "mission" and units[i - 1].kind == "state":
            continue
        if unit.kind == "place" or (
            unit.kind == "state"
            and unit.value[1] == "name"
            and (unit.mark in ("place", "goal", "with") or found)
        ):
            if (
                unit.kind == "state"
                and found
                and unit.mark not in ("place", "goal")
                and units[i - 1].text != ","
                and units[i - 1].text != "("
            ):
                break
            found.append(unit)
            if unit.kind == "place":
                places.append(unit.value.name)
            continue
        if unit.kind == "preposition" and unit.value in ("place", "goal", "of", "on"):
            continue
        if units[index].mark == "including" and unit.text == ",":
            break  # "besides the embassy in P, A has …"
        if unit.kind in ("determiner", "and", "number", "punct") and unit.text not in (";", ":", "."):
            if (
                unit.kind == "and"
                and i + 1 < len(units)
                and units[i + 1].kind not in ("place", "preposition", "state")
                and units[i + 1].key not in sentence.language.words["another"]
            ):
                break
            continue
        if unit.kind in ("word", "poss") and not found:
            continue
        if unit.key in sentence.language.words["country"] and i == index + 2 and unit.mark == "of":
            continue  # «представительство страны в П»
        if unit.key in sentence.language.words["another"] and units[i - 1].kind == "and":
            continue  # "in P and another in Q"
        break
    clause = sentence.clause(index)
    before = units[index - 1] if index else None
    placed = index + 1 < len(units) and units[index + 1].value == "place"
    if (
        before is not None
        and before.kind == "place"
        and not (before.mark or placed or sentence.language.cases)
    ):
        return (before.value.name,), [before]  # "the Lagos Consulate General"
    if found and not places:
        town = _town(sentence, range(index + 1, clause.stop), found)
        towns = _towns(units, sentence.index(town), clause.stop) if town is not None else []
        return tuple(dict.fromkeys(one.value.name for one in towns)), found
    if found:
        return tuple(dict.fromkeys(places)), found
    for i in range(index - 1, clause.start - 1, -1):
        if units[i].kind == "place" and _is_of_another(units, i, index):
            break
        if units[i].kind in ("place", "state") and units[i].mark == "place" and units[i] is not own:
            if units[i].kind == "state":
                return (), [units[i]]
            towns = _towns_before(units, i, clause.start)
            return tuple(dict.fromkeys(unit.value.name for unit in towns)), towns
    for i in range(index + 1, clause.stop):
        if units[i].kind == "place" and units[i].mark in ("place", "goal"):
            towns = _towns(units, i, clause.stop)
            return tuple(dict.fromkeys(unit.value.name for unit in towns)), towns
        if (
            units[i].kind == "state"
            and units[i].mark in ("place", "goal")
            and units[i] is not own
            and not _of_mission(units, i)
        ):
            return (), [units[i]]
    return (), []


def _is_of_another(units: list[Unit], place: int, index: int) -> bool:
    """Whether a town before a comma is that of another mission, and this one has its own behind it: "Following the
    opening of the Embassy of B in P, consulates were set up in Q"."""
    apart = any(unit.text == "," for unit in units[place + 1 : index])
    before = (u for u in reversed(units[:place]) if u.kind not in ("preposition", "state", "determiner"))
    owner = next(before, None)
    behind = itertools.dropwhile(_leads_on, units[index + 1 :])
    own = next((unit.kind == "place" and unit.mark == "place" for unit in behind), False)
    return apart and own and owner is not None and owner.kind == "mission"


def _leads_on(unit: Unit) -> bool:
    """Whether a unit may stand between a mission and the town where it is: "consulate–general (in P)", "was opened"."""
    if unit.kind == "word":
        return unit.text.islower()
    joined = (
        "and",
        "determiner",
        "mission",
        "amount",
        "number",
        "preposition",
        "be",
        "trigger",
        "date",
        "dash",
    )
    return unit.kind in joined or unit.text == "(" or unit.text in _DASHES


def _of_mission(units: list[Unit], state: int) -> bool:
    """Whether a state is only named as that of another mission: "was opened in the B Embassy at P"."""
    return state + 1 < len(units) and units[state + 1].kind == "mission"


def _towns(units: list[Unit], first: int, stop: int) -> list[Unit]:
    """A town and those that commas and "and" join to it."""
    found = [units[first]]
    for cursor in range(first + 1, stop):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == found[0].mark:
            if unit.value.state != found[0].value.state and units[cursor - 1].kind != "and":
                break
            found.append(unit)
        elif unit.kind != "and" and unit.text != "," and not _in(unit):
            break
    return found


def _in(unit: Unit) -> bool:
    """Whether "in" leads to a further town of a list: "in P, in Q, and in R"."""
    return unit.kind == "preposition" and unit.key == "in"


def _towns_before(units: list[Unit], last: int, low: int) -> list[Unit]:
    """The towns that a list ends with, in order: "in P and Q there are …"."""
    found = [units[last]]
    for cursor in range(last - 1, low - 1, -1):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == "place" and unit.value.state == found[0].value.state:
            found.insert(0, unit)
        elif unit.text == "," and units[cursor + 1].kind == "preposition":
            break  # «в М – посольство, в П – консульство»
        elif unit.kind not in ("and", "preposition") and unit.text != ",":
            break
    return found


def _town(sentence: Sentence, order: range, states: list[Unit]) -> Unit | None:
    """The town of a receiving state that is told later: "the Embassy of A in B was opened in 1992 in P"."""
    codes = {str(unit.value[0]) for unit in states}
    towns = [
        sentence.units[i]
        for i in order
        if sentence.units[i].kind == "place" and sentence.units[i].mark == "place"
    ]
    return next((unit for unit in towns if unit.value.state in codes), None)


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
