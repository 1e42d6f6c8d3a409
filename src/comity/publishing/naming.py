"""A dossier for a page of a language: people under the names that documents give them in its script."""

from __future__ import annotations

from typing import Any

import msgspec

from comity.publishing.dossier import Dossier, Group, Line, Section, Side
from comity.publishing.wording import persons

_HOLD_LINES = (Group, Section, Side, Line)


def in_script(dossier: Dossier, lang: str) -> Dossier:
    """The dossier with every name as it is told in the script of the language: in the lines and of its entities."""
    names = persons.names_on_page(dossier.entities, lang)
    if not names:
        return dossier
    return msgspec.structs.replace(
        dossier,
        at_a_glance=_fields(dossier.at_a_glance, names),
        sections=_renamed(dossier.sections, names),
        entities=tuple(
            msgspec.structs.replace(one, name=names.get(one.name) or one.name) for one in dossier.entities
        ),
    )


def _renamed(value: Any, names: persons.Names) -> Any:
    if isinstance(value, Line):
        return msgspec.structs.replace(value, slots=persons.in_script(value.slots, names))
    if isinstance(value, _HOLD_LINES):
        return _fields(value, names)
    if isinstance(value, tuple) and any(isinstance(one, _HOLD_LINES) for one in value):
        return tuple(_renamed(one, names) for one in value)
    return value


def _fields(value: Any, names: persons.Names) -> Any:
    return msgspec.structs.replace(
        value, **{field: _renamed(getattr(value, field), names) for field in value.__struct_fields__}
    )
