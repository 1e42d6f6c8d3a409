"""Diplomatic and consular posts: opened, closed, raised, moved, kept, accredited from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import head_date
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.accreditation import (
    accredited,
    covered_from,
    resident,
    through_it,
)
from comity.reading.frames.missions.acts import ACTS, acts_upon, in_relative_clause, outcome_of, raised_to
from comity.reading.frames.missions.alone import named_alone
from comity.reading.frames.missions.dates import DASHES, date_before_dash, date_of, since_when, years_of
from comity.reading.frames.missions.duties import in_place_of_one
from comity.reading.frames.missions.kept import (
    kept_by,
    only_this,
    represented_there,
    represents,
    under_ranks,
)
from comity.reading.frames.missions.sides import Sides, sides_of
from comity.reading.frames.missions.towns import dated_towns
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.frames.undone import expected, only_ordered
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

STARTS = frozenset({"mission", "actor", "trigger:accredit", "trigger:cover", "trigger:represent"})


_ATTRIBUTES = 6
"""Units between an act and the mission that it is of: «открытие нового здания посольства»."""
_RANKS = {"consulate": 1, "consulate-general": 2, "legation": 3, "embassy": 4}
"""Posts from the lowest: what is made of one is no raising where it is lower."""
_EMBASSIES_COMMON = 1945
"""The year from which most states kept embassies in each other and no legations."""
_ITS_TOWN = 3
"""Units of "it", "in" and a town."""
_AGREED = 7
"""Units between words for an agreement and what is agreed upon."""
_ASIDE = frozenset({"for", "topic", "with"})
"""Marks of prepositions that lead to what an act is for or about: "laid the ground for the work of embassies"."""
_GAPPED = frozenset({"determiner", "state", "place", "preposition", "date", "punct", "dash"})
"""What a mission without a verb of its own has behind it."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Embassy of A in B opened in …", "A has an embassy in P", "the legation was raised to an embassy"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from accredited(sentence, index, context)
    elif unit.kind == "actor":
        yield from resident(sentence, index, context)
        yield from _consuls(sentence, index, context)
    elif _is_errand(sentence, index) or _is_said_of_another(sentence, index):
        return
    elif _in_register(sentence, index):
        yield from _registered(sentence, index, context)
    elif outcome_of(sentence, index) is None:
        drafts = list(through_it(sentence, index, context)) or list(in_place_of_one(sentence, index))
        drafts = drafts or list(covered_from(sentence, index))
        drafts = drafts or list(_mission(sentence, index, unit.value, context))
        away = _is_non_resident(sentence, index)
        yield from (draft for draft in drafts if not (away and draft.slots["act"] == "opened"))


def _is_non_resident(sentence: Sentence, index: int) -> bool:
    """Whether a mission is said not to be in the state that it is for: "has a non-resident embassy for B in C"."""
    before = "".join(unit.key for unit in sentence.units[max(0, index - 3) : index])
    return any(before.endswith(phrase) for phrase in sentence.language.words["non_resident"])


def _is_errand(sentence: Sentence, index: int) -> bool:
    """Whether a mission is one that is sent for something, no post: "the Military Observer Mission"."""
    unit, before = sentence.units[index], sentence.units[max(0, index - 1)]
    if " " in unit.key or unit.value not in ("representative-office", "legation") or before is unit:
        return False
    last = sentence.language.key(before.text.split(" ")[-1].split("-")[-1])
    return before.key in sentence.language.words["errand"] or last in sentence.language.words["errand"]


def _is_said_of_another(sentence: Sentence, index: int) -> bool:
    """Whether a mission only says what one named before is: «Посольство А в П — дипломатическая миссия …»."""
    units = sentence.units
    at = index - 1
    while at > 0 and (units[at].kind in ("word", "determiner", "amount") and units[at].text != ","):
        at -= 1
    if at < 1 or units[at].text not in DASHES or units[at].start == units[at - 1].end:
        return False
    subject = [
        unit for unit in units[:at] if unit.kind not in ("preposition", "state", "place", "determiner")
    ]
    named = len(subject) == 1 and subject[0].kind == "mission" and subject[0] is units[0]
    return named and units[index].case.startswith("nom")


