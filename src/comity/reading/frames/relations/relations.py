"""Diplomatic relations: established, severed, suspended, resumed, upgraded, downgraded, ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.parties import parties_of
from comity.reading.frames.relations.acts import ACTS, acts_upon, beginning
from comity.reading.frames.relations.anniversaries import counted_from, day_counted_back, is_anniversary
from comity.reading.frames.relations.doers import each
from comity.reading.frames.relations.levels import level_of, partnership_of
from comity.reading.frames.relations.unnamed import told_before
from comity.reading.frames.relations.unreal import (
    is_later,
    is_mood,
    is_unreal,
    possible,
    with_unknown,
)
from comity.reading.frames.undone import expected
from comity.reading.reality import announcing, is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"relations", "date", "trigger:resume", "trigger:suspend", "trigger:sever"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Diplomatic relations between A and B were established on …", "A severed relations with B in …"."""
    return possible(_read(sentence, index, context))


class _Relations(NamedTuple):
    """Relations that a sentence names: whether as diplomatic ones, and between whom."""

    at: int
    is_formal: bool
    parties: tuple[str, ...]
    named: list[Unit]
    """The words for the parties."""

    @property
    def is_of_two(self) -> bool:
        """Whether two states are told whose relations they are."""
        return len(self.parties) == 2 and self.parties[0] != self.parties[1]


class _Act(NamedTuple):
    """What was done to relations, when, and what they were raised to."""

    kind: str
    at: int
    date: Unit | None
    level: str | None = None
    is_beginning: bool = False
    """Whether relations were established by it, of which only the day they began is told."""


def _read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    unit = sentence.units[index]
    if unit.kind == "date":
        yield from _column(sentence, unit, context)
    elif unit.kind == "trigger":
        yield from told_before(sentence, index, context)
    elif not _is_other_matter(sentence, index):
        yield from _named(sentence, _relations(sentence, index, context), context)


def _relations(sentence: Sentence, index: int, context: Context) -> _Relations:
    """The relations that a word names."""
    parties, named = parties_of(sentence, index, context)
    formal = sentence.language.words["formal_relations"]
    is_formal = sentence.units[index].key.split(" ")[0] in formal
    return _Relations(index, is_formal, parties, named)


def _is_other_matter(sentence: Sentence, index: int) -> bool:
    """Whether it is not relations of two known states as such that are told: an agreement on them, how they are
    conducted, the "partner relations" of towns."""
    units, words = sentence.units, sentence.language.words
    if units[index].mark in ("on", "topic", "field") and any(
        other.kind == "instrument" for other in units[max(0, index - 6) : index]
    ):
        return True
    if _is_conducted(sentence, index) or with_unknown(sentence, index):
        return True
    other = index > 0 and units[index - 1].key in words["other_relations"]
    return other and not any(
        before.key in words["formal_relations"] for before in units[max(0, index - 4) : index]
    )


def _named(sentence: Sentence, relations: _Relations, context: Context) -> Iterator[Draft]:
    """The claims that a sentence makes of relations that it names."""
    index, unit = relations.at, sentence.units[relations.at]
    if relations.is_formal:
        if len(relations.parties) == 2:
            context.relations = (relations.parties, unit.span)
        if any(after.key in sentence.language.words["unbroken"] for after in sentence.units[index + 1 :][:4]):
            context.unbroken = True  # "the position remained that diplomatic relations continued"
    told = list(acts_upon(sentence, index))
    if relations.is_formal:
        for at, act in told:
            if act == "established" and counted_from(sentence, at):
                yield from _counted_back(sentence, index, at, relations.parties, relations.named)
        if not told and relations.is_of_two:
            yield from _begun(sentence, relations)
    for at, kind in told:
        act_told = None if counted_from(sentence, at) else _act(sentence, relations, at, kind)
        if act_told is not None:
            if len(relations.parties) == 2:
                context.relations = (relations.parties, unit.span)
            yield from _drafts(sentence, relations, act_told)


def _begun(sentence: Sentence, relations: _Relations) -> Iterator[Draft]:
    """Relations of which only the day is told since when they are: "Diplomatic relations: 5 May 1964"."""
    since = _since(sentence, relations.at)
    if since is None:
        return
    unit = sentence.units[relations.at]
    yield Draft(
        "relations",
        {"parties": relations.parties, "act": "established", "date": beginning(since.value.date)},
        [run(sentence, [unit, since, *relations.named])],
        [f"relations: {unit.text} since {since.text}"],
        0.8,
    )


