"""Precision by hand: claims drawn at random from documents without gold, judged one by one against the words.

    judged.py draw --seed N [--number 200] [--out FILE]         draw from all claims
    judged.py draw --seed N --per-kind K [--without KIND]...    draw K claims of each kind
    judged.py table [FILE...]                                   precision by kind and the causes of what is wrong

`draw` reads every document of `../shared/data/wikipedia` (another folder: `--folder`), prints each claim that the lot
fell on with its slots, its words and what stands around them, and writes a list (`--out`) that a person fills in.
`table` needs the lists alone. They hold no text, which is not ours to give away: a line is a document, the offsets of
the first run of evidence, the kind, `right` or `wrong`, the cause where it is wrong, and the confidence that the claim
had (the first two lists do not tell it).

A claim is right where all its core slots are: a date that the text tells of the act and the claim does not is wrong,
and so are a claim that the vocabulary does not allow and one told twice from the same words.
"""

from __future__ import annotations

import argparse
import csv
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import confidence

from comity.model.claim import CORE, Claim
from comity.model.document import Document

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / "shared" / "data" / "wikipedia"
LISTS = tuple(
    HERE / f"judged-wikipedia{name}.tsv"
    for name in (
        *("", "-by-kind", "-2", "-2-by-kind", "-3", "-3-by-kind", "-4", "-5", "-6", "-6-by-kind"),
        *("-7", "-7-by-kind", "-8-by-kind", "-9", "-9-by-kind"),
    )
)
"""The lists that are kept, the newest last."""
COLUMNS = ("document", "start", "end", "kind", "judgement", "cause")
CONFIDENCE = "confidence"
"""The last column, which the older lists do not have."""
JUDGEMENTS = ("right", "wrong")
AROUND = 300
"""Characters of prose shown on each side of the words."""

_RULE = re.compile(r"^\+[-=+]+\+\s*$", re.M)
_BLANKS = re.compile(r"[ \t\u00a0]{2,}")


class ListError(ValueError):
    """A line of a list that is no judgement; the message names the file and the line."""


@dataclass(frozen=True)
class Judgement:
    """One line of a list; `judgement` is empty until somebody has judged."""

    document: str
    start: int
    end: int
    kind: str
    judgement: str = ""
    cause: str = ""
    confidence: float | None = None


def drawn(claims: Sequence[Claim], seed: int, number: int) -> list[Claim]:
    """That many claims by lot, in the order of the documents; the same for the same claims and seed."""
    ranks = random.Random(seed).sample(range(len(claims)), min(number, len(claims)))
    return [claims[rank] for rank in sorted(ranks)]


def drawn_by_kind(
    claims: Sequence[Claim], seed: int, number: int, without: Iterable[str] = ()
) -> list[Claim]:
    """That many claims of each kind (all, where a kind has fewer), by lot."""
    kinds: dict[str, list[Claim]] = {kind: [] for kind in CORE if kind not in set(without)}
    for claim in claims:
        if claim.kind in kinds:
            kinds[claim.kind].append(claim)
    return [claim for found in kinds.values() for claim in drawn(found, seed, number)]


def read_folder(folder: Path) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Every document of a folder with its claims, in the order of their names."""
    from comity.pipeline import load, read_document

    for path in sorted(folder.glob("*.txt")):
        page = read_document(load(path))
        yield page.document, page.claims


def plain(text: str) -> str:
    """Text for the screen: runs of blanks and of empty lines shortened."""
    lines = (_BLANKS.sub("  ", line).strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def around(text: str, start: int, end: int) -> str:
    """What stands around words: the head of the table and the row in a grid table, else the prose; words in `«»`."""
    head, low, high = "", max(0, start - AROUND), min(len(text), end + AROUND)
    line = text[text.rfind("\n", 0, start) + 1 :].lstrip()
    if line.startswith("|"):
        before = [rule.start() for rule in _RULE.finditer(text, 0, start)]
        after = _RULE.search(text, end)
        if before and after:
            low, high = before[-1], after.start()
            head = text[slice(*_head(text, before))] + "\n…\n"
    return plain(head + text[low:start] + "«" + text[start:end] + "»" + text[end:high])


def _head(text: str, rules: Sequence[int]) -> tuple[int, int]:
    """Where the first row of the table stands that holds the last of these rules."""
    first = len(rules) - 1
    # A rule belongs to the same table as the next one where an empty line does not set them apart.
    while first > 0 and "\n\n" not in text[rules[first - 1] : rules[first]]:
        first -= 1
    return rules[first], rules[min(first + 1, len(rules) - 1)]


def heading(text: str, start: int) -> str:
    """The nearest line above that looks like a heading: short, after an empty line, without a mark at its end."""
    for line in reversed(text[:start].split("\n\n")[:-1]):
        words = line.strip()
        if words and "\n" not in words and len(words) < 60 and words[-1] not in ".:;,]|+":
            return words
    return ""


def show(claim: Claim, document: Document, number: int) -> str:
    """A claim for a judge: its slots, all its words, and what stands around the first of them."""
    from comity.tables import slots_line

    start, end = claim.evidence[0]
    more = [f"  and     {plain(document.text[slice(*run)])}" for run in claim.evidence[1:]]
    return "\n".join(
        (
            f"{number}. {claim.doc} {start}-{end} {claim.kind}",
            f"  claimed {slots_line(claim)}",
            f"  heading {heading(document.text, start)}",
            *more,
            *(f"  | {line}" for line in around(document.text, start, end).splitlines()),
        )
    )


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """A list, tab-separated, with its column names first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow((*COLUMNS, CONFIDENCE))
        writer.writerows(
            (one.document, one.start, one.end, one.kind, one.judgement, one.cause, one.confidence)
            for one in judgements
        )


