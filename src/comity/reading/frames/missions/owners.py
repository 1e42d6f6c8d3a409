"""Whose mission it is by its own phrase: "A's embassy", «посольство П в Б», «представительство страны»."""

from __future__ import annotations

from comity.reading.metonymy import capital_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def state_of(unit: Unit) -> str | None:
    """The state that a state or a town is."""
    return str(unit.value[0]) if unit.kind == "state" else getattr(unit.value, "state", None)


def own_state(sentence: Sentence, index: int) -> Unit | None:
    """The state in the mission's own phrase: "American Embassy", "A's embassy", "Embassy of the Republic of A"."""
    units = sentence.units
    before = index - 1
    while (
        before >= 0
        and units[before].kind == "word"
        and index - before <= 4
        and units[before].key not in sentence.language.words["adverb"]
    ):
        before -= 1
    if (
        before >= 0
        and units[before].kind == "state"
        and (units[before].case != "loc" or units[before].value[1] == "adjective")
        and (units[before].value[1] == "adjective" or before == index - 1)
    ):
        return units[before]
    if before >= 1 and units[before].kind == "poss" and units[before - 1].kind == "state":
        return units[before - 1]
    if _verb_left_out(sentence, before):
        return units[before - 1]
    for i in range(index + 1, min(index + 5, len(units))):
        unit = units[i]
        if unit.kind == "state" and unit.mark == "of":
            return unit
        if i == index + 2 and _is_seat_abroad(sentence, i):
            return unit
        if unit.kind not in ("preposition", "determiner", "word", "place") or (
            unit.kind == "preposition" and unit.value not in ("of", "place")
        ):
            break
    return None


def of_the_country(sentence: Sentence, index: int, there: list[str | None]) -> Unit | None:
    """The state meant by "the country" whose mission is in a town of another told before: «посольство А в Б закрылось,
    закрылось и представительство страны в П»."""
    units, country = sentence.units, sentence.language.words["country"]
    beside = units[index + 1 : index + 3] if sentence.language.cases else units[max(0, index - 2) : index]
    if not any(unit.kind == "sides" and unit.key in country for unit in beside) or len(there) != 1:
        return None
    told = [unit for unit in units[:index] if unit.kind == "state" and unit.value[0] != there[0]]
    return told[0] if len({unit.value[0] for unit in told}) == 1 else None


def _is_seat_abroad(sentence: Sentence, index: int) -> bool:
    """Whether a capital stands for the state whose mission is in another state: «посольство Варшавы в столице Б»."""
    units = sentence.units
    seat = capital_of(units[index])
    if seat is None or units[index].mark != "of" or not sentence.language.cases:
        return False
    behind = units[index + 1 : index + 3]
    there = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "place"
    there = there or (len(behind) > 1 and behind[1].mark == "place")
    return there and behind[1].kind in ("state", "place") and state_of(behind[1]) not in (None, seat)


def _verb_left_out(sentence: Sentence, before: int) -> bool:
    """Whether a state before a mission's determiner does what another did before: "and B its embassy in P"."""
    units = sentence.units
    return (
        before >= 2
        and units[before].kind == "determiner"
        and units[before - 1].kind == "state"
        and not units[before - 1].mark
        and units[before - 2].kind == "and"
        and any(unit.kind == "mission" for unit in units[sentence.clause(before).start : before - 2])
    )
