"""States, people and places as a language writes them in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from comity import knowledge
from comity.model.person import Person

_ON = frozenset({"BHS", "BRB", "COM", "CUB", "CYP", "DMA", "FJI", "FSM", "GRD", "HTI", "JAM", "KIR", "MDG", "MDV",
                 "MHL", "MLT", "MUS", "NRU", "PHL", "PLW", "SLB", "SYC", "TUV", "TWN", "WSM"})  # fmt: skip
"""States of islands, which Russian is on («на Кубе») and comes from («с Кубы»)."""
_ARTICLE = ("United ", "Czech Republic", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Comoros",
            "Seychelles", "Soviet Union", "Vatican", "Holy See", "Ivory Coast")  # fmt: skip
_ARTICLE_WORDS = frozenset({"Republic", "Islands", "Emirates", "Kingdom", "Union", "Federation", "States", "League",
                            "Commission", "Organization", "Organisation", "Community", "Nations"})  # fmt: skip


class StateWord:
    """A state in the forms that a sentence needs: the cases, and where, whither and whence with their prepositions.

    English has one form (with its article) in every case; a body without a code is its name in every case.
    """

    def __init__(self, code: str, lang: str) -> None:
        self.code = code
        self.lang = lang

    def _case(self, case: str) -> str:
        name = state_name(self.code, self.lang, case)
        return _with_article(name) if self.lang == "en" else name

    @property
    def bare(self) -> str:
        """The name alone: for headings, tables and lists."""
        return state_name(self.code, self.lang, "nom")

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
        return f"{'с' if self.code in _ON else 'из'} {self.gen}"

    def _into(self) -> str:
        if self.code in _ON:
            return "на"
        name = self.bare
        return "во" if name[:1] in "ВФ" and name[1:2].casefold() not in "аеёиоуыэюя" else "в"

    def __str__(self) -> str:
        return self.nom


def state_name(code: str, lang: str, case: str = "nom") -> str:
    """A state's usual name in a case; what has no code is its own name."""
    return knowledge.state_name(code, lang, case)


def _with_article(name: str) -> str:
    last = name.split()[-1] if name else ""
    if name.startswith("the ") or not name:
        return name
    return f"the {name}" if name.startswith(_ARTICLE) or last in _ARTICLE_WORDS else name


def listed(parts: Iterable[str], lang: str) -> str:
    """A list in words: "A, B and C", «А, Б и В»."""
    items = [part for part in parts if part]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'и' if lang == 'ru' else 'and'} {items[-1]}"


def person(one: Person, lang: str, home: str | None = None) -> str:
    """A person with the office: "Shimon Peres (President of Israel)"; `home` is a state that need not be named."""
    office = one.office or ""
    if office and one.of and one.of != home:
        of = StateWord(one.of, lang)
        whose = of.gen if of.bare != one.of or lang == "en" else one.of
        if of.bare.casefold() not in office.casefold():
            office = f"{office} of {whose}" if lang == "en" else f"{office} {_bracket(whose, of)}"
    if one.name and office:
        return f"{one.name} ({office})"
    if one.name and one.of and one.of != home:
        return f"{one.name} ({StateWord(one.of, lang).bare})"
    return one.name or office


def _bracket(whose: str, of: StateWord) -> str:
    """A body without a code stands in quotes behind a Russian office: its case is not known."""
    return whose if of.bare != of.code else f"«{whose}»"


def people(several: Iterable[Person], lang: str, home: str | None = None) -> str:
    """People as a list in words."""
    return listed((person(one, lang, home) for one in several), lang)


def quoted(text: str, lang: str) -> str:
    """A text in the quotation marks of a language, unless it has its own."""
    if text[:1] in "«“\"„":
        return text
    return f"«{text}»" if lang == "ru" else f"“{text}”"


def place_name(place: str, lang: str) -> str:
    """A place in a language, as far as it is known there."""
    return place


def places(value: str | tuple[str, ...] | None, lang: str) -> str:
    """One place or several."""
    if not value:
        return ""
    return listed((place_name(one, lang) for one in ((value,) if isinstance(value, str) else value)), lang)
