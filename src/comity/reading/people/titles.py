"""Titles of offices: modifiers, head, portfolio, the state or body they belong to, the name behind."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.language import POSTS, Office
from comity.reading.people.actors import Title
from comity.reading.people.fields import Fields
from comity.reading.units import Unit, is_capitalised

_SHORT_FORM = 5
"""Letters of the short form of a title."""


class Titles(Fields):
    """Reads titles of offices with those who hold them."""

    def is_title_modifier(self, index: int) -> bool:
        """A word that begins a title whose head comes soon: "Deputy …", "Foreign …", "Chief Ashkenazi …"."""
        unit = self.units[index] if index < self.size else None
        if unit is None or unit.kind != "word":
            return False
        modifiers = self.titles("modifiers")
        if not (unit.key in modifiers or (unit.key in self.language.portfolio and is_capitalised(unit))):
            return False
        for ahead in range(index + 1, min(index + 6, self.size)):
            unit = self.units[ahead]
            if unit.kind == "office":
                return True
            plain = unit.kind == "word" and (unit.key in modifiers or is_capitalised(unit))
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
        if back and self.word(first - 1) in self.titles("former") and not title.former:
            title.former = True  # "former A Prime Minister N"
            if not self.language.cases:
                title.words = f"{self.units[first - 1].text.lower()} {title.words}"
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
            and not (
                self.is_name_title(after) and (self.plain_name_word(after + 1) or self.is_surname(after))
            )
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
            nxt = None if self.rank_of_named(after) else self.complement(title, after)
            if nxt is None:
                break
            after, in_title = nxt
            if in_title:
                stop, title.bare = after, False
            elif (title.state or title.of) and not (
                self.receiving_follows(title, after)
                or self.is_charge(after)
                or self.state_follows(title, after)
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

    def rank_of_named(self, index: int) -> int:
        """The index after a military rank that stands right before a name, «Министром обороны А генералом Н.»; 0 where
        there is none."""
        unwritten = self.kind(index) == "preposition" and self.units[index].start == self.units[index].end
        rank = index + unwritten
        return rank + 1 if self.is_rank(rank) and self.name_at(rank + 1) is not None else 0

    def state_follows(self, title: Title, index: int) -> bool:
        """Whether the state of an office follows its region or body: "governor of the P province of A"."""
        led_in = self.kind(index) == "preposition" and self.units[index].value == "of"
        return title.state is None and led_in and self.kind(self.skip_determiner(index + 1)) == "state"

    def is_courtesy(self, index: int, title: Title) -> bool:
        """Whether a title is one of courtesy alone: "Sheikh A. B." holds no office by it."""
        return self.word(index) in self.titles("courtesy") and title.words == self.units[index].text

    def name_behind(self, title: Title, after: int) -> tuple[str | None, int, Title]:
        """Further titles of the same person and the name behind them."""
        after = self.past_abbreviation(after)
        after = cursor = self.rank_of_named(after) or self.field(title, after)
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
            behind = self.field(more, behind)
            if joined and title.cls == more.cls == "royalty":
                break  # "the Crown Prince of A and Princess X"
            if not dash and (
                title.plural
                or more.plural
                or not self.name_at(behind)
                or (more.state and title.state and more.state != title.state)
            ):
                break
            if listed and title.cls == "counterpart" and more.cls != "counterpart":
                more.state = more.state or title.state
                title, after = more, behind  # "my counterpart, Minister of Trade A. B."
                cursor = behind
                continue
            if listed and _is_rank_of_post(title, more):
                after = cursor = behind
                continue
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


def _is_rank_of_post(title: Title, more: Title) -> bool:
    """Whether a second title is only the rank of who holds a post told in full: "A Commissioner to B, Ambassador N"."""
    told = title.to is not None and (title.state is not None or title.of is not None)
    bare = more.state is None and more.of is None and more.to is None
    return told and bare and title.cls == more.cls and title.cls in POSTS
