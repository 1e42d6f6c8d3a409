"""States covered from elsewhere: "A is accredited to B from its embassy in P", "A covers B from P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import assembly_of, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.dates import leads_to
from comity.reading.frames.missions.residence import own_covered
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post, is_post
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, reading_of, voice
from comity.reading.units import Unit

_FROM = frozenset({"source", "through", "agent"})
_THREE = 3
"""The states of a mission that is elsewhere: whose it is, for which, and where."""
_ENDS = frozenset({"mission", "clause", "trigger", "actor"})


def accredited(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """One claim for each state that a verb of accreditation says is covered from another capital."""
    behind = sentence.units[index + 1 : index + 2]
    only_says = any(unit.kind == "actor" and not unit.value.to for unit in behind) and (
        sentence.language.cases and sentence.language.morphology.is_attribute(sentence, index)
    )  # «обмен аккредитованными послами»
    if only_says or voice(sentence, index) == "noun" or not is_fact(sentence, index):
        return
    units = sentence.units
    predicates = {p for p, _ in reading_of(sentence, index)}
    sender = _sender(sentence, index, context)
    if (row := _row_of_sender(sentence, index, context)) is not None:
        sender = row
    sender = _envoy_of(sentence, index) or sender
    interested = _interested(sentence, index)
    if interested is not None:
        if _by_another(sentence, index, interested):
            return  # the interests of one state are looked after by another
        sender = interested
    covered = _covered(sentence, index, sender)
    below = _covered_subject(sentence, index) if "cover" in predicates else None
    if below is not None:  # "A is covered from the embassy in P", "by B's ambassador in P"
        sender, covered = _agent(sentence, index) or context.counterpart(str(below.value[0])), [below]
    if "cover" in predicates and _by_mission_of_another(sentence, index, sender):
        return
    if (exiled := _in_exile(sentence, index)) is not None:
        covered = [None]  # the state where a government sits is not the one covered
    seat = _seat(sentence, index, covered) or _seat_in_title(sentence, index, sender, context)
    mission = any(unit.kind == "mission" for unit in units) or any(
        unit.kind == "actor" and is_post(unit.value) for unit in units
    )
    if (
        "represent" in predicates
        and not (seat is not None and mission)
        and not _by_envoy(sentence, index, covered)
    ):
        return
    if "cover" in predicates and seat is None and not any(unit.kind == "mission" for unit in units):
        return
    if "accredit" in predicates and not mission and seat is None:
        return
    if not covered and not mission:
        return  # "P said the neighbour was responsible"
    date = _since(sentence, index)
    if not covered and seat is not None and sender:
        other = context.counterpart(sender)
        covered = [None] if other and other != _state(seat) else []
    for unit in covered:
        to = str(unit.value[0]) if unit is not None else exiled[0] if exiled else context.counterpart(sender)
        if not sender or not to or to == sender or (seat is not None and _state(seat) == to):
            continue
        yield Draft(
            "mission",
            {
                "sending": sender, "receiving": to, "type": _type(sentence, index, seat), "act": "accredited",
                "date": date.value.date if date is not None else None,
                "place": seat.value.name if seat is not None and seat.kind == "place" else None,
            },
            [run(sentence, [units[index], unit, exiled[1] if exiled else None, seat, date])],
            [f"mission: {units[index].text}"],
            0.8,
        )  # fmt: skip
        if len(covered) == 1:
            context.mission = Post(sender, to)  # the ambassador of later sentences
    seated = next((unit for unit in covered if seat is not None and _code(unit) == _state(seat)), None)
    if seated is not None and seat is not None and seat.kind == "place":
        yield from own_covered(sentence, index, sender, seat, context)


def through_it(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A maintains relations with B through its embassy in P": B is covered from P."""
    units = sentence.units
    if units[index].mark not in _FROM:
        return
    kept = next((i for i in range(index - 1, -1, -1) if _may_keep(units[i])), None)
    seat = next((unit for unit in units[index + 1 : index + 6] if unit.kind == "place"), None)
    if kept is None or seat is None or not _keeps(sentence, kept) or not is_fact(sentence, kept):
        return
    ahead = [unit for unit in units[:index] if unit.kind == "state"]
    own = [unit for unit in units[index - 1 : index + 4] if unit.kind == "state" and unit.mark != "place"]
    to = next((unit for unit in ahead if unit.mark in ("with", "place")), None)
    there = next((unit for unit in units[kept:index] if unit.kind == "place" and unit.mark == "place"), None)
    of = next((unit for unit in own if unit is not to), None) or next(
        (unit for unit in ahead if not unit.mark and unit is not to), None
    )
    goal = _code(to) or (str(there.value.state) if there is not None else None)
    sending = str(of.value[0]) if of is not None else context.counterpart(goal)
    receiving = goal or context.counterpart(sending)
    if not sending or not receiving or len({sending, receiving, str(seat.value.state)}) < _THREE:
        return
    slots = {
        "sending": sending, "receiving": receiving, "type": units[index].value, "act": "accredited",
        "place": seat.value.name,
    }  # fmt: skip
    yield Draft(
        "mission", slots, [run(sentence, [units[kept], units[index], of, to, seat])],
        [f"mission: relations through {units[index].text}"], 0.8,
    )  # fmt: skip


