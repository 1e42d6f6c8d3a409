"""The spellings of people's names that documents give in the script of a page.

A page knows the names of its own claims; a register knows those of all its documents. Whoever has a register open lends
its spellings here (`lent`), so that no sentence, list or sheet transcribes a name that a document writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from comity.knowledge import interface_language
from comity.model.claim import State
from comity.publishing.wording import transliteration

Spellings = Mapping[str, tuple[tuple[State, str], ...]]
"""Names of another script, each with whose it is (empty where nobody tells) and how documents of this one write it."""
Lender = Callable[[str], Spellings]
"""What gives the spellings for a language."""

_LENDER: ContextVar[Lender | None] = ContextVar("lender", default=None)


@contextmanager
def lent(lender: Lender | None) -> Iterator[None]:
    """Within it, names are written as `lender` knows them; with none by rule alone."""
    token = _LENDER.set(lender)
    try:
        yield
    finally:
        _LENDER.reset(token)


def given(written: str, lang: str, of: State | None) -> str | None:
    """How documents write a name in the script of a language; `None` where none does, or people of one name differ."""
    lender = _LENDER.get()
    if lender is None:
        return None
    known = lender(lang).get(written, ())
    # Of namesakes the one of that state is meant.
    mine = [best for home, best in known if home == of] or [best for home, best in known if not (home and of)]
    return mine[0] or None if len(set(mine)) == 1 else None


def of_people(people: Iterable[tuple[State, Iterable[str]]], lang: str) -> Spellings:
    """The spellings for a language, from people with their state and all their names.

    Somebody of whom documents write no such spelling is told too where another has the same name, so that nobody gets
    another's.
    """
    wanted = interface_language(lang).script
    found: dict[str, dict[tuple[State, str], None]] = {}
    without: list[tuple[State, str]] = []
    for home, names in people:
        scripts = {name: transliteration.script(name) for name in names}
        own = [name for name, script in scripts.items() if script == wanted]
        others = [name for name, script in scripts.items() if script and script != wanted]
        if not own:
            without += [(home, name) for name in others]
            continue
        for name in others:
            found.setdefault(name, {})[home, best(own)] = None
    for home, name in without:
        if name in found:
            found[name][home, ""] = None
    return {name: tuple(told) for name, told in found.items()}


def best(own: Iterable[str]) -> str:
    """Of spellings of one person that which is told: the fullest."""
    return max(own, key=lambda one: (len(one), one))
