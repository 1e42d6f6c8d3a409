"""What one side did for the other, wherever the clause tells the two and what was done: who does it stands as the
subject or agent, the other side anywhere else in the clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.cooperation.dealings import (
    are_people,
    bare_form,
    before_auxiliary,
    cooperation,
    field_told,
    first_of,
    is_elsewhere,
    manner,
    past_number,
    trimmed,
    uncounted,
)
from comity.reading.frames.cooperation.doers import DOING, doers, helped_before, is_business
from comity.reading.frames.cooperation.giving import is_of_others
from comity.reading.frames.cooperation.projects import paid_with
from comity.reading.frames.cooperation.takers import takers
from comity.reading.frames.cooperation.things import (
    behind_taker,
    is_support,
    past_asides,
    purpose_of,
    with_worth,
    without_measure,
)
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    both_sides,
    fields_of,
    in_class,
    phrase,
    states_of,
    wording,
)
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "for", "on"})
_PEOPLE = _INSIDE | {"source"}
_TAKING = frozenset({"goal", "for", "of", "owner", "place", "between"})
_NEARER = frozenset({"goal", "for"})
_GIVEN: dict[str, tuple[str, ...]] = {
    "provide": ("aid", "aid_always", "project", "expert", "arms", "seat"),
    "implement": ("project", "building", "served", "link", "medical_work"),
    "assist": ("project", "building", "served"),
    "train": ("trainee", "forces", "sent_forces"),
    "establish": ("served_abroad", "served"),
    "open": ("served_abroad", "schooling"),
    "hold": ("schooling",),
    "maintain": ("served", "served_abroad", "schooling"),
    "field_work": (),
    "demine": (),
    "participate": ("building", "relief_work"),
}
"""Of which class the things are that each predicate tells one side to have done for the other; none: all things."""
_HELPED = ("helper", "trainee", "forces")
_NOMINAL = frozenset(
    {
        "word",
        "state",
        "amount",
        "number",
        "place",
        "actor",
        "organisation",
        "quoted",
        "determiner",
        "poss",
        "body",
    }
)
_LEADS_ON = frozenset({"with", "place", "field", "goal", "on"})
"""Prepositions behind those who were helped that lead to in or with what they were."""


def across(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A's engineers restored a palace in B", "A helped B set up a centre", «В Б специалистами А построена школа»."""
    told = predicates_of(sentence, index)
    predicates = [name for name in _GIVEN if name in told]
    clause = sentence.clause(index)
    helps = helped_before(sentence, index)
    how = "active" if helps else manner(sentence, index)
    if not predicates or how not in ("active", "passive") or (bare_form(sentence, index) and not helps):
        return
    subject = doers(sentence, helps or index, how)
    givers = tuple(dict.fromkeys(state for unit in subject for state in states_of(unit)))
    if len(givers) != 1 or is_business(sentence, subject):
        return
    group = _thing(sentence, index, how, clause)
    if _is_traded(sentence, group):
        return
    if not group or is_of_others(sentence, index, takers(sentence, index, clause)):
        return
    taker = _taker(
        sentence,
        index,
        range(helps, clause.stop) if helps else clause,
        how,
        givers[0],
        subject,
        group,
        context,
    )
    if taker is None:
        return
    if not any(_suits(sentence, index, name, group) for name in predicates):
        return
    money = next((u for u in group if u.kind == "amount" and u.value.kind == "money"), None)
    money = money or paid_with(sentence, index)
    number = money or next((u for u in group if u.kind == "amount" and u.value.kind == "number"), None)
    thing = trimmed(
        sentence, uncounted([unit for unit in _up_to_verb(sentence, group) if unit.kind != "determiner"])
    )
    thing = without_measure(sentence, thing)
    if number is None and in_class(group[0], sentence, "quota"):
        return  # told with its places
    whole = "train" in predicates or _says_something(sentence, index, thing, number)
    if not thing or not whole:
        return
    field = field_told(sentence, thing, clause)
    if field is None and "train" in predicates:
        field = first_of(sentence, "training")
    parties = (givers[0], taker)
    used = [*subject, *group]
    amount = number.value.value if number is not None else None
    what = wording(sentence, thing)
    if "field_work" in predicates:
        what = act_of(sentence, "field_work", what, sentence.units[index].key)
    yield cooperation(sentence, index, parties, field, what, amount, used)


def _is_traded(sentence: Sentence, group: list[Unit]) -> bool:
    """Whether things are such as are sold: "oil", but not "a petroleum law"."""
    head = next((i for i, unit in enumerate(group) if unit.kind == "preposition"), len(group))
    inside = [*group[max(head - 1, 0) : head], *group[head:]]
    return any(in_class(unit, sentence, "traded") for unit in inside)