def load_list(path: Path) -> list[Judgement]:
    """The judgements of a list; `ListError` where a line is not complete."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    if not rows or tuple(rows[0]) not in (COLUMNS, (*COLUMNS, CONFIDENCE)):
        raise ListError(f"{path}:1: expected the columns {', '.join(COLUMNS)}")
    return [_judgement(row, len(rows[0]), f"{path}:{line}") for line, row in enumerate(rows[1:], 2)]


def _judgement(row: Sequence[str], columns: int, where: str) -> Judgement:
    if len(row) != columns:
        raise ListError(f"{where}: {len(row)} columns instead of {columns}")
    document, start, end, kind, judgement, cause, *rest = row
    if kind not in CORE:
        raise ListError(f"{where}: no kind {kind!r}")
    if judgement not in JUDGEMENTS:
        raise ListError(f"{where}: {judgement or 'nothing'!r} instead of right or wrong")
    if (judgement == "wrong") != bool(cause):
        raise ListError(f"{where}: a cause belongs to what is wrong, and to nothing else")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise ListError(f"{where}: {start}-{end} are not the offsets of words")
    sure = float(rest[0]) if rest and rest[0] else None
    return Judgement(document, int(start), int(end), kind, judgement, cause, sure)


def wilson(right: int, number: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's formula, which holds for few judgements and near 0 and 1 too."""
    z = 1.959964
    if not number:
        return 0.0, 1.0
    share = right / number
    middle = (share + z * z / (2 * number)) / (1 + z * z / number)
    half = z * math.sqrt(share * (1 - share) / number + (z / (2 * number)) ** 2) / (1 + z * z / number)
    return max(0.0, middle - half), min(1.0, middle + half)


def table(judgements: Sequence[Judgement]) -> str:
    """Precision by kind with its interval, the causes of what is wrong, the most frequent first, and by confidence."""
    kinds: dict[str, list[Judgement]] = defaultdict(list)
    for one in judgements:
        kinds[one.kind].append(one)
    lines = [f"{'':14}{'judged':>7}{'right':>7}{'share':>7}   95 % interval"]
    lines += [_share(kind, kinds[kind]) for kind in CORE if kind in kinds]
    lines.append(_share("all", judgements))
    lines += ["", f"{'cause':22}{'wrong':>6}   kinds"]
    causes: dict[str, Counter[str]] = defaultdict(Counter)
    for one in judgements:
        if one.cause:
            causes[one.cause][one.kind] += 1
    for cause, found in sorted(causes.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        where = ", ".join(f"{kind} {count}" for kind, count in found.most_common())
        lines.append(f"{cause:22}{found.total():6d}   {where}")
    graded = [
        (one.confidence, float(one.judgement == "right")) for one in judgements if one.confidence is not None
    ]
    return "\n".join([*lines, "", confidence.table(graded)] if graded else lines)


def _share(name: str, judgements: Sequence[Judgement]) -> str:
    right = sum(one.judgement == "right" for one in judgements)
    low, high = wilson(right, len(judgements))
    share = right / max(1, len(judgements))
    return f"{name:14}{len(judgements):7d}{right:7d}{share:7.3f}   {low:.3f}–{high:.3f}"


def _draw(options: argparse.Namespace) -> int:
    if not options.folder.is_dir():
        print(f"judged.py: no folder {options.folder}; --folder names another one", file=sys.stderr)
        return 1
    documents: dict[str, Document] = {}
    claims: list[Claim] = []
    for document, found in read_folder(options.folder):
        documents[document.id] = document
        claims += found
    if options.per_kind:
        chosen = drawn_by_kind(claims, options.seed, options.per_kind, options.without)
    else:
        chosen = drawn(
            [one for one in claims if one.kind not in options.without], options.seed, options.number
        )
    print(f"{len(chosen)} of {len(claims)} claims of {len(documents)} documents, seed {options.seed}\n")
    for number, claim in enumerate(chosen, 1):
        print(show(claim, documents[claim.doc], number), end="\n\n")
    if options.out:
        write(
            options.out,
            (
                Judgement(one.doc, *one.evidence[0], one.kind, confidence=round(one.confidence, 2))
                for one in chosen
            ),
        )
    return 0


def _table(options: argparse.Namespace) -> int:
    for path in options.lists or LISTS:
        try:
            judgements = load_list(path)
        except (ListError, OSError) as error:
            print(f"judged.py: {error}", file=sys.stderr)
            return 1
        print(f"{path.name}\n{table(judgements)}\n")
    return 0


def main() -> int:
    """Run the command line; 1 where a list or the folder cannot be used."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    draw = commands.add_parser("draw", help="draw claims and show them to a judge")
    draw.add_argument("--seed", type=int, required=True)
    draw.add_argument("--number", type=int, default=200, help="claims to draw (200)")
    draw.add_argument("--per-kind", type=int, metavar="K", help="draw K claims of each kind instead")
    draw.add_argument("--without", action="append", default=[], choices=tuple(CORE), metavar="KIND")
    draw.add_argument("--folder", type=Path, default=FOLDER, help="documents to read")
    draw.add_argument("--out", type=Path, help="the list to write, without judgements")
    draw.set_defaults(run=_draw)
    shown = commands.add_parser("table", help="precision and causes of judged lists")
    shown.add_argument("lists", nargs="*", type=Path)
    shown.set_defaults(run=_table)
    options = parser.parse_args()
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
