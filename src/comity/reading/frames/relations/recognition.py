"""Recognition of one state by another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.dates.others import as_things_stood
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents.adversaries import joined
from comity.reading.frames.relations.deciders import announces, decides, one_of
from comity.reading.frames.relations.forms import form_of, further_forms
from comity.reading.frames.relations.mutual import is_mutual, of_each_other, only_date
from comity.reading.frames.relations.nobody import of_a_text, of_some, that_something_is
from comity.reading.frames.relations.pronouns import told_before
from comity.reading.frames.relations.recognisers import (
    agents,
    followers,
    further_agents,
    later_ones,
    recognised_before,
)
from comity.reading.frames.relations.sides import (
    Sides,
    is_finite,
    is_thereby,
    sides_of,
    taker_of,
)
from comity.reading.frames.relations.treaties import by_treaty, is_of_treaty
from comity.reading.frames.relations.unreal import is_requested, possible
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
STARTS = frozenset({"trigger:recognize"})

_OBJECT = 6
"""Units behind a verb among which its object is."""


class _Act(NamedTuple):
    """A recognition: the words that tell it, and what they and what is known of the page make of them."""

    at: int
    sides: Sides
    by: str | None
    of: str | None
    date: Unit | None
    is_dated_before: bool
    """Whether its day is that of the act told before: "This constituted recognition of B"."""


class _Told(NamedTuple):
    """One claim among those that the words of a recognition make."""

    by: str | None
    words: list[Unit | None]
    date: Date | None
    form: str | None


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A recognized B on …", "B was recognized by A", "recognition of B by A", "A extended recognition to B"."""
    return possible(_read(sentence, index, context))


def _read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    if not _is_told(sentence, index):
        return
    if is_mutual(sentence, index):
        yield from of_each_other(sentence, index, context)
        return
    sides = sides_of(sentence, index)
    if sides is None or (sides.of is not None and not _is_polity(sentence, sides.of)):
        return
    act = _act(sentence, index, sides, context)
    if act is None:
        return
    for other in [sides.of, *_joined(sentence, sides.of)]:
        of = act.of if other is sides.of else _code(other)
        if act.by is not None and of is not None and act.by != of:
            yield from _drafts(sentence, act, other, of, context)


def _is_told(sentence: Sentence, index: int) -> bool:
    """Whether words tell of a recognition that took place, by somebody who can recognise."""
    if not is_fact(sentence, index) or is_requested(sentence, index):
        return False
    return not (
        _is_in_name(sentence, index)
        or _is_of_neither(sentence, index)
        or _is_description(sentence, index)
        or not _of_independence(sentence, index)
        or _is_only_of_treaty(sentence, index)
        or that_something_is(sentence, index)
    )


def _is_in_name(sentence: Sentence, index: int) -> bool:
    """Whether a participle is joined to a body's letters: "UN-recognised states"."""
    units = sentence.units
    return index > 1 and units[index - 1].text in _DASHES and units[index - 2].text.isupper()


def _is_of_neither(sentence: Sentence, index: int) -> bool:
    """Whether what is recognised is denied behind the verb: "recognises neither A nor B"."""
    behind = sentence.units[index + 1 : index + 2]
    return any(unit.key in sentence.language.words["negation"] for unit in behind)


def _is_description(sentence: Sentence, index: int) -> bool:
    """Whether a participle only says what a text or some states are like: "a law recognising B"."""
    if voice(sentence, index) != "ing" or is_thereby(sentence, index) or is_mutual(sentence, index):
        return False
    unsaid = of_a_text(sentence, index) or of_some(sentence, index)
    return unsaid and one_of(sentence, index) is None


def _is_only_of_treaty(sentence: Sentence, index: int) -> bool:
    """Whether a treaty recognises, and nothing says whose: "The Treaty of P recognised B"."""
    if not is_finite(sentence, index):
        return False
    return by_treaty(sentence, index) is None and is_of_treaty(sentence, index)


