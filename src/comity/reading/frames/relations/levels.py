"""To what level relations are raised: ambassadorial, a named partnership, an alliance."""

from __future__ import annotations

from comity.reading.frames.nouns import wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def is_partnership(sentence: Sentence, unit: Unit) -> bool:
    """Whether capitals made what looks like somebody's name of a partnership: "a Comprehensive Partnership"."""
    if unit.kind != "actor" or unit.value.person.office or unit.value.person.name != unit.text:
        return False
    return unit.text.split()[-1].lower() in sentence.language.words["partnership"]


def level_of(sentence: Sentence, index: int) -> str | None:
    """What relations were raised to: "upgraded to a strategic partnership", "raised to ambassadorial level"."""
    units = sentence.units
    words = sentence.language.words["partnership"]
    ranks = sentence.language.words["level"]
    clause = sentence.clause(index)
    reach = range(index + 1, min(index + 9, clause.stop))
    last = next(
        (i for i in reach if units[i].key in words or is_partnership(sentence, units[i])), None
    ) or next((i for i in reach if units[i].key in ranks), None)
    if sentence.language.cases and (rank := _rank_behind(sentence, reach)) is not None:
        return rank
    if last is None:
        return _kind_of_level(sentence, reach)
    first = last
    while first - 1 > index and (
        units[first - 1].kind in ("word", "mission", "actor") or units[first - 1].text in "-–"
    ):
        first -= 1
    ranked = sentence.language.words["formal_relations"]
    if units[last].key in ranks and not any(
        unit.kind in ("mission", "actor") or unit.key in ranked for unit in units[first:last]
    ):
        return None  # "to a new level"
    return wording(sentence, units[first : last + 1]) or None


def _rank_behind(sentence: Sentence, reach: range) -> str | None:
    """What relations were raised to by its posts: «(повышены с уровня миссий до) уровня посольств»."""
    units, ranks = sentence.units, sentence.language.words["raised_to"]
    for i in reversed(reach):
        raised = units[i].key in ranks and units[i - 1].value in ("until", "goal")
        if raised and i + 2 < len(units) and units[i + 2].kind in ("mission", "actor"):
            return wording(sentence, [units[i], units[i + 2]])
    return None


def _kind_of_level(sentence: Sentence, reach: range) -> str | None:
    """What relations became by an adjective alone: «подняты до уровня союзнических»."""
    units, words = sentence.units, sentence.language.words
    for i in reach:
        if units[i].key in words["raised_to"] and i + 1 < len(units):
            kind = next((unit for unit in units[i + 1 : i + 3] if unit.kind == "word"), None)
            if kind is not None and kind.key in words["allied"]:
                return wording(sentence, [kind])
    return None


def partnership_of(sentence: Sentence, index: int) -> str | None:
    """The partnership that relations are said to be: «отношения стратегического партнёрства», "relations of
    comprehensive partnership"."""
    units, partnership = sentence.units, sentence.language.words["partnership"]
    first = index + 1
    while first < len(units) and (units[first].kind == "determiner" or units[first].value == "of"):
        first += 1
    if first == index + 1:
        return None
    last = next((i for i in range(first, min(first + 4, len(units))) if units[i].key in partnership), None)
    between = units[first:last] if last is not None else []
    if last is None or any(unit.kind not in ("word", "and") and unit.value != "of" for unit in between):
        return None
    return wording(sentence, [unit for unit in units[first : last + 1] if unit.end > unit.start]) or None
