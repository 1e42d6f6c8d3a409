"""Small helpers that the sentences of all languages share."""

from __future__ import annotations

from collections.abc import Iterable

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


def noted(said: str, notes: Iterable[tuple[str, str | None]]) -> str:
    """A sentence with further things told behind it: "….  Occasion: …; subject: …."."""
    told = [f"{name}: {value}" for name, value in notes if value]
    if not told:
        return said
    told[0] = told[0][:1].upper() + told[0][1:]
    return f"{said.rstrip('.')}. {'; '.join(told)}"
