"""Lists of posts: items that are nothing but a town and the post there, "Nairobi (Embassy)"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence


def in_register(sentence: Sentence, index: int) -> bool:
    """Whether an item of a list of posts is nothing but a town and the post there: "Nairobi (Embassy)"."""
    units = sentence.units
    if (
        sentence.block.kind not in ("item", "cell")
        or index < 2
        or units[0].kind != "place"
        or len(units) > index + 2
    ):
        return False
    return all(
        unit.kind == "mission" or unit.kind == "and" or unit.text in ("(", ")", ",") for unit in units[1:]
    )


def registered(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    place = sentence.units[0]
    receiving = place.value.state
    if context.home is None or receiving == context.home or context.dyad is not None:
        return
    slots = {
        "sending": context.home,
        "receiving": receiving,
        "type": sentence.units[index].value,
        "act": "opened",
        "place": place.value.name,
    }
    yield Draft(
        "mission",
        slots,
        [(place.start, sentence.units[index].end)],
        ["mission: item of a list of posts"],
        0.7,
    )
