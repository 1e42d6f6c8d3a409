"""The catalogue of a language's texts, from `<language>.toml` beside this module."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import msgspec

from comity.knowledge import base_of, interface_language


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts by key, names of what a sentence tells behind itself, and counted texts by CLDR's plural
    category.
    """

    texts: dict[str, str]
    labels: dict[str, str]
    plurals: dict[str, dict[str, str]]


@functools.cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language; `FileNotFoundError` where there is none."""
    if generated := interface_language(lang).generated:
        from comity.publishing.wording.pseudo import CHANGES, generate

        return generate(catalogue(base_of(lang)), CHANGES[generated])
    data = resources.files("comity.publishing.wording").joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), Catalogue)
