"""What the sentences before tell: the document's own states, the year, the last visit, who is who."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import msgspec

from comity.knowledge.states import states
from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.dates import DateContext
from comity.reading.frames.draft import Draft
from comity.reading.introductions import Introductions
from comity.reading.language import Language
from comity.reading.layout.block import Block
from comity.reading.people import Actor
from comity.reading.units import Unit


@functools.cache
def successors(code: str) -> frozenset[str]:
    """The states that came after one that is no more, also after those that came directly after it."""
    state = states().get(code)
    if state is None or not state.former:
        return frozenset()
    return frozenset(state.successors).union(*(successors(one) for one in state.successors))


AT_ONCE = 3
"""Signs between a sentence and one that goes on with it at once."""
_KEPT = frozenset({"visit", "investment", "trade", "agreement", "incident", "cooperation", "recognition"})
"""Kinds of claim of which later sentences may say more."""


class Occasion:
    """Something dated that later sentences refer back to: "during that visit"."""

    __slots__ = ("date", "evidence", "kind", "name", "parties", "people", "place")

    def __init__(
        self, kind: str, date: Date | None, evidence: tuple[Span, ...], parties: tuple[str, ...] = (),
        place: str | None = None, people: tuple[Person, ...] = (), name: str = "",
    ) -> None:  # fmt: skip
        self.kind = kind
        self.date = date
        self.evidence = evidence
        self.parties = parties
        self.place = place
        self.people = people
        self.name = name


class Context:
    """What is known at a point of a document. Mutated only by the cascade, between sentences."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.home: str | None = None
        """The state whose page this is, where the document tells."""
        self.other: str | None = None
        """The other state of a document or section about one dyad."""
        self.dyad: tuple[str, str] | None = None
        self.seat: str | None = None
        """The state of the capital in a news item's dateline."""
        self.news = False
        """Whether the document reports what happened of late: its acts need no date."""
        self.of_two = False
        """Whether it hardly names others than two states, or is an item of one side."""
        self.of_many = False
        """Whether it names more than two states."""
        self.section: str | None = None
        """The state that a heading or table row is about."""
        self.told: dict[str, None] = {}
        """The states that the paragraph has told so far."""
        self.dates = DateContext()
        """What a date of the next sentence may lean on."""
        self.date: tuple[Date, Span] | None = None
        """The last full date of the paragraph and its words."""
        self.occasions: list[Occasion] = []
        self.surnames: dict[str, Person] = {}
        self.people: dict[str, Actor] = {}
        self.introductions = Introductions("", ())
        """Who is introduced anywhere in a short text."""
        self.recent: list[tuple[Actor, Span]] = []
        """The actors of the last sentence that named any."""
        self.row_units: Callable[[], list[Unit]] = list
        """The units of all cells of the table row at hand."""
        self.upcoming: Callable[[], Sequence[Unit]] = list
        """The units of the sentence behind the one at hand, by its words alone."""
        self.relations: tuple[tuple[str, ...], Span] | None = None
        self.unbroken = False
        """Whether relations are told to have gone on all the time."""
        """The parties of the relations named last, and the words."""
        self.trade: tuple[int, Date | None] | None = None
        """Where the paragraph with the last figure of trade begins, and the period of the figure."""
        self.currency: str | None = None
        """The currency of that figure."""
        self.flow: tuple[int, Any] | None = None
        """The flow of trade that a sentence told last without a figure, and where the sentence ended."""
        self.row: tuple[Block, ...] = ()
        """The cells of the table row at hand."""
        self.page_post: Any = None
        """The post that the page's title or first words say it is about."""
        self.page_mission: Any = None
        """The post of the mission whose page it is, by its title: "Embassy of A in P"."""
        self.audience: Any = None
        """The ceremony told last at which envoys presented their credentials."""
        self.envoys: str | None = None
        """The office that envoys were last spoken of by, whoever they were."""
        self.post: Any = None
        """The post of a mission that was told last."""
        self.tenure: Any = None
        """The tenure that was told last, which later sentences complete ("He served until …")."""
        self.holders: set[tuple[str, str, str]] = set()
        """Who was told to hold a post: surname, sending and receiving state."""
        self.served: dict[str, tuple[str, str, int]] = {}
        """By family name, who was told to hold a post: the name, the sending state, and where that was told."""
        self.career: str | None = None
        """The person whom the last sentence with one named first: whose career the next may tell."""
        self.firms: dict[str, str] = {}
        """The states of companies, by their names, as the document told them."""
        self.mission: Any = None
        """The mission that was told last."""
        self.missions: list[Draft] = []
        """The claims of missions told last, of which the next sentence may go on: "It was closed in …"."""
        self.instruments: list[tuple[dict[str, Any], Span]] = []
        """The slots of the claims of instruments so far, with their words: what "the treaty" may be."""
        self.round: Any = None
        """The talks by rounds whose sitting was told last, which later sentences come back to."""
        self.counted: Any = None
        """The count of companies that was told last, with which later ones may go on."""
        self.award: Draft | None = None
        """The honour that was told last, which the next sentence may date."""
        self.meeting: Draft | None = None
        """The one meeting that the last sentence with one told, which the next may date and place."""
        self.sittings: list[Draft] = []
        """The sessions that the last sentence with any told, which the next may place."""
        self.latest: dict[str, Draft] = {}
        """The visit, the investment, the instrument and the like told last, of which later sentences may say more."""
        self.bodies: list[Draft] = []
        """The claims of standing bodies so far: what "the Commission" may be."""

        self.led: tuple[str, int] | None = None
        """The state that the last sentence with one was about: the first that nothing governs, and where it ended."""
        self.named: tuple[tuple[str, str], int] | None = None
        """The two states that the last sentence which named just two was about, and where it ended."""

    # -- states --------------------------------------------------------------------------------------------------

    @property
    def loose(self) -> bool:
        """Whether what is told may be of other states than those that the document names most: news of many."""
        return self.news and not self.of_two

    def owner(self) -> str | None:
        """The state whose page this is; none of news of many states."""
        return None if self.loose else self.home

    def pair(self) -> tuple[str, str] | None:
        """The dyad that "the two countries" are here."""
        if self.section and self.home and self.section != self.home:
            return (self.home, self.section)
        return self.dyad

    def sides(self) -> tuple[str, str] | None:
        """The states that "the two countries" are: the dyad at hand, else the only two that the paragraph told of."""
        pair = self.pair()
        if pair:
            return pair
        others = [state for state in self.told if state != self.home]
        if self.home and len(others) == 1:
            return (self.home, others[0])
        return (others[0], others[1]) if not self.home and len(others) == 2 else None

    def counterpart(self, state: str | None) -> str | None:
        """The other state of the dyad at hand."""
        pair = self.pair()
        if not pair or state is None:
            return None
        if state not in pair:  # "the embassy of the USSR in P" on a page about Russia and B
            kin = [one for one in pair if one in successors(state) or state in successors(one)]
            return (pair[1] if pair[0] == kin[0] else pair[0]) if len(kin) == 1 else None
        return pair[1] if pair[0] == state else pair[0]

    def other_side(self, state: str) -> str | None:
        """The state of somebody whose own is not told, who deals with one of a state: the other of the dyad; in an item
        told from the capital of a third, that one's ("OSLO: The Foreign Minister met his A counterpart")."""
        pair = self.pair()
        if self.seat is not None and self.seat != state and self.seat not in (pair or ()):
            return self.seat
        return self.counterpart(state)

    def awaits_figure(self, start: int) -> bool:
        """Whether the sentence right before what starts here told a flow of trade and no figure of it."""
        return self.flow is not None and 0 <= start - self.flow[0] <= AT_ONCE

    # -- people --------------------------------------------------------------------------------------------------

    def remember(self, actor: Actor) -> None:
        """Know somebody again who is told of later by less of the name."""
        if (
            actor.former and actor.person.name and (actor.person.office or "")[:1].islower()
        ):  # later he may be told of when he still held it
            actor = msgspec.structs.replace(actor, person=Person(name=actor.person.name, of=actor.person.of))
        if actor.person.name:
            surname = actor.person.name.split()[-1].split(".")[-1]
            first = actor.person.name.split()[0].split(".")[0]
            for part in (surname, first):  # "Park Joon-seok" is "Mr Park" later
                if len(part) < 3:
                    continue
                self.surnames.setdefault(part, actor.person)
                known = self.people.get(part)
                if (
                    known is None
                    or (actor.state and not known.state)
                    or (actor.person.office and not known.person.office)
                ):
                    state = actor.state or (known.state if known is not None else None)
                    self.people[part] = msgspec.structs.replace(actor, state=state)

    def known(self, actor: Actor) -> Actor | None:
        """The same person as the document named them before."""
        if not actor.person.name:
            return None
        surname = actor.person.name.split()[-1].split(".")[-1]
        return self.people.get(surname) or self.introductions.met(actor.person.name, surname)

    def happened(self, draft: Draft) -> None:
        """Remembers an occasion that a claim told, for later sentences to refer to or to say more of."""
        kind, slots, evidence = draft.kind, draft.slots, tuple(draft.evidence)
        if kind in _KEPT:
            self.latest[kind] = draft
        if kind == "mission":
            self.missions = [*self.missions[-5:], draft]
        if kind == "visit":
            self.sided(slots["visitors"], slots["from"])
        elif kind == "tenure" and slots.get("person"):
            self.sided([slots["person"]], slots["of"])
        if kind == "agreement":
            self.instruments.append((slots, evidence[0]))
        if kind not in ("visit", "meeting", "session", "event"):
            return
        parties = (slots["from"], slots["to"]) if kind == "visit" else tuple(slots.get("parties", ()))
        place = slots.get("place")
        people = slots.get("visitors") or slots.get("participants") or slots.get("people") or ()
        name = slots.get("name") or slots.get("body") or ""
        self.occasions.append(
            Occasion(
                kind,
                slots.get("date"),
                evidence,
                parties,
                place if isinstance(place, str) else None,
                tuple(people),
                name,
            )
        )
        del self.occasions[:-12]

    def sided(self, people: Iterable[Person], state: str | None) -> None:
        """Remembers whose side persons are on, where a claim told it and the words around their names did not."""
        for person in people:
            if person.name and state:
                part = person.name.split()[-1].split(".")[-1]
                known = self.people.get(part)
                if known is None:
                    self.people[part] = Actor(person=person, state=state)
                elif known.state is None:
                    self.people[part] = msgspec.structs.replace(known, state=state)

    def is_retold(self, kind: str, slots: dict[str, Any]) -> bool:
        """Whether a meeting or visit was told before in other words: "A met B …, and the two presidents discussed …",
        "A visited B on …. The delegation toured …"."""
        if kind == "visit":
            return self._goes_on(slots)
        if kind != "meeting":
            return False
        people = {_who(person) for person in slots["participants"]}
        return any(
            known.kind == kind
            and known.date == slots.get("date")
            and {_who(person) for person in known.people} == people
            for known in self.occasions
        )

    def _goes_on(self, slots: dict[str, Any]) -> bool:
        """Whether an undated visit is the dated one told last: "his visit", or a stage that a delegation comes to."""
        last = self.occasion("visit")
        if last is None or last.date is None or slots.get("date") is not None:
            return False
        if last.parties != (slots["from"], slots["to"]):
            return False
        known = {_who(person) for person in last.people if person.name}
        return all(
            _who(person) in known
            or (person.name is None and person.office in self.language.words["delegation"])
            for person in slots["visitors"]
        )

    def occasion(self, *kinds: str) -> Occasion | None:
        """The last occasion of the kinds."""
        for occasion in reversed(self.occasions):
            if occasion.kind in kinds:
                return occasion
        return None


