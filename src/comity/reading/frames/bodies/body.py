"""Standing bodies of the relations: one claim each, with the date of foundation where a sentence tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import bracket_at
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, tidy
from comity.reading.frames.parties import parties_of
from comity.reading.named.name import Named
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"body", "actor"})

_FOUNDING = frozenset({"establish", "open", "function"})
_WORKING = frozenset({"function", "work"})
"""What a body does from its foundation on."""
_STANDING = frozenset({"joint commission", "parliamentary group", "business council"})
_ROMAN = re.compile(r"[IVX]+$|\d+(?:st|nd|rd|th)$")
_NEAR = 300
"""Signs behind two states within which a body that names none is theirs."""
_TWO = 2
_WORD = re.compile(r"[^\W\d_]+")


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Joint Commission was established in …", "the A–B Friendship Society (founded in 1993)", "the A–B Joint
    Committee meets regularly"."""
    unit = sentence.units[index]
    if unit.kind == "actor":
        yield from _headed(sentence, index, context)
        return
    named: Named = unit.value
    if _is_other_name(sentence, index):
        return
    if named.plural or (unit.text.islower() and len(unit.key.split()) == 1 and not named.states):
        return
    founding = _founding(sentence, index)
    if founding is None and _are_talks(sentence, named):
        return  # talks that are held, of which each is a sitting, are no body
    known = known_body(named, context)
    if known is not None:
        if founding is not None and founding[1] is not None and "date" not in known.slots:
            known.slots["date"] = _since(founding[1])
            known.evidence.append(run(sentence, [unit, *founding]))
        if not known.slots.get("people") and (heads := tuple(_heads(sentence, index, named))):
            known.slots["people"] = heads
            known.evidence.append(run(sentence, [unit, *_bracketed(sentence, index)]))
        return
    parties, words = _parties(sentence, index, named, context)
    if len(parties) != 2 or parties[0] == parties[1]:
        return
    joint = _is_joint(sentence, named) or _is_of_both(sentence, unit)
    if not _told(sentence, index, named, joint, founding, words, context):
        return
    date = _since(founding[1]) if founding is not None and founding[1] is not None else None
    people = tuple(_heads(sentence, index, named))
    draft = Draft(
        "body",
        {
            "name": body_name(named, sentence.language.words["ordinal"]),
            "parties": parties,
            "date": date,
            "type": named.type,
            "people": people,
        },
        [run(sentence, [unit, *(founding or ()), *words])],
        [f"body: {named.name}" + (f" + {founding[0].text}" if founding else "")],
        0.8 if founding or len(named.states) == 2 else 0.7,
    )
    context.bodies.append(draft)
    yield draft


def _are_talks(sentence: Sentence, named: Named) -> bool:
    """Whether a name is headed by a word for talks: "Foreign Office Consultations"."""
    words = named.head.split()
    return bool(words) and sentence.language.key(words[-1]) in sentence.language.words["by_rounds"]