def _keeps(sentence: Sentence, index: int) -> bool:
    """Whether a trigger says that relations are kept up: "maintains relations with B", "relations are conducted"."""
    beside = sentence.units[max(0, index - 3) : index + 4]
    if sentence.units[index].kind == "have":  # "has a representative in B"
        return any(unit.key in sentence.language.words["represented_by"] for unit in beside)
    kept = sentence.units[index].kind == "trigger" and any(
        predicate in ("maintain", "implement", "hold") for predicate, _ in sentence.units[index].value
    )
    return kept and any(unit.kind == "relations" for unit in beside)


def _may_keep(unit: Unit) -> bool:
    return unit.kind in ("trigger", "have")


def _code(unit: Unit | None) -> str | None:
    return str(unit.value[0]) if unit is not None else None


def _row_of_sender(sentence: Sentence, index: int, context: Context) -> str | None:
    """The state of a table's row whose ambassador covers the page's own state, where the cell does not name it:
    «посол в Б аккредитован в В по совместительству»."""
    row = context.section
    if not row or row == context.home or _names_sender(sentence, index):
        return None
    return row if {_code(unit) for unit in _covered(sentence, index, None)} == {context.home} else None


def _names_sender(sentence: Sentence, index: int) -> bool:
    """Whether the words before the verb say whose ambassador or mission it is."""
    return any(
        (unit.kind == "state" and unit.mark not in ("place", "goal"))
        or (unit.kind == "actor" and unit.value.state)
        for unit in sentence.units[:index]
    )


def _seat_in_title(sentence: Sentence, index: int, sender: str | None, context: Context) -> Unit | None:
    """The town in the title of an ambassador behind the verb, to another state: "accredits its ambassador in P"."""
    other = context.counterpart(sender)
    units, clause = sentence.units, sentence.clause(index)
    for unit in (*units[index + 1 : index + 4], *units[clause.start : index]):
        if unit.kind != "actor" or not is_post(unit.value) or unit.value.to in (None, sender, other):
            continue
        for word in unit.text.split():
            for entry in sentence.language.entries.get(sentence.language.key(word), ()):
                if entry.kind == "place" and word[:1].isupper():
                    town = Unit("place", unit.start, unit.end, unit.text, unit.key)
                    town.value = entry.value
                    return town
    return None


def _envoy_of(sentence: Sentence, index: int) -> str | None:
    """The state whose ambassador is said to be accredited, behind "as": "he was accredited to B as Ambassador of A"."""
    for unit in sentence.units[index + 1 : sentence.clause(index).stop]:
        if unit.kind == "actor":
            return unit.value.state if unit.mark == "as" and is_post(unit.value) else None
    return None


