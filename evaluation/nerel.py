"""Persons and states that reading finds in Russian news, against NEREL's annotation (brat format).

    nerel.py [--all | --dealings] [--errors N]

Measured in the sentences that claims are made from; with `--dealings`, in those that name two states, or a state and
an office; with `--all`, in every sentence. Names are read as reading does it: with those that the text told before,
and in a short text with all whom it introduces. A person counts where the name's last word begins like that of an
annotated PERSON in the same words; a state, told by its name or an adjective, where it overlaps an annotated COUNTRY,
and is not wrong either where it overlaps a NATIONALITY. The texts are not part of the project: it runs only where the
folder `shared` lies beside the repository, and says so elsewhere.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from comity.model.document import Document
from comity.reading import read
from comity.reading.amounts import find_amounts
from comity.reading.cascade import Reader
from comity.reading.dates import DateContext, find_dates
from comity.reading.discourse import Context
from comity.reading.language import language
from comity.reading.layout import blocks
from comity.reading.people import people
from comity.reading.phrases import phrases
from comity.reading.sentences import sentences

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "russian-news"
_KINDS = ("PERSON", "COUNTRY", "NATIONALITY")
_STEM = 4


class Span(NamedTuple):
    """A run of text with what it says."""

    start: int
    end: int
    words: str


class Count:
    """Found and right, annotated and met."""

    def __init__(self) -> None:
        self.found = self.right = self.gold = self.met = 0
        self.wrong: list[str] = []

    def told(self, name: str) -> str:
        """A line of the report."""
        precision = self.right / self.found if self.found else 1.0  # nothing found is nothing wrong
        recall = self.met / self.gold if self.gold else 0.0
        return f"{name:<8} found {self.found:4}  gold {self.gold:4}  precision {precision:.3f}  recall {recall:.3f}"


def annotations(path: Path) -> dict[str, list[Span]]:
    """The spans of the kinds that matter here in an .ann file."""
    found: dict[str, list[Span]] = {kind: [] for kind in _KINDS}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("T") or len(cells) < 3:
            continue
        kind, first, *rest = cells[1].replace(";", " ").split(" ")
        if kind in _KINDS:
            found[kind].append(Span(int(first), int(rest[-1]), cells[2]))
    return found


def _document(text: str) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id="news", name="news.txt", sha256=digest, text=text, language="ru")


def _deals(text: str, start: int, end: int) -> bool:
    """Whether a sentence names two states, or a state and an office."""
    units = phrases(text, start, end, language("ru"), (), ())
    states = {unit.value[0] for unit in units if unit.kind == "state"}
    return len(states) + any(unit.kind == "office" for unit in units) > 1 and bool(states)


def claimed_sentences(text: str, which: str = "claims") -> Iterator[tuple[int, int]]:
    """The sentences of a text that some claim points at; with "dealings", those that name two states, or one and an
    office; with "all", all."""
    evidence = [span for claim in read(_document(text)).claims for span in claim.evidence]
    words = language("ru")
    for block in blocks(text):
        for start, end in sentences(text, block.start, block.end, words):
            claimed = any(a < end and start < b for a, b in evidence)
            if which == "all" or claimed or (which == "dealings" and _deals(text, start, end)):
                yield start, end


def found_in(text: str, start: int, end: int, known: Context) -> tuple[list[Span], list[Span]]:
    """The named persons and the states that the stages find in a sentence; the persons are `known` from then on."""
    words = language("ru")
    dates = [
        one
        for one in find_dates(text, start, end, "ru", DateContext())
        if one.date is not None and not one.attached
    ]
    units = phrases(text, start, end, words, dates, find_amounts(text, start, end, "ru"))
    states = [Span(u.start, u.end, u.text) for u in units if u.kind == "state"]
    made = people(units, text, words, known.surnames.get)
    named = [u for u in made if u.kind == "actor" and u.value.person.name]
    for unit in named:
        known.remember(unit.value, unit.span)
    return [Span(u.start, u.end, u.value.person.name) for u in named], states


def same_person(found: Span, gold: Span) -> bool:
    """Whether the words overlap and the last words of the names begin alike."""
    if found.end <= gold.start or gold.end <= found.start:
        return False
    stems = {word[:_STEM].lower() for word in gold.words.replace("-", " ").split()}
    return any(word[:_STEM].lower() in stems for word in found.words.replace("-", " ").split())


def measure(folder: Path, which: str = "claims") -> tuple[Count, Count]:
    """Persons and states over all annotated texts of a folder."""
    persons, states = Count(), Count()
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        gold = annotations(path)
        measured = set(claimed_sentences(text, which))
        known = Reader(_document(text)).context
        for start, end in claimed_sentences(text, "all"):
            found_persons, found_states = found_in(text, start, end, known)
            if (start, end) not in measured:
                continue
            _compare(persons, found_persons, _inside(gold["PERSON"], start, end), same_person)
            people_of = _inside(gold["NATIONALITY"], start, end)
            _compare(states, found_states, _inside(gold["COUNTRY"], start, end), _overlap, people_of)
    return persons, states


def _inside(spans: list[Span], start: int, end: int) -> list[Span]:
    return [span for span in spans if start <= span.start and span.end <= end]


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _compare(
    count: Count,
    found: list[Span],
    gold: list[Span],
    same: Callable[[Span, Span], bool],
    also: Sequence[Span] = (),
) -> None:
    """Counts what is found against gold; what agrees with one of `also` is right too."""
    count.found += len(found)
    count.gold += len(gold)
    count.met += sum(any(same(one, other) for one in found) for other in gold)
    for one in found:
        if any(same(one, other) for other in (*gold, *also)):
            count.right += 1
        else:
            count.wrong.append(one.words)


def main() -> int:
    """Prints precision and recall; 0 also where the texts are not here."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--errors", type=int, default=0, help="show up to N findings that are not annotated")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--all", action="store_true", help="measure all sentences, not only those with claims")
    which.add_argument(
        "--dealings", action="store_true", help="measure sentences of two states, or of a state and an office"
    )
    options = parser.parse_args()
    if not TEXTS.is_dir():
        print("nerel: no texts here; nothing measured")
        return 0
    persons, states = measure(TEXTS, "all" if options.all else "dealings" if options.dealings else "claims")
    print(persons.told("persons"))
    print(states.told("states"))
    for word in (persons.wrong + states.wrong)[: options.errors]:
        print("  not annotated:", word)
    return 0


if __name__ == "__main__":
    sys.exit(main())
