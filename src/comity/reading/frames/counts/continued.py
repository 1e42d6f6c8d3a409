"""Counts that go on with one told before: "the second are investors of B, with 80 companies", "such firms: 192"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import in_class, states_told
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_NEAR = 400
"""Characters behind a count within which another may go on with it."""


class Counted:
    """What a count told last: the word of the things, where the words end, the host and both states."""

    __slots__ = ("end", "head", "host", "parties")

    def __init__(self, head: str, end: int, host: str, parties: tuple[str, ...]) -> None:
        self.head, self.end, self.host, self.parties = head, end, host, parties


def remember(
    sentence: Sentence, clause: range, head: Unit, parties: tuple[str, ...], context: Context
) -> None:
    """Keeps a count of companies between two states, in one of which they stand, for those that go on with it."""
    if len(parties) != 2 or not in_class(head, sentence, "company"):
        return
    units = sentence.units
    placed = {str(units[i].value[0]) for i in clause if units[i].kind == "state" and units[i].mark == "place"}
    hosts = placed & set(parties)
    if len(hosts) == 1:
        context.counted = Counted(head.key, head.end, hosts.pop(), parties)


def continued(sentence: Sentence, head: Unit, told: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The two states of companies told with one alone, or with none in a clause "which …", where a count before tells
    in which state they stand; what was told where nothing goes on."""
    last: Counted | None = context.counted
    if last is None or not 0 <= head.start - last.end < _NEAR or len(told) > 1:
        return told
    if not in_class(head, sentence, "company"):
        return told
    named = told or states_told(sentence, range(sentence.index(head)))
    if len(named) != 1 or named[0] == last.host or _placed(sentence, named[0]):
        return told
    last.end = head.end
    return (last.host, named[0])


def _placed(sentence: Sentence, state: str) -> bool:
    """Whether a state is told as the place: what stands in it is counted anew."""
    return any(
        unit.kind == "state" and unit.value[0] == state and unit.mark == "place" for unit in sentence.units
    )


def such(sentence: Sentence, group: list[Unit], context: Context) -> tuple[Unit, tuple[str, ...]] | None:
    """The things and both states of "the number of such firms" behind a count of firms; none without such a word."""
    last: Counted | None = context.counted
    if last is None or not any(unit.key in sentence.language.words["such"] for unit in group):
        return None
    head = next((unit for unit in group if in_class(unit, sentence, "company")), None)
    if head is None or not 0 <= head.start - last.end < _NEAR:
        return None
    return head, last.parties
