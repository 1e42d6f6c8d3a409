"""What people with an account do, in a real browser: reviewing by keyboard, and no page of work with a fault."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Page

from comity.publishing.wording import LANGUAGES
from tests.web import addresses
from tests.web.conftest import Site
from tests.web.test_accessibility import looked_at
from tests.web.test_permissions import DYAD, PAGES

WORK = (
    "/review/", "/findings/", "/add/", "/reread/", "/reread/page-en/", "/accounts/", "/accounts/people/",
    "/accounts/log/",
)  # fmt: skip


def link(site: Site, name: str) -> str:
    """The address that signs somebody in once."""

    def made() -> str:
        from comity.web import access
        from comity.web.accounts.models import User

        user = User.objects.filter(username=name).first()
        return access.make_link(user or User.objects.create_user(name, role="administrator"))

    with ThreadPoolExecutor(1) as other:
        return f"{site.address}/accounts/link/?key={other.submit(made).result()}"


def sign_in(page: Page, site: Site, name: str) -> None:
    """Come in by a link and its button."""
    page.goto(link(site, name))
    page.locator("main button").click()
    page.wait_for_url(f"{site.address}/")


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page of somebody signed in that fails the test when the browser complains."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    sign_in(opened, site, "ann")
    yield opened
    context.close()
    assert complaints == []


def opened(page: Page, site: Site) -> str:
    """Open the first claim of the queue; its address."""
    page.goto(f"{site.address}/review/?lang=en")
    first = page.locator('input[name="claim"]').first.get_attribute("value")
    page.goto(f"{site.address}/review/{first}/")
    return page.url


def work(page: Page, site: Site) -> list[str]:
    """The addresses of the pages of work, with a claim, a record and a task of reading of their own."""
    claim = opened(page, site).removeprefix(site.address)
    page.goto(f"{site.address}/kaz-isr/visits/")
    page.locator('main a[href^="/records/"]').first.click()
    record = page.locator('a[href^="/review/records/"]').first.get_attribute("href") or ""
    page.goto(f"{site.address}/add/")
    page.locator("#text").fill("Words to be read.")
    page.locator("#add button").click()
    page.wait_for_url(f"{site.address}/add/*/")
    return [*WORK, claim, record, page.url.removeprefix(site.address)]


NO_PAGE = re.compile(
    r"^(api/v1|\^api/)|/original/$|cite|feed|calendar|csv|png|docx|/(end|add|batch|undo|merge|split|decide|version)/$"
    r"|sign-out|accounts/(link|password|tokens)/|accounts/people/<|findings/<"
)
"""Addresses that answer no page of their own: data, files, and what only takes a form."""


@pytest.mark.usefixtures("site")
def test_every_page_of_the_table_of_permissions_is_looked_at(page: Page, site: Site) -> None:
    from django.urls import resolve

    looked = [*addresses.pages(site), *work(page, site)]
    with ThreadPoolExecutor(1) as other:
        seen = {
            other.submit(resolve, path.partition("?")[0]).result().route
            for path in looked
            if "nothing" not in path
        }
    known = {key.replace("DYAD", DYAD) for key in PAGES if not NO_PAGE.search(key)}
    assert sorted(known - seen) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_of_work_has_a_fault(page: Page, site: Site, lang: str) -> None:
    told: list[str] = []
    for path in work(page, site):
        told += looked_at(page, f"{site.address}{path}?lang={lang}", lang)
    assert not told, "\n".join(told)


def test_a_claim_is_decided_and_undone_by_keyboard(page: Page, site: Site) -> None:
    first = opened(page, site)
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("p")
    page.wait_for_url(first)
    page.keyboard.press("a")
    page.wait_for_url(lambda url: url != first)
    page.keyboard.press("u")
    page.wait_for_url(first)
    assert "ann" in page.content()


def test_single_keys_are_turned_off_and_on(page: Page, site: Site) -> None:
    """Who speaks to the machine, or whose hand shakes, decides nothing by accident."""
    first = opened(page, site)
    page.get_by_text("Keys", exact=False).first.click()
    page.get_by_label("Single keys work").uncheck()
    page.reload()
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert page.url == first and "Undo" not in page.inner_text("main")
    page.get_by_text("Keys", exact=False).first.click()
    page.get_by_label("Single keys work").check()
    page.keyboard.press("Escape")
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != first)
    assert page.get_by_role("button", name="Accept", exact=True).count() == 1, (
        "its key is no part of its name"
    )


def test_the_slower_of_two_people_sees_both_decisions(page: Page, site: Site, chromium: Browser) -> None:
    first = opened(page, site)
    context = chromium.new_context(locale="en-GB")
    other = context.new_page()
    sign_in(other, site, "bob")
    other.goto(first)
    other.keyboard.press("a")
    other.wait_for_url(lambda url: url != first)
    page.keyboard.press("r")
    page.get_by_role("heading", name="Somebody was faster").wait_for()
    assert "bob" in page.inner_text("main")
    other.keyboard.press("u")
    other.wait_for_url(first)
    context.close()


EARLIER = "The Foreign Minister of Chile Luis Vega paid an official visit to Kenya on 3 May 2001.\n"
LATER = EARLIER.replace("3 May", "4 May") + "\nThe Embassy of Chile in Nairobi was opened in June 2003.\n"


def test_from_the_file_to_the_brief(page: Page, site: Site) -> None:
    """Two states of one page are added, looked over, told apart, found and taken to a meeting."""
    page.goto(f"{site.address}/add/?lang=en")
    page.set_input_files(
        "#files",
        [
            {"name": f"page-{name}.txt", "mimeType": "text/plain", "buffer": text.encode()}
            for name, text in (("earlier", EARLIER), ("later", LATER))
        ],
    )
    page.get_by_role("button", name="Add").click()
    page.get_by_text("waiting").first.wait_for()
    done = subprocess.run(
        [sys.executable, "-m", "comity", "work", "--once", "--db", str(site.db)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    page.reload()
    assert page.locator(".upload.s-added").count() == 2, page.inner_text("main")

    page.goto(f"{site.address}/review/?lang=en&doc=page-later")
    page.locator("#queue a.open").first.click()
    assert "page-later" in page.inner_text("main")
    page.keyboard.press("a")
    page.get_by_text("Accepted").first.wait_for()

    page.goto(f"{site.address}/compare/?lang=en&a=page-earlier&b=page-later")
    assert "3 May 2001" in page.inner_text("main") and "4 May 2001" in page.inner_text("main")
    assert "Nairobi" in page.locator("#added + ol").inner_text()

    page.goto(f"{site.address}/?lang=en")
    page.get_by_role("searchbox").first.fill("Вега")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Luis Vega").first.wait_for()

    page.goto(f"{site.address}/chl-ken/?lang=en")
    assert "Luis Vega" in page.inner_text("main")
    page.get_by_role("link", name="Brief", exact=True).first.click()
    assert "Luis Vega" in page.inner_text("main") and "Nairobi" in page.inner_text("main")
    with page.expect_download() as taken:
        page.get_by_role("link", name="DOCX").click()
    assert taken.value.suggested_filename.endswith(".docx")
    page.get_by_role("link", name="Русский").click()
    assert "Луис Вега" in page.inner_text("main")


def test_who_watches_an_upload_keeps_the_focus(page: Page, site: Site) -> None:
    """A link stays under the keyboard while other documents end, and the status is the one that was there before."""

    def in_register(act: str) -> None:
        from comity.web.adding import queue
        from comity.web.adding.models import Upload

        if act == "hand over":
            some = [queue.Handed(f"{name}.txt", name.encode()) for name in ("first", "second")]
            Upload.objects.filter(job=queue.hand_over(some, "ann")).update(
                state=Upload.READING, taken_at=_later()
            )
        upload = Upload.objects.filter(name=act).first()
        if upload is not None:
            queue.done(upload, "page-en", 3, new=True)

    with ThreadPoolExecutor(1) as other:
        other.submit(in_register, "hand over").result()
        page.goto(f"{site.address}/add/?lang=en")
        page.locator("ul.jobs a").first.click()
        page.wait_for_selector("#progress")
        page.evaluate(
            "document.getElementById('said').before_ = document.querySelector('progress').before_ = 1"
        )
        other.submit(in_register, "first.txt").result()
        link = page.get_by_role("link", name="Open", exact=False).first
        link.wait_for()
        link.focus()
        page.evaluate("document.activeElement.before_ = 1")
        other.submit(in_register, "second.txt").result()
        page.wait_for_selector("#onward")
    assert page.evaluate("document.activeElement.before_") == 1, "the focus is where it was"
    assert page.evaluate(
        "document.getElementById('said').before_ && document.querySelector('progress').before_"
    )
    assert page.evaluate("document.querySelector('progress').value") == 2
    assert page.locator("section.s-added").count() == 2


def _later() -> datetime.datetime:
    """A time that no worker takes for long ago."""
    return datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)
