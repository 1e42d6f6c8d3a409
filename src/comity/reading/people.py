"""Fourth stage: offices, names and the states they belong to into actors; names of institutions into organisations.

An actor is one person (or a group named by what it is): "Mr. K. Tokaev, Minister of Foreign Affairs of the Republic
of Kazakhstan", "the Israeli Minister of Energy", "military delegation". The parts may come in any order that the
language allows; what belongs together is decided by the classes of the words, not by the words.
"""

from __future__ import annotations

import re

import msgspec

from comity.model.person import Person
from comity.reading.language import POSTS, City, Language, Office
from comity.reading.units import Unit, is_capitalised

_BEGINNERS = frozenset(
    {"word", "office", "honorific", "trigger", "place", "event", "body", "combining", "mission", "state",
     "organisation"}
)  # fmt: skip
"""Kinds of unit at which an actor or an organisation may begin."""
_DASHES = frozenset("-–—‒\ufffd")

_INITIALS_BEHIND = re.compile(r"[А-ЯЁ][а-яё-]{2,} (?:[А-ЯЁ]\. ?){1,2}$")
_DOUBLE = 3
"""Units of a surname of two parts: «Иванов-Петров»."""
_SYLLABLE = 5
_REGNAL = re.compile(r"[IVX]{1,5}")
"""A Russian name as lists write it: «Петров А.Б.»."""


class Actor(msgspec.Struct, frozen=True):
    """A person with what the sentence says of them.

    `state` is the state whose side they are on, as far as the phrase itself tells; `to` the receiving state of a head
    of mission; `cls` the class of the office.
    """

    person: Person
    state: str | None = None
    to: str | None = None
    cls: str = ""
    plural: bool = False
    group: bool = False
    former: bool = False


class Organisation(msgspec.Struct, frozen=True):
    """An institution by its name, and the state in the name if there is one."""

    name: str
    state: str | None = None


class Title(msgspec.Struct):
    """A title while it is being put together."""

    words: str
    cls: str
    plural: bool
    state: str | None = None
    of: str | None = None
    to: str | None = None
    former: bool = False
    bare: bool = False
    """Whether a minister's title has no portfolio: "Minister to …" is a head of mission."""


def people(units: list[Unit], text: str, language: Language, surnames: dict[str, Person]) -> list[Unit]:
    """The units with actors and organisations put together. `surnames` are the persons the document named before."""
    return _Scan(units, text, language, surnames).run()


