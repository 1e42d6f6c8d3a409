"""Wholes whose parts a sentence lists: "40 agreements: 12 intergovernmental and 28 interdepartmental"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, product

from comity.checking.facts import Facts
from comity.checking.figures import readings
from comity.checking.texts import sentence
from comity.checking.wording import LANGUAGES, wording
from comity.knowledge.tables import table
from comity.model.claim import Claim, Cooperation, Count, Investment, Trade
from comity.model.record import Evidence

_MOST = 8
"""Parts of a list; of longer ones, the readings of doubtful marks ("1,234") would be too many."""

_BEFORE, _LEAD_IN = 30, 100
"""Characters before a number in which "about" may stand, and behind it in which the list must begin."""


@dataclass(frozen=True)
class Amount:
    """A number in a sentence: what it may be, in full units, `half` half its last digit (a count is exact)."""

    span: tuple[int, int]
    values: tuple[float, ...]
    half: float
    money: bool
    currency: str | None

    @property
    def year(self) -> bool:
        """Whether it is rather a year than an amount."""
        return not self.money and 1500 < self.values[0] < 2100


@dataclass(frozen=True)
class Listed:
    """A whole with the parts that follow it in its sentence; `complete` where the list says that it is all."""

    claim: Claim
    place: Evidence
    whole: Amount
    parts: tuple[Amount, ...]
    complete: bool

    @property
    def totals(self) -> list[float]:
        """What the parts, or the first of them, add up to; the last is that of all."""
        sums = [list(accumulate(values)) for values in product(*(part.values for part in self.parts))]
        return [total for every in sums for total in every[1:]]

    @property
    def slack(self) -> float:
        """How far whole and parts may be apart by rounding."""
        return 1.001 * (self.whole.half + sum(part.half for part in self.parts))


def listed(facts: Facts) -> Iterator[Listed]:
    """Every whole with two parts or more, each with its one number, none of them said to be about right."""
    seen: set[tuple[str, int]] = set()
    for claim in facts.of_kind("count", "trade", "investment", "cooperation"):
        document, value = facts.documents.get(claim.doc), _value(claim)
        if document is None or not value:
            continue
        start, end = sentence(document.text, *claim.evidence[0])
        one = _listed(claim, document.text[start:end], value, start)
        if one is not None and (claim.doc, one.place.span[0]) not in seen:
            seen.add((claim.doc, one.place.span[0]))
            yield one


def _value(claim: Claim) -> float | None:
    slots = claim.slots
    if isinstance(slots, Count | Trade | Investment):
        return slots.value
    return slots.quantity if isinstance(slots, Cooperation) else None


def _listed(claim: Claim, text: str, value: float, offset: int) -> Listed | None:
    amounts = list(_amounts(text))
    whole = next((one for one in amounts if value in one.values), None)
    if whole is None:
        return None
    it, end = wording(), whole.span[1]
    lead = it.parts["some"].search(text, end, end + _LEAD_IN) or it.parts["all"].search(
        text, end, end + _LEAD_IN
    )
    if lead is None or any(end <= one.span[0] < lead.start() and not one.year for one in amounts):
        return None
    close = text.find(")", lead.end()) if lead[0] == "(" else len(text)
    words = text[lead.end() : close]
    near = text[max(0, whole.span[0] - _BEFORE) : end]
    if it.about.search(near) or _doubtful(words) or (it.exports.search(words) and it.imports.search(words)):
        return None
    parts = _parts(words, whole)
    if parts is None:
        return None
    complete = it.parts["all"].fullmatch(lead[0]) is not None and not it.parts["more"].search(words)
    place = Evidence(doc=claim.doc, span=(offset + whole.span[0], offset + close), claim=claim.id)
    return Listed(claim, place, whole, parts, complete)


def _doubtful(words: str) -> bool:
    it = wording()
    patterns = (it.about, it.percent, it.rise, it.fall, _grammar().number_words)
    return "(" in words or any(pattern.search(words) for pattern in patterns)


def _parts(words: str, whole: Amount) -> tuple[Amount, ...] | None:
    """The one amount of each item, all of the whole's sort; `None` where an item has none or several."""
    parts = []
    for item in wording().joined.split(words):
        amounts = [one for one in _amounts(item) if not (whole.money and one.year)]
        if len(amounts) != 1 or amounts[0].year or amounts[0].money != whole.money:
            return None
        if amounts[0].currency not in (whole.currency, None):
            return None
        parts.append(amounts[0])
    return tuple(parts) if 2 <= len(parts) <= _MOST else None


@dataclass(frozen=True)
class _Grammar:
    amount: re.Pattern[str]
    number_words: re.Pattern[str]
    scales: dict[str, int]
    currencies: dict[str, str]


@cache
def _grammar() -> _Grammar:
    tables = [table(language, "amounts") for language in LANGUAGES]
    scales = {word: scale for one in tables for word, scale in one["scale"].items()}
    signs, names = (
        {word: code for one in tables for word, code in one["currency"][side].items()}
        for side in ("before", "after")
    )
    words = [word for one in tables for kind in ("units", "weak_units") for word in one["words"][kind]]
    return _Grammar(
        re.compile(
            rf"(?P<sign>{_one_of(signs)})?\s?(?<![\w.,/№-])"
            r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?![\d/-])"
            rf"(?:\s?(?P<scale>{_one_of(scales)})\b\.?)?(?:\s?(?P<name>{_one_of(names)})(?!\w))?"
        ),
        re.compile(rf"\b(?:{_one_of(word for word in words if len(word) > 1)})\b", re.IGNORECASE),
        scales,
        signs | names,
    )


def _one_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _amounts(text: str) -> Iterator[Amount]:
    grammar = _grammar()
    for match in grammar.amount.finditer(text):
        scale = grammar.scales.get(match["scale"] or "", 1)
        money = match["sign"] or match["name"]
        read = readings(match["number"])
        exact = scale == 1 and not money
        yield Amount(
            match.span(),
            tuple(number * scale for number, _ in read),
            0.0 if exact else min(0.5 * scale / 10**decimals for _, decimals in read),
            bool(money or scale > 1),
            grammar.currencies.get(money or ""),
        )
