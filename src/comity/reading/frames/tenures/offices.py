"""Which office of a mission a person is said to hold: in the title, behind "is" or "as", or before the name."""

from __future__ import annotations

import msgspec

from comity.reading.frames.posts import HEADS, is_office, is_post
from comity.reading.frames.tenures.terms import ACTS, REACH, tells
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_real, is_verb, predicates_of, voice
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_MAKES = frozenset({"become", "appoint"})
"""What makes somebody the holder of an office."""
_ACCEPTS = frozenset({"receive", "recognize"})
"""What is done to an envoy: "N was received by A as minister"."""
_TAKES = frozenset({"serve", "assume"})
"""What the holder of an office does in it, or begins with."""


def holds(sentence: Sentence, office: Actor | None, linked: Unit | None) -> bool:
    """Whether a person is said to hold an office though no date is told."""
    if office is None:
        return False
    if office.former:
        return False
    if linked is not None:
        return True
    return honorary(sentence, office) or bool(office.cls in HEADS and office.state and not office.plural)


def honorary(sentence: Sentence, office: Actor) -> bool:
    """Whether an office is that of an honorary consul."""
    honorary = sentence.language.words["honorary"]
    return office.cls == "consul" and any(
        sentence.language.key(word) in honorary for word in (office.person.office or "").split()
    )


def is_of_a_cause(sentence: Sentence, office: Unit | None) -> bool:
    """Whether an envoy is one for a matter, with no state to be in: "Ambassador for Arms Control"."""
    if office is None or office.value.to:
        return False
    behind = sentence.units[sentence.index(office) + 1 :][:2]
    aimed = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "for"
    return aimed and behind[1].kind not in ("state", "place", "date", "amount", "determiner")


def office_of(sentence: Sentence, index: int, actor: Actor) -> tuple[Actor | None, Unit | None]:
    """The office of a mission that the person has: in their title, behind "is", "as", "became", or before them."""
    behind = _office_behind(sentence, index)
    if behind is not None:
        return behind.value, behind
    if is_post(actor):
        return actor, None
    if _is_something_else(sentence, index):
        return None, None
    ahead = _office_ahead(sentence, index)
    return (ahead.value, ahead) if ahead is not None else (None, None)


def _office_behind(sentence: Sentence, index: int) -> Unit | None:
    """The office that the words behind a person tell, or those behind a clause "who …" about them."""
    found = _office_from(sentence, index, index + 1)
    if found is not None:
        return found
    main = _past_clause(sentence, index)
    return _office_from(sentence, index, main) if main else None


