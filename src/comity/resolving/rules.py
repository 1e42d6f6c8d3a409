"""Which claims of one kind can be one thing: for each kind a block, and what speaks for and against.

A pair of claims gets a score from readable features, as names do; a conflict says that they cannot be one.
Claims in different blocks are never compared, which keeps the work near linear.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from comity.model.claim import Claim
from comity.model.edtf import Date
from comity.model.person import Person
from comity.resolving import dates
from comity.resolving.dyads import Dyad, is_state, states_named
from comity.resolving.merge import rounded, same_person
from comity.resolving.names import Feature
from comity.resolving.spelling import fold, plain
from comity.resolving.texts import bodies_agree, concepts, likeness

SAME = 2.0
"""Score from which two claims are taken for one thing."""


class ConflictError(Exception):
    """Two claims cannot be one thing."""


@dataclass(frozen=True)
class Rule:
    """How claims of one kind become records.

    `block` gives what must be equal; `features` what speaks for two claims being one, or raises
    `ConflictError`; `date` is the slot by which candidates are found.
    """

    block: Callable[[Any], Hashable]
    features: Callable[[Claim, Claim], list[Feature]]
    date: str = "date"


def _when(a: Date | None, b: Date | None, near: int = 0, what: str = "dates") -> list[Feature]:
    """What two dates say; a conflict where more than `near` days are between them."""
    relation = dates.relation(a, b, near)
    if relation == "apart":
        raise ConflictError(f"{what} {a} and {b} exclude each other")
    if relation == "same" and a is not None:
        return [Feature(3.0 if dates.exact(a) else 1.5, f"one date, {a}")]
    if relation == "within":
        return [Feature(1.5, f"of the dates {a} and {b} one holds the other")]
    if relation == "overlap":
        return [Feature(1.0, f"the dates {a} and {b} overlap")]
    if relation == "near":
        return [Feature(0.5, f"the dates {a} and {b} are near and differ")]
    return []


def _differ(a: object, b: object, what: str) -> None:
    if a is not None and b is not None and a != () and b != () and a != b:
        raise ConflictError(f"{what} {a} and {b} differ")


def _apart(a: Claim, b: Claim, days: int) -> int:
    """Days that two sources may differ by; one document means two dates to be two things."""
    return days if a.doc != b.doc else 0


def _who(a: tuple[Person, ...], b: tuple[Person, ...]) -> list[Feature]:
    """What the people of two claims say; a conflict where both name some and none is in both."""
    if not a or not b:
        return []
    same = [(first, second) for first in a for second in b if same_person(first, second)]
    if same:
        # A name tells more than an office.
        first, second = min(same, key=lambda pair: not (pair[0].name and pair[1].name))
        return [Feature(2.0 if first.name and second.name else 1.0, f"{first} and {second} are one")]
    if all(one.name for one in a) and all(one.name for one in b):
        raise ConflictError("the people differ")
    if all(one.office for one in (*a, *b)):
        raise ConflictError("the offices differ")
    return []


def _what(a: str | None, b: str | None, *, weight: float = 2.0, least: float = 0.5) -> list[Feature]:
    """What two wordings say; a conflict where they are comparable and share too little."""
    if a is None or b is None:
        return []
    alike = likeness(a, b)
    if alike is None:
        return []
    if alike < least:
        raise ConflictError(f"“{a}” and “{b}” differ")
    return [Feature(round(weight * alike, 1), f"“{a}” and “{b}” say the same")]


def _recognition(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    _differ(x.form, y.form, "the forms")
    # Two days of one document, years apart, are two acts: of the state and of the one before it.
    near = 3660 if a.doc != b.doc else 400
    return [Feature(2.0, "one state recognises the other"), *_when(x.date, y.date, near)]


def _relations(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    # An act of severing or resuming may be repeated after years; that relations were established is told
    # once.
    near = 3660 if x.act == "established" else 200
    return [Feature(2.0, f"relations of one dyad {x.act or 'told of'}"), *_when(x.date, y.date, near)]


def _mission(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    # A state has one embassy in another, of which sources may tell different towns (a capital that moved), and any
    # number of other posts. Of one document two towns are two posts: it would not contradict itself.
    if a.doc == b.doc or x.type not in ("embassy", "legation"):
        _differ_place(x.place, y.place)
    return [Feature(2.0, f"one {x.type or 'mission'} {x.act or 'told of'}"), *_when(x.date, y.date, 1100)]


def _tenure(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if x.person is None or y.person is None:
        raise ConflictError("nobody is named")
    if not (x.person.name and y.person.name):
        relation = dates.relation(x.date, y.date)
        if relation not in ("same", "within") or not same_person(x.person, y.person):
            raise ConflictError("one is not named, and the dates do not tell")
        return [Feature(2.0, f"one office, {x.person.office}, at one time")]
    if not same_person(Person(name=x.person.name, of=x.of), Person(name=y.person.name, of=y.of)):
        raise ConflictError("the names differ")
    if x.person.office and y.person.office and _post(x.person.office) != _post(y.person.office):
        raise ConflictError("the posts differ")
    if a.doc == b.doc and x.date and y.date and x.date.start and y.date.start:
        # A list of heads of mission names again whoever came back.
        _when(x.date.start, y.date.start, 400, "the beginnings")
    return [
        Feature(2.0, f"{x.person.name} and {y.person.name} are one"),
        *_when(x.date, y.date, 400, "terms"),
    ]


def _visit(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    people = _who(x.visitors, y.visitors)
    if dates.relation(x.date, y.date) == "unknown" and x.type and y.type:
        _differ(x.type, y.type, "the kinds of visit")
    return people + _when(x.date, y.date, _apart(a, b, 7))


def _meeting(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if dates.relation(x.date, y.date) == "unknown" or not dates.exact(x.date) or not dates.exact(y.date):
        _differ_place(x.place, y.place)
    # Every meeting has somebody from each side: both sides of one must be among the other's where they are
    # told.
    for side in {person.of for person in x.participants} & {person.of for person in y.participants}:
        _who(_of_side(x.participants, side), _of_side(y.participants, side))
    features = _who(x.participants, y.participants) + _when(x.date, y.date, _apart(a, b, 3))
    if _others(x.participants, y.participants) and _others(y.participants, x.participants):
        # A visitor meets many in the days of one visit.
        if a.doc == b.doc:
            raise ConflictError("each has people whom the other has not")
        features.append(Feature(-1.5, "each has people whom the other has not"))
    return features


def _agreement(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    subject = _what(x.subject, y.subject)
    features = subject + _when(
        x.date, y.date, _apart(a, b, 370) if subject and subject[0].weight >= 1.5 else 0
    )
    if x.type and y.type and "other" not in (x.type, y.type):
        if x.type == y.type:
            features.append(Feature(0.5, f"one form, {x.type}"))
        else:
            features.append(Feature(-1.0, f"the forms {x.type} and {y.type} differ"))
    one_day = dates.relation(x.date, y.date) == "same" and dates.exact(x.date) and x.type == y.type
    if _in_words(x.parties) and _in_words(y.parties) and not _shared(x.parties, y.parties):
        raise ConflictError("the parties differ")
    if not subject and ((x.subject and y.subject) or not one_day):
        raise ConflictError("the subjects cannot be compared")
    return features


def _body(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    _differ(x.type, y.type, "the kinds of body")
    if not (x.name and y.name and bodies_agree(x.name, y.name)):
        raise ConflictError("the names differ")
    return [Feature(2.0, f"“{x.name}” and “{y.name}” name one body"), *_when(x.date, y.date, 3660)]


def _session(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if x.body and y.body and not bodies_agree(x.body, y.body):
        raise ConflictError("the bodies differ")
    _differ(x.number, y.number, "the numbers")
    numbered = x.number is not None and x.number == y.number
    features = [Feature(2.0, f"both are number {x.number}")] if numbered else []
    if not numbered and dates.relation(x.date, y.date) != "same":
        _differ_place(x.place, y.place)
    return [*features, Feature(0.5, "one body"), *_when(x.date, y.date, 400 if numbered else _apart(a, b, 7))]


def _event(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    _differ(x.type, y.type, "the kinds of event")
    undated = x.name and y.name and dates.relation(x.date, y.date) == "unknown"
    # That both are exhibitions the kind says already, and a town sees many.
    if undated and not (concepts(x.name) & concepts(y.name)) - concepts(x.type or ""):
        raise ConflictError("no date and no word but the kind is common to both")
    if not (x.date and y.date and x.date == y.date):
        _differ_place(x.place, y.place)
    return _what(x.name, y.name) + _when(x.date, y.date, _apart(a, b, 7))


def _trade(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    _differ(x.reporter, y.reporter, "the reporters")
    if x.source and y.source and likeness(x.source, y.source) == 0.0:
        raise ConflictError("the sources of the figures differ")
    if x.reporter != y.reporter and not _equal(x.value, y.value):
        raise ConflictError("the reporter of one figure is not told, and the figures differ")
    return [Feature(2.0, f"{x.flow or 'trade'} of one period, {x.period}")]


def _investment(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if not _equal(x.value, y.value) and (x.period is None or x.period != y.period or a.doc == b.doc):
        raise ConflictError("the figures differ")
    return [Feature(2.0, "one flow of investment"), *_when(x.period, y.period)]


def _enterprise(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if not (x.name and y.name) or not (_same_word(x.name, y.name) or bodies_agree(x.name, y.name)):
        raise ConflictError("the names differ")
    return [Feature(2.0, f"“{x.name}” and “{y.name}” name one enterprise")]


def _cooperation(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if not _equal(x.quantity, y.quantity) and x.quantity is not None and y.quantity is not None:
        raise ConflictError("the quantities differ")
    if a.doc == b.doc:
        _differ(x.field, y.field, "the fields")
    return _what(x.what, y.what, weight=2.5, least=0.6) + _when(x.period, y.period)


def _twinning(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if {fold(place) for place in x.places} != {fold(place) for place in y.places} or not x.places:
        raise ConflictError("the places differ")
    return [Feature(2.0, "one pair of places")]


def _award(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if x.recipient is None or y.recipient is None or not same_person(x.recipient, y.recipient):
        raise ConflictError("the recipients differ")
    return [Feature(1.0, "one recipient"), *_what(x.award, y.award, weight=1.5), *_when(x.date, y.date, 31)]


def _count(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    if x.date != y.date and not _equal(x.value, y.value):
        raise ConflictError("numbers of different times")
    if a.doc == b.doc and not _equal(x.value, y.value):
        raise ConflictError("two numbers of one document")
    return _what(x.what, y.what, least=0.6) + _when(x.date, y.date)


def _incident(a: Claim, b: Claim) -> list[Feature]:
    x, y = _slots(a, b)
    return _what(x.act, y.act, least=0.4) + _when(x.date, y.date, _apart(a, b, 7))


# --- small things ------------------------------------------------------------------------------------------


def _slots(a: Claim, b: Claim) -> tuple[Any, Any]:
    return a.slots, b.slots


def _of_side(people: tuple[Person, ...], side: str | None) -> tuple[Person, ...]:
    return tuple(person for person in people if person.of == side)


def _others(people: tuple[Person, ...], known: tuple[Person, ...]) -> bool:
    """Whether some people are none of those known; a name alone may be whose office alone is told."""
    return any(
        not any(same_person(person, other) or _part_told(person, other) for other in known)
        for person in people
    )


def _part_told(a: Person, b: Person) -> bool:
    """Whether of two people one is told by name alone and the other by office alone, of no other side."""
    if a.of and b.of and a.of != b.of:
        return False
    return any(
        one.name and not one.office and other.office and not other.name for one, other in ((a, b), (b, a))
    )


def _in_words(parties: tuple[str, ...]) -> list[str]:
    """The parties that are no states with codes."""
    return [party for party in parties if not is_state(party)]


def _shared(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two lists of parties have one in common that is told in words."""
    return any(bodies_agree(one, other) for one in _in_words(a) for other in _in_words(b))


