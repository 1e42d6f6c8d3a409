"""What the rules take from the program's knowledge: names and years of states, their capitals."""

from __future__ import annotations

from comity.knowledge.states import states
from comity.model.edtf import Date


def state_name(code: str, lang: str) -> str:
    """A state's usual name in a language; the code itself where there is no state of that code."""
    return code


def existed(code: str, date: Date) -> bool:
    """Whether a state can have existed at a date; what is unknown speaks against nothing."""
    return states().exists_on(code, date)


def state_years(code: str) -> str:
    """The years of a state's existence as EDTF intervals, separated by commas; empty where unknown."""
    state = states().get(code)
    return ", ".join(str(interval) for interval in state.exists) if state is not None else ""
