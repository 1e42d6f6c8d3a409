"""What to call a state, and which state a word means."""

from __future__ import annotations

import functools
from typing import Literal

import msgspec

from comity.knowledge.files import HOME, table
from comity.knowledge.lexicon import CASES, LANGUAGES, lexicon
from comity.knowledge.states import states

Case = Literal["nom", "gen", "dat", "acc", "ins", "loc"]
OTHER_LANGUAGES = ("kk", "he")
"""Languages with names of states only, after CLDR: for showing, not for reading."""

_CLOSE = 0.6
_MOST = 3


def state_name(code: str, language: str = "en", case: Case = "nom", official: bool = False) -> str:
    """The name of a state in a language; the code itself where the language has no name for it.

    Russian names come in the case asked for; in English and the languages without cases it changes nothing.
    English names come without "the": see `StateNames.article`.
    """
    if language in OTHER_LANGUAGES:
        return _cldr_names(language).get(code) or state_name(code, "en", official=official)
    names = lexicon(language).state_names.get(code)
    if names is None:
        return code
    forms = names.official_cases if official else names.cases
    if not forms:
        return names.official if official else names.short
    return forms[CASES.index(case)]


def place_of(code: str, language: str = "en") -> str:
    """The words for being in a state, with its preposition: "in the Netherlands", «во Франции», «на Кубе»."""
    names = lexicon(language).state_names.get(code)
    if names is None:
        return f"{'в' if language == 'ru' else 'in'} {code}"
    if language == "ru":
        return f"{names.preposition} {names.cases[CASES.index('loc')]}"
    return f"in {names.article} {names.short}" if names.article else f"in {names.short}"


def find_state(text: str) -> str | None:
    """The code of the state that a person means by a code or a name in any case of letters: "kaz", "KZ",
    «Казахстан».

    A code wins over a name. None where nothing fits exactly; `suggest` finds what is close.
    """
    word = text.strip()
    known = states()
    if word in known:
        return word
    upper = word.upper()
    if upper in known:
        return upper
    by_alpha2 = known.by_alpha2(upper)
    if by_alpha2 is not None:
        return by_alpha2.code
    return _names().get(word.casefold())


def suggest(text: str) -> tuple[str, ...]:
    """Codes of states whose code or name is close to a text, the closest first; at most three.

    Codes are compared with codes (one letter wrong, or two swapped), names with names of every language.
    """
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    word = text.strip()
    scored: dict[str, float] = {}
    if len(word) <= 4 and word.isascii():
        upper = word.upper()
        for state in states():
            if len(state.code) > 4:
                continue
            distance = OSA.distance(upper, state.code, score_cutoff=1)
            if distance <= 1:
                # Swapped letters are the likeliest slip, then a later letter; living states before others.
                closeness = 0.8
                closeness += 0.1 * (sorted(upper) == sorted(state.code)) + 0.05 * (
                    state.code[:2] == upper[:2]
                )
                closeness -= 0.1 * state.former + 0.2 * (state.kind == "territory")
                scored[state.code] = closeness
    choices = _names()
    for name, score, _ in process.extract(word.casefold(), choices.keys(), scorer=fuzz.ratio, limit=8):
        if score / 100 >= _CLOSE:
            code = choices[name]
            scored[code] = max(scored.get(code, 0.0), score / 100)
    ranked = sorted(scored, key=lambda code: (-scored[code], code))
    return tuple(ranked[:_MOST])


def unknown_state(text: str) -> str:
    """What to tell a person whose word is no state: "ISL? Did you mean ISR, Israel?"."""
    found = suggest(text)
    if not found:
        return f"{text}? No such state; take an ISO 3166 code (KAZ) or a name (Kazakhstan)."
    options = ", or ".join(
        code if state_name(code) == code else f"{code}, {state_name(code)}" for code in found
    )
    return f"{text}? Did you mean {options}?"


@functools.cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for phrase, code in lexicon(language).states.items():
            found.setdefault(phrase.casefold(), code)
    return found


@functools.cache
def _cldr_names(language: str) -> dict[str, str]:
    return {
        row["code"]: row["short"]
        for row in table(HOME / language / "states.tsv", ("code", "short", "capital"))
    }


class Currency(msgspec.Struct, frozen=True):
    """A currency of ISO 4217 with the words and signs for it in each language."""

    code: str
    names: dict[str, str]
    words: dict[str, tuple[str, ...]]


@functools.cache
def currencies() -> dict[str, Currency]:
    """Currencies by their code."""
    columns = ("code", "en", "en_plural", "en_words", "ru", "ru_words")
    return {
        row["code"]: Currency(
            row["code"],
            {"en": row["en"], "ru": row["ru"]},
            {"en": (row["en_plural"], *row.many("en_words")), "ru": row.many("ru_words")},
        )
        for row in table(HOME / "currencies.tsv", columns)
    }
