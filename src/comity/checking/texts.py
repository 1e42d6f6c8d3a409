"""Words as rules compare and show them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
"""A year as it stands in words."""

_HEAD, _TAIL = 50, 80

_END = re.compile(r"(?<!\bU\.S)(?<!долл)[.!?](?=\s+[^\sa-zа-яё\d])|\n")
_REACH = 600


def squash(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def shorten(text: str, keep: str = "") -> str:
    """A text on one line, the middle left out where it is long: a list's item has its lead-in first,
    itself last. Where that would leave out the words of `keep`, these with what stands around them.
    """
    line = squash(text)
    if len(line) <= _HEAD + _TAIL + 20:
        return line
    short = f"{line[:_HEAD].rsplit(' ', 1)[0]} … {line[-_TAIL:].split(' ', 1)[-1]}"
    at = line.find(keep)
    if at < 0 or keep in short:
        return short
    before, after = at > _HEAD, at + len(keep) + _HEAD < len(line)
    return f"{'… ' * before}{around(line, (at, at + len(keep)), _HEAD)}{' …' * after}"


def around(text: str, span: tuple[int, int], reach: int) -> str:
    """A span with what stands before and behind it, whole words, on one line."""
    start, end = max(0, span[0] - reach), min(len(text), span[1] + reach)
    while start and start < span[0] and not text[start - 1].isspace():
        start += 1
    while end < len(text) and end > span[1] and not text[end].isspace():
        end -= 1
    return squash(text[start:end])


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A text for comparing: no case, no accents, no punctuation, one space between words. `й` and `ё`
    count as
    `и` and `е`, which writers mix up."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    return " ".join(re.findall(r"\w+", plain))


@lru_cache(maxsize=65536)
def surname(name: str) -> str:
    """The last word of a name that is no initial, folded: what two spellings of a person share."""
    words = [word for word in re.split(r"[\s.]+", name) if len(word) > 1]
    return fold(words[-1]) if words else fold(name)


@lru_cache(maxsize=65536)
def first_letter(name: str) -> str:
    """The first letter of a name of more than one word, folded; empty where only a surname is given."""
    words = [word for word in re.split(r"[\s.]+", name) if word]
    return fold(words[0])[:1] if len(words) > 1 else ""


def may_be_same(a: str, b: str) -> bool:
    """Whether two names may be one person's: the same surname and no first letter that speaks against it."""
    if fold(a) == fold(b):
        return True
    first = first_letter(a), first_letter(b)
    return surname(a) == surname(b) and ("" in first or first[0] == first[1])


def edits(a: str, b: str) -> int:
    """How many letters must be changed, added or left out to make one text of the other."""
    from rapidfuzz.distance import Levenshtein  # only where names are compared: it takes long to load

    return Levenshtein.distance(a, b)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around words, as far as its ends are near."""
    before = [match.end() for match in _END.finditer(text, max(0, start - _REACH), start)]
    after = _END.search(text, max(start, end - 1), min(len(text), end + _REACH))
    first = before[-1] if before else max(0, start - _REACH)
    while first < start and text[first].isspace():
        first += 1
    return first, after.end() if after else min(len(text), end + _REACH)
