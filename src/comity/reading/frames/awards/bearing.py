"""Honours that somebody is said to bear: "a recipient of the Order of …", "was made a Commander of the Order of …",
«кавалер ордена …», "named X an honorary citizen".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.awards.honours import honour_at
from comity.reading.frames.awards.lists import listed_behind
from comity.reading.frames.awards.sides import between_states
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, phrase, states_told, wording
from comity.reading.frames.participants.persons import Told, as_person, told
from comity.reading.frames.participants.pronouns import antecedent
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit

_NAMES_TO = frozenset({"become", "appoint"})
"""Predicates by which somebody comes to bear an honour."""
_APART = frozenset({",", "(", "–", "—", "-"})
_LEADS = frozenset({"word", "determiner", "state"})
"""What may stand between such a verb and whom it names: "made the former President X"."""
_GIVERS = frozenset({"state", "place", "actor", "organisation"})
_SUBJECT = 12
"""Units before such a verb among which its subject stands."""


def borne(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What the noun of an honour tells with a word for who bears it, or for the rank in it, before it."""
    units, clause = sentence.units, sentence.clause(index)
    if in_class(units[index], sentence, "honorary_title"):
        stop = phrase(sentence, index, frozenset({"of"}), clause.stop)
        award, first = range(index, stop), index
    else:
        found = honour_at(sentence, index, clause)
        if found is None or _is_won(sentence, found[0]):
            return
        award = found[0]
        rank = _held(sentence, award.start) or _rank(sentence, award.start)
        if rank is None:
            return
        first, ranked = rank
        if ranked:
            award = range(first, award.stop)
    words = wording(sentence, [units[i] for i in award], proper=True)
    verb, bearer, giver = _bearer(sentence, first, award.stop, context)
    if bearer is None:
        yield from listed_behind(sentence, award, None, context)
    if bearer is None or not (bearer.actor.person.name or bearer.state):
        return
    bracket = _bracket(sentence, award.stop)
    owners = states_told(sentence, award) or states_told(sentence, bracket)
    giver = giver or [units[i] for i in bracket if units[i].kind == "state"]
    all_told = (*states_told(sentence, clause), *((bearer.state,) if bearer.state else ()))
    if owners and bearer.state in owners:
        return
    if not between_states(
        sentence, bearer.actor, giver or None, award, tuple(dict.fromkeys(all_told)), context
    ):
        return
    if not owners and not giver:
        return
    date = next((units[i] for i in bracket if units[i].kind == "date"), None)
    if date is None and verb is not None and _tells_when(sentence, verb):
        date = date_unit(sentence, verb)
    used = [bearer.unit, *(units[i] for i in award), date, *giver]
    evidence = [run(sentence, [unit for unit in used if unit is not None])]
    if bearer.elsewhere is not None:
        evidence.append(bearer.elsewhere)
    yield Draft(
        "award",
        {
            "recipient": as_person(bearer.actor, bearer.state),
            "award": words,
            "by": wording(sentence, giver[:1]) if giver else None,
            "date": dated(date),
        },
        evidence,
        [f"award: {units[first].text} + {words}"],
        0.6,
    )


def _is_won(sentence: Sentence, award: range) -> bool:
    """Whether it is a prize of sport, for a place: "the gold medal"."""
    return any(in_class(sentence.units[i], sentence, "won_metal") for i in award)


def _rank(sentence: Sentence, honour: int) -> tuple[int, bool] | None:
    """Where the words for a bearer or a rank before "of" and an honour begin, and whether they tell a rank."""
    units = sentence.units
    at = honour - 1
    while at > 0 and units[at].kind == "determiner":
        at -= 1
    if at < 1 or (units[at].value != "of" and not _is_rank(sentence, units[at])):
        return None
    at -= units[at].value == "of"
    if in_class(units[at], sentence, "honour_bearer"):
        return at, False
    ranked = at
    while ranked >= 0 and _is_rank(sentence, units[ranked]):
        ranked -= 1
    return (ranked + 1, True) if ranked < at else None


