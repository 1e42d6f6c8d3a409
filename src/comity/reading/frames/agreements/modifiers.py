"""What words before an instrument's word say of it: "free trade (agreement)", "draft (treaty)"."""

from __future__ import annotations

from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.nouns import tidy, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

_DASHES = frozenset("-–—\ufffd")
_WORDS_BEFORE = frozenset(
    {"word", "body", "instrument", "trigger", "organisation", "quoted", "combining", "event"}
)


def _party(unit: Unit) -> str:
    """A state's code, or an organisation's name."""
    if unit.kind == "state":
        return str(unit.value[0])
    return unit.text


class Modifiers:
    """The words before the head of an instrument's phrase."""

    def __init__(self, sentence: Sentence, made: Instrument) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made

    def before(self) -> str | None:
        """What words before the head or in the head's own phrase say of the subject: "free trade (agreement)"."""
        units, head = self.units, self.made.unit
        first = self.made.index
        while first > 0 and self.made.index - first < 8 and self.modifies(first - 1):
            first -= 1
        while first < self.made.index and (
            units[first].kind in ("preposition", "and") or units[first].text in _DASHES
        ):
            first += 1
        first = self.joined_parties(first)
        self.made.first = first
        chosen = [unit for unit in units[first : self.made.index] if not self.generic(unit)]
        self.made.draft = any(
            unit.key in self.words["instrument_draft"] for unit in units[max(0, first - 3) : self.made.index]
        )
        while chosen and chosen[0].text in _DASHES:
            chosen.pop(0)
        text = wording(self.sentence, chosen) if chosen else ""
        return tidy(f"{text} {self.inner(head)}") or None

    def joined_parties(self, first: int) -> int:
        """The index after a state and an organisation joined by a dash before the other words: "A–European Union Trade
        Agreement"."""
        for at in (first - 3, first - 2, first - 1):
            if at < 0 or at + 3 > self.made.index:
                continue
            one, dash, other = self.units[at : at + 3]
            if dash.text not in _DASHES or not one.end == dash.start < dash.end == other.start:
                continue
            if {one.kind, other.kind} == {"state", "organisation"}:
                self.made.pair = (_party(one), _party(other))
                return at + 3
        return first

    def modifies(self, index: int) -> bool:
        unit = self.units[index]
        after = self.units[index + 1]
        if unit.kind == "trigger":
            return not is_verb(self.sentence, index) or (is_capitalised(unit) and is_capitalised(after))
        if unit.kind == "actor":
            joined = after.kind == "and" and is_capitalised(self.units[index + 2])
            return (
                not unit.value.person.office
                and after.start <= unit.end + 1
                and (joined or is_capitalised(after))
            )
        if unit.text in _DASHES:
            return unit.end == after.start
        if unit.kind == "preposition":
            before = self.units[index - 1] if index else None
            return (
                unit.value in ("of", "for")
                and is_capitalised(self.made.unit)
                and before is not None
                and is_capitalised(before)
                and before.kind == "word"
            )
        if unit.kind == "and":
            before = self.units[index - 1] if index else None
            return (
                before is not None
                and (
                    before.kind in ("word", "trigger")
                    or (before.kind == "actor" and not before.value.person.office)
                )
                and is_capitalised(before)
                and is_capitalised(after)
                and is_capitalised(self.made.unit)
            ) or self.joins_modifiers(index)
        return unit.kind in _WORDS_BEFORE and unit.key not in self.words["adverb"]

    def joins_modifiers(self, index: int) -> bool:
        """Whether "and" right before the head joins two words for it: "a partnership and cooperation agreement"."""
        modified = index + 1 < self.made.index or " " in self.made.unit.text
        if index < 2 or not modified:
            return False
        opener = self.units[index - 2]
        opens = opener.kind in ("determiner", "poss", "pronoun") or self.generic(opener)
        return self.units[index - 1].kind == "word" and opens

    def generic(self, unit: Unit) -> bool:
        if unit.key in self.words["instrument_modifier"] or unit.key in self.words["instrument_draft"]:
            return True
        return self.made.unit.value == "treaty" and self.is_of_place(unit)

    def is_of_place(self, unit: Unit) -> bool:
        """Whether a treaty is called by an adjective of where it was made, which says nothing of its subject: «Гентский
        договор»."""
        ending, topics = tuple(self.words["place_adjective"]), tuple(self.words["topic_adjective"])
        return unit.kind == "word" and unit.key.endswith(ending) and not unit.key.endswith(topics)

    def inner(self, head: Unit) -> str:
        """The words of the head's phrase before its own head: "free trade" of "free trade agreement"; an abbreviation
        that tells its subject is it.
        """
        if head.key in self.words["acronym_agreement"] or head.key in self.words["acronym_treaty"]:
            return head.text
        if self.made.unit.value == "exchange-of-notes":
            return ""  # «обменом нотами»
        words = head.text.split()
        for place, word in enumerate(words):
            _, entries = self.sentence.language.find([self.sentence.language.key(word)], 0)
            if any(entry.kind == "instrument" for entry in entries):
                if not place and self.is_topic(words[1:2]):
                    # "Protocol on Consultations", «Меморандум о сотрудничестве»
                    return str(self.sentence.language.morphology.nominative(" ".join(words[2:]), "loc"))
                return " ".join(
                    w
                    for w in words[:place]
                    if w.lower() not in self.words["instrument_modifier"]
                    and self.sentence.language.key(w) not in self.words["instrument_modifier"]
                )
        return ""

    def is_topic(self, words: list[str]) -> bool:
        """Whether a word is a preposition that leads to a subject."""
        if not words:
            return False
        _, entries = self.sentence.language.find([self.sentence.language.key(words[0])], 0)
        return any(entry.kind == "preposition" and entry.value == "on" for entry in entries)
