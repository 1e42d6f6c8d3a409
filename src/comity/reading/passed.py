"""What reading passed over: no claim can begin there, but somebody may be named whom a later sentence speaks of.

Nothing of it is taken apart until a sentence that is read asks: the sentences before it in its paragraph, which "he"
and "there" lean on; and, wherever they stand, those that tell who the bearer of a surname is.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.language import Language
from comity.reading.sentences import sentences

_REACH = 50_000
"""How far back somebody is looked for, in signs: time stays linear."""
_KEPT = 2_000
"""Runs that are kept at most."""
_AROUND = 600
"""Signs before and behind a name within which its sentence is looked for."""
_LONGEST_WORD = 30
_ENDING = 2
"""Letters that a case may change at the end of a surname."""


class Passed:
    """The runs of a document that were passed over, in order, each until somebody asked for it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs: list[Span] = []
        self._sought: dict[str, int] = {}

    def add(self, start: int, end: int) -> None:
        if len(self._runs) >= _KEPT:
            del self._runs[: _KEPT // 2]
        self._runs.append((start, end))

    def since(self, start: int) -> list[Span]:
        """The runs from a place on; they are passed over no longer."""
        first = len(self._runs)
        while first and self._runs[first - 1][0] >= start:
            first -= 1
        found = self._runs[first:]
        del self._runs[first:]
        return found

    def naming(self, name: str, language: Language) -> Iterator[Span]:
        """The sentences passed over that have a name which nobody asked for since they were passed, the first first."""
        if not self._runs:
            return
        text, last = self._text, self._runs[-1][1]
        stem = name[:-_ENDING] if language.cases and len(name) > 2 * _ENDING else name
        at = max(self._sought.get(stem, 0), last - _REACH) - 1
        self._sought[stem] = last
        while (at := text.find(stem, at + 1, last)) >= 0:
            run = self._runs[bisect.bisect(self._runs, (at, last)) - 1]
            if run[0] < at < run[1] and self._goes_on(at):
                around = max(run[0], at - _AROUND), min(run[1], at + _AROUND)
                one = next(span for span in sentences(text, *around, language) if at < span[1])
                yield one
                at = max(at, one[1] - 1)

    def _goes_on(self, at: int) -> bool:
        """Whether a word goes on with the name or title before it: "Ivan X", "Mr. X", not "… it. X"."""
        before = self._text[max(0, at - _LONGEST_WORD) : at].rsplit(maxsplit=1)
        return bool(before) and (before[-1][-1].isalnum() or before[-1][0].isupper())
