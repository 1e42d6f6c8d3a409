"""The office that the words behind a person tell: "N is the Ambassador", "N served as Consul"."""

from __future__ import annotations

import msgspec

from comity.reading.frames.posts import is_office, is_post
from comity.reading.frames.tenures.acts import ACTS, REACH, tells
from comity.reading.frames.tenures.bystanders import is_relative
from comity.reading.frames.tenures.replaced import replaced
from comity.reading.people import Actor
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, is_verb, predicates_of, voice
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_MAKES = frozenset({"become", "appoint"})
"""What makes somebody the holder of an office."""
_ACCEPTS = frozenset({"receive", "recognize"})
"""What is done to an envoy: "N was received by A as minister"."""
_TAKES = frozenset({"serve", "assume"})
"""What the holder of an office does in it, or begins with."""


def office_from(sentence: Sentence, index: int, start: int) -> Unit | None:
    """ "N is the Ambassador", "N served as Consul", "with N as Minister", "N presented his credentials as Minister"."""
    return _Behind(sentence, index).office(start)


class _Behind:
    """Goes through the words behind a person up to an office, with what they said on the way."""

    def __init__(self, sentence: Sentence, person: int) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.person = person
        self.words = sentence.language.words
        before = range(max(0, person - 2), person)
        self.linked = any(tells(sentence, i, "appoint") for i in before)
        """Whether words join the person to an office: "is", "as", "was appointed"."""
        self.dismissed = any(tells(sentence, i, "leave") for i in before)
        self.posted = False
        """Whether they tell of a post, so that a minister is one of a mission: "as Minister"."""
        self.served = False
        self.occupied = False
        """Whether they tell of serving in a post with the post's name behind: «занимал пост посла»."""
        self.accepted = False
        self.bracket = False
        self.described: int | None = None
        """An office that only said what the person is: "a career diplomat"."""
        self.found: Unit | None = None

    def office(self, start: int) -> Unit | None:
        """The office that the words from an index on tell."""
        for i in range(start, min(start + REACH + 3, len(self.units))):
            if not self.goes_on(i):
                return self.found
        return None

    def goes_on(self, index: int) -> bool:
        """Whether an office may still follow behind a unit."""
        unit = self.units[index]
        if unit.kind == "actor":
            return self.past_actor(index)
        if unit.value == "as" and self.units[index - 1].key in self.words["unsettled"]:
            return False  # "was proposed as ambassador"
        if self.is_link(index):
            self.linked = True
            self.posted = self.posted or unit.kind == "preposition"
        elif unit.kind == "trigger":
            return self.past_act(index)
        elif unit.text in ("(", ")"):
            self.bracket = unit.text == "("
        elif not self.bracket and self.served and unit.key in self.words["post_word"]:
            self.occupied = True  # «обязанности посла исполняет Н.»
        elif not self.bracket:
            return not self.is_end(index)
        return True

    def past_actor(self, index: int) -> bool:
        """Whether words go on behind somebody who is told: not behind the office looked for, nor behind another person
        who does something."""
        unit = self.units[index]
        if unit.value.person.name or unit.value.plural:
            beside = is_relative(self.sentence, index)
            return beside or unit.mark == "goal" or replaced(self.sentence, index)
        if index + 1 < len(self.units) and self.units[index + 1].kind == "poss":
            return False  # "N was the ambassador's son"
        if self.is_left(index) or self.is_given_before(index):
            self.found = unit
            return False
        if self.linked and unit.mark == "source" and not self.sentence.language.cases:
            return True  # "was promoted from Minister to Ambassador"
        if self.described is not None and is_office(unit):
            _lend_state(self.units[self.described], unit)
        if self.is_held(unit):
            self.found = unit
            return False
        return self.is_beside(unit) or self.describes(index)

    def is_left(self, index: int) -> bool:
        """Whether an office is the one that the person was dismissed from: «освободил Н. от должности посла в Б»."""
        unit = self.units[index]
        post = self.units[index - 2].key in self.words["post_word"]
        return self.dismissed and post and unit.mark == "of" and is_office(unit)

    def is_given_before(self, index: int) -> bool:
        """Whether a verb before the person gives the office right behind: «назначил бывшего министра Н. послом в Б»."""
        unit = self.units[index]
        right = index == self.person + 1 and unit.case == "ins" and is_office(unit)
        return right and _appointed_before(self.sentence, index)

    def is_held(self, office: Unit) -> bool:
        """Whether an office is that of the person: joined to them, or one that they serve in: «работает послом»."""
        if self.linked and (is_office(office) or (self.posted and office.value.cls == "minister")):
            return True
        return self.served and (office.case == "ins" or self.occupied) and is_office(office)

    def is_beside(self, office: Unit) -> bool:
        """Whether somebody is told who only took part in the act: «указом Президента … назначен послом»."""
        return (
            office.mark == "goal"
            or (self.accepted and office.mark == "agent")
            or ((self.linked or self.dismissed) and office.mark in ("of", "source"))
        )

    def describes(self, index: int) -> bool:
        """Whether an office only says what the person is, before the one looked for: "N, a career diplomat, was …"."""
        if self.described is not None:
            return False
        if self.linked:
            describes = _only_describes(self.sentence, index)
        else:
            describes = _is_apposed(self.sentence, self.person, index)
        if describes:
            self.described = index
        return describes

    def is_link(self, index: int) -> bool:
        """Whether a unit joins a person to what they are: "is", "as", a dash behind the name."""
        unit = self.units[index]
        dash = index == self.person + 1 and unit.text in _DASHES and unit.start > self.units[self.person].end
        return unit.kind == "be" or (unit.kind == "preposition" and unit.value == "as") or dash

    def past_act(self, index: int) -> bool:
        """Whether an act may lead to an office, and what it says of it: "became", "presented his credentials as"."""
        unit, sentence = self.units[index], self.sentence
        acts = predicates_of(sentence, index)
        if not acts & ACTS:
            self.accepted = bool(acts & _ACCEPTS) and voice(sentence, index) == "passive"
            return self.bracket or self.accepted
        if acts & _MAKES and not is_real(sentence, index):
            return False  # «послом станет А. Б.»
        if "appoint" in acts and voice(sentence, index) == "active" and not sentence.language.cases:
            return False  # "President N appointed M as Consul"
        whole = " " in unit.text  # «занимал пост посла», «приступил к обязанностям посла»
        self.linked = self.linked or bool(acts & _MAKES) or ("leave" in acts and whole)
        self.posted = self.posted or "credentials" in acts
        self.served = self.served or bool(acts & _TAKES) or "succeed" in acts
        self.occupied = self.occupied or (bool(acts & _TAKES) and whole)
        return True

    def is_end(self, index: int) -> bool:
        """Whether something else begins at a unit: a clause that is not about the person, "and", a mission."""
        unit = self.units[index]
        about = index == self.person + 2 or index - 1 == self.described
        return (
            (unit.kind == "clause" and not about)
            or unit.text in (";", ":")
            or unit.kind == "and"
            or (unit.kind == "mission" and not self.served)
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
