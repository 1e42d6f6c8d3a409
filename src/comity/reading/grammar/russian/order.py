"""The order that frames expect: the subject before its verb, the object behind it."""

from __future__ import annotations

import functools
import itertools
import re

from comity.reading.grammar.russian.cases import adjective_cases, is_adjective, is_plain_number, noun_cases
from comity.reading.grammar.russian.mistaken import MONTHS
from comity.reading.grammar.russian.words import DASHES, forms
from comity.reading.units import DATELINE, Unit

_CARRIED = frozenset({"of", "on", "topic", "between", "field", "for"})
_ASIDE = 12
"""Units of a participle and what belongs to it before a noun."""
_ROMAN = re.compile(r"[IVX]{1,6}")
_SUBJECTS = frozenset({"он", "она", "оно", "они"})
_OBJECTS = frozenset({"его", "ее", "её", "их", "ему", "ей", "им"})
_CONTRAST = "а"


def arrange(units: list[Unit], governed: list[Unit]) -> list[Unit]:
    """The units with every verb behind its subject and before its object, clause by clause."""
    _inherit(units, governed)
    _dash_as_copula(units)
    _put_behind(units)
    bounds = [
        -1,
        *(
            i
            for i, unit in enumerate(units)
            if unit.kind == "clause" or unit.text == ";" or _opens_clause(units, i)
        ),
        len(units),
    ]
    out: list[Unit] = []
    for low, high in itertools.pairwise(bounds):
        if low >= 0:
            out.append(units[low])
        clause = units[low + 1 : high]
        out.extend(clause if low >= 0 and _is_subject(units[low], clause) else _ordered(clause))
    return out


_RELATIVES = {"который": "masc", "которая": "femn", "которое": "neut", "которые": "plur"}


def _is_subject(relative: Unit, clause: list[Unit]) -> bool:
    """Whether the pronoun that opens a clause is its subject: «президента, который посетил А», not «договор, который
    подписал президент»."""
    gender = _RELATIVES.get(relative.text)
    verb = next((i for i, unit in enumerate(clause) if _predicate(unit)), -1)
    if gender is None or verb < 0 or any(unit.case == "nom" for unit in clause):
        return False
    told = [form for form in forms(clause[verb].text.split(" ")[0].lower()) if form.pos in ("VERB", "PRTS")]
    return any(
        form.number == "plur" if gender == "plur" else form.number == "sing" and form.gender in ("", gender)
        for form in told
    )


def _opens_clause(units: list[Unit], index: int) -> bool:
    """Whether a colon or «а» stands between two clauses: «А ответила: из столицы высланы …», «в мае … побывал в А, а в
    октябре Б посетил …»."""
    if units[index].kind == "and" and units[index].key == _CONTRAST and units[index - 1].text == ",":
        return any(_predicate(unit) for unit in units[index + 1 : _end_of_clause(units, index + 1)]) and any(
            _predicate(unit) for unit in units[:index]
        )
    return (
        units[index].text == ":"
        and any(_predicate(unit) for unit in units[index + 1 :])
        and not any(_predicate(unit) for unit in units[max(0, index - 2) : index])
    )


def _end_of_clause(units: list[Unit], index: int) -> int:
    """Where the clause that begins at an index ends at the latest: at the next comma or word that opens one."""
    return next(
        (i for i in range(index, len(units)) if units[i].kind == "clause" or units[i].text in (",", ";")),
        len(units),
    )


def _dash_as_copula(units: list[Unit]) -> None:
    """«Посол … – А. Б.»: a dash between an office and its holder says "is"."""
    for index in range(1, len(units) - 1):
        unit, before, after = units[index], units[index - 1], units[index + 1]
        if (
            unit.text in DASHES
            and unit.start > before.end
            and before.kind == "actor"
            and after.kind == "actor"
        ) and bool(before.value.person.name) != bool(after.value.person.name):
            unit.kind = "be"


def _put_behind(units: list[Unit]) -> None:
    """Puts what a participle tells of somebody behind them: «принял прибывшего в Софию с визитом министра»."""
    for index in range(len(units)):
        if not _attributive(units[index]) or (index and units[index - 1].kind in ("punct", "clause")):
            continue
        head = _described(units, index)
        if not head:
            continue
        stop = _complement(units, head + 1)
        told = units[index:head]
        if told[-1].kind == "preposition" and told[-1].start == told[-1].end:
            del told[-1]
        at = units[stop - 1].end
        units[index:stop] = [*units[head:stop], Unit("punct", at, at, ",", ","), *told]


