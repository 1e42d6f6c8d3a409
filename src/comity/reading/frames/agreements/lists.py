"""Instruments that stand in lists, tables, brackets and titles, where no verb tells the act."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.reading.discourse import Context
from comity.reading.frames.agreements.acts import STATUS
from comity.reading.frames.agreements.columns import dated_columns
from comity.reading.frames.agreements.contracting import Act
from comity.reading.frames.agreements.dating import is_term, place_within
from comity.reading.frames.agreements.kept import kept_by
from comity.reading.frames.agreements.passing import is_definite
from comity.reading.frames.agreements.phrase import Instrument, is_plural
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit, is_capitalised

# What may stand before the instrument in an item of a list of instruments.
_LEADING = frozenset(
    {"date", "determiner", "punct", "number", "amount", "preposition", "state", "dyad", "combining"}
)


class Stated(NamedTuple):
    """What a list, a bracket or a title says was done: the status, when and where, and the last word that says it."""

    status: str
    date: Unit | None = None
    place: Unit | None = None
    last: Unit | None = None
    act: Act | None = None
    beside: Unit | None = None
    """A date in another cell, which is evidence of its own."""


class Lists:
    """What the place of an instrument in a list or a table, or a bracket behind it, says of it."""

    def __init__(self, sentence: Sentence, context: Context, found: list[Instrument]) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.found = found

    def says(self, bracket: range, status: str) -> bool:
        """Whether a bracket itself tells of the act."""
        told = [
            STATUS[p]
            for i in bracket
            if self.units[i].kind == "trigger"
            for p, _ in self.units[i].value
            if p in STATUS
        ]
        return status in told or (status == "signed" and any(self.units[i].kind == "date" for i in bracket))

    def bracketed(self, made: Instrument, number: int, bracket: range) -> Iterator[Stated]:
        """ "(Vienna, 1 April 2001, in force since 1 May 2003)": each part up to its date is an act."""
        status, place = "signed", None
        for i in bracket:
            unit = self.units[i]
            if unit.kind == "trigger":
                status = next((STATUS[p] for p, _ in unit.value if p in STATUS), status)
                if status == "draft":
                    yield Stated(status, last=self.units[bracket.stop - 1])
                    return
            elif unit.kind == "place" and place is None:
                place = unit
            elif unit.kind == "date" and self.believed(made, number):
                yield Stated(status, unit, place if status == "signed" else None, unit)
                status, place = "signed", None

    def digresses(self, bracket: range) -> bool:
        """Whether a bracket tells what somebody did later, not an act on the instrument: "(A withdrew in 2006)"."""
        kinds = [self.units[i].kind for i in bracket]
        acts = any(
            p in STATUS for i in bracket if self.units[i].kind == "trigger" for p, _ in self.units[i].value
        )
        return (
            not self.sentence.language.cases
            and not acts
            and len(kinds) > 2
            and kinds[0] in ("state", "actor", "pronoun")
            and kinds[1] in ("word", "trigger")
            and "date" in kinds
        )

    def opened(self, made: Instrument, bracket: range) -> Iterator[Stated]:
        """The signature that the date at the head of a list's item tells, where the bracket tells another act: "1995:
        Agreement with A (terminated in 2010)"."""
        head = self.units[0]
        led_in = head.kind == "date" and made.first <= 2 and self.units[1].kind == "punct"
        if led_in and self.in_list() and not self.says(bracket, "signed"):
            yield Stated("signed", head, last=head)

    def believed(self, made: Instrument, number: int) -> bool:
        """Whether a bracket's bare date is one of the relations at hand, not of an instrument mentioned in passing."""
        return bool(made.items[number].subject) or made.parties is not None

    def listed(self, made: Instrument, number: int) -> Iterator[Stated]:
        """An instrument in a list, table or chapter of instruments, with its date beside it."""
        if made.draft and made.items[number].subject and self.drafted(made):
            yield Stated("draft")
            return
        if self.included(made) and made.items[number].subject:
            yield Stated("signed")
            return
        if made.items[number].subject and (last := kept_by(self.sentence, made, self.found)) is not None:
            yield Stated("in-force", last=last)
            return
        if (
            not (self.in_list() or self.titled(made))
            or made is not self.found[0]
            or is_definite(self.sentence, made)
            or made.first > 8
            or any(is_verb(self.sentence, i) for i in range(made.first))
        ):
            return
        date = next(
            (
                u
                for i, u in enumerate(self.units)
                if i >= made.stop
                and u.kind == "date"
                and not (is_term(self.sentence, i) or self.dates_another(made, i) or self.told_below(made, i))
            ),
            None,
        )
        date = date or next((unit for unit in self.units[: made.first] if unit.kind == "date"), None)
        date = date or self.dated(made)
        if date is not None and self.takes_effect(made, date):
            yield Stated("in-force", date, last=date)
        elif date is not None:
            yield Stated("signed", date, place_within(self.sentence, made.stop, len(self.units)), date)
        elif self.sentence.lead and self.led():
            yield Stated("signed", act=Act(made.index, "sign"))
        elif self.sentence.block.kind == "cell":
            yield from self.row()
        elif made.items[number].subject and (status := self.headed(made)):
            yield Stated(status)

    def takes_effect(self, made: Instrument, date: Unit) -> bool:
        """Whether a date is that from which an instrument holds: "effective from 1 May 2003", "with effect from"."""
        words = self.sentence.language.words["column_force"]
        return any(unit.key in words for unit in self.units[made.stop : self.sentence.index(date)])

    def told_below(self, made: Instrument, index: int) -> bool:
        """Whether a date is told of something else, in a clause or of what an instrument replaces: "…, negotiations on
        which had begun in 2016", "…, replacing that of 1950"."""
        words = self.sentence.language.words
        between = self.units[made.stop : index]
        other = any(unit.key in words["amends"] for unit in between)
        talks = any(unit.key in words["talks"] for unit in between)
        return other or (talks and any(unit.kind == "clause" for unit in between))

    def dates_another(self, made: Instrument, index: int) -> bool:
        """Whether a date is that of an instrument which the title names: "Protocol to the Agreement of 4 May 1990"."""
        linked = self.units[index - 1].kind == "preposition"
        before = self.units[index - 2 if linked else index - 1]
        return linked and before.kind == "instrument" and before is not made.unit

    def dated(self, made: Instrument) -> Unit | None:
        """The date with which an instrument's title ends: "Agreement on air services of 4 May 2004"; not that of
        another one that the title names.
        """
        if made.date is not None:
            return made.date
        within = [unit for unit in self.units[made.index + 1 : made.stop] if unit.kind != "punct"]
        if not within or within[-1].kind != "date" or any(unit.kind == "instrument" for unit in within):
            return None
        return within[-1]

    def drafted(self, made: Instrument) -> bool:
        return not any(
            i
            for i in range(made.stop, len(self.units))
            if self.units[i].kind == "trigger"
            and any(p in ("sign", "ratify") for p, _ in self.units[i].value)
        )

    def in_list(self) -> bool:
        sentence = self.sentence
        if sentence.block.kind == "heading":
            return False
        if any(
            unit.kind == "instrument"
            for told in (sentence.lead, sentence.header, sentence.heading)
            for unit in told
        ):
            return True
        return self.on_legal_base(sentence.lead or sentence.heading) or (bool(sentence.lead) and self.led())

    def on_legal_base(self, title: tuple[Unit, ...]) -> bool:
        """Whether instruments stand below a heading that does not name them: "Legal framework"."""
        said = " ".join(unit.key for unit in title)
        return any(base in said for base in self.sentence.language.words["legal_base"])

    def included(self, made: Instrument) -> bool:
        """Whether an instrument is one of those that agreements told before it include: "agreements include the
        A-B Trade Agreement".
        """
        named = is_capitalised(made.unit) or made.parties is not None
        if made is self.found[0] or made.plural or not named:
            return False
        head = self.found[0]
        between = range(head.stop, made.first)
        return head.plural and any(
            self.units[i].kind == "trigger"
            and any(predicate == "include" for predicate, _ in reading_of(self.sentence, i))
            and is_fact(self.sentence, i)
            for i in between
        )

    def titled(self, made: Instrument) -> bool:
        """Whether the sentence is nothing but an instrument's title with the date behind it: "Agreement between A and B
        on X, Oslo, 14 May 1983".
        """
        if self.sentence.block.kind not in ("item", "paragraph") or not is_capitalised(made.unit):
            return False
        if "|" in self.sentence.words:
            return False  # a row of a table that was not seen as one
        if not made.items[0].subject or any(unit.kind not in _LEADING for unit in self.units[: made.first]):
            return False
        dated = any(unit.kind == "date" for unit in self.units[made.stop :][-4:]) or self.dated_ahead(made)
        return dated and not any(
            unit.kind in ("be", "have", "modal", "clause", "pronoun") or is_verb(self.sentence, i)
            for i, unit in enumerate(self.units)
        )

    def dated_ahead(self, made: Instrument) -> bool:
        """Whether an instrument is all that a line of a chronicle tells behind its date: "1990: Agreement on sport"."""
        head = self.units[:2]
        if len(head) < 2 or head[0].kind != "date" or head[1].text not in (":", "–", "—", "-"):
            return False
        return all(unit.text == "." for unit in self.units[made.stop :]) and made.first <= 3

    def headed(self, made: Instrument) -> str | None:
        """What the heading or lead-in above says of an instrument that is all its line tells: "Agreements in force";
        nothing where they are yet to be.
        """
        heading, words = self.sentence.lead or self.sentence.heading, self.sentence.language.words
        named = any(unit.kind == "instrument" and is_plural(self.sentence, unit) for unit in heading)
        if not (named or self.on_legal_base(heading)):
            return None
        if not is_capitalised(made.unit) or any(
            unit.kind not in _LEADING for unit in self.units[: made.first]
        ):
            return None
        if any(
            unit.kind in ("be", "have", "modal", "clause", "pronoun") or is_verb(self.sentence, i)
            for i, unit in enumerate(self.units)
            if i not in range(made.first, made.stop)
        ):
            return None
        if any(unit.key in words["unsettled"] for unit in heading):
            return None
        if any(unit.key in words["instrument_draft"] for unit in heading):
            return "draft"
        said = {p for unit in heading if unit.kind == "trigger" for p, _ in unit.value}
        return next((STATUS[p] for p in ("draft", "terminate", "enter_force") if p in said), "signed")

    def led(self) -> bool:
        """Whether the lead-in of the list ends with a signing: "the two sides signed:"."""
        return any(
            unit.kind == "trigger" and any(p == "sign" for p, _ in unit.value)
            for unit in self.sentence.lead[-8:]
        )

    def row(self) -> Iterator[Stated]:
        """The dates in the other cells of a table's row; a column's header tells the act."""
        for told in dated_columns(self.sentence, self.context, STATUS):
            place = told.place if told.status == "signed" else None
            yield Stated(told.status, told.date, place, beside=told.date)
