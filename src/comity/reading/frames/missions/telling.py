"""What a sentence tells of one mission: the acts upon it, or that it is there, with its sides, dates and types."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import head_date
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.acts import acts_upon, in_relative_clause, raised_to
from comity.reading.frames.missions.alone import named_alone
from comity.reading.frames.missions.beside import is_aside, is_of_company
from comity.reading.frames.missions.dates import date_of, since_when, years_of
from comity.reading.frames.missions.drafts import begun, drafts, elsewhere
from comity.reading.frames.missions.kept import kept_by, only_this, represented_there, represents, under_ranks
from comity.reading.frames.missions.shared import shared_act
from comity.reading.frames.missions.sides import Sides, sides_of
from comity.reading.frames.missions.towns import dated_towns
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.frames.undone import expected, only_ordered
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

Acts = list[tuple[int, str]]
"""Where acts upon a mission are told, and what they are."""
_RANKS = {"consulate": 1, "consulate-general": 2, "legation": 3, "embassy": 4}
"""Posts from the lowest: what is made of one is no raising where it is lower."""
_HEAD = 200
"""How far the title of a page goes."""
_WORDS = 3
"""From so many other words on a line is no title."""
_OF_A_TITLE = frozenset(
    {"mission", "state", "place", "preposition", "determiner", "punct", "dash", "word", "and"}
)
"""What the name of a mission is made of."""
_AGREED = 7
"""Units between words for an agreement and what is agreed upon."""


def told(sentence: Sentence, index: int, type_: str, context: Context) -> Iterator[Draft]:
    """The claims of the mission at an index, which is of a type."""
    acts = _acts(sentence, index)
    shared = shared_act(sentence, index) if not acts else None
    kept = _kept(sentence, index, context) if not acts and shared is None else None
    sides = _sides(sentence, index, type_, acts[0][0] if acts else kept, context)
    if not sides.sending or not sides.receiving or sides.sending == sides.receiving:
        return
    if sides.explicit or sides.used:
        context.mission = Post(sides.sending, sides.receiving)
        if sides.explicit and _is_title(sentence):
            context.page_mission = context.mission
    if shared is not None:
        yield from drafts(sentence, index, shared[0], shared[1], type_, shared[2], sides)
        return
    if (not acts and kept is None) or (type_ == "representative-office" and is_of_company(sentence, index)):
        return
    if kept is None:
        yield from _upon(sentence, index, type_, acts, sides)
    elif not _is_of_others(sentence, kept, sides, context) and not under_ranks(sentence, context):
        yield from _there(sentence, index, type_, kept, sides)


def _is_title(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but a mission's name at the head of a page: "Embassy of A in P – News"."""
    words = sum(unit.kind == "word" for unit in sentence.units)
    return (
        sentence.start < _HEAD and words < _WORDS and all(unit.kind in _OF_A_TITLE for unit in sentence.units)
    )


def _acts(sentence: Sentence, index: int) -> Acts:
    """What happened to a mission; only what a clause "which …" tells of one that says where something else was done."""
    acts = acts_upon(sentence, index)
    if is_aside(sentence, index):
        return [(i, act) for i, act in acts if i > index and in_relative_clause(sentence, index, i)]
    return acts


def _kept(sentence: Sentence, index: int, context: Context) -> int | None:
    """Where it is told that a mission is there: a verb, or the mission itself where it stands alone."""
    kept = None if is_aside(sentence, index) else kept_by(sentence, index)
    if kept is None:
        kept = represented_there(sentence, index)
    if kept is None and named_alone(sentence, index, context):
        return index
    return kept


def _sides(sentence: Sentence, index: int, type_: str, act: int | None, context: Context) -> Sides:
    sides = _its_own(sentence, index, sides_of(sentence, index, act, context))
    if type_ == "permanent-mission" and (body := _accredited_at(sentence, index)):
        return msgspec.structs.replace(sides, receiving=body)
    return sides


