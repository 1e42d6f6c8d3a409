"""What is built or run with the help of the other side."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
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
from comity.reading.frames.cooperation.doers import doers
from comity.reading.frames.cooperation.institutions import established_practice
from comity.reading.frames.cooperation.things import INSIDE, past_asides, told_before, with_antecedent
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    direction,
    fields_of,
    head_before,
    in_class,
    phrase,
    states_of,
    states_told,
    wording,
)
from comity.reading.sentence import Sentence, reading_of
from comity.reading.units import Unit


def project(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A project built or run with the help of the other side."""
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    parties = in_play(sentence, with_antecedent(sentence, index, clause), context)
    told = states_told(sentence, with_antecedent(sentence, index, clause))
    behind = range(index + 1, min(index + 6, clause.stop))
    helped = any(in_class(units[i], sentence, "help") for i in behind) or _helped(sentence, index)
    helped = helped or _is_joint(sentence, index, how, context) or _is_paid_by(sentence, index, how)
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
    if how == "passive" and _by_a_company(sentence, index, clause):
        return
    if how in ("passive", "ing"):
        if not helped and len(told) < 2:
            return  # "a school was built in X": nobody says by whom
        before = told_before(sentence, index, clause)
        first = head_before(sentence, before_auxiliary(sentence, index))
        while (
            first > clause.start + 1
            and units[first - 1].kind in ("preposition", "place")
            and units[first - 1].text != ","
            and not (units[first - 1].value == "source" and units[first].kind == "word")
        ):
            first = head_before(sentence, first - 1)
        group = [
            u
            for u in units[first : phrase(sentence, first, INSIDE, index)]
            if u.key not in sentence.language.words["worth"]
        ]
        group = before or group
    else:
        first = past_asides(sentence, index + 1, clause.stop)
        while (
            first < clause.stop
            and units[first].kind in ("preposition", "place", "date", "state")
            and units[first].mark in ("place", "during", "")
        ):
            first += 1
        group = units[first : phrase(sentence, first, INSIDE, clause.stop)]
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
    amounts = sorted(
        (unit for unit in group if unit.kind == "amount"), key=lambda unit: unit.value.kind != "number"
    )
    number = next((unit.value.value for unit in amounts if unit.value.kind in ("number", "money")), None)
    group = [unit for unit in group if unit.kind != "amount"]
    paid = paid_with(sentence, index) if number is None else None
    if paid is not None:
        number = paid.value.value
    used = [*group, *([paid] if paid is not None else [])]
    yield cooperation(
        sentence, index, parties, field_told(sentence, group, clause), wording(sentence, group), number, used
    )


def _is_paid_by(sentence: Sentence, index: int, how: str) -> bool:
    """Whether a state, or its mission, paid for a thing: "were paid for by the B embassy"."""
    if how != "passive" or sentence.units[index].key not in sentence.language.words["pays_for"]:
        return False
    return any(unit.mark == "agent" and states_of(unit) for unit in sentence.units[index + 1 :])


def _is_joint(sentence: Sentence, index: int, how: str, context: Context) -> bool:
    """Whether something was built jointly, on a page about the two who did: "built jointly by F and the forest service
    of B"."""
    near = sentence.units[max(index - 1, 0) : index + 2]
    return how == "passive" and context.pair() is not None and any(unit.key == "jointly" for unit in near)


