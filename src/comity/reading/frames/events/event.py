"""Occasions of the relations: exhibitions, festivals, forums, conferences, ceremonies, tours."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from comity import knowledge
from comity.model.edtf import Date, DateError
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.bodies.rounds import is_talks
from comity.reading.frames.dates.act import all_dates, date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.events.acts import HELD, MANY, is_habit, telling_act
from comity.reading.frames.events.openings import told_by_verb
from comity.reading.frames.events.performers import performers_of
from comity.reading.frames.events.places import host_town, place_names, places_of
from comity.reading.frames.events.settled import given_by_side, scene, settled
from comity.reading.frames.nouns import both_sides, in_class, states_told, tidy, wording
from comity.reading.frames.participants.persons import as_person, completed
from comity.reading.language import language
from comity.reading.named.name import Named
from comity.reading.people import Actor
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset(
    {
        "event",
        "trigger:tour",
        "trigger:perform",
        "trigger:inaugurate",
        "trigger:open",
        "trigger:sing",
        "trigger:erect",
    }
)

_TABLE = 7
"""As many states as may be told one by one to have met at a summit."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The exhibition … was held in …", "X took part in the festival …", "X visited B for the forum"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from told_by_verb(sentence, index, context)
        return
    event: Named = unit.value
    exercise = sentence.language.key(event.head.split()[-1]) in sentence.language.words["exercise"]
    if (
        is_talks(sentence, unit)
        or _is_assembly(sentence, index)
        or not (_is_named(sentence, event, unit) or given_by_side(sentence, index, context))
        or (exercise and not event.proper)
    ):
        return
    act = telling_act(sentence, index)
    if act is None and (_listed(sentence, index) or settled(sentence, index, context)):
        act = index
    if act is None or not is_fact(sentence, act) or not is_fact(sentence, index):
        return
    clause = sentence.clause(index)
    told = states_told(sentence, [*clause, *_same_sentence(sentence, clause)])
    told = told or tuple(unit.value.state for unit in places_of(sentence, index)[:1] if unit.value.state)
    if event.type in MANY and not _met_there(sentence):
        told = _with_home(sentence, clause, told, context)
    parties = told if event.type == "summit" and 2 < len(told) <= _TABLE else both_sides(told, context)
    if len(parties) < 2 or not _involves(sentence, event, told, parties, context):
        return
    if context.owner() and context.owner() not in parties:
        return
    date = date_unit(sentence, index) or date_unit(sentence, act)
    if (
        date is not None
        and sentence.language.key(date.text.split()[0]) in sentence.language.words["upcoming"]
    ):
        return  # "opens next week"
    when = dated(date)
    elsewhere: list[tuple[int, int]] = []
    if when is None:
        when, elsewhere = _occasion(sentence, context)
    if when is None and (_recurs(sentence, index, event) or is_habit(sentence, clause)):
        return  # "hold an annual conference", "often take part in exercises"
    places = places_of(sentence, index) or places_of(sentence, act) or host_town(sentence, act)
    if not places and act == index:
        places = scene(sentence, clause)
    if when is None and not places and (event.type == "ceremony" or in_class(unit, sentence, "anniversary")):
        return  # "celebrating its 75th anniversary": when it is, not what was held
    at_mission = _at_mission(sentence, range(clause.start, index)) or _with_envoy(sentence, clause)
    organised = when is not None and len(told) == 2 and at_mission
    if (
        event.type in MANY
        and not organised
        and not _placed(
            sentence,
            event,
            when,
            places,
            parties,
            _held(sentence, act) and bool(context.pair()) and set(parties) <= set(told),
        )
    ):
        return
    told_dates = _days(all_dates(sentence, index)) if date is not None else [when]
    for (name, actors), day in itertools.product(
        _occasions(sentence, index, event, clause), told_dates or [when]
    ):
        people = tuple(
            as_person(done, done.state)
            for done in (completed(actor, context) for actor in actors)
            if done.person
        )
        yield Draft(
            "event",
            {
                "name": tidy(name), "date": day, "place": place_names(places) or next(iter(event.places), None),
                "type": event.type,
                "field": event.field or None, "parties": parties, "people": people or None,
            },
            [run(sentence, [unit, sentence.units[act], date, *places]), *elsewhere],
            [f"event: {unit.text} + {sentence.units[act].text}"],
            0.8 if when is not None or places else 0.65,
        )  # fmt: skip


