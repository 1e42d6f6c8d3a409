"""Which documents are versions of one page."""

from __future__ import annotations

import hashlib

import pytest

from comity.model.document import Document
from comity.model.edtf import Date
from comity.register.errors import RegisterError

BODY = (
    "Diplomatic relations between the two states were established long ago. "
    "The embassy stands in the street of the old harbour since that year. "
    "Both foreign ministries hold consultations each spring in turn. "
)
NEWS = (
    "A delegation of gardeners came to see the roses of the capital. They left after a week of rain and tea."
)


def put(
    name: str,
    text: str,
    title: str = "",
    date: str = "",
    address: str = "",
    language: str = "en",
    earlier: str = "",
) -> str:
    from comity.register import actions

    data = f"{name}{title}{date}{text}".encode()
    document = Document(
        id=name.rpartition(".")[0], name=name, sha256=hashlib.sha256(data).hexdigest(), text=text, title=title,
        language=language, date=Date.parse(date) if date else None, address=address,
    )  # fmt: skip
    return actions.add_document(document, data, [], by="tester", earlier=earlier).doc


def pages() -> list[tuple[str, ...]]:
    from comity.register import editions

    return [tuple(one.doc for one in page) for page in editions.editions()]


@pytest.mark.usefixtures("register")
def test_one_address_is_one_page_in_the_order_of_its_dates() -> None:
    put("b.html", NEWS, date="2008", address="https://www.example.org/relations/")
    put("a.html", BODY, date="2006", address="http://example.org/relations#top")
    put("c.html", BODY, date="2007", address="https://example.org/others")
    assert pages() == [("a", "b")]


@pytest.mark.usefixtures("register")
def test_a_name_makes_a_version_only_with_words_in_common() -> None:
    put("relations-2006.html", BODY)
    put("relations-2008.html", BODY + NEWS)
    put("relations-2010.html", NEWS)
    put("other.html", BODY, title="Bilateral relations")
    put("another.html", BODY + NEWS, title="Bilateral relations 2009")
    put("third.html", NEWS * 2, title="Bilateral relations", language="ru")
    assert {frozenset(page) for page in pages()} == {
        frozenset({"relations-2006", "relations-2008"}) | ({"relations-2010"}),
        frozenset({"other", "another"}),
    }


@pytest.mark.usefixtures("register")
def test_names_that_tell_nothing_make_none() -> None:
    put("index.html", BODY, address="https://example.org/")
    put("index-2.html", BODY, address="https://example.org/")
    assert pages() == []


@pytest.mark.usefixtures("register")
def test_what_somebody_said_holds_and_is_taken_back() -> None:
    from comity.register import actions

    first = put("one.txt", BODY)
    second = put("two.txt", NEWS, earlier=first)
    assert pages() == [("one", "two")]
    with pytest.raises(RegisterError):
        actions.newer_version(first, second)
    with pytest.raises(RegisterError):
        actions.newer_version(first, "none")
    actions.newer_version(second, "", by="tester")
    assert pages() == []
