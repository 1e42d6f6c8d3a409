"""The data dictionary of claims: what each kind and slot means, from the docstrings of the model."""

from __future__ import annotations

import functools
import inspect
import re
import types
import typing
from typing import Any, NamedTuple

import msgspec

from comity.model.claim import CORE, KINDS, fields_of
from comity.model.edtf import Date
from comity.model.person import Person

_SLOT = re.compile(r"^- (\w+): ", re.MULTILINE)


class Meaning(NamedTuple):
    """What a kind of claim is: in one sentence, what else is to be known of it, and what its slots hold."""

    lead: str
    note: str
    slots: dict[str, str]


@functools.cache
def meaning(kind: str) -> Meaning:
    """The meaning of a kind; `KeyError` for one that there is not."""
    told = inspect.cleandoc(KINDS[kind].__doc__ or "")
    head, *parts = _SLOT.split(told)
    lead, _, note = head.strip().partition("\n\n")
    slots = {name: " ".join(text.split()) for name, text in zip(parts[::2], parts[1::2], strict=True)}
    return Meaning(" ".join(lead.split()), " ".join(note.split()), slots)


def forms(kind: str) -> dict[str, str]:
    """The form of the value of each slot of a kind, in words."""
    hints = typing.get_type_hints(KINDS[kind])
    return {written: _form(hints[name]) for name, written in fields_of(KINDS[kind])}


def _form(hint: Any) -> str:
    if hint is Date:
        return "date"
    if hint is Person:
        return "person"
    if hint is str:
        return "text"
    if hint in (int, float):
        return "number"
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return " \N{MIDDLE DOT} ".join(f"`{one}`" for one in args)
    if origin is tuple:
        return f"list of {_form(args[0])}"
    if origin in (typing.Union, types.UnionType):
        found = dict.fromkeys(_form(one) for one in args if one is not type(None))
        return " or ".join(found)
    raise TypeError(f"no words for the form of {hint!r}")


EXAMPLES: dict[str, tuple[str, dict[str, Any]]] = {
    "recognition": (
        "Norway recognised Mongolia on 11 May 1962.",
        {"by": "NOR", "of": "MNG", "date": "1962-05-11"},
    ),
    "relations": (
        "Chile and Kenya established diplomatic relations on 2 June 1965.",
        {"parties": ["CHL", "KEN"], "act": "established", "date": "1965-06-02"},
    ),
    "mission": (
        "The Embassy of Chile in Nairobi was opened in March 1967.",
        {
            "sending": "CHL", "receiving": "KEN", "type": "embassy", "act": "opened", "date": "1967-03",
            "place": "Nairobi",
        },
    ),
    "tenure": (
        "Marta Rojas was Ambassador of Chile to Kenya from 1998 to 2002.",
        {
            "person": {"name": "Marta Rojas", "office": "Ambassador", "of": "CHL"}, "of": "CHL", "to": "KEN",
            "date": "1998/2002",
        },
    ),
    "visit": (
        "The Prime Minister of Norway Anne Berg paid an official visit to Portugal on 3-5 April 2001.",
        {
            "visitors": [{"name": "Anne Berg", "office": "Prime Minister", "of": "NOR"}],
            "from": "NOR", "to": "PRT", "date": "2001-04-03/2001-04-05", "type": "official",
        },
    ),
    "meeting": (
        "On 7 May 2003 the Foreign Minister of Peru Luis Vega met the Foreign Minister of Jordan "
        "Samir Haddad in Lima.",
        {
            "participants": [
                {"name": "Luis Vega", "office": "Foreign Minister", "of": "PER"},
                {"name": "Samir Haddad", "office": "Foreign Minister", "of": "JOR"},
            ],
            "date": "2003-05-07", "place": "Lima", "parties": ["PER", "JOR"],
        },
    ),
    "agreement": (
        "Norway and Portugal signed an agreement on fisheries on 9 October 1996.",
        {
            "parties": ["NOR", "PRT"], "type": "agreement", "subject": "fisheries", "status": "signed",
            "date": "1996-10-09",
        },
    ),
    "body": (
        "The Peru-Jordan Joint Commission was founded in 1994.",
        {
            "name": "Peru-Jordan Joint Commission", "parties": ["PER", "JOR"], "date": "1994",
            "type": "joint commission",
        },
    ),
    "session": (
        "The second session of the Joint Commission took place in Lima on 4 June 1999.",
        {"body": "Joint Commission", "date": "1999-06-04", "place": "Lima", "number": 2},
    ),
    "event": (
        "Days of Chilean culture were held in Nairobi in May 2004.",
        {
            "name": "Days of Chilean culture", "date": "2004-05", "place": "Nairobi", "type": "festival",
            "field": "cultural",
        },
    ),
    "trade": (
        "Exports from Norway to Portugal amounted to $723.9 million in 2005.",
        {"partner": "PRT", "flow": "export", "value": 723900000, "currency": "USD", "period": "2005"},
    ),
    "investment": (
        "Norwegian investment in Kenya reached 40 million euros in 2010.",
        {"from": "NOR", "to": "KEN", "value": 40000000, "currency": "EUR", "period": "2010"},
    ),
    "enterprise": (
        "The Norwegian company Fjordkraft has worked in Kenya since 2008.",
        {"name": "Fjordkraft", "home": "NOR", "in": "KEN", "date": "2008/.."},
    ),
    "cooperation": (
        "In 1998 twenty nurses from Kenya were trained in Portugal.",
        {
            "parties": ["KEN", "PRT"], "field": "health", "what": "nurses from Kenya", "quantity": 20,
            "period": "1998",
        },
    ),
    "twinning": (
        "Bergen and Mombasa became twin cities in 1986.",
        {"places": ["Bergen", "Mombasa"], "date": "1986"},
    ),
    "award": (
        "Anne Berg, Ambassador of Norway to Peru, received the Order of the Sun in 2001.",
        {
            "recipient": {"name": "Anne Berg", "office": "Ambassador", "of": "NOR"},
            "award": "Order of the Sun", "date": "2001",
        },
    ),
    "count": (
        "Peru and Norway have signed 17 bilateral documents.",
        {"what": "bilateral documents", "value": 17, "parties": ["PER", "NOR"]},
    ),
    "incident": (
        "Jordan expelled two Norwegian diplomats on 6 August 1987.",
        {"act": "expulsion of two Norwegian diplomats", "by": "JOR", "against": "NOR", "date": "1987-08-06"},
    ),
}  # fmt: skip
"""For each kind, words of an invented document and the slots of the claim that they make."""

