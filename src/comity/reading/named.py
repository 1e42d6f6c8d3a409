"""Fourth stage, second half: bodies and events under their full names.

The lexicon knows only the heads ("commission", "exhibition"); the name is the phrase around the head: what
stands before it ("Kazakh-Israeli Joint Governmental …") and its complements ("… on Trade and Economic
Cooperation"), or the quoted name beside it. The named unit takes the place of all of them; states and persons
in it move into its value.
"""

from __future__ import annotations

import msgspec

from comity import knowledge
from comity.model.person import Person
from comity.reading.language import Language
from comity.reading.own_names import is_named_before, names_itself, own_name, within
from comity.reading.people import Actor
from comity.reading.units import Unit, is_capitalised, tokens

_DASHES = frozenset("-–—‒\ufffd")
_LONGEST_BEFORE = 9
_LONGEST_BEHIND = 24
# Kinds of unit that may stand before a head as its modifiers.
_BEFORE = frozenset(
    {
        "word",
        "state",
        "dyad",
        "combining",
        "body",
        "event",
        "number",
        "quoted",
        "amount",
        "trigger",
        "mission",
        "organisation",
    }
)
# Kinds of unit of which a complement is made.
_WITHIN = frozenset(
    {"word", "state", "dyad", "combining", "sides", "actor", "organisation", "event", "body", "relations",
    "instrument", "place",
     "trigger", "number", "office", "amount"}
)  # fmt: skip


class Named(msgspec.Struct, frozen=True):
    """A body or event under its name.

    `name` is without articles; `type` and `field` are those of the head word (`field` is empty where the head
    does not tell); `states` are those in the name, in order; `actors` the persons in it ("exhibition of …");
    `proper` says that the name is capitalised or quoted, not a common noun with a complement; `head` is the
    head word's text.
    """

    name: str
    type: str
    field: str = ""
    states: tuple[str, ...] = ()
    actors: tuple[Actor, ...] = ()
    proper: bool = False
    head: str = ""
    places: tuple[str, ...] = ()
    plural: bool = False


_MAY_BE_NAMED = frozenset({"actor", "organisation", "word", "event", "body"})
"""Kinds of unit that may turn out to be the name of a body or an event."""


def named(units: list[Unit], text: str, language: Language) -> list[Unit]:
    """The units with every body and event under its full name: unit.value becomes a `Named`.

    Organisations whose name is headed by a word for a standing body of two states become bodies.
    """
    return _Names(units, text, language).run()


