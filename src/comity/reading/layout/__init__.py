"""First stage: a document's text into blocks: headings, paragraphs, list items, table rows.

Nothing is changed; a block is a run of the text with what its layout says of it. Plain text, pandoc grid tables,
pipe tables and the text that `sources` makes of web pages all come out alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.layout.block import Block
from comity.reading.layout.groups import groups_of
from comity.reading.layout.lines import ITEM, closes_with_year, is_table
from comity.reading.layout.lists import announced_lines
from comity.reading.layout.outline import Outline
from comity.reading.layout.prose import read_prose
from comity.reading.layout.tables import COLUMNS, read_ruled_table, read_table


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. Footnotes of encyclopaedia articles ("[3] Title, publisher") are left out."""
    return list(_read(Outline(text)))


def _read(outline: Outline) -> Iterator[Block]:
    """The blocks of each run of lines, by what it is: items announced, a list of years, a table, prose."""
    text = outline.text
    groups = list(groups_of(text))
    alone = [len(group) == 1 and closes_with_year(text, *group[0]) for group, _ in groups]
    announced = announced_lines(text, [group for group, _ in groups])
    for index, (group, gap) in enumerate(groups):
        if index in announced and outline.lead is not None:
            yield outline.item(group[0])
            continue
        if alone[index] and any(alone[max(0, index - 1) : index] + alone[index + 1 : index + 2]):
            yield outline.paragraph(group[0])  # a list with an empty line behind each of its lines
            continue
        first = text[group[0][0] : group[0][1]]
        if is_table(first):
            yield from read_table(outline, group)
            continue
        ruled = next((i for i, (start, end) in enumerate(group[:4]) if COLUMNS.match(text, start, end)), -1)
        if ruled >= 0:
            yield from read_ruled_table(outline, group, ruled)
            continue
        below = groups[index + 1][0][0] if index + 1 < len(groups) else (0, 0)
        yield from read_prose(outline, group, gap, opens=ITEM.match(text, *below) is not None)


__all__ = ["blocks"]