def _act(sentence: Sentence, relations: _Relations, at: int, kind: str) -> _Act | None:
    """What an act did to relations; nothing where it did not come about, or its words are too vague to tell it."""
    if not _is_done(sentence, relations, at, kind):
        return None
    date = _left_out(sentence, at, relations.at) or date_unit(sentence, at)
    if date is not None and not relations.is_formal and is_later(sentence, at, date):
        return None
    if not relations.is_of_two and not each(sentence, at):
        return None
    act = _Act(kind, at, date)
    if kind == "established":
        if _is_informal_beginning(sentence, relations, act):
            return None
        act = _established(sentence, relations, act)
    elif kind == "upgraded":
        act = act._replace(level=level_of(sentence, at))
    return act if _is_plain(sentence, relations, act) else None


def _is_done(sentence: Sentence, relations: _Relations, at: int, kind: str) -> bool:
    """Whether an act came about: told as a fact or agreed upon, neither awaited nor only a mood of relations."""
    if is_unreal(sentence, at) or (not relations.is_formal and is_mood(sentence, at, relations.at)):
        return False
    fact = is_fact(sentence, at) and is_fact(sentence, relations.at)
    return (fact or _agreed(sentence, at, kind)) and not _is_awaited(sentence, at, relations.at)


def _is_informal_beginning(sentence: Sentence, relations: _Relations, act: _Act) -> bool:
    """Whether what began were no diplomatic relations: ties that "date back" to an age, "close ties"."""
    if _dates_back(sentence, act.at) and not _formally(act.date, relations.is_formal):
        return True
    return not relations.is_formal and _vague(sentence, relations.at, act.date)


def _established(sentence: Sentence, relations: _Relations, act: _Act) -> _Act:
    """What establishing relations is: of old ones, resuming them; of a partnership, raising them to it."""
    if _is_again(sentence, act.at):
        return act._replace(kind="resumed")  # "took up relations again"
    level = partnership_of(sentence, relations.at)
    kind = "established" if level is None else "upgraded"
    # «Отношения стратегического партнёрства установлены в 2011 году»
    return act._replace(kind=kind, level=level, is_beginning=True)


def _is_plain(sentence: Sentence, relations: _Relations, act: _Act) -> bool:
    """Whether an act is upon the relations of states: they are called diplomatic, or raised to a level, or broken off
    with a state by a verb, or the act has its day and its own word."""
    told = is_verb(sentence, act.at) or announcing(sentence, act.at) is not None
    outright = act.kind == "severed" and _with_partner(sentence, relations.at) and told
    outright = outright or (act.kind in _OUTRIGHT and _is_done_to_them(sentence, relations.at, act.at))
    if relations.is_formal or act.level is not None or outright:
        return True
    return act.date is not None and act.kind not in ("upgraded", "ended") and act.at != relations.at


def _drafts(sentence: Sentence, relations: _Relations, act: _Act) -> Iterator[Draft]:
    """A claim for each pair of states whose relations an act was upon."""
    unit, date = sentence.units[relations.at], act.date
    for pair, words in each(sentence, act.at) or [(relations.parties, relations.named)]:
        yield Draft(
            "relations",
            {
                "parties": pair,
                "act": act.kind,
                "date": beginning(dated(date)) if act.is_beginning else dated(date),
                "level": act.level,
            },
            [run(sentence, [unit, sentence.units[act.at], date, *words])],
            [f"relations: {unit.text} + {sentence.units[act.at].text}"],
            0.95 if date is not None and relations.is_formal and words else 0.75,
        )


def _is_again(sentence: Sentence, act: int) -> bool:
    """Whether what was established had been before: "took up relations again", «вновь установлены»."""
    near = sentence.units[max(0, act - 2) : act + _AWAITED]
    return any(unit.key in sentence.language.words["anew"] for unit in near)


def _is_awaited(sentence: Sentence, act: int, index: int) -> bool:
    """Whether a noun's act is told not to have come yet: "establishment of relations had to await peace"."""
    if expected(sentence, act, index):
        return True
    if is_verb(sentence, act):
        return False
    behind = sentence.units[max(act, index) + 1 :][:_AWAITED]
    return any(unit.key in sentence.language.words["awaits"] for unit in behind)


