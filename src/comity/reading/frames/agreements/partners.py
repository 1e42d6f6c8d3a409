"""Between whom an instrument is, as its own phrase tells: "between A and B", "with the Government of A"."""

from __future__ import annotations

from comity.reading.frames.agreements.phrase import Instrument, lists_on
from comity.reading.sentence import Sentence
from comity.reading.units import is_capitalised

_TWO = 2
_DASHES = frozenset("-–—\ufffd")


class Partners:
    """The parties that stand in an instrument's phrase, up to the index where the phrase may reach."""

    def __init__(self, sentence: Sentence, made: Instrument, limit: int) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made
        self.limit = limit

    def named_at(self, index: int) -> bool:
        """Whether states, sides or institutions by their names stand behind "between" or "with"."""
        cursor = index
        while cursor < self.limit and cursor < index + 6:
            unit = self.units[cursor]
            if unit.kind in ("state", "dyad", "sides", "organisation", "place"):
                return (
                    unit.kind != "state"
                    or unit.value[1] == "name"
                    or is_capitalised(self.units[min(cursor + 1, self.limit - 1)])
                )
            if unit.kind == "actor":
                return unit.value.person.name is not None
            if unit.kind == "body":
                return bool(getattr(unit.value, "proper", False))
            two = unit.kind == "amount" and unit.value.value == _TWO  # "the two countries"
            if not two and unit.kind not in ("determiner", "word", "preposition", "combining"):
                return False
            if (
                unit.kind == "word"
                and is_capitalised(unit)
                and unit.key not in self.words["government"]
                and not self.made.plural
            ):
                return True
            cursor += 1
        return False

    def owned(self, index: int) -> int:
        """The index after one party in the genitive and the other behind "with", that begin at `index`: «(договор) А
        с Б»; the same index where no such two stand there."""
        if not self.sentence.language.cases or index + 3 >= self.limit:
            return index
        of, first, link = self.units[index : index + 3]
        if link.kind == "and" and of.value == "of" and first.kind == "state" and first.value[1] == "name":
            at = index + 3 + (self.units[index + 3].start == self.units[index + 3].end)
            other = self.units[at] if at < self.limit else link
            joined = other.kind == "state" and other.value[1] == "name" and first.case == other.case == "gen"
            return at + 1 if joined else index  # «(соглашение) А и Б (о туризме)»
        two = of.kind == "preposition" == link.kind and of.value == "of" and link.value == "with"
        if not two or first.kind != "state" or first.value[1] != "name" or not self.named_at(index + 3):
            return index
        return self.stop(index + 3)

    def begins(self, index: int) -> bool:
        """Whether a verb has its capital from the sentence that it begins, where words are put in the order that frames
        expect: «Подписано соглашение между А и Б»."""
        return bool(self.sentence.language.cases) and self.units[index].start == self.sentence.start

    def stop(self, index: int) -> int:
        """The index after the parties that begin at `index`."""
        cursor = index
        while cursor < self.limit:
            unit = self.units[cursor]
            if (
                unit.kind
                in (
                    "determiner",
                    "state",
                    "dyad",
                    "sides",
                    "organisation",
                    "body",
                    "place",
                    "combining",
                    "actor",
                    "quoted",
                    "and",
                )
                or (unit.kind == "word" and (is_capitalised(unit) or unit.key in self.words["government"]))
                or (
                    unit.kind == "preposition"
                    and (
                        unit.value == "of"
                        or (
                            unit.value == "for"
                            and self.units[cursor - 1].kind in ("word", "organisation")
                            and is_capitalised(self.units[cursor - 1])
                        )
                    )
                )
                or unit.text in _DASHES
                or (unit.kind == "amount" and unit.value.value == _TWO)
                or (unit.kind in ("word", "trigger") and unit.case == "gen" and cursor > index)
                or (unit.kind == "trigger" and is_capitalised(unit) and not self.begins(cursor))
                or (unit.text == "," and cursor + 1 < self.limit and self.units[cursor + 1].kind == "state")
                or lists_on(self.units, cursor)
            ):
                cursor += 1
            else:
                break
        while cursor > index and self.units[cursor - 1].kind in ("and", "determiner", "preposition"):
            cursor -= 1
        return cursor
