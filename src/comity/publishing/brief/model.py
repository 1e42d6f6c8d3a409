"""What a brief is: lines of text in a language, each with its notes and its importance. No layout, no I/O."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from comity.model.claim import State
from comity.publishing.dossier import Source, SourceDocument


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a brief.

    `cells` are one text, or those of a table's row; `label` is what a text is about, where the section names
    that, with the point or colon behind it. `sources` are the words it rests on. `rank` is its importance: of two
    lines the one with the higher number goes first when room is short. `tells` are the ids of the records and
    findings that it tells of.
    """

    cells: tuple[str, ...]
    sources: tuple[Source, ...] = ()
    rank: int = 0
    label: str = ""
    tells: tuple[str, ...] = ()


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """A chart: what it shows, the same in words for those who do not see it, and its data.

    `bars` are period, figure and value in millions; `shades` the figures in their order, each with its colour;
    `sources` and `rank` as of an item.
    """

    title: str
    description: str
    unit: str
    lang: str
    bars: tuple[tuple[str, str, float], ...]
    shades: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...] = ()
    rank: int = 0


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section: lines labelled or listed, then a table with the heads `columns`, then a chart."""

    key: str
    heading: str
    items: tuple[Item, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[Item, ...] = ()
    chart: Chart | None = None

    @property
    def all(self) -> tuple[Item, ...]:
        """The lines and the rows."""
        return (*self.items, *self.rows)

    @property
    def sources(self) -> tuple[Source, ...]:
        """What the lines, the rows and the chart rest on, in their order."""
        told = tuple(source for item in self.all for source in item.sources)
        return told + (self.chart.sources if self.chart is not None else ())


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """A brief in a language.

    `whole` has what the dossier holds: the heading of each of its sections with the ids of its records or
    findings, so that `more` and `left` can say how many of them are not told here. `made` says of how many
    documents, and of which moment.
    """

    dyad: tuple[State, State]
    lang: str
    title: str
    made: str
    sections: tuple[Section, ...]
    documents: tuple[SourceDocument, ...]
    whole: tuple[tuple[str, frozenset[str]], ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every line of every section, in order."""
        return tuple(item for section in self.sections for item in section.all)

    @property
    def more(self) -> int:
        """How many lines of the dossier are not told here."""
        return len(frozenset().union(*(ids for _, ids in self.whole)) - self._told)

    @property
    def left(self) -> tuple[tuple[str, int], ...]:
        """The same by section of the dossier, in its order."""
        counted = ((heading, len(ids - self._told)) for heading, ids in self.whole)
        return tuple((heading, number) for heading, number in counted if number)

    @property
    def _told(self) -> frozenset[str]:
        return frozenset(one for item in self.items for one in item.tells)

    @property
    def notes(self) -> tuple[Source, ...]:
        """The sources in the order in which the lines first cite them; a note's number is its place from 1."""
        return tuple(dict.fromkeys(source for section in self.sections for source in section.sources))

    def numbers(self) -> dict[Source, int]:
        """The number of each note."""
        return {source: number for number, source in enumerate(self.notes, 1)}

    @property
    def cited(self) -> tuple[SourceDocument, ...]:
        """The documents that the notes name."""
        named = {source.doc for source in self.notes}
        return tuple(one for one in self.documents if one.id in named)


def ranks(brief: Brief) -> list[int]:
    """The ranks of all that can be left out, the most important first."""
    found = [item.rank for item in brief.items]
    found.extend(section.chart.rank for section in brief.sections if section.chart is not None)
    return sorted(found)


def cut(brief: Brief, limit: int) -> Brief:
    """The brief without what has a rank above `limit`; sections that had lines and lose them all go too."""
    sections = []
    for section in brief.sections:
        kept = msgspec.structs.replace(
            section,
            items=_kept(section.items, limit),
            rows=_kept(section.rows, limit),
            chart=section.chart if section.chart is not None and section.chart.rank <= limit else None,
        )
        if kept.all or kept.chart is not None:
            sections.append(kept)
    return msgspec.structs.replace(brief, sections=tuple(sections))


def _kept(items: Iterable[Item], limit: int) -> tuple[Item, ...]:
    return tuple(item for item in items if item.rank <= limit)
