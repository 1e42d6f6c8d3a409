"""Pictures of every page of the site, to be looked at: `make screenshots`.

A register is made of the examples that ship with Comity, served on a free port of this machine, and every page is
taken in both languages, narrow and wide, light and dark, and the dossier as it is printed. The pictures go to
`build/screenshots`; with `--readme` the two that the README shows are made anew.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from comity import examples, pipeline
from comity.knowledge import interface_language
from comity.knowledge.languages import languages
from comity.web import server

HOME = Path(__file__).parents[1]
TARGET = HOME / "build" / "screenshots"
README = {"home": "/", "dossier": "/kaz-isr/#timeline"}
WIDTHS = (360, 1280)
LIMIT = 6000
"""The longest picture in pixels: what comes below is more of the same."""


def fill(db: Path) -> dict[str, str]:
    """A register of the examples, and an address of each kind of page, by name."""
    from comity.web import settings

    settings.configure(db, must_exist=False)
    from comity.register import across, actions, queries, store

    paths = sorted(
        path for path in Path(examples.__file__).parent.iterdir() if path.suffix in (".txt", ".html")
    )
    read = pipeline.read_paths(paths)
    files = {path.name: path for path in paths}
    for document in read.documents:
        claims = [claim for claim in read.claims if claim.doc == document.id]
        unread = [one.span for one in read.unread if one.doc == document.id]
        actions.add_document(
            document, files[document.name].read_bytes(), claims, unread=unread, by="screenshots"
        )
    disputed = next(one for one in queries.records() if one.differences)
    signed = queries.records(kind="agreement")[0]
    document = queries.documents()[0].id
    found = {
        "home": "/", "dossier": "/kaz-isr/", "section": "/kaz-isr/visits/", "record": f"/records/{disputed.id}/",
        "document": f"/documents/{document}/", "documents": "/documents/",
        "state": "/states/kaz/", "states": "/states/",
        "claim": f"/claims/{disputed.claims[0]}/", "agreement": f"/agreements/{signed.id}/",
        "agreements": "/agreements/",
        "brief": "/kaz-isr/brief/", "findings": "/findings/", "search": "/search/", "compare": "/compare/",
        "dossiers": "/dossiers/", "due": "/due/", "about": "/about/", "missing": "/nothing/",
        "sign-in": "/accounts/sign-in/",
    }  # fmt: skip
    for kind, path in (("person", "people"), ("body", "bodies"), ("place", "places")):
        found[path] = f"/{path}/"
        found[kind] = f"/{path}/{across.things(kind)[0].identity}/"
    store.close()
    return found


def take(browser: Browser, site: str, pages: dict[str, str]) -> None:
    """Every page in every form."""
    for lang in languages():
        for scheme in ("light", "dark"):
            for width in WIDTHS:
                context = browser.new_context(
                    viewport={"width": width, "height": 900},
                    color_scheme="dark" if scheme == "dark" else "light",
                )
                page = context.new_page()
                for name, path in pages.items():
                    page.goto(f"{site}{path}?lang={lang}")
                    height = min(LIMIT, page.evaluate("document.documentElement.scrollHeight"))
                    page.set_viewport_size({"width": width, "height": height})
                    page.screenshot(path=TARGET / f"{name}-{lang}-{scheme}-{width}.png")
                    page.set_viewport_size({"width": width, "height": 900})
                context.close()
        if interface_language(lang).generated:
            continue
        page = browser.new_page()
        page.goto(f"{site}/kaz-isr/?lang={lang}")
        page.pdf(path=TARGET / f"dossier-{lang}.pdf", prefer_css_page_size=True)
        page.close()


def take_for_readme(browser: Browser, site: str) -> None:
    """The two pictures of the README."""
    for name, path in README.items():
        page = browser.new_page(viewport={"width": 1200, "height": 820}, color_scheme="light")
        page.goto(f"{site}{path}")
        page.screenshot(path=HOME / "docs" / "images" / f"site-{name}.png")
        page.close()
    # The same page longer, and from right to left, for docs/languages.md.
    for lang, name in (("en-XA", "expanded"), ("en-XB", "mirrored")):
        page = browser.new_page(viewport={"width": 1200, "height": 700}, color_scheme="light")
        page.goto(f"{site}/kaz-isr/?lang={lang}")
        page.screenshot(path=HOME / "docs" / "images" / f"site-{name}.png")
        page.close()


def main() -> None:
    """Make the pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("screenshots: chromium is not installed (on Debian: apt-get install chromium)")
    os.environ["COMITY_PSEUDO"] = "1"
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as other:
        db = Path(folder) / "comity.db"
        # The browser's thread has an event loop, in which Django refuses to touch a database.
        pages = other.submit(fill, db).result()
        running = other.submit(server.start, db, port=0).result()
        threading.Thread(target=running.serve_forever, daemon=True).start()
        site = server.address(running).rstrip("/")
        with urllib.request.urlopen(f"{site}/", timeout=30) as answer:  # noqa: S310
            answer.read()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            if "--readme" in sys.argv:
                take_for_readme(browser, site)
            else:
                take(browser, site, pages)
            browser.close()
        running.shutdown()
        running.server_close()
    print(f"{'docs/images' if '--readme' in sys.argv else TARGET.relative_to(HOME)}: done")


if __name__ == "__main__":
    main()
