"""What the rules take from the program's knowledge: names and years of states."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from comity.checking.wording import interrupted
from comity.knowledge import base_of
from comity.knowledge.files import HOME
from comity.knowledge.lexicon import StateNames, state_rows
from comity.knowledge.states import states
from comity.model.edtf import Date

_REPUBLIC = ("ssr", "сср")
"""How the names of the republics of the Soviet Union, and its own, are abbreviated."""


@cache
def _rows(lang: str) -> dict[str, StateNames]:
    # Only the table of states: the whole lexicon takes longer to read than all rules to run.
    return state_rows(HOME / lang / "states.tsv", lang)


@cache
def _names(lang: str) -> dict[str, str]:
    return {code: names.short for code, names in _rows(lang).items()}


def state_name(code: str, lang: str) -> str:
    """A state's usual name in a language; the code itself where there is no state of that code."""
    return _names(base_of(lang)).get(code, code)


def existed(code: str, date: Date) -> bool:
    """Whether a state can have existed at a date; what is unknown speaks against nothing."""
    return states().exists_on(code, date)


def one_life(code: str, one: Date, other: Date) -> bool:
    """Whether a state that existed at both dates can have existed from one to the other with no break; true where
    it did not exist at one of them.

    A state that was occupied or ceased to exist and was restored took up its relations anew.
    """
    state = states().get(code)
    if state is None or not (state.exists_on(one) and state.exists_on(other)):
        return True
    if state.exists and not any(life.overlaps(one) and life.overlaps(other) for life in state.exists):
        return False
    gap = interrupted().get(code)
    return gap is None or not (
        (one.before(gap) and other.after(gap)) or (other.before(gap) and one.after(gap))
    )


def state_years(code: str) -> str:
    """The years of a state's existence as EDTF intervals, separated by commas; empty where unknown."""
    state = states().get(code)
    return ", ".join(str(interval) for interval in state.exists) if state is not None else ""


def succeeds(code: str, date: Date, text: str) -> bool:
    """Whether it is custom to speak of a state at a date at which it did not exist.

    So it is of states that were restored, between their two lives; of states that are not generally
    recognised; and where the words themselves name the predecessor.
    """
    state = states().get(code)
    if state is None or state.kind not in ("member", "former"):
        return True
    lives = state.exists
    if len(lives) > 1 and lives[0].before(date) and lives[-1].after(date):
        return True
    return _named((*state.predecessors, *state.successors), text)


def names_vanished(code: str, text: str) -> bool:
    """Whether words name a predecessor or successor of a state that is no more, as East Germany."""
    state = states().get(code)
    kin = (*state.predecessors, *state.successors) if state is not None else ()
    return _named([other for other in kin if (known := states().get(other)) and known.former], text)


def of_others(sides: Collection[str], sentence: str) -> bool:
    """Whether a sentence names a state, or an organisation that states conclude agreements with, and does not name all
    of some states: then it is more likely about other parties.
    """
    if all(_called(code).search(sentence) for code in sides):
        return False
    low = f" {sentence.casefold()}"
    return any(name in low for name in _organisations()) or any(
        not _beginnings()[found] <= set(sides) for found in _any_state().findall(low)
    )


@cache
def _beginnings() -> dict[str, frozenset[str]]:
    """How the longer names of states begin, in any case of their language, with the states that are called so."""
    found: dict[str, set[str]] = {}
    for lang in ("en", "ru"):
        for code, name in _names(lang).items():
            if len(name) >= 5:
                found.setdefault(name.casefold()[: max(5, len(name) - 2)], set()).add(code)
    return {begins: frozenset(codes) for begins, codes in found.items()}


@cache
def _any_state() -> re.Pattern[str]:
    begins = sorted(_beginnings(), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, begins))})")


@cache
def _called(code: str) -> re.Pattern[str]:
    """All that a state is called by, its adjectives too, in either language."""
    words: set[str] = set()
    for lang in ("en", "ru"):
        row = _rows(lang).get(code)
        if row is not None:
            words |= {row.short, row.official, *row.names, *row.cases, *row.official_cases, *row.people}
            # A Russian adjective stands in the nominative; its endings are many.
            words |= {word[:-2] if lang == "ru" else word for word in row.adjectives}
    found = "|".join(re.escape(word) for word in sorted(words or {code}, key=lambda one: (-len(one), one)))
    return re.compile(rf"(?<!\w)(?:{found})")


@cache
def _organisations() -> tuple[str, ...]:
    """The European Union and its predecessors: what is concluded with them is taken for a state's most often."""
    return (" european union", " the eu ", " european communit", " европейск", " евросоюз", " ес ")


def _named(codes: Collection[str], text: str) -> bool:
    words = text.casefold()
    if "SUHH" in codes and any(part in words for part in _REPUBLIC):
        return True
    return any(
        _names(lang).get(code, code).casefold()[:6] in words for code in codes for lang in ("en", "ru")
    )
