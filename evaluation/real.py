"""Gold for passages of other people's documents, kept without their words.

    real.py show SET DOC                       print the claims of a document with their words
    real.py pack CLAIMS PASSAGES > real/SET.jsonl   make a gold file of claims in words and a list of passages

The documents of `../shared/data` are not part of the project and neither are their words. A line of
`real/SET.jsonl` is therefore a passage, `{"doc": ..., "passage": [start, end]}`, or a claim in which every
phrase that stands in the document is the offsets of that place, `{"at": [start, end]}`. `load` puts the
words back where the documents are at hand. Codes, dates, numbers and the values of closed lists stay as they
are, and so do phrases that the annotator had to form (nominatives, nouns of verbs).

A passage is annotated completely: what the program claims within it and gold does not hold is surplus. One
that tells nothing of relations stands there without a claim.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from score import CODE

Json = dict[str, Any]
Passages = dict[str, tuple[int, int]]

HERE = Path(__file__).resolve().parent / "real"
DATA = HERE.parent.parent.parent / "shared" / "data"

STATES = frozenset(("by", "of", "to", "from", "against", "home", "in", "sending", "receiving", "parties"))
CLOSED = STATES | frozenset((
    "reporter", "partner", "date", "period", "appointed", "credentials", "left",
    "type", "act", "status", "flow", "currency", "level", "form",
))  # fmt: skip
"""Slots whose values are codes, dates or words of a closed list; `act` of an incident is a phrase all the same."""


def _mapped(value: Any, change: Callable[[Any], Any], keep: frozenset[str]) -> Any:
    """A value of gold with every leaf changed, apart from those under the keys to keep."""
    if isinstance(value, list):
        return [_mapped(one, change, keep) for one in value]
    if isinstance(value, dict) and "at" not in value:
        return {key: one if key in keep else _mapped(one, change, keep) for key, one in value.items()}
    return change(value)


def pack(claim: Json, text: str) -> Json:
    """A claim whose phrases are offsets into its document: in its evidence, or else as near as may be."""

    def distance(start: int) -> int:
        return min(max(low - start, start - high, 0) for low, high in claim["evidence"])

    def place(value: Any) -> Any:
        if not isinstance(value, str) or CODE.fullmatch(value):
            return value
        starts = [found.start() for found in re.finditer(re.escape(value), text)]
        start = min(starts, key=distance, default=None)
        return value if start is None else {"at": [start, start + len(value)]}

    keep = CLOSED - {"act"} if claim["kind"] == "incident" else CLOSED
    return {**claim, "slots": _mapped(claim["slots"], place, keep)}


def unpack(claim: Json, text: str) -> Json:
    """The claim in words again."""

    def words(value: Any) -> Any:
        return text[slice(*value["at"])] if isinstance(value, dict) else value

    return {**claim, "slots": _mapped(claim["slots"], words, frozenset())}


def texts(documents: Iterable[str], data: Path = DATA) -> dict[str, str]:
    """The named documents of the folders below `data`, as offsets count: UTF-8, line ends unchanged."""
    wanted = set(documents)
    return {
        path.stem: path.read_bytes().decode("utf-8")
        for path in sorted(data.rglob("*.txt"))
        if path.stem in wanted
    }


def load(path: Path, data: Path = DATA) -> tuple[list[Json], Passages]:
    """The claims of a gold file in words, and where in each document its passage stands."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    passages = {line["doc"]: tuple(line["passage"]) for line in lines if "passage" in line}
    found = texts(passages, data)
    return [unpack(line, found[line["doc"]]) for line in lines if "kind" in line], passages


def within(claim: Json, passages: Mapping[str, tuple[int, int]]) -> bool:
    """Whether the first run of a claim's evidence stands in the passage of its document."""
    low, high = passages[claim["doc"]]
    start, end = claim["evidence"][0]
    return low <= start and end <= high


def packed(claims: Sequence[Json], passages: Passages, found: Mapping[str, str]) -> str:
    """A gold file: each passage followed by its claims."""
    lines: list[Json] = []
    for doc, passage in sorted(passages.items()):
        lines.append({"doc": doc, "passage": list(passage)})
        lines += [pack(claim, found[doc]) for claim in claims if claim["doc"] == doc]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def main(argv: Sequence[str] | None = None) -> int:
    """Run from the command line; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show", help="print the claims of a document with their words")
    show.add_argument("set", help="a file of real/ without its ending")
    show.add_argument("doc")
    make = commands.add_parser("pack", help="make a gold file of claims in words")
    make.add_argument("claims", type=Path, help="JSON Lines in the form of docs/claims.md")
    make.add_argument("passages", type=Path, help="lines of a document, a start and an end, tab-separated")
    args = parser.parse_args(argv)
    if args.command == "show":
        claims, passages = load(HERE / f"{args.set}.jsonl")
        text = texts(passages)[args.doc]
        for claim in (claim for claim in claims if claim["doc"] == args.doc):
            print(f"{claim['kind']}: {' ++ '.join(text[start:end] for start, end in claim['evidence'])}")
            print(f"    {json.dumps(claim['slots'], ensure_ascii=False)}")
        return 0
    claims = [json.loads(line) for line in args.claims.read_text(encoding="utf-8").splitlines()]
    rows = [line.split("\t") for line in args.passages.read_text(encoding="utf-8").splitlines()]
    passages = {doc: (int(start), int(end)) for doc, start, end in rows}
    sys.stdout.write(packed(claims, passages, texts(passages)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
