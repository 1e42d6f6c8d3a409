"""Personal names: initials, capitalised words, particles; where one begins and ends."""

from __future__ import annotations

import enum
import functools
import re

from comity.knowledge.capitals import capitals
from comity.reading.people.institutions import Institutions
from comity.reading.people.walk import is_noun
from comity.reading.units import INITIALS, Unit, is_capitalised

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
_WHOLE_WORDS = frozenset({"word", "trigger", "place", "event", "combining", "honorific"})
"""Kinds of unit that may be a whole word of a name."""
_REGNAL = re.compile(r"[IVX]{1,5}")
_WHERE = frozenset({"place", "goal", "source", "of"})
"""Prepositions behind which a town is a town."""


@functools.cache
def _seats() -> frozenset[str]:
    """The names of capitals, which stand for their states wherever they are."""
    return frozenset(capital.city for capital in capitals())


class Step(enum.Enum):
    """What a unit makes of the name before it."""

    GOES_ON = enum.auto()
    ENDS = enum.auto()
    NOBODY = enum.auto()
    """The words before it were no name: a town, say."""


class NameRun:
    """A personal name while it is being put together."""

    __slots__ = ("cursor", "first", "towns", "words")

    def __init__(self, first: int) -> None:
        self.first = first
        self.cursor = first
        """The index after what is known to be of the name."""
        self.words = 0
        """Whole words of it: neither initials nor particles."""
        self.towns = 0
        """How many of them are towns' names."""

    def take(self, units: int = 1, *, words: int = 0, towns: int = 0) -> None:
        """Adds the next units to the name."""
        self.cursor += units
        self.words += words
        self.towns += towns

    def begin_here(self) -> None:
        """Forgets what was taken before."""
        self.first, self.words, self.towns = self.cursor, 0, 0


def _is_initial(unit: Unit) -> bool:
    """Whether a unit is one initial or several written together: "J.", "J.F."."""
    return unit.text[-1] == "." and unit.kind in ("word", "state") and bool(INITIALS.fullmatch(unit.text))


def _is_capitalised_word(unit: Unit) -> bool:
    """Whether a unit may be a whole word of a name, by its kind and its letters."""
    text = unit.text
    return unit.kind in _WHOLE_WORDS and text[:1].isupper() and not text.isupper() and len(text) != 1


