"""The pages about one thing, what can be taken away, and what a reader is told where there is nothing."""

from __future__ import annotations

import csv
import hashlib
import html
import io
import json
import re

import pytest

from comity.publishing.sheets import TYPES
from comity.publishing.wording import LANGUAGES, text
from tests.publishing import made
from tests.web.conftest import Site
from tests.web.test_site import get


def first(site: Site, path: str, pattern: str) -> str:
    """The first link of a form on a page."""
    found = re.search(pattern, get(site, path).body.decode("utf-8"))
    assert found is not None, (path, pattern)
    return found[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_page_says_what_is_held_and_where(site: Site, lang: str) -> None:
    tree = get(site, f"/?lang={lang}").tree
    links = {str(one) for one in tree.xpath("//svg//a/@href | //*[local-name()='svg']//a/@href")}
    assert {"/isr-kaz/", "/states/isr/", "/states/kaz/"} <= links
    assert tree.xpath("//table[@class='held']//a[@href='/isr-kaz/']")
    assert text("due", lang) in tree.text_content()


def test_dossiers_are_found_by_the_words_of_their_names(site: Site) -> None:
    for asked, held in (("", True), ("kaz isr", True), ("ISRAEL", True), ("kaz nor", False)):
        found = get(site, f"/dossiers/?lang=en&q={asked.replace(' ', '+')}").tree
        assert bool(found.xpath("//table[@class='list']//a[@href='/isr-kaz/']")) is held, asked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_due_leads_to_what_proves_it(site: Site, lang: str) -> None:
    get(site, f"/?lang={lang}")  # what the first page takes of it leaves the rest as it was
    page = get(site, f"/due/?lang={lang}").tree
    for link in page.xpath("//main//section//a/@href"):
        assert get(site, str(link).partition("#")[0]).status == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_record_shows_its_claims_side_by_side(site: Site, lang: str) -> None:
    told = get(site, "/kaz-isr/")
    differing = told.tree.xpath(
        "//tr[following-sibling::tr[1][@class='differ']]/@id | //li[p[@class='difference']]/@id"
    )
    page = get(site, f"/records/{str(differing[0])[2:]}/?lang={lang}").tree
    columns = page.xpath("//table[@class='side-by-side']/thead//th")
    words = page.xpath("//tr[@class='words-row']//q")
    assert len(columns) >= 4 and len(words) >= 2
    rows = page.xpath("//tr[@class='differs']")
    assert rows and text("difference", lang) in rows[0].text_content()
    values = {one.text_content().strip() for one in rows[0].xpath("td")[1:]} - {"–"}
    assert len(values) > 1
    assert "tester" in page.xpath("//ol[@class='history']")[0].text_content()


def test_a_claim_leads_to_its_record_for_ever(site: Site) -> None:
    claim = site.claim("visit")
    answer = get(site, f"/records/{claim.id}/")
    assert answer.status == 200
    assert re.fullmatch(r".*/records/[0-9a-f]+/", answer.address)
    assert get(site, answer.address).tree.xpath(f"//a[contains(@href, '/claims/{claim.id}/')]")


@pytest.mark.parametrize(
    ("path", "pattern"),
    [
        ("/people/", r"/people/[0-9a-f]+/"),
        ("/places/", r"/places/[0-9a-f]+/"),
        ("/agreements/", r"/agreements/[0-9a-f]+/"),
        ("/states/", r"/states/kaz/"),
    ],
)
def test_a_thing_has_a_page_with_its_records(site: Site, path: str, pattern: str) -> None:
    page = get(site, first(site, path, pattern))
    assert page.status == 200
    assert page.tree.xpath("//main//a[starts-with(@href, '/records/')]")


def test_a_person_is_found_by_a_part_of_the_name(site: Site) -> None:
    tree = get(site, "/people/?q=serik").tree
    assert tree.xpath("//table//a/text() | //table//a//text()")
    assert "Serik" in tree.xpath("//table")[0].text_content()
    assert not get(site, "/people/?q=nobodyatall").tree.xpath("//table")


@pytest.mark.parametrize("form", sorted(TYPES))
@pytest.mark.parametrize("key", ["visits", "legal", "trade", "all"])
def test_tables_can_be_taken_away(site: Site, key: str, form: str) -> None:
    answer = get(site, f"/kaz-isr/{key}.{form}")
    assert answer.status == 200 and len(answer.body) > 50
    assert answer.headers["Content-Type"] == TYPES[form]
    assert answer.headers["Content-Disposition"] == f'attachment; filename="kaz-isr-{key}.{form}"'


def test_rows_lead_to_their_records(site: Site) -> None:
    rows = list(csv.DictReader(io.StringIO(get(site, "/kaz-isr/visits.csv").body.decode("utf-8-sig"))))
    assert len(rows) == len(get(site, "/kaz-isr/visits/").tree.xpath("//table[@class='data']/tbody/tr[@id]"))
    assert get(site, rows[0]["link"]).status == 200
    held = json.loads(get(site, "/kaz-isr/all.json").body)
    assert {row["id"] for row in rows} <= {one["id"] for one in held["records"]}


@pytest.mark.parametrize("form", ["bib", "ris", "csl.json"])
def test_dossiers_and_records_can_be_cited(site: Site, form: str) -> None:
    record = first(site, "/kaz-isr/", r"/records/[0-9a-f]+/")
    for path in ("/kaz-isr/", record):
        answer = get(site, f"{path}cite.{form}")
        assert answer.status == 200
        assert f"{site.address}{path}" in answer.body.decode("utf-8").replace("\\_", "_")


def test_the_original_file_comes_as_it_was_and_is_never_shown(site: Site) -> None:
    answer = get(site, "/documents/page-en/original/")
    document = made.documents()["page-en"]
    assert hashlib.sha256(answer.body).hexdigest() == document.sha256
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = get(site, "/documents/page-en/original/", If_None_Match=answer.headers["ETag"])
    assert again.status == 304


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_and_rule_is_told_about(site: Site, lang: str) -> None:
    from comity.checking import RULES
    from comity.model.claim import KINDS

    tree = get(site, f"/about/?lang={lang}").tree
    assert [str(one)[5:] for one in tree.xpath("//section[starts-with(@id, 'kind-')]/@id")] == list(KINDS)
    assert list(tree.xpath("//section[@id='rules']/section/@id")) == [rule.code for rule in RULES]
    russian = tree.xpath("//section[@id='vocabulary']")[0].text_content()
    assert ("Одно государство признаёт" in russian) == (lang == "ru")


@pytest.mark.parametrize(
    "path",
    [
        "/records/0000000000000000/",
        "/people/0000000000000000/",
        "/agreements/0000000000000000/",
        "/documents/none/original/",
        "/states/zzz/",
        "/kaz-isr/nothing/",
        "/kaz-isr/nothing.csv",
        "/kaz-kaz/visits.csv",
        "/fra-deu/all.json",
        "/fra-deu/cite.bib",
        "/people/?page=0",
        "/people/?page=999999",
        "/people/?page=x",
        "/agreements/?page=-1",
    ],
)
def test_what_there_is_not(site: Site, path: str) -> None:
    assert get(site, path).status == 404


def test_capital_letters_lead_to_the_address(site: Site) -> None:
    assert get(site, "/KAZ-ISR/visits.csv").address.endswith("/kaz-isr/visits.csv")
    assert get(site, "/Kaz-Isr/visits/").address.endswith("/kaz-isr/visits/")
    assert get(site, "/states/KAZ/").address.endswith("/states/kaz/")


def test_a_page_is_kept_until_the_register_changes(site: Site) -> None:
    answer = get(site, "/kaz-isr/")
    again = get(site, "/kaz-isr/", If_None_Match=answer.headers["ETag"])
    assert again.status == 304 and not again.body


def test_a_dossier_of_another_moment(site: Site) -> None:
    now, then = (get(site, path).tree for path in ("/kaz-isr/", "/kaz-isr/?as_of=1995"))
    assert 0 < len(then.xpath("//*[starts-with(@id, 'r-')]")) < len(now.xpath("//*[starts-with(@id, 'r-')]"))
    assert then.xpath("//details[contains(@class, 'moment')][@open]")
    assert then.xpath("//nav[@class='trail']//a[@href='/kaz-isr/']"), "the way back to the present"
    sheets = then.xpath("//a[contains(@href, '.csv')]/@href")
    assert sheets and all("as_of=1995" in one for one in sheets), "sheets tell of the same moment"
    assert then.xpath("//a[contains(@href, 'brief')]/@href") == ["/kaz-isr/brief/?as_of=1995"]
    assert not then.xpath("//a[contains(@href, '.atom') or contains(@href, '.ics')]"), (
        "feeds tell of the present"
    )
    assert get(site, "/kaz-isr/?known_at=1999-01-01").status == 404
    assert "XYZ is no state" in get(site, "/kaz-xyz/?lang=en").body.decode()
    assert get(site, "/kaz-isr/?as_of=soon").status == 400


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_register_without_claims_says_so(register: str, lang: str) -> None:
    from django.test import Client

    from comity import sources
    from comity.web import settings

    settings.configure(register)
    from comity.register import actions

    client = Client(SERVER_NAME="127.0.0.1")

    def page(path: str) -> str:
        return html.unescape(client.get(f"{path}?lang={lang}").content.decode())

    assert text("site.empty", lang) in page("/")
    content = b"Words about the weather."
    document = sources.from_bytes(content, "weather.txt")
    actions.add_document(document, content, [], by="tester")
    assert text("site.silent", lang) in page("/") and "weather.txt" in page("/")
    assert text("site.claims.none", lang) in page(f"/documents/{document.id}/")
    for path in (
        "/dossiers/",
        "/due/",
        "/people/",
        "/agreements/",
        "/states/",
        "/findings/",
        "/compare/",
        "/search/",
    ):
        assert client.get(f"{path}?lang={lang}").status_code == 200, path
