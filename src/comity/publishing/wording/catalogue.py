"""The catalogue of a language's texts, from `<language>.toml` beside this module."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable
from importlib import resources

import msgspec

from comity.knowledge import base_of, interface_language
from comity.publishing.wording import pseudo


class Catalogue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Texts by key, names of what a sentence tells behind itself, and counted texts by CLDR's plural
    category.
    """

    texts: dict[str, str]
    labels: dict[str, str]
    plurals: dict[str, dict[str, str]]

    def changed(self, change: Callable[[str], str]) -> Catalogue:
        """The catalogue with a change made to every text; keys and categories stay."""
        return Catalogue(
            texts={key: change(text) for key, text in self.texts.items()},
            labels={key: change(text) for key, text in self.labels.items()},
            plurals={
                key: {category: change(text) for category, text in forms.items()}
                for key, forms in self.plurals.items()
            },
        )


@functools.cache
def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language; `FileNotFoundError` where there is none."""
    if generated := interface_language(lang).generated:
        return catalogue(base_of(lang)).changed(pseudo.CHANGES[generated])
    data = resources.files("comity.publishing.wording").joinpath(f"{lang}.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(data), Catalogue)
