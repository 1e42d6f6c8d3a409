"""Money that companies of one state have put into the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.sums import Sum, dated_sums
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, states_of, states_told, tidy
from comity.reading.frames.ranges import of_range
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"trigger:invest", "trigger:put", "be"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Businessmen of A invested $… in B", "investment from A in B amounted to $…", "A's direct investment
    in B …".
    """
    if sentence.units[index].kind == "be":
        _sectors(sentence, index, context)
        return
    if not is_fact(sentence, index):
        return
    units, clause = sentence.units, sentence.clause(index)
    money = [i for i in clause if units[i].kind == "amount" and units[i].value.kind == "money"]
    money = [i for i in money if not of_range(sentence, i)]
    if not money:
        return
    chosen = min(money, key=lambda i: (i < index, abs(i - index)))
    if chosen < index - 3 or voice(sentence, index) == "infinitive":
        return
    between = units[index + 1 : chosen]
    if any(unit.kind == "instrument" for unit in between) or any(unit.text == ":" for unit in between[:-1]):
        return  # "signed an investment agreement worth …"
    words = sentence.language.words
    label = bool(between) and between[-1].text == ":"
    led = units[clause.start : index] if label else []
    if any(unit.key in words["plan"] for unit in [*led, *between]):
        return  # "investors plan to put …", "Planned investment: …"
    if any(unit.key in words["anywhere"] for unit in between):
        return  # "A's investments abroad reached …"
    if any(units[i].key in words["announced"] for i in range(clause.start, max(index, chosen))):
        return  # "announced 2 billion worth of investment"
    if not _is_put(sentence, index, chosen) or _is_sought(sentence, chosen):
        return
    if _of_a_part(sentence, index):
        return
    if chosen < index and any(
        units[i].kind == "trigger" and is_verb(sentence, i) for i in range(chosen + 1, index)
    ):
        return
    giver, taker = _sides(sentence, index, clause)
    if giver is None and taker is None:
        return
    giver = giver or context.counterpart(taker)
    taker = taker or context.counterpart(giver)
    if not giver or not taker or giver == taker:
        return
    amount = units[chosen].value
    date = date_unit(sentence, index)
    sums = dated_sums(sentence, chosen)
    date = next((one.date for one in sums if one.money is units[chosen]), date)
    used: list[Unit | None] = [units[index], units[chosen], date]
    used.extend(units[i] for i in clause if states_of(units[i]) and states_of(units[i])[0] in (giver, taker))
    yield Draft(
        "investment",
        {
            "from": giver,
            "to": taker,
            "value": amount.value,
            "currency": amount.currency,
            "period": dated(date),
        },
        [run(sentence, used)],
        [f"investment: {units[index].text}"],
        0.8,
    )
    for one in sums:
        if one.money is not units[chosen]:
            yield _sum(one, giver, taker, sentence)
    yield from _the_other_way(sentence, chosen, giver, taker, dated(date))


def _sum(one: Sum, giver: str, taker: str, sentence: Sentence) -> Draft:
    """A further sum of the same investment."""
    amount = one.money.value
    return Draft(
        "investment",
        {
            "from": giver,
            "to": taker,
            "value": amount.value,
            "currency": amount.currency,
            "period": dated(one.date),
        },
        [run(sentence, [one.money, one.date])],
        [f"investment: {one.money.text}"],
        0.75,
    )


