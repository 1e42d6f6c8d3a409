"""A dossier as a web page: `render` makes one file that needs nothing else, `body` the part that the site
frames.

No script; every text of a document is escaped; every line links to its words.
"""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from urllib.parse import quote

from comity.checking.messages import message
from comity.model.claim import State, Tenure
from comity.publishing import charts, numbers, tables
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, FoundLine, Glance, Group, Line, Section, Side, Source
from comity.publishing.made import made
from comity.publishing.markup import Child, Markup, join, spoken, tag
from comity.publishing.wording import NAMES, counted, sentence, state, text
from comity.publishing.wording.names import StateWord

STYLE_SHEET = "static/comity/dossier.css"


class Links:
    """Where the links of a dossier lead: within its own page."""

    def source(self, source: Source) -> str:
        """To the words of a source."""
        return f"#s{source.number}"

    def document(self, doc: str) -> str | None:
        """To a document; `None` where there is nothing to lead to."""
        del doc
        return None


class SiteLinks(Links):
    """Links into the site: to the document, with the claim's words marked."""

    def source(self, source: Source) -> str:
        """To the words in their document."""
        path = f"/documents/{quote(source.doc, safe='')}/"
        if source.claim:
            return f"{path}?claim={quote(source.claim, safe='')}#here"
        start, end = source.runs[0]
        return f"{path}?at={start}-{end}#here"

    def document(self, doc: str) -> str | None:
        """To the page of a document."""
        return f"/documents/{quote(doc, safe='')}/"


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
    return f"<!DOCTYPE html>\n{tag('html', head, page, lang=lang)}\n"


def style_sheet() -> str:
    """The style sheet of dossiers, which the site serves too."""
    return resources.files("comity.publishing").joinpath(STYLE_SHEET).read_text(encoding="utf-8")


def body(dossier: Dossier, lang: str, links: Links | None = None) -> Markup:
    """The dossier as markup to stand in a page's main part."""
    return _Page(dossier, lang, links or Links()).markup()


