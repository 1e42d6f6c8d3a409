"""Bytes to text: which encoding a file is in, and its text.

In order: a byte order mark; UTF-16 or UTF-32 without a mark; UTF-8 if every byte fits (a text whose quotes
were lost to U+FFFD long ago is valid UTF-8 and stays as it is); what the page declares, if its bytes agree;
the Cyrillic one-byte encodings by the frequency of letters; charset-normalizer for the rest. Decoding never
fails: bytes that fit nothing become U+FFFD and a note says how many.
"""

from __future__ import annotations

import codecs
import math
import re
from dataclasses import dataclass

from comity.sources.detect import wide

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32", "utf-32-be"),
    (b"\xff\xfe", "utf-16", "utf-16-le"),
    (b"\xfe\xff", "utf-16", "utf-16-be"),
)

CYRILLIC = ("cp1251", "koi8-r", "cp866", "iso8859-5", "mac_cyrillic")
"""The one-byte encodings that Russian came in, the more usual first."""

WESTERN = (
    "cp1252", "cp1250", "iso8859-2", "cp1254", "iso8859-15", "cp1257", "cp1253", "iso8859-7", "cp1255",
    "cp1256", "mac_roman", "cp437", "cp850",
)  # fmt: skip
"""What charset-normalizer may choose from when the text is not Cyrillic."""

_NO_ENCODINGS = (
    "unicode-escape",
    "raw-unicode-escape",
    "unicode_escape",
    "raw_unicode_escape",
    "utf-7",
    "utf-16",
    "utf-32",
)
_SAMPLE = 100_000
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_LATIN_WITH_HIGH = re.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")

# How often each letter comes in Russian, in tenths of a per cent.
_LETTERS = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14, 12, 10, 9,
         7, 6, 5, 4, 3, 3, 1, 1),
        strict=True,
    )
)  # fmt: skip
# A capital is ten times rarer than its small letter. That also tells cp1251 and KOI8-R apart, in which the
# two cases stand about where the other has them.
_SCORES = {letter: math.log(share / 1000) for letter, share in _LETTERS.items()}
_SCORES |= {letter.upper(): score - 2.3 for letter, score in list(_SCORES.items())}
_SCORES |= dict.fromkeys("«»—–…№„“”’\xa0", -5.0)
_UNLIKELY = -9.0

_UNUSUAL = re.compile(
    r"[^\x00-\x7féèêëàâçôûùïîüöäßñáíóúãõåæøœÉÈÀÂÇÔÜÖÄÁÍÓÚÅØÆ‘’“”„«»–—…•·°§©®™€£½\xa0\xad]|[a-z][‘“”„«»…•·°§©®™€£½][a-z]"
)

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})["']"""
    rb"""|<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.I,
)


@dataclass(frozen=True)
class Decoded:
    """The text of a file, the encoding it was in (a Python codec name), and notes on what was done."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of bytes. `declared` is what the page or the server says of its encoding, if anything."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _decode(data, codec, name)
    # Before UTF-8, because nil bytes are valid UTF-8; text without them is never taken for it.
    if name := wide(data[:4096]):
        return _decode(data, name, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass  # The usual way to learn that it is something else.
    if _mostly_utf8(data):
        return _decode(data, "utf-8", "utf-8")
    name = _guess(data, _codec(declared))
    return _decode(data, name, name)


def declared_encoding(data: bytes) -> str:
    """The encoding that the beginning of a web page declares, or ""."""
    found = _DECLARED.search(data[:8192])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _decode(data: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), name)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        return Decoded(text, name, (f"{lost} characters do not fit {name} and were lost",))


def _codec(name: str) -> str:
    """The Python codec for a declared name, "" if there is none that makes text of bytes."""
    try:
        info = codecs.lookup(name)
        # Some codecs are no character encodings, or do not know how to go on after an error.
        if not isinstance(b"a\x80\xff".decode(info.name, "replace"), str) or info.name in _NO_ENCODINGS:
            return ""
    except (LookupError, UnicodeError, ValueError):
        return ""
    # The web means Windows' encodings by these names.
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}.get(info.name, info.name)