class _Scan:
    def __init__(self, units: list[Unit], text: str, language: Language, surnames: dict[str, Person]) -> None:
        self.units = units
        self.text = text
        self.language = language
        self.surnames = surnames
        self.size = len(units)
        self.case = ""
        self.out: list[Unit] = []
        self.definite = False

    # -- helpers -------------------------------------------------------------------------------------------------

    def kind(self, index: int) -> str:
        return self.units[index].kind if 0 <= index < self.size else ""

    def word(self, index: int) -> str:
        return self.units[index].key if 0 <= index < self.size else ""

    def cap(self, index: int) -> bool:
        return 0 <= index < self.size and is_capitalised(self.units[index])

    def touching(self, index: int) -> bool:
        """Whether a unit follows the one before it without a space."""
        return 0 < index < self.size and self.units[index].start == self.units[index - 1].end

    def is_dash(self, index: int) -> bool:
        return 0 <= index < self.size and self.units[index].text in _DASHES

    def skip_determiner(self, index: int) -> int:
        while self.kind(index) == "determiner":
            index += 1
        return index

    def run_text(self, first: int, last: int) -> str:
        """The text of units first..last as written, white space folded."""
        return " ".join(
            self.text[self.units[first].start : self.units[last].end].replace("\ufffd", "'").split()
        )

    # -- scan ----------------------------------------------------------------------------------------------------

    def run(self) -> list[Unit]:
        out = self.out
        index = 0
        words = self.language.actor_starters
        while index < self.size:
            unit = self.units[index]
            # most units are plain words that begin nothing
            begins = unit.kind in _BEGINNERS and (
                unit.kind != "word" or unit.key in words or unit.text[0].isupper()
            )
            made = self.at(index) if begins else None
            if made:
                unit, index, taken_back = made
                while taken_back and out:
                    out.pop()
                    taken_back -= 1
                out.append(unit)
            else:
                out.append(self.units[index])
                index += 1
        if not any(unit.kind == "actor" for unit in out):
            return out
        return _related(_apposed(out, self.text, self.language))

    def at(self, index: int) -> tuple[Unit, int, int] | None:
        """An actor or organisation that starts here: the unit, the index after it, units before it that it takes."""
        kind = self.kind(index)
        self.case = self.units[index].case
        if kind == "office" or (kind in ("word", "office") and self.is_title_modifier(index)):
            found = self.titled(index)
            if found:
                return found
        if kind == "honorific":
            return self.honoured(index)
        if kind == "word" and self.word(index) in self.language.delegations:
            return self.delegation(index)
        if kind == "word" and self.word(index) in self.language.words.get("leadership", ()):
            return self.leadership(index)
        if self.may_start_name(index):
            organisation = self.organisation(index)
            if organisation:
                return (*organisation, 0)
            name = self.name(index, after_title=False)
            if name:
                words, after = name
                return self.actor_unit(index, after, Person(name=words)), after, 0
        return None

    def actor_unit(self, first: int, after: int, person: Person, **more: object) -> Unit:
        start, end = self.units[first].start, self.units[after - 1].end
        actor = Actor(person=person, **more)  # type: ignore[arg-type]
        return Unit("actor", start, end, self.text[start:end], "", actor)

    # -- titles --------------------------------------------------------------------------------------------------

    def is_title_modifier(self, index: int) -> bool:
        """A word that begins a title whose head comes soon: "Deputy …", "Foreign …", "Chief Ashkenazi …"."""
        if self.kind(index) != "word":
            return False
        modifier = self.word(index) in self.titles("modifiers")
        if not (modifier or (self.cap(index) and self.word(index) in self.language.portfolio)):
            return False
        for ahead in range(index + 1, min(index + 6, self.size)):
            if self.kind(ahead) == "office":
                return True
            plain = self.kind(ahead) == "word" and (
                self.cap(ahead) or self.word(ahead) in self.titles("modifiers")
            )
            joined = self.word(ahead) in ("and", "&", ",") and self.word(ahead + 1) in self.language.portfolio
            if not (plain or joined or (self.is_dash(ahead) and self.touching(ahead))):
                return False
        return False

    def titles(self, name: str) -> frozenset[str]:
        return self.language.titles.get(name, frozenset())

    def titled(self, index: int) -> tuple[Unit, int, int] | None:
        parsed = self.title(index)
        if parsed is None:
            return None
        title, after = parsed
        # the state before the title: "Israeli Minister …", "Kazakhstan's Health Minister"
        back = 0
        before = index - 1
        if self.kind(before) == "poss" and self.kind(before - 1) in ("state", "place"):
            if title.state is None:
                title.state = self.state_of(before - 1)
            back = 2
        elif self.kind(before) == "state" and title.state is None and self.adjacent(before):
            title.state = self.state_of(before)
            back = 1
        first = index - back
        self.definite = not title.plural and (back > 0 or self.kind(index - 1) == "determiner")
        # second titles and the name behind
        name, after, title = self.name_behind(title, after)
        if (
            name
            and title.state is None
            and title.of is None
            and self.kind(after) == "preposition"
            and self.units[after].value == "of"
        ):
            inner = self.skip_determiner(after + 1)
            if self.kind(inner) == "state" and self.units[inner].value[1] == "name":  # "President A. B. of C"
                title.state, after = self.state_of(inner), inner + 1
        person = Person(name=name, office=title.words, of=title.of or title.state)
        unit = self.actor_unit(
            first, after, person, state=title.state, to=title.to, cls=title.cls, plural=title.plural and not name,
            former=title.former,
        )  # fmt: skip
        return unit, after, back

    def adjacent(self, state: int) -> bool:
        unit = self.units[state]
        return unit.value[1] == "adjective" or self.cap(state + 1)

    def state_of(self, index: int) -> str | None:
        unit = self.units[index]
        if unit.kind == "state":
            return str(unit.value[0])
        if unit.kind == "place":
            return str(unit.value.state)
        return None

    def title(self, index: int) -> tuple[Title, int] | None:
        """One title: modifiers, head, portfolio, and the state or body it belongs to."""
        head = index
        while head < self.size and self.kind(head) != "office":
            head += 1
        if head >= self.size:
            return None
        office: Office = self.units[head].value
        after = head + 1
        # heads that follow one another without a comma: "Vice-Prime Minister", "Director General"
        if (
            self.word(head) in self.titles("modifiers")
            and self.cap(after)
            and self.kind(after) == "word"
            and self.kind(after + 1) == "office"
        ):
            after += 1  # "Chief Ashkenazi Rabbi": the first word only modifies
        while self.kind(after) == "office" and not (
            self.is_name_title(after) and self.plain_name_word(after + 1)
        ):
            if self.units[after].case != "gen":  # «советник Президента»: the first is the head
                office = self.units[after].value if self.units[after].value.cls != "other" else office
            after += 1
        while self.word(after) in self.titles("tails") and self.kind(after) == "word":
            after += 1
        plural = office.plural or bool(self.language.morphology.is_plural(self.units[head]))
        title = Title(words="", cls=office.cls, plural=plural)
        title.bare = any(unit.key in self.titles("envoys") for unit in self.units[head:after])
        title.former = self.word(index) in self.titles("former")
        stop = after
        while True:
            nxt = self.complement(title, after)
            if nxt is None:
                break
            after, in_title = nxt
            if in_title:
                stop, title.bare = after, False
            elif (title.state or title.of) and not self.receiving_follows(title, after):
                break
        written = self.run_text(index, stop - 1)
        title.words = self.language.morphology.office(
            written, self.units[head].text, office.title, office.plural
        )
        return title, after

    def receiving_follows(self, title: Title, index: int) -> bool:
        """Whether the receiving state of a mission's head may follow: "Ambassador of A" and "to B"."""
        return (
            title.to is None
            and self.kind(index) == "preposition"
            and self.units[index].value in ("goal", "place")
        )

    def complement(self, title: Title, index: int) -> tuple[int, bool] | None:
        """What belongs to a title behind its head: the index after it, and whether it is part of the wording."""
        unit = self.units[index] if index < self.size else None
        if unit is None:
            return None
        if unit.kind != "preposition" or unit.value not in ("of", "for", "goal", "place", "source"):
            if unit.kind == "preposition" and unit.value == "on" and title.cls == "":
                return None
            return None
        inner = self.skip_determiner(index + 1)
        kind = self.kind(inner)
        if (
            kind == "office"
            and self.cap(inner)
            and self.units[inner].value.plural
            and self.word(index - 1).split(" ")[-1] in self.language.office_bodies
        ):
            run = self.portfolio_run(inner + 1)  # "Speaker of the House of Representatives"
            return run or inner + 1, True
        joint = self.joint_body(inner) if unit.value == "of" else 0
        if joint:
            title.of = self.run_text(inner, joint - 1)
            return joint, False
        mission = title.cls in ("head-of-mission", "consul", "trade-representative", "diplomat") or title.bare
        if unit.value in ("goal", "place") and not mission:
            return None
        if kind == "state":
            code = self.state_of(inner)
            if self.units[inner].value[1] == "adjective" and self.kind(inner + 1) in (
                "organisation",
                "body",
                "word",
            ):
                # "of the Israeli Ministry of Defense", "of the Kazakh Parliament"
                run = self.portfolio_run(inner + 1)
                if run:
                    title.state = title.state or code
                    return run, True
                organisation = self.organisation(inner) if self.cap(inner + 1) else None
                if organisation:  # "of the Austrian Federal Chamber of …"
                    made, after = organisation
                    title.of, title.state = made.value.name, title.state or code
                    return after, False
            if unit.value in ("goal", "place"):
                title.to = title.to or code
            elif title.state is None:
                title.state = code
            else:
                return None
            return inner + 1, False
        if unit.value in ("goal", "place"):
            if kind == "place":
                title.to = title.to or self.state_of(inner)
                return inner + 1, False
            return None
        if unit.value == "source":
            return None
        if kind == "place" and title.cls in ("mayor-governor", "consul", "religious", "business"):
            title.of = self.units[inner].value.name
            title.state = title.state or self.state_of(inner)
            return inner + 1, False
        run = self.portfolio_run(inner)
        if run:
            return run, True
        if kind in ("organisation", "quoted"):
            title.of = str(self.units[inner].value)
            return inner + 1, False
        if self.may_start_name(inner):
            organisation = self.organisation(inner)
            if organisation:
                made, after = organisation
                title.of = made.value.name
                title.state = title.state or made.value.state
                return after, False
        return None

    def joint_body(self, index: int) -> int:
        """The index after a body of two states: "A–B Friendship Society", "League A–B"; 0 where there is none."""
        if self.kind(index) in ("state", "combining"):
            after = self.states_joined(index)
            return self.body_end(after) if after else 0
        return self.states_joined(index + 1) if self.kind(index) == "body" and self.cap(index) else 0

    def states_joined(self, index: int) -> int:
        """The index after two states with a dash between them; 0 where there are none."""
        pair = self.kind(index) in ("state", "combining") and self.is_dash(index + 1)
        other = index + 2
        if not (pair and self.kind(other) == "state"):
            return 0
        return other + 1 if self.units[index].value[0] != self.units[other].value[0] else 0

    def body_end(self, index: int) -> int:
        """The index after capitalised words that end in the head of a body, and its field behind "of"."""
        after = index
        while self.kind(after) in ("word", "trigger", "event", "and") and (
            self.cap(after) or self.kind(after) == "and"
        ):
            after += 1
        if after > index and self.word(after - 1) in self.language.organisation_heads:
            after -= 1
        head = self.kind(after) == "body" or self.word(after) in self.language.organisation_heads
        if not (head and self.cap(after)):
            return 0
        after += 1
        if self.kind(after) == "preposition" and self.units[after].value in ("of", "for", "on"):
            return self.portfolio_run(self.skip_determiner(after + 1)) or after
        return after

    def portfolio_run(self, index: int) -> int:
        """The index after a run of portfolio words ("the Ministry of Industry, Trade and Labor"); 0 for none."""
        language = self.language
        after, last = index, 0
        while after < self.size:
            unit = self.units[after]
            key = unit.key
            if (
                key in language.portfolio
                or key in language.office_bodies
                or (unit.kind == "body" and is_capitalised(unit))
            ):
                after += 1
                last = after
                continue
            if (
                last
                and unit.kind == "office"
                and unit.value.plural
                and is_capitalised(unit)
                and self.word(after - 1) == "of"
                and self.word(after - 2) in language.office_bodies
            ):
                after += 1  # "the House of Representatives"
                last = after
                continue
            if last and (
                unit.kind in ("and", "determiner")
                or unit.text in (",", "-", "/")
                or (unit.kind == "preposition" and unit.value in ("of", "for"))
            ):
                after += 1
                continue
            break
        return last

    def name_behind(self, title: Title, after: int) -> tuple[str | None, int, Title]:
        """Further titles of the same person and the name behind them."""
        cursor = after
        while True:
            listed = self.word(cursor) == ","
            dash = self.is_dash(cursor)
            joined = self.kind(cursor) == "and"
            if not (listed or dash or joined):
                break
            joint = cursor
            second = self.skip_determiner(cursor + 1)
            if not (self.kind(second) == "office" or self.is_title_modifier(second)):
                break
            parsed = self.title(second)
            if parsed is None:
                break
            more, behind = parsed
            if not dash and (
                title.plural
                or more.plural
                or not self.name_at(behind)
                or (more.state and title.state and more.state != title.state)
            ):
                break
            title.words = (
                f"{title.words}{' -' if dash else ','} {more.words}"
                if not joined
                else f"{title.words} {self.units[joint].text} {more.words}"
            )
            title.state = title.state or more.state
            title.of = title.of or more.of
            title.cls = (
                more.cls
                if (more.to and not title.to) or (more.cls in POSTS and title.cls not in POSTS)
                else title.cls
            )
            title.to = title.to or more.to
            cursor = behind
            after = behind
        comma = 1 if self.word(after) == "," else 0
        name = self.name_at(after + comma)
        if not name and self.is_dash(after) and self.kind(after + 1) == "honorific":
            comma, name = 1, self.name_at(after + 1)
        if not name:
            return None, after, title
        if comma and self.apposed_before():
            return None, after, title
        if comma and self.kind(after + 1) == "place" and name[1] == after + 2:
            return None, after, title  # "head of the Embassy of A, Madrid"
        if comma:
            # a comma between office and name: an apposition, unless a list goes on
            if title.plural or (
                not self.definite
                and not self.honorific_at(after + 1)
                and self.word(name[1]) not in (",", ".", "", ")", "(", ";")
                and self.kind(name[1]) not in ("trigger", "be", "have", "preposition")
            ):
                return None, after, title
        elif title.plural:
            return None, after, title
        return name[0], name[1], title

    def apposed_before(self) -> bool:
        """Whether the title belongs to a name before it: "Mr. A B, Prime Minister of C, Mr. D E, …"."""
        out = self.out
        while out and out[-1].kind == "determiner":
            out = out[:-1]
        return (
            len(out) > 1
            and out[-1].text == ","
            and out[-2].kind == "actor"
            and bool(out[-2].value.person.name)
            and not out[-2].value.person.office
        )

    def honorific_at(self, index: int) -> bool:
        return self.kind(index) == "honorific"

    def honorific_before(self, index: int) -> bool:
        return self.kind(index - 1) == "honorific" or (
            self.word(index - 1) == "." and self.kind(index - 2) == "honorific"
        )

    def name_at(self, index: int) -> tuple[str, int] | None:
        while self.kind(index) == "honorific" or (
            self.word(index) == "." and self.kind(index - 1) == "honorific"
        ):
            index += 1
        if (
            self.case in ("gen", "dat", "ins", "loc")
            and index < self.size
            and self.units[index].case not in ("", self.case)
            and not self.syllables(index)
        ):
            return None  # a name in another case is another person
        return self.name(index, after_title=True)

    def syllables(self, index: int) -> bool:
        """Whether a name is three short words, as names of East Asia are, which do not change: «Пак Кын Хе»."""
        three = self.units[index : index + 3]
        return len(three) == 3 and all(
            unit.kind in ("word", "place") and is_capitalised(unit) and len(unit.text) <= _SYLLABLE
            for unit in three
        )

    def honoured(self, index: int) -> tuple[Unit, int, int] | None:
        found = self.name_at(index)
        if not found:
            return None
        name, after = found
        return self.actor_unit(index, after, Person(name=name)), after, 0

    # -- delegations ---------------------------------------------------------------------------------------------

    def leadership(self, index: int) -> tuple[Unit, int, int] | None:
        """ "leadership of the Israeli Ministry of …", "leadership of the company X": told by its institution."""
        if self.kind(index + 1) != "preposition" or self.units[index + 1].value != "of":
            return None
        inner = self.skip_determiner(index + 2)
        state = None
        if self.kind(inner) == "state":
            state, inner = self.state_of(inner), inner + 1
        run = self.portfolio_run(inner)
        if run:
            if (
                self.kind(run) == "preposition"
                and self.units[run].value == "of"
                and self.kind(run + 1) == "state"
            ):
                state = state or self.state_of(run + 1)
            words = f"{self.units[index].text} {self.units[index + 1].text} {self.run_text(inner, run - 1)}"
            return self.actor_unit(index, run, Person(office=words, of=state), state=state), run, 0
        while self.kind(inner) == "word" and not self.cap(inner) and inner < index + 6:
            inner += 1
        if self.kind(inner) == "quoted":
            person = Person(office=self.units[index].text, of=str(self.units[inner].value))
            return self.actor_unit(index, inner + 1, person, state=state), inner + 1, 0
        return None

    def delegation(self, index: int) -> tuple[Unit, int, int] | None:
        """ "the Israeli delegation", "military delegation", "delegation of the company X"."""
        back, state, first = 0, None, index
        before = index - 1
        while (
            self.kind(before) == "word"
            and self.units[before].text.isalpha()
            and self.word(before) not in self.language.words["modifier"]
            and self.kind(before) == "word"
        ):
            before -= 1
            if index - before > 3:
                break
        words_first = before + 1
        if self.kind(before) == "poss" and self.kind(before - 1) == "state":
            state, back, first = self.state_of(before - 1), index - before + 1, before - 1
        elif self.kind(before) == "state":
            state, back, first = self.state_of(before), index - before, before
        elif words_first < index:
            back, first = index - words_first, words_first
        after = index + 1
        of: str | None = None
        if self.kind(after) == "preposition" and self.units[after].value in ("of", "source"):
            inner = self.skip_determiner(after + 1)
            if self.kind(inner) == "state":
                state = state or self.state_of(inner)
                after = inner + 1
            elif self.kind(inner) in ("quoted", "organisation"):
                of = str(self.units[inner].value)
                after = inner + 1
            elif self.may_start_name(inner):
                organisation = self.organisation(inner)
                if organisation:
                    unit, after = organisation
                    of = unit.value.name
                    state = state or unit.value.state
        if self.word(index) not in self.language.words["delegation"] and not state and not of:
            return None
        words = self.run_text(words_first, index)
        return (
            self.actor_unit(
                first, after, Person(office=words, of=of or state), state=state, group=True, cls="delegation"
            ),
            after,
            back,
        )

    # -- names ---------------------------------------------------------------------------------------------------

    def may_start_name(self, index: int) -> bool:
        unit = self.units[index] if 0 <= index < self.size else None
        if (
            unit is None
            or not is_capitalised(unit)
            or unit.kind not in ("word", "trigger", "place", "event", "body", "combining", "mission")
        ):
            return False
        return unit.kind != "trigger" or (
            self.cap(index + 1) and ((_is_noun(unit) and index > 0) or not self.language.cases)
        )

    def name(self, index: int, *, after_title: bool) -> tuple[str, int] | None:
        """A personal name: initials, capitalised words, particles; its text and the index after it."""
        language = self.language
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
            if unit.kind == "word" and unit.text.isupper() and len(unit.text) > 2 and after_title:
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
            if self.is_name_title(cursor) and (full or (after_title and self.plain_name_word(cursor + 1))):
                cursor += 1  # "Habibullah Khan Tarzi": a title that has become a part of names
                full += 1
                continue
            if full and (key in language.suffixes) and not (len(key) == 1 and unit.text.islower()):
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
            known = self.surnames.get(words)
            return (words, cursor) if known and self.kind(index) == "word" else None
        if not after_title and (
            (known_words and known_words >= full) or not self.language.morphology.may_name(words)
        ):
            return None
        return words, cursor

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

    # -- organisations -------------------------------------------------------------------------------------------

    def organisation(self, index: int) -> tuple[Unit, int] | None:
        """A run of capitalised words with a word like "Institute" in it, and what it is of."""
        language = self.language
        cursor, head, state = index, False, None
        while cursor < self.size:
            unit = self.units[cursor]
            if is_capitalised(unit) and unit.kind in (
                "word",
                "place",
                "trigger",
                "event",
                "body",
                "office",
                "mission",
                "state",
                "combining",
            ):
                if unit.kind in ("state", "place"):
                    state = state or self.state_of(cursor)
                if unit.kind == "office" and not head:
                    break
                head = head or unit.key in language.organisation_heads or unit.kind == "body"
                cursor += 1
                if head and cursor > index + 2:
                    cursor = self.noun_behind(cursor)
                continue
            connector = (
                unit.kind in ("and", "determiner")
                or (unit.kind == "preposition" and unit.value in ("of", "for", "on"))
                or (self.is_dash(cursor) and self.touching(cursor))
            )
            if connector and cursor > index:
                ahead = cursor + 1
                if self.word(cursor) == "on" and self.kind(cursor - 1) == "state":
                    break  # "the Government of A on Air Services"
                if unit.kind == "and" and self.kind(ahead) == "determiner":
                    break  # "the Ministry of … and the Institute of …": two organisations
                if unit.kind == "and" and head and self.institution_at(ahead):
                    break  # "the University of A and B University"
                while self.kind(ahead) == "determiner":
                    ahead += 1
                if (
                    self.cap(ahead)
                    and self.kind(ahead) in ("word", "state", "trigger", "event", "place")
                    and (head or unit.kind == "and")
                    and not (unit.kind == "and" and self.kind(ahead) == "state")
                ):
                    cursor = ahead
                    continue
            break
        if not head or cursor - index < 2:
            return None
        start, end = self.units[index].start, self.units[cursor - 1].end
        name = self.run_text(index, cursor - 1)
        return Unit("organisation", start, end, self.text[start:end], "", Organisation(name, state)), cursor

    def institution_at(self, index: int) -> bool:
        """Whether the words from here on name an institution of the same sort as those before: "B University"."""
        heads = {unit.key for unit in self.units[max(0, index - 8) : index - 1] if is_capitalised(unit)}
        heads &= self.language.organisation_heads
        return any(
            self.word(i) in heads and all(self.cap(j) for j in range(index, i + 1))
            for i in range(index, min(index + 4, self.size))
        )

    def noun_behind(self, index: int) -> int:
        """The index after a common noun that a capitalised adjective behind "of" leaves to come, or after the second
        half of a hyphenated word: "Council of Intergovernmental cooperation", "Club of the Israeli friends of B",
        "Defence Co-operation"."""
        if (
            self.is_dash(index)
            and self.touching(index)
            and self.touching(index + 1)
            and not self.cap(index + 1)
        ):
            return index + 2 if self.kind(index + 1) in ("word", "trigger") else index
        last = self.units[index - 1]
        before = index - 2
        while self.kind(before) == "determiner":
            before -= 1
        if self.kind(before) != "preposition" or self.kind(index) not in ("word", "trigger", "relations"):
            return index
        of_a_state = last.kind == "state" and last.value[1] == "adjective"
        adjective = of_a_state or (
            last.kind in ("word", "trigger") and self.language.morphology.adjectival(last.text)
        )
        noun = self.units[index]
        if not adjective or not noun.text.islower() or (noun.kind == "trigger" and not _is_noun(noun)):
            return index
        if (
            of_a_state
            and self.kind(index + 1) == "preposition"
            and self.units[index + 1].value == "of"
            and self.kind(index + 2) == "state"
        ):
            return index + 3
        return index + 1


