"""The languages of pages, from `languages.toml`."""

from __future__ import annotations

import functools
import os
from typing import Literal

import msgspec

from comity.knowledge.files import HOME


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A language that a page can be in; the fields are told in the file."""

    name: str
    direction: Literal["ltr", "rtl"]
    script: Literal["latin", "cyrillic", "other"]
    locale: str
    base: str = ""
    generated: Literal["", "expanded", "mirrored"] = ""


@functools.cache
def languages() -> dict[str, Language]:
    """Every language by its code, in the order of the file; the first is that of who prefers none."""
    return msgspec.toml.decode((HOME / "languages.toml").read_bytes(), type=dict[str, Language])


def interface_language(code: str) -> Language:
    """The language of a code; `KeyError` for one that there is none of."""
    return languages()[code]


def base_of(code: str) -> str:
    """The language in whose sentences one is told: itself for most."""
    return languages()[code].base or code


def offered() -> tuple[str, ...]:
    """The languages that a reader can choose."""
    return tuple(code for code, one in languages().items() if not one.generated)


def answered() -> tuple[str, ...]:
    """The languages that a page can be asked for in: the offered ones, and with `COMITY_PSEUDO` the generated."""
    return tuple(languages()) if os.environ.get("COMITY_PSEUDO") else offered()
