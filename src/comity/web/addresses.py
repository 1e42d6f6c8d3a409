"""Where things stand on the site. Addresses are kept for ever: what stood at one once leads to it still."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

from comity.model.claim import State

_CODE = re.compile(r"[A-Z]{3,4}")


def is_code(state: State) -> bool:
    """Whether a state is named by its code, which can stand in an address."""
    return _CODE.fullmatch(state) is not None


def dyad_address(dyad: tuple[State, ...]) -> str:
    """A dossier: `/kaz-isr/`, the states in the order in which they are told."""
    if all(is_code(one) for one in dyad):
        return f"/{'-'.join(dyad).lower()}/"
    return f"/between/?{urlencode({'a': dyad[0], 'b': dyad[1]})}"


def section_address(dyad: tuple[State, ...], section: str) -> str:
    """One section of a dossier by itself: `/kaz-isr/visits/`."""
    if all(is_code(one) for one in dyad):
        return f"{dyad_address(dyad)}{section}/"
    return f"{dyad_address(dyad)}#{section}"


def document_address(doc: str) -> str:
    """A document."""
    return f"/documents/{quote(doc, safe='')}/"


def words_address(doc: str, claim: str = "", at: tuple[int, int] | None = None) -> str:
    """The words of a claim, or a run of words, in their document."""
    if claim:
        return f"{document_address(doc)}?claim={quote(claim, safe='')}#here"
    return f"{document_address(doc)}?at={at[0]}-{at[1]}#here" if at else document_address(doc)


def claim_address(claim: str) -> str:
    """A claim."""
    return f"/claims/{quote(claim, safe='')}/"


def record_address(record: str) -> str:
    """A record; the id of any of its claims leads to it too."""
    return f"/records/{quote(record, safe='')}/"


def state_address(state: State) -> str:
    """All that is held about a state or an international organisation."""
    return f"/states/{state.lower() if is_code(state) else quote(state, safe='')}/"


ENTITY_PATHS = {"person": "people", "body": "bodies", "enterprise": "enterprises", "place": "places"}
"""The kinds of entities by the first part of their addresses."""


def entity_address(kind: str, entity: str) -> str:
    """A person, body, enterprise or place across dyads, by the id of its identity or of any entity of it."""
    return f"/{ENTITY_PATHS[kind]}/{quote(entity, safe='')}/"


def agreement_address(record: str) -> str:
    """An instrument with every act upon it, by the record of any act."""
    return f"/agreements/{quote(record, safe='')}/"
