"""What a finding says, in every language of the interface: templates are data in
`messages/<language>.toml`.
"""

from __future__ import annotations

import string
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from comity.checking import shown
from comity.checking.registry import SECTIONS, rule
from comity.checking.wording import interface
from comity.knowledge import base_of, offered
from comity.knowledge.languages import languages
from comity.model.record import Finding

LANGUAGES = offered()


@cache
def texts(lang: str) -> dict[str, dict[str, Any]]:
    """The texts of all rules in a language: title, message (or messages by form), for other languages
    than English
    also the documentation. `ValueError` for a language that there is none of."""
    lang = base_of(lang) if lang in languages() else lang
    if lang not in LANGUAGES:
        raise ValueError(f"no messages in {lang!r}: there are {', '.join(LANGUAGES)}")
    data = resources.files("comity.checking").joinpath("messages", f"{lang}.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def templates(code: str, lang: str) -> dict[str, str]:
    """The message templates of a rule by form; a rule with one message has the form `""`."""
    written = texts(lang)[code]["message"]
    return dict(written) if isinstance(written, dict) else {"": str(written)}


def message(finding: Finding, lang: str = "en") -> str:
    """One paragraph that says what was found, with both sides' words."""
    form = finding.values.get("form", "")
    return _Formatter(lang).vformat(templates(finding.code, lang)[form], (), finding.values)


def title(code: str, lang: str = "en") -> str:
    """A rule's title: a short sentence that says what is wrong."""
    return str(texts(lang)[code]["title"])


def documentation(code: str, lang: str = "en") -> dict[str, str]:
    """The sections of a rule's documentation by their English names, in a language."""
    if base_of(lang) == "en":
        return dict(rule(code).doc)
    written = texts(lang)[code]
    return {
        name: str(written[key])
        for name, key in zip(SECTIONS, ("what", "why", "example", "remedy", "misses"), strict=True)
    }


def explain(code: str, lang: str = "en") -> str:
    """A rule's whole documentation as plain text; `KeyError` for an unknown code."""
    one = rule(code)
    parts = [
        f"{one.code} {one.name} ({interface()[base_of(lang)]['severities'][one.severity]})",
        title(one.code, lang),
    ]
    said = documentation(one.code, lang)
    headings = zip(interface()[base_of(lang)]["headings"], SECTIONS, strict=True)
    parts.extend(f"{heading}\n{_indent(said[name])}" for heading, name in headings)
    return "\n\n".join(parts)


def _indent(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


_LATER: dict[int | str, str] = {"gap": "untold", "body": ""}
"""What stands for values that findings did not always have."""


class _Formatter(string.Formatter):
    """Fills a template; `{value:date}` and the like write a value in the reader's language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        # A register may still hold findings from before messages had these.
        return kwargs.get(key, _LATER[key]) if key in _LATER else super().get_value(key, args, kwargs)

    def format_field(self, value: Any, format_spec: str) -> str:
        return shown.show(str(value), format_spec, self.lang)