def _by_a_company(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether a company did it: "projects undertaken by A firms"."""
    units = sentence.units
    by = next((i for i in range(index + 1, clause.stop) if units[i].value == "agent"), clause.stop)
    done = units[by + 1 : phrase(sentence, by + 1, INSIDE, clause.stop)] if by < clause.stop else []
    return bool(done) and in_class(done[-1], sentence, "company")


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


def paid_with(sentence: Sentence, index: int) -> Unit | None:
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
    by = any(unit.value == "agent" for unit in before) and any(
        in_class(unit, sentence, "aid_always") for unit in sentence.units[money[0] + 1 : money[0] + 3]
    )  # "financed by a 5 million dollar loan from A"
    aid = any(
        in_class(unit, sentence, "aid_always") for unit in sentence.units[max(0, money[0] - 5) : money[0]]
    )
    amounting = aid and any(unit.key in sentence.language.words["amounting"] for unit in before)
    if amounting or any(unit.key in sentence.language.words["cost"] for unit in before):
        return sentence.units[money[0]]  # "at a cost of 5 million", "with credits amounting to 5 million"
    summed = before[-1].key.split(" ")[-1] in sentence.language.words["worth"]
    if (
        before[-1].value != "with"
        and not by
        and not summed
        and not (lent and any(unit.value == "with" for unit in before))
    ):
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
        paid = paid_with(sentence, index)
        thing = [unit for unit in built if unit.kind != "amount"]
        number = paid or next((unit for unit in built if unit.kind == "amount"), None)
        field, what = field_told(sentence, thing, clause), wording(sentence, thing)
        amount = number.value.value if number is not None else None
        used = [*built, *([paid] if paid is not None else [])]
        yield cooperation(sentence, index, parties, field, what, amount, used)
        return
    verb = before_auxiliary(sentence, index)
    subject = sentence.units[max(clause.start, head_before(sentence, verb)) : verb]
    if date_unit(sentence, index) is None or not any(states_of(unit) for unit in subject):
        return
    group = sentence.units[index + 1 : phrase(sentence, index + 1, INSIDE, clause.stop)]
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
        thing = units[first : phrase(sentence, first, INSIDE, clause.stop)]
        thing = [unit for unit in thing if unit.kind not in ("determiner", "date")]
        return thing if any(in_class(unit, sentence, "project") for unit in thing) else []
    return []


def _means(sentence: Sentence, index: int, parties: tuple[str, ...]) -> Iterator[Draft]:
    """With what one side supported the other: "supported B with grants worth 60 million"."""
    units, clause = sentence.units, sentence.clause(index)
    for i in range(index + 1, clause.stop - 1):
        if units[i].kind != "preposition" or units[i].value != "with":
            continue
        group = units[i + 1 : phrase(sentence, i + 1, INSIDE, clause.stop)]
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
    found = list(established_practice(sentence, index, context))
    yield from found
    if not found and (
        _helped(sentence, index)
        or _for_the_other(sentence, index)
        or _by_an_agency(sentence, index)
        or _serves_abroad(sentence, index)
    ):
        yield from project(sentence, index, context)


def kept_programme(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A programme that one side has in the other: "A has maintained an assistance programme in B since 1998"."""
    stop = phrase(sentence, index + 1, INSIDE, sentence.clause(index).stop)
    thing = sentence.units[index + 1 : stop]
    told = states_told(sentence, sentence.clause(index))
    number = next((u.value.value for u in thing if u.kind == "amount" and u.value.kind == "number"), None)
    parties = in_play(sentence, sentence.clause(index), context)
    if number is not None and in_class(thing[-1], sentence, "forces") and len(parties) == 2:
        what = wording(sentence, trimmed(sentence, uncounted(thing)))  # "keeps 200 special forces at P"
        yield cooperation(sentence, index, parties, first_of(sentence, "weaponry"), what, number, thing)
        return
    lasts = bool(parties) and date_unit(sentence, index) is not None and context.pair() is not None
    if (
        (len(told) > 1 or (lasts and bool(doers(sentence, index, "active"))))
        and thing
        and (_is_kept(sentence, thing[-1]) or (lasts and in_class(thing[-1], sentence, "project_word")))
    ):
        yield from project(sentence, index, context)


def _is_kept(sentence: Sentence, unit: Unit) -> bool:
    """Whether a word names a programme, or an institution that serves people."""
    return in_class(unit, sentence, "scheme") or in_class(unit, sentence, "served")


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


def _serves_abroad(sentence: Sentence, index: int) -> bool:
    """Whether one state opened in another what serves its people: "A opened a hospital in B in 2005"."""
    units, clause = sentence.units, sentence.clause(index)
    if direction(sentence, index) != "active" or date_unit(sentence, index) is None:
        return False
    subject = next(
        (u for u in reversed(units[clause.start : index]) if u.kind not in ("have", "be", "date", "punct")),
        None,
    )
    if subject is None or subject.kind != "state" or subject.value[1] != "name" or subject.mark:
        return False
    first = past_asides(sentence, index + 1, clause.stop)
    thing = units[first : phrase(sentence, first, INSIDE, clause.stop)]
    abroad = {
        s
        for i in range(index + 1, clause.stop)
        if units[i].mark == "place" and units[i].kind in ("state", "place")
        for s in states_of(units[i])
    }
    return (
        bool(thing) and in_class(thing[-1], sentence, "served_abroad") and bool(abroad - {subject.value[0]})
    )


def _by_an_agency(sentence: Sentence, index: int) -> bool:
    """Whether an agency for aid opened or founded something: "KOICA opened a centre in B"."""
    subject = sentence.units[sentence.clause(index).start : index]
    agencies = sentence.language.words["aid_agency"]
    key = sentence.language.key
    return direction(sentence, index) == "active" and any(
        key(word) in agencies for unit in subject for word in unit.text.split()
    )


def _helped(sentence: Sentence, index: int) -> bool:
    """Whether the clause says with whose help: "with the assistance of A", "with A funding"."""
    units = sentence.units
    for i in sentence.clause(index):
        if units[i].kind == "preposition" and units[i].value == "with":
            end = phrase(sentence, i + 1, frozenset({"of", "source"}), sentence.clause(index).stop)
            group = units[i + 1 : end]
            told = units[i].key.split(" ")[-1] in sentence.language.words["help"]
            helps = told or any(
                in_class(unit, sentence, "help") or in_class(unit, sentence, "expert") or _is_money(unit)
                for unit in group
            )
            if helps and any(states_of(unit) for unit in group):
                return True
        if units[i].kind == "preposition" and units[i].value == "with-help":
            return any(states_of(unit) for unit in units[i + 1 : i + 4])
    return False


def _is_money(unit: Unit) -> bool:
    return unit.kind == "amount" and unit.value.kind == "money"
