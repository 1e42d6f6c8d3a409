"""What the words before and behind a date say of it."""

from __future__ import annotations

import re

from comity.reading.dates.words import DateWords

_LEAD_REACH = 60
BRACKETS = "([{\"'«“‘*|"


def lead_of(text: str, floor: int, place: int, words: DateWords) -> str:
    """What the words right before a date say of it: the kind of the longest phrase known, or nothing."""
    before = text[max(floor, place - _LEAD_REACH) : place].lower().split()
    if not before:
        return ""
    known = words.lead_lengths
    for length in known.get(before[-1]) or known.get(before[-1].lstrip(BRACKETS), ()):
        if length > len(before):
            continue
        phrase = " ".join(before[-length:]).lstrip(BRACKETS)
        kind = words.lead.get(phrase)
        if kind is not None:
            if kind == "until" and any(
                word in words.not_words or word.endswith("n't") for word in before[-length - 6 : -length]
            ):
                return "at"
            return kind
    return ""


def past_tail(text: str, place: int, end: int, words: DateWords) -> int:
    """Where the words for "year" behind a year end."""
    tail = words.tail.match(text, place, end)
    return tail.end() if tail is not None else place


def counts(text: str, place: int, end: int, words: DateWords) -> bool:
    """Whether the number that ends here counts things: a unit or a noun of things counted follows."""
    following = text[place : min(end, place + 24)].replace("\u00a0", " ")
    if following[:1] == "%" or following[:2] == " %":
        return True
    next_word = re.match(r"[ -]([^\W\d_]+)", following)
    return next_word is not None and next_word[1].lower() in words.counted
