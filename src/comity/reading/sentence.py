"""Fifth stage: a sentence whose phrases have their roles, and what frames may ask of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from comity.model.claim import Span
from comity.reading.dates import DateMention
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.marking import NOMINAL, mark
from comity.reading.units import Unit

_BREAKS = frozenset(";")
_BOUNDING = frozenset({"clause", "and", "punct"})
"""Kinds of unit that may bound a clause."""


class Sentence:
    """The units of one sentence with its place in the document."""

    def __init__(self, text: str, span: Span, units: list[Unit], block: Block, language: Language) -> None:
        self.text = text
        self.start, self.end = span
        self.units = units
        self.block = block
        # what frames ask again and again of one unit is worked out once
        self._clauses: dict[int, range] = {}
        self._between: dict[tuple[int, int, int], range] = {}
        self._places: dict[Span, int] | None = None
        self._first_actor: int | None = None
        self._bounding: list[int] | None = None
        self._depths: list[int] | None = None
        self._predicates: dict[int, frozenset[str]] = {}
        self._voices: dict[int, str] = {}
        self._verbs: dict[int, bool] = {}
        self._readings: dict[int, tuple[tuple[str, str], ...]] = {}
        self._happened: dict[int, bool] = {}
        self._facts: dict[int, bool] = {}
        self.hints: dict[str, bool] = {}
        """What frames found that the sentence has or lacks, so that they need not look again."""
        self.announced: int | None = None
        """From which unit on acts are only announced, once that was asked for."""
        self._keys: set[str] | None = None
        self._ends: set[str] | None = None
        self._told: set[str] | None = None
        self.language = language
        self.heading: tuple[Unit, ...] = ()
        """The units of the innermost heading above the sentence."""
        self.headings: tuple[tuple[Unit, ...], ...] = ()
        """The units of every heading above the sentence, outermost first."""
        self.header: tuple[Unit, ...] = ()
        """The units of the column's header, for a cell of a table."""
        self.lead: tuple[Unit, ...] = ()
        """The units of the sentence that introduces a list, for its items."""
        self.given: DateMention | None = None
        """The date that the list's lead-in or the heading gives to acts without one of their own."""
        mark(units)

    def __repr__(self) -> str:
        return f"Sentence({self.text[self.start : self.end]!r})"

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def index(self, unit: Unit) -> int:
        """The index of a unit, or of the one that was made of the same words."""
        if self._places is None:
            spans = [(other.start, other.end) for other in self.units]
            self._places = {span: i for i, span in reversed(list(enumerate(spans)))}
        at = self._places.get((unit.start, unit.end))
        if at is None:
            raise ValueError(unit)
        return at

    def has_actor_before(self, index: int) -> bool:
        """Whether somebody is named before a unit."""
        if self._first_actor is None:
            kinds = [unit.kind for unit in self.units]
            self._first_actor = kinds.index("actor") if "actor" in kinds else len(kinds)
        return self._first_actor < index

    def is_verb(self, index: int) -> bool:
        """Whether the trigger at an index is a verb here."""
        known = self._verbs.get(index)
        if known is None:
            known = self._verbs[index] = bool(self.language.morphology.is_verb(self, index))
        return known

    def clause(self, index: int) -> range:
        """The indices of the clause that holds a unit: bounded by semicolons and by words that open a new clause."""
        known = self._clauses.get(index)
        if known is None:
            known = self._clauses[index] = self._clause(index)
        return known

    def _clause(self, index: int) -> range:
        if self._bounding is None:
            self._bounding = [
                i
                for i, unit in enumerate(self.units)
                if unit.kind in _BOUNDING
                and (
                    unit.kind != "punct"
                    or unit.text in _BREAKS
                    or (unit.text == "," and self._begins_with_state(i + 1))
                )
            ]
        bounding = self._bounding
        if not bounding:
            return range(len(self.units))
        # what stands between the same words, in as many brackets, is of the same clause
        ahead, behind = bisect_left(bounding, index), bisect_right(bounding, index)
        place = ahead, behind, self.depth(index)
        known = self._between.get(place)
        if known is None:
            low = next((at + 1 for at in reversed(bounding[:ahead]) if self._bounds(at, index)), 0)
            high = next((at for at in bounding[behind:] if self._bounds(at, index)), len(self.units))
            known = self._between[place] = range(low, high)
        return known

    def depth(self, at: int) -> int:
        """How many brackets stand open at a unit."""
        if self._depths is None:
            self._depths, depth = [], 0
            brackets = "(" in self.text[self.start : self.end]
            for unit in self.units if brackets else ():
                depth += (unit.text == "(") - (unit.text == ")")
                depth = max(depth, 0)
                self._depths.append(depth)
        return self._depths[at] if self._depths else 0

    def _bounds(self, at: int, index: int) -> bool:
        unit = self.units[at]
        if self.depth(at) > self.depth(index):
            return False  # "X (who replaced Y) visited B"
        if unit.kind == "punct" and unit.text in _BREAKS:
            return True
        if unit.kind == "clause":
            return not (at > index and unit.key == "that")
        if unit.text == ",":
            return self._has_verb(at)
        if (
            unit.kind == "and"
            and at > 1
            and self.units[at - 2].kind == "amount"
            and self.units[at - 1].kind == "word"
        ):
            return False  # "25 small and medium enterprises"
        if unit.kind == "and" and at > 0 and self.units[at - 1].mark == "between" and not self._paired(at):
            return False  # "the agreement between A and B was signed"
        if unit.kind == "and" and at > 0 and self._contrasts(at):
            return self._has_verb(at)
        if unit.kind == "and" and at > 0:
            # "and" between two subjects that each have a verb divides clauses
            return self._starts_clause(at + 1) and self._has_verb(at)
        return False

    def _contrasts(self, at: int) -> bool:
        """Whether «а» and somebody in the nominative begin what is told of another: «…, а президент А, прибывший …»."""
        behind = self.units[at + 1 : at + 2]
        return (
            bool(self.language.cases)
            and self.units[at].key in self.language.words["contrast"]
            and self.units[at - 1].text == ","
            and bool(behind)
            and behind[0].kind == "actor"
            and behind[0].case.startswith("nom")
        )

    def _begins_with_state(self, at: int) -> bool:
        """Whether a state in the nominative and its verb stand here: «А отозвала посла, Б закрыла консульство»."""
        behind = self.units[at : at + 2] if self.language.cases else []
        subject = len(behind) > 1 and behind[0].kind == "state" and behind[0].case == "nom"
        return subject and behind[0].value[1] == "name" and is_verb(self, at + 1)

    def _has_verb(self, end: int) -> bool:
        for cursor in range(end - 1, -1, -1):
            unit = self.units[cursor]
            if self.language.cases and unit.kind == "trigger" and voice(self, cursor) == "ing":
                continue  # «прошедшая в А встреча Б. и В. закончилась»
            if (
                unit.kind in ("be", "have", "modal")
                or (is_verb(self, cursor) and unit.key not in self.language.words["led"])
                or unit.key in self.language.words["carries_visit"]
            ):
                return True
            if unit.kind == "clause" or unit.text in _BREAKS:
                return False
        return False

    def _paired(self, at: int) -> bool:
        """Whether what stands before "and" is already the second after "between"."""
        between = [
            unit
            for unit in self.units[max(0, at - 6) : at]
            if unit.mark == "between" and unit.kind in ("state", "place", "actor", "organisation")
        ]
        return len(between) > 1

    def _starts_clause(self, at: int) -> bool:
        """Whether a noun phrase and a verb follow: "… and the Embassy of X opened"."""
        units = self.units
        seen = False
        for cursor in range(at, min(at + 8, len(units))):
            unit = units[cursor]
            if unit.kind in NOMINAL and unit.kind != "date":
                seen = True
            elif unit.kind in ("be", "have", "modal") or is_verb(self, cursor):
                return seen and units[cursor - 1].key != "to"  # "… and Minister X of B, to discuss trade"
            elif unit.kind not in ("determiner", "word", "preposition", "poss", "date") and not (
                unit.text == "," and seen
            ):
                return False
        return False

    def has_word(self, name: str, low: int = 0, high: int | None = None) -> bool:
        """Whether a word of a class of the language's function words stands between two indices."""
        words = self.language.words[name]
        return any(unit.key in words for unit in self.units[max(low, 0) : high])


