"""The noun of a hostile act with the verb that tells it, and where its words begin: "(lodged) a strong (protest)"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from comity.reading.discourse import Context
from comity.reading.frames.incidents import decisions, imposed
from comity.reading.frames.incidents.handing import handed_far
from comity.reading.frames.incidents.predicates import SENT
from comity.reading.frames.nouns import head_before, in_class
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_CLOSE = 5
"""Units between a verb of imposing and what was imposed."""
_FOR = 8
"""Units between them where those it is for stand between."""
_BEHIND = 8
"""Units between what was imposed and a verb of imposing behind it."""
_OCCASIONS = frozenset({"under", "during", "after", "cause", "before"})
_ANNOUNCED = frozenset({"expel", "recall", "close_border", "close_airspace", "declare_war"})
"""Acts told behind a preposition of announcing: «объявила о высылке»."""


@dataclass(frozen=True)
class Telling:
    """A noun in its clause, with how it is told that the act was done."""

    sentence: Sentence
    index: int
    predicate: str
    clause: range
    context: Context
    verb: int
    """The index of the verb before the noun that may tell it."""
    first: int
    """The index of the first of the act's words: "lodged (a strong protest)"."""
    decided: bool = False
    """Whether it is told as what was decided: «приняли решение о высылке»."""
    far: bool = False
    """Whether phrases part the verb from the noun."""
    told: bool = False
    """Whether the verb tells it as done."""
    after: int | None = None
    """The index of a verb of imposing behind the noun: "sanctions were (imposed)"."""
    imposition: tuple[str, int] | None = None
    """Who imposed it, by a participle before the noun, and the index of that."""
    relative: tuple[str, int] | None = None
    """Who imposed it, by a clause or participle beside the noun, and the index of its verb."""
    by: str | None = None
    """The state that did it, once that is known."""

    @property
    def units(self) -> list[Unit]:
        return self.sentence.units

    @property
    def cased(self) -> bool:
        """Whether the language has cases."""
        return bool(self.sentence.language.cases)

    @property
    def verb_in_clause(self) -> bool:
        """Whether the verb stands in the clause of the noun."""
        return self.verb >= self.clause.start

    @property
    def right_behind(self) -> bool:
        """Whether the verb of imposing stands right behind the noun: "sanctions (imposed) on B"."""
        return self.after == self.index + 1


def telling(sentence: Sentence, index: int, predicate: str, context: Context) -> Telling | None:
    """A noun with the verb before it; none where it is only what another act answered."""
    units, clause = sentence.units, sentence.clause(index)
    far = handed_far(sentence, index, clause) if predicate == "protest" else -1
    decided = decisions.decision(sentence, index, clause) or decisions.package(sentence, index, clause)
    if decided is not None:
        verb, first = decided
    else:
        verb = _words_from(sentence, index, predicate, clause, far) - 1
        first = _past_day(sentence, verb + 1, index)
    if _is_answered(sentence, verb, first, index):
        return None
    answers = decided is None and _answers_with(sentence, verb, first, index)
    if answers or (predicate in _ANNOUNCED and first < index and units[first].kind == "preposition"):
        first += 1  # «объявила о высылке», "retaliated with tariffs"
    if verb >= clause.start and _stands_between(sentence, units[verb]):
        verb -= 1
    return Telling(sentence, index, predicate, clause, context, verb, first, decided is not None, far >= 0)


def as_told(told: Telling) -> Telling | None:
    """The noun with whether its verb, or a verb beside it, tells it as done; none where that is still to come."""
    sentence, index, clause, units = told.sentence, told.index, told.clause, told.units
    verb, sanction = units[told.verb] if told.verb_in_clause else None, told.predicate == "sanction"
    if verb is not None and sentence.language.morphology.is_future(verb):
        return None
    done, first = told.decided or (verb is not None and in_class(verb, sentence, "impose")), told.first
    if done and not told.decided:
        first = decisions.behind_imposition(sentence, first, index)
    if told.predicate == "recall" and verb is not None and in_class(verb, sentence, "demand"):
        done = True  # "requested the recall of the ambassador of B"
    behind = range(index + 1, min(index + _BEHIND, clause.stop))
    imposition = imposed.imposed_by(sentence, index, clause) if sanction else None
    return replace(
        told,
        first=first,
        told=done and imposition is None,
        after=next((i for i in behind if in_class(units[i], sentence, "impose")), None),
        imposition=imposition,
        relative=(imposed.relative(sentence, index) if sanction and not done else None) or imposition,
    )


def _words_from(sentence: Sentence, index: int, predicate: str, clause: range, far: int) -> int:
    """Where the words of an act begin, behind the verb of imposing or with its noun phrase."""
    units = sentence.units
    before = units[index - 1]
    if predicate in SENT and before.kind == "preposition" and before.value in _OCCASIONS:
        return index  # «заявил о шагах в ответ на высылку»
    if far >= 0:
        return far + 1
    near = range(index - 1, max(clause.start, index - _reach(sentence, index, predicate)) - 1, -1)
    imposing = next((i for i in near if in_class(units[i], sentence, "impose")), None)
    return imposing + 1 if imposing is not None else head_before(sentence, index)


def _stands_between(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit before the words of an act is not yet its verb: "imposed (several) sanctions"."""
    return unit.kind in ("be", "have", "word") and not in_class(unit, sentence, "impose")


def _is_answered(sentence: Sentence, verb: int, first: int, index: int) -> bool:
    """Whether a verb tells only what was answered: "responded to the expulsion of …", «ответила на высылку …»."""
    opens = sentence.units[first]
    if first >= index or not in_class(sentence.units[max(verb, 0)], sentence, "answers"):
        return False
    return opens.kind == "preposition" and opens.end > opens.start and opens.value != "with"


def _answers_with(sentence: Sentence, verb: int, first: int, index: int) -> bool:
    """Whether a preposition says what a verb of imposing did: "retaliated (with) tariffs"."""
    opens = sentence.units[first]
    if first >= index or opens.kind != "preposition" or opens.value not in ("with", "goal"):
        return False
    return opens.end > opens.start and in_class(sentence.units[verb], sentence, "impose")


def _past_day(sentence: Sentence, first: int, index: int) -> int:
    """The index behind the day that a verb tells before what was done: "retaliated on 3 May (with …)"."""
    units = sentence.units
    while first < index:
        if units[first].kind == "date":
            first += 1
        elif units[first].kind == "preposition" and units[first + 1].kind == "date":
            first += 2
        else:
            break
    return first


def _reach(sentence: Sentence, index: int, predicate: str) -> int:
    """Units before a noun among which its verb stands; more where those it is for stand between: «ввела для граждан А
    визы».
    """
    if predicate == "sanction" and sentence.language.cases:
        near = sentence.units[max(0, index - _FOR) : index]
        if any(unit.kind == "preposition" and unit.value == "for" for unit in near):
            return _FOR
    return _CLOSE
