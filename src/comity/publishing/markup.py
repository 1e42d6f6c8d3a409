"""HTML and SVG that cannot be injected into: every text is escaped unless this module made it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from comity.knowledge import base_of
from comity.publishing.wording.catalogue import catalogue
from comity.publishing.wording.names import MARK

# Bidirectional overrides and isolates can make a line read as what it does not say; other control characters
# have no business in a page. Both are shown for what they are.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\u061c\ud800-\udfff]"
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
_SAFE_LINK = re.compile(r"(?:https?://|/(?!/)|#|\?|\.{1,2}/|mailto:)", re.IGNORECASE)


class Markup(str):
    """Text that is markup already; only this module and callers that made all of it construct one."""

    __slots__ = ()

    def __html__(self) -> str:
        """The convention by which template engines know text that is escaped."""
        return self


Child = Markup | str | int | None | Iterable["Child"]


def visible(text: str) -> str:
    """A text with its control characters written out as `⟨U+202E⟩`."""
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", text)


def escape(text: str) -> Markup:
    """A text as markup: `<`, `>`, `&` and quotes escaped, control characters made visible."""
    return text if isinstance(text, Markup) else Markup(html.escape(visible(text), quote=True))


def join(*children: Child) -> Markup:
    """Children one after the other; texts are escaped, `None` is left out, iterables are flattened."""
    return Markup("".join(_flat(children)))


def _flat(children: Iterable[Child]) -> Iterable[str]:
    for child in children:
        if child is None:
            continue
        if isinstance(child, str):
            yield escape(child)
        elif isinstance(child, int):
            yield str(child)
        else:
            yield from _flat(child)


def tag(name: str, /, *children: Child, **attributes: str | int | float | bool | None) -> Markup:
    """An element. `class_` is the attribute class, `data_x` is data-x; `None` and `False` leave an attribute
    out.

    `href` values that are neither relative nor http(s) are left out.
    """
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        if key == "href" and not _SAFE_LINK.match(str(value)):
            continue
        parts.append(f" {key}" if value is True else f' {key}="{escape(str(value))}"')
    if name in _VOID:
        return Markup("".join(parts) + ">")
    return Markup("".join(parts) + ">" + join(*children) + f"</{name}>")


_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """The direction in which a language is written: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


# Words of scripts that are written from right to left, with what stands between them.
_BACKWARD = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[\s.,'’״׳\"-]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*"
)

_OTHER_SCRIPT = {
    "en": ("ru", re.compile(r"[а-яё][\w.'’-]*(?:[\s,«»–]+[а-яё][\w.'’-]*)*", re.IGNORECASE)),
    "ru": ("en", re.compile(r"[a-zà-ɏ][\w.'’&-]*(?:[\s,“”–]+[a-zà-ɏ][\w.'’&-]*)*", re.IGNORECASE)),
}
"""For each language of a page the other one, and how words in its script are found."""


def spoken(text: str, lang: str) -> Markup:
    """A text on a page in a language, with words in the other script marked as that language's, so that a
    reading voice changes with them, and names that were made for the page marked so.
    """
    other, pattern = _OTHER_SCRIPT[base_of(lang)]
    parts: list[Child] = []
    end = 0
    for found in pattern.finditer(text):
        parts += [_made(text[end : found.start()], lang), tag("span", found[0], lang=other)]
        end = found.end()
    return join(parts, _made(text[end:], lang))


def _made(said: str, lang: str) -> Markup:
    """A text in which the mark of names made by rule tells what it means, and words that are written from right to left
    stand by themselves, so that what is around them keeps its order.
    """
    mark = tag(
        "abbr", MARK, class_="generated", title=catalogue(lang).texts["name.generated"].lstrip(f"{MARK} ")
    )
    first, *rest = re.split(rf"(?<=[^\W\d_]){MARK}", said)
    return join(_apart(first), [join(mark, _apart(one)) for one in rest])


def _apart(said: str) -> Markup:
    parts: list[Child] = []
    end = 0
    for found in _BACKWARD.finditer(said):
        parts += [said[end : found.start()], tag("bdi", found[0], dir="rtl")]
        end = found.end()
    return join(parts, said[end:])
