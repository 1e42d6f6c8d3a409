"""Figures of trade and investment as they are written: how exact a number is, which figures belong
together.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from comity.checking.facts import Facts
from comity.checking.wording import wording
from comity.model.claim import Claim, Investment, State, Trade
from comity.model.edtf import Date

_NUMBER = re.compile(r"\d+(?:[ \u00a0\u202f,.']\d+)*")
_SCALES = (1, 10**3, 10**6, 10**9, 10**12)


@dataclass(frozen=True)
class Figure:
    """A figure of trade: `value` in full units, `half` half the last digit as written, `about` whether
    the words
    around it make it approximate ("more than", "около")."""

    claim: Claim
    value: float
    half: float
    about: bool

    @property
    def period(self) -> Date | None:
        """The period it is of."""
        return getattr(self.claim.slots, "period", None)

    @property
    def currency(self) -> str:
        """The code of its currency, empty where untold."""
        return getattr(self.claim.slots, "currency", None) or ""

    @property
    def slack(self) -> float:
        """How far the true number may lie from the written one."""
        return max(self.half, abs(self.value) * 0.05) if self.about else self.half


def figure(facts: Facts, claim: Claim) -> Figure | None:
    """The figure of a claim of trade or investment; `None` where it has no value."""
    return facts.once(("figure", id(claim)), lambda: _figure(facts, claim))


def _figure(facts: Facts, claim: Claim) -> Figure | None:
    slots = claim.slots
    if not isinstance(slots, Trade | Investment) or slots.value is None:
        return None
    text = facts.text(claim)
    value = float(slots.value)
    return Figure(claim, value, half_unit(value, text), wording().about.search(text) is not None)


def half_unit(value: float, text: str) -> float:
    """Half of the last digit of a value as the text writes it ("723.9 mln" is exact to 50,000); where
    the text has
    no such number, half of the last digit that is not zero."""
    best = math.inf
    if value:
        for match in _NUMBER.finditer(text):
            for number, decimals in readings(match[0]):
                for scale in _SCALES:
                    if number and math.isclose(number * scale, abs(value), rel_tol=1e-9):
                        best = min(best, 0.5 * scale / float(10**decimals))
    if best < math.inf:
        return best
    if value != int(value):
        return (
            0.5 * math.ulp(value) if "e" in repr(value) else 0.5 / float(10 ** len(repr(value).split(".")[1]))
        )
    digits = str(abs(int(value)))
    return float(0.5 * 10 ** (len(digits) - len(digits.rstrip("0") or "0")))


def readings(text: str) -> list[tuple[float, int]]:
    """What a written number may be, each with its count of decimals: "1,234" is 1234 or 1.234."""
    groups = re.split(r"[ \u00a0\u202f,.']", text)
    marks = re.findall(r"[ \u00a0\u202f,.']", text)
    found = [(float("".join(groups)), 0)]
    if marks and marks[-1] in ",.":
        found.append((float("".join(groups[:-1]) + "." + groups[-1]), len(groups[-1])))
    return found


@dataclass(frozen=True)
class Series:
    """The figures of trade of one document, reporter, dyad, currency and period, by flow."""

    doc: str
    dyad: tuple[State, ...]
    currency: str
    period: Date | None
    flows: dict[str, list[Figure]]


def series(facts: Facts) -> list[Series]:
    """The figures that belong together, in order of document and offset.

    Figures with no reporter told belong to the one reporter that the document has, and so with sources.
    """
    return facts.once("series", lambda: _series(facts))


def _series(facts: Facts) -> list[Series]:
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for claim in facts.of_kind("trade"):
        slots, one = claim.slots, figure(facts, claim)
        if one is None or not isinstance(slots, Trade) or slots.currency is None:
            continue
        found[(*_group(facts, claim, slots), slots.currency, str(slots.period or ""))].append(one)
    made = []
    for key, figures in found.items():
        flows: dict[str, list[Figure]] = defaultdict(list)
        for one in figures:
            flows[str(getattr(one.claim.slots, "flow", None))].append(one)
        first = figures[0].claim
        made.append(
            Series(first.doc, facts.dyad(first), key[-2], getattr(first.slots, "period", None), dict(flows))
        )
    return made


Triple = tuple[Figure, Figure, Figure]
"""A turnover or balance with the exports and imports it is made of."""


def misfit(one: Series, flow: str, off: Callable[[Triple], float]) -> Triple | None:
    """The first figures of a flow (turnover or balance), exports and imports where no combination fits; `None`
    where some one does or a figure is missing. `off` is by how much three figures are off, in full units; they
    fit where that is within what they may be rounded by.
    """
    triples: list[Triple] = list(
        product(one.flows.get(flow, []), one.flows.get("export", []), one.flows.get("import", []))
    )
    if not triples or any(
        abs(off(three)) <= sum(figure.slack for figure in three) * 1.001 for three in triples
    ):
        return None
    return triples[0]


def words_of(facts: Facts, three: Triple, whole: str) -> dict[str, str]:
    """The words of three figures as the values of a message; `whole` is what the message calls the first."""
    first, out, into = three
    return {
        f"{whole}_words": facts.words(first.claim),
        "export_words": facts.words(out.claim, -1),
        "import_words": facts.words(into.claim, -1),
    }


def _group(facts: Facts, claim: Claim, slots: Trade) -> tuple[str, ...]:
    dyad = facts.dyad(claim)
    reporters, sources = facts.once(("told", claim.doc, dyad), lambda: _told(facts, claim.doc, dyad))
    reporter = slots.reporter or (
        next(iter(reporters - {None}), None) if len(reporters - {None}) == 1 else None
    )
    source = slots.source or (next(iter(sources - {None}), None) if len(sources - {None}) == 1 else None)
    return (claim.doc, " ".join(dyad), reporter or "", source or "")


def _told(facts: Facts, doc: str, dyad: tuple[State, ...]) -> tuple[set[str | None], set[str | None]]:
    """The reporters and the sources that a document gives for the trade of two states."""
    slots = [one.slots for one in facts.of_doc(doc) if facts.dyad(one) == dyad]
    trade = [one for one in slots if isinstance(one, Trade)]
    return {one.reporter for one in trade}, {one.source for one in trade}


def in_dollars(value: float, currency: str | None, period: Date | None) -> tuple[float, float] | None:
    """The least and the most that a sum of a period may be in United States dollars, roughly; `None` for another
    currency.

    The rates before and behind the period bound it; without a period, or for one before the first rate, all of them.
    """
    table = wording().per_dollar.get(currency or "")
    if table is None:
        return None
    first = period.lower.year if period is not None and period.lower is not None else 0
    last = period.upper.year if period is not None and period.upper is not None else 9999
    if last < table[0][0]:
        first, last = 0, 9999
    begin = max((at for at, (year, _) in enumerate(table) if year <= first), default=0)
    end = min((at for at, (year, _) in enumerate(table) if year > last), default=len(table) - 1)
    rates = [rate for _, rate in table[begin : end + 1]]
    low, high = sorted((value / max(rates), value / min(rates)))
    return low, high


def dollars(claim: Claim) -> tuple[float, float] | None:
    """The same of a claim of trade or investment; `None` where it has no value."""
    slots = claim.slots
    if not isinstance(slots, Trade | Investment) or slots.value is None:
        return None
    return in_dollars(float(slots.value), slots.currency, slots.period)


def comparable(facts: Facts) -> list[list[Figure]]:
    """Figures of trade of all documents that tell of one flow as one side reports it, in one currency.

    Where no reporter is told, only the figures of one document are comparable.
    """
    return facts.once("comparable", lambda: _comparable(facts))


def _comparable(facts: Facts) -> list[list[Figure]]:
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for claim in facts.of_kind("trade"):
        slots, one = claim.slots, figure(facts, claim)
        if (
            one is not None
            and isinstance(slots, Trade)
            and slots.currency
            and slots.flow
            and len(facts.dyad(claim)) == 2
        ):
            reporter = slots.reporter or f"document {claim.doc}"
            found[(*facts.dyad(claim), reporter, slots.flow, slots.currency)].append(one)
    return [figures for _, figures in sorted(found.items())]
