"""Second stage: a block into sentences, without breaking at abbreviations and initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.claim import Span
from comity.reading.language import Language

_END = re.compile(
    # the first sign is matched as a set, so that the search skips everything else fast
    r"[.!?…;](?:"
    r"(?<!;)[.!?…]*(?:,?\[\d+\])*[\"'»”’\ufffd)\]]*(?:\[\d+\])*(?=\s+[\"'«“‘\ufffd(\[]*[A-ZА-ЯЁ\d]|\s*$)"
    r"|(?<=;)\s*\n|(?<=\.)(?=[A-Z][a-z]+ [a-z])|(?<=[а-яё]{4}\.)(?=[А-ЯЁ][а-яё]* [а-яё\d]))"
    r"|\]\](?=\s+[A-ZА-ЯЁ])"  # what is left of a picture's caption
)
_LONGEST = 4_000
"""Signs in the longest sentence that is read as one."""
_NUMERALS = frozenset("IVX")
_NEXT_WORD = re.compile(r"\s+([A-ZА-ЯЁ][^\W\d_]*)\b")
_LAST_WORD = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.)*[^\W\d_]+$|\d+$")


def sentences(text: str, start: int, end: int, language: Language) -> list[Span]:
    """The sentences of `text[start:end]`."""
    found: list[Span] = []
    begin = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if (
            text[match.start()] == "."
            and match.group()[:2] != ".."
            and not _ends(text, begin, match.start(), stop, language)
        ):
            continue
        if not text[begin:stop].isspace():
            found.extend(_pieces(text, *_trim(text, begin, stop)))
        begin = stop
    if begin < end and not text[begin:end].isspace():
        found.extend(_pieces(text, *_trim(text, begin, end)))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, or its pieces where it is too long to be one (text without full stops): time stays linear."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield _trim(text, start, cut)
        start = cut
    yield _trim(text, start, end)


def _ends(text: str, begin: int, dot: int, stop: int, language: Language) -> bool:
    first = max(begin, dot - 30)
    word = _LAST_WORD.search(text, max(first, text.rfind(" ", first, dot) + 1), dot)
    if not word:
        return True
    last = word.group()
    told: bool | None = language.morphology.ends(text, begin, dot, stop, last, language)
    if told is not None:
        return told
    abbreviations = language.abbreviations
    if "." in last and len(last) > 3:  # "U.S.A." may end a sentence; a capitalised common word decides
        following = _NEXT_WORD.match(text, stop)
        return following is not None and following.group(1).lower() in language.not_names
    if "." in last and last.isupper() and len(last) == 3:  # "J.K. Rowling", "U.S. President"
        following = _NEXT_WORD.match(text, stop)
        return following is not None and language.classes.get(following.group(1).lower()) in (
            "determiner",
            "pronoun",
        )
    if last in _NUMERALS:  # "King Frederick V. In 1758"
        following = _NEXT_WORD.match(text, stop)
        if following is not None and following.group(1).lower() in language.not_names:
            return True
    if len(last) == 1 and last.isalpha():
        return last.islower() and last not in abbreviations
    return last.lower() not in abbreviations


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
