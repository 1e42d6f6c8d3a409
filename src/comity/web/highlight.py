"""A document's text with the words of its claims marked; runs may lie within and across one another.

The text is cut wherever a run begins or ends; each piece knows every claim that covers it. A claim's number
stands where its first run begins, so that claims that share words can each be followed.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.model.claim import Claim, Span
from comity.publishing.markup import Markup, join, tag
from comity.web.drawn import Table, tables


@dataclass(frozen=True)
class Piece:
    """A run of text that the same claims cover from end to end.

    `claims` are places in the list of claims, the one with the fewest words last; `begins` those whose first
    run begins here.
    """

    start: int
    end: int
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    unread: bool = False
    chosen: bool = False


def pieces(
    length: int, claims: Sequence[Claim], unread: Iterable[Span] = (), chosen: Iterable[Span] = ()
) -> list[Piece]:
    """The pieces of a text of a length in code points, in order and without gaps. Runs outside the text are
    cut.
    """
    opened: dict[int, list[tuple[str, int]]] = {}
    closed: dict[int, list[tuple[str, int]]] = {}
    begins: dict[int, list[int]] = {}

    def add(kind: str, which: int, span: Span) -> bool:
        start, end = max(0, span[0]), min(length, span[1])
        if start < end:
            opened.setdefault(start, []).append((kind, which))
            closed.setdefault(end, []).append((kind, which))
        return start < end

    sizes = []
    for index, claim in enumerate(claims):
        sizes.append(sum(end - start for start, end in claim.evidence))
        for place, span in enumerate(claim.evidence):
            if add("claim", index, span) and place == 0:
                begins.setdefault(max(0, span[0]), []).append(index)
    for which, span in enumerate(unread):
        add("unread", which, span)
    for which, span in enumerate(chosen):
        add("chosen", which, span)
    cuts = sorted({0, length, *opened, *closed})
    active: dict[tuple[str, int], int] = {}
    made = []
    for start, end in itertools.pairwise(cuts):
        for key in closed.get(start, ()):
            active[key] -= 1
            if not active[key]:
                del active[key]
        for key in opened.get(start, ()):
            active[key] = active.get(key, 0) + 1
        covering = sorted(
            (which for kind, which in active if kind == "claim"), key=lambda which: (-sizes[which], which)
        )
        made.append(
            Piece(
                start=start,
                end=end,
                claims=tuple(covering),
                begins=tuple(begins.get(start, ())),
                unread=any(kind == "unread" for kind, _ in active),
                chosen=any(kind == "chosen" for kind, _ in active),
            )
        )
    return made


def marked(
    text: str,
    claims: Sequence[Claim],
    unread: Iterable[Span] = (),
    chosen: Iterable[Span] = (),
    table: str = "",
) -> Markup:
    """The text as markup: each marked piece leads to the claim with the fewest words, each number to its own.

    The first piece of `chosen` has the id `here`. Tables drawn with bars and rules become tables, called `table`.
    """
    drawing = _Drawing(text, claims, pieces(len(text), claims, unread, chosen))
    drawn: list[Markup | str] = []
    done = 0
    for one in tables(text):
        drawn += [*drawing.run(done, one.start), drawing.table(one, table)]
        done = one.end
    return join(*drawn, *drawing.run(done, len(text)))


class _Drawing:
    """Runs of a text in its order, with the pieces that have marks."""

    def __init__(self, text: str, claims: Sequence[Claim], some: list[Piece]) -> None:
        self._text, self._claims, self._pieces = text, claims, some
        self._starts = [piece.start for piece in some]
        self._told: set[int] = set()
        self._here = True

    def run(self, start: int, end: int) -> Iterator[Markup | str]:
        """A run of the text. A claim's number and `here` stand where the first part of their piece is drawn."""
        at = bisect_right(self._starts, start) - 1
        while 0 <= at < len(self._pieces) and self._pieces[at].start < end:
            piece = self._pieces[at]
            yield from self._piece(at, piece, self._text[max(start, piece.start) : min(end, piece.end)])
            at += 1

    def _piece(self, at: int, piece: Piece, words: str) -> Iterator[Markup | str]:
        if not words:
            return
        claims = self._claims
        if at not in self._told:
            self._told.add(at)
            for index in piece.begins:
                ident = claims[index].id
                yield tag("a", index + 1, id=f"t-{ident}", href=f"#c-{ident}", class_="number")
        if not piece.claims and not piece.unread and not piece.chosen:
            yield words
            return
        classes = " ".join(
            [
                *(["said", f"k-{claims[piece.claims[-1]].kind}"] if piece.claims else []),
                *(["several"] if len(piece.claims) > 1 else []),
                *(["unread"] if piece.unread else []),
                *(["chosen"] if piece.chosen else []),
            ]
        )
        name = "here" if piece.chosen and self._here else None
        self._here = self._here and not piece.chosen
        inner = (
            tag("a", words, href=f"#c-{claims[piece.claims[-1]].id}", tabindex=-1) if piece.claims else words
        )
        yield tag("mark", inner, class_=classes, id=name)

    def table(self, one: Table, name: str) -> Markup:
        """A table, in a box of its own that scrolls where it is wider than the page."""
        rows = [
            tag(
                "tr",
                [
                    tag("th" if row.head else "td", self._cell(cell), scope="col" if row.head else None)
                    for cell in row.cells
                ],
            )
            for row in one.rows
        ]
        return tag(
            "div", tag("table", tag("tbody", rows)), class_="drawn", tabindex=0, role="group", aria_label=name
        )

    def _cell(self, lines: tuple[Span, ...]) -> list[Markup | str]:
        drawn: list[Markup | str] = []
        for number, (start, end) in enumerate(lines):
            drawn += [*(["\n"] if number else []), *self.run(start, end)]
        return drawn