def _complement(units: list[Unit], index: int) -> int:
    """Where what belongs to a delegation ends: «делегация парламента А во главе со спикером Б.»."""
    while (
        index + 1 < len(units) and units[index].kind == "preposition" and units[index].value in ("of", "led")
    ):
        index += 1
        while index < len(units) and units[index].kind in ("word", "state", "organisation", "body", "actor"):
            index += 1
            if units[index - 1].kind == "actor":
                break
    return index


def _attributive(unit: Unit) -> bool:
    return (
        unit.kind == "trigger"
        and any(form in ("ing", "participle") for _, form in unit.value)
        and bool(adjective_cases(unit.text.split(" ")[0]))
    )


def _described(units: list[Unit], participle: int) -> int:
    """The person whom a participle before them describes; 0 where there is none."""
    cases = {case for case, _ in adjective_cases(units[participle].text.split(" ")[0])}
    governed = False
    for index in range(participle + 1, min(participle + _ASIDE, len(units))):
        unit = units[index]
        if unit.kind == "actor":
            return index if unit.case in cases and index > participle + 1 else 0
        if unit.kind in ("punct", "clause", "and") or (
            unit.kind == "trigger" and any(form != "noun" for _, form in unit.value)
        ):
            return 0
        if unit.kind == "preposition":
            governed = unit.end > unit.start
        elif not (is_adjective(unit) or (unit.kind == "word" and adjective_cases(unit.text))):
            if not governed and unit.case in cases:
                return 0  # «состоявшегося визита министра»: the noun is what the participle describes
            governed = False
    return 0


_HEADS = frozenset({"office", "body", "event", "organisation"})


def _inherit(units: list[Unit], governed: list[Unit]) -> None:
    """Gives a unit that stages made of several the case of its head."""
    cursor = 0
    for unit in units:
        if unit.kind not in ("actor", "organisation", "body", "event") or unit.case:
            continue
        while cursor < len(governed) and governed[cursor].end <= unit.start:
            cursor += 1
        inner = cursor
        best = ""
        while inner < len(governed) and governed[inner].start < unit.end:
            told = governed[inner]
            # «делегация Совета Федерации», «делегация Ассамблеи»: of a person the office tells the case
            heads = frozenset({"office"}) if unit.kind == "actor" else _HEADS
            if told.case and (told.kind in heads or not best):
                best = told.case
                if told.kind in ("office", "body", "event"):
                    break
            inner += 1
        unit.case = best
    _share_title(units, governed)


def _share_title(units: list[Unit], governed: list[Unit]) -> None:
    """Gives names that do not change the case of the title they share: «министры А и Б Анна Крук и П. Саар»."""
    offices = {told.start: told.case for told in governed if told.kind == "office" and told.case}
    case = ""
    for unit in units:
        if unit.kind == "word" and unit.start in offices:
            unit.case = case = offices[unit.start]
        elif unit.kind == "actor":
            unit.case = unit.case or case
        elif unit.kind not in ("and", "state", "place", "punct") or unit.text in ";:.":
            case = ""


def _ordered(units: list[Unit]) -> list[Unit]:
    verb = next((i for i, unit in enumerate(units) if _predicate(unit)), -1)
    if verb < 0:
        return units
    first = verb
    while first > 0 and units[first - 1].kind in ("be", "negation"):
        first -= 1
    last = verb
    while last + 1 < len(units) and units[last + 1].kind == "be":
        last += 1
    before = [i for i in range(first) if _may_be_subject(units, i)]
    if any(predicate == "succeed" for predicate, _ in units[verb].value):
        before = [i for i in before if units[i].text.lower() not in _OBJECTS]  # «Его сменил Н.»
    subject = _subject(units, last + 1, not before)
    if subject is None:
        return units
    begin, end = subject
    if _disagrees(units, begin, verb) or _only_object(units[verb], units[begin]):
        return units
    if before:
        thing = units[before[-1]]
        undone = _acts_upon(units[verb], units[begin], thing) or _disagrees(units, before[-1], verb)
        if not undone and (
            units[begin].case != "nom"
            or thing.kind in ("actor", "pronoun")
            or (thing.case == "nom" and thing.kind not in ("state", "place"))
        ):
            return units
    front = _front(units, first)
    between = units[last + 1 : begin]
    return [
        *units[:front],
        *units[begin:end],
        *units[first : last + 1],
        *units[front:first],
        *between,
        *units[end:],
    ]


