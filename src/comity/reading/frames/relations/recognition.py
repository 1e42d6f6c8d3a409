"""Recognition of one state by another."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.dates.others import as_things_stood
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents.adversaries import joined
from comity.reading.frames.parties import is_subject
from comity.reading.frames.relations.deciders import announces, decides, of_decision, one_of
from comity.reading.frames.relations.forms import FORMS, form_of
from comity.reading.frames.relations.mutual import is_mutual, of_each_other, only_date
from comity.reading.frames.relations.nobody import (
    as_what,
    by_others,
    is_adjective,
    is_asked,
    is_of_merit,
    is_part_of_subject,
    of_a_text,
    of_some,
    on_a_matter,
    taken_back,
    told_of,
)
from comity.reading.frames.relations.recognisers import (
    agents,
    behind,
    freed_before,
    later_ones,
    recognised_before,
)
from comity.reading.frames.relations.treaties import by_treaty
from comity.reading.frames.relations.unreal import is_requested, possible
from comity.reading.sentence import Sentence, is_fact, is_verb, voice
from comity.reading.units import Unit, is_capitalised

_DASHES = frozenset("-–—")
STARTS = frozenset({"trigger:recognize"})

_POLITIES = frozenset({"state", "pronoun", "actor", "organisation", "body"})
_OTHERS = frozenset({"after", "before"})
_NO_OBJECT = frozenset({"after", "before"})
_TOWARDS = frozenset({"goal", "between"})
_AWAY = frozenset({"against", "with"})
_ASIDE = frozenset({"with", "against", "from", "source", "place"})
_OBJECT = 6
"""Units behind a verb among which its object is."""
_NO_SUBJECT = frozenset({"place", "with", "against", "agent"})
"""What marks a state before a passive that is not what is recognised: "the offices in B were recognised as …"."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A recognized B on …", "B was recognized by A", "recognition of B by A", "A extended recognition to B"."""
    return possible(_read(sentence, index, context))


def _read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    if not is_fact(sentence, index) or is_requested(sentence, index):
        return
    units = sentence.units
    if index > 1 and units[index - 1].text in _DASHES and units[index - 2].text.isupper():
        return  # "UN-recognised states"
    how = voice(sentence, index)
    after = units[index + 1] if index + 1 < len(units) else None
    if after is not None and after.key in sentence.language.words["negation"]:
        return  # "recognises neither A nor B"
    one_of_them = one_of(sentence, index) if how == "ing" else None
    thereby = how == "ing" and index > 1 and units[index - 1].key in sentence.language.words["thereby"]
    unsaid = of_a_text(sentence, index) or of_some(sentence, index)
    if how == "ing" and one_of_them is None and not thereby and unsaid:
        return
    if not _of_independence(sentence, index):
        return
    clause = sentence.clause(index)
    partner = by_treaty(sentence, index) if how not in ("noun", "passive", "ing") else None
    if how not in ("noun", "passive", "ing") and partner is None and _by_treaty(sentence, index):
        return
    if is_mutual(sentence, index):
        yield from of_each_other(sentence, index, context)
        return
    left = [units[i] for i in clause if i < index]
    right = [units[i] for i in clause if i > index]
    by: Unit | None
    of: Unit | None
    if not is_verb(sentence, index):
        if is_of_merit(sentence, index) or taken_back(sentence, index) or is_asked(sentence, index):
            return
        by = next((u for u in right if u.kind == "state" and u.mark == "agent"), None) or _owner(
            sentence, index
        )
        by = by or next(
            (
                u
                for u in reversed(left)
                if (u.kind == "state" and u.mark not in ("of", "goal")) or decides(sentence, u, index)
            ),
            None,
        )
        by = by or announces(sentence, index, clause)
        of = next((u for u in right if u.kind in ("state", "actor") and u.mark in ("of", "goal", "")), None)
        if of is None or of.mark == "":
            # "switched recognition from P to Q": the capital of whom
            of = next((u for u in right if u.kind == "place" and u.mark == "goal"), of)
        taker = _taker(sentence, index)
        if taker is not None:
            of, by = taker, next((u for u in reversed(left) if u.kind == "state" and u is not taker), None)
    elif how == "passive":
        if as_what(sentence, index):
            return
        of = next((u for u in reversed(left) if u.kind == "state"), None)
        if of is not None and of.mark in _NO_SUBJECT and is_part_of_subject(sentence, of):
            return
        by = next((u for u in right[:1] if u.kind == "state" and _is_fixed(u)), None)
        by = by or next((u for u in right if u.kind == "state" and u.mark == "agent"), None)
    else:
        doers = [u for u in _subject_of(sentence, index, left, thereby) if u.kind in ("state", "actor")]
        # "A was the second country after B to recognise C"
        by = one_of_them or next(
            (u for u in reversed(doers) if u.mark not in _OTHERS), doers[-1] if doers else None
        )
        if by is not one_of_them and by is not None and by.mark in _AWAY and by is not units[index - 1]:
            by = next((u for u in reversed(doers) if not u.mark), by)
        by = partner or (of_decision(sentence, index) if how == "infinitive" else None) or by
        if (partner is None and by_others(sentence, index, by)) or as_what(sentence, index):
            return
        of = next((u for u in right if u.kind == "state" and u.mark not in _NO_OBJECT), None)
        if of is not None and of.mark in ("place", "source"):
            of = next((u for u in right if u.kind == "state" and u.mark in ("", "of")), of)
        elif of is not None and of.mark in _TOWARDS and " " not in units[index].key:
            return  # «признала присоединённые к А регионы»
        of = of or freed_before(sentence, index)
        inverted = behind(sentence, index) if how != "infinitive" else None
        if inverted is not None:
            by, of = inverted
        aside = of is None and by is not None and by.mark in _ASIDE
        thing = inverted is None and _of_a_thing(sentence, index, of)
        if aside or thing or is_adjective(sentence, index):
            return  # "…, in conflict with A, recognised it", "the recognised government"
    if of is not None and not _is_polity(sentence, of):
        return
    before = recognised_before(sentence, index, context) if of is None and how == "passive" else None
    by_code = _code(by) or (context.counterpart(_code(of)) if by is None or by.kind == "actor" else None)
    of_code = _code(of) or before or context.counterpart(by_code)
    if of is None and of_code is None and how != "noun" and _right_before(sentence, by, index):
        of_code = _page_state(by_code, context)
    if by is None and by_code is None:
        by_code = context.home
    date = date_unit(sentence, _joined_verb(sentence, index)) or (only_date(sentence) if thereby else None)
    date = None if as_things_stood(sentence, date) else date
    amounts = _amounts_to(sentence, index) and context.date is not None
    acted = (
        how != "noun"
        or _taker(sentence, index) is not None
        or (by is not None and decides(sentence, by, index))
    )
    acted = acted or (by is not None and by is announces(sentence, index, clause))
    if date is None and not amounts and not (by is not None and (of is not None or before) and acted):
        return
    form = form_of(sentence, index)
    for other in [of, *_joined(sentence, of)]:
        of_one = of_code if other is of else _code(other)
        if by_code is None or of_one is None or by_code == of_one:
            continue
        day, evidence = _start(dated(date)), [run(sentence, [units[index], by, other, date])]
        if amounts and day is None and context.date is not None:
            day, elsewhere = context.date
            evidence.append(elsewhere)
        sure = 0.9 if date is not None and by is not None and of is not None else 0.6
        why = [f"recognition: {units[index].text} ({how})"]
        together = (
            [one for one in joined(sentence, index, by_code) if one != of_one]
            if how not in ("passive", "noun", "ing")
            else []
        )
        if how == "passive":
            together = [str(unit.value[0]) for unit in agents(sentence, by)]
        for one in dict.fromkeys((*together, by_code)):
            slots = {"by": one, "of": of_one, "date": day, "form": form}
            yield Draft("recognition", slots, list(evidence), list(why), sure)
        for later_one in later_ones(sentence, other) if how == "active" else ():
            slots = {"by": _code(later_one), "of": of_one, "form": form}
            words = run(sentence, [units[index], other, later_one])
            yield Draft("recognition", slots, [words], list(why), sure)
        for follower, later in _followers(sentence, index) if how not in ("passive", "noun", "ing") else ():
            slots = {"by": _code(follower), "of": of_one, "date": later.value.date, "form": form}
            words = run(sentence, [units[index], other, follower, later])
            yield Draft("recognition", slots, [words], list(why), sure)
        for agent, later in _further_agents(sentence, by) if how == "passive" else ():
            slots = {"by": _code(agent), "of": of_one, "date": later.value.date, "form": form}
            words = run(sentence, [units[index], other, agent, later])
            yield Draft("recognition", slots, [words], list(why), sure)
        for later, later_form in _further(sentence, date, max(units[index].end, other.end if other else 0)):
            slots = {"by": by_code, "of": of_one, "date": later.value.date, "form": later_form}
            yield Draft(
                "recognition", slots, [run(sentence, [units[index], by, other, later])], list(why), sure
            )


def _owner(sentence: Sentence, index: int) -> Unit | None:
    """The state right before the noun, whose recognition it is: "the minister was told of U.S. recognition"."""
    before = sentence.units[index - 1] if index else None
    if before is None or before.kind != "state" or sentence.language.cases:
        return None
    return before if before.value[1] == "adjective" or "." in before.text else None


def _by_treaty(sentence: Sentence, index: int) -> bool:
    """Whether the subject right before a verb is an instrument: "The Treaty of P(, which) recognised B"."""
    units = sentence.units
    at = index - 1
    while at > 0 and (
        units[at].key in sentence.language.words["adverb"]
        or units[at].kind in ("have", "date", "punct", "place")
        or (units[at].kind == "word" and is_capitalised(units[at]))
        or (units[at].kind == "preposition" and units[at].value in ("of", "place"))
        or units[at].key in sentence.language.words["relative"]
    ):
        at -= 1
    first = next((unit for unit in units[:index] if unit.kind in ("instrument", "state", "actor")), None)
    led = first is not None and first.kind == "instrument" and not first.mark
    return units[at].kind == "instrument" or (led and not any(is_subject(unit) for unit in units[:index]))


def _of_independence(sentence: Sentence, index: int) -> bool:
    """Whether a verb that may be of anything tells what is recognised by a word for independence: "acknowledged B's
    independence"."""
    words, units = sentence.language.words, sentence.units
    behind = [units[i] for i in sentence.clause(index) if index < i <= index + _OBJECT]
    if voice(sentence, index) == "passive":
        behind += units[max(0, index - _OBJECT) : index]  # "the independence of B was acknowledged by A"
    return units[index].key not in words["acknowledges"] or any(
        unit.key in words["independence"] for unit in behind
    )


