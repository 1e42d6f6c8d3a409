"""In which language each block of a document is read: by the script of its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.reading.layout.block import Block

_CYRILLIC = re.compile(r"[Ѐ-ԯ]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
# Letters of other languages in Cyrillic script: Ukrainian, Belarusian, Serbian, Macedonian, Kazakh, Kyrgyz, Tatar, …
_NOT_RUSSIAN = re.compile(r"[ІіЇїЄєҐґЎўЈјЉљЊњЋћЂђЏџЃѓЌќЅѕӘәҒғҚқҢңӨөҰұҮүҺһҶҷҲҳӢӣӮӯ]")
_SAMPLE = 2_000
_FOREIGN = 0.03
"""The share of letters that Russian does not have from which a block is another language."""


def languages(text: str, blocks: Sequence[Block], default: str) -> list[str]:
    """The language of each block: "ru" or "en" by its script, "" for another language in Cyrillic script.

    A block of few letters (a date, a number, an abbreviation) takes the language of the block before it.
    """
    if possible(text, default) == ("en",):
        return ["en"] * len(blocks)
    found: list[str] = []
    before = default
    for block in blocks:
        sample = text[block.start : min(block.end, block.start + _SAMPLE)]
        cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
        if cyrillic + latin < 8:
            found.append(before or default)
            continue
        if cyrillic > latin:
            before = "" if len(_NOT_RUSSIAN.findall(sample)) > _FOREIGN * cyrillic else "ru"
        else:
            before = "en"
        found.append(before)
    return found


def possible(text: str, default: str) -> tuple[str, ...]:
    """The languages in which blocks of a text may be read."""
    if default == "en" and (text.isascii() or not _CYRILLIC.search(text)):
        return ("en",)
    return ("ru", "en") if _LATIN.search(text) else ("ru",)


def script(text: str, default: str) -> str:
    """The language of a short run of text by its script; `default` where it has no letters."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic == latin:
        return default
    return "ru" if cyrillic > latin else "en"
