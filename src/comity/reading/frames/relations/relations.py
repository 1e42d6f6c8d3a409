"""Diplomatic relations: established, severed, suspended, resumed, upgraded, downgraded, ended."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.frames.parties import is_subject, parties_of
from comity.reading.frames.relations.acts import ACTS, acts_upon, beginning
from comity.reading.frames.relations.anniversaries import counted_from, day_counted_back, is_anniversary
from comity.reading.frames.relations.doers import each
from comity.reading.frames.relations.levels import level_of, partnership_of
from comity.reading.frames.relations.unreal import (
    is_later,
    is_mood,
    is_unreal,
    possible,
    with_unknown,
)
from comity.reading.frames.undone import expected
from comity.reading.sentence import NOMINAL, Sentence, is_fact, is_verb, predicates_of, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"relations", "date", "trigger:resume", "trigger:suspend", "trigger:sever"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Diplomatic relations between A and B were established on …", "A severed relations with B in …"."""
    return possible(_read(sentence, index, context))


def _read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    unit = sentence.units[index]
    if unit.kind == "date":
        yield from _column(sentence, unit, context)
        return
    if unit.kind == "trigger":
        yield from _they(sentence, index, context)
        return
    if unit.mark in ("on", "topic", "field") and any(
        other.kind == "instrument" for other in sentence.units[max(0, index - 6) : index]
    ):
        return
    formal = sentence.language.words["formal_relations"]
    strong = unit.key.split(" ")[0] in formal
    if _is_conducted(sentence, index):
        return
    if (
        index
        and sentence.units[index - 1].key in sentence.language.words["other_relations"]
        and not any(before.key in formal for before in sentence.units[max(0, index - 4) : index])
    ):
        return  # "partner relations" of towns, trade relations
    if with_unknown(sentence, index):
        return
    parties, named = parties_of(sentence, index, context)
    if strong and len(parties) == 2:
        context.relations = (parties, unit.span)
    if strong and any(
        unit.key in sentence.language.words["unbroken"] for unit in sentence.units[index + 1 :][:4]
    ):
        context.unbroken = True  # "the position remained that diplomatic relations continued"
    told_acts = list(acts_upon(sentence, index))
    acts = [(at, act) for at, act in told_acts if not counted_from(sentence, at)]
    for at, act in told_acts:
        if strong and act == "established" and counted_from(sentence, at):
            yield from _counted_back(sentence, index, at, parties, named)
    since = _since(sentence, index) if strong and not told_acts else None
    if since is not None and len(parties) == 2 and parties[0] != parties[1]:
        yield Draft(
            "relations",
            {"parties": parties, "act": "established", "date": beginning(since.value.date)},
            [run(sentence, [unit, since, *named])],
            [f"relations: {unit.text} since {since.text}"],
            0.8,
        )
    for act_index, act in acts:
        if is_unreal(sentence, act_index) or (not strong and is_mood(sentence, act_index, index)):
            continue
        if not (is_fact(sentence, act_index) and is_fact(sentence, index)) and not _agreed(
            sentence, act_index, act
        ):
            continue
        if _is_awaited(sentence, act_index, index):
            continue
        date = _left_out(sentence, act_index, index) or date_unit(sentence, act_index)
        if date is not None and not strong and is_later(sentence, act_index, date):
            continue
        pairs = each(sentence, act_index)
        if not pairs and (len(parties) != 2 or parties[0] == parties[1]):
            continue
        if act == "established" and _dates_back(sentence, act_index) and not _formally(date, strong):
            continue
        if act == "established" and not strong and _vague(sentence, index, date):
            continue
        if act == "established" and _is_again(sentence, act_index):
            act = "resumed"  # "took up relations again"
        told_act, level = act, level_of(sentence, act_index) if act == "upgraded" else None
        if act == "established" and (level := partnership_of(sentence, index)) is not None:
            act = "upgraded"  # «Отношения стратегического партнёрства установлены в 2011 году»
        outright = act == "severed" and _with_partner(sentence, index) and is_verb(sentence, act_index)
        if (
            not strong
            and level is None
            and not outright
            and (date is None or act in ("upgraded", "ended") or act_index == index)
        ):
            continue
        if len(parties) == 2:
            context.relations = (parties, unit.span)
        for pair, words in pairs or [(parties, named)]:
            yield Draft(
                "relations",
                {
                    "parties": pair,
                    "act": act,
                    "date": beginning(dated(date)) if told_act == "established" else dated(date),
                    "level": level,
                },
                [run(sentence, [unit, sentence.units[act_index], date, *words])],
                [f"relations: {unit.text} + {sentence.units[act_index].text}"],
                0.95 if date is not None and strong and words else 0.75,
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


_AWAITED = 7
"""Units behind an act among which the verb of which it is the subject is."""
_NEAR = 400
"""How far behind relations a pronoun may mean them."""
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


def _of_thebeginning(sentence: Sentence) -> bool:
    """Whether a column's header is about when relations began, not about the relations of two states ("Notes")."""
    return any(head.kind == "trigger" for head in sentence.header) or not any(
        head.kind in ("state", "dyad", "combining") for head in sentence.header
    )


def _they(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """An act upon relations named before: "… broke off relations with B; they were resumed in June"."""
    clause = sentence.clause(index)
    units = sentence.units
    if not is_fact(sentence, index):
        return
    yield from _outright(sentence, index, context)
    if any(units[i].kind == "relations" for i in clause):
        return
    yield from _by_one(sentence, index, context)
    if voice(sentence, index) not in ("passive", "bare"):
        return
    subject = next(
        (
            units[i]
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].kind in NOMINAL | {"pronoun"} and units[i].kind != "date"
        ),
        None,
    )
    if subject is None and sentence.block.kind == "cell":
        yield from _noted(sentence, index, context)
    if subject is None or subject.kind != "pronoun" or context.relations is None:
        return
    if subject.key in sentence.language.words["thing_pronoun"]:
        return  # "an arrangement was signed in 1974, but it was terminated …"
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    date = date_unit(sentence, index)
    parties, words = context.relations
    if date is None:
        return
    here = run(sentence, [subject, units[index], date])
    yield Draft(
        "relations",
        {"parties": parties, "act": act, "date": dated(date)},
        [here] if here[0] <= words[0] < here[1] else [here, words],
        [f"relations: {subject.text} + {units[index].text}"],
        0.7,
    )


def _outright(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Relations that a verb severs without naming them: «26 марта А порвала с Б»."""
    units = sentence.units
    ties = index + 1 < len(units) and units[index + 1].key in sentence.language.words["ties"]
    if not (ties or units[index].key in sentence.language.words["breaks_with"]) or index + 3 >= len(units):
        return
    if "sever" not in predicates_of(sentence, index):
        return
    partner = units[index + 2 + ties]
    doer = next((unit for unit in reversed(units[:index]) if unit.kind in NOMINAL - {"date"}), None)
    if doer is None or partner.mark != "with" or not (is_subject(doer) or _is_capital(doer)):
        return
    if not _is_capital(partner) and not (partner.kind == "state" and partner.value[1] == "name"):
        return
    parties = (states_of(doer)[0], states_of(partner)[0])
    date = date_unit(sentence, index)
    if parties[0] == parties[1]:
        return
    exact = date is not None and date.value.form in ("day", "month")
    if not sentence.language.cases and not exact:
        return  # "A broke with B around 1960": over a doctrine
    words = run(sentence, [doer, units[index], partner, date])
    context.relations = (parties, words)
    yield Draft(
        "relations",
        {"parties": parties, "act": "severed", "date": dated(date)},
        [words],
        [f"relations: {units[index].text}"],
        0.7,
    )


def _is_capital(unit: Unit) -> bool:
    """Whether a town stands for its state: "P broke with Q"."""
    return unit.kind == "place" and unit.mark in ("", "with") and bool(states_of(unit))


def _by_one(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What one of two states did to the relations told before: "A had severed them in 2016"."""
    units = sentence.units
    near = units[max(0, index - 1) : index + 2]
    what = next((unit for unit in near if unit.key in sentence.language.words["them"]), None)
    if what is None:
        return
    if context.relations is None or sentence.start - context.relations[1][1] > _NEAR:
        return
    parties, words = context.relations
    doer = next((unit for unit in reversed(units[:index]) if unit.kind in NOMINAL - {"date"}), None)
    if doer is None or not is_subject(doer) or str(doer.value[0]) not in parties:
        return
    date = date_unit(sentence, index)
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    here = run(sentence, [doer, units[index], what, date])
    yield Draft(
        "relations",
        {"parties": parties, "act": act, "date": dated(date)},
        [here] if here[0] <= words[0] < here[1] else [here, words],
        [f"relations: {what.text} + {units[index].text}"],
        0.7,
    )


def _noted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """A note without a subject in a table of relations: "Suspended on …, resumed in …"."""
    date = date_unit(sentence, index)
    pair = context.pair()
    headed = any(unit.kind == "relations" for unit in (*sentence.heading, *sentence.header))
    if not headed or date is None or pair is None or context.section is None:
        return
    act = next(ACTS[predicate] for predicate, _ in reading_of(sentence, index) if predicate in ACTS)
    yield Draft(
        "relations",
        {"parties": pair, "act": act, "date": dated(date)},
        [run(sentence, [sentence.units[index], date])],
        [f"relations: note {sentence.units[index].text}"],
        0.75,
    )
