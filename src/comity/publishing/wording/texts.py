"""Small helpers that the sentences of all languages share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from comity.model.claim import State, Trade
from comity.model.edtf import Date
from comity.publishing import dates


def spaced(*parts: str | None) -> str:
    """The parts that say something, with one space between them."""
    return " ".join(part for part in parts if part)


def commas(*parts: str | None) -> str:
    """The parts that say something, with commas between them."""
    return ", ".join(part for part in parts if part)


def bracketed(text: str) -> str:
    """A text in brackets; nothing for nothing."""
    return f"({text})" if text else ""


def when(date: Date | None, lang: str) -> str:
    """A date as an adverbial; nothing for none."""
    return dates.when(date, lang) if date else ""


def label(date: Date | None, lang: str) -> str:
    """A date as a table writes it; nothing for none."""
    return dates.label(date, lang) if date else ""


def in_order(parties: tuple[State, ...], dyad: tuple[State, ...]) -> tuple[State, ...]:
    """The parties of a record, where they are those of the dossier in its order; its states where none are told."""
    return dyad if not parties or set(parties) == set(dyad) else parties


def goes_on(date: Date) -> bool:
    """Whether what began then is not told to have ended."""
    return date.is_interval and date.end is None


def sides_of_trade(trade: Trade, dyad: tuple[State, ...]) -> tuple[State | None, State | None]:
    """Who reports a flow, and of trade with whom: where one is not told, it is the other side of the dyad."""
    a, b = trade.reporter, trade.partner
    if a is None and b in dyad and len(dyad) == 2:
        a = next(one for one in dyad if one != b)
    elif b is None and a in dyad and len(dyad) == 2:
        b = next(one for one in dyad if one != a)
    return a, b


def noted(said: str, notes: Iterable[tuple[str, str | None]]) -> str:
    """A sentence with further things told behind it: "….  Occasion: …; subject: …."."""
    told = [f"{name}: {value}" for name, value in notes if value]
    if not told:
        return said
    told[0] = told[0][:1].upper() + told[0][1:]
    return f"{said.rstrip('.')}. {'; '.join(told)}"


_SOUNDED = re.compile(r"(?:[aeio]|hon(?:ou?r|est)|hour|heir)", re.IGNORECASE)
_AS_CONSONANT = re.compile(r"(?:eu|one\b|once\b|uni)", re.IGNORECASE)


def article(noun: str) -> str:
    """An English noun with its indefinite article, by how it sounds: "an embassy", "an honorary consulate"."""
    sounded = _SOUNDED.match(noun) and not _AS_CONSONANT.match(noun)
    return f"{'an' if sounded else 'a'} {noun}"


_WITH_THE = re.compile(
    r"(?:White House|Kremlin|Pentagon|Capitol|Vatican|[ÉE]lys[ée]e(?: Palace)?|Great Hall of the People|.+ Hotel)"
)


def located(place: str) -> str:
    """Where, in English, with the article of buildings that have one: "in Astana", "in the White House"."""
    return f"in the {place}" if _WITH_THE.fullmatch(place) else f"in {place}"
