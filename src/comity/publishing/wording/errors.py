"""What errors say, in the language of whoever caused them.

The program's own errors are English lines of a problem and a remedy; `errors.toml` has each as a template with numbered
places, and its Russian. What is not there is told in English rather than not at all.
"""

from __future__ import annotations

import re

from comity.knowledge import base_of
from comity.publishing.wording import templates

_LINE = re.compile(r"(.+?): (.+); (.+)", re.DOTALL)


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
    known = templates.found(said, "errors.toml")
    if known is None:
        return said
    template, places = known
    # What stands in a place may be a message itself: "Invalid value for '--pages': 0 is not in the range …".
    return template.format(*(told(one, lang) for one in places)) if places else template


def line(said: str, lang: str) -> str:
    """A line of a document that could not be read, `name: problem; remedy`, in a language."""
    found = _LINE.fullmatch(said) if base_of(lang) != "en" else None
    return f"{found[1]}: {told(found[2], lang)}; {told(found[3], lang)}" if found else said
