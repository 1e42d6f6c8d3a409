"""What sentences and tables of trade share: flows, units of figures, whose figures they are."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from comity.reading.amounts import Amount, find_amounts
from comity.reading.discourse import Context
from comity.reading.units import Unit

FLOWS = ("turnover", "balance", "export", "import")
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def flow_of(unit: Unit) -> str | None:
    """The flow that a trigger names."""
    if unit.kind != "trigger":
        return None
    predicates = {predicate for predicate, _ in unit.value}
    return next((flow for flow in ("balance", "export", "import", "turnover") if flow in predicates), None)


@functools.lru_cache(maxsize=512)
def scale_of(text: str, language: str) -> Amount | None:
    """What a 1 would be worth under a heading: "(US$ Mn)", "Trade, thousand US dollars:", "USD mln.:"."""
    pieces = [match.group(1) for match in _BRACKET.finditer(text)]
    pieces += [piece for piece in re.split(r"[,:;()]", text) if piece.strip()][::-1]
    best: Amount | None = None
    for piece in pieces:
        if any(sign.isdigit() for sign in piece):
            continue  # a figure, not the unit of figures
        words = piece.strip(" :.").split()[-4:]
        for start in range(len(words)):
            tail = words[start:]
            for probe in (
                f"1 {' '.join(tail)}",
                f"{tail[0]} 1 {' '.join(tail[1:])}".strip(),
                f"{tail[0]}1 {' '.join(tail[1:])}".strip(),
            ):
                for found in find_amounts(probe, 0, len(probe), language):
                    if found.kind == "money" and (best is None or found.value > best.value):
                        best = found
        if best is not None:
            return best
    return best


def stated_source(units: Sequence[Unit], words: frozenset[str]) -> str | None:
    """The state of a source named behind the word: "(Source: Customs of A)"."""
    for i, unit in enumerate(units):
        if unit.key in words or (unit.kind == "preposition" and unit.value == "source-of"):
            for other in units[i + 1 : i + 6]:
                state = (
                    other.value[0]
                    if other.kind == "state"
                    else getattr(other.value, "state", None)
                    if other.kind == "organisation"
                    else None
                )
                if state:
                    return str(state)
    return None


def times(value: float, scale: float) -> int | float:
    product = round(value * scale, 2)
    return int(product) if product == int(product) else product


def other_side(context: Context, reporter: str | None) -> str | None:
    """The partner where the words name none: the other state of the document."""
    if reporter is not None:
        return context.counterpart(reporter)
    pair = context.pair()
    if pair is None:
        return None
    return pair[1] if pair[0] == context.home or context.home not in pair else pair[0]
