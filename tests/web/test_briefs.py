"""Briefs on the site and on the command line."""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path

import pytest

from comity.model.claim import Claim
from comity.publishing import brief
from tests.commands import run
from tests.web.conftest import Site


def get(site: Site, path: str) -> tuple[int, str, bytes, str]:
    try:
        with urllib.request.urlopen(f"{site.address}{path}") as answer:
            disposition = answer.headers.get("Content-Disposition", "")
            return answer.status, answer.headers["Content-Type"], answer.read(), disposition
    except urllib.error.HTTPError as error:
        return error.code, "", error.read(), ""


@pytest.mark.parametrize(("lang", "word"), [("en", "Last contacts"), ("ru", "Последние контакты")])
def test_the_page(site: Site, lang: str, word: str) -> None:
    status, _, body, _ = get(site, f"/kaz-isr/brief/?lang={lang}")
    assert status == 200
    assert word in body.decode()
    for form in brief.FORMS:
        assert f"/kaz-isr/brief.{form}?pages=2&amp;lang={lang}" in body.decode()
    assert 'src="data:' not in body.decode(), "the site's policy lets no picture in that stands in a page"


def test_a_dossier_leads_to_its_brief(site: Site) -> None:
    assert 'href="/kaz-isr/brief/"' in get(site, "/kaz-isr/")[2].decode()


def test_a_brief_of_another_moment(site: Site) -> None:
    assert 'href="/kaz-isr/brief/?as_of=1996"' in get(site, "/kaz-isr/?as_of=1996")[2].decode()
    now, then = (get(site, f"/kaz-isr/brief/{query}")[2].decode() for query in ("", "?as_of=1996&lang=en"))
    assert "As of: 1996" in then and len(then) < len(now)
    for form in brief.FORMS:
        assert f"/kaz-isr/brief.{form}?pages=2&amp;lang=en&amp;as_of=1996" in then
    assert 'href="/kaz-isr/?as_of=1996"' in then
    assert 'name="as_of" value="1996"' in then, "another number of pages is of the same moment"
    file = get(site, "/kaz-isr/brief.md?as_of=1996&lang=en")[2].decode()
    assert "As of: 1996" in file and len(file) < len(get(site, "/kaz-isr/brief.md?lang=en")[2].decode())
    assert get(site, "/kaz-isr/brief/?as_of=soon")[0] == 400


@pytest.mark.parametrize("form", brief.FORMS)
def test_files(site: Site, form: str) -> None:
    status, kind, body, disposition = get(site, f"/kaz-isr/brief.{form}?pages=1&lang=ru")
    assert (status, kind) == (200, brief.FORMS[form])
    assert disposition == f'attachment; filename="kaz-isr-ru.{form}"'
    assert body.startswith({"docx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE", "md": b"# "}[form])


def test_the_chart(site: Site) -> None:
    status, kind, body, _ = get(site, "/kaz-isr/brief/trade.png")
    assert (status, kind) == (200, "image/png")
    assert body.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "path",
    [
        "/fra-deu/brief/",
        "/kaz-kaz/brief/",
        "/kaz-isr/brief.odt",
        "/fra-deu/brief.pdf",
        "/fra-deu/brief/trade.png",
    ],
)
def test_what_is_not_held_is_not_found(site: Site, path: str) -> None:
    assert get(site, path)[0] == 404


@pytest.mark.parametrize("pages", ["0", "-1", "99999999999999999999", "x", "²", ""])
def test_any_number_of_pages_is_answered(site: Site, pages: str) -> None:
    assert get(site, f"/kaz-isr/brief/?pages={urllib.request.quote(pages)}")[0] == 200


def test_the_command(site: Site, tmp_path: Path) -> None:
    at = ("--db", str(site.db))
    assert run("brief", "--write-template", "ours.docx", cwd=tmp_path).returncode == 0
    done = run("brief", "KAZ", "ISR", *at, "--template", "ours.docx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kaz-isr-en.docx").read_bytes().startswith(b"PK")
    said = run("brief", "Казахстан", "Израиль", *at, "--lang", "ru", "--format", "md", cwd=tmp_path)
    assert said.stdout.startswith("# Казахстан – Израиль: справка")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["brief"], "name two states"),
        (["brief", "KAZ", "ISR", "--format", "pdf", "--template", "a.txt"], "for the form docx"),
        (["brief", "KAZ", "ISR", "--template", "a.txt"], "a.txt is no DOCX file"),
        (["brief", "KAZ", "FRA"], "holds nothing about"),
        (["brief", "KAZ", "ISR", "--pages", "0"], "--pages"),
    ],
)
def test_what_cannot_be_done_is_told(site: Site, tmp_path: Path, arguments: list[str], told: str) -> None:
    (tmp_path / "a.txt").write_text("no", encoding="utf-8")
    done = run(*arguments, "--db", str(site.db), cwd=tmp_path)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("held")
def test_who_may_read_may_take_a_brief(public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from tests.web.people import Person, refused

    monkeypatch.setattr(settings, "COMITY_PUBLIC", public)
    stranger, reader = Person(), Person("reader")
    for path in (
        "/kaz-isr/brief/",
        "/kaz-isr/brief/trade.png",
        *(f"/kaz-isr/brief.{form}" for form in brief.FORMS),
    ):
        assert refused(stranger.get(path)) is not public, path
        assert reader.get(path).status_code == 200, path
        assert reader.client.post(path).status_code in (403, 405), path


@pytest.mark.usefixtures("held")
def test_a_brief_is_made_once_and_anew_when_the_register_changes(
    held: dict[str, list[Claim]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from comity.register import actions
    from tests.web.people import Person

    made, write = [], brief.write
    monkeypatch.setattr(brief, "write", lambda *given: made.append(given) or write(*given))
    reader = Person("reader")
    first = reader.get("/kaz-isr/brief.md").content
    assert reader.get("/kaz-isr/brief.md").content == first
    assert len(made) == 1
    for claim in held["page-en"]:
        if claim.kind == "visit":
            actions.reject(claim.id, by="reviewer", reason="not so")
    assert reader.get("/kaz-isr/brief.md").content != first
    assert len(made) == 2
