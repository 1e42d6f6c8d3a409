"""Programmes that ran on a page about two states: "The programme “Seeds” (23 million) ran until 2015"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import before_auxiliary, cooperation, field_told, manner
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, states_of, states_told, wording
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"trigger:maintain", "trigger:end", "trigger:close", "trigger:launch", "trigger:open",
                    "trigger:build", "trigger:hold", "trigger:implement"})  # fmt: skip
_KINDS = frozenset({"word", "trigger", "quoted", "state", "combining", "organisation", "amount", "punct",
                    "determiner", "number", "preposition", "dyad", "instrument", "sides", "place", "body",
                     "date"})  # fmt: skip


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A named or summed programme, by the verb that says that it ran, began or ended."""
    pair, units = context.pair(), sentence.units
    if (
        pair is None
        or sentence.language.cases
        or not is_verb(sentence, index)
        or not is_fact(sentence, index)
    ):
        return
    how = manner(sentence, index)
    if how != "passive" and not (how == "active" and not _has_object(sentence, index)):
        return
    clause = sentence.clause(index)
    subject = units[clause.start : before_auxiliary(sentence, index)]
    if not subject or any(unit.kind not in _KINDS for unit in subject):
        return
    if any(is_verb(sentence, clause.start + i) for i, unit in enumerate(subject) if unit.kind == "trigger"):
        return
    if set(states_told(sentence, clause)) - set(pair) or date_unit(sentence, index) is None:
        return
    money = [unit for unit in subject if unit.kind == "amount" and unit.value.kind == "money"]
    name = _name(subject)
    short = len(name) == 1 and name[0].text.isupper() and len(money) == 1  # "EVA (19 million in all) ran …"
    if not short and not any(in_class(unit, sentence, "aid_scheme") for unit in name):
        return
    own = any(unit.kind in ("quoted", "sides", "dyad") for unit in name)
    own = own or (any(states_of(unit) for unit in name) and any(unit.kind == "word" for unit in name))
    if len(money) != 1 and not own:
        return
    what = wording(sentence, name)
    if what:
        number = money[0].value.value if len(money) == 1 else None
        field = field_told(sentence, name, clause)
        yield cooperation(sentence, index, pair, field, what, number, [*name, *money])


def _has_object(sentence: Sentence, index: int) -> bool:
    """Whether a thing stands behind a verb: "ran a school", not "ran until 2015", "ended in May"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind not in ("preposition", "punct", "date", "and")


def _name(subject: list[Unit]) -> list[Unit]:
    """What a programme is called: its words behind a label and up to a bracket, without its sum."""
    label = next((i for i, unit in enumerate(subject) if unit.text == ":"), -1)
    subject = subject[label + 1 :]
    stop = next((i for i, unit in enumerate(subject) if i and unit.text == "("), len(subject))
    comma = next((i for i, unit in enumerate(subject[:stop]) if unit.text == ","), -1)
    summed = any(unit.kind == "amount" for unit in subject[comma + 1 : stop])
    if comma > 0 and summed:
        subject, stop = subject[comma + 1 :], stop - comma - 1  # "a four-year, 40 million compact"
    name = [unit for unit in subject[:stop] if unit.kind not in ("amount", "punct", "determiner", "date")]
    while name and name[0].kind in ("preposition", "number"):
        name = name[1:]
    return name
