"""Hostile acts in the language of a page: what both languages have a sentence for, what both have a name for, and
otherwise the kind of act with the document's words behind it.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

import msgspec

from comity import knowledge
from comity.knowledge import base_of
from comity.model.claim import Incident
from comity.publishing.wording import transliteration
from comity.publishing.wording.names import StateWord, quoted
from comity.publishing.wording.texts import goes_on, spaced, when

_VERBS = ("m", "f", "n", "pl")
_IDLE = frozenset(["the", "a", "an", "its", "their", "his", "all", "brief", "abrupt", "resident"])
"""Words that do not tell one act from another."""
_PREPOSITIONS = frozenset(["of", "on", "from", "against", "to", "in", "into"])


class _Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: list[str]
    ru: list[str]
    said: dict[str, str] = {}
    verb: list[str] = []


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    act: list[_Act]
    begins: dict[str, str]


def told(s: Incident, lang: str) -> str | None:
    """An act with who did it to whom; `None` where it is told as the document has it."""
    act, base, written = _find(s.act or "", s), base_of(lang), s.act or ""
    if act is None:
        return None
    # In the language of the document its own words tell more than the name of the act.
    if base == "en" and transliteration.script(written) == "latin" and written.casefold() not in act.en:
        return None
    date = when(s.date.start if s.date and goes_on(s.date) and s.date.start else s.date, lang)
    sides = [StateWord(one, lang) for one in (s.by, s.against) if one]
    template = act.said.get(base)
    if template and len(sides) == 2 and all(one.known for one in sides):
        by, against = sides
        if base == "en":
            return spaced(template.format(by=by, against=against), date)
        if by.number in _VERBS and len(act.verb) == len(_VERBS):
            verb = act.verb[_VERBS.index(by.number)]
            return spaced(template.format(by=by, against=against, verb=verb), date)
    return None


def named(s: Incident, lang: str) -> str:
    """What an act is called in a language; with the document's words where only its kind is known there."""
    written, base = s.act or "", base_of(lang)
    script = transliteration.script(re.sub(r"[\d«»\"“”]", "", written))
    own = (script == "cyrillic") == (base == "ru") or not written
    if own:
        return written
    if act := _find(written, s):
        return (act.ru if base == "ru" else act.en)[0]
    plain = written.casefold()
    if base == "ru":
        for begin, russian in _table().begins.items():
            if re.match(rf"{begin}\b", plain):
                return f"{russian} ({quoted(written, lang)})"
    return quoted(written, lang)


def _find(written: str, s: Incident) -> _Act | None:
    """The act of which a document's words are one of the names, states and peoples in them left out."""
    if not written:
        return None
    if transliteration.script(written) == "cyrillic":
        return _known().get(written.casefold())
    return _known().get(written.casefold()) or _known().get(_bare(written, s))


def _bare(written: str, s: Incident) -> str:
    """The words without whose they are: of "expulsion of Belgian ambassador" and "invasion of Belgium" what is left."""
    said = written.replace("’", "'")
    for state in (s.by, s.against):
        if state and (forms := _forms(state)):
            said = forms.sub(" ", said)
    words = [word for word in said.casefold().split() if word not in _IDLE]
    while words and words[-1] in _PREPOSITIONS:
        words.pop()
    return " ".join(words)


@functools.lru_cache(maxsize=512)
def _forms(state: str) -> re.Pattern[str] | None:
    """The names, adjectives and people of a state in English."""
    known = knowledge.lexicon("en").state_names.get(state)
    if known is None:
        return None
    forms = {known.short, known.official, *known.names, *known.adjectives, *known.people} - {""}
    longest = sorted((re.escape(form) for form in forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?:'s|')?(?!\w)")


@functools.cache
def _known() -> dict[str, _Act]:
    return {name.casefold(): act for act in _table().act for name in (*act.en, *act.ru)}


@functools.cache
def _table() -> _Table:
    data = resources.files("comity.publishing.wording").joinpath("incidents.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), _Table)
