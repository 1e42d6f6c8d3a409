"""States, people and places as a language writes them in a sentence."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Literal

from comity import knowledge
from comity.knowledge import base_of
from comity.model.person import Person
from comity.publishing.wording import declension, spellings, terms, transliteration
from comity.publishing.wording.texts import article, located

MARK = "°"
"""Stands behind a name that no document wrote in the script of the page."""
_OTHER = {"en": ("cyrillic",), "ru": ("latin",)}
"""The scripts out of which a name is put into that of a language."""


class StateWord:
    """A state in the forms that a sentence needs: the cases, and where, whither and whence with their
    prepositions.

    English has one form (with its article) in every case; a body without a code is its name in every case.
    """

    def __init__(self, code: str, lang: str) -> None:
        self.code = code
        self.lang = base_of(lang)

    @property
    def known(self) -> bool:
        """Whether it is a state whose names are known: only those are declined."""
        return _names(self.code, self.lang) is not None

    @property
    def number(self) -> str:
        """Grammatical gender or number of the Russian name: m, f, n, pl; 0 or empty where nothing agrees
        with it.
        """
        names = _names(self.code, self.lang)
        return names.number if names else ""

    def _case(self, case: str) -> str:
        names = _names(self.code, self.lang)
        if names is None:
            name = organisation(self.code, self.lang)
            # "the European Union", but NATO.
            return f"the {name}" if name and " " in name and self.lang == "en" else name or self.code
        if names.cases:
            return names.cases[knowledge.CASES.index(case)]
        return f"{names.article} {names.short}".strip()

    @property
    def bare(self) -> str:
        """The name alone: for headings, tables and lists."""
        names = _names(self.code, self.lang)
        return names.short if names else organisation(self.code, self.lang) or self.code

    @property
    def nom(self) -> str:
        """Who: Израиль."""
        return self._case("nom")

    @property
    def gen(self) -> str:
        """Whose: Израиля."""
        return self._case("gen")

    @property
    def dat(self) -> str:
        """To whom: Израилю."""
        return self._case("dat")

    @property
    def acc(self) -> str:
        """Whom: Израиль."""
        return self._case("acc")

    @property
    def ins(self) -> str:
        """By whom: Израилем."""
        return self._case("ins")

    @property
    def where(self) -> str:
        """In the state: «в Израиле», «во Франции», «на Кубе»."""
        return f"in {self.nom}" if self.lang == "en" else f"{self._into()} {self._case('loc')}"

    @property
    def whither(self) -> str:
        """To the state: «в Израиль», «на Кубу»."""
        return f"to {self.nom}" if self.lang == "en" else f"{self._into()} {self.acc}"

    @property
    def whence(self) -> str:
        """From the state: «из Израиля», «с Кубы»."""
        if self.lang == "en":
            return f"from {self.nom}"
        return f"{'с' if self._into() == 'на' else 'из'} {self.gen}"

    def _into(self) -> str:
        names = _names(self.code, self.lang)
        return (names.preposition if names else "") or "в"

    def __str__(self) -> str:
        return self.nom


def _names(code: str, lang: str) -> knowledge.StateNames | None:
    return knowledge.lexicon(lang).state_names.get(code)


def organisation(written: str, lang: str) -> str:
    """An organisation of states in a language; empty for what is none that is known."""
    known = knowledge.lexicon("en").organisations.get(written)
    if known is None or base_of(lang) == "en":
        return written if known else ""
    return _in_russian().get(known, "")


@functools.cache
def _in_russian() -> dict[str, str]:
    """The Russian name of an organisation by the English one, which claims carry."""
    found: dict[str, str] = {}
    for phrase, name in knowledge.lexicon("ru").organisations.items():
        if transliteration.script(phrase) == "cyrillic":
            found.setdefault(name, phrase)
    return found


def listed(parts: Iterable[str], lang: str) -> str:
    """A list in words: "A, B and C", «А, Б и В»."""
    lang = base_of(lang)
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'и' if lang == 'ru' else 'and'} {items[-1]}"


def person(one: Person, lang: str, home: str | None = None) -> str:
    """A person with the office: "Shimon Peres (President of Israel)"; `home` is a state that need not be
    named.
    """
    lang = base_of(lang)
    office = terms.office(one.office, lang) if one.office else ""
    if office and one.of and one.of != home:
        office = _office_of(office, one.of, lang)
    name = person_name(one.name, lang, one.of or home) if one.name else ""
    if name and office:
        return f"{name} ({office})"
    if name and one.of and one.of != home:
        return f"{name} ({StateWord(one.of, lang).bare})"
    if name or lang != "en" or not office or office.startswith("the "):
        return name or office
    # An office in the singular without a name takes the article; a group ("military delegation") is one too.
    return article(office) if terms.one_of_many(one.office or "") else f"the {office}"


def _office_of(office: str, of: str, lang: str) -> str:
    """An office with whose it is: a state's, a city's or a body's."""
    whose = StateWord(of, lang)
    if any(form.casefold() in office.casefold() for form in (whose.bare, whose.gen)):
        return office
    if (transliteration.script(office) == "latin") == (lang == "ru"):
        # Words of another language take no case and no "of".
        return f"{office}, {whose.bare if whose.known else place_name(of, lang)}"
    if lang == "en":
        return f"{office} of {whose.gen}"
    if whose.known:
        return belonging(office, whose)
    return of_city(office, of) or f"{office}, {place_name(of, lang)}"


