"""The noun phrase of an instrument: what it is, what it is about, between whom, and the bracket that dates it.

"Agreement between A and B on X (signed 1996), on Y and on Z": one instrument with one item per subject. Its wording
may stand before the head ("free trade agreement") or behind it, with the parties anywhere between.
"""

from __future__ import annotations

from comity.reading.frames.agreements.extent import Extent
from comity.reading.frames.agreements.modifiers import Modifiers
from comity.reading.frames.agreements.partners import Partners
from comity.reading.frames.agreements.phrase import Instrument, Item, act_bracket, bracket_at
from comity.reading.frames.agreements.subjects import Subjects
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_SUBJECT = frozenset({"on", "of", "for", "topic", "field"})
_PARTIES = frozenset({"between", "with"})
_DASHES = frozenset("-–—\ufffd")
_LONGEST = 60
_SIGNED = frozenset({"sign", "initial", "agree"})


def instruments(sentence: Sentence) -> list[Instrument]:
    """The instruments of a sentence in order; one named inside the subject of another is not one of its own."""
    found: list[Instrument] = []
    stop = 0
    for index, unit in enumerate(sentence.units):
        after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
        if _is_verb_here(sentence, index):
            continue
        joined = after is not None and after.kind == "instrument" and after.start <= unit.end + 1
        if joined and not _is_verb_here(sentence, index + 1):
            continue  # "programme agreement": a word before the head
        if unit.kind == "instrument" and index >= stop:
            made = Instrument(sentence, index)
            _Parser(sentence, made).run()
            found.append(made)
            stop = made.stop
    return found


def _is_verb_here(sentence: Sentence, index: int) -> bool:
    """Whether what looks like an instrument is a verb behind one: "the treaty deals with …"."""
    unit, before = sentence.units[index], sentence.units[index - 1] if index else None
    behind = sentence.units[index + 1 : index + 2]
    verb = unit.kind == "instrument" and unit.key in sentence.language.words["concerns"]
    return (
        verb and before is not None and before.kind == "instrument" and any(u.value == "with" for u in behind)
    )


