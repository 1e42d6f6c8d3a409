"""Who an instrument is between, and who signed it: what its phrase, the act and the document tell."""

from __future__ import annotations

import re

from comity.knowledge.states import states
from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import as_person, assembly_of, completed, parties_of
from comity.reading.frames.instruments import Instrument
from comity.reading.frames.nouns import direction, wording
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

Parties = tuple[str, ...]
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


class Contracting:
    """The parties to the instruments of a sentence."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context

    def parties(self, made: Instrument, act: Act | None) -> tuple[Parties, list[Unit]]:
        if made.parties is not None:
            named = self.named(made.parties)
            if len(named) >= 2:
                return self.with_subject(named, made.parties, act), [self.units[i] for i in made.parties]
        if act is not None:
            behind = self.behind_act(act)
            named = self.named(behind) if behind is not None else []
            if len(named) >= 2 and behind is not None:
                return self.with_subject(named, behind, act), [self.units[i] for i in behind]
            bodies = self.bodies_before(act)
            if len(bodies) == 2:
                return tuple(bodies), []
            if made.parties is None and behind is not None and len(named) == 1:
                made_with = self.other(named[0], act)
                if made_with:
                    return (made_with, named[0]), [self.units[i] for i in behind]
                if self.context.loose and named[0] not in states():
                    return (), []  # with whom a company made it is not told
        signers = self.signers(act) if act is not None and made.parties is None else ()
        if len(signers) == _TWO:
            return signers, []
        if made.parties is not None and len(named := self.named(made.parties)) == 1:
            pair = self.context.pair()
            if pair and named[0] not in pair and self.units[made.parties.start].value == "between":
                return pair, [
                    self.units[i] for i in made.parties
                ]  # "between the ministries of foreign affairs"
            other = self.other(named[0], act)
            if other:
                return (other, named[0]), [self.units[i] for i in made.parties]
        many = self.many(act)
        if many:
            return many, []
        sides = self.sides(made)
        if sides is not None:
            return sides
        found, words = parties_of(self.sentence, made.index, self.context)
        if (
            act is not None
            and direction(self.sentence, act.index) == "noun"
            and set(found) != set(self.context.pair() or ())
        ):
            return (), []
        return found, words

    def signers(self, act: Act) -> Parties:
        """The states of those by whom it was signed: "signed by the X Foreign Minister and his Y counterpart"."""
        if direction(self.sentence, act.index) == "active":
            return ()
        states = [person.of for person in self.signatories(act)]
        return tuple(dict.fromkeys(state for state in states if state and _CODE.fullmatch(state)))

    def sides(self, made: Instrument) -> tuple[Parties, list[Unit]] | None:
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
        if act is None or direction(self.sentence, act.index) != "active":
            return ()
        found: list[str] = []
        for i in range(act.index - 1, -1, -1):
            unit = self.units[i]
            if unit.kind == "state" and unit.value[1] == "name" and unit.mark == "":
                found.insert(0, str(unit.value[0]))
            elif (
                unit.kind not in ("and", "punct", "determiner", "have", "word")
                or unit.text in ";:()"
                or (unit.kind == "word" and found)
            ):
                break
        return tuple(dict.fromkeys(found)) if len(set(found)) > 2 else ()

    def with_subject(self, named: list[str], phrase: range, act: Act | None) -> Parties:
        """ "A signed agreements with B and C": the subject is a party too."""
        if self.units[phrase.start].value != "with":
            return tuple(named)
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
                ):
                    stop += 1
                return range(i, stop)
            if unit.kind in ("instrument", "clause", "be") or unit.text == ";":
                return None
        return None

    def named(self, indices: range) -> list[str]:
        """The parties that a phrase names: states, or institutions under their own names."""
        units = [self.units[i] for i in indices if self.units[i].kind != "preposition" or i > indices.start]
        for unit in units:
            if unit.kind == "dyad":
                return list(unit.value)
            if unit.kind == "sides":
                return list(self.context.sides() or ())
        sides: list[list[Unit]] = [[]]
        for place, unit in enumerate(units):
            if (unit.kind == "and" or unit.text == ",") and self.divides(units, place):
                sides.append([])
            else:
                sides[-1].append(unit)
        named = [self.party(side) for side in sides if side]
        return list(dict.fromkeys(party for party in named if party))

    def divides(self, units: list[Unit], place: int) -> bool:
        """Whether "and" divides two parties, not two words of one name."""
        after = units[place + 1] if place + 1 < len(units) else None
        return after is not None and (
            after.kind in ("determiner", "state", "organisation", "body", "quoted", "actor", "combining")
            or not any(unit.kind == "determiner" for unit in units[place + 1 :])
        )

    def party(self, units: list[Unit]) -> str | None:
        words = self.sentence.language.words["government_head"]
        states = [unit for unit in units if unit.kind == "state"]
        actors = [unit for unit in units if unit.kind == "actor" and unit.value.person.office]
        own = [
            unit
            for unit in units
            if unit.kind in ("organisation", "body", "quoted")
            or (unit.kind == "word" and unit.text[:1].isupper() and unit.key not in words)
        ]
        official = any(
            unit.key in words or any(self.sentence.language.key(word) in words for word in unit.text.split())
            for unit in units
            if unit.kind in ("word", "organisation")
        )
        if states and (
            official
            or not own
            or (units[0].kind == "state" and units[0].value[1] == "name" and units[0].end == units[-1].end)
        ):
            return str(states[-1].value[0])
        if actors and not own:
            return actors[0].value.state or None
        if official and own:
            state = next(
                (getattr(unit.value, "state", None) for unit in own if unit.kind == "organisation"), None
            )
            if state:
                return str(state)
        if own or any(unit.kind == "actor" for unit in units):
            own_name = [unit for unit in units if unit.kind != "state" or unit.value[1] == "name"]
            return _BRACKET.sub("", wording(self.sentence, own_name)) or None
        return None

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
