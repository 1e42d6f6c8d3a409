"""Which parties of an act that are named in words are bodies: organisations, ministries, companies, churches.

Words also name states that have no code (the Ottoman Empire), regions and, where a page was read amiss, people: these
are parties of the act and no bodies.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from comity.knowledge.lexicon import LANGUAGES, lexicon
from comity.knowledge.states import states

_WORD = re.compile(r"[^\W\d_]+")
_ACRONYM = re.compile(r"[A-ZА-ЯЁ]{3,8}")


@lru_cache(maxsize=10_000)
def is_body(name: str) -> bool:
    """Whether a party of this name is a body: one that is known, has an acronym, or says what kind of body it is."""
    if name in states() or any(name in lexicon(lang).states for lang in LANGUAGES):
        return False
    if any(name in lexicon(lang).organisations for lang in LANGUAGES):
        return True
    words = _WORD.findall(name)
    # Where all is in capitals, they tell nothing.
    if any(_ACRONYM.fullmatch(word) for word in words) and (len(words) == 1 or not name.isupper()):
        return True
    return any(word.lower().startswith(_beginnings()) for word in words)


@cache
def _beginnings() -> tuple[str, ...]:
    """How nouns for bodies begin."""
    raw = tomllib.loads(resources.files(__package__).joinpath("concepts.toml").read_text("utf-8"))
    # "Cent" begins Central America too.
    known = [one for concept, several in raw["body"].items() if concept != "centre" for one in several]
    return (*known, *raw["party"]["beginnings"])
