"""What a dossier says, in every language: texts by key, counted texts, and a sentence for every kind of
record.
"""

from __future__ import annotations

from comity.knowledge import base_of, offered
from comity.model.claim import Slots, State, Trade, kind_of
from comity.publishing import numbers
from comity.publishing.wording import en, ru
from comity.publishing.wording.catalogue import catalogue
from comity.publishing.wording.names import StateWord

LANGUAGES = offered()
"""The languages that a reader can choose."""

_SENTENCES = {"en": en.SENTENCES, "ru": ru.SENTENCES}
_FIGURES = {"en": en.trade_figure, "ru": ru.trade_figure}


def text(key: str, lang: str, **values: object) -> str:
    """A text of the catalogue; `{a.gen}` in it is a form of the `StateWord` given as `a`.

    `KeyError` for a text that there is not: both catalogues have the same keys, which a test holds.
    """
    template = catalogue(lang).texts[key]
    return template.format(**values) if values else template


def has(key: str) -> bool:
    """Whether there is a text of a key."""
    return key in catalogue(LANGUAGES[0]).texts


def counted(key: str, count: int, lang: str) -> str:
    """A counted text in the form that its number asks for: "2 agreements", «2 соглашения», «5 соглашений»."""
    return numbers.plural(count, catalogue(lang).plurals[key], lang)


def named(group: str, value: str | None, lang: str) -> str:
    """The name of a value of a closed list ("mission.type", "embassy"); empty for none."""
    return text(f"{group}.{value}", lang) if value else ""


def sentence(slots: Slots, lang: str, dyad: tuple[State, ...] = ()) -> str:
    """One record or claim as a sentence; slots that are not told are left out of it, never made up."""
    said = _SENTENCES[base_of(lang)][kind_of(slots)](slots, dyad).strip()
    said = said[:1].upper() + said[1:]
    return said if said[-1:] in ".!?…" else f"{said}."


def trade_figure(slots: Trade, lang: str, dyad: tuple[State, ...]) -> str:
    """What a figure of trade is of: "exports of Kazakhstan to Israel"."""
    said = _FIGURES[base_of(lang)](slots, dyad)
    return said[:1].upper() + said[1:]


def state(code: State, lang: str) -> StateWord:
    """A state in all its forms."""
    return StateWord(code, base_of(lang))
