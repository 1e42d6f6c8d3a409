"""A text as a page: its blocks, the language of each, what its words are signs of, and what its headings say."""

from __future__ import annotations

from comity.reading.introductions import nobody
from comity.reading.language import POSTS, Language, language
from comity.reading.layout import blocks
from comity.reading.layout.block import Block
from comity.reading.passages import languages, script
from comity.reading.people import people
from comity.reading.phrases import phrases
from comity.reading.signs import PARTIES
from comity.reading.units import Unit
from comity.reading.vocabulary import vocabulary


class Page:
    """A text with its blocks, which is gone through block by block."""

    def __init__(self, text: str, code: str) -> None:
        self.text = text
        self.language = self._main = language(code)
        """The language of the block at hand."""
        self.words = vocabulary(self.language)
        found = blocks(text)
        spoken = languages(text, found, self._main.code)
        self.blocks = [block for block, code in zip(found, spoken, strict=True) if code]
        self._spoken = {
            block.start: code for block, code in zip(found, spoken, strict=True) if code != self._main.code
        }
        """The language of each block that is not in the document's, by where it begins."""
        self._signs: dict[int, int] = {}
        """What the words of a block are signs of, by where it begins, until it is read."""
        self._asides: dict[str, tuple[Unit, ...]] = {}
        self._above: tuple[tuple[str, ...], tuple[tuple[Unit, ...], ...]] = ((), ())
        self._acts: dict[str, bool] = {}
        self._relations: dict[str, bool] = {}
        self._states: dict[str, frozenset[str]] = {}

    def turn_to(self, block: Block) -> None:
        """Makes a block the one at hand."""
        self.language = self.spoken(block.start)
        self.words = vocabulary(self.language)

    def spoken(self, start: int) -> Language:
        """The language of the block that begins at a place."""
        code = self._spoken.get(start)
        return language(code) if code else self._main

    # -- what the words of a block alone say -------------------------------------------------------------------

    def signs(self, block: Block) -> int:
        """What the words of a block are signs of."""
        known = self._signs.get(block.start)
        if known is None:
            known = vocabulary(self.spoken(block.start)).signs(self.text, block.start, block.end)
            self._signs[block.start] = known
        return known

    def forget(self, block: Block) -> None:
        """Forgets the signs of a block that was gone through."""
        self._signs.pop(block.start, None)

    def states_in(self, block: Block, end: int) -> list[str]:
        """The states that a block names up to a place, by its words alone."""
        if block.row < 0 and not self.signs(block) & PARTIES:
            return []
        return self.spoken(block.start).states_in(self.text, block.start, end)

    # -- what stands above a block -----------------------------------------------------------------------------

    def aside(self, text: str) -> tuple[Unit, ...]:
        """The units of a heading, column header or lead-in, which the sentences below it lean on."""
        if text not in self._asides:
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
            self._asides[text] = tuple(raw if misread else made)
        return self._asides[text]

    def above(self, headings: tuple[str, ...]) -> tuple[tuple[Unit, ...], ...]:
        """The units of headings, one above the other."""
        if self._above[0] != headings:
            self._above = headings, tuple(map(self.aside, headings))
        return self._above[1]

    def headed(self, block: Block) -> bool:
        """Whether a heading above a block names an act or a post, which makes claims of bare lists below it."""
        return any(self._names_act(heading) for heading in block.headings)

    def _names_act(self, heading: str) -> bool:
        if heading not in self._acts:
            self._acts[heading] = any(
                unit.kind == "trigger"
                or (unit.kind == "actor" and unit.value.cls in POSTS and not unit.value.person.name)
                for unit in self.aside(heading)
            )
        return self._acts[heading]

    def tells_relations(self, heading: str) -> bool:
        """Whether a heading or header speaks of relations."""
        if heading not in self._relations:
            self._relations[heading] = any(unit.kind == "relations" for unit in self.aside(heading))
        return self._relations[heading]

    def states_of(self, heading: str) -> frozenset[str]:
        """The states that a heading names, but for that of a currency: "million US dollars", «млн долл. США»."""
        known = self._states.get(heading)
        if known is None:
            units = [unit for unit in self.aside(heading) if unit.text != "."]
            money = self.language.words["currency_name"]
            known = self._states[heading] = frozenset(
                str(unit.value[0])
                for index, unit in enumerate(units)
                if unit.kind == "state"
                and not any(other.key in money for other in units[max(0, index - 1) : index + 2])
            )
        return known
