"""The gate of reading: the program's claims on the evaluation sets must not fall below the floors.

    gate.py                                 measure, print tables, exit 1 where a figure is below its floor
    gate.py --raise                         raise the floors to the present figures less 0.01
    gate.py --lower KIND VALUE --why TEXT   lower one floor; the reason stays in floors.json
    gate.py --accept-corpus                 take the present documents and gold for the corpus
    gate.py --errors N                      also show up to N near, missed and surplus claims of a set

The figure is the soft F of `score.py` (soft recall for `rdcr`, whose gold names only a part of what its
articles say). A kind has a floor where a set has at least five gold claims of it, and so has the total.
Eight sets are part of the project (`en`, `ru`, the later `en-pages`, `ru-pages`, and `-unseen` of each); `seed`,
`rdcr` and the passages of real documents (`real-en` and so on, see `real.py`) are measured only where the folder
`shared` lies beside the repository. Of the passages, which are few, the soft F and the soft precision of the total
have floors.
floors.json also holds a fingerprint of the project's own sets, so that a figure cannot be bettered by
changing what is asked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import real
from annotate import SETS as OWN
from score import Result, Score, score

from comity.model.claim import CORE

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
SHARED = HERE.parent.parent / "shared"
ENOUGH = 5
"""Gold claims of a kind from which its figure is steady enough for a floor."""
SLACK = 0.01
"""How far below the present figure `--raise` puts a floor."""
SLACK_OF_PASSAGES = 2
"""The same for passages, in claims: where there are few, one more or less moves the figure by much."""
PRECISION = "precision"
"""The name of the floor on the soft precision of the total."""

Json = dict[str, Any]


@dataclass(frozen=True)
class Set:
    """A set of documents: where its texts and gold are, and which figure has the floors."""

    name: str
    texts: Path
    gold: Path
    figure: str = "f"
    own: bool = True
    hidden: bool = False
    passages: bool = False

    def figure_of(self, found: Score) -> float:
        """The figure that the floors speak of."""
        return found.recall if self.figure == "recall" else found.f


def sets() -> list[Set]:
    """The sets that exist here."""
    known = [
        Set(name, HERE / name, HERE / name / "gold.jsonl", hidden=name.endswith("-unseen")) for name in OWN
    ]
    known += [
        Set("seed", SHARED / "seed", SHARED / "gold" / "kazakhstan-israel-2006.jsonl", own=False),
        Set("rdcr", SHARED / "data/rdcr/text", SHARED / "data/rdcr/gold.jsonl", figure="recall", own=False),
    ]
    known += [
        Set(f"real-{name}", SHARED / "data", HERE / "real" / f"{name}.jsonl", hidden=hidden, passages=True)
        for name, hidden in (("en", False), ("en-unseen", True), ("ru", False))
    ]
    return [one for one in known if one.texts.is_dir() and one.gold.exists()]


def fingerprint(one: Set) -> str:
    """SHA-256 of a set's texts, where they are the project's, and gold, names and all."""
    digest = hashlib.sha256()
    for path in [*sorted([] if one.passages else one.texts.glob("*.txt")), one.gold]:
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def load_gold(path: Path) -> list[Json]:
    """The claims of a gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def predict(one: Set, documents: set[str]) -> list[Json]:
    """What the program reads out of the named documents of a set, as plain claims."""
    from comity.model.claim import slot_values
    from comity.model.codec import plain
    from comity.reading import read
    from comity.sources import load

    return [
        {
            "doc": claim.doc,
            "kind": claim.kind,
            "confidence": claim.confidence,
            "evidence": [list(run) for run in claim.evidence],
            "slots": {slot: plain(value) for slot, value in slot_values(claim.slots).items()},
        }
        for path in sorted(one.texts.rglob("*.txt"))
        if path.stem in documents
        for claim in read(load(path)).claims
    ]


def measure(one: Set) -> tuple[list[Json], list[Json], Result]:
    """The gold and the predicted claims of a set and how they agree."""
    if one.passages:
        gold, passages = real.load(one.gold, one.texts)
        predicted = [claim for claim in predict(one, set(passages)) if real.within(claim, passages)]
        return gold, predicted, score(gold, predicted, passages)
    gold = load_gold(one.gold)
    documents = {claim["doc"] for claim in gold}
    if one.own:
        # A document without any claim asks something too: that nothing be found in it.
        documents |= {path.stem for path in one.texts.glob("*.txt")}
    predicted = predict(one, documents)
    return gold, predicted, score(gold, predicted, documents)


def ordered(scores: dict[str, Score]) -> list[str]:
    """The kinds that occur, in the order of the vocabulary, and the total."""
    return [kind for kind in (*CORE, "total") if kind in scores]


def with_floor(one: Set, result: Result) -> list[str]:
    """The figures of a set that are steady enough for a floor."""
    if one.passages:
        return ["total", PRECISION]
    return [kind for kind in ordered(result.scores) if kind == "total" or result.scores[kind].gold >= ENOUGH]


def figure(one: Set, result: Result, name: str) -> float:
    """The figure of a set that the floor of this name speaks of: a kind's, the total's or the precision."""
    if name == PRECISION:
        return result.scores["total"].precision
    return one.figure_of(result.scores.get(name, Score()))


def below(one: Set, result: Result, floors: dict[str, float]) -> list[str]:
    """What is below its floor, a line each."""
    lines = []
    for name, floor in floors.items():
        present = figure(one, result, name)
        if present < floor - 1e-9:
            lines.append(f"{one.name}: {name} {present:.3f} is below its floor {floor:.3f}")
    return lines


