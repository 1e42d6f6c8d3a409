"""What the program knows: states, words, cities, capitals, as data, with one loader that validates.

Nothing is read on import; each table is read once, when it is first asked for.
"""

from __future__ import annotations

from comity.knowledge.capitals import Capital, capital, capitals
from comity.knowledge.cities import City, cities
from comity.knowledge.errors import KnowledgeError
from comity.knowledge.languages import Language, answered, base_of, interface_language, offered
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
    "Language",
    "Lexicon",
    "Membership",
    "Office",
    "State",
    "StateNames",
    "StateTable",
    "answered",
    "base_of",
    "capital",
    "capitals",
    "cities",
    "currencies",
    "find_state",
    "interface_language",
    "lexicon",
    "load",
    "offered",
    "place_of",
    "state_name",
    "states",
    "suggest",
    "unknown_state",
]
