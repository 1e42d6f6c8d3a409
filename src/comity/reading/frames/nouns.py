"""Noun phrases in a sentence, and the states that have a part in what it tells."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from comity.knowledge.tables import table
from comity.reading.discourse import Context
from comity.reading.language import language
from comity.reading.named.name import Named
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import DATELINE, Unit

_NOMINAL = frozenset(
    {
        "word",
        "state",
        "dyad",
        "sides",
        "combining",
        "organisation",
        "place",
        "actor",
        "quoted",
        "event",
        "body",
        "amount",
    }
    | {"instrument", "mission", "relations", "office", "number", "determiner", "poss"}
)
_DASHES = frozenset("-–—\ufffd")


def wording(sentence: Sentence, units: Iterable[Unit], *, proper: bool = False) -> str:
    """The words of units as a claim says them: without articles, white space folded, lost apostrophes
    restored. A `proper` name keeps those inside it ("Order of the Rising Sun").
    """
    articles = sentence.language.words["article"]
    words, last, case = "", -1, ""
    for unit in units:
        if unit.kind == "determiner" and unit.key in articles and not (proper and words):
            continue
        text = str(unit.value) if unit.kind == "quoted" else sentence.text[unit.start : unit.end]
        if unit.kind == "preposition" and words:
            text = text[:1].lower() + text[1:]  # it may have begun the sentence
        words += ("" if last < 0 or unit.start == last else " ") + text
        last = unit.end
        case = case or unit.case
    return str(sentence.language.morphology.nominative(tidy(words), case))


def tidy(words: str) -> str:
    """Text with white space folded and lost characters (U+FFFD) replaced by the evident sign."""
    words = re.sub(r"(?<=\w)\ufffd(?=\w)", "’", words)
    words = re.sub(r"(?<=\s)\ufffd(?=\s)", "–", words).replace("\ufffd", "")
    return " ".join(words.split()).strip(" ,;:-–—")


def phrase(
    sentence: Sentence, index: int, marks: frozenset[str] = frozenset({"of"}), stop: int | None = None
) -> int:
    """The index after the noun phrase that begins at `index`; prepositions of `marks` carry it on."""
    units = sentence.units
    limit = len(units) if stop is None else min(stop, len(units))
    cursor, end = index, index
    while cursor < limit:
        unit = units[cursor]
        if unit.kind in _NOMINAL:
            cursor += 1
            end = cursor if unit.kind not in ("determiner", "poss") else end
        elif unit.kind == "trigger" and (
            not is_verb(sentence, cursor)
            or _is_hyphened(units, cursor, index)
            or _is_title(sentence, cursor, limit)
        ):
            cursor += 1
            end = cursor
        elif unit.kind == "preposition" and cursor > index and _goes_on(units, cursor, limit, marks):
            cursor += 1
        elif (
            unit.text == "."
            and cursor > index
            and units[cursor - 1].key in sentence.language.abbreviations
            and cursor + 1 < limit
        ):
            cursor += 1  # "the Order of St. Olav"
        elif (unit.text in _DASHES and cursor > index and unit.start == units[cursor - 1].end) or (
            unit.kind == "and" and cursor > index and _joins(sentence, cursor)
        ):
            cursor += 1
        else:
            break
    return end


def _goes_on(units: list[Unit], index: int, limit: int, marks: frozenset[str]) -> bool:
    """Whether a preposition carries a noun phrase on: one of the marks, or "over" before an amount within it."""
    if units[index].value in marks:
        return True
    within = units[index].value == "over" and units[index - 1].kind == "preposition"
    return within and index + 1 < limit and units[index + 1].kind == "amount"


def _is_title(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a word that may be a verb is part of an office: "B's acting (head of mission)"."""
    acts = sentence.units[at].key in sentence.language.words["acting"]
    return acts and at + 1 < limit and sentence.units[at + 1].kind == "actor"


def _is_hyphened(units: list[Unit], at: int, first: int) -> bool:
    """Whether a participle is the end of an adjective: "a Norwegian-owned (tanker)"."""
    hyphen = units[at - 1] if at > first else None
    return hyphen is not None and hyphen.text in _DASHES and hyphen.end == units[at].start


def _joins(sentence: Sentence, index: int) -> bool:
    """Whether "and" joins two words of one phrase, not two clauses."""
    units = sentence.units
    if index + 1 >= len(units):
        return False
    noun = units[index + 1].kind == "trigger" and not is_verb(sentence, index + 1)
    if index + 2 < len(units) and units[index + 1].kind == "place":
        noun = units[index + 2].kind == "word"  # "the (Tor and Chor crossings)"
    if not noun and units[index + 1].kind not in ("word", "state", "organisation", "quoted"):
        return False
    for cursor in range(index + 1, min(index + 6, len(units))):
        unit = units[cursor]
        if unit.kind in ("be", "have", "modal", "pronoun") or is_verb(sentence, cursor):
            return False
        if unit.kind not in ("word", "state", "organisation", "quoted", "determiner", "trigger"):
            break
    return True


