"""To whom a hostile act was done, and where: the state it is marked against, handed to, aimed at."""

from __future__ import annotations

from comity.reading.frames.nouns import in_class, phrase, states_of
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit

_NEXT = 40
"""Signs between a sentence and the next of its paragraph."""
_NEAR = 8
_PRONOUN = 4
"""Units before a protest among which a pronoun tells who received it."""
_CAUSES = frozenset({"of", "after", "under", "cause", "during"})


def states_in(units: list[Unit]) -> list[str]:
    """The states that units name, in order."""
    return [state for unit in units for state in states_of(unit)]


def target(
    sentence: Sentence, index: int, clause: range, by: str | None = None, more: tuple[str, ...] = ()
) -> str | None:
    """The state, another than the doer, that the act is marked against: "on B", "against B", "from B", "with B"."""
    units = sentence.units
    marks = ("source", "against", "on", "with", "goal", *more)
    marked = next(
        (
            state
            for i in range(index + 1, clause.stop)
            if units[i].mark in marks or (units[i - 1].kind == "amount" and units[i - 1].mark in marks)
            for state in (*states_of(units[i]), *bloc(sentence, units[i]))
            if state != by
        ),
        None,
    )
    return marked or _within(sentence, index, clause, by)


def of_nationals(sentence: Sentence, index: int, clause: range, by: str | None) -> str | None:
    """The state of the people behind a verb: «запретил въезд в А 963 гражданам Б и 26 гражданам В»."""
    units = sentence.units
    people = next(
        (i for i in range(index + 1, clause.stop) if in_class(units[i], sentence, "nationals")), None
    )
    if people is None:
        return None
    stop = phrase(sentence, people, frozenset({"of"}), clause.stop)
    return next((state for state in states_in(units[people:stop]) if state != by), None)


def beside(sentence: Sentence, index: int, clause: range, by: str | None) -> str | None:
    """The state that something was taken from or is held against, told before the next verb or comma: "seized a
    trawler from B"; not where it was bound for.
    """
    units = sentence.units
    for i in range(index + 1, clause.stop):
        if units[i].text in (",", ";", "(") or is_verb(sentence, i):
            return None
        if units[i].mark in ("source", "against", "on"):
            told = next((state for state in states_of(units[i]) if state != by), None)
            if told is not None:
                return told
    return None


def barred_from(sentence: Sentence, index: int, clause: range, target: list[str]) -> str | None:
    """The state that goods or people of another were barred from: "fish of B was barred from A"."""
    units = sentence.units
    for i in range(index + 1, clause.stop):
        if units[i].mark == "source" and (told := states_of(units[i])):
            return next((state for state in told if state not in target), None)
    return None


def bloc(sentence: Sentence, unit: Unit) -> tuple[str, ...]:
    """The organisation of states that acts are done to as to a state: "imports from the European Union"."""
    if unit.kind != "organisation" or not isinstance(unit.value, str):
        return ()
    return (unit.value,) if unit.value.lower() in sentence.language.words["blocs"] else ()


