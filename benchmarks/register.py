"""How long one more document takes, beside how much the register holds already.

    python benchmarks/register.py                  up to 20,000 claims (a minute or two)
    python benchmarks/register.py --claims 100000  the whole curve
    python benchmarks/register.py --profile        where the time of a page of 150 dyads goes

Documents and claims are made up: pages about one dyad with some thirty claims each, spread over 600 dyads, and
pages of one state about its relations with 150 others. A state's leaders are known in all its dyads, its ambassadors in
one. Times are of `actions.add_document` alone, which resolves
and checks again the dyads that a document speaks of; reading is measured by `benchmarks/reading.py`.
"""

from __future__ import annotations

import argparse
import cProfile
import functools
import hashlib
import itertools
import pstats
import random
import statistics
import tempfile
import time
from pathlib import Path

from synthetic import FAMILY, GIVEN

from comity.knowledge import states
from comity.model import codec
from comity.model.claim import Claim, claim_id
from comity.model.document import Document

SUBJECTS = [
    "trade",
    "air services",
    "visas",
    "culture",
    "customs",
    "taxes",
    "tourism",
    "fisheries",
    "education",
]


def somebody(chance: random.Random) -> str:
    """One of some 19,000 names."""
    return f"{chance.choice(GIVEN)[0]} {chance.choice(FAMILY)[0]}"


@functools.cache
def leader(state: str, year: int) -> str:
    """Who leads a state in a year: one person for five years, known in all the state's dyads."""
    return somebody(random.Random(f"{state} {year // 5}"))


def page(
    name: str, pairs: list[tuple[str, str]], each: int, chance: random.Random
) -> tuple[Document, bytes, list[Claim]]:
    """A document that makes `each` claims about each pair of states, and its claims."""
    text = ""
    found: list[tuple[str, int, int, dict[str, object]]] = []
    for a, b in pairs:
        for number in range(each):
            year, month = chance.randint(1992, 2020), chance.randint(1, 12)
            person = {"name": leader(a, year), "office": "President", "of": a}
            envoy = {"name": somebody(chance), "office": "Ambassador", "of": a}
            kind, slots = [
                ("visit", {"from": a, "to": b, "date": f"{year}-{month:02}", "visitors": [person]}),
                ("agreement", {"parties": [a, b], "type": "agreement", "status": "signed",
                               "subject": chance.choice(SUBJECTS), "date": f"{year}-{month:02}-11"}),
                ("trade", {"reporter": a, "partner": b, "flow": "turnover", "currency": "USD",
                           "value": chance.randint(10**6, 10**9), "period": str(year)}),
                ("tenure", {"person": envoy, "of": a, "to": b, "date": f"{year}/.."}),
                ("relations", {"parties": [a, b], "act": "established", "date": "1992-04-10"}),
            ][number % 5]  # fmt: skip
            sentence = f"{a} and {b}: {kind} number {number} of {year} with {person['name']} is told here. "
            found.append((kind, len(text), len(text) + len(sentence) - 1, slots))
            text += sentence
        text += "\n"
    data = text.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    document = Document(id=name, name=f"{name}.txt", sha256=sha256, text=text, language="en")
    claims = [
        Claim(
            id=claim_id(sha256, kind, ((start, end),), "bench", number),
            doc=name,
            kind=kind,
            evidence=((start, end),),
            slots=codec.slots_of(kind, slots),
            reader="bench",
        )
        for number, (kind, start, end, slots) in enumerate(found)
    ]
    return document, data, claims


def main() -> None:
    """Fill a register and print what one more document takes on the way."""
    parser = argparse.ArgumentParser(description="Seconds to add a document, by the size of the register.")
    parser.add_argument("--claims", type=int, default=20_000, help="how far to fill the register")
    parser.add_argument("--profile", action="store_true", help="profile a page of 150 dyads")
    parser.add_argument("--db", help="another database than a fresh SQLite file (postgres://…), empty")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        from comity.register import store

        store.open_register(wanted.db or Path(folder) / "bench.db")
        _run(wanted.claims, wanted.profile, wanted.db)
        store.close()


def _run(most: int, profile: bool, db: str | None) -> None:
    from comity.register import actions, queries, settings

    # Of a server in another process only the whole time is known.
    clock = time.process_time if settings.sqlite_path(db) else time.perf_counter
    chance = random.Random(20061)
    codes = sorted(one.code for one in states() if len(one.code) == 3)[:160]
    pairs = list(itertools.islice(itertools.combinations(codes[:40], 2), 600))
    number = itertools.count()

    def add(some: list[tuple[str, str]], each: int) -> float:
        made = page(f"d{next(number)}", some, each, chance)
        started = clock()
        actions.add_document(*made)
        return clock() - started

    print(f"{'claims held':>11}  {'30 claims, 1 dyad':>18}  {'750 claims, 150 dyads':>22}")
    held, mark, rounds = 0, 0, 0
    while True:
        times = []
        while held < mark or len(times) < 10:
            times.append(add([pairs[rounds % len(pairs)]], 30))
            held += 30
            rounds += 1
        hub = codes[40 + rounds % 100]
        others = [(hub, other) for other in codes if other != hub][:150]
        if profile:
            with cProfile.Profile() as found:
                wide = add(others, 5)
            pstats.Stats(found).sort_stats("cumulative").print_stats(45)
        else:
            wide = add(others, 5)
        held += 750
        told = f"{statistics.median(times[-10:]):.3f} s"
        print(f"{queries.counts().claims:11,}  {told:>18}  {f'{wide:.2f} s':>22}", flush=True)
        if mark >= most or profile:
            return
        mark = min(most, max(1_000, mark * 4))


if __name__ == "__main__":
    main()