def _act(sentence: Sentence, index: int, sides: Sides, context: Context) -> _Act | None:
    """The recognition that words tell, its sides by their codes; nothing where too little tells that it was one."""
    by, of = sides
    how = voice(sentence, index)
    before = recognised_before(sentence, index, context) if of is None and how == "passive" else None
    by_code, of_code = _codes(sentence, index, sides, before, context)
    date = _date(sentence, index)
    amounts = _amounts_to(sentence, index) and context.date is not None
    told = by is not None and (of is not None or before is not None) and _is_acted(sentence, index, by)
    if date is None and not amounts and not told:
        return None
    return _Act(index, sides, by_code, of_code, date, amounts)


def _codes(
    sentence: Sentence, index: int, sides: Sides, before: str | None, context: Context
) -> tuple[str | None, str | None]:
    """Which states the sides are; whoever goes unnamed is the other state that the page is about, or its own."""
    by, of = sides
    by_code = _code(by) or (told_before(sentence, index, context) if by is None else None)
    by_code = by_code or (context.counterpart(_code(of)) if by is None or by.kind == "actor" else None)
    of_code = _code(of) or before or context.counterpart(by_code)
    verb = voice(sentence, index) != "noun"
    if of is None and of_code is None and verb and _right_before(sentence, by, index):
        of_code = _page_state(by_code, context)
    if by is None and by_code is None:
        by_code = context.home
    return by_code, of_code


def _date(sentence: Sentence, index: int) -> Unit | None:
    """When it was; not the day up to which things are told: "as of 2020, 90 states had recognised B"."""
    date = date_unit(sentence, _joined_verb(sentence, index))
    if date is None and is_thereby(sentence, index):
        date = only_date(sentence)
    return None if as_things_stood(sentence, date) else date


def _is_acted(sentence: Sentence, index: int, by: Unit) -> bool:
    """Whether words without a date tell an act: a verb, or a noun for what is given or decided."""
    return (
        voice(sentence, index) != "noun"
        or taker_of(sentence, index) is not None
        or decides(sentence, by, index)
        or by is announces(sentence, index, sentence.clause(index))
    )


def _drafts(sentence: Sentence, act: _Act, other: Unit | None, of: str, context: Context) -> Iterator[Draft]:
    """The claims that one state was recognised: by whom, by whom else, in which further form."""
    index, by, date = act.at, act.sides.by, act.date
    how = voice(sentence, index)
    day = dated(date)
    if day is not None and how == "infinitive" and str(day).startswith("../"):
        day = day.end  # "refused to recognise B until 1862"
    day, evidence = _start(day), [run(sentence, [sentence.units[index], by, other, date])]
    if act.is_dated_before and day is None and context.date is not None:
        day, elsewhere = context.date
        evidence.append(elsewhere)
    sure = 0.9 if date is not None and by is not None and act.sides.of is not None else 0.6
    why = [f"recognition: {sentence.units[index].text} ({how})"]
    form = form_of(sentence, index)
    for one in dict.fromkeys((*_together(sentence, act, of), act.by)):
        slots = {"by": one, "of": of, "date": day, "form": form}
        yield Draft("recognition", slots, list(evidence), list(why), sure)
    for told in _further(sentence, act, other, form):
        slots = {"by": told.by, "of": of, "date": told.date, "form": told.form}
        yield Draft("recognition", slots, [run(sentence, told.words)], list(why), sure)


def _together(sentence: Sentence, act: _Act, of: str) -> list[str]:
    """Who recognised at the same time, by the same word: "A and C recognised B", "B was recognised by A and C"."""
    if voice(sentence, act.at) == "passive":
        return [str(unit.value[0]) for unit in agents(sentence, act.sides.by)]
    if act.by is None or not is_finite(sentence, act.at):
        return []
    return [one for one in joined(sentence, act.at, act.by) if one != of]


def _further(sentence: Sentence, act: _Act, other: Unit | None, form: str | None) -> Iterator[_Told]:
    """What the same words tell of later recognitions: by others, and by the same state in another form."""
    verb = sentence.units[act.at]
    how = voice(sentence, act.at)
    for later in later_ones(sentence, other) if how == "active" else ():
        yield _Told(_code(later), [verb, other, later], None, form)
    for follower, date in followers(sentence, act.at) if is_finite(sentence, act.at) else ():
        yield _Told(_code(follower), [verb, other, follower, date], date.value.date, form)
    for agent, date in further_agents(sentence, act.sides.by) if how == "passive" else ():
        yield _Told(_code(agent), [verb, other, agent, date], date.value.date, form)
    for date, other_form in further_forms(sentence, act.date, max(verb.end, other.end if other else 0)):
        yield _Told(act.by, [verb, act.sides.by, other, date], date.value.date, other_form)


