"""An instrument as a phrase of a sentence, and what such phrases are made of: brackets, lists of states, numbers."""

from __future__ import annotations

from comity.reading.sentence import Sentence
from comity.reading.units import Unit


class Item:
    """One subject of an instrument, with the units that word it and the bracket behind it."""

    __slots__ = ("bracket", "subject", "units")

    def __init__(self, units: list[Unit], subject: str | None, bracket: range | None = None) -> None:
        self.units = units
        self.subject = subject
        self.bracket = bracket


class Instrument:
    """An instrument as a phrase of a sentence: units `first` up to `stop`."""

    __slots__ = ("date", "draft", "first", "index", "items", "pair", "parties", "plural", "stop", "unit")

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.unit = sentence.units[index]
        self.index = index
        self.first = index
        self.stop = index + 1
        self.items: list[Item] = []
        self.parties: range | None = None
        self.date: Unit | None = None
        """The date that its name tells: "the treaty of 1904", "the 1904 treaty"."""
        self.pair: tuple[str, str] | None = None
        """A state and an organisation that its name joins: "the A–European Union Trade Agreement"."""
        self.plural = is_plural(sentence, self.unit)
        self.draft = False


def lists_on(units: list[Unit], comma: int) -> bool:
    """Whether a comma leads to a further state of a list, "and" before it or not."""
    if units[comma].text != ",":
        return False
    after = comma + 1
    while after < len(units) and units[after].kind in ("and", "determiner"):
        after += 1
    return after < len(units) and units[after].kind == "state" and units[after].value[1] == "name"


def act_bracket(sentence: Sentence, index: int) -> range | None:
    """The bracket that opens at `index`, unless a clause in it tells something else: "(which includes A since …)"."""
    found = bracket_at(sentence, index)
    return found if not any(sentence.units[i].kind == "clause" for i in found or ()) else None


def bracket_at(sentence: Sentence, index: int) -> range | None:
    """The indices inside the bracket that opens at `index`."""
    units = sentence.units
    if index >= len(units) or units[index].text not in ("(", "["):
        return None
    for cursor in range(index + 1, min(index + 40, len(units))):
        if units[cursor].text in (")", "]"):
            return range(index + 1, cursor)
    return None


def is_plural(sentence: Sentence, unit: Unit) -> bool:
    """Whether an instrument's word stands for several: "agreements", "memoranda"."""
    words = sentence.language.words
    if unit.value == "exchange-of-notes" and unit.key.split(" ")[0] in words["instrument_singular"]:
        return False  # "an exchange of notes": one exchange, whatever was exchanged
    return any(word in words["instrument_plural"] for word in unit.key.split(" ")) or bool(
        sentence.language.morphology.is_plural(unit)
    )
