"""What frames ask of a sentence: who did it, to whom, when, where. Word order and case stay below this line."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import msgspec

from comity.knowledge import lexicon
from comity.model.claim import Span
from comity.model.edtf import Date
from comity.model.person import Person
from comity.reading.discourse import Context, Occasion
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, in_aside, is_verb
from comity.reading.units import Unit


def code(unit: Unit) -> str | None:
    """The state that a unit stands for: a state itself, or the state of a place or organisation."""
    if unit.kind == "state":
        return str(unit.value[0])
    if unit.kind in ("place", "organisation", "actor"):
        state = getattr(unit.value, "state", None)
        return str(state) if state else None
    return None


def state_only(unit: Unit) -> str | None:
    """The state that a unit names as a state, not as a place or in an adjective of something else."""
    return str(unit.value[0]) if unit.kind == "state" else None


def run(sentence: Sentence, units: Iterable[Unit | None]) -> Span:
    """The smallest run of words that holds all the units."""
    spans = [unit.span for unit in units if unit is not None and sentence.start <= unit.start < sentence.end]
    return (
        (min(start for start, _ in spans), max(end for _, end in spans))
        if spans
        else (sentence.start, sentence.end)
    )


# -- dates ---------------------------------------------------------------------------------------------------------


def _of_owned_talks(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date is that of earlier talks which a phrase behind the act names: "met Y to follow up on X's talks
    with Z in May 2011"; not of those during which the act was.
    """
    units = sentence.units
    for at in range(date - 1, index + 2, -1):
        talks = units[at].kind == "trigger" and any(
            p in ("meet", "visit") and form == "noun" for p, form in units[at].value
        )
        if not talks or units[at - 1].kind != "poss":
            continue
        owner = next((i for i in range(at - 2, index, -1) if units[i].mark == "owner"), None)
        before = units[owner - 1] if owner is not None else None
        return (
            before is not None and before.kind == "preposition" and before.value in ("on", "after", "topic")
        )
    return False


def date_unit(sentence: Sentence, index: int) -> Unit | None:
    """The date of the act at `index`: in its clause behind it, then before it, then at the sentence's head."""
    units = sentence.units
    clause = sentence.clause(index)
    worn = _worn(sentence, index)
    if worn is not None:
        return worn
    behind = [
        i
        for i in range(index + 1, clause.stop)
        if units[i].kind == "date"
        and not (_compared(sentence, i) or _of_gerund(sentence, index, i) or told_aside(sentence, index, i))
        and not _of_owned_talks(sentence, index, i)
    ]
    ahead = [
        i
        for i in range(index - 1, clause.start - 1, -1)
        if units[i].kind == "date" and not of_another(sentence, i, index) and not in_aside(sentence, i)
    ]
    head = head_date(sentence, index)
    if behind and (ahead or head) and _of_later_act(sentence, index, behind[0]):
        behind = []
    if behind and ahead and _opens_next(sentence, behind[0]):
        behind = []  # "On 24 January A withdrew its experts, and in April it cancelled …"
    if behind and ahead and _of_joined_act(sentence, index, behind[0], ahead[0]):
        behind = []  # «в январе 1930 г. прерваны и восстановлены 10 ноября 1942 г.»
    if behind and not _other_act_between(sentence, index, behind[0]):
        return head if head is not None and hangs_below(sentence, index, behind[0]) else units[behind[0]]
    ahead = [i for i in ahead if not _taken(sentence, i, index)]
    if ahead:
        return units[ahead[0]]
    if behind:
        return head if head is not None and hangs_below(sentence, index, behind[0]) else units[behind[0]]
    leading = _before_when(sentence, clause.start)
    if leading is not None:
        return leading
    if clause.start and units[clause.start - 1].key in sentence.language.words["where"]:
        before = [unit for unit in units[: clause.start] if unit.kind == "date"]
        if before:
            return before[-1]  # «побывал накануне в Б., где обсудил …»
    if head is not None:
        return head
    others = [
        unit
        for i, unit in enumerate(units)
        if i > index
        and unit.kind == "date"
        and unit.value.form != "year"
        and not _compared(sentence, i)
        and not (sentence.language.cases and hangs_below(sentence, index, i))
        and not _of_owned_talks(sentence, index, i)
    ]
    if _goes_on_of_others(sentence, clause.stop):
        return None  # "A recognised B and relations were raised on …"
    if clause.stop < len(units) and units[clause.stop].key in sentence.language.words.get("when", ()):
        return others[0] if others else None  # "recognised B when it became free on …, in a message of …"
    return others[0] if len(others) == 1 else None


