"""How long a search takes, and what the index costs, in a register made by `synthetic.py`.

    python benchmarks/synthetic.py big.db && python benchmarks/search.py big.db
    python benchmarks/search.py postgres://…/register

Each question is asked so often and its median and slowest are told: understanding it, finding, counting, dividing,
and fetching what one page shows, without the page itself. With `--add` it also adds a document and tells which part of
that is the index. Whole pages are asked for by `site.py`.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

QUESTIONS = (
    ("a name", "Dubrakov"),
    ("the same in the other script", "Дубраков"),
    ("two words", "agreement fisheries"),
    ("a phrase", '"Joint Commission"'),
    ("the beginning of a word", "dub*"),
    ("filters", "kind:visit state:AFG from:2001 to:2005"),
    ("a word and filters", "президент kind:visit from:2010"),
    ("one word less another", "embassy -opened"),
    ("a state", "state:AFG"),
    ("documents alone", "in:document fisheries"),
    ("nothing is found", "zanzibar"),
    ("a word in a quarter of all", "visit"),
    ("an office in many", "president"),
    ("every claim of a kind", "kind:visit"),
)
WIDE = (("half of all, by time alone", "from:2001"), ("everything", "in:claim"))
"""Questions that nobody narrows: told apart."""


def main() -> None:
    """Ask and print a table."""
    parser = argparse.ArgumentParser(description="How long a search takes.")
    parser.add_argument("db", help="a register, as synthetic.py makes it")
    parser.add_argument("--times", type=int, default=15, help="how often each question is asked")
    parser.add_argument(
        "--add", action="store_true", help="measure what the index adds to adding (changes the register)"
    )
    wanted = parser.parse_args()
    from comity.register import store

    store.open_register(wanted.db, must_exist=True)
    from comity.register import models, queries
    from comity.register.searching import asking, finding

    def ask(question: str) -> finding.Answer:
        return finding.find(asking.understand(question))

    started = time.perf_counter()
    ask("warm поиск")
    first = time.perf_counter() - started
    counts = queries.counts()
    print(
        f"{counts.claims:,} claims, {counts.documents:,} documents, {models.Entry.objects.count():,} entries"
    )
    print(f"the first question of a process, with the dictionaries: {first:.2f} s\n")
    print(f"| {'question':38} | {'found':>8} | {'median':>8} | {'slowest':>8} |\n|---|---|---|---|")
    for what, question in (*QUESTIONS, *WIDE):
        times = [_timed(lambda question=question: ask(question)) for _ in range(wanted.times)]
        told = f"{statistics.median(times) * 1000:.0f} ms", f"{max(times) * 1000:.0f} ms"
        print(
            f"| {f'{what}: `{question}`':38} | {ask(question).total:8,} | {told[0]:>8} | {told[1]:>8} |",
            flush=True,
        )
    if wanted.add:
        _add()
    store.close()


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def _add() -> None:
    """One more document of one pair, of twenty and of 150 that have many claims, with the part that the index has."""
    import random

    import register as pages
    from comity.register import actions, models
    from comity.register.searching import index

    every = models.Claim.objects.order_by("dyad_id").values_list("dyad_id", flat=True).distinct()
    keys = [key for key in every if key and key.count("|") == 1]
    spent = [0.0]
    follow = index.follow_some

    def timed(*some: object) -> None:
        started = time.process_time()
        follow(*some)  # type: ignore[arg-type]
        spent[0] += time.process_time() - started

    index.follow_some = timed  # type: ignore[assignment]
    print(
        "\n| one more document | claims that its pairs hold | time of a core | of it the index |\n|---|---|---|---|"
    )
    chance = random.Random(7)
    # The first loads what the program knows.
    for number, (wide, each) in enumerate(((1, 30), (1, 30), (1, 30), (20, 5), (20, 5), (150, 5))):
        mark, spent[0] = time.time_ns(), 0.0
        some = chance.sample(keys, min(wide, len(keys)))
        held = models.Claim.objects.filter(dyad_id__in=some).count()
        made = pages.page(f"one-more-{mark}", [(key[:3], key[-3:]) for key in some], each, chance)
        started = time.process_time()
        actions.add_document(*made)
        whole = time.process_time() - started
        if number:
            told = f"{each * len(some)} claims, pairs: {len(some)}"
            print(f"| {told} | {held:,} | {whole:.2f} s | {spent[0]:.2f} s |", flush=True)


if __name__ == "__main__":
    main()
