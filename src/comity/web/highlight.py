"""A document's text with the words of its claims marked; runs may lie within and across one another.

The text is cut wherever a run begins or ends; each piece knows every claim that covers it. A claim's number
stands where its first run begins, so that claims that share words can each be followed.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comity.model.claim import Claim, Span
from comity.publishing.markup import Markup, join, tag


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
    text: str, claims: Sequence[Claim], unread: Iterable[Span] = (), chosen: Iterable[Span] = ()
) -> Markup:
    """The text as markup: each marked piece leads to the claim with the fewest words, each number to its own.

    The first piece of `chosen` has the id `here`.
    """
    drawn: list[Markup | str] = []
    here = True
    for piece in pieces(len(text), claims, unread, chosen):
        words = text[piece.start : piece.end]
        numbers = [
            tag("a", index + 1, id=f"t-{claims[index].id}", href=f"#c-{claims[index].id}", class_="number")
            for index in piece.begins
        ]
        drawn.extend(numbers)
        if not piece.claims and not piece.unread and not piece.chosen:
            drawn.append(words)
            continue
        classes = " ".join(
            [
                *(["said", f"k-{claims[piece.claims[-1]].kind}"] if piece.claims else []),
                *(["several"] if len(piece.claims) > 1 else []),
                *(["unread"] if piece.unread else []),
                *(["chosen"] if piece.chosen else []),
            ]
        )
        name = "here" if piece.chosen and here else None
        here = here and not piece.chosen
        inner = (
            tag("a", words, href=f"#c-{claims[piece.claims[-1]].id}", tabindex=-1) if piece.claims else words
        )
        drawn.append(tag("mark", inner, class_=classes, id=name))
    return join(drawn)