def _is_noun(trigger: Unit) -> bool:
    return any(form == "noun" for _, form in trigger.value)


def _apposed(units: list[Unit], text: str, language: Language) -> list[Unit]:
    """A name with the office behind it: "Mr. Ehud Olmert, Deputy Prime Minister of Israel,"."""
    out: list[Unit] = []
    index = 0
    while index < len(units):
        unit = units[index]
        if (
            unit.kind == "actor"
            and unit.value.state is None
            and index + 3 < len(units)
            and units[index + 1].text == "("
            and units[index + 3].text == ")"
        ):
            inside = units[index + 2]  # "X (Estonia)"
            if inside.kind == "state" and not unit.value.group:
                state = str(inside.value[0])
                person = unit.value.person
                made = Person(
                    name=person.name,
                    office=person.office,
                    of=(person.of or state) if person.office else person.of,
                )
                unit.value = msgspec.structs.replace(unit.value, state=state, person=made)
                del units[index + 1 : index + 4]
        if unit.kind == "actor" and unit.value.person.name and not unit.value.person.office:
            behind = index + 1
            opening = behind < len(units) and units[behind].text in (",", "(", "-", "–", "—")
            cursor = behind + 1
            while cursor < len(units) and (
                units[cursor].kind == "determiner" or units[cursor].key in language.words["modifier"]
            ):
                cursor += 1
            if opening and cursor < len(units) and _is_bare_office(units[cursor]):
                last, titles = cursor, [units[cursor].value]
                while (
                    last + 2 < len(units) and units[last + 1].text == "," and _is_bare_office(units[last + 2])
                ):
                    last += 2
                    titles.append(units[last].value)
                after = units[last + 1] if last + 1 < len(units) else None
                if (
                    after is None
                    or after.text in (",", ".", ")", "(", ";", "-", "–")
                    or after.kind
                    in ("trigger", "be", "have", "preposition", "and", "clause", "modal", "date")
                ):
                    first = titles[0]
                    person = Person(
                        name=unit.value.person.name,
                        office=", ".join(t.person.office or "" for t in titles),
                        of=first.person.of or titles[-1].person.of,
                    )
                    actor = Actor(
                        person=person,
                        state=next((t.state for t in titles if t.state), None),
                        to=first.to,
                        cls=first.cls,
                        former=first.former,
                    )
                    if after is not None and after.text == ")" and units[behind].text == "(":
                        last += 1
                    end = units[last].end
                    out.append(Unit("actor", unit.start, end, text[unit.start : end], "", actor))
                    index = last + 1
                    continue
        out.append(unit)
        index += 1
    return out


