"""Who came along on a visit, told in a sentence of its own: they join the visitors of the visit told last."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"be", "trigger:include"})

_FAR = 600
"""Characters from a visit within which its visitors are still who "he" or "the delegation" is."""
_CARRIED = frozenset({"actor", "and", "punct", "determiner", "amount", "number", "word", "state"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The minister was accompanied by …", "the delegation included …", behind the sentence that tells the visit."""
    visit = context.latest.get("visit")
    if visit is None or not 0 <= sentence.start - visit.evidence[0][1] < _FAR:
        return
    unit = sentence.units[index]
    if unit.kind == "be":
        first = _accompanied(sentence, index)
        about = first and _is_visitor(sentence, index, visit, context)
    else:
        first = index + 1 if is_verb(sentence, index) and is_fact(sentence, index) else 0
        about = first and _is_delegation(sentence, index, visit)
    if about:
        _join(sentence, index, first, visit, context)
    yield from ()


def _accompanied(sentence: Sentence, index: int) -> int:
    """The index behind "was accompanied by"; 0 where it does not stand there as a fact."""
    units, words = sentence.units, sentence.language.words
    before = units[index - 1] if index else None
    behind = units[index + 1 : index + 3]
    if before is None or before.kind in ("modal", "preposition") or before.key in words["negation"]:
        return 0
    told = len(behind) == 2 and behind[0].key in words["accompanied"] and behind[1].value == "agent"
    return index + 3 if told else 0


def _is_visitor(sentence: Sentence, index: int, visit: Draft, context: Context) -> bool:
    """Whether the subject is one of the visitors: by family name, by office, or a pronoun for the only one."""
    unit = sentence.units[index - 1]
    visitors: tuple[Person, ...] = visit.slots["visitors"]
    if unit.key in sentence.language.words["person_pronoun"]:
        return len(visitors) == 1
    if unit.kind != "actor":
        return False
    actor = completed(unit.value, context)
    if actor.state not in (None, visit.slots["from"]):
        return False
    return any(_same(actor.person, visitor) for visitor in visitors)


def _same(told: Person, visitor: Person) -> bool:
    if told.name:
        return bool(visitor.name) and _surname(told.name) == _surname(str(visitor.name))
    return bool(told.office and visitor.office and visitor.office.startswith(told.office))


def _surname(name: str) -> str:
    return name.split()[-1].split(".")[-1]


def _is_delegation(sentence: Sentence, index: int, visit: Draft) -> bool:
    """Whether the subject is the delegation that came: "the delegation", "the A delegation"."""
    units = sentence.units
    subject = [unit for unit in units[:index] if unit.kind not in ("determiner", "state", "word")]
    return (
        len(subject) == 1
        and subject[0].kind == "actor"
        and subject[0].value.group
        and subject[0].value.state in (None, visit.slots["from"])
    )


def _join(sentence: Sentence, index: int, first: int, visit: Draft, context: Context) -> None:
    state = visit.slots["from"]
    people: list[Person] = list(visit.slots["visitors"])
    used: list[Unit] = []
    for unit in sentence.units[first : sentence.clause(index).stop]:
        if unit.kind == "actor" and (unit.value.person.name or unit.value.person.office):
            actor: Actor = completed(unit.value, context)
            if actor.state not in (None, state):
                continue
            used.append(unit)
            people.append(as_person(actor, state))
        elif unit.kind not in _CARRIED and not (unit.kind == "preposition" and unit.value in ("of", "and")):
            break
    if used:
        visit.slots["visitors"] = tuple(dict.fromkeys(people))
        visit.evidence.append(run(sentence, [sentence.units[max(0, index - 1)], *used]))
        visit.why.append(f"retinue: {sentence.units[index].text}")