def _in_register(sentence: Sentence, index: int) -> bool:
    """Whether an item of a list of posts is nothing but a town and the post there: "Nairobi (Embassy)"."""
    units = sentence.units
    if (
        sentence.block.kind not in ("item", "cell")
        or index < 2
        or units[0].kind != "place"
        or len(units) > index + 2
    ):
        return False
    return all(
        unit.kind == "mission" or unit.kind == "and" or unit.text in ("(", ")", ",") for unit in units[1:]
    )


def _registered(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    place = sentence.units[0]
    receiving = place.value.state
    if context.home is None or receiving == context.home or context.dyad is not None:
        return
    slots = {
        "sending": context.home,
        "receiving": receiving,
        "type": sentence.units[index].value,
        "act": "opened",
        "place": place.value.name,
    }
    yield Draft(
        "mission",
        slots,
        [(place.start, sentence.units[index].end)],
        ["mission: item of a list of posts"],
        0.7,
    )


def _its_own(sentence: Sentence, index: int, sides: Sides) -> Sides:
    """The sides where "its B embassy" is that of the subject in B: "A opened its first B consulate in P"."""
    units = sentence.units
    before = units[index - 1] if index else None
    if before is None or before.kind != "state" or before.value[1] != "adjective":
        return sides
    host = str(before.value[0])
    own = any(unit.key in sentence.language.words["its"] for unit in units[max(0, index - 4) : index - 1])
    owner = next((unit for unit in reversed(units[: index - 1]) if is_subject(unit)), None)
    if not own or owner is None or owner.value[0] == host or sides.sending != host:
        return sides
    return msgspec.structs.replace(sides, sending=str(owner.value[0]), receiving=host, explicit=True)


def _is_settled(sentence: Sentence, act: int) -> bool:
    """Whether it was only agreed upon that a mission will open: «договорились о возобновлении работы посольств»."""
    settled = sentence.language.words["settled"]
    if is_verb(sentence, act):
        return False
    for unit in reversed(sentence.units[max(sentence.clause(act).start, act - _AGREED) : act]):
        if unit.key in settled:
            return True
        if is_verb(sentence, sentence.index(unit)) or unit.kind == "date":
            return False
    return False


def _mission(sentence: Sentence, index: int, type_: str, context: Context) -> Iterator[Draft]:
    acts = acts_upon(sentence, index)
    if _aside(sentence, index):
        acts = [(i, act) for i, act in acts if i > index and in_relative_clause(sentence, index, i)]
    shared = _shared(sentence, index) if not acts else None
    kept = None if acts or shared is not None or _aside(sentence, index) else kept_by(sentence, index)
    if kept is None and not acts and shared is None:
        kept = represented_there(sentence, index)
    alone = kept is None and not acts and shared is None and named_alone(sentence, index, context)
    kept = index if alone else kept
    sides = _its_own(sentence, index, sides_of(sentence, index, acts[0][0] if acts else kept, context))
    if type_ == "permanent-mission" and (body := _accredited_at(sentence, index)):
        sides = msgspec.structs.replace(sides, receiving=body)
    if (
        sides.sending
        and sides.receiving
        and sides.sending != sides.receiving
        and (sides.explicit or sides.used)
    ):
        context.mission = Post(sides.sending, sides.receiving)
    if shared is not None and sides.sending and sides.receiving and sides.sending != sides.receiving:
        yield from _drafts(sentence, index, shared[0], shared[1], type_, shared[2], sides)
        return
    if (not acts and kept is None) or (type_ == "representative-office" and _of_company(sentence, index)):
        return
    if (
        kept is not None
        and represents(sentence, kept)
        and sides.receiving not in (context.pair() or (sides.receiving,))
    ):
        return
    if not sides.sending or not sides.receiving or sides.sending == sides.receiving:
        return
    if kept is not None and under_ranks(sentence, context):
        return
    if not acts and kept is not None and (years := years_of(sentence, index)) is not None:
        if is_fact(sentence, kept) and is_fact(sentence, index):
            if years.value.relation != "until":
                yield from _drafts(
                    sentence, index, kept, "opened", type_, years, sides, years.value.date.start
                )
            yield from _drafts(sentence, index, kept, "closed", type_, years, sides, years.value.date.end)
        return
    acts = [(i, act) for i, act in acts if not _becomes(sentence, i)] if len(acts) > 1 else acts
    words = sentence.language.words
    for number, (act_index, act) in enumerate(acts or [(kept or index, "opened")]):
        if _is_settled(sentence, act_index):
            continue
        moved = act == "moved" and act_index < index and sentence.units[act_index].key in words["plan"]
        if not is_fact(sentence, act_index) or not (
            is_fact(sentence, index) or only_this(sentence, index) or moved  # «перенесла посольство»
        ):
            continue
        if acts and (only_ordered(sentence, act_index) or expected(sentence, act_index, index)):
            continue
        date = date_of(sentence, index, act_index) if acts else since_when(sentence, index)
        if (
            date is not None
            and number + 1 < len(acts)
            and date.start > sentence.units[acts[number + 1][0]].start
        ):
            date = _since_last(sentence, acts, number) or head_date(sentence, act_index)
        raised = raised_to(sentence, act_index) if act == "upgraded" else None
        if raised is not None and _RANKS.get(raised.value, 0) < _RANKS.get(type_, 0):
            continue  # "the legation became a consulate"
        rank = raised.value if raised is not None else type_
        drafts = list(
            _drafts(sentence, index, act_index, act, rank, date, _elsewhere(sentence, act_index, sides))
        )
        yield from drafts
        if len(drafts) == 1 and date is not None:
            for town, when in dated_towns(sentence, index, date):
                slots = {**drafts[0].slots, "place": town.value.name, "date": begun(when)}
                used = run(sentence, [sentence.units[index], sentence.units[act_index], town, when])
                yield Draft("mission", slots, [used], list(drafts[0].why), drafts[0].confidence)


def _elsewhere(sentence: Sentence, act: int, sides: Sides) -> Sides:
    """The sides of an act upon "it" in another state: «открыла посольство в П, закрыв его в Р»."""
    behind = sentence.units[act + 1 : act + 4]
    if len(behind) < _ITS_TOWN or behind[0].kind != "pronoun" or behind[1].value != "place":
        return sides
    town = behind[2]
    if town.kind != "place" or town.value.state in (sides.receiving, sides.sending):
        return sides
    return msgspec.structs.replace(sides, receiving=town.value.state, places=(town.value.name,))


def _since_last(sentence: Sentence, acts: list[tuple[int, str]], number: int) -> Unit | None:
    """The date between the act before and this one: «открылось в июне 2007 г., а 30 апреля 2009 г. было закрыто»."""
    if not number:
        return None
    low, high = acts[number - 1][0], acts[number][0]
    dates = [i for i in range(low + 1, high) if sentence.units[i].kind == "date"]
    parted = [i for i in dates if any(unit.kind in ("and", "punct") for unit in sentence.units[low + 1 : i])]
    return sentence.units[parted[-1]] if parted else None


def _accredited_at(sentence: Sentence, index: int) -> str:
    """The organisation that a permanent mission is to: "Permanent Mission to the United Nations in P"; else empty."""
    for unit in sentence.units[index + 1 : index + 5]:
        if unit.kind == "organisation":
            return str(unit.value)
        if unit.kind not in ("preposition", "determiner", "state"):
            break
    return ""


def _shared(sentence: Sentence, index: int) -> tuple[int, str, Unit] | None:
    """The act told of another mission before that this one has too, and its own date: "the Embassy of A in P was opened
    in 1996, and the Embassy of B in Q in 1997", "…, in 1997 – the Embassy of B"."""
    units = sentence.units
    behind = units[index + 1 :]
    dates = [unit for unit in behind if unit.kind == "date"]
    before = index - 1
    while before > 0 and units[before].kind in ("determiner", "state"):
        before -= 1
    if units[before].text in DASHES and (led := date_before_dash(units, before)) is not None:
        dates.append(units[led])
        before = led - 1
        while before > 0 and units[before].kind == "preposition":
            before -= 1
    joined = units[before].kind == "and" or units[before].text in (",", ";")
    if len(dates) != 1 or not joined or any(unit.kind not in _GAPPED for unit in behind):
        return None
    for other in range(index - 1, -1, -1):
        if units[other].kind == "mission":
            acts = [(i, act) for i, act in acts_upon(sentence, other) if other < i < index]
            if len(acts) != 1 or not is_fact(sentence, acts[0][0]) or not is_verb(sentence, acts[0][0]):
                return None
            if any(unit.kind in ("have", "be", "trigger") for unit in units[acts[0][0] + 1 : index]):
                return None
            return (*acts[0], dates[0])
    return None


def _of_company(sentence: Sentence, index: int) -> bool:
    """Whether an organisation and not a state opened the office."""
    for unit in reversed(sentence.units[max(0, index - 12) : index]):
        if (
            unit.kind in ("organisation", "enterprise", "quoted")
            or unit.key in sentence.language.words["company"]
        ):
            return True
        if unit.text in (";", ":"):
            return False
    return False


def _drafts(
    sentence: Sentence, index: int, act_index: int, act: str, type_: str, date: Unit | None, sides: Sides,
    day: Date | None = None,
) -> Iterator[Draft]:  # fmt: skip
    evidence = [run(sentence, [sentence.units[index], sentence.units[act_index], date, *sides.used])]
    directions = [(sides.sending, sides.receiving)]
    directions.extend((sides.sending, state) for state in sides.more)
    if sides.mutual:
        directions.append((sides.receiving, sides.sending))
    towns: list[tuple[str | None, str | None, str | None]] = [
        (sending, receiving, place)
        for sending, receiving in directions
        for place in sides.places or (sides.seats.get(receiving or ""),)
    ]
    towns.extend((sides.sending, state, town) for state, town in sides.beyond)
    if act == "moved" and (moved_to := _moved_to(sentence, act_index)) is not None:
        towns = [(sides.sending, sides.receiving, moved_to)]
    when = day or begun(date)
    type_ = _by_its_time(sentence, index, type_, when)
    for sending, receiving, place in towns:
        yield Draft(
            "mission",
            {
                "sending": sending,
                "receiving": receiving,
                "type": type_,
                "act": act,
                "date": when,
                "place": place,
            },
            list(evidence),
            [f"mission: {sentence.units[index].text} + {sentence.units[act_index].text}"],
            0.9 if date is not None and sides.explicit else 0.7,
        )


def _by_its_time(sentence: Sentence, index: int, type_: str, when: Date | None) -> str:
    """The type of a mission: one called only diplomatic was a legation as long as few states kept embassies."""
    unranked = sentence.units[index].key.split(" ")[0] in sentence.language.words["formal_relations"]
    year = when.year if when is not None and not when.is_interval else None
    early = type_ == "embassy" and year is not None and year < _EMBASSIES_COMMON
    return "legation" if early and unranked else type_


def _becomes(sentence: Sentence, act: int) -> bool:
    """Whether an act makes a mission one of another type: "closed the legation and reopened it as an embassy"."""
    units = sentence.units
    behind = units[act + 1 : act + 4]
    return len(behind) > 1 and behind[0].key in sentence.language.words["it"] and behind[1].key == "as"


def _moved_to(sentence: Sentence, act: int) -> str | None:
    """The town that a mission was moved to."""
    for unit in sentence.units[act + 1 : sentence.clause(act).stop]:
        if unit.kind == "place" and unit.mark == "goal":
            return str(unit.value.name)
    return None


def begun(unit: Unit | None) -> Date | None:
    """The date of an act: of "since 2004" the year it began."""
    if unit is None:
        return None
    day: Date = unit.value.date
    if unit.value.relation == "until" and day.end is not None:
        return day.end  # "until 1998, when an embassy was opened"
    return (
        day.start
        if unit.value.relation in ("since", "from") and day.is_interval and day.start is not None
        else day
    )


def _aside(sentence: Sentence, index: int) -> bool:
    """Whether the mission only says where or by whom something is done: "with the Embassy", "of the Embassy"."""
    unit = sentence.units[index]
    if unit.mark == "of" and _is_work_of(sentence, index):
        return False
    if unit.mark == "of":
        before = next(
            (
                other
                for other in reversed(sentence.units[max(0, index - _ATTRIBUTES) : index])
                if other.kind not in ("determiner", "word", "state", "poss", "preposition")
                or (other.kind == "preposition" and other.value in _ASIDE)
            ),
            None,
        )
        if before is None or before.kind != "trigger":
            return True  # also «создаёт основу для деятельности посольств»
        worked = any(
            ACTS.get(p) in ("suspended", "reopened", "closed") for p, _ in before.value
        )  # "suspended the work of its embassy"
        return not worked and all(form != "noun" for _, form in before.value)
    if unit.mark == "place" and sentence.language.cases and _locative(sentence, index):
        return True  # «в посольстве открылась выставка»
    return unit.mark in ("with", "source", "topic", "through", "for", "during", "under")


def _is_work_of(sentence: Sentence, index: int) -> bool:
    """Whether it is a mission's work that something happens to: "the activities of the Embassy were suspended"."""
    units, words = sentence.units, sentence.language.words["mission_work"]
    at = index - 1
    while at > 0 and units[at].kind in ("determiner", "state", "preposition", "poss"):
        at -= 1
    led = at > 0 and units[at - 1].kind == "preposition" and units[at - 1].value in _ASIDE
    return at >= 0 and units[at].key in words and not units[at].mark and not led


def _locative(sentence: Sentence, index: int) -> bool:
    return sentence.units[index].case.startswith("loc")


def _consuls(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has honorary consuls in P and Q": consuls without names stand for their consulates."""
    unit = sentence.units[index]
    actor = unit.value
    if actor.cls != "consul" or actor.person.name:
        return
    honorary = any(
        sentence.language.key(word) in sentence.language.words["honorary"]
        for word in (actor.person.office or "").split()
    )
    kept = kept_by(sentence, index)
    if honorary and kept is not None and not represents(sentence, kept):
        own = _kept_consul(sentence, index, kept)
        if own is not None:
            yield own
            return
        drafts = list(_mission(sentence, index, "honorary-consulate", context))
        yield from drafts
        if drafts and actor.to and len(drafts) > 0 and actor.plural and drafts[0].slots.get("place"):
            first = {**drafts[0].slots, "place": _town_in(sentence, unit)}  # the town in the title itself
            yield Draft("mission", first, [unit.span], list(drafts[0].why), drafts[0].confidence)


def _kept_consul(sentence: Sentence, index: int, kept: int) -> Draft | None:
    """The consulate of one honorary consul whose title tells the town, too: "A has an honorary consul in P"."""
    unit = sentence.units[index]
    actor = unit.value
    if actor.plural or not actor.to or not is_fact(sentence, index) or kept > index:
        return None
    owner = next((one for one in reversed(sentence.units[:kept]) if is_subject(one)), None)
    sending = actor.state or (str(owner.value[0]) if owner is not None else None)
    if sending is None or sending == actor.to:
        return None
    slots = {
        "sending": sending, "receiving": actor.to, "type": "honorary-consulate", "act": "opened",
        "place": _town_in(sentence, unit),
    }  # fmt: skip
    return Draft("mission", slots, [run(sentence, [owner, unit])], ["mission: an honorary consul"], 0.7)


def _town_in(sentence: Sentence, unit: Unit) -> str | None:
    """The town that a title of one word or more holds: "honorary consuls in P"."""
    for word in unit.text.split():
        for entry in sentence.language.entries.get(sentence.language.key(word), ()):
            if entry.kind == "place" and word[:1].isupper():
                return str(entry.value.name)
    return None
