"""Every claim of a text can be explained by the phrases of its sentence."""

from comity.reading import read
from comity.reading.explain import steps
from comity.sources import from_bytes

TEXT = """Norway and Chad

Diplomatic relations between Norway and Chad were established on 3 May 1971. In June 1984 Foreign Minister
Svenn Stray of Norway paid an official visit to Chad.
"""


def test_claims_are_explained_by_their_phrases() -> None:
    document = from_bytes(TEXT.encode(), "norway-chad.txt")
    claims = read(document).claims
    assert {claim.kind for claim in claims} == {"relations", "visit"}
    for claim in claims:
        told = steps(document, claim)
        assert all(document.text[step.span[0] : step.span[1]] == step.words for step in told)
        assert any(step.kind == "date" and step.values for step in told)
        assert any("NOR" in step.values for step in told)


def test_a_claim_of_another_document_has_no_steps() -> None:
    document = from_bytes(TEXT.encode(), "norway-chad.txt")
    claim = read(document).claims[0]
    other = from_bytes(b"Nothing is told here.", "other.txt")
    assert steps(other, claim) == []