def has_class(sentence: Sentence, name: str) -> bool:
    """Whether a unit of a sentence, or the last word of one, is of a class of words: what most frames that ask for such
    a word here or there need not look for in vain."""
    known = sentence.hints.get(name)
    if known is None:
        keys = sentence._keys
        if keys is None:
            keys = {unit.key for unit in sentence.units}
            keys.update([key[key.rindex(" ") + 1 :] for key in keys if " " in key])
            sentence._keys = keys
        known = sentence.hints[name] = not sentence.language.words[name].isdisjoint(keys)
    return known


def has_predicate(sentence: Sentence, *names: str) -> bool:
    """Whether a trigger of a sentence may tell one of several predicates, wherever it stands."""
    told = sentence._told
    if told is None:
        triggers = [unit.value for unit in sentence.units if unit.kind == "trigger"]
        told = sentence._told = {predicate for value in triggers for predicate, _ in value}
    return not told.isdisjoint(names)


def in_aside(sentence: Sentence, index: int) -> bool:
    """Whether a unit stands in a bracket that tells something of its own: "X (who replaced Y in 2005)"."""
    aside = False
    for unit in reversed(sentence.units[:index]):
        if unit.text == ")":
            return False
        if unit.text == "(":
            return aside
        aside = aside or unit.kind == "clause"
    return False


def is_verb(sentence: Sentence, index: int) -> bool:
    """Whether a trigger is a verb here and not a noun of the same spelling."""
    if sentence.units[index].kind != "trigger":
        return False
    known = sentence._verbs.get(index)
    return sentence.is_verb(index) if known is None else known


def reading_of(sentence: Sentence, index: int) -> tuple[tuple[str, str], ...]:
    """The predicates of a trigger with the form they have here: noun, base, finite, participle or ing."""
    known = sentence._readings.get(index)
    if known is None:
        verb = is_verb(sentence, index)
        known = tuple([pair for pair in sentence.units[index].value if (pair[1] == "noun") != verb])
        sentence._readings[index] = known
    return known


def predicates_of(sentence: Sentence, index: int) -> frozenset[str]:
    """The predicates of a trigger as it is meant here, whatever their forms."""
    known = sentence._predicates.get(index)
    if known is None:
        known = frozenset([predicate for predicate, _ in reading_of(sentence, index)])
        sentence._predicates[index] = known
    return known


def voice(sentence: Sentence, index: int) -> str:
    """`active`, `passive`, `noun`, `ing` or `infinitive`; `bare` for a participle without an auxiliary."""
    if sentence.units[index].kind != "trigger":
        return "noun"
    known = sentence._voices.get(index)
    if known is None:
        known = sentence._voices[index] = str(sentence.language.morphology.voice(sentence, index))
    return known
