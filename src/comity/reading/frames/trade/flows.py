"""What sentences and tables of trade share: flows, units of figures, whose figures they are."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from comity.reading.amounts import Amount, find_amounts
from comity.reading.discourse import Context
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

FLOWS = ("turnover", "balance", "export", "import")
_PHRASE = 7
"""Units of a phrase that gives the unit of figures, at most."""
FAR_END = {"export": "goal", "import": "source"}
"""What marks the partner of a flow."""
_BRACKET = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


def flow_of(unit: Unit) -> str | None:
    """The flow that a trigger names."""
    if unit.kind != "trigger":
        return None
    predicates = {predicate for predicate, _ in unit.value}
    return next((flow for flow in ("balance", "export", "import", "turnover") if flow in predicates), None)


@functools.lru_cache(maxsize=512)
def scale_of(text: str, language: str) -> Amount | None:
    """What a 1 would be worth under a heading: "(US$ Mn)", "Trade, thousand US dollars:", "USD mln.:"."""
    pieces = [match.group(1) for match in _BRACKET.finditer(text)]
    pieces += [piece for piece in re.split(r"[,:;()]", text) if piece.strip()][::-1]
    best: Amount | None = None
    for piece in pieces:
        if any(sign.isdigit() for sign in piece):
            continue  # a figure, not the unit of figures
        words = piece.strip(" :.").split()[-4:]
        for start in range(len(words)):
            tail = words[start:]
            for probe in (
                f"1 {' '.join(tail)}",
                f"{tail[0]} 1 {' '.join(tail[1:])}".strip(),
                f"{tail[0]}1 {' '.join(tail[1:])}".strip(),
            ):
                for found in find_amounts(probe, 0, len(probe), language):
                    if found.kind == "money" and (best is None or found.value > best.value):
                        best = found
        if best is not None:
            return best
    return best


def stated_source(units: Sequence[Unit], words: frozenset[str]) -> str | None:
    """The state of a source named behind the word: "(Source: Customs of A)"."""
    for i, unit in enumerate(units):
        if unit.key in words or (unit.kind == "preposition" and unit.value == "source-of"):
            for other in units[i + 1 : i + 6]:
                state = (
                    other.value[0]
                    if other.kind == "state"
                    else getattr(other.value, "state", None)
                    if other.kind == "organisation"
                    else None
                )
                if state:
                    return str(state)
    return None


def times(value: float, scale: float) -> int | float:
    product = round(value * scale, 2)
    return int(product) if product == int(product) else product


def other_side(context: Context, reporter: str | None) -> str | None:
    """The partner where the words name none: the other state of the document."""
    if reporter is not None:
        return context.counterpart(reporter)
    pair = context.pair()
    if pair is None:
        return None
    return pair[1] if pair[0] == context.home or context.home not in pair else pair[0]


def phrase_scale(sentence: Sentence) -> Amount | None:
    """The unit that a phrase of a sentence gives its figures: "surpluses, in billions of dollars, with A (1.7)"."""
    commas = [i for i, unit in enumerate(sentence.units) if unit.text == ","]
    for first, last in itertools.pairwise(commas):
        inner = sentence.units[first + 1 : last]
        if 2 < len(inner) < _PHRASE and inner[0].kind == "preposition" and inner[0].value == "place":
            told = sentence.text[inner[1].start : inner[-1].end]
            if (found := scale_of(told, sentence.language.code)) is not None and found.value > 1:
                return found
    return None


def summed(sentence: Sentence, index: int, scaled: bool) -> str | None:
    """The flow that a word for a sum or difference names beside exports and imports, its figure right behind it:
    "(million USD): exports 486, imports 282, volume 768"."""
    units, words = sentence.units, sentence.language.words
    unit = units[index]
    if not scaled or unit.kind != "word":
        return None
    behind = next((one for one in units[index + 1 : index + 3] if one.kind != "punct"), None)
    if behind is None or behind.kind != "amount":
        return None
    kind = "turnover" if unit.key in words["sum"] else "balance" if unit.key in words["difference"] else None
    sides = {flow for one in units if (flow := flow_of(one)) in ("export", "import")}
    return kind if len(sides) == 2 else None


def owned_partner(units: Sequence[Unit], index: int) -> str | None:
    """With whom trade is, told of two states before it: "A is B's largest partner, with trade worth …"."""
    ahead = units[: max(index, 0)]
    told = [unit for unit in ahead if unit.kind == "state"]
    states = list(dict.fromkeys(str(unit.value[0]) for unit in told))
    owned = [str(unit.value[0]) for unit in told if unit.mark == "owner"]
    if len(states) != 2 or len(owned) != 1 or any(unit.kind == "clause" for unit in ahead):
        return None
    return states[1] if states[0] == owned[0] else states[0]


def further_partner(units: Sequence[Unit], kind: str, before: int, index: int) -> str | None:
    """The further partner told between two figures of one flow: "with A 118 million, with B 96 million", "imports from
    A …, from B …", "deficits with A (7.1), B (6.2)".
    """
    between = units[before + 1 : index]
    marks = ("with", FAR_END.get(kind, "with"))
    listed = units[index - 1].text == "(" and units[before - 1].text == "("
    beside = units[index - 2]
    partner = next(
        (u for u in between if u.kind == "state" and (u.mark in marks or (listed and u is beside))), None
    )
    passed = ("and", "punct", "preposition", "determiner", "be")
    if partner is None or any(unit.kind not in passed for unit in between if unit is not partner):
        return None
    return str(partner.value[0])
