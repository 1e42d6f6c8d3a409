"""Companies that a label introduces, without quotation marks: "A companies active in B: X (energy, since 2003), Y",
"Principal investors: X (P, acquired 2003), Y".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import bracket_at
from comity.reading.frames.arguments import run
from comity.reading.frames.business.enterprise import start_of
from comity.reading.frames.business.names import run_of_names
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"state", "trigger:invest", "trigger:work"})
_LABEL = 14
"""Units that a label has at most."""
_AT_WORK = frozenset({"work", "function", "own", "business", "invest", "represent"})
_HOSTS = frozenset({"place", "goal"})


def _has_colon(sentence: Sentence) -> bool:
    known = sentence.hints.get("colon")
    if known is None:
        known = sentence.hints["colon"] = ":" in [unit.text for unit in sentence.units]
    return known


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The names behind a label that speaks of companies, each with what its bracket tells."""
    if sentence.language.cases or index > _LABEL or sentence.block.kind == "cell":
        return
    if not _has_colon(sentence):
        return
    units = sentence.units
    colon = next((i for i in range(index, min(index + _LABEL, len(units))) if units[i].text == ":"), None)
    if colon is None or not _is_label(sentence, index, colon):
        return
    label = units[:colon]
    names = [
        (at, name)
        for at, name in run_of_names(sentence, colon + 1, len(units))
        if units[at].kind != "place" and is_capitalised(units[at])
    ]
    home = next(
        (str(unit.value[0]) for unit in label if unit.kind == "state" and unit.mark not in _HOSTS), None
    )
    host = next((found[0] for unit in label if unit.mark in _HOSTS and (found := states_of(unit))), None)
    if host is None:
        host = next((state for at, _ in names if (state := _place(sentence, at, home))), None)
    if not context.loose:
        home = home or context.counterpart(host)
        host = host or context.counterpart(home)
    if not home or not host or home == host:
        return
    for at, name in names:
        bracket = [units[i] for i in bracket_at(sentence, at + 1) or ()]
        if any(
            unit.key in sentence.language.words["plan"] | sentence.language.words["announced"]
            for unit in bracket
        ):
            continue  # "X (opening announced for 2023)"
        date = next((unit for unit in bracket if unit.kind == "date"), None)
        yield Draft(
            "enterprise",
            {"name": name, "home": home, "in": host, "date": _start(date)},
            [run(sentence, [units[at], date])],
            [f"enterprise: {name} in a list of companies"],
            0.65,
        )


def _is_label(sentence: Sentence, index: int, colon: int) -> bool:
    """Whether the words before a colon only name companies: no verb, and what woke it the first."""
    units, words = sentence.units, sentence.language.words
    spoken = [i for i in range(colon) if units[i].key.split(" ")[-1] in words["companies"]]
    if any(unit.kind == "event" for unit in units[:colon]):
        return False  # "A companies represented at the fair: …"
    verbs = [i for i in range(colon) if is_verb(sentence, i)]
    if not spoken or not all(_places(sentence, i) for i in verbs):
        return False
    if any(unit.kind in ("modal", "clause") or unit.text in ".;" for unit in units[:colon]):
        return False
    if not verbs and any(unit.kind in ("be", "have") for unit in units[:colon]):
        return False
    if any(unit.key in words["negation"] or unit.key in words["plan"] for unit in units[:colon]):
        return False
    return all(units[i].kind not in ("state", "trigger") for i in range(index))


def _places(sentence: Sentence, index: int) -> bool:
    """Whether a verb only says that companies are at work: "40 A firms are present in B: X, Y"."""
    return is_fact(sentence, index) and not predicates_of(sentence, index).isdisjoint(_AT_WORK)


def _place(sentence: Sentence, at: int, home: str | None) -> str | None:
    """The state of the place in a name's bracket: "X (P, acquired 2003)"."""
    for i in bracket_at(sentence, at + 1) or ():
        unit = sentence.units[i]
        if unit.kind == "place" and unit.value.state and unit.value.state != home:
            return str(unit.value.state)
    return None


def _start(unit: Unit | None) -> Date | None:
    return start_of(unit.value.date) if unit is not None else None
