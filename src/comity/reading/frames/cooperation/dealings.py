"""What the frames of cooperation share: the two sides, counted things, the field, and the draft of a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    direction,
    field_of_block,
    fields_of,
    in_class,
    phrase,
    states_of,
    states_told,
)
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_NUMBERED = frozenset({"№", "No", "No.", "Nr"})
_SUM = 100_000
"""A number from which on money may be meant whose currency no table knows."""
_THINGS = ("aid", "aid_arriving", "arms", "property", "goods", "project", "company")
_TRADE = 6
"""Letters of the shortest word that its ending tells to be a trade."""
_SUMMED = 5
"""Units between a word for a sum and the money."""


def cooperation(
    sentence: Sentence,
    index: int,
    parties: tuple[str, ...],
    field: str | None,
    what: str,
    quantity: float | None,
    used: list[Unit],
) -> Draft:
    what = _unowned(sentence, what)
    date = date_unit(sentence, index)
    return Draft(
        "cooperation",
        {
            "parties": parties,
            "field": field,
            "what": what,
            "quantity": quantity,
            "currency": currency_of(sentence, quantity),
            "period": dated(date),
        },
        [run(sentence, [sentence.units[index], date, *used])],
        [f"cooperation: {sentence.units[index].text} + {what}"],
        0.7,
    )


def currency_of(sentence: Sentence, quantity: float | None) -> str | None:
    """The currency of money that was given: of the sum in the sentence that a quantity repeats."""
    sums = [
        unit.value
        for unit in sentence.units
        if unit.kind == "amount" and unit.value.value == quantity is not None
    ]
    return sums[0].currency if sums and all(one.kind == "money" for one in sums) else None


def manner(sentence: Sentence, index: int) -> str:
    """The direction of a verb; what somebody began or went on doing is told as done, and that by which somebody did
    something else: "began supplying B with arms", "answered by giving B a loan"."""
    how = direction(sentence, index)
    if how == "active" and _is_reflexive(sentence, index):
        return "passive"
    if how != "ing":
        return how
    before = sentence.units[index - 1] if index else None
    begun = before is not None and before.key in sentence.language.words["begun"]
    by = before is not None and before.kind == "preposition" and before.value == "agent"
    means = by and any(predicate == "provide" for predicate, _ in sentence.units[index].value)
    return "active" if begun or means or _goes_with(sentence, index) else how


def _is_reflexive(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells by its ending that something is done: «предоставляется», "is provided"."""
    return bool(sentence.language.cases) and sentence.units[index].key.endswith("ся")


def _goes_with(sentence: Sentence, index: int) -> bool:
    """Whether a participle behind a comma tells what somebody gave: "…, delivering eight buses to the police of B"."""
    units, cursor = sentence.units, index - 1
    while cursor > 0 and units[cursor].key.endswith("ly"):
        cursor -= 1
    if cursor <= 0 or units[cursor].text != ",":
        return False
    return any(predicate == "provide" for predicate, _ in units[index].value)


def _unowned(sentence: Sentence, what: str) -> str:
    """A thing without whose it is, and not how it came: "('s) total aid", "(handover ceremony of) buses"."""
    words = what.split(" ")
    handing = sentence.language.words["handing_over"]
    at = next((i for i, word in enumerate(words) if sentence.language.key(word) not in handing), 0)
    if at and len(words) > at + 1 and sentence.language.marks.get(words[at]) == "of":
        words = words[at + 1 :]
    while len(words) > 1 and (
        words[0][:1] in "'’" or sentence.language.key(words[0]) in sentence.language.words["possessive"]
    ):
        words = words[1:]
    return " ".join(words)


def in_play(sentence: Sentence, clause: Sequence[int], context: Context) -> tuple[str, ...]:
    pair, units = context.pair(), sentence.units
    told = states_told(
        sentence,
        [
            i
            for i in clause
            if units[i].value is not None
            and not _only_whence(sentence, i)
            and not is_elsewhere(units[i], pair)
        ],
    )
    parties = both_sides(told, context)
    return parties if len(parties) == 2 and told else ()


def is_elsewhere(unit: Unit, pair: tuple[str, str] | None) -> bool:
    """Whether a town, on a page about two states, seems to be one of a third, of the same name."""
    return pair is not None and unit.kind == "place" and not set(states_of(unit)) <= set(pair)


def _only_whence(sentence: Sentence, index: int) -> bool:
    """Whether an adjective of a state only tells what something comes from: «пострадавший от ударов А»."""
    unit = sentence.units[index]
    if unit.mark != "source" or unit.kind != "state" or unit.value[1] != "adjective":
        return False
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "trigger" and any(p == "attack" for p, _ in after.value)


def counted(sentence: Sentence, low: int, high: int) -> Iterator[int]:
    """The numbers of things between two indices."""
    for i in range(low, high):
        unit = sentence.units[i]
        if i and sentence.units[i - 1].text in _NUMBERED:
            continue  # «школа № 14»
        joined = i + 1 < high and sentence.units[i + 1].start == unit.end  # "a 44-member team"
        if unit.kind == "amount" and unit.value.kind == "number" and not _is_year(sentence, i) and not joined:
            yield i


