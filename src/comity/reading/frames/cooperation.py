"""Aid, training, quotas, technical projects and practice between institutions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.enterprise import has_company
from comity.reading.frames.nouns import (
    act_of,
    both_sides,
    direction,
    field_of_block,
    fields_of,
    head_before,
    in_class,
    noun_of,
    phrase,
    states_of,
    states_told,
    wording,
)  # fmt: skip
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset(
    {
        "trigger:train",
        "trigger:provide",
        "trigger:implement",
        "trigger:establish",
        "trigger:assist",
        "trigger:sign",
        "trigger:work",
        "trigger:visit",
        "trigger:receive",
        "trigger:amount",
        "trigger:cancel",
        "trigger:collaborate",
    }
)

_INSIDE = frozenset({"of", "for", "on"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has trained 40 specialists of B", "A gave a ferry to B", "institutions of A and B established
    cooperation".
    """
    for draft in _drafts(sentence, index, context):
        if not _is_vague(sentence, draft) and (
            context.home is None or context.home in draft.slots["parties"]
        ):
            yield draft


def _is_vague(sentence: Sentence, draft: Draft) -> bool:
    """A general statement: "provides assistance", with no number, no time, and nothing said of what it is."""
    if "quantity" in draft.slots or "period" in draft.slots:
        return False
    generic = sentence.language.words["generic"]
    return all(sentence.language.key(word) in generic for word in draft.slots["what"].split())