def with_rank(sentence: Sentence, award: range, words: str, verb: int) -> tuple[range, str]:
    """An honour with the rank in it to which somebody is appointed: "was appointed Commander of the Order of …"."""
    rank = _rank(sentence, award.start) if award.start > verb + 1 else None
    if rank is None or not rank[1] or rank[0] <= verb:
        return award, words
    award = range(rank[0], award.stop)
    return award, wording(sentence, [sentence.units[i] for i in award], proper=True)


def _held(sentence: Sentence, honour: int) -> tuple[int, bool] | None:
    """Where an honour begins that somebody is said to hold: "holds the Order of …"."""
    before = honour - 1 - (sentence.units[honour - 1].kind == "determiner")
    held = before > 0 and sentence.units[before].key in sentence.language.words["holds_honour"]
    return (honour, False) if held else None


def _is_rank(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is of a rank in an order: "Knight", "Grand Cross", "honorary Officer"."""
    grades = sentence.language.words["honour_grade"]
    return unit.kind in ("word", "actor") and all(
        sentence.language.key(word) in grades for word in unit.text.replace("-", " ").split()
    )


def _bearer(
    sentence: Sentence, first: int, stop: int, context: Context
) -> tuple[int | None, Told | None, list[Unit]]:
    """Who bears what begins at `first`: the verb that says so, who it is, and who made them so."""
    units = sentence.units
    at = first - 1
    while at >= 0 and (
        units[at].kind == "determiner" or (units[at].kind == "preposition" and units[at].value == "agent")
    ):
        at -= 1
    if at < 0:
        behind = units[stop] if stop < len(units) else None
        if behind is not None and behind.text == "(":
            close = next((i for i in range(stop, len(units)) if units[i].text == ")"), stop)
            behind = units[close + 1] if close + 1 < len(units) else None
        if behind is not None and _is_named(behind) and sentence.language.cases:
            return None, told([behind], context)[0], []
        return None, None, []
    before = units[at]
    verb = next((i for i in range(at - 1, max(-1, at - 4), -1) if units[i].kind not in _LEADS), -1)
    if _is_named(before) and verb >= 0 and _names(sentence, verb):
        giver = [unit for unit in units[sentence.clause(at).start : verb] if unit.kind in _GIVERS]
        return verb, told([before], context)[0], giver[-1:]
    if before.text in _APART and at and _is_named(units[at - 1]):
        return None, told([units[at - 1]], context)[0], []
    if before.kind == "be" or _names(sentence, at):
        if not is_fact(sentence, at) if before.kind == "trigger" else before.text.lower() in ("be",):
            return None, None, []
        return at, _subject(sentence, at, context), []
    return None, None, []


def _names(sentence: Sentence, at: int) -> bool:
    """Whether a verb says what somebody becomes: "was made", «стал»."""
    unit, words = sentence.units[at], sentence.language.words
    if unit.key in words["names_to"] or unit.key in words["holds_honour"]:
        return True
    return (
        unit.kind == "trigger"
        and is_verb(sentence, at)
        and not predicates_of(sentence, at).isdisjoint(_NAMES_TO)
    )


def _subject(sentence: Sentence, verb: int, context: Context) -> Told | None:
    units = sentence.units
    for i in range(verb - 1, max(-1, verb - _SUBJECT, sentence.clause(verb).start - 1), -1):
        unit = units[i]
        if unit.kind == "actor" and not unit.mark:
            return told([unit], context)[0]
        if unit.kind == "pronoun" and unit.key in sentence.language.words["person_pronoun"]:
            return next(iter(antecedent(sentence, i, context)), None)
    return None


def _is_named(unit: Unit) -> bool:
    return unit.kind == "actor" and bool(unit.value.person.name)


def _bracket(sentence: Sentence, at: int) -> range:
    """The indices of what a bracket right behind an honour says of it: the state, the year."""
    units = sentence.units
    if at >= len(units) or units[at].text != "(":
        return range(at, at)
    close = next((i for i in range(at, len(units)) if units[i].text == ")"), at)
    return range(at + 1, close)


def _tells_when(sentence: Sentence, verb: int) -> bool:
    """Whether the date beside a verb is that of the honour: of none that tells what somebody is today."""
    unit, words = sentence.units[verb], sentence.language.words
    if unit.key in words["holds_honour"]:
        return False
    return unit.kind != "be" or unit.key in words["past_be"]
