"""Fields of life and subjects of instruments across languages, made of the phrases of diplomatic practice.

"Avoidance of double taxation" is «избежание двойного налогообложения» on a Russian page. `subjects.toml` holds things
("double taxation"), adjectives that may stand before them, and heads that take a case ("avoidance of" +gen). A subject
is a list of items, an item adjectives before a head with its item, or before a thing; one that is not made of these
whole has no other form.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from comity.reading.grammar.russian.words import analyser

if TYPE_CHECKING:
    from pymorphy3.analyzer import Parse

Words = tuple[str, ...]
Case = Literal["nomn", "gent", "datv", "ablt"]

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[,&]")
_SKIPPED = frozenset(("the", "a", "an"))
_SEPARATORS = frozenset((",", "and", "&", "и"))
_TEMPLATE = re.compile(r"(.+) \+(gen|dat|ins)(\*?)")
_CASES: dict[str, Case] = {"gen": "gent", "dat": "datv", "ins": "ablt"}
_LONGEST = 24
"""The most words of a subject that is looked at."""


class _Head(msgspec.Struct, frozen=True):
    """The beginning of a phrase that something follows: in English, in Russian, the case it takes there."""

    english: str
    russian: str
    case: Case
    takes_list: bool


class _Thing(msgspec.Struct, frozen=True):
    english: str
    russian: str


Adjectives = tuple[tuple[tuple[str, str], ...], ...]
"""Groups that "and" joins of adjectives that follow one another, each in English and Russian."""


class Item(msgspec.Struct, frozen=True):
    """Adjectives before a thing or a head with what follows it."""

    adjectives: Adjectives
    thing: _Thing | _Head
    rest: tuple[Item, ...] = ()


class _Grammar(msgspec.Struct, frozen=True):
    """The phrases by the words of one language, each as the parser meets them."""

    things: Mapping[Words, _Thing]
    adjectives: Mapping[str, tuple[str, str]]
    heads: Mapping[Words, _Head]
    tails: Mapping[str, _Head]
    longest: int


@functools.lru_cache(maxsize=4096)
def subject(written: str, lang: str) -> str:
    """A subject in the other of English and Russian; empty where it is not made of known phrases.

    `lang` is the language to say it in, "en" or "ru".
    """
    found = read(written, lang)
    return said(found, lang) if found else ""


def read(written: str, lang: str) -> tuple[Item, ...]:
    """The items of which a subject is made that is to be said in a language; none where a part is not known."""
    source = "en" if lang == "ru" else "ru"
    words = _words(written, source)
    if not 0 < len(words) <= _LONGEST:
        return ()
    return _Reader(words, _grammar(source)).lists(0).get(len(words), ())


def said(items: tuple[Item, ...], lang: str, compound: str = "") -> str:
    """Items in a language; `compound` is a Russian adjective, in the masculine, that stands before the first."""
    if lang != "ru":
        return _english(items)
    if compound:
        groups = items[0].adjectives
        first = ((("", compound), *groups[0]), *groups[1:]) if groups else ((("", compound),),)
        items = (msgspec.structs.replace(items[0], adjectives=first), *items[1:])
    return _russian(items, "nomn")


def forms(adjective: str) -> frozenset[str]:
    """All forms of a Russian adjective, in small letters and with е for ё."""
    parsed = _parsed(adjective)
    return frozenset(form.word.replace("ё", "е") for form in parsed.lexeme) if parsed else frozenset()


# --- reading ------------------------------------------------------------------------------------------------


def _words(written: str, lang: str) -> Words:
    tokens = [
        token
        for token in _TOKEN.findall(written.casefold().replace("co-op", "coop"))
        if token not in _SKIPPED
    ]
    return tuple(_lemma(token) if lang == "ru" else token for token in tokens)


class _Reader:
    """Reads words by a grammar: for each index what begins there by the index after it, the preferred reading of each.

    Each index is read once, so that time grows with the cube of the words at most.
    """

    def __init__(self, words: Words, grammar: _Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self._lists: dict[int, dict[int, tuple[Item, ...]]] = {}
        self._items: dict[int, dict[int, Item]] = {}

    def lists(self, start: int) -> dict[int, tuple[Item, ...]]:
        """Items that commas and "and" join; the longest first."""
        if start not in self._lists:
            found: dict[int, tuple[Item, ...]] = {}
            for end, item in self.items(start).items():
                after = end
                while after < len(self.words) and self.words[after] in _SEPARATORS:
                    after += 1
                if after > end:
                    for stop, rest in self.lists(after).items():
                        found.setdefault(stop, (item, *rest))
                found.setdefault(end, (item,))
            self._lists[start] = dict(sorted(found.items(), reverse=True))
        return self._lists[start]

    def items(self, start: int) -> dict[int, Item]:
        """Known phrases of several words first, then what has adjectives, then single words."""
        if start not in self._items:
            found: dict[int, Item] = {}
            for item, end in self._read(start):
                found.setdefault(end, item)
            self._items[start] = found
        return self._items[start]

    def _read(self, start: int) -> Iterator[tuple[Item, int]]:
        longest = self.grammar.longest
        yield from self._phrase((), start, range(longest, 1, -1))
        for adjectives, at in reversed(list(_adjectives(self.words, start, self.grammar))):
            yield from self._phrase(adjectives, at, range(longest, 0, -1))
        yield from self._phrase((), start, range(1, 0, -1))

    def _phrase(self, adjectives: Adjectives, start: int, lengths: range) -> Iterator[tuple[Item, int]]:
        words, grammar = self.words, self.grammar
        for after in (start + length for length in lengths if start + length <= len(words)):
            if head := grammar.heads.get(words[start:after]):
                following = (
                    self.lists(after)
                    if head.takes_list
                    else {end: (item,) for end, item in self.items(after).items()}
                )
                for end, items in following.items():
                    yield Item(adjectives, head, items), end
            if thing := grammar.things.get(words[start:after]):
                tail = grammar.tails.get(words[after]) if after < len(words) else None
                if tail:
                    yield Item((), tail, (Item(adjectives, thing),)), after + 1
                yield Item(adjectives, thing), after


def _adjectives(words: Words, start: int, grammar: _Grammar) -> Iterator[tuple[Adjectives, int]]:
    """One or more adjectives, with the index after them; those that nothing divides are one group."""
    found: list[tuple[tuple[str, str], ...]] = []
    at, divided = start, True
    while at < len(words) and words[at] in grammar.adjectives:
        known = grammar.adjectives[words[at]]
        found = [*found, (known,)] if divided else [*found[:-1], (*found[-1], known)]
        at += 1
        yield tuple(found), at
        divided = at < len(words) and words[at] in _SEPARATORS
        while at < len(words) and words[at] in _SEPARATORS:
            at += 1


# --- saying -------------------------------------------------------------------------------------------------


def _english(items: tuple[Item, ...]) -> str:
    return _joined([_english_item(item) for item in items], "and")


def _english_item(item: Item) -> str:
    adjectives = [" ".join(english for english, _ in group) for group in item.adjectives]
    parts = [_joined(adjectives, "and"), item.thing.english, _english(item.rest)]
    return " ".join(part for part in parts if part)


def _russian(items: tuple[Item, ...], case: Case) -> str:
    return _joined([_russian_item(item, case) for item in items], "и")


def _russian_item(item: Item, case: Case) -> str:
    noun = _head_noun(item.thing.russian)
    adjectives = [
        " ".join(_agreeing(russian, noun, case) for _, russian in group) for group in item.adjectives
    ]
    rest = _russian(item.rest, item.thing.case) if isinstance(item.thing, _Head) else ""
    parts = [_joined(adjectives, "и"), _declined(item.thing.russian, case), rest]
    return " ".join(part for part in parts if part)


def _joined(parts: list[str], and_: str) -> str:
    return f"{', '.join(parts[:-1])} {and_} {parts[-1]}" if len(parts) > 1 else "".join(parts)


# --- Russian words ------------------------------------------------------------------------------------------


@functools.lru_cache(maxsize=4096)
def _lemma(word: str) -> str:
    return str(analyser().parse(word)[0].normal_form).replace("ё", "е")


def _parsed(word: str, last: bool = False) -> Parse | None:
    """A word's parse in the nominative as an adjective, else as a noun; the last word of a phrase as a noun first."""
    parses = [one for one in analyser().parse(word) if "nomn" in one.tag]
    order = ("NOUN", "ADJF", "PRTF") if last else ("ADJF", "PRTF", "NOUN")
    return next((one for pos in order for one in parses if pos == one.tag.POS), None)


