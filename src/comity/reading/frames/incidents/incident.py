"""Hostile acts between states: expulsion, recall, protest, sanctions, a border closed, an attack, war declared.

A verb tells an act by itself ("expelled") or by what it is done to ("suspended aid", "closed the border"); a noun
with a verb for doing it ("lodged a protest", "imposed a ban on"). Which words these are is knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import targets
from comity.reading.frames.incidents.announced import announced_stop
from comity.reading.frames.incidents.departures import must_leave, obliged
from comity.reading.frames.incidents.handed import time_to_go
from comity.reading.frames.incidents.listings import LISTS, listed
from comity.reading.frames.incidents.measures import measure
from comity.reading.frames.incidents.nouns import told_by_noun
from comity.reading.frames.incidents.ordered import TAKEN_BACK, ordered
from comity.reading.frames.incidents.orders import ordered_out, sent_away
from comity.reading.frames.incidents.predicates import HELD, NOUNS, OBJECTS, STOPS
from comity.reading.frames.incidents.raised import raised
from comity.reading.frames.incidents.repeated import again
from comity.reading.frames.incidents.sharing import acts, exchanged
from comity.reading.frames.incidents.standing import standing
from comity.reading.frames.incidents.takings import TAKINGS, taking
from comity.reading.frames.nouns import direction
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of

_LEAVING = frozenset({"leave", "go_away", "send_away"})
"""Acts by which somebody has to go."""
STARTS = frozenset(f"trigger:{kind}" for kind in {*OBJECTS, *LISTS, *_LEAVING, "unwelcome"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A expelled two diplomats of B", "A recalled its ambassador from B", "A imposed an embargo on B"."""
    if not is_fact(sentence, index) and not _asked_to_leave(sentence, index):
        return
    if _is_of_summons(sentence, index):
        return
    for predicate, _ in sorted(reading_of(sentence, index), key=lambda pair: pair[0] == "sever"):
        found: list[Draft] = []
        if predicate in _LEAVING:
            found = _told_to_leave(sentence, index, predicate, context)
        elif is_verb(sentence, index):
            found = _told_by_verb(sentence, index, predicate, context)
        elif predicate in STOPS | TAKINGS | HELD - {"expel"}:
            thing = announced_stop(sentence, index, predicate, context)
            if thing is None and predicate in TAKINGS:
                thing = taking(sentence, index, predicate, context)
            found = [thing] if thing is not None else []
        elif predicate in LISTS:
            thing = listed(sentence, index, predicate, context)
            found = [thing] if thing is not None else []
        elif predicate in NOUNS:
            if swapped := exchanged(sentence, index, predicate, context):
                yield from swapped
                return
            thing = told_by_noun(sentence, index, predicate, context)
            if thing is None and predicate == "protest":
                thing = raised(sentence, index, context)
            if thing is None and predicate == "sanction":
                thing = measure(sentence, index, context) or standing(sentence, index, context)
            found = [thing] if thing is not None else []
        if found:
            found = [*found, *(more for draft in found for more in targets.each(sentence, index, draft))]
            told = [draft for draft in found if _of_the_document(draft, context)]
            yield from told
            yield from (later for draft in told for later in again(sentence, draft))
            return


def _is_of_summons(sentence: Sentence, index: int) -> bool:
    """Whether a protest is that for which somebody was summoned: «посол А был вызван в МИД Б, где ей вручили ноту»."""
    first = sentence.clause(index).start
    if first < 1 or sentence.units[first - 1].key not in sentence.language.words["where"]:
        return False
    protests = [
        i
        for i in (*range(first - 1), index)
        if sentence.units[i].kind == "trigger" and any(p == "protest" for p, _ in reading_of(sentence, i))
    ]
    return (
        len(protests) > 1
        and protests[-1] == index
        and (direction(sentence, protests[0]) == "passive" and direction(sentence, index) == "active")
    )


def _told_to_leave(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """Acts by which somebody has to go: "ordered two diplomats to leave", "must leave", "given two days to go"."""
    if predicate == "send_away":
        return sent_away(sentence, index, context)
    if _by_term(sentence, index):
        return []
    told = ordered_out(sentence, index, context)
    if told or predicate == "go_away":
        return told
    return must_leave(sentence, index, context) or time_to_go(sentence, index, context)


def _by_term(sentence: Sentence, index: int) -> bool:
    """Whether somebody is to leave because a term ends and nobody sends him away: «должен покинуть А в связи с
    окончанием срока»."""
    behind = sentence.units[index + 1 : sentence.clause(index).stop]
    return any(unit.key in sentence.language.words["term_ends"] for unit in behind)


def _told_by_verb(sentence: Sentence, index: int, predicate: str, context: Context) -> list[Draft]:
    """Acts that a verb tells, as done or as what another state is ordered to do: "ordered B to close its consulate"."""
    order = ordered(sentence, index, predicate, context) if predicate in TAKEN_BACK else None
    if order is not None:
        return [order]
    if predicate not in OBJECTS or sentence.language.morphology.is_attribute(sentence, index):
        return []
    return acts(sentence, index, predicate, context)


def _asked_to_leave(sentence: Sentence, index: int) -> bool:
    """Whether a plan is only what somebody was asked: «предложил дипломату покинуть страну»."""
    words = sentence.language.words
    if obliged(sentence, index) >= 0:
        return True
    if not any(predicate in ("leave", "go_away") for predicate, _ in reading_of(sentence, index)):
        return False
    said = [
        u for u in sentence.units[max(0, index - 7) : index] if u.key in words["plan"] | words["negation"]
    ]
    return bool(said) and all(unit.key in words["demand"] for unit in said)


def _of_the_document(draft: Draft, context: Context) -> bool:
    """Whether the act is one of the document's own state; acts among others are told in passing."""
    sides = {draft.slots.get("by"), draft.slots["against"]}
    if context.news:
        return True
    if context.dyad and not context.section:
        return bool(sides & set(context.dyad))
    return context.home is None or context.home in sides