class _Names:
    def __init__(self, units: list[Unit], text: str, language: Language) -> None:
        self.units = units
        self.text = text
        self.language = language
        self.articles = language.words["article"]
        self.head = units[0] if units else Unit("word", 0, 0, "", "")

    def run(self) -> list[Unit]:
        out: list[Unit] = []
        seasons = self.language.words["season"]
        index = 0
        while index < len(self.units):
            unit = self.units[index]
            kind = unit.kind
            if kind not in _MAY_BE_NAMED or (kind == "word" and unit.key not in seasons):
                out.append(unit)
                index += 1
                continue
            if kind == "actor" and unit.value.person.name == unit.text and " " in unit.text:
                unit = self._as_event(unit) or self._as_exercise(unit) or unit
                self.units[index] = unit
            if unit.kind == "organisation":
                unit = self._as_body(unit, out) or self._as_event(unit) or unit
                self.units[index] = unit
            if unit.kind == "word" and self._is_season(index):
                unit = self._season(unit)
                self.units[index] = unit
            if unit.kind in ("event", "body") and self._is_common(index):
                unit.kind, unit.value = "word", None
            if unit.kind not in ("body", "event"):
                out.append(unit)
                index += 1
                continue
            while self._is_compound(index):
                out.append(self.units[index])
                index += 1
                unit = self.units[index]
            self.head = unit
            back = self._back(out)
            after = self._behind(index)
            # the sentence's own units stay where the phrase is nothing but its head
            made = self._make(out[len(out) - back :] if back else [], index, after)
            del out[len(out) - back :]
            out.append(made)
            index = after
        return out

    def _is_season(self, index: int) -> bool:
        """ "Days of … Cinema", "Year of …": a word for a time that with a complement names an occasion."""
        units = self.units
        if units[index].key not in self.language.words["season"] or not is_capitalised(units[index]):
            return False
        before = units[index - 1] if index else None
        if before is not None and before.kind == "state" and before.end + 1 == units[index].start:
            return True
        cursor = index + 1
        if cursor >= len(units) or units[cursor].kind != "preposition" or units[cursor].value != "of":
            return False
        cursor += 1
        while cursor < len(units) and units[cursor].kind == "determiner":
            cursor += 1
        return (
            cursor < len(units)
            and units[cursor].kind in ("state", "word", "event", "dyad")
            and is_capitalised(units[cursor])
        )

    def _is_common(self, index: int) -> bool:
        """A word that is seldom an occasion or body, in lower case and without a quoted name: "school",
        "bank".
        """
        unit = self.units[index]
        if (
            self.language.cases
            and unit.key in self.language.words["parliament"]
            and is_capitalised(unit)
            and not isinstance(unit.value, Named)
            and not self._described(index)
        ):
            return True  # «в Конгрессе»: the parliament
        if (
            unit.key in self.language.words["performer"]
            and is_capitalised(unit)
            and not isinstance(unit.value, Named)
        ):
            return index > 0 and (
                is_capitalised(self.units[index - 1]) or self.units[index - 1].kind == "state"
            )
        if unit.kind == "body":
            return (
                not isinstance(unit.value, Named)
                and not is_capitalised(unit)
                and unit.key in self.language.words["company"]
            )
        if (
            isinstance(unit.value, Named)
            or is_capitalised(unit)
            or unit.key not in self.language.words["weak_event"]
            or own_name(self.units, index, self.language)
            or is_named_before(self.units, index, self.language)
        ):
            return False
        if unit.key in self.language.words["season"] and self._of_a_people(index):
            return False  # «неделя армянского кино»
        return not any(other.kind == "quoted" for other in self.units[index + 1 : index + 8])

    def _described(self, index: int) -> bool:
        """Whether words beside a head make a name of it: an adjective or number before it, a complement behind."""
        before = self.units[index - 1] if index else None
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        adjective = before is not None and before.case and before.case == self.units[index].case
        return bool(adjective) or (after is not None and after.kind in ("quoted", "preposition"))

    def _of_a_people(self, index: int) -> bool:
        """Whether a word for a time is that of a state's culture."""
        behind = self.units[index + 1 : index + 4]
        return (
            len(behind) > 2
            and behind[0].kind == "preposition"
            and behind[0].value == "of"
            and behind[1].kind == "state"
            and behind[1].value[1] == "adjective"
            and behind[2].kind in ("word", "event")
        )

    def _season(self, unit: Unit) -> Unit:
        made = Unit("event", unit.start, unit.end, unit.text, unit.key)
        made.value = "festival"
        return made

    def _is_compound(self, index: int) -> bool:
        """A head that only modifies the head behind it: "trade centre" in "trade centre exhibition"."""
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        return (
            after is not None and after.kind in ("body", "event") and after.start <= self.units[index].end + 1
        )

    # -- the parts of a name ---------------------------------------------------------------------------------

    def _back(self, out: list[Unit]) -> int:
        """How many units before the head belong to its name."""
        count = 0
        while count < len(out) and count < _LONGEST_BEFORE:
            unit = out[-1 - count]
            if (
                self._modifies(unit)
                or (not count and self._is_topic(unit))
                or self._looks_a_name(unit, out, count)
                or self._whose(unit, out, count)
                or (unit.text in _DASHES and self._between_states(out, count))
            ):
                count += 1
                continue
            owner = out[-2 - count] if unit.kind == "poss" and count + 1 < len(out) else None
            if owner is not None and (owner.kind in ("state", "word") or _is_round_of(owner)):
                count += 2
                continue
            if unit.kind == "and" and count and self._joins(out, count):
                count += 1
                continue
            break
        while count and out[-count].kind in ("punct", "and", "poss"):
            count -= 1
        # a bare number that nothing stands before counts what follows
        while count and out[-count].kind == "amount" and out[-count].text.isdigit():
            count -= 1
        return count

    def _looks_a_name(self, unit: Unit, out: list[Unit], count: int) -> bool:
        """Capitalised words right before a capitalised head that were taken for a name: "Nuclear Security
        Summit".
        """
        if (
            unit.kind != "actor"
            or unit.value.person.office
            or not unit.value.person.name
            or unit.text != unit.value.person.name
        ):
            return False
        behind = out[-count] if count else self.head
        return is_capitalised(behind) and behind.start == unit.end + 1

    def _whose(self, unit: Unit, out: list[Unit], count: int) -> bool:
        """Those who meet, right before a capitalised head: "the A–B Leaders Summit"."""
        behind = out[-count] if count else self.head
        return _is_round_of(unit) and is_capitalised(behind) and behind.start == unit.end + 1

    def _modifies(self, unit: Unit) -> bool:
        if unit.kind == "place":
            return is_capitalised(self.head) and self.before_place(unit)
        if unit.kind not in _BEFORE:
            return False
        if unit.kind == "trigger":
            forms = {form for _, form in unit.value}
            return "noun" in forms and is_capitalised(unit)
        if unit.kind in ("amount", "number"):
            # "10th", "EXPO 2017"; never a count
            return (unit.kind == "amount" and unit.value.kind == "ordinal") or (
                unit.text.isdigit() and len(unit.text) == 4
            )
        if unit.kind == "word":
            words = self.language.words
            if unit.key in words["ordinal"]:
                return True
            return not (
                unit.key in words["adverb"]
                or unit.key in words["negation"]
                or unit.key in words["not_in_names"]
                or self.language.morphology.is_finite(unit)
                or (self.language.cases and self.language.morphology.is_verbal(unit))  # «объявлен Годом …»
            )
        if unit.kind == "organisation":
            return unit.text.isupper() or isinstance(unit.value, str)
        return True

    def _is_topic(self, unit: Unit) -> bool:
        """Whether a noun that could tell an act is what the head right behind it is about: "investment seminar"."""
        noun = unit.kind == "trigger" and {form for _, form in unit.value} == {"noun"}
        return noun and unit.end + 1 == self.head.start and self.head.kind == "event"

    def before_place(self, place: Unit) -> bool:
        """Whether a place begins a name ("the Basel International Fair") and is not where something is ("in
        Basel").
        """
        index = next((i for i, unit in enumerate(self.units) if unit is place), 0)
        before = self.units[index - 1] if index else None
        return (
            before is not None
            and before.kind in ("determiner", "number", "amount", "word", "poss")
            and before.text != ","
        )

    def _between_states(self, out: list[Unit], count: int) -> bool:
        nominal = ("state", "word", "combining", "body", "event", "organisation")
        before = out[-2 - count] if count + 1 < len(out) else None
        after = out[-count] if count else None
        second = after is None or after.kind in nominal or _is_round_of(after)
        return before is not None and before.kind in nominal and second

    def _joins(self, out: list[Unit], count: int) -> bool:
        """ "and" between two modifiers: "Trade and Investment Forum", "scientific and practical school"."""
        before = out[-2 - count] if count + 1 < len(out) else None
        after = out[-count]
        if before is None or before.kind != "word" or after.kind != "word" or not self._modifies(before):
            return False
        return is_capitalised(before) == is_capitalised(after)

    def _behind(self, index: int) -> int:
        """The index after the last complement of the head at `index`."""
        units, stop = self.units, index + 1
        limit = min(len(units), index + _LONGEST_BEHIND)
        bare = own_name(units, index, self.language)
        if bare:
            return bare.stop
        if stop < limit and (
            units[stop].kind == "quoted"
            or (units[stop].text in _DASHES and stop + 1 < limit and units[stop + 1].kind == "quoted")
        ):
            return stop + 1 if units[stop].kind == "quoted" else stop + 2
        while stop < limit:
            unit = units[stop]
            if unit.kind == "preposition" and self._takes(index, unit, stop):
                end = self._phrase(stop + 1, limit, unit.value)
                if end == stop + 1:
                    break
                stop = end
                continue
            if unit.text in _DASHES and unit.start == units[stop - 1].end + 1 and self._states_behind(stop):
                stop = self._states_behind(stop)
                continue
            titled = unit.key in self.language.words["titled"] and stop + 1 < limit
            if titled and units[stop + 1].kind == "quoted":
                return stop + 2
            if unit.kind == "quoted" and stop > index + 1:
                return stop + 1
            if unit.kind == "state" and unit.value[1] == "name" and self._states_from(stop):
                stop = self._states_from(stop)
                continue
            break
        return stop

    def _takes(self, index: int, preposition: Unit, at: int) -> bool:
        head = self.units[index]
        mark = preposition.value
        after = self.units[at + 1] if at + 1 < len(self.units) else None
        if after is None or after.kind == "date":
            return False
        if mark == "agent":
            return (
                head.kind == "event"
                and str(getattr(head.value, "type", head.value)) == "exhibition"
                and self._person_behind(at)
            )
        if mark == "place" and head.key in self.language.words["season"]:
            return after.kind in ("state", "determiner") and at > index + 1
        if mark in ("of", "for", "on", "field"):
            return (
                mark != "for"
                or head.kind == "body"
                or is_capitalised(self.units[min(at + 1, len(self.units) - 1)])
            )
        if mark == "with" and head.kind == "body":
            return after.kind in ("state", "determiner") and at > index + 1
        return mark == "between" and head.kind == "body"

    def _person_behind(self, at: int) -> bool:
        return any(unit.kind == "actor" and unit.value.person.name for unit in self.units[at + 1 : at + 6])

    def _states_from(self, index: int) -> int:
        """ "League Israel-Kazakhstan": the index after two states joined by a dash or "and"; 0 where there
        are none.
        """
        units = self.units
        if (
            index + 2 < len(units)
            and units[index + 2].kind == "state"
            and (units[index + 1].text in _DASHES or units[index + 1].kind == "and")
        ):
            return index + 3
        return 0

    def _states_behind(self, dash: int) -> int:
        return (
            self._states_from(dash + 1)
            if dash + 1 < len(self.units) and self.units[dash + 1].kind == "state"
            else 0
        )

    def _phrase(self, index: int, limit: int, mark: str) -> int:
        """The index after the noun phrase that begins at `index`; `index` itself where there is none."""
        units, stop, content = self.units, index, index
        while stop < limit:
            unit = units[stop]
            fresh = stop > index and units[stop - 1].kind not in ("preposition", "and")
            if unit.kind == "determiner" and fresh:
                break  # a new noun phrase
            if unit.kind == "determiner" or (unit.kind == "poss" and stop > index):
                stop += 1
                continue
            if unit.kind in _WITHIN:
                if unit.kind == "trigger" and (not self._noun(stop) or self._of_mission(stop, limit)):
                    break
                if unit.kind == "actor" and mark in ("of", "agent"):
                    return self._named_person(stop, limit) + 1
                if unit.kind == "word" and (
                    unit.key in self.language.words["adverb"]
                    or self._follows_a_name(stop)
                    or (self.language.cases and self.language.morphology.is_verbal(unit))
                    or (stop > index and self._acts(stop))
                ):
                    break
                stop += 1
                content = stop
                continue
            if unit.text in _DASHES and stop > index:
                stop += 1
                if stop < limit and self._hyphenated(stop):
                    stop += 1  # "Co-operation"
                    content = stop
                continue
            if (
                unit.kind == "and"
                and stop > index
                and (self._goes_on(stop, limit) or (mark == "between" and self._pairs(index, stop)))
            ):
                stop += 1
                continue
            if (
                unit.text == ","
                and stop > index
                and (unit.case or (mark in ("on", "field") and self._list_goes_on(stop, limit)))
            ):  # a comma that grammar gave a case stands inside its phrase
                stop += 1
                continue
            break
        return content

    def _of_mission(self, index: int, limit: int) -> bool:
        """Whether an act inside a complement is one upon a mission, of which it tells more than the occasion does:
        «церемония открытия нового здания посольства»."""
        if not self.language.cases or all(predicate != "open" for predicate, _ in self.units[index].value):
            return False
        for unit in self.units[index + 1 : min(index + 7, limit + 3)]:
            if unit.kind == "mission":
                return True
            governed = unit.kind == "preposition" and unit.end > unit.start
            if governed or unit.kind not in ("word", "determiner", "preposition"):
                return False
        return False

    def _follows_a_name(self, index: int) -> bool:
        """A word in lower case right behind the name of a state or place: there the phrase is over."""
        before = self.units[index - 1]
        named = before.kind == "place" or (before.kind == "state" and before.value[1] == "name")
        return named and self.units[index].text.islower()

    def _acts(self, index: int) -> bool:
        """A verb that the lexicon does not know, behind a name: "the Commission on Trade kicked off in P"."""
        unit = self.units[index]
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        noun = self.units[index - 1]
        return (
            not self.language.cases
            and unit.text.endswith("ed")
            and self.language.morphology.is_verbal(unit)
            and noun.kind not in ("preposition", "and", "determiner")
            and after is not None
            and after.kind in ("preposition", "determiner", "date", "punct")
            and after.key not in ("by", ",")
        )

    def _hyphenated(self, index: int) -> bool:
        """The second half of a word with a hyphen inside."""
        unit, dash = self.units[index], self.units[index - 1]
        return unit.start == dash.end and dash.start == self.units[index - 2].end and unit.text.islower()

    def _named_person(self, index: int, limit: int) -> int:
        """The person at `index`, or the named one that words in apposition lead to: "artist – avant-gardist
        A. B.".
        """
        units = self.units
        if units[index].value.person.name:
            return index
        for cursor in range(index + 1, min(index + 7, limit)):
            if units[cursor].kind == "actor":
                return cursor if units[cursor].value.person.name else index
            if units[cursor].kind != "word" and units[cursor].text not in _DASHES:
                break
        return index

    def _noun(self, index: int) -> bool:
        """A trigger inside a complement that is a noun there: behind a determiner or preposition, or
        capitalised.
        """
        unit = self.units[index]
        forms = {form for _, form in unit.value}
        before = self.units[index - 1]
        if before.kind in ("preposition", "determiner") and forms <= {"finite", "base"}:
            return True  # "of works": a verb's form that is a noun here
        return ("noun" in forms or "ing" in forms) and (
            forms == {"noun"}
            or before.kind in ("determiner", "preposition", "and", "word", "state")
            or is_capitalised(unit)
        )

    def _goes_on(self, index: int, limit: int) -> bool:
        """Whether a conjunct of the same phrase, and no new clause or date, follows an "and"."""
        units = self.units
        if index + 1 >= limit:
            return False
        after = units[index + 1]
        if after.kind == "actor" and after.value.person.office:
            return False
        if after.kind not in ("word", "state", "event", "trigger", "relations", "actor") or (
            after.kind == "trigger" and not self._noun(index + 1)
        ):
            return False
        before = units[index - 1]
        if is_capitalised(before) != is_capitalised(after) and not (
            before.kind == "state" or after.kind == "state"
        ):
            return False
        for cursor in range(index + 1, min(index + 5, len(units))):
            if units[cursor].kind in ("be", "have", "modal"):
                return False
            if units[cursor].kind not in ("word", "state", "determiner"):
                break
        return True

    def _pairs(self, first: int, index: int) -> bool:
        """Whether an "and" behind "between" joins the second of two states: "between A and B was held"."""
        told = sum(1 for unit in self.units[first:index] if unit.kind == "state")
        second = [unit for unit in self.units[index + 1 : index + 3] if unit.kind != "determiner"]
        return told == 1 and second[:1] != [] and second[0].kind == "state"

    def _list_goes_on(self, index: int, limit: int) -> bool:
        """A comma inside "on Trade, Economy and Investment": an "and" follows soon, all capitalised."""
        units = self.units
        for cursor in range(index + 1, min(index + 6, limit)):
            unit = units[cursor]
            if unit.kind == "and":
                return cursor + 1 < limit and is_capitalised(units[cursor + 1])
            if not ((is_capitalised(unit) and unit.kind in ("word", "trigger")) or unit.text in (",", "-")):
                return False
        return False

    # -- the unit --------------------------------------------------------------------------------------------

    def _make(self, before: list[Unit], index: int, after: int) -> Unit:
        head = self.units[index]
        behind = self.units[index + 1 : after]
        value = head.value
        type_, field = (value.type, value.field) if isinstance(value, Named) else self._kind(head)
        parts = [*before, head, *behind]
        quoted = next((unit for unit in parts if unit.kind == "quoted"), None)
        actors = tuple(unit.value for unit in self._persons(behind))
        own = value.name if isinstance(value, Named) else ""
        bare = own_name(self.units, index, self.language) if head.kind == "event" else None
        if quoted is not None and head.kind == "event":
            name = str(quoted.value)
        elif own and names_itself(value, self.language):
            name = own
        elif bare:
            name = self.text[self.units[bare.start].start : self.units[bare.stop - 1].end]
        else:
            name = self.language.morphology.nominative(self._words(before, head, behind, own), head.case)
        states = tuple(dict.fromkeys(state for unit in parts for state in self._states(unit)))
        proper = (
            quoted is not None
            or bool(own)
            or bare is not None
            or (is_capitalised(head) and head.start != self._sentence_start())
            or any(
                is_capitalised(unit)
                and (unit.kind in ("word", "event", "body") or self._names_by_adjective(unit))
                and unit.start != self._sentence_start()
                for unit in before
            )
        )
        plural = head.key.split(" ")[-1].endswith("s") and not is_capitalised(head)
        made = Unit(
            head.kind, parts[0].start, parts[-1].end, self.text[parts[0].start : parts[-1].end], head.key
        )
        places = tuple(unit.value.name for unit in parts if unit.kind == "place")
        word = value.head if isinstance(value, Named) else head.text
        made.value = Named(name, type_, field, states, actors, proper, word, places, plural)
        made.head = head
        return made

    def _names_by_adjective(self, unit: Unit) -> bool:
        """Whether a capitalised adjective makes a name, where adjectives of states are in lower case otherwise."""
        return bool(self.language.cases) and unit.kind == "state" and unit.value[1] == "adjective"

    def _states(self, unit: Unit) -> tuple[str, ...]:
        """The states of a part of a name, also inside a quotation: «Italy – Uzbekistan»."""
        if unit.kind == "quoted":
            return tuple(self.language.states_in(self.text, unit.start + 1, unit.end - 1))
        return _states(unit)

    def _sentence_start(self) -> int:
        return self.units[0].start if self.units else -1

    def _kind(self, head: Unit) -> tuple[str, str]:
        words = head.key.split(" ")
        fields = knowledge.lexicon(self.language.code).fields
        for first in range(len(words)):
            for phrase in (" ".join(words[first:]), " ".join(words[first:]).removesuffix("s")):
                if phrase in fields:
                    return str(head.value), fields[phrase]
        return str(head.value), ""

    def _words(self, before: list[Unit], head: Unit, behind: list[Unit], own: str) -> str:
        parts = [(unit.start, unit.end, "") for unit in before]
        parts.append((head.start, head.end, own))
        phrase: list[tuple[int, int, str]] = []
        mark = ""
        for unit in behind:
            mark = unit.value if unit.kind == "preposition" else mark
            if unit.kind == "actor" and mark in ("of", "agent") and not self._named_after(behind, unit):
                # of "famous artist A. B." the name alone
                links = self._prepositions(behind)
                while phrase and self.text[phrase[-1][0] : phrase[-1][1]] not in links:
                    phrase.pop()
                person: Person = unit.value.person
                phrase.append((unit.start, unit.end, person.name or unit.text))
            elif unit.kind == "quoted":
                phrase.append((unit.start, unit.end, str(unit.value)))
            elif unit.kind != "determiner" or unit.key not in self.articles:
                phrase.append((unit.start, unit.end, ""))
        words, last = "", -1
        for start, end, told in [*parts, *phrase]:
            words += "" if last < 0 or start == last else " "
            words += told or self.text[start:end]
            last = end
        return " ".join(words.split())

    def _persons(self, behind: list[Unit]) -> list[Unit]:
        """Persons that the name is of; behind "on" and "for" a run of capitals is a subject, not a name."""
        found, mark = [], ""
        for unit in behind:
            mark = unit.value if unit.kind == "preposition" else mark
            if unit.kind == "actor" and mark in ("of", "agent") and not self._named_after(behind, unit):
                found.append(unit)
        return found

    def _named_after(self, behind: list[Unit], person: Unit) -> bool:
        """Whether a person is only whom something is named after: «оркестр имени И. Жиновича»."""
        place = next(i for i, unit in enumerate(behind) if unit is person)
        near = behind[max(0, place - 2) : place]
        return any(unit.key in self.language.words["honoured"] for unit in near)

    def _prepositions(self, units: list[Unit]) -> set[str]:
        return {unit.text for unit in units if unit.kind == "preposition"}

    # -- organisations ---------------------------------------------------------------------------------------

    def _as_event(self, unit: Unit) -> Unit | None:
        """An organisation whose name begins or ends with a word for an occasion: "Congress of …", "…
        Conference".
        """
        found = tokens(self.text, unit.start, unit.end)
        person = unit.kind == "actor"
        for place, token in enumerate((found[0], found[-1])):
            if person and not place:
                continue
            if place and self.language.key(token.text) in self.language.words["parliament"]:
                continue  # "the National Congress"
            _, entries = self.language.find([self.language.key(token.text)], 0)
            entry = next((entry for entry in entries if entry.kind == "event"), None)
            if entry is not None and entry.value in (
                "conference",
                "forum",
                "summit",
                "festival",
                "exhibition",
            ):
                made = Unit("event", unit.start, unit.end, unit.text, token.key)
                made.value = Named(
                    getattr(unit.value, "name", unit.text),
                    str(entry.value),
                    "",
                    _states(unit),
                    (),
                    True,
                    token.text,
                )
                return made
        return None

    def _as_exercise(self, unit: Unit) -> Unit | None:
        """Capitals taken for a person's that hold an exercise and its name: "Military Exercise Surya Kiran"."""
        found = within(self.text, unit, self.language)
        if found is None:
            return None
        head, name = found
        made = Unit("event", unit.start, unit.end, unit.text, head.key)
        made.value = Named(name, "other", "military", (), (), True, head.text)
        return made

    def _as_body(self, unit: Unit, out: list[Unit]) -> Unit | None:
        """An organisation as a body, where its head is one and its name or the phrase before it has two
        states.
        """
        found = tokens(self.text, unit.start, unit.end)
        keys = [self.language.key(token.text) if token.kind == "word" else token.key for token in found]
        type_, joint = "", any(key in self.language.words["joint"] for key in keys)
        index = 0
        while index < len(keys):
            length, entries = self.language.find(keys, index)
            body = next((entry for entry in entries if entry.kind == "body"), None) if length else None
            if body is not None and not type_:
                type_ = str(body.value)
            index += max(length, 1)
        if not type_:
            return None
        states = list(_states(unit)) + _named_states(found, keys, self.language)
        count = 0
        while count < len(out) and (
            out[-1 - count].kind in ("state", "dyad", "combining")
            or (out[-1 - count].text in _DASHES and count)
        ):
            states.extend(_states(out[-1 - count]))
            count += 1
        if not (joint and type_ != "other") and len(dict.fromkeys(states)) < 2:
            return None
        made = Unit("body", unit.start, unit.end, unit.text, unit.key)
        made.value = Named(
            getattr(unit.value, "name", unit.text),
            type_,
            "",
            tuple(dict.fromkeys(states)),
            (),
            True,
            unit.text,
        )
        return made


def _is_round_of(unit: Unit) -> bool:
    """Whether a unit is several holders of an office, capitalised and without names: "Foreign Ministers"."""
    return unit.kind == "actor" and unit.value.plural and not unit.value.person.name and is_capitalised(unit)


def _states(unit: Unit) -> tuple[str, ...]:
    if unit.kind == "state":
        return (str(unit.value[0]),)
    if unit.kind == "dyad":
        return tuple(unit.value)
    if unit.kind == "combining":
        return (str(unit.value),)
    if unit.kind in ("organisation", "actor"):
        state = getattr(unit.value, "state", None)
        return (str(state),) if state else ()
    if unit.kind in ("body", "event") and isinstance(unit.value, Named):
        return unit.value.states
    return ()


def _named_states(found: list[Unit], keys: list[str], language: Language) -> list[str]:
    states: list[str] = []
    for index, token in enumerate(found):
        if not is_capitalised(token):
            continue
        length, entries = language.find(keys, index)
        states.extend(entry.value[0] for entry in entries if length and entry.kind == "state")
    return states