def uncounted(group: list[Unit]) -> list[Unit]:
    """A phrase without its amounts and the prepositions before them: "loan (of five million) for …"."""
    kept: list[Unit] = []
    measured, measured_once = -1, False  # "15 million for two hospitals": these are no second sum
    for place, unit in enumerate(group):
        if unit.kind == "amount" and not (measured_once and unit.value.kind == "number"):
            measured, measured_once = unit.end, unit.value.kind == "money"
            counts = unit.value.kind == "number" and unit.value.value < _SUM and place + 1 < len(group)
            counts = (
                counts and group[place + 1].kind in ("word", "trigger") and group[place + 1].start > unit.end
            )
            if kept and kept[-1].kind == "preposition" and not counts:  # "construction of (three) schools"
                kept.pop()
        elif unit.start == measured:
            measured = unit.end  # "a 44-member (team)"
        else:
            kept.append(unit)
            measured = -1
    return kept


def trimmed(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase from which an amount was taken, without the words that joined it: "(loan) of", "worth of
    (aid)".
    """
    joins = sentence.language.words["worth"]
    words = sentence.language.words
    passed = joins | words["approx"] | words["time_tail"] | words["adverb"]
    while group and (group[-1].kind in ("preposition", "determiner") or group[-1].key in passed):
        group = group[:-1]
    group = [unit for unit in group if unit.key not in joins or sentence.language.cases]
    leading = joins | words["approx"] | words["time_tail"]
    while group and (group[0].kind in ("preposition", "poss") or group[0].key in leading):
        group = group[1:]
    return group


def _is_year(sentence: Sentence, index: int) -> bool:
    """A year that stands right before a number: "in 2011 23 students"."""
    unit = sentence.units[index]
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return (
        len(unit.text) == 4
        and unit.text.isdigit()
        and after is not None
        and after.kind in ("amount", "number")
    )


def are_people(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word is one for people, by its class or, as names of trades are, by its ending: "bricklayers"."""
    if in_class(unit, sentence, "trainee"):
        return True
    if unit.kind != "word" or not unit.text.islower() or len(unit.text) < _TRADE:
        return False
    if any(in_class(unit, sentence, name) for name in _THINGS):
        return False  # "containers"
    if (
        sentence.language.cases
        and not sentence.language.morphology.is_plural(unit)
        and unit.case != "counted"
    ):
        return False
    return unit.key.endswith(tuple(sorted(sentence.language.words["people_ending"])))


def first_of(sentence: Sentence, name: str) -> str | None:
    return next(iter(sentence.language.words[f"default_{name}"]), None)


def is_side(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return bool(states_of(unit)) or unit.kind in ("sides", "organisation", "body")


def before_auxiliary(sentence: Sentence, index: int) -> int:
    while index > 0 and (
        sentence.units[index - 1].kind in ("be", "have")
        or sentence.units[index - 1].key in sentence.language.words["adverb"]
    ):
        index -= 1
    return index


def field_told(sentence: Sentence, group: list[Unit], clause: range) -> str | None:
    if group:
        low = sentence.index(group[0])
        told = fields_of(sentence, low, low + len(group))
        if told:
            return told
    return (
        fields_of(sentence, clause.start, clause.stop)
        or field_of_block(sentence)
        or first_of(sentence, "aid")
    )


def bare_form(sentence: Sentence, index: int) -> bool:
    """ "on condition that A send aid": a base form behind one state tells no fact."""
    forms = {form for _, form in sentence.units[index].value}
    if forms - {"base", "noun"} or sentence.language.code != "en":
        return False
    before = sentence.units[index - 1] if index else None
    if before is None or before.kind == "and":
        return before is not None
    return before.kind == "state" and not (index >= 2 and sentence.units[index - 2].kind == "and")


def past_number(sentence: Sentence, first: int, stop: int) -> int:
    """The index of a number that "about" or "more than" leads to, else where the words begin."""
    units, number = sentence.units, first
    while number + 1 < stop and (
        units[number].key in sentence.language.words["approx"]
        or (units[number].kind == "preposition" and units[number].value == "over")
    ):
        number += 1
    return number if number < len(units) and units[number].kind == "amount" else first


def provided_with(sentence: Sentence, index: int, clause: range) -> int:
    """The index of "with" behind those whom a verb provides with something: "supplied the army of B with ten
    radars"; 0 where there is none, or only a state stands between.
    """
    units = sentence.units
    if units[index].key.split(" ")[0] not in sentence.language.words["provides_with"]:
        return 0
    stop = phrase(sentence, index + 1, frozenset({"of"}), clause.stop)
    told = any(states_of(unit) or is_pronoun(unit) for unit in units[index + 1 : stop])
    leads = (
        told
        and (stop > index + 2 or is_pronoun(units[index + 1]))
        and stop < clause.stop
        and units[stop].kind == "preposition"
    )
    return stop if leads and units[stop].value == "with" else 0


def weight_told(sentence: Sentence, index: int, clause: range) -> Unit | None:
    """The weight that stands behind a thing: "a consignment weighing 30 tonnes", «помощь массой 30 тонн»."""
    units = sentence.units
    for i in range(index + 1, clause.stop - 1):
        if in_class(units[i], sentence, "weighs"):
            return next((u for u in units[i + 1 : i + 4] if u.kind == "amount"), None)
    return None


def in_sum(sentence: Sentence, index: int, clause: range) -> Unit | None:
    """The money that aid came to: "provided aid to B in the total amount of 8 billion"."""
    units, words = sentence.units, sentence.language.words
    for i in range(index + 2, clause.stop):
        if units[i].kind == "amount" and units[i].value.kind == "money":
            near = units[max(index + 1, i - _SUMMED) : i]
            return units[i] if any(unit.key in words["worth"] | words["summed"] for unit in near) else None
    return None


def is_pronoun(unit: Unit) -> bool:
    """Whether a word stands for the one that something went to: "supplied them with", "gave it"."""
    return unit.kind == "pronoun" and unit.key in ("them", "it")
