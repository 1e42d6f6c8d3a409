"""A dossier as a web page: `render` makes one file that needs nothing else, `body` the part that the site
frames, `section_body` one section of it.

No script; every text of a document is escaped; every line links to its words.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from comity.checking.messages import message
from comity.knowledge import interface_language
from comity.model.claim import State
from comity.publishing import charts, extracts, heads, maps, naming, numbers, overview, tables
from comity.publishing.charts.timeline import as_list, legend
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, FoundLine, Glance, Group, Line, Section, Side, Source
from comity.publishing.made import made
from comity.publishing.markup import Child, Markup, join, tag
from comity.publishing.parts import Links, Parts, SiteLinks
from comity.publishing.wording import counted, names, state, text
from comity.publishing.wording.names import StateWord

__all__ = [
    "Links",
    "SiteLinks",
    "body",
    "language_switch",
    "name_of",
    "render",
    "section_body",
    "style_sheet",
]

STYLE_SHEET = "static/comity/dossier.css"


def render(dossier: Dossier, lang: str = "en") -> str:
    """A whole page in one file, style sheet within; it forbids itself every script and every fetch."""
    a, b = (state(code, lang) for code in dossier.dyad)
    title = text("title", lang, a=a.bare, b=b.bare)
    style = style_sheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="generator", content="Comity"),
        tag("title", title),
        tag("style", Markup(style)),
    )
    page = tag(
        "body",
        tag("a", text("skip", lang), class_="skip", href="#main"),
        tag("main", body(dossier, lang), id="main"),
    )
    return f"<!DOCTYPE html>\n{tag('html', head, page, lang=lang, dir=_direction(lang))}\n"


def _direction(lang: str) -> str | None:
    """The direction of a page, where it is not that of most."""
    direction = interface_language(lang).direction
    return None if direction == "ltr" else direction


def style_sheet() -> str:
    """The style sheet of dossiers, which the site serves too."""
    return resources.files("comity.publishing").joinpath(STYLE_SHEET).read_text(encoding="utf-8")


def body(dossier: Dossier, lang: str, links: Links | None = None, *, aside: Child = None) -> Markup:
    """The dossier as markup to stand in a page's main part; `aside` comes under its heading."""
    return _Page(dossier, lang, links or Links()).markup(aside)


def section_body(dossier: Dossier, key: str, lang: str, links: Links) -> Markup | None:
    """One section of a dossier by itself; `None` where it holds nothing."""
    page = _Page(dossier, lang, links)
    return next((page.section(one) for one in dossier.sections if one.key == key), None)


