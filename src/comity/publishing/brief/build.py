"""A brief from a dossier: which lines a minister needs, in which order, and how much each of them matters."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from comity.checking.messages import message
from comity.model.claim import Agreement, Mission, Trade, slot_values
from comity.model.edtf import Date
from comity.model.record import Entity
from comity.publishing import heads, naming, tables
from comity.publishing.brief.figures import chart
from comity.publishing.brief.model import Brief, Item, Section
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, Group, Line, Side, Source, last_begun
from comity.publishing.made import made
from comity.publishing.markup import visible
from comity.publishing.wording import counted, names, sentence, state, terms, text

_T = TypeVar("_T")

_CONTACTS = ("visit", "meeting", "session")
_OTHER = (
    "recognition", "relations", "incident", "enterprise", "cooperation", "event", "twinning", "award", "body",
    "mission", "tenure",
)  # fmt: skip
_OPEN = frozenset({"draft", "initialled"})
_SEVERITIES = ("error", "warning", "info")
_POSTS = frozenset({"embassy", "legation", "permanent-mission", "liaison-office", "interests-section"})

_FIRST_PEOPLE = 12
"""People named at most: beyond that a list of names is the dossier's."""
_CITED = 2
"""Notes of a line at most, unless its sources differ; the dossier has all."""
_ASKED = 3
"""Notes of an open question at most."""
_NUMBER = re.compile(r"(\d) (?=[^\W\d_])")


def build(dossier: Dossier, lang: str) -> Brief:
    """The whole brief of a dossier, before it is cut to a length.

    Within a section what is latest comes first; the ranks of the sections interleave, so that a shorter brief
    has the beginning of each.
    """
    return _Maker(naming.in_script(dossier, lang), lang).brief()


