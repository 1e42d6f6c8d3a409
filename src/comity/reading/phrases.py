"""Third stage: a sentence's tokens into units: dates, amounts, states, places, offices, instruments, triggers.

Each look-up takes the longest entry of the lexicon. What an entry is depends on its spelling: names of states and
places count only when capitalised, abbreviations only in their own spelling.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from comity.reading.amounts import Amount
from comity.reading.dates import DateMention
from comity.reading.entries import choose
from comity.reading.language import Language
from comity.reading.units import Unit
from comity.reading.vocabulary import Token, meant, vocabulary

_OPEN = {"“": "”", "«": "»", "„": "“”", '"': '"', "\ufffd": "\ufffd", "‘": "’", "”": "”", "`": "`'"}
_DASHES = frozenset("-–—\ufffd")
_LONGEST_QUOTE = 90
_FEW = 3
"""Words of somebody's that a report quotes within its own."""
_LONGEST_SHORT = 8
"""Letters of an abbreviation."""
_LONGEST_NAME = 5
"""Words of a quoted name that begins in lower case; more are somebody's speech, which is read like all else."""

_TERM = 3
"""Words of a quotation that is a term, not a name."""
_PAIR = 2
"""Words of one that begins in lower case: «чёрный список»."""


def _without_abbreviations(units: list[Unit]) -> list[Unit]:
    """Units without an abbreviation in brackets behind the name it stands for: "the Federal Security Service (FSB)
    announced"; one that opens no phrase of its own.
    """
    kept: list[Unit] = []
    i = 0
    while i < len(units):
        bracketed = kept and i + 2 < len(units) and units[i].text == "(" and units[i + 2].text == ")"
        if bracketed and _abbreviates(units[i + 1], kept):
            i += 3
            continue
        kept.append(units[i])
        i += 1
    return kept


def _abbreviates(unit: Unit, before: list[Unit]) -> bool:
    """Whether a unit is an abbreviation of the name before it: of a state, or of a body that a state's name begins."""
    short, name = unit.text.replace(".", ""), before[-1]
    if not short.isalpha() or not short.isupper() or not 2 <= len(short) <= _LONGEST_SHORT:
        return False
    if unit.kind == "state":
        return name.kind == "state" and bool(name.value[0] == unit.value[0])
    if unit.kind not in ("word", "organisation") or name.kind not in ("word", "organisation"):
        return False
    if name.text.split()[-1][:1] not in short:
        return False
    names = itertools.dropwhile(lambda one: one.kind == "word" and one.text[:1].isupper(), reversed(before))
    owner = next(names, name)
    return name.kind == "organisation" or owner.kind in ("state", "poss")