def _related(units: list[Unit]) -> list[Unit]:
    """Offices that stand for others: "his Chilean counterpart X", "Presidents X and Y"."""
    last: Actor | None = None
    for index, unit in enumerate(units):
        if unit.kind != "actor":
            continue
        actor: Actor = unit.value
        if actor.cls == "counterpart" and last is not None:
            person = Person(name=actor.person.name, office=last.person.office, of=actor.state)
            unit.value = msgspec.structs.replace(actor, person=person, cls=last.cls)
        elif actor.plural and not actor.person.name and actor.person.office:
            _share_office(units, index, actor)
        if (
            unit.kind == "actor"
            and unit.value.person.office
            and not unit.value.group
            and not unit.value.plural
            and unit.value.cls != "counterpart"
        ):
            last = unit.value
    return units


def _share_office(units: list[Unit], index: int, plural: Actor) -> None:
    """Gives an office in the plural to the names right behind it."""
    states, cursor = _states_joined(units, index, plural)
    first = cursor
    names = [unit for unit in units[first : first + 2 * len(states)] if _is_bare_name(unit)]
    if len(states) > 1 and len(names) == len(states):
        for unit, state in zip(names, states, strict=True):  # "the Presidents of A and B, X and Y"
            unit.value = msgspec.structs.replace(unit.value, state=state)
    while cursor < len(units):
        unit = units[cursor]
        if _is_bare_name(unit):
            person = Person(
                name=unit.value.person.name, office=plural.person.office, of=unit.value.state or plural.state
            )
            unit.value = msgspec.structs.replace(
                unit.value, person=person, state=unit.value.state or plural.state, cls=plural.cls
            )
        elif (unit.kind not in ("and", "date") and unit.text not in (",", "(", ")")) or cursor == first:
            break
        cursor += 1
    if cursor > first and units[first].kind == "actor" and units[first].value.cls == plural.cls:
        units[index].kind = "word"  # the names carry the office now
        units[index].value = None


