"""What resolving makes of claims: entities that are named and records of things that happened."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from comity.model.claim import Slots, Span, State


class Mention(msgspec.Struct, frozen=True, omit_defaults=True):
    """One place where a claim names an entity: the claim's id, the slot, and the place in a list slot."""

    claim: str
    slot: str
    index: int = 0


class Entity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One person, body, company or place, under all the names that documents give it.

    `name` is the fullest of `names`. `years` are the first and the last in which dated claims name it; none where
    no date tells. `reasons` says why its mentions were taken for one. `sides` are the states between which somebody is
    told of of whom no whole name and no state is told.
    """

    id: str
    kind: Literal["person", "body", "enterprise", "place"]
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    state: State | None = None
    mentions: tuple[Mention, ...] = ()
    years: tuple[int, ...] = ()
    reasons: tuple[str, ...] = ()
    sides: tuple[State, ...] = ()


class Observation(msgspec.Struct, frozen=True):
    """One value that sources give for a slot, with the claims that give it."""

    value: Any
    claims: tuple[str, ...]


class Difference(msgspec.Struct, frozen=True):
    """A slot for which sources give values that cannot all be right; none is preferred here."""

    slot: str
    observations: tuple[Observation, ...]


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened or holds, from all the claims about it.

    `slots` has the most precise value that sources support; `claims` their ids; `differences` what they
    disagree on; `reasons` why they were taken for one.
    """

    id: str
    kind: str
    dyad: tuple[State, ...]
    slots: Slots
    claims: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    reasons: tuple[str, ...] = ()


class Evidence(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of a document that a finding speaks of."""

    doc: str
    span: Span
    claim: str = ""


class Finding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a rule found: a contradiction, an improbability or a gap.

    `values` fills the message templates of the rule, which exist in every language of the interface.
    """

    id: str
    code: str
    severity: Literal["error", "warning", "info"]
    dyad: tuple[State, ...]
    evidence: tuple[Evidence, ...]
    values: dict[str, str] = {}
