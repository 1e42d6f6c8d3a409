"""What an office is charged with, up to the name of its holder: "Special Envoy for A N", «советник по вопросам Б N»."""

from __future__ import annotations

from comity.reading.people.actors import Title
from comity.reading.people.complements import Complements
from comity.reading.people.walk import is_noun

_LONGEST = 18
"""Units of a field at most."""
_CARRIED = frozenset(
    {"word", "state", "organisation", "place", "quoted", "and", "relations", "combining", "body", "event",
     "mission", "instrument", "sides", "office"}
)  # fmt: skip
_NAMING = frozenset({"word", "place", "trigger"})
_TWO = 2
_VOWELS = frozenset("аеиоуыэюя")
_QUOTES = frozenset('«»"“”„')


class Fields(Complements):
    """Reads the fields of offices that end where a name begins."""

    def field(self, title: Title, index: int) -> int:
        """The index behind what an office is charged with, put into the title, where its holder's name or a further
        title follows; the same index where nothing is told or nobody follows.
        """
        if title.plural:
            return index
        after = self.charged_run(index) if self.language.cases else self.envoy_run(title, index)
        if after == index:
            return index
        last = after
        while self.language.cases and last > index and self.kind(last - 1) in ("state", "preposition"):
            last -= 1
        if last > index:
            title.words = f"{title.words} {self.run_text(index, last - 1)}"
        told = [i for i in range(index, after) if self.kind(i) == "state" and self.units[i].case == "gen"]
        if title.state is None and title.of is None and told:
            title.state = self.state_of(told[-1])
        return after

    def charged_run(self, index: int) -> int:
        """The index at which the holder's name begins, in the case of the office, behind words in other cases."""
        if self.name_at(index) or (self.kind(index) == "state" and self.kind(index + 1) == "office"):
            return index  # «посланник чилийского лидера N» serves one who is told by a state of his own
        for cursor in range(index, min(index + _LONGEST, self.size)):
            if cursor > index and self.holder_at(cursor):
                return cursor
            unit = self.units[cursor]
            if unit.kind == "office" and self.kind(cursor - 1) == "preposition" and unit.case == "ins":
                return index  # «встреча министра с президентом А Н.»: another, whose name it is
            if unit.text == "," or (self.is_dash(cursor) and not self.touching(cursor)):
                return cursor if cursor > index and self.further_title(cursor + 1) else index
            if unit.kind == "preposition":
                if unit.end > unit.start and not self.charges(cursor):
                    return index
            elif unit.kind == "trigger":
                if not is_noun(unit) or any(form in ("finite", "base") for _, form in unit.value):
                    return index
            elif not self.carries(cursor) or (unit.kind == "and" and self.another(index, cursor)):
                return index
        return index

    def another(self, index: int, cursor: int) -> bool:
        """Whether "and" joins somebody else: «посол А и Иван Петров»."""
        return cursor == index or self.kind(cursor + 1) == "office" or self.holder_at(cursor + 1)

    def carries(self, index: int) -> bool:
        """Whether a unit may be part of what an office is charged with: no subject of the next clause."""
        unit = self.units[index]
        if unit.kind not in _CARRIED:
            return self.is_dash(index) or unit.text in _QUOTES
        return unit.kind not in ("word", "office") or unit.case != "nom"

    def charges(self, index: int) -> bool:
        """Whether a preposition may lead a field: «по», «при», «с», and «в» before a field or the seat of an office."""
        key, words = self.word(index), self.language.titles
        if key in words.get("charging", ()):
            return True
        if self.units[index].value == "field":
            return True
        seated = self.case in ("nom", "ins", "dat") or self.word(index + 1) in words.get("fields", ())
        return self.units[index].value == "place" and seated

    def holder_at(self, index: int) -> bool:
        """Whether a name of two words begins here, in the case of the office."""
        if (
            self.kind(index) not in _NAMING
            or not self.cap(index)
            or self.word(index - 1) in self.language.organisation_heads
        ):
            return False
        case, unit = self.units[index].case, self.units[index]
        # a name that no dictionary knows may be its own nominative, whatever its end looks like
        closed = unit.text[-1] not in _VOWELS
        own = closed or unit.key == unit.text.lower()
        plain = self.case == "nom" and closed and unit.key == unit.text.lower()
        agrees = (
            (case == "" and (own or self.case != "nom"))
            or plain
            or not _alike(self.case).isdisjoint(case.split("-"))
        )
        if not agrees or unit.text.isascii() or not self.may_start_name(index):
            return False
        name = self.name(index, after_title=True)
        if name is None or name[1] - index < _TWO:
            return False
        initials = self.units[index].text.endswith(".")
        known = initials or self.given_name(index)
        return known or ((plain or case != "gen") and self.plain_name_word(index + 1))

    def further_title(self, index: int) -> bool:
        """Whether a title in the same case follows a comma or a dash: «…, директор департамента Б N»."""
        at = index
        if self.kind(at) == "preposition" and self.units[at].end == self.units[at].start:
            at += 1
        while self.kind(at) == "word" and self.word(at) in self.titles("modifiers"):
            at += 1
        return self.kind(at) == "office" and not _alike(self.case).isdisjoint(self.units[at].case.split("-"))

    def envoy_run(self, title: Title, index: int) -> int:
        """The index behind the field of an envoy or adviser: "Special Envoy for the Horn of Africa"."""
        charged = title.words.casefold().split(" of ")[0].split(" to ")[0].split(" ")[
            -1
        ] in self.language.titles.get("charged", ())
        led_in = self.kind(index) == "preposition" and self.units[index].value in ("for", "on")
        if not (charged and led_in):
            return index
        start = self.skip_determiner(index + 1)
        cursor = start
        while cursor < self.size and (
            (
                self.kind(cursor) in ("word", "state", "place", "organisation", "trigger", "event")
                and self.cap(cursor)
            )
            or self.kind(cursor) == "determiner"
            or (cursor > start and (self.kind(cursor) == "and" or self.word(cursor) == "of"))
        ):
            cursor += 1
        while cursor > start and not self.cap(cursor - 1):
            cursor -= 1
        if cursor == start:
            return index
        named = self.plain_name_word(cursor - 1) and self.plain_name_word(cursor - 2)
        known = any(self.word(i) in self.language.portfolio for i in (cursor - 1, cursor - 2))
        if (
            named
            and not known
            and cursor - _TWO > start
            and self.kind(cursor - _TWO - 1) not in ("and", "determiner")
        ):
            cursor -= _TWO  # "for Northern Waters John Smith"
        return cursor


def _alike(case: str) -> frozenset[str]:
    """The cases in which a name agrees with an office in a case: of persons the accusative is the genitive."""
    return frozenset({"gen", "acc"}) if case in ("gen", "acc") else frozenset(case.split("-"))