def _unchanging_subject(units: list[Unit], index: int) -> bool:
    """A name of a state or town without cases that no preposition governs: «КНР передала Беларуси 120 автобусов»,
    «Перу признало …».
    """
    unit = units[index]
    named = unit.kind == "place" or (unit.kind == "state" and unit.value[1] == "name")
    if not named or unit.case or unit.mark == DATELINE:
        return False
    cursor = index - 1
    while cursor > 0 and (
        units[cursor].kind in ("and", "state")
        or (units[cursor].text == "," and units[cursor - 1].kind == "state")
    ):
        cursor -= 1
    return cursor < 0 or (
        units[cursor].kind in ("date", "punct", "clause", "word") and not units[cursor].case
    )


def _quoted_subject(units: list[Unit], index: int) -> bool:
    """A quoted name, or two joined, that nothing governs: «Газпром» и украинский «Нафтогаз» подписали …»."""
    if units[index].kind != "quoted" or units[index + 1 : index + 2] == []:
        return False
    cursor = index
    while cursor >= 0 and (
        units[cursor].kind in ("quoted", "and")
        or (
            units[cursor].kind in ("state", "word")
            and (not units[cursor].case or units[cursor].case.startswith("nom"))
        )
    ):
        cursor -= 1
    return cursor < 0 or units[cursor].kind in ("date", "punct", "clause")


def _are_people(units: list[Unit], index: int) -> bool:
    """Whether an adjective right before a verb stands for people: «неизвестные обстреляли …»."""
    unit, behind = units[index], units[index + 1 : index + 2]
    if unit.kind != "word" or unit.case or not behind or not _predicate(behind[0]):
        return False
    return ("nom", "plur") in adjective_cases(unit.text)


_THINGS = frozenset({"mission", "instrument", "credentials"})


def _acts_upon(verb: Unit, doer: Unit, thing: Unit) -> bool:
    """Whether a person behind an active verb must be who did it to the thing before: «посольство возглавляет Ким»."""
    spoken = thing.kind == "word" and all(predicate == "meet" for predicate, _ in verb.value)
    return (
        (thing.kind in _THINGS or spoken)  # «вопросы обсудили на встрече А. Б. и министр В.»
        and thing.case == "nom-acc"
        and doer.kind == "actor"
        and bool(doer.value.person.name)
        and doer.case.startswith("nom")
        and any(form == "finite" for _, form in verb.value)
    )


_OF_INSTRUMENTS = frozenset({"sign", "initial", "ratify", "terminate"})


def _only_object(verb: Unit, thing: Unit) -> bool:
    """Whether a thing cannot do what a verb tells: «…, где подписал договор»."""
    done = any(predicate in _OF_INSTRUMENTS and form == "finite" for predicate, form in verb.value)
    reflexive = verb.text.split(" ")[0].lower().endswith(("ся", "сь"))
    return thing.kind == "instrument" and done and not reflexive


def _disagrees(units: list[Unit], thing: int, verb: int) -> bool:
    """Whether a verb has not the number and gender of a noun before it: «Контракт подписали завод и фирма»."""
    noun = units[thing]
    if noun.kind in ("actor", "pronoun", "quoted", "state") or (thing and units[thing - 1].kind == "and"):
        return False
    told = [form for form in forms(units[verb].text.split(" ")[0].lower()) if form.pos in ("VERB", "PRTS")]
    readings = (forms(word.lower()) for word in noun.text.split(" "))
    head = next((found for found in readings if found and found[0].pos == "NOUN"), ())
    nouns = [form for form in head if form.pos == "NOUN" and form.case == "nom"]
    return bool(told and nouns) and not any(
        one.number == other.number and (one.number == "plur" or one.gender in ("", other.gender))
        for one in told
        for other in nouns
    )


def _front(units: list[Unit], verb: int) -> int:
    """How many units before a verb stay in front of its subject: up to the last comma, and leading dates."""
    front = 0
    for index in range(verb):
        if units[index].kind == "punct" and units[index].text not in DASHES:
            front = index + 1
    while front < verb:
        unit = units[front]
        dated = unit.kind == "preposition" and front + 1 < verb and units[front + 1].kind == "date"
        if _is_month(units, front):
            front += 1
            continue
        if not (
            dated
            or unit.kind in ("date", "and", "negation")
            or unit.text in DASHES
            or (unit.kind == "word" and not unit.case)
        ):
            break
        front += 1
    return front


