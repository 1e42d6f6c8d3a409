"""What things tell of how they were given: as help, as relief, by whom, to how many people."""

from __future__ import annotations

from comity.reading.amounts import Amount
from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import are_people, counted
from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_TAKING = ("goal", "for")


def people_given(sentence: Sentence, beneficiary: list[int]) -> int | float | None:
    """How many people had what was given: "scholarships to 45 students of B"."""
    units = sentence.units
    for i in beneficiary[:1]:
        before = range(i, max(i - 7, 0), -1)
        low = next((at for at in before if units[at].kind == "preposition" and units[at].value in _TAKING), i)
        stop = phrase(sentence, low + 1, frozenset({"of"}), len(units))
        for at in counted(sentence, low + 1, stop):
            group = units[at + 1 : stop]
            people = any(
                in_class(u, sentence, name) for u in group for name in ("trainee", "sent_forces", "expert")
            )
            if people or (group and group[-1].kind == "state" and group[-1].text.endswith("s")):
                amount: Amount = units[at].value
                return amount.value
    return None


def of_giver(sentence: Sentence, group: list[Unit], beneficiary: list[int], context: Context) -> bool:
    """Whether experts or arms themselves tell whose they are: «в А направлены 20 врачей Б»."""
    takers = {state for i in beneficiary for state in states_of(sentence.units[i])}
    givers = {state for unit in group for state in states_of(unit)}
    given = any(in_class(u, sentence, name) for u in group for name in ("expert", "arms", "aid"))
    given = given or (bool(group) and are_nationals(group[-1]))  # "sent 60 young As to B"
    unnamed = bool(beneficiary) and not takers and context.pair() is not None  # "to the college of P"
    return (bool(takers) or unnamed) and bool(givers - takers) and given


def are_nationals(unit: Unit) -> bool:
    """Whether a word is one for people of a state: "Norwegians"."""
    return unit.kind == "state" and unit.value[1] != "name" and unit.text.endswith("s")


def are_seconded(sentence: Sentence, index: int, group: list[Unit]) -> bool:
    """Whether people were sent to work, not to play, trade or talk: "seconded four investigators to B"."""
    if sentence.units[index].key not in sentence.language.words["seconds"]:
        return False
    people = [unit for unit in group if are_people(sentence, unit)]
    return bool(people) and not any(in_class(unit, sentence, "travellers") for unit in people)


def as_help(sentence: Sentence, index: int, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether soldiers were sent to help: "sent 500 soldiers to B to help defend it"."""
    if not beneficiary or not any(in_class(unit, sentence, "sent_forces") for unit in group):
        return False
    units, words = sentence.units, sentence.language.words["in_help"]
    behind = units[beneficiary[0] : sentence.clause(index).stop]
    return any(unit.key.split(" ")[0] in words for unit in behind) or any(unit.key in words for unit in group)


def as_relief(sentence: Sentence, index: int, group: list[Unit], beneficiary: list[int]) -> bool:
    """Whether people were sent to rescue others: "sent 50 members of a rescue team to B"."""
    if not beneficiary or not any(in_class(unit, sentence, "sent_people") for unit in group):
        return False
    words = sentence.language.words["relief_work"]
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(sentence.language.key(word) in words for unit in behind for word in unit.text.split())


def between_two(sentence: Sentence, group: list[Unit], beneficiary: list[int], context: Context) -> bool:
    """Whether a thing that one of two states was given came from the other: told on a page about both, or below a
    heading about the other."""
    pair = context.pair() or ()
    takers = {state for i in beneficiary for state in states_of(sentence.units[i])}
    given = any(in_class(unit, sentence, "aid") for unit in group) or is_arms(sentence, group)
    return len(takers & set(pair)) == 1 and given


def is_arms(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether things are arms: "tanks", "ammunition"."""
    return any(in_class(unit, sentence, "arms") for unit in group)


def is_seats(sentence: Sentence, group: list[Unit], clause: range) -> bool:
    """Whether things are places to study: «для граждан А выделено 30 мест»."""
    return any(in_class(unit, sentence, "seat") for unit in group[:3]) and any(
        in_class(sentence.units[i], sentence, "trainee") for i in clause
    )
