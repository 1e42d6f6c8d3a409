"""States as a user writes them: codes and names, with a suggestion for what is neither."""

from __future__ import annotations

from collections.abc import Iterable

from comity.cli.errors import RefusedError
from comity.cli.words import language, say

_NEAR = 72
"""Likeness, 0 to 100, from which a name is suggested."""


def state_of(given: str, held: Iterable[str] = ()) -> str:
    """The code of a state given as alpha-3, alpha-2 or a name in a language that Comity knows.

    `held` are the states of the register, suggested before others. `RefusedError` for what is no state.
    """
    from comity.knowledge import states

    code = given.strip().upper()
    known = states()
    if code in known:
        return code
    if len(code) == 2 and (found := known.by_alpha2(code)) is not None:
        return found.code
    if (named := _names().get(given.strip().casefold())) is not None:
        return named
    if given in held:
        return given
    raise RefusedError(say("state.unknown", code=given, hint=_meant(given, held) or say("state.look")))


def suggestion(given: str, held: Iterable[str] = (), *, only_held: bool = False) -> str:
    """A sentence that asks whether a near code or name was meant; empty where none is near."""
    names = _names_near(given, held, only_held)
    return say("state.suggest", code=given, names=names) if names else ""


def _meant(given: str, held: Iterable[str]) -> str:
    """The same behind a sentence that names what was given."""
    names = _names_near(given, held, only_held=False)
    return say("state.meant", names=names) if names else ""


def _names_near(given: str, held: Iterable[str], only_held: bool) -> str:
    near = _near(given.strip(), list(held), only_held)
    return say("state.or").join(say("state.name", code=code, name=name_of(code)) for code in near)


def name_of(code: str) -> str:
    """The usual name of a state in the language of the command line; the code itself where it has none."""
    from comity.knowledge import lexicon

    names = lexicon(language()).state_names.get(code)
    return names.short if names is not None else code


def _names() -> dict[str, str]:
    from comity.knowledge import LANGUAGES, lexicon

    found: dict[str, str] = {}
    for one in LANGUAGES:
        for code, names in lexicon(one).state_names.items():
            for name in (names.short, names.official, *names.names):
                found.setdefault(name.casefold(), code)
    return found


def _near(given: str, held: list[str], only_held: bool) -> list[str]:
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import DamerauLevenshtein

    from comity.knowledge import states

    code = given.upper()
    known = held if only_held else sorted({*held, *(one.code for one in states() if not one.former)})
    if len(code) <= 4:
        # One letter wrong or two changed places; what the register holds comes first, then the same first
        # letters.
        close = [
            one
            for one in known
            if len(one) == 3 and one != code and DamerauLevenshtein.distance(one, code) == 1
        ]
        close.sort(key=lambda one: (one not in held, one[:1] != code[:1], one[:2] != code[:2], one))
        if close:
            kept = [one for one in close if one in held] or close
            return kept[:2]
    names = {name: one for name, one in _names().items() if not only_held or one in held}
    best = process.extract(given.casefold(), list(names), scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
    return list(dict.fromkeys(names[name] for name, _, _ in best))[:2]
