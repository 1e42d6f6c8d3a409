"""Which groups of a dossier are tables, and what stands in their cells, as plain text in a language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from comity.model.claim import Agreement, Slots, State, Tenure, Trade, Visit, kind_of, slot_values
from comity.model.edtf import Date, DateError
from comity.model.person import Person
from comity.model.record import Difference
from comity.publishing import numbers
from comity.publishing.wording import has, names, state, terms, text, trade_figure
from comity.publishing.wording.bodies import body_name
from comity.publishing.wording.texts import commas, label

if TYPE_CHECKING:
    from comity.publishing.dossier import Group, Line

Cell = Callable[[Any, str, tuple[State, ...]], str]


def _tenure_office(s: Tenure, lang: str, _dyad: tuple[State, ...]) -> str:
    return terms.office(s.person.office, lang) if s.person and s.person.office else "–"


def _holder(s: Tenure, lang: str, _dyad: tuple[State, ...]) -> str:
    return names.person_name(s.person.name, lang, s.of) if s.person and s.person.name else "–"


def _credentials(s: Tenure, lang: str, _dyad: tuple[State, ...]) -> str:
    return label(s.credentials, lang)


def _term(s: Tenure, lang: str, _dyad: tuple[State, ...]) -> str:
    return label(s.date, lang) or commas(label(s.appointed, lang), label(s.left, lang)) or "–"


def _visit(s: Visit, lang: str, _dyad: tuple[State, ...]) -> str:
    kind = text(f"visit.type.{s.type}", lang) if s.type else ""
    return commas(kind, s.occasion)


def _subject(s: Agreement, lang: str, dyad: tuple[State, ...]) -> str:
    """What an instrument is about, and between whom where these are others than the states of the page."""
    others = s.parties if any(one not in dyad for one in s.parties) else ()
    between = " – ".join(state(one, lang).bare for one in others)
    said = terms.field(s.subject, lang) if s.subject else ""
    return f"{said} ({between})" if said and between else said or between or "–"


def _status(s: Agreement, lang: str, _dyad: tuple[State, ...]) -> str:
    return text(f"agreement.status.{s.status}", lang) if s.status else ""


def _value(s: Trade, lang: str, _dyad: tuple[State, ...]) -> str:
    shown = numbers.money(s.value, s.currency, lang) if s.value is not None else "–"
    return f"{shown} ({s.change})" if s.change else shown


def _reporter(s: Trade, lang: str, _dyad: tuple[State, ...]) -> str:
    return commas(state(s.reporter, lang).gen if s.reporter and lang == "ru" else state(s.reporter, lang).bare
                  if s.reporter else "", s.source)  # fmt: skip


def _people(several: Iterable[Person], lang: str, home: State | None) -> str:
    """People as a list in a cell, where an office alone has no article."""
    return commas(*(names.person(one, lang, home).removeprefix("the ") for one in several))


TABLES: dict[str, tuple[tuple[str, Cell], ...]] = {
    "tenure": (
        ("person", _holder),
        ("office", _tenure_office),
        ("term", _term),
        ("credentials", _credentials),
    ),
    "visit": (
        ("date", lambda s, lang, _dyad: label(s.date, lang) or "–"),
        ("visitors", lambda s, lang, _dyad: _people(s.visitors, lang, s.from_) or "–"),
        ("visit", _visit),
        ("place", lambda s, lang, _dyad: names.places(s.place, lang)),
    ),
    "agreement": (
        ("date", lambda s, lang, _dyad: label(s.date, lang) or "–"),
        ("type", lambda s, lang, _dyad: text(f"agreement.type.{s.type or 'other'}", lang)),
        ("subject", _subject),
        ("status", _status),
        ("place", lambda s, lang, _dyad: names.places(s.place, lang)),
    ),
    "session": (
        ("number", lambda s, _lang, _dyad: str(s.number) if s.number is not None else "–"),
        ("date", lambda s, lang, _dyad: label(s.date, lang) or "–"),
        ("place", lambda s, lang, _dyad: names.places(s.place, lang)),
        ("body", lambda s, lang, _dyad: body_name(s.body, lang) if s.body else "–"),
        ("people", lambda s, lang, _dyad: _people(s.people, lang, None)),
    ),
    "trade": (
        ("period", lambda s, lang, _dyad: label(s.period, lang) or "–"),
        ("figure", lambda s, lang, dyad: trade_figure(s, lang, dyad)),
        ("value", _value),
        ("reporter", _reporter),
    ),
}
"""The kinds that are told as tables: their columns, by the key of the heading, and what stands in them."""

_ALWAYS = {
    "tenure": {"person", "term"},
    "visit": {"date", "visitors"},
    "agreement": {"date", "type", "subject"},
    "session": {"date"},
    "trade": {"period", "figure", "value"},
}
"""Columns that stay when every cell of them is empty."""


class Row(msgspec.Struct, frozen=True):
    """A line of a table and its cells."""

    line: Line
    cells: tuple[str, ...]


class Table(msgspec.Struct, frozen=True):
    """A table of a group: the keys of its columns and its rows. Columns with nothing in them are left out, and one that
    says of every row the same, where it is said once as what the table is `about`.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    about: str = ""


