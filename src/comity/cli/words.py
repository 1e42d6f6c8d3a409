"""Every text of the command line, in English and Russian, and which of them is spoken.

What a command was asked to speak decides, then `COMITY_LANG`, `LC_ALL`, `LC_MESSAGES` and `LANG`; English where none
says Russian.
"""

from __future__ import annotations

import os
from functools import cache

import click

from comity.cli.texts import en, ru

CATALOGUE: dict[str, dict[str, str]] = {"en": en.TEXTS, "ru": ru.TEXTS}


def speak(lang: str | None) -> None:
    """Have the command that runs tell everything in a language; `None` leaves it as it is."""
    if lang is not None:
        click.get_current_context().meta[__name__] = lang


def language() -> str:
    """The language of the command line: `en` or `ru`."""
    context = click.get_current_context(silent=True)
    return str(context.meta.get(__name__) or _surroundings()) if context is not None else _surroundings()


@cache
def _surroundings() -> str:
    for variable in ("COMITY_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "ru" if value.lower().startswith("ru") else "en"
    return "en"


def say(key: str, **values: object) -> str:
    """A text in the language of the command line, its places filled."""
    return CATALOGUE[language()][key].format(**values)


def plural(key: str, count: int) -> str:
    """A number with its noun: "1 claim", "5 утверждений". The forms stand in the catalogue, parted by `|`."""
    forms = CATALOGUE[language()][key].split("|")
    if language() == "ru":
        last, tens = count % 10, count % 100
        form = forms[0 if last == 1 and tens != 11 else 1 if 2 <= last <= 4 and not 12 <= tens <= 14 else 2]
    else:
        form = forms[0 if count == 1 else 1]
    return (
        f"{count:,} {form}" if language() == "en" else f"{count:,} {form}".replace(",", "\N{NO-BREAK SPACE}")
    )
