"""One claim of every kind with every slot filled, as JSON values; of invented events."""

from __future__ import annotations

from typing import Any

_ANNA = {"name": "Anna Kask", "office": "Minister of Culture", "of": "EST"}
_LEO = {"name": "Leo Ortiz", "office": "mayor", "of": "Puebla"}

SAMPLES: dict[str, dict[str, Any]] = {
    "recognition": {"by": "MEX", "of": "EST", "date": "1991-09-06", "form": "de jure"},
    "relations": {"parties": ["EST", "MEX"], "act": "upgraded", "date": "1996", "level": "partnership"},
    "mission": {
        "sending": "EST", "receiving": "MEX", "type": "embassy", "act": "opened", "date": "1996-05",
        "place": "Mexico City",
    },
    "tenure": {
        "person": _ANNA, "of": "EST", "to": "MEX", "date": "2004-08/..", "appointed": "2004-08",
        "credentials": "2004-09-07", "left": "2007~",
    },
    "visit": {
        "visitors": [_ANNA, _LEO], "from": "EST", "to": "MEX", "date": "2000-04-03/2000-04-05",
        "type": "official", "place": "Puebla", "occasion": "book fair",
    },
    "meeting": {
        "participants": [_ANNA, _LEO], "date": "2002", "place": "Tartu", "parties": ["EST", "MEX"],
        "occasion": "song festival", "subject": "libraries",
    },
    "agreement": {
        "parties": ["EST", "Central Bank of Mexico"], "type": "memorandum", "subject": "tourism",
        "status": "signed", "date": "2002-06-03", "place": "Tallinn", "signatories": [_ANNA],
    },
    "body": {
        "name": "joint commission", "parties": ["EST", "MEX"], "date": "1997-11", "type": "joint commission",
        "people": [_LEO],
    },
    "session": {"body": "joint commission", "date": "1999", "place": "Tartu", "number": 2, "people": [_ANNA]},
    "event": {
        "name": "days of culture", "date": "2005", "place": ["Tallinn", "Puebla"], "type": "festival",
        "field": "cultural", "parties": ["EST", "MEX"], "people": [_LEO],
    },
    "trade": {
        "reporter": "EST", "partner": "MEX", "flow": "turnover", "value": 12500000.5, "currency": "USD",
        "period": "2005-01/2005-06", "change": "twice as much", "source": "customs service",
    },
    "investment": {
        "from": "EST", "to": "MEX", "value": 3000000, "currency": "EUR", "period": "2005", "sectors": ["sea"],
    },
    "enterprise": {
        "name": "Baltica", "home": "EST", "in": "MEX", "date": "1998", "sector": "cables", "people": [_LEO],
    },
    "cooperation": {
        "parties": ["EST", "MEX"], "field": "health", "what": "training of nurses", "currency": "USD", "quantity": 20,
        "period": "1998/..", "bodies": ["Ministry of Health"],
    },
    "twinning": {"places": ["Tartu", "Puebla"], "date": "199X", "place": "Tartu", "people": [_LEO]},
    "award": {"recipient": _ANNA, "award": "order of merit", "by": "MEX", "date": "2001-22"},
    "count": {"what": "bilateral documents", "value": 17, "parties": ["EST", "MEX"], "date": "2006"},
    "incident": {"act": "recall of the ambassador", "by": "EST", "against": "MEX", "date": "1940-08-06"},
}  # fmt: skip


def claim_of(kind: str) -> dict[str, Any]:
    """A claim of a kind as its line of JSON has it."""
    return {
        "id": "0123456789abcdef",
        "doc": "sample",
        "kind": kind,
        "evidence": [[0, 12], [30, 34]],
        "slots": SAMPLES[kind],
        "confidence": 0.75,
        "reader": "test",
        "why": ["frame"],
    }
