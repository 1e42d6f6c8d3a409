"""Texts of a language that nobody speaks, made from another's: longer, or to be read from right to left.

What a page does with them it will do with German and with Hebrew: a text that is cut off, a row that breaks, a word
that is no text of the catalogue at all can be seen at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_ACCENTS = str.maketrans("AEIOUYaeiouycnszlrtdghkpwCNSZLRTDGHKPW", "ÀÉÎÖÛÝåéîöûýçñšžļŕţđĝĥķþŵÇÑŠŽĻŔŢĐĜĤĶÞŴ")
_PLACE = re.compile(r"\{[^{}]*\}")
_MORE = " one two three four five six seven eight nine ten"
_HEBREW = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "אבצדהפגחיטכלמנופקרסתוושצימ" * 2
)
"""Letters that are read from right to left by themselves, without control characters, which pages show as such."""


def expanded(text: str) -> str:
    """A text with accents, in brackets, and longer by two fifths: "[Ĥéļļö one]"."""
    more = _MORE[: max(2, len(text) * 2 // 5)].rstrip()
    return f"[{_outside(text, lambda part: part.translate(_ACCENTS))}{more}]"


def mirrored(text: str) -> str:
    """A text in letters that are read from right to left."""
    return _outside(text, lambda part: part.translate(_HEBREW))


CHANGES: dict[str, Callable[[str], str]] = {"expanded": expanded, "mirrored": mirrored}


def _outside(text: str, change: Callable[[str], str]) -> str:
    """A text changed but for the places that are filled."""
    parts, end = [], 0
    for found in _PLACE.finditer(text):
        parts += [change(text[end : found.start()]), found[0]]
        end = found.end()
    return "".join([*parts, change(text[end:])])
