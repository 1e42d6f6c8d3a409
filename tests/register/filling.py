"""Documents are added until the disk is full: each is there wholly or not at all, and with room it goes on.

Started by `python -m tests.register.filling FOLDER`, where a folder is a disk of 8 MB.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from comity.register import store
from comity.register.errors import RegisterError
from tests.register import samples


def main(small: Path) -> None:
    """Fill the disk, and look at what is there."""
    # As much as may stand in the log, which is taken over into the file of the register before it is written anew.
    ballast = small / "ballast"
    ballast.write_bytes(bytes(4_000_000))
    db = small / "comity.db"
    store.open_register(db)
    from comity.register import actions, doctor, exchange, queries

    added: list[str] = []
    with pytest.raises(RegisterError, match=r"full\. Make room"), store.guard():
        for number in range(400):
            doc, data = samples.document(
                f"d{number}.txt", f"{samples.EN} {number} " + "No word of it. " * 2000
            )
            one = samples.claim(doc, "relations", "Relations were", parties=["KAZ", "ISR"], act="established")
            actions.add_document(doc, data, [one])
            added.append(doc.id)
    assert len(added) > 2
    with pytest.raises(RegisterError), store.guard():
        for _ in range(200):
            actions.accept(queries.claims()[0].id, reason="why not " * 500)
    store.close()
    with pytest.raises(RegisterError, match="cannot be written"):
        store.backup(small / "copy.db", db)
    assert [one.name for one in small.iterdir() if "copy" in one.name] == []
    ballast.unlink()
    store.open_register(db, must_exist=True)
    assert [one.id for one in queries.documents()] == sorted(added)
    assert list(doctor.examine()) == []
    assert actions.add_document(*samples.russian()).new, "with room again it goes on"
    assert len(list(exchange.export())) > len(added)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
