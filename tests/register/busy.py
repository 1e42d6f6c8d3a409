"""A process that acts upon a register in every way until it is killed.

Started by `python -m tests.register.busy DB NUMBER FOLDER`.

Before the first act it says `open`; after each act that was accepted, and not before, a line with what it was.
"""

from __future__ import annotations

import itertools
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from comity.model import codec
from comity.model.claim import Claim
from comity.register import store
from comity.register.errors import RegisterError
from tests.register import samples

if TYPE_CHECKING:
    from comity.register.queries import HeldClaim


def main(db: str, number: str, folder: str) -> None:
    """Act until killed."""
    store.open_register(db)
    from comity.register import actions, exchange, queries

    chance = random.Random(int(number))
    print("open", flush=True)
    for turn in itertools.count():
        claims = queries.claims()
        visits = [one.id for one in claims if one.kind == "visit"]
        act = chance.choice(
            ["add", "accept", "reject", "undo", "merge", "split", "reread", "dismiss", "backup", "export"]
        )
        done = f"{act} {number}-{turn}"
        try:
            if act == "add" or len(visits) < 3:
                doc, data, some = samples.english(f"d{number}-{turn}.txt")
                text = f"{doc.text} {number} {turn}"
                doc, data = samples.document(doc.name, text)
                fresh = [
                    samples.claim(
                        doc, one.kind, samples.EN[slice(*one.evidence[0])], **codec.plain(one.slots)
                    )
                    for one in some
                ]
                actions.add_document(doc, data, fresh)
                done = f"add {doc.id}"
            elif act in ("accept", "reject", "undo"):
                claim = chance.choice(visits)
                getattr(actions, act)(claim)
                done = f"{act} {claim}"
            elif act == "merge":
                done = f"judge {actions.merge(chance.sample(visits, 2)).number}"
            elif act == "split":
                claim = chance.choice(visits)
                done = f"judge {actions.split(claim, [claim]).number}"
            elif act == "reread":
                doc_id = chance.choice(claims).doc
                held = queries.document(doc_id)
                assert held is not None
                actions.reread(doc_id, [_again(one, str(1990 + turn % 30)) for one in held.claims])
            elif act == "dismiss":
                actions.dismiss(chance.choice(queries.findings()).id, reason="no fault")
            elif act == "backup":
                store.backup(Path(folder, f"copy{number}-{turn}.db"), db)
            else:
                Path(folder, f"lines{number}-{turn}").write_text(
                    "\n".join(exchange.export()), encoding="utf-8"
                )
        except (RegisterError, IndexError):
            continue  # refused, as there was nothing of the sort
        print(done, flush=True)


def _again(held: HeldClaim, date: str) -> Claim:
    """A claim as other rules read it: visits with another date."""
    told = {"date": date} if held.claim.kind == "visit" else {}
    return msgspec.structs.replace(
        held.claim, slots=codec.slots_of(held.claim.kind, codec.plain(held.machine) | told)
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
