"""Hostile acts that nouns tell, with a verb or alone: "imposed sanctions on", "the expulsion of"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import agents, imposed, opposed, targets
from comity.reading.frames.incidents.assaults import assault, violation
from comity.reading.frames.incidents.between import between
from comity.reading.frames.incidents.done_by import with_doer
from comity.reading.frames.incidents.handing import handed, past_receiver
from comity.reading.frames.incidents.phrasing import opens_sentence, plain_words
from comity.reading.frames.incidents.predicates import SENT
from comity.reading.frames.incidents.sent import demanded, sent
from comity.reading.frames.incidents.telling import Telling, as_told, telling
from comity.reading.frames.incidents.unwelcome import unwelcome
from comity.reading.frames.incidents.words import draft_of, without_dates
from comity.reading.frames.nouns import act_of, head_before, in_class, states_of, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def told_by_noun(sentence: Sentence, index: int, predicate: str, context: Context) -> Draft | None:
    """An act that a noun tells with a verb for doing it: "imposed economic sanctions on", "lodged a protest
    with".
    """
    noun = telling(sentence, index, predicate, context)
    if noun is None or (predicate in SENT and demanded(sentence, index)):
        return None
    if predicate == "violate":
        return violation(sentence, index, context)
    if predicate == "attack":
        return assault(sentence, index, context)
    if predicate == "sanction" and (introduced := _introduced(noun)) is not None:
        return introduced
    if predicate == "unwelcome":
        return unwelcome(sentence, index, noun.clause, context)
    told = as_told(noun)
    if told is None:
        return None
    if told.after is not None and _is_handed_behind(told):
        return handed(sentence, index, told.after, told.clause, context)
    done = with_doer(told)
    return _draft(done) if done is not None else None


def _is_handed_behind(told: Telling) -> bool:
    """Whether a protest opens the sentence and the verb of handing it follows: «ноту протеста вручили дипломату»."""
    if told.told or told.predicate != "protest" or not told.cased or not told.right_behind:
        return False
    sentence, clause = told.sentence, told.clause
    imposing = imposed.imposing(sentence, told.index + 1, clause)
    return imposing is None and agents.agent(sentence, told.index, clause) is None


def _draft(done: Telling) -> Draft | None:
    """The draft of an act that is told as done."""
    whole = _group(done)
    group, barred = _for_whom(done, whole)
    if not _is_hostile(done, whole) or any(unit.kind == "preposition" for unit in group[:-1]):
        return None
    people = sent(done, group) if done.predicate in SENT else []
    sides = between(done, people, barred) if people is not None else None
    if people is None or sides is None:
        return None
    draft = draft_of(
        done.sentence,
        done.index,
        _wording(done, group, people),
        sides.subject,
        sides.marked,
        [done.units[done.verb if done.told else done.index]],
        done.context,
    )
    if draft is not None:
        _date(done, draft)
    return draft


def _group(done: Telling) -> list[Unit]:
    """The act's own words, without who received it, whose it is and when: "handed the consul a (protest)"."""
    words = done.sentence.language.words
    group = [
        unit
        for unit in without_dates(done.units[_first(done) : done.index + 1])
        if unit.kind not in ("determiner", "pronoun", "place")
        and unit.text not in words["quote_open"]
        and unit.key not in words["possessive"]
        and not (unit.kind == "state" and unit.mark == "goal")
    ]
    owned = max((i for i, unit in enumerate(group) if unit.kind == "poss"), default=-1)
    group = group[owned + 1 :]  # "A's (expulsion)"
    if done.predicate in SENT:
        group = [unit for unit in group if unit.key not in words["time_adjective"]]
    return group


def _first(done: Telling) -> int:
    """Where the act's own words begin, behind who received it: "handed the ambassador of B (a note of protest)"."""
    sentence, index, first = done.sentence, done.index, done.first
    receivers = ("actor", "state", "mission", "place")
    if any(unit.kind in receivers and unit.mark == "goal" for unit in done.units[first:index]):
        first = head_before(sentence, index)
    if done.far:
        first = index
    return past_receiver(sentence, first, index) if done.told else first


def _is_hostile(done: Telling, group: list[Unit]) -> bool:
    """Whether the act's own words leave it a hostile one of states: no "UN sanctions", no «(ввела) для граждан А
    электронные визы».
    """
    if any(u.kind == "organisation" or in_class(u, done.sentence, "multilateral") for u in group):
        return False
    return not (_opens_for(group) and any(in_class(unit, done.sentence, "easing") for unit in group))


def _for_whom(done: Telling, group: list[Unit]) -> tuple[list[Unit], str | None]:
    """The act's own words without those it is for, and whose these are: «ввела для граждан (А) визы»."""
    named = max((i + 1 for i, unit in enumerate(group[:-1]) if states_of(unit)), default=0)
    if not named or not _opens_for(group):
        return group, None
    barred = next((state for state in opposed.states_in(group[:named]) if state != done.by), None)
    return [unit for unit in group[named:] if unit.end > unit.start], barred


def _opens_for(group: list[Unit]) -> bool:
    """Whether words tell first whom something is for: «для граждан А визы»."""
    return len(group) > 2 and group[0].kind == "preposition" and group[0].value == "for"


def _wording(done: Telling, group: list[Unit], people: list[Unit]) -> str:
    """The act in the words of a claim: "expulsion of two diplomats of B"."""
    noun = done.units[done.index]
    if done.cased and group == [noun] and done.predicate in SENT:
        return act_of(done.sentence, done.predicate, plain_words(done.sentence, people), noun.key)
    act = wording(done.sentence, [*group, *people])
    if done.cased and group and opens_sentence(done.sentence, group[0]):
        return act[:1].lower() + act[1:]
    return act


def _date(done: Telling, draft: Draft) -> None:
    """When it was imposed, by the words that tell who imposed it: «наложенное А (в 2000 году) эмбарго»."""
    if done.imposition is not None:
        beside = done.units[done.imposition[1] : done.index]
    elif done.relative is not None and draft.slots.get("date") is None:
        beside = done.units[done.clause.start : done.clause.stop]
    else:
        return
    when = next((unit for unit in beside if unit.kind == "date"), None)
    draft.slots["date"] = when.value.date if when is not None else None


def _introduced(noun: Telling) -> Draft | None:
    """Sanctions whose introduction is told by a noun with its doer: «введение Б экспортных ограничений»."""
    sentence, index, clause, context = noun.sentence, noun.index, noun.clause, noun.context
    units, low = sentence.units, max(clause.start, index - 8)
    act = next((i for i in range(index - 1, low - 1, -1) if in_class(units[i], sentence, "imposition")), None)
    if act is None or not sentence.language.cases or not is_fact(sentence, act):
        return None
    first = agents.past_agent(sentence, act, clause)
    by = next((state for unit in units[act + 1 : first] for state in states_of(unit)), None)
    if by is None or any(unit.kind in ("punct", "clause") for unit in units[act:index]):
        return None
    group = [unit for unit in units[first : index + 1] if unit.start < unit.end]
    against = opposed.target(sentence, index, clause, by) or targets.bloc(sentence, index, clause)
    if against is None and context.news:
        against = opposed.other_told(sentence, by)
    if against is None and context.counterpart(by) in opposed.states_in(units):
        against = context.counterpart(by)
    return draft_of(sentence, index, wording(sentence, group), by, against, [units[act]], context)
