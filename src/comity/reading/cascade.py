"""The cascade: a document through the stages to claims.

text → blocks → sentences → units (dates, amounts, phrases) → actors → roles → frames → claims. Each stage is a module
and passes values on; only `Context` remembers from sentence to sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

import msgspec

from comity.model.claim import Claim, Span, slot_values
from comity.model.document import Document
from comity.model.edtf import Date
from comity.reading.amounts import find_amounts
from comity.reading.claiming import Unread, claims_of, distinct, without_told
from comity.reading.datelines import dateline, is_release, leads_in, mark_towns, only_its_own, reports
from comity.reading.dates import DateContext, DateMention, find_dates
from comity.reading.digests import items
from comity.reading.discourse import Context, survey
from comity.reading.firms import firms_of
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import repeated
from comity.reading.frames.meetings import once
from comity.reading.frames.nouns import states_of
from comity.reading.frames.order import FRAMES
from comity.reading.frames.relations import relations
from comity.reading.frames.relations.implied import implied
from comity.reading.introductions import Introductions, nobody, same_people
from comity.reading.language import POSTS, Language, language
from comity.reading.layout import blocks
from comity.reading.layout.block import Block
from comity.reading.metonymy import settle as stand_for_states
from comity.reading.named import named
from comity.reading.passages import languages, script
from comity.reading.passed import Passed
from comity.reading.people import Actor, people
from comity.reading.phrases import phrases
from comity.reading.places import settle, settle_states
from comity.reading.seats import settle_seat
from comity.reading.sentence import Sentence, is_fact, reading_of
from comity.reading.sentences import sentences
from comity.reading.signs import DATES, OFFICES, PARTIES, RELATIVE, WAKES
from comity.reading.stamps import stamp
from comity.reading.units import Unit
from comity.reading.vocabulary import vocabulary
from comity.reading.waking import Waking, names_nobody

RULES = "2026.11"
"""The version of the rule set; part of every claim's identity."""

_TITLES = 3
"""How many lines a page's title may stand below the name of its embassy or ministry."""
_LONGEST_TITLE = 100
_LEAD = 160
_AFTER = ("", ":", "–", "—")
"""What may stand behind the date that a heading begins with."""
_ASKING = 3
"""How many words of a question its pronoun or auxiliary is among."""
_SHORT = 6_000
"""Signs of a news item or note, of whom all are introduced before it is read."""
_REMEMBERED = frozenset({"state", "date", "pronoun", "actor", "quoted"})
"""Kinds of unit that later sentences may lean on."""
_HEAD = 60
"""The head of a note, in characters."""


class Reading(msgspec.Struct, frozen=True):
    """What reading made of a document."""

    document: Document
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


Frame = Callable[[Sentence, int, Context], Iterable[Draft]]
"""What a frame drafts of a sentence from the unit that woke it."""