def _is_assembly(sentence: Sentence, index: int) -> bool:
    """Whether a word for an occasion is a state's parliament: "the A Congress passed …"."""
    event: Named = sentence.units[index].value
    state = event.name[: -len(event.head)].strip()
    party = sentence.language.words["party_of_men"]
    if event.type == "conference" and any(
        sentence.language.key(word) in party for word in event.name.split()
    ):
        return True  # "the congress of the party"
    if sentence.language.phrase_key(event.head.lower()) not in sentence.language.words["parliament"]:
        return False
    return (
        len(event.states) == 1
        and bool(sentence.language.states_in(state, 0, len(state)))
        and " " not in state
    )


def _listed(sentence: Sentence, index: int) -> bool:
    """Whether an item of a list tells an occasion by its name and date alone: "Days of culture in X – June 2005"."""
    units = sentence.units
    if sentence.block.kind not in ("item", "cell") or not any(unit.kind == "date" for unit in units):
        return False
    if not _tells_no_verb(sentence):
        return False
    return all(
        unit.kind in ("punct", "date", "determiner", "amount", "number", "word") for unit in units[:index]
    )


def _tells_no_verb(sentence: Sentence) -> bool:
    return not any(
        unit.kind in ("be", "have", "modal") or is_verb(sentence, i) for i, unit in enumerate(sentence.units)
    )


def _recurs(sentence: Sentence, index: int, event: Named) -> bool:
    """Whether an occasion is one that is held again and again: "a biennial conference", "an annual exercise"."""
    language, words = sentence.language, sentence.language.words["recurring"]
    before = sentence.units[max(0, index - 2) : index]
    return any(unit.key in words for unit in before) or any(
        language.key(word) in words for word in (*event.name.split(), *sentence.units[index].text.split())
    )


def _days(units: list[Unit]) -> list[Date | None]:
    """The dates of separate occasions; days told together ("on 18 and 19 May") are one."""
    dates = [unit.value.date for unit in units]
    if len(dates) == 2 and units[0].value.form in ("day", "monthday"):
        try:
            return [Date.interval(dates[0], dates[1])]
        except DateError:
            return list(dates)
    return list(dates)


def _held(sentence: Sentence, act: int) -> bool:
    unit = sentence.units[act]
    return unit.kind == "trigger" and any(predicate in HELD for predicate, _ in reading_of(sentence, act))


def _placed(
    sentence: Sentence,
    event: Named,
    when: Date | None,
    places: list[Unit],
    parties: tuple[str, ...],
    told: bool,
) -> bool:
    """Whether an occasion of many states is told as one of the two: when or where, and not as the margin of
    a meeting.
    """
    if len(event.states) == 2:
        return True
    elsewhere = bool(places) and not {getattr(place.value, "state", None) for place in places} & set(parties)
    if elsewhere and _met_there(sentence):
        return False
    if told and event.proper:
        return True
    if event.head == "summit" and when is not None and places and not _met_there(sentence):
        return True
    return (when is not None or bool(places)) and (event.proper or len(event.name.split()) >= 3)


def _met_there(sentence: Sentence) -> bool:
    """Whether people are told to have met, maybe only on the margins of an occasion."""
    return any(p == "meet" for unit in sentence.units if unit.kind == "trigger" for p, _ in unit.value)


