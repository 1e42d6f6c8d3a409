"""What the program knows: states, words, cities, capitals, as data, with one loader that validates.

Nothing is read on import; each table is read once, when it is first asked for.
"""

from __future__ import annotations

from comity.knowledge.capitals import Capital, capital, capitals
from comity.knowledge.cities import City, cities
from comity.knowledge.errors import KnowledgeError
from comity.knowledge.lexicon import CASES, LANGUAGES, Lexicon, Office, StateNames, lexicon
from comity.knowledge.naming import (
    Case,
    Currency,
    currencies,
    find_state,
    place_of,
    state_name,
    suggest,
    unknown_state,
)
from comity.knowledge.states import Membership, State, StateTable, states

load = lexicon
"""The lexicon of a language."""

__all__ = [
    "CASES",
    "LANGUAGES",
    "Capital",
    "Case",
    "City",
    "Currency",
    "KnowledgeError",
    "Lexicon",
    "Membership",
    "Office",
    "State",
    "StateNames",
    "StateTable",
    "capital",
    "capitals",
    "cities",
    "currencies",
    "find_state",
    "lexicon",
    "load",
    "place_of",
    "state_name",
    "states",
    "suggest",
    "unknown_state",
]
