"""The site over HTTP: pages, languages, links, headers, what it refuses."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html as lxml_html

from comity.publishing.wording import LANGUAGES, sentence, text
from tests.web.conftest import Site


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes
    address: str

    @property
    def tree(self) -> lxml_html.HtmlElement:
        return lxml_html.document_fromstring(self.body.decode("utf-8"))


def get(site: Site, path: str, method: str = "GET", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(urljoin(site.address, path), headers=named, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return Answer(answer.status, answer.headers, answer.read(), answer.geturl())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read(), error.geturl())


def pages(site: Site) -> list[str]:
    claim = site.claim("visit")
    return [
        "/",
        "/kaz-isr/",
        "/isr-kaz/",
        "/documents/page-en/",
        f"/documents/page-en/?claim={claim.id}",
        "/documents/page-ru/?at=0-10",
        f"/claims/{claim.id}/",
        "/fra-deu/",
        "/nothing-here",
    ]


def test_every_page_in_every_language(site: Site) -> None:
    for path in pages(site):
        for lang in LANGUAGES:
            answer = get(site, f"{path}{'&' if '?' in path else '?'}lang={lang}")
            assert answer.status == (404 if path in ("/fra-deu/", "/nothing-here") else 200), path
            assert answer.tree.get("lang") == lang
            assert answer.headers["Content-Language"] == lang
            assert len(answer.tree.xpath("//h1")) == 1


def test_every_link_leads_somewhere(site: Site) -> None:
    seen: dict[str, set[str]] = {}
    waiting = ["/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        answer = get(site, address)
        assert answer.status == 200, address
        if "text/html" not in answer.headers["Content-Type"]:
            seen[address] = set()
            continue
        ids = answer.tree.xpath("//@id")
        assert len(ids) == len(set(ids)), address
        seen[address] = set(ids)
        for link in answer.tree.xpath("//@href"):
            if link.startswith("data:"):
                continue
            target = urlsplit(urljoin(answer.address, link))
            assert f"{target.scheme}://{target.netloc}" == site.address, link
            local = target._replace(scheme="", netloc="", fragment="").geturl()
            if len(seen) < 150 and "lang=" not in local:
                waiting.append(local)
            if target.path == urlsplit(answer.address).path and not target.query and target.fragment:
                assert target.fragment in ids, (address, link)
    assert len(seen) > 60


def test_every_line_of_the_dossier_leads_to_its_words(site: Site) -> None:
    dossier = get(site, "/kaz-isr/").tree
    links = {str(link) for link in dossier.xpath("//a[@class='ref']/@href")}
    assert len(links) >= len(site.claims)
    claims = {claim.id: claim for claim in site.claims}
    for link in links:
        page = get(site, link).tree
        assert link.endswith("#here")
        (words,) = page.xpath("//mark[@id='here']")
        wanted = link.split("claim=")[1].split("#")[0]
        marked = "".join(one.text_content() for one in page.xpath("//mark[contains(@class, 'chosen')]"))
        claim = claims[wanted]
        held = _text(site, claim.doc)
        assert marked == "".join(held[start:end] for start, end in claim.evidence)
        assert page.xpath(f"//li[@id='c-{wanted}' and @class='chosen']")
        assert words is not None


def _text(site: Site, doc: str) -> str:
    from tests.publishing import made

    del site
    return made.documents()[doc].text


def test_a_claim_leads_on_to_its_line(site: Site) -> None:
    claim = site.claim("agreement")
    answer = get(site, f"/claims/{claim.id}/?to=record")
    assert urlsplit(answer.address).path == "/isr-kaz/"
    fragment = urlsplit(answer.address).fragment
    assert answer.tree.xpath(f"//*[@id='{fragment}']//a[contains(@href, '{claim.id}')]")


def test_document_page_has_every_claim_with_its_sentence(site: Site) -> None:
    for lang in LANGUAGES:
        tree = get(site, f"/documents/page-en/?lang={lang}").tree
        said = tree.xpath("string(//section[@class='claims'])")
        for claim in site.claims:
            if claim.doc == "page-en":
                assert sentence(claim.slots, lang, ("ISR", "KAZ")) in said
                assert tree.xpath(f"//a[@id='t-{claim.id}' and @href='#c-{claim.id}']")
                assert tree.xpath(f"//li[@id='c-{claim.id}']//a[contains(@href, '?claim={claim.id}')]")
        assert tree.xpath("//mark[contains(@class, 'unread')]")
        assert text("site.unread", lang) in said


@pytest.mark.parametrize(
    ("accept", "lang"),
    [
        ("ru", "ru"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en-US,en;q=0.9,ru;q=0.8", "en"),
        ("de,ru;q=0.4", "ru"),
        ("kk", "en"),
        ("ru;q=0, en;q=0.1", "en"),
        ("ru;q=x", "en"),
        (",,,;;;", "en"),
        ("", "en"),
    ],
)
def test_the_browser_s_language(site: Site, accept: str, lang: str) -> None:
    assert get(site, "/", Accept_Language=accept).tree.get("lang") == lang


def test_the_switch_stays_on_the_page_and_is_remembered(site: Site) -> None:
    claim = site.claim("visit")
    page = get(site, f"/documents/page-en/?claim={claim.id}", Accept_Language="en")
    (link,) = page.tree.xpath("//nav[@class='languages']/a[@lang='ru']/@href")
    russian = get(site, urljoin(page.address, link), Accept_Language="en")
    assert russian.tree.get("lang") == "ru"
    assert russian.tree.xpath("//mark[@id='here']"), "the words that were marked still are"
    cookie = russian.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert get(site, "/", Accept_Language="en", Cookie=cookie.split(";")[0]).tree.get("lang") == "ru"
    assert "Accept-Language" in russian.headers["Vary"] and "Cookie" in russian.headers["Vary"]


def test_headers_on_every_answer(site: Site) -> None:
    sheet = str(get(site, "/").tree.xpath("//link[@rel='stylesheet']/@href")[0])
    for path in [*pages(site), sheet, "/KAZ-ISR/"]:
        headers = get(site, path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "script-src 'self';" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "DENY"


def test_no_page_has_script_or_style_in_it(site: Site) -> None:
    for path in pages(site):
        tree = get(site, path).tree
        assert not tree.xpath("//style | //@style | //iframe | //object | //embed")
        for script in tree.xpath("//script"):
            assert script.get("src").startswith("/static/comity/") and not script.text
        assert not [name for one in tree.iter() for name in one.attrib if name.startswith("on")]


def test_style_sheets_may_be_kept(site: Site) -> None:
    for sheet in get(site, "/").tree.xpath("//link[@rel='stylesheet']/@href"):
        answer = get(site, str(sheet))
        assert answer.status == 200 and "text/css" in answer.headers["Content-Type"]
        assert "max-age=31536000" in answer.headers["Cache-Control"]
        assert "?v=" in sheet


def page_files(site: Site, path: str) -> list[str]:
    """The files of this site that a page needs to be shown."""
    tree = get(site, path).tree
    return [str(one) for one in tree.xpath("//link[@rel='stylesheet']/@href | //script/@src | //img/@src")]


@pytest.mark.parametrize("path", ["/", "/kaz-isr/", "/documents/page-en/", "/search/?q=visit"])
@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, path: str, encoding: str) -> None:
    first = get(site, path, Accept_Encoding=encoding)
    tag = first.headers["ETag"]
    again = get(site, path, Accept_Encoding=encoding, If_None_Match=tag)
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert get(site, f"{path}{'&' if '?' in path else '?'}lang=ru", If_None_Match=tag).status == 200


def test_a_page_is_small(site: Site) -> None:
    page = get(site, "/kaz-isr/", Accept_Encoding="gzip")
    assert page.headers["Content-Encoding"] == "gzip"
    assert len(page.body) < 60_000
    # The first view, with all that it needs, stays small.
    sheets = page_files(site, "/kaz-isr/")
    assert len(sheets) <= 6
    assert len(page.body) + sum(len(get(site, one, Accept_Encoding="gzip").body) for one in sheets) < 300_000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(site: Site, method: str) -> None:
    for path in ("/", "/kaz-isr/", "/documents/page-en/"):
        # Forged requests are refused before their method is looked at.
        assert get(site, path, method=method).status in (403, 405)


@pytest.mark.parametrize(
    "path",
    [
        "/documents/..%2f..%2fetc%2fpasswd/",
        "/documents/%00/",
        "/claims/%27%20OR%201=1/",
        "/static/../settings.py",
        "/static/%2e%2e/%2e%2e/views.py",
        "/<script>alert(1)</script>/",
        "/between/?a=%3Cscript%3E&b=KAZ",
        "/between/?a=KAZ&b=KAZ",
        "/between/",
        "/kaz-kaz/",
        "/xxx-yyy/",
    ],
)
def test_what_is_not_there(site: Site, path: str) -> None:
    answer = get(site, path.replace("<", "%3C").replace(">", "%3E"))
    assert answer.status == 404
    assert b"<script" not in answer.body and b"Traceback" not in answer.body


def test_another_name_is_refused(site: Site) -> None:
    answer = get(site, "/", Host="evil.example")
    assert answer.status == 400
    assert b"Traceback" not in answer.body


def test_odd_queries_change_nothing(site: Site) -> None:
    for query in (
        "?claim=none",
        "?at=9-1",
        "?at=99999999-999999999",
        "?at=x",
        "?lang=zz",
        "?claim=%00&at=0-0",
    ):
        assert get(site, f"/documents/page-en/{query}").status == 200


def test_many_readers_at_once(site: Site) -> None:
    with ThreadPoolExecutor(12) as readers:
        wanted = [f"/{pair}/?lang={lang}" for pair in ("kaz-isr", "isr-kaz") for lang in LANGUAGES] * 6
        answers = list(readers.map(lambda path: get(site, path), wanted))
    assert {answer.status for answer in answers} == {200}
    bodies: dict[str, set[bytes]] = {}
    for path, answer in zip(wanted, answers, strict=True):
        bodies.setdefault(path, set()).add(answer.body)
    assert all(len(several) == 1 for several in bodies.values())


def test_the_secret_key_is_its_owner_s_alone(site: Site) -> None:
    from comity.web import settings

    file = site.db.parent / settings.KEY_FILE
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert settings.secret_key(site.db) == settings.secret_key(site.db) == file.read_text(encoding="ascii")
    assert len(settings.secret_key(site.db)) >= 50


def test_a_folder_that_cannot_be_written_to_has_a_passing_key(tmp_path: Path) -> None:
    from comity.web import settings

    missing = tmp_path / "none" / "comity.db"
    assert settings.secret_key(missing) != settings.secret_key(missing)


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("10.0.0.1", False),
        ("x", False),
    ],
)
def test_loopback_answers_to_its_own_names_only(host: str, loopback: bool) -> None:
    from comity.web import settings

    assert settings.is_loopback(host) == loopback
    assert "*" not in settings.allowed_hosts(host)


def test_serving_says_where_and_ends_when_asked(site: Site) -> None:
    program = (
        # a shell that starts the tests behind it has them ignore Ctrl+C
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from comity.web.server import serve\n"
        "serve(sys.argv[1], port=0, ready=lambda address: print(address, flush=True))"
    )
    environment = {**os.environ, "COMITY_DATABASE_URL": ""}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(site.db)], stdout=subprocess.PIPE, text=True, env=environment
    ) as running:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}kaz-isr/", timeout=30) as answer:
            assert answer.status == 200
        running.send_signal(2)
        try:
            assert running.wait(timeout=20) == 0
        finally:
            running.kill()


def test_a_taken_port_is_said_in_one_line(site: Site) -> None:
    from comity.register.errors import RegisterError
    from comity.web import server

    port = urlsplit(site.address).port or 0
    with pytest.raises(RegisterError, match=r"port \d+ of 127.0.0.1 is taken .* --port"):
        server.start(site.db, port=port)


def test_a_missing_register_is_said_in_one_line(site: Site, tmp_path: Path) -> None:
    from comity.register.errors import RegisterError
    from comity.web import server

    with pytest.raises(RegisterError, match="no register"):
        server.start(tmp_path / "none.db", port=0)
    assert not (tmp_path / "none.db").exists()
    assert get(site, "/").status == 200
