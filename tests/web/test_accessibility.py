"""Every page in a real browser: axe-core finds no fault in either language, light and dark, narrow and wide."""

from __future__ import annotations

from collections.abc import Iterator

import axe_playwright_python.base as axe
import pytest
from playwright.sync_api import Browser, Page

from comity.publishing.wording import LANGUAGES
from tests.web import addresses
from tests.web.conftest import Site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def faults(page: Page, rules: list[str] = RULES, but: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds on a page by rules or sets of them, one line each; `but` are rules that do not apply."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe.AXE_FILE_PATH.read_text(encoding="utf-8"))
    found = page.evaluate(
        "([rules, but]) => axe.run({ runOnly: rules, resultTypes: ['violations'],"
        " rules: Object.fromEntries(but.map(rule => [rule, { enabled: false }])) })",
        [rules, list(but)],
    )
    return [
        f"{one['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
        for one in found["violations"]
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_has_a_fault(page: Page, site: Site, lang: str) -> None:
    told: list[str] = []
    for path in addresses.pages(site):
        told += looked_at(page, f"{site.address}{path}{'&' if '?' in path else '?'}lang={lang}", lang)
    assert not told, "\n".join(told)


def looked_at(page: Page, address: str, lang: str) -> list[str]:
    """What is wrong with a page in a language, light and dark, narrow and wide.

    A scheme changes colours alone: so all rules are asked narrow and wide in light, and those of colours in dark. The
    other language has other words on the same page, which may be too long for a narrow window and must be marked as
    its own: all rules are asked narrow and dark.
    """
    page.goto(address)
    asked: list[tuple[str, int, list[str]]] = (
        [("light", 1280, RULES), ("light", 360, RULES), ("dark", 360, COLOURS), ("dark", 1280, COLOURS)]
        if lang == LANGUAGES[0]
        else [("light", 1280, []), ("dark", 360, RULES)]
    )
    told = []
    for scheme, width, rules in asked:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = faults(page, rules) if rules else []
        told += [f"{address} {scheme} {width}: {fault}" for fault in found]
        wide = page.evaluate("document.documentElement.scrollWidth")
        told += [f"{address} is {wide} wide in a window of {width}"] if wide > width else []
    return told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_no_fault(page: Page, site: Site, lang: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{site.address}/kaz-isr/?lang={lang}")
    told = faults(page, but=("target-size",))  # nobody points at paper
    assert not told, "\n".join(told)


def test_a_fault_would_be_found(page: Page, site: Site) -> None:
    page.goto(f"{site.address}/about/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=\"data:,\"><p id=\"main\">x</p>'")
    assert any(fault.startswith("image-alt") for fault in faults(page))


def test_every_page_reads_without_a_script(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    for path in addresses.pages(site):
        plain.goto(f"{site.address}{path}")
        assert plain.locator("h1").count() == 1, path
        assert plain.locator("main").inner_text().strip(), path
    plain.goto(f"{site.address}/kaz-isr/")
    plain.locator(".as-list summary").click()
    assert plain.locator(".as-list li").first.is_visible()
    assert plain.locator("table.data").first.is_visible()
    context.close()
