"""The dossier of the seed page tells every claim that annotators marked there, slot by slot, in both languages.

Two things are looked at apart: that publishing loses nothing of what it is given (the annotators' own claims), and how
much of it the dossier tells that is made from the page alone. Runs where the page lies beside the checkout.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from score import pairs as matched

from comity import pipeline, sources
from comity.model import codec
from comity.model.claim import KINDS, Claim
from comity.model.edtf import Date
from comity.model.person import Person
from comity.publishing import html, numbers, tables
from comity.publishing.dossier import Dossier, build
from comity.publishing.wording import has, names, terms
from comity.publishing.wording.bodies import body_name
from comity.resolving import resolve

SHARED = Path(__file__).parents[3] / "shared"
PAGE = SHARED / "seed" / "kazakhstan-israel-2006.txt"
GOLD = SHARED / "gold" / "kazakhstan-israel-2006.jsonl"
DYAD = ("KAZ", "ISR")
TOLD = 1.0
"""The part of the scored claims that the dossier of the page alone tells; raised when reading does better."""


def gold() -> list[dict[str, Any]]:
    lines = GOLD.read_text(encoding="utf-8").splitlines() if GOLD.exists() else []
    return [one for one in map(json.loads, lines) if not one.get("optional")]


def settled(slots: dict[str, Any]) -> dict[str, Any]:
    """Of several readings that annotators allow the first."""
    chosen = {}
    for slot, value in slots.items():
        one = value["any"][0] if isinstance(value, dict) and "any" in value else value
        if isinstance(one, list):
            one = [each["any"][0] if isinstance(each, dict) and "any" in each else each for each in one]
        if one not in (None, "", []):
            chosen[slot] = one
    return chosen


def dossier_of(claims: list[Claim]) -> Dossier:
    document = sources.load(PAGE)
    resolution = resolve(claims)
    return build(DYAD, claims, resolution.records, resolution.entities, [], {document.id: document})


def shown(dossier: Dossier, lang: str) -> dict[str, str]:
    """What the page says of each claim: the text of its record's line, group headings and section among it."""
    page = lxml.html.fromstring(html.render(dossier, lang))
    found = {}
    for line in dossier.lines:
        here = page.get_element_by_id(f"r-{line.id}")
        said = _text(here)
        for above in here.iterancestors():
            for heading in above.xpath("./h2 | ./h3 | ./h4 | ./caption | ./table/thead | ./thead"):
                said += f" {_text(heading)}"
        for source in line.sources:
            found[source.claim] = re.sub(r"[\s\u00a0\u202f]+", " ", said)
    return found


def _text(element: Any) -> str:
    """The text of an element, cells set apart; languages marked within a word do not part it."""
    cells = element.xpath(".//td | .//th")
    return " ".join("".join(one.itertext()) for one in cells or [element])


def lacking(kind: str, slots: Any, said: str, lang: str) -> list[str]:
    """The slots of which the words do not speak."""
    return [
        f"{slot}: {one}"
        for slot in slots.__struct_fields__
        for one in _each(getattr(slots, slot))
        if not _told(kind, slot, one, said, lang)
    ]


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


BY_TITLE = {
    "parties",
    "from_",
    "of",
    "to",
    "by",
    "partner",
    "reporter",
    "sending",
    "receiving",
    "in_",
    "home",
    "against",
}
"""Slots that name a state: those of the dyad stand in the title of the page, in a section's or a group's."""


def _told(kind: str, slot: str, value: Any, said: str, lang: str) -> bool:
    if slot in BY_TITLE and value in DYAD:
        return True
    if isinstance(value, Date):
        years = set(re.findall(r"\d{4}", str(value)))
        return years <= set(re.findall(r"\d{4}", said))
    if isinstance(value, Person):
        # A record knows the state of somebody whose claim does not tell it, and writes the name by it.
        homes = (value.of, *DYAD, None)
        written = (
            [names.person_name(value.name, lang, of).removesuffix("°") for of in homes]
            if value.name
            else [""]
        )
        office = terms.office(value.office, lang) if value.office else ""
        home = value.of if value.of and value.of not in DYAD else ""
        rest = all(_words(one, said) for one in (office, names.place_name(home, lang)))
        return rest and any(_words(name, said) for name in written)
    if isinstance(value, bool):
        return True
    if isinstance(value, int | float):
        return any(number in said for number in _numbers(value, lang))
    if slot == "currency":
        return _words(numbers.money(2, value, lang).split("\u00a0", 1)[-1].split(" ", 1)[-1], said)
    # A value of a closed list may be told by another form of its word («открыто», "official visit").
    told = tables.shown(value, slot.rstrip("_"), lang, kind)
    if slot in ("field", "sector", "sectors", "subject"):
        told = terms.field(value, lang)
    if (kind, slot) in (("body", "name"), ("session", "body")):
        told = body_name(value, lang)
    if (kind, slot) == ("award", "by"):
        # Whoever gives it may be a person, who is written as everywhere on the page.
        written = [names.person_name(value, lang, of).removesuffix("°") for of in DYAD]
        return any(_words(one, said) for one in (names.giver(value, lang), *written))
    return _words(told, said) or _words(str(value), said) or has(f"{kind}.{slot}.{value}")


def _numbers(value: float, lang: str) -> list[str]:
    plain = [numbers.amount(value, lang), numbers.number(value, lang)]
    return [re.sub(r"[\s\u00a0\u202f]+", " ", one) for one in plain]


def _words(wanted: str, said: str) -> bool:
    """Whether all words are there, in whatever case of theirs."""
    have = said.casefold()
    return all(
        re.search(rf"\b{re.escape(word[: max(3, len(word) - 3)])}", have)
        for word in re.findall(r"\w{3,}", wanted.casefold())
    )


if PAGE.exists():

    @pytest.mark.parametrize("lang", ["en", "ru"])
    def test_publishing_loses_nothing_of_what_annotators_marked(lang: str) -> None:
        claims = [
            Claim(
                id=f"{number:016x}",
                doc="kazakhstan-israel-2006",
                kind=one["kind"],
                evidence=tuple((start, end) for start, end in one["evidence"]),
                slots=codec.slots_of(one["kind"], settled(one["slots"])),
            )
            for number, one in enumerate(gold())
        ]
        assert len(claims) == 124
        assert {claim.kind for claim in claims} <= KINDS.keys()
        said = shown(dossier_of(claims), lang)
        lost = {}
        for claim in claims:
            if missing := lacking(claim.kind, claim.slots, said.get(claim.id, ""), lang):
                lost[f"{claim.kind} {claim.evidence}"] = missing
        assert lost == {}

    @pytest.mark.parametrize("lang", ["en", "ru"])
    def test_the_dossier_of_the_page_alone_tells_what_annotators_marked(lang: str) -> None:
        document = sources.load(PAGE)
        claims = list(pipeline.read(document).claims)
        said = shown(dossier_of(claims), lang)
        wanted = gold()
        found = [
            {"doc": one.doc, "kind": one.kind, "slots": codec.plain(one.slots), "evidence": one.evidence}
            for one in claims
        ]
        pairs = matched(wanted, found)
        lost = [
            f"{claims[pair.predicted].kind} {claims[pair.predicted].evidence}: {missing}"
            for pair in pairs
            if (missing := lacking(claims[pair.predicted].kind, claims[pair.predicted].slots,
                                   said.get(claims[pair.predicted].id, ""), lang))
        ]  # fmt: skip
        assert lost == []
        assert len(pairs) / len(wanted) >= TOLD