def _mostly_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8 with a few broken places: cut off, or pasted into."""
    sample = data[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    lost = sample.decode("utf-8", "replace").count("\N{REPLACEMENT CHARACTER}")
    written = sample.count(b"\xef\xbf\xbd")
    # A sample may be cut within a character; U+FFFD that the file itself holds is no damage.
    return high >= 4 and max(0, lost - written - 1) < 0.1 * high


def _guess(data: bytes, declared: str) -> str:
    # A text may begin with a long Latin part (markup, an English half): look where the high bytes are.
    first = _HIGH.search(data)
    start = max(0, (first.start() if first else 0) - 200)
    sample = data[start : start + _SAMPLE]
    high = len(_HIGH.findall(sample))
    runs = [run for run in _HIGH_RUN.findall(sample) if len(run) > 1]
    # Letters of a Latin word stand beside Latin letters; those of a Cyrillic word stand beside one another.
    cyrillic = (
        sum(map(len, runs)) > 2 * len(_LATIN_WITH_HIGH.findall(sample)) and max(map(len, runs), default=0) > 2
    )
    if declared and _fits(sample, declared):
        one_byte = len(bytes(range(0xA0, 0x100)).decode(declared, "replace")) == 96
        if not one_byte or declared in ("koi8-u", "cp1255", "cp1256"):
            return declared
        # Pages declare their server's default more often than their own encoding: Cyrillic bytes decide.
        if not cyrillic:
            return "cp1252" if declared in CYRILLIC and _western(sample, high) else declared
        best = _cyrillic(sample)
        if declared in CYRILLIC:
            return best if _score(sample, best) > _score(sample, declared) + 0.2 else declared
        return best if _score(sample, best) > -4.2 else declared
    if cyrillic and _score(sample, best := _cyrillic(sample)) > -4.2:
        return best
    # A few accented letters in a Latin text are too little to tell by; the Western ones are the usual ones.
    if _western(sample, high) or (not cyrillic and _plain_western(sample)):
        return "cp1252"
    return _normalizer(sample) or (_cyrillic(sample) if cyrillic else "cp1252")


def _fits(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    return text.count("\N{REPLACEMENT CHARACTER}") <= 0.001 * len(text) + 1


def _western(sample: bytes, high: int) -> bool:
    """Whether the high bytes are few and are the quotes, dashes and signs of Windows' Western encoding."""
    signs = len(
        re.findall(
            rb"[\x80\x82\x84\x85\x8b\x91-\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb]", sample
        )
    )
    return high < 0.05 * len(sample) and signs >= 0.6 * high


def _plain_western(sample: bytes) -> bool:
    """Whether the high bytes are only Western letters and signs, with no sign within a word."""
    text = sample.decode("cp1252", "replace")
    return not _UNUSUAL.search(text)


def _cyrillic(sample: bytes) -> str:
    return max(CYRILLIC, key=lambda codec: _score(sample, codec))


def _score(sample: bytes, codec: str) -> float:
    """How like Russian the high bytes are when read with a codec: the mean logarithm of letter frequencies.

    Capitals that begin a word count as rare as they are, and a capital after a small letter as an error.
    Russian text in its own encoding has about -3.2; in all capitals about -3.4.
    """
    text = sample[:20_000].decode(codec, "replace")
    total, number = 0.0, 0
    small = capital = False
    for character in text:
        if character < "\x80":
            small = capital = False
            continue
        score = _SCORES.get(character, _UNLIKELY)
        is_capital = "А" <= character <= "Я" or character == "Ё"
        if is_capital and small:
            score -= 3
        elif is_capital and capital:
            # Within a word in capitals only the first is as rare as a capital is.
            score += 2.3
        total += score
        number += 1
        small, capital = "а" <= character <= "я" or character == "ё", is_capital
    return total / number if number else -100.0


def _normalizer(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    # Without the list, KOI8-R is taken for Shift-JIS and short Western texts for anything.
    best = from_bytes(sample, cp_isolation=[*WESTERN, *CYRILLIC], enable_fallback=False, explain=False).best()
    return best.encoding if best is not None else ""
