"""Lists: sorted, filtered and paged by their address, and taken away whole; every table of every page has its file."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter

import pytest
from django.test import Client

from comity.model.claim import Claim, slot_values
from comity.publishing.wording import LANGUAGES, text

Held = dict[str, list[Claim]]
LISTS = (
    "/dossiers/",
    "/documents/",
    "/states/",
    "/people/",
    "/bodies/",
    "/places/",
    "/agreements/",
    "/findings/",
)
"""Pages that are a list."""


@pytest.fixture
def client(held: Held) -> Client:
    del held
    return Client(SERVER_NAME="127.0.0.1")


def rows(client: Client, path: str) -> list[dict[str, str]]:
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def first_of(client: Client, path: str, pattern: str) -> str:
    found = re.search(pattern, client.get(path).content.decode())
    assert found, (path, pattern)
    return found[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_list_is_a_file_in_each_form(client: Client, lang: str) -> None:
    for path in LISTS:
        page = client.get(f"{path}?lang={lang}").content.decode()
        for form in ("csv", "xlsx", "json"):
            address = f"{path.rstrip('/')}.{form}?lang={lang}"
            assert f'href="{address}"' in page, address
            assert client.get(address).status_code == 200, address
        told = json.loads(client.get(f"{path.rstrip('/')}.json?lang={lang}").content)
        assert told["language"] == lang
        assert len(rows(client, f"{path.rstrip('/')}.csv")) == len(told["rows"]) > 0


def test_every_page_with_a_table_has_its_file(client: Client, held: Held) -> None:
    claim = next(one for one in held["page-en"] if one.kind == "agreement")
    person = first_of(client, "/people/", r"/people/[0-9a-f]+/")
    agreement = first_of(client, "/agreements/", r"/agreements/[0-9a-f]+/")
    record = first_of(client, "/kaz-isr/", r"/records/[0-9a-f]+/")
    for path in (person, agreement, record, f"/claims/{claim.id}/", "/states/kaz/", "/documents/page-en/",
                 "/due/"):  # fmt: skip
        assert rows(client, f"{path.rstrip('/')}.csv") is not None
    for key in ("balance", "people", "places", "findings", "sources"):
        assert client.get(f"/kaz-isr/{key}.csv").status_code == 200
    assert len(rows(client, "/compare.csv?a=page-en&b=page-ru")) > 5
    assert client.get("/kaz-isr/nothing.csv").status_code == 404


def test_what_is_counted_is_what_is_shown(client: Client) -> None:
    balance = json.loads(client.get("/kaz-isr/balance.json?lang=en").content)["rows"]
    visits = json.loads(client.get("/kaz-isr/visits.json").content)["records"]
    assert sum(one["from_kaz"] + one["from_isr"] for one in balance) == len(visits)
    claims = rows(client, "/documents/page-en.csv?lang=en")
    page = client.get("/documents/page-en/").content.decode()
    assert len(claims) == len(re.findall(r'<li id="c-', page))


def test_a_list_is_sorted_both_ways_and_filtered_in_either_script(client: Client) -> None:
    from comity.web import lists

    up = [one["Name"] for one in rows(client, "/people.csv?lang=en&sort=name")]
    down = [one["Name"] for one in rows(client, "/people.csv?lang=en&sort=-name")]
    assert up == down[::-1] == sorted(up, key=lists.folded)
    counts = [int(one["Claims"]) for one in rows(client, "/people.csv?lang=en&sort=-claims")]
    assert counts == sorted(counts, reverse=True)
    some = up[0].split()[-1]
    assert [one["Name"] for one in rows(client, f"/people.csv?lang=en&q={some.upper()}")]
    assert rows(client, "/people.csv?q=nobody") == []
    page = client.get("/people/?lang=en&q=nobody").content.decode()
    assert text("things.none", "en") in page


def test_a_filter_and_an_order_that_make_no_sense_do_no_harm(client: Client) -> None:
    for query in ("sort=nothing", "sort=-", "q=%00", "q=%25", "sort=name&page=1", "q=" + "x" * 500):
        assert client.get(f"/people/?{query}").status_code == 200, query
    for page in ("0", "-1", "9", "x", "²"):
        assert client.get(f"/people/?page={page}").status_code == 404, page


def test_undated_and_untold_come_last() -> None:
    from comity.web import lists

    made = [lists.row(lists.Cell("–", order="")), lists.row(lists.Cell("May", order="2001-05"))]
    assert sorted(made, key=lambda one: lists._order(one.cells[0]))[0].cells[0].said == "May"


def test_no_cell_becomes_a_formula(client: Client) -> None:
    from comity.publishing import sheets

    told = sheets.Sheet("x", (("a", "a"),), (("=1+2",), ("@x",), (-3,)))
    lines = sheets.of_table("csv", told, "en").decode("utf-8-sig").split()
    assert lines == ["a", "'=1+2", "'@x", "-3"]
    del client


def test_other_moments_are_kept_by_records_states_sections_and_files(client: Client) -> None:
    record = first_of(client, "/kaz-isr/", r"/records/[0-9a-f]+/")
    assert client.get(f"{record}?known_at=1990-01-01").status_code == 404
    assert client.get(f"{record}?as_of=2030").status_code == 200
    assert client.get(f"{record}?as_of=never").status_code == 400
    early = client.get("/states/kaz/?as_of=1993&lang=en")
    assert text("made.as_of", "en", date="1993") in early.content.decode()
    assert client.get("/states/kaz/?known_at=1990-01-01").status_code == 404
    whole = len(rows(client, "/kaz-isr/visits.csv"))
    assert 0 < len(rows(client, "/kaz-isr/visits.csv?as_of=2001")) < whole
    page = client.get("/kaz-isr/?as_of=2001").content.decode()
    assert "/kaz-isr/visits.csv?as_of=2001" in page
    assert re.search(r"/records/[0-9a-f]+/\?as_of=2001", page)


def test_findings_are_sorted_as_they_are_asked_for(client: Client) -> None:
    def codes(query: str) -> list[str]:
        return [one["Rule"] for one in rows(client, f"/findings.csv?lang=en&state=all&{query}")]

    ranks = {text(f"severity.{one}", "en"): place for place, one in enumerate(("error", "warning", "info"))}
    by_severity = [
        ranks[one["Severity"]] for one in rows(client, "/findings.csv?lang=en&state=all&sort=severity")
    ]
    assert by_severity == sorted(by_severity)
    assert codes("sort=code") == sorted(codes("sort=code"))
    dossiers = [one["Dossier"] for one in rows(client, "/findings.csv?lang=en&state=all&sort=dyad")]
    told = [one for one in dossiers if one]
    assert dossiers == sorted(told) + [""] * (len(dossiers) - len(told))
    assert sorted(codes("sort=dyad")) == sorted(codes("sort=nothing")) == sorted(codes("sort=code"))
    page = client.get("/findings/?lang=en&state=all&sort=code").content.decode()
    assert re.findall(r'<span class="code">(C\d+)</span>', page) == codes("sort=code")[:50]
    assert 'value="code" selected' in page and "/findings.csv?lang=en&amp;state=all&amp;sort=code" in page


def test_findings_lead_to_those_of_each_rule(client: Client) -> None:
    page = client.get("/findings/?lang=en&state=all").content.decode()
    told = re.findall(
        r'<a href="(/findings/\?[^"]+)"><span class="severity (\w+)">(C\d+)</span>[^<]*</a> <span class="quiet">(\d+)<',
        page,
    )
    every = Counter(one["Rule"] for one in rows(client, "/findings.csv?lang=en&state=all"))
    assert {code: int(number) for _, _, code, number in told} == every
    order = [("error", "warning", "info").index(severity) for _, severity, _, _ in told]
    assert order == sorted(order)
    for address, _, code, number in told:
        one = client.get(html.unescape(address)).content.decode()
        assert re.findall(r'<span class="code">(C\d+)</span>', one) == [code] * int(number)
        assert 'class="rules"' not in one


def test_a_table_of_one_row_is_not_sorted(client: Client) -> None:
    page = client.get("/states/kaz/?lang=en").content.decode()
    assert len(rows(client, "/states/kaz.csv")) == 1
    assert 'class="sort"' not in page


def test_the_log_is_sorted_filtered_and_taken_away(held: Held) -> None:
    from tests.web.people import Person

    del held
    administrator = Person("administrator")
    for name in ("berta", "anton"):
        administrator.send("/accounts/people/add/", {"username": name, "role": "reader"}, "/accounts/people/")

    def told(query: str, column: str) -> list[str]:
        answer = administrator.get(f"/accounts/log.csv?lang=en&{query}")
        return [one[column] for one in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))]

    newest = told("", "Time (UTC)")
    assert newest == sorted(newest, reverse=True)
    assert told("sort=time", "Time (UTC)") == newest[::-1]
    up, down = told("sort=subject", "Of what"), told("sort=-subject", "Of what")
    assert sorted(up) == sorted(down) and up != down
    outcomes = told("sort=-outcome", "Answer")
    assert outcomes == sorted(outcomes, key=lambda one: (not one, -int(one or 0))), "what has none comes last"
    assert {one.split()[0] for one in told("q=ANTON", "Of what")} == {"anton"}
    assert told("sort=nothing", "Time (UTC)") == newest
    page = administrator.get("/accounts/log/?lang=en&sort=-user&q=anton").content.decode()
    assert 'aria-sort="descending"' in page and 'value="anton"' in page
    assert "sort=-user&amp;q=anton" in page.replace("&amp;lang=en", "")


def test_the_first_page_has_the_fullest_dossiers_by_what_it_shows(client: Client) -> None:
    page = client.get("/?lang=en").content.decode()
    table = page.split('<table class="held">')[1].split("</table>")[0]
    numbers = [int(one) for one in re.findall(r'data-head="Records">(\d+)<', table)]
    assert numbers and numbers == sorted(numbers, reverse=True)
    heads = re.findall(
        r'<th scope="col"( aria-sort="descending")?><a class="sort" href="(/dossiers/[^"]+)"', table
    )
    assert [address for told, address in heads if told] == ["/dossiers/?sort=-records"]
    for _, address in heads:
        listed = client.get(f"{address}&lang=en").content.decode()
        assert len(re.findall(r"aria-sort=", listed)) == 1, "it leads to a column that there is"


def test_people_of_a_record_are_called_in_the_script_of_the_page(client: Client) -> None:
    from comity.register import queries

    visit = next(one for one in queries.records(kind="visit") if slot_values(one.slots)["visitors"])
    for lang, other in (("ru", "[A-Za-z]"), ("en", "[А-Яа-яЁё]")):
        page = client.get(f"/records/{visit.id}/?lang={lang}").content.decode()
        called = re.findall(r'href="/people/[^"]+">([^<]*)<', page)
        assert called and not re.search(other, "".join(called)), called


def test_findings_are_quoted_without_the_bars_of_a_table() -> None:
    from comity.web.review import shown

    text = "Before\n+-----+------+\n| Norway | 1905 | well-known, a - b |\n+-----+------+\nAfter"
    start = text.index("1905")
    (quoted,) = shown.runs(((start, start + 4),), text, 60)
    assert re.sub(r"<[^>]+>", "", quoted).split() == [
        "Before",
        "Norway",
        "1905",
        "well-known,",
        "a",
        "-",
        "b",
        "After",
    ]
