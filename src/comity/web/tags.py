"""Template tags: texts of the catalogue in the language of the page."""

from __future__ import annotations

from typing import Any

from django import template

from comity.publishing import wording
from comity.publishing.markup import spoken, visible
from comity.web.context import versioned

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
