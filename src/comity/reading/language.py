"""A language as reading needs it: compiled from its folder of knowledge and its morphology, and nothing else."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from comity import knowledge
from comity.knowledge import patterns
from comity.knowledge.lexicon import Lexicon
from comity.knowledge.tables import table
from comity.reading.entries import CAPITALISED, Entry
from comity.reading.grammar import english, russian
from comity.reading.units import letters, tokens

_LONGEST = 1_000
_CURRENCY = 12
"""Signs of the word for a currency."""
_WORD = re.compile(r"[A-ZА-ЯЁÀ-ÖØ-Þ][^\W\d_]*(?:\.[^\W\d_])*\.?")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLASSES = ("determiner", "be", "have", "modal", "negation", "and", "clause", "pronoun")
"""Classes of function words that become kinds of unit; of a word in several, the first counts."""
_WAKING = frozenset({"trigger", "relations", "credentials", "mission", "instrument", "body", "event"})
PARTY = frozenset({"state", "place", "organisation"})
"""Kinds of unit that name somebody whom a claim may be about."""
POSTS = frozenset({"head-of-mission", "consul", "trade-representative", "diplomat"})


def _written(text: str, phrase: str, start: int) -> bool:
    """Whether a name stands in the text as it is written, or in capitals throughout, as in titles."""
    if text.startswith(phrase, start):
        return True
    return text[start + 1 : start + 2].isupper() and " " in phrase and text.startswith(phrase.upper(), start)


def _telling(keys: list[str]) -> list[str]:
    """What a text must have to hold a phrase; any word of it would do, the longest is in the fewest sentences."""
    if len(keys) == 1:
        return letters(keys[0])
    return letters(max(filter(str.isalpha, keys), key=len, default=keys[0]))


class City(NamedTuple):
    name: str
    state: str


class Institution(NamedTuple):
    """What one state alone has, so that what it does its state does: "the Kremlin"."""

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
        self.key: Callable[[str], str] = morphology.keys()
        grammar = table(code, "grammar")
        # a class that only the first language knows is empty in the others
        words = {name: frozenset[str]() for name in table("en", "grammar")["words"]}
        words |= {name: frozenset(map(self.phrase_key, values)) for name, values in grammar["words"].items()}
        self.words = words
        self.marks: dict[str, str] = grammar["marks"]
        self.cases = {
            self.key(word): dict(meaning.split("=") for meaning in meanings)
            for word, meanings in grammar.get("cases", {}).items()
        }
        """What a preposition says by the case behind it."""
        self.companies = {name.lower(): code for name, code in knowledge.lexicon(code).companies.items()}
        """The states of companies that everybody knows, by their names."""
        self.homonyms: dict[str, tuple[str, ...]] = {
            self.phrase_key(name): tuple(codes) for name, codes in grammar.get("homonyms", {}).items()
        }
        """Names that several states bear, with the codes of these."""
        self.mistaken_offices: dict[str, str] = {
            self.key(word): self.phrase_key(office)
            for word, office in grammar.get("mistaken_offices", {}).items()
        }
        """Offices by the other word that some of their forms are looked up as."""
        self.abbreviations = frozenset(grammar["abbreviations"]["list"])
        self.may_end = frozenset(grammar["abbreviations"].get("may_end", ()))
        self.starters = frozenset(grammar["abbreviations"].get("starters", ()))
        self.particles = frozenset(grammar["names"]["particles"])
        self.suffixes = frozenset(grammar["names"]["suffixes"])
        self.not_names = frozenset(map(self.key, grammar["names"]["stop"]))
        self.portfolio = frozenset(map(self.key, grammar["portfolio"]["words"]))
        self.office_bodies = frozenset(map(self.key, grammar["portfolio"]["bodies"]))
        self.organisation_heads = frozenset(map(self.key, grammar["organisations"]["heads"]))
        self.delegations = frozenset(map(self.key, grammar["delegations"]["words"]))
        self.titles = {name: frozenset(map(self.key, values)) for name, values in grammar["titles"].items()}
        self.office_states: dict[str, str] = {
            self.phrase_key(words): code for words, code in grammar["office_states"].items()
        }
        """Offices that one state alone has, with its code."""
        self.actor_starters = (
            self.titles["modifiers"] | self.delegations | frozenset(self.words.get("leadership", ()))
        )
        self.entries: dict[str, list[Entry]] = {}
        self.longer: dict[str, dict[str, tuple[int, ...]]] = {}
        """How many words the entries have that begin with two words, by the first and the second, the longest first."""
        self.small: set[str] = set()
        """Words with which an entry may begin that counts also in small letters."""
        self.classes = {word: kind for kind in reversed(_CLASSES) for word in words[kind]}
        self.wakers: set[str] = set()
        """A word of each phrase at which a claim may begin."""
        self.parties: dict[str, set[frozenset[str]]] = {}
        """A word of each name of a state, its people, a town or an organisation, with the others of each name."""
        self.office_words: set[str] = set()
        """A word of each office."""
        self._office_phrases: list[list[str]] = []
        self._state_phrases: dict[str, list[tuple[str, str]]] = {}
        self.apart: dict[str, list[tuple[str, str]]] = {}
        """The nouns with which a verb has a meaning, wherever in the clause they stand, each with its predicate."""
        self._guarded: dict[str, list[str]] = {}
        """Organisations with a state's name or people in theirs, by their first word."""
        self._waking: list[list[str]] = []
        """The phrases at which a claim may begin."""
        self._compile()
        alone = {keys[0] for keys in self._waking if len(keys) == 1 and keys[0].isalpha()}
        for keys in self._waking:
            # "conference" is in every text that holds "international conference"
            if len(keys) == 1 or not any(key in alone for key in keys):
                self.wakers.update(_telling(keys))
        heads = {keys[0] for keys in self._office_phrases if len(keys) == 1}
        for keys in self._office_phrases:
            # "minister" is in fewer sentences than "foreign"
            self.office_words.update(_telling([key for key in keys if key in heads] or keys))
        # people and companies counted need no verb that says more than "are"
        self.wakers.update(self.words["resident"] | self.words["counted_firms"])
        for names in knowledge.lexicon(code).state_names.values():
            self.wakers.update(self.key(word) for word in names.people if word not in names.adjectives)
        morphology.learnt(self.key)
        for found in self._state_phrases.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def phrase_key(self, phrase: str) -> str:
        """The form under which a phrase of several words is looked up."""
        return " ".join(self.key(word) for word in phrase.split(" "))

    def find(self, keys: list[str], index: int) -> tuple[int, list[Entry]]:
        """The longest entry of the lexicon at a token: how many tokens it takes (0: none) and what it is."""
        return self.shorter(keys, index, _LONGEST)

    def shorter(self, keys: list[str], index: int, than: int) -> tuple[int, list[Entry]]:
        """The longest entry at a token that takes fewer tokens than `than`."""
        first, size = keys[index], len(keys)
        longer = self.longer.get(first)
        if longer is not None and index + 1 < size:
            for length in longer.get(keys[index + 1], ()):
                if length < than and index + length <= size:
                    found = self.entries.get(" ".join(keys[index : index + length]))
                    if found is not None:
                        return length, found
        found = self.entries.get(first) if than > 1 else None
        return (0, []) if found is None else (1, found)

    def states_in(self, text: str, start: int, end: int) -> list[str]:
        """The states that a run of text names, in order, found by their words alone."""
        found: list[str] = []
        reached = start
        for match in _WORD.finditer(text, start, end):
            at = match.start()
            if at < reached or self._of_currency(text, at):
                continue
            guarded = self._guarded.get(match.group())
            if guarded:
                name = next((name for name in guarded if text.startswith(name, at)), None)
                if name is not None:
                    reached = at + len(name)
                    continue
            # only names in capitals throughout, and forms of other languages, are not as they are written
            apart = self.code != "en" or text[at + 1 : at + 2].isupper()
            for phrase, code in self._state_phrases.get(self.key(match.group()), ()):
                if not phrase:  # one word, known by its lemma
                    if not self._before_currency(text, match.end()):
                        found.append(code)
                    break
                if text.startswith(phrase, at):
                    stop = at + len(phrase)
                else:
                    stop = self._end_of(text, phrase, at) if apart else 0
                if at < stop <= end and not text[stop : stop + 1].isalpha():
                    if not self._before_currency(text, stop):
                        found.append(code)
                    reached = stop
                    break
        return found

    def _of_currency(self, text: str, start: int) -> bool:
        """Whether a word only says whose a currency is: «млн долларов США»."""
        if not (self.cases and text[start].isupper()):
            return False
        before = text[max(0, start - _CURRENCY) : start].split()
        return bool(before) and self.key(before[-1].rstrip(".")) in self.words["currency_name"]

    def _before_currency(self, text: str, stop: int) -> bool:
        """Whether a state that ends at `stop` only says whose a currency is: "US$ 5 million", "US dollars"."""
        after = text[stop : stop + _CURRENCY].split()
        return bool(after) and (
            after[0][0] == "$" or after[0].strip(",.;)").lower() in self.words["currency_name"]
        )

    def _end_of(self, text: str, phrase: str, start: int) -> int:
        """Where a name of several words ends that begins in a text at `start`; 0 where it does not."""
        if _written(text, phrase, start):
            return start + len(phrase)
        if self.code == "en" or " " not in phrase:
            return 0
        wanted = self.phrase_key(phrase).split(" ")
        words = list(itertools.islice(_WORDS.finditer(text, start, start + 2 * len(phrase)), len(wanted)))
        declined = [self.key(word.group()) for word in words] == wanted  # «Северной Кореи»
        return words[-1].end() if declined else 0

    def _keys_of(self, phrase: str) -> list[str]:
        """The keys of the tokens of a phrase."""
        words = phrase.split(" ")
        if all(map(str.isalpha, words)):  # as most are
            return list(map(self.key, words))
        return [
            self.key(unit.text) if unit.kind == "word" else unit.key
            for unit in tokens(phrase, 0, len(phrase))
        ]

    def _add(self, phrase: str, kind: str, value: Any, exact: bool = False) -> None:
        keys = self._keys_of(phrase)
        if not keys:
            return
        self.entries.setdefault(" ".join(keys), []).append(Entry(kind, value, phrase if exact else None))
        if len(keys) > 1:
            longer = self.longer.setdefault(keys[0], {})
            known = longer.get(keys[1], ())
            if len(keys) not in known:
                longer[keys[1]] = tuple(sorted((*known, len(keys)), reverse=True))
        if kind not in CAPITALISED or (kind == "state" and self.cases):
            self.small.add(keys[0])
        if kind in _WAKING or (kind == "office" and value.cls in POSTS):
            self._waking.append(keys)
        if kind in PARTY or kind == "combining":
            name = frozenset(letters(" ".join(keys)))
            for word in _telling(keys):
                if word not in self.classes and word not in self.marks:
                    self.parties.setdefault(word, set()).add(name - {word})
        if kind == "office":
            self._office_phrases.append(keys)
        if kind == "state" and phrase[0].isalpha():
            first = _WORD.match(phrase)
            if first:
                told = "" if self.code != "en" and len(keys) == 1 and not exact else phrase
                self._state_phrases.setdefault(self.key(first.group()), []).append((told, value[0]))

    def _compile(self) -> None:
        """Take up all that the files of the language tell, in this order: of two equal phrases the first is meant."""
        lexicon = knowledge.lexicon(self.code)
        self._states(lexicon)
        for phrase in (*self.words.get("continental", ()), *self.words.get("idiom", ())):
            self._add(phrase, "word", None)  # "Latin American" is not of the United States
        for name, city in lexicon.cities.items():
            self._add(name, "place", City(city.name, city.state))
        self._offices(lexicon)
        self._things(lexicon)
        self._organisations(lexicon)
        self._predicates_of(table(self.code, "predicates"))
        for phrase, mark in self.marks.items():
            self._add(phrase, "preposition", mark)
        for phrase in self.words["same_day"]:
            self._add(phrase, "same-day", phrase)
        for phrase in self.words["coref_sides"]:
            self._add(phrase, "sides", phrase)

    def _states(self, lexicon: Lexicon) -> None:
        for phrase, code in lexicon.states.items():
            self._add(phrase, "state", (code, "name"), exact=phrase.isupper() or "." in phrase)
        for names in lexicon.state_names.values():
            for phrase in {*names.cases, *names.official_cases} - {names.short, names.official}:
                self._add(phrase, "state", (names.code, "name"), exact=phrase.isupper())
        for phrase, code in lexicon.demonyms.items():
            self._add(phrase, "state", (code, "adjective"))
        for phrase, code in lexicon.combining.items():
            self._add(phrase.rstrip("-"), "combining", code)

    def _offices(self, lexicon: Lexicon) -> None:
        for office in lexicon.offices:
            if not (office.plural and self.code != "en"):  # other languages look up by lemma
                self._add(office.phrase, "office", Office(office.singular, office.cls, office.plural))
        for phrase in self.words.get("counterpart", ()):
            self._add(phrase, "office", Office(phrase, "counterpart", False))
        for phrase in lexicon.honorifics:
            self._add(phrase, "honorific", phrase)

    def _things(self, lexicon: Lexicon) -> None:
        """Missions, instruments, bodies and events."""
        for phrase, value in lexicon.missions.items():
            self._add(phrase, "mission", value)
        for phrase, value in lexicon.instruments.items():
            self._add(phrase, "instrument", value)
        for kind in ("agreement", "treaty"):
            for phrase in self.words.get(f"acronym_{kind}", ()):
                self._add(phrase.upper(), "instrument", kind, exact=True)
        for kind, values in (("body", lexicon.bodies), ("event", lexicon.events)):
            for phrase, value in values.items():
                for form in self.morphology.plurals(phrase):
                    self._add(form, kind, value)

    def _organisations(self, lexicon: Lexicon) -> None:
        for phrase, name in lexicon.organisations.items():
            self._add(phrase, "organisation", name, exact=phrase.isupper())
            first = phrase.split(" ")[0]
            if self.states_in(phrase, len(first), len(phrase)):  # what begins with a state is of that state
                self._guarded.setdefault(first, []).append(phrase)
        for side in table(self.code, "amounts")["currency"].values():
            for name in side:  # "US $", "Canadian dollars"
                first = name.split(" ")[0]
                if " " in name and self.states_in(first, 0, len(first)):
                    self._guarded.setdefault(first, []).append(name)
        for phrase, code in lexicon.institutions.items():
            self._add(phrase, "organisation", Institution(phrase, code), exact=phrase.isupper())

    def _predicates_of(self, predicates: dict[str, Any]) -> None:
        for name, words in predicates["predicates"].items():
            for phrase in words.get("apart", ()):
                verb, noun = (self.phrase_key(part) for part in phrase.split(" ", 1))
                self.apart.setdefault(verb, []).append((noun, name))
            for phrase, form in self._forms(words, predicates.get("irregular", {})):
                self._add(phrase, "trigger", (name, form))
        for kind, phrases in predicates["phrases"].items():
            for phrase in phrases:
                self._add(phrase, kind, phrase)

    def _forms(
        self, words: dict[str, list[str]], irregular: dict[str, list[str]]
    ) -> Iterable[tuple[str, str]]:
        for pattern in words.get("verbs", ()):
            for verb in patterns.phrases(pattern):
                yield from self.morphology.verb_forms(verb, irregular)
        for verb in words.get("past", ()):
            yield from self.morphology.past_forms(verb, irregular)
        for noun in words.get("nouns", ()):
            for form in self.morphology.plurals(noun):
                yield form, "noun"


_MORPHOLOGY = {"en": english, "ru": russian}


@functools.cache
def language(code: str) -> Language:
    """The compiled language; "en" for a code that reading does not know."""
    return Language(code, _MORPHOLOGY[code]) if code in _MORPHOLOGY else language("en")
