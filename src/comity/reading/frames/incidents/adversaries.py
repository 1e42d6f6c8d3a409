"""Who did a hostile act by the subject of its verb: a state, its people, a body of states."""

from __future__ import annotations

from dataclasses import dataclass

from comity.reading.frames.incidents import unnamed
from comity.reading.frames.incidents.agents import agent
from comity.reading.frames.incidents.manner import with_doer
from comity.reading.frames.incidents.passing import CLAUSAL
from comity.reading.frames.incidents.private import (
    are_private,
    is_of_nobody,
    is_private_body,
    of_private,
    owns_private,
)
from comity.reading.frames.nouns import in_class, states_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_OBLIQUE = frozenset({"acc", "dat", "ins", "loc"})
_ASIDE = frozenset(
    {
        "place",
        "source",
        "with",
        "during",
        "against",
        "on",
        "for",
        "topic",
        "agent",
        "goal",
        "after",
        "before",
        "under",
        "cause",
    }
)


def words_for(sentence: Sentence, index: int, states: set[str]) -> list[Unit]:
    """The nearest words for each of the states."""
    found: dict[str, Unit] = {}
    for i in sorted(sentence.clause(index), key=lambda i: abs(i - index)):
        for state in set(states_of(sentence.units[i])) & states:
            found.setdefault(state, sentence.units[i])
    return list(found.values())


@dataclass(frozen=True)
class _Settled:
    """That it is settled who did something: a state, or nobody of a known state."""

    state: str | None