def _subject_of(sentence: Sentence, index: int, left: list[Unit], thereby: bool) -> list[Unit]:
    """The units before a verb among which its subject is: those before the first verb where it is one of several."""
    units, verb = sentence.units, index
    if sentence.language.cases:
        return left
    if thereby:
        return [unit for unit in units[:index] if not unit.mark][:1]
    before = index - 1
    while before > 0 and units[before].key in sentence.language.words["adverb"]:
        before -= 1
    if before > 0 and units[before].kind == "and":
        verb = next((i for i in range(before - 1, -1, -1) if is_verb(sentence, i)), index)
    ahead = [unit for unit in left if unit.start < units[verb].start]
    return ahead if any(unit.kind == "state" for unit in ahead) else left


def _joined_verb(sentence: Sentence, index: int) -> int:
    """The verb joined to one by "and", with which it shares its date: "recognised and established relations with B"."""
    behind = index + 2
    joined = (
        behind < len(sentence.units)
        and is_verb(sentence, index)
        and sentence.units[index + 1].kind == "and"
        and is_verb(sentence, behind)
    )
    return behind if joined else index


def _start(date: Date | None) -> Date | None:
    """The day of an act told by how long it has held: "has recognised B since 2012"."""
    return date.start if date is not None and str(date).endswith("/..") and date.start is not None else date


