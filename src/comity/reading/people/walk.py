"""The units of a sentence as the readers of names, titles and institutions ask for them, by index."""

from __future__ import annotations

from collections.abc import Callable

from comity.model.person import Person
from comity.reading.language import Language
from comity.reading.people.actors import Actor
from comity.reading.units import Unit, is_capitalised

Named = Callable[[str], bool]
"""Whether a surname means somebody whom the document named before."""
_DASHES = frozenset("-–—‒\ufffd")


class Walk:
    """A sentence's units; an index beyond them has no kind and no word.

    The readers build on it in one line (institutions, names, groups, titles): compiled, a class has one base.
    """

    def __init__(self, units: list[Unit], text: str, language: Language, named: Named) -> None:
        self.units = units
        self.text = text
        self.language = language
        self.named = named
        self.size = len(units)
        self.case = ""
        self.out: list[Unit] = []
        self.definite = False

    def kind(self, index: int) -> str:
        return self.units[index].kind if 0 <= index < self.size else ""

    def word(self, index: int) -> str:
        return self.units[index].key if 0 <= index < self.size else ""

    def cap(self, index: int) -> bool:
        return 0 <= index < self.size and is_capitalised(self.units[index])

    def touching(self, index: int) -> bool:
        """Whether a unit follows the one before it without a space."""
        return 0 < index < self.size and self.units[index].start == self.units[index - 1].end

    def is_dash(self, index: int) -> bool:
        return 0 <= index < self.size and self.units[index].text in _DASHES

    def skip_determiner(self, index: int) -> int:
        while self.kind(index) == "determiner":
            index += 1
        return index

    def run_text(self, first: int, last: int) -> str:
        """The text of units first..last as written, white space folded."""
        return " ".join(
            self.text[self.units[first].start : self.units[last].end].replace("\ufffd", "'").split()
        )

    def state_of(self, index: int) -> str | None:
        unit = self.units[index]
        if unit.kind == "state":
            return str(unit.value[0])
        if unit.kind == "place":
            return str(unit.value.state)
        return None

    def adjacent(self, state: int) -> bool:
        unit = self.units[state]
        return unit.value[1] == "adjective" or self.cap(state + 1)

    def actor_unit(self, first: int, after: int, person: Person, **more: object) -> Unit:
        start, end = self.units[first].start, self.units[after - 1].end
        actor = Actor(person=person, **more)  # type: ignore[arg-type]
        return Unit("actor", start, end, self.text[start:end], "", actor)


def is_noun(trigger: Unit) -> bool:
    return any(form == "noun" for _, form in trigger.value)
