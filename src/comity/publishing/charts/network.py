"""Who works with whom: the people of each side at the edges, the joint bodies they sit on in the middle, and a line
for every time that two of them met or signed together.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable

import msgspec

from comity.model.claim import Agreement, Award, Body, Event, Meeting, Session, Slots, State, Visit
from comity.model.person import Person
from comity.model.record import Entity
from comity.publishing.dossier import Dossier, Line
from comity.publishing.markup import Markup, tag
from comity.publishing.wording import names as spelling
from comity.publishing.wording import sentence, state, text

_WIDTH, _ROW, _TOP = 960, 26, 34
_MOST = 14
"""People of a side and bodies shown at most: those with the most ties."""
_LONG = 36
"""Letters of a name that fit."""


class _Tie(msgspec.Struct, frozen=True):
    """Two names that a record brings together."""

    one: str
    other: str
    line: Line


class _Names:
    """The fullest name of everyone and everything that the dossier names, and whose they are."""

    def __init__(self, entities: Iterable[Entity], lang: str) -> None:
        self._known: dict[tuple[str, str], Entity] = {}
        for entity in entities:
            for name in (entity.name, *entity.names):
                self._known.setdefault((entity.kind, name.casefold()), entity)
                # Lines name people as the page writes them.
                written = spelling.person_name(name, lang, entity.state)
                self._known.setdefault((entity.kind, written.casefold()), entity)

    def of(self, kind: str, name: str | None) -> str:
        """The fullest name; nothing for nothing."""
        entity = self._known.get((kind, (name or "").casefold()))
        return entity.name if entity else name or ""

    def home(self, name: str) -> State | None:
        """The state that somebody belongs to."""
        entity = self._known.get(("person", name.casefold()))
        return entity.state if entity else None


def network(dossier: Dossier, lang: str) -> Markup | None:
    """The network of people and bodies as SVG; `None` where fewer than two people have anything in common."""
    names = _Names(dossier.entities, lang)
    sides: dict[str, State] = {}
    ties: list[_Tie] = []
    for line in dossier.lines:
        present = []
        for person, home in _people(line.slots):
            name = names.of("person", person.name)
            whose = home if home in dossier.dyad else names.home(name)
            if name and whose in dossier.dyad:
                sides.setdefault(name, str(whose))
                present.append(name)
        body = _body(line.slots)
        if body:
            ties.extend(_Tie(name, names.of("body", body), line) for name in present)
        else:
            ties.extend(
                _Tie(one, other, line)
                for one, other in itertools.combinations(dict.fromkeys(present), 2)
                if sides[one] != sides[other]
            )
    count = Counter(name for tie in ties for name in (tie.one, tie.other))
    columns = {
        side: _chosen((name for name in count if sides.get(name) == side), count) for side in dossier.dyad
    }
    middle = _chosen((name for name in count if name not in sides), count)
    if sum(len(column) for column in columns.values()) < 2:
        return None
    return _draw(dossier, columns, middle, ties, lang)


def _chosen(names: Iterable[str], count: Counter[str]) -> list[str]:
    return sorted(names, key=lambda name: (-count[name], name))[:_MOST]


def _people(slots: Slots) -> list[tuple[Person, State | None]]:
    """The people of a record with the state that each belongs to, where the record tells."""
    match slots:
        case Meeting():
            return [(one, one.of) for one in slots.participants]
        case Agreement():
            return [(one, one.of) for one in slots.signatories]
        case Body() | Session() | Event():
            return [(one, one.of) for one in slots.people]
        case Visit():
            return [(one, slots.from_) for one in slots.visitors]
        case Award():
            return []
    return []


def _body(slots: Slots) -> str:
    match slots:
        case Body():
            return slots.name or ""
        case Session():
            return slots.body or ""
    return ""


def _draw(
    dossier: Dossier, columns: dict[State, list[str]], middle: list[str], ties: list[_Tie], lang: str
) -> Markup:
    rows = max(*(len(column) for column in columns.values()), len(middle))
    height = _TOP + rows * _ROW + 8
    at: dict[str, tuple[float, float]] = {}
    for x, column in ((300, columns[dossier.dyad[0]]), (660, columns[dossier.dyad[1]]), (480, middle)):
        gap = (rows - len(column)) / 2
        at |= {name: (x, _TOP + (place + gap + 0.5) * _ROW) for place, name in enumerate(column)}
    joined: dict[tuple[str, str], list[Line]] = {}
    for tie in ties:
        if tie.one in at and tie.other in at:
            joined.setdefault((tie.one, tie.other), []).append(tie.line)
    sides = {name: side for side, column in columns.items() for name in column}
    lines = [
        _tie(at[one], at[other], several, lang, dossier.dyad) for (one, other), several in joined.items()
    ]
    tied = {name for pair in joined for name in pair}
    labels = [
        _label(
            name if name in middle else spelling.person_name(name, lang, sides.get(name)),
            *at[name],
            middle=name in middle,
        )
        for name in at
        if name in tied
    ]
    heads = [
        tag("text", state(side, lang).bare, x=x, y=16, text_anchor=anchor, class_="head")
        for side, x, anchor in ((dossier.dyad[0], 288, "end"), (dossier.dyad[1], 672, "start"))
    ]
    title = text("chart.network.title", lang, a=state(dossier.dyad[0], lang), b=state(dossier.dyad[1], lang))
    return tag(
        "svg",
        tag("title", title, id="network-title"),
        heads,
        tag("g", lines, class_="ties"),
        labels,
        xmlns="http://www.w3.org/2000/svg",
        class_="network",
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="group",
        aria_labelledby="network-title",
    )


def _tie(
    a: tuple[float, float], b: tuple[float, float], lines: list[Line], lang: str, dyad: tuple[State, ...]
) -> Markup:
    if a[0] > b[0]:
        a, b = b, a
    bend = (b[0] - a[0]) / 2
    path = f"M{a[0]:.0f},{a[1]:.0f}C{a[0] + bend:.0f},{a[1]:.0f} {b[0] - bend:.0f},{b[1]:.0f} {b[0]:.0f},{b[1]:.0f}"
    said = " ".join(sentence(line.slots, lang, dyad) for line in lines)
    return tag(
        "a",
        tag("title", said),
        tag("path", d=path, class_="reach"),
        tag("path", d=path, class_="tie", stroke_width=round(min(5.0, 0.8 + 0.7 * len(lines)), 1)),
        href=f"#r-{lines[0].id}",
    )


def _label(name: str, x: float, y: float, *, middle: bool) -> Markup:
    shown = name if len(name) <= _LONG else f"{name[: _LONG - 1].rstrip()}…"
    dot = tag(
        "circle",
        cx=round(x, 1),
        cy=round(y, 1),
        r=4.5 if middle else 3.5,
        class_="body" if middle else "person",
    )
    if middle:
        words = tag("text", shown, x=round(x, 1), y=round(y - 7, 1), text_anchor="middle")
    else:
        left = x < _WIDTH / 2
        words = tag(
            "text",
            shown,
            x=round(x - 10 if left else x + 10, 1),
            y=round(y + 4, 1),
            text_anchor="end" if left else "start",
        )
    return tag("g", tag("title", name), dot, words)