def _who(person: Person) -> str:
    """A person by family name, or by office and side."""
    return person.name.split()[-1].split(".")[-1] if person.name else f"{person.office} of {person.of}"


def survey(blocks: list[Block], states_in: Callable[[Block, int], list[str]], language: Language) -> Context:
    """The context a document begins with: its own state and dyad, from its first words and from what it mostly names.

    `states_in(block, end)` gives the states that a block names up to a place, in order, cheaply.
    """
    context = Context(language)
    if not blocks:
        return context
    title = list(dict.fromkeys(states_in(blocks[0], min(blocks[0].end, blocks[0].start + _TITLE))))
    if blocks[0].kind == "heading" and len(title) == 2:
        context.home, context.dyad = title[0], (title[0], title[1])
        return context
    counts, length = _counted(blocks, states_in)
    if not counts or length > _SELDOM * sum(counts.values()):
        return context
    context.of_many = len(counts) > 2
    first = _opening(blocks, states_in)
    total = sum(counts.values())
    most = counts.most_common(3)
    ranked = [state for state, _ in most[:2]]
    shares = [counts[state] / total for state in ranked]
    context.of_two = len(ranked) == 2 and counts[ranked[1]] >= _OFTEN and sum(shares) >= _MOSTLY
    tied = len(most) > 2 and most[1][1] in (1, most[2][1])  # named once, or no oftener than another
    if len(ranked) == 2 and shares[1] >= 0.2 and sum(shares) >= 0.6 and not tied:
        ranked.sort(key=lambda state: first.index(state) if state in first else len(first))
        context.home, context.dyad = ranked[0], (ranked[0], ranked[1])
    elif len(first) == 2 and len(counts) <= _MANY and all(counts[state] >= 0.12 * total for state in first):
        context.home, context.dyad = first[0], (first[0], first[1])
    elif ranked[0] in first or (len(ranked) == 2 and counts[ranked[0]] >= 2 * counts[ranked[1]]):
        context.home = ranked[0]
    elif first and (counts[first[0]] >= 0.15 * total or len(title) == 1):
        context.home = first[0]
    return context


