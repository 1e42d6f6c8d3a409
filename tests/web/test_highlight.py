"""Marked text: nothing lost, nothing twice, every claim's words under its mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from comity.model.claim import Claim, Count
from comity.web.highlight import marked, pieces

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def claim(number: int, *evidence: tuple[int, int]) -> Claim:
    return Claim(id=f"{number:016x}", doc="d", kind="count", evidence=evidence, slots=Count())


@st.composite
def several(draw: st.DrawFn) -> list[Claim]:
    runs = draw(st.lists(st.lists(SPANS, min_size=1, max_size=3), max_size=6))
    return [claim(number, *spans) for number, spans in enumerate(runs)]


@given(st.integers(0, 50), several(), st.lists(SPANS, max_size=2), st.lists(SPANS, max_size=2))
def test_pieces_cover_the_text_once(
    length: int, claims: list[Claim], unread: list[tuple[int, int]], chosen: list[tuple[int, int]]
) -> None:
    found = pieces(length, claims, unread, chosen)
    assert [offset for piece in found for offset in range(piece.start, piece.end)] == list(range(length))
    for piece in found:
        for offset in range(piece.start, piece.end):
            covering = {
                number
                for number, one in enumerate(claims)
                if any(start <= offset < end for start, end in one.evidence)
            }
            assert set(piece.claims) == covering
            assert piece.unread == any(start <= offset < end for start, end in unread)
            assert piece.chosen == any(start <= offset < end for start, end in chosen)
    begun = [number for piece in found for number in piece.begins]
    assert sorted(begun) == [number for number, one in enumerate(claims) if one.evidence[0][0] < length]


def _moved(claims: list[Claim]) -> list[Claim]:
    """The claims one sign further on: a parser drops a line's end at the very start of preformatted text."""
    return [claim(n, *((a + 1, b + 1) for a, b in one.evidence)) for n, one in enumerate(claims)]


@given(st.text(alphabet="ab<>&\"'\u202eЖ\n ", max_size=50), several())
def test_the_text_comes_back(text: str, claims: list[Claim]) -> None:
    tree = lxml_html.fragment_fromstring(f"<pre>{marked(f'.{text}', _moved(claims))}</pre>")
    for number in tree.xpath(".//a[@class='number']"):
        number.text = ""
    assert tree.text_content().replace("⟨U+202E⟩", "\u202e") == f".{text}"


def test_nested_and_overlapping_claims_can_each_be_followed() -> None:
    text = "The envoy came in May and left in June with gifts."
    claims = [claim(0, (0, 38)), claim(1, (4, 21)), claim(2, (15, 50), (0, 3)), claim(3, (4, 21))]
    tree = lxml_html.fragment_fromstring(marked(text, claims, chosen=[(15, 50)]), create_parent="div")
    assert [one.get("id") for one in tree.xpath(".//a[@class='number']")] == [
        f"t-{claims[number].id}" for number in (0, 1, 3, 2)
    ]
    assert {one.get("href") for one in tree.xpath(".//a[@class='number']")} == {
        f"#c-{one.id}" for one in claims
    }
    assert len(tree.xpath(".//mark[@id='here']")) == 1
    inner = next(one for one in tree.xpath(".//mark") if one.text_content().startswith("envoy"))
    assert inner.xpath("a/@href") == [f"#c-{claims[3].id}"], (
        "the one with the fewest words, the later of two alike"
    )
    assert "several" in inner.get("class").split()


def test_a_long_text_with_many_claims_is_marked_in_a_moment() -> None:
    claims = [claim(number, (number * 50, number * 50 + 40)) for number in range(5000)]
    assert len(pieces(250_000, claims)) == 10_000
