"""Findings judged by hand: errors, warnings and gaps drawn at random, judged one by one against the words.

    judged_findings.py draw --seed N [--number 100] [--out FILE]     draw from all errors and warnings
    judged_findings.py draw --seed N --severity info                 draw from the gaps
    judged_findings.py table [FILE...]                               the share that is true, and causes

`draw` checks each folder of `../shared/data` named with `--folder` (wikipedia and rdcr) as `comity check FOLDER`
does, shows each finding that the lot fell on with the words around its places, and writes a list that a person
fills in. `table` needs the lists alone. They hold no text, which is not ours to give away.

A finding is true where its words say what it says they say, and an officer would want to know: two dates of one
act, a state that did not exist. It is wrong where the contradiction is of reading or resolving and not in the words,
and where the words themselves explain it.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import judged

from comity.model.document import Document
from comity.model.record import Finding

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "data"
FOLDERS = ("wikipedia", "rdcr")
LISTS = tuple(
    HERE / f"judged-findings{name}.tsv"
    for name in ("-before", "-mending", "", "-gaps", "-2", "-gaps-2", "-3")
)
COLUMNS = ("document", "places", "code", "judgement", "cause")
JUDGEMENTS = ("true", "wrong")
GRAVE = ("error", "warning")


class ListError(ValueError):
    """A line of a list that is no judgement; the message names the file and the line."""


@dataclass(frozen=True)
class Judgement:
    """One line of a list: `places` are the finding's evidence as `start-end`, in another document `doc:start-end`;
    `judgement` is empty until somebody has judged.
    """

    document: str
    places: str
    code: str
    judgement: str = ""
    cause: str = ""


def places(finding: Finding) -> str:
    """The places of a finding as a list writes them; those in its first document without its name."""
    first = finding.evidence[0].doc
    return " ".join(
        ("" if one.doc == first else f"{one.doc}:") + f"{one.span[0]}-{one.span[1]}"
        for one in finding.evidence
    )


def drawn(
    findings: Sequence[Finding], seed: int, number: int, severities: Sequence[str] = GRAVE
) -> list[Finding]:
    """That many findings of some severities by lot, in their order; the same for the same findings and seed."""
    grave = [one for one in findings if one.severity in severities]
    ranks = random.Random(seed).sample(range(len(grave)), min(number, len(grave)))
    return [grave[rank] for rank in sorted(ranks)]


def checked(folders: Iterable[Path], jobs: int) -> Iterator[tuple[dict[str, Document], tuple[Finding, ...]]]:
    """The documents and findings of each folder."""
    from comity.pipeline import read_paths

    for folder in folders:
        result = read_paths([folder / "text" if (folder / "text").is_dir() else folder], jobs)
        yield {document.id: document for document in result.documents}, result.findings


def show(finding: Finding, documents: dict[str, Document], number: int) -> str:
    """A finding for a judge: what it says, and what stands around each place."""
    from comity.checking import message

    lines = [f"{number}. {finding.severity} {finding.code} {message(finding)}"]
    for one in finding.evidence[:4]:
        text = documents[one.doc].text
        lines.append(f"  {one.doc} {one.span[0]}-{one.span[1]}, below {judged.heading(text, one.span[0])}")
        lines += [f"  | {line}" for line in judged.around(text, *one.span).splitlines()]
    return "\n".join(lines)


def load_list(path: Path) -> list[Judgement]:
    """The judgements of a list; `ListError` where a line is not complete."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ListError(f"{path}:1: expected the columns {', '.join(COLUMNS)}")
    found = []
    for line, row in enumerate(rows[1:], 2):
        if len(row) != len(COLUMNS):
            raise ListError(f"{path}:{line}: {len(row)} columns instead of {len(COLUMNS)}")
        one = Judgement(*row)
        if one.judgement not in JUDGEMENTS:
            raise ListError(f"{path}:{line}: {one.judgement or 'nothing'!r} instead of true or wrong")
        if (one.judgement == "wrong") != bool(one.cause):
            raise ListError(f"{path}:{line}: a cause belongs to what is wrong, and to nothing else")
        found.append(one)
    return found


def write(path: Path, judgements: Iterable[Judgement]) -> None:
    """A list, tab-separated, with its column names first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((one.document, one.places, one.code, one.judgement, one.cause) for one in judgements)


def table(judgements: Sequence[Judgement]) -> str:
    """The share of true findings by rule with its interval, and the causes of what is wrong."""
    lines = [f"{'':6}{'judged':>7}{'true':>6}{'share':>7}   95 % interval"]
    codes = sorted({one.code for one in judgements})
    lines += [_share(code, [one for one in judgements if one.code == code]) for code in codes]
    lines += [_share("all", judgements), ""]
    causes = Counter(one.cause for one in judgements if one.cause)
    lines += [
        f"{count:4d}  {cause}" for cause, count in sorted(causes.items(), key=lambda it: (-it[1], it[0]))
    ]
    return "\n".join(lines)


def _share(name: str, judgements: Sequence[Judgement]) -> str:
    true = sum(one.judgement == "true" for one in judgements)
    low, high = judged.wilson(true, len(judgements))
    return f"{name:6}{len(judgements):7d}{true:6d}{true / len(judgements):7.3f}   {low:.3f}–{high:.3f}"


def _draw(options: argparse.Namespace) -> int:
    folders = [DATA / name for name in options.folder or FOLDERS]
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        print(f"judged_findings.py: no folder {missing[0]}", file=sys.stderr)
        return 1
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for some, found in checked(folders, options.jobs):
        documents |= some
        findings += found
    severities = options.severity or GRAVE
    chosen = drawn(findings, options.seed, options.number, severities)
    grave = sum(one.severity in severities for one in findings)
    kinds = " or ".join(severities)
    print(f"{len(chosen)} of {grave} ({kinds}), {len(documents)} documents, seed {options.seed}\n")
    for number, finding in enumerate(chosen, 1):
        print(show(finding, documents, number), end="\n\n")
    if options.out:
        write(options.out, (Judgement(one.evidence[0].doc, places(one), one.code) for one in chosen))
    return 0


def _table(options: argparse.Namespace) -> int:
    for path in options.lists or LISTS:
        try:
            judgements = load_list(path)
        except (ListError, OSError) as error:
            print(f"judged_findings.py: {error}", file=sys.stderr)
            return 1
        print(f"{path.name}\n{table(judgements)}\n")
    return 0


def main() -> int:
    """Run the command line; 1 where a list or a folder cannot be used."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    commands = parser.add_subparsers(required=True)
    draw = commands.add_parser("draw", help="draw findings and show them to a judge")
    draw.add_argument("--seed", type=int, required=True)
    draw.add_argument(
        "--severity", action="append", choices=("error", "warning", "info"), help="errors and warnings"
    )
    draw.add_argument("--number", type=int, default=100, help="findings to draw (100)")
    draw.add_argument(
        "--folder", action="append", metavar="NAME", help="folder of the data (wikipedia, rdcr)"
    )
    draw.add_argument("--jobs", type=int, default=1)
    draw.add_argument("--out", type=Path, help="the list to write, without judgements")
    draw.set_defaults(run=_draw)
    shown = commands.add_parser("table", help="the share that is true and the causes of the rest")
    shown.add_argument("lists", nargs="*", type=Path)
    shown.set_defaults(run=_table)
    options = parser.parse_args()
    return int(options.run(options))


if __name__ == "__main__":
    sys.exit(main())