def phrases(
    text: str,
    start: int,
    end: int,
    language: Language,
    dates: Sequence[DateMention],
    amounts: Sequence[Amount],
) -> list[Unit]:
    """The units of `text[start:end]`."""
    places, raw = vocabulary(language).tokens(text, start, end)
    values: dict[int, tuple[int, str, object]] = {}
    for amount in amounts:
        values[amount.start] = amount.end, "amount", amount
    for mention in dates:
        values[mention.start] = mention.end, "date", mention
    keys = [token.word for token in raw]
    known = language.entries
    found: list[Unit] = []
    closed = -1
    after, size = 0, len(raw)
    for index, token in enumerate(raw):
        if index < after:
            continue  # a part of the unit before
        place = places[index]
        end = place + token.size
        if token.plain and place not in values:
            found.append(Unit(token.kind, place, end, token.text, token.key, token.value))
            continue
        value = values.get(place)
        if value is not None and not (value[1] == "amount" and _names_sides(language, keys, index)):
            stop, kind, meaning = value
            after = index
            while after < size and places[after] < stop:
                after += 1
            found.append(Unit(kind, place, stop, text[place:stop], "", meaning))
            continue
        if token.opens and index != closed:
            closing = _closing(raw, places, index)
            if closing and (
                _titles_instrument(language, keys, index + 1, closing)
                or _is_somebodys_word(language, raw, index + 1, closing)
                or _is_speech(raw, index + 1, closing)
            ):
                closed = closing  # what is quoted is read like all else
            elif closing and (term := _term(text, language, raw, places, index + 1, closing)) is not None:
                found.append(term)
                after = closing + 1
                continue
            elif closing:
                stop = places[closing] + len(raw[closing].text)
                inner = text[end : places[closing]].strip(" ,.")
                found.append(Unit("quoted", place, stop, text[place:stop], "", inner))
                after = closing + 1
                continue
        longer = token.longer
        if longer is not None and index + 1 < size:
            for length in longer.get(keys[index + 1], ()):
                key = " ".join(keys[index : index + length])
                if (entries := known.get(key)) is None or index + length > size:
                    continue
                last = index + length - 1
                stop = places[last] + len(raw[last].text)
                written = text[place:stop]
                chosen = choose(entries, written, token.text)
                if chosen:
                    kind, key, meaning = meant(chosen, key)
                    found.append(Unit(kind, place, stop, written, key, meaning))
                    after = index + length
                    break
            if after > index:
                continue
        found.append(Unit(token.kind, place, end, token.text, token.key, token.value))
    if text.find("(", start, end) >= 0:
        found = _without_abbreviations(found)
    kinds = {unit.kind for unit in found}
    if "combining" in kinds:
        _compounds(found)
    if "office" in kinds:
        _titles_in_names(found)
    if "state" in kinds or "combining" in kinds:
        _names_of_no_state(found, language)
    governed: list[Unit] = language.morphology.govern(found, language)
    return governed


def _names_sides(language: Language, keys: list[str], index: int) -> bool:
    """Whether a number only begins the words for both sides: "the two governments"; "the two states" may be any."""
    behind = keys[index + 1] if index + 1 < len(keys) else ""
    if behind not in language.words["governments"]:
        return False
    length, entries = language.find(keys, index)
    return length > 1 and any(entry.kind == "sides" for entry in entries)


def _term(
    text: str, language: Language, raw: list[Token], places: list[int], first: int, closing: int
) -> Unit | None:
    """The act that a quotation of several words names: «объявлен «персоной нон грата»»."""
    if raw[closing - 1].text in (",", "."):
        closing -= 1  # "persona non grata,"
    keys = [token.word for token in raw[first:closing]]
    few = _PAIR if raw[first].text.islower() else _TERM
    if len(keys) < few or raw[first].longer is None:
        return None
    length, entries = language.find(keys, 0)
    if length != len(keys) or not any(entry.kind == "trigger" for entry in entries):
        return None
    start, stop = places[first], places[closing - 1] + len(raw[closing - 1].text)
    chosen = choose(entries, text[start:stop], raw[first].text)
    if not chosen:
        return None
    kind, key, meaning = meant(chosen, " ".join(keys))
    return Unit(kind, start, stop, text[start:stop], key, meaning)


def _titles_instrument(language: Language, keys: list[str], first: int, closing: int) -> bool:
    """Whether a quotation is the title of an instrument."""
    for at in (first, *range(closing - 1, first, -1)):
        length, entries = language.find(keys, at)
        if not any(entry.kind == "instrument" for entry in entries):
            continue
        stop = at + length
        _, behind = language.find(keys, stop) if stop < closing else (0, [])
        if at == first or stop == closing or any(entry.kind == "preposition" for entry in behind):
            return True  # "Agreement on Trade", "Investment Agreement", "General Treaty of Friendship"
    return False


def _is_somebodys_word(language: Language, raw: Sequence[Token], first: int, closing: int) -> bool:
    """Whether a quotation is a word or two of speech: a "strong protest", an "illegal" airstrike."""
    words = raw[first:closing]
    few = 0 < len(words) <= _FEW and not language.cases
    return few and all(word.text.isalpha() and word.text.islower() for word in words)