def _is_bare_name(unit: Unit) -> bool:
    return unit.kind == "actor" and bool(unit.value.person.name) and not unit.value.person.office


def _states_joined(units: list[Unit], index: int, plural: Actor) -> tuple[list[str], int]:
    """The states of an office in the plural, and where the names behind them begin: "Presidents of A and B"."""
    cursor = index + 1
    states = [plural.state] if plural.state else []
    while (
        states
        and cursor + 1 < len(units)
        and (units[cursor].kind == "and" or units[cursor].text == ",")
        and units[cursor + 1].kind == "state"
    ):
        states.append(str(units[cursor + 1].value[0]))
        cursor += 2
    if (
        not states
        and cursor + 1 < len(units)
        and (units[cursor].kind == "amount" or units[cursor].value == "of")
        and units[cursor + 1].kind == "sides"
    ):
        cursor += 2  # "the ministers of the two countries X and Y"
    elif not states and cursor < len(units) and units[cursor].kind == "sides":
        cursor += 1
    if cursor < len(units) and len(states) != 1 and units[cursor].text in (",", "–", "-"):
        cursor += 1
    return [state for state in states if state], cursor


def _is_bare_office(unit: Unit) -> bool:
    return (
        unit.kind == "actor"
        and bool(unit.value.person.office)
        and not unit.value.person.name
        and not unit.value.plural
        and not unit.value.group
    )


__all__ = ["Actor", "City", "Organisation", "people"]