_HEAD = """\
# Claims

Built from the docstrings of `comity.model.claim` by `comity.model.dictionary`.

A **claim** is one thing that one document says about the relations between states, with the words that say it. What
the document says stands, also where it is wrong; to find the error is the business of the [rules](rules.md).

## A claim on a line

Claims are exchanged as JSON Lines, UTF-8, one claim a line ([JSON Schema](claim.schema.json)):

```json
{"doc":"page","kind":"visit","evidence":[[120,215]],"slots":{"from":"NOR","to":"PRT","date":"2001-04"},"id":"…"}
```

| key | what |
|---|---|
| `doc` | the document's id: its file name without the extension |
| `kind` | one of the eighteen below |
| `evidence` | runs `[start, end)` of the document's text, in Unicode code points, ends exclusive. The statement comes first; a further run is what stands elsewhere and supplies a date or a name. [What the text of each format is](sources.md) |
| `slots` | what is said, by the slots of the kind. What the words do not fill is left out, never guessed |
| `id` | sixteen hexadecimal digits, made of the document's bytes, kind, evidence and rule set: the same document gives the same ids anywhere |
| `confidence` | between 0 and 1: how sure the frame was |
| `reader` | the version of the rule set |

## Forms of values

| form | what |
|---|---|
| state | ISO 3166-1 alpha-3 (`KEN`; `XKX` for Kosovo), ISO 3166-3 alpha-4 for one that no longer exists (`SUHH`), a name for an international organisation or a state without a code |
| date | EDTF (ISO 8601-2) of levels 0 and 1: `1992-04-10`, `1996-05`, `2005`, `199X`, approximate `1995~`, interval `2000-04-03/2000-04-05`, open `2004-08/..` and `../2006-03`. As precise as the words and no more |
| person | `name` as written, without titles of courtesy and without the office; `office` as written, in the singular; `of`, the state, city or institution of the office. One named only by office has no name |
| number | a JSON number in full units |
| currency | ISO 4217 code |
| place | a city or place by its usual English name |
| text | a short phrase in the document's own words and language |

## Kinds

**Bold** slots are the core: with the kind they say what the claim is.
"""


def markdown() -> str:
    """`docs/claims.md`: the form of a claim, and each kind with its slots and an example."""
    parts = [_HEAD]
    for kind in KINDS:
        told, written = meaning(kind), forms(kind)
        words, slots = EXAMPLES[kind]
        parts.append(f"\n### `{kind}`\n\n{told.lead}{' ' if told.note else ''}{told.note}\n\n")
        parts.append("| slot | form | what |\n|---|---|---|\n")
        for slot, what in told.slots.items():
            name = f"**`{slot}`**" if slot in CORE[kind] else f"`{slot}`"
            parts.append(f"| {name} | {_special(slot, written[slot])} | {what} |\n")
        line = msgspec.json.format(msgspec.json.encode(slots), indent=0).decode()
        parts.append(f"\n> {words}\n\n```json\n{line}\n```\n")
    return "".join(parts)


_STATES = frozenset(
    ("by", "of", "from", "to", "home", "in", "against", "sending", "receiving", "reporter", "partner")
)
_PLACES = frozenset({"place", "places"})


def _special(slot: str, form: str) -> str:
    """The form of a slot whose text is of a special kind."""
    if slot in _STATES or slot == "parties":
        return form.replace("text", "state")
    if slot in _PLACES:
        return form.replace("text", "place")
    return form.replace("text", "currency") if slot == "currency" else form