def _page_state(by: str | None, context: Context) -> str | None:
    """The state whose page it is, where no other is told that "the new state" could be."""
    others = [state for state in context.told if state not in (by, context.home)]
    return (
        context.home if by is not None and by != context.home and not others and not context.loose else None
    )


def _taker(sentence: Sentence, index: int) -> Unit | None:
    """Whom recognition was given to, right before the noun: "granted B recognition"."""
    units = sentence.units
    if index < 2 or units[index - 1].kind != "state" or units[index - 1].value[1] != "name":
        return None
    gives = units[index - 2].kind == "trigger" and any(p == "provide" for p, _ in units[index - 2].value)
    given_by = (
        units[index - 3] if index > 2 else None
    )  # else it is whose recognition it is: "extended U.S. recognition"
    named = given_by is not None and given_by.kind == "state" and given_by.value[1] == "name"
    return units[index - 1] if gives and named else None


def _right_before(sentence: Sentence, by: Unit | None, index: int) -> bool:
    """Whether a state stands right before a verb as its subject."""
    if by is None or by.mark:
        return False
    adverbs = sentence.language.words["adverb"]
    between = sentence.units[sentence.index(by) + 1 : index]
    return all(unit.kind in ("have", "be") or unit.key in adverbs for unit in between)


def _followers(sentence: Sentence, index: int) -> Iterator[tuple[Unit, Unit]]:
    """Who did the same later, each with its date: "…, followed by B on 3 May and C on 5 May"."""
    units, words = sentence.units, sentence.language.words["followed"]
    at = next((i for i in range(index + 1, len(units)) if units[i].key in words), None)
    if at is None or at + 1 >= len(units) or units[at + 1].value != "agent":
        return
    follower: Unit | None = None
    for unit in units[at + 2 :]:
        if unit.kind == "state" and unit.value[1] == "name":
            follower = unit
        elif unit.kind == "date" and follower is not None:
            yield follower, unit
            follower = None
        elif unit.kind not in ("and", "preposition", "determiner") and unit.text != ",":
            return


