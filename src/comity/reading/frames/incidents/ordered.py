"""What one state orders another to take back or close: "A ordered B to withdraw 41 diplomats", «А предписала Б закрыть
консульство».
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries
from comity.reading.frames.incidents.people import is_of_mission
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.words import draft_of, is_envoy
from comity.reading.frames.nouns import act_of, direction, in_class, phrase, states_of
from comity.reading.sentence import Sentence

TAKEN_BACK = frozenset({"recall", "close", "reduce"})
"""What a state is ordered to do with its people and posts."""
_FAR = 5
"""Units between the order and what is to be done: "(ordered) the government of B to (withdraw)"."""


def ordered(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """The draft of an order to another state; what is only asked or demanded is none."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) != "infinitive":
        return None
    near = range(index - 1, max(clause.start, index - _FAR) - 1, -1)
    classes = ("orders", "demand") if predicate == "recall" else ("orders",)
    verb = next((i for i in near if any(in_class(units[i], sentence, name) for name in classes)), None)
    if verb is None or (verb > clause.start and units[verb - 1].kind in ("be", "modal")):
        return None
    by = adversaries.subject(sentence, verb, clause)
    whom = (unit for unit in units[verb + 1 : index] if unit.kind in ("state", "organisation", "place"))
    against = next((state for unit in whom for state in states_of(unit) if state != by), None)
    stop = phrase(sentence, index + 1, frozenset({"of"}), clause.stop)
    thing = units[index + 1 : stop]
    staff = is_of_mission(sentence, thing) or any(is_envoy(sentence, unit) for unit in thing)
    if against is None or not (staff or any(unit.kind == "mission" for unit in thing)):
        return None
    told = "expel" if predicate == "recall" else predicate
    words = plain_words(sentence, thing)
    return draft_of(
        sentence, index, act_of(sentence, told, words), by, against, [units[verb], *thing], context
    )
