"""A language as reading needs it: compiled from its folder of knowledge and its morphology, and nothing else."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from comity import knowledge
from comity.knowledge.tables import table
from comity.reading.grammar import english, russian
from comity.reading.units import tokens


class Entry(NamedTuple):
    """What a phrase of the lexicon is: the kind of unit it makes and its value."""

    kind: str
    value: Any
    exact: str | None
    """The only spelling that counts ("US" is a state, "us" is not); None where case does not matter."""


class City(NamedTuple):
    name: str
    state: str


class Office(NamedTuple):
    """The head of a title: its wording in the singular, its class ("minister", "ambassador", …), and number."""

    title: str
    cls: str
    plural: bool


class Language:
    """The words of one language, by what they make of a sentence."""

    def __init__(self, code: str, morphology: Any) -> None:
        self.code = code
        self.morphology = morphology
        self.key: Callable[[str], str] = morphology.key
        grammar = table(code, "grammar")
        words = {name: frozenset(values) for name, values in grammar["words"].items()}
        self.words = words
        self.marks: dict[str, str] = grammar["marks"]
        self.abbreviations = frozenset(grammar["abbreviations"]["list"])
        self.particles = frozenset(grammar["names"]["particles"])
        self.suffixes = frozenset(grammar["names"]["suffixes"])
        self.not_names = frozenset(grammar["names"]["stop"])
        self.portfolio = frozenset(map(self.key, grammar["portfolio"]["words"]))
        self.office_bodies = frozenset(map(self.key, grammar["portfolio"]["bodies"]))
        self.organisation_heads = frozenset(map(self.key, grammar["organisations"]["heads"]))
        self.delegations = frozenset(map(self.key, grammar["delegations"]["words"]))
        self.titles = {name: frozenset(map(self.key, values)) for name, values in grammar["titles"].items()}
        self.entries: dict[str, list[Entry]] = {}
        self.lengths: dict[str, tuple[int, ...]] = {}
        self.triggers: frozenset[str] = frozenset()
        self._compile()

    def find(self, keys: list[str], index: int) -> tuple[int, list[Entry]]:
        """The longest entry of the lexicon at a token: how many tokens it takes (0: none) and what it is."""
        for length in self.lengths.get(keys[index], ()):
            found = self.entries.get(" ".join(keys[index : index + length]) if length > 1 else keys[index])
            if found and index + length <= len(keys):
                return length, found
        return 0, []

    def _add(self, phrase: str, kind: str, value: Any, exact: bool = False) -> None:
        keys = [self.key(unit.text) if unit.kind == "word" else unit.key for unit in tokens(phrase, 0, len(phrase))]
        if not keys:
            return
        self.entries.setdefault(" ".join(keys), []).append(Entry(kind, value, phrase if exact else None))
        known = self.lengths.get(keys[0], ())
        if len(keys) not in known:
            self.lengths[keys[0]] = tuple(sorted((*known, len(keys)), reverse=True))

    def _compile(self) -> None:
        lexicon = knowledge.lexicon(self.code)
        for phrase, code in lexicon.states.items():
            self._add(phrase, "state", (code, "name"), exact=phrase.isupper() or "." in phrase)
        for phrase, code in lexicon.demonyms.items():
            self._add(phrase, "state", (code, "adjective"))
        for phrase, code in lexicon.combining.items():
            self._add(phrase.rstrip("-"), "combining", code)
        self._places()
        for office in lexicon.offices:
            self._add(office.phrase, "office", Office(office.singular, office.cls, office.plural))
        for phrase in lexicon.honorifics:
            self._add(phrase, "honorific", phrase)
        for phrase, value in lexicon.missions.items():
            self._add(phrase, "mission", value)
        for phrase, value in lexicon.instruments.items():
            self._add(phrase, "instrument", value)
        for kind, values in (("body", lexicon.bodies), ("event", lexicon.events)):
            for phrase, value in values.items():
                for form in self.morphology.plurals(phrase):
                    self._add(form, kind, value)
        for phrase, name in lexicon.organisations.items():
            self._add(phrase, "organisation", name, exact=phrase.isupper())
        predicates = table(self.code, "predicates")
        triggers: set[str] = set()
        for name, words in predicates["predicates"].items():
            for phrase, form in self._forms(words, predicates.get("irregular", {})):
                self._add(phrase, "trigger", (name, form))
                triggers.add(self.key(phrase.split()[0]))
        for kind, phrases in predicates["phrases"].items():
            for phrase in phrases:
                self._add(phrase, kind, phrase)
        self.triggers = frozenset(triggers)
        for phrase, mark in self.marks.items():
            self._add(phrase, "preposition", mark)
        for phrase in self.words["same_day"]:
            self._add(phrase, "same-day", phrase)
        for phrase in self.words["coref_sides"]:
            self._add(phrase, "sides", phrase)

    def _places(self) -> None:
        for name, city in knowledge.lexicon(self.code).cities.items():
            self._add(name, "place", City(city.name, city.state))

    def _forms(self, words: dict[str, list[str]], irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
        for verb in words.get("verbs", ()):
            yield from self.morphology.verb_forms(verb, irregular)
        for noun in words.get("nouns", ()):
            for form in self.morphology.plurals(noun):
                yield form, "noun"


_MORPHOLOGY = {"en": english, "ru": russian}


@functools.cache
def language(code: str) -> Language:
    """The compiled language; "en" for a code that reading does not know."""
    return Language(code, _MORPHOLOGY[code]) if code in _MORPHOLOGY else language("en")
