"""The rules: what cannot be, what is unlikely and what is missing in a register's claims and records.

One module a rule in `comity.checking.rules`; `docs/rules.md` lists them.
"""

from __future__ import annotations

from comity.checking.facts import Facts, Thing, mostly_about
from comity.checking.holders import Holder
from comity.checking.messages import LANGUAGES, explain, message
from comity.checking.registry import RULES, Rule, check, matches, rule

__all__ = [
    "LANGUAGES",
    "RULES",
    "Facts",
    "Holder",
    "Rule",
    "Thing",
    "check",
    "explain",
    "matches",
    "message",
    "mostly_about",
    "rule",
]
