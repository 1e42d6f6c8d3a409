"""Capitals and institutions that stand for their state: "Moscow expelled …", "relations with Caracas".

A town is a place wherever something is done in it. Where it does itself what only states do, or where relations or an
instrument are said to be with it, its state is meant; not where towns deal with towns.
"""

from __future__ import annotations

import functools

from comity.knowledge.capitals import capitals
from comity.reading.language import Institution
from comity.reading.reality import announcing
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_ACTS = frozenset(
    {
        "expel", "recall", "protest", "sanction", "sever", "suspend", "resume", "recognize", "sign", "initial",
        "ratify", "terminate", "ban", "halt", "call_off", "close_border", "close_borders", "close_airspace",
        "downgrade", "freeze", "declare_war", "refuse_entry", "revoke",
    }
)  # fmt: skip
"""Predicates of what states do, not towns."""
_PLACES = frozenset({"place", "organisation"})
_WAKES = frozenset({"trigger", "relations", "instrument"})
_PASSED = frozenset({"be", "have", "preposition", "determiner"})
_REACH = 6
"""Units between a subject and its verb."""


def settle(sentence: Sentence) -> None:
    """Makes states of the capitals and institutions of a sentence that stand for them."""
    units = sentence.units
    places = [unit for unit in units if unit.kind in _PLACES]
    if not any(map(_stands_for, places)) or _of_towns(sentence):
        return
    ties = sentence.language.words["ties"] | sentence.language.words["breaks_with"]
    for index, unit in enumerate(units):
        if unit.key in ties and unit.kind == "trigger":
            _partners(sentence, index)
        if unit.kind == "trigger" and any(p in _ACTS for p, _ in unit.value) and is_verb(sentence, index):
            _subjects(sentence, index)
        elif unit.kind == "trigger" and (verb := _announced(sentence, index)) is not None:
            _subjects(sentence, verb)
        if unit.kind in ("relations", "instrument") or unit.key in ties:
            _partners(sentence, index)


@functools.cache
def _seats() -> dict[str, str]:
    """The state that each present capital is the seat of."""
    return {seat.city: seat.code for seat in capitals() if seat.when is None or seat.when.end is None}


def capital_of(unit: Unit) -> str | None:
    """The state whose present capital a unit is."""
    if unit.kind != "place":
        return None
    state: str = unit.value.state
    return state if _seats().get(unit.value.name) == state else None


def _stands_for(unit: Unit) -> str | None:
    """The state that a unit may stand for."""
    if unit.kind == "place" and not isinstance(unit.value, str):
        return capital_of(unit)
    if unit.kind == "organisation" and isinstance(unit.value, Institution):
        return unit.value.state
    return None


def _of_towns(sentence: Sentence) -> bool:
    """Whether a sentence tells of dealings between towns: of mayors, or of sister cities."""
    return any(
        (unit.kind == "actor" and unit.value.cls == "mayor-governor")
        or (unit.kind == "trigger" and any(predicate == "twin" for predicate, _ in unit.value))
        or unit.key in sentence.language.words["town_affairs"]
        for unit in sentence.units
    )


def _announced(sentence: Sentence, noun: int) -> int | None:
    """The verb that announces an act of states told by a noun: «П объявил о разрыве отношений с Б»."""
    if not any(p in _ACTS for p, _ in sentence.units[noun].value) or is_verb(sentence, noun):
        return None
    return announcing(sentence, noun)


def _subjects(sentence: Sentence, verb: int) -> None:
    """The subject of a verb of states, and what is joined to it: «Москва и Варшава подписали …»."""
    units, adverbs = sentence.units, sentence.language.words["adverb"]
    cursor = verb - 1
    while cursor >= 0 and verb - cursor <= _REACH and _stands_for(units[cursor]) is None:
        unit = units[cursor]
        passed = unit.kind in _PASSED - {"preposition"} or unit.key in adverbs or unit.kind == "date"
        passed = passed or (unit.kind == "preposition" and units[cursor + 1].kind == "date")
        if not (passed or unit.key in sentence.language.words["agreed"]):
            return
        cursor -= 1
    while cursor >= 0 and (state := _stands_for(units[cursor])) is not None:
        unit = units[cursor]
        if unit.mark or not (unit.case.startswith("nom") or not unit.case):
            return
        _make(unit, state)
        if cursor >= 2 and (units[cursor - 1].kind == "and" or units[cursor - 1].text == ","):
            cursor -= 2
        else:
            return


def _partners(sentence: Sentence, index: int) -> None:
    """With whom relations or an instrument are: «отношения с Боготой», "the treaty between Moscow and Minsk"."""
    units, marks = sentence.units, sentence.language.marks
    at = next(
        (
            i
            for i in range(index + 1, min(index + 3, len(units)))
            if units[i].kind == "preposition" and marks.get(units[i].key) in ("with", "between")
        ),
        None,
    )
    if at is None:
        return
    cursor = at + 1
    while cursor < len(units) and (state := _stands_for(units[cursor])) is not None:
        _make(units[cursor], state)
        units[cursor].mark = marks[units[at].key]  # «с Осло»: no case of the name tells it
        if cursor + 2 >= len(units) or units[cursor + 1].kind != "and":
            return
        cursor += 2
        while units[cursor].kind == "preposition" and units[cursor].start == units[cursor].end:
            cursor += 1


def _make(unit: Unit, state: str) -> None:
    unit.kind, unit.value = "state", (state, "name")