def _is_of_others(sentence: Sentence, kept: int, sides: Sides, context: Context) -> bool:
    """Whether a state is told to be represented in one that the document is not about."""
    return represents(sentence, kept) and sides.receiving not in (context.pair() or (sides.receiving,))


def _there(sentence: Sentence, index: int, type_: str, kept: int, sides: Sides) -> Iterator[Draft]:
    """The claims of a mission that is told to be there: since when, or from when to when."""
    years = years_of(sentence, index)
    if years is None:
        yield from _act(sentence, index, type_, (kept or index, "opened"), since_when(sentence, index), sides)
    elif is_fact(sentence, kept) and is_fact(sentence, index):
        if years.value.relation != "until":
            yield from drafts(sentence, index, kept, "opened", type_, years, sides, years.value.date.start)
        yield from drafts(sentence, index, kept, "closed", type_, years, sides, years.value.date.end)


def _upon(sentence: Sentence, index: int, type_: str, acts: Acts, sides: Sides) -> Iterator[Draft]:
    """The claims of what happened to a mission, each with its own date."""
    acts = [(i, act) for i, act in acts if not _becomes(sentence, i)] if len(acts) > 1 else acts
    for number, (at, act) in enumerate(acts):
        if only_ordered(sentence, at) or expected(sentence, at, index):
            continue
        date = date_of(sentence, index, at)
        if (
            date is not None
            and number + 1 < len(acts)
            and date.start > sentence.units[acts[number + 1][0]].start
        ):
            date = _since_last(sentence, acts, number) or head_date(sentence, at)
        yield from _act(sentence, index, type_, (at, act), date, sides)


def _act(
    sentence: Sentence, index: int, type_: str, told: tuple[int, str], date: Unit | None, sides: Sides
) -> Iterator[Draft]:
    """The claims of one act: none where it did not come to be; the further towns that a list dates, too."""
    at, act = told
    if _is_settled(sentence, at) or not _is_done(sentence, index, at, act):
        return
    raised = raised_to(sentence, at) if act == "upgraded" else None
    if raised is not None and _RANKS.get(raised.value, 0) < _RANKS.get(type_, 0):
        return  # "the legation became a consulate"
    rank = raised.value if raised is not None else "embassy" if _to_ambassadors(sentence, at, act) else type_
    made = list(drafts(sentence, index, at, act, rank, date, elsewhere(sentence, at, sides)))
    yield from made
    if len(made) == 1 and date is not None:
        for town, when in dated_towns(sentence, index, date):
            slots = {**made[0].slots, "place": town.value.name, "date": begun(when)}
            used = run(sentence, [sentence.units[index], sentence.units[at], town, when])
            yield Draft("mission", slots, [used], list(made[0].why), made[0].confidence)


def _to_ambassadors(sentence: Sentence, at: int, act: str) -> bool:
    """Whether a mission was raised to the level of ambassadors: "was upgraded to ambassadorial level"."""
    behind = sentence.units[at + 1 : sentence.clause(at).stop]
    return act == "upgraded" and any(unit.key in sentence.language.words["embassy_level"] for unit in behind)


def _is_done(sentence: Sentence, index: int, at: int, act: str) -> bool:
    """Whether an act upon a mission is told as done."""
    plan = sentence.language.words["plan"]
    moved = act == "moved" and at < index and sentence.units[at].key in plan  # «перенесла посольство»
    return is_fact(sentence, at) and (is_fact(sentence, index) or only_this(sentence, index) or moved)


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


def _since_last(sentence: Sentence, acts: Acts, number: int) -> Unit | None:
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


def _becomes(sentence: Sentence, act: int) -> bool:
    """Whether an act makes a mission one of another type: "closed the legation and reopened it as an embassy"."""
    units = sentence.units
    behind = units[act + 1 : act + 4]
    return len(behind) > 1 and behind[0].key in sentence.language.words["it"] and behind[1].key == "as"
