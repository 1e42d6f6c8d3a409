"""What a hostile act is done to, in the words of a claim, and the claim that comes of it."""

from __future__ import annotations

import itertools

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run, state_in_play
from comity.reading.frames.dates.act import date_unit, dated, given_date, head_date
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import adversaries, passing
from comity.reading.frames.nouns import in_class, phrase
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

ENVOYS = frozenset({"head-of-mission", "diplomat", "consul", "attache", "trade-representative"})
_ASIDE = 8
"""Units that a phrase between a verb and its object reaches."""
_INSIDE = frozenset({"between", "of", "with"})
_WHERE = frozenset({"place", "goal", "source"})
_KEPT_BY = frozenset({"word", "mission", "actor", "trigger", "state"})
_CARRIED = frozenset({"on", "topic", "for"})
_SUBJECT = frozenset({"nom", "nom-acc", "counted"})
_CIRCUMSTANCES = frozenset({"after", "with", "on", "topic", "place", "for", "during", "agent", "under"})
_PATIENT = frozenset({"acc", "nom-acc", "gen", "counted"})
_DASHES = frozenset("-–")
_FAR = 10
"""Units between a verb and its object behind a circumstance."""


# Acts so often told of history that only a date makes them one of the relations.
DATED = frozenset(
    {
        "attack",
        "seize",
        "detain",
        "impound",
        "nationalise",
        "suspend",
        "sever",
        "cancel",
        "call_off",
        "halt",
        "ban",
        "reduce",
        "freeze",
        "violate",
    }
)
_NAMES = frozenset({"word", "actor", "state", "place", "mission"})
_WARS = frozenset({"declare_war", "attack"})


def draft_of(
    sentence: Sentence,
    index: int,
    told: str,
    by: str | None,
    against: str | None,
    more: list[Unit],
    context: Context,
    *,
    private: bool = False,
) -> Draft | None:
    """The draft of an act between two states, or none where one of them or the act is not told; who did it need not be
    a state where private people did ("demonstrators attacked the embassy of B").
    """
    if not (by or private) or not against or by == against or not told:
        return None
    date = date_unit(sentence, index)
    since = date is not None and date.mark == "since" and date.value.relation == "since"
    if since and sentence.has_word("superlative", 0, index):
        date = None  # "it was the first time since 1958"
    if date is not None and str(date.value.date).startswith("../") and not _lasts(sentence, index):
        date = None  # until when a ban holds
    if date is not None and _of_a_thing(sentence, index, date):
        # "reimposed sanctions after withdrawing from a 2015 accord", "May 2023 – A …, citing the 2018 text"
        head = head_date(sentence, index)
        date = head if head is not date else None
    if passing.told_in_passing(sentence, index) and not passing.own_date(sentence, index, date):
        told_as_cause = context.news and is_verb(
            sentence, index
        )  # "summoned the envoy after B shelled a village"
        if not told_as_cause and {one for one, _ in reading_of(sentence, index)} & (DATED | _WARS):
            return None
        date = date if _same_year(sentence, index, date) else None
    doer = state_in_play(by, context) if by else None
    sides = {"by": doer, "against": state_in_play(against, context)}
    return Draft(
        "incident",
        {"act": told, **sides, "date": dated(date) or given_date(sentence)},
        [
            run(
                sentence,
                [
                    sentence.units[index],
                    date,
                    *more,
                    *adversaries.words_for(sentence, index, {by or against, against}),
                ],
            )
        ],
        [f"incident: {sentence.units[index].text}"],
        0.75 if date is not None else 0.6,
    )


def _lasts(sentence: Sentence, index: int) -> bool:
    """Whether an act goes on for years: an occupation."""
    return any(predicate == "attack" for predicate, _ in reading_of(sentence, index))


def _of_a_thing(sentence: Sentence, index: int, date: Unit) -> bool:
    """Whether a year behind an act belongs to a thing that it stands before: "a 2015 accord"."""
    at = sentence.index(date)
    if (
        sentence.language.cases
        or at <= index + 1
        or date.value.form != "year"
        or at + 1 >= len(sentence.units)
    ):
        return False
    if sentence.units[at - 1].value == "of" and at - 2 > index:
        return sentence.units[at - 2].kind in (
            "word",
            "instrument",
            "event",
        )  # "called the decision of 1918 …"
    article = sentence.units[at - 1].kind == "determiner"
    return article and sentence.units[at + 1].kind in ("word", "instrument", "trigger", "event", "state")


