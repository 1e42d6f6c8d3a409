"""The noun phrase of an instrument: what it is, what it is about, between whom, and the bracket that dates it.

"Agreement between A and B on X (signed 1996), on Y and on Z": one instrument with one item per subject. Its wording
may stand before the head ("free trade agreement") or behind it, with the parties anywhere between.
"""

from __future__ import annotations

from itertools import pairwise

from comity.reading.frames.nouns import tidy, wording
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

_SUBJECT = frozenset({"on", "of", "for", "topic", "field"})
_PARTIES = frozenset({"between", "with"})
_DASHES = frozenset("-–—\ufffd")
_QUOTES = frozenset("\"“”„«»‘’'`\ufffd")
_ENDS = frozenset({"be", "have", "modal", "clause", "date", "pronoun", "negation"})
_WORDS_BEFORE = frozenset(
    {"word", "body", "instrument", "trigger", "organisation", "quoted", "combining", "event"}
)
_LISTED = frozenset({"word", "trigger", "actor", "determiner", "body"})
_LONGEST = 60


class Item:
    """One subject of an instrument, with the units that word it and the bracket behind it."""

    __slots__ = ("bracket", "subject", "units")

    def __init__(self, units: list[Unit], subject: str | None, bracket: range | None = None) -> None:
        self.units = units
        self.subject = subject
        self.bracket = bracket


class Instrument:
    """An instrument as a phrase of a sentence: units `first` up to `stop`."""

    __slots__ = ("draft", "first", "index", "items", "pair", "parties", "plural", "stop", "unit")

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.unit = sentence.units[index]
        self.index = index
        self.first = index
        self.stop = index + 1
        self.items: list[Item] = []
        self.parties: range | None = None
        self.pair: tuple[str, str] | None = None
        """A state and an organisation that its name joins: "the A–European Union Trade Agreement"."""
        self.plural = is_plural(sentence, self.unit)
        self.draft = False
        _Parser(sentence, self).run()


def instruments(sentence: Sentence) -> list[Instrument]:
    """The instruments of a sentence in order; one named inside the subject of another is not one of its own."""
    found: list[Instrument] = []
    stop = 0
    for index, unit in enumerate(sentence.units):
        after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
        if after is not None and after.kind == "instrument" and after.start <= unit.end + 1:
            continue  # "programme agreement": a word before the head
        if unit.kind == "instrument" and index >= stop:
            made = Instrument(sentence, index)
            found.append(made)
            stop = made.stop
    return found


def lists_on(units: list[Unit], comma: int) -> bool:
    """Whether a comma leads to a further state of a list, "and" before it or not."""
    if units[comma].text != ",":
        return False
    after = comma + 1
    while after < len(units) and units[after].kind in ("and", "determiner"):
        after += 1
    return after < len(units) and units[after].kind == "state" and units[after].value[1] == "name"


def act_bracket(sentence: Sentence, index: int) -> range | None:
    """The bracket that opens at `index`, unless a clause in it tells something else: "(which includes A since …)"."""
    found = bracket_at(sentence, index)
    return found if not any(sentence.units[i].kind == "clause" for i in found or ()) else None


def bracket_at(sentence: Sentence, index: int) -> range | None:
    """The indices inside the bracket that opens at `index`."""
    units = sentence.units
    if index >= len(units) or units[index].text not in ("(", "["):
        return None
    for cursor in range(index + 1, min(index + 40, len(units))):
        if units[cursor].text in (")", "]"):
            return range(index + 1, cursor)
    return None


def is_plural(sentence: Sentence, unit: Unit) -> bool:
    """Whether an instrument's word stands for several: "agreements", "memoranda"."""
    words = sentence.language.words
    return any(word in words["instrument_plural"] for word in unit.key.split(" ")) or bool(
        sentence.language.morphology.is_plural(unit)
    )


def _party(unit: Unit) -> str:
    """A state's code, or an organisation's name."""
    if unit.kind == "state":
        return str(unit.value[0])
    return unit.text


