"""Companies that words for several introduce: "companies of A in B include X and Y", "…, among them X"."""

from __future__ import annotations

from comity.reading.frames.business.homes import home_before, home_behind
from comity.reading.frames.business.names import run_of_names
from comity.reading.frames.nouns import in_class, tidy
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit


def enumerated(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """ "Companies of A in B include X, Y and Z": a list of names behind the verb, of what stands before it."""
    units = sentence.units
    head = next(
        (i for i in range(index - 1, clause.start - 1, -1) if _are_companies(sentence, units[i])), None
    )
    if head is None:
        return []
    home = home_before(sentence, head) or home_behind(sentence, head)
    return [
        (name, home, [units[head], units[at]]) for at, name in run_of_names(sentence, index + 1, clause.stop)
    ]


def _are_companies(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is a word for companies, or for those who invest."""
    return in_class(unit, sentence, "company") or unit.key in sentence.language.words["investor"]


def speaks_of_investors(sentence: Sentence) -> bool:
    return any(unit.key in sentence.language.words["investor"] for unit in sentence.units)


def named_as(sentence: Sentence, index: int) -> list[tuple[str, str | None, list[Unit]]]:
    """ "The biggest companies of A operating in B are X (energy) and Y", "among firms of A active in B are X and Y":
    the names behind the copula."""
    units = sentence.units
    copula = next(
        (i for i in range(index + 1, min(index + _TO_COPULA, len(units))) if units[i].kind == "be"), None
    )
    if copula is None or any(
        units[i].kind == "clause" or is_verb(sentence, i) for i in range(index + 1, copula)
    ):
        return []
    clause = sentence.clause(index)
    investors = index if units[index].key in sentence.language.words["investor"] else None
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "company")), investors)
    if (
        head is None
        or units[index - 1].kind in ("be", "have")
        or not _one_of_them(sentence, clause.start, head)
    ):
        return []
    home = home_before(sentence, head) or home_behind(sentence, head)
    first = copula + 1
    while first < len(units) and (units[first].text in (":", ",") or units[first].kind == "determiner"):
        first += 1
    stop = next((i for i in range(first, len(units)) if units[i].kind == "clause"), len(units))
    found = run_of_names(sentence, first, stop)
    return [(name, home, [units[head], units[at]]) for at, name in found]


_TO_COPULA = 8
"""Units between what companies do and the word that names them, at most."""


def _one_of_them(sentence: Sentence, first: int, head: int) -> bool:
    """Whether words before companies say that some of them are picked out: "the largest …", "among the …"."""
    picked = sentence.language.words["picked_out"]
    return any(unit.key in picked for unit in sentence.units[first:head])


def examples(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """ "Companies of A are active in B, among them X and Y": names told behind the verb as examples."""
    units = sentence.units
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "company")), None)
    if head is None:
        return []
    for i in range(index + 1, clause.stop - 1):
        if units[i].key in sentence.language.words["such_as"] and units[i - 1].text == ",":
            home = home_before(sentence, head) or home_behind(sentence, head)
            return [
                (n, home, [units[head], units[at]]) for at, n in run_of_names(sentence, i + 1, clause.stop)
            ]
        if units[i].kind == "preposition" and units[i].value in ("between", "including", "as"):
            first = i + 2 if units[i + 1].kind == "pronoun" else i + 1
            if units[i].value == "between" and first == i + 1:
                continue
            home = home_before(sentence, head) or home_behind(sentence, head)
            return [
                (name, home, [units[head], units[at]])
                for at, name in run_of_names(sentence, first, clause.stop)
            ]
        manager = units[i + 1]
        if manager.kind == "actor" and manager.value.person.name and _manages(sentence, i):
            home = home_before(sentence, head) or home_behind(sentence, head)
            return [(manager.value.person.name, home, [units[head], manager])]
    return []


def _manages(sentence: Sentence, index: int) -> bool:
    """Whether words say under whom companies work: "under the management of N", "headed by N"."""
    unit = sentence.units[index]
    led = sentence.language.words["led"]
    return unit.kind == "preposition" and (
        unit.value == "led"
        or unit.key in sentence.language.words["managed"]
        or sentence.units[index - 1].key in led
    )


def outlet_of(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Whose a shop or works is that opens: «открылся магазин французской сети «Х»»."""
    units = sentence.units
    for i in range(clause.start, index - 2):
        if not in_class(units[i], sentence, "outlet") or units[i + 1].value != "of":
            continue
        name = next((j for j in range(i + 2, min(i + 7, index)) if units[j].kind == "quoted"), None)
        home = home_before(sentence, name) if name is not None else None
        if name is not None and home:
            return [(tidy(str(units[name].value)), home, [units[i], units[name]])]
    return []
