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
from comity.publishing.wording import LANGUAGES, sentence, state
from comity.publishing.wording.names import place_name
from comity.publishing.wording.terms import office
from comity.register.models import Entry
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
    """An entry to be, with its terms."""

    entry: Entry
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
    places = _places(slots)
    texts = [*quotes, *(sentence(slots, lang, dyad) for lang in LANGUAGES), *names, *_named(dyad)]
    entry = Entry(
        sort=Entry.CLAIM, ref=ident, dyad=SEPARATOR.join(dyad), kind=kind, states=SEPARATOR.join(dyad),
        low=low, high=high, places=SEPARATOR.join(places), digest=mark,
    )  # fmt: skip
    return Content(entry, _terms(entry, texts))


def of_entity(entity: Entity, dyad: tuple[str, ...], mark: str) -> Content:
    """An entity: its names, offices and states."""
    offices = [office(one, lang) for one in entity.offices for lang in LANGUAGES]
    names = [entity.name, *entity.names]
    if entity.kind == "place":
        names += [place_name(entity.name, lang) for lang in LANGUAGES]
    years = (entity.years[0] * 10000 + 101, entity.years[-1] * 10000 + 1231) if entity.years else (None, None)
    entry = Entry(
        sort=Entry.ENTITY, ref=entity.id, dyad=SEPARATOR.join(dyad), kind=entity.kind, states=SEPARATOR.join(dyad),
        low=years[0], high=years[1], weight=len(entity.mentions), digest=mark,
        places=place_name(entity.name, "en") if entity.kind == "place" else "",
    )  # fmt: skip
    states = [entity.state] if entity.state else []
    texts = [*dict.fromkeys([*names, *entity.offices, *offices]), *_named(states)]
    return Content(entry, _terms(entry, texts))


def of_document(
    ident: str, title: str, name: str, text: str, date: str, states: Sequence[str], claims: int, mark: str
) -> Iterator[Content]:
    """A document passage by passage; its title is found with the first."""
    low, high = days(Date.parse(date) if date else None)
    for part, (start, end) in enumerate(passages(text)):
        entry = Entry(
            sort=Entry.DOCUMENT, ref=ident, part=part, kind=Entry.DOCUMENT, states=SEPARATOR.join(states),
            low=low, high=high, weight=claims, digest=mark,
        )  # fmt: skip
        texts = [title, name.rpartition(".")[0]] if part == 0 else []
        yield Content(entry, _terms(entry, [*texts, text[start:end]]))


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


def _terms(entry: Entry, texts: Iterable[str]) -> str:
    held = [ANYTHING, f"t:{entry.sort}", f"k:{entry.kind}"]
    held += [state_term(one) for one in entry.states.split(SEPARATOR) if one]
    held += [place_term(one) for one in entry.places.split(SEPARATOR) if one]
    return " ".join([stream(texts), GAP, *held])


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
