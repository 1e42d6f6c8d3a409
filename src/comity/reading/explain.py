"""The way from words to a claim, step by step, for a reader who does not program."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from comity.model.claim import Claim, Span
from comity.model.document import Document
from comity.reading.cascade import Reader
from comity.reading.digests import items
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, reading_of, voice
from comity.reading.units import Unit

_PLAIN = frozenset(
    {"word", "punct", "number", "determiner", "and", "be", "have", "modal", "pronoun", "poss", "clause"}
)


class Step(msgspec.Struct, frozen=True):
    """One phrase of the sentence as reading saw it, in the machine's names; `publishing.wording.phrases` tells them in
    words.

    `kind` is the kind of unit. `values` are what it was taken for: codes of states, an EDTF date, predicates, a name
    with its side. `form` is how it stands there: a state's name or adjective, a predicate's voice, the sort of an
    amount. `fact` is false for an act that is denied, planned or hoped for. `role` is the mark that grammar gives it.
    """

    words: str
    span: Span
    kind: str
    values: tuple[str, ...] = ()
    form: str = ""
    fact: bool = True
    role: str = ""


def steps(document: Document, claim: Claim) -> list[Step]:
    """The phrases of the sentence that made a claim, in order; empty where the document does not make the claim."""
    offset, sentence = _sentence(document, claim)
    if sentence is None:
        return []
    return [
        _step(sentence, index, unit, offset)
        for index, unit in enumerate(sentence.units)
        # What a case says has no words of its own; its role stands with the phrase behind it.
        if unit.kind not in _PLAIN and unit.start < unit.end
    ]


def _step(sentence: Sentence, index: int, unit: Unit, offset: int) -> Step:
    fact = unit.kind != "trigger" or is_fact(sentence, index)
    values, form = _taken_for(sentence, index, unit)
    return Step(
        words=unit.text,
        span=(unit.start + offset, unit.end + offset),
        kind=unit.kind,
        values=tuple(str(one) for one in values if one is not None and one != ""),
        form=form,
        fact=fact,
        role=unit.mark,
    )


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


def _taken_for(sentence: Sentence, index: int, unit: Unit) -> tuple[Sequence[object], str]:
    """What a unit says, and the form in which it does."""
    value = unit.value
    if unit.kind == "trigger":
        predicates = dict.fromkeys(predicate for predicate, _ in reading_of(sentence, index))
        return tuple(predicates), voice(sentence, index)
    if unit.kind == "state":
        return (value[0],), value[1]
    if unit.kind == "dyad":
        return tuple(value), ""
    if unit.kind == "place":
        return (value.name, value.state), ""
    if unit.kind == "actor":
        return (value.person.name, value.person.office, value.person.of or value.state), ""
    if unit.kind == "date":
        return (value.date,), ""
    if unit.kind == "amount":
        return (value.value, value.currency), value.kind
    if unit.kind in ("body", "event", "organisation"):
        return (getattr(value, "name", value),), ""
    if not isinstance(value, str) or (value == unit.text and unit.kind != "preposition"):
        return (), ""
    return (value,), ""