class Names(Institutions):
    """Reads personal names."""

    def may_start_name(self, index: int) -> bool:
        unit = self.units[index] if 0 <= index < self.size else None
        if unit is None or unit.kind not in _BEGIN or not unit.text[:1].isupper():
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
        alike = given.case in ("", self.case) or given.text[-1] in _UNCHANGING  # «с министром А Ян Цзечи»
        return named and alike and given.start == first.end + 1

    def past_clipped_honorific(self, index: int) -> int:
        """The index after an honorific that lost its last full stop and looks like initials: "President H.E A. B."."""
        two = self.touching(index + 1) and self.cap(index + 2)
        clipped = two and f"{self.word(index)}{self.word(index + 1)}." in self.titles("clipped")
        return index + 2 if clipped else index

    def name(self, index: int, *, after_title: bool) -> tuple[str, int] | None:
        """A personal name: initials, capitalised words, particles; its text and the index after it."""
        if not after_title and self.kind(index) == "place" and self.given_name(index + 1):
            return None  # a town, and then somebody: «принял в Москве Ивана Белова»
        name = NameRun(index)
        while name.cursor < self.size:
            step = self.step(name, after_title=after_title)
            if step is Step.NOBODY:
                return None
            if step is Step.ENDS:
                break
        while name.cursor > name.first and (
            self.is_dash(name.cursor - 1) or self.lowercase_particle(name.cursor - 1)
        ):
            name.cursor -= 1
        if not name.words:
            return None
        text = self.language.morphology.name(self.run_text(name.first, name.cursor - 1), self.case)
        bears = after_title or self.names_somebody(name, text)
        return (text, name.cursor) if bears else None

    def step(self, name: NameRun, *, after_title: bool) -> Step:
        """Puts the next unit to a name, where it is part of it."""
        unit = self.units[name.cursor]
        if _is_initial(unit):
            return self.initial(name, after_title=after_title)
        if _is_capitalised_word(unit):
            return self.whole_word(name, after_title=after_title)
        if name.words == 1 and unit.text == "," and self.surname_first(name.first, name.cursor):
            name.take(3, words=2)  # «Жуков, Дмитрий Александрович»
            return Step.ENDS
        if name.words and after_title and _REGNAL.fullmatch(unit.text):
            name.take()  # "King Harald V"
        elif self.is_unlike_word(name, after_title=after_title):
            name.take(words=1)
        elif joined := self.joined_to_name(name):
            name.take(joined)
        else:
            return Step.ENDS
        return Step.GOES_ON

    def initial(self, name: NameRun, *, after_title: bool) -> Step:
        """An initial: part of the name, or where the name only begins: "Toraga M.Sultanov"."""
        if name.words and self.initials_begin(name.cursor):
            if not after_title and name.towns == name.words:
                return Step.NOBODY  # a town, and then somebody: «в Нью-Йорке Е.Петров»
            name.begin_here()  # what stands before glued initials is no name
            self.case = self.units[name.first].case or self.case
        name.take()
        return Step.GOES_ON

    def whole_word(self, name: NameRun, *, after_title: bool) -> Step:
        """A capitalised word: part of the name unless it is known to be none, or begins another name."""
        unit = self.units[name.cursor]
        known = unit.key in self.language.not_names or unit.key in self.language.organisation_heads
        if known and not (name.words == 0 and after_title and self.hyphenated_name(name.cursor + 1)):
            return Step.ENDS
        if unit.kind == "honorific" and name.cursor == name.first:
            return Step.ENDS
        if unit.kind == "honorific" and name.towns == name.words:
            return Step.NOBODY  # a town, and then somebody: "in Tashkent Mr. …"
        if after_title and name.words >= _WHOLE and self.another_begins(name.cursor):
            return Step.ENDS
        name.take(words=1, towns=int(unit.kind == "place"))
        return Step.GOES_ON

    def is_unlike_word(self, name: NameRun, *, after_title: bool) -> bool:
        """Whether a unit is a word of a name though it looks like something else: capitals, a state, a title."""
        cursor = name.cursor
        if after_title and (self.is_in_capitals(name) or self.is_state_as_name(name)):
            return True
        if name.words and self.is_half_name(cursor):
            return True
        if self.is_name_title(cursor):
            lone = after_title and (self.plain_name_word(cursor + 1) or self.is_surname(cursor))
            if name.words or lone:
                return True  # "Habibullah Khan Tarzi": a title that has become a part of names
        # "W. L. King", "Martin Luther King"
        return self.is_title_as_surname(name.first, cursor, after_title=after_title)

    def is_in_capitals(self, name: NameRun) -> bool:
        """Whether a unit is a name written in capitals: "Minister John SMITH", "Minister LI Wei"."""
        unit = self.units[name.cursor]
        if unit.kind != "word" or not unit.text.isupper():
            return False
        if len(unit.text) > 2:
            return True
        # in Russian two capitals are a state's: «Президент ЧР Вацлав К.»
        return not (name.words or self.language.cases) and self.plain_name_word(name.cursor + 1)

    def is_state_as_name(self, name: NameRun) -> bool:
        """Whether a state's name is somebody's: "Ambassador Chad Smith", "Mr. John Jordan"."""
        unit = self.units[name.cursor]
        if unit.kind != "state" or unit.value[1] != "name" or " " in unit.text:
            return False
        given = name.words == 0 and self.plain_name_word(name.cursor + 1)
        return given or (name.words == 1 and self.honorific_before(name.first))

    def joined_to_name(self, name: NameRun) -> int:
        """How many units belong to a name and are no words of it: "Jr.", "van der", the "-bak" of "Lee Myung-bak"."""
        cursor, unit = name.cursor, self.units[name.cursor]
        if name.words and self.is_suffix(unit):
            return 2 if self.word(cursor + 1) == "." and unit.key in ("jr", "sr") else 1
        if self.lowercase_particle(cursor) and self.particle_leads(cursor):
            return 1
        if name.words and self.is_nickname(cursor):
            return 1
        if name.words and self.is_dash(cursor) and self.touching(cursor) and self.touching(cursor + 1):
            second = self.kind(cursor + 1) == "word" and not self.cap(cursor + 1) and name.words > 1
            return 2 if second else 1
        return 0

    def is_nickname(self, index: int) -> bool:
        """Whether a quoted word stands between a given name and a surname: 'Ana "Anita" Rey'."""
        unit = self.units[index]
        if unit.kind != "quoted" or self.language.cases or not unit.text[1:-1].isalpha():
            return False
        particle = self.lowercase_particle(index + 1) and self.particle_leads(index + 1)
        return unit.text[1].isupper() and (particle or self.plain_name_word(index + 1))

    def is_suffix(self, unit: Unit) -> bool:
        """Whether a unit is written behind names: "Jr.", «оглы»."""
        known = unit.key in self.language.suffixes or unit.text in self.language.suffixes
        return known and not (len(unit.key) == 1 and unit.text.islower())

    def names_somebody(self, name: NameRun, text: str) -> bool:
        """Whether words without a title before them name a person: not a town, not a company that performs; one word
        alone only where it is a surname of somebody named before."""
        if name.words < _WHOLE and not INITIALS.match(text) and not _INITIALS_BEHIND.match(text):
            lone = self.kind(name.first) == "word" or self.is_bearer(name.first)
            return lone and self.named(text)
        if (
            (name.towns and name.towns >= name.words)
            or not self.language.morphology.may_name(text)
            or self.in_town(name.first)
            or self.performs(text)
        ):
            if 0 < name.towns < name.words and self.in_town(name.first):
                self.make_words(name.first, name.cursor)
            return False
        return True

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
