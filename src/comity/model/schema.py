"""The claim format as JSON Schema, for programs that read or write claims without this one."""

from __future__ import annotations

from typing import Any

import msgspec

from comity.model.claim import CORE, KINDS
from comity.model.dictionary import meaning
from comity.model.edtf import Date
from comity.model.person import Person

_DATE = {
    "type": "string",
    "description": (
        "An EDTF date (ISO 8601-2, Level 0 or 1): 1992-04-10, 1996-05, 2005, 199X, 1995~, an interval "
        "2000-04-03/2000-04-05, an open one 2004-08/.. or ../2006-03. As precise as the source and no more."
    ),
    "pattern": r"^(\.\.|-?[0-9Y][0-9X-]*[~?%]?)?(/(\.\.|-?[0-9Y][0-9X-]*[~?%]?)?)?$",
    "minLength": 4,
}


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is Date:
        return dict(_DATE)
    raise NotImplementedError(f"no JSON Schema for {kind.__name__}")


def _without_defaults(schema: Any) -> Any:
    """The same without `default` and `null`: a slot that the text does not fill is left out, not empty."""
    if isinstance(schema, list):
        return [_without_defaults(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_defaults(value) for key, value in schema.items() if key != "default"}
    if "anyOf" in kept:
        choices = [one for one in kept["anyOf"] if one != {"type": "null"}]
        if len(choices) == 1:
            kept = {**{key: value for key, value in kept.items() if key != "anyOf"}, **choices[0]}
        else:
            kept["anyOf"] = choices
    if "enum" in kept and None in kept["enum"]:
        kept["enum"] = [one for one in kept["enum"] if one is not None]
    return kept


def claim_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one claim on a line: one of eighteen kinds, each with its own slots."""
    types = [*KINDS.values(), Person]
    _, parts = msgspec.json.schema_components(types, schema_hook=_schema_of, ref_template="#/$defs/{name}")
    definitions = {name: _without_defaults(part) for name, part in sorted(parts.items())}
    for kind, slots in KINDS.items():
        told = meaning(kind)
        definitions[slots.__name__]["description"] = f"{told.lead} {told.note}".strip()
        for slot, what in told.slots.items():
            one = definitions[slots.__name__]["properties"][slot]
            one["description"] = f"{what}. {one.get('description', '')}".strip()
    claims = [_claim_of(kind, slots.__name__) for kind, slots in KINDS.items()]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Claim",
        "description": "One thing that one document says about the relations between states, with its words.",
        "oneOf": claims,
        "$defs": definitions,
    }


def _claim_of(kind: str, slots: str) -> dict[str, Any]:
    run = {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
        "minItems": 2,
        "maxItems": 2,
    }
    return {
        "type": "object",
        "title": kind,
        "description": f"Says what it is by: {', '.join(CORE[kind])}.",
        "required": ["doc", "kind", "evidence", "slots"],
        "properties": {
            "id": {"type": "string", "description": "Derived from document, kind, evidence and rule set."},
            "doc": {"type": "string", "description": "The document's id: its file name without extension."},
            "kind": {"const": kind},
            "evidence": {
                "type": "array",
                "description": "Runs [start, end) of the document's text, in Unicode code points.",
                "items": run,
                "minItems": 1,
            },
            "slots": {"$ref": f"#/$defs/{slots}"},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "reader": {"type": "string", "description": "The rule set that made the claim."},
            "why": {
                "type": "array",
                "description": "The frame and the knowledge entries that made the claim.",
                "items": {"type": "string"},
            },
        },
    }


def schema_text() -> str:
    """The schema as it stands in `docs/claim.schema.json`."""
    return msgspec.json.format(msgspec.json.encode(claim_schema()), indent=2).decode() + "\n"