def _is_something_else(sentence: Sentence, index: int) -> bool:
    """Whether a person is said to be something by an office that is no post: "M was special envoy in A"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].kind != "be":
        return False
    office = next((unit for unit in units[index + 2 : index + 4] if unit.kind == "actor"), None)
    return office is not None and not office.value.person.name and not is_post(office.value)


def _past_clause(sentence: Sentence, index: int) -> int:
    """Where the main clause goes on behind "N, who …,": the verb of which the person is the subject; 0 for none."""
    units = sentence.units
    opening = units[index + 1 : index + 3]
    if len(opening) < 2 or opening[0].text != "," or opening[1].kind != "clause":
        return 0
    comma = next((i for i in range(index + 3, len(units) - 1) if units[i].text == ","), 0)
    verb = comma and (units[comma + 1].kind in ("be", "have") or is_verb(sentence, comma + 1))
    return comma + 1 if verb else 0


def _office_from(sentence: Sentence, index: int, start: int) -> Unit | None:
    """ "N is the Ambassador", "N served as Consul", "with N as Minister", "N presented his credentials as Minister"."""
    units = sentence.units
    linked = any(tells(sentence, i, "appoint") for i in range(max(0, index - 2), index))
    dismissed = any(tells(sentence, i, "leave") for i in range(max(0, index - 2), index))
    post_words = sentence.language.words["post_word"]
    posted = bracket = served = occupied = accepted = False
    described: int | None = None
    for i in range(start, min(start + REACH + 3, len(units))):
        unit = units[i]
        if unit.kind == "actor":
            if unit.value.person.name or unit.value.plural:
                if units[i].mark == "goal" or replaced(sentence, i):
                    continue
                return None
            if i + 1 < len(units) and units[i + 1].kind == "poss":
                return None  # "N was the ambassador's son"
            if dismissed and unit.mark == "of" and is_office(unit) and units[i - 2].key in post_words:
                return unit  # «освободил Н. от должности посла в Б»
            if i == index + 1 and unit.case == "ins" and is_office(unit) and _appointed_before(sentence, i):
                return unit  # «назначил бывшего министра Н. послом в Б»
            raised = linked and unit.mark == "source" and not sentence.language.cases
            if raised:
                continue  # "was promoted from Minister to Ambassador"
            if described is not None and is_office(unit):
                _lend_state(units[described], unit)
            if linked and (is_office(unit) or (posted and unit.value.cls == "minister")):
                return unit
            if served and (unit.case == "ins" or occupied) and is_office(unit):
                return unit  # «работает послом»
            if (
                unit.mark == "goal"
                or (accepted and unit.mark == "agent")
                or ((linked or dismissed) and unit.mark in ("of", "source"))
            ):
                continue  # «указом Президента … назначен послом»
            if not linked and described is None and _is_apposed(sentence, index, i):
                described = i
                continue
            if linked and described is None and _only_describes(sentence, i):
                described = i
                continue
            return None
        if unit.value == "as" and units[i - 1].key in sentence.language.words["unsettled"]:
            return None  # "was proposed as ambassador"
        if (
            unit.kind == "be"
            or (unit.kind == "preposition" and unit.value == "as")
            or (i == index + 1 and unit.text in _DASHES and unit.start > units[index].end)
        ):
            linked = True
            posted = posted or unit.kind == "preposition"
        elif unit.kind == "trigger":
            found = predicates_of(sentence, i)
            if not found & ACTS:
                accepted = bool(found & _ACCEPTS) and voice(sentence, i) == "passive"
                if bracket or accepted:
                    continue
                return None
            if found & _MAKES and not is_real(sentence, i):
                return None  # «послом станет А. Б.»
            if "appoint" in found and voice(sentence, i) == "active" and not sentence.language.cases:
                return None  # "President N appointed M as Consul"
            linked = linked or bool(found & {"become", "appoint"}) or ("leave" in found and " " in unit.text)
            posted = posted or "credentials" in found
            served = served or bool(found & _TAKES) or "succeed" in found
            # «занимал пост посла», «приступил к обязанностям посла»
            occupied = occupied or (bool(found & _TAKES) and " " in unit.text)
        elif unit.text == "(":
            bracket = True
        elif unit.text == ")":
            bracket = False
        elif bracket:
            continue
        elif served and unit.key in post_words:
            occupied = True  # «обязанности посла исполняет Н.»
        elif (
            (unit.kind == "clause" and i != index + 2 and i - 1 != described)
            or unit.text in (";", ":")
            or unit.kind in ("and", "mission")
        ):
            return None
    return None


def _is_of_successor(sentence: Sentence, index: int) -> bool:
    """Whether a person is only told of with the one who came in their place: «преемник Н. на посту посла»."""
    units = sentence.units
    near = range(index - 1, max(-1, index - 3), -1)
    before = next((i for i in near if units[i].start < units[i].end), -1)
    return (
        before >= 0
        and units[index].mark == "of"
        and tells(sentence, before, "succeed")
        and not is_verb(sentence, before)
    )


def _only_describes(sentence: Sentence, index: int) -> bool:
    """Whether an office only says what somebody is by profession, and the post comes next: "is an American diplomat who
    was Ambassador to A", «– российский дипломат, посол в А»."""
    unit, after = sentence.units[index], sentence.units[index + 1 : index + 2]
    office: Actor = unit.value
    goes_on = bool(after) and (after[0].kind == "clause" or after[0].text == ",")
    return goes_on and unit.mark == "" and office.cls == "diplomat" and not is_post(office)


