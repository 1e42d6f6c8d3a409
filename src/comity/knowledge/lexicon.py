"""The words of a language as the program knows them: typed views of the files in its folder."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from comity.knowledge import patterns
from comity.knowledge.cities import City, cities
from comity.knowledge.files import HOME, Row, fail, table, toml
from comity.knowledge.states import states

LANGUAGES = ("en", "ru")
"""The languages that can be read and written: each has a folder with every file."""

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
"""Grammatical cases by their usual abbreviations; English has one form for all."""

STATE_COLUMNS = {
    "en": ("code", "short", "article", "official", "names", "adjectives", "people", "combining"),
    "ru": (
        "code", "short", "number", "preposition", *CASES[1:], "official",
        *(f"official_{case}" for case in CASES[1:]),
        "names", "adjectives", "people", "combining",
    ),
}  # fmt: skip

MISSION_TYPES = (
    "embassy", "legation", "consulate-general", "consulate", "honorary-consulate", "liaison-office",
    "interests-section", "permanent-mission", "trade-mission", "representative-office",
)  # fmt: skip
INSTRUMENT_TYPES = (
    "treaty", "agreement", "declaration", "memorandum", "protocol", "convention", "contract",
    "exchange-of-notes", "communique", "programme", "other",
)  # fmt: skip
BODY_TYPES = (
    "joint commission", "parliamentary group", "chamber of commerce", "business council", "club",
    "centre", "other",
)  # fmt: skip
EVENT_TYPES = (
    "summit", "conference", "forum", "exhibition", "festival", "concert", "film", "tour", "ceremony",
    "course", "other",
)  # fmt: skip
OFFICE_CLASSES = (
    "head-of-state", "royalty", "vice-head-of-state", "first-spouse", "head-of-government",
    "deputy-head-of-government", "speaker", "foreign-minister", "minister", "international",
    "deputy-minister", "parliamentarian", "head-of-mission", "consul", "trade-representative", "diplomat",
    "military",
    "mayor-governor", "judge", "religious", "business", "cultural",
)  # fmt: skip


class StateNames(msgspec.Struct, frozen=True, kw_only=True):
    """What a language calls a state. `cases` and `official_cases` are in the order of `CASES`.

    `article`: "the" where the English short name takes it. `number`: grammatical gender or number of the
    Russian short name (m, f, n, pl, or 0 for a name that does not change); `preposition`: the Russian word
    for "in".
    """

    code: str
    short: str
    official: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()
    article: str = ""
    number: str = ""
    preposition: str = ""
    cases: tuple[str, ...] = ()
    official_cases: tuple[str, ...] = ()


class Office(msgspec.Struct, frozen=True):
    """A word or phrase that names an office, in the form it stands in.

    `singular` is its singular, `cls` one of `OFFICE_CLASSES`, `rank` the order of visits in a dossier (lower
    is higher).
    """

    phrase: str
    singular: str
    cls: str
    rank: int
    plural: bool = False


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one language.

    Names of states, organisations and cities keep their case ("US" is a state, "us" is not); every other
    phrase is in lower case. `demonyms` holds adjectives and nouns for people; `people` only the nouns.
    `combining` are the first members of compounds ("Franco-"). `fields` is the field of life that a word for
    an event tells by itself. `institutions` are those that one state alone has ("Kremlin"), by their state.
    `companies` are those known by their name, by the state they are at home in.
    """

    language: str
    state_names: dict[str, StateNames]
    states: dict[str, str]
    demonyms: dict[str, str]
    people: dict[str, str]
    combining: dict[str, str]
    offices: tuple[Office, ...]
    office_modifiers: tuple[str, ...]
    office_times: tuple[str, ...]
    honorifics: tuple[str, ...]
    instruments: dict[str, str]
    missions: dict[str, str]
    bodies: dict[str, str]
    events: dict[str, str]
    fields: dict[str, str]
    organisations: dict[str, str]
    institutions: dict[str, str]
    companies: dict[str, str]

    @property
    def cities(self) -> dict[str, City]:
        """The largest city of each name; no name that is an ordinary word or a living state elsewhere."""
        return _plain_cities(self.language)


