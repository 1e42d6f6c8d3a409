"""What stands behind a head and belongs to its name: complements, a quoted name, states: "… on Trade", "… A–B"."""

from __future__ import annotations

from comity.reading.language import Language
from comity.reading.named.complements import phrase_end
from comity.reading.named.exercises import own_name
from comity.reading.named.name import DASHES
from comity.reading.units import Unit, is_capitalised

_LONGEST_BEHIND = 24
"""How many units a name may have from its head on."""


def end_behind(units: list[Unit], index: int, language: Language) -> int:
    """The index after the last complement of the head at `index`."""
    stop = index + 1
    limit = min(len(units), index + _LONGEST_BEHIND)
    second = _second_state(units, index, language)
    if second:
        return second
    bare = own_name(units, index, language)
    if bare:
        return bare.stop
    if stop < limit and (
        units[stop].kind == "quoted"
        or (units[stop].text in DASHES and stop + 1 < limit and units[stop + 1].kind == "quoted")
    ):
        return stop + 1 if units[stop].kind == "quoted" else stop + 2
    while stop < limit:
        unit = units[stop]
        if unit.kind == "preposition" and _takes(units, index, unit, stop, language):
            end = phrase_end(units, stop + 1, limit, unit.value, language)
            if end == stop + 1:
                break
            stop = end
            continue
        if unit.text in DASHES and unit.start == units[stop - 1].end + 1 and _states_behind(units, stop):
            stop = _states_behind(units, stop)
            continue
        if units[index].kind == "event" and unit.text == "," and stop + 2 < limit:
            dedicated = _dedicated(units, stop + 1, limit, language)
            if dedicated:
                stop = dedicated
                continue
        titled = unit.key in language.words["titled"] and stop + 1 < limit
        if titled and units[stop + 1].kind == "quoted":
            return stop + 2
        if unit.kind == "quoted" and stop > index + 1:
            return stop + 1
        if units[index].kind == "event" and _in_commas(units, stop):
            return stop + 2  # 'a joint exercise of A and B, "X", was held'
        if unit.kind == "state" and unit.value[1] == "name" and _states_from(units, stop):
            stop = _states_from(units, stop)
            continue
        break
    return stop


def _dedicated(units: list[Unit], at: int, limit: int, language: Language) -> int:
    """The index after what an occasion is said to be dedicated to: «выставка, посвящённая полёту Н.»; 0 where there is
    none."""
    while at < limit and units[at].kind == "preposition" and units[at].start == units[at].end:
        at += 1
    if at + 1 >= limit or units[at].key not in language.words["dedicated"]:
        return 0
    to = at + 1
    while to < limit and units[to].kind == "preposition":
        to += 1
    end = phrase_end(units, to, limit, "of", language)
    return end if end > to else 0


def _in_commas(units: list[Unit], index: int) -> bool:
    """Whether a quoted name stands alone between two commas."""
    behind = units[index : index + 3]
    return [unit.kind for unit in behind] == ["punct", "quoted", "punct"] and behind[0].text == behind[
        2
    ].text == ","


def _second_state(units: list[Unit], index: int, language: Language) -> int:
    """ "Joint Committee of Thailand | and Peru": the index after the second of the two states whose joint body it is,
    where capitals made the first part of its name; 0 where there is none.
    """
    head = units[index]
    own: tuple[str, ...] = getattr(head.value, "states", ()) if head.kind == "body" else ()
    if len(own) != 1 or index + 2 >= len(units) or units[index + 1].kind != "and":
        return 0
    second = units[index + 2]
    named = second.kind == "state" and second.value[1] == "name" and second.value[0] not in own
    last = language.find([language.key(head.text.rpartition(" ")[2])], 0)[1]
    ends = any(entry.kind == "state" and entry.value[0] == own[0] for entry in last)
    behind = units[index + 3] if index + 3 < len(units) else None
    owns = behind is not None and behind.kind == "poss"
    genitive = not language.cases or "gen" in second.case.split("-")
    return index + 3 if named and ends and not owns and genitive else 0


def _takes(units: list[Unit], index: int, preposition: Unit, at: int, language: Language) -> bool:
    """Whether a head takes a complement with this preposition."""
    head = units[index]
    mark = preposition.value
    after = units[at + 1] if at + 1 < len(units) else None
    if after is None or after.kind == "date":
        return False
    if mark == "agent":
        return (
            head.kind == "event"
            and str(getattr(head.value, "type", head.value)) == "exhibition"
            and _is_person_behind(units, at)
        )
    if mark == "place" and head.key in language.words["season"]:
        return after.kind in ("state", "determiner") and at > index + 1
    if mark in ("of", "for", "on", "field"):
        return mark != "for" or head.kind == "body" or is_capitalised(units[min(at + 1, len(units) - 1)])
    if mark == "with" and head.kind == "body":
        return after.kind in ("state", "determiner") and at > index + 1
    return mark == "between" and head.kind == "body"


def _is_person_behind(units: list[Unit], at: int) -> bool:
    """Whether somebody is named soon behind a preposition."""
    return any(unit.kind == "actor" and unit.value.person.name for unit in units[at + 1 : at + 6])


def _states_from(units: list[Unit], index: int) -> int:
    """ "League Israel-Kazakhstan": the index after two states joined by a dash or "and"; 0 where there
    are none.
    """
    if (
        index + 2 < len(units)
        and units[index + 2].kind == "state"
        and (units[index + 1].text in DASHES or units[index + 1].kind == "and")
    ):
        return index + 3
    return 0


def _states_behind(units: list[Unit], dash: int) -> int:
    return _states_from(units, dash + 1) if dash + 1 < len(units) and units[dash + 1].kind == "state" else 0
