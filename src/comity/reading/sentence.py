"""Fifth stage: a sentence whose phrases have their roles, and what frames may ask of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable

from comity.model.claim import Span
from comity.reading.dates import DateMention
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.units import Unit, is_capitalised

NOMINAL = frozenset(
    {"state", "dyad", "sides", "place", "actor", "organisation", "quoted", "date", "relations",
     "mission", "instrument", "body", "event", "amount"}
)  # fmt: skip
_PASSED = frozenset({"determiner", "word", "number", "honorific"})
_BREAKS = frozenset(";")
_BOUNDING = frozenset({"clause", "and"})
"""Kinds of unit that may bound a clause, beside what breaks it off."""
_OPENING = frozenset({"invitation", "during", "after", "before", "since", "until", "under"})
"""Marks of phrases that open a sentence: behind their comma comes the subject, not a conjunct."""


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
        self._bounding: list[int] | None = None
        self._depths: list[int] | None = None
        self._predicates: dict[int, frozenset[str]] = {}
        self._voices: dict[int, str] = {}
        self._verbs: dict[int, bool] = {}
        self._readings: dict[int, tuple[tuple[str, str], ...]] = {}
        self._facts: dict[int, bool] = {}
        self.hints: dict[str, bool] = {}
        """What frames found that the sentence has or lacks, so that they need not look again."""
        self.announced: int | None = None
        """From which unit on acts are only announced, once that was asked for."""
        self._keys: set[str] | None = None
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
        _mark(units)

    def __repr__(self) -> str:
        return f"Sentence({self.text[self.start : self.end]!r})"

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def index(self, unit: Unit) -> int:
        start, end = unit.start, unit.end
        for i, other in enumerate(self.units):
            if other is unit or (other.start == start and other.end == end):
                return i
        raise ValueError(unit)

    def of_kind(self, *kinds: str) -> list[Unit]:
        return [unit for unit in self.units if unit.kind in kinds]

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
                or unit.text in _BREAKS
                or (unit.text == "," and self._begins_with_state(i + 1))
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

    def before(
        self, index: int, kinds: tuple[str, ...], stop: Callable[[Unit], bool] | None = None
    ) -> Unit | None:
        """The nearest unit of the kinds to the left."""
        for cursor in range(index - 1, -1, -1):
            unit = self.units[cursor]
            if unit.kind in kinds:
                return unit
            if stop and stop(unit):
                return None
        return None

    def after(
        self, index: int, kinds: tuple[str, ...], stop: Callable[[Unit], bool] | None = None
    ) -> Unit | None:
        """The nearest unit of the kinds to the right."""
        for cursor in range(index + 1, len(self.units)):
            unit = self.units[cursor]
            if unit.kind in kinds:
                return unit
            if stop and stop(unit):
                return None
        return None

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
    if known is None:
        known = sentence._verbs[index] = bool(sentence.language.morphology.is_verb(sentence, index))
    return known


def reading_of(sentence: Sentence, index: int) -> tuple[tuple[str, str], ...]:
    """The predicates of a trigger with the form they have here: noun, base, finite, participle or ing."""
    known = sentence._readings.get(index)
    if known is None:
        verb = is_verb(sentence, index)
        known = tuple(pair for pair in sentence.units[index].value if (pair[1] == "noun") != verb)
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


def announcing(sentence: Sentence, noun: int) -> int | None:
    """The verb right before a noun for an act that announces it: «объявил о разрыве», "announced the expulsion"."""
    units = sentence.units
    at = noun - 1
    while at > 0 and units[at].kind in ("determiner", "preposition"):
        at -= 1
    return at if at > 0 and units[at].key in sentence.language.words["announced"] else None


def is_fact(sentence: Sentence, index: int) -> bool:
    """Whether the act that a trigger names is told as something that happened: not denied, planned or hoped for, and
    not what happens "every time".
    """
    known = sentence._facts.get(index)
    if known is None:
        known = sentence._facts[index] = is_real(sentence, index) and not _recurs(sentence, index)
    return known


def _recurs(sentence: Sentence, index: int) -> bool:
    """Whether an act is one of many: "every time he visits"."""
    if not has_class(sentence, "each"):
        return False
    units, words = sentence.units, sentence.language.words
    for cursor in range(index - 1, max(index - 7, 0) - 1, -1):
        unit = units[cursor]
        if unit.kind == "clause" or (unit.kind == "punct" and unit.text in ";:(."):
            return False
        if unit.key in words["each"] and units[cursor + 1].key in words["occasion"]:
            return True
    return False


def is_real(sentence: Sentence, index: int) -> bool:
    """Whether the act that a trigger names is no plan or hope and not denied, be it done once or again and again."""
    words = sentence.language.words
    units = sentence.units
    if _is_matter(sentence, index):
        return False
    if _still_to_come(sentence, index) or sentence.language.morphology.is_unreal_here(sentence, index):
        return False
    if _is_announced(sentence, index):
        return False
    if not _may_be_unreal(sentence):
        return True
    low = max(index - 7, 0)
    for cursor in range(index - 1, low - 1, -1):
        unit = units[cursor]
        if unit.kind == "punct" and unit.text in ";:.(":
            break
        if unit.kind == "clause":
            return not _is_refuted(sentence, cursor)
        if unit.kind == "be" and sentence.language.morphology.is_unreal(unit):
            return False
        if unit.key in words["negation"] and not _only_describes(units, cursor):
            return _until(sentence, index)
        if unit.key in words["ahead"] and units[cursor + 1].key == "to":
            return False
        if unit.key in words["due"] and cursor == index - 1 and units[cursor - 1].kind == "be":
            return False  # "is due to meet"
        if unit.kind == "modal" and unit.text != "May" and index - cursor <= 4:
            return False
        if (
            unit.key in words["plan"]
            and not (unit.text[:1].isupper() and cursor)
            and not _nominal_between(units, cursor, index)
            and not (unit.key.endswith("s") and units[cursor + 1].text == ",")  # "needs, having given …"
        ):
            return False
    return True


def _is_matter(sentence: Sentence, index: int) -> bool:
    """Whether a noun only names what somebody talks or thinks about, or what is soon to be: "the question of opening an
    embassy", «сообщил о скором открытии посольства»."""
    matters = has_class(sentence, "matter")
    if not (matters or has_class(sentence, "soon")):
        return False
    units, words = sentence.units, sentence.language.words
    noun = not is_verb(sentence, index) or any(form == "ing" for _, form in units[index].value)
    at = index - 1
    while (
        noun and at > 0 and units[at].kind in ("word", "determiner") and units[at].key not in words["matter"]
    ):
        if units[at].key in words["soon"]:
            return True
        at -= 1
    led = at > 0 and units[at].kind == "preposition" and units[at].value in ("of", "on", "topic")
    return noun and led and units[at - 1].key in words["matter"]