class _Page:
    """One rendering: the dossier, the language and where links lead."""

    def __init__(self, dossier: Dossier, lang: str, links: Links) -> None:
        self.dossier = dossier
        self.lang = lang
        self.links = links
        self.a, self.b = (state(code, lang) for code in dossier.dyad)
        self._cited_by: dict[int, str] = {}
        for line in dossier.lines:
            for source in line.sources:
                self._cited_by.setdefault(source.number, f"#r-{line.id}")
        for found in dossier.findings:
            for source in found.sources:
                self._cited_by.setdefault(source.number, f"#f-{found.finding.id}")
        self._by_claim = {source.claim: source for source in dossier.sources if source.claim}

    def markup(self) -> Markup:
        """The whole dossier."""
        sections = [self.section(one) for one in self.dossier.sections]
        drawn = charts.timeline(self.dossier, self.lang)
        timeline = (
            self._section(
                "timeline", tag("figure", self._scrolled(drawn, "section.timeline"), class_="chart wide")
            )
            if drawn
            else None
        )
        return tag(
            "article",
            tag(
                "header",
                tag("h1", self._text("title", a=self.a.bare, b=self.b.bare)),
                self._made(),
                class_="top",
            ),
            self.contents(),
            self.glance(self.dossier.at_a_glance),
            timeline,
            sections,
            self.findings(),
            self.sources(),
            class_="dossier",
        )

    # --- pieces ---

    def _text(self, key: str, **values: object) -> str:
        return text(key, self.lang, **values)

    def _said(self, words: str) -> Markup:
        return spoken(words, self.lang)

    def _section(self, key: str, *children: Child) -> Markup:
        return tag("section", tag("h2", self._text(f"section.{key}"), id=f"{key}-h"), *children, id=key,
                   aria_labelledby=f"{key}-h")  # fmt: skip

    def _scrolled(self, inside: Child, name: str) -> Markup:
        return tag("div", inside, class_="scroll", tabindex=0, role="region", aria_label=self._text(name))

    def _made(self) -> Markup:
        return tag("p", made(self.dossier, self.lang), class_="made")

    def contents(self) -> Markup:
        """The table of contents."""
        keys = ["glance", "timeline", *(one.key for one in self.dossier.sections), "findings", "sources"]
        items = [
            tag("li", tag("a", self._text("glance" if key == "glance" else f"section.{key}"), href=f"#{key}"))
            for key in keys
            if key != "timeline" or self.dossier.sections
        ]
        return tag("nav", tag("ol", items), class_="contents", aria_label=self._text("contents"))

    def refs(self, sources: tuple[Source, ...]) -> Markup:
        """Links to the words of a line, by number."""
        marks = [
            tag(
                "a",
                source.number,
                href=self.links.source(source),
                class_="ref",
                title=self._text("sources.position", doc=source.doc, line=source.line, column=source.column),
                aria_label=self._text("sources.number", n=source.number),
            )
            for source in sources
        ]
        spaced = [join(" " if number else None, mark) for number, mark in enumerate(marks)]
        return tag("span", spaced, class_="refs")

    def claim_refs(self, claims: tuple[str, ...]) -> Markup:
        """Links to the words of some claims."""
        return self.refs(tuple(self._by_claim[claim] for claim in claims if claim in self._by_claim))

    # --- at a glance ---

    def glance(self, glance: Glance) -> Markup:
        """The relations at a glance, as a list of terms."""
        entries: list[Markup] = []
        self._entry(entries, self._text("glance.since"), self._lines((glance.since, glance.last_act)))
        # The two sides stand beside each other, so what is told of each is told in turn.
        for told in (self._missions, self._head, self._last_visit):
            for side in glance.sides:
                told(entries, side, state(side.state, self.lang), state(side.towards, self.lang))
        number = counted("agreements", glance.agreements, self.lang)
        self._entry(
            entries,
            self._text("glance.agreements"),
            tag("a", number, href="#legal") if glance.agreements else number,
        )
        self._entry(entries, self._text("glance.trade"), self._lines((glance.trade,)))
        return tag(
            "section",
            tag("h2", self._text("glance"), id="glance-h"),
            tag("dl", entries, class_="glance"),
            id="glance",
            aria_labelledby="glance-h",
        )

    def _entry(self, entries: list[Markup], term: str, told: Child) -> None:
        entries.append(tag("div", tag("dt", term), tag("dd", told)))

    def _missions(self, entries: list[Markup], side: Side, a: StateWord, b: StateWord) -> None:
        told = tag("ul", [tag("li", self._told(line)) for line in side.missions])
        self._entry(
            entries,
            self._text("glance.missions", a=a, b=b),
            told if side.missions else self._text("glance.unknown"),
        )

    def _head(self, entries: list[Markup], side: Side, a: StateWord, b: StateWord) -> None:
        last = side.head is not None and not side.head_in_office
        head: Child = self._text("glance.none")
        if side.head is not None and isinstance(side.head.slots, Tenure):
            slots = side.head.slots
            who = (slots.person.name or slots.person.office if slots.person else None) or "–"
            when = f", {label(slots.date, self.lang)} " if slots.date else " "
            head = join(
                tag("a", self._said(who), href=f"#r-{side.head.id}"),
                when,
                self._told_in(side),
                self.refs(side.head.sources),
                self.differences(side.head),
            )
        self._entry(entries, self._text("glance.head.last" if last else "glance.head", a=a, b=b), head)

    def _told_in(self, side: Side) -> str:
        """Of when the knowledge is that somebody is in office: an old page does not know its successor."""
        if not side.head_in_office or side.head_told is None:
            return ""
        return f"({self._text('glance.told', date=label(side.head_told, self.lang))}) "

    def _last_visit(self, entries: list[Markup], side: Side, a: StateWord, b: StateWord) -> None:
        self._entry(entries, self._text("glance.visit", a=a, b=b), self._lines((side.last_visit,)))

    def _lines(self, lines: tuple[Line | None, ...]) -> Child:
        told = [self._told(line) for line in lines if line is not None]
        return [join(one, tag("br") if one is not told[-1] else None) for one in told] or self._text(
            "glance.unknown"
        )

    def _told(self, line: Line) -> Markup:
        """A line's sentence, leading to where it stands, with its sources."""
        said = sentence(line.slots, self.lang, self.dossier.dyad)
        return join(
            tag("a", self._said(said), href=f"#r-{line.id}"),
            " ",
            self.refs(line.sources),
            self.differences(line),
        )

    # --- sections ---

    def section(self, section: Section) -> Markup:
        """A section with its groups; the trade section begins with its charts."""
        figures: list[Child] = []
        if section.key == "trade":
            figures = [
                tag("figure", self._scrolled(drawn, "section.trade"), class_="chart")
                for drawn in charts.trade(self.dossier, self.lang)
            ]
        return self._section(section.key, figures, [self.group(one, section) for one in section.groups])

    def group(self, group: Group, section: Section) -> Markup:
        """A group as a table or as a list of sentences."""
        table = tables.of_group(group, self.lang, self.dossier.dyad)
        name = tables.heading(group, self.lang)
        # A section of one group needs no second heading; a table keeps its caption for those who hear it.
        alone = len(section.groups) == 1 and not group.sides
        if table is not None:
            return self.table(
                table, name or self._text(f"section.{section.key}"), "unseen" if alone else None
            )
        return join(
            None if alone or not name else tag("h3", name),
            tag("ul", map(self.item, group.lines), class_="lines"),
        )

    def item(self, line: Line) -> Markup:
        """A line as a sentence."""
        said = sentence(line.slots, self.lang, self.dossier.dyad)
        return tag(
            "li", self._said(said), " ", self.refs(line.sources), self.differences(line), id=f"r-{line.id}"
        )

    def table(self, table: tables.Table, caption: str, style: str | None = None) -> Markup:
        """A table; on a narrow screen each row becomes a block with its headings before the cells."""
        heads = [*(self._text(f"column.{key}") for key in table.columns), self._text("column.sources")]
        rows: list[Markup] = []
        for row in table.rows:
            cells = [
                tag("td", self._said(cell), data_head=head)
                for cell, head in zip(row.cells, heads, strict=False)
            ]
            last = tag("td", self.refs(row.line.sources), data_head=heads[-1], class_="cites")
            rows.append(tag("tr", cells, last, id=f"r-{row.line.id}"))
            if row.line.differences:
                rows.append(
                    tag("tr", tag("td", self.differences(row.line), colspan=len(heads)), class_="differ")
                )
        return tag(
            "table",
            tag("caption", caption, class_=style),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
            tag("tbody", rows),
        )

    def differences(self, line: Line) -> Markup | None:
        """What the sources of a line do not agree on, each value with its words."""
        if not line.differences:
            return None
        told: list[Markup] = []
        for one in line.differences:
            name, values = tables.difference(one, self.lang, line.kind)
            parts = [join(value, " ", self.claim_refs(claims)) for value, claims in values]
            listed = [join(part, "; " if part is not parts[-1] else None) for part in parts]
            told.append(
                tag("p", tag("strong", self._text("difference")), f" ({name}): ", listed, class_="difference")
            )
        return join(told)

    # --- findings and sources ---

    def findings(self) -> Markup:
        """What the rules found."""
        found = [self.found(one) for one in self.dossier.findings]
        told = tag("ul", found, class_="findings") if found else tag("p", self._text("findings.none"))
        return self._section("findings", told)

    def found(self, found: FoundLine) -> Markup:
        """A finding with its message and its words."""
        one = found.finding
        return tag(
            "li",
            tag("span", self._text(f"severity.{one.severity}"), class_=f"severity {one.severity}"),
            " ",
            tag("span", one.code, class_="code"),
            " ",
            self._said(message(one, self.lang)),
            " ",
            self.refs(found.sources),
            id=f"f-{one.id}",
        )

    def sources(self) -> Markup:
        """The documents, and the words of every source."""
        heads = [self._text(f"sources.{key}") for key in ("document", "language", "claims", "hash")]
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
            tag("caption", self._text("sources.documents")),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
            tag("tbody", rows),
        )
        return self._section(
            "sources",
            tag("p", self._text("sources.intro")),
            table,
            tag("h3", self._text("sources.words")),
            tag("ol", map(self.words, self.dossier.sources), class_="words"),
        )

    def words(self, source: Source) -> Markup:
        """One source: the words, the document and the place in it, and the way back."""
        back = self._cited_by.get(source.number)
        position = self._text("sources.position", doc=source.doc, line=source.line, column=source.column)
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
            tag("a", "↑", href=back, class_="back", aria_label=self._text("sources.back")) if back else None,
            id=f"s{source.number}",
            value=source.number,
        )


def language_switch(lang: str, other_href: dict[str, str]) -> Markup:
    """Links to the same page in the other languages, each in its own name."""
    items = [
        tag(
            "a",
            NAMES[code],
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
