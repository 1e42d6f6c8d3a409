"""The form of a claim's slots, made from the model: one field a slot, a person in three parts, lists by lines.

What is typed comes back as it was typed, with what is wrong beside its field.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from comity.knowledge.states import states
from comity.model import codec
from comity.model.claim import KINDS, Slots, fields_of, slot_values
from comity.model.dictionary import meaning
from comity.model.edtf import Date, DateError
from comity.model.person import Person
from comity.publishing.tables import slot_name
from comity.publishing.wording import LANGUAGES, has, meanings, state, text

PERSON = ("name", "office", "of")
_ROOM = 2
"""Empty places for more people behind those that are there."""
_LONGEST = 2000

_STATES = frozenset({"by", "of", "to", "from", "in", "home", "sending", "receiving", "parties", "reporter",
                     "partner", "against"})  # fmt: skip
"""Slots that name states, by code or name; institutions may stand there too."""


@dataclass(frozen=True)
class Form:
    """The form of a slot's value: text, date, number, choice, person; several of it or one."""

    sort: str
    many: bool = False
    choices: tuple[str, ...] = ()
    whole: bool = False


@dataclass
class Field:
    """A slot in a form. `value` is a text, or for people a list of their parts; `problem` what is wrong."""

    name: str
    label: str
    help: str
    form: Form
    value: Any
    problem: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)


@functools.cache
def forms(kind: str) -> dict[str, Form]:
    """The form of each slot of a kind, in order."""
    hints = typing.get_type_hints(KINDS[kind])
    return {written: _form(hints[name]) for name, written in fields_of(KINDS[kind])}


def _form(hint: Any) -> Form:
    simple = {Date: Form("date"), Person: Form("person"), str: Form("text"), float: Form("number"),
              int: Form("number", whole=True)}  # fmt: skip
    if hint in simple:
        return simple[hint]
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return Form("choice", choices=args)
    if origin is tuple:
        return Form(_form(args[0]).sort, many=True)
    if origin in (typing.Union, types.UnionType):
        parts = [_form(one) for one in args if one is not type(None)]
        # One place or several; a whole number or any: the wider form takes both.
        return next(
            (one for one in parts if one.many), next((one for one in parts if not one.whole), parts[0])
        )
    raise TypeError(f"no form for {hint!r}")


def shown(kind: str, slots: Slots, lang: str) -> list[Field]:
    """The form of a claim with its slots filled in."""
    values = slot_values(slots)
    return [
        _field(kind, name, form, _written(values.get(name), form), lang) for name, form in forms(kind).items()
    ]


def _field(kind: str, name: str, form: Form, value: Any, lang: str, problem: str = "") -> Field:
    told = meanings.told(meaning(kind).slots.get(name, ""), lang)
    made = Field(name, slot_name(name, lang, kind), told, form, value, problem)
    if form.sort == "person":
        room = _ROOM if form.many else (0 if value else 1)
        made.value = [*value, *(dict.fromkeys(PERSON, "") for _ in range(room))]
    if form.choices:
        made.choices = [(one, _choice(kind, name, one, lang)) for one in form.choices]
    return made


def _choice(kind: str, name: str, value: str, lang: str) -> str:
    key = f"{kind}.{name}.{value}"
    return text(key, lang) if has(key) else value


def _written(value: Any, form: Form) -> Any:
    """A value as it stands in a field."""
    listed = value if isinstance(value, tuple) else () if value is None else (value,)
    if form.sort == "person":
        return [{part: getattr(one, part) or "" for part in PERSON} for one in listed]
    return "\n".join(str(one) for one in listed)


def given(kind: str, data: Mapping[str, str], lang: str) -> tuple[Slots | None, list[Field]]:
    """The slots that a form tells, or `None` where something is wrong; and the form as it was filled in."""
    plain: dict[str, Any] = {}
    fields = []
    for name, form in forms(kind).items():
        value: Any
        if form.sort == "person":
            value = _people(name, data)
            told: Any = [{part: said for part, said in one.items() if said} for one in value]
            problem = "" if all(told) else text("review.person", lang)
            told = told if form.many else (told[0] if told else None)
        else:
            value = data.get(f"s.{name}", "")[:_LONGEST].replace("\r\n", "\n").strip()
            lines = [" ".join(line.split()) for line in value.split("\n") if line.strip()]
            told, problem = _told(name, form, lines, lang)
        if told not in (None, [], ""):
            plain[name] = told
        fields.append(_field(kind, name, form, value, lang, problem))
    if any(one.problem for one in fields):
        return None, fields
    try:
        return codec.slots_of(kind, plain), fields
    except (msgspec.ValidationError, ValueError) as error:
        # The model knows more than the form: said beside the slot that its message names.
        at = next((one for one in fields if f"$.{one.name}" in str(error)), fields[0])
        at.problem = str(error)
        return None, fields


def _people(name: str, data: Mapping[str, str]) -> list[dict[str, str]]:
    found = []
    for index in range(200):
        parts = {part: data.get(f"s.{name}.{index}.{part}") for part in PERSON}
        if all(said is None for said in parts.values()):
            break
        cleaned = {part: " ".join((said or "")[:_LONGEST].split()) for part, said in parts.items()}
        cleaned["of"] = _state(cleaned["of"])
        if any(cleaned.values()):
            found.append(cleaned)
    return found


def _told(name: str, form: Form, lines: list[str], lang: str) -> tuple[Any, str]:
    """The value that lines tell, and what is wrong with it."""
    if name in _STATES:
        lines = [_state(one) for one in lines]
    if form.many:
        return lines, ""
    said = " ".join(lines)
    if not said:
        return None, ""
    if form.sort == "choice":
        return said, "" if said in form.choices else text("review.choice", lang)
    if form.sort == "number":
        return _number(said, form, lang)
    if form.sort == "date":
        try:
            return str(Date.parse(said)), ""
        except DateError:
            return None, text("review.date", lang)
    return said, ""


def _number(said: str, form: Form, lang: str) -> tuple[int | float | None, str]:
    # Thousands may be parted by spaces, as they are shown; a decimal comma is a comma.
    bare = said.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", ".")
    try:
        value = float(bare)
    except ValueError:
        return None, text("review.number", lang)
    if value != value or value in (float("inf"), float("-inf")) or (form.whole and value != int(value)):
        return None, text("review.number", lang)
    return int(value) if value == int(value) else value, ""


def _state(said: str) -> str:
    """The code of a state that is told by its code or name; anything else stands as it is."""
    if said.upper() in states():
        return said.upper()
    return _names().get(said.casefold(), said)


@functools.cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for one in states():
        for lang in LANGUAGES:
            word = state(one.code, lang)
            for name in (word.nom, word.bare):
                # Of a state of today and one of the past with one name, today's is meant.
                if not one.former or name.casefold() not in found:
                    found[name.casefold()] = one.code
    return found
