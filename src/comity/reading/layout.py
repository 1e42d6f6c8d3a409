"""First stage: a document's text into blocks: headings, paragraphs, list items, table rows.

Nothing is changed; a block is a run of the text with what its layout says of it. Plain text, pandoc grid tables,
pipe tables and the text that `sources` makes of web pages all come out alike.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from comity.model.claim import Span


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One run of text.

    `headings` are the texts of the headings above it, outermost first. `lead` is the run of the sentence that
    introduces a list. `row` numbers a table row within the document (-1 outside tables), `column` the cell in it,
    `header` the text of that column's header.
    """

    kind: Literal["heading", "paragraph", "item", "cell"]
    start: int
    end: int
    headings: tuple[str, ...] = ()
    lead: Span | None = None
    row: int = -1
    column: int = 0
    header: str = ""


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ITEM = re.compile(
    r"[ \t]*(?:[•▪●◦‣][ \t]*|(?:[-*–—·]|--|\(?\d{1,3}[.)]|\(?(?:[a-zа-я]|[ivx]{1,5})\))[ \t]+)(?=\S)"
)
_BULLETS = "•▪●◦‣"
_BULLET = re.compile(r"(?:^|(?<=\s))[•▪●◦‣]")
"""A sign that begins an item wherever it stands: lists are pasted into one line."""
_RULE = re.compile(r"[ \t]*\+[-=+:]+\+?[ \t]*$|[ \t]*\|?[ \t]*:?-{3,}[-:| \t]*$|[ \t]*[-=_*]{4,}[-= \t]*$")
_HEADER_RULE = re.compile(r"[ \t]*\+=[=+:]*\+?[ \t]*$|[ \t]*\|[ \t]*:?-{3,}[-:| \t]*$")
_WRAPPED = 140
"""The longest line that somebody may have wrapped by hand."""
_FOOTNOTE = re.compile(r"\[\d+\] ")
_NOTES = re.compile(r"(?:\[\d+\])+$")
"""Marks of footnotes behind the last word of a line."""
_HASHES = re.compile(r"[ \t]*(#{1,6})[ \t]+(?=\S)")
_COLUMNS = re.compile(r"[ \t]*-{3,}(?:[ \t]+-{3,})+[ \t]*$")
_NESTED = 10
"""How many levels plain text may tell between two that differ in how they are written."""
_SHORT = 90
_LEAST_LISTED = 3
"""From so many lines by themselves a colon before them makes a list."""
_TITLE = 50
"""The longest title that may stand right above its lines."""
_LABEL = re.compile(r"[A-ZА-ЯЁ][^\n.:;,!?]{1,60}: ?\S")
"""A line of a fact sheet: what is told, a colon, the value."""
_YEARLY = re.compile(r"(?:1[5-9]|20)\d\d\s+[^\W\d_]")
"""A line of a list that begins with its year."""
_DATE_FIRST = re.compile(
    r"(?:\d{1,2}(?:[–-]\d{1,2})?\s+[^\W\d_]{3,9}\.?,?\s+)?(?:1[5-9]|20)\d\d\b"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:[–-]\d{1,2})?(?:st|nd|rd|th)?,?\s+(?:1[5-9]|20)\d\d\b"
    r"|\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b"
)
"""A line that begins with a date: of two such, the second does not go on with the first."""
_FIGURE = re.compile(r"[^\W\d_][^\d\n:]{1,60}:[ \t][^:]*\d")
"""A line of a fact sheet whose value holds a number: "Exports: 3.5 billion yen"."""
_NAMED = re.compile(r"[A-ZА-ЯЁ][^\n–—:;!?]{1,60} [–—] \S")
"""A line of a list without signs: who or what, a dash, what is told of it."""
_BAR = re.compile(r"(?<=\s)\|(?=\s|$)")
"""A bar that divides columns."""
_BARE = re.compile(r"[\d\s.,–-]+(?:г\.?|гг\.?)?$")
"""A cell that holds a number or year and nothing else."""
_WORD = re.compile(r"[^\W\d_]{4}")
_CLOSING = re.compile(r"\((?:[^()\n]{0,30}[^\d()\n])?(?:1[5-9]|20)\d\d\)$")
"""The end of a line of a list that ends with its year: "President X (May 2009)"."""
_SPAN = re.compile(r"(?:1[5-9]|20)\d\d[–-](?:1[5-9]|20)\d\d:")
"""How the heading of a time begins: "1991–1999: …"."""
_SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d{4}))[.!?]\s+(?=[A-ZА-ЯЁ])")
"""Where a new sentence begins, behind a word that is no abbreviation."""
_DASHES = re.compile(r"-{3,}")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_END_OF_SENTENCE = (".", "!", "?", ":", ";", "»", "”", '"', ")")


