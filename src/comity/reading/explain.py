"""The way from words to a claim, step by step, for a reader who does not program."""

from __future__ import annotations

import msgspec

from comity.model.claim import Claim, Span
from comity.model.document import Document
from comity.reading.cascade import Reader
from comity.reading.digests import items
from comity.reading.sentence import Sentence, is_fact, reading_of, voice
from comity.reading.units import Unit

_PLAIN = frozenset(
    {"word", "punct", "number", "determiner", "and", "be", "have", "modal", "pronoun", "poss", "clause"}
)


class Step(msgspec.Struct, frozen=True):
    """One phrase of the sentence as reading saw it: the words, what they were taken for, and their role."""

    words: str
    span: Span
    taken_for: str
    role: str = ""


def steps(document: Document, claim: Claim) -> list[Step]:
    """The phrases of the sentence that made a claim, in order; empty where the document does not make the claim."""
    offset, sentence = _sentence(document, claim)
    if sentence is None:
        return []
    return [
        Step(
            unit.text, (unit.start + offset, unit.end + offset), _taken_for(sentence, index, unit), unit.mark
        )
        for index, unit in enumerate(sentence.units)
        if unit.kind not in _PLAIN
    ]


def _sentence(document: Document, claim: Claim) -> tuple[int, Sentence | None]:
    """The sentence of a claim, and where the item of a digest begins in which it stands."""
    start = claim.evidence[0][0]
    offset, item = next(one for one in reversed(items(document)) if one[0] <= start)
    reader = Reader(item)
    found: list[Sentence] = []
    reader.watch = found.append
    reader.run()
    start -= offset
    return offset, next((sentence for sentence in found if sentence.start <= start < sentence.end), None)


def _taken_for(sentence: Sentence, index: int, unit: Unit) -> str:
    value = unit.value
    if unit.kind == "trigger":
        predicates = (
            ", ".join(dict.fromkeys(predicate for predicate, _ in reading_of(sentence, index)))
            or "nothing here"
        )
        told = "" if is_fact(sentence, index) else ", not told as a fact"
        return f"act: {predicates} ({voice(sentence, index)}{told})"
    if unit.kind == "state":
        return f"state {value[0]} ({value[1]})"
    if unit.kind == "dyad":
        return f"states {' and '.join(value)}"
    if unit.kind == "place":
        return f"place {value.name} ({value.state})"
    if unit.kind == "actor":
        side = f", of {value.state}" if value.state else ""
        return f"person: {value.person}{side}"
    if unit.kind == "date":
        return f"date {value.date}"
    if unit.kind == "amount":
        return f"{value.kind} {value.value}" + (f" {value.currency}" if value.currency else "")
    if unit.kind == "preposition":
        return f"marks what follows as {value}"
    if unit.kind in ("body", "event", "organisation"):
        return f"{unit.kind}: {getattr(value, 'name', value)}"
    return f"{unit.kind} {value}" if isinstance(value, str) and value != unit.text else unit.kind
