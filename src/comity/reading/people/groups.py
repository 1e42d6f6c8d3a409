"""Groups of people told by what they are: delegations, the leadership of an institution."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.language import Institution
from comity.reading.people.names import Names
from comity.reading.units import Unit


class Groups(Names):
    """Reads delegations and leaderships."""

    def leadership(self, index: int) -> tuple[Unit, int, int] | None:
        """ "leadership of the Israeli Ministry of …", "leadership of the company X": told by its institution."""
        if self.kind(index + 1) != "preposition" or self.units[index + 1].value != "of":
            return None
        inner = self.skip_determiner(index + 2)
        state = None
        if self.kind(inner) == "state":
            state, inner = self.state_of(inner), inner + 1
        run = self.portfolio_run(inner)
        if run:
            if (
                self.kind(run) == "preposition"
                and self.units[run].value == "of"
                and self.kind(run + 1) == "state"
            ):
                state = state or self.state_of(run + 1)
            words = f"{self.units[index].text} {self.units[index + 1].text} {self.run_text(inner, run - 1)}"
            return self.actor_unit(index, run, Person(office=words, of=state), state=state), run, 0
        while self.kind(inner) == "word" and not self.cap(inner) and inner < index + 6:
            inner += 1
        if self.kind(inner) == "quoted":
            person = Person(office=self.units[index].text, of=str(self.units[inner].value))
            return self.actor_unit(index, inner + 1, person, state=state), inner + 1, 0
        return None

    def delegation(self, index: int) -> tuple[Unit, int, int] | None:
        """ "the Israeli delegation", "military delegation", "delegation of the company X"."""
        back, state, first = 0, None, index
        before = index - 1
        while (
            self.kind(before) == "word"
            and self.units[before].text.isalpha()
            and self.word(before) not in self.language.words["modifier"]
            and self.kind(before) == "word"
        ):
            before -= 1
            if index - before > 3:
                break
        words_first = before + 1
        if self.kind(before) == "poss" and self.kind(before - 1) == "state":
            state, back, first = self.state_of(before - 1), index - before + 1, before - 1
        elif self.kind(before) == "state":
            state, back, first = self.state_of(before), index - before, before
        elif words_first < index:
            back, first = index - words_first, words_first
        after = index + 1
        of: str | None = None
        if self.kind(after) == "preposition" and self.units[after].value in ("of", "source"):
            inner = self.skip_determiner(after + 1)
            if self.kind(inner) == "state":
                state = state or self.state_of(inner)
                after = inner + 1
            elif self.kind(inner) in ("quoted", "organisation"):
                named = self.units[inner].value
                if isinstance(named, Institution):  # «делегация Совета Федерации»
                    of, state = named.name, state or named.state
                else:
                    of = str(named)
                after = inner + 1
            elif self.may_start_name(inner):
                organisation = self.organisation(inner)
                if organisation:
                    unit, after = organisation
                    of = unit.value.name
                    state = state or unit.value.state
        if self.word(index) not in self.language.words["delegation"] and not state and not of:
            return None
        words = self.language.morphology.nominative(self.run_text(words_first, index), self.units[index].case)
        return (
            self.actor_unit(
                first, after, Person(office=words, of=of or state), state=state, group=True, cls="delegation"
            ),
            after,
            back,
        )
