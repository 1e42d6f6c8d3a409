"""A brief as a page: alone in one file, or as the main part of a page of the site."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources

from comity.publishing.brief import figures, notes
from comity.publishing.brief.model import Brief, Chart, Item, Section
from comity.publishing.markup import Child, Markup, join, spoken, tag
from comity.publishing.wording import text

STYLE_SHEET = "static/comity/brief.css"
_FONTS = "Georgia, 'Times New Roman', serif"


def render(brief: Brief) -> str:
    """A whole page in one file, its style sheet and chart within; it forbids itself every script and every fetch."""
    style = style_sheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="generator", content="Comity"),
        tag("title", brief.title),
        tag("style", Markup(style)),
    )
    page = tag("body", tag("main", body(brief), id="main"))
    return f"<!DOCTYPE html>\n{tag('html', head, page, lang=brief.lang)}\n"


def style_sheet() -> str:
    """The style sheet of briefs, which the site serves too."""
    return resources.files("comity.publishing").joinpath(STYLE_SHEET).read_text(encoding="utf-8")


def body(brief: Brief, aside: Child = None, *, picture: str = "") -> Markup:
    """The brief as markup; `aside` stands under its heading.

    `picture` is the address of the chart's picture where the page must not hold it within.
    """
    return _Page(brief, picture).markup(aside)


class _Page:
    def __init__(self, brief: Brief, picture: str) -> None:
        self.brief = brief
        self.lang = brief.lang
        self.picture = picture
        self.numbers = brief.numbers()
        self.cited: set[int] = set()

    def markup(self, aside: Child) -> Markup:
        sections = [self.section(one) for one in self.brief.sections]
        return tag(
            "article",
            tag("h1", self.said(self.brief.title)),
            tag("p", self.brief.made, class_="made"),
            aside,
            sections,
            self.end(),
            class_="brief",
        )

    def said(self, words: str) -> Markup:
        return spoken(words, self.lang)

    def section(self, one: Section) -> Markup:
        items = tag("ul", [tag("li", self.item(item)) for item in one.items]) if one.items else None
        return tag(
            "section",
            tag("h2", one.heading, id=one.key),
            items,
            self.table(one) if one.rows else None,
            self.chart(one.chart) if one.chart is not None else None,
            aria_labelledby=one.key,
        )

    def item(self, item: Item) -> Markup:
        label = join(tag("strong", self.said(item.label)), " ") if item.label else None
        return join(label, self.said(item.cells[0]), self.refs(item))

    def table(self, one: Section) -> Markup:
        heads = [*one.columns, text("column.sources", self.lang)]
        rows = [
            tag("tr", [tag("td", self.said(cell)) for cell in row.cells], tag("td", self.refs(row)))
            for row in one.rows
        ]
        head = tag("thead", tag("tr", [tag("th", name, scope="col") for name in heads]))
        table = tag("table", head, tag("tbody", rows))
        # Its name tells it from the section that it stands in.
        name = f"{one.heading}: {', '.join(one.columns)}"
        return tag("div", table, class_="scroll", tabindex=0, role="region", aria_label=name)

    def chart(self, chart: Chart) -> Markup:
        source = self.picture
        if not source:
            drawn = figures.svg(chart, _FONTS).encode()
            source = f"data:image/svg+xml;base64,{base64.b64encode(drawn).decode()}"
        caption = tag("figcaption", chart.title, self.refs(chart))
        return tag("figure", tag("img", src=source, alt=chart.description), caption)

    def refs(self, item: Item | Chart) -> Markup:
        return join([self.ref(number) for number in sorted(self.numbers[source] for source in item.sources)])

    def ref(self, number: int) -> Markup:
        first = number not in self.cited
        self.cited.add(number)
        link = tag("a", number, href=f"#n-{number}", id=f"r-{number}" if first else None)
        return tag("sup", link, class_="note")

    def end(self) -> Markup:
        back = text("brief.back", self.lang)
        listed = [
            tag(
                "li",
                tag("q", *self.words(notes.words(source, self.lang)), lang=source.language or None),
                " ",
                notes.place(source, self.lang),
                " ",
                tag("a", "↩", href=f"#r-{number}", aria_label=back),
                id=f"n-{number}",
            )
            for source, number in self.numbers.items()
        ]
        documents = tag("ul", [tag("li", notes.document(one, self.lang)) for one in self.brief.cited])
        said = [tag("p", told) for told in (notes.more(self.brief), notes.generated(self.brief)) if told]
        return tag(
            "footer",
            tag("h2", text("brief.notes", self.lang), id="notes"),
            tag("ol", listed),
            tag("h2", text("sources.documents", self.lang), id="documents"),
            documents,
            said,
        )

    @staticmethod
    def words(said: str) -> tuple[str, ...]:
        """The words of a note, whose quotation marks the element brings along."""
        return (said[1:-1] if said[:1] in "«“" and said[-1:] in "»”" and " … " not in said else said,)
