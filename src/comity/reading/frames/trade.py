"""Figures of trade."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, parties_of, run
from comity.reading.frames.draft import Draft
from comity.reading.sentence import Sentence, is_fact

STARTS = frozenset({"trigger:turnover", "trigger:export", "trigger:import", "trigger:balance"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """"Trade turnover amounted to $…", "exports to B were …"."""
    units = sentence.units
    flow = next(p for p, _ in units[index].value if f"trigger:{p}" in STARTS)
    if not is_fact(sentence, index):
        return
    amount = sentence.after(index, ("amount",), lambda u: u.text == ";" or (u.kind == "trigger" and any(f"trigger:{p}" in STARTS for p, _ in u.value)))
    if amount is None or amount.value.kind != "money":
        return
    parties, _ = parties_of(sentence, index, context)
    if len(parties) != 2:
        return
    reporter = context.home if context.home in parties else parties[0]
    partner = parties[1] if parties[0] == reporter else parties[0]
    date = date_unit(sentence, index)
    yield Draft(
        "trade",
        {"reporter": None, "partner": partner, "flow": "turnover" if flow == "turnover" else flow, "value": amount.value.value, "currency": amount.value.currency, "period": dated(date)},
        [run(sentence, [units[index], amount, date])],
        [f"trade: {units[index].text}"],
        0.7,
    )