def _is_verb_alone(word: Token) -> bool:
    """Whether a word is an auxiliary, or a verb by its form alone."""
    if word.kind in ("be", "have", "modal"):
        return True
    forms = word.value if word.kind == "trigger" and isinstance(word.value, tuple) else ()
    return any(form in ("finite", "participle") for _, form in forms)


def _is_speech(raw: Sequence[Token], first: int, closing: int) -> bool:
    """Whether a quotation is a sentence that somebody said, who is told behind it: "Trade grew in 2014," she said."""
    words = [word for word in raw[first:closing] if word.text.isalpha()]
    behind = [word.text for word in raw[closing + 1 : closing + 3]]
    said = raw[closing - 1].text == "," or (len(behind) > 1 and behind[0] == "," and behind[1] in _DASHES)
    whole = len(words) > _LONGEST_NAME and words[0].text[:1].isupper()
    plain = sum(word.text.islower() for word in words) * 2 > len(words)
    acts = any(_is_verb_alone(word) for word in raw[first:closing])
    return said and whole and plain and acts


def _compounds(found: list[Unit]) -> None:
    """The first member of a compound of two states is a state: "Sino-Indian", «российско-вьетнамский»."""
    for index, unit in enumerate(found):
        if unit.kind != "combining":
            continue
        dash = found[index + 1] if index + 2 < len(found) else None
        if (
            dash is not None
            and dash.text in _DASHES
            and dash.start == unit.end
            and found[index + 2].kind in ("state", "combining")
        ):
            unit.kind, unit.value = "state", (unit.value, "adjective")


def _titles_in_names(found: list[Unit]) -> None:
    """A royal title with a dash behind it is a part of a name: "Hossein Amir-Abdollahian"."""
    for index in [index for index, unit in enumerate(found[:-2]) if unit.kind == "office"]:
        unit, dash, behind = found[index : index + 3]
        joined = dash.text == "-" and unit.end == dash.start and dash.end == behind.start
        if joined and unit.value.cls == "royalty" and unit.text.istitle() and behind.text[:1].isupper():
            unit.kind, unit.value = "word", None


def _names_of_no_state(found: list[Unit], language: Language) -> None:
    """The adjective of a state that only names a language or a district is none («русского языка»), but for courses of
    the language, which the state gives.
    """
    words = language.words
    for index in [index for index, unit in enumerate(found[:-1]) if unit.kind == "state"]:
        unit, after = found[index], found[index + 1]
        taught = index > 0 and found[index - 1].key in words["scheme"]
        if (
            unit.value[1] == "adjective"
            and after.key in words["no_state"]
            and after.kind == "word"
            and not taught
        ):
            unit.kind, unit.value = "word", None


def _is_said(raw: list[Token], closing: int) -> bool:
    """Whether a quotation is somebody's words, told behind it: «"Торговля выросла", – сказал министр»."""
    after = raw[closing + 1 : closing + 3]
    return len(after) == 2 and after[0].text == "," and after[1].text in "-–—"


def _closing(raw: list[Token], places: list[int], index: int) -> int:
    """Where a short quotation that opens here closes; 0 where it does not."""
    opening = raw[index].text
    closers = _OPEN[opening]
    begin = places[index]
    inside = begin + len(opening)
    if index + 1 >= len(raw) or places[index + 1] > inside + 1:
        return 0
    if opening == "\ufffd" and places[index + 1] != inside:
        return 0
    speech = raw[index + 1].text[:1].islower()
    before = inside
    for other in range(index + 1, len(raw)):
        end = places[other] + len(raw[other].text)
        if end - begin > _LONGEST_QUOTE:
            return 0
        if raw[other].text in closers and other > index + 1 and places[other] == before:
            return 0 if (speech and other - index > _LONGEST_NAME) or _is_said(raw, other) else other
        before = end
    return 0
