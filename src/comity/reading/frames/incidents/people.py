"""Who may be sent out of a state: envoys, the people of a mission, nationals of another."""

from __future__ import annotations

from comity.reading.frames.incidents.words import is_envoy
from comity.reading.frames.nouns import head_before, in_class, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def has_people(thing: list[Unit]) -> bool:
    """Whether those told are the people of one state: "60,000 Filipinos", not "Turkish Cypriots"."""
    named = [unit for unit in thing if unit.kind == "state"]
    return len(named) == 1 and named[0].value[1] == "adjective" and named[0].text.endswith(("s", "ese"))


def named_before(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """The envoys that a pronoun stands for: "A accused two diplomats of B of spying and gave them …"."""
    units = sentence.units
    at = next((i for i in range(index - 1, clause.start, -1) if is_envoy(sentence, units[i])), None)
    if at is None:
        return []
    first = head_before(sentence, at)
    opens = (i for i in range(at, first, -1) if units[i].kind in ("amount", "number", "determiner"))
    return units[next(opens, first) : at + 1]


def may_be_sent_out(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether those told are envoys, of a mission, or nationals of another state."""
    if is_of_mission(sentence, thing) or has_people(thing) or any(is_envoy(sentence, unit) for unit in thing):
        return True
    if are_people_of(sentence, [unit for unit in thing if unit.kind != "preposition"]):
        return True
    foreign = any(states_of(unit) for unit in thing)
    return foreign and any(in_class(unit, sentence, "nationals") for unit in thing)


def is_of_mission(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether those an act is done to belong to a mission: "three members of the embassy of B"."""
    words = sentence.language.words["belonging"]
    at = next((i for i, unit in enumerate(thing) if unit.kind == "mission"), len(thing))
    return at < len(thing) and any(unit.key in words for unit in thing[:at])


def are_people_of(sentence: Sentence, thing: list[Unit]) -> bool:
    """Whether those told are by their form people of a state, whoever they are: "undocumented B cane cutters"."""
    if sentence.language.cases or not thing:
        return False
    at = next((i for i, unit in enumerate(thing) if unit.kind == "state"), len(thing))
    noun = thing[at + 1 :]
    named = bool(noun) and thing[at].value[1] == "adjective" and all(unit.kind == "word" for unit in noun)
    if not named or not noun[-1].text.endswith(("s", "men", "people")):
        return False
    others = ("property", "withheld", "frontier", "permit", "violated", "forces")
    return not any(in_class(noun[-1], sentence, name) for name in others)
