"""How the site bears readers, and how much a first view sends, on a register made by `synthetic.py`.

    python benchmarks/synthetic.py big.db && python benchmarks/site.py big.db
    python benchmarks/site.py big.db --readers 50 --seconds 20 --pause 1 --server gunicorn

The site is started here, on the loopback address, and read by as many readers at once as are asked for, for so many
seconds, each of whom looks at a page for a while (`--pause`) before the next: one page in two is a dossier, one in two
a search, of many pairs of states and many names. A round of each page once, by one reader, comes first, told apart:
what the site keeps until the register changes is made then. The readers take their share of the same processors.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import statistics
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

PORT = 8765
HEADERS = {"Accept-Encoding": "gzip", "Accept-Language": "en"}


def main() -> None:
    """Start the site, read it, and print what came of it."""
    parser = argparse.ArgumentParser(description="How the site bears readers.")
    parser.add_argument("db", help="a register, as synthetic.py makes it")
    parser.add_argument("--readers", type=int, default=50, help="readers at once")
    parser.add_argument("--seconds", type=int, default=20, help="how long they read")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds for which a reader looks at a page")
    parser.add_argument("--pages", type=int, default=100, help="how many different dossiers, and searches")
    parser.add_argument("--server", choices=("serve", "gunicorn"), default="serve")
    wanted = parser.parse_args()
    pages = _pages(wanted.db, wanted.pages)
    with _site(wanted.db, wanted.server) as address:
        print(f"first view of {pages[0]}, the largest: {_first_view(address, pages[0])}")
        for turn in ("each page once", "once more"):
            print(_told(f"{turn}, one reader", *_once(address, pages)), flush=True)
        readers = _read(address, pages, wanted)
        print(_told(f"{wanted.readers} readers who look at a page for {wanted.pause:g} s", *readers))


def _pages(db: str, most: int) -> list[str]:
    """Dossiers and searches in turn, those of pairs with the most claims first."""
    from comity.register import store

    store.open_register(db, must_exist=True)
    from django.db.models import Count

    from comity.register import models

    held = models.Claim.objects.exclude(dyad_id=None).values("dyad_id").annotate(many=Count("pk"))
    dyads = [one["dyad_id"] for one in held.order_by("-many", "dyad_id")[:most]]
    people = models.Entity.objects.filter(kind="person").order_by("pk").values_list("name", flat=True)[:most]
    store.close()
    searches = [
        f"{name.split()[-1]} {('', 'kind:visit', 'kind:agreement', 'from:2005')[number % 4]}".strip()
        for number, name in enumerate(people)
    ]
    return [
        page
        for dyad, question in zip(dyads, searches, strict=False)
        for page in (
            f"/{dyad.lower().replace('|', '-')}/",
            f"/search/?q={urllib.parse.quote(question)}",
        )
    ]


@contextmanager
def _site(db: str, server: str) -> Iterator[str]:
    """The site in a process of its own, until it is no longer wanted."""
    address = f"http://127.0.0.1:{PORT}"
    environment = os.environ | {
        "COMITY_DATABASE_URL": db if "://" in db else f"sqlite:///{os.path.realpath(db)}",
        "COMITY_SECRET_KEY": "a key of the benchmark that signs nothing that lasts",
        "COMITY_ALLOWED_HOSTS": "127.0.0.1",
        "COMITY_PUBLIC": "1",
    }
    command = (
        [sys.executable, "-m", "comity", "serve", "--port", str(PORT)]
        if server == "serve"
        else [
            sys.executable,
            "-m",
            "gunicorn",
            "comity.web.wsgi",
            "--workers",
            "2",
            "--bind",
            f"127.0.0.1:{PORT}",
        ]
    )
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(address + "/about/", timeout=10).read()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _get(address: str) -> bytes:
    """The bytes as they are sent."""
    with urllib.request.urlopen(urllib.request.Request(address, headers=HEADERS), timeout=60) as page:
        return page.read()


def _first_view(address: str, page: str) -> str:
    """What somebody fetches who comes for the first time: the page and the files it names."""
    sent = _get(address + page)
    text = (gzip.decompress(sent) if sent[:2] == b"\x1f\x8b" else sent).decode()
    named = re.findall(r'<(?:link|script|img)\b[^>]*?\b(?:href|src)="(/static/[^"]+)"', text)
    files = {name: len(_get(address + name)) for name in dict.fromkeys(named)}
    whole = len(sent) + sum(files.values())
    return f"{whole / 1000:.0f} kB in {1 + len(files)} files, the page {len(sent) / 1000:.0f} kB"


def _once(address: str, pages: Sequence[str]) -> tuple[list[float], list[str], float]:
    times: list[float] = []
    failed: list[str] = []
    began = time.perf_counter()
    for page in pages:
        _timed(address + page, times, failed)
    return times, failed, time.perf_counter() - began


def _read(
    address: str, pages: Sequence[str], wanted: argparse.Namespace
) -> tuple[list[float], list[str], float]:
    times: list[float] = []
    failed: list[str] = []
    until = time.monotonic() + wanted.seconds

    def reader(number: int) -> None:
        # People do not begin at one stroke.
        time.sleep(wanted.pause * number / wanted.readers)
        page = number * 13
        while time.monotonic() < until:
            _timed(address + pages[page % len(pages)], times, failed)
            page += 7  # coprime to the number of pages, so that a reader sees them all
            time.sleep(wanted.pause)

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(wanted.readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, failed, float(wanted.seconds)


def _timed(address: str, times: list[float], failed: list[str]) -> None:
    began = time.perf_counter()
    try:
        _get(address)
    except OSError as error:
        failed.append(f"{address}: {error}")
    times.append(time.perf_counter() - began)


def _told(what: str, times: list[float], failed: list[str], seconds: float) -> str:
    times = sorted(times)
    slow = times[int(len(times) * 0.95)]
    median = statistics.median(times) * 1000
    return (
        f"{what}: {len(times)} pages, {len(times) / seconds:.0f} a second, median {median:.0f} ms, "
        f"95 % within {slow * 1000:.0f} ms, {len(failed)} failed {failed[:1] or ''}"
    )


if __name__ == "__main__":
    main()
