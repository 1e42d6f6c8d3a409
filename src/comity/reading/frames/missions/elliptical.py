"""Missions told by their state and town alone behind another's: "the A Embassy in P is there since 1972; B's in Q was
opened in 1974", "A has an embassy in P since 1975 and B one in Q since 1980".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.acts import ACTS
from comity.reading.frames.missions.drafts import begun
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit

_THERE = 2
"""Units of "in" and a town."""
_ENDS = frozenset({"mission", "clause", "actor", "state"})
"""What ends the words about such a mission."""


def further(sentence: Sentence, index: int, first: Draft) -> Iterator[Draft]:
    """The mission of another state that the sentence tells without its word behind the one at an index."""
    for i in range(index + 1, len(sentence.units)):
        if sentence.units[i].kind == "mission":
            return
        at = _leads_to_town(sentence, i)
        if at is None:
            continue
        owner, town = sentence.units[i], sentence.units[at]
        draft = _of(sentence, at, first, str(owner.value[0]), str(town.value.state), (owner, town))
        if draft is not None:
            yield draft
        return


def _leads_to_town(sentence: Sentence, index: int) -> int | None:
    """Where the town is of a mission whose state, "A's" or "A one", stands at an index."""
    units, words = sentence.units, sentence.language.words
    if units[index].kind != "state" or units[index].value[1] != "name":
        return None
    at = index + 1
    behind = units[at].kind == "poss" if at < len(units) else False
    one = at < len(units) and units[at].key in words["stands_for"]
    that = index > 1 and units[index - 1].value == "of" and units[index - 2].key in words["that_of"]
    at += behind or one
    if not (behind or one or that) or len(units) < at + _THERE:
        return None
    led = units[at].kind == "preposition" and units[at].value == "place"
    return at + 1 if led and units[at + 1].kind == "place" else None


def _of(
    sentence: Sentence, town: int, first: Draft, sending: str, receiving: str, told: tuple[Unit, Unit]
) -> Draft | None:
    """The claim of such a mission: what its own verb tells, else what was told of the one before."""
    units = sentence.units
    if sending == receiving or sending == first.slots["sending"]:
        return None
    act, date, verb = first.slots["act"], None, None
    for i in range(town + 1, len(units)):
        if units[i].kind in _ENDS or units[i].text == ";":
            break
        own = [ACTS[p] for p, _ in reading_of(sentence, i) if p in ACTS] if units[i].kind == "trigger" else []
        if own and verb is None:
            act, verb = own[0], units[i]
            if not is_fact(sentence, i):
                return None
        if units[i].kind == "date" and date is None:
            date = units[i]
    slots = {
        **first.slots, "sending": sending, "receiving": receiving, "act": act, "date": begun(date),
        "place": units[town].value.name,
    }  # fmt: skip
    words = run(sentence, [*told, verb, date])
    return Draft("mission", slots, [words, first.evidence[0]], list(first.why), 0.7)


__all__ = ["further"]
