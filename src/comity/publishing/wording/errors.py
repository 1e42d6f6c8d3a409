"""What errors say, in the language of whoever caused them.

The program's own errors are English lines of a problem and a remedy; `errors.toml` has each as a template with numbered
places, and its Russian. What is not there is told in English rather than not at all.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from comity.knowledge import base_of

_LINE = re.compile(r"(.+?): (.+); (.+)", re.DOTALL)
_PLACE = re.compile(r"\{(\d)\}")


def message(error: Exception, lang: str) -> str:
    """An error as one line: what is wrong and the remedy, with its file where it names one."""
    problem, remedy = getattr(error, "problem", None), getattr(error, "remedy", None)
    if base_of(lang) == "en" or not isinstance(problem, str) or not isinstance(remedy, str):
        return " ".join(str(error).split())
    path = getattr(error, "path", None)
    said, then = told(problem, lang), told(remedy, lang)
    line = f"{path}: {said}; {then}" if path is not None else f"{said}. {then}" if then else said
    return " ".join(line.split())


def told(said: str, lang: str) -> str:
    """A problem, a remedy or a line of the command line's library, in a language."""
    if base_of(lang) == "en":
        return said
    if said in _templates():
        return _templates()[said]
    for pattern, template in _patterns():
        if found := pattern.fullmatch(said):
            # What stands in a place may be a message itself: "Invalid value for '--pages': 0 is not in the range …".
            return template.format(*(told(one, lang) for one in found.groups()))
    return said


def line(said: str, lang: str) -> str:
    """A line of a document that could not be read, `name: problem; remedy`, in a language."""
    found = _LINE.fullmatch(said) if base_of(lang) != "en" else None
    return f"{found[1]}: {told(found[2], lang)}; {told(found[3], lang)}" if found else said


@functools.cache
def _templates() -> dict[str, str]:
    data = resources.files("comity.publishing.wording").joinpath("errors.toml").read_text(encoding="utf-8")
    return {english: russian for table in tomllib.loads(data).values() for english, russian in table.items()}


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Templates with places, those with the most words of their own first."""
    placed = [(english, russian) for english, russian in _templates().items() if _PLACE.search(english)]
    placed.sort(key=lambda one: -len(_PLACE.sub("", one[0])))
    return tuple((_pattern(english), russian) for english, russian in placed)


def _pattern(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    return re.compile(
        "".join("(.*)" if place % 2 else re.escape(part) for place, part in enumerate(parts)), re.DOTALL
    )
