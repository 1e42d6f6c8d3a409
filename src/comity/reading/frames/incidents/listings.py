"""States and those who are theirs put on a list of the unwelcome, or struck off one of the favoured: "added B to its
list of state sponsors of terrorism", «исключила Б из белого списка».
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, agents, opposed
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import in_class, states_of, wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

LISTS = {"bad_list": "enlists", "good_list": "delists"}
"""The lists, and the verbs by which to be put on them, or taken off them, is a hostile act."""
_ACTS = {"bad_list": "listing", "good_list": "delisting"}
"""The classes of words that hold what a claim calls the act: "inclusion in"."""
_FAR = 14
"""Units between a verb and the list."""


def listed(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """The draft of who was listed by whom."""
    units, clause = sentence.units, sentence.clause(index)
    verb = next(
        (
            i
            for i in range(index - 1, max(clause.start, index - _FAR) - 1, -1)
            if in_class(units[i], sentence, LISTS[predicate])
        ),
        None,
    )
    if verb is None:
        return _widened(sentence, index, predicate, context)
    if _is_unreal(sentence, verb, clause):
        return None
    passive = _is_passive(sentence, verb, clause)
    if passive:
        by = agents.agent(sentence, verb, clause) or _whose(sentence, verb, index, clause)
        told = units[clause.start : verb] or units[verb + 1 : index]
    else:
        by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
        told = units[verb + 1 : index]
        if sentence.language.cases and not opposed.states_in(told):
            told = units[index + 1 : min(index + 6, clause.stop)]  # «внесла в чёрный список трёх артистов Б»
    against = next((state for state in opposed.states_in(told) if state != by), None)
    name = wording(sentence, [units[index]])
    if predicate == "good_list" and sentence.language.cases:
        name = sentence.language.morphology.genitive(name)
    kind = _ACTS[predicate] if _has_list(sentence, index) else "naming"
    act = f"{' '.join(sentence.language.words[kind])} {name}"
    return draft_of(sentence, index, act, by, against, [units[verb], *told], context)


def _widened(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """«Расширила санкционный список в отношении Б», "extended its sanctions list against B"."""
    units, clause = sentence.units, sentence.clause(index)
    near = range(index - 1, max(clause.start, index - 4) - 1, -1)
    verb = next((i for i in near if in_class(units[i], sentence, "widens")), None)
    if predicate != "bad_list" or verb is None or _is_unreal(sentence, verb, clause):
        return None
    by = adversaries.subject(sentence, verb, clause) or adversaries.body(sentence, verb, clause)
    against = opposed.target(sentence, index, clause, by)
    return draft_of(sentence, index, wording(sentence, [units[index]]), by, against, [units[verb]], context)


def _has_list(sentence: Sentence, index: int) -> bool:
    """Whether the words of a trigger hold those for a list: "declared B a sponsor of terrorism" does not."""
    words = sentence.language.words["a_list"]
    return any(word in words for word in sentence.units[index].key.split())


def _is_passive(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether those listed are the subject: "B was added to …", «Б включена в …»."""
    if sentence.language.cases:
        return not sentence.language.morphology.is_finite(sentence.units[verb])
    before = verb - 1
    while before > clause.start and sentence.units[before].key in sentence.language.words["adverb"]:
        before -= 1
    return sentence.units[before].kind == "be"


def _is_unreal(sentence: Sentence, verb: int, clause: range) -> bool:
    """Whether it is only wished, planned or denied."""
    words, units = sentence.language.words, sentence.units
    near = units[max(clause.start, verb - 4) : verb]
    if any(u.kind == "modal" or u.key == "to" or u.key in words["negation"] | words["plan"] for u in near):
        return True
    return bool(sentence.language.cases) and units[verb].text.endswith(("ть", "ти", "чь"))


def _whose(sentence: Sentence, verb: int, index: int, clause: range) -> str | None:
    """The state whose list it is: "was put on the A list of …", «включён в чёрный список А»."""
    units = sentence.units
    near: list[Unit] = [*units[verb + 1 : index], *units[index + 1 : min(index + 4, clause.stop)]]
    return next((s for u in near if u.kind == "state" for s in states_of(u)), None)
