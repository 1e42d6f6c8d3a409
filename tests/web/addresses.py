"""The addresses of every page that a reader may see, found on the site itself."""

from __future__ import annotations

import re
import urllib.request

from tests.web.conftest import Site

FIXED = (
    "/",
    "/dossiers/",
    "/due/",
    "/kaz-isr/",
    "/kaz-isr/visits/",
    "/kaz-isr/brief/",
    "/documents/",
    "/documents/page-en/",
    "/states/",
    "/states/kaz/",
    "/people/",
    "/bodies/",
    "/enterprises/",
    "/places/",
    "/agreements/",
    "/sheets/",
    "/sheets/?state=KAZ&from=no-day",
    "/about/",
    "/compare/?a=page-en&b=page-ru",
    "/kaz-isr/?as_of=2001-01-01",
    "/kaz-isr/visits/?as_of=2001-01-01",
    "/states/kaz/?as_of=2001-01-01",
    "/people/?q=a&sort=-claims",
    "/people/?q=nobody-of-this-name",
    "/compare/",
    "/between/?a=KAZ&b=ISR",
    "/search/",
    "/search/?q=israel",
    "/search/?q=kind:visit",
    "/search/?q=colour:red",
    "/api/",
    "/nothing-here/",
)
_FIRST = {
    "/people/": r"/people/[0-9a-f]+/",
    "/bodies/": r"/bodies/[0-9a-f]+/",
    "/places/": r"/places/[0-9a-f]+/",
    "/enterprises/": r"/enterprises/[0-9a-f]+/",
    "/agreements/": r"/agreements/[0-9a-f]+/",
    "/kaz-isr/": r"/records/[0-9a-f]+/",
    "/documents/page-en/": r"/claims/[0-9a-f]+/",
}


def read(site: Site, path: str) -> str:
    """The page at a path."""
    with urllib.request.urlopen(f"{site.address}{path}", timeout=60) as answer:
        return answer.read().decode("utf-8")


def pages(site: Site) -> list[str]:
    """Every kind of page once: the fixed ones, the main pages, and the first of each thing that has one of its own."""
    found = list(FIXED)
    found += [
        str(link) for link in re.findall(r'<li><a href="(/[a-z/]*)"', read(site, "/").split("</nav>")[0])
    ]
    found.append("/accounts/sign-in/")
    for path, pattern in _FIRST.items():
        first = re.search(pattern, read(site, path))
        if first is not None:
            found.append(first[0])
    return list(dict.fromkeys(found))
