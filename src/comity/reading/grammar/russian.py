"""Russian: lemmas as look-up keys, and the role that case and preposition give to a phrase."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Any


@functools.cache
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@functools.lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """The form under which a word is looked up: its most likely lemma, ё as е."""
    lower = word.lower().replace("ё", "е")
    if not lower or not ("а" <= lower[0] <= "я"):
        return lower
    lemma: str = _analyser().parse(lower)[0].normal_form
    return lemma.replace("ё", "е")


def plurals(phrase: str) -> Iterator[str]:
    """A noun phrase: one form, since look-up is by lemma."""
    yield phrase


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """A verb: one form, since look-up is by lemma; what form it is in stands in the text."""
    yield verb, "base"


def singular(written: str, head: str, title: str) -> str:
    """A title with its head in the nominative singular."""
    return written.replace(head, title, 1)
