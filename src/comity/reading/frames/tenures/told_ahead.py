"""The office that the words before a person tell: "The Ambassador is N", "the Ambassadors were N (d), M (d)"."""

from __future__ import annotations

from comity.reading.frames.posts import is_office
from comity.reading.frames.tenures.acts import tells
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, predicates_of
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_MAKES = frozenset({"become", "appoint"})
"""What makes somebody the holder of an office."""
_FAR = 40
"""Units from a name in a list back to the office of all."""
_NEAR = 5
"""Units from a name back to an office that only a comma joins to it."""
_BETWEEN = frozenset(
    {"determiner", "word", "and", "date", "have", "preposition", "place", "state", "honorific"}
)
"""Kinds of unit that may stand between an office and its holder."""
_LEADING = frozenset({"goal", "place", "of"})
"""Prepositions that may: "the Ambassador to A in P is N"."""


def office_ahead(sentence: Sentence, index: int) -> Unit | None:
    """ "The Ambassador is N", "the Ambassadors were N (d), M (d)", "the first ambassador, the writer N"."""
    return _Ahead(sentence, index).office()


class _Ahead:
    """Goes back through the words before a person up to an office, with what they said on the way."""

    def __init__(self, sentence: Sentence, person: int) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.person = person
        self.bracket = False
        self.copula = False
        """Whether a verb joins the office to the person: "is", "became"."""
        self.comma = False
        self.listed = False
        """Whether others stand between, so that the person is one of a list."""
        self.found: Unit | None = None

    def office(self) -> Unit | None:
        """The nearest office that is the person's."""
        for i in range(self.person - 1, max(self.person - _FAR, -1), -1):
            if not self.goes_on(i):
                return self.found
        return None

    def goes_on(self, index: int) -> bool:
        """Whether an office may still stand before a unit."""
        unit = self.units[index]
        if unit.text == ")":
            self.bracket = True
        elif unit.text == "(":
            self.comma = self.comma or not self.bracket
            self.bracket = False
        elif self.bracket:
            return True
        elif unit.kind == "actor":
            return self.past_actor(index)
        elif unit.kind == "be" or (index == self.person - 1 and unit.text in _DASHES):
            self.copula = True
        elif unit.text in (",", ":"):
            self.comma = True
        elif unit.kind == "trigger":
            makes = self.makes(index)
            self.copula = self.copula or makes
            return makes
        elif unit.text == ";":
            self.listed = True
        elif unit.kind == "clause" or unit.text == ".":
            return self.listed
        else:
            return self.is_concurrent(index) or self.is_between(index)
        return True

    def past_actor(self, index: int) -> bool:
        """Whether words go on before somebody who is told: not before the office, but before others of a list."""
        unit = self.units[index]
        if is_office(unit):
            self.found = unit if self.is_held(index) else None
            return False
        self.listed = self.listed or bool(unit.value.person.name)
        return bool(unit.value.person.name)

    def is_held(self, index: int) -> bool:
        """Whether an office is that of the person: one of several for several, else one with nobody between."""
        unit, right = self.units[index], index == self.person - 1
        if right and unit.case == "ins" and index and tells(self.sentence, index - 1, "appoint"):
            return True  # «назначил послом в Б Петера Н.»
        if unit.value.plural:
            return self.copula or self.comma
        apposed = self.comma and self.person - index <= _NEAR
        return (self.copula or apposed) and not self.listed

    def makes(self, index: int) -> bool:
        """Whether a verb tells that the person holds the office: "serves as", "became", not «станет»."""
        acts = predicates_of(self.sentence, index)
        return bool(acts & {"serve", *_MAKES}) and (not acts & _MAKES or is_real(self.sentence, index))

    def is_concurrent(self, index: int) -> bool:
        """Whether a unit begins or is "concurrently"."""
        words, unit = self.sentence.language.words["concurrently"], self.units[index]
        return unit.key in words or (unit.kind == "preposition" and self.units[index + 1].key in words)

    def is_between(self, index: int) -> bool:
        """Whether a unit may stand between an office and its holder."""
        unit = self.units[index]
        if unit.kind != "preposition":
            return unit.kind in _BETWEEN
        led = unit.value in _LEADING or (self.copula and unit.value == "with")
        return led or self.units[index + 1].kind == "date"
