"""The pieces that pages about records are made of: lines with the links to their words, tables, differences."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from comity.model.claim import State
from comity.publishing import tables
from comity.publishing.dossier import Line, Source
from comity.publishing.markup import Child, Markup, join, spoken, tag
from comity.publishing.wording import sentence, text


class Links:
    """Where the links of a dossier lead: within its own page."""

    def source(self, source: Source) -> str:
        """To the words of a source."""
        return f"#s{source.number}"

    def document(self, doc: str) -> str | None:
        """To a document; `None` where there is nothing to lead to."""
        del doc
        return None

    def record(self, record: str) -> str | None:
        """To a record's own page; `None` where it has none."""
        del record
        return None

    def state(self, state: State) -> str | None:
        """To a state's own page; `None` where it has none."""
        del state
        return None

    def line(self, record: str) -> str:
        """To the line of a record in the dossier."""
        return f"#r-{record}"

    def downloads(self, section: str) -> tuple[tuple[str, str], ...]:
        """The forms in which the tables of a section can be taken away, each with its address."""
        del section
        return ()

    def section(self, section: str) -> str | None:
        """To a section by itself; `None` where it is not to be had."""
        del section
        return None


class SiteLinks(Links):
    """Links into the site: to the document, with the claim's words marked. `home` is the dossier's address; `asked` is
    the query of another moment than the present, which records, sections and sheets keep.
    """

    FORMATS = ("CSV", "XLSX", "JSON")

    def __init__(self, home: str = "", *, alone: bool = False, asked: str = "") -> None:
        self._home = home if home.count("?") == 0 else ""
        self._alone = alone
        self._asked = f"?{asked}" if asked else ""

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

    def record(self, record: str) -> str | None:
        """To the page of a record."""
        return f"/records/{quote(record, safe='')}/{self._asked}"

    def state(self, state: State) -> str | None:
        """To the page of a state."""
        return f"/states/{quote(state.lower() if state.isupper() else state, safe='')}/{self._asked}"

    def line(self, record: str) -> str:
        """To the line in the dossier; from a section by itself, to the record."""
        return f"/records/{quote(record, safe='')}/{self._asked}" if self._alone else f"#r-{record}"

    def downloads(self, section: str) -> tuple[tuple[str, str], ...]:
        """The forms of a section's records."""
        if not self._home:
            return ()
        return tuple((form, f"{self._home}{section}.{form.lower()}{self._asked}") for form in self.FORMATS)

    def section(self, section: str) -> str | None:
        """To a section by itself."""
        return f"{self._home}{section}/{self._asked}" if self._home and not self._alone else None


_CLASSES = {"date": "when", "period": "when", "number": "count"}
"""The classes of cells by the keys of their columns: dates are not broken, numbers need little room."""


