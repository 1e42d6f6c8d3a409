"""What wakes reading: whether running text could tell a claim, by its words alone.

Two things must be there: a word at which a claim may begin, and somebody for the claim to be about, told in the same
paragraph or known before it. A text in which nobody is told at all is not even taken apart into paragraphs.
"""

from __future__ import annotations

from comity.reading.language import PARTY, Language, language
from comity.reading.passages import possible
from comity.reading.phrases import phrases
from comity.reading.signs import PARTIES, WAKES
from comity.reading.vocabulary import vocabulary

_FIRST, _PORTION = 400, 4_000
"""Signs of a text that are looked through at once: at its head, where most that name somebody do, and behind it."""
_LONGEST_NAME = 200
"""Signs that a name has at most, which may stand across two portions."""


def names_nobody(text: str, default: str) -> bool:
    """Whether a text surely names no state, people, town or organisation, so that it tells no claim whatever its
    layout is.
    """
    for code in possible(text, default):
        may_name = vocabulary(language(code)).may_name
        start, end = 0, _FIRST
        while start < len(text):
            end = text.find(" ", end)  # half a word could be a name
            end = len(text) if end < 0 else end
            if may_name(text, max(0, start - _LONGEST_NAME), end):
                return False
            start, end = end, end + _PORTION
    return True


class Waking:
    """A text as it is gone through, paragraph by paragraph; each is asked for before its sentences are."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known = True
        """Whether somebody is known whom a claim may be about."""
        self._hinted = True
        """Whether a word of the paragraph may be of a name of somebody."""
        self._looked = 0
        """How far nobody was found in the paragraph."""

    def block(self, signs: int, start: int, known: bool) -> bool:
        """Whether a paragraph with certain signs, which begins at `start`, could tell a claim; `known` says whether
        there is somebody for it before the paragraph names anybody."""
        self._known = self._hinted = known
        self._looked = start
        return bool(signs & WAKES) and (known or bool(signs & PARTIES))

    def sentence(self, signs: int, end: int, spoken: Language) -> bool:
        """Whether the paragraph's next sentence, which `end`s there, could: one may begin at a word of it, and somebody
        is known, or named until there."""
        self._hinted = self._hinted or bool(signs & PARTIES)
        if not (signs & WAKES and self._hinted):
            return False
        if not self._known:
            units = phrases(self._text, self._looked, end, spoken, (), ())
            self._known = self._hinted = any(unit.kind in PARTY for unit in units)
            self._looked = end
        return self._known
