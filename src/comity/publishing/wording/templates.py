"""Lines of the program told in another language: templates in English with numbered places, and what each becomes.

A file of templates (`errors.toml`, `reasons.toml`) has tables of English lines as keys, each with its translation. Its
places may name a form, as `{0:date}`, for whoever fills them.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

PLACE = re.compile(r"\{(\d)\}")


@functools.cache
def templates(file: str) -> dict[str, str]:
    """The lines of a file with their translations."""
    return {english: told for lines in _tables(file).values() for english, told in lines.items()}


def table(file: str, name: str) -> dict[str, str]:
    """The lines of one table of a file with their translations."""
    return _tables(file)[name]


@functools.cache
def _tables(file: str) -> dict[str, dict[str, str]]:
    data = resources.files("comity.publishing.wording").joinpath(file).read_text(encoding="utf-8")
    return tomllib.loads(data)


def found(said: str, file: str) -> tuple[str, tuple[str, ...]] | None:
    """The translation of a line's template, with what stands in its places; `None` for a line that is not there."""
    if said in templates(file):
        return templates(file)[said], ()
    for pattern, template in _patterns(file):
        if match := pattern.fullmatch(said):
            return template, match.groups()
    return None


@functools.cache
def _patterns(file: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Templates with places, those with the most words of their own first."""
    placed = [(english, told) for english, told in templates(file).items() if PLACE.search(english)]
    placed.sort(key=lambda one: -len(PLACE.sub("", one[0])))
    return tuple((_pattern(english), told) for english, told in placed)


def _pattern(english: str) -> re.Pattern[str]:
    parts = PLACE.split(english)
    return re.compile(
        "".join("(.*)" if place % 2 else re.escape(part) for place, part in enumerate(parts)), re.DOTALL
    )
