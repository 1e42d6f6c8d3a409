"""Titles of offices: modifiers, head, portfolio, the state or body they belong to, the name behind."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.language import POSTS, Institution, Office
from comity.reading.people.actors import Title
from comity.reading.people.groups import Groups
from comity.reading.units import Unit

_SHORT_FORM = 5
"""Letters of the short form of a title."""


class Titles(Groups):
    """Reads titles of offices with those who hold them."""

    def is_title_modifier(self, index: int) -> bool:
        """A word that begins a title whose head comes soon: "Deputy …", "Foreign …", "Chief Ashkenazi …"."""
        if self.kind(index) != "word":
            return False
        modifier = self.word(index) in self.titles("modifiers")
        if not (modifier or (self.cap(index) and self.word(index) in self.language.portfolio)):
            return False
        for ahead in range(index + 1, min(index + 6, self.size)):
            if self.kind(ahead) == "office":
                return True
            plain = self.kind(ahead) == "word" and (
                self.cap(ahead) or self.word(ahead) in self.titles("modifiers")
            )
            joined = self.word(ahead) in ("and", "&", ",") and self.word(ahead + 1) in self.language.portfolio
            if not (plain or joined or (self.is_dash(ahead) and self.touching(ahead))):
                return False
        return False

    def titled(self, index: int) -> tuple[Unit, int, int] | None:
        parsed = self.title(index)
        if parsed is None or self.is_adjective(index):
            return None
        title, after = parsed
        # the state before the title: "Israeli Minister …", "Kazakhstan's Health Minister"
        back = 0
        before = index - 1
        if self.kind(before) == "poss" and self.kind(before - 1) in ("state", "place"):
            if title.state is None:
                title.state = self.state_of(before - 1)
            back = 2
        elif self.kind(before) == "state" and title.state is None and self.adjacent(before):
            title.state = self.state_of(before)
            back = 1
        first = index - back
        self.definite = not title.plural and (back > 0 or self.kind(index - 1) == "determiner")
        # second titles and the name behind
        name, after, title = self.name_behind(title, after)
        if (
            name
            and title.state is None
            and title.of is None
            and self.kind(after) == "preposition"
            and self.units[after].value == "of"
        ):
            inner = self.skip_determiner(after + 1)
            if self.kind(inner) == "state" and self.units[inner].value[1] == "name":  # "President A. B. of C"
                title.state, after = self.state_of(inner), inner + 1
        if name and title.state is None and title.of is None and self.is_courtesy(index, title):
            return self.actor_unit(first, after, Person(name=name)), after, back
        person = Person(name=name, office=title.words, of=title.of or title.state)
        unit = self.actor_unit(
            first, after, person, state=title.state, to=title.to, cls=title.cls, plural=title.plural and not name,
            former=title.former, also=title.also,
        )  # fmt: skip
        return unit, after, back

    def title(self, index: int) -> tuple[Title, int] | None:
        """One title: modifiers, head, portfolio, and the state or body it belongs to."""
        head = index
        while head < self.size and self.kind(head) != "office":
            head += 1
        if head >= self.size:
            return None
        office: Office = self.units[head].value
        if office.cls == "counterpart" and self.kind(head + 1) == "office":
            return self.title(head + 1)  # "his counterpart Secretary of State A. B."
        after = head + 1
        # heads that follow one another without a comma: "Vice-Prime Minister", "Director General"
        if (
            self.word(head) in self.titles("modifiers")
            and self.cap(after)
            and self.kind(after) == "word"
            and self.kind(after + 1) == "office"
        ):
            after += 1  # "Chief Ashkenazi Rabbi": the first word only modifies
        while (
            self.kind(after) == "office"
            and not (self.is_name_title(after) and self.plain_name_word(after + 1))
            and not (self.is_rank(after) and not self.is_rank(after - 1) and self.plain_name_word(after + 1))
        ):
            if self.units[after].case != "gen":  # «советник Президента»: the first is the head
                office = self.units[after].value if self.units[after].value.cls != "other" else office
            after += 1
        while self.word(after) in self.titles("tails") and self.kind(after) == "word":
            after += 1
        after = self.further_portfolio(after) or after
        plural = office.plural or bool(self.language.morphology.is_plural(self.units[head]))
        title = Title(words="", cls=office.cls, plural=plural)
        title.bare = any(unit.key in self.titles("envoys") for unit in self.units[head:after])
        title.former = self.word(index) in self.titles("former")
        stop = after
        while True:
            nxt = self.complement(title, after)
            if nxt is None:
                break
            after, in_title = nxt
            if in_title:
                stop, title.bare = after, False
            elif (title.state or title.of) and not (
                self.receiving_follows(title, after) or self.is_charge(after)
            ):
                break
        if title.to is not None and title.cls in POSTS:
            title.also, after = self.further_posts(title.to, after)
        of_more = self.kind(after) == "preposition" and self.units[after].value == "of"
        if title.state is None and title.of is None and not (plural or of_more):
            title.state = self.language.office_states.get(self.word(head))  # the Pope is of the Holy See
        written = self.run_text(index, stop - 1)
        if title.aside and title.aside + 1 < stop:
            # «глава болгарского МИД» is «глава МИД», of the state
            plain = f"{self.run_text(index, title.aside - 1)} {self.run_text(title.aside + 1, stop - 1)}"
            known = self.known_class(plain)
            written, title.cls = (plain, known) if known else (written, title.cls)
        title.words = self.language.morphology.office(
            written, self.units[head].text, office.title, office.plural
        )
        return title, after

    def is_courtesy(self, index: int, title: Title) -> bool:
        """Whether a title is one of courtesy alone: "Sheikh A. B." holds no office by it."""
        return self.word(index) in self.titles("courtesy") and title.words == self.units[index].text

    def known_class(self, words: str) -> str:
        """The class of an office that is listed with all its words; empty for another."""
        known = self.language.entries.get(self.language.phrase_key(words), ())
        return next((str(entry.value.cls) for entry in known if entry.kind == "office"), "")

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
        word = self.units[index] if self.kind(index) == "word" and self.language.cases else None
        polity = word is not None and word.text.islower() and word.key in self.language.words["country"]
        return (known or polity) and not self.language.morphology.is_plural(self.units[index])

    def is_charge(self, index: int) -> bool:
        return self.kind(index) == "preposition" and self.units[index].value == "on"

    def receiving_follows(self, title: Title, index: int) -> bool:
        """Whether the receiving state of a mission's head may follow: "Ambassador of A" and "to B"."""
        return (
            title.to is None
            and self.kind(index) == "preposition"
            and self.units[index].value in ("goal", "place")
        )

    def complement(self, title: Title, index: int) -> tuple[int, bool] | None:
        """What belongs to a title behind its head: the index after it, and whether it is part of the wording."""
        unit = self.units[index] if index < self.size else None
        if unit is None:
            return None
        if unit.kind != "preposition":
            return None
        inner = self.skip_determiner(index + 1)
        kind = self.kind(inner)
        if self.is_charge(index):
            charge = self.charge(title, index)
            return (charge, True) if charge else None
        if unit.value not in ("of", "for", "goal", "place", "source"):
            return None
        if unit.value == "of" and kind == "office" and inner > index + 1 and self.cap(inner):
            return inner + 1, True  # "Special Envoy of the President"
        if (
            kind == "office"
            and self.cap(inner)
            and self.units[inner].value.plural
            and self.word(index - 1).split(" ")[-1] in self.language.office_bodies
        ):
            run = self.portfolio_run(inner + 1)  # "Speaker of the House of Representatives"
            return run or inner + 1, True
        joint = self.joint_body(inner) if unit.value == "of" else 0
        if joint:
            title.of = self.run_text(inner, joint - 1)
            return joint, False
        if unit.value == "of" and self.is_country(inner):
            return inner + 1, False  # «с президентом страны Н.»: of the one that the words around it tell
        mission = title.cls in ("head-of-mission", "consul", "trade-representative", "diplomat") or title.bare
        if unit.value in ("goal", "place") and not mission:
            return None
        if kind == "state":
            code = self.state_of(inner)
            if self.units[inner].value[1] == "adjective" and self.kind(inner + 1) in (
                "organisation",
                "body",
                "word",
            ):
                # "of the Israeli Ministry of Defense", "of the Kazakh Parliament"
                run = self.portfolio_run(inner + 1)
                if run:
                    title.state = title.state or code
                    title.aside = inner if self.language.cases else 0
                    return run, True
                organisation = self.organisation(inner) if self.cap(inner + 1) else None
                if organisation:  # "of the Austrian Federal Chamber of …"
                    made, after = organisation
                    title.of, title.state = made.value.name, title.state or code
                    return after, False
            if unit.value in ("goal", "place"):
                title.to = title.to or code
            elif title.state is None:
                title.state = code
            else:
                return None
            return inner + 1, False
        if unit.value in ("goal", "place"):
            if kind == "place":
                title.to = title.to or self.state_of(inner)
                return inner + 1, False
            if kind == "organisation" and isinstance(self.units[inner].value, str):
                title.to = (
                    title.to or self.units[inner].value
                )  # "Permanent Representative to the United Nations"
                return inner + 1, False
            return None
        if unit.value == "source":
            return None
        region = self.region(inner) if title.cls == "mayor-governor" else 0
        if region:
            title.of = self.language.morphology.nominative(
                self.run_text(inner, region - 1), self.units[region - 1].case
            )
            return region, False
        if kind == "place" and title.cls in ("mayor-governor", "consul", "religious", "business"):
            title.of = self.units[inner].value.name
            title.state = title.state or self.state_of(inner)
            return inner + 1, False
        sent = self.language.cases and title.cls in (
            "head-of-mission",
            "consul",
        )  # «послы иностранных государств»
        run = 0 if sent else self.portfolio_run(inner) or self.unknown_portfolio(title, inner)
        if run:
            return run, True
        if kind == "organisation" and isinstance(self.units[inner].value, Institution):
            title.state = title.state or self.units[inner].value.state  # "head of the White House"
            return inner + 1, True
        if kind in ("organisation", "quoted"):
            title.of = str(self.units[inner].value)
            return inner + 1, False
        if self.may_start_name(inner):
            organisation = self.organisation(inner)
            if organisation:
                made, after = organisation
                title.of = made.value.name
                title.state = title.state or made.value.state
                return after, False
        return None

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

    def unknown_portfolio(self, title: Title, index: int) -> int:
        """The index after a minister's portfolio of words in lower case that nobody listed: «министр земледелия»."""
        after = index
        minister = title.cls in ("minister", "deputy-minister") and self.language.cases
        while minister and self.kind(after) in ("word", "and") and not self.cap(after):
            if self.kind(after) == "word" and self.units[after].case != "gen":
                break
            after += 1
        return after if after > index and self.kind(after - 1) == "word" else 0

    def name_behind(self, title: Title, after: int) -> tuple[str | None, int, Title]:
        """Further titles of the same person and the name behind them."""
        after = self.past_abbreviation(after)
        cursor = after
        while True:
            listed = self.word(cursor) == ","
            dash = self.is_dash(cursor)
            joined = self.kind(cursor) == "and"
            if not (listed or dash or joined):
                break
            joint = cursor
            second = self.skip_determiner(cursor + 1)
            if (
                dash
                and self.kind(second) == "preposition"
                and self.units[second].end == self.units[second].start
            ):
                second += 1  # «заместителем премьера – министром …»
            if not (self.kind(second) == "office" or self.is_title_modifier(second)):
                break
            parsed = self.title(second)
            if parsed is None:
                break
            more, behind = parsed
            if joined and title.cls == more.cls == "royalty":
                break  # "the Crown Prince of A and Princess X"
            if not dash and (
                title.plural
                or more.plural
                or not self.name_at(behind)
                or (more.state and title.state and more.state != title.state)
            ):
                break
            title.words = (
                f"{title.words}{' -' if dash else ','} {more.words}"
                if not joined
                else f"{title.words} {self.units[joint].text} {more.words}"
            )
            title.state = title.state or more.state
            title.of = title.of or more.of
            title.cls = (
                more.cls
                if (more.to and not title.to) or (more.cls in POSTS and title.cls not in POSTS)
                else title.cls
            )
            title.to = title.to or more.to
            cursor = behind
            after = behind
        comma = 1 if self.word(after) == "," else 0
        name = self.name_at(self.past_served(after) if not comma else after + comma)
        if not name and self.is_dash(after) and self.kind(after + 1) == "honorific":
            comma, name = 1, self.name_at(after + 1)
        if not name:
            return None, after, title
        if comma and self.apposed_before():
            return None, after, title
        if comma and self.kind(after + 1) == "place" and name[1] == after + 2:
            return None, after, title  # "head of the Embassy of A, Madrid"
        if comma:
            # a comma between office and name: an apposition, unless a list goes on
            if title.plural or (
                not self.definite
                and self.kind(after + 1) != "honorific"
                and self.word(name[1]) not in (",", ".", "", ")", "(", ";")
                and self.kind(name[1]) not in ("trigger", "be", "have", "preposition")
                and self.word(name[1]) not in self.language.words["carries_visit"]
            ):
                return None, after, title
        elif title.plural:
            return None, after, title
        return name[0], name[1], title

    def past_abbreviation(self, index: int) -> int:
        """The index after the short form of a title in brackets: "External Affairs Minister (EAM) A. B."."""
        short = self.units[index + 1].text if index + 2 < self.size else ""
        bracketed = self.word(index) == "(" and self.word(index + 2) == ")"
        return index + 3 if bracketed and short.isupper() and len(short) <= _SHORT_FORM else index

    def is_adjective(self, index: int) -> bool:
        """Whether a rank is only an adjective: "received major criticism"."""
        return (
            self.is_rank(index)
            and self.units[index].text.islower()
            and self.kind(index + 1) == "word"
            and not self.cap(index + 1)
        )

    def past_served(self, index: int) -> int:
        """The index after the name of whom an office serves, where that of its holder follows: «помощник президента
        Ивана Белова Пётр Орлов»."""
        before = [unit for unit in self.out[-2:] if unit.kind != "state"][-1:]
        if before and before[0].kind == "actor" and not before[0].value.person.name:
            return index  # «помощник американского президента …»: the name is that of whom he serves
        served = self.name(index, after_title=True) if self.may_start_name(index) else None
        return served[1] if served and self.another_begins(served[1]) else index

    def apposed_before(self) -> bool:
        """Whether the title belongs to a name before it: "Mr. A B, Prime Minister of C, Mr. D E, …"."""
        out = self.out
        while out and out[-1].kind == "determiner":
            out = out[:-1]
        return (
            len(out) > 1
            and out[-1].text == ","
            and out[-2].kind == "actor"
            and bool(out[-2].value.person.name)
            and not out[-2].value.person.office
        )
