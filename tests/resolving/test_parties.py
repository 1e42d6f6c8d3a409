"""Which parties that are named in words are bodies, and which are states without a code, regions and people."""

from __future__ import annotations

import pytest

from comity.model.claim import slot_values
from comity.resolving.parties import is_body
from tests.register import samples


@pytest.mark.parametrize(
    "name",
    [
        "European Union", "EU", "Лига арабских государств", "OPEC", "EFTA States", "Ministry of Transport of Norway",
        "Министерство транспорта Норвегии", "Bergen University", "Peruvian Coffee Company", "National Bank of Kenya",
        "Chamber of Commerce of Lima", "Bergen Technology Centre", "Coptic Church", "Ассоциация рыбаков Чили",
    ],
)  # fmt: skip
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "name",
    [
        "Austria-Hungary", "Prussia", "Ottoman Empire", "Османская империя", "Central America", "Gulf", "Anne Berg",
        "Li", "Северный треугольник", "Environmental Cooperation",
    ],
)  # fmt: skip
def test_states_regions_and_people_are_none(name: str) -> None:
    assert not is_body(name)


def test_parties_make_bodies_only_of_those() -> None:
    from comity.resolving import resolve

    text = "In 1902 Norway, Prussia and the European Union signed a treaty on fisheries."
    document, _ = samples.document("page.txt", text)
    signed = samples.claim(
        document, "agreement", text, parties=["NOR", "Prussia", "European Union"], type="treaty", subject="fisheries",
        status="signed", date="1902",
    )  # fmt: skip
    made = resolve([signed], [("NOR",)], ())
    assert [(one.kind, one.name) for one in made.entities] == [("body", "European Union")]
    assert slot_values(made.records[0].slots)["parties"] == ("NOR", "Prussia", "European Union")
