"""Occasions of the relations: exhibitions, festivals, forums, conferences, ceremonies, tours."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from comity import knowledge
from comity.model.edtf import Date, DateError
from comity.reading.discourse import Context
from comity.reading.frames.arguments import all_dates, as_person, completed, date_unit, dated, run
from comity.reading.frames.bodies.rounds import is_talks
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import (
    act_of,
    both_sides,
    direction,
    in_class,
    phrase,
    states_told,
    tidy,
    wording,
)
from comity.reading.language import language
from comity.reading.named import Named
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"event", "trigger:tour", "trigger:perform", "trigger:inaugurate", "trigger:open"})

_HELD = frozenset({"hold", "open", "exhibit", "celebrate", "pass"})
# Occasions that states hold with many others.
_MANY = frozenset({"summit", "conference", "forum"})
_REACH = 6
"""Units between a word for speaking and the occasion that it was at."""
_TABLE = 7
"""As many states as may be told one by one to have met at a summit."""
_TAKEN_PART = frozenset({"participate", "visit", "arrive", "exhibit"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The exhibition … was held in …", "X took part in the festival …", "X visited B for the forum"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from _acts(sentence, index, context)
        return
    event: Named = unit.value
    exercise = sentence.language.key(event.head.split()[-1]) in sentence.language.words["exercise"]
    if (
        is_talks(sentence, unit)
        or _is_assembly(sentence, index)
        or not _is_named(sentence, event, unit)
        or (exercise and not event.proper)
    ):
        return
    act = _act(sentence, index)
    if act is None and _listed(sentence, index):
        act = index
    if act is None or not is_fact(sentence, act) or not is_fact(sentence, index):
        return
    clause = sentence.clause(index)
    told = states_told(sentence, [*clause, *_same_sentence(sentence, clause)])
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
    places = _places(sentence, index) or _places(sentence, act) or _host_town(sentence, act)
    if when is None and not places and in_class(unit, sentence, "anniversary"):
        return  # "celebrating its 75th anniversary": when it is, not what was held
    if event.type in _MANY and not _placed(
        sentence,
        event,
        when,
        places,
        parties,
        _held(sentence, act) and bool(context.pair()) and set(parties) <= set(told),
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
                "name": tidy(name), "date": day, "place": _place(places) or next(iter(event.places), None),
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
    if any(unit.kind in ("be", "have", "modal") or is_verb(sentence, i) for i, unit in enumerate(units)):
        return False
    return all(
        unit.kind in ("punct", "date", "determiner", "amount", "number", "word") for unit in units[:index]
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
    return unit.kind == "trigger" and any(predicate in _HELD for predicate, _ in reading_of(sentence, act))


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
    if elsewhere and any(
        p == "meet" for unit in sentence.units if unit.kind == "trigger" for p, _ in unit.value
    ):
        return False
    if told and event.proper:
        return True
    return (when is not None or bool(places)) and (event.proper or len(event.name.split()) >= 3)


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
        return bool(_performers(sentence, unit, event))
    return True


def _introduced(sentence: Sentence, unit: Unit) -> bool:
    """ "a photo exhibition was opened in … on …": an indefinite common noun with a date and a place."""
    index = sentence.index(unit)
    before = sentence.units[index - 1] if index else None
    if before is None or before.key not in sentence.language.words["indefinite"]:
        return False
    if not _places(sentence, index):
        return False
    return date_unit(sentence, index) is not None


def _performers(sentence: Sentence, unit: Unit, event: Named) -> list[Unit]:
    """Who gave or held what only a common noun names: "the X choir gave two concerts"."""
    if event.type not in ("concert", "exhibition"):
        return []
    index = sentence.index(unit)
    clause = sentence.clause(index)
    for i in range(index - 1, clause.start - 1, -1):
        if sentence.units[i].kind == "trigger":
            given = any(
                predicate in ("provide", "hold", "perform") for predicate, _ in reading_of(sentence, i)
            )
            if not given or direction(sentence, i) != "active":
                return []
            groups = _groups(sentence, clause.start, i)
            return groups[0] if groups else []
        if sentence.units[i].kind not in ("determiner", "amount", "word", "number"):
            return []
    return []


def _possessed(sentence: Sentence, unit: Unit) -> bool:
    index = sentence.index(unit)
    return index > 0 and (
        sentence.units[index - 1].key in sentence.language.words["possessive"]
        or sentence.units[index - 1].kind == "poss"
    )


def _act(sentence: Sentence, index: int) -> int | None:
    """The trigger that tells the occasion happened or that somebody took part in it."""
    units = sentence.units
    clause = sentence.clause(index)
    event = units[index]
    taking_part = event.mark in (
        "place",
        "during",
        "object",
        "goal",
        "",
        "on",
        "of",
        "for",
        "with",
        "occasion",
    )
    best: int | None = None
    relative = next(
        (i for i in range(index + 1, min(index + 7, len(units))) if units[i].kind == "trigger"), None
    )
    if relative is not None and _relative(sentence, index, relative):
        told = {predicate for predicate, _ in reading_of(sentence, relative)}
        if told & (_HELD | {"receive"}):
            return relative
    for i in sorted(clause, key=lambda i: abs(i - index)):
        if units[i].kind != "trigger" or i == index:
            continue
        predicates = {predicate for predicate, _ in reading_of(sentence, i)}
        if _speaks_at(sentence, i, index):
            return i
        if "provide" in predicates and _performers(sentence, event, event.value):
            return i
        if (
            "receive" in predicates
            and i < index
            and direction(sentence, i) == "active"
            and event.mark in ("", "object")
            and _celebrants(sentence, clause, i)
        ):
            return i
        if predicates & _HELD and event.mark in ("", "object", "agent", "of", "owner"):
            how = direction(sentence, i)
            if how != "noun" and _of_something(sentence, index):
                continue
            if how == "noun" and not (i < index and event.mark == "of"):
                continue
            if how == "passive" and (_to_be(sentence, i) or index > i):
                continue
            if "celebrate" in predicates and how == "active" and not _celebrants(sentence, clause, i):
                continue
            if _other_event(sentence, i, index):
                continue
            if how != "infinitive":
                return i
        if event.value.field == "sport":
            predicates -= {"visit", "arrive"}
        if predicates & _TAKEN_PART and taking_part and i < index and best is None:
            if _other_event(sentence, i, index) and event.mark not in ("during", "place"):
                continue
            if voice(sentence, i) == "infinitive" and not _came(sentence, clause, i):
                continue
            best = i
    named = event.value.proper or bool(event.value.states)
    if best is None and named and (ran := _ran(sentence, clause, index)) is not None:
        return ran
    if best is None and event.value.proper and _is_told_to_be(sentence, index):
        return index
    if best is None and event.value.proper and _was_there(sentence, clause, event):
        return index
    if (
        best is None
        and event.mark == "place"
        and event.value.type not in _MANY
        and _unknown_verb(sentence, index, clause)
    ):
        return index
    return best


def _ran(sentence: Sentence, clause: range, index: int) -> int | None:
    """The word that tells a named occasion to have begun or ended: "the exercise X commenced at P on …"."""
    units, words = sentence.units, sentence.language.words["occasion_runs"]
    for i in range(index + 1, clause.stop):
        if units[i].key in words:
            return i
        if units[i].kind in ("event", "mission", "body", "relations", "clause", "be", "have", "modal"):
            break
        if units[i].kind == "trigger" and is_verb(sentence, i):
            break
    for i in range(index - 1, clause.start - 1, -1):
        if units[i].key in words:
            return i
        inside = units[i].kind in ("determiner", "word", "amount") or units[i].value == "of"
        if not inside and units[i].text != "-":
            break
    return None


def _is_told_to_be(sentence: Sentence, index: int) -> bool:
    """Whether nothing but "is" tells of a named occasion: "there was the Festival X", "a delegation was at the Y"."""
    units = sentence.units
    at = index - 1
    while at > 0 and units[at].kind in ("determiner", "preposition"):
        at -= 1
    if at < 1 or units[at].kind != "be":
        return False
    if units[at - 1].key in sentence.language.words["there"]:
        return at == index - 1 or units[index - 1].kind == "determiner"
    came = units[at - 1].kind in ("actor", "organisation")
    return came and units[index].mark == "place"


def _speaks_at(sentence: Sentence, act: int, index: int) -> bool:
    """Whether somebody spoke at a named occasion: "Speaking at the 5th A–B Forum in P on …, the Minister …"."""
    units = sentence.units
    near = act < index <= act + _REACH and units[act].key in sentence.language.words["speaks_at"]
    return near and units[index].value.proper and units[index].mark in ("place", "object", "")


def _of_something(sentence: Sentence, index: int) -> bool:
    """Whether a genitive says that something else of the occasion is told: «начались съёмки фильма»."""
    units = sentence.units
    before = units[index - 2] if index > 1 else None
    return (
        bool(sentence.language.cases)
        and units[index].case == "gen"
        and units[index].mark == "of"
        and before is not None
        and before.kind == "word"
    )


def _to_be(sentence: Sentence, index: int) -> bool:
    """ "to be held": not held yet."""
    units = sentence.units
    for cursor in range(index - 1, max(index - 4, 0), -1):
        if units[cursor].kind == "be":
            before = units[cursor - 1]
            return before.kind == "preposition" and before.value == "goal"
    return False


def _celebrants(sentence: Sentence, clause: range, index: int) -> bool:
    return any(
        sentence.units[i].kind
        in ("state", "sides", "actor", "dyad", "organisation", "body", "mission", "place")
        for i in range(clause.start, index)
    )


def _came(sentence: Sentence, clause: range, index: int) -> bool:
    """Whether somebody came in order to take part: an infinitive alone tells no fact."""
    return any(
        sentence.units[i].kind in ("trigger", "be")
        and (
            sentence.units[i].kind == "be"
            or any(p in ("visit", "arrive") for p, _ in sentence.units[i].value)
        )
        for i in range(clause.start, index)
    )


def _was_there(sentence: Sentence, clause: range, event: Unit) -> bool:
    """ "X was in B for the … Conference", "on the occasion of the … Summit X met …": people at a named
    occasion.
    """
    present = any(
        sentence.units[i].kind in ("be", "have") or sentence.units[i].kind == "trigger" for i in clause
    )
    people = any(sentence.units[i].kind == "actor" for i in clause)
    return present and people and event.mark in ("for", "during") and event.value.field != "sport"


def _relative(sentence: Sentence, index: int, act: int) -> bool:
    """ "the forum, which was held …": nothing but a relative pronoun and auxiliaries between."""
    between = sentence.units[index + 1 : act]
    return (
        bool(between)
        and between[0].kind in ("pronoun", "clause", "punct")
        and all(unit.kind in ("pronoun", "clause", "be", "have", "punct") for unit in between)
    )


def _unknown_verb(sentence: Sentence, index: int, clause: range) -> bool:
    """ "the pianists appeared at the festival": no known verb, but people and a word before "at"."""
    units = sentence.units
    if any(units[i].kind == "trigger" and is_verb(sentence, i) for i in clause) or any(
        units[i].kind in ("be", "have", "modal") for i in clause
    ):
        return False
    cursor = index - 1
    while cursor > clause.start and units[cursor].kind in ("determiner", "preposition"):
        cursor -= 1
    return units[cursor].kind == "word" and any(units[i].kind == "actor" for i in range(clause.start, cursor))


def _other_event(sentence: Sentence, low: int, high: int) -> bool:
    low, high = sorted((low, high))
    return any(
        sentence.units[i].kind in ("event", "mission", "body", "relations", "instrument")
        and sentence.units[i].mark in ("", "object")
        for i in range(low + 1, high)
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
    return bool(inside) or (event.proper and any(unit.kind == "date" for unit in sentence.units))


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


def _places(sentence: Sentence, index: int) -> list[Unit]:
    """Places of the occasion: those behind it in its clause, else those before it."""
    units, clause = sentence.units, sentence.clause(index)
    behind = [
        units[i]
        for i in range(index + 1, clause.stop)
        if units[i].kind == "place" and units[i].mark in ("place", "of", "")
    ]
    ahead = [
        units[i] for i in range(clause.start, index) if units[i].kind == "place" and units[i].mark == "place"
    ]
    if behind or ahead:
        return behind or ahead
    return [
        units[i]
        for i in range(index + 1, clause.stop)
        if units[i].kind == "organisation" and units[i].mark == "place" and _is_house(sentence, units[i])
    ][:1]


def _is_house(sentence: Sentence, unit: Unit) -> bool:
    """Whether an institution is a house where occasions are held: "at the P Opera House"."""
    words = sentence.language.words["house"]
    return any(sentence.language.key(word) in words for word in unit.text.split())


def _host_town(sentence: Sentence, act: int) -> list[Unit]:
    """The town that hosted: "On 3 June X hosted the forum"."""
    if act == 0 or not is_verb(sentence, act) or direction(sentence, act) != "active":
        return []
    before = sentence.units[act - 1]
    hosts = any(predicate == "receive" for predicate, _ in reading_of(sentence, act))
    return [before] if hosts and before.kind == "place" else []


def _place(places: list[Unit]) -> str | tuple[str, ...] | None:
    names = tuple(dict.fromkeys(str(getattr(place.value, "name", place.value)) for place in places))
    return names[0] if len(names) == 1 else names or None


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
        _performers(sentence, units[index], event) if event.name.lower() == event.head.lower() else []
    )
    if performers:
        link = " ".join(sentence.language.words["linker"])
        yield (
            f"{event.name} {link} {wording(sentence, performers)}",
            [u.value for u in performers if u.kind == "actor"],
        )
        return
    if not others:
        taking_part = [units[i].value for i in clause if units[i].kind == "actor"]
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


# -- occasions that only a verb tells ------------------------------------------------------------------------


def _acts(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The ensemble … went on tour in …", "a school was inaugurated in … in the presence of …"."""
    if not is_fact(sentence, index):
        return
    for predicate, _ in reading_of(sentence, index):
        if predicate in ("tour", "perform"):
            yield from _tour(sentence, index, predicate, context)
        elif predicate == "inaugurate" or (
            predicate == "open"
            and not any(p == "inaugurate" for p, _ in sentence.units[index].value)
            and any(
                sentence.units[i].kind == "actor" and sentence.units[i].mark == "with"
                for i in sentence.clause(index)
            )
        ):
            yield from _inauguration(sentence, index, predicate, context)


