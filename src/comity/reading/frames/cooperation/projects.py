"""What is built or run with the help of the other side, and practice between institutions of both."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit
from comity.reading.frames.business.enterprise import has_company
from comity.reading.frames.cooperation.dealings import (
    bare_form,
    before_auxiliary,
    cooperation,
    counted,
    field_told,
    first_of,
    in_play,
    trimmed,
    uncounted,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    both_sides,
    direction,
    fields_of,
    head_before,
    in_class,
    noun_of,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of
from comity.reading.units import Unit

_INSIDE = frozenset({"of", "for", "on"})


def project(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A project built or run with the help of the other side."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    parties = in_play(sentence, clause, context)
    told = states_told(sentence, clause)
    behind = range(index + 1, min(index + 6, clause.stop))
    helped = any(in_class(units[i], sentence, "help") for i in behind) or _helped(sentence, index)
    if how == "active" and has_company(sentence, index):
        return
    if how == "infinitive" and index >= 2 and units[index - 2].key in sentence.language.words["begun"]:
        how = "active"
    if _helps(sentence, index):
        how = "active"
    elif bare_form(sentence, index):
        return
    to_be = index > 1 and units[index - 1].kind == "be" and units[index - 2].value == "goal"
    if not parties or how == "infinitive" or to_be:
        return
    after = units[index + 1] if index + 1 < clause.stop else None
    if (how == "passive" and after is not None and after.kind == "preposition") or (
        how == "active" and after is not None and after.kind == "preposition"
    ):
        chair = units[head_before(sentence, index) : index]
        if any(in_class(unit, sentence, "chair") for unit in chair) and len(chair) <= 4:
            yield cooperation(
                sentence,
                index,
                parties,
                field_told(sentence, chair, clause) or first_of(sentence, "training"),
                wording(sentence, chair),
                None,
                chair,
            )
            return
    if how in ("passive", "ing"):
        if not helped and len(told) < 2:
            return  # "a school was built in X": nobody says by whom
        first = head_before(sentence, before_auxiliary(sentence, index))
        while (
            first > clause.start + 1
            and units[first - 1].kind in ("preposition", "place")
            and units[first - 1].text != ","
        ):
            first = head_before(sentence, first - 1)
        group = [
            u
            for u in units[first : phrase(sentence, first, _INSIDE, index)]
            if u.key not in sentence.language.words["worth"]
        ]
    else:
        first = index + 1
        while (
            first < clause.stop
            and units[first].kind in ("preposition", "place", "date", "state")
            and units[first].mark in ("place", "during", "")
        ):
            first += 1
        group = units[first : phrase(sentence, first, _INSIDE, clause.stop)]
        builds = any(predicate == "build" for predicate, _ in reading_of(sentence, index))
        abroad = set(told) == {context.section} and _is_at_a_place(sentence, index)
        here = (abroad or _is_in_the_country(sentence, index)) and not set(told) <= {context.home}
        builds = builds and not here
        if len(told) < 2 and (builds or not any(in_class(unit, sentence, "project") for unit in group)):
            return
    project = any(in_class(unit, sentence, "project") for unit in group)
    if (
        not group
        or not (helped or project)
        or (helped and not project and len(told) < 2 and not context.pair())
    ):
        return
    if (
        not any(in_class(unit, sentence, "project") or in_class(unit, sentence, "aid") for unit in group)
        and not helped
    ):
        return
    number = next(
        (unit.value.value for unit in group if unit.kind == "amount" and unit.value.kind == "number"), None
    )
    group = [unit for unit in group if unit.kind != "amount"]
    paid = _paid(sentence, index) if number is None else None
    if paid is not None:
        number = paid.value.value
    used = [*group, *([paid] if paid is not None else [])]
    yield cooperation(
        sentence, index, parties, field_told(sentence, group, clause), wording(sentence, group), number, used
    )


def _is_at_a_place(sentence: Sentence, index: int) -> bool:
    """Whether something is told to be at a place that no table knows: "built a dock at Marsa"."""
    units, clause = sentence.units, sentence.clause(index)
    return any(
        units[i].kind == "preposition"
        and units[i].value == "place"
        and units[i + 1].kind == "word"
        and units[i + 1].text[:1].isupper()
        for i in range(index + 1, clause.stop - 1)
    )


def _is_in_the_country(sentence: Sentence, index: int) -> bool:
    """Whether it is said to be in "the country", the page's own."""
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(unit.key in sentence.language.words["country"] for unit in behind)