def blocks(text: str) -> list[Block]:
    """The blocks of a text, in order. Footnotes of encyclopaedia articles ("[3] Title, publisher") are left out."""
    return list(_Layout(text).run())


class _Layout:
    def __init__(self, text: str) -> None:
        self.text = text
        self.headings: list[tuple[int, str]] = []
        self.lead: Span | None = None
        self.caption: str | None = None
        self.row = 0
        self.under_heading = False

    def run(self) -> Iterator[Block]:
        for block in self.read():
            yield block
            self.under_heading = block.kind == "heading"

    def read(self) -> Iterator[Block]:
        groups = list(_groups(self.text))
        alone = [len(group) == 1 and self.closes_with_year(*group[0]) for group, _ in groups]
        announced = self.announced([group for group, _ in groups])
        for index, (group, gap) in enumerate(groups):
            if index in announced and self.lead is not None:
                yield self.item(group[0])
                continue
            if alone[index] and any(alone[max(0, index - 1) : index] + alone[index + 1 : index + 2]):
                yield self.paragraph(group[0])  # a list with an empty line behind each of its lines
                continue
            first = self.text[group[0][0] : group[0][1]]
            if _is_table(first):
                yield from self.table(group)
                continue
            ruled = next(
                (i for i, (start, end) in enumerate(group[:4]) if _COLUMNS.match(self.text, start, end)), -1
            )
            if ruled >= 0:
                yield from self.simple_table(group, ruled)
                continue
            below = groups[index + 1][0][0] if index + 1 < len(groups) else (0, 0)
            yield from self.prose(group, gap, opens=_ITEM.match(self.text, *below) is not None)

    def bar_table(self, lines: list[Span], first: int, last: int, gap: int) -> Iterator[Block]:
        """Prose with a table in it whose columns are divided by bars or tabs alone: "Year | Exports | Imports"."""
        if first:
            yield from self.prose(lines[:first], gap, opens=True)
        yield from self.table(lines[first:last])
        if last < len(lines):
            yield from self.prose(lines[last:], 0)

    def above(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self.headings)

    def prose(self, lines: list[Span], gap: int, opens: bool = False) -> Iterator[Block]:
        """A run of lines without an empty line between them; `opens` where a table or list follows."""
        hashes = _HASHES.match(self.text, *lines[0])
        if hashes:
            start, end = _stripped(self.text, hashes.end(), lines[0][1])
            yield self.heading(start, end, len(hashes.group(1)))
            if len(lines) > 1:
                yield from self.prose(lines[1:], 0)
            return
        if len(lines) == 1 and self.is_long(*lines[0]):
            yield self.paragraph(lines[0])
            return
        barred = _barred(self.text, lines)
        if barred:
            yield from self.bar_table(lines, *barred, gap)
            return
        if len(lines) == 1 and self.is_heading(*lines[0]):
            start, end = _stripped(self.text, *lines[0])
            yield self.heading(start, end, 1 if gap >= 2 else 2)
            return
        titles = self.titles(lines, opens)
        if len(lines) > 1 and not titles and self.heads_lines(lines):
            titles = {0}
        listing = self.listing(lines)
        pending: Span | None = None
        listed = False
        width = max((end - start for start, end in lines if end - start <= _WRAPPED), default=0)
        for index, (start, end) in enumerate(lines):
            if index in titles:
                if pending:
                    yield self.item(pending) if listed else self.paragraph(pending)
                pending = None
                yield self.heading(*_stripped(self.text, start, end), 3)
                continue
            marker = _ITEM.match(self.text, start, end)
            footnote = _FOOTNOTE.match(self.text, start)
            if (
                pending
                and not marker
                and not footnote
                and index not in listing
                and _continues(self.text, pending, (start, end), width, listed)
            ):
                pending = (pending[0], end)
                continue
            if pending:
                yield self.item(pending) if listed else self.paragraph(pending)
                if marker and not listed and self.is_heading(*pending):  # a title right above its list
                    self.lead = _stripped(self.text, *pending)
            pending = None if footnote else (marker.end() if marker else start, end)
            listed = bool(marker) or index in listing
        if pending:
            yield self.item(pending) if listed else self.paragraph(pending)

    def is_long(self, start: int, end: int) -> bool:
        """Whether a line is a paragraph by its length alone, and neither an item nor a footnote."""
        if (
            end - start <= 2 * _SHORT
            or _ITEM.match(self.text, start, end)
            or _FOOTNOTE.match(self.text, start)
        ):
            return False
        start, end = _stripped(self.text, start, end)
        return end - start > 2 * _SHORT

    def listing(self, lines: list[Span]) -> set[int]:
        """The lines that a colon before them makes a list without signs: each ends with a comma or semicolon, the last
        one with a full stop or nothing.
        """
        ends = [self.text[start:end].rstrip()[-1:] for start, end in lines]
        found: set[int] = set()
        for index, sign in enumerate(ends):
            if sign != ":":
                continue
            stop = index + 1
            while stop < len(lines) and ends[stop] in (",", ";"):
                stop += 1
            if stop - index > 1 and stop < len(lines) and ends[stop] != ":":
                found.update(range(index + 1, stop + 1))
        return found

    def announced(self, groups: list[list[Span]]) -> set[int]:
        """The lines with empty ones between them that a colon makes a list without signs: several, of which none ends
        like a sentence.
        """
        found: set[int] = set()
        index = 0
        while index < len(groups):
            stop = index + 1
            if self.text[slice(*_stripped(self.text, *groups[index][-1]))].endswith(":"):
                while stop < len(groups) and self.is_listed_alone(groups[stop]):
                    stop += 1
                if stop - index > _LEAST_LISTED:
                    found.update(range(index + 1, stop))
            index = stop
        return found

    def is_listed_alone(self, lines: list[Span]) -> bool:
        """Whether a line stands by itself, is no item with a sign, no table, and does not end like a sentence."""
        if len(lines) != 1 or _ITEM.match(self.text, *lines[0]):
            return False
        start, end = _stripped(self.text, *lines[0])
        line = self.text[start:end]
        return 0 < len(line) < 2 * _SHORT and line[-1] not in ".!?:|" and "|" not in line and "\t" not in line

    def item(self, span: Span) -> Block:
        start, end = _stripped(self.text, *span)
        block = Block(kind="item", start=start, end=end, headings=self.above(), lead=self.lead)
        if self.text[max(start, end - 1) : end] == ":":  # a numbered paragraph that introduces a list
            self.lead = (start, end)
        return block

    def titles(self, lines: list[Span], opens: bool) -> set[int]:
        """The lines of a fact sheet that are titles of those below: what is listed begins with a year or tells a
        figure, and no line goes on with the one before it.
        """
        stripped = [_stripped(self.text, *line) for line in lines]
        listed = [
            bool(_YEARLY.match(self.text, *line) or _FIGURE.match(self.text, *line)) for line in stripped
        ]
        closing = [self.closes_with_year(*line) for line in stripped]
        if sum(closing) > 1:  # a title may tell a year too: "Trade (2019)" above its figures
            behind = [*listed[1:], False]
            listed = [
                one or (year and not figure)
                for one, year, figure in zip(listed, closing, behind, strict=True)
            ]
        if sum(listed) + 2 * opens < 2 or any(
            self.text[start].islower() and end - begin > _TITLE  # prose that goes on
            for (begin, end), (start, _) in itertools.pairwise(stripped)
        ):
            return set()
        found: set[int] = set()
        below = opens
        for index in range(len(lines) - 1, -1, -1):
            below = below and not listed[index] and self.is_heading(*stripped[index])
            if below:
                found.add(index)
            below = below or listed[index]
        return found

    def closes_with_year(self, start: int, end: int) -> bool:
        """Whether a line is a short one that ends with its year in brackets: "President X (May 2009)"."""
        start, end = _stripped(self.text, start, end)
        return end - start < _SHORT and _CLOSING.search(self.text, start, end) is not None

    def heads_lines(self, lines: list[Span]) -> bool:
        """Whether a run's first line is the title of the lines below it, which all are items or whole sentences."""
        start, end = _stripped(self.text, *lines[0])
        if not self.text[start].isupper() or not self.is_heading(start, end):
            return False
        below = lines[1:]
        plain = not any(sign.isdigit() for sign in self.text[start:end])
        if plain and len(below) > 1 and all(self.is_dated(*line) for line in below):
            return True  # "Ambassadors of A" above lines that each tell somebody and a year
        if end - start > _TITLE:
            return False
        return all(self.is_whole(*line) for line in below) or (plain and self.breaks_off(lines))

    def breaks_off(self, lines: list[Span]) -> bool:
        """Whether a run's first line was ended on purpose, above prose: the next word would have fitted on it, and a
        line below is long enough to be prose.
        """
        start, end = _stripped(self.text, *lines[0])
        first, last = _stripped(self.text, *lines[1])
        if first >= last or self.text[first].islower():
            return False
        if self.text[last - 1] == ":":
            return True  # "Legal base" above "The agreements signed are:"
        longest = max(stop - begin for begin, stop in lines[1:])
        word = self.text[first:last].split(None, 1)[0]
        return longest > _SHORT and end - start + 1 + len(word) < longest - _TITLE / 2

    def is_dated(self, start: int, end: int) -> bool:
        """Whether a line is a short one that tells a year."""
        start, end = _stripped(self.text, start, end)
        return (
            end - start < _WRAPPED
            and (self.text[start].isupper() or self.text[start].isdigit())
            and _YEAR.search(self.text, start, end) is not None
        )

    def is_whole(self, start: int, end: int) -> bool:
        """Whether a line neither goes on with the line before it nor is a title itself."""
        start, end = _stripped(self.text, start, end)
        return start < end and not self.text[start].islower() and self.text[end - 1] in _END_OF_SENTENCE

    def heading(self, start: int, end: int, level: int) -> Block:
        level = self.depth(level * _NESTED, self.text[start:end])
        self.headings = [*[h for h in self.headings if h[0] < level], (level, self.text[start:end])]
        self.lead = self.caption = None
        return Block(kind="heading", start=start, end=end, headings=self.above())

    def depth(self, level: int, heading: str) -> int:
        """The level of a heading among those that plain text writes alike: one right below another belongs to it
        ("Visits", "From A to B"), and so does a later one that begins as such a one does ("From B to A").
        """
        if not self.headings:
            return level
        last = self.headings[-1][0]
        if self.under_heading and level <= last < level + _NESTED - 1:
            return last + 1
        word = heading.split(None, 1)[0]
        alike = (
            at
            for at, above in self.headings
            if level < at < level + _NESTED and above.split(None, 1)[0] == word
        )
        return next(alike, level)

    def paragraph(self, span: Span) -> Block:
        start, end = _stripped(self.text, *span)
        # a list's items may stand without marks
        lead = self.lead if end - start < _SHORT or _LABEL.match(self.text, start, end) else None
        last = self.text[max(start, end - 1) : end]
        self.lead = self.last_sentence(start, end) if last == ":" else lead
        self.caption = (
            self.text[start:end]
            if end - start < _WRAPPED and (last not in ".;!?" or end - start < _TITLE)
            else None
        )
        return Block(kind="paragraph", start=start, end=end, headings=self.above(), lead=lead)

    def last_sentence(self, start: int, end: int) -> Span:
        """The sentence at the end of a paragraph that introduces a list."""
        for match in _SENTENCE.finditer(self.text, start, end):
            start = match.end()
        return start, end

    def is_heading(self, start: int, end: int) -> bool:
        start, end = _stripped(self.text, start, end)
        if end - start > 2 * _SHORT:  # notes behind it are never as long as a title
            return False
        line = _NOTES.sub("", self.text[start:end])
        if not line or len(line) > 90 or _ITEM.match(self.text, start, end) or line[-1] in ".;:,!?":
            return False
        if _YEARLY.match(line) or _FIGURE.match(line):
            return False
        if _DATED.match(line) and not _SPAN.match(line):
            return False
        first = line[0]
        return (first.isupper() or first.isdigit()) and not _FOOTNOTE.match(line) and line.count(" ") <= 12

    def table(self, lines: list[Span]) -> Iterator[Block]:
        """A grid or pipe table; every line of a cell is a block of its own."""
        ruled = any(self.text[start:end].lstrip().startswith("+") for start, end in lines)
        above = (*self.above(), self.caption) if self.caption else self.above()
        bars = _bars(self.text, *lines[0]) if ruled else []
        rows: list[list[Span]] = [[]]
        header_rows = 0
        for start, end in lines:
            line = self.text[start:end]
            if _RULE.match(line):
                if rows[-1]:
                    rows.append([])
                if _HEADER_RULE.match(line):
                    header_rows = len(rows) - 1
            elif ruled:
                rows[-1].append((start, end))
            else:
                if rows[-1]:
                    rows.append([])
                rows[-1].append((start, end))
        rows = [row for row in rows if row]
        headers: dict[int, str] = {}
        if not header_rows and not ruled:
            if self.names_values(rows):
                yield from self.values(rows, above)
                return
            header_rows = 1 if len(rows) > 1 and not self.is_entry(rows[0]) else 0
        for index, row in enumerate(rows):
            if index < header_rows:
                for start, end in row:
                    for column, cell in enumerate(_cells(self.text, start, end, bars)):
                        headers[column] = (
                            headers.get(column, "") + " " + self.text[cell[0] : cell[1]]
                        ).strip()
                continue
            self.row += 1
            for start, end in row:
                for column, (cell_start, cell_end) in enumerate(_cells(self.text, start, end, bars)):
                    marker = _ITEM.match(self.text, cell_start, cell_end)
                    cell_start = marker.end() if marker else cell_start
                    if cell_start < cell_end:
                        yield Block(
                            kind="cell", start=cell_start, end=cell_end, headings=above,
                            row=self.row, column=column, header=headers.get(column, ""),
                        )  # fmt: skip

    def names_values(self, rows: list[list[Span]]) -> bool:
        """Whether a table without headers has a name and its value in each row: "Embassy in X | opened in 2009"."""
        cells = [_cells(self.text, *line, []) for row in rows for line in row]
        if not cells or any(len(row) != 2 or not all(start < end for start, end in row) for row in cells):
            return False
        first, value = (self.text[start:end] for start, end in cells[0])
        return any(map(str.isdigit, first + value)) and not _BARE.match(value)

    def values(self, rows: list[list[Span]], above: tuple[str, ...]) -> Iterator[Block]:
        """The rows of a table of names and values, a paragraph each."""
        for row in rows:
            cells = _cells(self.text, *row[0], [])
            yield Block(kind="paragraph", start=cells[0][0], end=cells[-1][1], headings=above)

    def is_entry(self, row: list[Span]) -> bool:
        """Whether the first row of a table is no header but an entry: it begins with a number, and words follow."""
        cells = [self.text[start:end] for start, end in _cells(self.text, *row[0], [])]
        return cells[0][:1].isdigit() and any(_WORD.search(cell) for cell in cells[1:])

    def simple_table(self, lines: list[Span], ruled: int) -> Iterator[Block]:
        """A table whose columns are ruled with dashes below the headers and divided by spaces."""
        start, end = lines[ruled]
        columns = [match.start() - start for match in _DASHES.finditer(self.text, start, end)]
        headers = ["" for _ in columns]
        for line in lines[:ruled]:
            for column, (first, last) in enumerate(_slices(self.text, line, columns)):
                headers[column] = f"{headers[column]} {self.text[first:last].lstrip('| ')}".strip()
        for line in lines[ruled + 1 :]:
            if _COLUMNS.match(self.text, *line):
                continue
            self.row += 1
            for column, (first, last) in enumerate(_slices(self.text, line, columns)):
                if first < last:
                    yield Block(
                        kind="cell", start=first, end=last, headings=self.above(),
                        row=self.row, column=column, header=headers[column],
                    )  # fmt: skip


