"""A person as one document names them."""

from __future__ import annotations

import msgspec


class Person(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A person, or a group named by what it is.

    `name` is as written, without honorifics and office; `office` as written, in the singular; `of` the
    state, or the city, company or body, that the office belongs to. At least one of `name` and `office` is
    set.
    """

    name: str | None = None
    office: str | None = None
    of: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.office, self.of) if part)