def _suits(sentence: Sentence, index: int, predicate: str, group: list[Unit]) -> bool:
    """Whether things are such as the predicate tells to be done for another."""
    classes = (*_GIVEN[predicate], "project") if helped_before(sentence, index) else _GIVEN[predicate]
    if not _GIVEN[predicate]:
        named = any(in_class(unit, sentence, "project") for unit in group)
        return named or any(unit.kind in ("word", "trigger") for unit in group)
    if predicate == "train" and any(unit.kind == "actor" and unit.value.plural for unit in group):
        return True  # "taught 500 imams"
    if predicate == "train" and any(are_people(sentence, unit) for unit in group):
        return True
    given = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
    if predicate == "provide" and (given or is_support(sentence, group)):
        return True
    led = sentence.units[sentence.index(group[0]) - 1]
    if predicate == "assist" and led.kind == "trigger" and DOING & {name for name, _ in led.value}:
        return sentence.index(group[0]) > index + 1  # "advised B on setting up a milk bank"
    if predicate == "assist" and _helps_institution(sentence, index, group):
        return True
    helps = predicate == "assist" and sentence.units[index].key not in sentence.language.words["backing"]
    if helps and fields_of(sentence, sentence.index(group[0]), sentence.index(group[-1]) + 1):
        return True
    return any(in_class(unit, sentence, name) for unit in group for name in classes)


def _helps_institution(sentence: Sentence, index: int, group: list[Unit]) -> bool:
    """Whether an institution was helped, and not only in words: "advised the statistical office of B"."""
    named = any(unit.kind in ("organisation", "body") for unit in group)
    backed = sentence.units[index].key in sentence.language.words["backing"]
    agents = [sentence.units[i] for i in sentence.clause(index) if sentence.units[i].mark == "agent"]
    return named and (not backed or any(unit.kind == "organisation" for unit in agents))