def of_group(group: Group, lang: str, dyad: tuple[State, ...]) -> Table | None:
    """The table of a group; `None` where its lines are told as sentences."""
    columns = TABLES.get(group.key)
    if columns is None:
        return None
    cells = [[cell(line.slots, lang, dyad) for _, cell in columns] for line in group.lines]
    common = _common(columns, cells)
    kept = [
        index
        for index, (key, _) in enumerate(columns)
        if index != common and (key in _ALWAYS[group.key] or any(row[index].strip("–") for row in cells))
    ]
    return Table(
        about="" if common is None else cells[0][common],
        columns=tuple(columns[index][0] for index in kept),
        rows=tuple(
            Row(line, tuple(row[index] for index in kept))
            for line, row in zip(group.lines, cells, strict=True)
        ),
    )


_ONCE = frozenset({"body"})
"""Columns that are said once for all rows where all say the same."""


def _common(columns: tuple[tuple[str, Cell], ...], cells: list[list[str]]) -> int | None:
    """The column that can be said once."""
    for index, (key, _) in enumerate(columns):
        said = {row[index] for row in cells}
        if key in _ONCE and len(cells) > 1 and len(said) == 1 and said != {"–"}:
            return index
    return None


def sort_key(line: Line, column: str) -> str | None:
    """What a cell is sorted by where its text would sort wrongly: dates by time, sums and numbers by size."""
    slots = line.slots
    if column in ("date", "term", "period"):
        when = line.date
        return str(when.lower or when.upper) if when else "9999"
    if column == "credentials":
        when = getattr(slots, "credentials", None)
        return str(when.lower) if when else "9999"
    if column == "value":
        return f"{getattr(slots, 'value', None) or 0}"
    if column == "number":
        return f"{getattr(slots, 'number', None) or 0}"
    return None


def heading(group: Group, lang: str) -> str:
    """What a group is called; empty where its section's name is enough."""
    if len(group.sides) == 2:
        return text(f"group.{group.key}", lang, a=state(group.sides[0], lang), b=state(group.sides[1], lang))
    if group.key in ("mission", "tenure", "visit"):
        return text(f"group.{group.key}.other", lang)
    return text(f"group.{group.key}", lang) if group.key in _HEADED else ""


_HEADED = frozenset({"body", "session", "trade", "investment", "agreement"})


def difference(one: Difference, lang: str, kind: str) -> tuple[str, list[tuple[str, tuple[str, ...]]]]:
    """A slot that sources differ on: its name, and each value with the ids of the claims that give it."""
    values = [(shown(seen.value, one.slot, lang, kind), seen.claims) for seen in one.observations]
    return slot_name(one.slot, lang, kind), values


def slot_name(slot: str, lang: str, kind: str = "") -> str:
    """What a slot is called; some have a name of their own in a kind."""
    own = f"slot.{kind}.{slot}"
    return text(own if has(own) else f"slot.{slot}", lang) if has(f"slot.{slot}") else slot


def kind_name(kind: str, lang: str) -> str:
    """What a kind of claim is called."""
    return text(f"kind.{kind}", lang) if has(f"kind.{kind}") else kind


def slots_said(slots: Slots, lang: str) -> str:
    """What a claim or record says on one line: "from: Kazakhstan; to: Israel; date: April 2000"."""
    kind = kind_of(slots)
    return "; ".join(
        f"{slot_name(name, lang, kind)}: {shown(value, name, lang, kind)}"
        for name, value in slot_values(slots).items()
    )


def slots_changed(before: Slots, after: Slots, lang: str) -> str:
    """The slots in which two values of one kind differ: "date: April 2000 → 3 April 2000", "–" for what is not told."""
    kind, old, new = kind_of(after), slot_values(before), slot_values(after)
    return "; ".join(
        f"{slot_name(name, lang, kind)}: {shown(old.get(name), name, lang, kind)} → "
        f"{shown(new.get(name), name, lang, kind)}"
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    )


def shown(value: Any, slot: str, lang: str, kind: str = "") -> str:
    """Any value of a slot of a kind as plain text; also one that has come back from JSON."""
    if value is None:
        return "–"
    if isinstance(value, Date):
        return label(value, lang)
    if isinstance(value, str):
        return _named(value, slot, lang, kind)
    if isinstance(value, Person):
        return names.person(value, lang)
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return numbers.amount(value, lang)
    if isinstance(value, Mapping):
        return names.person(Person(**{key: value.get(key) for key in ("name", "office", "of")}), lang)
    if isinstance(value, tuple | list):
        return commas(*(shown(one, slot, lang, kind) for one in value))
    return str(value)


_DATES = frozenset({"date", "period", "appointed", "credentials", "left"})
_STATES = frozenset(
    "by of to from in home sending receiving parties reporter partner against".split()  # noqa: SIM905
)


def _named(value: str, slot: str, lang: str, kind: str) -> str:
    if has(f"{kind}.{slot}.{value}"):
        return text(f"{kind}.{slot}.{value}", lang)
    if slot in _DATES:
        try:
            return label(Date.parse(value), lang)
        except DateError:
            return value
    if slot in _STATES:
        return state(value, lang).bare
    if slot in ("place", "places"):
        return names.place_name(value, lang)
    return terms.field(value, lang) if slot == "field" else value