def _same_year(sentence: Sentence, index: int, date: Unit | None) -> bool:
    """Whether the year of a sentence is also that of an act told as the cause: "In 1984 relations soured after A
    expelled …".
    """
    if date is None or date.value.form != "year" or date.start > sentence.units[index].start:
        return False
    between = sentence.units[sentence.index(date) + 1 : index]
    if between and between[0].kind == "preposition" and not is_verb(sentence, index):
        return True  # "fled in 1996 following an invasion by A"
    return any(unit.kind == "relations" for unit in between)


def object_of(sentence: Sentence, index: int, how: str, clause: range) -> list[Unit]:
    """What the act is done to: behind an active verb, before a passive one."""
    units = sentence.units
    if how != "passive":
        if index + 1 >= clause.stop:
            return []
        while not sentence.language.cases and index + 2 < clause.stop and units[index + 1].kind == "date":
            index += 1  # "summoned on Saturday the ambassador of B"
        if index + 2 < clause.stop and units[index + 2].kind == "amount" and _is_inexact(sentence, index + 1):
            index += 1  # "expelled about 200 …"
        if index + 2 < clause.stop and units[index + 1].text in sentence.language.words["quote_open"]:
            index += 1  # "expelled “four envoys of B …"
        index = _past_aside(sentence, index, clause)
        stop = phrase(sentence, index + 1, frozenset({"of"}), clause.stop)
        stop = _past_list(sentence, index + 1, stop, clause)
        if index + 1 < stop < clause.stop and _is_withheld(sentence, stop):
            stop = phrase(
                sentence, stop + 1, frozenset({"of"}), clause.stop
            )  # "suspended financial support to B"
        one = units[stop - 1].kind == "amount" or units[stop - 1].key in sentence.language.words["one"]
        if stop + 1 < clause.stop and one and units[stop].value == "source":
            stop = phrase(
                sentence, stop + 1, frozenset({"of"}), clause.stop
            )  # «два из шести пунктов пропуска»
        # "expelled an attaché the following day", "breached the airspace of B a hundred times"
        another = (
            i
            for i in range(index + 2, stop)
            if units[i].kind == "determiner"
            and units[i].key in sentence.language.words["article"]
            and units[i - 1].kind in _NAMES
        )
        return [*units[index + 1 : next(another, stop)], *_goods(sentence, index + 1, stop, clause)]
    first = index
    while first > clause.start and (
        units[first - 1].kind in ("be", "have") or units[first - 1].key in sentence.language.words["adverb"]
    ):
        first -= 1
    while first - 1 > clause.start and units[first - 1].kind == "date":  # «два дипломата Б 3 мая высланы»
        first -= 1
        if units[first - 1].kind == "preposition" and units[first - 1].end > units[first - 1].start:
            first -= 1
        index = first
    if first - 1 > clause.start and units[first - 1].text == ",":  # "the ambassador, X, was expelled"
        comma = next(
            (i for i in range(first - 2, max(clause.start, first - 9), -1) if units[i].text == ","), None
        )
        first = first - 1 if units[first - 2].kind == "actor" or comma is None else comma
        index = first
    index = _before_complement(sentence, index, clause)
    first = min(first, index)
    while first > clause.start and not _ends_before(sentence, first - 1, clause):
        first -= 1
        if units[first].kind == "determiner" and units[first - 1].kind != "preposition":
            break
    governed = (
        first > clause.start and units[first - 1].kind == "preposition" and bool(sentence.language.cases)
    )
    if governed and not units[first].case.startswith("nom") and units[first].kind != "amount":
        # «в РФ (дипломат) объявлен …», «в порядке ответных мер (58 сотрудников) объявлены …»
        told = (i for i in range(first + 1, index) if _opens_phrase(units[i]))
        first = next(told, first)
    adverbs = sentence.language.words["adverb"]
    passed = ("be", "have", "modal")
    thing = [unit for unit in units[first:index] if unit.kind not in passed and unit.key not in adverbs]
    return list(itertools.dropwhile(lambda unit: unit.kind in ("preposition", "and"), thing))


def _past_list(sentence: Sentence, first: int, stop: int, clause: range) -> int:
    """Where a noun phrase ends whose adjectives are listed: "all (land, sea and air) borders"."""
    units = sentence.units
    plain = all(unit.kind in ("word", "determiner") for unit in units[first:stop])
    while (
        plain
        and first < stop < clause.stop - 1
        and units[stop].text == ","
        and units[stop + 1].kind == "word"
    ):
        end = phrase(sentence, stop + 1, frozenset({"of"}), clause.stop)
        goes_on = end < clause.stop and (units[end].text == "," or units[end].kind == "and")
        if not goes_on and not any(unit.kind == "and" for unit in units[stop + 1 : end]):
            break
        stop = end
    return stop


