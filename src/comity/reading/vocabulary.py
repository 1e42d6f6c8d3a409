"""The words of texts as they were met: what stands between two spaces is taken apart once, and known from then on.

Texts say the same words again and again. A word here is a run of text without white space ("(1992),"): its tokens do
not depend on the words beside it, so tokens, look-up keys and signs are worked out for each spelling only once. Nothing
larger than a word is remembered.
"""

from __future__ import annotations

import functools

from comity.reading.amounts import amount_words
from comity.reading.datewords import date_words
from comity.reading.language import Language
from comity.reading.signs import DATES, NUMBERS, OFFICES, PARTIES, RANKS, RELATIVE, WAKES
from comity.reading.units import Unit, letters, tokens

_MOST = 50_000
"""Words that are remembered; then the memory begins anew."""
_APOSTROPHES = "'’"
_OPENING = '“«„"\ufffd‘”`'


class Token:
    """A token of a word: what it is by itself, and where in the word it stands.

    `begins` tells that an entry of the lexicon may begin at it, `longer` one of several words, `opens` a quotation.
    `alone` is what it is by itself, as kind and value, where that does not depend on its spelling.
    """

    __slots__ = ("alone", "begins", "first", "key", "kind", "last", "longer", "opens", "text")

    def __init__(
        self, kind: str, first: int, last: int, text: str, key: str, lengths: tuple[int, ...],
        alone: tuple[str, object] | None,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.first = first
        self.last = last
        self.text = text
        self.key = key
        self.begins = bool(lengths)
        self.longer = bool(lengths) and lengths[0] > 1
        self.alone = alone
        self.opens = kind == "punct" and text in _OPENING


class Word:
    """A run of text without white space: its tokens, and what it is a sign of."""

    __slots__ = ("signs", "tokens")

    def __init__(self, found: list[Token], signs: int) -> None:
        self.tokens = found
        self.signs = signs


class Vocabulary:
    """The words of one language that were met."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words: dict[str, Word] = {}

    def signs(self, text: str, start: int, end: int) -> int:
        """What the words of a run of text are signs of; never lacks one that is there."""
        known = self._words
        found = 0
        for written in text[start:end].split():
            word = known.get(written)
            if word is None:
                word = self._learn(written)
            found |= word.signs
        return found

    def tokens(self, text: str, start: int, end: int) -> tuple[list[int], list[Token]]:
        """The tokens of `text[start:end]`, with the place in the text where each begins."""
        places: list[int] = []
        found: list[Token] = []
        if start < end and (text[start] in _APOSTROPHES or text[end - 1] in _APOSTROPHES):
            # what these are depends on what stands beyond the run
            found = self._made(tokens(text, start, end))
            return [token.first for token in found], found
        known = self._words
        at = start
        for written in text[start:end].split():
            word = known.get(written)
            if word is None:
                word = self._learn(written)
            at = text.find(written, at)
            for token in word.tokens:
                places.append(at + token.first)
                found.append(token)
            at += len(written)
        return places, found

    def _learn(self, written: str) -> Word:
        # the space behind it is what makes the apostrophe of "states'" a possessive
        made = self._made(tokens(written + " ", 0, len(written) + 1))
        if len(self._words) >= _MOST:
            self._words.clear()
        word = self._words[written] = Word(made, self._signs(written))
        return word

    def _made(self, units: list[Unit]) -> list[Token]:
        language = self.language
        found = []
        for unit in units:
            kind, key = unit.kind, unit.key
            if kind == "word":
                key = language.key(unit.text)
                kind = language.classes.get(key, kind)
            small = unit.text[0].islower() and key not in language.small
            lengths = () if small else language.lengths.get(key, ())
            # what a table's bar or tab divides is a name and its value, as behind a colon
            written = ":" if unit.text == "|" else unit.text
            found.append(Token(kind, unit.start, unit.end, written, key, lengths, language.alone.get(key)))
        return found

    def _signs(self, written: str) -> int:
        dates, amounts = date_words(self.language.code), amount_words(self.language.code)
        runs = letters(written)
        found = 0
        keys = [self.language.key(run) for run in runs]
        if not self.language.wakers.isdisjoint(keys):
            found |= WAKES
        # small letters name a people in other languages, but no state or town
        if (self.language.cases or written.lower() != written) and not self.language.parties.isdisjoint(keys):
            found |= PARTIES
        if not self.language.office_words.isdisjoint(keys):
            found |= OFFICES
        runs = letters(written.lower())
        if any("0" <= sign <= "9" for sign in written) or not dates.months.isdisjoint(runs):
            found |= DATES
        if not dates.relatives.isdisjoint(runs):
            found |= RELATIVE
        if not amounts.numbers.isdisjoint(runs):
            found |= NUMBERS
        if not amounts.ranks.isdisjoint(runs):
            found |= RANKS
        return found


@functools.cache
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, one for the life of the program."""
    return Vocabulary(language)
