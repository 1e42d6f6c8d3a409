"""What belongs to a title behind its head: portfolio, state, body, field, further posts."""

from __future__ import annotations

from typing import NamedTuple

from comity.reading.language import Institution
from comity.reading.people.actors import Title
from comity.reading.people.groups import Groups

_BEHIND_HEAD = frozenset({"of", "for", "goal", "place", "source"})
"""Prepositions that begin what an office is of."""
_TOWARDS = frozenset({"goal", "place"})
"""Those that tell where a head of mission is sent."""
_SENT = frozenset({"head-of-mission", "consul", "trade-representative", "diplomat"})
"""Classes of offices that are held in another state."""
_LOCAL = frozenset({"mayor-governor", "consul", "religious", "business"})
"""Classes of offices that a town may have."""


class Complement(NamedTuple):
    """What belongs to a title: the index after it, and whether it is part of the title's wording."""

    after: int
    in_words: bool


class Complements(Groups):
    """Reads what follows the head of a title."""

    def further_portfolio(self, index: int) -> int:
        """The index after more of a portfolio that the office's own words begin: "Minister of Foreign Affairs" and
        "Trade"; 0 where there is none, and where it is another's ("… and Defence Minister B", "…, trade officials").
        """
        begun = self.language.key(self.units[index - 1].text.split()[-1]) in self.language.portfolio
        if not begun or not (self.kind(index) == "and" or self.word(index) == ","):
            return 0
        after = self.portfolio_run(index + 1)
        others = self.kind(after) == "office" or (self.kind(after) == "word" and not self.cap(after))
        return 0 if others else after

    def further_posts(self, first: str, index: int) -> tuple[tuple[str, ...], int]:
        """The further states that one post is in, and the index after them: "to A, B and, concurrently, C"."""
        told = self.units[index - 1]
        if told.kind != "state":
            return (), index
        states: list[str] = []
        beside, cursor = self.past_beside(index)
        while self.kind(cursor) == "and" or self.word(cursor) == ",":
            joined = cursor + 1
            if self.word(cursor) == "," and self.kind(joined) == "and":
                joined += 1
            told_beside, inner = self.past_beside(joined)
            prepared = self.kind(inner) == "preposition" and self.units[inner].value in ("goal", "place")
            state = self.skip_determiner(inner + 1 if prepared else inner)
            if self.kind(state) != "state" or self.units[state].value[1] != "name":
                break
            if not prepared and self.language.cases and self.units[state].case != told.case:
                break  # «посол А в Б и В в Г»
            states.append(self.state_of(state) or "")
            beside = beside or told_beside
            more_beside, cursor = self.past_beside(state + 1)
            beside = beside or more_beside
        if not states or not (beside or self.name_at(cursor + (self.word(cursor) == ","))):
            return (), index
        return tuple(state for state in states if state and state != first), cursor

    def past_beside(self, index: int) -> tuple[bool, int]:
        """Whether words say that a post is held beside another, and the index after them: «(по совместительству)»."""
        words, cursor = self.language.words["concurrently"], index
        bracketed = self.word(cursor) == "("
        cursor += bracketed
        comma = self.word(cursor) == ","
        cursor += comma
        cursor += self.kind(cursor) == "preposition" and self.word(cursor + 1) in words
        if self.word(cursor) not in words:
            return False, index
        cursor += 1
        return True, cursor + (self.word(cursor) == (")" if bracketed else ",") and (bracketed or comma))

    def is_country(self, index: int) -> bool:
        """Whether a unit is one country that is not named: «страны» in «президент страны», «посол республики в А»."""
        known = self.kind(index) == "sides" and self.word(index) in self.language.words["country"]
        word = self.units[index] if self.kind(index) == "word" else None
        if word is not None and not self.language.cases:
            definite = self.word(index - 1) == "the" and not self.of_something(index)
            return definite and word.key in self.language.words["its_country"]
        polity = word is not None and word.text.islower() and word.key in self.language.words["country"]
        return (known or polity) and not self.language.morphology.is_plural(self.units[index])

    def of_something(self, index: int) -> bool:
        """Whether what a unit names is told by what stands behind it: "the Republic of …", "the country in which"."""
        return self.kind(index + 1) in ("preposition", "state", "place", "clause")

    def is_charge(self, index: int) -> bool:
        return self.kind(index) == "preposition" and self.units[index].value == "on"

    def receiving_follows(self, title: Title, index: int) -> bool:
        """Whether the receiving state of a mission's head may follow: "Ambassador of A" and "to B"."""
        return (
            title.to is None
            and self.kind(index) == "preposition"
            and self.units[index].value in ("goal", "place")
        )

    def complement(self, title: Title, index: int) -> Complement | None:
        """What belongs to a title behind its head; what it says of the office is put into the title."""
        if self.kind(index) != "preposition":
            return None
        if self.is_charge(index):
            charge = self.charge(title, index)
            return Complement(charge, in_words=True) if charge else None
        if self.units[index].value not in _BEHIND_HEAD:
            return None
        inner = self.skip_determiner(index + 1)
        told = self.of_office(index, inner) or self.of_several(title, index, inner)
        if told:
            return told
        if not self.is_of_title(title, index, inner):
            return None
        if self.kind(inner) == "organisation" and self.is_portfolio(inner + 1):
            return Complement(inner + 2, in_words=True)  # "Minister for EU Affairs"
        if self.kind(inner) == "state":
            return self.of_mission(title, index, inner) or self.of_state(title, index, inner)
        if self.units[index].value in _TOWARDS:
            return self.accredited(title, inner)
        if self.units[index].value == "source":
            return None
        return (
            self.of_place(title, index, inner)
            or self.of_field(title, inner)
            or self.of_institution(title, inner)
        )

    def of_office(self, index: int, inner: int) -> Complement | None:
        """Another office that an office is of: "Special Envoy of the President", "Adviser to the Chancellor"; one that
        is part of a body's name: "Speaker of the House of Representatives"."""
        if self.kind(inner) != "office" or not self.cap(inner):
            return None
        mark, definite = self.units[index].value, inner > index + 1
        if definite and (mark == "of" or (mark == "goal" and self.serves(index - 1))):
            return Complement(inner + 1, in_words=True)
        head = self.word(index - 1).split(" ")[-1]
        if self.units[inner].value.plural and head in self.language.office_bodies:
            return Complement(self.portfolio_run(inner + 1) or inner + 1, in_words=True)
        return None

    def of_several(self, title: Title, index: int, inner: int) -> Complement | None:
        """What an office is of without naming one state: a joint body, «страны» in «с президентом страны Н.»."""
        if self.units[index].value != "of":
            return None
        joint = self.joint_body(inner)
        if joint:
            title.of = self.run_text(inner, joint - 1)
            return Complement(joint, in_words=False)
        # the country is the one that the words around it tell
        return Complement(inner + 1, in_words=False) if self.is_country(inner) else None

    def is_of_title(self, title: Title, index: int, inner: int) -> bool:
        """Whether a phrase may say whose an office is, and does not begin something else: only heads of missions are
        "to" somewhere, and a "Special Representative for A" is not A's."""
        mark, kind = self.units[index].value, self.kind(inner)
        if mark in _TOWARDS and not (title.cls in _SENT or title.bare):
            return False
        if mark == "for" and kind in ("state", "place") and self.is_envoy(index - 1):
            return False
        return not (kind == "state" and self.owns_act(inner))

    def is_portfolio(self, index: int) -> bool:
        """Whether a word with a capital is of a portfolio: "Affairs"."""
        return self.word(index) in self.language.portfolio and self.cap(index)

    def of_mission(self, title: Title, index: int, inner: int) -> Complement | None:
        """The mission that somebody is head of, behind the state whose it is: «глава норвежской дипмиссии»."""
        post = self.post_of_adjective(index, inner)
        if not post:
            return None
        title.state, title.aside = title.state or self.state_of(inner), inner
        title.cls = "head-of-mission"
        return Complement(post, in_words=True)

    def of_state(self, title: Title, index: int, inner: int) -> Complement | None:
        """The state that an office is of, or to which a head of mission is sent, or whose institution follows."""
        code, towards = self.state_of(inner), self.units[index].value in _TOWARDS
        if self.units[inner].value[1] == "adjective":
            polity = self.word(inner + 1) in self.language.words["polity"]
            if self.units[index].value == "goal" and polity and not self.language.cases:
                title.to = title.to or code  # "to the Peruvian Government"
                return Complement(inner + 2, in_words=False)
            if told := self.of_its_institution(title, inner):
                return told
        if towards:
            title.to = title.to or code
        elif title.state in (None, code):
            title.state = code  # also "of the Seimas of A", which is of A by its name
        else:
            return None
        return Complement(inner + 1, in_words=False)

    def of_its_institution(self, title: Title, inner: int) -> Complement | None:
        """An institution of the state whose adjective begins its name: "of the Israeli Ministry of Defense", "of the
        Austrian Federal Chamber of …"."""
        if self.kind(inner + 1) not in ("organisation", "body", "word"):
            return None
        code = self.state_of(inner)
        run = self.portfolio_run(inner + 1)
        if run:
            title.state = title.state or code
            title.aside = inner if self.language.cases else 0
            return Complement(run, in_words=True)
        organisation = self.organisation(inner) if self.cap(inner + 1) else None
        if organisation is None:
            return None
        made, after = organisation
        title.of, title.state = made.value.name, title.state or code
        return Complement(after, in_words=False)

    def accredited(self, title: Title, inner: int) -> Complement | None:
        """Where a head of mission is accredited besides at a state: "Representative to the United Nations"."""
        if self.kind(inner) == "place":
            title.to = title.to or self.state_of(inner)
        elif self.kind(inner) == "organisation" and isinstance(self.units[inner].value, str):
            title.to = title.to or self.units[inner].value
        else:
            return None
        return Complement(inner + 1, in_words=False)

    def of_place(self, title: Title, index: int, inner: int) -> Complement | None:
        """The region or town of an office: "Governor of Pavlodar Region", "Mayor of Paris", "Consul for Lagos"."""
        region = self.region(inner) if title.cls == "mayor-governor" else 0
        if region:
            title.of = self.language.morphology.nominative(
                self.run_text(inner, region - 1), self.units[region - 1].case
            )
            title.state = title.state or self.state_of_region(inner)
            return Complement(region, in_words=False)
        if self.kind(inner) != "place":
            return None
        if title.cls == "consul" and self.units[index].value == "for" and not self.language.cases:
            title.to = title.to or self.state_of(inner)
        elif title.cls in _LOCAL:
            title.of = self.units[inner].value.name
            title.state = title.state or self.state_of(inner)
        else:
            return None
        return Complement(inner + 1, in_words=False)

    def of_field(self, title: Title, inner: int) -> Complement | None:
        """The portfolio of an office: "Minister of Foreign Affairs"; none in «послы иностранных государств»."""
        sent = self.language.cases and title.cls in ("head-of-mission", "consul")
        run = 0 if sent else self.portfolio_run(inner) or self.unknown_portfolio(title, inner)
        return Complement(run, in_words=True) if run else None

    def of_institution(self, title: Title, inner: int) -> Complement | None:
        """The institution of an office: "head of the White House", "Director of the Institute of …"."""
        kind, told = self.kind(inner), self.units[inner].value if inner < self.size else None
        if kind == "organisation" and isinstance(told, Institution):
            title.state = title.state or told.state
            return Complement(inner + 1, in_words=True)
        if kind in ("organisation", "quoted"):
            title.of = str(told)
            return Complement(inner + 1, in_words=False)
        organisation = self.organisation(inner) if self.may_start_name(inner) else None
        if organisation is None:
            return None
        made, reached = organisation
        after = self.before_name(inner, reached)
        title.of = made.value.name if after == reached else self.run_text(inner, after - 1)
        title.state = title.state or made.value.state
        return Complement(after, in_words=False)

    def post_of_adjective(self, index: int, state: int) -> int:
        """The index after the mission that somebody is head of, behind whose it is: «глава (норвежской дипмиссии)»; 0
        where there is none."""
        told = self.kind(state + 1) == "mission" and self.units[state].value[1] == "adjective"
        if not (told and self.language.cases):
            return 0
        office = self.known_class(f"{self.units[index - 1].text} {self.units[state + 1].text}")
        return state + 2 if office == "head-of-mission" else 0

    def known_class(self, words: str) -> str:
        """The class of an office that is listed with all its words; empty for another."""
        known = self.language.entries.get(self.language.phrase_key(words), ())
        return next((str(entry.value.cls) for entry in known if entry.kind == "office"), "")

    def owns_act(self, index: int) -> bool:
        """Whether a state without an article does what stands behind it: "told the minister of U.S. recognition"."""
        told = self.units[index + 1] if index + 1 < self.size else None
        if self.language.cases or told is None or told.kind != "trigger":
            return False
        return {form for _, form in told.value} == {"noun"} and self.kind(index - 1) == "preposition"

    def before_name(self, first: int, after: int) -> int:
        """Where a name of an institution ends that a person's follows: "the Europe Department" of "… John Smith"."""
        head = after - 3
        named = (
            not self.language.cases
            and head > first
            and self.word(head) in self.titles("departments")
            and self.plain_name_word(after - 1)
            and self.plain_name_word(after - 2)
        )
        return after - 2 if named else after

    def is_envoy(self, index: int) -> bool:
        """Whether an office ends here that is sent on something: "Special Representative"."""
        return self.word(index).split(" ")[-1] in self.titles("sent")

    def serves(self, index: int) -> bool:
        """Whether an office ends here that is somebody's help: "adviser", "assistant"."""
        return self.word(index).split(" ")[-1] in self.titles("serving")

    def charge(self, title: Title, index: int) -> int:
        """The index after what an office is charged with: a committee's field ("Committee on Foreign Relations"), an
        envoy's state where a name follows it («представитель … по Афганистану И. К.»); 0 where there is none."""
        inner = self.skip_determiner(index + 1)
        if self.on_body(index - 1):
            return self.portfolio_run(inner)
        charged = self.kind(inner) == "state" and title.cls != "head-of-state"
        return inner + 1 if charged and self.language.cases and self.name_at(inner + 1) else 0

    def region(self, index: int) -> int:
        """The index after a region's name: "Pavlodar Region", «Павлодарской области»; 0 where there is none."""
        after = index
        while self.kind(after) in ("word", "place") and self.cap(after):
            after += 1
            if self.word(after) in self.titles("regions"):
                return after + 1
        return 0

    def state_of_region(self, index: int) -> str | None:
        """The state of a region that is called by its town: «губернатор Омской области» is of Russia."""
        for town in self.language.morphology.towns_of(self.units[index].text):
            known = self.language.entries.get(self.language.phrase_key(town), ())
            places = [entry.value for entry in known if entry.kind == "place"]
            if places:
                return str(places[0].state)
        return None

    def unknown_portfolio(self, title: Title, index: int) -> int:
        """The index after a minister's portfolio of words in lower case that nobody listed: «министр земледелия»."""
        after = index
        minister = title.cls in ("minister", "deputy-minister") and self.language.cases
        while minister and self.kind(after) in ("word", "and") and not self.cap(after):
            if self.kind(after) == "word" and self.units[after].case != "gen":
                break
            after += 1
        return after if after > index and self.kind(after - 1) == "word" else 0
