"""What the fourth stage makes: actors and organisations; titles on the way to them."""

from __future__ import annotations

import msgspec

from comity.model.person import Person


class Actor(msgspec.Struct, frozen=True):
    """A person with what the sentence says of them.

    `state` is the state whose side they are on, as far as the phrase itself tells; `to` the receiving state of a head
    of mission; `cls` the class of the office.
    """

    person: Person
    state: str | None = None
    to: str | None = None
    cls: str = ""
    plural: bool = False
    group: bool = False
    former: bool = False
    also: tuple[str, ...] = ()
    """Further receiving states of one post: "Ambassador to A and, concurrently, to B"."""


class Organisation(msgspec.Struct, frozen=True):
    """An institution by its name, and the state in the name if there is one."""

    name: str
    state: str | None = None


class Title(msgspec.Struct):
    """A title while it is being put together."""

    words: str
    cls: str
    plural: bool
    state: str | None = None
    of: str | None = None
    to: str | None = None
    also: tuple[str, ...] = ()
    former: bool = False
    bare: bool = False
    """Whether a minister's title has no portfolio: "Minister to …" is a head of mission."""
    aside: int = 0
    """The unit of a state's adjective within it that is no part of its words; 0 for none."""