class Parts:
    """What pages are made of, in a language, for the sources of some lines and the links of a place."""

    def __init__(self, lang: str, links: Links, dyad: tuple[State, ...], sources: Iterable[Source]) -> None:
        self.lang = lang
        self.links = links
        self.dyad = dyad
        self._by_claim = {source.claim: source for source in sources if source.claim}

    def text(self, key: str, **values: object) -> str:
        """A text of the catalogue."""
        return text(key, self.lang, **values)

    def said(self, words: str) -> Markup:
        """A text with words in the other script marked as that language's."""
        return spoken(words, self.lang)

    def named_section(self, key: str, *children: Child) -> Markup:
        """A section under its heading, with the ways to take its records away."""
        name = self.text(f"section.{key}")
        alone = self.links.section(key)
        label = f"{self.text('section.alone')}: {name}"
        way = tag("a", self.text("section.alone"), href=alone, aria_label=label) if alone else None
        return self.named_part(key, self.ways(key, name, way), *children)

    def named_part(self, key: str, *children: Child) -> Markup:
        """A section under its heading."""
        heading = tag("h2", self.text(f"section.{key}"), id=f"{key}-h")
        return tag("section", heading, *children, id=key, aria_labelledby=f"{key}-h")

    def ways(self, key: str, name: str, *others: Child, named: bool = False) -> Markup | None:
        """The ways to take a table away, by its key and its name, and others; `named` where the name is to be seen."""
        ways = [
            *(
                tag("a", form, href=address, download=True, aria_label=f"{name}, {form}")
                for form, address in self.links.downloads(key)
            ),
            *(one for one in others if one is not None),
        ]
        said = join(tag("span", f"{name}:", class_="quiet"), " ") if named else None
        return tag("p", said, [join(way, " ") for way in ways], class_="ways") if ways else None

    def scrolled(self, inside: Child, name: str) -> Markup:
        """Something wide that is scrolled by itself."""
        return tag("div", inside, class_="scroll", tabindex=0, role="region", aria_label=name)

    def refs(self, sources: tuple[Source, ...]) -> Markup:
        """Links to the words of a line, by number."""
        marks = [
            tag(
                "a",
                source.number,
                href=self.links.source(source),
                class_="ref",
                title=f"{source.doc}:{source.line}:{source.column}",
                aria_label=self.text("sources.number", n=source.number),
            )
            for source in sources
        ]
        spaced = [join(" " if number else None, mark) for number, mark in enumerate(marks)]
        return tag("span", spaced, class_="refs")

    def cites(self, line: Line) -> Markup:
        """The links to the words of a line, and to its own page."""
        address = self.links.record(line.id)
        if address is None:
            return self.refs(line.sources)
        link = tag("a", "¶", href=address, class_="perma",
                   aria_label=self.text("site.permalink"))  # fmt: skip
        # Not broken before the sign, which would stand alone in a line of its own.
        return join(self.refs(line.sources), "\N{NO-BREAK SPACE}", link)

    def claim_refs(self, claims: tuple[str, ...]) -> Markup:
        """Links to the words of some claims."""
        return self.refs(tuple(self._by_claim[claim] for claim in claims if claim in self._by_claim))

    def told(self, line: Line) -> Markup:
        """A line's sentence, leading to where it stands, with its sources."""
        said = sentence(line.slots, self.lang, self.dyad)
        return join(
            tag("a", self.said(said), href=self.links.line(line.id)),
            " ",
            self.refs(line.sources),
            self.differences(line),
        )

    def item(self, line: Line) -> Markup:
        """A line as a sentence."""
        said = sentence(line.slots, self.lang, self.dyad)
        return tag("li", self.said(said), " ", self.cites(line), self.differences(line), id=f"r-{line.id}")

    def table(self, table: tables.Table, caption: str, style: str | None = None) -> Markup:
        """A table; on a narrow screen each row becomes a block with its headings before the cells.

        `data-sort` is what a cell is sorted by where that is not its text.
        """
        heads = [*(self.text(f"column.{key}") for key in table.columns), self.text("column.sources")]
        last_head = tag("th", heads[-1], scope="col", class_="cites")
        rows: list[Markup] = []
        for row in table.rows:
            cells = [
                tag(
                    "td",
                    self.said(cell),
                    data_head=head,
                    data_sort=tables.sort_key(row.line, key),
                    class_=_CLASSES.get(key),
                )
                for key, cell, head in zip(table.columns, row.cells, heads, strict=False)
            ]
            last = tag("td", self.cites(row.line), data_head=heads[-1], class_="cites")
            rows.append(tag("tr", cells, last, id=f"r-{row.line.id}"))
            if row.line.differences:
                rows.append(
                    tag("tr", tag("td", self.differences(row.line), colspan=len(heads)), class_="differ")
                )
        return tag(
            "table",
            tag("caption", caption, class_=style),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads[:-1]], last_head)),
            tag("tbody", rows),
            class_="data",
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
                tag("p", tag("strong", self.text("difference")), f" ({name}): ", listed, class_="difference")
            )
        return join(told)
