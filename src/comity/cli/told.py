"""What claims say, in the words that the site and the dossier use, in the language of the command line.

What is for programs (JSON, CSV, `comity review edit`) keeps the names of `docs/claims.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from comity.cli import output
from comity.cli.words import language, say
from comity.tables import plain

if TYPE_CHECKING:
    from comity.model.claim import Claim, Slots


def kind(name: str) -> str:
    """A kind of claim: "visit", «визит»."""
    from comity.publishing.tables import kind_name

    return kind_name(name, language())


def slots(values: Slots) -> str:
    """The filled slots on one line: "from: Kazakhstan; to: Israel; date: April 2000"."""
    from comity.publishing.tables import slots_said

    return slots_said(values, language())


def changed(before: Slots, after: Slots) -> str:
    """The slots in which two values of one kind differ."""
    from comity.publishing.tables import slots_changed

    return slots_changed(before, after, language())


def claim(one: Claim) -> str:
    """A claim on one line, its kind first."""
    return f"{kind(one.kind)}: {slots(one.slots)}"


def slot_by_slot(values: Slots) -> list[str]:
    """Each filled slot with the machine's names in square brackets: "home state [home]: Israel [ISR]"."""
    from comity.model.claim import kind_of, slot_values
    from comity.publishing.tables import shown, slot_name

    lang, kind_ = language(), kind_of(values)
    return [
        f"{beside(slot_name(name, lang, kind_), name)}: {beside(shown(value, name, lang, kind_), plain(value))}"
        for name, value in slot_values(values).items()
    ]


def beside(said: str, machine: str) -> str:
    """Words with the machine's name for the same thing, where that is another."""
    return said if said == machine else f"{said} [{machine}]"


def quoted(words: str) -> str:
    """Words of a document in the quotation marks of the language."""
    return say("quoted", words=words)


def explain_marks(lines: Iterable[str]) -> None:
    """What the mark behind a name means, on stderr, where a name of the lines was put into another script by rule."""
    from comity.publishing.wording import text
    from comity.publishing.wording.names import MARK

    if any(MARK in line for line in lines):
        output.tell(text("name.generated", language()))