class _Maker:
    def __init__(self, dossier: Dossier, lang: str) -> None:
        self._dossier = dossier
        self._lang = lang
        self._lines = dossier.lines
        self._source_of = {source.claim: source for source in dossier.sources if source.claim}
        self._dated = {one.id: one.date for one in dossier.documents if one.date is not None}
        self._say = functools.partial(text, lang=lang)

    def brief(self) -> Brief:
        a, b = (state(code, self._lang) for code in self._dossier.dyad)
        sections = (
            Section(key="glance", heading=self._say("glance"), items=tuple(self._glance())),
            self._listed("contacts", [one for one in self._lines if one.kind in _CONTACTS], 10, 6),
            self._agreements("agreed", 12, 7),
            self._agreements("open", 13, 5),
            self._figures(),
            Section(key="people", heading=self._say("brief.people"), items=tuple(self._people())),
            Section(key="questions", heading=self._say("brief.questions"), items=tuple(self._questions())),
            self._listed("other", [one for one in self._lines if one.kind in _OTHER], 45, 8),
        )
        return Brief(
            dyad=self._dossier.dyad,
            lang=self._lang,
            title=self._say("brief.title", a=a.bare, b=b.bare),
            made=" ".join(one for one in (made(self._dossier, self._lang), self._span()) if one),
            sections=tuple(one for one in sections if one.all or one.chart is not None),
            documents=self._dossier.documents,
            whole=tuple(self._whole()),
        )

    def _whole(self) -> Iterable[tuple[str, frozenset[str]]]:
        """What the dossier holds, by section."""
        for section in self._dossier.sections:
            ids = frozenset(line.id for group in section.groups for line in group.lines)
            yield self._say(f"section.{section.key}"), ids
        if self._dossier.findings:
            ids = frozenset(one.finding.id for one in self._dossier.findings)
            yield self._say("section.findings"), ids

    def _span(self) -> str:
        """Of which time the documents are: what a brief says is as old as they."""
        dates = sorted(one.date for one in self._dossier.documents if one.date is not None)
        if not dates:
            return ""
        first, last = (label(one, self._lang) for one in (dates[0], max(dates, key=_last_day)))
        said = self._say("brief.span", dates=first if first == last else f"{first} – {last}")
        return self._tied(said if said.endswith(".") else f"{said}.")

    # --- lines ---

    def _told(self, line: Line) -> str:
        return self._tied(sentence(line.slots, self._lang, self._dossier.dyad) + self._differences(line))

    @staticmethod
    def _tied(said: str) -> str:
        """A text on a page, in which no line ends between a number and its word: 10 April, 612.4 million."""
        return _NUMBER.sub("\\1\u00a0", visible(said))

    def _differences(self, line: Line) -> str:
        said = ""
        for one in line.differences:
            name, values = tables.difference(one, self._lang, line.kind)
            told = "; ".join(value for value, _ in values)
            said += f" {self._say('difference')} ({name}): {told}{'' if told.endswith('.') else '.'}"
        return said

    def _cite(self, line: Line) -> tuple[Source, ...]:
        """The notes of a line: one for each value where its sources differ; else few, those in the language of the
        brief first.
        """
        differing = [
            next((self._source_of[claim] for claim in seen.claims if claim in self._source_of), None)
            for one in line.differences
            for seen in one.observations
        ]
        if chosen := tuple(dict.fromkeys(one for one in differing if one is not None)):
            return chosen
        return self._few(line.sources)

    def _few(self, sources: Iterable[Source]) -> tuple[Source, ...]:
        by_document: dict[str, Source] = {}
        for source in sources:
            by_document.setdefault(source.doc, source)
        ordered = sorted(by_document.values(), key=lambda one: (one.language != self._lang, one.number))
        return tuple(ordered[:_CITED])

    def _item(self, line: Line, rank: int) -> Item:
        return Item(cells=(self._told(line),), sources=self._cite(line), rank=rank, tells=(line.id,))

    def _listed(self, key: str, lines: Iterable[Line], first: int, step: int) -> Section:
        told = {one for item in self._glance() for one in item.tells} if key == "other" else set()
        ordered = _latest_first(line for line in lines if line.id not in told)
        items = tuple(self._item(line, first + step * place) for place, line in enumerate(ordered))
        return Section(key=key, heading=self._say(f"brief.{key}"), items=items)

    # --- at a glance ---

    def _glance(self) -> Iterable[Item]:
        glance = self._dossier.at_a_glance
        acts = list(glance.acts)
        if acts:
            yield self._since(acts)
        for side in glance.sides:
            yield from self._missions(side)
        for side in glance.sides:
            yield from self._head(side)
        agreed = [line for line in self._lines if isinstance(line.slots, Agreement)]
        latest = _latest_first(line for line in agreed if _status(line) not in _OPEN and line.date)[:1]
        if glance.agreements:
            number = counted("agreements", glance.agreements, self._lang)
            if latest and latest[0].date is not None:
                number = self._say("brief.latest", number=number, date=label(latest[0].date, self._lang))
            cites = self._cite(latest[0]) if latest else self._few(agreed[0].sources)
            yield Item(label=self._named("glance.agreements"), cells=(self._tied(number),), sources=cites)
        if glance.trade is not None:
            yield self._fact(self._named("glance.trade"), [glance.trade])

    def _named(self, key: str, **values: object) -> str:
        """What a line is about."""
        return f"{text(key, self._lang, **values)}:"

    def _since(self, acts: Sequence[Line]) -> Item:
        """Since when there are relations, in few words where that is one day, and what became of them."""
        fact = self._fact(self._named("glance.since"), acts)
        first = acts[0]
        if (
            first is not self._dossier.at_a_glance.since
            or first.date is None
            or first.date.precision != "day"
        ):
            return fact
        said = self._say("brief.since", date=label(first.date, self._lang)) + self._differences(first)
        later = " ".join(self._told(line) for line in acts[1:])
        return msgspec.structs.replace(fact, cells=(f"{self._tied(said)} {later}".strip(),))

    def _fact(self, name: str, lines: Sequence[Line]) -> Item:
        return Item(
            label=name,
            cells=(" ".join(self._told(line) for line in lines),),
            sources=tuple(dict.fromkeys(source for line in lines for source in self._cite(line))),
            tells=tuple(line.id for line in lines),
        )

    def _missions(self, side: Side) -> Iterable[Item]:
        posts = [
            line
            for line in side.missions
            if isinstance(line.slots, Mission) and line.slots.type in _POSTS
        ] or list(side.missions)  # fmt: skip
        if posts:
            a, b = state(side.state, self._lang), state(side.towards, self._lang)
            yield self._fact(self._named("glance.missions", a=a, b=b), posts)

    def _head(self, side: Side) -> Iterable[Item]:
        if side.head is None:
            return
        told = ", ".join(filter(None, (heads.name(side, self._lang), heads.term(side, self._lang))))
        yield Item(
            label=f"{heads.heading(side, self._lang)}:",
            cells=(self._tied(told + self._differences(side.head)),),
            sources=self._cite(side.head),
            tells=(side.head.id,),
        )

    # --- what is agreed and open ---

    def _agreements(self, key: str, first: int, step: int) -> Section:
        """One line an instrument: its latest act, with the sources of the others."""
        instruments: dict[tuple[str, ...], list[Line]] = {}
        for line in self._lines:
            if isinstance(line.slots, Agreement):
                instruments.setdefault(_instrument(line.slots, line.id), []).append(line)
        latest = {}
        for acts in instruments.values():
            # An act without a date does not come after one that has one.
            last = _latest_first(acts)[0]
            latest[last.id] = acts
        wanted = [
            line
            for line in self._lines
            if line.id in latest and ((_status(line) in _OPEN) == (key == "open"))
        ]
        if key == "open":
            # What nobody dates is as new as the last that is heard of it.
            wanted.sort(key=lambda line: _last_day(line.date or self._heard(line)), reverse=True)
        else:
            wanted = _latest_first(wanted)
        items = [
            Item(
                cells=(self._told(line) if line.date else self._as_told(line),),
                sources=self._cite(line),
                rank=first + step * place,
                tells=tuple(one.id for one in latest[line.id]),
            )
            for place, line in enumerate(wanted)
        ]
        return Section(key=key, heading=self._say(f"brief.{key}"), items=tuple(items))

    def _as_told(self, line: Line) -> str:
        """A line without a date, with that of the latest document that tells it: a draft may long be signed."""
        said, heard = self._told(line), self._heard(line)
        if heard is None:
            return said
        when = self._say("glance.told", date=self._tied(label(heard, self._lang)))
        return f"{said.removesuffix('.')} ({when})."

    def _heard(self, line: Line) -> Date | None:
        """The date of the latest dated document that tells a line."""
        dates = (self._dated[source.doc] for source in line.sources if source.doc in self._dated)
        return max(dates, key=_last_day, default=None)

    # --- figures ---

    def _figures(self) -> Section:
        figures = (line for line in self._lines if isinstance(line.slots, Trade))
        lines = sorted(figures, key=lambda line: _last_day(line.date), reverse=True)
        table = tables.of_group(Group(key="trade", lines=tuple(lines)), self._lang, self._dossier.dyad)
        rows = (
            []
            if table is None
            else [
                Item(
                    cells=tuple(self._cells(table.columns, row)),
                    sources=self._cite(row.line),
                    rank=15 + 6 * place,
                    tells=(row.line.id,),
                )
                for place, row in enumerate(table.rows)
            ]
        )
        others = [line for line in self._lines if line.kind in ("investment", "count")]
        items = tuple(self._item(line, 28 + 8 * place) for place, line in enumerate(_latest_first(others)))
        return Section(
            key="figures",
            heading=self._say("brief.figures"),
            items=items,
            columns=tuple(self._say(f"column.{key}") for key in (table.columns if table and rows else ())),
            rows=tuple(rows),
            chart=chart(self._dossier, self._lang, rank=26),
        )

    def _cells(self, columns: tuple[str, ...], row: tables.Row) -> Iterable[str]:
        """The cells of a figure; other values that are told stand behind its own."""
        for column, cell in zip(columns, row.cells, strict=True):
            other = self._differences(row.line) if column == "value" else ""
            yield self._tied(f"{cell}.{other}" if other else cell)

    # --- people ---

    def _people(self) -> Iterable[Item]:
        """Who was met or represents whom: the heads of mission, then by the last time that they are named."""
        of_claim = {source.claim: line for line in self._lines for source in line.sources}
        holding = [side.head.id for side in self._dossier.at_a_glance.sides if side.head is not None]
        found: list[tuple[bool, datetime.date, Entity, list[Line]]] = []
        for entity in self._dossier.entities:
            lines = [of_claim[one.claim] for one in entity.mentions if one.claim in of_claim]
            if entity.kind == "person" and lines:
                named = _latest_first(dict.fromkeys(lines))
                found.append((any(line.id in holding for line in named), _end(named[0]), entity, named))
        found.sort(key=lambda one: (not one[0], -one[1].toordinal(), one[2].name, one[2].id))
        for place, (_, _, entity, lines) in enumerate(found[:_FIRST_PEOPLE]):
            claims = {one.claim for one in entity.mentions}
            cited = self._few(source for line in lines for source in line.sources if source.claim in claims)
            yield Item(
                label=f"{self._name(entity)}:",
                cells=(self._known_as(entity),),
                sources=cited,
                rank=16 + 4 * place,
            )

    def _name(self, entity: Entity) -> str:
        """The fullest name in the script of the brief where there is one, with the state."""
        name = next(iter(self._by_script(entity.names)), entity.name)
        name = names.person_name(name, self._lang, entity.state)
        home = f" ({state(entity.state, self._lang).bare})" if entity.state else ""
        return visible(name + home)

    def _known_as(self, entity: Entity) -> str:
        told = (terms.office(office, self._lang) for office in self._by_script(entity.offices))
        offices = "; ".join(dict.fromkeys(told)) or "–"
        name = next(iter(self._by_script(entity.names)), entity.name)
        spelt = {_letters(one): one for one in reversed(self._by_script(entity.names))}
        others = [one for letters, one in reversed(spelt.items()) if letters != _letters(name)][:2]
        also = f". {self._say('brief.also', names='; '.join(others))}" if others else ""
        return self._tied(offices + also)

    def _by_script(self, names: Iterable[str]) -> list[str]:
        """Names as the sources give them, those in the script of the brief first, then the fuller ones."""
        cyrillic = self._lang == "ru"
        return sorted(
            names,
            key=lambda one: (
                any("\u0400" <= letter <= "\u04ff" for letter in one) != cyrillic,
                -len(one),
                one,
            ),
        )

    # --- open questions ---

    def _questions(self) -> Iterable[Item]:
        found = sorted(self._dossier.findings, key=lambda one: _SEVERITIES.index(one.finding.severity))
        first = {"error": 14, "warning": 18, "info": 40}
        places = dict.fromkeys(_SEVERITIES, 0)
        for one in found:
            severity = one.finding.severity
            said = message(one.finding, self._lang)
            yield Item(
                label=f"{self._say(f'severity.{severity}')}.",
                cells=(self._tied(said[:1].upper() + said[1:]),),
                # The words that contradict each other may stand in one document.
                sources=tuple(dict.fromkeys(one.sources))[:_ASKED],
                rank=first[severity] + 8 * places[severity],
                tells=(one.finding.id,),
            )
            places[severity] += 1


def _letters(name: str) -> str:
    """A name without what is no letter of it: "N. Adam" and "N.Adam" are spelt alike."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _end(line: Line) -> datetime.date:
    return last_begun(line.date)


def _last_day(date: Date | None) -> datetime.date:
    return (date.upper or date.lower or datetime.date.min) if date else datetime.date.min


def _latest_first(lines: Iterable[Line]) -> list[Line]:
    """The undated last, and what is of one day in the order of the dossier."""
    return sorted(lines, key=_end, reverse=True)


def _status(line: Line) -> str:
    return str(slot_values(line.slots).get("status") or "")


def _instrument(slots: Agreement, line: str) -> tuple[str, ...]:
    subject = " ".join((slots.subject or "").casefold().split())
    return (slots.type or "", subject) if subject else (line,)
