"""Fourth stage: offices, names and the states they belong to into actors; names of institutions into organisations.

An actor is one person (or a group named by what it is): "Mr. K. Tokaev, Minister of Foreign Affairs of the Republic
of Kazakhstan", "the Israeli Minister of Energy", "military delegation". The parts may come in any order that the
language allows; what belongs together is decided by the classes of the words, not by the words.
"""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.language import Language
from comity.reading.people.actors import Actor, Organisation
from comity.reading.people.joining import held_together
from comity.reading.people.relating import apposed, assisting, of_bodies, related
from comity.reading.people.residences import with_names_behind, without_asides
from comity.reading.people.titles import Titles
from comity.reading.people.walk import Named
from comity.reading.units import Unit

_BEGINNERS = frozenset(
    {"word", "office", "honorific", "trigger", "place", "event", "body", "combining", "mission", "state",
     "organisation"}
)  # fmt: skip
"""Kinds of unit at which an actor or an organisation may begin."""


def people(units: list[Unit], text: str, language: Language, named: Named) -> list[Unit]:
    """The units with actors and organisations put together. `named` tells whom a surname means, named before."""
    return _Scan(units, text, language, named).run()


class _Scan(Titles):
    """Goes through the units once, from left to right."""

    def run(self) -> list[Unit]:
        out, units, size = self.out, self.units, self.size
        index = start = 0
        words = self.language.actor_starters
        while index < size:
            unit = units[index]
            # most units are plain words that begin nothing
            begins = unit.kind in _BEGINNERS and (
                unit.kind != "word" or unit.key in words or unit.text[0].isupper()
            )
            if begins:
                out += units[start:index]
                start = index
                made = self.at(index)
                if made:
                    unit, index, taken_back = made
                    while taken_back and out:
                        out.pop()
                        taken_back -= 1
                    out.append(unit)
                    start = index
                    continue
            index += 1
        out += units[start:]
        actors = sum([unit.kind == "actor" for unit in out])
        if not actors:
            return out
        if actors > 1:
            out = assisting(out, self.text)
            out = of_bodies(out, self.units, self.text) if self.language.cases else out
            out = held_together(out, self.text)
            out = without_asides(out)
            out = with_names_behind(out, self.text, self.language) if self.language.cases else out
        return related(apposed(out, self.text, self.language))

    def at(self, index: int) -> tuple[Unit, int, int] | None:
        """An actor or organisation that starts here: the unit, the index after it, units before it that it takes."""
        unit = self.units[index]
        kind, key = unit.kind, unit.key
        self.case = unit.case
        if kind == "office" or (kind == "word" and self.is_title_modifier(index)):
            found = self.titled(index)
            if found:
                return found
        if kind == "honorific":
            return self.honoured(index)
        if kind == "word" and key in self.language.delegations:
            return self.delegation(index)
        if kind == "word" and key in self.language.words["leadership"]:
            return self.leadership(index)
        if self.may_start_name(index):
            organisation = self.organisation(index)
            if organisation:
                return (*organisation, 0)
            name = self.name(index, after_title=False)
            if name:
                words, after = name
                return self.actor_unit(index, after, Person(name=words)), after, 0
        return None

    def honoured(self, index: int) -> tuple[Unit, int, int] | None:
        found = self.name_at(index)
        if not found:
            return None
        name, after = found
        return self.actor_unit(index, after, Person(name=name)), after, 0


__all__ = ["Actor", "Organisation", "people"]
