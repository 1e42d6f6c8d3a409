"""A verb that tells a hostile act, with its clause and what it was done to; who stood on which side of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from comity.reading.discourse import Context
from comity.reading.frames.incidents.predicates import HELD
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


@dataclass(frozen=True)
class Deed:
    """A verb in its clause: "(A) expelled (two diplomats of B)" is `expel`, active, done to the diplomats."""

    sentence: Sentence
    index: int
    predicate: str
    how: str
    """The voice: "active" or "passive"."""
    clause: range
    context: Context
    thing: list[Unit] = field(default_factory=list)
    """What it was done to, once that is known."""

    @property
    def verb(self) -> Unit:
        """The verb itself."""
        return self.sentence.units[self.index]

    @property
    def before(self) -> Unit:
        """The unit before the verb."""
        return self.sentence.units[self.index - 1]

    @property
    def behind(self) -> list[Unit]:
        """The units behind the verb in its clause."""
        return self.sentence.units[self.index + 1 : self.clause.stop]

    @property
    def active(self) -> bool:
        return self.how == "active"

    @property
    def passive(self) -> bool:
        return self.how == "passive"

    @property
    def cased(self) -> bool:
        """Whether the language has cases, so that the order of words tells less."""
        return bool(self.sentence.language.cases)

    @property
    def targets(self) -> list[str]:
        """The states told with what it was done to."""
        return [state for unit in self.thing for state in states_of(unit)]

    @property
    def served_in(self) -> str | None:
        """The state in which those it was done to served: "the ambassador of B in A" served in A."""
        return next((u.value.to for u in self.thing if u.kind == "actor" and u.value.to), None)

    @property
    def opens_with_verb(self) -> bool:
        """Whether authorities held somebody and nothing stands before the verb that could be a subject: «в А задержали
        журналиста из Б».
        """
        held = self.predicate in HELD and not self._thing_first
        return held and _is_without_subject(self.sentence, self.index, self.clause)

    @property
    def subjectless(self) -> bool:
        """Whether the verb has no subject that could have done it: "the consul was expelled", «посла Б вызвали»."""
        return self.passive or (self.active and (self._thing_first or self.opens_with_verb) and self.cased)

    @property
    def _thing_first(self) -> bool:
        return bool(self.thing) and self.sentence.index(self.thing[0]) < self.index


@dataclass(frozen=True)
class Sides:
    """Who did an act and against whom, as its words tell it: "A closed its border (with B)"."""

    subject: str | None
    """The state that did it."""
    targets: list[str]
    """The states told with what it was done to: "the diplomats of B"."""
    marked: str | None = None
    """The state that a preposition or a case marks as the other side: "in protest against B"."""
    carried: tuple[str, str | None] | None = None
    """Both sides of the sentence before, where this one goes on with it: "It also expelled …"."""

    @property
    def target(self) -> str | None:
        """The first of the states told with what it was done to."""
        return next(iter(self.targets), None)

    def without(self, state: str | None) -> list[str]:
        """The targets but one."""
        return [target for target in self.targets if target != state]

    def marked_as_other_than(self, state: str | None) -> str | None:
        """The marked state where it is another one."""
        return self.marked if self.marked != state else None


@dataclass(frozen=True)
class Parties:
    """The two states of an act as a claim tells them; None for one that is not known yet."""

    by: str | None
    against: str | None


def _is_without_subject(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a verb has nobody before it who could do it: «в А задержали журналиста из Б»."""
    before = [unit for unit in sentence.units[clause.start : index] if unit.kind not in ("date", "punct")]
    if not before or before[0].kind != "preposition" or not sentence.language.cases:
        return False
    return not any(unit.case.startswith("nom") or unit.kind in ("pronoun", "quoted") for unit in before)
