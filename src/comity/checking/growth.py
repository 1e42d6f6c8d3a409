"""Growth as texts tell it: "grew by 12 percent", "more than doubled", "вырос в 2,5 раза"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.checking.wording import wording

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_NEAR = 20


@dataclass(frozen=True)
class Growth:
    """How many times the figure before a figure is; `slack` for rounding, `least` where it is at least
    so much.
    """

    times: float
    slack: float
    least: bool
    words: str

    def fits(self, low: float, high: float) -> bool:
        """Whether the real growth, somewhere from `low` to `high`, can be what is told."""
        return high >= self.times - self.slack and (self.least or low <= self.times + self.slack)


def growth(text: str) -> Growth | None:
    """The growth that a phrase tells; `None` where it gives none, or gives more than one number."""
    it = wording()
    falls, rises = it.fall.search(text), it.rise.search(text)
    if falls and rises:
        return None
    least = it.least.search(text) is not None
    if (percent := it.percent.search(text)) and (falls or rises):
        numbers = _NUMBER.findall(text[: percent.start()][-_NEAR:])
        if not numbers or len(it.percent.findall(text)) > 1:
            return None
        share = float(numbers[-1].replace(",", ".")) / 100
        times = 1 - share if falls else 1 + share
        return Growth(times, max(0.03, share * 0.05), least and not falls, text)
    if falls:
        return None
    if it.twice.search(text):
        return Growth(2, 0.15, least, text)
    if it.thrice.search(text):
        return Growth(3, 0.25, least, text)
    if it.times.search(text) and rises:
        numbers = _NUMBER.findall(text)
        if len(numbers) == 1:
            times = float(numbers[0].replace(",", "."))
            return Growth(times, max(0.1, times * 0.06), least, text)
        if not numbers:
            words = [
                number for word, number in it.numbers.items() if re.search(rf"\b{word}\b", text.casefold())
            ]
            if len(words) == 1:
                return Growth(words[0], words[0] * 0.1, least, text)
    return None