def subject(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state, or the person or body of a state, that is the subject of a verb: nearest to its left."""
    if doers := with_doer(sentence, index):
        acting = (i for i in doers if not are_private(sentence, i, index))
        return next((state for i in acting for state in states_of(sentence.units[i])), None)
    start = index - 1
    while start > clause.start and sentence.units[start].key in sentence.language.words["adverb"]:
        start -= 1
    if sentence.units[start].kind == "and" or sentence.units[start].text == ",":
        shared = _shared(sentence, index, start, clause)
        if shared is not None:
            return shared.state
    for i in range(start, clause.start - 1, -1):
        settled = _by_pronoun(sentence, i) or _by_unit(sentence, i, index, next_to_verb=i == start)
        if settled is not None:
            return settled.state
    return _of_relative(sentence, clause.start)


def _shared(sentence: Sentence, index: int, start: int, clause: range) -> _Settled | None:
    """The subject that a verb shares with an earlier one: "A summoned the ambassador of B, lodged … (and) …"."""
    earlier = next((i for i in range(start - 1, clause.start, -1) if _has_subject(sentence, i)), None)
    if earlier is None:
        before = range(clause.start, start)
        first = _first_named(sentence, before)
        # "the League of Nations declared A the aggressor and …"
        return _Settled(first) if first is not None or _is_led_by_body(sentence, before) else None
    if _follows_passive(sentence, earlier, index):
        return _Settled(agent(sentence, earlier, clause))
    by = subject(sentence, earlier, clause)
    # "the ministry summoned the envoy of B and …": of whom the ministry is, nobody says
    return _Settled(by) if by is not None or not sentence.language.cases else None


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Whether a verb has a subject of its own: no infinitive, nothing behind a preposition."""
    if not is_verb(sentence, index) or _below(sentence, index):
        return False
    return bool(sentence.language.cases) or voice(sentence, index) != "infinitive"


def _by_pronoun(sentence: Sentence, at: int) -> _Settled | None:
    """Whom a pronoun stands for: "we", "he", "it", "which"."""
    unit, words = sentence.units[at], sentence.language.words
    if unit.key in words["first_person"]:
        return _Settled(unnamed.speaker(sentence))
    if unit.kind != "pronoun":
        return None
    if (person := unnamed.antecedent(sentence, at)) is not None:
        # "In P, President X … and said he was recalling his ambassador"
        state = next(iter(states_of(person)), None)
        return _Settled(state or unnamed.of_the_town(sentence, range(len(sentence.units))))
    if unit.key in words["it"]:  # "A withdrew its specialists, and it cancelled …"
        named = (other for other in sentence.units[:at] if other.mark not in _ASIDE)
        return _Settled(next((state for other in named for state in states_of(other)), None))
    if unit.key in words["clause"]:
        return _Settled(_last_before(sentence, at))
    return None


def _last_before(sentence: Sentence, at: int) -> str | None:
    """The state told last right before a clause: "(C), which lodged a protest"."""
    before = [state for unit in sentence.units[max(0, at - 4) : at] for state in states_of(unit)]
    return before[-1] if before else None


def _by_unit(sentence: Sentence, at: int, index: int, *, next_to_verb: bool) -> _Settled | None:
    """Whether a unit before a verb is its subject, and the state that then acts; None where it is aside or no state."""
    unit = sentence.units[at]
    if _is_plainly_subject(sentence, at, index):
        return _Settled(states_of(unit)[0])
    if next_to_verb and is_of_nobody(sentence, at):
        return _Settled(None)  # "after students stormed the embassy"
    if _is_aside(sentence, at, next_to_verb=next_to_verb):
        return None
    if unit.kind in ("body", "organisation") and is_private_body(sentence, unit):
        return _Settled(None)
    if are_private(sentence, at, index) or owns_private(sentence, at, index):
        return _Settled(None)  # "Norwegian fishermen protested", "Norway's football association protested"
    if sentence.language.cases and unit.mark == "of":
        return _by_owner(sentence, at)
    return _of(unit)


def _of(unit: Unit) -> _Settled | None:
    """The state that a unit tells, if any."""
    return next((_Settled(state) for state in states_of(unit)), None)


def _by_owner(sentence: Sentence, at: int) -> _Settled | None:
    """The state whose people, told before it, are the subject: «министерство (А) выслало …»."""
    unit = sentence.units[at]
    if of_private(sentence, at):
        return _Settled(None)  # «сборная А разгромила …»
    if sentence.units[at - 2].key in sentence.language.words["reply"] and unit.kind == "place":
        return _Settled(next(iter(states_of(unit)), None))  # «в ответ Абу-Даби свернул …»: without cases
    return None if _of_oblique(sentence, at) else _of(unit)  # «дипломату посольства А вручили ноту»


def _is_aside(sentence: Sentence, at: int, *, next_to_verb: bool) -> bool:
    """Whether a unit stands aside by its preposition or case: «отозвала посла (из Б), а в мае объявила …»."""
    unit = sentence.units[at]
    if unit.kind == "actor" and unit.case in _OBLIQUE and sentence.language.cases:
        return True
    if unit.kind in ("sides", "dyad") or (unit.mark not in _ASIDE and unit.mark != "between"):
        return False
    clausal = unit.mark in CLAUSAL or _is_of_gerund(sentence, at)  # "after A occupied B"
    return not (next_to_verb and clausal)


def _of_relative(sentence: Sentence, start: int) -> str | None:
    """The state that a relative clause belongs to: "(C), which lodged a protest"."""
    if not start or sentence.units[start - 1].kind not in ("clause", "pronoun"):
        return None
    return _last_before(sentence, start) or _who_decided(sentence, start) or _one_of(sentence, start)


def _is_of_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a state is the subject of what follows from something: "has resulted in A imposing a blockade"."""
    units = sentence.units
    if sentence.language.cases or at < 2 or at + 1 >= len(units) or voice(sentence, at + 1) != "ing":
        return False
    return units[at].kind == "state" and units[at - 2].key in sentence.language.words["results"]


def _follows_passive(sentence: Sentence, earlier: int, index: int) -> bool:
    """Whether a verb in -ing goes on with a passive, whose subject did nothing: "the pass was closed, halting …"."""
    follows = voice(sentence, index) == "ing" and voice(sentence, earlier) == "passive"
    return follows and not sentence.language.cases


def _is_plainly_subject(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether an adjective of a state is in the nominative, whatever stands before it: «по сведениям из П., узбекские
    (военные захватили …)», and its people act for it.
    """
    unit = sentence.units[at]
    if not sentence.language.cases and at + 1 == stop and at > 0 and unit.kind == "state":
        # "during the crisis A closed …": behind a noun, so the preposition does not govern it
        return unit.value[1] == "name" and sentence.units[at - 1].kind == "word"
    if unit.kind != "state" or unit.value[1] != "adjective" or unit.case != "nom" or not unit.mark:
        return False
    behind = sentence.units[at + 1] if at + 1 < len(sentence.units) else unit
    return in_class(behind, sentence, "forces") and not are_private(sentence, at, at + 2)


def _who_decided(sentence: Sentence, start: int) -> str | None:
    """The state whose decree a relative clause tells of: «президент А утвердил указ, который вводит …»."""
    units, at = sentence.units, start - 3
    if at < 1 or not in_class(units[at], sentence, "resolve"):
        return None
    verb = next((i for i in range(at - 1, max(0, at - 4), -1) if is_verb(sentence, i)), None)
    return subject(sentence, verb, sentence.clause(verb)) if verb is not None else None


def _below(sentence: Sentence, index: int) -> bool:
    """Whether a verb hangs on a preposition: "accused B of supporting rebels and …"."""
    before = sentence.units[index - 1]
    return before.kind == "preposition" and any(form == "ing" for _, form in sentence.units[index].value)


def _is_led_by_body(sentence: Sentence, indices: range) -> bool:
    """Whether a clause begins with an organisation that is no state's."""
    names = (unit for unit in sentence.units[indices.start : indices.stop] if not unit.mark)
    first = next((unit for unit in names if states_of(unit) or unit.kind == "organisation"), None)
    return first is not None and not states_of(first)


def _first_named(sentence: Sentence, indices: range) -> str | None:
    """The state that a clause begins with: "A accused B of meddling and expelled its ambassador"."""
    when = False
    for i in indices if not _is_led_by_body(sentence, indices) else ():
        unit = sentence.units[i]
        # "five days after the start of the A crisis, B sided with C and recalled …"
        when = unit.text != "," and (when or (unit.kind == "preposition" and unit.value in CLAUSAL))
        if not when and unit.mark not in _ASIDE and not are_private(sentence, i, indices.stop):
            for state in states_of(unit):
                return state
    return None


def _of_oblique(sentence: Sentence, at: int) -> bool:
    """Whether a state in the genitive belongs to words that can be no subject."""
    units, head = sentence.units, at
    while head > 0 and (units[head].mark == "of" or units[head].value == "of" or units[head].case == "gen"):
        head -= 1
    if units[head].key in sentence.language.words["agreed"]:
        return False  # «в ответ на решение властей А выслать …»
    if units[head].mark in _ASIDE:
        return True
    before = units[head - 1] if head else units[head]
    return before.kind == "preposition" and before.value in _ASIDE and before.end > before.start


def joined(sentence: Sentence, index: int, by: str) -> list[str]:
    """The other states that did it together with one: "A, B and C withdrew their ambassadors"."""
    units, clause = sentence.units, sentence.clause(index)
    last = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].kind == "state" and units[i].value[0] == by
        ),
        None,
    )
    if last is None or units[last].value[1] != "name" or units[last].mark:
        return []
    if any(
        unit.kind in ("actor", "state", "organisation", "date", "clause") for unit in units[last + 1 : index]
    ):
        return []
    found = []
    for i in range(last - 1, clause.start - 1, -1):
        unit = units[i]
        if unit.kind == "state" and unit.value[1] == "name" and units[i + 1].kind in ("punct", "and"):
            if unit.mark:
                return []
            found.append(str(unit.value[0]))
        elif unit.kind not in ("and", "determiner") and unit.text != ",":
            break
    return found[::-1]


