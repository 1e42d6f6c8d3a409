"""Where a news item is told from: the state of the capital in its dateline."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from comity.reading.discourse import Context
from comity.reading.layout.block import Block
from comity.reading.metonymy import capital_of
from comity.reading.units import Unit

_BLOCKS = 4
_ARTICLE = 12_000
"""Signs of a document that may be a news item."""
_HEAD = 48
"""Signs of a block within which a dateline stands."""
_LED_IN = re.compile(
    r"(?P<town>[A-ZА-ЯЁ][^\W\d_]+(?:[ -][A-ZА-ЯЁ][^\W\d_]+)?)"
    r"(?:,? (?P<agency>[(/][^()/\n]{2,30}[)/])|(?P<day>[,.] ?(?:[A-Z][a-z]+ )?\d)|(?P<colon> ?: )|(?P<dash> ?[–—] ))"
)


def settle_seat(
    context: Context, text: str, blocks: Sequence[Block], units_of: Callable[[str], Sequence[Unit]]
) -> None:
    """Tells a context the state of a news item's dateline; an agency's makes a text news of mostly that state."""
    if len(text) > _ARTICLE:
        return
    context.seat, told_by_agency = seat(text, blocks, units_of)
    context.news = context.news or told_by_agency
    context.of_two = context.of_two or told_by_agency


def seat(
    text: str, blocks: Sequence[Block], units_of: Callable[[str], Sequence[Unit]]
) -> tuple[str | None, bool]:
    """The state of the capital at the head of one of the first blocks ("Oslo (Agency) –", "OSLO:", «Осло, 3 мая»), and
    whether it stands there as only news have it: in capitals, or before an agency.
    """
    for block in blocks[:_BLOCKS]:
        if block.kind not in ("paragraph", "heading"):
            continue
        led_in = _LED_IN.match(text, block.start, min(block.end, block.start + _HEAD))
        if led_in is None or not (
            led_in["town"].isupper() or led_in["agency"] or led_in["day"] or led_in["colon"]
        ):
            continue
        units = units_of(led_in["town"].title() if led_in["town"].isupper() else led_in["town"])
        state = capital_of(units[0]) if len(units) == 1 else None
        if state is not None:
            return state, led_in["town"].isupper() or bool(led_in["agency"])
    return None, False
