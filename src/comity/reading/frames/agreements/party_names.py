"""Whom the words of a phrase name as parties: states, organisations, whoever stands for them."""

from __future__ import annotations

import re

from comity.reading.discourse import Context
from comity.reading.frames.nouns import wording
from comity.reading.frames.participants.persons import completed
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_TWO = 2
_BRACKET = re.compile(r"\s*\([^()]*\)$")


class PartyNames:
    """Reads the names of parties in the phrases of a sentence."""

    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context

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

    def examples(self, stop: int) -> list[str]:
        """States named as examples of the parties: "with European countries, such as A, B and C"."""
        comma = stop < len(self.units) and self.units[stop].text == ","
        at = stop + comma
        if at >= len(self.units) or self.units[at].key not in self.sentence.language.words["such_as"]:
            return []
        found: list[str] = []
        for unit in self.units[at + 1 :]:
            if unit.kind == "state" and unit.value[1] == "name":
                found.append(str(unit.value[0]))
            elif unit.kind not in ("and", "determiner") and unit.text != ",":
                break
        return found

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
        if (somebody := self.somebody(units, own)) is not None:
            return somebody or None
        if official and own:
            state = next(
                (getattr(unit.value, "state", None) for unit in own if unit.kind == "organisation"), None
            )
            if state:
                return str(state)
        if own or any(unit.kind == "actor" for unit in units):
            own_name = [
                unit
                for at, unit in enumerate(units)
                if unit.kind != "date"
                and (unit.kind != "state" or unit.value[1] == "name" or self.opens_name(units, at))
            ]
            while len(own_name) > 1 and own_name[0].kind == "word" and own_name[0].text.islower():
                own_name.pop(0)  # "company X"
            own_name = self.with_noun(own_name)
            return _BRACKET.sub("", wording(self.sentence, own_name)) or None
        return None

    def with_noun(self, name: list[Unit]) -> list[Unit]:
        """An adjective that begins an institution's name, with its noun: «между Тартуским (университетом)»."""
        if len(name) != 1 or name[0].kind != "word" or not self.sentence.language.cases:
            return name
        behind = self.sentence.index(name[0]) + 1
        noun = self.units[behind] if behind < len(self.units) else None
        heads = self.sentence.language.organisation_heads
        same = noun is not None and noun.key in heads and noun.case == name[0].case
        return [name[0], noun] if noun is not None and same else name

    def somebody(self, units: list[Unit], own: list[Unit]) -> str | None:
        """The state of somebody named without an office, who is no party himself ("with N", "with N's regime"), empty
        where it is not known; None for what is no person."""
        named = [unit for unit in units if unit.kind == "actor"]
        if named and not own and not named[0].value.group:
            return completed(named[0].value, self.context).state or ""
        if len(own) != 1 or own[0].kind != "word":
            return None
        if len(own[0].text) <= _TWO and not own[0].text.isupper():
            return ""  # a surname of two letters, which is not remembered
        behind = self.sentence.index(own[0]) + 1
        after = self.units[behind] if behind < len(self.units) else None
        if after is not None and (
            after.kind == "poss" or after.key in self.sentence.language.words["polity"]
        ):
            return ""  # "with N's regime", "with the Gulf states"
        known = self.context.people.get(own[0].key) or self.context.people.get(own[0].text)
        return known.state or "" if known is not None else None

    def opens_name(self, units: list[Unit], at: int) -> bool:
        """Whether an adjective of a state is the first word of an institution's name: "French Development Agency"."""
        behind = units[at + 1] if at + 1 < len(units) else None
        return behind is not None and behind.kind == "organisation" and is_capitalised(behind)
