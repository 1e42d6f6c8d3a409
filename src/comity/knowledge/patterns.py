"""Phrases of the word lists written once for many: "take up (his|her|the) (post|posting)" stands for six.

Brackets hold alternatives set apart by `|`, one of which may be empty; they do not nest. Every mix of them is
a phrase of its own.
"""

from __future__ import annotations

import itertools
import re

_CHOICE = re.compile(r"\(([^()]*)\)")


def phrases(pattern: str) -> list[str]:
    """Every phrase that a pattern stands for, in the order of its alternatives; itself where it has no brackets."""
    if "(" not in pattern:
        return [pattern]
    parts = [part.split("|") for part in _CHOICE.split(pattern)]
    return [" ".join("".join(chosen).split()) for chosen in itertools.product(*parts)]