def direction(sentence: Sentence, index: int) -> str:
    """The voice of a verb, with a bare past form told apart: `active` where an object follows, else
    `passive`.
    """
    how = voice(sentence, index)
    if how != "bare":
        return how
    at = past_second_verb(sentence, _past_aside(sentence, index + 1))
    if at + 1 < len(sentence.units) and sentence.units[at].text in sentence.language.words["quote_open"]:
        at += 1  # "expelled “four diplomats …"
    after = sentence.units[at] if at < len(sentence.units) else None
    if after is not None and after.kind == "preposition" and _is_about(sentence, at):
        # "disbursed over 3 million", "expelled about 200 …"
        after = sentence.units[index + 2] if index + 2 < len(sentence.units) else None
    return "active" if after is not None and after.kind in _NOMINAL | {"trigger", "pronoun"} else "passive"


def _is_about(sentence: Sentence, at: int) -> bool:
    """Whether a preposition only says that a number behind it is not exact: "over", "about (200)"."""
    unit, behind = sentence.units[at], sentence.units[at + 1 : at + 2]
    near = unit.key in sentence.language.words["approx"] and bool(behind) and behind[0].kind == "amount"
    return unit.value == "over" or near


def past_second_verb(sentence: Sentence, at: int) -> int:
    """The index after a second verb that shares the object of the first: "trained and equipped the army of B"."""
    units = sentence.units
    if at + 2 >= len(units) or units[at].kind != "and" or sentence.language.cases:
        return at
    second = units[at + 1]
    past = second.kind in ("trigger", "word") and second.text.islower() and second.text.endswith("ed")
    return at + 2 if past else at


def _past_aside(sentence: Sentence, at: int) -> int:
    """The index after words between commas that begin with "along with": "signed, along with B, the Agreement"."""
    units = sentence.units
    aside = units[at].text == "," if at < len(units) else False
    aside = aside and any(
        unit.kind == "preposition" and unit.value == "with" for unit in units[at + 1 : at + 3]
    )
    closed = (
        next((i for i in range(at + 2, min(at + 8, len(units))) if units[i].text == ","), 0) if aside else 0
    )
    return closed + 1 if closed else at


def head_before(sentence: Sentence, index: int, reach: int = 6) -> int:
    """The index of the first unit of the noun phrase whose last word stands just before `index`."""
    units = sentence.units
    first = index
    while first > 0 and index - first < reach:
        unit = units[first - 1]
        noun = unit.kind == "trigger" and not is_verb(sentence, first - 1)
        if (
            noun
            or unit.kind
            in (
                "word",
                "state",
                "dyad",
                "combining",
                "organisation",
                "quoted",
                "amount",
                "number",
                "poss",
                "body",
            )
            or (unit.text in _DASHES and first < index)
        ):
            first -= 1
        elif unit.kind == "determiner":
            first -= 1
            break
        else:
            break
    return first


@functools.cache
def _own_nouns(code: str, predicate: str) -> dict[str, str]:
    """The nouns that verbs of a predicate have besides its common one, with their link, by each form of the verb:
    "occupied" → "occupation of".
    """
    entries, speech = table(code, "predicates"), language(code)
    forms = speech.morphology.verb_forms
    return {
        key: noun
        for verb, noun in entries["predicates"][predicate].get("own", {}).items()
        for form, _ in forms(verb, entries.get("irregular", {}))
        for key in (speech.key(form), " ".join(map(speech.key, form.split(" "))))
    }


def noun_of(sentence: Sentence, predicate: str, verb: str = "") -> str:
    """The noun for a predicate in the sentence's language: "expulsion" for `expel`; for a verb (its key) that has a
    noun of its own, that.
    """
    own = _own_nouns(sentence.language.code, predicate).get(verb)
    if own:
        return own.split(" ")[0]
    nouns: list[str] = table(sentence.language.code, "predicates")["predicates"][predicate].get("nouns", [])
    return nouns[0] if nouns else ""


