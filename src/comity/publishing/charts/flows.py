"""What a figure of trade is of, whoever reports it, and its colour: the same on the site, in a brief and on paper."""

from __future__ import annotations

from comity.model.claim import State, Trade

Flow = tuple[int, State]
"""The goods that one state sends to the other (0, by the sender), the turnover (1), a balance (2, by whose it is)."""

COLOURS = ("#1f4e79", "#b8812a", "#5d8140", "#a0587a", "#4b8289")
"""Goods of the first state of a dyad, goods of the second, turnover, balance of the first, of the second.

The style sheet has the same on a light ground (`--c1` and so on). The first two, which stand side by side most, are
told apart in grey as well, which an office's printer makes of them.
"""


def of_figure(slots: Trade, dyad: tuple[State, ...]) -> Flow:
    """What a figure is of: an export of one is the other's import."""
    a, b = slots.reporter, slots.partner
    if a is None and b in dyad:
        a = next((one for one in dyad if one != b), None)
    elif b is None and a in dyad:
        b = next((one for one in dyad if one != a), None)
    match slots.flow:
        case "export":
            return (0, a or "")
        case "import":
            return (0, b or "")
        case "balance":
            return (2, a or "")
    return (1, "")


def colour(flow: Flow, dyad: tuple[State, ...]) -> int:
    """The place of a flow's colour in `COLOURS`, whatever other flows a chart has."""
    sort, state = flow
    second = len(dyad) > 1 and state == dyad[1]
    return {0: 0, 1: 2, 2: 3}[sort] + (second if sort != 1 else 0)


def reporter(slots: Trade, dyad: tuple[State, ...]) -> int:
    """Whose figure it is: 1 or 2 for a state of the dyad, 0 for another's or nobody's."""
    return dyad.index(slots.reporter) + 1 if slots.reporter in dyad else 0


def lighter(shade: str) -> str:
    """A colour as figures of the second reporter have it where nothing can be striped."""
    parts = (int(shade[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * 0.45):02x}" for part in parts)
