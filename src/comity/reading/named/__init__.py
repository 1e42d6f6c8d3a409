"""Fourth stage, second half: bodies and events under their full names.

The lexicon knows only the heads ("commission", "exhibition"); the name is the phrase around the head: what
stands before it ("Kazakh-Israeli Joint Governmental …") and its complements ("… on Trade and Economic
Cooperation"), or the quoted name beside it. The named unit takes the place of all of them; states and persons
in it move into its value.
"""

from __future__ import annotations

from comity.reading.language import Language
from comity.reading.named.before import count_before
from comity.reading.named.behind import end_behind
from comity.reading.named.heads import (
    is_common,
    is_compound,
    is_season,
    is_signing,
    quoted_head,
    season,
    signing,
)
from comity.reading.named.making import with_name
from comity.reading.named.organisations import as_body, as_event, as_exercise
from comity.reading.units import Unit

_MAY_BE_NAMED = frozenset({"quoted", "actor", "organisation", "word", "event", "body"})
"""Kinds of unit that may turn out to be the name of a body or an event."""


def named(units: list[Unit], text: str, language: Language) -> list[Unit]:
    """The units with every body and event under its full name: unit.value becomes a `Named`.

    Organisations whose name is headed by a word for a standing body of two states become bodies.
    """
    out: list[Unit] = []
    seasons = language.words["season"]
    index, start, size = 0, 0, len(units)
    while index < size:
        unit = units[index]
        kind = unit.kind
        if kind not in _MAY_BE_NAMED or (kind == "word" and unit.key not in seasons):
            index += 1
            continue
        out += units[start:index]
        start = index
        if kind == "actor" and unit.value.person.name == unit.text and " " in unit.text:
            unit = as_event(unit, text, language) or as_exercise(unit, text, language) or unit
            units[index] = unit
        if unit.kind == "quoted":
            unit = units[index] = quoted_head(unit, language)
        if unit.kind == "organisation":
            unit = as_body(unit, out, text, language) or as_event(unit, text, language) or unit
            units[index] = unit
        if unit.kind == "word" and is_season(units, index, language):
            unit = season(unit)
            units[index] = unit
        if is_signing(units, index, language):
            unit = units[index] = signing(unit)
        if unit.kind in ("event", "body") and is_common(units, index, language):
            unit.kind, unit.value = "word", None
        if unit.kind not in ("body", "event"):
            index += 1
            continue
        while is_compound(units, index, language):
            out.append(units[index])
            index += 1
            unit = units[index]
        back = count_before(units, out, unit, language)
        after = end_behind(units, index, language)
        # the sentence's own units stay where the phrase is nothing but its head
        made = with_name(units, out[len(out) - back :] if back else [], index, after, text, language)
        del out[len(out) - back :]
        out.append(made)
        index = start = after
    out += units[start:]
    return out


__all__ = ["named"]