def act_of(sentence: Sentence, predicate: str, thing: str, verb: str = "") -> str:
    """An act by its noun and what it was done to: "expulsion of two diplomats"."""
    own = _own_nouns(sentence.language.code, predicate).get(verb)
    told: str | None = (
        own.partition(" ")[2]
        if own
        else table(sentence.language.code, "predicates")["predicates"][predicate].get("link")
    )
    noun = noun_of(sentence, predicate, verb)
    link = " ".join(sentence.language.words["linker"]) if told is None else told
    governs = link.rpartition(" ")[2] not in sentence.language.marks
    if (
        thing and noun and (not link or (governs and bool(own)))
    ):  # «вторжение в воздушное пространство (Греции)»
        thing = sentence.language.morphology.genitive(thing)
    return " ".join(part for part in (noun, link if thing else "", thing) if part)


# -- states --------------------------------------------------------------------------------------------------


def states_of(unit: Unit) -> tuple[str, ...]:
    """The states that a unit names or whose side it is on; the town of a dateline is on none."""
    if unit.value is None or unit.mark == DATELINE:
        return ()
    if unit.kind == "state":
        return (str(unit.value[0]),)
    if unit.kind == "dyad":
        return tuple(unit.value)
    if unit.kind == "combining":
        return (str(unit.value),)
    if isinstance(unit.value, Named):
        found = dict.fromkeys(unit.value.states)
        found.update(dict.fromkeys(actor.state for actor in unit.value.actors if actor.state))
        return tuple(found)
    if unit.kind in ("actor", "place", "organisation"):
        state = getattr(unit.value, "state", None)
        return (str(state),) if state else ()
    return ()


def states_told(sentence: Sentence, indices: Iterable[int]) -> tuple[str, ...]:
    """The states that the units at the indices tell, in order, each once."""
    found: dict[str, None] = {}
    units = sentence.units
    for index in indices:
        unit = units[index]
        if unit.value is None or (unit.kind == "state" and _is_of_waters(sentence, index)):
            continue
        for state in states_of(unit):
            found[state] = None
    return tuple(found)


def _is_of_waters(sentence: Sentence, index: int) -> bool:
    """Whether an adjective of a state belongs to the name of a sea: "the Indian Ocean"."""
    unit = sentence.units[index]
    if unit.value[1] != "adjective" or index + 1 >= len(sentence.units):
        return False
    return in_class(sentence.units[index + 1], sentence, "waters")


def both_sides(told: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The two states of the relations that told states are part of; empty where no two states are in play."""
    pair = context.pair()
    if context.loose and (pair is None or len(told) >= 2):
        return told[:2] if len(told) >= 2 else ()
    if pair:
        inside = [state for state in told if state in pair]
        outside = [state for state in told if state not in pair]
        if inside or not outside:
            return pair if len(inside) != 1 or len(outside) != 1 else (inside[0], outside[0])
        return ()
    if len(told) >= 2:
        if context.home and context.home not in told:
            return ()
        if context.home in told and told.index(context.home) > 1:
            return (told[0], str(context.home))
        return told[:2]
    if len(told) == 1 and context.home and context.home != told[0]:
        return (context.home, told[0])
    return ()


@functools.cache
def _fields(code: str) -> dict[str, str]:
    """The field that a word tells, from the classes of words named `field_…`."""
    found: dict[str, str] = {}
    for name, words in language(code).words.items():
        if name.startswith("field_"):
            for word in words:
                found.setdefault(word, name.removeprefix("field_").replace("_", " "))
    return found


def fields_of(sentence: Sentence, low: int, high: int) -> str | None:
    """The field that the words between two indices belong to: that of the first word that tells one."""
    fields = _fields(sentence.language.code)
    for unit in sentence.units[low:high]:
        for key in unit.key.split(" ") if unit.key else unit.text.lower().split():
            if key in fields:
                return fields[key]
    return None


def field_of_block(sentence: Sentence) -> str | None:
    """The field that the heading above a sentence tells."""
    fields = _fields(sentence.language.code)
    for heading in reversed(sentence.block.headings):
        for word in re.findall(r"[^\W\d_]+", heading):
            if sentence.language.key(word) in fields:
                return fields[sentence.language.key(word)]
    return None


def may_have(sentence: Sentence, name: str) -> bool:
    """Whether a unit of a sentence is of a class of words by its last word; none need be looked for where not."""
    ends = sentence._ends
    if ends is None:
        key = sentence.language.key
        words = [unit.key or unit.text for unit in sentence.units]
        ends = sentence._ends = {unit.key for unit in sentence.units}
        ends.update([key(word.split()[-1]) for word in words if word.strip()])
    return not sentence.language.words[name].isdisjoint(ends)


def in_class(unit: Unit, sentence: Sentence, name: str) -> bool:
    """Whether the last word of a unit is of a class of words."""
    words = sentence.language.words[name]
    key = unit.key
    if key:
        return key in words or (" " in key and key[key.rindex(" ") + 1 :] in words)
    parts = unit.text.split()
    return bool(parts) and sentence.language.key(parts[-1]) in words
