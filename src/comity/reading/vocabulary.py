"""The words of texts as they were met: what stands between two spaces is taken apart once, and known from then on.

Texts say the same words again and again. A word here is a run of text without white space ("(1992),"): its tokens do
not depend on the words beside it, so signs, tokens and look-up keys are worked out for each spelling only once, the
tokens not before a sentence with it is read. Nothing larger than a word is remembered.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Set as AbstractSet
from itertools import filterfalse

from comity.reading.amounts import amount_words
from comity.reading.dates.words import date_words
from comity.reading.entries import Entry, choose, value_of
from comity.reading.language import Institution, Language
from comity.reading.signs import DATES, MAY_NAME, NEWS, NUMBERS, OFFICES, PARTIES, RANKS, RELATIVE, WAKES
from comity.reading.units import INITIALS, Unit, letters, tokens

_MOST = 50_000
"""Words that are remembered; then the memory begins anew."""
_DIGIT = re.compile("[0-9]")
_APOSTROPHES = "'’"
_NAMES = PARTIES | MAY_NAME
_MARKS = '.,;:()"“”«»!?'
"""Signs around a word of letters, each of them a token that says nothing of the word."""
_OPENING = '“«„"\ufffd‘”`'
_CAPITAL = re.compile(r"[A-Z]\S*")
_OTHER_CAPITAL = re.compile(r"[A-Z\x80-\U0010ffff]\S*")
"""Words, each from its first capital on; in a text with letters beyond ASCII any of these may be one."""


def meant(chosen: list[Entry], key: str) -> tuple[str, str, object]:
    """The kind, key and value of a unit of the lexicon; an institution that stands for its state is told by no key."""
    kind, value = chosen[0].kind, value_of(chosen)
    return kind, "" if type(value) is Institution else key, value


class Token:
    """A token of a word: what it is by itself.

    `kind`, `key` and `value` are those of the unit it makes where it is no part of a longer entry of the lexicon;
    `word` is what it is looked up by, `longer` the words that may follow it in such an entry. `opens` tells that a
    quotation may begin at it, `plain` that neither may.
    """

    __slots__ = ("key", "kind", "longer", "opens", "plain", "size", "text", "value", "word")

    def __init__(
        self, text: str, word: str, unit: tuple[str, str, object],
        longer: dict[str, tuple[int, ...]] | None, opens: bool,
    ) -> None:  # fmt: skip
        self.text = text
        self.size = len(text)
        self.word = word
        self.kind, self.key, self.value = unit
        self.longer = longer
        self.opens = opens
        self.plain = longer is None and not opens


def _begins_name(written: str, core: str) -> bool:
    """Whether a full stop makes the first letters an initial: "A.", «Дж.»."""
    return len(core) <= _INITIAL and core + "." in written and bool(INITIALS.match(core + "."))


_INITIAL = 2
"""Letters of an initial at most."""

Word = tuple[list[int], list[Token], int]
"""A run of text without white space: where in it its tokens begin, and these; no places for one that begins it; and
its length."""


class Vocabulary:
    """The words of one language that were met."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._words: dict[str, Word] = {}
        self._tokens: dict[str, Token] = {}
        """The tokens of words of letters and of marks, which stand in many runs: "visited", "visited,"."""
        self._signs: dict[str, int] = {}
        self._is_plain = not language.cases
        """Whether the key of a word is its letters in small letters."""
        self._by_key, self._by_letters = _tables(language)
        self._by_form, self._small = _joined(language)

    def signs(self, text: str, start: int, end: int) -> int:
        """What the words of a run of text are signs of; never lacks one that is there."""
        words = text[start:end].split()
        told = set(map(self._signs.get, words))
        found = 0
        if None in told:
            told.discard(None)
            found = self._meet(words)
        for signs in told:
            found |= signs or 0
        if found & (MAY_NAME | PARTIES) == MAY_NAME and self._names(text[start:end].lower(), words):
            found |= PARTIES
        return found

    def may_name(self, text: str, start: int, end: int) -> bool:
        """Whether a run of text may name somebody: a state, its people, a town or an organisation."""
        if not self._is_plain:
            return bool(self.signs(text, start, end) & PARTIES)
        # names begin with a capital, which most words do not
        run = text[start:end]
        words = (_CAPITAL if run.isascii() else _OTHER_CAPITAL).findall(run)
        told = set(map(self._signs.get, words))
        found = self._meet(words) if None in told else 0
        for signs in told:
            found |= signs or 0
        return bool(found & PARTIES) or bool(found & MAY_NAME and self._names(run.lower(), words))

    def _names(self, small: str, words: list[str]) -> bool:
        """Whether a text in small letters has all words of a name of somebody that one of its words may be of."""
        parties = self.language.parties
        return any(
            all(part in small for part in name)
            for written in set(words)
            if self._signs[written] & MAY_NAME
            for run in letters(written.lower())
            for name in parties.get(run, ())
        )

    def having(self, text: str, sign: int) -> list[str]:
        """The words of a text, each once, that are a sign of something."""
        words = text.split()
        self._meet(words)
        return [written for written in set(words) if self._signs[written] & sign]

    def tokens(self, text: str, start: int, end: int) -> tuple[list[int], list[Token]]:
        """The tokens of `text[start:end]`, with the place in the text where each begins."""
        places: list[int] = []
        found: list[Token] = []
        if start < end and (text[start] in _APOSTROPHES or text[end - 1] in _APOSTROPHES):
            # what these are depends on what stands beyond the run
            units = tokens(text, start, end)
            return [unit.start for unit in units], list(map(self._token_of, units))
        known = self._words
        at = start
        words = text[start:end].split()
        # where one sign stands between two words there is no need to look for the second
        even = len(" ".join(words)) == end - start
        for written in words:
            firsts, made, size = known.get(written) or self._learn(written)
            if not even:
                at = text.find(written, at)
            found += made
            if firsts:
                for first in firsts:  # a comprehension would be a call
                    places.append(at + first)  # noqa: PERF401
            elif made:
                places.append(at)
            at += size + even
        return places, found

    def _learn(self, written: str) -> Word:
        if len(self._words) >= _MOST:
            self._words.clear()
            self._tokens.clear()
        core = written.strip(_MARKS)
        if core == written and core.isalpha():
            word: Word = [], [self._token(core)], len(core)
        elif core.isalpha() and not _begins_name(written, core):
            begin = written.find(core)
            end = begin + len(core)
            word = (
                [*range(begin + 1), *range(end, len(written))],
                list(map(self._token, [*written[:begin], core, *written[end:]])),
                len(written),
            )
        else:
            # the space behind it is what makes the apostrophe of "states'" a possessive
            units = tokens(written + " ", 0, len(written) + 1)
            word = [unit.start for unit in units], list(map(self._token_of, units)), len(written)
        self._words[written] = word
        return word

    def _token(self, text: str) -> Token:
        """A word of letters or a mark as a token."""
        known = self._tokens.get(text)
        if known is None:
            kind = "word" if text.isalpha() else "punct"
            known = self._tokens[text] = self._made(kind, text, text)
        return known

    def _token_of(self, unit: Unit) -> Token:
        return self._token(unit.text) if unit.text.isalpha() else self._made(unit.kind, unit.text, unit.key)

    def _meet(self, words: list[str]) -> int:
        """Learns what words are signs of that were not met so far; what all these are signs of."""
        known, is_plain = self._signs, self._is_plain
        if len(known) >= _MOST:
            known.clear()
        found = 0
        for written in filterfalse(known.__contains__, words):
            lower = written.lower()
            core = lower if lower.isalpha() else lower.strip(_MARKS)
            if is_plain and core.isalpha():
                # small letters name a people in other languages, but no state or town
                signs = (self._small if lower == written else self._by_form).get(core, 0)
            else:
                signs = self._signs_in(written, lower)
            known[written] = signs
            found |= signs
        return found

    def _made(self, kind: str, text: str, key: str) -> Token:
        language = self.language
        if kind == "word":
            key = language.key(text)
            kind = language.classes.get(key, kind)
        longer = None
        made: tuple[str, str, object] = (kind, key, None)
        if not text[0].islower() or key in language.small:
            longer = language.longer.get(key)
            entries = language.entries.get(key)
            chosen = choose(entries, text, text) if entries else []
            if chosen:
                made = meant(chosen, key)
        # what a table's bar or tab divides is a name and its value, as behind a colon
        written = ":" if text == "|" else text
        return Token(written, key, made, longer, kind == "punct" and text in _OPENING)

    def _signs_in(self, written: str, lower: str) -> int:
        key = self.language.key
        found = 0
        for run in letters(written):
            found |= self._by_key.get(key(run), 0)
        if lower == written and self._is_plain:
            found &= ~_NAMES
        for run in letters(lower):
            found |= self._by_letters.get(run, 0)
        if _DIGIT.search(written):
            found |= DATES
        return found


