"""Sessions of standing bodies: when and where each took place, and the how-manieth it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.amounts import rank
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.bodies.body import body_name, is_purpose, known_body
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import as_person
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit, is_capitalised

_ROMAN = re.compile(r"[IVX]{1,6}")
_NEXT = 200
"""Signs between sessions and the next sentence, which may tell where all of them were."""
_CLOSE, _BEFORE = 9, 14
"""Units between a body and the verb that it is the subject of: told in one, and with a clause in commas between."""
_TITLE = 14
"""Units of the name of an instrument, with its parties."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}

STARTS = frozenset({"trigger:session", "trigger:meet"})


class Sitting:
    """One session while it is put together."""

    __slots__ = ("date", "number", "place", "units")

    def __init__(self, number: int | None = None) -> None:
        self.date: Date | None = None
        self.place: str | None = None
        self.number = number
        self.units: list[Unit] = []


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The 4th session of the Commission was held in P on D", "four sessions – D in P; D, P", "the Committee met in P
    in 2006 and in P on D"."""
    body = _body(sentence, index, context)
    if not is_fact(sentence, index) or _not_held(sentence, index):
        return
    if _complete(sentence, index, context) or body is None:
        return
    name, unit = body
    later = next((i for i in range(index + 1, len(sentence.units)) if _of_next(sentence, i)), None)
    sittings = sittings_of(sentence, index, later)
    _number(sentence, index, sittings)
    people = tuple(_people(sentence, index)) if len(sittings) == 1 else ()
    context.sittings = []
    for sitting in sittings:
        if sitting.date is None and sitting.place is None:
            continue
        draft = Draft(
            "session",
            {
                "body": name,
                "date": sitting.date,
                "place": sitting.place,
                "number": sitting.number,
                "people": people,
            },
            [run(sentence, [sentence.units[index], *sitting.units])],
            [f"session: {sentence.units[index].text} of {name}"],
            0.85 if unit is not None else 0.7,
        )
        context.sittings.append(draft)
        yield draft


def _complete(sentence: Sentence, index: int, context: Context) -> bool:
    """Gives the sessions told last their place, where the next sentence tells it of all: "Both sessions were held in
    P"."""
    told, units = context.sittings, sentence.units
    if not told or not 0 <= units[0].start - told[-1].evidence[0][1] < _NEXT:
        return False
    place = next((unit for unit in units[index:] if unit.kind == "place" and unit.mark == "place"), None)
    all_of = any(unit.key in sentence.language.words["all_of"] for unit in units[:index])
    if place is None or not all_of or any(draft.slots.get("place") for draft in told):
        return False
    for draft in told:
        draft.slots["place"] = place.value.name
        draft.evidence.append(run(sentence, [units[index], place]))
    context.sittings = []
    return True


def _body(sentence: Sentence, index: int, context: Context) -> tuple[str, Unit | None] | None:
    """The body that sat: named behind "of", the subject before the verb, or the one that the document named last."""
    units = sentence.units
    predicates = {p for p, _ in units[index].value}
    verb = is_verb(sentence, index)
    if not verb:
        for i in range(index + 1, min(index + 5, len(units))):
            if units[i].kind == "body":
                name = _name(units[i], context)
                return (name, units[i]) if name else None
            if _is_short(units[i], context) and units[i - 1].kind == "determiner":
                return str(context.bodies[-1].slots["name"]), None
            if units[i].kind not in ("preposition", "determiner"):
                break
    reach = _BEFORE if units[index - 1].text == "," else _CLOSE  # with a clause in commas between
    for i in range(index - 1, max(index - reach, -1), -1):
        unit = units[i]
        if unit.kind == "body":
            name = _name(unit, context)
            return (name, unit) if name else None
        if unit.text == ":" and i and units[i - 1].kind == "body":
            continue  # "the Joint Commission: 1st session – …"
        if unit.kind == "clause" and _closed(units, i, index):
            continue  # "the Commission, which was founded in 1999, met in P"
        if unit.kind == "actor" or unit.text in (";", ":") or unit.kind == "clause":
            break
        if i and _is_short(unit, context) and units[i - 1].kind == "determiner":
            return str(context.bodies[-1].slots["name"]), None
    if "session" in predicates and not verb and context.bodies and _points_back(sentence, index):
        return str(context.bodies[-1].slots["name"]), None
    near = units[max(0, index - 3) : index]
    if (
        not verb
        and context.bodies
        and any(unit.key in context.language.words["possessive"] for unit in near)
        and any(ordinal_of(unit) or unit.key in context.language.words["ordinal"] for unit in near)
    ):
        return str(context.bodies[-1].slots["name"]), None
    return None


def _closed(units: list[Unit], clause: int, verb: int) -> bool:
    """Whether a clause in commas ends right before a verb."""
    return units[verb - 1].text == "," and clause > 0 and units[clause - 1].text == ","


