"""Names of joint bodies in the language of a page: what they are, whose, and on what.

"Kazakh-Israeli Joint Commission on Trade" is «Казахстанско-израильская совместная комиссия по торговле» with `MARK`
behind it, since no document says it so. A name that is not made of two states and known phrases stays as written.
"""

from __future__ import annotations

import functools
import re

from comity.knowledge import LANGUAGES, base_of, lexicon
from comity.model.claim import State
from comity.publishing.wording import subjects, transliteration
from comity.publishing.wording.names import MARK, StateWord, organisation

_PAIR = re.compile(r"(?<![\w-])(\w+)(?:-|\s?[–—]\s?|\s-\s)(\w+)(?![\w-])")
_SMALL = frozenset(("of", "on", "and", "the", "in", "for", "between", "from", "to"))


@functools.lru_cache(maxsize=2048)
def body_name(written: str, lang: str) -> str:
    """A body's name in a language: as written, or made in the other of English and Russian and marked."""
    lang = base_of(lang)
    if known := organisation(written, lang):
        return known
    if (transliteration.script(written) == "cyrillic") == (lang == "ru"):
        return written
    pair = next((found for found in _PAIR.finditer(written) if _states(found)), None)
    if pair is None:
        read = subjects.read(written, lang)
        return f"{_titled(subjects.said(read, lang), lang)}{MARK}" if read else written
    rest = (written[: pair.start()] + written[pair.end() :]).strip()
    read = subjects.read(rest, lang)
    codes = _states(pair)
    if not read or codes is None:
        return written
    first, second = codes
    if pair.start() and lang == "ru":  # "Chamber of Commerce A-B"
        states = f"{StateWord(first, lang).bare} – {StateWord(second, lang).bare}"
        return f"{_titled(subjects.said(read, lang), lang)} {states}{MARK}"
    if lang == "ru":
        compound = _compound(first, second)
        return f"{_titled(subjects.said(read, lang, compound), lang)}{MARK}" if compound else written
    states = f"{StateWord(first, lang).bare}–{StateWord(second, lang).bare}"
    return f"{states} {_titled(subjects.said(read, lang), lang)}{MARK}"


def told_by_name(kind: str, name: str) -> bool:
    """Whether a body's name says what kind of body it is; that it is a joint one goes without saying."""
    words = (word for word in kind.casefold().split() if word not in ("joint", "of", "совместная"))
    return all(word[:5] in name.casefold() for word in words)


def unsaid(parties: tuple[State, ...], name: str, lang: str) -> str:
    """The states of a body where its name does not tell all of them: "Kazakhstan – Israel"."""
    states = [StateWord(one, lang).bare for one in parties]
    return "" if all(one in name for one in states) else " – ".join(states)


def _titled(said: str, lang: str) -> str:
    """A name as titles are written: capitals of all words in English, of the first in Russian."""
    if lang == "ru":
        return said[:1].upper() + said[1:]
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in said.split(" "))


def _states(pair: re.Match[str]) -> tuple[str, str] | None:
    """The two states of a compound; none where either word is no state's."""
    first, second = (_named().get(pair[number].casefold().replace("ё", "е")) for number in (1, 2))
    return (first, second) if first and second and first != second else None


def _compound(first: str, second: str) -> str:
    """«казахстанско-израильский»; empty where either has no such form."""
    names = lexicon("ru").state_names
    one, other = names.get(first), names.get(second)
    return (
        f"{one.combining[0]}{other.adjectives[0]}"
        if one and other and one.combining and other.adjectives
        else ""
    )


@functools.cache
def _named() -> dict[str, str]:
    """States by the words that compounds are made of: short names, adjectives and first members, in small letters."""
    found: dict[str, str] = {}
    for lang in LANGUAGES:
        for code, names in lexicon(lang).state_names.items():
            words = (names.short, *names.adjectives, *(one.rstrip("-") for one in names.combining))
            for word in words:
                found.setdefault(word.casefold().replace("ё", "е"), code)
                for form in subjects.forms(word) if lang == "ru" and word in names.adjectives else ():
                    found.setdefault(form, code)
    return found
