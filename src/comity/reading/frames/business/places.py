"""Where a company comes from and where it is at work: the states told of what it does."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import in_class, states_of, states_told
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit

_HOSTS = frozenset({"place", "goal"})
"""Marks of where a company is at work; «под Б» too, where cases tell it from a law that it is under."""


def home_and_host(
    sentence: Sentence, index: int, clause: range, home: str | None, context: Context, used: list[Unit]
) -> tuple[str | None, str | None]:
    """Home and host: the host is told by place; what is not told is the other state of the two in play."""
    units = sentence.units
    if home is None and (ends := _ends_of_flight(sentence, index, clause)) is not None:
        return ends
    host = None
    hosts = _HOSTS | {"under"} if sentence.language.cases else _HOSTS
    for i in clause:
        unit = units[i]
        if unit in used and unit.kind != "place":
            continue
        found = states_of(unit)
        within = unit.mark == "of" and _is_part_of_state(sentence, i)  # «на западе Б»
        adjective = unit.kind == "state" and unit.value[1] == "adjective"
        if home is None and i > index and _flies_from(sentence, index, unit):
            home = found[0]
            continue
        if (
            len(found) == 1
            and found[0] != home
            and unit.kind in ("state", "place")
            and (
                ((unit.mark in hosts or within) and not (adjective and not _market(sentence, i)))
                or (unit.mark == "owner" and i > index)
                or (i == index + 1 and _of_market(sentence, index))
                or (i > index and unit.mark in _ENDS and _of_flight(sentence, index))
                or (adjective and _owned(sentence, index, i))
            )
        ):
            host = found[0]
            break
    if host is None:
        host = next(
            (
                str(units[i].value[0])
                for i in clause
                if units[i].kind == "state"
                and units[i].value[0] != home
                and (
                    (i + 1 < clause.stop and in_class(units[i + 1], sentence, "outlet"))
                    or (units[i].mark == "of" and i >= 2 and in_class(units[i - 2], sentence, "outlet"))
                )
            ),
            None,
        )
    told = states_told(sentence, clause)
    if (
        host is None
        and home is not None
        and any(units[i].mark == "place" and home in states_of(units[i]) for i in clause)
    ):
        return None, None  # "the A retailer X sells fruit in P", of A
    if host is None and home is not None and not context.loose:
        host = context.counterpart(home)
        if host is None and context.home and context.home != home:
            host = context.home
        others = [state for state in told if state != home]
        if others and host not in others:
            host = None  # "the airline of A flies from X to Y", of third states
    if home is None and host is not None:
        home = next((state for state in told if state != host), None) if context.pair() is None else None
        home = home or (None if context.loose else context.counterpart(host))
    if home is None and host is None:
        return None, None
    return (home, host) if home != host else (None, None)


def _is_part_of_state(sentence: Sentence, at: int) -> bool:
    """Whether a state in the genitive is that of which a part or town is told as the place: «на юге Б»."""
    units, head = sentence.units, at - 1
    while head > 0 and (
        units[head].kind == "determiner" or (units[head].kind == "preposition" and units[head].value == "of")
    ):
        head -= 1
    before = units[head - 1] if head else units[head]
    if before.kind == "determiner":
        before = units[head - 2]  # "to the port of X"
    named = units[head].kind == "place" or in_class(units[head], sentence, "part")
    return named and before.kind == "preposition" and before.value in _HOSTS


def _ends_of_flight(sentence: Sentence, index: int, clause: range) -> tuple[str, str] | None:
    """The states that flights of a company of untold home join, the first its own: «выполняет рейсы А — Б»."""
    if not _of_flight(sentence, index):
        return None
    ends = [
        state
        for unit in sentence.units[index + 1 : clause.stop]
        if unit.kind == "place" and unit.mark in _ENDS
        for state in states_of(unit)[:1]
    ]
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] != ends[1] else None


def _of_market(sentence: Sentence, index: int) -> bool:
    """Whether a verb itself tells of a market, whose state stands behind it: «вышел на рынок А»."""
    last = sentence.units[index].key.rsplit(" ", 1)
    return len(last) > 1 and last[1] in sentence.language.words["outlet"]


def _of_flight(sentence: Sentence, index: int) -> bool:
    """Whether a verb, or what it is of, tells of flights, whose towns stand behind it: «открыла рейс А — Б», "launched
    a daily service between A and B"."""
    words, units = sentence.language.words["flight"], sentence.units
    if any(word in words for word in units[index].key.split(" ")):
        return True
    behind = units[index + 1 : index + _TO_FLIGHT]
    return any(unit.key in words for unit in behind)


def _flies_from(sentence: Sentence, index: int, unit: Unit) -> bool:
    """Whether a town is that from which an airline that nobody says the state of flies: «выполняет рейсы из А в Б»."""
    town = unit.kind in ("place", "state") and unit.mark == "source" and len(states_of(unit)) == 1
    return town and _of_flight(sentence, index)


_TO_FLIGHT = 9
"""Units behind a verb among which the flights stand that it is of."""
_ENDS = frozenset({"", "between", "goal", "source", "place"})
"""Marks of where flights begin and end."""


def _owned(sentence: Sentence, index: int, at: int) -> bool:
    """Whether an adjective is that of the company which another buys or owns: «владеет 56 % акций армянского
    оператора».
    """
    owns = any(predicate == "own" for predicate, _ in reading_of(sentence, index))
    units = sentence.units
    stop = next(
        (i for i in range(at + 1, min(at + 5, len(units))) if units[i].kind not in ("word", "quoted")), at + 5
    )
    told = units[at + 1 : stop]
    return (
        owns
        and at > index
        and any(
            in_class(u, sentence, "company") or in_class(u, sentence, "outlet") or _named_firm(u)
            for u in told
        )
    )


def _named_firm(unit: Unit) -> bool:
    """Whether a unit is the bare name of a firm: in quotation marks, or with a capital within."""
    return unit.kind == "quoted" or (unit.kind == "word" and any(sign.isupper() for sign in unit.text[1:]))


def _market(sentence: Sentence, index: int) -> bool:
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "word"
