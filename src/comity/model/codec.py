"""Values to JSON and back; the only place that knows how a date or a claim is written down."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from comity.model.claim import KINDS, Claim, Slots
from comity.model.edtf import Date

T = TypeVar("T")


def _write(value: Any) -> Any:
    if isinstance(value, Date):
        return str(value)
    raise NotImplementedError(f"cannot write {type(value).__name__} as JSON")


def _read(kind: type, value: Any) -> Any:
    if kind is Date:
        return value if isinstance(value, Date) else Date.parse(value)
    raise NotImplementedError(f"cannot read {kind.__name__} from JSON")


_encoder = msgspec.json.Encoder(enc_hook=_write)
_decoders: dict[Any, Any] = {}


def encode(value: Any) -> bytes:
    """JSON of any value of the model; the same value gives the same bytes."""
    return _encoder.encode(value)


def plain(value: Any) -> Any:
    """A value of the model as dicts, lists, strings and numbers."""
    return msgspec.json.decode(_encoder.encode(value))


def convert(value: Any, kind: type[T]) -> T:
    """A value of the model from dicts and lists; `msgspec.ValidationError` where it does not fit."""
    return msgspec.convert(value, kind, dec_hook=_read)


def decode(data: bytes | str, kind: type[T]) -> T:
    """A value of the model from JSON; `msgspec.DecodeError` (its `ValidationError`) where it does not fit."""
    return convert(msgspec.json.decode(data), kind)


def slots_of(kind: str, values: dict[str, Any]) -> Slots:
    """The slots of a kind from plain values; `KeyError` for an unknown kind."""
    return convert(values, KINDS[kind])


def decode_claim(data: bytes | str | dict[str, Any]) -> Claim:
    """A claim from its line of JSON (or the dict of one); keys that a claim has not are passed over.

    `msgspec.DecodeError` (or its `ValidationError`) where it does not fit.
    """
    raw = data if isinstance(data, dict) else msgspec.json.decode(data)
    kind = raw.get("kind") if isinstance(raw, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        raise msgspec.ValidationError(f"not a claim: no such kind: {kind!r}")
    # The kind says which slots there may be, so they are read apart from the rest.
    if "slots" not in raw:
        raise msgspec.ValidationError("not a claim: no slots")
    bare = convert({**raw, "slots": {}}, Claim)
    return msgspec.structs.replace(bare, slots=slots_of(kind, raw["slots"]))