def _is_month(units: list[Unit], index: int) -> bool:
    """Whether a word is the month of a day whose year nobody told: «16 октября состоялись переговоры …»."""
    return index > 0 and units[index - 1].text.isdigit() and units[index].key in MONTHS


def _predicate(unit: Unit) -> bool:
    if unit.kind != "trigger":
        return False
    found = {form for _, form in unit.value}
    if "finite" in found:
        return True
    return "participle" in found and _short(unit.text.split(" ")[0].lower())


@functools.lru_cache(maxsize=20_000)
def _short(word: str) -> bool:
    return any(form.pos == "PRTS" for form in forms(word.replace("ё", "е")))


def _may_be_subject(units: list[Unit], index: int) -> bool:
    unit = units[index]
    if unit.kind == "pronoun" or _unchanging_subject(units, index) or _quoted_subject(units, index):
        return True
    if _are_people(units, index):
        return True
    if not unit.case.startswith("nom") or unit.kind in ("determiner", "combining", "number"):
        return False
    if unit.mark == DATELINE or _is_degree(units, index):
        return False
    if (
        unit.kind == "state"
        and unit.value[1] == "adjective"
        and index + 1 < len(units)
        and units[index + 1].case == unit.case
    ):
        return False
    return not (
        unit.kind == "word"
        and index + 1 < len(units)
        and units[index + 1].case.startswith("nom")
        and is_adjective(unit)
    )


def _is_degree(units: list[Unit], index: int) -> bool:
    """Whether a noun behind a Roman numeral can only be its genitive: «орден II степени»."""
    counted = index > 0 and units[index - 1].kind != "punct" and _ROMAN.fullmatch(units[index - 1].text)
    return bool(counted) and ("nom", "sing") not in noun_cases(units[index].text)[0]


def _subject(units: list[Unit], start: int, opens: bool) -> tuple[int, int] | None:
    """The nominative phrase behind a verb, with its complements; None where something else comes first. Where the verb
    `opens` its clause, the object may stand before it.
    """
    begin = _subject_begins(units, start)
    if begin is None:
        return None
    if units[begin].kind == "pronoun" and units[begin].text.lower() in _SUBJECTS:
        return begin, begin + 1
    if opens:
        begin = _doer_behind(units, begin)
    end = begin
    while end < len(units):
        unit = units[end]
        if unit.text == "(" and units[end - 1].kind == "actor" and (closing := _term(units, end)):
            end = closing
            continue
        if unit.text == "," and _joins_topic(units, end):
            end += 2  # «соглашения о туризме, о связи»
            continue
        if unit.text == "," and _next_dated(units, end):
            end += 1  # «Б. посетили Н. (2006 г.), М. (2011 г.)»
            continue
        if _ends_subject(units, begin, end):
            break
        if _is_doer_behind_object(units, begin, end):
            begin = end  # «вручил грамоту посол …»: what comes first is the object
        end += 1
    while (
        end > begin and units[end - 1].kind in ("preposition", "and", "punct") and units[end - 1].text != ")"
    ):
        end -= 1
    return (begin, end) if end > begin else None


def _subject_begins(units: list[Unit], start: int) -> int | None:
    """Where behind a verb its subject begins, past dates and what else may stand between; None: there is none."""
    for begin in range(start, len(units)):
        unit = units[begin]
        if unit.kind == "pronoun" and unit.text.lower() in _SUBJECTS:
            return begin
        if unit.case.startswith("nom") or (unit.kind == "quoted" and begin == start):
            return begin
        after = units[begin + 1].case if begin + 1 < len(units) else ""
        if is_plain_number(unit) and (after.startswith("nom") or after == "counted"):
            return begin
        if unit.kind == "determiner" and after.startswith("nom"):
            return begin
        between = (
            unit.kind in ("date", "determiner", "amount", "preposition")
            or (unit.kind == "and" and begin == start)  # «запретил и Таиланд»
            or (unit.case and (unit.kind != "trigger" or _is_oblique_noun(unit)))
            or (unit.kind == "word" and not unit.case and unit.text[:1].islower())
        )
        if not between:
            return None
    return None


def _next_dated(units: list[Unit], comma: int) -> bool:
    """Whether a comma behind somebody with a date in brackets is followed by somebody else with one."""
    if units[comma - 1].text != ")" or comma + 2 >= len(units):
        return False
    person, opening = units[comma + 1 : comma + 3]
    named = person.kind == "actor" and person.case.startswith("nom")
    return named and opening.text == "(" and bool(_term(units, comma + 2))