def _nominatives(phrase: str) -> list[Parse | None]:
    words = phrase.split()
    return [_parsed(word, number == len(words)) for number, word in enumerate(words, 1)]


@functools.lru_cache(maxsize=1024)
def _head_noun(phrase: str) -> Parse | None:
    """The noun that a phrase is of: «хозяйство» of «сельское хозяйство»."""
    return next((one for one in _nominatives(phrase) if one and one.tag.POS == "NOUN"), None)


@functools.lru_cache(maxsize=4096)
def _declined(phrase: str, case: Case) -> str:
    """A phrase in a case: its words up to each noun in the nominative, joined ones too; what depends stays."""
    if case == "nomn":
        return phrase
    declined: list[str] = []
    depending = governed = False
    for word, parsed in zip(phrase.split(), _nominatives(phrase), strict=True):
        governed = governed or analyser().parse(word)[0].tag.POS == "PREP"
        declined.append(word if depending or governed else _inflected(word, parsed, case))
        depending = word != "и" and (depending or (parsed is not None and parsed.tag.POS == "NOUN"))
    return " ".join(declined)


def _inflected(word: str, parsed: Parse | None, case: Case) -> str:
    if irregular := _tables()["irregular"].get(word):
        return str(irregular[("gent", "datv", "ablt").index(case)])
    form = parsed.inflect({case}) if parsed else None
    return form.word if form else word