def _the_other_way(
    sentence: Sentence, told: int, giver: str, taker: str, period: Date | None
) -> Iterator[Draft]:
    """The sum of the other direction right behind: «…, кенийских в Норвегии – 11 млн», ", B's in A at 11 million"."""
    units = sentence.units
    money = next(
        (
            i
            for i in range(told + 1, len(units))
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    if money is None:
        return
    between = units[told + 1 : money]
    passed = ("punct", "preposition", "state", "place", "poss", "and", "determiner", "clause")
    between = [unit for unit in between if not (unit.kind == "trigger" and ("invest", "noun") in unit.value)]
    named = [unit for unit in between if unit.kind in ("state", "place")]
    if len(named) != 2 or any(unit.kind not in passed for unit in between):
        return
    whose, where = (states_of(unit) for unit in named)
    if whose != (taker,) or where != (giver,) or named[1].mark not in ("place", "goal"):
        return
    yield Draft(
        "investment",
        {
            "from": taker,
            "to": giver,
            "value": units[money].value.value,
            "currency": units[money].value.currency,
            "period": period,
        },
        [run(sentence, [*named, units[money]])],
        [f"investment: {units[money].text}"],
        0.75,
    )


_FAR = 400
"""Characters behind the sum within which a sentence on sectors is still about the same money."""


def _sectors(sentence: Sentence, index: int, context: Context) -> None:
    """ "The main fields of A's investment in B are X, Y and Z": what the sum told last went into."""
    told = context.latest.get("investment")
    if told is None or told.slots.get("sectors") or not 0 <= sentence.start - told.evidence[0][1] < _FAR:
        return
    units, before = sentence.units, sentence.units[:index]
    if index + 1 >= len(units) or any(unit.kind in ("be", "have", "modal", "clause") for unit in before):
        return
    if not all(any(in_class(unit, sentence, name) for unit in before) for name in ("sector", "activity")):
        return
    if any(
        state not in (told.slots["from"], told.slots["to"]) for state in states_told(sentence, range(index))
    ):
        return
    last = units[-1]
    stop = last.start if last.text == "." else last.end
    listed = tuple(
        filter(None, (tidy(part) for part in _LINK.split(sentence.text[units[index + 1].start : stop])))
    )
    if len(listed) < 2 or any(len(part) > _LONGEST_SECTOR for part in listed):
        return
    told.slots["sectors"] = listed
    told.evidence.append((units[0].start, stop))


_LINK = re.compile(r",\s*(?:and|as well as|а также)?\s+|\s+(?:and|as well as|и|а также)\s+(?=[^,]*$)")
_LONGEST_SECTOR = 60


def _is_put(sentence: Sentence, index: int, money: int) -> bool:
    """Whether a verb, where it only says "put", tells where to: "put 20 million into …"."""
    if any(predicate == "invest" for predicate, _ in reading_of(sentence, index)):
        return True
    after = sentence.units[money + 1] if money + 1 < len(sentence.units) else None
    return after is not None and after.kind == "preposition" and after.value == "goal"


_TO_PART = 8
"""Units before investment among which words say that it is only a part of what was told."""


def _of_a_part(sentence: Sentence, index: int) -> bool:
    """Whether investment is that of one of several projects: "…, including a project with investment of 3 million"."""
    if is_verb(sentence, index):
        return False
    for unit in reversed(sentence.units[max(0, index - _TO_PART) : index]):
        if unit.kind in ("punct", "amount", "clause"):
            return False
        if unit.kind == "preposition" and unit.value == "including":
            return True
    return False


def _is_sought(sentence: Sentence, money: int) -> bool:
    """Whether a sum is what somebody is only to do something with: "the aim is to attract 200 million"."""
    return money > 1 and sentence.units[money - 2].key == "to" and sentence.units[money - 1].kind == "word"


def _sides(sentence: Sentence, index: int, clause: range) -> tuple[str | None, str | None]:
    """Whose money, and where it went."""
    units = sentence.units
    giver = taker = None
    led = units[index - 1] if index else units[index]
    if led.kind == "state" and led.value[1] == "adjective" and led.mark in ("place", "goal"):
        # "B attracted 3 million in A investment"
        others = [state for state in states_told(sentence, clause) if state != led.value[0]]
        return str(led.value[0]), others[0] if len(others) == 1 else None
    came_from = next(
        (states_of(units[i]) for i in clause if units[i].mark == "source" and len(states_of(units[i])) == 1),
        (),
    )
    if came_from:  # "B received … in investment from A"
        other = [state for state in states_told(sentence, clause) if state != came_from[0]]
        return came_from[0], other[0] if other else None
    for i in clause:
        found = states_of(units[i])
        if len(found) != 1:
            continue
        mark = units[i].mark
        if mark in ("source", "agent") or (
            i > index and mark == "of" and giver is None and _near(sentence, index, i)
        ):
            giver = giver or found[0]
        elif i < index and _within(sentence, i):
            taker = taker or found[0]
        elif i < index and mark not in ("place", "goal"):
            giver = found[0]  # the nearest before the verb counts
        elif mark in ("place", "goal") or (index < i <= index + 6 and mark in ("of", "field", "owner")):
            taker = taker or found[0]
    beside = any(unit.kind == "state" for unit in units[max(clause.start, index - 2) : index])
    if giver is not None and not beside and _takes_in(sentence, index, clause) and not came_from:
        giver, taker = taker, giver  # "A received 3 million of direct investment"
    if giver == taker and giver is not None:
        told = states_told(sentence, clause)
        if len(told) != 2:
            return None, taker
    if not is_verb(sentence, index) and giver is None and taker is None:
        return None, None
    return giver, taker


def _within(sentence: Sentence, at: int) -> bool:
    """Whether a state is that of which a part is told as the goal: "in the economy of B", «в экономику Б»."""
    units = sentence.units
    if units[at].mark != "of":
        return False
    head = at - 1
    while head > 0 and (
        units[head].kind == "determiner" or (units[head].kind == "preposition" and units[head].value == "of")
    ):
        head -= 1
    if units[head].key not in sentence.language.words["invested_in"]:
        return False
    while head > 0 and units[head].kind in ("word", "determiner"):
        head -= 1
    return units[head].kind == "preposition" and units[head].value in ("place", "goal")


def _takes_in(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the verb before investment says that its subject received it."""
    verb = next((i for i in range(index - 1, clause.start, -1) if is_verb(sentence, i)), None)
    return (
        verb is not None
        and voice(sentence, verb) in ("active", "bare")
        and any(predicate == "receive" for predicate, _ in reading_of(sentence, verb))
    )


def _near(sentence: Sentence, index: int, at: int) -> bool:
    return at - index <= 3 and not is_verb(sentence, index)
