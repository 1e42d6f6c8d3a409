"""Names of institutions: runs of capitalised words with a head, joint bodies, portfolios."""

from __future__ import annotations

from comity.reading.people.actors import Organisation
from comity.reading.people.walk import Walk, is_noun
from comity.reading.units import Unit, is_capitalised

_SUBJECT = frozenset({"word", "trigger"})
"""Kinds of unit by which a list tells what an institution is for."""
_LONGEST_LIST = 10
"""Units of such a list behind its first comma at most."""


class Institutions(Walk):
    """Reads names of institutions."""

    def organisation(self, index: int) -> tuple[Unit, int] | None:
        """A run of capitalised words with a word like "Institute" in it, and what it is of."""
        language = self.language
        cursor, head, state = index, False, None
        while cursor < self.size:
            unit = self.units[cursor]
            if unit.text[:1].isupper() and unit.kind in (
                "word",
                "place",
                "trigger",
                "event",
                "body",
                "office",
                "mission",
                "state",
                "combining",
            ):
                if unit.kind in ("state", "place"):
                    state = state or self.state_of(cursor)
                if unit.kind == "office" and not head:
                    break
                head = head or unit.key in language.organisation_heads or unit.kind == "body"
                cursor += 1
                if head and cursor > index + 2:
                    cursor = self.noun_behind(cursor)
                continue
            connector = (
                (unit.kind in ("and", "determiner") and unit.key not in language.words["relative"])
                or (unit.kind == "preposition" and unit.value in ("of", "for", "on"))
                or (self.is_dash(cursor) and self.touching(cursor))
            )
            if connector and cursor > index:
                ahead = cursor + 1
                if self.word(cursor) == "on" and self.kind(cursor - 1) == "state":
                    break  # "the Government of A on Air Services"
                if unit.kind == "and" and self.kind(ahead) == "determiner":
                    break  # "the Ministry of … and the Institute of …": two organisations
                if unit.kind == "and" and head and self.institution_at(ahead):
                    break  # "the University of A and B University"
                while self.kind(ahead) == "determiner":
                    ahead += 1
                if (
                    self.cap(ahead)
                    and self.kind(ahead) in ("word", "state", "trigger", "event", "place")
                    and (head or unit.kind == "and")
                    and not (unit.kind == "and" and self.kind(ahead) == "state")
                ):
                    cursor = ahead
                    continue
            if head and unit.text == "," and self.subjects_listed(index, cursor):
                cursor += 1
                continue
            break
        if not head or cursor - index < 2:
            return None
        start, end = self.units[index].start, self.units[cursor - 1].end
        name = self.run_text(index, cursor - 1)
        return Unit("organisation", start, end, self.text[start:end], "", Organisation(name, state)), cursor

    def subjects_listed(self, first: int, comma: int) -> bool:
        """Whether a comma stands within what an institution is for: "Commission on Trade, Science | and Tourism"."""
        language = self.language
        at = next((i for i in range(comma - 1, first, -1) if self.kind(i) == "preposition"), 0)
        if not at or any(self.kind(i) not in _SUBJECT and self.word(i) != "," for i in range(at + 1, comma)):
            return False
        for i in range(comma + 1, min(comma + _LONGEST_LIST, self.size)):
            if self.kind(i) == "and":
                return self.cap(i + 1) and self.kind(i + 1) in _SUBJECT and not self.institution_at(i + 1)
            if self.word(i) != "," and not (self.cap(i) and self.kind(i) in _SUBJECT):
                return False
            if self.units[i].key in language.organisation_heads:
                return False
        return False

    def institution_at(self, index: int) -> bool:
        """Whether the words from here on name an institution of the same sort as those before: "B University"."""
        heads = {unit.key for unit in self.units[max(0, index - 8) : index - 1] if is_capitalised(unit)}
        heads &= self.language.organisation_heads
        return any(
            self.word(i) in heads and all(self.cap(j) for j in range(index, i + 1))
            for i in range(index, min(index + 4, self.size))
        )

    def noun_behind(self, index: int) -> int:
        """The index after a common noun that a capitalised adjective behind "of" leaves to come, or after the second
        half of a hyphenated word: "Council of Intergovernmental cooperation", "Club of the Israeli friends of B",
        "Defence Co-operation"."""
        if (
            self.is_dash(index)
            and self.touching(index)
            and self.touching(index + 1)
            and not self.cap(index + 1)
        ):
            return index + 2 if self.kind(index + 1) in ("word", "trigger") else index
        last = self.units[index - 1]
        before = index - 2
        while self.kind(before) == "determiner":
            before -= 1
        if self.kind(before) != "preposition" or self.kind(index) not in ("word", "trigger", "relations"):
            return index
        of_a_state = last.kind == "state" and last.value[1] == "adjective"
        adjective = of_a_state or (
            last.kind in ("word", "trigger") and self.language.morphology.adjectival(last.text)
        )
        noun = self.units[index]
        if not adjective or not noun.text.islower() or (noun.kind == "trigger" and not is_noun(noun)):
            return index
        if (
            of_a_state
            and self.kind(index + 1) == "preposition"
            and self.units[index + 1].value == "of"
            and self.kind(index + 2) == "state"
        ):
            return index + 3
        return index + 1

    def joint_body(self, index: int) -> int:
        """The index after a body of two states: "A–B Friendship Society", "League A–B"; 0 where there is none."""
        if self.kind(index) in ("state", "combining"):
            after = self.states_joined(index)
            return self.body_end(after) if after else 0
        return self.states_joined(index + 1) if self.kind(index) == "body" and self.cap(index) else 0

    def states_joined(self, index: int) -> int:
        """The index after two states with a dash between them; 0 where there are none."""
        pair = self.kind(index) in ("state", "combining") and self.is_dash(index + 1)
        other = index + 2
        if not (pair and self.kind(other) == "state"):
            return 0
        return other + 1 if self.units[index].value[0] != self.units[other].value[0] else 0

    def body_end(self, index: int) -> int:
        """The index after capitalised words that end in the head of a body, and its field behind "of"."""
        after = index
        while self.kind(after) in ("word", "trigger", "event", "and") and (
            self.cap(after) or self.kind(after) == "and"
        ):
            after += 1
        if after > index and self.word(after - 1) in self.language.organisation_heads:
            after -= 1
        head = self.kind(after) == "body" or self.word(after) in self.language.organisation_heads
        if not (head and self.cap(after)):
            return 0
        after += 1
        if self.kind(after) == "preposition" and self.units[after].value in ("of", "for", "on"):
            return self.portfolio_run(self.skip_determiner(after + 1)) or after
        return after

    def on_body(self, index: int) -> bool:
        """Whether a field may follow: "Committee on Foreign Relations"."""
        return self.word(index).split(" ")[-1] in self.language.office_bodies

    def portfolio_run(self, index: int) -> int:
        """The index after a run of portfolio words ("the Ministry of Industry, Trade and Labor"); 0 for none."""
        language = self.language
        after, last = index, 0
        while after < self.size:
            unit = self.units[after]
            key = unit.key
            if (
                key in language.portfolio
                or key in language.office_bodies
                or (unit.kind == "body" and is_capitalised(unit))
            ):
                after += 1
                last = after
                continue
            if (
                unit.kind == "word"
                and self.cap(after)
                and self.cap(after + 1)
                and self.word(after + 1) in language.portfolio
                and key not in language.not_names
            ):
                after += 1  # "Skill Development"
                continue
            if (
                last
                and unit.kind == "office"
                and unit.value.plural
                and is_capitalised(unit)
                and self.word(after - 1) == "of"
                and self.word(after - 2) in language.office_bodies
            ):
                after += 1  # "the House of Representatives"
                last = after
                continue
            if last and (
                unit.kind == "and"
                or (unit.kind == "determiner" and last < after)  # "representatives of culture the Club of …"
                or unit.text in (",", "-", "/")
                or (unit.kind == "preposition" and unit.value in ("of", "for"))
                or (unit.kind == "preposition" and unit.value == "on" and self.on_body(after - 1))
            ):
                after += 1
                continue
            break
        return last
