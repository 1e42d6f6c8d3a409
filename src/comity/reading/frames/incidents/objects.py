"""What the verb of a hostile act is done to, and whether that makes the act a hostile one."""

from __future__ import annotations

import itertools

from comity.reading.frames.incidents.people import are_people_of, has_people, is_of_mission
from comity.reading.frames.incidents.predicates import OBJECTS
from comity.reading.frames.incidents.summons import summons
from comity.reading.frames.incidents.words import is_envoy, object_of
from comity.reading.frames.nouns import (
    in_class,
    phrase,
    states_of,
)
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit


def elsewhere(sentence: Sentence, index: int, predicate: str, clause: range) -> list[Unit]:
    """What an active verb without an object right behind it is done to."""
    if predicate == "ban":
        if index + 1 < clause.stop and voice(sentence, index + 1) == "infinitive":  # «запретил ввозить …»
            return sentence.units[index + 1 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
        return object_of(sentence, index + 1, "active", clause)  # «ввести запрет на ввоз …»
    if predicate == "attack":  # «вторглись в Б», «ворвалась в здание посольства Б»
        behind = sentence.units[index + 1 : clause.stop]
        if len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "on":
            return sentence.units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
        goals = [unit for unit in behind if unit.mark == "goal" and states_of(unit)]
        entered = _within(sentence, index, clause) or goals[:1]
        if entered:
            return entered
    first = index + 2
    if predicate == "expel" and sentence.language.cases and first < clause.stop:
        dative = sentence.units[index + 1].value == "goal" and sentence.units[first].case == "dat"
        if dative:  # «указал на дверь дипломату Б»
            return sentence.units[first : phrase(sentence, first, frozenset({"of"}), clause.stop)]
    if predicate == "refuse_entry" and sentence.language.cases:
        people = object_of(sentence, index, "passive", clause)  # «президента Б не пустили в А»
        return people if people and people[0].case in ("acc", "gen") else []
    if predicate in ("expel", "detain", "attack") and sentence.language.cases:
        return object_of(sentence, index, "passive", clause)  # «двух дипломатов выслали»
    told = is_envoy(sentence, sentence.units[index])  # «вызвал посла»: the verb has its object
    if predicate == "protest" and sentence.language.cases and summons(sentence, index) and not told:
        return object_of(sentence, index, "passive", clause)  # «посла вызвали в министерство»
    return []


def _within(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """The goal right behind a verb that is or belongs to a mission, or is the air or border of a state."""
    units = sentence.units
    if index + 2 >= clause.stop or units[index + 1].kind != "preposition" or units[index + 1].value != "goal":
        return []
    goal = units[index + 2 : phrase(sentence, index + 2, frozenset({"of"}), clause.stop)]
    hostile = any(unit.kind == "mission" or in_class(unit, sentence, "violated") for unit in goal)
    return goal if hostile else []


def fits(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether what a verb is done to makes the act a hostile one."""
    needed = OBJECTS[predicate]
    if not needed or (predicate in ("detain", "expel") and are_its_people(thing, sentence)):
        return True
    if predicate == "detain" and any(unit.kind == "actor" and is_envoy(sentence, unit) for unit in thing):
        return any(map(states_of, thing)) and not _for_a_crime(sentence, thing)  # "arrested the B consul X"
    if needed == "envoy":
        return _are_envoys(sentence, thing, predicate)
    if predicate == "seize" and any(_is_of_people(sentence, unit) for unit in thing):
        return any(map(states_of, thing))  # "seized fifteen B sailors"
    if needed == "withheld" and _is_own_number(sentence, thing):
        return False  # "cut the number of its diplomats"
    if needed == "withheld" and _ties(sentence, thing):
        return False  # «разорвал связи с Б»: the relations themselves
    if _is_hostile(sentence, thing, predicate):
        return True
    return not _is_harmless(sentence, thing, predicate) and _is_of_class(sentence, thing, needed)


def _is_of_people(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit tells people of a state: "sailors", "the captain, X of B"."""
    return in_class(unit, sentence, "nationals") or (unit.kind == "actor" and bool(unit.value.state))


def _head(thing: list[Unit]) -> int:
    """The number of units before the first preposition: "(the consul) of B"."""
    return next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))


def _are_envoys(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether those sent away or called back are envoys, or people of another state: "two diplomats of B"."""
    owned = next((i + 1 for i, unit in enumerate(thing) if unit.kind == "poss"), 0)
    if owned and any(in_class(unit, sentence, "permit") for unit in thing[owned:]):
        return False  # "the consul's exequatur"
    if owned and predicate == "recall" and any(is_envoy(sentence, unit) for unit in thing[:owned]):
        return any(is_envoy(sentence, unit) for unit in thing[owned:])  # "recalled the ambassador's words"
    if predicate == "recall" and any(
        in_class(unit, sentence, "called_back") for unit in thing[: _head(thing)]
    ):
        return True
    people = thing if _are_several(sentence, thing[: _head(thing)]) else thing[: _head(thing)]
    if any(is_envoy(sentence, unit) for unit in people):
        return True
    if predicate != "expel":
        return False
    return is_of_mission(sentence, thing) or _are_foreigners(sentence, people)


def _are_several(sentence: Sentence, units: list[Unit]) -> bool:
    """Whether words count those behind them, so that their preposition parts nothing: "some ten (of the diplomats)"."""
    counting = sentence.language.words["approx"] | sentence.language.words["one"]
    return any(
        unit.kind in ("amount", "sides") or unit.key in counting or in_class(unit, sentence, "multitude")
        for unit in units
    )


def _are_foreigners(sentence: Sentence, people: list[Unit]) -> bool:
    """Whether people are told with the state whose they are: "thirty traders of B"."""
    if not any(states_of(unit) for unit in people):
        return False
    if are_people_of(sentence, people) or has_people(people):
        return True
    return any(_is_of_people(sentence, unit) for unit in people)


def _is_hostile(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether what is stopped or closed makes the act hostile whatever else is told: "severed trade ties"."""
    if OBJECTS[predicate] == "withheld" and _other_relations(sentence, thing):
        return True
    if predicate in ("suspend", "halt"):  # «приостановила работу двух пунктов пропуска»
        return bool(sentence.language.cases) and any(in_class(u, sentence, "frontier") for u in thing)
    if predicate == "close":  # «перекрыла транзит нефти»; of whom a post is, the subject tells
        return is_post(thing) or any(in_class(unit, sentence, "supplies") for unit in thing)
    if predicate == "revoke":  # "revoked an aid package"
        return any(in_class(unit, sentence, "aid_always") for unit in thing)
    return False


def _is_harmless(sentence: Sentence, thing: list[Unit], predicate: str) -> bool:
    """Whether the act hinders no other state: "cancelled entry visas" which nobody needs any more, an arrest for a
    crime.
    """
    if predicate == "detain":
        return _for_a_crime(sentence, thing)
    head = _head(thing)
    waived = thing if sentence.language.cases else thing[max(0, head - 1) : head]
    return predicate in ("cancel", "call_off") and any(in_class(unit, sentence, "permit") for unit in waived)


def _is_of_class(sentence: Sentence, thing: list[Unit], needed: str) -> bool:
    """Whether the thing is of the class that an act needs, and is no relations, treaty or organ of states."""
    head = _head(thing)
    last = thing[head - 1] if head > 1 else None
    if needed == "withheld" and last and last.kind != "relations" and in_class(last, sentence, needed):
        return True  # "suspended peace treaty talks"
    if any(unit.kind in ("relations", "instrument", "body") for unit in thing):
        return False
    if needed != "property" and any(unit.kind == "mission" and unit.mark != "of" for unit in thing):
        return False
    return any(in_class(unit, sentence, needed) for unit in thing)


def are_its_people(thing: list[Unit], sentence: Sentence) -> bool:
    """Whether those told are called by the name of their people alone: «задержан россиянин»."""
    while len(thing) > 2 and in_class(thing[0], sentence, "multitude") and thing[1].value == "of":
        thing = thing[2:]  # «(десятки тысяч) Б»
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    if not head or not sentence.language.cases:
        return False
    last = thing[head - 1]
    return last.kind == "state" and last.value[1] == "adjective" and bool(last.case)


def is_taken(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is attacked is a place told without whose it is: "occupied the province of P"."""
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    if head > 0 and in_class(thing[0 if sentence.language.cases else head - 1], sentence, "taken"):
        return True
    # "Chad raids Maaten": a name that nobody knows, behind the name of a state and its verb
    first = sentence.index(thing[0]) if thing else 0
    state = sentence.units[first - 2] if first > 1 else None
    return (
        first > 1
        and state is not None
        and state.kind == "state"
        and state.value[1] == "name"
        and _is_name(thing[0])
    )


def _is_name(unit: Unit) -> bool:
    return unit.kind in ("word", "actor") and unit.text[:1].isupper()


def is_post(thing: list[Unit]) -> bool:
    """Whether what is closed is a mission told with whose it is: "two consulates of B"."""
    at = next((i for i, unit in enumerate(thing) if unit.kind == "mission"), 0)
    if (
        thing
        and thing[at].kind == "mission"
        and any(u.kind == "state" and u.mark == "of" for u in thing[at:])
    ):
        return any(unit.case for unit in thing)  # «закрыла консульства Б»
    return any(unit.kind == "state" for unit in thing[:at])


def _for_a_crime(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether people were arrested for what has nothing to do with their state: "for smuggling"."""
    if not thing:
        return False
    behind = sentence.units[sentence.index(thing[-1]) :]
    return any(unit.key in sentence.language.words["crimes"] for unit in behind)


def _ties(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is broken off are ties of no kind that is told: the relations of two states."""
    if not thing or thing[0].key not in sentence.language.words["ties"]:
        return False
    behind = sentence.units[sentence.index(thing[0]) + 1 :][:2]
    return any(unit.kind == "state" and unit.mark == "with" for unit in behind)


def _is_own_number(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is cut is a number of one's own people, or of no people of a state."""
    counted = any(in_class(unit, sentence, "number_word") for unit in thing[:2])
    return counted and (their_own(sentence, thing) or not any(map(states_of, thing)))


def _other_relations(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether what is broken off are relations of trade or the like: "severed trade ties"."""
    words = sentence.language.words["other_relations"]
    return any(unit.kind == "relations" and before.key in words for before, unit in itertools.pairwise(thing))


def refused(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """Who is not let in, behind the verb in the dative: «запретила въезд (на свою территорию) 20 чиновникам А»."""
    units = sentence.units
    for i in range(index + 1, clause.stop - 1):
        if units[i].value == "goal" and units[i].start == units[i].end and units[i + 1].case == "dat":
            counted = [units[i - 1]] if units[i - 1].kind == "amount" else []
            return [*counted, *units[i + 1 : phrase(sentence, i + 1, frozenset({"of"}), clause.stop)]]
    return []


def from_entering(sentence: Sentence, index: int) -> bool:
    """Whether people are kept out: "barred the defence minister of A from entering"."""
    units = sentence.units
    return any(
        units[i].kind == "trigger" and units[i - 1].value == "source" and ("enter", "ing") in units[i].value
        for i in range(index + 2, sentence.clause(index).stop)
    )


def on_envoys(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether an attack is on a mission or its people, which is one on their state whoever made it."""
    within = ("of",) if sentence.language.cases else ()  # «(ворвалась в) здание посольства»
    head = next(
        (i for i, unit in enumerate(thing) if unit.kind == "preposition" and unit.value not in within),
        len(thing),
    )
    return any(unit.kind == "mission" or is_envoy(sentence, unit) for unit in thing[:head])


def given(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether the thing is aid: the state whose it is gave it."""
    return bool(thing) and in_class(thing[-1], sentence, "aid_always")


def their_own(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether those called back are the subject's own, so that a state named with them is where they were: "their
    ambassadors from B".
    """
    return any(unit.key in sentence.language.words["possessive"] for unit in thing)


def joined_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb shares the object of the next: "occupied and annexed B"."""
    return (
        index + 2 < len(sentence.units)
        and sentence.units[index + 1].kind == "and"
        and is_verb(sentence, index + 2)
    )


def pronoun_behind(sentence: Sentence, index: int) -> bool:
    """Whether those expelled are "them": told before in the sentence."""
    return index + 1 < len(sentence.units) and sentence.units[index + 1].kind == "pronoun"


def is_struck(sentence: Sentence, thing: list[Unit], before: list[Unit]) -> bool:
    """Whether what was attacked is a place, a ship or a post told without whose it is, or a name struck by forces."""
    head = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), len(thing))
    last = thing[head - 1] if head else None
    named = thing[:1] and thing[0].kind == "word" and thing[0].text[:1].isupper()
    named = named and any(in_class(unit, sentence, "forces") for unit in before)
    return (
        bool(named)
        or is_taken(sentence, thing)
        or (last is not None and (last.kind == "mission" or in_class(last, sentence, "property")))
    )


def is_own_place(thing: list[Unit], subject: str | None) -> bool:
    """Whether a state is told with what an act was done to only as that of a town: its own."""
    return not any(unit.kind != "place" and subject in states_of(unit) for unit in thing)