def _is_inexact(sentence: Sentence, at: int) -> bool:
    """Whether a preposition only says that the number behind it is not exact."""
    unit = sentence.units[at]
    return (
        unit.kind == "preposition"
        and not sentence.language.cases
        and unit.key in sentence.language.words["approx"]
    )


def _opens_phrase(unit: Unit) -> bool:
    """Whether a unit may begin those whom a passive verb tells of, behind a phrase that a preposition governs."""
    return unit.kind == "amount" or unit.case.startswith("nom")


def _goods(sentence: Sentence, first: int, stop: int, clause: range) -> list[Unit]:
    """What is imported, told behind where: «приостановил ввоз в А (рыбы)»."""
    units = sentence.units
    imports = units[first:stop]
    traded = any(unit.kind == "trigger" and any(p == "import" for p, _ in unit.value) for unit in imports)
    if not traded and not any(in_class(unit, sentence, "supplies") for unit in imports):
        return []
    if (
        stop + 2 >= clause.stop
        or units[stop].value != "goal"
        or units[stop + 1].kind not in ("state", "place")
    ):
        return []
    goods = stop + 2
    if units[goods].kind == "preposition" and units[goods].start == units[goods].end:
        return units[goods : phrase(sentence, goods + 1, frozenset({"of"}), clause.stop)]
    return []


def _before_complement(sentence: Sentence, index: int, clause: range) -> int:
    """The index after those an act is done to, before what it is done for: «(офицеры) по обвинению в шпионаже
    арестованы», in the order that frames expect.
    """
    units = sentence.units
    if not sentence.language.cases:
        return index
    carried = (
        i
        for i in range(max(clause.start + 1, index - _ASIDE), index)
        if units[i].kind == "preposition" and units[i].value in _CARRIED and units[i - 1].case in _SUBJECT
    )
    return next(carried, index)


def _past_aside(sentence: Sentence, index: int, clause: range) -> int:
    """The last unit before a verb's object where a phrase stands between: «отозвал для консультаций своего посла»."""
    units, owned = sentence.units, sentence.language.words["possessive"]
    if not sentence.language.cases or index + 1 >= clause.stop or units[index + 1].kind != "preposition":
        return index
    each = units[index + 2] if index + 2 < clause.stop and units[index + 1].value == "on" else None
    if each is not None and (each.kind == "amount" or each.key in sentence.language.words["one"]):
        return index + 1  # «выслали по два дипломата»
    if (soil := _off_its_soil(sentence, index, clause)) is not None:
        return soil
    if index + 3 < clause.stop and units[index + 1].value == "source" and units[index + 2].kind == "sides":
        ends = 3 if units[index + 3].start == units[index + 3].end else 2
        return index + ends  # «выслала из страны двух дипломатов», «… посла А»
    own = (i for i in range(index + 2, min(index + _ASIDE, clause.stop)) if units[i].key in owned)
    mine = next((i - 1 for i in own if i + 1 < clause.stop and is_envoy(sentence, units[i + 1])), index)
    return mine if mine != index else _past_circumstance(sentence, index, clause)


def _off_its_soil(sentence: Sentence, index: int, clause: range) -> int | None:
    """The last unit before an object behind where somebody is sent from: «выслать с территории страны (40 человек)»."""
    units, cursor = sentence.units, index + 2
    if units[index + 1].value != "source" or cursor >= clause.stop:
        return None
    named = units[cursor].kind == "place" or (
        units[cursor].kind == "state" and units[cursor].value[1] == "name"
    )
    if named and cursor + 2 < clause.stop:
        empty = units[cursor + 1].value == "of" and units[cursor + 1].start == units[cursor + 1].end
        return cursor + 1 if empty else cursor  # «выслала из РФ болгарского дипломата»
    if units[cursor].kind != "word":
        return None
    while (
        cursor + 2 < clause.stop
        and units[cursor + 1].value == "of"
        and not units[cursor + 1].text.strip(" of")
    ):
        cursor += 2
    own = units[cursor].kind in ("sides", "state") and cursor > index + 2
    if not own or cursor + 1 >= clause.stop:
        return None
    over = units[cursor + 1].kind == "preposition" and units[cursor + 1].value == "over"
    if over:  # «выслать с территории страны около 40 человек»
        return cursor + 1 if cursor + 2 < clause.stop and units[cursor + 2].kind == "amount" else None
    return cursor