def _of_independence(sentence: Sentence, index: int) -> bool:
    """Whether a verb that may be of anything tells what is recognised by a word for independence: "acknowledged B's
    independence"."""
    words, units = sentence.language.words, sentence.units
    behind = [units[i] for i in sentence.clause(index) if index < i <= index + _OBJECT]
    if voice(sentence, index) == "passive":
        behind += units[max(0, index - _OBJECT) : index]  # "the independence of B was acknowledged by A"
    return units[index].key not in words["acknowledges"] or any(
        unit.key in words["independence"] for unit in behind
    )


def _joined_verb(sentence: Sentence, index: int) -> int:
    """The verb joined to one by "and", with which it shares its date: "recognised and established relations with B"."""
    behind = index + 2
    joined = (
        behind < len(sentence.units)
        and is_verb(sentence, index)
        and sentence.units[index + 1].kind == "and"
        and is_verb(sentence, behind)
    )
    return behind if joined else index


def _start(date: Date | None) -> Date | None:
    """The day of an act told by how long it has held: "has recognised B since 2012"."""
    return date.start if date is not None and str(date).endswith("/..") and date.start is not None else date


def _page_state(by: str | None, context: Context) -> str | None:
    """The state whose page it is, where no other is told that "the new state" could be."""
    others = [state for state in context.told if state not in (by, context.home)]
    return (
        context.home if by is not None and by != context.home and not others and not context.loose else None
    )


def _right_before(sentence: Sentence, by: Unit | None, index: int) -> bool:
    """Whether a state stands right before a verb as its subject."""
    if by is None or by.mark:
        return False
    adverbs = sentence.language.words["adverb"]
    between = sentence.units[sentence.index(by) + 1 : index]
    return all(unit.kind in ("have", "be") or unit.key in adverbs for unit in between)


def _amounts_to(sentence: Sentence, index: int) -> bool:
    """ "This constituted recognition of B": the act told before was one, on its day."""
    words = sentence.language.words
    return (
        index > 1
        and sentence.units[0].key in words["definite"]
        and not is_verb(sentence, index)
        and any(unit.key in words["amounts_to"] for unit in sentence.units[1:index])
    )


def _is_polity(sentence: Sentence, of: Unit) -> bool:
    """Whether it is the state, its government or its independence that is recognised, not something else of it."""
    if of.kind != "state":
        return True
    units = sentence.units
    at = sentence.index(of)
    behind = units[at + 1] if at + 1 < len(units) else None
    polity = sentence.language.words["polity"]
    if at and units[at - 1].text in _DASHES and behind is not None and behind.kind == "word":
        return False  # "the one-A policy"
    if of.value[1] == "adjective" or (behind is not None and behind.kind == "poss"):
        return any(unit.key in polity for unit in units[at + 1 : at + 5]) or _is_sovereignty(sentence, at)
    return True


def _is_sovereignty(sentence: Sentence, at: int) -> bool:
    """Whether a state's sovereignty is recognised as such, not that over some land."""
    words, units = sentence.language.words, sentence.units
    behind = [unit for unit in units[at + 1 : at + 5] if unit.kind != "poss"]
    if not behind or behind[0].key not in words["independence"]:
        return False
    return len(behind) == 1 or behind[1].value != "over"


def _joined(sentence: Sentence, of: Unit | None) -> list[Unit]:
    """Further states recognised by the same words: "Slovenia and Croatia"."""
    if of is None or of.kind != "state":
        return []
    found = []
    cursor = sentence.index(of) + 1
    units = sentence.units
    while cursor + 1 < len(units) and (units[cursor].text == "," or units[cursor].kind == "and"):
        cursor += 1
        while cursor < len(units) and units[cursor].kind in ("and", "determiner"):
            cursor += 1
        if cursor >= len(units) or units[cursor].kind != "state" or units[cursor].value[1] != "name":
            break
        found.append(units[cursor])
        cursor += 1
    return found


def _code(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    if unit.kind == "state":
        return str(unit.value[0])
    if unit.kind in ("actor", "organisation", "place"):
        return getattr(unit.value, "state", None) or None
    return None
