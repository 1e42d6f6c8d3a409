"""Attacks and violations that nouns tell: "the A invasion of B", "an A strike inside its borders", "violation of B's
airspace by A".
"""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, agents, opposed
from comity.reading.frames.incidents.phrasing import plain_words
from comity.reading.frames.incidents.words import draft_of, object_of
from comity.reading.frames.nouns import act_of, in_class, phrase, states_of, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_BESIDE = 4
"""Units between a verb of suffering and the attack."""
_APART = frozenset({"date", "punct", "clause", "and"})
_INTO = frozenset({"goal", "on", "against"})
"""What stands before the side that is attacked."""
_WAGED = 7
"""Units between a verb of making an attack and the attack: "began (a policy of cross-border raids)"."""


def assault(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An attack that a noun tells with both sides and a date: "the A invasion of B in 1940", "attack on B by A", "A
    launched an attack on B".
    """
    units, clause = sentence.units, sentence.clause(index)
    date = date_unit(sentence, index)
    if (context.news or date is not None) and (suffered := _suffered(sentence, index, context)) is not None:
        return suffered
    if date is not None and (suffering := _made_on_mission(sentence, index, context)) is not None:
        return suffering
    if sentence.language.cases and (shelled := _subjected(sentence, index, context)) is not None:
        return shelled
    if sentence.language.cases and (told := _of_its_doer(sentence, index, context)) is not None:
        return told
    if (
        (date is None and not context.news)
        or index + 1 >= clause.stop
        or units[index + 1].kind != "preposition"
    ):
        return None
    opens = index == clause.start  # "raids into B by troops of A were reported"
    before = units[index - 2 if not opens and units[index - 1].kind == "poss" else max(0, index - 1)]
    marks = frozenset({"of", "on", "against", "place", str(units[index + 1].value)})
    stop = phrase(sentence, index, marks, clause.stop)
    waged = next(
        (
            i
            for i in range(index - 1, max(clause.start, index - _WAGED), -1)
            if in_class(units[i], sentence, "wage")
        ),
        None,
    )
    if waged is not None and _of_attacks(sentence, range(waged, index)):
        return _waged(sentence, waged, range(index, stop), context)
    made = range(index + 2, min(stop + 1, clause.stop))
    verb = next((i for i in made if in_class(units[i], sentence, "wage")), None)
    if verb is not None:
        return _waged_by(sentence, range(index, verb), context)
    thing = units[index + 1 : stop]
    against = next((s for unit in thing if unit.kind == "state" for s in states_of(unit)), None)
    by = next(iter(states_of(before)), None) if before.kind == "state" else None
    by = by or agents.agent(sentence, index, range(index, min(stop + 3, clause.stop)))
    if against == by:
        against = None
    if against is None and by is not None and not sentence.language.cases:
        into = range(stop, min(stop + 5, clause.stop))
        goal = next((i for i in into if units[i].mark == "goal" and states_of(units[i])), None)
        if goal is not None and not any(is_verb(sentence, i) for i in range(stop, goal)):
            thing, against = units[index + 1 : goal + 1], states_of(units[goal])[0]
    if against is None and by is not None and context.news:
        against = owner_told(sentence, index, thing, by) or opposed.other_told(sentence, by)
    if context.dyad and not {by, against} <= set(context.dyad):
        return None
    if opens and not any(in_class(unit, sentence, "forces") for unit in units[index : clause.stop]):
        return None  # "attacks on shops of B by a gang of A"
    act = wording(sentence, [units[index]])
    act = act.lower() if opens and units[index].start == sentence.start else act
    return draft_of(sentence, index, act, by, against, [], context)


def _of_attacks(sentence: Sentence, between: range) -> bool:
    """Whether what a verb says was made is the attack, or several: "began a wave of raids", not "launched an
    investigation of the attack".
    """
    units = sentence.units
    if any(units[i].kind in _APART or _governs_else(units[i]) for i in between):
        return False
    of = next((i for i in between if units[i].value == "of" and units[i].end > units[i].start), None)
    return of is None or in_class(units[of - 1], sentence, "waves")


def _governs_else(unit: Unit) -> bool:
    """Whether a preposition puts the attack below something else: "launched an inquiry into the attack"."""
    return unit.kind == "preposition" and unit.end > unit.start and unit.value != "of"


def violation(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """ "The violation of its airspace by A", told with whose air, waters or border it was."""
    units, clause = sentence.units, sentence.clause(index)
    if sentence.language.cases or index + 2 >= clause.stop or units[index + 1].value != "of":
        return None
    stop = phrase(sentence, index + 2, frozenset({"of"}), clause.stop)
    thing = units[index + 2 : stop]
    if not any(in_class(unit, sentence, "violated") for unit in thing):
        return None
    before = units[index - 1] if index > clause.start else units[index]
    by = agents.agent(sentence, index, clause)
    by = by or (next(iter(states_of(before)), None) if before.kind == "state" else None)
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    if against is None and by is not None:
        against = owner_told(sentence, index, thing, by)
    act = act_of(sentence, "violate", plain_words(sentence, thing))
    return draft_of(sentence, index, act, by, against, thing, context)


def owner_told(sentence: Sentence, index: int, thing: list[Unit], by: str) -> str | None:
    """The state that "its" means: the first of the sentence, "A condemned the strike inside its borders"."""
    possessive = sentence.language.words["possessive"]
    if not any(unit.key in possessive for unit in thing):
        return None
    ahead = sentence.units[:index]
    return next((s for u in ahead if not u.mark for s in states_of(u) if s != by), None)


def _waged(sentence: Sentence, verb: int, told: range, context: Context) -> Draft | None:
    """An attack, told in a phrase, that a verb says was made: "A launched an attack on B", «А начал вторжение в Б»."""
    units, clause = sentence.units, sentence.clause(verb)
    by = adversaries.subject(sentence, verb, clause)
    thing = units[told.start + 2 : told.stop]
    if by is None or not adversaries.between_forces(
        sentence, verb, clause, "active", by, any(map(states_of, thing))
    ):
        return None
    against = next((state for unit in thing for state in states_of(unit) if state != by), None)
    if context.dyad and not {by, against} <= set(context.dyad):
        return None
    words = wording(sentence, [units[i] for i in told])
    return draft_of(sentence, told.start, words, by, against, [units[i] for i in told], context)


def _suffered(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An attack that somebody suffered: «посольство А подверглось нападению»."""
    units, clause = sentence.units, sentence.clause(index)
    near = range(max(clause.start, index - _BESIDE), index)
    verb = next((i for i in near if in_class(units[i], sentence, "suffer")), None)
    if verb is None:
        return None
    thing = object_of(sentence, verb, "passive", clause)
    by = agents.agent(sentence, index, clause)
    whose = units[index + 1 : index + 4] if sentence.language.cases else []
    if by is None and len(whose) == 3 and whose[0].value == "of" and in_class(whose[2], sentence, "forces"):
        by = next(iter(states_of(whose[1])), None)  # «подвергся нападению войск А», «… (турецких) войск»
    mission = any(unit.kind == "mission" for unit in thing)
    against = next((s for unit in thing for s in states_of(unit) if s != by), None)
    if against is None or not (mission or by):
        return None
    act = act_of(sentence, "attack", plain_words(sentence, thing))
    return draft_of(sentence, index, act, by, against, [units[verb], *thing], context, private=by is None)


def _made_on_mission(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An attack on a mission of which nobody is told as the doer: «на посольство А совершено нападение», "an attack on
    the embassy of B in P wounded a guard"."""
    units, clause = sentence.units, sentence.clause(index)
    if any(is_verb(sentence, i) for i in range(clause.start, index)):
        return None
    at = next(
        (
            i
            for i in clause
            if units[i].kind == "preposition"
            and units[i].value in _INTO
            and units[i].end > units[i].start
            and (i == index + 1 or (sentence.language.cases and i < index))
        ),
        None,
    )
    if at is None:
        return None
    thing = units[at + 1 : phrase(sentence, at + 1, frozenset({"of"}), clause.stop)]
    if not any(unit.kind == "mission" and unit.mark != "of" for unit in thing):
        return None
    doer = index > clause.start and units[index - 1].kind == "state"
    made = any(in_class(unit, sentence, "wage") for unit in units[clause.start : index])
    if doer or (at < index and not made):
        return None
    against = next((s for unit in thing if unit.kind != "place" for s in states_of(unit)), None)
    act = act_of(sentence, "attack", plain_words(sentence, thing))
    return draft_of(sentence, index, act, None, against, thing, context, private=True)


def _of_its_doer(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """«В июле 1977 года началось вторжение А в Б»: who attacks in the genitive, where to behind it."""
    units, clause = sentence.units, sentence.clause(index)
    behind = units[index + 1 : index + 3]
    if len(behind) < 2 or behind[0].value not in ("of", "agent") or behind[0].end > behind[0].start:
        return None
    if behind[1].kind != "state" or behind[1].value[1] != "name":
        return None
    begun = index + 3 < clause.stop and in_class(units[index + 3], sentence, "wage")
    first = index + 4 if begun else index + 3
    if first + 1 >= clause.stop or units[first].kind != "preposition" or units[first].value not in _INTO:
        return None
    stop = phrase(sentence, first + 1, frozenset({"of"}), clause.stop)
    thing = units[first:stop]
    by = str(behind[1].value[0])
    against = next((state for state in opposed.states_in(thing) if state != by), None)
    date = date_unit(sentence, index)
    if date is None and not context.news:
        return None
    if context.dyad and not {by, against} <= set(context.dyad):
        return None
    act = wording(sentence, [units[index], *thing])
    return draft_of(sentence, index, act, by, against, thing, context)


def _subjected(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """An attack before the verb of suffering it: «с территории А обстрелу подверглись посты Б»."""
    units, clause = sentence.units, sentence.clause(index)
    verb = index + 1
    if verb + 1 >= clause.stop or not in_class(units[verb], sentence, "suffer"):
        return None
    thing = units[verb + 1 : phrase(sentence, verb + 1, frozenset({"of"}), clause.stop)]
    by = agents.agent(sentence, index, clause) or agents.from_the_side_of(sentence, clause)
    against = next((s for unit in thing for s in states_of(unit) if s != by), None)
    thing = thing[: next((i for i, unit in enumerate(thing) if unit.kind == "and"), len(thing))]
    name = wording(sentence, [units[index]])
    act = " ".join((name, sentence.language.morphology.genitive(plain_words(sentence, thing))))
    return draft_of(sentence, index, act, by, against, thing, context) if by else None


def _waged_by(sentence: Sentence, told: range, context: Context) -> Draft | None:
    """An attack that stands before its verb: «Ракетный удар по базе Б нанесла А»."""
    units = sentence.units
    doers = units[told.stop + 1 : told.stop + 4]
    by = next((s for unit in doers if unit.kind == "state" and not unit.mark for s in states_of(unit)), None)
    against = next((s for i in told for s in states_of(units[i]) if s != by), None)
    if by is None or against is None or (context.dyad and not {by, against} <= set(context.dyad)):
        return None
    words = wording(sentence, [units[i] for i in told])
    return draft_of(sentence, told.start, words, by, against, [units[i] for i in told], context)