def _up_to_verb(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase without a participle behind its noun, and what that leads to: "programmes (aimed at …)"."""
    verbal = sentence.language.morphology.is_verbal
    stop = next(
        (
            i
            for i in range(1, len(group))
            if verbal(group[i]) and (i + 1 == len(group) or group[i + 1].kind != "word")
        ),
        len(group),
    )
    return group[:stop]


def _says_something(sentence: Sentence, index: int, thing: list[Unit], number: Unit | None) -> bool:
    """Whether it is told of what was done how much, when, or what it is."""
    if number is not None or date_unit(sentence, index) is not None:
        return True
    generic = sentence.language.words["generic"]
    return any(
        sentence.language.key(word) not in generic
        for unit in thing
        if unit.kind in ("word", "trigger", "body", "quoted")
        for word in unit.text.split()
    )


def _thing(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """What was done, given or built: the object of a verb, the subject of a passive, what help was with."""
    units = sentence.units
    if how == "passive":
        if sentence.language.cases:
            behind = past_asides(sentence, index + 1, clause.stop)
            after = units[behind] if behind < clause.stop else None
            if after is not None and (
                after.kind == "amount" or (after.kind in ("word", "trigger", "body") and "nom" in after.case)
            ):
                return units[behind : phrase(sentence, behind, _INSIDE, clause.stop)]
        return _subject(sentence, before_auxiliary(sentence, index), clause.start)
    taking_part = "participate" in predicates_of(sentence, index) and index + 1 < len(units)
    if taking_part and units[index + 1].value == "place":
        return units[index + 2 : phrase(sentence, index + 2, _INSIDE, clause.stop)]
    first = past_asides(sentence, behind_taker(sentence, index + 1, clause.stop), clause.stop)
    first = past_number(sentence, first, clause.stop)
    helped = _behind_helped(sentence, index, clause)
    if helped:
        first = past_number(sentence, helped, clause.stop)
    inside = _PEOPLE if "train" in predicates_of(sentence, index) else _INSIDE
    group = units[first : with_worth(units, phrase(sentence, first, inside, clause.stop), clause.stop)]
    if group and group[-1].kind == "amount" and group[-1].value.kind == "money":
        group = [*group, *purpose_of(sentence, index, clause)]
    return group


def _subject(sentence: Sentence, last: int, low: int) -> list[Unit]:
    """The noun phrase before a passive: "the bridge over the canal in P (was built)", «мечеть имени А (построена)»."""
    units, first = sentence.units, last
    while first > low and (
        units[first - 1].kind in _NOMINAL
        or (units[first - 1].kind == "trigger" and not is_verb(sentence, first - 1))
        or (units[first - 1].kind == "preposition" and units[first - 1].value in ("of", "place", "for"))
    ):
        first -= 1
    while first < last and units[first].kind in ("preposition", "place"):
        first += 1
    return units[first : phrase(sentence, first, _INSIDE, last)]


def _behind_helped(sentence: Sentence, index: int, clause: range) -> int:
    """The index behind those who were helped, where the help is told: "helped B (to) build a dam", "assisted B in
    the construction of a dam"; 0 where nobody stands there, or nothing behind them."""
    units = sentence.units
    if "assist" not in predicates_of(sentence, index):
        return 0
    first = index + 1
    if first < clause.stop and units[first].kind == "preposition" and units[first].start == units[first].end:
        first += 1  # a dative
    stop = phrase(sentence, first, frozenset({"of"}), clause.stop)
    helped = units[first:stop]
    if not any(states_of(unit) for unit in helped) or stop >= clause.stop:
        return 0
    if helped[-1].kind in ("word", "trigger") and not any(in_class(helped[-1], sentence, n) for n in _HELPED):
        return 0  # "supported the water sector of B"
    after = units[stop]
    if after.kind == "preposition" and after.value in _LEADS_ON and stop + 1 < clause.stop:
        stop += 1
        after = units[stop] if stop < clause.stop else after
    if after.kind == "trigger" and any(form in ("base", "ing") for _, form in after.value):
        return stop + 1 if DOING & {name for name, _ in after.value} else 0
    return stop if after.kind in ("word", "trigger", "determiner", "amount") else 0


def _is_of_the_pair(sentence: Sentence, index: int, how: str, subject: list[Unit], group: list[Unit]) -> bool:
    """Whether what one side is told to have done was, on a page about two, done for the other: a dated act upon
    people, by an agency for aid, or told in the passive."""
    people = any(are_people(sentence, unit) for unit in group)
    treated = people and any(unit.kind == "amount" for unit in group)
    if date_unit(sentence, index) is None and not treated:
        return False
    key, agencies = sentence.language.key, sentence.language.words["aid_agency"]
    agency = any(key(word) in agencies for unit in subject for word in unit.text.split())
    agency = (
        agency
        or _is_charity(sentence, subject)
        or sentence.units[index].key in sentence.language.words["pays_for"]
    )
    served = "train" in predicates_of(sentence, index) or "field_work" in predicates_of(sentence, index)
    return how == "passive" or agency or (served and people) or _are_experts(sentence, subject)


def _are_experts(sentence: Sentence, subject: list[Unit]) -> bool:
    """Whether those who act are people who are sent abroad to work: "A army engineers"."""
    at = sentence.index(subject[-1])
    return any(in_class(unit, sentence, "expert") for unit in sentence.units[at + 1 : at + 4])


def _is_charity(sentence: Sentence, subject: list[Unit]) -> bool:
    """Whether those who act are a society, church, university or fund: "The B Church Aid"."""
    behind = sentence.units[sentence.index(subject[-1]) : sentence.index(subject[-1]) + 3]
    named = [unit for unit in (*subject, *behind) if unit.kind in ("organisation", "body")]
    key, words = sentence.language.key, sentence.language.words["charity"]
    return any(key(word) in words for unit in named for word in unit.text.split())


def _is_led(sentence: Sentence, index: int) -> bool:
    """Whether another leads what was done: "the A-led mission in B"."""
    behind = sentence.units[index + 1 : index + 3]
    return any(unit.key in sentence.language.words["led"] or unit.key == "led" for unit in behind)


def _taker(
    sentence: Sentence,
    index: int,
    clause: range,
    how: str,
    giver: str,
    subject: list[Unit],
    group: list[Unit],
    context: Context,
) -> str | None:
    """The other side: the one state besides that the clause tells, whose the things are or to which they went."""
    units = sentence.units
    inside = {id(unit) for unit in group}
    own = {id(unit) for unit in subject}
    near: dict[str, None] = {}
    far: dict[str, None] = {}
    for i in clause:
        unit = units[i]
        if id(unit) in own or is_elsewhere(unit, context.pair()):
            continue
        for state in states_of(unit):
            if state == giver:
                if (
                    id(unit) in inside
                    and unit.kind == "state"
                    and unit.value[1] == "adjective"
                    and not unit.mark
                ):
                    return None  # "trained 40 A officers for a mission in B"
                continue
            if (
                id(unit) in inside
                or unit.mark in _NEARER
                or (
                    not unit.mark
                    and (i in (index + 1, index + 2) or (helped_before(sentence, index) and i < index))
                )
            ):
                near[state] = None
            elif unit.mark in _TAKING or (how == "passive" and not unit.mark and i < index):
                far[state] = None
            elif unit.mark not in ("", "during", "under") or _is_led(sentence, i):
                return None  # with, by, from or against a third one
    told = [*(near or far)]
    if not told and _is_of_the_pair(sentence, index, how, subject, group):
        other = context.counterpart(giver)  # on a page about both: "the palace was restored by A in 1990"
        told = [other] if other else []
    if len(told) > 1:
        told = [state for state in told if state in (context.pair() or (context.home,))]
    if len(told) != 1 or set(both_sides((giver, told[0]), context)) != {giver, told[0]}:
        return None
    return told[0]
