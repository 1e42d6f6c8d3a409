"""What the rules take from the program's knowledge: names and years of states, their capitals."""

from __future__ import annotations


def state_name(code: str, lang: str) -> str:
    return code