def _is_conducted(sentence: Sentence, index: int) -> bool:
    """Whether it is how relations are kept that is told: "resumed the conduct of diplomatic relations"."""
    units = sentence.units
    conduct = sentence.language.words["conduct"]
    return index > 1 and units[index - 1].value == "of" and units[index - 2].key in conduct


def _agreed(sentence: Sentence, act: int, kind: str) -> bool:
    """Whether two states are told to have agreed upon the act, which is the act: «договорились о восстановлении»."""
    units = sentence.units
    if kind not in ("established", "resumed") or act < 2 or is_verb(sentence, act):
        return False
    about, before = units[act - 1], units[act - 2]
    settled = before.key in sentence.language.words["settled"] and not sentence.language.morphology.is_future(
        before
    )
    return about.kind == "preposition" and about.value in ("on", "topic") and settled


def _counted_back(
    sentence: Sentence, index: int, act: int, parties: tuple[str, ...], named: list[Unit]
) -> Iterator[Draft]:
    """Relations whose anniversary a sentence dates: "2014 marks 50 years since the establishment of …"."""
    day, words = day_counted_back(sentence, act) or (None, [])
    before = sentence.units[act - 1]
    later = day is None and before.kind == "preposition" and before.value in ("after", "since")
    later = later or (day is None and not is_anniversary(sentence, act))
    if len(parties) != 2 or parties[0] == parties[1] or later:
        return  # «через год после установления отношений»
    unit = sentence.units[index]
    yield Draft(
        "relations",
        {"parties": parties, "act": "established", "date": day},
        [run(sentence, [unit, sentence.units[act], *words, *named])],
        [f"relations: anniversary of {unit.text}"],
        0.75,
    )


def _is_done_to_them(sentence: Sentence, index: int, act: int) -> bool:
    """Whether relations are all that a verb's act was upon, right before or behind it: "relations were renewed", "broke
    off relations"."""
    units, words = sentence.units, sentence.language.words
    if not is_verb(sentence, act) or (index and units[index - 1].kind == "word"):
        return False
    if act < index:
        past = {"finite", "participle"} & {form for _, form in reading_of(sentence, act)}
        return act + 1 == index and bool(past) and voice(sentence, act) in ("active", "bare")
    between = units[index + 1 : act]
    kinds = {unit.kind for unit in between if unit.key not in words["adverb"]}
    return "be" in kinds and kinds <= {"be", "have"} and voice(sentence, act) == "passive"


def _with_partner(sentence: Sentence, index: int) -> bool:
    """Whether relations are told with the state that they are with: "relations with B"."""
    behind = sentence.units[index + 1 : index + 3]
    return any(unit.kind == "state" and unit.mark == "with" and unit.value[1] == "name" for unit in behind)


def _vague(sentence: Sentence, index: int, date: Unit | None) -> bool:
    """Whether relations are only called good ones, and no day says that they were agreed upon: "close ties"."""
    words = sentence.language.words
    before = next(
        (unit for unit in reversed(sentence.units[:index]) if unit.key not in words["bilateral"]), None
    )
    called = before is not None and before.key in words["vague_relations"]
    return called and (date is None or date.value.form != "day")


def _dates_back(sentence: Sentence, act: int) -> bool:
    return sentence.units[act].kind == "trigger" and "date_back" in predicates_of(sentence, act)


def _formally(date: Unit | None, strong: bool) -> bool:
    """Whether relations that date back to a time were formal ones: those called diplomatic, or with a day or year."""
    return date is not None and (strong or date.value.form in ("day", "month", "year"))


def _left_out(sentence: Sentence, act: int, index: int) -> Unit | None:
    """The date right behind relations whose verb is told before with another: "consular relations were established
    in 1950, diplomatic relations in 1964".
    """
    units = sentence.units
    if not any(unit.kind == "date" for unit in units[act + 1 : index]):
        return None
    behind = units[index + 1 : index + 3]
    return next((unit for unit in behind if unit.kind == "date"), None)


