"""Who is head of a mission at a glance, in words that claim no more than is told: a page without a date does not know
who came after.
"""

from __future__ import annotations

from comity.model.claim import Tenure
from comity.publishing.dates import began, label
from comity.publishing.dossier import Side
from comity.publishing.wording import names, state, text


def heading(side: Side, lang: str) -> str:
    """What is told: who is the head, or who was the last that is known, or the last of those with a date."""
    key = "glance.head"
    if side.head is not None and not side.head_in_office:
        key = "glance.head.dated" if side.heads_undated else "glance.head.last"
    return text(key, lang, a=state(side.state, lang), b=state(side.towards, lang))


def name(side: Side, lang: str) -> str:
    """Who it is; that nobody is named."""
    slots = side.head.slots if side.head is not None else None
    return (
        names.holder(slots.of, slots.person, lang) if isinstance(slots, Tenure) else text("glance.none", lang)
    )


def term(side: Side, lang: str) -> str:
    """From when to when, and of when the knowledge is that the term goes on."""
    slots = side.head.slots if side.head is not None else None
    if not isinstance(slots, Tenure) or not slots.date:
        return ""
    if side.head_in_office and side.head_told is not None:
        told = text("glance.told", lang, date=label(side.head_told, lang))
        return f"{label(slots.date, lang)} ({told})"
    if slots.date.is_interval and slots.date.end is None:
        return f"{began(slots.date, lang)} ({text('glance.no_end', lang)})"
    return label(slots.date, lang)
