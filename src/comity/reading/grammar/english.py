"""English: inflection of the lexicon, and the role that word order and prepositions give to a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_VOWELS = "aeiou"


def key(word: str) -> str:
    """The form under which a word is looked up."""
    return word.lower().replace("’", "'")


def plurals(phrase: str) -> Iterator[str]:
    """A noun phrase in the singular and the plural. The head is the last word before a preposition."""
    yield phrase
    words = phrase.split(" ")
    head = len(words) - 1
    for index, word in enumerate(words):
        if word in ("of", "on", "for", "in", "between", "to") and index:
            head = index - 1
            break
    word = words[head]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        plural = word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        plural = word + "es"
    else:
        plural = word + "s"
    yield " ".join([*words[:head], plural, *words[head + 1 :]])


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """All forms of a verb, each with what it is: base, finite (past or -s), participle, ing."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if first in irregular:
        present, past, participle, ing = irregular[first]
    else:
        present, past, participle, ing = _regular(first)
    yield first + tail, "base"
    yield present + tail, "finite"
    yield past + tail, "participle" if past == participle else "finite"
    if participle != past:
        yield participle + tail, "participle"
    yield ing + tail, "ing"


def _regular(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "x", "ch", "sh", "z")):
        return verb + "es", verb + "ed", verb + "ed", verb + "ing"
    if len(verb) <= 4 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3:-2] not in _VOWELS and sum(letter in _VOWELS for letter in verb) == 1:
        return verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb + "s", verb + "ed", verb + "ed", verb + "ing"


def singular(written: str, head: str, title: str) -> str:
    """A title with its head in the singular: "Ministers of Energy" as "Minister of Energy"."""
    return written.replace(head, title if head.islower() else _capitals(title), 1)


def _capitals(title: str) -> str:
    return " ".join(word if word in ("of", "for", "the", "and", "d'affaires", "a.i.", "ad") else word[:1].upper() + word[1:] for word in title.split(" "))
