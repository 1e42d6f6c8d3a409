"""How far the words of one subject of an instrument reach: where the sentence goes on with something else."""

from __future__ import annotations

from comity.reading.frames.agreements.partners import Partners
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_PARTIES = frozenset({"between", "with"})
_DASHES = frozenset("-–—\ufffd")
_QUOTES = frozenset("\"“”„«»‘’'`\ufffd")
ENDS = frozenset({"be", "have", "modal", "clause", "date", "pronoun", "negation"})
_LISTED = frozenset({"word", "trigger", "actor", "determiner", "body"})


class Extent:
    """The end of a subject that begins at an index."""

    def __init__(self, sentence: Sentence, made: Instrument, partners: Partners) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made
        self.partners = partners
        self.limit = partners.limit

    def stop(self, index: int) -> int:
        """The index after the words of one subject that begins at `index`."""
        cursor = index
        while cursor < self.limit:
            unit = self.units[cursor]
            if cursor > index and self.names_another(cursor):
                cursor += 1
                continue  # "a protocol on amending the 2004 convention on …"
            if (
                unit.kind in ENDS
                or unit.text in "().;:[]?!"
                or (unit.text in _QUOTES and unit.kind == "punct")
            ):
                break
            if unit.kind == "preposition" and not self.carries_on(cursor, index):
                break
            if cursor > index and self.partners.owned(cursor) > cursor:
                break
            if unit.kind == "trigger" and cursor > index and self.is_act(cursor):
                break
            if cursor > index and self.is_told_fully(cursor):
                break
            if unit.kind == "actor" and unit.value.person.office and unit.value.person.name:
                break
            if unit.kind == "word" and unit.key in self.words["instrument_end"]:
                break
            if unit.kind == "instrument" and cursor > index and self.units[cursor - 1].kind == "punct":
                break
            if (unit.text == "," or unit.kind == "and") and not self.joins(cursor):
                break
            if unit.text in _DASHES and unit.start > self.units[cursor - 1].end:
                break
            cursor += 1
        while cursor > index and (
            self.units[cursor - 1].kind in ("preposition", "and", "determiner")
            or self.units[cursor - 1].text in ",-–—\ufffd"
            or self.units[cursor - 1].key in self.words["approx"]
        ):
            cursor -= 1
        return cursor

    def names_another(self, index: int) -> bool:
        """Whether a year names another instrument that this one is about: "amending the 2004 convention"."""
        if self.units[index].kind != "date" or index + 1 >= self.limit:
            return False
        year = self.units[index].value.form == "year" and self.units[index - 1].kind == "determiner"
        return year and self.units[index + 1].kind == "instrument" and not self.sentence.language.cases

    def is_told_fully(self, index: int) -> bool:
        """Whether a word behind what treaties are of is no more of the subject: "the treaty of amity regulates …"."""
        before, unit = self.units[index - 1], self.units[index]
        return (
            before.key in self.words["treaty_noun"]
            and unit.kind == "word"
            and unit.text.islower()
            and unit.key not in self.words["treaty_topic"]
            and self.units[index - 2].kind in ("preposition", "and")
            and not self.sentence.language.cases
        )

    def is_act(self, index: int) -> bool:
        """A verb that ends the phrase: a finite form or a participle, not a noun or an attribute."""
        if not is_verb(self.sentence, index):
            return False
        forms = {form for _, form in self.units[index].value}
        if forms & {"ing", "base"}:
            return False
        if self.sentence.language.cases and self.units[index - 1].kind == "preposition":
            return False  # «о борьбе с организованной преступностью»
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        if self.units[index].text[:1].islower() or after is None:
            return True
        listed = (
            after.text == "," and self.made.unit.value == "treaty"
        )  # "of Friendship, Limits, and Navigation"
        return after.kind != "word" and not listed

    def carries_on(self, index: int, first: int) -> bool:
        """Whether a preposition goes on with the subject: "in customs affairs", "for holders of …"."""
        unit, after = self.units[index], self.units[index + 1] if index + 1 < self.limit else None
        if after is None or after.kind in ("date", "pronoun"):
            return False
        if unit.value == "on" and after.key in self.words["weekday_names"]:
            return False
        if unit.value in _PARTIES:
            return not self.partners.named_at(index + 1)
        if unit.value in ("of", "for", "on", "field", "topic", "against"):
            return unit.value != "on" or index == first or self.units[index - 1].text != ","
        if unit.value == "place":
            return (
                after.kind not in ("place", "state", "date")
                and not (
                    after.kind == "determiner"
                    and self.units[min(index + 2, self.limit - 1)].kind
                    in ("place", "event", "actor", "organisation")
                )
                and not self.occasion(index)
            )
        if unit.value == "agent" and unit.start == unit.end and index > 1:
            return self.units[index - 2].kind == "preposition"  # «с организованной преступностью»
        if unit.value == "goal" and after.kind == "instrument":
            return self.units[index - 1].key in self.words["amendment"]  # «изменений в Соглашение о …»
        return unit.value in ("goal", "and", "source") and after.kind in ("word", "determiner", "trigger")

    def occasion(self, index: int) -> bool:
        """ "in the course of the visit", "at the meeting": an occasion, not a subject."""
        return any(
            unit.kind == "event"
            or (unit.kind == "trigger" and any(p in ("visit", "meet") for p, _ in unit.value))
            for unit in self.units[index + 1 : index + 5]
        )

    def joins(self, index: int) -> bool:
        """Whether "," or "and" goes on with the same list of subjects rather than with the sentence."""
        cursor = index + 1
        while cursor < self.limit and self.units[cursor].kind in ("and", "determiner"):
            cursor += 1
        if cursor >= self.limit:
            return False
        after = self.units[cursor]
        if after.kind in ENDS or (
            after.kind in ("actor", "sides", "state", "quoted") and not self.is_phrase(after)
        ):
            return False
        if after.kind == "preposition":
            return False
        if after.kind == "trigger" and self.is_act(cursor):
            return False
        for ahead in range(cursor, min(cursor + 7, self.limit)):
            unit = self.units[ahead]
            if unit.kind == "instrument":
                return False
            if unit.kind in ("preposition", "and", "punct", "be") and unit.text not in _DASHES:
                break
        if self.units[index].text == "," and not self.made.plural:
            return self.closes_list(cursor) or self.ends_list(index)
        return True

    def is_phrase(self, unit: Unit) -> bool:
        """Capitalised words taken for a name, or an adjective of a state: part of a subject."""
        if unit.kind == "actor":
            return not (unit.value.person.office or unit.value.group) and len(unit.text.split()) < 4
        return unit.kind == "state" and unit.value[1] == "adjective"

    def closes_list(self, index: int) -> bool:
        """Whether a list of a subject comes to its "and" before anything else comes."""
        for cursor in range(index, min(index + 9, self.limit)):
            unit = self.units[cursor]
            if unit.kind == "and":
                return cursor > index
            if unit.kind not in _LISTED and unit.text not in (",", "-"):
                return False
            if unit.kind == "trigger" and self.is_act(cursor):
                return False
        return False

    def ends_list(self, comma: int) -> bool:
        """Whether a comma before "and" leads to the last of three or more: "Friendship, Commerce, and Navigation"."""
        if self.units[comma + 1].kind != "and":
            return False
        before = range(max(comma - 4, self.made.index), comma)
        if not any(self.units[i].text == "," for i in before):
            return False
        stop = min(comma + 7, self.limit)
        end = next(
            (i for i in range(comma + 2, stop) if self.units[i].kind in ("preposition", "punct", "date")),
            stop,
        )
        return not any(
            self.units[i].kind in ("be", "have", "modal") or self.is_act(i) for i in range(comma + 2, end)
        )
