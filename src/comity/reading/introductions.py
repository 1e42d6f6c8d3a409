"""Whom a text introduces: by a full name with the office and the state, once, for all that it says of them.

A heading may name who is told only below it ("Dupont in Rome" above "President Jean Dupont of A …"), so all of a short
text is looked through for a name; not before it is asked for, since most stand in one sentence and nowhere else.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

import msgspec

from comity.model.claim import Span
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.people import Actor, people
from comity.reading.phrases import phrases
from comity.reading.sentences import sentences
from comity.reading.signs import OFFICES
from comity.reading.units import Unit, letters
from comity.reading.vocabulary import vocabulary

_ENDING = 2
"""Letters that a case may change at the end of a surname."""
_BEGINNING = 2
"""Letters at the beginning of a first name that no case changes."""
_LONGEST_WORD = 30


class Introductions:
    """The people whom a text introduces, by their surnames."""

    def __init__(self, text: str, blocks: Sequence[tuple[Block, Language]]) -> None:
        """`blocks` are those with a word for an office, in order, each with its language."""
        self._text = text
        self._blocks = blocks
        self._starts = [block.start for block, _ in blocks]
        self._parts: dict[int, list[Span]] = {}
        """The sentences of the blocks that were asked for, by where these begin."""
        self._told: dict[Span, list[Actor]] = {}
        """Whom the sentences introduce that were looked at."""
        self._asked: dict[tuple[str, Span | None, str], list[Actor]] = {}
        """Who bears the names that the sentence at hand asked for."""
        self._last: Span = (0, 0)
        """The sentence that was read last."""

    def tell(self, span: Span, units: Iterable[Unit]) -> None:
        """Tells of a sentence that was read whom it names."""
        if self._blocks:
            self._told[span] = _introduced(units)
            self._last = span
            self._asked.clear()

    def anybody(self) -> bool:
        """Whether the text introduces anybody."""
        return any(
            self._in(span, language)
            for block, language in self._blocks
            for span in self._sentences(block, language)
        )

    def met(self, name: str, surname: str) -> Actor | None:
        """Who is introduced under a name, or under a surname where it stands alone; None where two are."""
        found = self._bearing(surname, None, "" if name == surname else name)
        one = found[-1] if found else None
        alone = one is not None and all(
            other.person.name == one.person.name and other.state == one.state for other in found
        )
        return one if alone else None

    def names(self, surname: str, here: Span) -> bool:
        """Whether anybody is introduced under a surname that the sentence `here` tells alone."""
        return bool(self._bearing(surname, here))

    def _bearing(self, surname: str, here: Span | None, name: str = "") -> list[Actor]:
        """Those of a surname, or of a full name, whom the text introduces, in order."""
        if not self._blocks:
            return []
        asked = surname, here, name
        known = self._asked.get(asked)
        if known is None:
            known = self._asked[asked] = self._found(surname, here, name)
        return known

    def _found(self, surname: str, here: Span | None, name: str) -> list[Actor]:
        part = max(letters(surname), key=len, default="")
        if not part:
            return []
        found: list[Actor] = []
        text, at = self._text, -1
        first = next(iter(letters(name)), "")[:_BEGINNING]
        part = part[:-_ENDING] if len(part) > 2 * _ENDING and self._blocks[0][1].cases else part
        while (at := text.find(part, at + 1)) >= 0:
            index = bisect.bisect(self._starts, at) - 1
            if index < 0:
                continue
            block, language = self._blocks[index]
            if not self._goes_on(at, language):
                continue
            span = self._around(at, block, language)
            if span is None or (span == here and text.count(part, *span) < 2):
                continue
            if first and text.find(first, *span) < 0:
                continue
            found.extend(
                actor
                for actor in self._in(span, language)
                if (actor.person.name == name if name else _surname(actor) == surname)
            )
            at = span[1] - 1
        return found

    def _goes_on(self, at: int, language: Language) -> bool:
        """Whether the word at a place goes on with a name: "Ivan X", "I.X", "van X"."""
        before = self._text[max(0, at - _LONGEST_WORD) : at]
        if not before or not before[-1].isspace():
            return bool(before)
        words = before.split()
        return bool(words) and (words[-1][0].isupper() or words[-1] in language.particles)

    def _around(self, at: int, block: Block, language: Language) -> Span | None:
        """The sentence with a word for an office that a place is in."""
        if self._last[0] <= at < self._last[1]:
            return self._last
        if at >= block.end:
            return None
        return next((span for span in self._sentences(block, language) if span[0] <= at < span[1]), None)

    def _sentences(self, block: Block, language: Language) -> list[Span]:
        """The sentences of a block with a word for an office."""
        known = self._parts.get(block.start)
        if known is None:
            known = self._parts[block.start] = [
                span
                for span in sentences(self._text, block.start, block.end, language)
                if vocabulary(language).signs(self._text, *span) & OFFICES
            ]
        return known

    def _in(self, span: Span, language: Language) -> list[Actor]:
        """Whom a sentence introduces."""
        known = self._told.get(span)
        if known is None:
            units = phrases(self._text, *span, language, (), ())
            office = any(unit.kind == "office" for unit in units)
            known = _introduced(people(units, self._text, language, nobody)) if office else []
            self._told[span] = known
        return known


def _introduced(units: Iterable[Unit]) -> list[Actor]:
    return [unit.value for unit in units if unit.kind == "actor" and _introduces(unit.value)]


def _surname(actor: Actor) -> str:
    return (actor.person.name or "").split()[-1].split(".")[-1]


def same_people(units: list[Unit]) -> None:
    """Gives somebody named again in a sentence the side that it told before: "A's Minister X …, X's visit"."""
    sides: dict[str, str] = {}
    for unit in units:
        if unit.kind != "actor" or unit.value.plural or not unit.value.person.name:
            continue
        surname = str(unit.value.person.name).split()[-1]
        if unit.value.state:
            sides.setdefault(surname, unit.value.state)
        elif surname in sides and not unit.value.person.of:
            unit.value = msgspec.structs.replace(unit.value, state=sides[surname])


def nobody(_: str) -> bool:
    """That a surname means nobody, where that is not asked."""
    return False


def _introduces(actor: Actor) -> bool:
    """Whether somebody is told by a full name with their office and its state."""
    person = actor.person
    full = bool(person.name) and len(str(person.name).split()) > 1
    return full and bool(person.office and actor.state) and not (actor.plural or actor.group)