@functools.cache
def _plain_cities(language: str) -> dict[str, City]:
    names = lexicon(language).states
    known = states()
    found = {}
    for name, entries in cities(language).items():
        city, code = entries[0], names.get(name)
        # Armenia is a city of Colombia, Salvador one of Brazil: the living state is what the name means.
        of_a_state = code is not None and code != city.state and not known[code].former
        if not city.ordinary and not of_a_state:
            found[name] = city
    return found


@functools.cache
def lexicon(language: str) -> Lexicon:
    """The words of one of `LANGUAGES`; `KeyError` for another, `KnowledgeError` for damaged files."""
    return read(HOME, language)


def read(home: Path, language: str) -> Lexicon:
    """The lexicon of a language from a folder of knowledge; `KnowledgeError` names the file and line."""
    folder = home / language
    rows = table(folder / "states.tsv", STATE_COLUMNS[language])
    names = _state_names(rows, language)
    offices, words = _offices(folder / "offices.toml")
    events = toml(folder / "events.toml")
    return Lexicon(
        language=language,
        state_names=names,
        states=_phrases(rows, names, lambda entry: (entry.short, entry.official, *entry.names)),
        demonyms=_phrases(rows, names, lambda entry: entry.adjectives + entry.people),
        people=_phrases(rows, names, lambda entry: entry.people),
        combining=_phrases(rows, names, lambda entry: entry.combining),
        offices=offices,
        office_modifiers=tuple(words["modifiers"]),
        office_times=tuple(words["times"]),
        honorifics=tuple(words["honorifics"]),
        instruments=_types(folder / "instruments.toml", INSTRUMENT_TYPES),
        missions=_types(folder / "missions.toml", MISSION_TYPES),
        bodies=_types(folder / "bodies.toml", BODY_TYPES),
        events=_types(folder / "events.toml", EVENT_TYPES, events.get("types", {})),
        fields={word: field for field, listed in events.get("fields", {}).items() for word in listed},
        organisations=_organisations(home / "organisations.tsv", language),
        institutions=_of_states(home / "institutions.tsv", language, "an institution"),
        companies=_of_states(home / "companies.tsv", language, "a company"),
    )


def state_rows(path: Path, language: str) -> dict[str, StateNames]:
    """The names of states in a file; `KnowledgeError` names the line."""
    return _state_names(table(path, STATE_COLUMNS[language]), language)


def _state_names(rows: list[Row], language: str) -> dict[str, StateNames]:
    known = states()
    found: dict[str, StateNames] = {}
    for row in rows:
        code = row["code"]
        if code not in known:
            raise row.fail(f"{code} is not a state of states.tsv")
        if code in found:
            raise row.fail(f"{code} stands twice")
        if not row["short"] or not row["official"]:
            raise row.fail(f"{code} has no short or no official name")
        cases: tuple[str, ...] = ()
        official: tuple[str, ...] = ()
        if language != "en":
            cases = (row["short"], *(row[case] for case in CASES[1:]))
            official = (row["official"], *(row[f"official_{case}"] for case in CASES[1:]))
            if not all(cases) or not all(official):
                raise row.fail(f"{code} lacks a case form")
        found[code] = StateNames(
            code=code,
            short=row["short"],
            official=row["official"],
            names=row.many("names"),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
            combining=row.many("combining"),
            article=row.get("article", ""),
            number=row.get("number", ""),
            preposition=row.get("preposition", ""),
            cases=cases,
            official_cases=official,
        )
    return found