def _joins_topic(units: list[Unit], comma: int) -> bool:
    """Whether a comma goes on with what the subject is about."""
    if units[comma - 1].kind == "quoted" or comma + 1 >= len(units):
        return False
    after = units[comma + 1]
    return after.kind == "preposition" and after.value in ("on", "topic")


def _ends_subject(units: list[Unit], begin: int, end: int) -> bool:
    """Whether a unit is the first behind the subject that begins at `begin`."""
    unit, before = units[end], units[end - 1]
    if unit.kind == "preposition":
        return not _is_complement(units, begin, end)
    if unit.kind in ("date", "be", "clause", "pronoun", "negation"):
        return True
    if unit.kind == "trigger" and any(form != "noun" for _, form in unit.value):
        return True
    if unit.text == ",":
        after = units[end + 1] if end + 1 < len(units) else None
        if before.kind == "quoted" and after is not None:
            return after.kind != "quoted"
        return after is None or not after.case or after.case != before.case
    if unit.kind == "punct":
        return unit.text not in DASHES
    if end == begin or before.kind != "actor":
        return False
    return unit.kind == "actor" or (unit.kind == "state" and unit.case == "nom-acc")


def _is_complement(units: list[Unit], begin: int, index: int) -> bool:
    """Whether a preposition within a subject leads a complement of it: «визит министра в А», «соглашение с Б»."""
    unit = units[index]
    thing = units[begin].kind != "actor"
    if unit.value == "goal" or (unit.value == "place" and _is_unchanging(units, index + 1)):
        return any(u.kind == "trigger" and any(p == "visit" for p, _ in u.value) for u in units[begin:index])
    return (
        unit.value in _CARRIED
        or (unit.value == "led" and not thing)
        or (unit.value == "with" and thing and unit.end > unit.start)
        or (unit.value == "place" and _is_field(units, index))
    )


def _is_unchanging(units: list[Unit], index: int) -> bool:
    """Whether a state or town has no cases, so that it may be where something is or where it goes: «визит в Чили»."""
    return index < len(units) and units[index].kind in ("state", "place") and not units[index].case


def _is_doer_behind_object(units: list[Unit], begin: int, index: int) -> bool:
    """Whether a person in the nominative stands behind what was taken for the subject and is no person."""
    first, unit = units[begin], units[index]
    person = first.kind == "actor" or (first.kind == "word" and first.case == "nom")
    return index > begin and unit.kind == "actor" and unit.case == "nom" and not person


def _is_field(units: list[Unit], preposition: int) -> bool:
    """Whether a place told of an instrument is what it is about: «подписан Меморандум о сотрудничестве в спорте»."""
    named = units[preposition - 1]
    field = units[preposition + 1] if preposition + 1 < len(units) else None
    return (
        named.kind == "instrument"
        or (named.kind == "trigger" and any(predicate == "collaborate" for predicate, _ in named.value))
    ) and (field is not None and field.kind == "word" and field.text.islower())


_DOERS = frozenset({"state", "actor", "organisation", "quoted", "word"})


def _doer_behind(units: list[Unit], thing: int) -> int:
    """Where the subject begins: behind what may be the object («подписали контракт на поставку чешская «Х» и …»), else
    there.
    """
    if units[thing].case != "nom-acc" or units[thing].kind in ("state", "actor", "pronoun"):
        return thing
    for index in range(thing + 1, len(units)):
        unit = units[index]
        if unit.kind in ("punct", "clause", "and", "pronoun", "be") or (
            unit.kind == "trigger" and any(form != "noun" for _, form in unit.value)
        ):
            return thing
        named = unit.kind == "state" and unit.value[1] == "name" and unit.case == "nom-acc"
        if unit.kind in _DOERS and (unit.case == "nom" or named) and units[index - 1].kind != "preposition":
            return index
    return thing


def _is_oblique_noun(unit: Unit) -> bool:
    """«с официальным визитом»: a noun that can be no subject."""
    return all(form == "noun" for _, form in unit.value) and not unit.case.startswith(("nom", "acc"))


def _term(units: list[Unit], opening: int) -> int:
    """Where a bracket that holds nothing but a date ends («А. Б. (2008–2012)»); 0 where it holds more."""
    for cursor in range(opening + 1, min(opening + 7, len(units))):
        unit = units[cursor]
        if unit.text == ")":
            return cursor + 1 if units[cursor - 1].kind == "date" else 0
        if unit.kind not in ("date", "preposition", "number"):
            return 0
    return 0
