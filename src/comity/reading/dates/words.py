"""How a language writes dates: its knowledge file, validated and made into tables and compiled patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

from comity.reading.units import telling

_GLUE_SIGNS = {"nothing": " ", "comma": ",", "dash": "-", "slash": "/", "and": "&", "to": ">"}
_LONGEST_GLUE = 24
_TABLES = {"glue", "lead", "words", "relative", "cue", "seasons"}
_YEAR = r"(?:1[5-9]|20)\d\d"

Atom = tuple[str, Any]
"""What one token of a date is: a sign and its value. D day, Y year, M month, S decade, F full date, y
two-digit number that is no day, R two years ("2005/2006"), A season, N other number."""

NUMBER: Atom = ("N", None)


class DateWords:
    """One language's tables. `token` finds what may be part of a date; `atom` says what it is."""

    def __init__(self, language: str) -> None:
        source = resources.files("comity") / "knowledge" / language / "dates.toml"
        raw = tomllib.loads(source.read_text(encoding="utf-8"))
        missing = {*_TABLES, "months", "abbreviations", "weekdays", "ordinal_suffix", "year_tail"} - set(raw)
        if missing:
            raise ValueError(f"{source}: lacks {', '.join(sorted(missing))}")
        if not (len(raw["months"]) == len(raw["abbreviations"]) == 12 and len(raw["weekdays"]) == 7):
            raise ValueError(f"{source}: twelve months and seven weekdays")
        words = raw["words"]
        self.language = language
        self.year_needs_tail: bool = raw["year_needs_tail"]
        self.tail = re.compile(raw["year_tail"])
        self.not_words = frozenset(words["not"])
        self.counted = frozenset(words["counted"])
        self.determiners = frozenset(words["determiners"])
        self.year_words = frozenset(words["before_year"])
        self.counted_from = frozenset(words["counted_from"])
        self.possessives: tuple[str, ...] = tuple(words["possessives"])
        self.present = re.compile(rf"\s*(?:{words['present']})(?!\w)", re.IGNORECASE)
        self.of_year = tuple(
            (name, re.compile(words[name] + r"(?!\w)", re.IGNORECASE))
            for name in ("same_year", "this_year", "last_year", "next_year")
        )
        self.atoms: dict[str, Atom] = {}
        self._fill_atoms(raw)
        self.glue = {text: _GLUE_SIGNS[name] for name, texts in raw["glue"].items() for text in texts}
        self.lead: dict[str, str] = {}
        for kind, phrases in raw["lead"].items():
            for phrase in phrases:
                if self.lead.setdefault(phrase, kind) != kind:
                    raise ValueError(f"{source}: {phrase!r} is both {kind} and {self.lead[phrase]}")
        self.lead_lengths: dict[str, tuple[int, ...]] = {}
        """How many words the phrases have that lead in a date, by their last word, the longest first."""
        for phrase in self.lead:
            last, length = phrase.rpartition(" ")[2], phrase.count(" ") + 1
            known = {length, *self.lead_lengths.get(last, ())}
            self.lead_lengths[last] = tuple(sorted(known, reverse=True))
        self.token = self._compile_token(raw)
        self._ordinal = re.compile(rf"(\d{{1,2}})(?:{raw['ordinal_suffix']})")
        self._ordinal_year = re.compile(rf"({_YEAR})(?=-)(?:{raw['ordinal_suffix']})")
        """«в 2011-м», where the word for "year" is left out."""
        self._decade = re.compile(rf"((?:1[5-9]|20)\d|[2-9])0(?:{raw['decade_suffix']})")
        self.cues: tuple[str, ...] = tuple(raw["cue"]["words"])
        self.relative_kind: dict[str, str] = {
            phrase: kind for kind, phrases in raw["relative"].items() for phrase in phrases
        }
        self.weekday: dict[str, int] = {
            name: number for number, names in enumerate(raw["weekdays"]) for name in names
        }
        self.relative = self._compile_relative(raw)
        # what a text without digits must have to hold a date, and any text to hold a relative one
        self.months = frozenset(telling(name) for name, atom in self.atoms.items() if atom[0] == "M")
        self.relatives = frozenset(map(telling, self.relative_kind))

    def _fill_atoms(self, raw: dict[str, Any]) -> None:
        for number, (names, short) in enumerate(zip(raw["months"], raw["abbreviations"], strict=True), 1):
            for name in names:
                for form in {name, name.capitalize(), name.upper()}:
                    self.atoms[form] = ("M", (number, True))
            for name in short:
                for form in {name, name.capitalize(), name.upper()} - set(self.atoms):
                    self.atoms[form] = ("M", (number, False))
        for number, names in enumerate(raw["ordinal_days"], 1):
            for name in names:
                self.atoms[name] = self.atoms[name.capitalize()] = ("D", number)
        for name, number in raw["seasons"].items():
            self.atoms[name] = self.atoms[name.capitalize()] = ("A", number)

    def _compile_token(self, raw: dict[str, Any]) -> re.Pattern[str]:
        # The first sign is matched as a set, so that the search skips everything else fast; only then are the
        # words tried that begin with it.
        by_first: dict[str, list[str]] = {}
        for word in self.atoms:
            by_first.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
        words = "|".join(
            f"(?<={first})(?:{'|'.join(sorted(rest, key=lambda one: (-len(one), one)))})"
            for first, rest in sorted(by_first.items())
        )
        after_number = rf"(?:{raw['ordinal_suffix']}(?![^\W\d_])|{raw['decade_suffix']}(?![^\W\d_]))?"
        number = rf"\d*(?:-\d{{1,2}}-\d{{1,2}}(?!\d)|(?:[.,/]\d+)*){after_number}"
        return re.compile(
            rf"[0-9{''.join(sorted(by_first))}](?:(?<=\d)(?<![A-ZА-Я0-9$€£₽#№+]\d){number}"
            rf"|(?<=\d)(?<=FY\d){number}|(?<![^\W\d_][^\W\d_])(?:{words})(?![^\W\d_]))"
        )

    def _compile_relative(self, raw: dict[str, Any]) -> re.Pattern[str]:
        leads = [f"{lead} {day}" for lead in raw["cue"]["weekday_lead"] for day in self.weekday]
        self.relative_kind.update((one.lower(), f"weekday-{self.weekday[one.split()[1]]}") for one in leads)
        return re.compile(by_first_letter(self.relative_kind) + r"(?!\w)")

    def atom(self, token: str) -> Atom:
        """What a token is."""
        found = self.atoms.get(token)
        if found is None:
            found = (
                self._of_number(token)
                if token[0].isdigit()
                else self.atoms.get(" ".join(token.split()), NUMBER)
            )
            if len(self.atoms) < 100_000:
                self.atoms[token] = found
        return found

    def _of_number(self, token: str) -> Atom:
        if token.isdigit():
            if len(token) <= 2:
                return ("D", int(token)) if 1 <= int(token) <= 31 else ("y", int(token))
            return ("Y", int(token)) if re.fullmatch(_YEAR, token) else NUMBER
        if found := self._ordinal.fullmatch(token):
            day = int(found[1])
            if 1 <= day <= 31 and not (found := self._decade.fullmatch(token)):
                return ("D", day)
        if found := self._decade.fullmatch(token):
            digits = found[1]
            return ("S", f"{digits}X" if len(digits) == 3 else f"19{digits}X")
        if found := self._ordinal_year.fullmatch(token):
            return ("Y", int(found[1]))
        if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", token):
            return _full(int(found[1]), int(found[2]), int(found[3]))
        if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", token):
            return _full(int(found[3]), int(found[2]), int(found[1]))
        if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", token):
            one, other, year = int(found[1]), int(found[2]), int(found[3])
            if one > 12 or one == other:
                return _full(year, other, one)
            return _full(year, one, other) if other > 12 else NUMBER
        if found := re.fullmatch(rf"({_YEAR})/({_YEAR}|\d\d)", token):
            first, last = int(found[1]), int(found[2])
            last += first // 100 * 100 if last < 100 else 0
            last += 100 if last % 100 == 0 and last < first else 0
            return ("R", (first, last)) if first < last else NUMBER
        return NUMBER

    @lru_cache(maxsize=4096)  # noqa: B019 -- one object a language, for the life of the program
    def join(self, gap: str) -> str:
        """What stands between two tokens, as one sign; `|` for anything that does not join."""
        if len(gap) > _LONGEST_GLUE:
            return "|"
        plain = " ".join(gap.replace("\ufffd", "-").lower().split())
        sign = self.glue.get(plain)
        if sign is None and (tail := self.tail.match(gap)):
            rest = gap[tail.end() :]
            sign = self.glue.get(" ".join(rest.replace("\ufffd", "-").lower().split()))
            if sign == " " and tail.end() > 0:
                sign = "|"
        return sign or "|"


def by_first_letter(phrases: Iterable[str]) -> str:
    """A pattern for whole phrases in any case, which a search can skip to by their first letters alone."""
    grouped: dict[str, list[str]] = {}
    for phrase in phrases:
        rest = re.escape(phrase[1:].lower()).replace(r"\ ", r"\s+")
        grouped.setdefault(phrase[0].lower(), []).append(rest)
    letters = "".join(sorted({case for first in grouped for case in (first, first.upper())}))
    choices = "|".join(
        f"(?<=[{first}{first.upper()}])(?i:{'|'.join(sorted(rest, key=lambda one: (-len(one), one)))})"
        for first, rest in sorted(grouped.items())
    )
    return rf"[{letters}](?<![\w-][{letters}])(?:{choices})"


def _full(year: int, month: int, day: int) -> Atom:
    return (
        ("F", (year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 and 1500 <= year <= 2099 else NUMBER
    )


@lru_cache(maxsize=8)
def date_words(language: str) -> DateWords:
    """The tables of a language (`en`, `ru`); `FileNotFoundError` for one that has no knowledge file."""
    return DateWords(language)
