"""Honours: orders, medals, prizes, honorary titles, trees planted in somebody's name."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.awards.bearing import borne, with_rank
from comity.reading.frames.awards.honours import apposed, honour_near, named_honour
from comity.reading.frames.awards.lists import listed_behind
from comity.reading.frames.awards.people import (
    by_decree,
    honoured_too,
    is_first_to,
    signed_before,
    taken_from,
)
from comity.reading.frames.awards.sides import between_states
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    direction,
    head_before,
    in_class,
    phrase,
    states_told,
    wording,
)
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset(
    {"trigger:award", "trigger:provide", "trigger:appoint", "trigger:plant", "trigger:receive", "trigger:win"}
)

_INSIDE = frozenset({"of", "for"})
_NEAR = 400
"""Characters within which the same honour may be told again."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "X awarded Y the Order of …", "Y was awarded the medal “…” by X", "the Order of … was conferred on Y
    by X".
    """
    if not is_fact(sentence, index):
        return
    decreed = by_decree(sentence, index)
    if decreed is None and not is_verb(sentence, index):
        yield from borne(sentence, index, context)
        return
    how = "active" if decreed is not None else direction(sentence, index)
    clause = sentence.clause(index)
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    if how == "infinitive" and "receive" in predicates and is_first_to(sentence, index):
        how = "active"
    if how in ("infinitive", "noun"):
        return
    if "plant" in predicates:
        yield from _planted(sentence, index, context)
        return
    honour = _honour(sentence, index, clause, predicates)
    if honour is None:
        _complete(sentence, index, clause, context)
        return
    award, words, owner = honour
    if not words.strip():
        return
    if not sentence.language.words["award_private"].isdisjoint(words.lower().split()):
        return  # a prize that no state gives
    actors = [i for i in clause if sentence.units[i].kind == "actor" and i not in award]
    if predicates & {"receive", "win"}:
        if how == "passive" or award.start < index:
            return
        recipient = next((i for i in reversed(actors) if i < index), None)
        recipient = recipient if recipient is not None else _of_whom(sentence, clause.start)
        giver = _agent(sentence, index) or taken_from(sentence, award, clause.stop)
    else:
        recipient, giver = _roles(sentence, index, how, award, actors)
        if decreed is not None:
            giver = decreed
            recipient = recipient if recipient is not None and recipient > index else None
            recipient = recipient or next((i for i in actors if i > index), None)
    if recipient is None and how == "passive" and award.start > index:
        recipient = _of_whom(sentence, clause.start)
    recipient = _with_name(sentence, recipient)
    if recipient is None:
        if how == "passive":
            yield from listed_behind(sentence, award, index, context)
        return
    if how == "passive":
        giver = signed_before(sentence, index, recipient) or giver
    told = states_told(sentence, clause)
    named = sentence.units[recipient]
    person = completed(named.value, context) if named.kind == "actor" else None
    who = as_person(person, person.state) if person is not None else None
    if who is None or not between_states(
        sentence, sentence.units[recipient].value, giver, award, told, context
    ):
        return
    date = date_unit(sentence, index)
    if how == "passive" and recipient < index and sentence.units[award.start].case == "nom-acc":
        # «удостоен медали»: the person is the subject, so the honour is no nominative
        words = str(sentence.language.morphology.nominative(words, "gen"))
    used = [sentence.units[index], sentence.units[recipient], *(sentence.units[i] for i in award), date]
    if giver is not None:
        used.extend(giver)
    draft = Draft(
        "award",
        {
            "recipient": who,
            "award": words,
            "by": _giver(sentence, giver, context) or owner,
            "date": dated(date),
        },
        [run(sentence, used)],
        [f"award: {sentence.units[index].text} + {words}"],
        0.8 if giver is not None else 0.65,
    )
    context.award = draft
    yield draft
    for other in honoured_too(sentence, recipient, award, index) if recipient in actors else ():
        unit = sentence.units[other]
        fellow = completed(unit.value, context)
        if not between_states(sentence, unit.value, giver, award, told, context):
            continue
        yield Draft(
            "award",
            {**draft.slots, "recipient": as_person(fellow, fellow.state)},
            [(min(draft.evidence[0][0], unit.start), max(draft.evidence[0][1], unit.end))],
            list(draft.why),
            draft.confidence,
        )


def _honour(
    sentence: Sentence, index: int, clause: range, predicates: set[str]
) -> tuple[range, str, str | None] | None:
    """The honour that a verb is about: where it stands, its words, and whose it is."""
    found = honour_near(sentence, index, clause)
    if found is None and "confer" in predicates:
        found = named_honour(sentence, index, clause)
    if found is None:
        return None
    award, words = found
    if any(_is_of_credentials(sentence.units[i]) for i in award):
        return None  # «принял посла в связи с вручением верительных грамот»
    words, owner = _owned(sentence, award, words)
    meant = apposed(sentence, award, clause)
    if meant is not None:
        owner = owner or next(iter(_states_in(sentence, award)), None)
        award, words = meant
    if in_class(sentence.units[index], sentence, "honour_bearer"):
        words = str(sentence.language.morphology.nominative(words, "gen"))  # «стал кавалером ордена …»
    if "appoint" in predicates:
        award, words = with_rank(sentence, award, words, index)
    return award, words, owner


def _complete(sentence: Sentence, index: int, clause: range, context: Context) -> None:
    """The date of the honour told last, where the next words tell it again: "On D, X conferred the honour on Y"."""
    last = context.award
    units = sentence.units
    if (
        last is None
        or last.slots.get("date") is not None
        or not 0 <= units[0].start - last.evidence[-1][1] < _NEAR
    ):
        return
    surname = str(last.slots["recipient"].name or "").split(" ")[-1]
    date = date_unit(sentence, index)
    again = any(in_class(units[i], sentence, "award") for i in clause)
    named = [units[i] for i in clause if units[i].kind == "actor" and surname and surname in units[i].text]
    if date is None or not again or not named:
        return
    last.slots["date"] = dated(date)
    last.evidence.append(run(sentence, [units[index], date, named[0]]))


def _of_whom(sentence: Sentence, start: int) -> int | None:
    """Whom a clause "who …" that begins at an index is about: the named person right before it."""
    units = sentence.units
    if start < 2 or units[start - 1].key not in sentence.language.words["person_pronoun"]:
        return None
    before = start - 2 - (units[start - 2].text == ",")
    named = before >= 0 and units[before].kind == "actor" and bool(units[before].value.person.name)
    return before if named else None


def _states_in(sentence: Sentence, award: range) -> list[str]:
    """The states that words for an honour name: "the highest honour of A"."""
    return [wording(sentence, [sentence.units[i]]) for i in award if sentence.units[i].kind == "state"]


def _owned(sentence: Sentence, award: range, words: str) -> tuple[str, str | None]:
    """The honour without the state that owns it, and the state: "Japan's Order of …" is one that Japan gives."""
    units = sentence.units
    first = units[award.start]
    if first.kind != "state" or len(award) < 3 or units[award.start + 1].kind != "poss":
        return words, None
    return wording(sentence, [units[i] for i in award[2:]]), wording(sentence, [first])


def _with_name(sentence: Sentence, index: int | None) -> int | None:
    """The named person whom an office in apposition speaks of: "A. B., Consul of …, was decorated"."""
    units = sentence.units
    if index is None or units[index].value.person.name or index < 2:
        return index
    before = index - 2
    apposed = (
        units[index - 1].text == "," and units[before].kind == "actor" and units[before].value.person.name
    )
    return before if apposed else index


def _roles(
    sentence: Sentence, index: int, how: str, award: range, actors: list[int]
) -> tuple[int | None, list[Unit] | None]:
    """Who receives and who gives, by voice and marks: the index of the recipient, the words of the giver."""
    units = sentence.units
    agent = _agent(sentence, index)
    agents = {id(unit) for unit in agent or ()}
    others = [i for i in actors if id(units[i]) not in agents]
    after = units[index + 1] if index + 1 < len(units) else None
    if how == "active" and after is not None and after.kind == "pronoun":
        # "for which the government awarded him the order"
        told = [i for i in others if i < index and units[i].value.person.name]
        return (told[-1] if told else None), _subject(sentence, index)
    goal = [i for i in others if units[i].mark in ("goal", "on", "for") and i > index]
    before = [
        i for i in others if i < index and units[i].mark != "as" and not _other_subject(sentence, i, index)
    ]
    behind = [i for i in others if i > index and units[i].mark in ("", "object")]
    if not behind and sentence.language.cases:  # «наградил орденом «X» II степени посла А»
        behind = [i for i in others if i > index and units[i].mark == "of" and i - 2 in award]
    if how in ("passive", "bare"):
        if award.start < index:
            return (goal[0] if goal else None), agent
        return (before[-1] if before else None), agent
    if goal and not before and award.start < index and sentence.language.cases:
        return goal[0], None  # «орден достался А. Б.»
    giver = [units[before[-1]]] if before else _subject(sentence, index)
    if goal:
        return goal[0], giver
    return (behind[0] if behind else None), giver


def _other_subject(sentence: Sentence, low: int, high: int) -> bool:
    """Whether another name stands between a person and the verb: the person is not the subject."""
    return any(
        unit.kind == "and" or (unit.kind == "word" and unit.text[:1].isupper())
        for unit in sentence.units[low + 1 : high]
    ) and not any(unit.kind == "actor" for unit in sentence.units[low + 1 : high])


def _agent(sentence: Sentence, index: int) -> list[Unit] | None:
    """The phrase behind "by" or "on behalf of": a person, state, or body."""
    units, clause = sentence.units, sentence.clause(index)
    for i in range(clause.start, clause.stop):
        unit = units[i]
        if unit.kind == "preposition" and unit.value in ("agent", "behalf") and i + 1 < clause.stop:
            last = phrase(sentence, i + 1, frozenset({"of"}), clause.stop)
            words = units[i + 1 : last]
            while (
                last < clause.stop
                and units[last].kind == "and"
                and last + 1 < clause.stop
                and units[last + 1].kind in ("determiner", "actor")
            ):
                last = phrase(sentence, last + 1, frozenset({"of"}), clause.stop)
                words = units[i + 1 : last]
            if any(in_class(word, sentence, "award") for word in words):
                continue
            if words:
                return _of_decree(sentence, words)
    return None


def _of_decree(sentence: Sentence, words: list[Unit]) -> list[Unit]:
    """Who gives, of the words behind "by": not the one honoured, who may stand right behind them, nor the decree."""
    subject = next((i for i, unit in enumerate(words) if i and _stands_alone(unit)), len(words))
    words = words[:subject]
    signed = [unit for unit in words if unit.kind == "actor"]
    decreed = any(in_class(unit, sentence, "resolve") for unit in words[:2])
    return signed[:1] if signed and decreed else words


def _stands_alone(unit: Unit) -> bool:
    return unit.kind == "actor" and unit.case.startswith("nom")


def _subject(sentence: Sentence, index: int) -> list[Unit] | None:
    clause = sentence.clause(index)
    first = clause.start
    while first < index and sentence.units[first].kind in ("preposition", "date", "punct", "clause"):
        first += 1
    last = phrase(sentence, first, _INSIDE, index)
    if last > first and all(unit.kind in ("be", "have", "word") for unit in sentence.units[last:index]):
        return sentence.units[first:last]
    found = [
        sentence.units[i]
        for i in range(clause.start, index)
        if sentence.units[i].kind in ("state", "organisation", "body", "place")
    ]
    return found[-1:] or None


def _giver(sentence: Sentence, giver: list[Unit] | None, context: Context) -> str | None:
    if not giver:
        return None
    if len(giver) == 1 and giver[0].kind == "actor":
        person: Person = completed(giver[0].value, context).person
        return person.name or wording(sentence, giver)
    return wording(sentence, giver)


def _planted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Trees were planted in honour of X": an honour where somebody it is for is told."""
    units, clause = sentence.units, sentence.clause(index)
    recipient = next((i for i in clause if units[i].kind == "actor" and units[i].mark == "for"), None)
    if recipient is None or len(both_sides(states_told(sentence, clause), context)) != 2:
        return
    low = head_before(sentence, index)
    while low < index and units[low].kind in ("be", "have"):
        low += 1
    if not any(in_class(unit, sentence, "tree") for unit in units[low:recipient]):
        return
    stop = next(
        (i for i in range(index, recipient) if units[i].kind == "preposition" and units[i].value == "for"),
        recipient,
    )
    stop = phrase(sentence, index + 1, frozenset({"place", "of"}), stop) if stop > index + 1 else index + 1
    person = completed(units[recipient].value, context)
    date = date_unit(sentence, index)
    agent = _agent(sentence, index)
    yield Draft(
        "award",
        {
            "recipient": as_person(person, person.state), "award": wording(sentence, units[low:stop], proper=True),
            "by": wording(sentence, agent) if agent else None, "date": dated(date),
        },
        [run(sentence, [units[low], units[recipient], date])],
        [f"award: {units[index].text}"],
        0.6,
    )  # fmt: skip


def _is_of_credentials(unit: Unit) -> bool:
    """Whether words for a letter are those by which an envoy is accredited."""
    told = unit.kind == "trigger" and any(predicate == "credentials" for predicate, _ in unit.value)
    return told or unit.kind == "credentials"