def _agreeing(adjective: str, noun: Parse | None, case: Case) -> str:
    """An adjective in the gender, number and case of its noun."""
    parsed = _parsed(adjective)
    if parsed is None or noun is None:
        return adjective
    number = {"plur"} if noun.tag.number == "plur" else {"sing", str(noun.tag.gender)}
    form = parsed.inflect({case, *number})
    return form.word if form else adjective


# --- tables -------------------------------------------------------------------------------------------------


@functools.cache
def _tables() -> dict[str, dict[str, Any]]:
    data = resources.files("comity.publishing.wording").joinpath("subjects.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


@functools.cache
def _grammar(lang: str) -> _Grammar:
    """The phrases by the words of a language; of several with the same words the first."""
    tables = _tables()
    things: dict[Words, _Thing] = {}
    adjectives: dict[str, tuple[str, str]] = {}
    heads: dict[Words, _Head] = {}
    for english, russian in tables["things"].items():
        things.setdefault(_words(english if lang == "en" else russian, lang), _Thing(english, russian))
    for russian, english in tables["spoken"].items() if lang == "ru" else ():
        things.setdefault(_words(russian, lang), _Thing(english, tables["things"][english]))
    for english, russian in tables["adjectives"].items():
        adjectives.setdefault(english if lang == "en" else _lemma(russian), (english, russian))
    for english, template in tables["heads"].items():
        match = _TEMPLATE.fullmatch(template)
        if match is None:
            raise ValueError(f"subjects.toml: {template!r} of {english!r} names no case")
        head = _Head(english, match[1], _CASES[match[2]], bool(match[3]))
        heads.setdefault(_words(english if lang == "en" else head.russian, lang), head)
    tails = (
        {tail: heads[_words(head, "en")] for tail, head in tables["tails"].items()} if lang == "en" else {}
    )
    return _Grammar(things, adjectives, heads, tails, max(map(len, (*things, *heads))))
