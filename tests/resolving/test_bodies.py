"""Names of joint bodies: whose spelling is another's, and whose is not."""

from __future__ import annotations

import pytest

from comity.resolving.texts import bodies_agree

RUSSIAN = "Кенийско-норвежская межправительственная комиссия по торговле"

ONE = [
    (
        "Kenya–Norway Intergovernmental Commission on Trade",
        "Kenyan-Norwegian Joint Governmental Commission on Trade",
    ),
    ("Kenya–Norway Intergovernmental Commission on Trade", RUSSIAN),
    ("Kenyan-Norwegian Joint Governmental Commission on Trade", RUSSIAN),
    ("Joint Commission", "Norwegian-Kenyan Joint Commission"),
    ("парламентская группа дружбы «Норвегия – Кения»", "Norway–Kenya parliamentary friendship group"),
]

TWO = [
    ("Kenyan Chamber of Commerce", "Norwegian Chamber of Commerce"),
    ("Kenyan-Norwegian Commission on Fisheries", "Kenyan-Norwegian Commission on Defence"),
    ("Норвежская торговая палата", "Kenyan Chamber of Commerce"),
    ("Norwegian-Kenyan Business Council", "Norwegian-Kenyan Joint Commission"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one(one: str, other: str) -> None:
    assert bodies_agree(one, other)
    assert bodies_agree(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two(one: str, other: str) -> None:
    assert not bodies_agree(one, other)
    assert not bodies_agree(other, one)