def _is_refuted(sentence: Sentence, clause: int) -> bool:
    """Whether what a clause tells is said to be untrue: «опроверг сообщения о том, что …», «отрицает, что …»."""
    refutes = sentence.language.words["refutes"]
    return any(unit.key in refutes for unit in sentence.units[max(0, clause - 7) : clause])


def _may_be_unreal(sentence: Sentence) -> bool:
    """Whether a sentence has any word that denies, plans or hopes."""
    known = sentence.hints.get("may be unreal")
    if known is None:
        is_unreal = sentence.language.morphology.is_unreal
        known = sentence.hints["may be unreal"] = (
            has_class(sentence, "negation")
            or has_class(sentence, "plan")
            or has_class(sentence, "ahead")
            or has_class(sentence, "due")
            or has_class(sentence, "refutes")
            or any(unit.kind == "modal" or (unit.kind == "be" and is_unreal(unit)) for unit in sentence.units)
        )
    return known


def _still_to_come(sentence: Sentence, index: int) -> bool:
    """ "before resuming relations", "prior to the establishment of": the act is only a point of reference."""
    units = sentence.units
    cursor = index - 1
    while cursor >= 0 and index - cursor <= 3 and units[cursor].kind in ("determiner", "word"):
        cursor -= 1
    before = units[cursor] if cursor >= 0 else None
    if before is None or before.kind != "preposition" or before.value not in ("before", "until"):
        return False
    return not is_verb(sentence, index) or any(form == "ing" for _, form in units[index].value)


def _only_describes(units: list[Unit], at: int) -> bool:
    """Whether a word of negation is the adjective of another noun: "after a failed coup A expelled …"."""
    return 0 < at < len(units) - 1 and units[at - 1].kind == "determiner" and units[at + 1].kind == "word"


def _is_announced(sentence: Sentence, index: int) -> bool:
    """Whether a headline only announces an act: an infinitive right behind the subject is its verb, the act that or
    behind it ("A to open embassy in B").
    """
    if sentence.announced is None:
        sentence.announced = _announced_from(sentence)
    return sentence.announced <= index


def _announced_from(sentence: Sentence) -> int:
    """The index of the infinitive that is all the verb of a headline; behind the end where there is none."""
    units, infinitive = sentence.units, sentence.language.words["infinitive"]
    none = len(units)
    if not infinitive or not is_capitalised(units[0]):
        return none
    at = next((i for i, unit in enumerate(units[:_HEADLINE]) if not _is_named(unit)), none)
    if not 0 < at < none - 1 or units[at].key not in infinitive or units[at - 1].kind not in _NAMED:
        return none
    verb, behind = units[at + 1], units[at + 2 :]
    if verb.kind == "trigger":
        return at + 1
    plain = verb.kind == "word" and not is_capitalised(verb) and not any(_acts(other) for other in behind)
    return at + 1 if plain else none


_HEADLINE = 14
"""Units within which the subject of a headline ends."""
_NAMED = frozenset({"state", "dyad", "place", "actor", "organisation", "quoted", "office", "name"})
_BETWEEN_NAMED = frozenset({"and", "poss", "honorific", "punct"})


