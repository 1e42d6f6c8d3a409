"""Which words of a text are those that were asked for, and the part of a long text that shows them best."""

from __future__ import annotations

from collections.abc import Sequence

from comity.model.claim import Span
from comity.register.searching.asking import Asked
from comity.register.searching.words import places


def runs(text: str, asked: Asked) -> list[Span]:
    """The words of a text that are asked for, from first to last; neighbours are one run."""
    found: list[Span] = []
    if not asked.marks and not asked.begins:
        return found
    for place in places(text):
        fits = any(one in asked.marks or one.startswith(asked.begins) for one in place.terms)
        if fits and found and not text[found[-1][1] : place.start].strip():
            found[-1] = (found[-1][0], place.end)
        elif fits:
            found.append((place.start, place.end))
    return found


def window(text: str, marked: Sequence[Span], length: int) -> Span:
    """The part of a text, some `length` letters at word borders, with the most marked runs; the first of several."""
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, -1
    for start, _ in marked:
        within = sum(start <= other and end <= start + length * 2 // 3 for other, end in marked)
        if within > most:
            best, most = start, within
    begin = max(0, best - length // 4)
    begin = text.find(" ", begin, begin + 40) + 1 if begin else 0
    end = min(len(text), begin + length)
    return begin, (text.rfind(" ", begin + length // 2, end) if end < len(text) else end) or end


def parts(text: str, marked: Sequence[Span]) -> list[tuple[str, bool]]:
    """A text cut into what is marked and what is not, in order."""
    found, at = [], 0
    for start, end in marked:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(some, hit) for some, hit in [*found, (text[at:], False)] if some]
