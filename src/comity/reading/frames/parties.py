"""Between which two states an act is, as the clause or the document tells."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.arguments import assembly_of, state_only
from comity.reading.frames.nouns import states_of
from comity.reading.frames.participants.persons import completed
from comity.reading.sentence import Sentence, has_class
from comity.reading.units import Unit, is_capitalised

_NEXT = 40
"""Characters between a sentence and the next of its paragraph."""
_OF_STATES = frozenset({"state", "dyad", "sides", "combining"})
"""Kinds of unit that name states, or mean two of them."""
_DASHES = frozenset("-–—\ufffd")
_SHORTLY = 400
"""How far behind relations a sentence may go on about those of the same state."""


def parties_of(sentence: Sentence, index: int, context: Context) -> tuple[tuple[str, ...], list[Unit]]:
    """The two states that an act between states is about, as the clause or the document tells, and the words."""
    clause = sentence.clause(index)
    found: list[str] = []
    used: list[Unit] = []
    # plain words tell no state
    near = sorted(
        [i for i in clause if sentence.units[i].value is not None or sentence.units[i].kind == "sides"],
        key=lambda i: abs(i - index),
    )
    named: list[tuple[int, str]] = []
    war = has_class(sentence, "war_name")
    for i in near:
        unit = sentence.units[i]
        if unit.kind not in _OF_STATES:
            continue
        if (war and _of_a_war(sentence, i)) or _left_by(sentence, i) or _of_upheaval(sentence, i):
            continue
        if _of_rule(sentence, i):
            continue
        if unit.kind == "dyad":
            return tuple(unit.value), [unit]
        if unit.kind == "sides":
            pair = context.pair() or _met_before(sentence, i, context) or _named_before(sentence, context)
            if pair:
                return pair, [unit]
        state = str(unit.value) if _is_prefix(sentence, i) else state_only(unit)
        if state and state not in found:
            found.append(state)
            named.append((i, state))
            used.append(unit)
    if len(found) < 2:
        for i in near:
            unit = sentence.units[i]
            if unit.kind == "actor" and unit.value.state and unit.value.state not in found and len(found) < 2:
                found.append(unit.value.state)
                named.append((i, unit.value.state))
                used.append(unit)
    if len(found) == 1:
        for i in near:
            unit = sentence.units[i]
            acting = _capital_acting(sentence, i, index) or assembly_of(sentence, unit)
            if acting and not unit.mark and acting not in found:
                found.append(acting)
                named.append((i, acting))
                used.append(unit)
                break
    if len(found) > 2:
        own_pair = _with_its_partner(sentence, index)
        if own_pair is not None:
            return tuple(str(unit.value[0]) for unit in own_pair), list(own_pair)
        # keep the states that "between", "with" and the subject name
        strong = [
            (i, s)
            for i, s in named
            if sentence.units[i].mark in ("between", "with", "") and sentence.units[i].value[1] == "name"
        ]
        named = strong if len(strong) >= 2 else named
        chosen = sorted(named[:2])
        return tuple(s for _, s in chosen), [sentence.units[i] for i, _ in chosen]
    if len(found) == 2:
        ordered = sorted(named)
        return tuple(s for _, s in ordered), used
    if len(found) == 1:
        owner = context.owner()
        partner = context.counterpart(found[0]) or (owner if owner != found[0] else None)
        if partner is None and context.pair() and found[0] not in (context.pair() or ()):
            partner = owner
        partner = partner or _of_relations_before(sentence, found[0], context)
        partner = partner or _acting_beside(sentence, index, found[0], context)
        return ((partner, found[0]) if partner else (found[0],)), used
    pair = context.pair()
    return _at_war(sentence, pair or ()) or (pair or ()), []


def _capital_acting(sentence: Sentence, at: int, index: int) -> str | None:
    """The state whose capital is the subject that a clause opens with: "P announced the resumption of relations with
    B"."""
    unit = sentence.units[at]
    if unit.kind != "place" or unit.mark or at > index or not states_of(unit):
        return None
    opens = all(one.kind in ("date", "punct", "preposition") for one in sentence.units[:at])
    told = at + 1 < len(sentence.units) and sentence.units[at + 1].kind in ("trigger", "word", "have", "date")
    return states_of(unit)[0] if opens and told else None


def _at_war(sentence: Sentence, pair: tuple[str, ...]) -> tuple[str, ...] | None:
    """Who was at war, where one of two states declared it upon a third: "relations were severed when A declared war
    upon C"."""
    units = sentence.units
    war = next(
        (i for i, unit in enumerate(units) if unit.kind == "trigger" and "declare_war" in dict(unit.value)),
        None,
    )
    if war is None:
        return None
    doer = next((unit for unit in reversed(units[:war]) if is_subject(unit)), None)
    foe = next((unit for unit in units[war + 1 : war + 5] if unit.kind == "state"), None)
    if doer is None or foe is None or doer.value[0] not in pair or foe.value[0] in pair:
        return None
    return str(doer.value[0]), str(foe.value[0])


