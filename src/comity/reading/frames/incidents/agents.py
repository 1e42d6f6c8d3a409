"""Who did a hostile act where no subject tells it: its agent, a decision, a side, a company of a state."""

from __future__ import annotations

from comity.reading.frames.nouns import direction, in_class, phrase, states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit


def agent(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state that is marked as the doer behind a verb: "by B"."""
    units = sentence.units
    for i in range(index + 1, clause.stop):
        by_word = units[i - 1].value == "agent" and units[i].kind == "word" and bool(sentence.language.cases)
        owned = units[i].mark == "owner" and units[i - 1].value == "agent"  # "by A's coast guard"
        if units[i].mark != "agent" and not by_word and not owned and not _undeclined(sentence, index, i):
            continue
        if sentence.language.cases and i - 2 != index and _of_noun(sentence, i):
            continue  # «вызванному …, в ответ на высылку Б дипломатов»
        if not sentence.language.cases and _of_cause(sentence, index, i):
            continue  # "was recalled following a threat of expulsion by B"
        stop = i + 1
        if by_word:  # «сотрудниками погранслужбы А»
            while stop < clause.stop and _belongs(units, stop):
                stop += 1
        told = next((state for unit in units[i:stop] for state in states_of(unit)), None)
        if told is not None:
            return told
    return None


def _of_cause(sentence: Sentence, index: int, at: int) -> bool:
    """Whether an agent did what came before an act: "was recalled following a threat of expulsion by B"."""
    return any(
        unit.kind == "preposition" and unit.value in ("after", "cause")
        for unit in sentence.units[index + 1 : at]
    )


def _undeclined(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a state without cases stands right behind a passive verb, which it can only be the doer of: «захвачен
    КНДР».
    """
    unit = sentence.units[at]
    if not sentence.language.cases or at != index + 1 or unit.kind != "state" or unit.case or unit.mark:
        return False
    return direction(sentence, index) == "passive" and unit.value[1] == "name"


def _of_noun(sentence: Sentence, at: int) -> bool:
    """Whether a doer stands right behind the noun of another act."""
    units = sentence.units
    noun = units[at - 2].kind == "trigger" and not is_verb(sentence, at - 2)
    return noun and units[at - 1].start == units[at - 1].end


def _belongs(units: list[Unit], at: int) -> bool:
    """Whether a unit is in the genitive of the words before it, or opens it."""
    return units[at].value == "of" or units[at].case == "gen" or units[at].mark == "of"


def past_agent(sentence: Sentence, index: int, clause: range) -> int:
    """The index behind a noun, or behind the doer told right behind it: «высылка Б | дипломатов А»."""
    units, first = sentence.units, index + 1
    while first < clause.stop and units[first].kind == "preposition" and units[first].value == "agent":
        if (
            units[first].end > units[first].start
            or first + 1 >= clause.stop
            or not states_of(units[first + 1])
        ):
            break
        adjective = units[first + 1].kind == "state" and units[first + 1].value[1] == "adjective"
        first += 2
        while adjective and first < clause.stop and units[first].case == "ins":
            first += 1  # «высылка словацкими властями (дипломата А)»
    return first


def by_decision(sentence: Sentence, clause: range) -> str | None:
    """The state by whose decision something was done: «по решению правительства А отозван посол»."""
    units = sentence.units
    for i in range(clause.start, clause.stop - 1):
        if (
            units[i].value == "on"
            and units[i].kind == "preposition"
            and in_class(units[i + 1], sentence, "resolve")
        ):
            stop = phrase(sentence, i + 1, frozenset({"of"}), clause.stop)
            return next((state for unit in units[i + 1 : stop] for state in states_of(unit)), None)
    return None


def of_main_clause(sentence: Sentence, index: int) -> str | None:
    """The state that is the subject behind a gerund's clause: «приостановив поставки Б, А …»."""
    units = sentence.units
    comma = next((i for i in range(index + 1, len(units)) if units[i].text == ","), len(units))
    behind = units[comma + 1 : comma + 5]
    told = (s for u in behind if not u.mark and u.case.startswith("nom") for s in states_of(u))
    return next(told, None)


def from_the_side_of(sentence: Sentence, clause: range) -> str | None:
    """The state from whose side somebody was shot at: «с афганской стороны», «со стороны А»."""
    units, words = sentence.units, sentence.language.words["side"]
    for i in clause:
        told = next(iter(states_of(units[i])), None)
        if told and units[i].mark == "source" and i + 1 < clause.stop and units[i + 1].key in words:
            return told
    return None


def supplier(sentence: Sentence, index: int, how: str, clause: range, firms: dict[str, str]) -> str | None:
    """The state whose company stopped or cut supplies: «Х» прекратил поставки газа, «поставки приостановлены «Х»»."""
    units = sentence.units
    sides = range(index + 1, clause.stop) if how == "passive" else range(index - 1, clause.start - 1, -1)
    for i in sides:
        unit = units[i]
        if unit.kind == "clause" or (unit.kind == "trigger" and is_verb(sentence, i)):
            return None
        if unit.kind not in ("quoted", "word", "organisation"):
            continue
        name = str(unit.value) if unit.kind == "quoted" else unit.text
        state = firms.get(name) or sentence.language.companies.get(name.lower())
        if state is not None:
            return state
    return None
