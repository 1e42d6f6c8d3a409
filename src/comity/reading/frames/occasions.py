"""The earlier occasion that an act belongs to, which may date it: "during that visit", "at the session"."""

from __future__ import annotations

from comity.reading.discourse import Context, Occasion
from comity.reading.sentence import Sentence

_OCCASIONS = {"visit": "visit", "meet": "meeting"}


def occasion_of(sentence: Sentence, index: int, context: Context) -> Occasion | None:
    """The earlier occasion that the clause of `index` says the act belongs to: "during that visit", "at the session".

    None where the clause refers to none, or to several of different dates ("during those visits").
    """
    units = sentence.units
    for i in sentence.clause(index):
        if units[i].kind != "preposition" or units[i].value not in ("during", "place"):
            continue
        cursor = i + 1
        whose = ""
        while cursor < len(units) and (
            units[cursor].kind in ("determiner", "word", "poss", "actor", "amount") and cursor - i < 6
        ):
            if units[cursor].kind == "actor" and units[cursor].mark == "owner":
                whose = units[cursor].value.person.name or ""
            cursor += 1
        if cursor >= len(units) or (cursor == i + 1 and units[i].value != "during"):
            continue
        unit = units[cursor]
        behind = next(
            (other for other in units[cursor + 1 : cursor + 3] if other.kind != "preposition"), None
        )
        if behind is not None and behind.kind == "actor" and behind.mark == "of":
            whose = whose or behind.value.person.name or ""  # «в ходе визита Н.»
        kind = ""
        if unit.kind == "trigger":
            kind = next((_OCCASIONS[p] for p, form in unit.value if form == "noun" and p in _OCCASIONS), "")
            if units[i].value == "place" and kind != "meeting":
                continue
        elif unit.kind in ("event", "body"):
            kind = "event" if unit.kind == "event" else "session"
            if unit.kind == "event" and getattr(unit.value, "proper", False):
                continue
        if not kind:
            continue
        plural = unit.text.endswith("s") if sentence.language.code == "en" else False
        last = context.occasion(kind) or (context.occasion("visit", "event") if kind == "meeting" else None)
        if whose:
            return _of_person(context, kind, whose)
        if last is None or not plural:
            return last
        dates = {
            str(o.date)
            for o in context.occasions
            if o.kind == kind and o.parties and set(o.parties) == set(last.parties)
        }
        return last if len(dates) == 1 else None
    return None


def _of_person(context: Context, kind: str, name: str) -> Occasion | None:
    """The last occasion of a kind that somebody had a part in: "during N's visit"."""
    last_name = name.split()[-1].split(".")[-1]
    for occasion in reversed(context.occasions):
        if occasion.kind == kind and any(
            person.name and person.name.endswith(last_name) for person in occasion.people
        ):
            return occasion
    return None
