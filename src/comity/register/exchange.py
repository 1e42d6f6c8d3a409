"""A whole register as JSON Lines, and back.

The first line tells what the file is; then come the documents by id, each followed by its claims and the acts
upon each; last what people judged to be one thing, what findings they dismissed, and the table of office holders.
Claims that a rereading replaced are among them. Records, entities and findings are not written: they are made
again from these. An export of what an import made is the same file byte for byte.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from django.db import DataError, IntegrityError
from django.db.models import Model

from comity.checking import Holder
from comity.model import codec
from comity.model.record import Finding
from comity.register import actions, derived, models, queries, transactions
from comity.register.errors import RegisterError

FORM = 2
"""Number of the form of these lines."""

_DOCUMENT = (
    "id", "sha256", "name", "media_type", "encoding", "language", "title", "date", "text", "anchors", "notes",
    "unread", "added_by", "reread_by",
)  # fmt: skip
_EDITION = ("address", "earlier", "earlier_by", "earlier_at")
"""What exports of older programs do not tell."""
_CLAIM = ("id", "kind", "slots", "evidence", "confidence", "reader", "why", "version")
_DECISION = ("decision", "slots", "by", "reason", "undone_by")
_JUDGEMENT = ("about", "act", "by", "reason", "undone_by")
_SIDE = ("group", "claim_id", "slot", "index", "document_id", "kind", "evidence", "name")
_HOLDER = ("state", "offices", "names", "date")
_NONE_OF_AN_EXPORT = (
    ValueError, KeyError, TypeError, AttributeError, OverflowError, msgspec.MsgspecError, IntegrityError, DataError,
)  # fmt: skip
_DISMISSAL = ("finding", "code", "data", "by", "reason", "undone_by", "undone_reason")


def export() -> Iterator[str]:
    """The register, line by line, as it was at the beginning; others may write meanwhile."""
    with transactions.snapshot():
        yield _line({"comity-register": FORM, "documents": models.Document.objects.count()})
        # Sorted here: each database has its own idea of the order of letters.
        for doc in sorted(models.Document.objects.order_by().values_list("id", flat=True)):
            yield from _document(doc)
        for judgement in models.Judgement.objects.order_by("id").prefetch_related("sides"):
            yield _judgement(judgement)
        for dismissal in models.Dismissal.objects.order_by("id"):
            yield _line({"line": "dismissal", **_values(dismissal, _DISMISSAL, "at", "undone_at")})
        for holder in models.Holder.objects.order_by("id"):
            yield _line({"line": "holder", **_values(holder, _HOLDER)})


def load(lines: Iterable[str]) -> int:
    """Fill an empty register from lines; how many documents there were.

    All of it or nothing. `RegisterError` where the register holds something already, where a line is not what it
    should be, where bytes are not those of their hash, and where lines are missing at the end.
    """
    with transactions.writing():
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
                elif raw["line"] == "judgement":
                    _hold_judgement(raw)
                elif raw["line"] == "dismissal":
                    _hold_dismissal(raw)
                elif raw["line"] == "holder":
                    _hold_holder(raw)
                else:
                    raise ValueError(f"a {raw['line']} out of place")
            except _NONE_OF_AN_EXPORT as error:
                said = f"no {error} told" if isinstance(error, KeyError) else str(error)
                raise RegisterError(
                    f"line {number} is none of an export ({said})", "Export the register again."
                ) from error
        if expected != count:
            raise RegisterError(
                f"the file is not whole: {count} of {expected or 0} documents", "Export the register again."
            )
        derived.rebuild_all()
    return count


# --- out ----------------------------------------------------------------------------------------------------


def _line(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


_WHOLE = 1e16
"""From here on JSON has an exponent in a float, which PostgreSQL writes out."""


def _settled(value: Any) -> Any:
    """A value as each database would give it: PostgreSQL keeps no order of keys, and of large figures no exponent."""
    if isinstance(value, dict):
        return {key: _settled(one) for key, one in sorted(value.items())}
    if isinstance(value, list):
        return [_settled(one) for one in value]
    return int(value) if isinstance(value, float) and abs(value) >= _WHOLE else value


def _values(row: Model, names: Iterable[str], *times: str) -> dict[str, Any]:
    """Some columns of a row, the last being times or nothing."""
    moments = {name: getattr(row, name) for name in times}
    return {
        **{name: _settled(getattr(row, name)) for name in names},
        **{name: time.isoformat() if time else None for name, time in moments.items()},
    }


def _document(doc: str) -> Iterator[str]:
    row = models.Document.objects.get(pk=doc)
    yield _line(
        {
            "line": "document",
            **_values(row, (*_DOCUMENT, *_EDITION[:3]), "added_at", "reread_at", "earlier_at"),
            "original": base64.b64encode(bytes(row.original)).decode(),
        }
    )
    acts: dict[str, list[models.Decision]] = {}
    for act in models.Decision.objects.filter(claim__document_id=doc).order_by("id"):
        acts.setdefault(act.claim_id, []).append(act)
    for claim in models.Claim.ever.filter(document_id=doc).order_by("start", "id"):
        yield _line(
            {
                "line": "claim",
                **_values(claim, _CLAIM, "since", "until"),
                "dyad": list(queries.dyad_of_key(claim.dyad_id)),
            }
        )
        for act in acts.get(claim.id, ()):
            yield _line({"line": "decision", **_values(act, _DECISION, "at", "undone_at")})


def _judgement(row: models.Judgement) -> str:
    sides = [_values(side, _SIDE) for side in sorted(row.sides.all(), key=lambda side: side.pk)]
    return _line({"line": "judgement", **_values(row, _JUDGEMENT, "at", "undone_at"), "sides": sides})


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
        **{name: raw.get(name, "") for name in _EDITION[:3]},
        **_times({"earlier_at": None, **raw}, "added_at", "reread_at", "earlier_at"),
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
    (key,) = derived.hold_dyads([tuple(raw["dyad"])])
    return models.Claim.ever.create(
        **{name: raw[name] for name in _CLAIM},
        **_times(raw, "since", "until"),
        document=document,
        dyad_id=key,
        start=runs[0][0],
    )


def _hold_decision(raw: dict[str, Any], claim: models.Claim) -> None:
    if raw["slots"] is not None:
        codec.slots_of(claim.kind, raw["slots"])
    act = models.Decision.objects.create(
        **{name: raw[name] for name in _DECISION}, **_times(raw, "at", "undone_at"), claim=claim
    )
    if act.undone_at is None:
        actions.hold_decision(claim, act)


def _hold_judgement(raw: dict[str, Any]) -> None:
    row = models.Judgement.objects.create(
        **{name: raw[name] for name in _JUDGEMENT}, **_times(raw, "at", "undone_at")
    )
    models.Side.objects.bulk_create(
        [models.Side(judgement=row, **{name: side[name] for name in _SIDE}) for side in raw["sides"]]
    )


def _hold_dismissal(raw: dict[str, Any]) -> None:
    codec.convert(raw["data"], Finding)
    models.Dismissal.objects.create(
        **{name: raw[name] for name in _DISMISSAL}, **_times(raw, "at", "undone_at")
    )


def _hold_holder(raw: dict[str, Any]) -> None:
    values = {name: raw[name] for name in _HOLDER}
    codec.convert(values, Holder)
    models.Holder.objects.create(**values)


def _times(raw: dict[str, Any], *names: str) -> dict[str, datetime.datetime | None]:
    return {name: datetime.datetime.fromisoformat(raw[name]) if raw[name] else None for name in names}