@functools.cache
def _tables(language: Language) -> tuple[dict[str, int], dict[str, int]]:
    """The signs that a run of letters is by its key, and those that it is by its letters alone."""
    parties = language.parties
    enough = {word for word in parties if language.cases or frozenset() in parties[word]}
    dates, amounts = date_words(language.code), amount_words(language.code)
    by_key = _signs_of(
        (language.wakers, WAKES),
        (enough, PARTIES),
        (parties.keys() - enough, MAY_NAME),
        (language.office_words, OFFICES),
        (language.words["news"], NEWS),
    )
    by_letters = _signs_of(
        (dates.months, DATES),
        (dates.relatives, RELATIVE),
        (amounts.numbers, NUMBERS),
        (amounts.ranks, RANKS),
    )
    return by_key, by_letters


@functools.cache
def _joined(language: Language) -> tuple[dict[str, int], dict[str, int]]:
    """The signs of a word of letters whose key is its small letters: written with a capital, and without."""
    by_key, by_letters = _tables(language)
    by_form = {
        word: by_key.get(word, 0) | by_letters.get(word, 0) for word in by_key.keys() | by_letters.keys()
    }
    return by_form, {word: signs & ~_NAMES for word, signs in by_form.items()}


def _signs_of(*told: tuple[AbstractSet[str], int]) -> dict[str, int]:
    """The signs of words, from the words of each sign."""
    found: dict[str, int] = {}
    for words, sign in told:
        for word in words:
            found[word] = found.get(word, 0) | sign
    return found


@functools.cache
def vocabulary(language: Language) -> Vocabulary:
    """The vocabulary of a language, one for the life of the program."""
    return Vocabulary(language)