class _Page(Parts):
    """One rendering: the dossier, the language and where links lead."""

    def __init__(self, dossier: Dossier, lang: str, links: Links) -> None:
        super().__init__(lang, links, dossier.dyad, dossier.sources)
        self.dossier = dossier = naming.in_script(dossier, lang)
        self.a, self.b = (state(code, lang) for code in dossier.dyad)
        self._cited_by: dict[int, str] = {}
        for line in dossier.lines:
            for source in line.sources:
                self._cited_by.setdefault(source.number, f"#r-{line.id}")
        for found in dossier.findings:
            for source in found.sources:
                self._cited_by.setdefault(source.number, f"#f-{found.finding.id}")

    def markup(self, aside: Child) -> Markup:
        """The whole dossier."""
        parts: dict[str, Markup] = {"glance": self.glance(self.dossier.at_a_glance)}
        drawn = charts.timeline(self.dossier, self.lang)
        if drawn is not None:
            figure = tag("figure", drawn, legend(self.lang), class_="chart")
            parts["timeline"] = self.named_part("timeline", figure, as_list(self.dossier, self.lang))
        parts |= {one.key: self.section(one) for one in self.dossier.sections}
        parts |= {key: part for key, part in (("people", self.people()), ("places", self.places())) if part}
        parts |= {"findings": self.findings(), "sources": self.sources()}
        head = tag(
            "header",
            tag("h1", self.text("title", a=self.a.bare, b=self.b.bare)),
            tag("p", made(self.dossier, self.lang), class_="made"),
            aside,
            class_="top",
        )
        return tag("article", head, self.contents(parts), list(parts.values()), class_="dossier")

    def contents(self, parts: dict[str, Markup]) -> Markup:
        """The table of contents."""
        items = [
            tag("li", tag("a", self.text("glance" if key == "glance" else f"section.{key}"), href=f"#{key}"))
            for key in parts
        ]
        return tag("nav", tag("ol", items), class_="contents", aria_label=self.text("contents"))

    # --- at a glance ---

    def glance(self, glance: Glance) -> Markup:
        """The relations at a glance, as a list of terms."""
        entries: list[Markup] = []
        self._entry(entries, self.text("glance.since"), self._lines(glance.acts))
        # The two sides stand beside each other, so what is told of each is told in turn.
        for told in (self._missions, self._head, self._last_visit):
            for side in glance.sides:
                told(entries, side, state(side.state, self.lang), state(side.towards, self.lang))
        number = counted("agreements", glance.agreements, self.lang)
        self._entry(
            entries,
            self.text("glance.agreements"),
            tag("a", number, href="#legal") if glance.agreements else self.text("glance.unknown"),
        )
        self._entry(entries, self.text("glance.trade"), self._lines((glance.trade,)))
        return tag(
            "section",
            tag("h2", self.text("glance"), id="glance-h"),
            tag("dl", entries, class_="glance"),
            id="glance",
            aria_labelledby="glance-h",
        )

    def _entry(self, entries: list[Markup], term: str, told: Child) -> None:
        entries.append(tag("div", tag("dt", term), tag("dd", told)))

    def _missions(self, entries: list[Markup], side: Side, a: StateWord, b: StateWord) -> None:
        told = tag("ul", [tag("li", self.told(line)) for line in side.missions])
        self._entry(
            entries,
            self.text("glance.missions", a=a, b=b),
            told if side.missions else self.text("glance.unknown"),
        )

    def _head(self, entries: list[Markup], side: Side, _a: StateWord, _b: StateWord) -> None:
        head: Child = heads.name(side, self.lang)
        if side.head is not None:
            term = heads.term(side, self.lang)
            head = join(
                tag("a", self.said(heads.name(side, self.lang)), href=f"#r-{side.head.id}"),
                f", {term} " if term else " ",
                self.refs(side.head.sources),
                self.differences(side.head),
            )
        self._entry(entries, heads.heading(side, self.lang), head)

    def _last_visit(self, entries: list[Markup], side: Side, a: StateWord, b: StateWord) -> None:
        self._entry(entries, self.text("glance.visit", a=a, b=b), self._lines((side.last_visit,)))

    def _lines(self, lines: tuple[Line | None, ...]) -> Child:
        told = [self.told(line) for line in lines if line is not None]
        return [join(one, tag("br") if one is not told[-1] else None) for one in told] or self.text(
            "glance.unknown"
        )

    # --- sections ---

    def section(self, section: Section) -> Markup:
        """A section with its groups; some begin with a chart or with what their lines come to."""
        before: Child = None
        if section.key == "trade":
            before = [tag("figure", drawn, class_="chart") for drawn in charts.trade(self.dossier, self.lang)]
        elif section.key == "visits":
            before = self.balance()
        elif section.key == "legal":
            before = self.statuses()
        return self.named_section(section.key, before, [self.group(one, section) for one in section.groups])

    def group(self, group: Group, section: Section) -> Markup:
        """A group as a table or as a list of sentences."""
        table = tables.of_group(group, self.lang, self.dossier.dyad)
        name = tables.heading(group, self.lang)
        # A section of one group needs no second heading; a table keeps its caption for those who hear it.
        alone = len(section.groups) == 1 and not group.sides
        if table is not None:
            caption = ": ".join(filter(None, (name, table.about))) or self.text(f"section.{section.key}")
            return self.table(table, caption, "unseen" if alone and not table.about else None)
        return join(
            None if alone or not name else tag("h3", name),
            tag("ul", map(self.item, group.lines), class_="lines"),
        )

    def balance(self) -> Markup | None:
        """Visits by rank and direction, and which side has made more."""
        rows = overview.visits(self.dossier)
        if not rows:
            return None
        whole = overview.Balance("all", sum(row.there for row in rows), sum(row.back for row in rows))
        heads = (
            self.text("balance.rank"),
            self.text("balance.direction", a=self.a, b=self.b),
            self.text("balance.direction", a=self.b, b=self.a),
            self.text("balance"),
        )
        caption = self.text("balance.caption")
        *drawn, last = (self._balance(place, row, heads) for place, row in enumerate((*rows, whole)))
        table = tag(
            "table",
            tag("caption", caption),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
            tag("tbody", drawn),
            tag("tfoot", last),
            class_="balance data",
        )
        return join(table, self.ways("balance", caption, named=True))

    def _balance(self, place: int, row: overview.Balance, heads: tuple[str, ...]) -> Markup:
        """A row of the balance; ranks are sorted as they follow one another, surpluses by size."""
        surplus = row.there - row.back
        return tag(
            "tr",
            tag("th", self.text(f"rank.{row.rank}"), scope="row", data_sort=place),
            tag("td", row.there, data_head=heads[1]),
            tag("td", row.back, data_head=heads[2]),
            tag(
                "td",
                extracts.surplus(row, self.dossier.dyad, self.lang),
                data_head=heads[3],
                data_sort=surplus,
            ),
        )

    def statuses(self) -> Markup | None:
        """The instruments by what is known of them."""
        told = overview.statuses(self.dossier)
        if not told:
            return None
        items = [
            tag("li", tag("strong", number), " ", self.text(f"status.{status or 'unknown'}"))
            for status, number in told
        ]
        return tag("ul", items, class_="tally", aria_label=self.text("status.caption"))

    def people(self) -> Markup | None:
        """Who works with whom."""
        drawn = charts.network(self.dossier, self.lang)
        if drawn is None:
            return None
        return self.named_part(
            "people",
            self.ways("people", self.text("section.people")),
            tag("p", self.text("network.intro"), class_="quiet"),
            tag(
                "figure",
                self.scrolled(drawn, self.text("chart.network.title", a=self.a, b=self.b)),
                class_="chart wide",
            ),
        )

    def places(self) -> Markup | None:
        """The places on a map, and as a list that says what happened there."""
        spots = overview.spots(self.dossier)
        drawn = maps.of_places(spots, self.dossier.dyad, self.lang)
        if drawn is None:
            return None
        items = []
        for spot in spots:
            called = names.place_name(spot.name, self.lang)
            links = [
                join(tag("a", number, href=f"#r-{record}", aria_label=f"{called}, {number}"), " ")
                for number, record in enumerate(spot.records, 1)
            ]
            items.append(
                tag("li", tag("strong", called), ", ", state(spot.state, self.lang).bare, ": ",
                    tag("span", links, class_="numbers"), id=maps.anchor(spot))
            )  # fmt: skip
        return self.named_part(
            "places",
            self.ways("places", self.text("section.places")),
            tag(
                "figure",
                self.scrolled(drawn, self.text("map.places", a=self.a, b=self.b)),
                class_="chart wide",
            ),
            tag("ul", items, class_="plain spots-list"),
        )

    # --- findings and sources ---

    def findings(self) -> Markup:
        """What the rules found."""
        found = [self.found(one) for one in self.dossier.findings]
        told = tag("ul", found, class_="findings") if found else tag("p", self.text("findings.none"))
        ways = self.ways("findings", self.text("section.findings")) if found else None
        return self.named_part("findings", ways, told)

    def found(self, found: FoundLine) -> Markup:
        """A finding with its message and its words."""
        one = found.finding
        return tag(
            "li",
            tag("span", self.text(f"severity.{one.severity}"), class_=f"severity {one.severity}"),
            " ",
            tag("span", one.code, class_="code"),
            " ",
            self.said(message(one, self.lang)),
            " ",
            self.refs(found.sources),
            tag("span", " ", counted("more", found.more, self.lang), class_="quiet") if found.more else None,
            id=f"f-{one.id}",
        )

    def sources(self) -> Markup:
        """The documents, and the words of every source."""
        heads = [self.text(f"sources.{key}") for key in ("document", "language", "claims", "hash")]
        rows = []
        for one in self.dossier.documents:
            link = self.links.document(one.id)
            shown: Child = one.title or one.name
            named = tag("a", shown, href=link) if link else shown
            extra = f" ({one.name})" if one.title else ""
            when = f", {label(one.date, self.lang)}" if one.date else ""
            language = numbers.language_name(one.language, self.lang) if one.language else "–"
            cells = (join(named, extra, when), language, str(one.claims), tag("code", one.sha256[:12]))
            rows.append(tag("tr", [tag("td", cell, data_head=head) for cell, head in zip(cells, heads,
            strict=True)], id=f"d-{one.id}"))  # fmt: skip
        table = tag(
            "table",
            tag("caption", self.text("sources.documents")),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
            tag("tbody", rows),
            class_="data",
        )
        return self.named_part(
            "sources",
            self.ways("sources", self.text("section.sources")),
            tag("p", self.text("sources.intro")),
            table,
            tag("h3", self.text("sources.words")),
            tag("ol", map(self.words, self.dossier.sources), class_="words"),
        )

    def words(self, source: Source) -> Markup:
        """One source: the words, the document and the place in it, and the way back."""
        back = self._cited_by.get(source.number)
        position = self.text("sources.position", doc=source.doc, line=source.line, column=source.column)
        elsewhere = self.links.document(source.doc) is not None
        where = tag("a", position, href=self.links.source(source)) if elsewhere else position
        return tag(
            "li",
            [
                join(tag("q", " ".join(run.split()), lang=source.language or None), " ")
                for run in source.words
            ],
            tag("cite", where),
            " ",
            tag("a", "↑", href=back, class_="back", aria_label=self.text("sources.back")) if back else None,
            id=f"s{source.number}",
            value=source.number,
        )


def language_switch(lang: str, other_href: dict[str, str]) -> Markup:
    """Links to the same page in the other languages, each in its own name."""
    items = [
        tag(
            "a",
            interface_language(code).name,
            href=href,
            lang=code,
            hreflang=code,
            aria_current="true" if code == lang else None,
        )
        for code, href in other_href.items()
    ]
    return tag("span", [join(one, " ") for one in items], class_="languages")


def name_of(dyad: tuple[State, State], lang: str) -> str:
    """A dyad by the names of its states: "Kazakhstan – Israel"."""
    return text("title.short", lang, a=StateWord(dyad[0], lang).bare, b=StateWord(dyad[1], lang).bare)