def _groups(text: str) -> Iterator[tuple[list[Span], int]]:
    """Runs of lines that no empty line divides, each with the number of empty lines before it."""
    group: list[Span] = []
    start, blank, before = 0, 1, 1
    size = len(text)
    bullets = [sign for sign in _BULLETS if sign in text]
    tabled = False
    while start <= size:
        end = text.find("\n", start)
        end = size if end < 0 else end
        if end - start >= 400 or text[start:end].strip():
            table = _is_table(text[start : min(end, start + 4)])
            if not group:
                before = blank
            elif table != tabled:
                yield group, before
                group, before = [], 0
            if bullets:
                group.extend(_bulleted(text, start, end, bullets))
            else:
                group.append((start, end))
            tabled = table and group[-1][0] == start
            blank = 0
        else:
            if group:
                yield group, before
                group = []
            blank += 1
        start = end + 1
    if group:
        yield group, before


def _bulleted(text: str, start: int, end: int, bullets: Sequence[str]) -> list[Span]:
    """A line as it is, or in parts where several bullets stand in it: "• A (1966) • B (1999)"."""
    if not any(text.count(sign, start, end) > 1 for sign in bullets):
        return [(start, end)]
    marks = [found.start() for found in _BULLET.finditer(text, start, end)]
    if len(marks) < 2:
        return [(start, end)]
    starts = marks if not text[start : marks[0]].strip() else [start, *marks]
    return list(zip(starts, [*starts[1:], end], strict=True))


