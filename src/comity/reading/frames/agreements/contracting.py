"""Who an instrument is between, and who signed it: what its phrase, the act and the document tell."""

from __future__ import annotations

import re

from comity.knowledge.states import states
from comity.model.person import Person
from comity.reading.frames.agreements.party_names import PartyNames
from comity.reading.frames.agreements.phrase import Instrument, lists_on
from comity.reading.frames.arguments import assembly_of, code
from comity.reading.frames.nouns import direction, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.frames.parties import parties_of
from comity.reading.units import Unit, is_capitalised

Parties = tuple[str, ...]
Between = tuple[Parties, list[Unit]]
"""Parties and the words that name them."""
_TWO = 2
_CODE = re.compile(r"[A-Z]{3,4}")
_BRACKET = re.compile(r"\s*\([^()]*\)$")


class Act:
    """An act in the sentence: the index of its word, its predicate, and the instruments it is done to."""

    __slots__ = ("date", "index", "place", "predicate", "targets")

    def __init__(self, index: int, predicate: str) -> None:
        self.index = index
        self.predicate = predicate
        self.targets: list[Instrument] = []
        self.date: Unit | None = None
        self.place: Unit | None = None


class Contracting(PartyNames):
    """The parties to the instruments of a sentence."""

    def of_one_kind(self, parties: Parties) -> Parties:
        """The two states where an organ of one is told beside the other: "between the Department of Education and A's
        Ministry of Education"; organisations of states stay.
        """
        codes = [one for one in parties if one in states()]
        bodies = [one for one in parties if one not in states()]
        if len(codes) != 1 or len(bodies) != 1 or not self.is_organ(bodies[0]):
            return parties
        other = self.context.counterpart(codes[0])
        return tuple(other if one in bodies else one for one in parties) if other else parties

    def is_organ(self, name: str) -> bool:
        """Whether a name is that of a state's own organ, a ministry or an agency, and does not say of which state."""
        language = self.sentence.language
        return not list(language.states_in(name, 0, len(name))) and any(
            language.key(word) in language.words["state_organ"] for word in name.split()
        )

    def parties(self, made: Instrument, act: Act | None) -> Between:
        """Between whom an instrument is, and the words that say so: its own phrase, the act's, those who signed it, the
        other side of the one named, or what the sentence and the page tell."""
        return (
            self.by_phrase(made, act)
            or (self.by_act(made, act) if act is not None else None)
            or self.by_signers(made, act)
            or self.by_one_named(made, act)
            or self.by_sentence(made, act)
        )

    def by_phrase(self, made: Instrument, act: Act | None) -> Between | None:
        """Two or more that the instrument's own phrase names: "the A–B treaty", "an agreement between A and B"."""
        if made.pair is not None:
            return made.pair, [made.unit]
        if made.parties is None:
            return None
        named = self.named(made.parties) + self.examples(made.parties.stop)
        if len(named) < _TWO:
            return None
        return self.with_subject(named, made.parties, act), self.words_of(made.parties)

    def words_of(self, phrase: range) -> list[Unit]:
        """The units of a phrase."""
        return [self.units[i] for i in phrase]

    def by_act(self, made: Instrument, act: Act) -> Between | None:
        """Those whom the words behind the act name, or the bodies before it: "signed an agreement with B"."""
        behind = self.behind_act(act)
        named = self.named(behind) + self.examples(behind.stop) if behind is not None else []
        if behind is not None and not named and self.within_one(behind):
            return (), []  # "between the government and the rebels"
        if behind is not None and len(named) >= _TWO:
            return self.with_subject(named, behind, act), self.words_of(behind)
        bodies = self.bodies_before(act)
        if len(bodies) == _TWO:
            return tuple(bodies), []
        if made.parties is None and behind is not None and len(named) == 1:
            return self.with_partner(made, act, named[0], behind)
        return None

    def with_partner(self, made: Instrument, act: Act, partner: str, behind: range) -> Between | None:
        """The partner behind the act and whoever made the instrument with it; nobody where that was a company."""
        subject = self.subject_states(act)
        if len(subject) >= _TWO and partner not in subject:
            return (*subject, partner), self.words_of(behind)
        if self.by_company(made, partner, act):
            return (), []
        made_with = self.other(partner, act)
        if made_with:
            return (made_with, partner), self.words_of(behind)
        if self.context.loose and partner not in states():
            return (), []  # with whom a company made it is not told
        return None

    def by_signers(self, made: Instrument, act: Act | None) -> Between | None:
        """The states of the two who signed, where no phrase of the instrument names its parties."""
        signers = self.signers(act) if act is not None and made.parties is None else ()
        if act is None or len(signers) != _TWO:
            return None
        return signers, [self.units[act.index]]

    def by_one_named(self, made: Instrument, act: Act | None) -> Between | None:
        """The one that the instrument's phrase names, and the other side: "A's agreement with B"."""
        named = self.named(made.parties) if made.parties is not None else []
        if made.parties is None or len(named) != 1:
            return None
        pair = self.context.pair()
        if pair and named[0] not in pair and self.units[made.parties.start].value == "between":
            return pair, self.words_of(made.parties)  # "between the ministries of foreign affairs"
        if act is not None and self.by_company(made, named[0], act):
            return (), []
        other = self.other(named[0], act)
        return ((other, named[0]), self.words_of(made.parties)) if other else None

    def by_sentence(self, made: Instrument, act: Act | None) -> Between:
        """Those whom the rest of the sentence or the page tells: many that sign, "the two countries", a guest's state
        and its host."""
        many = self.many(act)
        if many:
            return many, []
        if act is not None and self.more_than_two(act):
            return (), []
        sides = self.sides(made)
        if sides is not None:
            return sides
        found, words = parties_of(self.sentence, made.index, self.context)
        noun = act is not None and direction(self.sentence, act.index) == "noun"
        if noun and set(found) != set(self.context.pair() or ()):
            return (), []
        guests = self.of_guest(act) if len(found) < _TWO and act is not None else ()
        return (guests, []) if guests else (found, words)

    def each(self, made: Instrument, act: Act | None, parties: Parties) -> list[Parties]:
        """The parties of each of several instruments: "signed free trade agreements with A, B and C" tells one with
        each, unlike "an agreement with A, B and C"."""
        phrase = made.parties or (self.behind_act(act) if act is not None else None)
        with_each = (
            made.plural
            and len(parties) > _TWO
            and phrase is not None
            and self.units[phrase.start].value == "with"
            and all(party in states() for party in parties)
            and not (made.first and self.units[made.first - 1].kind == "amount")
        )
        if not with_each or len(self.subject_states(act)) >= _TWO:
            return [parties]
        return [(parties[0], other) for other in parties[1:]]

    def of_guest(self, act: Act) -> Parties:
        """The two states of a visit that the clause before tells: «вернулся из А, где подписал соглашение»."""
        first = self.sentence.clause(act.index).start
        if not first or self.units[first - 1].key not in self.sentence.language.words["where"]:
            return ()
        before = self.units[:first]
        guest = next((unit.value.state for unit in before if unit.kind == "actor" and not unit.mark), None)
        places = [
            unit for unit in before if unit.kind in ("state", "place") and unit.mark in ("goal", "place")
        ]
        host = code(places[-1]) if places else None
        return (guest, host) if guest and host and guest != host else ()

    def signers(self, act: Act) -> Parties:
        """The states of those by whom it was signed: "signed by the X Foreign Minister and his Y counterpart"."""
        said = self.units[act.index].key in self.sentence.language.words["utters"]
        if direction(self.sentence, act.index) == "active" and not said:
            return ()
        states = [person.of for person in self.signatories(act)]
        return tuple(dict.fromkeys(state for state in states if state and _CODE.fullmatch(state)))

    def sides(self, made: Instrument) -> Between | None:
        """ "The two countries", where no dyad is at hand: the two that the paragraph told of."""
        pair = self.context.sides() if self.context.pair() is None else None
        if pair is None:
            return None
        both = self.sentence.language.words["both"]
        for i in self.sentence.clause(made.index):
            before = self.units[i - 1] if i else self.units[i]
            two = before.kind == "amount" and before.value.value == _TWO
            two = two or before.key in both or self.units[i].key.split(" ")[0] in both
            if self.units[i].kind == "sides" and two:
                return pair, [self.units[i]]
        return None

    def many(self, act: Act | None) -> Parties:
        """Three or more states that sign: the coordinated subject of an active act."""
        found = self.subject_states(act)
        return found if len(found) > _TWO else ()

    def subject_states(self, act: Act | None) -> Parties:
        """The states that the subject of an active act names, or whose holders of an office it names: "the presidents
        of A, B and C"."""
        if act is None or direction(self.sentence, act.index) != "active":
            return ()
        found: list[str] = []
        for i in range(act.index - 1, -1, -1):
            unit = self.units[i]
            if unit.kind == "state" and unit.value[1] == "name" and unit.mark == "":
                found.insert(0, str(unit.value[0]))
            elif found and unit.kind == "actor" and unit.value.plural and unit.value.state:
                found.insert(0, str(unit.value.state))
                break
            elif not found and (unit.kind == "date" or (unit.kind == "preposition" and unit.value == "on")):
                continue  # "A and B on 7 March signed …"
            elif (
                unit.kind not in ("and", "punct", "determiner", "have", "word")
                or unit.text in ";:()"
                or (unit.kind == "word" and found)
            ):
                break
        return tuple(dict.fromkeys(found))

    def more_than_two(self, act: Act) -> bool:
        """Whether the subject is three or more that are not named: "the three powers signed"."""
        if direction(self.sentence, act.index) != "active":
            return False
        words = self.sentence.language.words["powers"]
        for i in range(act.index - 1, max(act.index - 5, 0), -1):
            if any(word in words for word in self.units[i].key.split(" ")):
                number = self.units[i - 1]
                return (
                    number.kind == "amount" and number.value.value is not None and number.value.value > _TWO
                )
        return False

    def within_one(self, phrase: range) -> bool:
        """Whether an instrument is between a government and somebody in its own state."""
        words = self.sentence.language.words["government_head"]
        units = [self.units[i] for i in phrase]
        return (
            units[0].value == "between"
            and any(unit.key in words for unit in units)
            and not any(unit.kind in ("state", "sides", "dyad", "organisation") for unit in units)
            and not any(
                unit.kind == "actor" and (unit.value.state or unit.value.person.name) for unit in units
            )
        )

    def by_company(self, made: Instrument, partner: str, act: Act) -> bool:
        """Whether a contract with a company is one whose other side the sentence does not name as a state."""
        if (
            made.unit.value != "contract"
            or partner in states()
            or direction(self.sentence, act.index) != "active"
        ):
            return False
        return not any(
            unit.kind == "state" and unit.value[1] == "name" and not unit.mark
            for unit in self.units[: act.index]
        ) and not self.own_name(act)

    def with_subject(self, named: list[str], phrase: range, act: Act | None) -> Parties:
        """ "A signed agreements with B and C": the subject is a party too."""
        if self.units[phrase.start].value != "with":
            return tuple(named)
        subject = self.subject_states(act)
        if len(subject) >= _TWO and not set(subject) & set(named):
            return (*subject, *named)
        first = self.other(named[0], act)
        return (first, *named) if first and first not in named else tuple(named)

    def other(self, party: str, act: Act | None) -> str | None:
        """The party that is not named beside "with": the subject of the act, else the state of the document."""
        if act is not None and direction(self.sentence, act.index) == "active":
            for i in range(act.index - 1, -1, -1):
                unit = self.units[i]
                state = (
                    unit.value[0]
                    if unit.kind == "state" and unit.value[1] == "name"
                    else unit.value.state
                    if unit.kind == "actor"
                    else assembly_of(self.sentence, unit)
                )
                if state and state != party:
                    return str(state)
                if unit.kind == "organisation" and not unit.mark and isinstance(unit.value, str):
                    return wording(self.sentence, [unit])  # "the European Union signed … with B"
                if unit.kind in ("clause",) or unit.text == ";":
                    break
        other = self.context.counterpart(party) or self.context.owner() or self.own_name(act)
        return other if other != party else None

    def own_name(self, act: Act | None) -> str | None:
        """The name that is the subject of an act: «Северсталь» подписала контракт с Б."""
        if act is None or not act.index or direction(self.sentence, act.index) != "active":
            return None
        unit = self.units[act.index - 1]
        plain = (
            unit.kind == "word" and is_capitalised(unit) and unit.key not in self.sentence.language.not_names
        )
        if unit.kind not in ("organisation", "quoted") and not plain:
            return None
        if unit.case and not unit.case.startswith("nom"):
            return None
        return wording(self.sentence, [unit]) or None

    def behind_act(self, act: Act) -> range | None:
        """ "was signed between A and B": the parties right behind an act."""
        for i in range(act.index + 1, min(act.index + 14, len(self.units))):
            unit = self.units[i]
            if unit.kind == "preposition" and unit.value in ("between", "with"):
                stop = i + 1
                while stop < len(self.units) and (
                    self.units[stop].kind
                    in (
                        "determiner",
                        "state",
                        "dyad",
                        "sides",
                        "organisation",
                        "body",
                        "and",
                        "actor",
                        "quoted",
                        "place",
                        "combining",
                    )
                    or (self.units[stop].kind == "word" and is_capitalised(self.units[stop]))
                    or self.units[stop].key in self.sentence.language.words["government"]
                    or (self.units[stop].kind == "preposition" and self.units[stop].value == "of")
                    or self.lists_on(stop)
                ):
                    stop += 1
                return range(i, stop)
            if unit.kind in ("instrument", "clause", "be") or unit.text == ";":
                return None
        return None

    def lists_on(self, comma: int) -> bool:
        """Whether a comma leads to a further state of a list: "with A, B, and C"."""
        return lists_on(self.units, comma)

    def bodies_before(self, act: Act) -> list[str]:
        """Two institutions that sign: the subject of an active act."""
        if direction(self.sentence, act.index) != "active":
            return []
        low = act.index
        while (
            low > 0
            and self.units[low - 1].kind not in ("date", "clause", "have", "be", "trigger")
            and self.units[low - 1].text not in (",", ";", ":")
        ):
            low -= 1
        while low < act.index and self.units[low].kind in ("preposition", "place"):
            low += 1
        if not any(self.units[i].kind in ("organisation", "body", "quoted") for i in range(low, act.index)):
            return []
        if any(self.units[i].kind == "sides" for i in range(low, act.index)):
            return []
        named = self.named(range(low - 1, act.index) if low else range(act.index))
        if len(named) != 2:
            return []
        known = any(self.units[i].kind == "organisation" and self.units[i].key for i in range(low, act.index))
        states = [name for name in named if len(name) in (3, 4) and name.isupper()]
        return named if not states or (known and len(states) == 1) else []

    def is_stranger(self, act: Act | None, parties: Parties) -> bool:
        """Whether the subject of an act is a state that is no party to the instrument told before."""
        if act is None or direction(self.sentence, act.index) != "active":
            return False
        for unit in reversed(self.units[: act.index]):
            if unit.kind == "clause" or unit.text == ";":
                return False
            if unit.kind == "state" and unit.value[1] == "name" and not unit.mark:
                return unit.value[0] not in parties
        return False

    def signatories(self, act: Act) -> tuple[Person, ...]:
        active = direction(self.sentence, act.index) == "active"
        low, high = (0, act.index) if active else (act.index + 1, len(self.units))
        found = []
        for unit in self.units[low:high]:
            if (
                unit.kind == "actor"
                and not unit.value.group
                and (active or unit.mark == "agent")
                and unit.mark in ("", "agent")
            ):
                actor = completed(unit.value, self.context)
                found.append(as_person(actor, actor.state))
        return tuple(found[:4])
