"""What is kept of pages: never the answer of an earlier register, and never more than memory is meant for."""

from __future__ import annotations

import threading

import pytest

from comity.checking.holders import parse
from tests.register import samples
from tests.web.people import Person

HOLDERS = b"state,office,name,from,to\nKAZ,President,A. Serik,1990-04-24,1999-03\n"
ADDRESS = "/api/v1/findings?code=C201"


def _told(person: Person) -> tuple[int, int]:
    """How many findings of the table there are, by program and by page."""
    page = person.get("/kaz-isr/findings.csv").content.decode()
    return person.get(ADDRESS).json()["total"], page.count("C201")


@pytest.mark.usefixtures("held")
def test_a_table_of_holders_is_seen_at_once() -> None:
    from comity.register import actions

    doc, data = samples.document("visit.txt", "President A. Serik came to Jerusalem in April 2000.")
    visitor = {"name": "A. Serik", "office": "President", "of": "KAZ"}
    visit = samples.claim(
        doc, "visit", doc.text[:-1], visitors=[visitor], from_="KAZ", to="ISR", date="2000-04"
    )
    actions.add_document(doc, data, [visit])
    person = Person()
    assert _told(person) == (0, 0)
    mark = person.get(ADDRESS).headers["ETag"]
    actions.import_holders(parse(HOLDERS, "table"))
    assert _told(person) == (1, 1)
    assert person.get(ADDRESS, **{"If-None-Match": mark}).status_code == 200


@pytest.mark.usefixtures("held")
class TestKept:
    """The shelf itself."""

    def test_what_is_kept_is_made_once_until_something_changes(self) -> None:
        from comity.register import actions
        from comity.web.cache import kept

        made = []

        def make() -> str:
            made.append(1)
            return "page"

        for _ in range(3):
            assert kept(("once",), make) == "page"
        actions.make_again(["page-en"])
        kept(("once",), make)
        assert len(made) == 2

    def test_heavy_answers_are_not_all_kept(self) -> None:
        from comity.web import cache

        made = []

        def asked(number: int) -> None:
            cache.kept((number,), lambda: made.append(number) or bytes(cache._HEAVIEST // 4), "weighed")

        for number in range(6):
            asked(number)
        asked(5)
        assert made == [0, 1, 2, 3, 4, 5], "the last is there"
        asked(0)
        assert made[-1] == 0, "the first had to go"

    def test_one_that_is_heavier_than_all_is_kept_alone(self) -> None:
        from comity.web import cache

        made = []
        for _ in range(2):
            cache.kept(("large",), lambda: made.append(1) or bytes(2 * cache._HEAVIEST), "weighed alone")
        assert len(made) == 1

    def test_dossiers_and_tables_can_be_weighed(self) -> None:
        from comity.web import cache
        from comity.web.pages.dossier import made

        whole = made(("KAZ", "ISR"))
        assert cache._weight(whole) > 5_000
        assert cache._weight(threading.Lock()) == cache._UNWEIGHED, "what cannot is taken to be large"
