"""The site and the single page in a real browser: journeys, widths, dark, paper; it must not complain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from comity.publishing import html
from comity.publishing.wording import LANGUAGES, text
from tests.publishing import made
from tests.web.conftest import CHROMIUM, Site

WIDTHS = (360, 768, 1280)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when the browser complains: of the policy, an error, a missing file."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []


def visible(page: Page, selector: str) -> bool:
    """Whether the first element of a selector, waited for, is within the window."""
    page.wait_for_selector(selector, state="attached")
    return bool(
        page.evaluate(
            "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight + 1; }",
            selector,
        )
    )


def test_from_the_list_to_the_words_and_back(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.click("main table.held a[href='/isr-kaz/']")
    assert page.locator("h1").inner_text() == "Israel – Kazakhstan: state of relations"
    page.locator("#visits .ref").first.click()
    assert visible(page, "#here")
    assert page.locator("mark.chosen").count() == 1
    number = page.locator("mark.chosen").first.locator("xpath=preceding-sibling::a[1]")
    number.click()
    assert page.locator("li:target").count() == 1
    assert visible(page, "li:target")
    page.locator("li:target").get_by_text("In the dossier").click()
    page.wait_for_url(f"{site.address}/isr-kaz/#r-*")
    assert visible(page, ":target")


def test_the_language_stays_and_so_does_the_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/documents/page-en/")
    page.click("nav.languages a[lang=ru]")
    assert page.locator("html").get_attribute("lang") == "ru"
    assert "/documents/page-en/" in page.url
    page.goto(f"{site.address}/kaz-isr/")
    assert page.locator("h1").inner_text() == "Казахстан – Израиль: состояние отношений"


def test_a_mark_of_the_timeline_leads_to_its_line(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/kaz-isr/")
    page.locator(".timeline a.mark .bar").first.click()
    assert "#r-" in page.url
    assert page.locator(":target").count() == 1
    page.locator("svg.trade a .bar").first.click()
    assert page.locator("tr:target").count() == 1


def test_the_timeline_is_widened_filtered_and_read_with_the_keyboard(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/kaz-isr/")
    lanes = page.locator(".timeline .lanes")
    narrow = lanes.bounding_box()
    assert narrow is not None
    page.get_by_role("button", name="Wider").click()
    wide = lanes.bounding_box()
    assert wide is not None and wide["width"] > 1.5 * narrow["width"]
    page.get_by_role("button", name="Narrower").click()
    page.locator(".timeline-tools").get_by_label("Agreements").uncheck()
    assert not page.locator(".lane.l-agreements").is_visible()
    marks = page.locator(".lane.l-visits").first.locator("a.mark")
    marks.first.focus()
    assert marks.locator("xpath=self::*[@tabindex='0']").count() == 1
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert "#r-" in page.url


def test_tables_are_sorted_and_filtered(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/kaz-isr/")
    table = page.locator("table.data:has(td:first-child[data-sort]):has(.sort)").first
    heading = table.get_by_role("columnheader").first
    dates = "rows => rows.map(row => row.cells[0].dataset.sort)"
    rows = table.locator("tbody tr:not(.differ)")
    heading.get_by_role("button").click()
    up = rows.evaluate_all(dates)
    assert heading.get_attribute("aria-sort") == "ascending" and up == sorted(up)
    heading.get_by_role("button").click()
    assert heading.get_attribute("aria-sort") == "descending"
    assert rows.evaluate_all(dates) == sorted(up, reverse=True)


def test_the_keyboard_is_enough(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/kaz-isr/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "ref":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    assert page.locator("#here").count() == 1


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_is_wider_than_the_window(page: Page, site: Site, width: int, lang: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    claim = site.claim("tenure")
    for path in ("/", "/kaz-isr/", "/documents/page-en/", f"/claims/{claim.id}/"):
        page.goto(f"{site.address}{path}?lang={lang}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark(page: Page, site: Site, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{site.address}/kaz-isr/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(part) for part in ground[4:-1].split(", ")) < 150) == (scheme == "dark")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_in_one_file(page: Page, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "dossier.html"
    file.write_text(html.render(made.dossier(), lang), encoding="utf-8")
    page.goto(file.as_uri())
    assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
    page.locator("#meetings .ref").first.click()
    assert page.locator("li:target q").count() == 1
    page.locator("li:target .back").click()
    assert page.locator("#meetings :target").count() == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_paper(page: Page, site: Site, tmp_path: Path, lang: str) -> None:
    page.goto(f"{site.address}/kaz-isr/?lang={lang}")
    paper = tmp_path / "dossier.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(paper)
    said = "".join(one.get_textpage().get_text_range() for one in document)
    assert 2 <= len(document) <= 8
    assert text("section.findings", lang) in said
    assert "Ambassador Anna Serik served" in said.replace("\r\n", " "), "the words are printed too"
    assert "Русский" not in said, "the site's frame is not"
    document.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("lang", "direction"), [("en-XA", "ltr"), ("en-XB", "rtl")])
def test_longer_texts_and_texts_from_right_to_left_fit(
    page: Page,
    site: Site,
    lang: str,
    direction: str,
    width: int,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("COMITY_PSEUDO", "1")
    page.set_viewport_size({"width": width, "height": 900})
    for path in (
        "",
        "kaz-isr/",
        "kaz-isr/brief/",
        "documents/page-en/",
        "findings/",
        "search/?q=visit",
        "about/",
    ):
        page.goto(f"{site.address}/{path}{'&' if '?' in path else '?'}lang={lang}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == direction
        brand = page.locator("a.brand").bounding_box()
        assert brand is not None
        assert (brand["x"] > width / 2) == (direction == "rtl"), path
    picture = tmp_path / "page.png"
    page.screenshot(path=picture)
    assert picture.read_bytes().startswith(b"\x89PNG")
    # What is no text of the catalogue would stand there in plain English.
    said = page.locator("nav.site-nav").inner_text()
    assert all(word.startswith("[") or not word.isascii() for word in said.split("\n")), said


def test_a_language_of_nobody_is_not_offered(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/?lang=en-XB")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("nav.languages a").count() == 2