def _is_apposed(sentence: Sentence, index: int, at: int) -> bool:
    """Whether an office between commas behind a name only says what somebody was before: "N, a career diplomat, was
    appointed Ambassador"."""
    units = sentence.units
    if index + 1 >= at or units[index + 1].text != "," or is_post(units[at].value):
        return False
    between = units[index + 2 : at]
    closed = at + 1 < len(units) and units[at + 1].text == ","
    return closed and all(unit.kind in ("determiner", "word", "state") for unit in between)


def _lend_state(profession: Unit, office: Unit) -> None:
    """Gives a post without a sender the state of the diplomat who holds it."""
    told: Actor = office.value
    state = profession.value.state
    if told.state is None and told.to and state and state != told.to:
        person = msgspec.structs.replace(told.person, of=told.person.of or state)
        office.value = msgspec.structs.replace(told, state=state, person=person)


def _appointed_before(sentence: Sentence, index: int) -> bool:
    """Whether a verb of appointing stands in the clause before."""
    return any(
        tells(sentence, i, "appoint") and is_verb(sentence, i) and is_real(sentence, i)
        for i in sentence.clause(index)
        if i < index
    )


def replaced(sentence: Sentence, index: int) -> bool:
    """Whether a person is the one that another replaced: "N replaced M as ambassador"."""
    if sentence.language.cases and _succeeded_by_another(sentence, index):
        return True
    if _is_of_successor(sentence, index):
        return True
    if index < 2 or not tells(sentence, index - 1, "succeed") or not is_verb(sentence, index - 1):
        return False
    subject = sentence.units[index - 2]
    if subject.kind == "have" and not sentence.language.cases:
        return True  # "who had replaced N"
    return subject.kind == "actor" and bool(subject.value.person.name)


def _succeeded_by_another(sentence: Sentence, index: int) -> bool:
    """Whether a person in an oblique case is the object of succeeding: «посла А. сменила Б.»."""
    units, clause = sentence.units, sentence.clause(index)
    if units[index].case in ("", "ins") or units[index].case.startswith("nom"):
        return False
    succeeds = any(tells(sentence, i, "succeed") and is_verb(sentence, i) for i in clause)
    return succeeds and any(
        units[i].kind == "actor" and units[i].value.person.name and units[i].case.startswith("nom")
        for i in clause
    )


def _office_ahead(sentence: Sentence, index: int) -> Unit | None:
    """ "The Ambassador is N", "the Ambassadors were N (d), M (d)", "the first ambassador, the writer N"."""
    units = sentence.units
    bracket = listed = copula = comma = False
    for i in range(index - 1, max(index - 40, -1), -1):
        unit = units[i]
        if unit.text == ")":
            bracket = True
        elif unit.text == "(":
            comma = comma or not bracket
            bracket = False
        elif bracket:
            continue
        elif unit.kind == "actor":
            if is_office(unit):
                if i == index - 1 and unit.case == "ins" and i and tells(sentence, i - 1, "appoint"):
                    return unit  # «назначил послом в Б Петера Н.»
                if unit.value.plural:
                    return unit if copula or comma else None
                return unit if (copula or (comma and index - i <= 5)) and not listed else None
            if not unit.value.person.name:
                return None
            listed = True
        elif unit.kind == "be" or (i == index - 1 and unit.text in _DASHES):
            copula = True
        elif unit.text in (",", ":", "("):
            comma = True
        elif unit.kind == "trigger":
            found = predicates_of(sentence, i)
            if not found & {"serve", *_MAKES} or (found & _MAKES and not is_real(sentence, i)):
                return None
            copula = True
        elif unit.text == ";":
            listed = True
        elif unit.kind == "clause" or unit.text == ".":
            if not listed:
                return None
        elif unit.key in sentence.language.words["concurrently"] or (
            unit.kind == "preposition" and units[i + 1].key in sentence.language.words["concurrently"]
        ):
            continue
        elif unit.kind not in (
            "determiner",
            "word",
            "and",
            "date",
            "have",
            "preposition",
            "place",
            "state",
            "honorific",
        ) or (
            unit.kind == "preposition"
            and unit.value not in (("goal", "place", "of", "with") if copula else ("goal", "place", "of"))
            and units[i + 1].kind != "date"
        ):
            return None
    return None
