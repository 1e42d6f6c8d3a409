"""Who recognised a state, in lists and tables below a heading that says so: a state and a date in each row or item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"date"})

_WORD = re.compile(r"\w+")
_TAKEN_BACK = frozenset({"recall", "revoke", "cancel", "suspend", "end"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "States that recognised B": "- A: 3 May 1992", or a row "A | 3 May 1992"."""
    block = sentence.block
    if block.kind not in ("item", "cell") or index != _first_date(sentence):
        return
    of = _recognised(sentence, context)
    if of is None:
        return
    units = list(context.row_units()) if block.kind == "cell" else sentence.units
    if block.kind == "cell" and (len(sentence.units) > 1 or _of_another(sentence)):
        return
    if block.kind == "item" and any(is_verb(sentence, i) for i in range(len(units))):
        return
    named = [unit for unit in units if unit.kind == "state" and unit.value[1] == "name"]
    if block.kind == "cell":  # what the row tells behind may name others: "its ambassador in C is accredited"
        named = [unit for unit in named if unit.start < sentence.start] or named
    if len({unit.value[0] for unit in named}) != 1 or named[0].value[0] == of:
        return
    date = sentence.units[index]
    yield Draft(
        "recognition",
        {"by": str(named[0].value[0]), "of": of, "date": date.value.date},
        [run(sentence, [date, named[0]])],
        ["recognition: a list of those who recognised"],
        0.8,
    )


def _of_another(sentence: Sentence) -> bool:
    """Whether the header of the cell's column tells another act: "Relations established"."""
    keys = [sentence.language.key(word) for word in _WORD.findall(sentence.block.header)]
    told = [entry for at in range(len(keys)) for entry in sentence.language.find(keys, at)[1]]
    recognised = any(entry.kind == "trigger" and "recognize" in str(entry.value) for entry in told)
    return not recognised and any(entry.kind == "relations" for entry in told)


def _first_date(sentence: Sentence) -> int:
    return next((i for i, unit in enumerate(sentence.units) if unit.kind == "date"), -1)


def _recognised(sentence: Sentence, context: Context) -> str | None:
    """The state whose recognition the lead-in or the heading above tells; the page's own where none is named."""
    negation = sentence.language.words["negation"]
    for above in (sentence.lead, sentence.heading):
        predicates = {predicate for unit in above if unit.kind == "trigger" for predicate, _ in unit.value}
        if "recognize" not in predicates:
            continue
        if predicates & _TAKEN_BACK or any(unit.key in negation for unit in above):
            return None
        named = {state for unit in above for state in _states(unit)}
        return named.pop() if len(named) == 1 else (context.home if not named else None)
    return None


def _states(unit: Unit) -> tuple[str, ...]:
    return states_of(unit) if unit.kind == "state" else ()