def _name(unit: Unit, context: Context) -> str | None:
    """The body's full name; none for one that is not known to be of two states."""
    if unit.value.plural:
        return None
    known = known_body(unit.value, context)
    if known is not None:
        return str(known.slots["name"])
    words = {context.language.key(word) for word in unit.value.name.split()}
    if len(unit.value.states) < 2 and not words & context.language.words["joint"]:
        return None
    return body_name(unit.value, context.language.words["ordinal"])


def _is_short(unit: Unit, context: Context) -> bool:
    """ "the Commission": a capitalised word of the name of the body told last."""
    return (
        bool(context.bodies)
        and is_capitalised(unit)
        and unit.text in str(context.bodies[-1].slots["name"]).split()
    )


def _points_back(sentence: Sentence, index: int) -> bool:
    """Whether a session is counted or definite and of no other body: "the 5th session", "the last session"."""
    units = sentence.units
    if any(unit.kind in ("event", "organisation") for unit in units[max(0, index - 3) : index + 4]):
        return False
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and after.kind == "preposition" and after.value == "of":
        return False
    ordinals = sentence.language.words["ordinal"]
    return any(
        ordinal_of(unit) is not None or unit.kind == "determiner" or unit.key in ordinals
        for unit in units[max(0, index - 3) : index]
    ) or (units[index].case == "counted" and units[index - 1].kind == "amount")  # «состоялось 7 заседаний»


def ordinal_of(unit: Unit) -> int | None:
    """The how-manieth a word tells: "3rd", "third", "III"; None for another word."""
    if unit.kind == "word" and _ROMAN.fullmatch(unit.text):
        return _from_roman(unit.text)
    return int(unit.value.value) if unit.kind == "amount" and unit.value.kind == "ordinal" else None


def _from_roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _not_held(sentence: Sentence, index: int) -> bool:
    words = sentence.language.words
    clause = sentence.clause(index)
    if index > 1 and is_purpose(sentence, index - 2):
        return True
    if _with_somebody(sentence, index):
        return True
    told_by_noun = not is_verb(sentence, index)
    stop = next(
        (
            i
            for i in range(index + 1, clause.stop)
            if _of_next(sentence, i) or (told_by_noun and _done_there(sentence, i))
        ),
        clause.stop,
    )
    clause = range(clause.start, stop)
    if any(unit.key in words["alternately"] for unit in sentence.units[index : index + _BEFORE]):
        return True  # "sessions are held alternately in P and Q"
    before = range(max(clause.start, index - 8), index)
    if any(sentence.units[i].key in words["agreed"] for i in before) and any(
        sentence.units[i].kind == "trigger" and voice(sentence, i) == "infinitive" for i in before
    ):
        return True  # "the sides agreed to hold the 5th session in P"
    return any(
        sentence.units[i].key in words["negation"]
        or (sentence.units[i].kind == "modal" and sentence.units[i].text != "May")
        or (i != index and sentence.units[i].key in words["plan"] and not is_capitalised(sentence.units[i]))
        for i in range(max(clause.start, index - 8), clause.stop)
    )


def _with_somebody(sentence: Sentence, index: int) -> bool:
    """Whether a body is told to have met an envoy or minister: "the Group met with the Ambassador"."""
    units = sentence.units
    if not is_verb(sentence, index) or all(predicate != "meet" for predicate, _ in units[index].value):
        return False
    behind = [unit for unit in units[index + 1 : index + 4] if unit.kind != "determiner"]
    if behind and behind[0].kind == "preposition" and behind[0].value == "with":
        behind = behind[1:]
    return bool(behind) and behind[0].kind == "actor" and not behind[0].value.group