def _interested(sentence: Sentence, index: int) -> str | None:
    """The state whose interests are told to be represented: «интересы А представляет посольство в П»."""
    units, words = sentence.units, sentence.language.words["interests"]
    at = next((i for i in sentence.clause(index) if units[i].key in words), None)
    if at is None:
        return None
    near = [units[i] for i in range(max(0, at - 3), min(at + 4, len(units))) if units[i].kind == "state"]
    owned = [unit for unit in near if unit.mark in ("of", "owner") or unit.start < units[at].start]
    return str(owned[0].value[0]) if owned else None


def _by_another(sentence: Sentence, index: int, state: str) -> bool:
    """Whether a mission of another state than the one whose interests are told represents them."""
    units = sentence.units
    for i in sentence.clause(index):
        unit = units[i]
        if unit.kind != "state" or unit.value[0] == state:
            continue
        if unit.mark == "agent" or (is_subject(unit) and (i < index or unit.case == "nom")):
            return True
    return False


def _by_mission_of_another(sentence: Sentence, index: int, sender: str | None) -> bool:
    """Whether the mission that is told to see to something is not the sender's: "visas of A's citizens are handled by
    the embassy of B in P"."""
    units = sentence.units
    for i in range(index + 1, len(units)):
        if units[i].kind == "mission" and units[i - 1].kind == "state" and units[i - 1].mark == "agent":
            return sender is not None and units[i - 1].value[0] != sender
    return False


def _since(sentence: Sentence, index: int) -> Unit | None:
    """The time of an accreditation: behind the verb, apart from that of a further mission, else at the head."""
    units = sentence.units
    spans = [i for i, unit in enumerate(units) if unit.kind == "date" and unit.value.date.is_interval]
    missions = [i for i, unit in enumerate(units) if unit.kind == "mission"]
    spans = [i for i in spans if sentence.depth(i) >= sentence.depth(index)]
    behind = [i for i in spans if i > index and not any(leads_to(units, i, mission) for mission in missions)]
    if behind:
        return units[behind[0]] if len(behind) == 1 else None
    return units[spans[0]] if spans and spans[0] <= 1 else None  # "Since 1999, A is represented …"


def _covered_subject(sentence: Sentence, index: int) -> Unit | None:
    """The state that is covered, where it is the subject."""
    units = sentence.units
    if voice(sentence, index) != "passive":
        return None
    before = units[index - 2] if index > 1 else None
    if before is None or before.kind != "state" or before.value[1] != "name":
        return None
    return before if before.mark in ("", "before") else None  # "before that A was covered by …"


def _agent(sentence: Sentence, index: int) -> str | None:
    """Whose mission or ambassador covers, where it is named behind "by": "the embassy of B", "B's ambassador"."""
    units = sentence.units
    agent = next((i for i in range(index + 1, len(units)) if units[i].mark == "agent"), None)
    if agent is None:
        return None
    return next((state for unit in units[agent : agent + 4] if (state := _own(unit)) is not None), None)


def _own(unit: Unit) -> str | None:
    return None if unit.kind == "place" else _state(unit)


def _by_envoy(sentence: Sentence, index: int, covered: list[Unit | None]) -> bool:
    """Whether it is by the ambassador to another state: "is represented in B by its ambassador to C"."""
    states = {str(unit.value[0]) for unit in covered if unit is not None}
    return any(
        unit.kind == "actor"
        and unit.mark in _FROM
        and is_post(unit.value)
        and unit.value.to is not None
        and unit.value.to not in states
        for unit in sentence.units[index:]
    )