def _woken(prefix: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in FRAMES:
        for start in frame.STARTS:
            if start.startswith(prefix):
                name = start.removeprefix(prefix)
                table[name] = (*table.get(name, ()), frame.read)
    return table


_BY_KIND = _woken("")
_BY_PREDICATE = _woken("trigger:")
"""The frames that a kind of unit, and that a predicate wakes."""


def read(document: Document) -> Reading:
    """The claims of a document, in the order of their evidence, and the sentences that no frame could read.

    Deterministic: the same document gives the same claims with the same ids.
    """
    if names_nobody(document.text, language(document.language or "en").code):
        return Reading(document, (), ())
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for offset, item in items(document):
        told, missed = Reader(item).run()
        for draft in told if offset else ():
            draft.evidence = [(start + offset, end + offset) for start, end in draft.evidence]
        drafts.extend(told)
        unread.extend(
            Unread((one.span[0] + offset, one.span[1] + offset), one.triggers) if offset else one
            for one in missed
        )
    return Reading(document, tuple(claims_of(document, drafts, RULES)), tuple(unread))


class Reader:
    """One document on its way through the stages. `watch`, when set, is shown every sentence that frames look at."""

    def __init__(self, document: Document) -> None:
        words = language(document.language or "en")
        self.watch: Callable[[Sentence], None] | None = None
        self.document = document
        self.text = document.text
        self.language = self._main = words
        self.words = vocabulary(words)
        found = blocks(document.text)
        spoken = languages(document.text, found, words.code)
        self.blocks = [block for block, code in zip(found, spoken, strict=True) if code]
        self._spoken = {
            block.start: code for block, code in zip(found, spoken, strict=True) if code != words.code
        }
        """The language of each block that is not in the document's, by where it begins."""
        told = dateline(document.text, self.blocks, words.code)
        stamped = stamp(document.text, self.blocks, words) if told is None else None
        self.day = document.date or told or stamped
        self.news = told is not None
        self._known_signs: dict[int, int] = {}
        """What the words of a block are signs of, by where it begins, until it is read."""
        self.context = survey(self.blocks, self.states_in, words)
        self.context.news = (
            self.news or stamped is not None or reports(document.text, self.blocks, words, self._signs)
        )
        # an item with a dateline is mostly of a ministry or embassy, about its own state
        self.context.of_two = (
            self.context.of_two or self.news or is_release(document.text, self.blocks, words)
        )
        self.drafts: list[Draft] = []
        self.unread: list[Unread] = []
        self._aside: dict[str, tuple[Unit, ...]] = {}
        self._above: tuple[tuple[str, ...], tuple[tuple[Unit, ...], ...]] = ((), ())
        self._headed: dict[str, bool] = {}
        self._told_relations: dict[str, bool] = {}
        self._named_in: dict[str, frozenset[str]] = {}
        self.passed = Passed(self.text)
        self._goes_on = False
        self.waking = Waking(self.text)
        self._title()
        settle_seat(self.context, document.text, self.blocks, self.aside)
        self._rows = self._row_states()
        self._cells: dict[int, tuple[Block, ...]] = {}
        self._noted = (-1, -1)
        self._year_of_row = -1
        self._begun: set[int] = set()
        """The years in which the row at hand says that relations began."""
        self._given: dict[tuple[str, bool], DateMention | None] = {}
        for block in self.blocks:
            if block.row >= 0:
                self._cells[block.row] = (*self._cells.get(block.row, ()), block)

        self.context.row_units = self.row_units
        self.context.upcoming = self.upcoming
        self._here = (0, 0)
        """The sentence at hand."""
        self._next = 0
        """Where the sentence at hand ends."""
        self._at = 0
        """The place of its block among all."""
        self._acquaint()

    def _acquaint(self) -> None:
        """Learns what may tell whom a short text introduces."""
        if len(self.text) > _SHORT or not any(self._signs(block) & WAKES for block in self.blocks):
            return
        told = [
            (block, self.spoken(block.start))
            for block in self.blocks
            if block.row < 0 and self._signs(block) & OFFICES
        ]
        self.context.introductions = Introductions(self.text, told)

    def _signs(self, block: Block) -> int:
        """What the words of a block are signs of."""
        known = self._known_signs.get(block.start)
        if known is None:
            known = vocabulary(self.spoken(block.start)).signs(self.text, block.start, block.end)
            self._known_signs[block.start] = known
        return known

    def _owner(self) -> None:
        """Whose page on two states it is: that of the embassy or ministry above its title, else of the first state of
        the title («О российско-монгольских отношениях» below «Министерство иностранных дел РФ»)."""
        above: list[str] = []
        for block in self.blocks[:_TITLES]:
            if block.kind not in ("heading", "paragraph") or block.end - block.start > _LONGEST_TITLE:
                return
            units = self.aside(self.text[block.start : block.end])
            named = list(dict.fromkeys(str(unit.value[0]) for unit in units if unit.kind == "state"))
            if len(named) == 2 and self.context.dyad and set(named) == set(self.context.dyad):
                self.context.home = above[0] if len(above) == 1 and above[0] in named else named[0]
                return
            above.extend(state for state in named if state not in above)

    def _title(self) -> None:
        """The dyad that a page's first words name: by a compound ("Franco-German relations"), or by a post ("The A
        ambassador in P is the official representative of …")."""
        if not any(self._signs(block) & PARTIES for block in self.blocks[:_TITLES]):
            return
        self._owner()
        first = self.blocks[0]
        opening = self.text[first.start : min(first.end, first.start + 120)]
        units = self.aside(opening)
        named = list(dict.fromkeys(unit.value[0] for unit in units if unit.kind == "state"))
        if first.kind == "heading" and len(named) == 2:
            self.context.home, self.context.dyad = named[0], (named[0], named[1])
            return
        if first.kind == "heading" and len(named) == 1 and self.context.of_many and self.is_of_many(opening):
            self.context.home, self.context.dyad = named[0], None
            return
        for unit in units:
            if (
                unit.kind == "actor"
                and unit.value.cls in POSTS
                and unit.value.state
                and unit.value.to
                and not unit.value.person.name
            ):
                self.context.home, self.context.dyad = unit.value.state, (unit.value.state, unit.value.to)
                return

    def row_units(self) -> list[Unit]:
        """The units of all cells of the present table row, as their words alone tell them."""
        found: list[Unit] = []
        for cell in self.context.row:
            dates = [
                one
                for one in find_dates(self.text, cell.start, cell.end, self.language.code, self.context.dates)
                if one.date is not None
            ]
            found.extend(phrases(self.text, cell.start, cell.end, self.language, dates, ()))
        return found

    def states_in(self, block: Block, end: int) -> list[str]:
        """The states that a block names up to a place, by its words alone."""
        if block.row < 0 and not self._signs(block) & PARTIES:
            return []
        return self.spoken(block.start).states_in(self.text, block.start, end)

    def spoken(self, start: int) -> Language:
        """The language of the block that begins at a place."""
        code = self._spoken.get(start)
        return language(code) if code else self._main

    def upcoming(self) -> tuple[Unit, ...]:
        """The units of the sentence behind the one at hand, by its words alone."""
        at = self._at  # not from the first one: a document may have a hundred thousand
        while at < len(self.blocks) and self.blocks[at].end <= self._next:
            at += 1
        block = self.blocks[at] if at < len(self.blocks) else None
        behind = (span for span in self.sentences_of(block) if span[0] >= self._next) if block else iter(())
        span = next(iter(behind), None)
        return self.aside(self.text[span[0] : span[1]]) if span is not None else ()

    def run(self) -> tuple[list[Draft], list[Unread]]:
        told: list[tuple[Draft, bool]] = []
        for at, block in enumerate(self.blocks):
            self._at = at
            self.language = self.spoken(block.start)
            self.words = vocabulary(self.language)
            self.enter(block)
            self.context.dates = self.lent(block)
            plain = block.kind in ("paragraph", "heading") and not block.lead and not self.headed(block)
            if plain and self.passes_over(block):
                del self._known_signs[block.start]
                continue
            before = len(self.drafts)
            for start, end in self.sentences_of(block):
                self.sentence(block, start, end, plain)
            self._known_signs.pop(block.start, None)
            self._goes_on = len(self.drafts) > before
            if self._goes_on and self.context.dyad is not None:
                headed = bool(block.headings) and self.is_chapter(block.headings[-1])
                told.extend((draft, headed) for draft in self.drafts[before:])
        self.drafts = relations.told_once(self.drafts)
        headlines = [(block.start, block.end) for block in self.blocks if block.kind == "heading"]
        if self.context.news:
            self.drafts = repeated.told_once(self.drafts, headlines)
        if self.context.seat is not None:
            self.drafts = once.held(self.drafts, self.day)
        title = headlines[:1] if headlines and headlines[0][0] == self.blocks[0].start else []
        self.drafts = once.told_once(
            self.drafts, headlines if self.context.news else title, news=self.context.news
        )
        self.drafts = repeated.imposed_once(self.drafts)
        if self.context.dyad is not None:
            self.drafts.extend(implied(told, self.context.dyad, self.language))
        # a reader that its context points back to would be kept until Python looks for cycles
        self.context.row_units = self.context.upcoming = list
        return self.drafts, without_told(self.unread, self.drafts)

    def is_of_many(self, title: str) -> bool:
        """Whether a title says that a page is about one state's relations with all others: "Foreign relations of A"."""
        said = title.lower()
        return any(phrase in said for phrase in self.language.words["of_many"])

    def is_chapter(self, heading: str) -> bool:
        """Whether a heading is that of a chapter on diplomatic relations, not the title of a page on two states."""
        units, formal = self.aside(heading), self.language.words["formal_relations"]
        named = {str(unit.value[0]) for unit in units if unit.kind == "state"}
        told = any(unit.kind == "relations" and not formal.isdisjoint(unit.key.split()) for unit in units)
        return told and len(named) < 2

    def passes_over(self, block: Block) -> bool:
        """Whether a block tells no claim by its words alone; then only its dates count, for what stands below."""
        signs = self._signs(block)
        if self.waking.block(signs, block.start, bool(signs & WAKES) and self.knows_parties()):
            return False
        if signs & DATES:
            for start, end in self.sentences_of(block):
                self.dated(start, end, self.words.signs(self.text, start, end) & DATES)
        self.passed.add(block.start, block.end)
        self._goes_on = False
        return True

    def knows_parties(self) -> bool:
        """Whether a paragraph that names nobody may still tell a claim: the page or its heading is about two states,
        the paragraph before told one, which this may go on with, or the text introduces people of states."""
        return self.context.pair() is not None or self._goes_on or self.context.introductions.anybody()

    def dated(self, start: int, end: int, signs: int) -> list[DateMention]:
        """The dates of a sentence, on which those of the next may lean.

        Of one that is passed over the dates in figures and names of months are enough: "last year" tells no other year.
        """
        if not signs & (DATES | RELATIVE):
            return []
        context = self.context
        found = find_dates(self.text, start, end, self.language.code, context.dates, signs)
        if found:
            context.dates = context.dates.after(found, self.text)
        return found

    def lent(self, block: Block) -> DateContext:
        """What dates of a block may lean on; a row lends another none, and the day from which there are relations lends
        the row's notes no year, unless they tell of that very day.
        """
        # every paragraph of a news item tells its days of the item's year
        year = None if self.news else self.context.dates.year
        if block.row >= 0 and block.row != self._year_of_row:
            year = None
            self._begun.clear()
        self._year_of_row = block.row
        known = DateContext(self.day, year)
        begun = next((cell for cell in self.context.row if self._tells_beginning(cell)), None)
        if (
            block.row >= 0
            and year in self._begun
            and not (begun is not None and self._same_day(begun, block))
        ):
            known = DateContext(self.day)
        if begun is None or block.row != begun.row or block.column <= begun.column:
            return known
        first = self._noted != (block.row, block.column)
        self._noted = (block.row, block.column)
        if not first or self._same_day(begun, block):
            return known
        return DateContext(self.day)

    def given(self, block: Block) -> DateMention | None:
        """The date that a lead-in gives to the items of its list ("Trade in 2014:"), or a heading to what stands below
        it ("December 2010: Military cooperation").
        """
        if block.lead and block.lead[1] - block.lead[0] < _LEAD:
            return self._date_of(self.text[block.lead[0] : block.lead[1]], False)
        return self._date_of(block.headings[-1], True) if block.headings and block.kind != "heading" else None

    def _date_of(self, text: str, leading: bool) -> DateMention | None:
        """The one date of a lead-in, or the date that a heading is, begins with or has in brackets at its end."""
        if (text, leading) not in self._given:
            found = (
                find_dates(text, 0, len(text), self.language.code, DateContext())
                if any(sign.isdigit() for sign in text)
                else []
            )
            told = found[0] if len(found) == 1 and not found[0].attached and not found[0].relation else None
            if told is not None and leading:
                opens = not told.start and text[told.end :].lstrip()[:1] in _AFTER
                closes = text[: told.start].endswith("(") and text[told.end :] == ")"  # "Trade with B (2019)"
                told = told if opens or closes else None
            self._given[text, leading] = told if told is not None and not told.date.is_interval else None
        return self._given[text, leading]

    def _tells_beginning(self, cell: Block) -> bool:
        return self.tells_relations(cell.header)

    def tells_relations(self, text: str) -> bool:
        """Whether a heading or header speaks of relations."""
        if text not in self._told_relations:
            self._told_relations[text] = any(unit.kind == "relations" for unit in self.aside(text))
        return self._told_relations[text]

    def _same_day(self, cell: Block, block: Block) -> bool:
        """Whether a block begins with the day that a cell of its row tells, without the year."""
        head = min(block.end, block.start + _HEAD)
        signs = self.words.signs(self.text, block.start, head)
        if not signs & (DATES | RELATIVE):
            return False
        told = find_dates(self.text, cell.start, cell.end, self.language.code, DateContext())
        day = told[0].date if len(told) == 1 else None
        if day is None or day.precision != "day":
            return False
        again = find_dates(
            self.text, block.start, head, self.language.code, DateContext(year=day.year), signs
        )
        return any(mention.needs_year and mention.date == day for mention in again)

    def past_reference(self, block: Block) -> int:
        """Where a table's cell begins to speak: behind a mere pointer to another page ("See A–B relations")."""
        if block.kind != "cell":
            return block.start
        line = self.text[block.start : min(block.end, block.start + 120)]
        first = line.split(" ", 1)[0].casefold()
        if first not in self.language.words["see"]:
            return block.start
        ends = [line.find(word) + len(word) for word in self.language.words["reference_end"] if word in line]
        return block.start + min(ends) if ends else block.start

    def sentences_of(self, block: Block) -> Iterator[Span]:
        """The sentences of a block; a date that stands alone ("1941, June.") belongs to the sentence behind it."""
        held: int | None = None
        for start, end in sentences(self.text, self.past_reference(block), block.end, self.language):
            start = start if held is None else held
            held = None
            if end - start < 40 and end < block.end and any(sign.isdigit() for sign in self.text[start:end]):
                found = find_dates(self.text, start, end, self.language.code, self.context.dates)
                alone = bool(found) and found[-1].end >= end - 2
                opens = alone and found[0].start == start
                opens = opens and not self.words.signs(self.text, start, end) & WAKES
                heads = alone and start == block.start and self.context.news
                if opens or (heads and leads_in(self.text[start : found[0].start])):
                    held = start
                    continue
            yield start, end

    def _row_states(self) -> dict[int, str]:
        """The state that each row of a table is about: that of its first cell, else the one it names most beside the
        page's own (flags are lost when a page becomes text)."""
        named_in: dict[int, list[str]] = {}
        first: dict[int, str] = {}
        for block in self.blocks:
            if block.row < 0:
                continue
            found = [state for state in self.states_in(block, block.end) if state != self.context.home]
            named_in.setdefault(block.row, []).extend(found)
            if block.column == 0 and len(set(found)) == 1 and block.end - block.start < 60:
                first[block.row] = found[0]
        if self.context.dyad:
            return first
        counted = {row: Counter(states).most_common(1)[0][0] for row, states in named_in.items() if states}
        return counted | first

    def headed(self, block: Block) -> bool:
        """Whether a heading above a block names an act or a post, which makes claims of bare lists below it."""
        return any(self.names_act(heading) for heading in block.headings)

    def names_act(self, heading: str) -> bool:
        """Whether a heading names an act or a post."""
        if heading not in self._headed:
            self._headed[heading] = any(
                unit.kind == "trigger"
                or (unit.kind == "actor" and unit.value.cls in POSTS and not unit.value.person.name)
                for unit in self.aside(heading)
            )
        return self._headed[heading]

    def aside(self, text: str) -> tuple[Unit, ...]:
        """The units of a heading, column header or lead-in, which the sentences below it lean on."""
        if text not in self._aside:
            words = language(script(text, self.language.code))
            raw = phrases(text, 0, len(text), words, (), ())
            acts = [unit for unit in raw if unit.kind == "trigger"]
            made = people(raw, text, words, nobody)
            # "High Level Visits": capitals of a title make no name
            misread = any(
                unit.kind == "actor"
                and not unit.value.person.office
                and any(unit.start <= act.start < unit.end for act in acts)
                for unit in made
            )
            self._aside[text] = tuple(raw if misread else made)
        return self._aside[text]

    def above(self, headings: tuple[str, ...]) -> tuple[tuple[Unit, ...], ...]:
        """The units of headings, one above the other."""
        if self._above[0] != headings:
            self._above = headings, tuple(map(self.aside, headings))
        return self._above[1]

    def enter(self, block: Block) -> None:
        """Sets the state that the block's table row or headings are about."""
        context = self.context
        context.told = {}
        section = self._rows.get(block.row) if block.row >= 0 else None
        for heading in reversed(block.headings):
            if section:
                break
            states = self.named_in(heading) - {context.home}
            section = next(iter(states)) if len(states) == 1 else None
        if section != context.section:
            context.occasions.clear()
            context.instruments.clear()
            if context.dyad is None:
                context.post = context.mission = None
        context.section = section
        context.row = self._cells.get(block.row, ())

    def named_in(self, heading: str) -> frozenset[str]:
        """The states that a heading names, but for that of a currency: "million US dollars", «млн долл. США»."""
        known = self._named_in.get(heading)
        if known is None:
            units = [unit for unit in self.aside(heading) if unit.text != "."]
            money = self.language.words["currency_name"]
            known = self._named_in[heading] = frozenset(
                str(unit.value[0])
                for index, unit in enumerate(units)
                if unit.kind == "state"
                and not any(other.key in money for other in units[max(0, index - 1) : index + 2])
            )
        return known

    def sentence(self, block: Block, start: int, end: int, plain: bool) -> None:
        """Reads a sentence; one of a plain block only if a word in it could begin a claim."""
        context = self.context
        alone = start == block.start and end == block.end
        signs = self._signs(block) if alone else self.words.signs(self.text, start, end)
        if plain and not self.waking.sentence(signs, end, self.language):
            self.dated(start, end, signs & DATES)
            self.passed.add(start, end)
            return
        found_dates = self.dated(start, end, signs)
        if self.is_question(start, end):
            return
        for before in self.passed.since(block.start):
            self.recall(*before)
        self._here = (start, end)
        told = self.units_of(start, end, found_dates, signs)
        units = people(told, self.text, self.language, self.person)
        context.introductions.tell(self._here, units)
        units = named(units, self.text, self.language)
        if start == block.start and context.news:
            mark_towns(units)
            only_its_own(units)
        same_people(units)
        units = self.language.morphology.arrange(units, told)
        sentence = Sentence(self.text, (start, end), units, block, self.language)
        sentence.headings = self.above(block.headings)
        sentence.heading = sentence.headings[-1] if sentence.headings else ()
        sentence.header = self.aside(block.header) if block.header else ()
        sentence.lead = self.aside(self.text[block.lead[0] : block.lead[1]]) if block.lead else ()
        sentence.given = self.given(block)
        self._next = end
        stand_for_states(sentence)
        if self.watch is not None:
            self.watch(sentence)
        drafts = distinct(self.drafted(sentence))
        for draft in drafts:
            if context.is_retold(draft.kind, draft.slots):
                continue
            context.happened(draft)
            self.drafts.append(draft)
            if draft.kind == "relations" and draft.slots.get("date") is not None:
                self._begun.add(draft.slots["date"].year)
        if not drafts and self.concerns_two(units):
            left = [i for i, unit in enumerate(units) if unit.kind == "trigger" and is_fact(sentence, i)]
            if left:
                self.unread.append(Unread((start, end), tuple(units[i].text for i in left)))
        self.remember(units)

    def units_of(self, start: int, end: int, dates: Iterable[DateMention], signs: int) -> list[Unit]:
        """The values and phrases of a sentence, as the page means them."""
        context = self.context
        told = [mention for mention in dates if mention.date is not None and not mention.attached]
        amounts = find_amounts(self.text, start, end, self.language.code, signs, told)
        units = phrases(self.text, start, end, self.language, told, amounts)
        kinds = {unit.kind for unit in units}
        if self.day is not None or "same-day" in kinds:
            self.same_day(units)
        if "place" in kinds:
            settle(units, context.pair() or ())
        if self.language.homonyms and "state" in kinds:
            settle_states(units, context.pair() or (context.home, context.section), self.language.homonyms)
        return units

    def recall(self, start: int, end: int) -> None:
        """Remembers of a sentence that was passed over what those behind it in its paragraph may lean on."""
        signs = self.words.signs(self.text, start, end)
        dates = find_dates(self.text, start, end, self.language.code, self.context.dates, signs)
        units = self.units_of(start, end, dates, signs)
        self._here = (start, end)
        self.remember(people(units, self.text, self.language, self.introduced))

    def person(self, name: str) -> bool:
        """Whether the document named somebody before by a surname, also in what was passed over."""
        if self.introduced(name):
            return True
        for start, end in self.passed.naming(name, self.language):
            units = phrases(self.text, start, end, self.language, (), ())
            for unit in people(units, self.text, self.language, self.introduced):
                if unit.kind == "actor":
                    self.context.remember(unit.value, unit.span)
        return name in self.context.surnames

    def introduced(self, name: str) -> bool:
        """Whether what was read named somebody by a surname, or a short text introduces them anywhere."""
        context = self.context
        return name in context.surnames or context.introductions.names(name, self._here)

    def is_question(self, start: int, end: int) -> bool:
        """Whether a sentence asks; one that only doubts a date ("opened in 1974?") does not."""
        if self.text[end - 1] != "?":
            return False
        asked = self.text[start:end]
        opening = asked.find(":") + 1
        head = asked[opening if opening < _HEAD else 0 :].split()[:_ASKING]
        asking = self.language.words["asking"]
        return any(self.language.key(word.strip('«"“,')) in asking for word in head)

    def concerns_two(self, units: Sequence[Unit]) -> bool:
        """Whether a sentence could tell something between two states: the two that the page or its row is about, the
        page's own and another, or two that it names itself.
        """
        named = {str(unit.value[0]) for unit in units if unit.kind == "state"}
        actors = [unit.value for unit in units if unit.kind == "actor"]
        named |= {side for actor in actors for side in (actor.state, actor.to) if side is not None}
        posts = any(unit.kind in ("relations", "mission") for unit in units)
        if self.context.pair():
            return bool(named or actors or posts)
        return posts or len(named | ({self.context.home} - {None})) > 1

    def drafted(self, sentence: Sentence) -> list[Draft]:
        """What the frames draft that the units of a sentence wake."""
        found: list[Draft] = []
        context = self.context
        for index, unit in enumerate(sentence.units):
            kind = unit.kind
            if kind == "trigger":
                for predicate, _ in reading_of(sentence, index):
                    for frame in _BY_PREDICATE.get(predicate, ()):
                        found.extend(frame(sentence, index, context))
            elif kind in _BY_KIND:
                for frame in _BY_KIND[kind]:
                    found.extend(frame(sentence, index, context))
        return found

    def same_day(self, units: list[Unit]) -> None:
        """ "That same day", "on that date": the last day told, in the sentence or before it."""
        last = self.context.date[0] if self.context.date is not None else None
        eves = self.language.words["eve"]
        for at, unit in enumerate(units):
            kind = unit.kind
            if kind == "word":
                if unit.key in eves and self.day is not None:
                    self.day_before(unit, units[at + 1] if at + 1 < len(units) else None)
            elif kind == "date":
                if unit.value.date.precision == "day":
                    last = unit.value.date
            elif kind == "same-day" and last is not None:
                unit.kind = "date"
                unit.value = DateMention(unit.start, unit.end, last, "day", needs_year=True)

    def day_before(self, unit: Unit, after: Unit | None) -> None:
        """«Накануне» of nothing («накануне глава МИД …») is the day before the document's."""
        day = self.day.lower if self.day is not None and self.day.precision == "day" else None
        if day is None or after is None or after.kind == "punct" or after.case == "gen":
            return
        eve = day - timedelta(1)
        unit.kind = "date"
        unit.value = DateMention(unit.start, unit.end, Date.of(eve.year, eve.month, eve.day), "day", True)

    def remember(self, units: list[Unit]) -> None:
        """What sentences behind may lean on: the states, people and days that these units name."""
        context = self.context
        states: dict[str, None] = {}
        named: list[tuple[Actor, Span]] = []
        goes_on: bool | None = None
        for unit in units:
            kind = unit.kind
            if kind not in _REMEMBERED:
                continue
            if kind == "state":
                code = str(unit.value[0])
                context.told[code] = None
                if unit.value[1] == "name" or (context.news and self.language.cases):
                    states[code] = None
            elif kind == "date":
                if unit.value.date.precision == "day":
                    context.date = (unit.value.date, unit.span)
            elif kind == "pronoun":
                goes_on = goes_on is None or goes_on
            elif kind == "actor":
                goes_on = bool(goes_on)
                named.append((unit.value, unit.span))
                context.remember(unit.value, unit.span)
            elif kind == "quoted":
                context.firms.update(firms_of(units, self.language))
        led = next((unit for unit in units if not unit.mark and states_of(unit)), None)
        if led is not None:
            context.led = (states_of(led)[0], units[-1].end)
        if len(states) == 2:
            first, second = states
            context.named = ((first, second), units[-1].end)
        elif len(states) > 2:
            context.named = None
        # a sentence about "him" leaves him the one that the next is about
        context.recent = [*(context.recent[:1] if goes_on else ()), *named] or context.recent


__all__ = ["RULES", "Claim", "Reading", "Unread", "read", "slot_values"]