_TITLE = 160
_MANY = 16
"""A text that names more states than this is about one state's relations with many."""
_ENOUGH = 400
_SELDOM = 3_000
"""A text that names a state less often than once in so many signs is about none."""
_OFTEN = 3
"""How often a text about two states names the second of them."""
_MOSTLY = 0.75
"""The share of these two among all states it names."""


def _counted(blocks: list[Block], states_in: Callable[[Block, int], list[str]]) -> tuple[Counter[str], int]:
    """How often each state is named in the first part of a long document, and how many signs that part has."""
    counts: Counter[str] = Counter()
    total = length = 0
    for block in blocks:
        end = min(block.end, block.start + 1500)
        found = states_in(block, end)
        if found:
            counts.update(found)
            total += len(found)
        length += end - block.start
        if total > _ENOUGH:
            break
    return counts, length


def _opening(blocks: list[Block], states_in: Callable[[Block, int], list[str]]) -> list[str]:
    """The states named in the first headings and the openings of the first paragraphs, in order."""
    first: dict[str, None] = {}
    for block in [block for block in blocks[:12] if block.kind in ("heading", "paragraph")][:3]:
        end = block.end if block.kind == "heading" or block.end - block.start < 200 else block.start + _TITLE
        first.update(dict.fromkeys(states_in(block, end)))
    return list(first)
