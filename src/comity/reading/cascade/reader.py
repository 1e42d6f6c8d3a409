"""One text on its way through the stages, block by block and sentence by sentence."""

from __future__ import annotations

from collections.abc import Callable

from comity.model.document import Document
from comity.reading.cascade.dating import Dating
from comity.reading.cascade.drafting import asks, drafted, untold
from comity.reading.cascade.meaning import units_of
from comity.reading.cascade.page import Page
from comity.reading.cascade.parting import sentences_of
from comity.reading.cascade.remembering import remember
from comity.reading.cascade.rows import cells_of, states_of_rows, units_of_row
from comity.reading.cascade.settling import settled
from comity.reading.cascade.titles import is_chapter, settle_title
from comity.reading.claiming import Unread, distinct, without_told
from comity.reading.datelines import dateline, is_release, mark_towns, only_its_own, reports
from comity.reading.dates import find_dates
from comity.reading.discourse import survey
from comity.reading.frames.draft import Draft
from comity.reading.introductions import Introductions, same_people
from comity.reading.language import language
from comity.reading.layout.block import Block
from comity.reading.metonymy import settle as stand_for_states
from comity.reading.named import named
from comity.reading.passed import Passed
from comity.reading.people import people
from comity.reading.phrases import phrases
from comity.reading.seats import settle_seat
from comity.reading.sentence import Sentence
from comity.reading.signs import DATES, OFFICES, WAKES
from comity.reading.stamps import foot, stamp, without_stamp
from comity.reading.units import Unit
from comity.reading.waking import Waking

_SHORT = 6_000
"""Signs of a news item or note, of whom all are introduced before it is read."""


