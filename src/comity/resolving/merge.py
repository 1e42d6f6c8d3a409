"""The slots of one record from the slots of its claims: the most precise value supported, and every
difference.

Nothing is averaged and no source is preferred. Where values cannot all be right, the record shows the one
that most claims support and keeps all of them, with their claims, as a difference.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from comity.model import codec
from comity.model.claim import KINDS, Claim, Slots, Tenure, fields_of
from comity.model.edtf import Date
from comity.model.person import Person
from comity.model.record import Difference, Observation
from comity.resolving import dates, names, parts
from comity.resolving.spelling import fold, plain
from comity.resolving.texts import offices_agree

_FREE = frozenset(
    {
        "subject", "occasion", "name", "body", "what", "award", "change", "source", "level", "field",
        "sector", "sectors", "bodies", "parties", "form",
    }
)  # fmt: skip
"""Slots whose values may differ without contradiction: wording, and what one source tells and another does
not.
"""

_TERM_KINDS = frozenset({"tenure"})


def merge(kind: str, claims: Sequence[Claim]) -> tuple[Slots, tuple[Difference, ...]]:
    """One slots value for all the claims of a record, and what they disagree on."""
    chosen: dict[str, Any] = {}
    differences = []
    for attribute, slot in fields_of(KINDS[kind]):
        observed = _observe(claims, attribute)
        if not observed:
            continue
        value, sides = _choose(kind, attribute, observed)
        chosen[attribute] = value
        if len(sides) > 1:
            differences.append(
                Difference(
                    slot=slot,
                    observations=tuple(Observation(codec.plain(side), ids) for side, ids in sides),
                )
            )
    return KINDS[kind](**chosen), tuple(differences)


_Sides = list[tuple[Any, tuple[str, ...]]]


def _observe(claims: Sequence[Claim], name: str) -> _Sides:
    """The values that claims give for a slot, each once with its claims; most supported first."""
    found: dict[bytes, tuple[Any, set[str]]] = {}
    if name == "date":
        claims = [claim for claim in claims if not _by_credentials(claim.slots)] or claims
    for claim in claims:
        value = getattr(claim.slots, name)
        if value is not None and value != ():
            found.setdefault(codec.encode(value), (value, set()))[1].add(claim.id)
    ranked = sorted(found.items(), key=lambda item: (-len(item[1][1]), item[0]))
    return [(value, tuple(sorted(ids))) for _, (value, ids) in ranked]


def _by_credentials(slots: Slots) -> bool:
    """Whether a term is known only from the day credentials were presented: its holder may have come before."""
    return (
        isinstance(slots, Tenure)
        and slots.date is not None
        and slots.credentials is not None
        and (slots.date.start == slots.credentials)
    )


def _choose(kind: str, name: str, observed: _Sides) -> tuple[Any, _Sides]:
    """The value of a record's slot and the sides that differ (one side where they agree)."""
    first = observed[0][0]
    if isinstance(first, Date):
        return _settle(
            observed, dates.better_term if kind in _TERM_KINDS and name == "date" else dates.better
        )
    if isinstance(first, Person):
        return fullest([value for value, _ in observed]), observed[:1]
    if isinstance(first, tuple):
        if isinstance(first[0], Person):
            if len(observed) == 1:
                # One who is listed twice holds two offices, and the source tells both.
                return tuple(sorted(first, key=lambda one: (one.of or "", str(one)))), observed[:1]
            return people([person for value, _ in observed for person in value]), observed[:1]
        return _union(observed, ordered=name in ("parties", "places")), observed[:1]
    if isinstance(first, bool | int | float):
        return _settle(observed, rounded)
    if name in _FREE or (name == "act" and kind == "incident") or (kind == "award" and name == "by"):
        return _wording(observed), observed[:1]
    if name == "place":
        return _places(observed)
    return _settle(observed, lambda a, b: a if a == b else None)


