"""Who recognised whom, as the words of one clause tell it: by a noun, by a passive, by a verb."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.frames.parties import is_subject
from comity.reading.frames.relations.deciders import announces, decides, of_decision, one_of
from comity.reading.frames.relations.nobody import (
    as_what,
    by_others,
    is_adjective,
    is_asked,
    is_of_merit,
    is_part_of_subject,
    on_a_matter,
    taken_back,
    told_of,
)
from comity.reading.frames.relations.pronouns import called_a_state, main_subject
from comity.reading.frames.relations.recognisers import behind, freed_before
from comity.reading.frames.relations.treaties import by_treaty
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_POLITIES = frozenset({"state", "pronoun", "actor", "organisation", "body"})
_OTHERS = frozenset({"after", "before"})
_NO_OBJECT = frozenset({"after", "before"})
_TOWARDS = frozenset({"goal", "between"})
_AWAY = frozenset({"against", "with"})
_ASIDE = frozenset({"with", "against", "from", "source", "place"})
_GAINED = 4
"""Units before recognition among which the verb is that tells that it was gained."""
_NO_SUBJECT = frozenset({"place", "with", "against", "agent"})
"""What marks a state before a passive that is not what is recognised: "the offices in B were recognised as …"."""


class Sides(NamedTuple):
    """The words for who recognises and for what is recognised, as far as they are told."""

    by: Unit | None
    of: Unit | None


def sides_of(sentence: Sentence, index: int) -> Sides | None:
    """Who recognised whom; nothing where the words turn out to tell of no recognition of a state."""
    if not is_verb(sentence, index):
        return _of_noun(sentence, index)
    if voice(sentence, index) == "passive":
        return _of_passive(sentence, index)
    return _of_verb(sentence, index)


def _of_noun(sentence: Sentence, index: int) -> Sides | None:
    """ "Recognition of B by A", "A extended recognition to B", "U.S. recognition of B"."""
    if is_of_merit(sentence, index) or taken_back(sentence, index) or is_asked(sentence, index):
        return None
    left, right = _left(sentence, index), _right(sentence, index)
    taker = taker_of(sentence, index)
    if taker is not None:
        return Sides(next((u for u in reversed(left) if u.kind == "state" and u is not taker), None), taker)
    gained = _first_state(right[:3], "source")
    if gained is not None and any(u.key in sentence.language.words["gains"] for u in left[-_GAINED:]):
        return Sides(gained, next((u for u in left if is_subject(u)), None))  # "B gained recognition from A"
    by = (
        _first_state(right, "agent")
        or _owner(sentence, index)
        or _giver(sentence, index, left)
        or announces(sentence, index, sentence.clause(index))
    )
    of = next((u for u in right if u.kind in ("state", "actor") and u.mark in ("of", "goal", "")), None)
    if of is None or of.mark == "":
        # "switched recognition from P to Q": the capital of whom
        of = next((u for u in right if u.kind == "place" and u.mark == "goal"), of)
    return Sides(by, of)


def _of_passive(sentence: Sentence, index: int) -> Sides | None:
    """ "B was recognised by A"; nothing for "was recognised as a centre of trade"."""
    if as_what(sentence, index):
        return None
    of = next((u for u in reversed(_left(sentence, index)) if u.kind == "state"), None)
    if of is not None and of.mark in _NO_SUBJECT and is_part_of_subject(sentence, of):
        return None
    right = _right(sentence, index)
    by = next((u for u in right[:1] if u.kind == "state" and _is_fixed(u)), None)
    return Sides(by or _first_state(right, "agent"), of)


def _of_verb(sentence: Sentence, index: int) -> Sides | None:
    """ "A recognised B", "A, by recognising B, …", «независимость Б признала А»."""
    partner = by_treaty(sentence, index) if is_finite(sentence, index) else None
    infinitive = voice(sentence, index) == "infinitive"
    decided = of_decision(sentence, index) if infinitive else None
    by = partner or decided or main_subject(sentence, index) or _doer(sentence, index)
    if (partner is None and by_others(sentence, index, by)) or as_what(sentence, index):
        return None
    of = next((u for u in _right(sentence, index) if u.kind == "state" and u.mark not in _NO_OBJECT), None)
    if of is not None and of.mark in _TOWARDS and " " not in sentence.units[index].key:
        return None  # «признала присоединённые к А регионы»
    if of is not None and of.mark in ("place", "source"):
        of = _first_state(_right(sentence, index), "", "of") or of
    of = of if of is not by else None
    if of is None and by is not None and by is main_subject(sentence, index):
        called = called_a_state(sentence, index, by)
        if called is not None:
            return Sides(by, called)
    of = of or freed_before(sentence, index)
    inverted = behind(sentence, index) if not infinitive else None
    if inverted is not None:
        by, of = inverted
    aside = of is None and by is not None and by.mark in _ASIDE
    thing = inverted is None and _of_a_thing(sentence, index, of)
    if aside or thing or is_adjective(sentence, index):
        return None  # "…, in conflict with A, recognised it", "the recognised government"
    return Sides(by, of)


def _doer(sentence: Sentence, index: int) -> Unit | None:
    """Who does what a verb says: "A" in "A was the second country after B to recognise C"."""
    first = one_of(sentence, index) if voice(sentence, index) == "ing" else None
    if first is not None:
        return first
    doers = [u for u in _subject_of(sentence, index) if u.kind in ("state", "actor")]
    by = next((u for u in reversed(doers) if u.mark not in _OTHERS), doers[-1] if doers else None)
    if by is not None and by.mark in _AWAY and by is not sentence.units[index - 1]:
        return next((u for u in reversed(doers) if not u.mark), by)
    return by


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb may have a subject that does what it says, unlike a noun, a passive and a participle."""
    return voice(sentence, index) not in ("noun", "passive", "ing")


