"""States, people and places as a language writes them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from comity import knowledge
from comity.knowledge import base_of
from comity.model.person import Person
from comity.publishing.wording import declension, terms, transliteration

MARK = "°"
"""Stands behind a name that no document wrote in the script of the page."""


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
            return self.code
        if names.cases:
            return names.cases[knowledge.CASES.index(case)]
        return f"{names.article} {names.short}".strip()

    @property
    def bare(self) -> str:
        """The name alone: for headings, tables and lists."""
        names = _names(self.code, self.lang)
        return names.short if names else self.code

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
        of = StateWord(one.of, lang)
        if not any(form.casefold() in office.casefold() for form in (of.bare, of.gen)):
            if (transliteration.script(office) == "latin") == (lang == "ru"):
                # Words of another language take no case and no "of".
                office = f"{office}, {of.bare if of.known else place_name(of.code, lang)}"
            elif lang == "en":
                office = f"{office} of {of.gen}"
            else:
                office = f"{office} {of.gen}" if of.known else f"{office}, {place_name(of.code, lang)}"
    name = person_name(one.name, lang, one.of or home) if one.name else ""
    if name and office:
        return f"{name} ({office})"
    if name and one.of and one.of != home:
        return f"{name} ({StateWord(one.of, lang).bare})"
    # An office in the singular without a name takes the article; a group ("military delegation") is one too.
    return name or (f"the {office}" if lang == "en" and not office.startswith("the ") else office)


def person_name(written: str, lang: str, of: str | None = None) -> str:
    """A person's name in the script of a language: as written, else by rule and with `MARK` behind it."""
    lang = base_of(lang)
    script = transliteration.script(written)
    if lang == "ru" and script == "latin":
        return transliteration.to_russian(written, of) + MARK
    if lang == "en" and script == "cyrillic":
        return transliteration.to_latin(written) + MARK
    return written


def giver(written: str, lang: str) -> str:
    """Who gives an award, as written: a state, or an office of one ("President of Kazakhstan")."""
    lang = base_of(lang)
    if StateWord(written, lang).known:
        return StateWord(written, lang).bare
    several = written.split(" and ")
    if len(several) > 1 and all(" of " in one for one in several):  # "President of A and Speaker of A"
        return listed((giver(one, lang) for one in several), lang)
    office, of, rest = written.rpartition(" of ")
    state = knowledge.find_state(rest.removeprefix("the ")) if of else None
    translated = terms.office(office, lang) if state else ""
    if lang == "ru" and state and translated != office:
        return f"{translated} {StateWord(state, lang).gen}"
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
        return (found[0].russian if found else "") or place
    found = knowledge.cities("ru").get(place)
    return found[0].name if found else place


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
        return f"in {name}"
    known = name != place or place in knowledge.cities("ru")
    return (declension.city(name) if known else None) or f"({name})"


def places(value: str | tuple[str, ...] | None, lang: str) -> str:
    """One place or several."""
    if not value:
        return ""
    return listed((place_name(one, lang) for one in ((value,) if isinstance(value, str) else value)), lang)