def _drafts(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Drafts of all forms, also vague ones."""
    if not is_fact(sentence, index) or not is_verb(sentence, index):
        return
    if direction(sentence, index) == "ing" and not _by(sentence, index):
        return
    predicates = {predicate for predicate, _ in reading_of(sentence, index)}
    if (
        "train" in predicates
        or ("sign" in predicates and _exchanged(sentence, index))
        or (predicates & {"work", "visit"} and _scheme(sentence, index))
    ):
        found = list(_training(sentence, index, context))
        yield from found or _uncounted_people(sentence, index, context)
        return
    if "work" in predicates:
        yield from _uncounted_people(sentence, index, context)
    for predicate, tell in _TELLERS.items():
        if predicate in predicates:
            yield from tell(sentence, index, context)
            return


def _exchanged(sentence: Sentence, index: int) -> bool:
    """Persons as the object of an exchange, not instruments."""
    stop = phrase(sentence, index + 1, frozenset(), sentence.clause(index).stop)
    group = sentence.units[index + 1 : stop]
    return any(in_class(unit, sentence, "trainee") for unit in group) and any(
        unit.kind == "amount" for unit in group
    )


def _scheme(sentence: Sentence, index: int) -> bool:
    """Whether people work under a programme of the two states, or a told number of experts does."""
    clause = sentence.clause(index)
    if any(in_class(sentence.units[i], sentence, "scheme") for i in clause):
        return True
    return any(
        in_class(unit, sentence, "expert")
        for i in _counted(sentence, clause.start, index)
        for unit in sentence.units[i + 1 : phrase(sentence, i + 1, _INSIDE, index)]
    )


def _by(sentence: Sentence, index: int) -> bool:
    """ "functioning by …": a participle that tells who does it."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "preposition" and after.value == "agent"


def _bare_form(sentence: Sentence, index: int) -> bool:
    """ "on condition that A send aid": a base form behind one state tells no fact."""
    forms = {form for _, form in sentence.units[index].value}
    if forms - {"base", "noun"} or sentence.language.code != "en":
        return False
    before = sentence.units[index - 1] if index else None
    if before is None or before.kind == "and":
        return before is not None
    return before.kind == "state" and not (index >= 2 and sentence.units[index - 2].kind == "and")


def _uncounted_people(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Experts at work in the other state, trainees of the other state: dated, without their number."""
    units, clause = sentence.units, sentence.clause(index)
    if date_unit(sentence, index) is None or len(set(states_told(sentence, clause))) != 2:
        return
    trained = any(predicate == "train" for predicate, _ in reading_of(sentence, index))
    how = direction(sentence, index)
    parties = _in_play(sentence, clause, context)
    if not parties or how not in ("active", "passive"):
        return
    if trained and how == "active":
        group = units[index + 1 : phrase(sentence, index + 1, _INSIDE, clause.stop)]
        group = group if any(in_class(unit, sentence, "trainee") for unit in group) else []
    else:
        group = []
    if not group:
        first = head_before(sentence, _before_auxiliary(sentence, index))
        group = units[first : _before_auxiliary(sentence, index)]
        kind = "trainee" if trained else "expert"
        if not any(in_class(unit, sentence, kind) for unit in group):
            return
    if not any(states_of(unit) for unit in group) or any(unit.kind == "amount" for unit in group):
        return
    field = fields_of(sentence, clause.start, clause.stop) or _first_of(sentence, "training")
    yield _draft(sentence, index, parties, field, wording(sentence, group), None, group)


def _purpose(sentence: Sentence, index: int, clause: range) -> list[Unit]:
    """What money is given as or for: "30 million in development aid", "2 million for the protection of turtles"."""
    units = sentence.units
    for mark in ("place", "as", "for", "goal"):
        for i in range(index + 1, clause.stop - 1):
            if units[i].kind != "preposition" or units[i].value != mark:
                continue
            if mark == "goal" and not (
                units[i + 1].kind in ("word", "trigger") and units[i + 1].case == "acc"
            ):
                continue  # «на реставрацию замка»
            group = units[i + 1 : phrase(sentence, i + 1, frozenset({"of"}), clause.stop)]
            group = [unit for unit in group if unit.kind not in ("date", "determiner")]
            if group and (
                mark in ("for", "goal") or any(in_class(unit, sentence, "aid_always") for unit in group)
            ):
                return group
    return []


def _reception(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A received a loan of … from B"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = _in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active":
        return
    given = units[index + 1 : phrase(sentence, index + 1, _INSIDE, clause.stop)]
    head = next((i for i, unit in enumerate(given) if unit.kind == "preposition"), len(given))
    if not any(in_class(unit, sentence, "aid_always") for unit in given[: head + 2]):
        return
    source = [
        s for i in clause if i > index and units[i].mark in ("source", "agent") for s in states_of(units[i])
    ]
    if source and source[0] not in parties:
        return
    giver = source[0] if source else None
    taker = next(
        (s for i in range(index - 1, clause.start - 1, -1) if not units[i].mark for s in states_of(units[i])),
        None,
    )
    if taker is None or (giver is None and len(set(states_told(sentence, clause))) < 2):
        return
    amount = next(
        (u.value.value for u in given if u.kind == "amount" and u.value.kind in ("money", "number")), None
    )
    group = _trimmed(sentence, _uncounted(given))
    if not group:
        return
    what = wording(sentence, group)
    yield _draft(sentence, index, parties, _field(sentence, group, clause), what, amount, given)


def _volume(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The assistance of A to B amounted to …": a sum of aid, told as its subject's."""
    units, clause = sentence.units, sentence.clause(index)
    money = next(
        (
            i
            for i in range(index + 1, clause.stop)
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "aid_always")), None)
    if money is None or head is None or direction(sentence, index) not in ("active", "passive"):
        return
    told = states_told(sentence, range(clause.start, index))
    parties = _in_play(sentence, clause, context)
    if not parties or not told:
        return
    group = [
        unit
        for unit in units[head_before(sentence, head) : head + 1]
        if unit.kind not in ("determiner", "state")
    ]
    field = _field(sentence, group, clause)
    yield _draft(
        sentence,
        index,
        parties,
        field,
        wording(sentence, group),
        units[money].value.value,
        [*group, units[money]],
    )


def _relief(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A cancelled 40 million of the debt of B"."""
    units, clause = sentence.units, sentence.clause(index)
    parties = _in_play(sentence, clause, context)
    debt = next((i for i in clause if in_class(units[i], sentence, "debt")), None)
    if debt is None or not parties or len(set(states_told(sentence, clause))) < 2:
        return
    money = next(
        (
            units[i].value.value
            for i in clause
            if units[i].kind == "amount" and units[i].value.kind == "money"
        ),
        None,
    )
    what = act_of(sentence, "cancel", wording(sentence, [units[debt]]))
    yield _draft(sentence, index, parties, _first_of(sentence, "debt"), what, money, [units[debt]])


def _together(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Institutions of the two sides that work together: "the University of A has cooperated with that of B in …"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) not in ("active", "passive"):
        return
    institutions = [
        i
        for i in clause
        if units[i].kind == "organisation" or (units[i].kind == "actor" and units[i].value.group)
    ]
    parties = both_sides(states_told(sentence, clause), context)
    several = len(institutions) > 1 or any(
        f" {word} " in units[i].text for i in institutions for word in sentence.language.words["and"]
    )
    both = len(set(states_told(sentence, range(index))) & set(parties)) == 2
    if len(parties) != 2 or not ((several and institutions[0] < index) or both):
        return
    topic = next((i for i in range(index + 1, clause.stop - 1) if _is_topic(units, i)), None)
    group: list[Unit] = []
    if topic is not None:
        group = [
            unit
            for unit in units[topic + 1 : phrase(sentence, topic + 1, _INSIDE, clause.stop)]
            if unit.kind != "determiner"
        ]
    if not several and not any(in_class(unit, sentence, "project") for unit in group):
        return  # states that work together do so in everything; only a work of their own is told
    told = fields_of(sentence, sentence.index(group[0]), sentence.index(group[-1]) + 1) if group else None
    field = told or fields_of(sentence, clause.start, clause.stop) or _first_of(sentence, "training")
    used = [*group, *(units[i] for i in institutions)]
    yield _draft(
        sentence,
        index,
        parties,
        field,
        wording(sentence, group) or noun_of(sentence, "collaborate"),
        None,
        used,
    )


def _is_topic(units: list[Unit], index: int) -> bool:
    """Whether a preposition tells in what institutions work together, not where or when."""
    told = units[index].kind == "preposition" and units[index].value in ("field", "place", "on")
    return told and units[index + 1].kind in ("word", "trigger", "determiner")


def _founding(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Practice between institutions, and what is set up with the help of the other side."""
    found = list(_practice(sentence, index, context))
    yield from found
    if not found and _helped(sentence, index):
        yield from _project(sentence, index, context)


def _helped(sentence: Sentence, index: int) -> bool:
    """Whether the clause says with whose help: "with the assistance of A", "with A funding"."""
    units = sentence.units
    for i in sentence.clause(index):
        if units[i].kind == "preposition" and units[i].value == "with":
            end = phrase(sentence, i + 1, frozenset({"of", "source"}), sentence.clause(index).stop)
            group = units[i + 1 : end]
            if any(in_class(unit, sentence, "help") for unit in group) and any(
                states_of(unit) for unit in group
            ):
                return True
        if units[i].kind == "preposition" and units[i].text.lower().startswith("with the help"):
            return any(states_of(unit) for unit in units[i + 1 : i + 4])
    return False


def _draft(
    sentence: Sentence,
    index: int,
    parties: tuple[str, ...],
    field: str | None,
    what: str,
    quantity: float | None,
    used: list[Unit],
) -> Draft:
    date = date_unit(sentence, index)
    return Draft(
        "cooperation",
        {"parties": parties, "field": field, "what": what, "quantity": quantity, "period": dated(date)},
        [run(sentence, [sentence.units[index], date, *used])],
        [f"cooperation: {sentence.units[index].text} + {what}"],
        0.7,
    )


def _in_play(sentence: Sentence, clause: range, context: Context) -> tuple[str, ...]:
    told = states_told(sentence, clause)
    parties = both_sides(told, context)
    return parties if len(parties) == 2 and told else ()


def _counted(sentence: Sentence, low: int, high: int) -> Iterator[int]:
    """The numbers of things between two indices."""
    for i in range(low, high):
        unit = sentence.units[i]
        joined = i + 1 < high and sentence.units[i + 1].start == unit.end  # "a 44-member team"
        if unit.kind == "amount" and unit.value.kind == "number" and not _is_year(sentence, i) and not joined:
            yield i


def _uncounted(group: list[Unit]) -> list[Unit]:
    """A phrase without its amounts and the prepositions before them: "loan (of five million) for …"."""
    kept: list[Unit] = []
    for unit in group:
        if unit.kind != "amount":
            kept.append(unit)
        elif kept and kept[-1].kind == "preposition":
            kept.pop()
    return kept


def _trimmed(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase from which an amount was taken, without the words that joined it: "(loan) of", "worth of
    (aid)".
    """
    joins = sentence.language.words["worth"]
    words = sentence.language.words
    passed = joins | words["approx"] | words["time_tail"] | words["adverb"]
    while group and (group[-1].kind in ("preposition", "determiner") or group[-1].key in passed):
        group = group[:-1]
    while group and (group[0].kind in ("preposition", "poss") or group[0].key in joins | words["approx"]):
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


def _training(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """People trained or studying: with their number, or under a told programme."""
    units, clause = sentence.units, sentence.clause(index)
    parties = _in_play(sentence, clause, context)
    if not parties:
        return
    for i in _counted(sentence, clause.start, clause.stop):
        stop = phrase(sentence, i + 1, frozenset({"of", "source"}), clause.stop)
        group = units[i + 1 : stop]
        if (
            not any(in_class(unit, sentence, "trainee") or unit.kind == "state" for unit in group)
            or not group
        ):
            continue
        group = _trimmed(sentence, group)
        if not group:
            continue
        field = _field_of_people(sentence, i, stop, clause)
        yield _draft(
            sentence,
            index,
            parties,
            field,
            wording(sentence, group),
            units[i].value.value,
            [units[i], *group],
        )


def _field_of_people(sentence: Sentence, low: int, high: int, clause: range) -> str | None:
    """The field that people are trained in: their own, but of specialists at universities it is education."""
    own, default = fields_of(sentence, low, high), _first_of(sentence, "training")
    around = {fields_of(sentence, i, i + 1) for i in clause}
    if own is None or (own == _first_of(sentence, "people") and default in around):
        own = default if default in around else fields_of(sentence, clause.start, clause.stop)
    return own or default


def _first_of(sentence: Sentence, name: str) -> str | None:
    return next(iter(sentence.language.words[f"default_{name}"]), None)


def _provision(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Things given, granted or sent by one side to the other."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    parties = _in_play(sentence, clause, context)
    if how == "infinitive" and index >= 2 and units[index - 2].key in sentence.language.words["agreed"]:
        how = "active"  # "decided to send twenty doctors": an announced quota
    if not parties or how == "infinitive" or _bare_form(sentence, index):
        return
    beneficiary = [i for i in clause if i > index and units[i].mark in ("goal", "for") and _side(sentence, i)]
    if how == "active":
        subject = [
            i for i in range(clause.start, index)
            if (states_of(units[i]) or units[i].kind in ("organisation", "body", "actor")) and units[i].mark
            not in ("with", "agent", "place")
        ]  # fmt: skip
        if any(
            in_class(units[i], sentence, "company") or units[i].kind == "quoted"
            for i in range(clause.start, index)
        ):
            return
        if not subject:
            return
        first = index + 1
        if first < clause.stop and units[first].kind == "state" and units[first].value[1] == "name":
            first += 1  # "gave B a ferry", "provided B with a ferry"
            if first < clause.stop and units[first].kind == "preposition" and units[first].value == "with":
                first += 1
        if first + 1 < clause.stop and units[first].kind == "preposition" and units[first].value == "goal":
            given = next(
                (i for i in range(first, min(first + 5, clause.stop)) if units[i].kind in ("state", "sides")),
                -1,
            )
            first = given + 1 if given > 0 else first  # "grants to B three scholarships"
        elif first + 1 < clause.stop and units[first].kind == "preposition":
            date = next((i for i in range(first, min(first + 4, clause.stop)) if units[i].kind == "date"), -1)
            first = date + 1 if date > 0 else first  # "sent during the year 2005 twenty doctors"
        things = _things(sentence, first, clause.stop)
    else:
        if not beneficiary and not any(units[i].mark == "agent" for i in clause):
            return
        first = head_before(sentence, _before_auxiliary(sentence, index))
        if (
            units[first].kind == "amount"
            and first - 1 > clause.start
            and units[first - 1].kind == "preposition"
        ):
            # "assistance amounting to 3 million was provided"
            behind = first - 1
            amounting = units[behind - 1].kind == "trigger" and voice(sentence, behind - 1) == "ing"
            first = head_before(sentence, behind - 1 if amounting else behind)
        things = _things(sentence, first, index)
    parties = _giver_and_taker(sentence, index, how, beneficiary, parties, context)
    if len(parties) != 2:
        return
    told_giver = how == "active" or any(units[i].mark == "agent" and _side(sentence, i) for i in clause)
    gift = any(predicate == "donate" for predicate, _ in reading_of(sentence, index))
    for unit_index, group in things:
        money = any(unit.kind == "amount" and unit.value.kind == "money" for unit in group)
        aid = any(in_class(unit, sentence, "aid" if told_giver else "aid_always") for unit in group)
        if not (money or aid or (gift and told_giver and unit_index >= 0)):
            continue
        amount = units[unit_index].value.value if unit_index >= 0 else None
        inner = next((u for u in group if u.kind == "amount" and u.value.kind in ("money", "number")), None)
        if amount is None and inner is not None:
            amount = inner.value.value
        if amount is None and inner is None and group and in_class(group[0], sentence, "quota"):
            continue  # told with its places
        group = _measured(sentence, _trimmed(sentence, _uncounted(group)))
        if money and not group:
            group = _purpose(sentence, index, clause)
        if not group:
            continue
        field = _field(sentence, group, clause)
        yield _draft(
            sentence,
            index,
            parties,
            field,
            wording(sentence, group),
            amount,
            [*group, *(units[i] for i in beneficiary[:1])],
        )


def _measured(sentence: Sentence, group: list[Unit]) -> list[Unit]:
    """A phrase without the measure it is counted in: «(20 тонн) медикаментов»."""
    if len(group) > 2 and in_class(group[0], sentence, "measure_word") and group[1].value == "of":
        return group[2:]
    return group


def _assistance(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What one side helped in the other: "A aided the fisheries of B"."""
    clause = sentence.clause(index)
    parties = _in_play(sentence, clause, context)
    if not parties or direction(sentence, index) != "active" or len(states_told(sentence, clause)) < 2:
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
        return
    if not any(in_class(unit, sentence, "project") for unit in group) and not fields_of(
        sentence, index + 1, index + 1 + len(group)
    ):
        return
    yield _draft(
        sentence, index, parties, _field(sentence, group, clause), wording(sentence, group), None, group
    )


def _giver_and_taker(
    sentence: Sentence,
    index: int,
    how: str,
    beneficiary: list[int],
    parties: tuple[str, ...],
    context: Context,
) -> tuple[str, ...]:
    """The two states, from the subject and the goal where they tell; none where they are others than those
    in play.
    """
    units, clause = sentence.units, sentence.clause(index)
    marked = ("with", "place", "goal", "of", "source", "during", "on", "for")
    if how == "active":
        givers = [
            s
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].mark not in marked
            for s in states_of(units[i])
        ]
    else:
        givers = [
            s for i in range(index + 1, clause.stop) if units[i].mark == "agent" for s in states_of(units[i])
        ]
    takers = [s for i in beneficiary for s in states_of(units[i])]
    giver, taker = (givers[0] if givers else None), (takers[0] if takers else None)
    if giver and taker and giver != taker:
        return (
            (giver, taker)
            if not context.home or context.home in (giver, taker) or context.pair() == (taker, giver)
            else ()
        )
    if giver and giver not in parties:
        return ()
    return parties


def _side(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return bool(states_of(unit)) or unit.kind in ("sides", "organisation", "body")


def _before_auxiliary(sentence: Sentence, index: int) -> int:
    while index > 0 and (
        sentence.units[index - 1].kind in ("be", "have")
        or sentence.units[index - 1].key in sentence.language.words["adverb"]
    ):
        index -= 1
    return index


def _things(sentence: Sentence, first: int, limit: int) -> list[tuple[int, list[Unit]]]:
    """The things that a noun phrase lists: each with the index of its number (-1 for none) and its words."""
    units = sentence.units
    found: list[tuple[int, list[Unit]]] = []
    cursor = first
    while cursor < limit:
        stop = phrase(sentence, cursor, _INSIDE, limit)
        if stop == cursor:
            break
        number = next((i for i in _counted(sentence, cursor, min(cursor + 3, stop))), -1)
        begin = number + 1 if number >= 0 else cursor
        cut = next((i for i in range(begin, stop) if units[i].kind == "and"), stop)
        more = cut < stop and any(units[i].kind == "amount" for i in range(cut, min(cut + 3, stop)))
        end = cut if more else stop
        found.append((number, units[begin:end]))
        cursor = end
        if cursor < limit and units[cursor].kind in ("and",):
            cursor += 1
        elif not more:
            break
    return [(number, group) for number, group in found if group]


def _field(sentence: Sentence, group: list[Unit], clause: range) -> str | None:
    if group:
        low = sentence.index(group[0])
        told = fields_of(sentence, low, low + len(group))
        if told:
            return told
    return (
        fields_of(sentence, clause.start, clause.stop)
        or field_of_block(sentence)
        or _first_of(sentence, "aid")
    )


def _project(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A project built or run with the help of the other side."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    parties = _in_play(sentence, clause, context)
    told = states_told(sentence, clause)
    behind = range(index + 1, min(index + 6, clause.stop))
    helped = any(in_class(units[i], sentence, "help") for i in behind) or _helped(sentence, index)
    if how == "active" and has_company(sentence, index):
        return
    if how == "infinitive" and index >= 2 and units[index - 2].key in sentence.language.words["begun"]:
        how = "active"
    if not parties or how == "infinitive" or _bare_form(sentence, index):
        return
    after = units[index + 1] if index + 1 < clause.stop else None
    if (how == "passive" and after is not None and after.kind == "preposition") or (
        how == "active" and after is not None and after.kind == "preposition"
    ):
        chair = units[head_before(sentence, index) : index]
        if any(in_class(unit, sentence, "chair") for unit in chair) and len(chair) <= 4:
            yield _draft(
                sentence,
                index,
                parties,
                _field(sentence, chair, clause) or _first_of(sentence, "training"),
                wording(sentence, chair),
                None,
                chair,
            )
            return
    if how in ("passive", "ing"):
        first = head_before(sentence, _before_auxiliary(sentence, index))
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
        if len(told) < 2 and not any(in_class(unit, sentence, "project") for unit in group):
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
    yield _draft(
        sentence, index, parties, _field(sentence, group, clause), wording(sentence, group), number, group
    )


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
        first = head_before(sentence, _before_auxiliary(sentence, index))
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
    yield _draft(
        sentence,
        index,
        parties,
        _field(sentence, group, clause),
        wording(sentence, group),
        None,
        [*group, *(units[i] for i in institutions)],
    )


_TELLERS: dict[str, Callable[[Sentence, int, Context], Iterator[Draft]]] = {
    "provide": _provision,
    "assist": _assistance,
    "collaborate": _together,
    "implement": _project,
    "establish": _founding,
    "receive": _reception,
    "amount": _volume,
    "cancel": _relief,
}
"""How the other predicates tell of cooperation, the first that fits."""