def _past_circumstance(sentence: Sentence, index: int, clause: range) -> int:
    """The last unit before the object behind where or why something was done to it: «захватили в заливе танкер А»,
    «задержала по подозрению в шпионаже сотрудника посольства А».
    """
    units = sentence.units
    shore = units[index + 1].value == "owner" and in_class(units[index + 2], sentence, "shores")
    if units[index + 1].value not in _CIRCUMSTANCES and not shore:
        return index
    for i in range(index + 3, min(index + _FAR, clause.stop)):
        unit = units[i]
        if (
            unit.text in (",", ";")
            or unit.kind == "clause"
            or (unit.kind == "trigger" and is_verb(sentence, i))
        ):
            return index
        patient = unit.kind == "mission" or is_envoy(sentence, unit)
        patient = patient or any(in_class(unit, sentence, name) for name in ("nationals", "property"))
        if patient and unit.case in _PATIENT:
            first = i
            while units[first - 1].kind in ("state", "word", "amount") and units[first - 1].case == unit.case:
                first -= 1
            return first - 1
    return index


def without_dates(units: list[Unit]) -> list[Unit]:
    """The units without dates and the prepositions before them: «ввёл с 1 июля пошлины»."""
    kept: list[Unit] = []
    for unit in units:
        if unit.kind != "date":
            kept.append(unit)
        elif kept and kept[-1].kind == "preposition":
            kept.pop()
    return kept


def _ends_before(sentence: Sentence, at: int, clause: range) -> bool:
    """Whether the phrase before a passive verb begins behind a unit."""
    unit = sentence.units[at]
    if unit.text in _DASHES and unit.end == sentence.units[at + 1].start:
        return False  # «самолёт Су-24»
    if (
        unit.kind == "preposition"
        and at > clause.start
        and in_class(sentence.units[at - 1], sentence, "owned")
    ):
        return False  # "a boat belonging to a company of A"
    if unit.kind == "preposition" and any(
        in_class(one, sentence, "flag") for one in sentence.units[at + 1 : at + 3]
    ):
        return False  # «траулер под флагом А»
    if unit.kind == "word" and unit.key in sentence.language.words["said"] and not sentence.language.cases:
        return True  # "the ministry said | 15 employees of the embassy had been declared …"
    if unit.kind == "preposition" and _carries_goods(sentence, at, clause):
        return False  # "imports of fish of B to A were banned"
    if unit.kind == "preposition":
        before = sentence.units[at - 1] if at - 1 >= clause.start else None
        if unit.value == "place" and sentence.units[at + 1].kind == "place" and before is not None:
            return before.kind not in ("state", "mission")  # "employees of the embassy of B in P"
        if sentence.language.cases and unit.value in _WHERE and sentence.units[at + 1].kind == "state":
            # «поставки газа в А приостановлены», «сотрудники посольства А в Б высланы»
            return before is None or before.kind not in _KEPT_BY or not _is_subject(sentence, at, clause)
        return (
            unit.value not in _INSIDE
            or before is None
            or before.kind not in ("word", "mission", "actor", "trigger")
        )
    return unit.kind in ("punct", "date", "clause", "pronoun") or (
        unit.kind == "trigger" and is_verb(sentence, at)
    )


def _is_withheld(sentence: Sentence, at: int) -> bool:
    """Whether a word that may be a verb is by its place what is withheld: "(suspended direct) support"."""
    unit = sentence.units[at]
    known = unit.kind == "trigger" and in_class(unit, sentence, "withheld")
    return known and not sentence.language.cases and sentence.units[at - 1].kind == "word"


def _carries_goods(sentence: Sentence, at: int, clause: range) -> bool:
    """Whether "to" tells where imports or exports go, which stand before it in its phrase."""
    units = sentence.units
    if sentence.language.cases or units[at].value not in ("goal", "source") or units[at + 1].kind != "state":
        return False
    for unit in reversed(units[clause.start : at]):
        if in_class(unit, sentence, "supplies") or in_class(unit, sentence, "trades"):
            return True
        if unit.kind in ("punct", "clause", "pronoun", "date", "be"):
            return False
    return False


def _is_subject(sentence: Sentence, at: int, clause: range) -> bool:
    """Whether the noun phrase that ends before a preposition is one in the nominative."""
    for i in range(at - 1, clause.start - 1, -1):
        unit = sentence.units[i]
        if unit.kind == "trigger" and is_verb(sentence, i):
            return False
        if unit.kind in ("word", "trigger", "actor") and unit.case in _SUBJECT:
            return True
        if unit.kind in ("punct", "date", "clause", "pronoun"):
            return False
    return False


def is_envoy(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is a diplomat, a consul or one of their staff."""
    if unit.kind == "actor":
        return unit.value.cls in ENVOYS or (
            unit.value.cls == "minister"
            and (bool(unit.value.to) or " " not in (unit.value.person.office or ""))
        )
    return any(word in sentence.language.words["envoy"] for word in (unit.key.split(" ") if unit.key else ()))
