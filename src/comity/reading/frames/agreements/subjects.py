"""The subjects of an instrument: one or several in a phrase, each in the words that say what it is about."""

from __future__ import annotations

from itertools import pairwise

from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.nouns import wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_QUOTES = frozenset("\"“”„«»‘’'`\ufffd")


class Subjects:
    """The subjects in the words behind an instrument."""

    def __init__(self, sentence: Sentence, made: Instrument) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made

    def split(self, segments: list[tuple[list[Unit], range | None]]) -> list[tuple[list[Unit], range | None]]:
        """The segments of instruments in the plural at their commas, unless the segment is a list of its own."""
        if not self.made.plural:
            if (
                len(segments) > 1
                and all(bracket is None for _, bracket in segments)
                and not self.made.unit.key.endswith("s")
            ):
                last = segments[-1][0][-1]
                return [
                    (
                        [unit for unit in self.units if segments[0][0][0].start <= unit.start <= last.start],
                        None,
                    )
                ]
            return segments
        found: list[tuple[list[Unit], range | None]] = []
        for units, bracket in segments:
            pieces: list[list[Unit]] = [[]]
            for unit in units:
                if unit.text == ",":
                    pieces.append([])
                else:
                    pieces[-1].append(unit)
            pieces = [piece for piece in pieces if piece]
            closed = len(pieces) > 1 and any(unit.kind == "and" for unit in pieces[-1])
            if closed and self.is_formula(units):
                pieces = [units]
            elif closed and len(segments) == 1:
                tail = pieces.pop()
                at = next(i for i, unit in enumerate(tail) if unit.kind == "and")
                pieces.extend(piece for piece in (tail[:at], tail[at + 1 :]) if piece)
            elif closed:
                pieces = [units]
            found.extend((piece, bracket) for piece in pieces)
        return found

    def is_formula(self, units: list[Unit]) -> bool:
        """Whether words are what one treaty is of: "treaties of friendship, cooperation and mutual assistance"."""
        return self.made.unit.value == "treaty" and units[0].key in self.words["treaty_noun"]

    def subject(self, units: list[Unit]) -> str | None:
        """The wording of a subject: without articles, and without "cooperation in the field of" where more remains."""
        units = [unit for unit in units if unit.text not in _QUOTES or unit.kind != "punct"]
        opening = [unit.key for unit in units[:5]]
        if any(one in self.words["vague"] and two in self.words["fields"] for one, two in pairwise(opening)):
            return None  # "in various fields"
        provides = bool(units) and units[0].key in self.words["provides"]  # "providing for X"
        while units and (
            units[0].kind in ("determiner", "and")
            or units[0].key in self.words["deals_with"]
            or units[0].key in self.words["provides"]
            or (units[0].kind == "preposition" and units[0].value == "for" and provides)
            or (units[0].kind == "preposition" and units[0].value in ("field", "place", "on"))
        ):
            units = units[1:]
        for place, unit in enumerate(units[:3]):
            if unit.kind == "preposition":
                if (
                    unit.value in ("field", "place", "on")
                    and place
                    and all(u.key in self.words["subject_prefix"] for u in units[:place])
                    and place + 1 < len(units)
                ):
                    units = units[place + 1 :]
                break
        while units and units[0].kind == "determiner":
            units = units[1:]
        if len(units) == 1 and units[0].key in self.words["pointing"]:
            return None  # «соглашение об этом»
        if self.is_town(units):
            return None
        return wording(self.sentence, units) or None if units else None

    def is_none(self, subject: str) -> bool:
        """Whether words are no subject: half a word or a time ("pending", "early"), or a question ("what B owes")."""
        words = [self.sentence.language.key(word) for word in subject.split()]
        return words[0] in self.words["opens_question"] or all(
            word in self.words["no_subject"] for word in words
        )

    def is_town(self, units: list[Unit]) -> bool:
        """Whether a treaty is called by where it was made: "the Treaty of Kars"."""
        if self.made.unit.value != "treaty" or len(units) != 1 or self.sentence.language.cases:
            return False
        unit = units[0]
        of = self.units[self.sentence.index(unit) - 1]
        if of.kind != "preposition" or of.value != "of":
            return False
        return unit.kind == "place" or (
            is_capitalised(unit)
            and is_capitalised(self.made.unit)
            and " " not in unit.text
            and unit.key not in self.words["treaty_topic"]
            and not unit.key.endswith(tuple(self.words["topic_ending"]))
        )
