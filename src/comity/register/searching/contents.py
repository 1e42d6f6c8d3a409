"""What is found of a claim, an entity and a document: their words in both languages, and what they are filtered by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import comity
from comity.model.claim import Slots, slot_values
from comity.model.edtf import Date
from comity.model.record import Entity
from comity.publishing.wording import LANGUAGES, sentence, spellings, state
from comity.publishing.wording.names import place_name
from comity.publishing.wording.terms import office
from comity.register.models import Entry, Facet
from comity.register.searching.engine import ANYTHING
from comity.register.searching.words import GAP, beginning, stream
from comity.resolving.rules import RULES

FORM = "1"
"""Number of the form of entries; another one makes all of them old."""
SEPARATOR = "|"
PASSAGE = 9_000
"""Letters of one passage of a document, about; it ends with a line where it can."""
_FIRST_DAY, _LAST_DAY = 1, 9999_12_31


@dataclass(frozen=True)
class Content:
    """An entry to be, with what it is counted by and its terms."""

    entry: Entry
    facet: Facet
    terms: str


def digest(*parts: Any) -> str:
    """A mark of what an entry is made from, and of the program that makes it."""
    said = json.dumps([FORM, comity.__version__, *parts], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def of_claim(
    ident: str,
    kind: str,
    dyad: tuple[str, ...],
    slots: Slots,
    quotes: Sequence[str],
    names: Sequence[str],
    mark: str,
) -> Content:
    """A claim: its words in the document, what it says in every language, and all names of whom it names."""
    low, high = days(getattr(slots, RULES[kind].date, None))
    # The names are found in every spelling: what is told of them here depends on the claim alone.
    with spellings.lent(None):
        told = [sentence(slots, lang, dyad) for lang in LANGUAGES]
    texts = [*quotes, *told, *names, *_named(dyad)]
    entry = Entry(
        sort=Entry.CLAIM, ref=ident, thing=ident, dyad=SEPARATOR.join(dyad), kind=kind, low=low, high=high, digest=mark,
    )  # fmt: skip
    return _content(entry, dyad, _places(slots), texts)


def of_entity(entity: Entity, identity: str, dyad: tuple[str, ...], mark: str) -> Content:
    """An entity: its names, offices and states."""
    offices = [office(one, lang) for one in entity.offices for lang in LANGUAGES]
    names = [entity.name, *entity.names]
    if entity.kind == "place":
        names += [place_name(entity.name, lang) for lang in LANGUAGES]
    low, high = (
        (entity.years[0] * 10000 + 101, entity.years[-1] * 10000 + 1231) if entity.years else (None, None)
    )
    entry = Entry(
        sort=Entry.ENTITY, ref=entity.id, thing=identity, dyad=SEPARATOR.join(dyad), kind=entity.kind, low=low,
        high=high, weight=len(entity.mentions), digest=mark,
    )  # fmt: skip
    places = [place_name(entity.name, "en").replace(SEPARATOR, " ")] if entity.kind == "place" else []
    states = [entity.state] if entity.state else []
    texts = [*dict.fromkeys([*names, *entity.offices, *offices]), *_named(states)]
    return _content(entry, dyad, places, texts)


def of_document(
    ident: str, title: str, name: str, text: str, date: str, states: Sequence[str], claims: int, mark: str
) -> Iterator[Content]:
    """A document passage by passage; its title is found with the first."""
    low, high = days(Date.parse(date) if date else None)
    for part, (start, end) in enumerate(passages(text)):
        entry = Entry(
            sort=Entry.DOCUMENT, ref=ident, thing=ident, part=part, kind=Entry.DOCUMENT, low=low, high=high,
            weight=claims, digest=mark,
        )  # fmt: skip
        texts = [title, name.rpartition(".")[0]] if part == 0 else []
        yield _content(entry, states, [], [*texts, text[start:end]])


def passages(text: str) -> list[tuple[int, int]]:
    """The runs of a text that are searched by themselves: lines, together as long as a passage; one at least."""
    found, start = [], 0
    while len(text) - start > PASSAGE:
        end = text.rfind("\n", start + PASSAGE // 2, start + PASSAGE) + 1
        end = end or text.rfind(" ", start + PASSAGE // 2, start + PASSAGE) + 1 or start + PASSAGE
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def days(date: Date | None) -> tuple[int | None, int | None]:
    """The first and the last day of a date as numbers, beyond all days where an end is open; none for none."""
    if date is None:
        return None, None
    low, high = date.lower, date.upper
    return (
        int(f"{low:%Y%m%d}") if low is not None else _FIRST_DAY,
        int(f"{high:%Y%m%d}") if high is not None else _LAST_DAY,
    )


def state_term(code: str) -> str:
    """The term of a state, by which entries are filtered."""
    return f"s:{beginning(code) if len(code) > 4 else code.lower()}"


def place_term(place: str) -> str:
    """The term of a place, under whatever name of it."""
    return "p:" + "".join(beginning(part) for part in place_name(place, "en").split())


def _content(entry: Entry, states: Sequence[str], places: Sequence[str], texts: Iterable[str]) -> Content:
    held = [
        ANYTHING,
        f"t:{entry.sort}",
        f"k:{entry.kind}",
        *map(state_term, states),
        *map(place_term, places),
    ]
    decade = (entry.low or 0) // 100_000 * 10
    values = (entry.kind, SEPARATOR.join(states), decade, SEPARATOR.join(places))
    mark = hashlib.sha256("\n".join(map(str, values)).encode()).hexdigest()[:32]
    facet = Facet(mark=mark, kind=values[0], states=values[1], decade=decade, places=values[3])
    return Content(entry, facet, " ".join([stream(texts), GAP, *held]))


def _named(codes: Iterable[str]) -> list[str]:
    return [state(code, lang).bare for code in codes for lang in LANGUAGES]


def _places(slots: Slots) -> list[str]:
    """The places that a claim names, by their usual English names."""
    values = slot_values(slots)
    found: list[str] = []
    for slot in ("place", "places"):
        value = values.get(slot, ())
        found += [value] if isinstance(value, str) else list(value)
    return list(dict.fromkeys(place_name(one, "en").replace(SEPARATOR, " ") for one in found))
