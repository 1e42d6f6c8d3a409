"""Investment told as figures behind a colon or below a lead-in: "A's FDI in B: 3.9 million (2016), 11.2 (2017)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:invest", "amount"})
_FIGURES = frozenset({"date", "amount", "punct", "preposition", "and", "determiner"})
_LABEL = 12
"""Units between a word for investment and the colon, at most."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Each sum behind the colon, or in a line below it, with the year beside it."""
    units = sentence.units
    if units[index].kind == "amount":
        first = next((i for i, unit in enumerate(units) if unit.kind == "amount"), -1)
        if first == index and _invests(sentence.lead) and _are_figures(sentence, 0):
            yield from _sums(sentence, 0, _sides(sentence.lead, context))
        return
    if is_verb(sentence, index):
        return
    colon = next((i for i in range(index + 1, min(index + _LABEL, len(units))) if units[i].text == ":"), None)
    if colon is None or not _are_figures(sentence, colon + 1):
        return
    words = sentence.language.words
    ahead = [i for i in range(index) if units[i].kind == "amount" or units[i].text in (";", ":")]
    label = units[ahead[-1] + 1 if ahead else 0 : colon]
    if any(
        unit.kind in ("modal", "instrument") or unit.key in words["plan"] | words["announced"]
        for unit in label
    ):
        return
    if any(is_verb(sentence, i) for i in range(colon)):
        return
    yield from _sums(sentence, colon + 1, _sides(label, context))


def _invests(units: Sequence[Unit]) -> bool:
    """Whether a lead-in names investment, and no investors or projects by number."""
    return any(unit.kind == "trigger" and ("invest", "noun") in unit.value for unit in units)


def _are_figures(sentence: Sentence, first: int) -> bool:
    """Whether only sums of money and years stand from a unit to the end of the sentence."""
    told = sentence.units[first:]
    sums = [unit for unit in told if unit.kind == "amount"]
    return (
        bool(sums)
        and all(unit.kind in _FIGURES for unit in told)
        and all(unit.value.kind == "money" for unit in sums)
    )


def _sides(units: Sequence[Unit], context: Context) -> tuple[str, str] | None:
    """Whose money a label tells, and where it went."""
    giver = taker = None
    for unit in units:
        found = states_of(unit) if unit.kind in ("state", "place") else ()
        if len(found) != 1:
            continue
        adjective = unit.kind == "state" and unit.value[1] == "adjective"
        if unit.mark in ("place", "goal") and not adjective:
            taker = taker or found[0]
        elif giver is None:
            giver = found[0]
    if giver is None and taker is None:
        return None
    giver = giver or context.counterpart(taker)
    taker = taker or context.counterpart(giver)
    return (giver, taker) if giver and taker and giver != taker else None


def _sums(sentence: Sentence, first: int, sides: tuple[str, str] | None) -> Iterator[Draft]:
    """A claim for each sum, with the date before it where dates lead, else the one behind it."""
    units = sentence.units
    if sides is None:
        return
    told = [i for i in range(first, len(units)) if units[i].kind in ("date", "amount")]
    leads = units[told[0]].kind == "date"
    for at, i in enumerate(told):
        if units[i].kind != "amount":
            continue
        beside = told[at - 1 : at] if leads else told[at + 1 : at + 2]
        date = next((units[j] for j in beside if units[j].kind == "date"), None)
        yield Draft(
            "investment",
            {
                "from": sides[0],
                "to": sides[1],
                "value": units[i].value.value,
                "currency": units[i].value.currency,
                "period": date.value.date if date is not None else None,
            },
            [run(sentence, [units[i], date])],
            [f"investment: {units[i].text}"],
            0.75,
        )