def entered(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state or union right behind "was barred from entering", «отказано во въезде в А», «… стран А»."""
    first = index + 1
    if first < clause.stop and sentence.units[first].kind == "preposition":
        if sentence.units[first].value not in ("goal", "place"):
            return None
        first += 1
    stop = max(phrase(sentence, first, frozenset({"of"}), clause.stop), first + 1)
    behind = sentence.units[first : min(stop, clause.stop)]
    return next((one for unit in behind for one in (*states_of(unit), *bloc(sentence, unit))), None)


def goal_of(sentence: Sentence, index: int, clause: range, by: str | None) -> str | None:
    """The state behind a verb to which something goes."""
    units = sentence.units
    told = (s for i in range(index + 1, clause.stop) if units[i].mark == "goal" for s in states_of(units[i]))
    return next((state for state in told if state != by), None)


def undeclined(sentence: Sentence, first: int, index: int, by: str) -> str | None:
    """The state of a capital or ministry without cases between a verb and what it hands over: «направила Скопье
    протест», «направила МИД А ноту».
    """
    units = sentence.units[first:index]
    told = (
        s
        for u in units
        if not u.mark
        and (
            (u.kind == "place" and u.case in ("", "nom-acc"))
            or u.kind == "organisation"
            or (u.kind == "state" and not sentence.language.cases)
        )
        for s in states_of(u)
    )
    return next((state for state in told if state != by), None)


def addressed(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state of whom a note was handed to, told before: «Послу Б вручена нота протеста»."""
    units = sentence.units
    told = (s for i in range(clause.start, index) if units[i].mark == "goal" for s in states_of(units[i]))
    return next(told, None)


def _within(sentence: Sentence, index: int, clause: range, by: str | None) -> str | None:
    """The state of the thing that an act is marked against: "restrictions on imports of fish from B"."""
    units = sentence.units
    if index + 2 >= clause.stop or units[index + 1].kind != "preposition":
        return None
    if units[index + 1].value not in ("on", "against", "for", "goal"):
        return None
    stop = phrase(sentence, index + 2, frozenset({"of", "source"}), clause.stop)
    told = (state for unit in units[index + 2 : stop] for state in states_of(unit))
    return next((state for state in told if state != by), None)


def where(
    sentence: Sentence, index: int, clause: range, target: str | None, mark: str = "place"
) -> str | None:
    """The state in which somebody was arrested or a ship held, or that they were sent out of (mark `source`): its own
    authorities did it.
    """
    units = sentence.units
    around = [*range(index + 1, clause.stop), *reversed(range(clause.start, index))]
    told = (s for i in around if units[i].mark == mark for s in states_of(units[i]))
    return next((state for state in told if state != target), None)


def other_told(sentence: Sentence, by: str) -> str | None:
    """The only other state that news name with an act: «После решения Варшавы Минск выслал двух дипломатов»."""
    units = sentence.units
    told = {
        state
        for unit in units
        if unit.kind in ("state", "organisation", "actor") or (unit.kind == "place" and unit.mark in _CAUSES)
        for state in states_of(unit)
    }
    return next(iter(told - {by})) if len(told - {by}) == 1 else None


def once_related(sentence: Sentence, by: str | None) -> str | None:
    """The state with which relations ended by a war: "Relations with B were severed when A declared war"."""
    units = sentence.units
    for i, unit in enumerate(units):
        if unit.kind == "relations":
            partner = [one for one in units[i + 1 : i + 4] if one.kind == "state" and one.mark == "with"]
            return str(partner[0].value[0]) if partner and partner[0].value[0] != by else None
    return None


def told_before(sentence: Sentence, named: tuple[tuple[str, str], int] | None, by: str) -> str | None:
    """The other of the two states that the sentence before was about: «А осудила решение Б. А отозвала посла»."""
    if named is None or sentence.start - named[1] > _NEXT or by not in named[0]:
        return None
    return next(state for state in named[0] if state != by)


def receiver_before(sentence: Sentence, index: int) -> Unit | None:
    """The envoy told before whom a pronoun means: «посла А пригласили в МИД и вручили ему ноту протеста»."""
    units = sentence.units
    near = (*units[max(0, index - _PRONOUN) : index], *units[index + 1 : index + 2])
    if any(unit.kind == "pronoun" and unit.key not in sentence.language.words["clause"] for unit in near):
        return next((u for u in units[:index] if u.kind == "actor" and u.value.cls in _ENVOYS), None)
    return None


def sent_out_of(sentence: Sentence, thing: list[Unit]) -> str | None:
    """The state that envoys were in by the words that name them: «(высылка) дипломатов из Б»."""
    marks = sentence.language.marks
    for unit in thing:
        if unit.kind == "actor" and any(
            marks.get(word) == "source" for word in unit.text.lower().split()[1:-1]
        ):
            return next(iter(states_of(unit)), None)
    return None


def sources(sentence: Sentence, index: int, clause: range) -> list[str]:
    """The states behind a verb that "from" marks together: «отозвала послов из А, Б и В»."""
    units = sentence.units
    told = [
        s for i in range(index + 1, clause.stop) if units[i].mark == "source" for s in states_of(units[i])
    ]
    return list(dict.fromkeys(told))


def importer(
    sentence: Sentence, index: int, clause: range, traded: tuple[str, ...] = ("import", "supplies")
) -> str | None:
    """The state into which goods may no longer come: «запрещён ввоз в А рыбы из Б»."""
    units = sentence.units
    into = next(
        (
            i
            for i in clause
            if abs(i - index) < _NEAR
            and (
                (units[i].kind == "trigger" and any(p in traded for p, _ in units[i].value))
                or ("supplies" in traded and in_class(units[i], sentence, "supplies"))
            )
        ),
        None,
    )
    if into is None:
        return None
    told = (s for i in clause if units[i].mark == "goal" for s in states_of(units[i]))
    return next(told, None)


def supplied(sentence: Sentence, clause: range) -> tuple[str, str] | None:
    """The states that supplies come from and go to: «поставки газа из А в Б прекращены»."""
    units = sentence.units
    if not any(in_class(units[i], sentence, "supplies") for i in clause):
        return None
    source = next((s for i in clause if units[i].mark == "source" for s in states_of(units[i])), None)
    goal = next((s for i in clause if units[i].mark == "goal" for s in states_of(units[i])), None)
    return (source, goal) if source and goal and source != goal else None


def host(thing: list[Unit]) -> str | None:
    """The state in which the mission of an envoy is: «дипломату посольства А в Б»."""
    at = next((i for i, unit in enumerate(thing) if unit.kind == "mission"), len(thing))
    owner = next((state for unit in thing for state in states_of(unit)), None)
    told = (state for unit in thing[at:] if unit.mark == "place" for state in states_of(unit))
    return next((state for state in told if state != owner), None)


def called_to(sentence: Sentence, clause: range, target: str | None) -> str | None:
    """The state to whose ministry an envoy was called: «вызван в МИД Б», "was called to the Foreign Ministry of B"."""
    units = sentence.units
    called = (
        state
        for i in clause
        if units[i].mark in ("goal", "place") and (units[i].kind == "organisation" or _ministry(units, i))
        for state in (*states_of(units[i]), *_seated(units, i))
        if state != target
    )
    return next(called, None)


def _seated(units: list[Unit], at: int) -> tuple[str, ...]:
    """The state of the town that a ministry without a state's name is in: "to the Foreign Ministry in P"."""
    behind = units[at + 1 : at + 3]
    if units[at].kind != "organisation" or states_of(units[at]) or len(behind) < 2:
        return ()
    named = behind[0].kind == "preposition" and behind[0].value == "place" and behind[1].kind == "place"
    return states_of(behind[1]) if named else ()


def _ministry(units: list[Unit], at: int) -> bool:
    """Whether a state stands in the name of a ministry: «в шведский МИД»."""
    after = units[at + 1] if at + 1 < len(units) else None
    return after is not None and (after.text.isupper() or after.kind == "organisation")


_ENVOYS = frozenset({"head-of-mission", "diplomat", "consul", "attache"})