def _tour(sentence: Sentence, index: int, predicate: str, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    parties = both_sides(states_told(sentence, clause), context)
    if not is_verb(sentence, index):
        return
    subjects = _groups(sentence, clause.start, index)
    date, places = date_unit(sentence, index), _places(sentence, index)
    hosts = {place.value.state for place in places} | {
        str(units[i].value[0])
        for i in clause
        if i > index and units[i].kind == "state" and units[i].mark == "place"
    }
    if len(parties) != 2 or not hosts & set(parties) or any(units[i].kind == "event" for i in clause):
        return
    for group in subjects:
        who = wording(sentence, group)
        yield Draft(
            "event",
            {
                "name": act_of(sentence, predicate, who), "date": dated(date), "place": _place(places),
                "type": "tour" if predicate == "tour" else "concert", "field": "cultural", "parties": parties,
            },
            [run(sentence, [*group, units[index], date, *places])],
            [f"event: {units[index].text}"],
            0.7,
        )  # fmt: skip


def _groups(sentence: Sentence, low: int, high: int) -> list[list[Unit]]:
    """The performers that a subject lists, with their words: "the … ensemble of B and dance company “X”"."""
    units = sentence.units
    while low < high and units[low].kind in ("preposition", "date", "punct", "determiner"):
        low += 1
    found: list[list[Unit]] = [[]]
    for i in range(low, high):
        unit = units[i]
        if unit.kind == "preposition" and unit.value == "agent":
            break
        if unit.kind in ("be", "have") or unit.key in sentence.language.words["adverb"]:
            continue
        rest = units[i + 1 : high]
        if (
            unit.kind == "and"
            and any(u.kind in ("quoted", "organisation", "actor") for u in rest[:4])
            and found[-1]
        ):
            found.append([])
        else:
            found[-1].append(unit)
    return [group for group in found if any(_is_performer(unit) for unit in group)]


def _is_performer(unit: Unit) -> bool:
    return unit.kind in ("quoted", "organisation", "actor", "body") or (
        unit.kind == "word" and unit.text[:1].isupper()
    )


def _inauguration(sentence: Sentence, index: int, predicate: str, context: Context) -> Iterator[Draft]:
    units, clause = sentence.units, sentence.clause(index)
    how = direction(sentence, index)
    if how not in ("passive", "active") or (how == "passive" and voice(sentence, index) != "passive"):
        return
    actors = [units[i] for i in clause if units[i].kind == "actor"]
    if not actors:
        return
    if how == "passive":
        first = clause.start
        if units[first].kind == "preposition":  # "on 5 May 2001, a bridge was …"
            first = next((i + 1 for i in range(first, index) if units[i].kind == "date"), first)
        while first < index and (
            units[first].kind in ("punct", "and") or units[first].key in sentence.language.words["adverb"]
        ):
            first += 1
        last = phrase(sentence, first, frozenset({"of", "for"}), index)
    else:
        first = index + 1
        last = phrase(sentence, first, frozenset({"of", "for"}), clause.stop)
    thing = [unit for unit in units[first:last] if unit.kind not in ("be", "have")]
    if any(units[i].kind == "mission" for i in clause):
        return
    if not thing or any(unit.kind in ("mission", "relations", "event", "instrument") for unit in thing):
        return
    parties = both_sides(states_told(sentence, clause), context)
    if len(parties) != 2:
        return
    date, places = date_unit(sentence, index), _places(sentence, index)
    yield Draft(
        "event",
        {
            "name": act_of(sentence, predicate, wording(sentence, thing)), "date": dated(date), "place":
            _place(places), "type": "ceremony", "parties": parties, "people": tuple(as_person(actor,
            actor.state) for actor in (completed(unit.value, context) for unit in actors)),
        },
        [run(sentence, [*thing, units[index], date, *places])],
        [f"event: {units[index].text}"],
        0.7,
    )  # fmt: skip