def _phrases(rows: list[Row], names: dict[str, StateNames], pick: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        code = row["code"]
        for phrase in _with_both_apostrophes(pick(names[code])):
            if phrase != phrase.strip() or not phrase:
                raise row.fail(f"empty or padded phrase {phrase!r}")
            if found.setdefault(phrase, code) != code:
                raise row.fail(f"{phrase!r} belongs to {found[phrase]} and to {code}")
    return found


def _with_both_apostrophes(phrases: Iterable[str]) -> Iterable[str]:
    for phrase in phrases:
        yield phrase
        if "'" in phrase:
            yield phrase.replace("'", "’")


def _types(path: Path, types: Iterable[str], content: dict[str, Any] | None = None) -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, phrases in (toml(path) if content is None else content).items():
        if kind not in types:
            raise fail(path, f"{kind!r} is no type; there are {', '.join(types)}", kind)
        for phrase in _words(path, kind, phrases):
            if phrase in found:
                raise fail(
                    path, f"{phrase!r} stands under {found[phrase]} and under {kind}", kind, f'"{phrase}"'
                )
            found[phrase] = kind
    return found


def _offices(path: Path) -> tuple[tuple[Office, ...], dict[str, list[str]]]:
    content = toml(path)
    words = content.pop("words", {})
    for key in ("modifiers", "times", "honorifics"):
        _words(path, key, words.get(key))
    found: dict[str, Office] = {}
    for cls, entry in content.items():
        if cls not in OFFICE_CLASSES:
            raise fail(path, f"{cls!r} is no class of offices", f"[{cls}]")
        rank = entry.get("rank")
        if type(rank) is not int:
            raise fail(path, f"{cls} has no rank", f"[{cls}]")
        singular = _words(path, cls, entry.get("words"))
        plural = _words(path, cls, entry.get("plurals"))
        if len(singular) != len(plural):
            raise fail(path, f"{cls}: {len(singular)} words, {len(plural)} plurals", f"[{cls}]", "plurals")
        for one, many in zip(singular, plural, strict=True):
            for phrase, is_plural in ((one, False), *((each, True) for each in patterns.phrases(many))):
                if phrase == one and is_plural:
                    continue
                if phrase in found:
                    raise fail(
                        path, f"{phrase!r} stands under {found[phrase].cls} too", f"[{cls}]", f'"{phrase}"'
                    )
                found[phrase] = Office(phrase, one, cls, rank, is_plural)
    return tuple(found.values()), words


def _words(path: Path, key: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not value:
        raise fail(path, f"{key} must be a list of words", key)
    for phrase in value:
        if not isinstance(phrase, str) or not phrase or phrase != phrase.strip():
            raise fail(path, f"{key}: {phrase!r} is not a phrase", key, str(phrase))
        if phrase != phrase.lower():
            raise fail(path, f"{key}: {phrase!r} must be in lower case", key, phrase)
    return value


ORGANISATION_COLUMNS = ("code", "en", "en_names", "ru", "ru_names", "field")


def _organisations(path: Path, language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table(path, ORGANISATION_COLUMNS):
        phrases = (row[language], *row.many(f"{language}_names"))
        for phrase in (row["code"], *phrases):
            if not phrase:
                raise row.fail(f"{row['code']} has no name in {language}")
            if found.setdefault(phrase, row["en"]) != row["en"]:
                raise row.fail(f"{phrase!r} belongs to {found[phrase]} and to {row['en']}")
    return found


def _of_states(path: Path, language: str, what: str) -> dict[str, str]:
    """The names of a table of things by the state that each is of."""
    found: dict[str, str] = {}
    for row in table(path, ("code", "en", "ru")):
        if row["code"] not in states():
            raise row.fail(f"{row['code']} is not a state of states.tsv")
        names = row.many(language)
        if not names:
            raise row.fail(f"{what} of {row['code']} has no name in {language}")
        for name in names:
            if found.setdefault(name, row["code"]) != row["code"]:
                raise row.fail(f"{name!r} belongs to {found[name]} and to {row['code']}")
    return found
