"""Sheets of the whole register: all records of a kind, whoever asks for them in whatever form, on both databases."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from comity.model.claim import KINDS, Claim
from comity.publishing import whole
from comity.publishing.wording import LANGUAGES, text

Held = dict[str, list[Claim]]


@pytest.fixture
def client(held: Held) -> Client:
    del held
    return Client(SERVER_NAME="127.0.0.1")


def content(client: Client, path: str) -> bytes:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return answer.getvalue()


def rows(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(client, path).decode("utf-8-sig"))))


def lines(client: Client, path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content(client, path).decode().splitlines()]


def test_every_record_is_in_the_sheet_of_its_kind(client: Client) -> None:
    from comity.register import queries

    for kind in KINDS:
        held = {one.id: one for one in queries.records(kind=kind)}
        told = rows(client, f"/sheets/{kind}.csv")
        assert {one["id"] for one in told} == set(held), kind
        assert len(told) == len(held)
        for one in told:
            assert one["states"] == "; ".join(held[one["id"]].dyad)
            assert one["claims"] == "; ".join(held[one["id"]].claims)
            assert one["words"] and one["documents"] and one["link"].endswith(f"/records/{one['id']}/")


def test_the_forms_tell_the_same(client: Client) -> None:
    told = rows(client, "/sheets/visit.csv?lang=ru")
    as_lines = lines(client, "/sheets/visit.jsonl?lang=ru")
    as_json = json.loads(content(client, "/sheets/visit.json?lang=ru"))
    book = load_workbook(io.BytesIO(content(client, "/sheets/visit.xlsx?lang=ru")))
    cells = list(book.active.iter_rows(values_only=True))
    assert as_json["records"] == as_lines and as_json["kind"] == "visit"
    assert [one["id"] for one in told] == [one["id"] for one in as_lines] == [row[0] for row in cells[1:]]
    assert tuple(told[0]) == cells[0] == whole.columns("visit", linked=True)
    for row, line in zip(told, as_lines, strict=True):
        assert row["from"] == line["slots"]["from"]
        assert row["text"] == line["text"] and re.search("[а-я]", row["text"])
        people = line["slots"]["visitors"]
        assert row["visitors"] == "; ".join(one.get("name", "") for one in people)
        assert row["visitors_of"].replace("; ", "") == "".join(one.get("of", "") for one in people)
        assert row["words"] == " | ".join(
            " ".join(run.split()) for one in line["sources"] for run in one["words"]
        )


def test_the_columns_are_the_same_whatever_is_asked_for(client: Client) -> None:
    for kind in KINDS:
        heads = {
            content(client, f"/sheets/{kind}.csv?{asked}").decode("utf-8-sig").split("\r\n")[0]
            for asked in ("lang=en", "lang=ru", "state=KAZ&to=2001", "from=1801&to=1802")
        }
        assert heads == {",".join(whole.columns(kind, linked=True))}


def test_states_and_time_narrow_it_down(client: Client) -> None:
    every = {one["id"]: one for one in rows(client, "/sheets/visit.csv")}
    for asked in ("state=KAZ", "state=kaz&state=%D0%98%D0%B7%D1%80%D0%B0%D0%B8%D0%BB%D1%8C"):
        assert {one["id"] for one in rows(client, f"/sheets/visit.csv?{asked}")} == set(every)
    assert not rows(client, "/sheets/visit.csv?state=NOR")
    early = rows(client, "/sheets/visit.csv?to=2000-04-03")
    late = rows(client, "/sheets/visit.csv?from=2000-04-04")
    assert early and late and len(early) < len(every)
    assert all(one["date_from"] <= "2000-04-03" for one in early)
    assert all(one["date_to"] >= "2000-04-04" for one in late)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_cannot_be_understood_is_said_and_nothing_sent(client: Client, lang: str) -> None:
    for asked in ("state=Kazahstan", "from=tomorrow", "from=2005&to=2001"):
        for path in ("/sheets/", "/sheets/visit.csv"):
            answer = client.get(f"{path}?{asked}&lang={lang}")
            assert answer.status_code == 400 and "Content-Disposition" not in answer.headers
            assert 'role="alert"' in answer.content.decode()
    assert client.get("/sheets/person.csv").status_code == 404


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_leads_to_what_it_counts(client: Client, lang: str) -> None:
    page = client.get(f"/sheets/?lang={lang}&state=KAZ").content.decode()
    for kind in ("visit", "agreement"):
        number = len(rows(client, f"/sheets/{kind}.csv?state=KAZ"))
        shown = re.search(rf'k-{kind}">([^<]*)</span></td><td[^>]*>(\d+)<', page)
        assert shown and shown[1] == text(f"kind.{kind}", lang) and int(shown[2]) == number
        assert f'href="/sheets/{kind}.csv?state=KAZ&amp;lang={lang}"' in page or (
            f'href="/sheets/{kind}.csv?lang={lang}&amp;state=KAZ"' in page
        )
    assert 'href="/sheets/"' in client.get("/").content.decode()


def test_programs_have_the_same(client: Client) -> None:
    assert content(client, "/api/v1/sheets/visit?form=csv&lang=en") == content(
        client, "/sheets/visit.csv?lang=en"
    )
    told = lines(client, "/api/v1/sheets/agreement?form=jsonl&state=KAZ&state=ISR&from=2000&to=2000")
    assert told and all("2000" in one["slots"]["date"] for one in told)
    refused = client.get("/api/v1/sheets/visit?state=Kazahstan&lang=ru")
    assert refused.status_code == 404 and "KAZ (Казахстан)" in refused.json()["detail"]
    assert client.get("/api/v1/sheets/person").status_code == 422
    head = client.head("/api/v1/sheets/visit")
    assert head.status_code == 200 and not head.getvalue()
    again = client.get("/api/v1/sheets/visit", headers={"If-None-Match": head.headers["ETag"]})
    assert again.status_code == 304


def test_words_of_documents_become_no_formula() -> None:
    from comity.model.claim import Visit
    from comity.model.record import Record

    record = Record(
        id="1", kind="visit", dyad=("KAZ", "ISR"), slots=Visit(from_="KAZ", to="ISR", place="=1+1"), claims=()
    )
    told = whole.Told(record, (whole.Quote("2", "@doc", ((0, 3),), ("+ 1",)),))
    made = b"".join(whole.write("csv", "visit", [told], "en")).decode("utf-8-sig")
    row = next(csv.DictReader(io.StringIO(made)))
    assert (row["place"], row["documents"], row["words"]) == ("'=1+1", "'@doc", "'+ 1")
    assert "link" not in row
