"""Sanctions that are told as being there: "A's sanctions on B", "the A embargo against B"; no verb imposes them."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import agents, opposed
from comity.reading.frames.incidents.words import draft_of
from comity.reading.frames.nouns import head_before, in_class, states_of, wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

WHY = "incident: standing"
"""How the reason of such a draft begins."""
_AGAINST = frozenset({"on", "against", "of"})


def standing(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The draft of sanctions that a noun tells with who has them on whom; without a date, for none is theirs."""
    units, clause = sentence.units, sentence.clause(index)
    if sentence.language.cases or not in_class(units[index], sentence, "measures"):
        return None
    first = head_before(sentence, index)
    if (
        first > 1
        and units[first - 1].value == "of"
        and units[first - 2].key in sentence.language.words["plan"]
    ):
        return None  # "the threat of A sanctions on B"
    kinds = sentence.language.words["measure_kind"]
    owner = next((i for i in range(index - 1, first - 1, -1) if units[i].key not in kinds), -1)
    if owner > first and units[owner].kind == "poss":
        owner -= 1
    by = next(iter(_side(sentence, units[owner])), None) if owner >= 0 else None
    behind = units[index + 1] if index + 1 < clause.stop else None
    against: str | None = None
    if behind is not None and behind.kind == "preposition" and behind.value in _AGAINST:
        if by is None and behind.value == "of":
            return None
        near = range(index + 2, min(index + 6, clause.stop))
        against = next((side for i in near for side in _side(sentence, units[i]) if side != by), None)
        if by is None:
            by = agents.agent(sentence, index, clause)
        if against is None:
            return None
    else:
        named = owner >= 0 and units[owner].kind == "state" and units[owner].value[1] == "name"
        against = None if named and units[owner].mark != "owner" else context.counterpart(by)
    draft = draft_of(sentence, index, _words(sentence, first, index), by, against, [units[first]], context)
    if draft is None:
        return None
    draft.slots["date"] = None
    draft.why[:] = [f"{WHY} {units[index].text}"]
    return draft


def _side(sentence: Sentence, unit: Unit) -> tuple[str, ...]:
    """The state, or organisation of states, that a unit names."""
    if unit.kind == "place":
        return ()
    return (*states_of(unit), *opposed.bloc(sentence, unit))


def _words(sentence: Sentence, first: int, index: int) -> str:
    """What the sanctions are called, without whose they are: "economic sanctions"."""
    group: list[Unit] = []
    for unit in reversed(sentence.units[first : index + 1]):
        if unit.kind in ("determiner", "poss", "amount") or _side(sentence, unit):
            break
        group.append(unit)
    return wording(sentence, group[::-1])