def _type(sentence: Sentence, index: int, seat: Unit | None) -> str:
    """The mission that covers: the one nearest before its seat, an embassy where it is an ambassador's residence."""
    units = sentence.units
    if seat is not None and seat.start > units[index].start:
        for i in range(sentence.index(seat) - 1, index, -1):
            if units[i].kind == "actor":
                return "embassy"
            if units[i].kind == "mission":
                return str(units[i].value)
    titles = [unit for unit in units if unit.kind == "actor"]
    if seat is not None and any(unit.start <= seat.start and seat.end <= unit.end for unit in titles):
        return "embassy"  # "its ambassador in P"
    near = [unit for unit in units if unit.kind == "mission"]
    return str(min(near, key=lambda unit: abs(unit.start - units[index].start)).value) if near else "embassy"


def _state(unit: Unit) -> str | None:
    return str(unit.value[0]) if unit.kind == "state" else getattr(unit.value, "state", None)


def _sender(sentence: Sentence, index: int, context: Context) -> str | None:
    """Whose mission or head of mission covers: the subject's state, else that of the mission told last."""
    for unit in reversed(sentence.units[:index]):
        if unit.kind == "state" and unit.mark not in ("place", "goal", "with", "source"):
            return str(unit.value[0])
        if unit.kind == "actor" and unit.value.state and is_post(unit.value):
            return str(unit.value.state)
        if unit.text == ";" and not _is_its(sentence, index):
            break
    agent = next(
        (
            unit
            for unit in sentence.units[index:]
            if unit.kind == "state" and (unit.mark == "agent" or unit.value[1] == "adjective")
        ),
        None,
    )
    if agent is not None:
        return str(agent.value[0])
    return context.mission.of if context.mission is not None else context.home


def _is_its(sentence: Sentence, index: int) -> bool:
    """Whether the envoy or mission of a clause is "its": that of the state told before."""
    clause = sentence.clause(index)
    return any(unit.key in sentence.language.words["its"] for unit in sentence.units[clause.start : index])


def _covered(sentence: Sentence, index: int, sender: str | None) -> list[Unit | None]:
    """The states behind the verb that are covered, with those joined to the first; before it where it is passive."""
    units = sentence.units
    found: list[Unit | None] = []
    for i in range(index + 1, min(index + 30, len(units))):
        unit = units[i]
        if (
            unit.kind == "state"
            and unit.value[1] == "name"
            and unit.mark in ("goal", "place", "", "for", "topic", "with")
            and unit.value[0] != sender
        ):
            found.append(unit)
        elif unit.kind in _ENDS or unit.text in (";", "(", ".") or _from(unit):
            break
    if found:
        return found
    passive = [
        unit
        for unit in units[:index]
        if unit.kind == "state" and unit.mark in ("place", "goal") and unit.value[0] != sender
    ]
    return [passive[-1]] if passive else []


def _in_exile(sentence: Sentence, index: int) -> tuple[str, Unit] | None:
    """The state to whose government in another an envoy goes: "accredited to the Government of B in C"."""
    units = sentence.units
    for i in range(index + 1, min(index + 5, len(units) - 2)):
        state = assembly_of(sentence, units[i])
        host = next((unit for unit in units[i + 1 : i + 4] if unit.kind == "state"), None)
        if state is not None:
            away = host is not None and host.mark == "place" and host.value[0] != state
            return (state, units[i]) if away else None
    return None


def _from(unit: Unit) -> bool:
    return unit.kind == "preposition" and unit.value in _FROM


def _seat(sentence: Sentence, index: int, covered: list[Unit | None]) -> Unit | None:
    """The capital it is covered from: "from its embassy in P", "(residence in P)"; the mission's place before."""
    units = sentence.units
    taken = {id(unit) for unit in covered}
    for i in range(index + 1, len(units)):
        if (
            units[i].kind == "place"
            and id(units[i]) not in taken
            and units[i].mark in ("source", "place", "agent", "through", "")
        ):
            return units[i]
        if units[i].text == ";":
            break
    for i in range(index - 1, -1, -1):
        if units[i].kind == "place" and units[i].mark in ("place", ""):
            while i > 1 and units[i - 1].text == "," and units[i - 2].kind == "place":
                i -= 2  # "in P, in the province of Q"
            return units[i]
        if units[i].text == ";":
            break
    return None