class _Parser:
    def __init__(self, sentence: Sentence, made: Instrument) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.words = sentence.language.words
        self.made = made
        self.limit = min(len(self.units), made.index + _LONGEST)
        self.partners = Partners(sentence, made, self.limit)
        self.extent = Extent(sentence, made, self.partners)
        self.known = False
        """Whether words before the head tell what the instrument is about."""
        self.bare = False
        """Whether further subjects need no preposition of their own: "those on X (1999), Y (2004)"."""

    def run(self) -> None:
        made = self.made
        before = Modifiers(self.sentence, made).before()
        self.known = bool(before)
        made.date = self.year_before()
        segments = self.behind(made.index + 1)
        if not segments:
            segments = self.listed() or self.apart()
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
        for item in made.items:
            if item.subject and subjects.is_none(item.subject):
                item.subject = None

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
        cursor = self.past_comma(self.past_short_form(index))
        while cursor < self.limit:
            unit = self.units[cursor]
            dated = self.past_date(cursor)
            if dated > cursor:
                self.made.date = self.units[dated - 1]
                self.made.stop = cursor = dated
                continue
            owned = self.partners.owned(cursor)
            led = unit.kind == "preposition" and unit.value in _PARTIES
            if owned > cursor or (led and self.partners.named_at(cursor + 1)):
                stop = owned if owned > cursor else self.partners.stop(cursor + 1)
                self.made.parties = self.made.parties or range(cursor, stop)
                cursor = stop
                self.made.stop = cursor
                continue
            aim = not segments and self.is_aim(cursor)
            if not (self.opens(cursor) or aim or (segments and self.goes_on_bare(cursor))):
                break
            first = self.past_fields(cursor + 1) if unit.kind == "preposition" else cursor
            stop = self.extent.stop(first)
            units = self.units[first:stop]
            if not any(u.kind not in ("determiner", "punct") for u in units):
                break
            apart = stop < self.limit and self.units[stop].text == ","
            bracket = act_bracket(self.sentence, stop + apart)  # "… on Forestry, (11 January 2010)"
            self.made.stop = cursor = stop
            if bracket is not None:
                self.bare = self.bare or self.made.plural  # "on trade (1998) and tourism (2001)"
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
                ) or max(self.past_date(cursor), self.partners.owned(cursor)) > cursor:
                    continue
                break
            cursor = following
        return segments

    def past_comma(self, index: int) -> int:
        """The index of the preposition behind a comma that leads to the subject: "the treaty, on X, was signed"."""
        if self.sentence.language.cases or index + 3 >= self.limit or self.units[index].text != ",":
            return index
        if self.known:
            return index
        lead = self.units[index + 1]
        if lead.kind != "preposition" or lead.value not in ("on", "topic") or not self.opens(index + 1):
            return index
        stop = self.extent.stop(index + 2)
        closed = stop < len(self.units) and self.units[stop].text == ","
        plain = not any(unit.key in self.words["no_topic"] for unit in self.units[index + 2 : stop])
        return index + 1 if closed and plain else index

    def is_aim(self, index: int) -> bool:
        """Whether what an instrument is to do stands right behind it: "the agreement to avoid double taxation"."""
        lead = self.units[index]
        behind = self.units[index + 1 : index + 2]
        return (
            not self.sentence.language.cases
            and not (self.made.plural or self.known)
            and lead.kind == "preposition"
            and lead.value == "goal"
            and any(unit.key in self.words["aims"] for unit in behind)
        )

    def past_fields(self, index: int) -> int:
        """The index after words that only lead to a list of subjects: "in (areas such as) trade and tourism"."""
        at = index
        while at + 2 < self.limit and (
            self.units[at].kind == "determiner" or self.units[at].key in self.words["vague"]
        ):
            at += 1
        general = at + 2 < self.limit and self.units[at].key in self.words["fields"]
        return at + 2 if general and self.units[at + 1].key in self.words["such_as"] else index

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
        return self.units[at] if self.units[at].value.date.precision in ("year", "day") else None

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
            ends = self.units[cursor].kind in ("instrument", "clause")
            if (ends and not _is_verb_here(self.sentence, cursor)) or self.units[cursor].text in (";", "("):
                return []
            word = self.units[cursor].text.lower()
            if (word in self.words["such_as"] or word in self.words["the_one"]) and self.leads(cursor + 1):
                self.bare = True  # "agreements, including on X (1999), Y (2004) and Z"
                segments = self.behind(cursor + 1)
                self.made.stop = self.made.index + 1
                return segments
            if self.units[cursor].key in self.words["concerns"] and cursor + 1 < self.limit:
                # "the agreements, signed in P on D, concern trade, visas and transport"
                first = cursor + 1 + (self.units[cursor + 1].value == "with")  # "dealt with"
                stop = self.extent.stop(first)
                self.made.stop = self.made.index + 1
                return [(self.units[first:stop], None)] if stop > first else []
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

    def apart(self) -> list[tuple[list[Unit], range | None]]:
        """The segments that what was done parts from the head: "an agreement was signed in P in 1951 on X"."""
        made, at = self.made, self.made.stop
        known = self.units[made.first - 1].key in self.words["definite"] if made.first else False
        if self.sentence.language.cases or (known and made.unit.text.islower()):
            return []
        while at < self.limit and self.units[at].kind in ("be", "have"):
            at += 1
        if (
            at < self.limit
            and self.units[at].kind == "trigger"
            and any(p in _SIGNED for p, _ in self.units[at].value)
        ):
            at += 1
        elif (
            at < self.limit and at == made.stop and self.units[at].key in self.words["exists"] and made.plural
        ):
            at += 1  # "agreements exist on X"
        elif at > made.stop:
            return []
        start = at
        while at + 1 < self.limit and (stop := self.past_aside(at)) > at:
            at = stop
        if start == made.stop == at or not self.leads(at):
            return []
        stop = made.stop
        if self.units[at].value == "goal":  # "to deepen trade"
            return [(self.units[at + 1 : self.extent.stop(at + 1)], None)]
        segments = self.behind(at)
        made.stop = stop
        return segments

    def past_aside(self, at: int) -> int:
        """The index after words for when, where or between whom something was signed."""
        unit, after = self.units[at], self.units[at + 1]
        if unit.kind == "date":
            return at + 1
        if unit.kind != "preposition":
            return at
        if after.kind in ("date", "place"):
            return at + 2
        both = at + 1 + (after.kind == "determiner" or after.key in self.words["both"])
        several = self.units[both] if both < len(self.units) else after
        if unit.value in _PARTIES and several.kind == "actor" and several.value.plural:
            return both + 1  # "between both Presidents"
        if unit.value in _PARTIES and self.partners.named_at(at + 1):
            stop = self.partners.stop(at + 1)
            self.made.parties = self.made.parties or range(at, stop)
            return stop
        return at

    def leads(self, index: int) -> bool:
        """Whether a preposition leads to a subject that stands apart from its instrument."""
        if index + 1 >= self.limit:
            return False
        unit, after = self.units[index], self.units[index + 1]
        if unit.kind != "preposition":
            return False
        if unit.value == "goal":
            base = after.kind == "trigger" and "base" in {form for _, form in after.value}
            return base or after.key in self.words["aims"]
        if unit.value not in ("on", "topic", "field", "for"):
            return False
        if after.kind not in ("word", "trigger", "determiner", "instrument", "visa"):
            return False
        first = self.units[index + 2] if after.kind == "determiner" and index + 2 < self.limit else after
        return (
            first.kind in ("word", "trigger")
            and first.key not in self.words["ordinal"]
            and first.key not in self.words["duration"]
            and not self.is_day(index + 1)
            and not (unit.value == "on" and is_capitalised(first))  # "on Monday"
        )

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
            if unit.value == "for" and after.kind == "amount" and self.made.unit.value == "contract":
                return after.value.currency is None  # "a contract for eleven turbines"
            if unit.value == "place" and after.key in self.words["in_place"]:
                return False
            if unit.value == "place":
                return after.kind == "word" or (
                    after.kind == "determiner" and self.units[min(index + 2, self.limit - 1)].kind == "word"
                )
            return (
                unit.value in _SUBJECT
                and after.kind not in ("date", "place", "amount")
                and not (
                    unit.value == "of"
                    and (
                        after.kind == "state"
                        or (after.kind != "determiner" and after.key in self.words["government"])
                    )
                )
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
        other = cursor + (cursor < self.limit and self.units[cursor].kind == "determiner")
        if cursor > index and other + 1 < self.limit and self.units[other].key in self.words["the_other"]:
            cursor = other + 1  # "on X and the other on Y"
        led = cursor < self.limit and self.opens(cursor) and self.units[cursor].kind == "preposition"
        return cursor if cursor > index and (led or self.goes_on_bare(cursor)) else -1

    def goes_on_bare(self, index: int) -> bool:
        """Whether a further subject with its own bracket begins without a preposition."""
        if not self.bare or index >= self.limit or self.units[index].kind not in ("word", "trigger", "actor"):
            return False
        stop = self.extent.stop(index)
        last = self.units[index - 1].kind == "and" and (
            stop == len(self.units) or (stop == len(self.units) - 1 and self.units[stop].text == ".")
        )
        return last or bracket_at(self.sentence, stop) is not None
