"""What frames ask of a sentence: which states its units stand for, and the words of a claim."""

from __future__ import annotations

from collections.abc import Iterable

from comity.knowledge.states import states
from comity.model.claim import Span
from comity.reading.discourse import Context
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def code(unit: Unit) -> str | None:
    """The state that a unit stands for: a state itself, or the state of a place or organisation."""
    if unit.kind == "state":
        return str(unit.value[0])
    if unit.kind in ("place", "organisation", "actor"):
        state = getattr(unit.value, "state", None)
        return str(state) if state else None
    return None


def state_only(unit: Unit) -> str | None:
    """The state that a unit names as a state, not as a place or in an adjective of something else."""
    return str(unit.value[0]) if unit.kind == "state" else None


def run(sentence: Sentence, units: Iterable[Unit | None]) -> Span:
    """The smallest run of words that holds all the units."""
    spans = [unit.span for unit in units if unit is not None and sentence.start <= unit.start < sentence.end]
    return (min(spans)[0], max([end for _, end in spans])) if spans else (sentence.start, sentence.end)


def assembly_of(sentence: Sentence, unit: Unit) -> str | None:
    """The state for which a government, ministry or parliament acts: "the Parliament of A ratified …"."""
    words = sentence.language.words["government_head"] | sentence.language.words["assembly"]
    state = getattr(unit.value, "state", None) if unit.kind == "organisation" else None
    return (
        state if state and any(sentence.language.key(word) in words for word in unit.text.split()) else None
    )


def achieved(sentence: Sentence, index: int) -> int:
    """ "X was the first head of state to visit B": the index of the verb before "the first …"; 0 where there is
    none.
    """
    words = sentence.language.words["superlative"]
    superlative = False
    for cursor in range(index - 2, max(index - 10, 0), -1):
        unit = sentence.units[cursor]
        superlative = superlative or sentence.language.key(unit.text.split(" ")[0]) in words
        if unit.kind == "be" or unit.key in sentence.language.words["become"]:
            return cursor if superlative else 0
    return 0


def side(sentence: Sentence) -> str | None:
    """The state named as the side of everybody in the sentence: "from the Kazakhstani side"."""
    for i, unit in enumerate(sentence.units):
        if (
            unit.kind == "state"
            and unit.mark == "source"
            and i + 1 < len(sentence.units)
            and sentence.units[i + 1].key in ("side", "сторона")
        ):
            return str(unit.value[0])
    return None


def state_in_play(state: str, context: Context) -> str:
    """A state as the document means it: a city of a state's successor is that state's in a text about the state."""
    pair = context.pair()
    if pair is None or state in pair:
        return state
    for one in pair:
        known = states().get(one)
        if known is not None and known.former and _follows(state, known.successors):
            return one
    return state


def _follows(state: str, successors: tuple[str, ...]) -> bool:
    """Whether a state is among successors, or succeeded one of them that is gone too."""
    if state in successors:
        return True
    later = [states().get(one) for one in successors]
    return any(one is not None and one.former and state in one.successors for one in later)
