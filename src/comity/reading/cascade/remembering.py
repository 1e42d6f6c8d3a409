"""What a sentence leaves to those behind it: the states, people and days that it names."""

from __future__ import annotations

from comity.model.claim import Span
from comity.reading.discourse import Context
from comity.reading.firms import firms_of
from comity.reading.frames.nouns import states_of
from comity.reading.language import Language
from comity.reading.marking import NOMINAL
from comity.reading.people import Actor
from comity.reading.units import Unit

_REMEMBERED = frozenset({"state", "date", "pronoun", "actor", "quoted"})
"""Kinds of unit that later sentences may lean on."""


def remember(units: list[Unit], context: Context, language: Language) -> None:
    """Tells a context what sentences behind may lean on of one with these units."""
    states: dict[str, None] = {}
    named: list[tuple[Actor, Span]] = []
    goes_on: bool | None = None
    for unit in units:
        kind = unit.kind
        if kind not in _REMEMBERED:
            continue
        if kind == "state":
            code = str(unit.value[0])
            context.told[code] = None
            if unit.value[1] == "name" or (context.news and language.cases):
                states[code] = None
        elif kind == "date":
            if unit.value.date.precision == "day":
                context.date = (unit.value.date, unit.span)
        elif kind == "pronoun":
            goes_on = goes_on is None or goes_on
        elif kind == "actor":
            goes_on = bool(goes_on)
            named.append((_meant(unit.value, context), unit.span))
            context.remember(unit.value)
        elif kind == "quoted":
            context.firms.update(firms_of(units, language))
    for unit in units:
        if not unit.mark and (unit.kind in NOMINAL or unit.kind == "combining") and (led := states_of(unit)):
            context.led = (led[0], units[-1].end)
            break
    if len(states) == 2:
        first, second = states
        context.named = ((first, second), units[-1].end)
    elif len(states) > 2:
        context.named = None
    # a sentence about "him" leaves him the one that the next is about
    context.recent = [*(context.recent[:1] if goes_on else ()), *named] or context.recent


def _meant(actor: Actor, context: Context) -> Actor:
    """Whom an office alone means: the one whom the sentence before named with it ("President N came", "the President
    met …")."""
    person = actor.person
    if person.name or not person.office or actor.plural or actor.group or actor.state or not actor.cls:
        return actor
    bearers = [
        known
        for known, _ in context.recent
        if known.person.name and known.cls == actor.cls and known.cls != "other" and not known.plural
    ]
    return bearers[0] if len({str(known.person.name) for known in bearers}) == 1 else actor