def body(sentence: Sentence, index: int, clause: range) -> str | None:
    """The organisation of states that is the subject of a verb, or its members: "the European Union imposed sanctions
    on B", «страны ЕС запретили въезд …»."""
    units = sentence.units
    for i in range(index - 1, clause.start - 1, -1):
        unit = units[i]
        if unit.kind == "body" and not unit.mark:
            return _of_union(sentence, unit)  # "the Council of the European Union", «Совет ЕС»
        if unit.kind == "organisation" and isinstance(unit.value, str):
            members = unit.mark == "of" and i >= 2 and units[i - 2].kind == "sides" and not units[i - 2].mark
            return unit.value if members or not unit.mark else None
        if unit.kind not in ("be", "have", "word", "determiner", "date", "preposition"):
            return None
    return None


def _of_union(sentence: Sentence, unit: Unit) -> str | None:
    """The organisation of states that a body is an organ of, by the last words of its name."""
    words = unit.text.split()
    for first in range(1, len(words)):
        _, entries = sentence.language.find([sentence.language.key(word) for word in words[first:]], 0)
        name = next((str(e.value) for e in entries if e.kind == "organisation"), None)
        if name is not None and name.lower() in sentence.language.words["blocs"]:
            return name
    return None


def _one_of(sentence: Sentence, stop: int) -> str | None:
    """ "A was one of the countries which …": A."""
    units = sentence.units
    return next(
        (
            str(units[i].value[0])
            for i in range(stop - 1)
            if units[i].kind == "state" and not units[i].mark and units[i + 1].kind == "be"
        ),
        None,
    )


def is_of_several(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether those who act are states that nobody names: «некоторые страны», «ряд западных государств»."""
    words = sentence.language.words
    return any(
        (
            unit.kind == "sides"
            and not unit.mark
            and sentence.units[i - 1].kind in ("determiner", "amount", "word")
        )
        or (
            unit.kind == "sides"
            and unit.mark == "of"
            and any(u.key in words["some"] for u in sentence.units[:i])
        )
        for i, unit in enumerate(sentence.units[:index])
        if i >= max(clause.start, 1)
    )


def _as_a_people(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a people stands for its state right before a verb: "the Soviets occupied B"."""
    unit = sentence.units[at]
    several = unit.kind == "state" and unit.value[1] == "adjective" and unit.text.endswith("s")
    return several and at + 1 == verb and at > 0 and sentence.units[at - 1].kind == "determiner"


def between_forces(
    sentence: Sentence, index: int, clause: range, how: str, by: str | None, foreign: bool
) -> bool:
    """Whether an attack is told of states or of what is plainly theirs: "A invaded B", "troops of A shelled B"."""
    units = sentence.units
    low, high = (index + 1, clause.stop) if how == "passive" else (max(clause.start, index - 10), index)
    doers = [i for i in range(low, high) if by in states_of(units[i])]
    if not doers:
        return False
    near = doers[0] if how == "passive" else doers[-1]
    unit = units[near]
    whole = (
        unit.kind == "state" and unit.value[1] == "name" and unit.mark != "owner"
    ) or unit.kind == "organisation"
    if sentence.language.cases and unit.mark == "of":
        whole = False  # «житель А», «пограничники А»
    whole = whole or (how == "active" and _as_a_people(sentence, near, index))
    forces = any(
        in_class(units[i], sentence, "forces") for i in range(max(low, near - 3), min(near + 4, high))
    )
    return (whole or forces) and foreign
