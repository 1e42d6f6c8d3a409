"""Personal names: initials, capitalised words, particles; where one begins and ends."""

from __future__ import annotations

import functools
import re

from comity.knowledge.capitals import capitals
from comity.reading.people.institutions import Institutions
from comity.reading.people.walk import is_noun
from comity.reading.units import is_capitalised

_INITIALS_BEHIND = re.compile(r"[А-ЯЁ][а-яё-]{2,} (?:[А-ЯЁ]\. ?){1,2}$")
"""A Russian name as lists write it: «Петров А.Б.»."""
_DOUBLE = 3
"""Units of a surname of two parts: «Иванов-Петров»."""
_WHOLE = 2
"""Units of a name with its surname."""
_UNCHANGING = frozenset("иоеуюэ")
"""Last letters of surnames that have no cases."""
_SYLLABLE = 5
"""Letters of the longest part of a name of East Asia."""
_BEGIN = frozenset({"word", "trigger", "place", "event", "body", "combining", "mission"})
"""Kinds of unit with which a name may begin."""
_REGNAL = re.compile(r"[IVX]{1,5}")


_WHERE = frozenset({"place", "goal", "source", "of"})
"""Prepositions behind which a town is a town."""


@functools.cache
def _seats() -> frozenset[str]:
    """The names of capitals, which stand for their states wherever they are."""
    return frozenset(capital.city for capital in capitals())


