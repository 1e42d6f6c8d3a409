"""What a sentence is made of: units, first its tokens, then the phrases that stages make of them."""

from __future__ import annotations

import re
from typing import Any

from comity.model.claim import Span

DATELINE = "dateline"
"""The mark of a dateline's town."""


class Unit:
    """A token or a phrase of a sentence.

    `kind` says what it is: word, number, punct; after recognition state, dyad, sides, place, organisation, quoted,
    name, actor, date, amount, relations, mission, instrument, body, event, trigger, preposition, and the classes of
    function words. `value` depends on the kind. `mark` is the role that grammar gives it: subject, object, goal,
    place, source, agent, with, between, of, owner, during, topic … `head` is the word that decides agreement; `case`
    the case it stands in, where a language has cases and the words tell it.
    """

    __slots__ = ("case", "end", "head", "key", "kind", "mark", "start", "text", "value")

    def __init__(
        self, kind: str, start: int, end: int, text: str, key: str, value: Any = None, mark: str = "",
        case: str = "", head: Unit | None = None,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.start = start
        self.end = end
        self.text = text
        self.key = key
        self.value = value
        self.mark = mark
        self.case = case
        self.head = head

    @property
    def span(self) -> Span:
        return (self.start, self.end)

    def __repr__(self) -> str:
        mark = f"/{self.mark}" if self.mark else ""
        value = f"={self.value!r}" if self.value is not None else ""
        return f"<{self.kind}{mark} {self.text!r}{value}>"


INITIALS = re.compile(r"(?:Дж|Хр|Вл|[A-ZА-ЯЁ])\.(?:-?(?:Дж|[A-ZА-ЯЁ])\.){0,2}")
"""One initial or several written together: "J.", "J.F.", "J.-M.", «Дж.»."""
_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}|(?:Дж|Хр|Вл|[A-ZА-ЯЁ])\.(?:-?(?:Дж|[A-ZА-ЯЁ])\.)*|[^\W\d_]+(?:['’][^\W\d_]{2,})*)"
    r"|(?P<poss>['’\ufffd][sS]\b|(?<=s)['’](?=\s))"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b|\d+)"
    r"|(?P<note>\[\d+\])"
    r"|(?P<punct>[^\s\w]|_)"
)


def tokens(text: str, start: int, end: int) -> list[Unit]:
    """The tokens of `text[start:end]`; footnote marks are passed over. `key` is the token in lower case."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastgroup
        if group != "note":
            word = match.group()
            first, last = match.span()
            key = word.lower()
            found.append(
                Unit(group or "punct", first, last, word, key.replace("’", "'") if "’" in key else key)
            )
    return found


_LETTERS = re.compile(r"[^\W\d_]+")


def letters(text: str) -> list[str]:
    """The runs of letters of a text: what every word of a lexicon is made of, found fast."""
    if text.isalpha():
        return [text]
    return _LETTERS.findall(text)


def telling(phrase: str) -> str:
    """The longest run of letters of a phrase, in lower case: a text without it does not have the phrase."""
    return max(letters(phrase.lower()), key=len, default="")


def is_capitalised(unit: Unit) -> bool:
    return unit.text[:1].isupper()
