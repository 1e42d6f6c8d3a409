"""Build the gold claims of an evaluation set from its drafts, and check them.

    annotate.py [SET...]            write SET/gold.jsonl from SET/drafts/*.claims (default: every set)
    annotate.py --check [SET...]    write nothing; exit 1 where a gold file is not what its drafts give
    annotate.py --show DOC [SET...] print each claim of a document with the words of its evidence

The drafts are the source; gold.jsonl is made from them and committed beside them. A draft is a text file with
one claim a line (empty lines and lines that start with `#` are skipped):

    kind :: evidence :: slot=value; slot=value

- `kind?` makes the claim optional.
- evidence: runs set apart by ` ++ `. A run is a quotation of the document that must occur exactly once, or
  `first words…last words` for everything from the one to the next occurrence of the other. `#2 words` takes
  the second occurrence of a quotation (or of the first words). A line break is written `\\n`.
- values: ` || ` sets alternatives apart (`-` among them: may be left out), ` & ` the elements of a list,
  which may have alternatives of their own; `KAZ ISR` is a list of two codes. A person is
  `name / office / of`, empty parts left out from the right (`/ Prime Minister / KAZ` has no name).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from comity.model.claim import CORE, slot_names
from comity.model.codec import decode_claim

HERE = Path(__file__).parent
SETS = (
    "en", "en-unseen", "ru", "ru-unseen", "en-pages", "en-pages-unseen", "ru-pages", "ru-pages-unseen",
)  # fmt: skip
PEOPLE = {"visitors", "participants", "signatories", "people"}
PERSON = {"person", "recipient"}
LISTS = PEOPLE | {"parties", "sectors", "bodies", "places"}
NUMBERS = {"value", "quantity", "number"}


class DraftError(ValueError):
    """A line of a draft that is not a claim of its document; the message names the file and line."""


def _find(text: str, quote: str) -> tuple[int, int]:
    nth = re.match(r"#(\d+) ", quote)
    if nth:
        quote = quote[nth.end() :]
    quote = quote.replace("\\n", "\n")
    first, _, last = quote.partition("…")
    count = text.count(first)
    if count == 0:
        raise ValueError(f"not in the document: {first!r}")
    if not nth and count > 1:
        raise ValueError(f"occurs {count} times: {first!r}")
    start = -1
    for _ in range(int(nth[1]) if nth else 1):
        start = text.find(first, start + 1)
        if start < 0:
            raise ValueError(f"occurs only {count} times: {first!r}")
    end = start + len(first)
    if last:
        stop = text.find(last, end)
        if stop < 0:
            raise ValueError(f"not after {first!r}: {last!r}")
        end = stop + len(last)
    return start, end


def _one(slot: str, text: str) -> Any:
    text = text.strip()
    if text == "-":
        return None
    if slot in PEOPLE or slot in PERSON:
        parts = [part.strip() for part in text.split(" / " if not text.startswith("/ ") else "/ ")]
        return {key: part for key, part in zip(("name", "office", "of"), parts, strict=False) if part}
    if slot in NUMBERS:
        return float(text) if "." in text else int(text)
    return text


def _value(slot: str, text: str) -> Any:
    text = text.strip()
    if slot in LISTS or (slot == "place" and " & " in text):
        if re.fullmatch(r"[A-Z]{3,4}( [A-Z]{3,4})+", text):
            return text.split()
        return [_any(slot, part) for part in text.split(" & ")]
    return _any(slot, text)


def _any(slot: str, text: str) -> Any:
    found = [_one(slot, part) for part in text.split(" || ")]
    return found[0] if len(found) == 1 else {"any": found}


def _readings(slots: dict[str, Any]) -> list[dict[str, Any]]:
    """Slots with the alternatives resolved: the first of each, then every other alternative once."""

    def plain(value: Any, pick: int) -> Any:
        if isinstance(value, dict) and "any" in value:
            return value["any"][min(pick, len(value["any"]) - 1)]
        if isinstance(value, list):
            return [one for one in (plain(item, pick) for item in value) if one is not None]
        return value

    most = max((json.dumps(value).count(",") for value in slots.values()), default=0) + 1
    made = []
    for pick in range(most):
        reading = {slot: plain(value, pick) for slot, value in slots.items()}
        reading = {slot: value for slot, value in reading.items() if value is not None}
        if reading not in made:
            made.append(reading)
    return made


def parse(line: str, doc: str, text: str) -> dict[str, Any]:
    """The gold claim that a line of a draft states about a document; `ValueError` where it does not fit."""
    parts = line.split(" :: ")
    if len(parts) != 3:
        raise ValueError("a claim is written: kind :: evidence :: slots")
    kind, optional = parts[0].rstrip("?"), parts[0].endswith("?")
    if kind not in CORE:
        raise ValueError(f"no such kind: {kind}")
    slots: dict[str, Any] = {}
    for item in parts[2].split(";"):
        slot, sign, value = item.strip().partition("=")
        if not sign or slot not in slot_names(kind) or slot in slots:
            raise ValueError(f"no such slot of {kind}, or twice: {item.strip()!r}")
        slots[slot] = _value(slot, value)
    if not any(slot in slots for slot in CORE[kind]):
        raise ValueError("no core slot")
    evidence = [list(_find(text, run)) for run in parts[1].split(" ++ ")]
    claim: dict[str, Any] = {"doc": doc, "kind": kind, "evidence": evidence, "slots": slots}
    for reading in _readings(slots):
        try:
            decode_claim({"doc": doc, "kind": kind, "evidence": evidence, "slots": reading})
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error
    if optional:
        claim["optional"] = True
    return claim


def read_text(path: Path) -> str:
    """A document's text as evidence points into it: UTF-8, line ends unchanged."""
    return path.read_bytes().decode("utf-8")