def _settle(observed: _Sides, better: Callable[[Any, Any], Any]) -> tuple[Any, _Sides]:
    """Sides are made of values that can all be right; the largest side's best value is the record's."""
    sides: list[tuple[Any, set[str]]] = []
    # The most precise first, so that a vague value joins what it is compatible with and never links two
    # others.
    for value, ids in sorted(
        observed, key=lambda side: (_vagueness(side[0]), -len(side[1]), codec.encode(side[0]))
    ):
        fitting = [
            (index, best) for index, side in enumerate(sides) if (best := better(side[0], value)) is not None
        ]
        for index, best in fitting:
            sides[index] = (best, sides[index][1] | set(ids))
        if not fitting:
            sides.append((value, set(ids)))
    ranked = sorted(sides, key=lambda side: (-len(side[1]), codec.encode(side[0])))
    return ranked[0][0], [(value, tuple(sorted(ids))) for value, ids in ranked]


def _vagueness(value: Any) -> tuple[int, ...]:
    if isinstance(value, Date):
        return (value.approximate, dates.days(value))
    if isinstance(value, int | float):
        return (-_digits(value),)
    return (0,)


def _digits(value: float) -> int:
    """Significant digits of a number."""
    text = f"{value:.10g}" if isinstance(value, float) else str(value)
    return len(text.lstrip("-0.").replace(".", "").rstrip("0")) or 1


def rounded(a: float, b: float) -> float | None:
    """Of two numbers the one with more digits, where the other is it rounded; `None` where they differ."""
    if a == b:
        return a
    fine, coarse = (a, b) if _digits(a) >= _digits(b) else (b, a)
    if _digits(fine) == _digits(coarse) or fine == 0 or _digits(coarse) < 2:
        return None
    return fine if float(f"{fine:.{_digits(coarse)}g}") == float(coarse) else None


def _wording(observed: _Sides) -> Any:
    """The wording that most claims use; of equal ones the longer."""
    return min(observed, key=lambda side: (-len(side[1]), -len(str(side[0])), codec.encode(side[0])))[0]


def _places(observed: _Sides) -> tuple[Any, _Sides]:
    """Places: a list holds its parts, so that "Almaty" agrees with "Almaty, Astana"; a spelling is no difference."""

    def better(a: Any, b: Any) -> Any:
        first, second = (set(map(plain, one if isinstance(one, tuple) else (one,))) for one in (a, b))
        if first <= second:
            return b
        return a if second <= first else None

    return _settle(observed, better)


def _union(observed: _Sides, *, ordered: bool) -> tuple[Any, ...]:
    """All the members of list slots; the first value's order, then the rest sorted."""
    first = list(observed[0][0])
    rest = sorted({member for value, _ in observed[1:] for member in value} - set(first))
    if ordered and observed[1:]:
        return tuple(first + [member for member in rest if not any(fold(member) == fold(x) for x in first)])
    return tuple(first + rest)


def same_person(a: Person, b: Person) -> bool:
    """Whether two people of one record are one: by name, or by office where one has no name."""
    if a.name and b.name:
        return names.compare(
            names.Mention(a.name, a.office, a.of, "record"), names.Mention(b.name, b.office, b.of, "record")
        ).same
    if a.of and b.of and a.of != b.of:
        return False
    return bool(a.office and b.office and offices_agree(a.office, b.office))


def fullest(found: Sequence[Person]) -> Person:
    """One person from several mentions: the fullest name, the fullest office, the side."""
    named = sorted(
        (person for person in found if person.name),
        key=lambda person: (
            -parts.parse(person.name or "").fullness,
            -len(person.name or ""),
            person.name or "",
        ),
    )
    offices = sorted(
        {person.office for person in found if person.office}, key=lambda office: (-len(office), office)
    )
    sides = sorted({person.of for person in found if person.of}, key=lambda side: (not side.isupper(), side))
    return Person(
        name=named[0].name if named else None,
        office=(named[0].office if named and named[0].office else offices[0] if offices else None),
        of=(named[0].of if named and named[0].of else sides[0] if sides else None),
    )


def people(found: Sequence[Person]) -> tuple[Person, ...]:
    """The people of a record, each once, under their fullest names; in order of names."""
    groups: list[list[Person]] = []
    ranked = sorted(
        set(found),
        key=lambda person: (-parts.parse(person.name).fullness if person.name else 0, codec.encode(person)),
    )
    for person in ranked:
        home = [group for group in groups if any(same_person(person, other) for other in group)]
        if home:
            home[0].append(person)
        else:
            groups.append([person])
    return tuple(
        sorted((fullest(group) for group in groups), key=lambda person: (person.of or "", str(person)))
    )