def _barred(text: str, lines: list[Span]) -> tuple[int, int] | None:
    """The first run of three or more lines that bars, tabs or wide gaps divide alike, as indices of lines.

    Below a header of two bars or more, a row may want the last ones: its last cells are empty.
    """
    if len(lines) < 3:
        return None
    first, bars, sign = 0, 0, ""
    for index, (start, end) in enumerate([*lines, (0, 0)]):
        count, divider = _divided(text, start, end)
        short = divider == sign == "|" and bars > 1 and 0 < count <= bars
        if not count or divider != sign or not (count == bars or short):
            if bars and index - first >= 3:
                return first, index
            first, bars, sign = index, count, divider
    return None


def _divided(text: str, start: int, end: int) -> tuple[int, str]:
    """How many signs divide a line into columns, and which."""
    bars = len(_BAR.findall(text, start, end)) if text.find("|", start, end) >= 0 else 0
    if bars:
        return bars, "|"
    tabs = text.count("\t", start + 1, end)
    return (tabs, "\t") if tabs else (_gaps(text, start, end), " ")


def _gaps(text: str, start: int, end: int) -> int:
    """How many wide gaps divide a line into columns ("2001    964.2    502.1"), that behind an item's sign left out.

    One before the first word counts where others follow: the header of a first column is often empty.
    """
    marker = _ITEM.match(text, start, end)
    start = marker.end() if marker else start
    count = len(_GAP.findall(text, start, end)) if text.find("   ", start, end) >= 0 else 0
    return count + 1 if count > 1 and text.startswith("   ", start) else count