def _places(value: str | tuple[str, ...] | None) -> set[str]:
    told = (value,) if isinstance(value, str) else value or ()
    return {form for place in told for form in (fold(place), plain(place)) if form}


def _differ_place(a: str | tuple[str, ...] | None, b: str | tuple[str, ...] | None) -> None:
    first, second = _places(a), _places(b)
    if first and second and not first & second:
        raise ConflictError(f"the places {a} and {b} differ")


def _equal(a: float | None, b: float | None) -> bool:
    """Whether two numbers are equal, or one of them is the other rounded."""
    if a is None or b is None:
        return a is b
    return rounded(a, b) is not None


def _same_word(a: str, b: str) -> bool:
    return fold(a) == fold(b) != ""


def _post(office: str) -> str:
    """What sort of post an office is, as far as it keeps two tenures of one person apart."""
    low = office.casefold()
    if "consul" in low or "консул" in low:
        return "consul"
    if "trade" in low or "торгов" in low:
        return "trade"
    return "head of mission"


def _all(_slots: Any) -> Hashable:
    return ()


RULES: dict[str, Rule] = {
    "recognition": Rule(lambda x: (x.by, x.of), _recognition),
    "relations": Rule(lambda x: (x.act, x.level), _relations),
    "mission": Rule(lambda x: (x.sending, x.receiving, x.type, x.act), _mission),
    "tenure": Rule(lambda x: (x.of, x.to), _tenure),
    "visit": Rule(lambda x: (x.from_, x.to), _visit),
    "meeting": Rule(_all, _meeting),
    "agreement": Rule(lambda x: x.status, _agreement),
    "body": Rule(_all, _body),
    "session": Rule(_all, _session),
    "event": Rule(_all, _event),
    "trade": Rule(lambda x: (x.flow, x.currency, str(x.period)), _trade, date="period"),
    "investment": Rule(lambda x: (x.from_, x.to, x.currency), _investment, date="period"),
    "enterprise": Rule(lambda x: (x.home, x.in_), _enterprise),
    "cooperation": Rule(_all, _cooperation, date="period"),
    "twinning": Rule(_all, _twinning),
    "award": Rule(_all, _award),
    "count": Rule(_all, _count),
    "incident": Rule(lambda x: (x.by, x.against), _incident),
}
"""How claims of each kind become records; the dyad is part of every block."""


def block(claim: Claim, dyad: Dyad) -> Hashable:
    """What must be equal for two claims to be compared; of no dyad, also the states that are named."""
    return (claim.kind, dyad, own_block(claim), () if dyad else frozenset(states_named(claim)))


def own_block(claim: Claim) -> Hashable:
    """What of the claim's own slots must be equal, whatever the dyad."""
    return RULES[claim.kind].block(claim.slots)