def is_thereby(sentence: Sentence, index: int) -> bool:
    """Whether the subject of the sentence does what a participle tells: "by recognising B", "thus recognising B"."""
    before = sentence.units[index - 1]
    if index > 1 and before.kind == "word" and before.key.endswith("ly"):
        before = sentence.units[index - 2]  # "thus indirectly recognising B"
    thereby = index > 1 and before.key in sentence.language.words["thereby"]
    return thereby and voice(sentence, index) == "ing"


def _left(sentence: Sentence, index: int) -> list[Unit]:
    """The units of the clause before a word."""
    return [sentence.units[i] for i in sentence.clause(index) if i < index]


def _right(sentence: Sentence, index: int) -> list[Unit]:
    """The units of the clause behind a word."""
    return [sentence.units[i] for i in sentence.clause(index) if i > index]


def _first_state(units: list[Unit], *marks: str) -> Unit | None:
    """The first state with one of these marks."""
    return next((unit for unit in units if unit.kind == "state" and unit.mark in marks), None)


def _giver(sentence: Sentence, index: int, left: list[Unit]) -> Unit | None:
    """Who extends or decides on recognition, nearest before the noun: "A extended recognition"."""
    return next(
        (
            u
            for u in reversed(left)
            if (u.kind == "state" and u.mark not in ("of", "goal") and not _is_given(sentence, u))
            or decides(sentence, u, index)
        ),
        None,
    )


def _is_given(sentence: Sentence, state: Unit) -> bool:
    """Whether a state is whom something was given to: "granted B recognition"."""
    at = sentence.index(state)
    gives = sentence.units[at - 1] if at else None
    return gives is not None and gives.kind == "trigger" and any(p == "provide" for p, _ in gives.value)


def _subject_of(sentence: Sentence, index: int) -> list[Unit]:
    """The units before a verb among which its subject is: those before the first verb where it is one of several."""
    units, verb, left = sentence.units, index, _left(sentence, index)
    if sentence.language.cases:
        return left
    if is_thereby(sentence, index):
        return [unit for unit in units[:index] if not unit.mark][:1]
    before = index - 1
    while before > 0 and units[before].key in sentence.language.words["adverb"]:
        before -= 1
    if before > 0 and units[before].kind == "and":
        verb = next((i for i in range(before - 1, -1, -1) if is_verb(sentence, i)), index)
    ahead = [unit for unit in left if unit.start < units[verb].start]
    return ahead if any(unit.kind == "state" for unit in ahead) else left


def _owner(sentence: Sentence, index: int) -> Unit | None:
    """The state right before the noun, whose recognition it is: "the minister was told of U.S. recognition"."""
    before = sentence.units[index - 1] if index else None
    if before is None or before.kind != "state" or sentence.language.cases:
        return None
    return before if before.value[1] == "adjective" or "." in before.text else None


def taker_of(sentence: Sentence, index: int) -> Unit | None:
    """Whom recognition was given to, right before the noun: "granted B recognition"."""
    units = sentence.units
    while (
        index > 1 and units[index - 1].kind in ("word", "trigger") and units[index - 2].kind != "preposition"
    ):
        if units[index - 1].kind == "trigger" or units[index - 1].text[:1].isupper():
            break
        index -= 1  # "granted B de facto recognition"
    if index < 2 or units[index - 1].kind != "state" or units[index - 1].value[1] != "name":
        return None
    gives = units[index - 2].kind == "trigger" and any(p == "provide" for p, _ in units[index - 2].value)
    given_by = (
        units[index - 3] if index > 2 else None
    )  # else it is whose recognition it is: "extended U.S. recognition"
    named = given_by is not None and given_by.kind == "state" and given_by.value[1] == "name"
    return units[index - 1] if gives and named else None


def _of_a_thing(sentence: Sentence, index: int, of: Unit | None) -> bool:
    """Whether a verb's object is not a state but something of it: "recognised the importance of B"; without any state
    it must be a pronoun or a word for a state.
    """
    units, polity = sentence.units, sentence.language.words["polity"]
    clause = sentence.clause(index)
    behind = units[index + 1 : sentence.index(of) if of is not None else min(index + 5, clause.stop)]
    after = behind[0] if behind else None
    if of is not None and not told_of(sentence, behind):
        return True  # "recognised the referendum in P and …"
    if of is not None and on_a_matter(sentence, of):
        return True  # "recognises A on the issue of C"
    named = of is not None and (of.mark not in ("of", "place", "source") or of.value[1] == "adjective")
    if named and not (after is not None and after.key in sentence.language.words["its"]):
        return False  # but "recognised its new name, B"
    if of is None and " " in units[index].key:
        return False  # "extended recognition"
    if after is None or after.kind in ("and", "date"):
        return of is None and not any(unit.key in polity for unit in units[clause.start : index])
    told = any(unit.key in polity or unit.kind in _POLITIES for unit in behind)
    return not told and not (of is None and after.text.isupper())


def _is_fixed(unit: Unit) -> bool:
    """Whether a name has no cases, so that none tells who did it: «признано Гаити»."""
    return bool(unit.value[1] == "name") and unit.case in ("", "nom-acc") and not unit.mark