def _since(sentence: Sentence, index: int) -> Unit | None:
    """The date from which there are relations, told by a dash or colon alone: «дипотношения – с 31 января 1992 г.»,
    "Diplomatic relations: 5 May 1964".
    """
    units = sentence.units
    if index == 0 and len(units) <= 4 and units[1:2] and units[1].text in _POINTS:
        rest = [unit for unit in units[2:] if unit.kind not in ("punct", "preposition")]
        if len(rest) == 1 and rest[0].kind == "date":
            return rest[0]
    nominal = not any(unit.kind in ("trigger", "be", "have", "modal") for unit in units)
    for i in range(index + 1, min(index + 6, len(units))):
        if units[i].kind == "date":
            told = nominal or any(unit.text in "-–—" for unit in units[index + 1 : i])
            return units[i] if told and units[i].value.relation == "since" else None
        partner = nominal and units[i].kind == "state" and units[i].mark == "with"
        if units[i].kind != "preposition" and units[i].text not in "-–—" and not partner:
            return None
    return None


_OUTRIGHT = frozenset({"severed", "resumed"})
"""Acts upon relations that need no date to be told."""
_AWAITED = 7
"""Units behind an act among which the verb of which it is the subject is."""
_POINTS = frozenset(":-–—")


def told_once(drafts: list[Draft]) -> list[Draft]:
    """Drafts without the dates of a table's column that the notes of the same row tell in words, and without the acts
    that are told again right behind, without their date: "A cut ties in May. “A cut ties with us,” the minister said."
    """
    drafts = [draft for draft in drafts if not _told_again(draft, drafts)]
    worded = {
        _said(draft) for draft in drafts if draft.kind == "relations" and not draft.why[0].startswith(_LIST)
    }
    return [
        d for d in drafts if d.kind != "relations" or not d.why[0].startswith(_LIST) or _said(d) not in worded
    ]


def _told_again(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether the act of an undated draft was told with its date not far before."""
    if draft.kind != "relations" or draft.slots.get("date") is not None:
        return False
    start = draft.evidence[0][0]
    return any(
        other.kind == "relations"
        and other.slots.get("date") is not None
        and 0 < start - other.evidence[0][1] < _NEAR
        and _said(other)[:2] == _said(draft)[:2]
        for other in drafts
    )


def _said(draft: Draft) -> tuple[frozenset[str], str, str]:
    return frozenset(draft.slots["parties"]), draft.slots["act"], str(draft.slots.get("date"))


_NEAR = 200
"""Signs behind an act within which it is told again."""
_LISTED = frozenset({"date", "punct", "state", "number", "preposition"})
"""Kinds of unit that stand with a date in a list of relations."""
_LIST = "relations: list of relations with dates"


def _column(sentence: Sentence, unit: Unit, context: Context) -> Iterator[Draft]:
    """A date in a table's column "Formal relations began" or in a list of states with which there are relations."""
    if not context.home:
        return
    alone: list[Unit] = []
    for other in sentence.units:
        if other.kind == "trigger" and any(predicate in ACTS for predicate, _ in other.value):
            break  # "1974 (severed 2014)": what happened later is told by its own word
        if other.kind not in _LISTED:
            return
        alone.append(other)
    if unit not in alone:
        return
    told = [
        *sentence.header,
        *sentence.lead,
        *(sentence.heading if sentence.block.kind in ("item", "cell") else ()),
    ]
    if not any(head.kind == "relations" for head in told) or any(
        head.kind in ("mission", "instrument", "actor") for head in sentence.header
    ):
        return
    if sentence.header and not _of_thebeginning(sentence):
        return
    if _is_title(sentence):
        return
    named = [other for other in sentence.units if other.kind == "state"]
    state = (
        named[0].value[0]
        if len(named) == 1
        else context.section
        if not named and sentence.block.row >= 0
        else None
    )
    if state is None or state == context.home:
        return
    yield Draft(
        "relations",
        {"parties": (context.home, state), "act": "established", "date": beginning(unit.value.date)},
        [run(sentence, [unit, *named])],
        [f"{_LIST}, column {sentence.block.header!r}"],
        0.8,
    )


def _is_title(sentence: Sentence) -> bool:
    """Whether only the title of a page on two states speaks of relations: a year in a table below is of something
    else."""
    above = [*sentence.header, *sentence.lead]
    if any(head.kind == "relations" for head in above):
        return False
    sides = {str(unit.value[0]) for unit in sentence.heading if unit.kind == "state"}
    return len(sides) > 1 or any(unit.kind == "dyad" for unit in sentence.heading)


def _of_thebeginning(sentence: Sentence) -> bool:
    """Whether a column's header is about when relations began, not about the relations of two states ("Notes")."""
    return any(head.kind == "trigger" for head in sentence.header) or not any(
        head.kind in ("state", "dyad", "combining") for head in sentence.header
    )