class Names(Institutions):
    """Reads personal names."""

    def may_start_name(self, index: int) -> bool:
        unit = self.units[index] if 0 <= index < self.size else None
        if unit is None or unit.kind not in _BEGIN or not is_capitalised(unit):
            return False
        return unit.kind != "trigger" or (
            self.cap(index + 1) and ((is_noun(unit) and index > 0) or not self.language.cases)
        )

    def name_at(self, index: int) -> tuple[str, int] | None:
        while (
            self.kind(index) == "honorific"
            or (self.word(index) == "." and self.kind(index - 1) == "honorific")
            or (self.is_rank(index) and self.cap(index) and self.plain_name_word(index + 1))
        ):
            index += 1
        index = self.past_clipped_honorific(index)
        if (
            self.case in ("gen", "dat", "ins", "loc")
            and index < self.size
            and self.units[index].case not in ("", self.case)
            and not self.syllables(index)
            and not self.unchanged(index)
            and not self.initialled(index)
        ):
            return None  # a name in another case is another person
        found = self.name(index, after_title=True)
        if found and self.language.cases and self.is_region(index, found[1]):
            return None
        return found

    def is_region(self, index: int, after: int) -> bool:
        """Whether one capitalised word is what an office covers and no name: «директор департамента Европы» of A."""
        if after > index + 1 or self.given_name(index) or self.case != "nom":
            return False
        unit, behind = self.units[index], self.units[after] if after < self.size else None
        of_state = (
            behind is not None
            and behind.kind == "preposition"
            and behind.start == behind.end
            and self.kind(after + 1) == "state"
        )
        return of_state or (unit.case == "gen" and unit.text[-1] in "аыиуяю")

    def syllables(self, index: int) -> bool:
        """Whether a name is three short words, as names of East Asia are, which do not change: «Пак Кын Хе»."""
        three = self.units[index : index + 3]
        return len(three) == 3 and all(
            unit.kind in ("word", "place") and is_capitalised(unit) and len(unit.text) <= _SYLLABLE
            for unit in three
        )

    def initialled(self, index: int) -> bool:
        """Whether initials lead to a surname that does not change by its end: «с министром А М.Нафти»."""
        cursor = index
        while (
            cursor < index + 3 and self.units[cursor : cursor + 1] and self.units[cursor].text.endswith(".")
        ):
            cursor += 1
        surname = self.units[cursor] if index < cursor < self.size else None
        return surname is not None and is_capitalised(surname) and surname.text[-1] in _UNCHANGING

    def unchanged(self, index: int) -> bool:
        """Whether a name begins with a surname of one syllable, which does not change: «посла А Се Линьона»."""
        first, given = self.units[index : index + 2] if index + 1 < self.size else (None, None)
        if first is None or given is None or len(first.text) >= _SYLLABLE:
            return False
        named = self.plain_name_word(index) and self.plain_name_word(index + 1)
        return named and given.case in ("", self.case) and given.start == first.end + 1

    def past_clipped_honorific(self, index: int) -> int:
        """The index after an honorific that lost its last full stop and looks like initials: "President H.E A. B."."""
        two = self.touching(index + 1) and self.cap(index + 2)
        clipped = two and f"{self.word(index)}{self.word(index + 1)}." in self.titles("clipped")
        return index + 2 if clipped else index

    def name(self, index: int, *, after_title: bool) -> tuple[str, int] | None:
        """A personal name: initials, capitalised words, particles; its text and the index after it."""
        language = self.language
        if not after_title and self.kind(index) == "place" and self.given_name(index + 1):
            return None  # a town, and then somebody: «принял в Москве Ивана Белова»
        cursor, full, known_words = index, 0, 0
        while cursor < self.size:
            unit = self.units[cursor]
            key = unit.key
            initial = len(unit.text) in (2, 4, 6) and unit.text.endswith(".") and unit.text[0].isupper()
            if initial and unit.kind in ("word", "state"):
                if full and not after_title and known_words == full and self.initials_begin(cursor):
                    return None  # a town, and then somebody: «в Нью-Йорке Е.Петров»
                if full and self.initials_begin(cursor):
                    index, full, known_words = cursor, 0, 0
                    self.case = (
                        self.units[cursor].case or self.case
                    )  # "Toraga M.Sultanov": what stands before glued initials is no name
                cursor += 1
                continue
            if (
                unit.kind in ("word", "trigger", "place", "event", "combining", "honorific")
                and is_capitalised(unit)
                and not unit.text.isupper() | (len(unit.text) == 1)
            ):
                if (key in language.not_names or key in language.organisation_heads) and not (
                    full == 0 and after_title and self.hyphenated_name(cursor + 1)
                ):
                    break
                if unit.kind == "honorific" and cursor == index:
                    break
                if unit.kind == "honorific" and known_words == full:
                    return None  # a town, and then somebody: "in Tashkent Mr. …"
                if after_title and full >= _WHOLE and self.another_begins(cursor):
                    break
                cursor += 1
                full += 1
                known_words += unit.kind == "place"
                continue
            if full == 1 and unit.text == "," and self.surname_first(index, cursor):
                cursor += 3  # «Жуков, Дмитрий Александрович»
                full += 2
                break
            if full and after_title and _REGNAL.fullmatch(unit.text):
                cursor += 1  # "King Harald V"
                continue
            capitals = unit.kind == "word" and unit.text.isupper() and after_title
            if capitals and (len(unit.text) > 2 or (not full and self.plain_name_word(cursor + 1))):
                cursor += 1
                full += 1
                continue
            if (
                unit.kind == "state"
                and after_title
                and unit.value[1] == "name"
                and " " not in unit.text
                and (
                    (full == 0 and self.plain_name_word(cursor + 1))
                    or (full == 1 and self.honorific_before(index))
                )
            ):
                cursor += 1
                full += 1
                continue
            if self.is_half_name(cursor) and full:
                cursor += 1
                full += 1
                continue
            lone = after_title and (self.plain_name_word(cursor + 1) or self.is_surname(cursor))
            if self.is_name_title(cursor) and (full or lone):
                cursor += 1  # "Habibullah Khan Tarzi": a title that has become a part of names
                full += 1
                continue
            if self.is_title_as_surname(index, cursor, after_title=after_title):
                cursor += 1  # "W. L. King", "Martin Luther King"
                full += 1
                continue
            if (
                full
                and (key in language.suffixes or unit.text in language.suffixes)
                and not (len(key) == 1 and unit.text.islower())
            ):
                cursor += 1
                if self.word(cursor) == "." and key in ("jr", "sr"):
                    cursor += 1
                continue
            if (
                (full or self.lowercase_particle(cursor))
                and self.lowercase_particle(cursor)
                and self.particle_leads(cursor)
            ):
                cursor += 1
                continue
            if self.is_dash(cursor) and self.touching(cursor) and self.touching(cursor + 1) and full:
                cursor += 1
                if self.kind(cursor) == "word" and not self.cap(cursor) and full > 1:
                    cursor += 1  # "Lee Myung-bak"
                continue
            break
        while cursor > index and (self.is_dash(cursor - 1) or self.lowercase_particle(cursor - 1)):
            cursor -= 1
        if not full:
            return None
        words = self.language.morphology.name(self.run_text(index, cursor - 1), self.case)
        if not after_title and (full < 2 and words[1:2] != "." and not _INITIALS_BEHIND.match(words)):
            known = (self.kind(index) == "word" or self.is_bearer(index)) and self.named(words)
            return (words, cursor) if known else None
        if not after_title and (
            (known_words and known_words >= full)
            or not self.language.morphology.may_name(words)
            or self.in_town(index)
            or self.performs(words)
        ):
            if 0 < known_words < full and self.in_town(index):
                self.make_words(index, cursor)
            return None
        return words, cursor

    def is_bearer(self, index: int) -> bool:
        """Whether a town's name may be the surname of somebody named before: nothing says that it is where."""
        unit = self.units[index]
        if unit.kind != "place" or unit.value.name in _seats():
            return False
        before = self.units[index - 1] if index else None
        led = before is not None and before.kind == "preposition" and before.value in _WHERE
        listed = self.word(index + 1) == "," and self.kind(index + 2) in ("state", "place")
        beside = self.word(index - 1) == "," and self.kind(index - 2) in ("place", "state")
        return not (led or listed or beside)

    def make_words(self, first: int, stop: int) -> None:
        """Makes a known town's name a mere word of that of another: "Palmas" in "Las Palmas"."""
        for unit in self.units[first:stop]:
            if unit.kind == "place":
                unit.kind, unit.value = "word", None

    def performs(self, words: str) -> bool:
        """Whether capitalised words are those of a company that performs: "the Astana Opera"."""
        last, known = self.language.key(words.split(" ")[-1]), self.language.words
        return last in known["performer"] or last in known["ensemble"]

    def in_town(self, index: int) -> bool:
        """Whether capitalised words are where something is, a town that nobody knows: "in Slovenj Gradec"."""
        before = self.units[index - 1] if index else None
        return before is not None and before.key in self.language.words["before_town"]

    def given_name(self, index: int) -> bool:
        return self.plain_name_word(index) and self.language.morphology.is_given_name(self.units[index].text)

    def another_begins(self, index: int) -> bool:
        """Whether a first name behind a surname begins another's name: «помощника президента Ивана Белова Петра
        Орлова»."""
        particle = self.cap(index) and self.units[index].text.lower() in self.language.particles  # «Аль Тани»
        first = self.given_name(index) and not particle
        return first and self.plain_name_word(index + 1) and not self.given_name(index - 1)

    def surname_first(self, index: int, comma: int) -> bool:
        """Whether a surname, a comma, a given name and a patronymic are one name."""
        return (
            self.cap(comma + 1)
            and self.cap(comma + 2)
            and self.kind(comma + 1) in ("word", "place", "event")
            and self.kind(comma + 2) == "word"
            and bool(self.language.morphology.is_patronymic(self.units[comma + 2].text))
            and not self.language.morphology.is_patronymic(self.units[comma - 1].text)
            and comma - index <= _DOUBLE
        )

    def initials_begin(self, index: int) -> bool:
        """Whether a name begins at initials and what stands before is none of it."""
        if self.touching(index + 1) and not self.touching(index):
            return True
        behind = index + 1
        while self.kind(behind) == "word" and self.units[behind].text.endswith("."):
            behind += 1
        return (
            bool(self.language.morphology.INITIALS_BEGIN) and self.kind(behind) == "word" and self.cap(behind)
        )

    def plain_name_word(self, index: int) -> bool:
        return (
            self.kind(index) == "word" and self.cap(index) and self.word(index) not in self.language.not_names
        )

    def is_name_title(self, index: int) -> bool:
        """Whether a title is one that is a part of names too: "Khan", "Shah"."""
        return (
            self.kind(index) == "office" and self.cap(index) and self.word(index) in self.titles("in_names")
        )

    def is_title_as_surname(self, first: int, index: int, *, after_title: bool) -> bool:
        """Whether a title is the surname behind a given name or initials, and no office of another: "Luther King"."""
        if not (
            self.kind(index) == "office" and self.cap(index) and self.word(index) in self.titles("surnames")
        ):
            return False
        if index == first or not (self.units[index - 1].kind in ("word", "place") and self.cap(index - 1)):
            return False
        led = after_title or self.units[first].text.endswith(".") or index - first >= _WHOLE
        return led and not self.cap(index + 1) and self.kind(index + 1) != "preposition"

    def is_half_name(self, index: int) -> bool:
        """Whether a ruler's title is the first half of a hyphenated surname: "Amir-Abdollahian"."""
        return (
            self.kind(index) == "office"
            and self.cap(index)
            and self.units[index].value.cls == "royalty"
            and self.is_dash(index + 1)
            and self.touching(index + 1)
            and self.touching(index + 2)
            and self.kind(index + 2) == "word"
            and self.cap(index + 2)
        )

    def is_surname(self, index: int) -> bool:
        """Whether a title that is a part of names stands alone right behind an office: "PM Khan"."""
        before = self.kind(index - 1) == "office" and not self.is_name_title(index - 1)
        return before and self.cap(index) and self.units[index - 1].value.cls != "royalty"

    def is_rank(self, index: int) -> bool:
        """Whether a title is a military rank, which stands between an office and a name as an honorific does."""
        if self.kind(index) != "office":
            return False
        ranks = self.titles("ranks")
        return self.word(index) in ranks or self.language.key(self.units[index].value.title) in ranks

    def titles(self, name: str) -> frozenset[str]:
        return self.language.titles.get(name, frozenset())

    def hyphenated_name(self, index: int) -> bool:
        """A given name of two syllables behind a surname that is an ordinary word: "Park Joon-seok"."""
        return (
            self.kind(index) == "word"
            and self.cap(index)
            and self.is_dash(index + 1)
            and self.touching(index + 1)
            and self.touching(index + 2)
            and self.kind(index + 2) == "word"
            and not self.cap(index + 2)
        )

    def lowercase_particle(self, index: int) -> bool:
        return 0 <= index < self.size and self.units[index].text in self.language.particles

    def particle_leads(self, index: int) -> bool:
        ahead = index + 1
        while self.lowercase_particle(ahead) or (self.is_dash(ahead) and self.touching(ahead)):
            ahead += 1
        return (
            self.cap(ahead)
            and self.kind(ahead) in ("word", "place", "trigger")
            and self.word(ahead) not in self.language.not_names
        )

    def honorific_before(self, index: int) -> bool:
        return self.kind(index - 1) == "honorific" or (
            self.word(index - 1) == "." and self.kind(index - 2) == "honorific"
        )
