"""Companies told as the subject of what they do, without a word for a company: "X invested … in B"."""

from __future__ import annotations

from comity.reading.frames.business.homes import home_before
from comity.reading.frames.business.named import companies_of, is_company
from comity.reading.frames.business.names import names_ahead
from comity.reading.frames.nouns import in_class, states_of, tidy
from comity.reading.sentence import Sentence, predicates_of
from comity.reading.units import Unit, is_capitalised

_NO_SUBJECT = frozenset({"gen", "dat", "ins", "loc"})
_CLOSE = 3
"""How many units a verb may stand behind "which"."""
_BEFORE = 12
"""How many units before "which" the company is looked for."""


def before_relative(
    sentence: Sentence, index: int, clause: range
) -> list[tuple[str, str | None, list[Unit]]]:
    """The company that a clause "which …", its verb right behind, is about: "the A airline X, which flies to B"."""
    units = sentence.units
    opening = clause.start - 1
    if (
        opening < 1
        or units[opening].key not in sentence.language.words["relative"]
        or index - opening > _CLOSE
    ):
        return []
    if units[opening - 1].text != "," or units[opening].case not in ("", "nom"):
        return []
    found = companies_of(sentence, range(max(opening - _BEFORE, 0), opening - 1))
    return [one for one in found[-1:] if one[2][-1] is units[opening - 2]]


def bare_subject(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Capitalised words, the name of nobody the document knows, as the subject: "X invested … in B"."""
    units = sentence.units
    last = index - 1
    adverbs = sentence.language.words["adverb"]
    while last >= clause.start and (units[last].kind in ("have", "be") or units[last].key in adverbs):
        last -= 1
    if sentence.language.cases:
        last = _before_when(units, last, clause.start)
    home = None
    if last > clause.start + 1 and units[last].text == ")":
        opening = next((i for i in range(last - 1, clause.start, -1) if units[i].text == "("), last)
        inside = [one for one in units[opening + 1 : last] if one.kind == "state"]
        if len(inside) == 1:  # «Х» (Страна) владеет …
            home, last = str(inside[0].value[0]), opening - 1
    if last > clause.start and units[last].text == ",":
        # "X, a producer of A, owns …"
        comma = next((i for i in range(last - 1, clause.start, -1) if units[i].text == ","), clause.start)
        inside = units[comma + 1 : last]
        if comma > clause.start and inside and any(in_class(one, sentence, "company") for one in inside):
            home = next((str(one.value[0]) for one in inside if one.kind == "state"), None)
            last = comma - 1
    if last - 2 >= clause.start and units[last].mark == "of" and units[last].kind in ("place", "state"):
        home = next(iter(states_of(units[last])), None)  # "X of P opened …"
        last -= 3 if units[last - 1].kind == "determiner" else 2
    if last < clause.start:
        return []
    unit = units[last]
    if unit.case in _NO_SUBJECT:
        return []
    if unit.kind == "quoted":
        return [
            (tidy(str(units[i].value)), home_before(sentence, i), [units[i]]) for i in _quoted(units, last)
        ]
    if unit.kind == "organisation" and is_company(sentence, unit):
        return [(tidy(unit.text), next(iter(states_of(unit)), None), [unit])]
    if unit.kind == "actor":
        named = unit.text == unit.value.person.name and (" " in unit.text or "-" in unit.text)
        return [(tidy(unit.text), home, [unit])] if named and _business(sentence, index) else []
    if unit.kind != "word" or not is_capitalised(unit) or unit.key in sentence.language.not_names:
        return []
    first = last
    while first > clause.start and units[first - 1].kind == "word" and is_capitalised(units[first - 1]):
        first -= 1
    if home is None and not at_its_own(sentence, index, first):
        return []
    if first < last and sentence.language.cases and in_class(units[first], sentence, "company"):
        first += 1  # «Компания Х построила …»
    listed = [*names_ahead(sentence, first), units[first : last + 1]]
    return [
        (tidy(sentence.text[named[0].start : named[-1].end]), home or home_before(sentence, first), named)
        for named in listed
    ]


def _before_when(units: list[Unit], last: int, first: int) -> int:
    """The unit before what tells when between a subject and its verb: «Х» в 2008 году купила …"""
    while last > first and units[last].kind == "date":
        last -= 1
        while last > first and units[last].kind == "preposition":
            last -= 1
    return last


def _quoted(units: list[Unit], last: int) -> list[int]:
    """The quoted names that are a subject together, up to the last: «А «Х» и Б «У» создали …»."""
    found = [last]
    cursor = last - 1
    while cursor > 0:
        while cursor > 0 and units[cursor].kind in ("state", "word") and units[cursor].case.startswith("nom"):
            cursor -= 1
        if (
            not (units[cursor].kind == "and" or units[cursor].text == ",")
            or units[cursor - 1].kind != "quoted"
        ):
            break
        found.append(cursor - 1)
        cursor -= 2
    return found[::-1]


def _business(sentence: Sentence, index: int) -> bool:
    """Whether the verb is one that companies do and persons do not."""
    return not predicates_of(sentence, index).isdisjoint(("own", "invest", "business"))


def at_its_own(sentence: Sentence, index: int, at: int) -> bool:
    """Whether capitalised words are a name by their spelling, their place or their act, not by standing first in a
    sentence: a common noun there is in the plural, or has an article before it.
    """
    units = sentence.units
    unit = units[at]
    before = units[at - 1] if at else None
    if (
        before is not None
        and before.kind in ("word", "actor", "place", "organisation")
        and is_capitalised(before)
    ):
        return False  # the end of a longer name
    classes = ("trainee", "resident", "company", "countable", "aid", "project", "envoy", "public_body")
    if any(in_class(unit, sentence, name) for name in classes) or unit.key in sentence.language.portfolio:
        return False
    if unit.text.isupper() or not (before is None or before.text in (".", ":", "-", "–", "•", "*")):
        return True
    if is_capitalised(units[at + 1]):
        return True
    told = units[index].text.split()[0] if units[at + 1] is units[index] else units[at + 1].text
    return not unit.text.endswith("s") or told.endswith("s")
