"""The dates of sentences, and what they lean on: those before them, the row of a table, a heading or lead-in."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.cascade.page import Page
from comity.reading.dates import DateContext, DateMention, find_dates
from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.layout.block import Block
from comity.reading.signs import DATES, RELATIVE

_LEAD = 160
"""Signs that a lead-in with a date for the items of its list has at most."""
_AFTER = ("", ":", "–", "—")
"""What may stand behind the date that a heading begins with."""
_HEAD = 60
"""The head of a note, in characters."""


class Dating:
    """The dates of a page as it is gone through."""

    def __init__(
        self, page: Page, context: Context, day: Date | None, lends_year: bool, year: int | None = None
    ) -> None:
        self._page = page
        self._context = context
        self._day = day
        """The day of the document."""
        self._year = year
        """The year that the foot of the text gives it."""
        self.lends_year = lends_year and year is None
        """Whether one paragraph lends the next its year; every one of a news item tells its days of the item's."""
        self._noted = (-1, -1)
        self._year_of_row = -1
        self._begun: set[int] = set()
        """The years in which the row at hand says that relations began."""
        self._given: dict[tuple[str, bool], DateMention | None] = {}

    def of_sentence(self, start: int, end: int, signs: int) -> list[DateMention]:
        """The dates of a sentence, on which those of the next may lean.

        Of one that is passed over the dates in figures and names of months are enough: "last year" tells no other year.
        """
        if not signs & (DATES | RELATIVE):
            return []
        context, text = self._context, self._page.text
        found = find_dates(text, start, end, self._page.language.code, context.dates, signs)
        if found:
            context.dates = context.dates.after(found, text)
        return found

    def note(self, draft: Draft) -> None:
        """Notes when the row at hand says that relations began."""
        if draft.kind == "relations" and draft.slots.get("date") is not None:
            self._begun.add(draft.slots["date"].year)

    def lent(self, block: Block) -> DateContext:
        """What dates of a block may lean on; a row lends another none, and the day from which there are relations lends
        the row's notes no year, unless they tell of that very day.
        """
        year = self._context.dates.year if self.lends_year else self._year
        if block.row >= 0 and block.row != self._year_of_row:
            year = None
            self._begun.clear()
        self._year_of_row = block.row
        known = DateContext(self._day, year)
        begun = next((cell for cell in self._context.row if self._page.tells_relations(cell.header)), None)
        if (
            block.row >= 0
            and year in self._begun
            and not (begun is not None and self._same_day(begun, block))
        ):
            known = DateContext(self._day)
        if begun is None or block.row != begun.row or block.column <= begun.column:
            return known
        first = self._noted != (block.row, block.column)
        self._noted = (block.row, block.column)
        if not first or self._same_day(begun, block):
            return known
        return DateContext(self._day)

    def _same_day(self, cell: Block, block: Block) -> bool:
        """Whether a block begins with the day that a cell of its row tells, without the year."""
        page, code = self._page, self._page.language.code
        head = min(block.end, block.start + _HEAD)
        signs = page.words.signs(page.text, block.start, head)
        if not signs & (DATES | RELATIVE):
            return False
        told = find_dates(page.text, cell.start, cell.end, code, DateContext())
        day = told[0].date if len(told) == 1 else None
        if day is None or day.precision != "day":
            return False
        again = find_dates(page.text, block.start, head, code, DateContext(year=day.year), signs)
        return any(mention.needs_year and mention.date == day for mention in again)

    def given(self, block: Block) -> DateMention | None:
        """The date that a lead-in gives to the items of its list ("Trade in 2014:"), or a heading to what stands below
        it ("December 2010: Military cooperation").
        """
        if block.lead and block.lead[1] - block.lead[0] < _LEAD:
            return self._date_of(self._page.text[block.lead[0] : block.lead[1]], False)
        return self._date_of(block.headings[-1], True) if block.headings and block.kind != "heading" else None

    def _date_of(self, text: str, leading: bool) -> DateMention | None:
        """The one date of a lead-in, or the date that a heading is, begins with or has in brackets at its end."""
        if (text, leading) not in self._given:
            found = (
                find_dates(text, 0, len(text), self._page.language.code, DateContext())
                if any(map(str.isdigit, text))
                else []
            )
            told = found[0] if len(found) == 1 and not found[0].attached and not found[0].relation else None
            if told is not None and leading:
                opens = not told.start and text[told.end :].lstrip()[:1] in _AFTER
                closes = text[: told.start].endswith("(") and text[told.end :] == ")"  # "Trade with B (2019)"
                told = told if opens or closes else None
            self._given[text, leading] = told if told is not None and not told.date.is_interval else None
        return self._given[text, leading]
