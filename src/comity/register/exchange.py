"""A whole register as JSON Lines, and back.

The first line tells what the file is; then come the documents by id, each followed by its claims and the acts
upon each. Records, entities and findings are not written: they are made again from these. An export of what an
import made is the same file byte for byte.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.db import IntegrityError

from comity.model import codec
from comity.register import actions, models, queries, store
from comity.register.errors import RegisterError

FORM = 1
"""Number of the form of these lines."""

_DOCUMENT = (
    "id", "sha256", "name", "media_type", "encoding", "language", "title", "date", "text", "anchors", "notes",
    "unread", "added_by",
)  # fmt: skip
_CLAIM = ("id", "kind", "slots", "evidence", "confidence", "reader", "why")
_DECISION = ("decision", "slots", "by", "reason", "undone_by")


def export() -> Iterator[str]:
    """The register, line by line, as it was at the beginning; others may write meanwhile."""
    with store.snapshot():
        yield _line({"comity-register": FORM, "documents": models.Document.objects.count()})
        # Sorted here: each database has its own idea of the order of letters.
        for doc in sorted(models.Document.objects.order_by().values_list("id", flat=True)):
            yield from _document(doc)


def load(lines: Iterable[str]) -> int:
    """Fill an empty register from lines; how many documents there were.

    All of it or nothing. `RegisterError` where the register holds something already, where a line is not what it
    should be, where bytes are not those of their hash, and where lines are missing at the end.
    """
    with store.writing():
        if models.Document.objects.exists():
            raise RegisterError(
                "the register holds documents already",
                "Import into a new one: comity import FILE --db NEW.db.",
            )
        expected: int | None = None
        held: models.Document | None = None
        claim: models.Claim | None = None
        count = 0
        for number, line in enumerate(lines, start=1):
            try:
                raw = json.loads(line)
                if expected is None:
                    expected = _head(raw)
                elif raw["line"] == "document":
                    held, claim, count = _hold_document(raw), None, count + 1
                elif raw["line"] == "claim" and held is not None:
                    claim = _hold_claim(raw, held)
                elif raw["line"] == "decision" and claim is not None:
                    _hold_decision(raw, claim)
                else:
                    raise ValueError(f"a {raw['line']} out of place")
            except (ValueError, KeyError, TypeError, msgspec.MsgspecError, IntegrityError) as error:
                said = f"no {error} told" if isinstance(error, KeyError) else str(error)
                raise RegisterError(
                    f"line {number} is none of an export ({said})", "Export the register again."
                ) from error
        if expected != count:
            raise RegisterError(
                f"the file is not whole: {count} of {expected or 0} documents", "Export the register again."
            )
        actions.rebuild_all()
    return count


# --- out ----------------------------------------------------------------------------------------------------


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _document(doc: str) -> Iterator[str]:
    row = models.Document.objects.get(pk=doc)
    yield _line(
        {
            "line": "document",
            **{name: getattr(row, name) for name in _DOCUMENT},
            "added_at": row.added_at.isoformat(),
            "original": base64.b64encode(bytes(row.original)).decode(),
        }
    )
    acts: dict[str, list[models.Decision]] = {}
    for act in models.Decision.objects.filter(claim__document_id=doc).order_by("id"):
        acts.setdefault(act.claim_id, []).append(act)
    for claim in row.claims.order_by("start", "id"):
        yield _line(
            {
                "line": "claim",
                **{name: getattr(claim, name) for name in _CLAIM},
                "dyad": list(queries.dyad_of_key(claim.dyad_id)),
            }
        )
        for act in acts.get(claim.id, ()):
            yield _line(
                {
                    "line": "decision",
                    **{name: getattr(act, name) for name in _DECISION},
                    "at": act.at.isoformat(),
                    "undone_at": act.undone_at.isoformat() if act.undone_at else None,
                }
            )


# --- in -----------------------------------------------------------------------------------------------------


def _head(raw: Any) -> int:
    if not isinstance(raw, dict) or "comity-register" not in raw:
        raise ValueError("it does not begin as one")
    if raw["comity-register"] != FORM:
        raise ValueError(f"form {raw['comity-register']}, this program knows {FORM}")
    return int(raw["documents"])


def _hold_document(raw: dict[str, Any]) -> models.Document:
    original = base64.b64decode(raw["original"], validate=True)
    if hashlib.sha256(original).hexdigest() != raw["sha256"]:
        raise ValueError(f"the bytes of {raw['id']} are not those of its hash")
    row = models.Document(
        **{name: raw[name] for name in _DOCUMENT},
        added_at=datetime.datetime.fromisoformat(raw["added_at"]),
        original=original,
    )
    queries.as_document(row)  # raises where a value does not fit
    row.save(force_insert=True)
    return row


def _hold_claim(raw: dict[str, Any], document: models.Document) -> models.Claim:
    runs = raw["evidence"]
    if not runs or not all(0 <= start < end <= len(document.text) for start, end in runs):
        raise ValueError(f"claim {raw['id']} points at no words of {document.id}")
    codec.slots_of(raw["kind"], raw["slots"])
    (key,) = actions.hold_dyads([tuple(raw["dyad"])])
    return models.Claim.objects.create(
        **{name: raw[name] for name in _CLAIM}, document=document, dyad_id=key, start=runs[0][0]
    )


def _hold_decision(raw: dict[str, Any], claim: models.Claim) -> None:
    if raw["slots"] is not None:
        codec.slots_of(claim.kind, raw["slots"])
    undone = raw["undone_at"]
    act = models.Decision.objects.create(
        **{name: raw[name] for name in _DECISION},
        claim=claim,
        at=datetime.datetime.fromisoformat(raw["at"]),
        undone_at=datetime.datetime.fromisoformat(undone) if undone else None,
    )
    if act.undone_at is None:
        actions.hold_decision(claim, act)
