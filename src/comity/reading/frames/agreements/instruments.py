"""The noun phrase of an instrument: what it is, what it is about, between whom, and the bracket that dates it.

"Agreement between A and B on X (signed 1996), on Y and on Z": one instrument with one item per subject. Its wording
may stand before the head ("free trade agreement") or behind it, with the parties anywhere between.
"""

from __future__ import annotations

from comity.reading.frames.agreements.modifiers import Modifiers
from comity.reading.frames.agreements.phrase import Instrument, Item, act_bracket, bracket_at, lists_on
from comity.reading.frames.agreements.subjects import Subjects
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

_SUBJECT = frozenset({"on", "of", "for", "topic", "field"})
_PARTIES = frozenset({"between", "with"})
_DASHES = frozenset("-–—\ufffd")
_QUOTES = frozenset("\"“”„«»‘’'`\ufffd")
_ENDS = frozenset({"be", "have", "modal", "clause", "date", "pronoun", "negation"})
_LISTED = frozenset({"word", "trigger", "actor", "determiner", "body"})
_LONGEST = 60


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
            _Parser(sentence, made).run()
            found.append(made)
            stop = made.stop
    return found


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
        before = Modifiers(self.sentence, made).before()
        made.date = self.year_before()
        segments = self.behind(made.index + 1)
        if not segments:
            segments = self.listed()
        subjects = Subjects(self.sentence, made)
        for units, bracket in subjects.split(segments):
            subject = subjects.subject(units)
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
            made.date = self.units[made.stop + 1] if not made.date else made.date
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

    # -- behind the head -------------------------------------------------------------------------------------------

    def behind(self, index: int) -> list[tuple[list[Unit], range | None]]:
        """The segments behind the head, each begun by a preposition of its own, with their brackets."""
        segments: list[tuple[list[Unit], range | None]] = []
        cursor = self.past_short_form(index)
        while cursor < self.limit:
            unit = self.units[cursor]
            dated = self.past_date(cursor)
            if dated > cursor:
                self.made.date = self.units[dated - 1]
                self.made.stop = cursor = dated
                continue
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
                ) or self.past_date(cursor) > cursor:
                    continue
                break
            cursor = following
        return segments

    def past_short_form(self, index: int) -> int:
        """The index after a short form in brackets before what the instrument is about: "Memorandum (MoU) on …"."""
        if index + 3 >= self.limit or self.units[index].text != "(" or self.units[index + 2].text != ")":
            return index
        short = self.units[index + 1].text
        capitals = " " not in short and sum(letter.isupper() for letter in short) > 1
        after = self.units[index + 3]
        leads = after.kind == "preposition" and after.value in _SUBJECT | _PARTIES
        return index + 3 if capitals and leads else index

    def year_before(self) -> Unit | None:
        """The year before an instrument's own words: "the 1904 (boundary) treaty"."""
        at = self.made.first - 1
        while at > 0 and (
            self.units[at].kind in ("state", "dyad", "combining") or self.units[at].text in _DASHES
        ):
            at -= 1
        if at < 1 or self.units[at].kind != "date" or self.units[at - 1].kind not in ("determiner", "poss"):
            return None
        return self.units[at] if self.units[at].value.date.precision == "year" else None

    def past_date(self, index: int) -> int:
        """The index after the date by which an instrument is known: "the treaty of 4 May 1904 (between …)"."""
        units = self.units
        if self.made.date is not None or index + 1 >= len(units):
            return index
        linked = units[index].kind == "preposition" and units[index].value in ("of", "source")
        at = index + 1 if linked else index
        if units[at].kind != "date" or units[at].value.date.is_interval:
            return index
        # «договор 1904 года»; a bare day is rather that of an act
        bare = bool(self.sentence.language.cases) and units[at].value.date.precision == "year"
        return at + 1 if linked or (bare and " " in units[at].text) else index

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