def raised(one: Set, result: Result, floors: dict[str, float]) -> dict[str, float]:
    """The floors of a set after `--raise`: present figures less the slack, where that is higher."""
    total = result.scores["total"]
    slack = SLACK_OF_PASSAGES / max(1, min(total.gold, total.predicted)) if one.passages else SLACK
    new = {}
    for name in with_floor(one, result):
        present = math.floor((figure(one, result, name) - slack) * 1000) / 1000
        new[name] = max(floors.get(name, 0.0), present, 0.0)
    return new


def table(one: Set, result: Result, floors: dict[str, float], seconds: float) -> str:
    """The figures of a set as a table."""
    told = "soft R" if one.figure == "recall" else "soft F"
    told += " and soft P" if PRECISION in floors else ""
    rows = [f"{one.name} (floors on {told}, {seconds:.1f} s)"]
    rows.append(f"  {'kind':14}{'gold':>6}{'found':>7}{'soft P':>8}{'soft R':>8}{'soft F':>8}{'floor':>8}")
    for kind in ordered(result.scores):
        found = result.scores[kind]
        floor = f"{floors[kind]:.3f}" if kind in floors else ""
        mark = "  below" if kind in floors and one.figure_of(found) < floors[kind] - 1e-9 else ""
        counts = f"{found.gold:6d}{found.predicted:7d}"
        shares = f"{found.precision:8.3f}{found.recall:8.3f}{found.f:8.3f}"
        rows.append(f"  {kind:14}{counts}{shares}{floor:>8}{mark}")
    if PRECISION in floors:
        rows.append(f"  {'soft P of the total':44}{floors[PRECISION]:8.3f}")
    return "\n".join(rows)


def errors(gold: Sequence[Json], predicted: Sequence[Json], result: Result, most: int) -> str:
    """The worst pairs, the missed and the surplus claims of a set, up to `most` of each."""

    def line(claim: Json) -> str:
        return f"{claim['doc']} {claim['evidence']} {json.dumps(claim['slots'], ensure_ascii=False)}"

    rows = []
    for pair in sorted(result.near, key=lambda pair: pair.likeness)[:most]:
        rows.append(f"near {pair.likeness:.2f} {gold[pair.gold]['kind']}\n  gold  {line(gold[pair.gold])}")
        rows.append(f"  found {line(predicted[pair.predicted])}")
    rows += [f"missed {gold[place]['kind']} {line(gold[place])}" for place in result.missed[:most]]
    rows += [f"surplus {predicted[place]['kind']} {line(predicted[place])}" for place in result.extra[:most]]
    return "\n".join(rows)


def read_floors(path: Path) -> Json:
    """The floors file; an empty one where there is none."""
    if not path.exists():
        return {"corpus": {}, "floors": {}, "lowered": []}
    floors: Json = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(floors: Json, path: Path) -> None:
    """Write the floors file."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def lower(floors: Json, name: str, kind: str, value: float, why: str) -> None:
    """Lower one floor and put the reason on record; `ValueError` where it would not be lower."""
    present = floors["floors"].get(name, {}).get(kind)
    if present is None:
        raise ValueError(f"{name} has no floor for {kind}")
    if not 0 <= value < present:
        raise ValueError(f"the floor of {name} {kind} is {present}: a lower one is between 0 and that")
    if not why.strip():
        raise ValueError("say why: --why TEXT")
    floors["floors"][name][kind] = value
    when = datetime.now(UTC).date().isoformat()
    floors["lowered"].append(
        {"set": name, "kind": kind, "from": present, "to": value, "why": why, "date": when}
    )


def changed(floors: Json, here: Sequence[Set]) -> list[str]:
    """The project's sets whose documents or gold are not those of the fingerprint."""
    return [one.name for one in here if one.own and floors["corpus"].get(one.name) != fingerprint(one)]


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; the exit status: 0 passed, 1 failed, 2 asked wrongly."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--raise", dest="up", action="store_true", help="raise the floors to the present figures"
    )
    parser.add_argument("--lower", nargs=2, metavar=("KIND", "VALUE"), help="lower one floor (with --why)")
    parser.add_argument("--why", default="", metavar="TEXT", help="why a floor is lowered")
    parser.add_argument(
        "--set", default="en", help="the set that --lower and --errors speak of (default: en)"
    )
    parser.add_argument("--accept-corpus", action="store_true", help="take the present documents and gold")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N errors of each sort")
    args = parser.parse_args(argv)
    here = sets()
    floors = read_floors(FLOORS)
    if args.errors and any(one.name == args.set and one.hidden for one in here):
        parser.error(
            f"the errors of {args.set} are not shown: it must stay unseen by those who write the rules"
        )
    if args.lower:
        try:
            lower(floors, args.set, args.lower[0], float(args.lower[1]), args.why)
        except ValueError as error:
            parser.error(str(error))
        write_floors(floors, FLOORS)
        print(f"{args.set} {args.lower[0]}: floor lowered to {args.lower[1]}")
        return 0
    if args.accept_corpus:
        floors["corpus"] |= {one.name: fingerprint(one) for one in here if one.own}
        write_floors(floors, FLOORS)
    failures = [
        f"{name}: the corpus has changed (--accept-corpus takes it)" for name in changed(floors, here)
    ]
    for one in here:
        started = time.perf_counter()
        gold, predicted, result = measure(one)
        if args.up and not failures:
            floors["floors"][one.name] = raised(one, result, floors["floors"].get(one.name, {}))
        print(
            table(one, result, floors["floors"].get(one.name, {}), time.perf_counter() - started), end="\n\n"
        )
        failures += below(one, result, floors["floors"].get(one.name, {}))
        if args.errors and one.name == args.set:
            print(errors(gold, predicted, result, args.errors), end="\n\n")
    if args.up and not failures:
        write_floors(floors, FLOORS)
    print("\n".join(failures) if failures else "gate: passed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