def _further_agents(sentence: Sentence, first: Unit | None) -> Iterator[tuple[Unit, Unit]]:
    """Who did the same by the same passive, each with its own date: "by A in 1823 and by B in 1831"."""
    if first is None:
        return
    agents: list[Unit] = []
    for unit in sentence.units[sentence.index(first) + 1 :]:
        if unit.kind == "state" and unit.mark == "agent":
            agents.append(unit)
        elif unit.kind == "date":
            yield from ((agent, unit) for agent in agents)
            agents = []
        elif unit.kind == "trigger" or unit.kind == "clause":
            return


def _further(sentence: Sentence, date: Unit | None, told: int) -> Iterator[tuple[Unit, str]]:
    """Further forms, each with its date behind it: "recognised B de facto in 1920 and de jure on 26 January 1921"."""
    if date is None:
        return
    reached = max(date.end, told)
    for unit in sentence.units:
        if unit.kind != "date" or unit.start < reached:
            continue
        between = sentence.text[reached : unit.start].lower()
        for name, form in FORMS.items():
            if any(phrase in between for phrase in sentence.language.words[name]):
                yield unit, form
        reached = unit.end


def _amounts_to(sentence: Sentence, index: int) -> bool:
    """ "This constituted recognition of B": the act told before was one, on its day."""
    words = sentence.language.words
    return (
        index > 1
        and sentence.units[0].key in words["definite"]
        and not is_verb(sentence, index)
        and any(unit.key in words["amounts_to"] for unit in sentence.units[1:index])
    )


def _of_a_thing(sentence: Sentence, index: int, of: Unit | None) -> bool:
    """Whether a verb's object is not a state but something of it: "recognised the importance of B"; without any state
    it must be a pronoun or a word for a state.
    """
    units, polity = sentence.units, sentence.language.words["polity"]
    clause = sentence.clause(index)
    behind = units[index + 1 : sentence.index(of) if of is not None else min(index + 5, clause.stop)]
    after = behind[0] if behind else None
    if of is not None and not told_of(sentence, behind):
        return True  # "recognised the referendum in P and …"
    if of is not None and on_a_matter(sentence, of):
        return True  # "recognises A on the issue of C"
    named = of is not None and (of.mark not in ("of", "place", "source") or of.value[1] == "adjective")
    if named and not (after is not None and after.key in sentence.language.words["its"]):
        return False  # but "recognised its new name, B"
    if of is None and " " in units[index].key:
        return False  # "extended recognition"
    if after is None or after.kind in ("and", "date"):
        return of is None and not any(unit.key in polity for unit in units[clause.start : index])
    told = any(unit.key in polity or unit.kind in _POLITIES for unit in behind)
    return not told and not (of is None and after.text.isupper())


def _is_polity(sentence: Sentence, of: Unit) -> bool:
    """Whether it is the state, its government or its independence that is recognised, not something else of it."""
    if of.kind != "state":
        return True
    units = sentence.units
    at = sentence.index(of)
    behind = units[at + 1] if at + 1 < len(units) else None
    polity = sentence.language.words["polity"]
    if at and units[at - 1].text in _DASHES and behind is not None and behind.kind == "word":
        return False  # "the one-A policy"
    if of.value[1] == "adjective" or (behind is not None and behind.kind == "poss"):
        return any(unit.key in polity for unit in units[at + 1 : at + 5])
    return True


def _joined(sentence: Sentence, of: Unit | None) -> list[Unit]:
    """Further states recognised by the same words: "Slovenia and Croatia"."""
    if of is None or of.kind != "state":
        return []
    found = []
    cursor = sentence.index(of) + 1
    units = sentence.units
    while cursor + 1 < len(units) and (units[cursor].text == "," or units[cursor].kind == "and"):
        cursor += 1
        while cursor < len(units) and units[cursor].kind in ("and", "determiner"):
            cursor += 1
        if cursor >= len(units) or units[cursor].kind != "state" or units[cursor].value[1] != "name":
            break
        found.append(units[cursor])
        cursor += 1
    return found


def _is_fixed(unit: Unit) -> bool:
    """Whether a name has no cases, so that none tells who did it: «признано Гаити»."""
    return bool(unit.value[1] == "name") and unit.case in ("", "nom-acc") and not unit.mark


def _code(unit: Unit | None) -> str | None:
    if unit is None:
        return None
    if unit.kind == "state":
        return str(unit.value[0])
    if unit.kind in ("actor", "organisation", "place"):
        return getattr(unit.value, "state", None) or None
    return None