def _of_a_war(sentence: Sentence, index: int) -> bool:
    """Whether a unit is of the name of a war, whose sides need not be those of what is told: "the A–B War"."""
    units, wars = sentence.units, sentence.language.words["war_name"]
    if units[index].kind == "state" and units[index].value[1] == "name" and not sentence.language.cases:
        behind = units[index + 1] if index + 1 < len(units) else None
        if behind is not None and behind.key in wars:
            return True  # "the 2008 B war"
    return any(other.key in wars and is_capitalised(other) for other in units[index + 1 : index + 4]) and all(
        other.kind in ("state", "punct", "dyad", "combining") or other.key in wars
        for other in units[
            index + 1 : next(
                i for i in range(index + 1, len(units)) if units[i].key in wars and is_capitalised(units[i])
            )
        ]
    )


def _left_by(sentence: Sentence, index: int) -> bool:
    """Whether a state is the one from which another became free: "after B gained its independence from C"."""
    units = sentence.units
    if units[index].mark != "source":
        return False
    before = [
        unit for unit in units[max(0, index - 3) : index] if unit.kind not in ("determiner", "preposition")
    ]
    return bool(before) and before[-1].key in sentence.language.words["independence"]


def _of_upheaval(sentence: Sentence, index: int) -> bool:
    """Whether a state is only told of with what befell it: "before the annexation of B by C", "B's secession"."""
    units = sentence.units
    if units[index].kind != "state":
        return False
    upheaval = sentence.language.words["upheaval"]
    if not upheaval:
        return False
    if index + 2 < len(units) and units[index + 1].kind == "poss" and units[index + 2].key in upheaval:
        return True
    at = index - 1
    while at >= 0 and units[at].kind in ("preposition", "determiner", "state"):
        at -= 1
    return 0 <= at < index - 1 and units[at].key in upheaval


def _of_rule(sentence: Sentence, index: int) -> bool:
    """Whether a state is only told as the one that ruled: "after A emerged from French rule"."""
    unit = sentence.units[index]
    if unit.kind != "state" or unit.value[1] != "adjective":
        return False
    behind = sentence.units[index + 1 : index + 2]
    return bool(behind) and behind[0].key in sentence.language.words["ruling"]


def _is_prefix(sentence: Sentence, index: int) -> bool:
    """Whether a unit is the first part of a compound of states: "Sino-", not "us"."""
    if sentence.units[index].kind != "combining":
        return False
    behind = sentence.units[index + 1 : index + 2]
    return any(unit.text in _DASHES for unit in behind)


def _with_its_partner(sentence: Sentence, index: int) -> tuple[Unit, Unit] | None:
    """A state right behind relations, with which they are, and the subject before them: «А порвала с Б и установила
    отношения с В».
    """
    units = sentence.units
    behind = [unit for unit in units[index + 1 : index + 3] if unit.kind != "preposition"]
    partner = behind[0] if behind else None
    if partner is None or partner.kind != "state" or partner.mark != "with":
        return None
    doers = [unit for unit in units[:index] if is_subject(unit) and unit.value[0] != partner.value[0]]
    return (doers[-1], partner) if doers else None


def is_subject(unit: Unit) -> bool:
    """Whether a state is told by name as a subject is: with no preposition, and in the nominative if in any case."""
    named = unit.kind == "state" and unit.value[1] == "name" and not unit.mark
    return named and (not unit.case or unit.case.startswith("nom"))


def _of_relations_before(sentence: Sentence, state: str, context: Context) -> str | None:
    """The document's own state, where relations of it were told before and those told now name only the other side."""
    last, home = context.relations, context.home
    if last is None or home is None or home == state or home not in last[0]:
        return None
    return home if 0 <= sentence.start - last[1][1] < _SHORTLY else None


def _acting_beside(sentence: Sentence, index: int, state: str, context: Context) -> str | None:
    """The one of the document's two states that acts in another clause, where relations "with B" are those of neither:
    "Relations with B were severed when A declared war"."""
    pair = context.pair() or ()
    behind = sentence.units[index + 1 : index + 4]
    if state in pair or not any(unit.kind == "state" and unit.mark == "with" for unit in behind):
        return None
    doers = {str(unit.value[0]) for unit in sentence.units if is_subject(unit) and unit.value[0] in pair}
    return doers.pop() if len(doers) == 1 else None


def _met_before(sentence: Sentence, index: int, context: Context) -> tuple[str, str] | None:
    """The states of two people whom a sentence names together before "the two governments"."""
    people = [unit for unit in sentence.units[:index] if unit.kind == "actor" and unit.value.person.name]
    if len(people) != 2 or people[0].mark != "between":
        return None
    first, second = (unit.value.state or completed(unit.value, context).state for unit in people)
    return (first, second) if first and second and first != second else None


def _named_before(sentence: Sentence, context: Context) -> tuple[str, str] | None:
    """The two states of the sentence just before, which "the nations" are where no heading says more."""
    if context.named is None or not 0 <= sentence.start - context.named[1] < _NEXT:
        return None
    return context.named[0]
