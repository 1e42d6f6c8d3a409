"""Speed of reading on one core, beside spaCy's blank English tokenizer on the same text in the same run.

    make bench                                   # installs spaCy, then runs this
    python benchmarks/reading.py [--quick] [--json FILE]

Speeds are megabytes of UTF-8 text, and sentences, a second of processor time on one core, once the
knowledge is loaded; the way measured is the whole one from a document's text to its claims. Each figure is
the median of several runs, with the slowest and the fastest. Where two are compared they take turns, text
by text, so that what else the machine does falls on both; the ratio is the median of those of the runs.
Both remember the words that they have met, so each run beside spaCy begins with none, as on texts not seen
before; what they do on the same texts again is told beside. Peak memory is that of a process of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from itertools import accumulate
from operator import truediv
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "data"
MB = 1_000_000

_FREQUENT = """
the of and to in a was that for it with as on by at from were which his had this an be or their not but
"""
_RARE = """
river garden winter window carpet street morning ladder kitchen mountain carpenter colour weather summer paper
story field children evening table water bread horse village teacher school doctor forest island walked looked
remembered painted lifted opened sewed laughed wrote slept sang turned waited followed old small quiet green
heavy careful narrow early distant warm bright simple strange patient usual hidden
"""
_SYLLABLES = """
bo cal der en fi gor ha il jen ko lun ma nor op pel qui ras sto tem ul ven wis yar zo
"""
_VOCABULARY = 20_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="smaller texts, fewer runs")
    parser.add_argument("--json", metavar="FILE", help="write the figures to a file, too")
    parser.add_argument("--peak", nargs=2, metavar=("WHAT", "MB"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.peak:
        print(peak_here(given.peak[0], float(given.peak[1])))
        return
    figures: dict[str, object] = {}
    runs = 3 if given.quick else 5
    texts, name = relation_texts()
    print(
        f"Python {sys.version.split()[0]}; text: {name}, {size(texts) / MB:.2f} MB, {len(texts)} documents\n"
    )
    figures["text"] = name
    figures |= start_up(runs)
    figures |= against_spacy(texts, runs)
    figures |= other_texts(texts, runs)
    figures |= linearity(texts, given.quick)
    if given.json:
        Path(given.json).write_text(
            json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )


# --- what is read -------------------------------------------------------------------------------------------


def relation_texts() -> tuple[list[str], str]:
    """Texts about relations: the Office of the Historian's articles where they are at hand, else our own."""
    articles = sorted((SHARED / "rdcr" / "text").glob("*.txt"))
    if articles:
        return [path.read_text(encoding="utf-8") for path in articles], "rdcr articles"
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "evaluation" / "en").glob("*.txt"))]
    with resources.as_file(resources.files("comity.examples")) as examples:
        own.append((examples / "kazakhstan-israel-en.txt").read_text(encoding="utf-8"))
    return own * 5, "evaluation/en and an example, five times"


