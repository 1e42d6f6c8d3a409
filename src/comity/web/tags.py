"""Template tags: texts of the catalogue in the language of the page."""

from __future__ import annotations

from typing import Any

from django import template

from comity.publishing import sheets, wording
from comity.publishing.markup import Markup, direction, escape, join, spoken, tag, visible
from comity.web.context import versioned
from comity.web.lists import Cell, Column

register = template.Library()


@register.simple_tag(takes_context=True)
def t(context: dict[str, Any], key: str, **values: Any) -> str:
    """A text of the catalogue."""
    return wording.text(key, context["lang"], **values)


@register.simple_tag(takes_context=True)
def n(context: dict[str, Any], key: str, count: int) -> str:
    """A counted text of the catalogue: `{% n "claims" 5 %}`."""
    return wording.counted(key, count, context["lang"])


@register.simple_tag(takes_context=True)
def said(context: dict[str, Any], words: str) -> str:
    """A sentence with words of the other script marked as that language's."""
    return spoken(words, context["lang"])


@register.filter
def shown(value: object) -> str:
    """A text of a document with its control characters written out; Django escapes it."""
    return visible(str(value))


@register.simple_tag
def static_file(name: str) -> str:
    """The address of a static file: `{% static_file "comity/tables.js" %}`."""
    return versioned(name)


@register.simple_tag(takes_context=True)
def ways(context: dict[str, Any], name: str) -> Markup:
    """The forms in which the table of this page can be taken away, as it is filtered and sorted: `{% ways title %}`."""
    request = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    asked = f"?{query.urlencode()}" if query else ""
    links = [
        tag(
            "a",
            form.upper(),
            href=f"{request.path.rstrip('/')}.{form}{asked}",
            download=True,
            aria_label=f"{name}, {form.upper()}",
        )
        for form in sheets.TYPES
    ]
    return tag("p", [join(link, " ") for link in links], class_="ways")


@register.simple_tag(takes_context=True)
def list_cell(context: dict[str, Any], columns: tuple[Column, ...], place: int, cell: Cell) -> Markup:
    """A cell of a list."""
    column, lang = columns[place], context["lang"]
    words = spoken(str(cell.said), lang)
    return tag(
        "td",
        tag("a", words, href=cell.address) if cell.address else words,
        join(" ", tag("span", spoken(cell.note, lang), class_="quiet")) if cell.note else None,
        class_="num" if column.number else "when" if column.date else None,
        data_head=column.name if place else None,
    )


@register.simple_tag
def lang_of(code: str) -> Markup:
    """The language of a document's own words and the direction in which they are read, as attributes of their element.

    Of a language that nobody told the words themselves tell the direction.
    """
    return Markup(f' lang="{escape(code)}" dir="{direction(code)}"' if code else ' dir="auto"')