def _is_table(line: str) -> bool:
    line = line.lstrip()
    return line.startswith(("|", "+-", "+="))


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _bars(text: str, start: int, end: int) -> list[int]:
    """Where the columns of a grid table begin, counted from the start of its lines."""
    return [at - start for at in range(start, end) if text[at] == "+"]


def _cells(text: str, start: int, end: int, bars: list[int]) -> list[Span]:
    """The cells of a table's line; a template of a wiki that a bar broke is one cell again."""
    found = _grid_cells(text, start, end, bars) or _piped_cells(text, start, end)
    joined: list[Span] = []
    for first, last in found:
        if joined and text.count("{{", *joined[-1]) > text.count("}}", *joined[-1]):
            joined[-1] = (joined[-1][0], max(last, first))
        else:
            joined.append((first, last))
    return joined


def _grid_cells(text: str, start: int, end: int, bars: list[int]) -> list[Span]:
    """Cells by the columns of the grid; none where the line does not keep to them (wide characters)."""
    if len(bars) < 2 or any(start + bar >= end or text[start + bar] not in "|+" for bar in bars):
        return []
    found = []
    for first, last in itertools.pairwise(bars):
        begin, stop = _stripped(text, start + first + 1, start + last)
        if text[begin:stop].startswith("| "):  # a line block keeps its bar
            begin, stop = _stripped(text, begin + 1, stop)
        found.append((begin, stop))
    return found


