"""What a page's title and first words say it is about: whose relations, and with whom."""

from __future__ import annotations

from collections.abc import Sequence

from comity.reading.cascade.page import Page
from comity.reading.discourse import Context
from comity.reading.language import POSTS
from comity.reading.signs import PARTIES
from comity.reading.units import Unit

_LINES = 3
"""How many lines a page's title may stand below the name of its embassy or ministry."""
_LONGEST = 100
_BETWEEN_TWO = frozenset({"embassy", "legation", "consulate-general", "consulate", "honorary-consulate"})
"""Types of missions that exist for the relations of two states."""
_OPENING = 120
"""Signs of the first block in which a page says what it is about."""


def settle_title(page: Page, context: Context) -> None:
    """Tells a context the dyad that a page's first words name: by a compound ("Franco-German relations"), or by a post
    ("The A ambassador in P is the official representative of …")."""
    if not any(page.signs(block) & PARTIES for block in page.blocks[:_LINES]):
        return
    _settle_owner(page, context)
    first = page.blocks[0]
    opening = page.text[first.start : min(first.end, first.start + _OPENING)]
    units = page.aside(opening)
    named = list(dict.fromkeys(unit.value[0] for unit in units if unit.kind == "state"))
    if first.kind == "heading" and len(named) == 2:
        context.home, context.dyad = named[0], (named[0], named[1])
        # a page on relations or of a mission is no news of many, though its first line be a day
        context.of_two = context.of_two or any(unit.kind in ("relations", "mission") for unit in units)
        return
    if first.kind == "heading" and len(named) == 1 and context.of_many and _is_of_many(page, opening):
        context.home, context.dyad = named[0], None
        return
    seated = _seated(units) if len(named) == 1 else None
    if first.kind == "heading" and seated is not None and seated != named[0]:
        context.home, context.dyad = str(named[0]), (str(named[0]), seated)
        return
    for unit in units:
        if (
            unit.kind == "actor"
            and unit.value.cls in POSTS
            and unit.value.state
            and unit.value.to
            and not unit.value.person.name
        ):
            context.home, context.dyad = unit.value.state, (unit.value.state, unit.value.to)
            return


def _seated(units: Sequence[Unit]) -> str | None:
    """The state of the town in which a title says that a mission is: "Embassy of A in P", "Consulate of A – P"."""
    mission = next((i for i, unit in enumerate(units) if unit.kind == "mission"), len(units))
    if mission == len(units) or units[mission].value not in _BETWEEN_TWO:
        return None
    towns = [unit for unit in units[mission:] if unit.kind == "place"]
    return str(towns[0].value.state) if len({town.value.state for town in towns}) == 1 else None


def _settle_owner(page: Page, context: Context) -> None:
    """Whose page on two states it is: that of the embassy or ministry above its title, else of the first state of
    the title («О российско-монгольских отношениях» below «Министерство иностранных дел РФ»)."""
    above: list[str] = []
    for block in page.blocks[:_LINES]:
        if block.kind not in ("heading", "paragraph") or block.end - block.start > _LONGEST:
            return
        units = page.aside(page.text[block.start : block.end])
        named = list(dict.fromkeys(str(unit.value[0]) for unit in units if unit.kind == "state"))
        owned = len(above) == 1 and above[0] in named
        titled = owned and page.text[block.end - 1] not in ".;:!?"
        if len(named) == 2 and (titled or (context.dyad and set(named) == set(context.dyad))):
            context.home = above[0] if owned else named[0]
            context.dyad = (named[0], named[1])
            return
        above.extend(state for state in named if state not in above)


def _is_of_many(page: Page, title: str) -> bool:
    """Whether a title says that a page is about one state's relations with all others: "Foreign relations of A"."""
    said = title.lower()
    return any(phrase in said for phrase in page.language.words["of_many"])


def is_chapter(page: Page, heading: str) -> bool:
    """Whether a heading is that of a chapter on diplomatic relations, not the title of a page on two states."""
    units, formal = page.aside(heading), page.language.words["formal_relations"]
    named = {str(unit.value[0]) for unit in units if unit.kind == "state"}
    told = any(unit.kind == "relations" and not formal.isdisjoint(unit.key.split()) for unit in units)
    return told and len(named) < 2