def told_aside(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date stands in brackets with a verb of its own: "was appointed (presented credentials on …)"."""
    units = sentence.units
    opening = next((i for i in range(date - 1, index, -1) if units[i].text in ("(", ")")), -1)
    if opening < 0 or units[opening].text != "(":
        return False
    return any(is_verb(sentence, i) or units[i].kind == "clause" for i in range(opening + 1, date))


def _worn(sentence: Sentence, index: int) -> Unit | None:
    """The year that a noun for an act wears before it: "the 1979 A invasion of B", "A's 1985 expulsion of …"."""
    units = sentence.units
    if units[index].kind != "trigger" or is_verb(sentence, index):
        return None
    for cursor in range(index - 1, max(index - 4, -1), -1):
        unit = units[cursor]
        if unit.kind == "date":
            bare = cursor == 0 or units[cursor - 1].kind != "preposition"
            close = cursor == index - 1 and cursor > 0 and units[cursor - 1].kind in ("poss", "determiner")
            told = unit.value.form == "year" or close  # "X's May 2011 meeting with Y"
            return unit if told and bare and not sentence.language.cases else None
        if unit.kind not in ("word", "state"):
            return None
    return None


def given_date(sentence: Sentence) -> Date | None:
    """The date of the lead-in or heading, for acts of a sentence without any date of its own."""
    if sentence.given is None or any(unit.kind == "date" for unit in sentence.units):
        return None
    return sentence.given.date


def head_date(sentence: Sentence, index: int) -> Unit | None:
    """The date at the head of the sentence: "On 7 May 2011, A …"."""
    for i, unit in enumerate(sentence.units[: min(6, index)]):
        if unit.kind == "date":
            return None if of_another(sentence, i, index) else unit
        if unit.kind in ("actor", "trigger", "be", "have"):
            return None
    return None


def of_another(sentence: Sentence, date: int, index: int) -> bool:
    """Whether a date before an act is that of something else: a comparison, a clause told before ("After the vote of
    May 1993 was annulled, A imposed …"), an act that a perfect tense goes on from ("settled it in 1993 and have worked
    together").
    """
    units = sentence.units
    if _compared(sentence, date):
        return True
    if any(
        units[i].kind == "and" and units[i + 1].key in sentence.language.words.get("perfect", ())
        for i in range(date + 1, index - 1)
    ):
        return True
    first = units[0]
    if first.key not in sentence.language.words.get("subordinate", ()) or date < 2:
        return False
    comma = next((i for i in range(index - 1, date, -1) if units[i].text == ","), 0)
    return comma > 0 and any(
        units[i].kind in ("be", "have") or is_verb(sentence, i) for i in range(1, comma) if i != date
    )


def _compared(sentence: Sentence, date: int) -> bool:
    """Whether a date only tells what a figure is compared with: "a rise of 15% from 2011", "compared with 2011"."""
    units = sentence.units
    if date < 2 or units[date].value.relation not in ("", "from", "since"):
        return False
    before, last = units[date - 1], units[date - 2]
    words = sentence.language.words["compare"]
    if before.kind == "preposition" and last.key in words:
        return True
    return before.key in words and "%" in sentence.text[last.start : before.start]


def _of_gerund(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act is that of another told as its bound: "occupied B before withdrawing in 1989"."""
    units = sentence.units
    for i in range(max(index + 2, date - 6), date):
        before = units[i - 1]
        bound = before.kind == "preposition" and before.value in ("before", "after")
        if bound and units[i].kind == "trigger" and any(form == "ing" for _, form in units[i].value):
            return True
    return False


def _opens_with_pronoun(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a clause of time whose subject is a pronoun opens between an act and a date: "after it gained …"."""
    units = sentence.units
    return any(
        units[i].kind == "preposition"
        and units[i].value in ("after", "before", "since")
        and units[i + 1].kind == "pronoun"
        and (
            units[i + 2].kind in ("have", "be", "trigger")
            or sentence.language.morphology.is_verbal(units[i + 2])
        )
        for i in range(index + 1, date - 2)
    )


def hangs_below(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act stands in a clause below it: "signed the plan that had been made since May"."""
    units = sentence.units
    relative = sentence.language.words.get("relative", ())
    opened = next(
        (i for i in range(index + 1, date) if units[i].kind == "clause" or units[i].key in relative), None
    )
    if opened is None and not sentence.language.cases:  # "signed it, as it had pledged to do in 1985"
        opened = next(
            (
                i
                for i in range(index + 1, date - 1)
                if units[i].key == "as" and units[i + 1].kind == "pronoun"
            ),
            None,
        )
    if opened is None and not sentence.language.cases and _opens_with_pronoun(sentence, index, date):
        return True  # "recognised it after it had become free in 1991"
    if any(units[i].text == "(" for i in range(index + 1, date - 1)) and not any(
        units[i].text == ")" for i in range(index + 1, date)
    ):
        return True
    if opened is not None and sentence.language.cases and units[opened].key in relative:
        return True  # «консульство, которым в 1913 г. заведовал …»
    return opened is not None and any(
        units[i].kind in ("be", "have", "modal") or is_verb(sentence, i) for i in range(opened + 1, date)
    )


def _opens_next(sentence: Sentence, date: int) -> bool:
    """Whether a date begins what is told behind "and" or a comma: a subject and a verb follow it at once."""
    units = sentence.units
    cursor = date - 1
    while cursor >= 0 and units[cursor].kind in ("preposition", "determiner"):
        cursor -= 1
    bare = cursor == date - 1 and not sentence.language.cases  # «…, а 26 февраля 1992 г. были установлены …»
    if bare or cursor < 0 or (units[cursor].kind != "and" and units[cursor].text != ","):
        return False
    behind = next((unit for unit in units[date + 1 :] if unit.kind not in ("place", "preposition")), None)
    if behind is not None and behind.text in ("–", "—"):
        return True  # "…, in 1977 in Q – the Embassy of B"
    for at in range(date + 1, min(date + 6, len(units))):
        if units[at].kind in ("be", "have") or is_verb(sentence, at):
            return True
        if units[at].kind in ("punct", "and") and units[at].text != ",":
            return False
    return False


def _taken(sentence: Sentence, date: int, index: int) -> bool:
    """Whether a date before an act follows close upon another verb: "established in 1922, were interrupted when …"."""
    return any(
        is_verb(sentence, i) and not any(unit.kind in ("punct", "clause") for unit in sentence.units[i:date])
        for i in range(max(0, date - 4), date)
    ) and any(unit.kind == "punct" or unit.kind == "and" for unit in sentence.units[date:index])


def _before_when(sentence: Sentence, start: int) -> Unit | None:
    """The date right before the clause "when …" that begins at `start`: "on 30 September 1966, when the Embassy …"."""
    units = sentence.units
    if start < 2 or units[start - 1].key not in sentence.language.words.get("when", ()):
        return None
    for unit in reversed(units[max(0, start - 4) : start - 1]):
        if unit.kind == "date":
            return _plain(unit)
        if unit.kind not in ("punct", "preposition"):
            return None
    return None


def _goes_on_of_others(sentence: Sentence, stop: int) -> bool:
    """Whether a clause behind "and" tells of others than the one before it: not "and their embassies reopened on …"."""
    units = sentence.units
    if stop + 1 >= len(units) or units[stop].kind != "and" or sentence.language.cases:
        return False
    if units[stop - 1].kind == units[stop + 1].kind:
        return False  # "… embassies in P and Q reopened": two of one subject
    return units[stop + 1].key not in sentence.language.words["possessive"]


def _of_later_act(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act is that of another told after it, where a date stands before the act: "In January
    the ministers met and agreed to set up a commission to begin work in May"."""
    units = sentence.units
    if sentence.language.cases:
        return False
    comma = False
    for i in range(index + 1, date):
        comma = comma or units[i].kind == "and" or units[i].text == ","
        if comma and is_verb(sentence, i) and not any(form == "noun" for _, form in units[i].value):
            return True
    return False


def _plain(unit: Unit) -> Unit:
    """A date without the word before it: "until 1930, when …" tells of 1930."""
    told = unit.value
    day = told.date.end if told.relation == "until" else told.date.start if told.relation == "since" else None
    if day is None:
        return unit
    plain = Unit(unit.kind, unit.start, unit.end, unit.text, unit.key)
    plain.value = msgspec.structs.replace(told, date=day, relation="")
    plain.mark = unit.mark
    return plain


def _other_act_between(sentence: Sentence, index: int, date: int) -> bool:
    return any(is_verb(sentence, i) for i in range(index + 2, date)) and any(
        sentence.units[i].kind in ("actor", "relations", "mission", "pronoun") for i in range(index + 1, date)
    )


def _of_joined_act(sentence: Sentence, index: int, date: int, before: int) -> bool:
    """Whether a date belongs to a verb joined behind an act that has its own right before it."""
    units, adverbs = sentence.units, sentence.language.words["adverb"]
    if any(unit.kind not in ("be", "have") and unit.key not in adverbs for unit in units[before + 1 : index]):
        return False
    return any(
        units[i - 1].kind == "and"
        and is_verb(sentence, i)
        and not any(u.kind == "date" for u in units[index:i])
        for i in range(index + 1, date)
    )


def of_bracket(sentence: Sentence, date: Unit | None, told: Iterable[Unit]) -> bool:
    """Whether a date in brackets is that of something else than the told units: "X, Y and Z (since 1997)"."""
    if date is None:
        return False
    units = sentence.units
    at = sentence.index(date)
    opening = next((i for i in range(at - 1, max(at - 6, -1), -1) if units[i].text in "()"), -1)
    if opening < 1 or units[opening].text != "(":
        return False
    before = units[opening - 1]
    return before.kind == "quoted" and not any(unit is before for unit in told)


def dated(unit: Unit | None) -> Date | None:
    return unit.value.date if unit is not None else None


def all_dates(sentence: Sentence, index: int) -> list[Unit]:
    """Dates of the clause that share one act: "in 1980 and 1981"."""
    units = sentence.units
    first = date_unit(sentence, index)
    if first is None:
        return []
    found = [first]
    cursor = sentence.index(first) + 1
    while cursor + 1 < len(units) and (units[cursor].kind == "and" or units[cursor].text == ","):
        nxt = cursor + 1
        while nxt < len(units) and units[nxt].kind in ("preposition", "and"):
            nxt += 1
        if nxt < len(units) and units[nxt].kind == "date" and units[nxt].value.form == first.value.form:
            found.append(units[nxt])
            cursor = nxt + 1
        else:
            break
    return found


_OCCASIONS = {"visit": "visit", "meet": "meeting"}


def occasion_of(sentence: Sentence, index: int, context: Context) -> Occasion | None:
    """The earlier occasion that the clause of `index` says the act belongs to: "during that visit", "at the session".

    None where the clause refers to none, or to several of different dates ("during those visits").
    """
    units = sentence.units
    for i in sentence.clause(index):
        if units[i].kind != "preposition" or units[i].value not in ("during", "place"):
            continue
        cursor = i + 1
        whose = ""
        while cursor < len(units) and (
            units[cursor].kind in ("determiner", "word", "poss", "actor", "amount") and cursor - i < 6
        ):
            if units[cursor].kind == "actor" and units[cursor].mark == "owner":
                whose = units[cursor].value.person.name or ""
            cursor += 1
        if cursor >= len(units) or (cursor == i + 1 and units[i].value != "during"):
            continue
        unit = units[cursor]
        behind = next(
            (other for other in units[cursor + 1 : cursor + 3] if other.kind != "preposition"), None
        )
        if behind is not None and behind.kind == "actor" and behind.mark == "of":
            whose = whose or behind.value.person.name or ""  # «в ходе визита Н.»
        kind = ""
        if unit.kind == "trigger":
            kind = next((_OCCASIONS[p] for p, form in unit.value if form == "noun" and p in _OCCASIONS), "")
            if units[i].value == "place" and kind != "meeting":
                continue
        elif unit.kind in ("event", "body"):
            kind = "event" if unit.kind == "event" else "session"
            if unit.kind == "event" and getattr(unit.value, "proper", False):
                continue
        if not kind:
            continue
        plural = unit.text.endswith("s") if sentence.language.code == "en" else False
        last = context.occasion(kind) or (context.occasion("visit", "event") if kind == "meeting" else None)
        if whose:
            return _of_person(context, kind, whose)
        if last is None or not plural:
            return last
        dates = {
            str(o.date)
            for o in context.occasions
            if o.kind == kind and o.parties and set(o.parties) == set(last.parties)
        }
        return last if len(dates) == 1 else None
    return None


def _of_person(context: Context, kind: str, name: str) -> Occasion | None:
    """The last occasion of a kind that somebody had a part in: "during N's visit"."""
    last_name = name.split()[-1].split(".")[-1]
    for occasion in reversed(context.occasions):
        if occasion.kind == kind and any(
            person.name and person.name.endswith(last_name) for person in occasion.people
        ):
            return occasion
    return None


def when(sentence: Sentence, index: int, context: Context) -> tuple[Date | None, list[Unit], list[Span]]:
    """The date of an act: its own, else that of the occasion it belongs to; with its words here and elsewhere."""
    own = date_unit(sentence, index)
    if own is not None:
        return own.value.date, [own], []
    occasion = occasion_of(sentence, index, context)
    if occasion is not None and occasion.date is not None:
        return occasion.date, [], list(occasion.evidence[:1])
    return None, [], []


# -- states --------------------------------------------------------------------------------------------------------


def assembly_of(sentence: Sentence, unit: Unit) -> str | None:
    """The state for which a government, ministry or parliament acts: "the Parliament of A ratified …"."""
    words = sentence.language.words["government_head"] | sentence.language.words["assembly"]
    state = getattr(unit.value, "state", None) if unit.kind == "organisation" else None
    return (
        state if state and any(sentence.language.key(word) in words for word in unit.text.split()) else None
    )


def achieved(sentence: Sentence, index: int) -> int:
    """ "X was the first head of state to visit B": the index of the verb before "the first …"; 0 where there is
    none.
    """
    words = sentence.language.words["superlative"]
    superlative = False
    for cursor in range(index - 2, max(index - 10, 0), -1):
        unit = sentence.units[cursor]
        superlative = superlative or sentence.language.key(unit.text.split(" ")[0]) in words
        if unit.kind == "be" or unit.key in sentence.language.words["become"]:
            return cursor if superlative else 0
    return 0


# -- people --------------------------------------------------------------------------------------------------------


def completed(actor: Actor, context: Context) -> Actor:
    """An actor with what the document said before of the same person."""
    known = context.known(actor)
    if known is None or known is actor:
        return actor
    state = actor.state or known.state
    person = actor.person
    if person.of is None and person.office is not None and state:
        person = Person(name=person.name, office=person.office, of=state)
    return msgspec.structs.replace(actor, person=person, state=state, cls=actor.cls or known.cls)


def surname(name: str) -> str:
    """The last part of a name, without initials that are glued to it."""
    return name.split()[-1].split(".")[-1]


def organisation_of(actor: Actor) -> str | None:
    """The international organisation that an office is of: "the Secretary General of NATO"."""
    return actor.person.of if actor.person.of in _organisations() else None


@functools.cache
def _organisations() -> frozenset[str]:
    return frozenset(lexicon("en").organisations.values())


def as_person(actor: Actor, state: str | None) -> Person:
    """The person as a claim says it: with the state of their office where the phrase leaves it out."""
    person = actor.person
    if person.of is None and state and (person.office or actor.group):
        return Person(name=person.name, office=person.office, of=state)
    return person


def side(sentence: Sentence) -> str | None:
    """The state named as the side of everybody in the sentence: "from the Kazakhstani side"."""
    for i, unit in enumerate(sentence.units):
        if (
            unit.kind == "state"
            and unit.mark == "source"
            and i + 1 < len(sentence.units)
            and sentence.units[i + 1].key in ("side", "сторона")
        ):
            return str(unit.value[0])
    return None


def quoted(unit: Unit) -> str:
    return str(unit.value)