def build(folder: Path) -> list[dict[str, Any]]:
    """The gold claims of a set, by document and place; `DraftError` with every bad line."""
    claims, errors = [], []
    documents = {path.stem for path in folder.glob("*.txt")}
    drafts = {path.stem for path in (folder / "drafts").glob("*.claims")}
    errors += [f"{folder.name}: {name} has no draft or no text" for name in sorted(documents ^ drafts)]
    for name in sorted(documents & drafts):
        text, found = read_text(folder / f"{name}.txt"), []
        draft = folder / "drafts" / f"{name}.claims"
        for number, line in enumerate(draft.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                found.append(parse(line, name, text))
            except ValueError as error:
                errors.append(f"{draft}:{number}: {error}")
        seen = Counter(json.dumps(claim, sort_keys=True) for claim in found)
        errors += [f"{draft}: twice: {claim}" for claim, times in seen.items() if times > 1]
        claims += sorted(found, key=lambda claim: claim["evidence"][0])
    if errors:
        raise DraftError("\n".join(errors))
    return claims


def lines(claims: list[dict[str, Any]]) -> str:
    """Claims as JSON Lines."""
    return "".join(json.dumps(claim, ensure_ascii=False) + "\n" for claim in claims)


def main() -> int:
    """Run from the command line; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="SET")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with what is there")
    parser.add_argument("--show", metavar="DOC", help="print a document's claims with their words")
    args = parser.parse_args()
    status = 0
    total: Counter[str] = Counter()
    for name in args.sets:
        folder = HERE / name
        try:
            claims = build(folder)
        except DraftError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        gold = folder / "gold.jsonl"
        if args.show:
            for claim in (claim for claim in claims if claim["doc"] == args.show):
                text = read_text(folder / f"{args.show}.txt")
                words = " ++ ".join(text[start:end] for start, end in claim["evidence"])
                print(f"{claim['kind']}: {words}\n    {json.dumps(claim['slots'], ensure_ascii=False)}")
        elif args.check:
            if not gold.exists() or gold.read_text(encoding="utf-8") != lines(claims):
                print(f"{gold} is not what its drafts give: run evaluation/annotate.py", file=sys.stderr)
                status = 1
        else:
            gold.write_text(lines(claims), encoding="utf-8", newline="\n")
        scored = Counter(claim["kind"] for claim in claims if not claim.get("optional"))
        total += scored
        documents = len({claim["doc"] for claim in claims})
        if not args.show:
            optional = len(claims) - scored.total()
            print(f"{name}: {documents} documents, {scored.total()} claims and {optional} optional")
    if not args.show:
        print(", ".join(f"{kind} {count}" for kind, count in total.most_common()))
    return status


if __name__ == "__main__":
    sys.exit(main())