def belonging(office: str, state: StateWord) -> str:
    """An office of a state in Russian: «Президент Казахстана», and «Глава государства Казахстан»."""
    return f"{office} {state.bare if office.endswith('государства') else state.gen}"


def of_city(office: str, city: str) -> str | None:
    """An office of a city in Russian: «Мэр Алматы»; `None` where the genitive of it is not sure."""
    genitive = _in_case(city, "gen")
    return f"{office} {genitive}" if genitive else None


def _in_case(place: str, case: Literal["gen", "acc"]) -> str | None:
    """A city in a case of Russian; `None` for what is no known city, or of which the case is not sure."""
    name = place_name(place, "ru")
    return declension.city_in(name, case) if name != place or place in knowledge.cities("ru") else None


def person_name(written: str, lang: str, of: str | None = None) -> str:
    """A person's name in the script of a language: as written, else as another document writes it, else by rule and
    with `MARK` behind it.
    """
    lang = base_of(lang)
    script = transliteration.script(written)
    if script in _OTHER[lang] and (known := spellings.given(written, lang, of)):
        return known
    if lang == "ru" and script == "latin":
        return _initials_apart(transliteration.to_russian(written, of)) + MARK
    if lang == "en" and script == "cyrillic":
        return _initials_apart(transliteration.to_latin(written)) + MARK
    return written


def _initials_apart(name: str) -> str:
    """Initials with a space behind each: "N.Nazarbayev" is "N. Nazarbayev"."""
    return re.sub(r"(?<=\.)(?=[^\W\d_])", " ", name)


def giver(written: str, lang: str) -> str:
    """Who gives an award, as written: a state, or an office of one ("President of Kazakhstan")."""
    lang = base_of(lang)
    state_word = StateWord(written, lang)
    if state_word.known:
        return state_word.nom
    several = written.split(" and ")
    if len(several) > 1 and all(" of " in one for one in several):  # "President of A and Speaker of A"
        return listed((giver(one, lang) for one in several), lang)
    office, of, rest = written.rpartition(" of ")
    state = knowledge.find_state(rest.removeprefix("the ")) if of else None
    translated = terms.office(office, lang) if state else ""
    if lang == "ru" and state and translated != office:
        return belonging(translated, StateWord(state, lang))
    if lang == "en" and state and terms.office(office, "ru") != office:
        return f"the {office.removeprefix('the ')} of {StateWord(state, lang).nom}"
    return written


def people(several: Iterable[Person], lang: str, home: str | None = None) -> str:
    """People as a list in words."""
    return listed((person(one, lang, home) for one in several), lang)


def quoted(text: str, lang: str) -> str:
    """A text in the quotation marks of a language, unless it has its own."""
    lang = base_of(lang)
    if text[:1] in '«“"„':
        return text
    return f"«{text}»" if lang == "ru" else f"“{text}”"


def place_name(place: str, lang: str) -> str:
    """A place in a language where it is known there (Jerusalem, Иерусалим); else as the document wrote it."""
    lang = base_of(lang)
    if lang == "ru":
        found = knowledge.cities("en").get(place)
        return (found[0].russian if found else "") or _places()["ru"].get(place, place)
    if place.isascii():
        return place  # no name in Russian, whose towns need not be known
    found = knowledge.cities("ru").get(place)
    return found[0].name if found else _places()["en"].get(place, place)


@functools.cache
def _places() -> dict[str, dict[str, str]]:
    """Names of places that knowledge has in one language alone, by the language that they are put into."""
    data = resources.files("comity.publishing.wording").joinpath("places.toml").read_text(encoding="utf-8")
    russian: dict[str, str] = tomllib.loads(data)["places"]
    english: dict[str, str] = {}
    for written, translated in russian.items():
        english.setdefault(translated, written)
    return {"ru": russian, "en": english}


def holder(of: str | None, one: Person | None, lang: str) -> str:
    """Who holds a post, as tables name them: by the name, without one by the office; a dash for nobody told."""
    if one is None:
        return "–"
    if one.name:
        return person_name(one.name, lang, of or one.of)
    return terms.office(one.office, lang) if one.office else "–"


def at(place: str | None, lang: str) -> str:
    """Where, of a place: "in Astana", «в Астане»; in brackets where no case of it is sure."""
    lang = base_of(lang)
    if not place:
        return ""
    name = place_name(place, lang)
    if lang == "en":
        return located(name)
    known = name != place or place in knowledge.cities("ru")
    return (declension.city(name) if known else None) or f"({name})"


def whither(place: str, lang: str) -> str | None:
    """To a place: "to Astana", «в Астану»; `None` where no case of it is sure."""
    lang = base_of(lang)
    if lang == "en":
        return f"to {place_name(place, lang)}"
    city = _in_case(place, "acc")
    return declension.into(city) if city else None


def places(value: str | tuple[str, ...] | None, lang: str) -> str:
    """One place or several."""
    if not value:
        return ""
    return listed((place_name(one, lang) for one in ((value,) if isinstance(value, str) else value)), lang)
