"""Companies named without quotation marks in the items of a list below a lead-in or heading that speaks of them:
"Companies of A in B:", "– X (energy, since 2003)", "– Y Ltd – roads"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import bracket_at
from comity.reading.frames.arguments import run
from comity.reading.frames.business.enterprise import start_of
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of, tidy
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"item"})
_LONGEST = 8
"""Units of a name, at most."""
_HOSTS = frozenset({"place", "goal"})
_ACTS = frozenset(
    {"work", "include", "open", "enter", "establish", "invest", "business", "register", "maintain"}
)
"""What a lead-in may say that companies do in the other state."""
_OTHERS = frozenset({"modal", "instrument", "event", "pronoun", "actor"})
"""Kinds of unit with which a lead-in speaks of something else."""
_NAMES = frozenset({"word", "actor", "organisation", "place", "state"})
_SIGNS = frozenset({"&", "-", ".", "'"})
_BREAKS = frozenset({",", ";", "(", ":", "-", "–", "—", "."})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The company that an item begins with, of the sides that its lead-in or heading tells."""
    units = sentence.units
    if units[index].kind == "quoted" or any(is_verb(sentence, i) for i in range(len(units))):
        return
    sides = _sides(sentence.lead, sentence, context) or _sides(sentence.heading, sentence, context)
    stop = _name(sentence, index) if sides is not None else None
    if sides is None or stop is None:
        return
    name = tidy(sentence.text[units[index].start : units[stop - 1].end])
    bracket = [units[i] for i in bracket_at(sentence, stop) or ()]
    words = sentence.language.words
    if any(unit.key in words["plan"] or unit.key in words["announced"] for unit in units[stop:]):
        return
    date = next((unit for unit in bracket if unit.kind == "date"), None)
    yield Draft(
        "enterprise",
        {
            "name": name,
            "home": sides[0],
            "in": sides[1],
            "date": start_of(date.value.date) if date is not None else None,
        },
        [run(sentence, [*units[index:stop], date])],
        [f"enterprise: {name} in a list of companies"],
        0.65,
    )


def _sides(label: Sequence[Unit], sentence: Sentence, context: Context) -> tuple[str, str] | None:
    """Home and host of the companies that a label speaks of; None where it speaks of something else."""
    words = sentence.language.words
    spoken = next((i for i, unit in enumerate(label) if unit.key.split(" ")[-1] in words["companies"]), None)
    if spoken is None:
        return None
    for unit in label:
        if unit.kind == "trigger" and not any(act in _ACTS for act, _ in unit.value):
            return None
        if unit.kind in _OTHERS:
            return None
        if unit.key in words["negation"] or unit.key in words["plan"] or unit.key in words["sector"]:
            return None
    homes: list[str] = []
    hosts: list[str] = []
    for i, unit in enumerate(label):
        found = states_of(unit) if unit.kind in ("state", "place") else ()
        if len(found) != 1:
            continue
        adjective = unit.kind == "state" and unit.value[1] == "adjective"
        there = _mark(label, i) in _HOSTS and not (adjective and i < spoken)
        (hosts if there else homes).append(found[0])
    if len(set(homes)) > 1 or len(set(hosts)) > 1:
        return None
    home, host = next(iter(homes), None), next(iter(hosts), None)
    if not context.loose:
        home = home or context.counterpart(host)
        host = host or context.counterpart(home) or (context.home if context.home != home else None)
    return (home, host) if home and host and home != host else None


def _mark(label: Sequence[Unit], at: int) -> str:
    """What the preposition before a state of a label says of it, which no stage has marked there."""
    cursor = at - 1
    while cursor >= 0 and label[cursor].kind in ("determiner", "place", "and"):
        cursor -= 1
    told = cursor >= 0 and label[cursor].kind == "preposition"
    return str(label[cursor].value) if told else label[at].mark


def _name(sentence: Sentence, index: int) -> int | None:
    """The index behind the name that an item begins with, where what follows only says more of it."""
    units = sentence.units
    stop = index
    while stop < len(units) and _is_part(sentence, stop, index):
        stop += 1
    if stop == index or stop - index > _LONGEST:
        return None
    if stop < len(units) and units[stop].text not in _BREAKS and units[stop].kind != "preposition":
        return None
    behind = units[stop + 1] if stop + 1 < len(units) else None
    if stop < len(units) and units[stop].text == ":" and behind is not None and is_capitalised(behind):
        return None  # "Energy: X and Y"
    told = {word.lower() for unit in units[index:stop] for word in unit.text.split()}
    words = sentence.language.words
    if not told.isdisjoint(words["public_body"] | words["society"] | words["sector"] | words["companies"]):
        return None
    if all(unit.kind in ("place", "state") for unit in units[index:stop]):
        return None
    alone = stop - index == 1 and units[index].kind == "word"
    return None if alone and units[index].key in sentence.language.portfolio else stop


def _is_part(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a unit belongs to a name: capitalised, or a sign or particle within it."""
    units = sentence.units
    unit = units[at]
    if unit.kind == "actor":
        return not unit.value.person.office
    if at > first and at + 1 < len(units) and unit.key in sentence.language.particles:
        return is_capitalised(units[at + 1])
    if at > first and unit.text in _SIGNS:
        tight = unit.start == units[at - 1].end
        return unit.text == "&" or (tight and at + 1 < len(units) and units[at + 1].start == unit.end)
    return unit.kind in _NAMES and (is_capitalised(unit) or unit.text[:1].isupper())