def _headed(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The body of two states that somebody's title tells: "Chairman of the A–B Friendship Society"."""
    unit = sentence.units[index]
    person = _holder(sentence, index)
    if not person.of or " " not in person.of:
        return
    states = tuple(dict.fromkeys(sentence.language.states_in(person.of, 0, len(person.of))))
    head = _body_head(sentence, person.of) if len(states) == 2 else None
    if head is None:
        return
    kind = head[1]
    named = Named(" ".join(person.of.split()), kind, states=states, proper=True)
    known = known_body(named, context) or _last_like(sentence, named, head[0], context)
    if known is not None:
        if not known.slots.get("people"):
            known.slots["people"] = (person,)
        return
    founding = _founding_in_bracket(sentence, index)
    date = _since(founding[1]) if founding is not None and founding[1] is not None else None
    draft = Draft(
        "body",
        {"name": named.name, "parties": states, "date": date, "type": kind, "people": (person,)},
        [run(sentence, [unit, *(founding or ())])],
        [f"body: {person.office} of {named.name}"],
        0.75,
    )
    context.bodies.append(draft)
    yield draft


def _holder(sentence: Sentence, index: int) -> Person:
    """Who has the title, also behind a verb: "Chairman of the … is A. B."."""
    person: Person = sentence.units[index].value.person
    behind = sentence.units[index + 1 : index + 3]
    if not person.name and [unit.kind for unit in behind] == ["be", "actor"] and behind[1].value.person.name:
        return Person(name=behind[1].value.person.name, office=person.office, of=person.of)
    return person


def _last_like(sentence: Sentence, named: Named, head: str, context: Context) -> Draft | None:
    """The body told last where it has the same states and the same head under another name."""
    last = context.bodies[-1] if context.bodies else None
    if last is None or set(last.slots["parties"]) != set(named.states):
        return None
    other = _body_head(sentence, str(last.slots["name"]))
    return last if other is not None and other[0].split()[-1] == head.split()[-1] else None


def _body_head(sentence: Sentence, name: str) -> tuple[str, str] | None:
    """The first word for a body in a name, as it is looked up, and its type."""
    keys = [sentence.language.key(word) for word in _WORD.findall(name)]
    for index in range(len(keys)):
        length, entries = sentence.language.find(keys, index)
        found = next((str(entry.value) for entry in entries if entry.kind == "body"), None)
        if found:
            return " ".join(keys[index : index + length]), found
    return None


def _is_other_name(sentence: Sentence, index: int) -> bool:
    """Whether a name in brackets is that of something that is no body: "a gymnasium (officially named …)"."""
    units = sentence.units
    cursor = index - 1
    while cursor > 0 and (
        units[cursor].kind == "determiner" or units[cursor].key in sentence.language.words["titled"]
    ):
        cursor -= 1
    if not any(unit.key in sentence.language.words["titled"] for unit in units[cursor + 1 : index]):
        return False
    while cursor > 0 and units[cursor].key in sentence.language.words["adverb"]:
        cursor -= 1
    return units[cursor].text == "(" and not any(
        unit.kind == "body" for unit in units[max(0, cursor - 4) : cursor]
    )


def known_body(named: Named, context: Context) -> Draft | None:
    """The body that the document has named before under this name, or under a longer one."""
    words = _words(named.name)
    last = context.bodies[-1] if context.bodies else None
    short = last is not None and _is_short_name(named) and last.slots["type"] == named.type
    if last is not None and short and set(last.slots["parties"]) == set(named.states):
        return last
    for draft in reversed(context.bodies):
        other = _words(str(draft.slots["name"]))
        if words <= other or (other <= words and set(named.states) <= set(draft.slots["parties"])):
            if len(other) < len(words):
                draft.slots["name"] = body_name(named, context.language.words["ordinal"])
            return draft
    return None


def _is_short_name(named: Named) -> bool:
    """Whether a commission is named by its two states alone: «узбекско-таджикская межправкомиссия»."""
    return len(named.states) == 2 and named.type == "joint commission" and len(named.name.split()) <= 2


def _words(name: str) -> set[str]:
    return {word.lower()[:7] for word in _WORD.findall(name) if len(word) > 3}


def _is_joint(sentence: Sentence, named: Named) -> bool:
    """Whether the name itself says that two states have the body together."""
    words = {sentence.language.key(word) for word in _WORD.findall(named.name)}
    return bool(words & (sentence.language.words["joint"] | sentence.language.words["friendship"]))


def _is_of_both(sentence: Sentence, unit: Unit) -> bool:
    """Whether a body is told to be of both sides: "the business council of the two countries"."""
    told = f" {unit.text.lower()} "
    return any(f" {words} " in told for words in sentence.language.words["coref_sides"] if " " in words)


def _acts(sentence: Sentence, index: int) -> bool:
    """Whether a body is told to do something, and so to be there: "is dealt with by the commission", "the council is
    at work"."""
    units = sentence.units
    if (
        index == 0
        or units[index - 1].kind not in ("determiner", "poss")
        or units[index - 1].key in (sentence.language.words["indefinite"])
    ):
        return False
    if units[index].mark == "agent":
        return True
    after = units[index + 1] if index + 1 < len(units) else None
    return (
        not units[index].mark
        and after is not None
        and after.kind == "be"
        and not _to_be_founded(sentence, index)
    )


def _told(
    sentence: Sentence,
    index: int,
    named: Named,
    joint: bool,
    founding: tuple[Unit, Unit | None] | None,
    parties: list[Unit],
    context: Context,
) -> bool:
    """Whether the sentence tells that the body exists, and it is one of the relations."""
    if not is_fact(sentence, index) and not _at_work(sentence, index):
        return False
    states = len(named.states)
    bilateral = joint or states == 2
    if founding is not None:
        founders = [unit for unit in parties if not unit.mark and unit.start < founding[0].start]
        of_two = named.proper or context.pair() is not None or len(founders) == 2
        if bilateral or (named.type in _STANDING and of_two):
            return True
        return named.proper and states == 1 and named.type not in ("other",) and context.pair() is not None
    if _to_be_founded(sentence, index):
        return False
    if (
        joint
        and not named.proper
        and any(unit.kind in ("be", "have") for unit in sentence.units[max(0, index - 3) : index])
    ):
        return named.type in _STANDING  # "there is a parliamentary friendship group"
    if joint and not named.proper and context.pair() is not None and _acts(sentence, index):
        return named.type in _STANDING
    if not (named.proper or joint or (states == 2 and named.type in _STANDING)):
        return False
    if states == 2:
        return named.type != "other" or joint or _is_society(sentence, named)
    if joint and named.type in _STANDING and _at_work(sentence, index):
        return True
    if joint and named.type in _STANDING and context.pair() is not None and _functions(sentence, index):
        return True
    return joint and named.proper and named.type in _STANDING and (states == 1 or context.pair() is not None)


def _functions(sentence: Sentence, index: int) -> bool:
    """Whether a body is right before a verb of being at work: "a joint commission functions"."""
    at = index + 1
    told = at < len(sentence.units) and is_verb(sentence, at) and not sentence.units[index].mark
    works = told and any(p in _WORKING or p == "session" for p, _ in reading_of(sentence, at))
    return bool(works) and voice(sentence, at) == "active" and is_fact(sentence, at)


def _sits(sentence: Sentence, index: int) -> bool:
    """Whether a body is told as one that sits: who plans, puts off or denies its session knows it to be there."""
    units = sentence.units
    before = units[max(0, index - 3) : index]
    return any(
        unit.kind == "trigger" and any(pair == ("session", "noun") for pair in unit.value) for unit in before
    )


def _is_society(sentence: Sentence, named: Named) -> bool:
    """A society or association, not an alliance, union or office of states."""
    words = sentence.language.words["society"]
    return any(sentence.language.key(word) in words for word in _WORD.findall(named.name))


def body_name(named: Named, ordinals: frozenset[str]) -> str:
    """The name without what counts it: "IV Binational Commission", "third annual Commission"."""
    words = named.name.split()
    while len(words) > 1 and (words[0].lower() in ordinals or _ROMAN.match(words[0])):
        words = words[1:]
    return tidy(" ".join(words))


def _to_be_founded(sentence: Sentence, index: int) -> bool:
    """A body that is still to be made: "an agreement to establish a Joint Commission"."""
    for i in range(max(0, index - 5), index):
        if sentence.units[i].kind == "trigger" and any(p == "establish" for p, _ in sentence.units[i].value):
            decided = sentence.units[max(0, i - 2)].key in sentence.language.words["agreed"]
            return direction(sentence, i) == "infinitive" and not decided
    for i in range(index + 1, min(index + 7, len(sentence.units))):
        unit = sentence.units[i]
        if unit.kind == "trigger" and any(p == "establish" for p, _ in unit.value) and is_verb(sentence, i):
            return not is_fact(sentence, i)
    return False


def _founding(sentence: Sentence, index: int) -> tuple[Unit, Unit | None] | None:
    """The word that tells the body's foundation, and its date."""
    units = sentence.units
    told = _founding_in_bracket(sentence, index)
    if told is not None:
        return told
    begin = _past_clause(units, index)
    for i in range(begin, min(begin + 14, len(units))):
        unit = units[i]
        if unit.kind == "body" or unit.text == ";" or _is_of_sitting(units, index):
            break
        if unit.kind == "trigger" and is_verb(sentence, i):
            predicates = {p for p, _ in reading_of(sentence, i)}
            if (
                predicates & (_FOUNDING | _WORKING)
                and is_fact(sentence, i)
                and (direction(sentence, i) != "active" or predicates & _WORKING)
            ):
                return _with_date(sentence, i, not predicates & {"establish", "open"}, index)
            break
    for i in range(index - 1, max(index - 8, -1), -1):
        unit = units[i]
        if unit.kind == "date" and sentence.language.cases:
            continue  # «А и Б учредили в среду деловой совет»
        if unit.kind in ("body", "actor", "instrument", "date") or unit.text == ";":
            break
        if unit.kind != "trigger" or not any(p == "establish" for p, _ in reading_of(sentence, i)):
            continue
        how = direction(sentence, i)
        decided = how == "infinitive" and i > 1 and units[i - 2].key in sentence.language.words["agreed"]
        if is_fact(sentence, i) and (how == "active" or decided or (how == "noun" and i + 2 >= index - 3)):
            return _with_date(sentence, i, False, index)
    return None


def _is_of_sitting(units: list[Unit], index: int) -> bool:
    """Whether it is a sitting of a body that a verb tells of: "the 3rd session of the Commission opened on …"."""
    at = index - 1
    while at > 0 and units[at].kind in ("determiner", "preposition"):
        at -= 1
    sits = units[at].kind == "trigger" and any(p in ("session", "meet") for p, _ in units[at].value)
    return 0 <= at < index - 1 and sits and units[at + 1].value == "of"


def _past_clause(units: list[Unit], index: int) -> int:
    """The index behind a body and the clause in commas that hangs on it: "the Council, whose sessions are …, was"."""
    at = index + 1
    if (
        at >= len(units)
        or units[at].text != ","
        or not any(u.kind == "clause" for u in units[at + 1 : at + 4])
    ):
        return at
    return next((i + 1 for i in range(at + 4, len(units)) if units[i].text == ","), at)


def _founding_in_bracket(sentence: Sentence, index: int) -> tuple[Unit, Unit | None] | None:
    """ "(founded in 1993)" right behind the body."""
    units = sentence.units
    bracket = bracket_at(sentence, index + 1) or ()
    for i in bracket:
        if units[i].kind == "trigger" and any(p in _FOUNDING for p, _ in units[i].value):
            return units[i], next((units[j] for j in bracket if units[j].kind == "date"), None)
    inside = [units[i] for i in bracket if units[i].text not in ("(", ")")]
    if [unit.kind for unit in inside] == ["preposition", "date"] and inside[1].value.relation == "since":
        return inside[1], inside[1]  # "the Commission (since 2006)"
    alone = inside[0] if len(inside) == 1 and inside[0].kind == "date" else None
    if alone is not None and not alone.value.date.is_interval and sentence.block.kind in ("item", "cell"):
        return alone, alone  # "A–B Society (1987)" in a list
    return None


def _with_date(sentence: Sentence, index: int, since: bool, body: int) -> tuple[Unit, Unit | None] | None:
    """The founding word with the date beside it; a body that merely works needs "since"."""
    units = sentence.units
    high = next(
        (i for i in range(index + 1, len(units)) if units[i].kind == "trigger" and is_verb(sentence, i)),
        len(units),
    )
    high = min(high, next((i for i in range(index + 1, high) if is_purpose(sentence, i)), high))
    behind = [
        unit
        for i, unit in enumerate(units[:high])
        if i > index and unit.kind == "date" and not _names_instrument(units, i)
    ]
    ahead = [unit for unit in units[: min(index, body)] if unit.kind == "date"]
    if since:
        started = [unit for unit in behind if unit.value.relation == "since" or unit.mark == "since"]
        return (units[index], started[0]) if started else None
    date = behind[0] if behind else ahead[-1] if ahead else None
    return units[index], date


def _names_instrument(units: list[Unit], date: int) -> bool:
    """Whether a year is that of an instrument by which a body was founded: "established under the 1956 agreement"."""
    return units[date - 1].kind == "determiner" and any(
        unit.kind == "instrument" for unit in units[date + 1 : date + 3]
    )


def is_purpose(sentence: Sentence, index: int) -> bool:
    """Whether words tell what is to begin: "to begin meeting"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index].kind != "preposition" or units[index].value != "goal":
        return False
    verb, act = units[index + 1], units[index + 2]
    return (
        verb.kind in ("word", "trigger")
        and verb.text.islower()
        and act.kind == "trigger"
        and any(form == "ing" for _, form in act.value)
    )


def _since(unit: Unit) -> object:
    date = unit.value.date
    if date.is_interval and (date.start is None or date.end is None):
        return date.start or date.end
    return date


def _parties(
    sentence: Sentence, index: int, named: Named, context: Context
) -> tuple[tuple[str, ...], list[Unit]]:
    if len(named.states) == 2:
        return named.states, []
    pair = context.pair()
    if len(named.states) == 1:
        state = named.states[0]
        if pair and state in pair:
            return pair, []
        if context.home and context.home != state:
            return (context.home, state), []
    if len(named.states) > 2:
        return (), []
    found, words = parties_of(sentence, index, context)
    if (
        pair
        and set(found) != set(pair)
        and not named.states
        and not any(unit.mark in ("between", "with") for unit in words)
    ):
        return pair, []
    if pair is None and not words:
        near = (
            _two_before(sentence, context)
            if _is_joint(sentence, named) and _at_work(sentence, index)
            else None
        )
        return near or (), []
    return found, words


def _two_before(sentence: Sentence, context: Context) -> tuple[str, str] | None:
    """The two states that the sentence told last with just two of them was about, where it is near."""
    told = context.named
    if told is not None and 0 <= sentence.start - told[1] < _NEAR:
        return told[0]
    sides = list(dict.fromkeys(actor.state for actor, _ in context.recent if actor.state))
    return (sides[0], sides[1]) if len(sides) == _TWO else None


def _at_work(sentence: Sentence, index: int) -> bool:
    """Whether a body is told as one that is there: it sits, or something is done through it or within it."""
    units = sentence.units
    through = any(unit.key in sentence.language.words["channel"] for unit in units[max(0, index - 3) : index])
    return through or _sits(sentence, index)


def _bracketed(sentence: Sentence, index: int) -> list[Unit]:
    """The actors in the bracket right behind a body."""
    return [
        sentence.units[i] for i in bracket_at(sentence, index + 1) or () if sentence.units[i].kind == "actor"
    ]


def _heads(sentence: Sentence, index: int, named: Named) -> Iterator[Person]:
    """Who heads the body: "(Chairman – A. B.)", "led by A. B.", "its president is A. B."."""
    units = sentence.units
    bracket = bracket_at(sentence, index + 1) or range(index + 1, min(index + 5, len(units)))
    offices = [units[i].value for i in bracket if units[i].kind == "actor"]
    office = next((actor.person.office for actor in offices if actor.person.office), None)
    for actor in offices:
        if actor.person.name and not (
            sentence.language.cases and actor.person.office is None and office is None
        ):
            yield Person(name=actor.person.name, office=actor.person.office or office, of=named.name)
            return
