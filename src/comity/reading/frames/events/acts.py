"""What tells that an occasion took place, or that somebody took part in it."""

from __future__ import annotations

from comity.reading.frames.events.performers import performers_of
from comity.reading.frames.nouns import direction
from comity.reading.sentence import Sentence, has_class, is_verb, reading_of, voice
from comity.reading.units import Unit

HELD = frozenset({"hold", "open", "exhibit", "celebrate", "pass"})
# Occasions that states hold with many others.
MANY = frozenset({"summit", "conference", "forum"})
_REACH = 6
"""Units between a word for speaking and the occasion that it was at."""
_TAKEN_PART = frozenset({"participate", "visit", "arrive", "exhibit"})
_COMING = frozenset({"visit", "arrive"})
_TAKEN_PART_IN = frozenset({"place", "during", "object", "goal", "", "on", "of", "for", "with", "occasion"})
"""Marks of an occasion in which somebody took part."""
_HELD_AS = frozenset({"", "object", "agent", "of", "owner"})
"""Marks of an occasion that was held."""


def telling_act(sentence: Sentence, index: int) -> int | None:
    """The trigger that tells the occasion happened or that somebody took part in it."""
    held = _held_in_relative(sentence, index)
    if held is not None:
        return held
    clause = sentence.clause(index)
    part: int | None = None
    for i in sorted(clause, key=lambda i: abs(i - index)):
        if sentence.units[i].kind != "trigger" or i == index:
            continue
        if _tells_that_it_was(sentence, i, index, clause):
            return i
        if part is None and _is_taking_part(sentence, i, index, clause):
            part = i
    return part if part is not None else _told_otherwise(sentence, index, clause)


def _held_in_relative(sentence: Sentence, index: int) -> int | None:
    """The verb of a clause about the occasion right behind it: "the forum, which was held in P"."""
    near = range(index + 1, min(index + 7, len(sentence.units)))
    act = next((i for i in near if sentence.units[i].kind == "trigger"), None)
    if act is None or not _relative(sentence, index, act):
        return None
    return act if _predicates(sentence, act) & (HELD | {"receive"}) else None


def _predicates(sentence: Sentence, act: int) -> set[str]:
    """What a trigger may mean."""
    return {predicate for predicate, _ in reading_of(sentence, act)}


def _tells_that_it_was(sentence: Sentence, act: int, index: int, clause: range) -> bool:
    """Whether a trigger alone tells that the occasion took place: somebody spoke or performed at it, received it, held
    it."""
    event = sentence.units[index]
    predicates = _predicates(sentence, act)
    if _speaks_at(sentence, act, index):
        return True
    if "provide" in predicates and performers_of(sentence, event, event.value):
        return True
    if "receive" in predicates and _receives(sentence, act, index, clause):
        return True
    return bool(predicates & HELD) and _holds(sentence, act, index, clause)


def _receives(sentence: Sentence, act: int, index: int, clause: range) -> bool:
    """Whether a place or a state receives the occasion: "P hosted the Festival of A"."""
    event = sentence.units[index]
    return (
        act < index
        and direction(sentence, act) == "active"
        and event.mark in ("", "object")
        and bool(event.value.proper or event.value.states or _celebrants(sentence, clause, act))
    )


def _holds(sentence: Sentence, act: int, index: int, clause: range) -> bool:
    """Whether a word for holding or celebrating is of this occasion and tells that it was held: "was opened", "the
    opening of the forum"; not "to be held"."""
    event, how = sentence.units[index], direction(sentence, act)
    if event.mark not in _HELD_AS or how == "infinitive":
        return False
    if how == "noun":
        its_own = act < index and event.mark == "of"
    elif how == "passive":
        its_own = act > index and not _to_be(sentence, act)
    else:
        celebrates = "celebrate" in _predicates(sentence, act)
        its_own = not (celebrates and how == "active") or _celebrants(sentence, clause, act)
    if not its_own or (how != "noun" and _of_something(sentence, index)):
        return False
    return not _other_event(sentence, act, index)


def _is_taking_part(sentence: Sentence, act: int, index: int, clause: range) -> bool:
    """Whether a verb before the occasion tells that somebody took part in it: "visited the exhibition"; whoever comes
    to a place where a match is may come for something else."""
    event = sentence.units[index]
    telling = _TAKEN_PART - _COMING if event.value.field == "sport" else _TAKEN_PART
    if act >= index or event.mark not in _TAKEN_PART_IN or not _predicates(sentence, act) & telling:
        return False
    if _is_of_holding(sentence, act, index):
        return False
    if _other_event(sentence, act, index) and event.mark not in ("during", "place"):
        return False
    return voice(sentence, act) != "infinitive" or _came(sentence, clause, act)


