"""How the documents of a register write the names of people, for pages of every language."""

from __future__ import annotations

from comity.publishing.wording import spellings
from comity.register import across


def known(lang: str) -> spellings.Spellings:
    """The spellings for a language, of everybody in any dyad."""
    people = ((one.state, (one.name, *one.names)) for one in across.things("person"))
    return spellings.of_people(people, lang)


class Lender:
    """Lends the spellings of the open register, which are gathered when a name first asks for them."""

    def __init__(self) -> None:
        self._known: dict[str, spellings.Spellings] = {}

    def __call__(self, lang: str) -> spellings.Spellings:
        """The spellings for a language."""
        if lang not in self._known:
            self._known[lang] = known(lang)
        return self._known[lang]
