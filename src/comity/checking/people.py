"""The people that claims name."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.claim import Claim
from comity.model.person import Person


def people(claim: Claim) -> Iterator[Person]:
    """The people that a claim's slots name."""
    for name in claim.slots.__struct_fields__:
        value = getattr(claim.slots, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Person):
                yield one