def russian_texts() -> tuple[list[str], str]:
    """Russian texts: the shipped example and those of the evaluation, repeated."""
    own = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "evaluation" / "ru").glob("*.txt"))]
    with resources.as_file(resources.files("comity.examples")) as examples:
        own.append((examples / "kazakhstan-israel-ru.txt").read_text(encoding="utf-8"))
    return own * max(1, 300_000 // size(own)), "evaluation/ru and an example, repeated"


def general_text(wanted: int, named: bool = False) -> str:
    """Made prose without states, offices or dates: text with next to no triggers.

    Half its words are those that every text has, the other half of a vocabulary as large and as uneven as that of real
    texts, since both readers here know again a word that they met.

    `named`: as stories and local news have it, with a person or a year in one sentence of five, and a town or state in
    one paragraph of ten.
    """
    chance = random.Random(1)
    frequent, rare, syllables = _FREQUENT.split(), _RARE.split(), _SYLLABLES.split()
    rare += ["".join(chance.choices(syllables, k=chance.randint(2, 4))) for _ in range(_VOCABULARY)]
    seldom = list(accumulate(1 / rank for rank in range(1, len(rare) + 1)))
    parts: list[str] = []
    length = 0
    while length < wanted:
        sentences = []
        for _ in range(5):
            half = chance.randint(4, 12)
            words = [*chance.choices(frequent, k=half), *chance.choices(rare, cum_weights=seldom, k=half)]
            chance.shuffle(words)
            words[0] = words[0].capitalize()
            if named and chance.random() < 0.2:
                words[4] = chance.choice(("Anna Kell", "Mr. Brandt", "in 1987", "Tom Arden and Ida Arden"))
            if named and chance.random() < 0.02:
                words[6] = chance.choice(("in Oslo", "from Norway", "to Lisbon", "of the French"))
            sentences.append(" ".join(words) + ".")
        parts.append(" ".join(sentences))
        length += len(parts[-1]) + 2
    return "\n\n".join(parts)


def repeated(texts: Sequence[str], wanted: int) -> str:
    """Texts joined and repeated to a number of bytes."""
    whole = "\n\n".join(texts)
    length = len(whole.encode())
    return "\n\n".join([whole] * (wanted // length + 1))[: int(wanted * len(whole) / length)]


def one_line(texts: Sequence[str], wanted: int) -> str:
    """The same without a single line break."""
    return " ".join(repeated(texts, wanted).split())


def table(rows: int) -> str:
    """A table of states with a date and a note, as plain text of pages has it."""
    states = ("Chile", "Norway", "Kenya", "Vietnam", "Portugal", "Jordan", "Peru", "Mongolia")
    lines = ["| Country | Formal relations began | Notes |", "| --- | --- | --- |"]
    for row in range(rows):
        state = states[row % len(states)]
        lines.append(
            f"| {state} | {row % 28 + 1} May {1950 + row % 70} | {state} has an embassy in Tallinn. |"
        )
    return "Foreign relations of Estonia\n\n" + "\n".join(lines) + "\n"


def size(texts: Iterable[str]) -> int:
    """Bytes of texts in UTF-8."""
    return sum(len(text.encode()) for text in texts)


# --- how it is measured -------------------------------------------------------------------------------------


def reader(language: str = "en") -> Callable[[str], int]:
    """A function from a text to its number of claims, its knowledge loaded."""
    from comity.model.document import Document
    from comity.pipeline import collecting_seldom, read_document

    def read(text: str) -> int:
        document = Document(id="d", sha256="0" * 64, name="d.txt", text=text, language=language)
        with collecting_seldom():
            return len(read_document(document).claims)

    read(
        "Chile opened an embassy in Oslo in 1950."
        if language == "en"
        else "Чили открыла посольство в 1950 году."
    )
    return read


def forget() -> None:
    """Forget the words that Comity has met."""
    from comity.reading.vocabulary import vocabulary

    vocabulary.cache_clear()


def in_turn(works: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Megabytes a second of several functions over the same texts, each text given to one after the other."""
    taken = [0.0] * len(works)
    for text in texts:
        for index, work in enumerate(works):
            start = time.process_time()
            work(text)
            taken[index] += time.process_time() - start
    return [size(texts) / MB / seconds for seconds in taken]


def shown(found: Sequence[float], sentences: float) -> str:
    """Median with the slowest and the fastest, and the sentences a second, of which a megabyte has so many."""
    median = statistics.median(found)
    low, high = min(found), max(found)
    return f"{median:6.2f} MB/s  ({low:.2f} to {high:.2f}) {median * sentences:8,.0f} sentences/s"


def sentences_per_mb(texts: Sequence[str], language: str = "en") -> float:
    """How many sentences a megabyte of texts has, as Comity parts them."""
    from comity.reading.language import language as words
    from comity.reading.sentences import sentences

    return sum(len(sentences(text, 0, len(text), words(language))) for text in texts) / (size(texts) / MB)


def parts_of(text: str, length: int = 10_000) -> list[str]:
    """A long text in parts, as its paragraphs allow."""
    parts = [""]
    for paragraph in text.split("\n\n"):
        if len(parts[-1]) > length:
            parts.append("")
        parts[-1] += paragraph + "\n\n"
    return parts


def start_up(runs: int) -> dict[str, object]:
    """Seconds until `comity --help` has answered, and until the first document is read."""
    figures: dict[str, object] = {}
    short = ROOT / "src" / "comity" / "examples" / "kazakhstan-israel-en.txt"
    for name, args in (("comity --help", ["--help"]), ("comity read, one page", ["read", str(short)])):
        times = []
        for _ in range(runs + 1):
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "comity", *args], check=True, stdout=subprocess.DEVNULL, cwd=ROOT
            )
            times.append(time.perf_counter() - start)
        median = statistics.median(times[1:])  # the first run fills the disk cache
        print(f"{name:36} {median:6.2f} s")
        figures[name] = round(median, 3)
    print()
    return figures


def against_spacy(texts: Sequence[str], runs: int) -> dict[str, object]:
    """Reading beside spaCy's tokenizer, on texts that it has not seen and once more on the same."""
    import spacy

    read = reader()
    claims = sum(map(read, texts))
    first: list[list[float]] = []
    again: list[list[float]] = []
    for _ in range(runs):
        both = read, spacy.blank("en").tokenizer
        forget()
        first.append(in_turn(both, texts))
        again.append(in_turn(both, texts))
    ours, theirs = map(list, zip(*first, strict=True))
    ours_again, theirs_again = map(list, zip(*again, strict=True))
    ratio = statistics.median(map(truediv, ours, theirs))
    rate = sentences_per_mb(texts)
    print(f"{'Comity, all 18 kinds':36} {shown(ours, rate)}  {claims} claims")
    print(f"{f'spaCy {spacy.__version__} blank tokenizer':36} {shown(theirs, rate)}")
    print(f"{'Comity, the same texts again':36} {shown(ours_again, rate)}")
    print(f"{'spaCy, the same texts again':36} {shown(theirs_again, rate)}")
    print(f"{'ratio':36} {ratio:6.2f}\n")
    return {
        "comity MB/s": round(statistics.median(ours), 3),
        "comity sentences/s": round(statistics.median(ours) * rate),
        "spaCy MB/s": round(statistics.median(theirs), 3),
        "spaCy sentences/s": round(statistics.median(theirs) * rate),
        "comity again MB/s": round(statistics.median(ours_again), 3),
        "spaCy again MB/s": round(statistics.median(theirs_again), 3),
        "ratio": round(ratio, 3),
    }


def other_texts(texts: Sequence[str], runs: int) -> dict[str, object]:
    """General text with next to no triggers, and Russian."""
    import spacy

    figures: dict[str, object] = {}
    for name, named in (("general text", False), ("general text with names", True)):
        general = parts_of(general_text(500_000, named))
        read = reader()
        both = []
        for _ in range(runs):
            forget()
            both.append(in_turn((read, spacy.blank("en").tokenizer), general))
        ours = [speed for speed, _ in both]
        ratio = statistics.median(speed / other for speed, other in both)
        print(
            f"{f'Comity, {name}':36} {shown(ours, sentences_per_mb(general))}  {ratio:.2f} times spaCy on it"
        )
        figures[f"{name} MB/s"] = round(statistics.median(ours), 3)
        figures[f"{name}, ratio"] = round(ratio, 3)
    russian, name = russian_texts()
    readers = reader("ru"), reader()
    found, english = [], []
    for _ in range(runs):
        found += in_turn(readers[:1], russian)
        english += in_turn(readers[1:], texts)
    told = f"{name}; English in the same run {statistics.median(english):.2f}"
    print(f"{'Comity, Russian':36} {shown(found, sentences_per_mb(russian, 'ru'))}  {told}\n")
    figures["Russian MB/s"] = round(statistics.median(found), 3)
    figures["Russian, ratio to English"] = round(statistics.median(map(truediv, found, english)), 3)
    return figures


def linearity(texts: Sequence[str], quick: bool) -> dict[str, object]:
    """One document of growing length, one of a single line, one long table: time, speed and peak memory."""
    print(f"{'one document of':36} {'time':>8} {'speed':>12} {'peak memory':>14}")
    read = reader()
    figures: dict[str, object] = {}
    lengths = (0.5, 1, 2) if quick else (1, 2, 5, 10)
    cases = [(f"{length:g} MB", "text", length) for length in lengths]
    cases.append(("one line of 1 MB" if quick else "one line of 5 MB", "line", 1 if quick else 5))
    rows = 10_000 if quick else 100_000
    cases.append((f"a table of {rows:,} rows", "table", rows / MB))
    for name, what, length in cases:
        text = made(what, length, texts)
        start = time.process_time()
        claims = read(text)
        taken = time.process_time() - start
        peak = peak_of(what, length)
        speed = size([text]) / MB / taken
        print(f"{name:36} {taken:6.1f} s {speed:7.2f} MB/s {peak:11.0f} MB  {claims} claims")
        figures[name] = {"s": round(taken, 2), "MB/s": round(speed, 3), "peak MB": round(peak)}
    return figures


def made(what: str, length: float, texts: Sequence[str]) -> str:
    """The text of a case."""
    wanted = int(length * MB)
    if what == "table":
        return table(wanted)
    return one_line(texts, wanted) if what == "line" else repeated(texts, wanted)


def peak_of(what: str, length: float) -> float:
    """Peak memory, in megabytes, of a process that reads such a text."""
    done = subprocess.run(
        [sys.executable, __file__, "--peak", what, str(length)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def peak_here(what: str, length: float) -> float:
    """Read such a text; the peak memory of this process, in megabytes (Linux)."""
    text = made(what, length, relation_texts()[0])
    reader()(text)
    # `getrusage` would count that of the process which started this one, too
    status = Path("/proc/self/status").read_text(encoding="utf-8").split()
    return int(status[status.index("VmHWM:") + 1]) / 1000


if __name__ == "__main__":
    main()