class Reader:
    """One text on its way through the stages. `watch`, when set, is shown every sentence that frames look at."""

    def __init__(self, document: Document) -> None:
        words = language(document.language or "en")
        self.watch: Callable[[Sentence], None] | None = None
        self.text = text = document.text
        self.page = page = Page(text, words.code)
        told = dateline(text, page.blocks, words.code)
        closing = foot(text, page.blocks, words) if told is None else None
        year = closing.year if closing is not None else None
        stamped = stamp(text, page.blocks, words, year) if told is None else None
        if stamped is None and closing is not None and closing.precision == "day":
            stamped = closing
        self.day = document.date or told or stamped
        self.context = context = survey(page.blocks, page.states_in, words)
        context.news = told is not None
        context.news = context.news or stamped is not None or reports(text, page.blocks, words, page.signs)
        # an item with a dateline is mostly of a ministry or embassy, about its own state
        context.of_two = context.of_two or told is not None or is_release(text, page.blocks, words)
        self.drafts: list[Draft] = []
        self.unread: list[Unread] = []
        self.passed = Passed(text)
        self.waking = Waking(text)
        settle_title(page, context)
        settle_seat(context, text, page.blocks, page.aside)
        self.dating = Dating(page, context, self.day, lends_year=told is None and stamped is None, year=year)
        self._rows = states_of_rows(page, context)
        self._cells = cells_of(page.blocks)
        self._undated: list[Block] = []
        """Blocks that were passed over since the last one that was read, whose dates nobody asked for so far."""
        self._goes_on = False
        """Whether the paragraph before told a claim."""
        self._here = (0, 0)
        """The sentence at hand."""
        self._next = 0
        """Where it ends."""
        self._at = 0
        """The place of its block among all."""
        context.row_units = self.row_units
        context.upcoming = self.upcoming
        self._acquaint()

    def _acquaint(self) -> None:
        """Learns what may tell whom a short text introduces."""
        page = self.page
        if len(self.text) > _SHORT or not any(page.signs(block) & WAKES for block in page.blocks):
            return
        told = [
            (block, page.spoken(block.start))
            for block in page.blocks
            if block.row < 0 and page.signs(block) & OFFICES
        ]
        self.context.introductions = Introductions(self.text, told)

    def run(self) -> tuple[list[Draft], list[Unread]]:
        """Reads the text: drafts of its claims, and what no frame could read."""
        context, page = self.context, self.page
        told: list[tuple[Draft, bool]] = []
        for at, block in enumerate(page.blocks):
            self._at = at
            page.turn_to(block)
            self.enter(block)
            plain = block.kind in ("paragraph", "heading") and not block.lead and not page.headed(block)
            if plain and self.passes_over(block):
                page.forget(block)
                continue
            self.catch_up()
            page.turn_to(block)
            context.dates = self.dating.lent(block)
            before = len(self.drafts)
            for start, end in sentences_of(page, context, block):
                self.sentence(block, start, end, plain)
            page.forget(block)
            self._goes_on = len(self.drafts) > before
            if self._goes_on and context.dyad is not None:
                headed = bool(block.headings) and is_chapter(page, block.headings[-1])
                told.extend((draft, headed) for draft in self.drafts[before:])
        self.drafts = settled(self.drafts, told, page, context, self.day)
        # a reader that its context points back to would be kept until Python looks for cycles
        context.row_units = context.upcoming = list
        return self.drafts, without_told(self.unread, self.drafts)

    # -- blocks ------------------------------------------------------------------------------------------------

    def enter(self, block: Block) -> None:
        """Sets the state that the block's table row or headings are about."""
        context = self.context
        context.told = {}
        section = self._rows.get(block.row) if block.row >= 0 else None
        for heading in reversed(block.headings):
            if section:
                break
            states = self.page.states_of(heading) - {context.home}
            section = next(iter(states)) if len(states) == 1 else None
        if section != context.section:
            context.occasions.clear()
            context.instruments.clear()
            if context.dyad is None:
                context.post = context.mission = None
        context.section = section
        context.row = self._cells.get(block.row, ())

    def passes_over(self, block: Block) -> bool:
        """Whether a block tells no claim by its words alone; then only its dates count, for what stands below."""
        signs = self.page.signs(block)
        if self.waking.block(signs, block.start, bool(signs & WAKES) and self.knows_parties()):
            return False
        if signs & DATES and self.dating.lends_year:
            self._undated.append(block)
        self.passed.add(block.start, block.end)
        self._goes_on = False
        return True

    def catch_up(self) -> None:
        """Tells the dates of blocks that were passed over, on which those of the block at hand may lean."""
        for block in self._undated:
            self.page.turn_to(block)
            self.context.dates = self.dating.lent(block)
            for start, end in sentences_of(self.page, self.context, block):
                self.dating.of_sentence(start, end, self.page.words.signs(self.text, start, end) & DATES)
        self._undated.clear()

    def knows_parties(self) -> bool:
        """Whether a paragraph that names nobody may still tell a claim: the page or its heading is about two states,
        the paragraph before told one, which this may go on with, or the text introduces people of states."""
        return self.context.pair() is not None or self._goes_on or self.context.introductions.anybody()

    # -- sentences ---------------------------------------------------------------------------------------------

    def sentence(self, block: Block, start: int, end: int, plain: bool) -> None:
        """Reads a sentence; one of a plain block only if a word in it could begin a claim."""
        context, page = self.context, self.page
        alone = start == block.start and end == block.end
        signs = page.signs(block) if alone else page.words.signs(self.text, start, end)
        woken = self.waking.sentence(signs, end, page.language) if plain else True
        if not woken and not context.awaits_figure(start):
            self.dating.of_sentence(start, end, signs & DATES)
            self.passed.add(start, end)
            return
        dates = self.dating.of_sentence(start, end, signs)
        if asks(self.text, start, end, page.language):
            return
        for before in self.passed.since(block.start):
            self.recall(*before)
        self._here = (start, end)
        told = units_of(page, context, self.day, start, end, dates, signs)
        units = people(told, self.text, page.language, self.person)
        context.introductions.tell(self._here, units)
        units = named(units, self.text, page.language)
        if start == block.start and context.news:
            mark_towns(units)
            only_its_own(units)
            if block is page.blocks[0]:
                without_stamp(units)
        same_people(units)
        units = page.language.morphology.arrange(units, told)
        sentence = self.placed(Sentence(self.text, (start, end), units, block, page.language))
        self._next = end
        stand_for_states(sentence)
        if self.watch is not None:
            self.watch(sentence)
        drafts = distinct(drafted(sentence, context))
        for draft in drafts:
            if context.is_retold(draft.kind, draft.slots):
                continue
            context.happened(draft)
            self.drafts.append(draft)
            self.dating.note(draft)
        left = () if drafts else untold(sentence, context)
        if left:
            self.unread.append(Unread((start, end), left))
        remember(units, context, page.language)

    def placed(self, sentence: Sentence) -> Sentence:
        """A sentence with what stands above its block."""
        block, page = sentence.block, self.page
        sentence.headings = page.above(block.headings)
        sentence.heading = sentence.headings[-1] if sentence.headings else ()
        sentence.header = page.aside(block.header) if block.header else ()
        sentence.lead = page.aside(self.text[block.lead[0] : block.lead[1]]) if block.lead else ()
        sentence.given = self.dating.given(block)
        return sentence

    # -- what a sentence may ask of those around it ------------------------------------------------------------

    def row_units(self) -> list[Unit]:
        """The units of all cells of the present table row."""
        return units_of_row(self.page, self.context)

    def upcoming(self) -> tuple[Unit, ...]:
        """The units of the sentence behind the one at hand, by its words alone."""
        blocks = self.page.blocks
        at = self._at  # not from the first one: a document may have a hundred thousand
        while at < len(blocks) and blocks[at].end <= self._next:
            at += 1
        if at == len(blocks):
            return ()
        behind = (span for span in sentences_of(self.page, self.context, blocks[at]) if span[0] >= self._next)
        span = next(behind, None)
        return self.page.aside(self.text[span[0] : span[1]]) if span is not None else ()

    def recall(self, start: int, end: int) -> None:
        """Remembers of a sentence that was passed over what those behind it in its paragraph may lean on."""
        context, page = self.context, self.page
        signs = page.words.signs(self.text, start, end)
        dates = find_dates(self.text, start, end, page.language.code, context.dates, signs)
        units = units_of(page, context, self.day, start, end, dates, signs)
        self._here = (start, end)
        remember(people(units, self.text, page.language, self.introduced), context, page.language)

    def person(self, name: str) -> bool:
        """Whether the document named somebody before by a surname, also in what was passed over."""
        if self.introduced(name):
            return True
        spoken = self.page.language
        for start, end in self.passed.naming(name, spoken):
            units = phrases(self.text, start, end, spoken, (), ())
            for unit in people(units, self.text, spoken, self.introduced):
                if unit.kind == "actor":
                    self.context.remember(unit.value)
        return name in self.context.surnames

    def introduced(self, name: str) -> bool:
        """Whether what was read named somebody by a surname, or a short text introduces them anywhere."""
        context = self.context
        return name in context.surnames or context.introductions.names(name, self._here)
