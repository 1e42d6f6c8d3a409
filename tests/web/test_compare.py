"""Two documents compared claim by claim: what is the same thing told otherwise, and what is another thing."""

from __future__ import annotations

import pytest

from comity.model.claim import Claim, Mission, Slots, Tenure, Trade, Visit
from comity.model.edtf import Date
from comity.model.person import Person
from comity.publishing.wording import LANGUAGES, text
from comity.resolving import comparing as matching
from tests.web.conftest import Site
from tests.web.test_site import get


def claim(slots: Slots, doc: str) -> Claim:
    kind = type(slots).__name__.casefold()
    return Claim(id=f"{doc}-{kind}", doc=doc, kind=kind, evidence=((0, 4),), slots=slots)


def mission(type_: str, date: str, place: str) -> Mission:
    return Mission(
        sending="NOR", receiving="PER", type=type_, act="opened", date=Date.parse(date), place=(place,)
    )  # type: ignore[arg-type]


def tenure(name: str, date: str) -> Tenure:
    return Tenure(person=Person(name=name, office="Ambassador"), of="NOR", to="PER", date=Date.parse(date))


def visit(name: str, date: str) -> Visit:
    return Visit(visitors=(Person(name=name, of="NOR"),), from_="NOR", to="PER", date=Date.parse(date))


def trade(flow: str, period: str, value: float) -> Trade:
    return Trade(
        reporter="NOR", partner="PER", flow=flow, value=value, currency="USD", period=Date.parse(period)
    )  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (mission("embassy", "1996-05", "Lima"), mission("embassy", "1996-06", "Lima"), "changed"),
        (mission("embassy", "1996-05", "Lima"), mission("embassy", "1996-05", "Lima"), "same"),
        (mission("consulate", "1996", "Lima"), mission("honorary-consulate", "1996", "Lima"), "apart"),
        (tenure("Anne Berg", "2001/2004"), tenure("Anne Berg", "2001/2005"), "changed"),
        (tenure("Anne Berg", "2001/2004"), tenure("Olav Lund", "2001/2004"), "apart"),
        (tenure("Anne Berg", "2001/2004"), tenure("Анне Берг", "2001/2004"), "same"),
        (visit("Anne Berg", "2001-04"), visit("Anne Berg", "2001-04-03"), "changed"),
        (visit("Anne Berg", "2001-04"), visit("Olav Lund", "2001-04"), "apart"),
        (trade("export", "2005", 10.0), trade("export", "2005", 12.0), "changed"),
        (trade("export", "2005", 10.0), trade("export", "2006", 10.0), "apart"),
    ],
)  # fmt: skip
def test_what_is_one_thing_told_otherwise(one: Slots, other: Slots, found: str) -> None:
    a, b = claim(one, "a"), claim(other, "b")
    told = matching.compare([a], [b], {a.id: ("NOR", "PER"), b.id: ("NOR", "PER")}, [])
    numbers = {"changed": len(told.changed), "same": len(told.same), "apart": len(told.added)}
    assert numbers == {key: int(key == found) for key in numbers}
    assert len(told.added) == len(told.dropped)


def test_claims_of_one_record_are_one_thing_whatever_they_tell() -> None:
    a, b = claim(tenure("Anne Berg", "2001/2004"), "a"), claim(tenure("A. Bergh", "2001/2004"), "b")
    told = matching.compare([a], [b], {a.id: ("NOR", "PER"), b.id: ("NOR", "PER")}, [(a.id, b.id)])
    assert [pair.differs for pair in told.changed] == [("person",)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_pages_are_compared_with_their_words(site: Site, lang: str) -> None:
    page = get(site, f"/compare/?a=page-en&b=page-ru&lang={lang}").tree
    assert page.xpath("//h3[@id='changed']") and page.xpath("//h3[@id='added']")
    shown = page.xpath("//ol[@class='compared']//a/@href")
    assert shown and all("/documents/" in link for link in shown)
    cells = page.xpath("//table[@class='slots']//td")
    assert all(cell.get("data-head") in (text("compare.a", lang), text("compare.b", lang)) for cell in cells)
    assert get(site, f"/compare/?a=page-en&b=none&lang={lang}").status == 404
