"""What frames draft of a sentence, each woken by a unit of it; and which sentences might tell more than they did."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.order import FRAMES
from comity.reading.language import Language
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit

_ASKING = 3
"""How many words of a question its pronoun or auxiliary is among."""
_POSTED = frozenset({"relations", "mission"})
"""Kinds of unit that are between two states though none is named."""
_LED_IN = 60
"""Signs of a sentence within which a colon leads in what is asked."""

Frame = Callable[[Sentence, int, Context], Iterable[Draft]]
"""What a frame drafts of a sentence from the unit that woke it."""


def _woken(prefix: str) -> dict[str, tuple[Frame, ...]]:
    table: dict[str, tuple[Frame, ...]] = {}
    for frame in FRAMES:
        for start in frame.STARTS:
            if start.startswith(prefix):
                name = start.removeprefix(prefix)
                table[name] = (*table.get(name, ()), frame.read)
    return table


_BY_KIND = _woken("")
_BY_PREDICATE = _woken("trigger:")
"""The frames that a kind of unit, and that a predicate wakes."""
_OF_ITEMS = _BY_KIND.get("item", ())
"""The frames that an item of a list wakes by itself."""


def drafted(sentence: Sentence, context: Context) -> list[Draft]:
    """What the frames draft that the units of a sentence wake."""
    found: list[Draft] = []
    if sentence.block.kind == "item" and sentence.units:
        for frame in _OF_ITEMS:
            found.extend(frame(sentence, 0, context))
    for index, unit in enumerate(sentence.units):
        kind = unit.kind
        if kind == "trigger":
            for predicate, _ in reading_of(sentence, index):
                for frame in _BY_PREDICATE.get(predicate, ()):
                    found.extend(frame(sentence, index, context))
        elif kind in _BY_KIND:
            for frame in _BY_KIND[kind]:
                found.extend(frame(sentence, index, context))
    return found


def asks(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a sentence asks, and so tells nothing; one that only doubts a date ("opened in 1974?") does not."""
    if text[end - 1] != "?":
        return False
    asked = text[start:end]
    opening = asked.find(":") + 1
    head = asked[opening if opening < _LED_IN else 0 :].split()[:_ASKING]
    asking = language.words["asking"]
    return any(language.key(word.strip('«"“,')) in asking for word in head)


def untold(sentence: Sentence, context: Context) -> tuple[str, ...]:
    """The words of a sentence without drafts by which it seems to tell something between two states."""
    units = sentence.units
    if not _concerns_two(units, context):
        return ()
    return tuple(unit.text for i, unit in enumerate(units) if unit.kind == "trigger" and is_fact(sentence, i))


def _concerns_two(units: Sequence[Unit], context: Context) -> bool:
    """Whether a sentence could tell something between two states: the two that the page or its row is about, the
    page's own and another, or two that it names itself.
    """
    named: set[str | None] = set()
    actors = posts = False
    for unit in units:
        kind = unit.kind
        if kind == "state":
            named.add(unit.value[0])
        elif kind == "actor":
            actors = True
            named.update((unit.value.state, unit.value.to))
        elif kind in _POSTED:
            posts = True
    named.discard(None)
    if context.pair():
        return bool(named or actors or posts)
    return posts or len(named | ({context.home} - {None})) > 1