def _with_home(sentence: Sentence, clause: range, told: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """The states told and, on a page about one, its own where somebody whom it appointed was there: "President X joined
    the leaders of B"."""
    home = context.owner()
    if home is None or home in told or context.dyad is not None:
        return told
    first = next((sentence.units[i] for i in clause if sentence.units[i].kind == "actor"), None)
    if first is None or first.mark or not first.value.person.office:
        return told
    return (home, *told) if completed(first.value, context).state in (home, None) else told


def _is_named(sentence: Sentence, event: Named, unit: Unit) -> bool:
    """A name says more than the kind of occasion; heads that are often something else need a proper name."""
    weak = sentence.language.words["weak_event"]
    head = sentence.language.phrase_key(event.head.lower())
    if (
        event.head.lower() in weak
        or head in weak
        or any(event.name.lower().endswith(words) for words in weak if " " in words)
    ):
        season = sentence.language.key(event.head) in sentence.language.words["season"]
        named = event.proper or (season and bool(event.states) and len(event.name.split()) > 2)
        quoted = any(sign in unit.text for sign in sentence.language.words["quote_open"])
        own = event.head.lower() not in event.name.lower()  # "exercise Varuna" is called Varuna
        return named and (quoted or own or len(event.name.split()) > 1) and unit.text != event.head
    if event.name.lower() in (event.head.lower(), head):
        if (event.plural and _possessed(sentence, unit)) or _introduced(sentence, unit):
            return True
        if _held_by_mission(sentence, unit):
            return True
        return bool(performers_of(sentence, unit, event)) or _is_dedicated(sentence, unit)
    return True


def _is_dedicated(sentence: Sentence, unit: Unit) -> bool:
    """Whether it is told what an occasion was about: «выставка, посвящённая полёту Н.»."""
    words = unit.text.split()
    return any(sentence.language.key(word) in sentence.language.words["dedicated"] for word in words)


def _at_mission(sentence: Sentence, clause: range) -> bool:
    """Whether a mission has a part in what the clause tells: "at the Embassy of A in B", "the Embassy organised"."""
    return any(sentence.units[i].kind == "mission" for i in clause)


def _with_envoy(sentence: Sentence, clause: range) -> bool:
    """Whether an envoy is told to have had a part in what the clause tells."""
    return any(
        sentence.units[i].kind == "actor" and sentence.units[i].value.cls in ("head-of-mission", "consul")
        for i in clause
    )


def _held_by_mission(sentence: Sentence, unit: Unit) -> bool:
    """Whether a mission held what a common noun names: "The Embassy of A in B held a round table on 5 May 2011"."""
    index = sentence.index(unit)
    clause = sentence.clause(index)
    held = any(sentence.units[i].kind == "trigger" and _held(sentence, i) for i in clause)
    return held and _at_mission(sentence, clause) and date_unit(sentence, index) is not None


def _introduced(sentence: Sentence, unit: Unit) -> bool:
    """ "a photo exhibition was opened in … on …": an indefinite common noun with a date and a place."""
    index = sentence.index(unit)
    before = sentence.units[index - 1] if index else None
    told = before is not None and before.key in sentence.language.words["indefinite"]
    told = told or _held_behind(sentence, index)
    if not told and not (sentence.language.cases and " " in unit.value.head):
        return False  # a language without articles says it by a word more: «товарищеский матч»
    if not places_of(sentence, index):
        return False
    return date_unit(sentence, index) is not None


def _held_behind(sentence: Sentence, index: int) -> bool:
    """Whether a participle right behind tells it to have been held: "during the business forum held in P on …"."""
    at = (
        index + 2
        if sentence.units[index + 1 : index + 2] and sentence.units[index + 1].text == ","
        else index + 1
    )
    if at >= len(sentence.units) or sentence.units[at].kind != "trigger" or not is_verb(sentence, at):
        return False
    bare = voice(sentence, at) in ("bare", "passive", "ing")
    return bare and "hold" in predicates_of(sentence, at) and is_fact(sentence, at)


def _possessed(sentence: Sentence, unit: Unit) -> bool:
    index = sentence.index(unit)
    return index > 0 and (
        sentence.units[index - 1].key in sentence.language.words["possessive"]
        or sentence.units[index - 1].kind == "poss"
    )


def _same_sentence(sentence: Sentence, clause: range) -> list[int]:
    return [i for i in range(len(sentence.units)) if i not in clause]


def _involves(
    sentence: Sentence,
    event: Named,
    told: tuple[str, ...],
    parties: tuple[str, ...],
    context: Context,
) -> bool:
    """Whether both states have a part in the occasion, as far as the document is not about the two anyway."""
    inside = [state for state in told if state in parties]
    if len(inside) >= 2:
        return True
    if context.loose:
        return False  # what news tell of an occasion in one state need not be of the two named most
    if not context.pair():
        return len(inside) == 2 or (len(inside) == 1 and bool(context.section))
    if event.type in ("summit",) or event.head.isupper():
        return len(inside) == 2
    dates = [unit for unit in sentence.units if unit.kind == "date"]
    listed = sentence.block.kind in ("item", "cell", "heading") or _tells_no_verb(sentence)
    return bool(inside) or (bool(dates) and (event.proper or (listed and dates[0].value.form == "day")))


def _occasion(sentence: Sentence, context: Context) -> tuple[Date | None, list[tuple[int, int]]]:
    """The date of the visit that the sentence refers to: "within the framework of the visit"."""
    for unit in sentence.units:
        if unit.kind != "trigger" or not _during(sentence, unit):
            continue
        known = (
            context.occasion("visit") if any(predicate == "visit" for predicate, _ in unit.value) else None
        )
        if known is not None and known.date is not None:
            return known.date, list(known.evidence[:1])
    return None, []


def _during(sentence: Sentence, unit: Unit) -> bool:
    index = sentence.index(unit)
    for cursor in range(index - 1, max(index - 3, -1), -1):
        before = sentence.units[cursor]
        if before.kind == "preposition":
            return bool(before.value == "during")
        if before.kind not in ("determiner", "word"):
            return False
    return False


def _occasions(
    sentence: Sentence, index: int, event: Named, clause: range
) -> Iterator[tuple[str, list[Actor]]]:
    """The occasion, or one for each person: "exhibitions of the sculptor A and the painter B"."""
    units = sentence.units
    others: list[Unit] = []
    if event.plural and event.actors:
        for i in range(index + 1, clause.stop):
            if units[i].kind == "actor":
                others.append(units[i])
            elif units[i].kind not in ("and", "punct", "word", "determiner", "state"):
                break
    performers = (
        performers_of(sentence, units[index], event) if event.name.lower() == event.head.lower() else []
    )
    if performers:
        link = " ".join(sentence.language.words["linker"])
        yield (
            f"{event.name} {link} {wording(sentence, performers)}",
            [u.value for u in performers if u.kind == "actor"],
        )
        return
    if not others:
        listed = _listed(sentence, index)  # what looks like a name there is as often that of a hall
        taking_part = [
            units[i].value
            for i in clause
            if units[i].kind == "actor"
            and not ((listed or units[i].mark == "place") and not units[i].value.person.office)
        ]
        yield _singular(sentence, event), [*event.actors, *taking_part]
        return
    first = event.actors[0].person.name or ""
    name = _singular(sentence, event)
    yield name, list(event.actors)
    for other in others:
        yield name.replace(first, other.value.person.name or other.text), [other.value]


def _singular(sentence: Sentence, event: Named) -> str:
    """The name with its head in the singular where it is of persons: "exhibitions of A" as "exhibition of
    A".
    """
    if not (event.plural and event.actors):
        return event.name
    single = _singulars(sentence.language.code).get(event.head.lower())
    return event.name.replace(event.head, single, 1) if single else event.name


@functools.cache
def _singulars(code: str) -> dict[str, str]:
    plurals = language(code).morphology.plurals
    return {
        form: phrase
        for phrase in knowledge.lexicon(code).events
        for form in plurals(phrase)
        if form != phrase
    }
