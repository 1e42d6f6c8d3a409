"""Russian words: their readings, and the lemma under which each is looked up."""

# The modules of all languages have one interface; no language needs every argument.
# ruff: noqa: ARG001
from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

CASES = {
    "nomn": "nom",
    "gent": "gen",
    "gen1": "gen",
    "gen2": "gen",
    "datv": "dat",
    "accs": "acc",
    "acc2": "acc",
    "ablt": "ins",
    "loct": "loc",
    "loc1": "loc",
    "loc2": "loc",
}
_ADJECTIVAL = ("ого", "его", "ой", "ому", "ым", "ых", "ая", "ое", "ий", "ый")
DASHES = frozenset("-–—‒")
_NAMES = ("Surn", "Name", "Patr")
CYRILLIC = re.compile(r"[«\"(]?[а-яё]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Form(NamedTuple):
    """One reading of a word form."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animate: bool
    name: bool
    fixed: bool


@functools.cache
def analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@functools.lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[Form, ...]:
    """The readings of a word in lower case, the likeliest first; none for a word that is not in Cyrillic."""
    if not word or not ("а" <= word[0] <= "я" or word[0] == "ё"):
        return ()
    found = []
    for parse in analyser().parse(word):
        tag = parse.tag
        pos = str(tag.POS or "")
        found.append(
            Form(
                parse.normal_form.replace("ё", "е"), pos, CASES.get(str(tag.case), ""), str(tag.number or ""),
                str(tag.gender or ""), tag.animacy == "anim", any(sort in tag for sort in _NAMES), "Fixd" in tag,
            )
        )  # fmt: skip
    return tuple(found)


_TOWNS = (
    ("ове", "ово"), ("еве", "ево"), ("ине", "ино"), ("ы", "а"), ("у", "а"), ("ой", "а"), ("е", "а"), ("и", "я"),
    ("ии", "ия"), ("ию", "ия"), ("ией", "ия"),
)  # fmt: skip
"""Endings of the names of towns and states with those of their nominatives, for such as no dictionary has: «в Сараеве»,
«из Боготы».
"""


_TWINS = {"временной": "временный"}
"""Adjectives of which most forms are those of another, with that one: «временного» is of both."""


class Keys:
    """The lemma under which a word is looked up.

    While the lexicon is compiled, its words are learnt; later the first lemma of a form that the lexicon knows is its
    key, so that «открыто» is the verb and not the adverb.
    """

    def __init__(self) -> None:
        self.learning = True
        self._known: set[str] = set()
        self._proper: set[str] = set()
        self._cache: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        found = self._cache.get(word)
        if found is None:
            found = self._learn(word) if self.learning else self._find(word)
            found = _TWINS.get(found, found)
            if not self.learning:
                self._cache[word] = found
        return found

    def _learn(self, word: str) -> str:
        lower = word.lower().replace("ё", "е")
        lemma = lower
        # names that no dictionary has need no analysis: their nominative is the lemma
        if not word[:1].isupper() or analyser().word_is_known(lower):
            lemmas = [form.lemma for form in forms(lower)]
            lemma = lower if lower in lemmas or not lemmas else _preferred(lower)
        lemma = _TWINS.get(lemma, lemma)
        (self._proper if word[:1].isupper() else self._known).add(lemma)
        return lemma

    def _find(self, word: str) -> str:
        lower = word.lower().replace("ё", "е")
        readings = forms(lower)
        if not readings:
            return lower
        if word[:1].isupper():
            if lower in self._proper and any(form.lemma == lower for form in readings):
                return lower
            for form in readings:
                if form.lemma in self._known or form.lemma in self._proper:
                    return form.lemma
            if lower in self._proper or lower in self._known:
                return lower
            if not analyser().word_is_known(lower):
                named = (lower[: -len(ending)] + bare for ending, bare in _TOWNS if lower.endswith(ending))
                return next((name for name in named if name in self._proper), _preferred(lower))
        else:
            for form in readings:
                if form.lemma in self._known:
                    return form.lemma
            if lower in self._known:
                return lower
        return _preferred(lower)


def _preferred(lower: str) -> str:
    readings = forms(lower)
    if readings[0].pos in ("ADVB", "ADJS", "PRED", "PRCL"):
        for form in readings:
            if form.pos == "PRTS":
                return form.lemma
    return readings[0].lemma


INITIALS_BEGIN = True
"""Initials in front begin a name; what stands before them is none of it."""


def keys() -> Keys:
    """The look-up of one compiled language."""
    return Keys()


def learnt(look_up: Keys) -> None:
    """Called when the lexicon is complete: from here on its lemmas are preferred."""
    look_up.learning = False


def adjectival(word: str) -> bool:
    """Whether a word looks like an adjective by its ending."""
    return word.lower().endswith(_ADJECTIVAL)


def plurals(phrase: str) -> Iterator[str]:
    """A noun phrase: one form, since look-up is by lemma."""
    yield phrase


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """A verb: one form, since look-up is by lemma; what form it is in stands in the text. «Начала (сборку)» is looked
    up as the noun «начало» as well.
    """
    yield verb, "base"
    if verb.startswith("начать "):
        yield f"начало {verb.removeprefix('начать ')}", "base"


def past_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """The past of a verb: the same form as all others."""
    return verb_forms(verb, irregular)