def _paid(sentence: Sentence, index: int) -> Unit | None:
    """The money that a project was financed with: "financed by A with 5 million euros"."""
    money = [
        i
        for i in sentence.clause(index)
        if sentence.units[i].kind == "amount" and sentence.units[i].value.kind == "money"
    ]
    if len(money) != 1 or not money[0]:
        return None
    before = sentence.units[max(0, money[0] - 4) : money[0]]
    lent = before[-1].value == "of" and any(in_class(unit, sentence, "aid_always") for unit in before[:-1])
    if before[-1].value != "with" and not (lent and any(unit.value == "with" for unit in before)):
        return None
    return sentence.units[money[0]]


def _helps(sentence: Sentence, index: int) -> bool:
    """Whether a bare verb tells what one side helped the other with: "helped B (to) build a dam"."""
    before = sentence.units[max(0, index - 4) : index]
    base = any(form == "base" for _, form in sentence.units[index].value)
    taker = any(unit.kind in ("state", "sides") for unit in before[1:])
    return base and taker and any(unit.key in sentence.language.words["helping"] for unit in before)


def counted_projects(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Projects by their number, told of nobody, on a page about two states: «профинансировано 12 проектов»."""
    clause, pair = sentence.clause(index), context.pair()
    dated = any(sentence.units[i].kind == "date" for i in clause)
    if pair is None or not dated or direction(sentence, index) != "passive" or states_told(sentence, clause):
        return
    for i in counted(sentence, clause.start, clause.stop):
        group = sentence.units[i + 1 : phrase(sentence, i + 1, frozenset(), clause.stop)]
        if group and in_class(group[0], sentence, "project_word"):
            what, number = wording(sentence, group), sentence.units[i].value.value
            yield cooperation(
                sentence,
                index,
                pair,
                field_told(sentence, group, clause),
                what,
                number,
                [sentence.units[i], *group],
            )
            return


def assistance(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What one side helped in the other: "A aided the fisheries of B"."""
    clause = sentence.clause(index)
    parties = in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active" or len(states_told(sentence, clause)) < 2:
        return
    built = _built(sentence, index)
    if built:
        field, what = field_told(sentence, built, clause), wording(sentence, built)
        yield cooperation(sentence, index, parties, field, what, None, built)
        return
    subject = [
        unit
        for unit in sentence.units[max(clause.start, index - 3) : index]
        if unit.kind not in ("be", "have")
    ]
    if date_unit(sentence, index) is None or not subject or not states_of(subject[-1]):
        return
    group = sentence.units[index + 1 : phrase(sentence, index + 1, _INSIDE, clause.stop)]
    if not any(unit.kind == "word" for unit in group):
        yield from _means(sentence, index, parties)
        return
    if not any(in_class(unit, sentence, "project") for unit in group) and not fields_of(
        sentence, index + 1, index + 1 + len(group)
    ):
        return
    yield cooperation(
        sentence, index, parties, field_told(sentence, group, clause), wording(sentence, group), None, group
    )


def _built(sentence: Sentence, index: int) -> list[Unit]:
    """What one side helped the other to build: "helped B (to) build a dam", "assisted in the construction of a
    dam"."""
    units, clause = sentence.units, sentence.clause(index)
    if index + 1 >= clause.stop or units[index + 1].kind not in ("state", "sides", "determiner"):
        return []
    for i in range(index + 2, min(index + 12, clause.stop)):
        builds = units[i].kind == "trigger" and any(p in ("build", "implement") for p, _ in units[i].value)
        named = units[i].key in sentence.language.words["building"]
        if not (builds or named):
            continue
        first = i + 2 if i + 1 < clause.stop and units[i + 1].value == "of" else i + 1
        thing = units[first : phrase(sentence, first, _INSIDE, clause.stop)]
        thing = [unit for unit in thing if unit.kind not in ("determiner", "date")]
        return thing if any(in_class(unit, sentence, "project") for unit in thing) else []
    return []


def _means(sentence: Sentence, index: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """With what one side supported the other: "supported B with grants worth 60 million"."""
    units, clause = sentence.units, sentence.clause(index)
    for i in range(index + 1, clause.stop - 1):
        if units[i].kind != "preposition" or units[i].value != "with":
            continue
        group = units[i + 1 : phrase(sentence, i + 1, _INSIDE, clause.stop)]
        money = next(
            (u for u in units[i + 1 : clause.stop] if u.kind == "amount" and u.value.kind == "money"), None
        )
        thing = trimmed(sentence, uncounted(group))
        if money is not None and thing and any(in_class(unit, sentence, "aid_always") for unit in thing):
            field, what = field_told(sentence, thing, clause), wording(sentence, thing)
            yield cooperation(sentence, index, parties, field, what, money.value.value, [*thing, money])
        return


def founding(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Practice between institutions, and what is set up with the help of the other side."""
    found = list(_practice(sentence, index, context))
    yield from found
    if not found and (_helped(sentence, index) or _for_the_other(sentence, index)):
        yield from project(sentence, index, context)


def kept_programme(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A programme that one side has in the other: "A has maintained an assistance programme in B since 1998"."""
    stop = phrase(sentence, index + 1, _INSIDE, sentence.clause(index).stop)
    thing = sentence.units[index + 1 : stop]
    told = states_told(sentence, sentence.clause(index))
    number = next((u.value.value for u in thing if u.kind == "amount" and u.value.kind == "number"), None)
    parties = in_play(sentence, sentence.clause(index), context)
    if number is not None and in_class(thing[-1], sentence, "forces") and len(parties) == 2:
        what = wording(sentence, trimmed(sentence, uncounted(thing)))  # "keeps 200 special forces at P"
        yield cooperation(sentence, index, parties, first_of(sentence, "weaponry"), what, number, thing)
        return
    if (
        len(told) > 1
        and thing
        and (in_class(thing[-1], sentence, "scheme") or in_class(thing[-1], sentence, "served"))
    ):
        yield from project(sentence, index, context)


def _for_the_other(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what its subject, a state, set up for another: "launched a satellite for B"."""
    units, clause = sentence.units, sentence.clause(index)
    told = direction(sentence, index) == "active" and any(
        units[i].kind == "state" and units[i].value[1] == "name" and not units[i].mark
        for i in range(clause.start, index)
    )
    return told and any(
        units[i].mark == "for" and units[i].kind == "state" for i in range(index + 1, clause.stop)
    )


def _helped(sentence: Sentence, index: int) -> bool:
    """Whether the clause says with whose help: "with the assistance of A", "with A funding"."""
    units = sentence.units
    for i in sentence.clause(index):
        if units[i].kind == "preposition" and units[i].value == "with":
            end = phrase(sentence, i + 1, frozenset({"of", "source"}), sentence.clause(index).stop)
            group = units[i + 1 : end]
            helps = any(in_class(unit, sentence, "help") or _is_money(unit) for unit in group)
            if helps and any(states_of(unit) for unit in group):
                return True
        if units[i].kind == "preposition" and units[i].value == "with-help":
            return any(states_of(unit) for unit in units[i + 1 : i + 4])
    return False


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and unit.value.kind == "money"


def _practice(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Institutions of both sides that established cooperation."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    institutions = [
        i
        for i in clause
        if units[i].kind in ("organisation", "body") or (units[i].kind == "actor" and units[i].value.group)
    ]
    if not institutions:
        return
    if how == "active":
        first = index + 1
        last = phrase(sentence, first, _INSIDE, clause.stop)
    else:
        first = head_before(sentence, before_auxiliary(sentence, index))
        last = index
    group = [unit for unit in units[first:last] if unit.kind not in ("be", "have")]
    head = next((i for i, unit in enumerate(group) if unit.kind == "preposition"), len(group))
    if not any(
        unit.kind != "organisation" and in_class(unit, sentence, "contact") for unit in group[:head]
    ) or any(unit.kind == "body" for unit in group):
        return
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    if len(parties) != 2 or (len(institutions) < 2 and len(told) < 2):
        return
    yield cooperation(
        sentence,
        index,
        parties,
        field_told(sentence, group, clause),
        wording(sentence, group),
        None,
        [*group, *(units[i] for i in institutions)],
    )


def together(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Institutions of the two sides that work together: "the University of A has cooperated with that of B in …"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) not in ("active", "passive"):
        return
    institutions = [
        i for i in clause if (i < index or _is_with(units, i)) and _is_institution(sentence, units[i])
    ]
    parties = both_sides(states_told(sentence, clause), context)
    several = len(institutions) > 1 or any(
        f" {word} " in units[i].text for i in institutions for word in sentence.language.words["and"]
    )
    both = len(set(states_told(sentence, range(index))) & set(parties)) == 2
    if not institutions and _counterparts(sentence, range(clause.start, index)):
        several, both = True, True
        parties = parties or context.sides() or ()
    if len(parties) != 2 or not ((several and institutions and institutions[0] < index) or both):
        return
    topic = next((i for i in range(index + 1, clause.stop - 1) if _is_topic(units, i)), None)
    group: list[Unit] = []
    if topic is not None:
        group = [
            unit
            for unit in units[topic + 1 : phrase(sentence, topic + 1, _INSIDE | {"against"}, clause.stop)]
            if unit.kind != "determiner"
        ]
    if not several and not any(in_class(unit, sentence, "project") for unit in group):
        return  # states that work together do so in everything; only a work of their own is told
    told = fields_of(sentence, sentence.index(group[0]), sentence.index(group[-1]) + 1) if group else None
    field = told or fields_of(sentence, clause.start, clause.stop) or first_of(sentence, "training")
    used = [*group, *(units[i] for i in institutions)]
    yield cooperation(
        sentence,
        index,
        parties,
        field,
        wording(sentence, group) or noun_of(sentence, "collaborate"),
        None,
        used,
    )


def _counterparts(sentence: Sentence, indices: range) -> bool:
    """Whether institutions of both sides are the subject: "the space agencies of the two countries"."""
    units, sides = sentence.units, sentence.language.words["coref_sides"]
    if any(
        units[i].kind == "body"
        and units[i].value.plural
        and any(word in units[i].text.lower() for word in sides)
        for i in indices
    ):
        return True
    return any(
        in_class(units[i], sentence, "counterparts")
        and i + 1 < indices.stop
        and units[i + 1].value == "of"
        and any(unit.kind in ("sides", "dyad") for unit in units[i + 1 : indices.stop])
        for i in indices
    )


_OTHERWISE = frozenset({"instrument", "event", "negation", "modal"})
"""Kinds of unit that make of joint work what an instrument or occasion is about, or what is only to come."""


def joint_work(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What the two sides do jointly: "A and B began joint patrols", «пограничники А и Б начали совместное
    патрулирование».
    """
    units, clause = sentence.units, sentence.clause(index)
    if not is_fact(sentence, index) or any(units[i].kind in _OTHERWISE for i in clause):
        return
    if not any(is_verb(sentence, i) or _does(sentence, units[i]) for i in clause):
        return
    told = tuple(
        dict.fromkeys(
            s
            for i in clause
            if units[i].mark not in ("place", "goal", "source", "against")
            for s in states_of(units[i])
        )
    )
    if len(told) != 2 or len(both_sides(told, context)) != 2:
        return
    used = [units[index], *(unit for unit in (units[i] for i in clause) if set(states_of(unit)) & set(told))]
    field = fields_of(sentence, clause.start, clause.stop)
    yield cooperation(sentence, index, told, field, wording(sentence, [units[index]]), None, used)


def _does(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word tells that something is done: «начали»."""
    words = sentence.language.words
    return unit.key in words["begun"] or unit.key in words["wage"] or unit.key in words["joins_in"]


def _is_institution(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is an institution, by its name or as a word for one («университет»)."""
    if unit.kind == "word":
        return unit.key in sentence.language.organisation_heads
    return unit.kind == "organisation" or (unit.kind == "actor" and bool(unit.value.group))


def _is_with(units: list[Unit], index: int) -> bool:
    """Whether a unit stands behind "with"."""
    before = units[index - 1] if index else None
    preposition = before is not None and before.kind == "preposition" and before.value == "with"
    return units[index].mark == "with" or preposition


def _is_topic(units: list[Unit], index: int) -> bool:
    """Whether a preposition tells in what institutions work together, not where or when."""
    told = units[index].kind == "preposition" and units[index].value in ("field", "place", "on")
    return told and units[index + 1].kind in ("word", "trigger", "determiner")
