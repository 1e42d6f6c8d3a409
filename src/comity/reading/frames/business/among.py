"""Companies picked out of many by a copula: "Among the A companies in B are X and Y", "The main A firms in B are X and
Y", "X and Y are among the A firms at work in B"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.homes import home_before, home_behind
from comity.reading.frames.business.names import run_of_names
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, may_have, states_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"be"})

_AHEAD = 14
"""Units between the beginning of a sentence and the copula, at most."""
_TO_HEAD = 8
"""Units between the copula and the word for companies behind it, at most."""
_BETWEEN = frozenset({"preposition", "determiner", "number", "amount", "state", "word", "combining", "poss"})
"""Kinds of unit between the copula and the word for companies behind it."""
_OF_MANY = frozenset({"between", "including"})
_BEHIND_IT = _OF_MANY | {"of"}


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The names on one side of the copula, companies of one state in the other on the other."""
    if not (may_have(sentence, "company") or may_have(sentence, "companies")):
        return
    if not is_fact(sentence, index):
        return
    units = sentence.units
    head = _picked_ahead(sentence, index)
    head = _picked_of_which(sentence, index) if head is None else head
    if head is not None:
        names = run_of_names(sentence, _first(units, index + 1), len(units))
        around = range(head + 1, index)
    else:
        head = _picked_behind(sentence, index)
        if head is None:
            return
        names = _all_before(sentence, index)
        around = range(head + 1, sentence.clause(index).stop)
    home = home_before(sentence, head) or home_behind(sentence, head)
    places = [units[i] for i in around if units[i].mark in ("place", "goal")]
    host = next((state for unit in places for state in states_of(unit)), None) or context.counterpart(home)
    if not home or not host or home == host:
        return
    for at, name in names:
        low, high = min(at, head), max(at, head)
        slots = {"name": name, "home": home, "in": host}
        why = [f"enterprise: {name} in a list of companies"]
        yield Draft("enterprise", slots, [run(sentence, [units[low], units[high]])], why, 0.7)


def _first(units: list[Unit], cursor: int) -> int:
    """Where names behind a copula begin: behind its colon."""
    while cursor < len(units) and (units[cursor].text in (":", ",") or units[cursor].kind == "determiner"):
        cursor += 1
    return cursor


def _picked_ahead(sentence: Sentence, index: int) -> int | None:
    """The word for companies before a copula, of which some are picked out: "among the …", "the most important …"."""
    units = sentence.units
    if not 3 <= index <= _AHEAD:
        return None
    if any(_tells(sentence, i) or units[i].kind in ("clause", "pronoun") for i in range(index)):
        return None
    head = next((i for i in range(index) if in_class(units[i], sentence, "company")), None)
    if head is None:
        return None
    many = units[0].kind == "preposition" and units[0].value in _OF_MANY
    picked = sentence.language.words["picked_out"]
    if many:
        return head
    several = units[head].key in sentence.language.words["companies"] or (
        sentence.language.cases and sentence.language.morphology.is_plural(units[head])
    )
    return head if several and any(unit.key in picked for unit in units[:head]) else None


def _picked_of_which(sentence: Sentence, index: int) -> int | None:
    """The word for companies of which a clause picks some out: "40 A firms in B, the largest of which are"."""
    units, words = sentence.units, sentence.language.words
    if index < 4 or units[index - 1].key not in words["relative"] or units[index - 2].kind != "preposition":
        return None
    many = units[index - 2].value in _OF_MANY
    if not many and units[index - 3].key not in words["picked_out"]:
        return None
    heads = [i for i in range(index - 2) if units[i].key in words["companies"]]
    return heads[-1] if heads else None


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a unit is a verb, and no adjective that looks like one: "the companies present in B"."""
    forms = (
        {form for _, form in sentence.units[index].value}
        if sentence.units[index].kind == "trigger"
        else set()
    )
    return is_verb(sentence, index) and forms != {"base"}


def _picked_behind(sentence: Sentence, index: int) -> int | None:
    """The word for companies behind "are among the …", "are some of the …"."""
    units, words = sentence.units, sentence.language.words
    stop = min(index + _TO_HEAD, len(units))
    for i in range(index + 1, stop):
        if units[i].key in words["companies"]:
            told = units[index + 1 : i]
            many = any(unit.kind == "preposition" and unit.value in _BEHIND_IT for unit in told)
            return i if many else None
        if units[i].kind not in _BETWEEN:
            return None
    return None


def _all_before(sentence: Sentence, index: int) -> list[tuple[int, str]]:
    """The names that are all that stands before a copula; of the first, capitalised anyway, its list tells that it is
    one."""
    units = sentence.units
    start = sentence.clause(index).start
    names = run_of_names(sentence, start, index)
    if not names and start + 1 < index and units[start].kind == "word" and units[start + 1].text == ",":
        rest = run_of_names(sentence, start + 1, index)
        names = [(start, units[start].text), *rest] if rest else []
    elif not names and start + 2 < index and units[start + 1].kind == "and":
        rest = run_of_names(sentence, start + 2, index)
        names = [(start, units[start].text), *rest] if rest else []
    if not names:
        return []
    last = names[-1][0]
    return names if last == index - 1 or units[index - 1].text in ("),") else []