def _is_named(unit: Unit) -> bool:
    """Whether a unit may stand in the subject of a headline: "the first to open" is none."""
    return (
        unit.kind in _NAMED or unit.kind in _BETWEEN_NAMED or (unit.kind == "word" and is_capitalised(unit))
    )


def _until(sentence: Sentence, index: int) -> bool:
    """ "did not recognise B until 1991" tells that it did then."""
    return any(
        unit.kind == "preposition" and unit.value == "until" for unit in sentence.units[index + 1 :]
    ) or any(unit.kind == "date" and unit.value.relation == "until" for unit in sentence.units[index + 1 :])


def _nominal_between(units: list[Unit], low: int, high: int) -> bool:
    return any(unit.kind in ("actor", "state", "date", "relations") for unit in units[low + 1 : high])


def _ends_opening(units: list[Unit], comma: int) -> bool:
    """Whether a comma ends the phrase that a sentence opens with: "With the end of the union of A, B opened …"."""
    if units[0].kind != "preposition" or any(unit.text == "," or _acts(unit) for unit in units[1:comma]):
        return False
    for unit in units[comma + 1 : comma + 14]:
        if _acts(unit):
            return True
        if unit.kind in ("and", "punct"):
            return False
    return False


def _acts(unit: Unit) -> bool:
    """Whether a unit is a verb by its form alone."""
    if unit.kind in ("be", "have", "modal"):
        return True
    return unit.kind == "trigger" and all(form in ("finite", "participle") for _, form in unit.value)


_NUMERAL = re.compile(r"[IVX]{1,4}")
_OBLIQUE = frozenset({"acc", "loc", "dat", "ins"})


def _another_case(before: Unit, unit: Unit) -> bool:
    """Whether a nominal stands in a case that the word before it, behind a preposition, does not have."""
    if unit.kind == "actor":
        return bool(unit.case) and unit.case != "gen" and before.case not in unit.case.split("-")
    if before.case == "acc":
        return unit.case.startswith("nom") or (unit.kind == "place" and not unit.case)
    return unit.case.startswith("nom") and unit.kind in (
        "mission",
        "organisation",
    )  # «забросали камнями посольство»


def _is_object(before: Unit, unit: Unit) -> bool:
    """Whether a mission is no part of the genitive before it, whose case it does not have: «из соображений экономии
    посольство закрыли».
    """
    return before.case == "gen" and unit.kind == "mission" and unit.case.startswith("nom")


def _belongs(unit: Unit, state: Unit) -> bool:
    """Whether a nominal right behind a state is its own: behind its adjective, or a town of it («в столице А Б»)."""
    if state.value[1] == "adjective":
        return True
    return unit.kind == "place" and not unit.case and unit.value.state == state.value[0]


def _counts(amount: Unit, unit: Unit) -> bool:
    """Whether a number says how many they are of whom something is told: "between the two presidents"."""
    return (
        amount.kind == "amount"
        and amount.mark in ("between", "of")
        and unit.kind == "actor"
        and bool(unit.value.plural)
        and not unit.value.group
    )


def _mark(units: list[Unit]) -> None:
    """Gives every nominal the mark of the preposition before it; conjuncts share the mark of the first."""
    for index, unit in enumerate(units):
        if unit.kind not in NOMINAL:
            continue
        cursor = index - 1
        passed = 0
        while cursor >= 0 and passed < 5:
            before = units[cursor]
            if before.kind == "preposition":
                if passed and unit.kind == "actor" and unit.case == "nom":
                    break  # «вне рамок повестки дня Н. был принят»: no preposition governs the subject
                unit.mark = before.value if before.value != "and" else ""
                break
            if cursor == index - 1 and _counts(before, unit):
                unit.mark = before.mark  # "between the two presidents"
                break
            if before.kind in _PASSED:
                if unit.kind == "state" and _NUMERAL.fullmatch(before.text):
                    break  # "during World War II A declared war"
                if unit.kind == "state" and unit.case == "nom" and before.case not in ("", "nom"):
                    break  # «за годы независимости Армения …»
                if _is_object(before, unit) or (before.case in _OBLIQUE and _another_case(before, unit)):
                    break  # «в ответ Москва …», «принял в Акорде министра»: what follows is another phrase
                cursor -= 1
                passed += 1
                continue
            if before.kind in ("and", "punct") and before.text not in (";", ":", "(", ")"):
                previous = cursor - 1
                town = unit.kind == "state" and before.text == "," and units[previous].kind == "place"
                opening = before.kind == "punct" and (
                    units[previous].mark in _OPENING or _ends_opening(units, cursor)
                )
                if unit.case == "nom" and units[previous].case in _OBLIQUE:
                    break  # «закрыла посольство в П, Турция отозвала …»: a subject, no further place
                if previous >= 0 and not opening and (units[previous].kind == unit.kind or town):
                    unit.mark = units[previous].mark
                break
            if before.kind == "state" and cursor == index - 1 and _belongs(unit, before):
                unit.mark = before.mark
                break
            break
        if index + 1 < len(units) and units[index + 1].kind == "poss":
            unit.mark = "owner"