def _is_of_holding(sentence: Sentence, act: int, index: int) -> bool:
    """Whether a word is for holding an occasion, so that nobody takes part by it: "the exhibits were shown"; those who
    come "to exhibit" do."""
    if sentence.units[index].mark not in _HELD_AS or not _predicates(sentence, act) & HELD:
        return False
    coming = direction(sentence, act) == "infinitive" and not _of_something(sentence, index)
    return not coming or _other_event(sentence, act, index)


def _told_otherwise(sentence: Sentence, index: int, clause: range) -> int | None:
    """What tells of the occasion where no verb of its clause does: a verb behind a relative clause, the word that named
    a year so, the occasion's own name beside "was"."""
    event = sentence.units[index]
    proper, named = event.value.proper, event.value.proper or bool(event.value.states)
    told = _past_relative(sentence, index)
    if told is None:
        told = _proclaimed(sentence, clause, index)
    if told is None and named:
        told = _ran(sentence, clause, index)
    if told is not None:
        return told
    was = proper and (_is_told_to_be(sentence, index) or _was_there(sentence, clause, event))
    small = event.mark == "place" and event.value.type not in MANY
    return index if was or (small and _unknown_verb(sentence, index, clause)) else None


def _past_relative(sentence: Sentence, index: int) -> int | None:
    """The verb behind a relative clause: "the forum, at which 80 firms were present, was held in P"."""
    units = sentence.units
    opens = next((i for i in range(index + 2, min(index + 4, len(units))) if units[i].kind == "clause"), None)
    if opens is None or units[index + 1].text != ",":
        return None
    comma = next((i for i in range(opens + 1, len(units)) if units[i].text in (",", ";")), None)
    if comma is None or units[comma].text == ";":
        return None
    for i in range(comma + 1, min(comma + 4, len(units))):
        if units[i].kind == "trigger":
            told = {predicate for predicate, _ in reading_of(sentence, i)}
            return i if told & HELD and direction(sentence, i) in ("passive", "active") else None
        if units[i].kind not in ("be", "have"):
            return None
    return None


def _proclaimed(sentence: Sentence, clause: range, index: int) -> int | None:
    """The word by which a year or week was called after a state: "2008 was proclaimed the Year of A in B"."""
    event = sentence.units[index].value
    words = sentence.language.words
    spoken = {sentence.language.key(word) for word in event.head.split()}
    if not event.states or not any(word in words["season"] for word in spoken):
        return None
    near = range(max(clause.start, index - 3), index)
    return next(
        (
            i
            for i in near
            if sentence.units[i].key in words["proclaims"]
            or (
                sentence.units[i].kind == "trigger"
                and any(predicate == "proclaim" for predicate, _ in reading_of(sentence, i))
            )
        ),
        None,
    )


def _ran(sentence: Sentence, clause: range, index: int) -> int | None:
    """The word that tells a named occasion to have begun or ended: "the exercise X commenced at P on …"."""
    units, words = sentence.units, sentence.language.words["occasion_runs"]
    for i in range(index + 1, clause.stop):
        if units[i].key in words or _under_way(sentence, i):
            return i
        if units[i].kind == "be" and _under_way(sentence, i + 1):
            continue  # "got under way"
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


def _under_way(sentence: Sentence, index: int) -> bool:
    """Whether the words "(got) under way" begin at an index."""
    units = sentence.units
    return (
        index + 1 < len(units)
        and units[index].kind == "preposition"
        and units[index + 1].key in sentence.language.words["way"]
        and units[index].value == "under"
    )


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
        and not _says_what_it_is(sentence, low, i)
        for i in range(low + 1, high)
    )


def _says_what_it_is(sentence: Sentence, low: int, index: int) -> bool:
    """Whether words behind a comma say what kind of occasion one is: "Exercise X, a joint exercise of A and B"."""
    units = sentence.units
    both = units[low].kind == units[index].kind == "event" and all(
        sentence.language.key(units[i].value.head.split()[-1]) in sentence.language.words["exercise"]
        for i in (low, index)
    )
    return both and index <= low + 3 and units[low + 1].text == "," and units[index - 1].kind == "determiner"


def is_habit(sentence: Sentence, clause: range) -> bool:
    """Whether a clause tells what is done again and again, at no time of its own: "often take part in exercises"."""
    words = sentence.language.words["habitual"]
    return has_class(sentence, "habitual") and any(sentence.units[i].key in words for i in clause)