def _piped_cells(text: str, start: int, end: int) -> list[Span]:
    indented = text.startswith("   ", start)
    start, end = _stripped(text, start, end)
    if text[start:end].startswith("|"):
        start += 1
    if start < end and text[end - 1] == "|":
        end -= 1
    found = []
    sign = "|" if text.find("|", start, end) >= 0 else "\t"
    if sign == "\t" and text.find(sign, start, end) < 0:
        cells = _gapped_cells(text, start, end)
        return [(start, start), *cells] if indented and len(cells) > 2 else cells
    while start <= end:
        bar = text.find(sign, start, end)
        bar = end if bar < 0 else bar
        found.append(_stripped(text, start, bar))
        start = bar + 1
    return found


def _gapped_cells(text: str, start: int, end: int) -> list[Span]:
    """Cells that wide gaps divide."""
    found, first = [], start
    for gap in _GAP.finditer(text, start, end):
        found.append(_stripped(text, first, gap.start()))
        first = gap.end()
    return [*found, _stripped(text, first, end)]


def _slices(text: str, line: Span, columns: list[int]) -> list[Span]:
    """The parts of a line that stand under the columns' rules."""
    start, end = line
    stops = [*columns[1:], end - start]
    return [
        _stripped(text, min(start + (first if number else 0), end), min(start + stop, end))
        for number, (first, stop) in enumerate(zip(columns, stops, strict=True))
    ]