class _Parser:
    def __init__(self, sentence: Sentence, made: Instrument) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made
        self.limit = min(len(self.units), made.index + _LONGEST)
        self.bare = False
        """Whether further subjects need no preposition of their own: "those on X (1999), Y (2004)"."""

    def run(self) -> None:
        made = self.made
        before = self.before()
        segments = self.behind(made.index + 1)
        if not segments:
            segments = self.listed()
        for units, bracket in self.split(segments):
            subject = self.subject(units)
            if subject:
                made.items.append(Item(units, subject, bracket))
        if before and len(made.items) == 1 and not made.plural and self.serves():
            link = self.units[made.index + 1].text
            made.items[0].subject = f"{before} {link} {made.items[0].subject}"
        if (
            made.stop + 1 < self.limit
            and self.units[made.stop].kind == "preposition"
            and self.units[made.stop].value == "of"
            and self.units[made.stop + 1].kind == "date"
        ):
            made.stop += 2  # "the pact of 1932"
        if not made.items:
            bracket = act_bracket(self.sentence, made.stop)
            if bracket is not None:
                made.stop = bracket.stop + 1
            made.items.append(Item([made.unit], before, bracket))

    def serves(self) -> bool:
        """Whether what stands behind the head goes on with what stands before it: "visa waiver agreement for …"."""
        made = self.made
        opener = self.units[made.first - 1] if made.first else None
        after = self.units[made.index + 1] if made.index + 1 < self.limit else None
        if opener is None or after is None or opener.kind != "determiner" or not made.unit.text.islower():
            return False
        return after.kind == "preposition" and after.value == "for"

    # -- before the head -------------------------------------------------------------------------------------------

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
        return unit.key in self.words["instrument_modifier"] or unit.key in self.words["instrument_draft"]

    def inner(self, head: Unit) -> str:
        """The words of the head's phrase before its own head: "free trade" of "free trade agreement"; an abbreviation
        that tells its subject is it.
        """
        if head.key in self.words["acronym_agreement"] or head.key in self.words["acronym_treaty"]:
            return head.text
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

    # -- behind the head -------------------------------------------------------------------------------------------

    def behind(self, index: int) -> list[tuple[list[Unit], range | None]]:
        """The segments behind the head, each begun by a preposition of its own, with their brackets."""
        segments: list[tuple[list[Unit], range | None]] = []
        cursor = index
        while cursor < self.limit:
            unit = self.units[cursor]
            if unit.kind == "preposition" and unit.value in _PARTIES and self.names_parties(cursor + 1):
                stop = self.parties(cursor + 1)
                self.made.parties = self.made.parties or range(cursor, stop)
                cursor = stop
                self.made.stop = cursor
                continue
            if not (self.opens(cursor) or (segments and self.goes_on_bare(cursor))):
                break
            stop = self.segment(cursor + 1 if unit.kind == "preposition" else cursor)
            units = self.units[cursor + 1 if unit.kind == "preposition" else cursor : stop]
            if not any(u.kind not in ("determiner", "punct") for u in units):
                break
            apart = stop < self.limit and self.units[stop].text == ","
            bracket = act_bracket(self.sentence, stop + apart)  # "… on Forestry, (11 January 2010)"
            self.made.stop = cursor = stop
            if bracket is not None:
                self.made.stop = cursor = bracket.stop + 1
            elif self.dated_of_its_own(stop):
                bracket = range(stop + 1, stop + 2)  # "on trade in 1980, on transit in 1984"
                self.made.stop = cursor = bracket.stop
            segments.append((units, bracket))
            following = self.next_segment(cursor)
            if following < 0:
                if (
                    cursor < self.limit
                    and self.units[cursor].kind == "preposition"
                    and self.units[cursor].value in _PARTIES
                ):
                    continue
                break
            cursor = following
        return segments

    def dated_of_its_own(self, index: int) -> bool:
        """Whether a subject of several ends with a date of its own, or is the last of such."""
        if index + 1 >= len(self.units):
            return False
        when, date = self.units[index], self.units[index + 1]
        if when.kind != "preposition" or date.kind != "date":
            return False
        if not self.made.plural and not self.several_dated(index + 2):
            return False
        told = any(
            unit.kind == "date" and self.units[i + self.made.index].key in ("in", "on")
            for i, unit in enumerate(self.units[self.made.index + 1 : index])
        )
        return told or self.next_segment(index + 2) > 0

    def several_dated(self, index: int) -> bool:
        """Whether one word stands for instruments of several dates: "an agreement on X in 1997 and on Y in 2001"."""
        first = self.made.index
        years = [i for i in range(first, min(index + 12, len(self.units))) if self.units[i].kind == "date"]
        joined = self.next_segment(index) > 0 or any(i < index - 2 for i in years)
        dated = [i for i in years if self.units[i - 1].kind == "preposition"]
        return (
            joined
            and len(dated) > 1
            and not any(
                self.units[i].kind in ("instrument", "trigger", "be") for i in range(index, dated[-1])
            )
        )

    def listed(self) -> list[tuple[list[Unit], range | None]]:
        """ "Agreements in force: on X (…), on Y (…)": segments behind a colon close to the head."""
        for cursor in range(self.made.index + 1, min(self.made.index + 14, self.limit)):
            if self.units[cursor].kind in ("instrument", "clause") or self.units[cursor].text in (";", "("):
                return []
            include = self.units[cursor - 1]
            those = self.units[cursor].key == "those" and include.kind == "trigger"
            self.bare = those
            if those and any(predicate == "include" for predicate, _ in include.value):
                segments = self.behind(cursor + 1)  # "agreements include those on X (1999), Y (2004)"
                self.made.stop = self.made.index + 1
                return segments
            if self.units[cursor].text == ":":
                segments = (
                    self.behind(cursor + 1) if cursor + 1 < self.limit and self.opens(cursor + 1) else []
                )
                self.made.stop = self.made.index + 1  # the act may stand between the head and the colon
                return segments
        return []

    def opens(self, index: int) -> bool:
        """Whether a subject begins here."""
        unit = self.units[index] if index < self.limit else None
        after = self.units[index + 1] if index + 1 < self.limit else None
        if unit is None or after is None:
            return False
        if unit.kind == "preposition":
            if unit.value == "goal":
                ordered = self.made.unit.value == "contract" and after.case == "acc"  # «контракт на поставку»
                if ordered and after.kind in ("word", "trigger", "amount"):
                    return True
                return after.kind == "trigger" and "base" in {form for _, form in after.value}
            if unit.value == "place":
                return after.kind == "word" or (
                    after.kind == "determiner" and self.units[min(index + 2, self.limit - 1)].kind == "word"
                )
            return (
                unit.value in _SUBJECT
                and after.kind not in ("date", "place", "amount")
                and not (unit.value == "of" and after.kind == "state")
                and not (unit.value == "on" and self.is_day(index + 1))
            )
        return unit.kind == "trigger" and {form for _, form in unit.value} == {"ing"}

    def is_day(self, index: int) -> bool:
        """Whether a phrase tells when: "on the first day of X's visit", "on the last day"."""
        units, words = self.units, self.words
        at = index
        while at < self.limit and units[at].kind in ("determiner", "amount"):
            at += 1
        while at < self.limit and (
            units[at].key in words["ordinal"] or units[at].key in words["superlative"]
        ):
            at += 1
        return at > index and at < self.limit and units[at].key in words["duration"]

    def next_segment(self, index: int) -> int:
        """The index where a further subject with a preposition of its own begins behind "," or "and"; -1 where none."""
        cursor = index
        while cursor < self.limit and (
            self.units[cursor].text in (",", ";") or self.units[cursor].kind == "and"
        ):
            cursor += 1
        while (
            cursor > index
            and cursor < self.limit
            and self.units[cursor].kind == "word"
            and self.units[cursor].key in self.words["adverb"]
        ):
            cursor += 1
        led = cursor < self.limit and self.opens(cursor) and self.units[cursor].kind == "preposition"
        return cursor if cursor > index and (led or self.goes_on_bare(cursor)) else -1

    def goes_on_bare(self, index: int) -> bool:
        """Whether a further subject with its own bracket begins without a preposition."""
        if not self.bare or index >= self.limit or self.units[index].kind not in ("word", "trigger", "actor"):
            return False
        return bracket_at(self.sentence, self.segment(index)) is not None

    def segment(self, index: int) -> int:
        """The index after the words of one subject that begins at `index`."""
        cursor = index
        while cursor < self.limit:
            unit = self.units[cursor]
            if (
                unit.kind in _ENDS
                or unit.text in "().;:[]?!"
                or (unit.text in _QUOTES and unit.kind == "punct")
            ):
                break
            if unit.kind == "preposition" and not self.carries_on(cursor, index):
                break
            if unit.kind == "trigger" and cursor > index and self.is_act(cursor):
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

    def is_act(self, index: int) -> bool:
        """A verb that ends the phrase: a finite form or a participle, not a noun or an attribute."""
        if not is_verb(self.sentence, index):
            return False
        forms = {form for _, form in self.units[index].value}
        if forms & {"ing", "base"}:
            return False
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        return after is None or after.kind != "word" or self.units[index].text[:1].islower()

    def carries_on(self, index: int, first: int) -> bool:
        """Whether a preposition goes on with the subject: "in customs affairs", "for holders of …"."""
        unit, after = self.units[index], self.units[index + 1] if index + 1 < self.limit else None
        if after is None or after.kind in ("date", "pronoun"):
            return False
        if unit.value in _PARTIES:
            return not self.names_parties(index + 1)
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
        if after.kind in _ENDS or (
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

    # -- parties ---------------------------------------------------------------------------------------------------

    def names_parties(self, index: int) -> bool:
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
            if unit.kind not in ("determiner", "word", "preposition", "combining"):
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

    def parties(self, index: int) -> int:
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
                or (unit.kind in ("word", "trigger") and unit.case == "gen" and cursor > index)
                or (unit.kind == "trigger" and is_capitalised(unit))
                or (unit.text == "," and cursor + 1 < self.limit and self.units[cursor + 1].kind == "state")
                or lists_on(self.units, cursor)
            ):
                cursor += 1
            else:
                break
        while cursor > index and self.units[cursor - 1].kind in ("and", "determiner", "preposition"):
            cursor -= 1
        return cursor

    # -- items -----------------------------------------------------------------------------------------------------

    def split(self, segments: list[tuple[list[Unit], range | None]]) -> list[tuple[list[Unit], range | None]]:
        """The segments of instruments in the plural at their commas, unless the segment is a list of its own."""
        if not self.made.plural:
            if (
                len(segments) > 1
                and all(bracket is None for _, bracket in segments)
                and not self.made.unit.key.endswith("s")
            ):
                last = segments[-1][0][-1]
                return [
                    (
                        [unit for unit in self.units if segments[0][0][0].start <= unit.start <= last.start],
                        None,
                    )
                ]
            return segments
        found: list[tuple[list[Unit], range | None]] = []
        for units, bracket in segments:
            pieces: list[list[Unit]] = [[]]
            for unit in units:
                if unit.text == ",":
                    pieces.append([])
                else:
                    pieces[-1].append(unit)
            pieces = [piece for piece in pieces if piece]
            closed = len(pieces) > 1 and any(unit.kind == "and" for unit in pieces[-1])
            if closed and len(segments) == 1:
                tail = pieces.pop()
                at = next(i for i, unit in enumerate(tail) if unit.kind == "and")
                pieces.extend(piece for piece in (tail[:at], tail[at + 1 :]) if piece)
            elif closed:
                pieces = [units]
            found.extend((piece, bracket) for piece in pieces)
        return found

    def subject(self, units: list[Unit]) -> str | None:
        """The wording of a subject: without articles, and without "cooperation in the field of" where more remains."""
        units = [unit for unit in units if unit.text not in _QUOTES or unit.kind != "punct"]
        opening = [unit.key for unit in units[:5]]
        if any(one in self.words["vague"] and two in self.words["fields"] for one, two in pairwise(opening)):
            return None  # "in various fields"
        while units and (
            units[0].kind in ("determiner", "and")
            or units[0].key in self.words["deals_with"]
            or (units[0].kind == "preposition" and units[0].value in ("field", "place", "on"))
        ):
            units = units[1:]
        for place, unit in enumerate(units[:3]):
            if unit.kind == "preposition":
                if (
                    unit.value in ("field", "place", "on")
                    and place
                    and all(u.key in self.words["subject_prefix"] for u in units[:place])
                    and place + 1 < len(units)
                ):
                    units = units[place + 1 :]
                break
        while units and units[0].kind == "determiner":
            units = units[1:]
        return wording(self.sentence, units) or None if units else None
