"""Where a Russian sentence ends although an abbreviation stands there."""

from __future__ import annotations

import re
from typing import Any

from comity.reading.grammar.russian.words import WORD, forms

_FULL_STOP = re.compile(r"(?<=[а-яё\d]{3})\.\s")
_DAY = re.compile(
    r"\d{1,2}(?:\s?[-–—]\s?\d{1,2})? (?:янв|февр|март|апр|ма[яй]|июн|июл|авг|сент|окт|нояб|дек)[а-я]* (?:\d{4}|[а-яё])"
)
"""A day that begins a sentence: «… 2002 г. 20–22 января 2019 г. …»."""


def ends(text: str, begin: int, dot: int, stop: int, word: str, language: Any) -> bool | None:
    """Whether an abbreviation ends a sentence here («… 1992 г. В ноябре …»); None where it is no such word."""
    lower = word.lower()
    after = text[stop : stop + 40].lstrip()
    if _goes_on(text[begin:dot], after, language):
        return False
    if "." in word and word[:1].isupper():  # «А.Г. Лукашенко»
        following = WORD.match(after)
        return following is not None and following.group().lower() in language.starters
    if lower not in language.may_end or (len(word) == 1 and word.isupper()):
        return None  # «В. С. Ветлугин»: an initial is no «в.»
    if not after:
        return True
    following = WORD.match(after)
    if text[stop : stop + 1] == "\n" and after[0].isupper():
        return True  # a line of its own
    if following is None and lower in ("г", "гг") and _DAY.match(after):
        return _year_before(text, dot - len(word)) and _has_verb(text[begin:dot])
    if following is None or not following.group()[:1].isupper():
        return False
    if len(following.group()) == 1 and after[1:2] == ".":  # «Указом от 5 мая 2013 г. В. Горячев назначен …»
        return _year_before(text, dot - len(word)) and _has_verb(text[begin:dot])
    if following.group().lower() in language.starters:
        return True
    if (following.group().isupper() and len(following.group()) > 1) or len(following.group()) == 1:
        return False
    if (
        forms(following.group().lower())[:1]
        and forms(following.group().lower())[0].pos in ("VERB", "PRTS")
        and _has_verb(text[begin:dot])
    ):
        return True
    if lower in ("г", "гг") and not _year_before(text, dot - len(word)):
        return False
    nominative_next = any(form.case == "nom" for form in forms(following.group().lower()))
    return nominative_next and _has_verb(text[begin:dot])


def _year_before(text: str, at: int) -> bool:
    before = text[max(0, at - 6) : at].rstrip()
    return before[-1:].isdigit()


def _has_verb(words: str) -> bool:
    for match in WORD.finditer(words):
        readings = forms(match.group().lower().replace("ё", "е"))
        if readings and (readings[0].pos in ("VERB", "PRTS") or any(form.pos == "PRTS" for form in readings)):
            return True
    return False


def _goes_on(before: str, after: str, language: Any) -> bool:
    """Whether a verb without a subject tells of the noun phrase before it: «Соглашение о … . Подписано в Анкаре …»."""
    following = WORD.match(after)
    acts = language.words["instrument_acts"]
    if (
        following is None
        or not following.group()[:1].isupper()
        or language.key(following.group().lower()) not in acts
    ):
        return False
    readings = forms(following.group().lower().replace("ё", "е"))
    if not any(form.pos in ("PRTS", "VERB") for form in readings):
        return False
    last = _FULL_STOP.split(before)[-1]
    first = WORD.search(last)
    if first is None:
        return False
    known = language.find([language.key(first.group())], 0)[1]
    named = any(entry.kind == "instrument" for entry in known) and not _has_verb(last)
    return named or language.key(first.group().lower()) in acts