def _done_there(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what was done at a session, so that no plan behind it is of the session itself: "At the
    5th session the sides discussed plans", «На 5-м заседании стороны обсудили возможности»."""
    unit = sentence.units[index]
    morphology = sentence.language.morphology
    at_work = unit.key in sentence.language.words["done_at_sessions"]
    to_come = morphology.is_unreal(unit) or morphology.is_future(unit)
    return at_work and not to_come and voice(sentence, index) != "infinitive"


def _of_next(sentence: Sentence, index: int) -> bool:
    """Whether behind a comma or "and" the next session is told of: "…, the next one will be held in P"."""
    units = sentence.units
    return units[index].key in sentence.language.words["upcoming"] and any(
        unit.text in (",", ";") or unit.kind == "and" for unit in units[max(0, index - 2) : index]
    )


def sittings_of(sentence: Sentence, index: int, stop: int | None = None) -> list[Sitting]:
    """Dates and places behind the word, up to an index, paired as they stand; a date before it where none stands
    behind."""
    units = sentence.units[:stop]
    found = [Sitting()]
    for i in range(index + 1, len(units)):
        unit = units[i]
        current = found[-1]
        if unit.kind == "clause" and current.units:
            break
        if (
            unit.kind == "trigger"
            and current.units
            and is_verb(sentence, i)
            and not any(p in ("hold", "meet") for p, _ in unit.value)
        ):
            break
        number = _nth(sentence, unit)
        if number is not None and current.units:
            found.append(Sitting(number))
        elif unit.kind == "date":
            if _of_instrument(units, i):
                continue
            if current.date is not None:
                current = Sitting()
                found.append(current)
            current.date = unit.value.date
            current.units.append(unit)
        elif unit.kind == "place" and (not unit.mark or _is_where(sentence, unit)):
            bracketed = i > 1 and units[i - 2].text == ")"
            if (
                current.place is not None
                and current.date is not None
                and (units[i - 1].kind != "and" or bracketed)
            ):
                current = Sitting()
                found.append(current)
            current.place = current.place or unit.value.name
            current.units.append(unit)
    found = [sitting for sitting in found if sitting.units]
    ahead = [unit for unit in units[:index] if unit.kind == "date"]
    if ahead and (not found or (len(found) == 1 and found[0].date is None)):
        if not found:
            found = [Sitting()]
        found[0].date = ahead[-1].value.date
        found[0].units.append(ahead[-1])
        place = next((unit for unit in units[:index] if _is_where(sentence, unit)), None)
        if place is not None and found[0].place is None:
            found[0].place = place.value.name
    if len(found) == 1 and found[0].place is None:
        town = _host(sentence, index)
        if town is not None:
            found[0].place = town.value.name
            found[0].units.append(town)
    return found


def _is_where(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is the town where something is: also «в г.Виндхук», in the nominative."""
    return unit.kind == "place" and (
        unit.mark == "place" or (unit.mark == "goal" and bool(sentence.language.cases))
    )


def _of_instrument(units: list[Unit], date: int) -> bool:
    """Whether a date is that of a treaty or act named before it: «созданной Соглашением … от 14 мая 1992 г.»."""
    before = units[date - 1]
    dated = before.kind == "preposition" and before.value == "source"
    return dated and any(unit.kind == "instrument" for unit in units[max(0, date - _TITLE) : date])


def _host(sentence: Sentence, index: int) -> Unit | None:
    """The town before the word: «в Ташкенте прошло … заседание», "Sofia hosted a meeting"."""
    units = sentence.units
    for i in range(index - 1, sentence.clause(index).start - 1, -1):
        if units[i].kind == "place":
            after = units[i + 1]
            hosts = after.kind == "trigger" and any(predicate == "receive" for predicate, _ in after.value)
            return units[i] if hosts or units[i].mark == "place" else None
    return None


def _number(sentence: Sentence, index: int, sittings: list[Sitting]) -> None:
    """Numbers the sessions: an ordinal before the word is the first's; "four sessions" count up."""
    units = sentence.units
    low = next((i + 1 for i in range(index - 1, -1, -1) if units[i].kind in ("body", "sides")), 0)
    near = units[max(low, index - 4) : index + 2]
    ordinal = next((number for unit in near if (number := _nth(sentence, unit)) is not None), None)
    if ordinal is None and low == index > 0:  # "the 14th Joint Commission meeting"
        ordinal = rank(units[index - 1].text.split(" ")[0], sentence.language.code)
    if ordinal is None:
        ordinal = _nth_time(sentence, index)
    if sittings and ordinal is not None:
        sittings[0].number = ordinal
    count = next(
        (int(unit.value.value) for unit in near if unit.kind == "amount" and unit.value.kind == "number"),
        None,
    )
    if count is not None and count == len(sittings) and count > 1:
        for number, sitting in enumerate(sittings, 1):
            sitting.number = number
    elif count is not None and len(sittings) == 1 and ordinal is None and count < 100:
        several = units[index].case == "counted" or sentence.language.morphology.is_plural(units[index])
        if several and not _tells_last(sentence, index, sittings[0]):
            sittings.clear()  # "three sessions in 2012": of none is told when it was
        else:
            sittings[0].number = count


def _tells_last(sentence: Sentence, index: int, sitting: Sitting) -> bool:
    """Whether of several sessions the last is told when it was: «состоялось 7 заседаний, последнее – 4 мая в П»."""
    words = sentence.language.words["latest_one"]
    first = min((sentence.index(unit) for unit in sitting.units), default=index)
    return any(unit.key in words for unit in sentence.units[index:first])


def _nth_time(sentence: Sentence, index: int) -> int | None:
    """The how-manieth time a verb tells: "met for the fifth time"."""
    units, words = sentence.units, sentence.language.words["occurrence"]
    for i in range(index + 2, min(index + 6, len(units))):
        if units[i].key in words:
            return _nth(sentence, units[i - 1])
    return None


def _nth(sentence: Sentence, unit: Unit) -> int | None:
    """The how-manieth a word tells, also one that counts no noun behind it: "the third in P", "(sixth)"."""
    number = ordinal_of(unit)
    return rank(unit.text, sentence.language.code) if number is None and unit.kind == "word" else number


def _people(sentence: Sentence, index: int) -> Iterator[Person]:
    for unit in sentence.units[index:]:
        if unit.kind == "actor" and unit.value.person.name and not unit.value.group:
            yield as_person(unit.value, unit.value.state)