_DATED = re.compile(r"\d[\d./ ]*(?:[-–][\d./ ]+)?\s*[–—:-]\s|(?:1[89]|20)\d\d(?:[-–](?:1[89]|20)\d\d)?[,.]\s")
"""A line of a chronology: a date in figures and a dash."""


def _continues(text: str, before: Span, line: Span, width: int, listed: bool) -> bool:
    """Whether a line goes on with the sentence of the line before it (text wrapped by hand).

    Below a list's item, an indented line does. `width` is that of the widest line around: who wraps by hand
    begins a new line where the next word no longer fits, so that a break before it was meant.
    """
    if listed and text.startswith("  ", line[0]):
        return True
    start, end = _stripped(text, *line)
    last_start = text.rfind("\n", before[0], before[1]) + 1 or before[0]
    last = text[last_start : before[1]].rstrip()
    if not last or start >= end or _DATED.match(text, start, end):
        return False
    if any(
        sign.match(text, start, end) and sign.match(text, *before) for sign in (_LABEL, _DATE_FIRST, _NAMED)
    ):
        return False
    if last.endswith(_END_OF_SENTENCE) and not text[start].islower():
        return not listed and 60 < len(last) <= _WRAPPED and last.endswith(".") and end - start > 40
    if text[start].islower():
        return True
    word = text[start:end].split(None, 1)[0]
    return 50 <= len(last) <= _WRAPPED and len(last) + 1 + len(word) > width
