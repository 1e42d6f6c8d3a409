"""Aid told without a verb on a page about two states: "Loan for the ring road: 6 million dollars (1998)", "Health:
equipment of two clinics (2011)".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import cooperation, field_told, trimmed, uncounted
from comity.reading.frames.cooperation.things import INSIDE
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, phrase, states_told, wording
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit

STARTS = frozenset({"amount", "date"})

_OTHERS = frozenset(
    {"instrument", "event", "mission", "modal", "negation", "relations", "clause", "be", "have"}
)
"""Kinds of unit with which an item tells something else than aid."""
_MEETINGS = frozenset({"visit", "meet", "sign", "trade", "export", "import", "turnover", "balance", "invest",
                       "ban", "attack", "suspend", "award"})  # fmt: skip
_FUNDED = ("project", "building", "cause", "served", "link")
"""What money at the head of an item is for."""
_THINGS = ("project", "aid", "property", "served", "single_gift", "schooling", "expert", "trainee", "link")
"""What stands in a list of aid."""
_DONE = frozenset({"provide", "implement", "build", "donate", "deliver", "open", "inaugurate", "take_up"})
"""What a participle may say of a thing: "school (built 2004)"."""
_ASIDE = frozenset("([")
_LABEL = 6
"""Units before the colon of a label."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What an item says was given or built, with its sum, number or year."""
    pair, units = context.pair(), sentence.units
    if pair is None or sentence.language.cases or index != _first(units) or len(units) > 40:
        return
    if not _OTHERS.isdisjoint([unit.kind for unit in units]):
        return
    if set(states_told(sentence, range(len(units)))) - set(pair):
        return
    if any(_tells_otherwise(sentence, i) for i, unit in enumerate(units) if unit.kind == "trigger"):
        return
    place = next((first for first in _begins(sentence) if _is_aid(sentence, first)), None)
    if place is None:
        return
    stop = phrase(sentence, place, INSIDE)
    group = units[place:stop]
    amount = _amount(units, group)
    thing = trimmed(sentence, uncounted([unit for unit in group if unit.kind != "determiner"]))
    if not thing or (amount is None and not any(unit.kind == "date" for unit in units)):
        return
    used = [*group, *([amount] if amount is not None else [])]
    number = amount.value.value if amount is not None else None
    field = field_told(sentence, thing, range(len(units)))
    yield cooperation(sentence, place, pair, field, wording(sentence, thing), number, used)


def _first(units: list[Unit]) -> int:
    return next((i for i, unit in enumerate(units) if unit.kind in STARTS), -1)


def _tells_otherwise(sentence: Sentence, index: int) -> bool:
    """Whether a word is a verb, or the noun of what is no aid: "visit of 20 farmers"."""
    participle = all(form in ("participle", "noun") for _, form in sentence.units[index].value)
    if is_verb(sentence, index) and not (participle and _is_aside(sentence, index)):
        return True
    return bool(predicates_of(sentence, index) & _MEETINGS)


def _is_aside(sentence: Sentence, index: int) -> bool:
    """Whether a participle only says more of a thing: "school (built 2004)", "bus donated by A"."""
    units = sentence.units
    if not predicates_of(sentence, index) & _DONE:
        return False
    if not index or units[index - 1].kind not in ("word", "punct", "place", "organisation", "body"):
        return False
    return index + 1 >= len(units) or units[index + 1].kind in ("preposition", "punct", "date")


def _begins(sentence: Sentence) -> Iterator[int]:
    """Where the thing may begin: behind the item's label, and at its head behind its date and number."""
    units = sentence.units
    for i in range(1, min(_LABEL, len(units))):
        if units[i].text in (":", "–", "—", "-") and units[i].start > units[i - 1].end - 1:
            yield from _skip(units, i + 1)
    yield from _skip(units, 0)
    if len(units) > 2 and _is_money(units[0]) and units[1].value in ("for", "place"):
        yield 2  # "60 million for the ring road"


def _skip(units: list[Unit], first: int) -> Iterator[int]:
    passed = ("punct", "date", "number", "determiner")
    while first < len(units) and units[first].kind in passed and units[first].text not in _ASIDE:
        first += 1
    if first < len(units):
        yield first


def _is_aid(sentence: Sentence, first: int) -> bool:
    """Whether the noun at the head of a phrase is one for aid, or for work done with it."""
    units = sentence.units
    stop = phrase(sentence, first, frozenset())
    head = units[stop - 1] if stop > first else None
    if head is None or any(_is_clause(units, i) for i in range(first + 1, stop)):
        return False
    if any(in_class(head, sentence, name) for name in ("aid_always", "gift_noun")):
        return True
    if first > 1 and _is_money(units[first - 2]) and any(in_class(head, sentence, name) for name in _FUNDED):
        return True
    if any(in_class(head, sentence, name) for name in _THINGS) and _is_told_as_aid(sentence):
        return True
    number = units[first].kind == "amount" and units[first].value.kind == "number"
    if number and first > 1 and _is_labelled(sentence, first):
        return any(
            in_class(head, sentence, name)
            for name in ("expert", "trainee", "aid", "property", "project_word")
        )
    behind = units[stop] if stop < len(units) else None
    leads = behind is not None and behind.kind == "preposition" and behind.value in ("of", "for")
    return leads and any(
        in_class(head, sentence, name) for name in ("building", "support_noun", "aid", "sending")
    )


def _is_told_as_aid(sentence: Sentence) -> bool:
    """Whether the heading above an item, its lead-in or its own words say that what it lists was given."""
    words, key = sentence.language.words["aid_heading"], sentence.language.key
    above = [*sentence.block.headings[-1:], *(unit.text for unit in sentence.lead)]
    if sentence.block.kind == "item" and any(
        key(word.strip(".,:;()")) in words for told in above for word in told.split()
    ):
        return True
    return any(
        in_class(unit, sentence, "gift_noun")
        or (unit.kind == "trigger" and {("provide", "participle")} & set(unit.value) and len(unit.text) > 1)
        for unit in sentence.units
    )


def _is_labelled(sentence: Sentence, first: int) -> bool:
    """Whether a label tells that what stands behind it is of aid: "Technical cooperation: 14 experts"."""
    before = sentence.units[: first - 1]
    key, agencies = sentence.language.key, sentence.language.words["aid_agency"]
    if any(key(word) in agencies for unit in before for word in unit.text.split()):
        return True
    return any(in_class(u, sentence, name) for u in before for name in ("aid_always", "contact", "building"))


def _is_clause(units: list[Unit], index: int) -> bool:
    """Whether words tell by an article inside, or a past form behind a state, that they are no noun phrase: "B
    announced its support"."""
    unit = units[index]
    past = unit.kind in ("word", "trigger") and unit.text.endswith("ed") and unit.text.islower()
    return unit.kind == "determiner" or (past and units[index - 1].kind in ("state", "organisation", "actor"))


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and unit.value.kind == "money"


def _amount(units: list[Unit], group: list[Unit]) -> Unit | None:
    """The sum of an item, wherever it stands, else the number of the things."""
    money = [unit for unit in units if _is_money(unit)]
    if len(money) == 1:
        return money[0]
    among = next((unit for unit in group if unit.kind == "amount" and unit.value.kind == "number"), None)
    if money or among is not None:
        return among
    numbers = [unit for unit in units if unit.kind == "amount" and unit.value.kind == "number"]
    return numbers[0] if len(numbers) == 1 else None
