"""Actors of one sentence that tell of one another: appositions, counterparts, offices in the plural."""

from __future__ import annotations

import msgspec

from comity.model.person import Person
from comity.reading.language import POSTS, Language
from comity.reading.people.actors import Actor
from comity.reading.units import Unit

_DASHES = frozenset("-–—")
_LETTERS = 4
"""Letters of an office that may stand behind a name without a comma."""
_APART = range(2, 5)
"""How far behind the office before it that of a list may stand: ", and the Ambassador …"."""


def assisting(units: list[Unit], text: str) -> list[Unit]:
    """An office that serves another, whose holder's name stands before that of its own: «помощник президента А
    Ивана Белова Пётр Орлов»."""
    out: list[Unit] = []
    for unit in units:
        if (
            unit.kind == "actor"
            and len(out) > 1
            and _is_bare_office(out[-2])
            and _is_bare_name(unit)
            and _is_served(out[-1], unit)
        ):
            office, served = out[-2], out.pop()
            state = office.value.state or served.value.state
            person = Person(name=unit.value.person.name, office=office.value.person.office, of=state)
            office.value = msgspec.structs.replace(office.value, person=person, state=state)
            office.end, office.text = unit.end, text[office.start : unit.end]
            continue
        out.append(unit)
    return out


_MET_TOGETHER = 3
"""Units at least before a counterpart: what leads in somebody, they, and what joins both."""
_PROFESSION_AND_POST = 2
"""Titles of «дипломат, посол в А»."""
_BODY_WORDS = 5
"""Words of a body that may stand between an office and the name of who holds it."""
_OWN_CASES = frozenset({"dat", "ins"})
"""Cases of a name that no genitive before it has."""


def of_bodies(units: list[Unit], words: list[Unit], text: str) -> list[Unit]:
    """An office whose body, in lower case, stands between it and a name in the office's own case: «директору музея
    Ольге Савич»; `words` are what the actors were made of, and have the cases."""
    out: list[Unit] = []
    for unit in units:
        at = _office_of_body(out, unit, words) if unit.kind == "actor" and out else None
        if at is None:
            out.append(unit)
            continue
        office = out[at]
        body = [one.text for one in out[at + 1 :] if one.end > one.start]
        title = " ".join([str(office.value.person.office), *body])
        person = msgspec.structs.replace(office.value.person, name=unit.value.person.name, office=title)
        office.value = msgspec.structs.replace(office.value, person=person)
        office.end, office.text = unit.end, text[office.start : unit.end]
        del out[at + 1 :]
    return out


def _office_of_body(before: list[Unit], name: Unit, words: list[Unit]) -> int | None:
    """Where the office of a name stands behind the words of its body; None where other words are between."""
    if before[-1].kind != "word" or not _is_bare_name(name) or name.value.state is not None:
        return None
    for at in range(len(before) - 1, max(len(before) - _BODY_WORDS - 1, -1), -1):
        unit = before[at]
        if unit.kind == "actor":
            case = _case_of(name, words)
            return (
                at if _is_bare_office(unit) and case in _OWN_CASES and _case_of(unit, words) == case else None
            )
        unwritten = unit.kind == "preposition" and unit.start == unit.end and unit.value == "of"
        word = unit.kind == "word" and unit.case == "gen" and unit.text.islower()
        if not (unwritten or word):
            return None
    return None


def _case_of(actor: Unit, words: list[Unit]) -> str:
    """The case of the first word of an actor."""
    return next((word.case for word in words if word.start == actor.start < word.end), "")


def _of_the_same_sender(units: list[Unit], index: int) -> None:
    """A post of a list whose sender the one before it tells: "the Ambassador of A to B, N, and the Ambassador to C"."""
    actor: Actor = units[index].value
    at = index - 1
    while at > 0 and (units[at].kind in ("and", "determiner") or units[at].text == ","):
        at -= 1
    if index - at not in _APART or units[at].kind != "actor":
        return
    sent: Actor = units[at].value
    alike = sent.cls in POSTS and actor.cls in POSTS and sent.person.name and actor.person.name
    if (
        alike
        and sent.state
        and sent.to
        and actor.state is None
        and actor.to not in (None, sent.state, sent.to)
    ):
        person = msgspec.structs.replace(actor.person, of=actor.person.of or sent.state)
        units[index].value = msgspec.structs.replace(actor, state=sent.state, person=person)


def _of_another_sender(units: list[Unit], index: int) -> None:
    """An envoy of a list whose office the one before tells, named with the state alone: «послы А Н., Б М. и В – Л.»."""
    if not _is_bare_name(units[index]) or units[index].value.state is not None:
        return
    at = index - 1
    dashed = at > 0 and units[at].text in _DASHES
    at -= dashed
    state = units[at] if at > 1 else None
    if state is None or state.kind != "state" or state.value[1] != "name":
        return
    if not (dashed or state.case in ("gen", "dat")):
        return
    at -= 1
    at -= units[at].kind == "preposition" and units[at].start == units[at].end
    listed = units[at].kind == "and" or units[at].text == ","
    before = units[at - 1] if at > 0 else None
    if not listed or before is None or before.kind != "actor":
        return
    told: Actor = before.value
    of = str(state.value[0])
    if told.cls in POSTS and told.person.name and told.state not in (None, of) and told.to != of:
        person = Person(name=units[index].value.person.name, office=told.person.office, of=of)
        units[index].value = msgspec.structs.replace(
            units[index].value, person=person, state=of, to=told.to, cls=told.cls
        )


def _is_served(holder: Unit, name: Unit) -> bool:
    """Whether somebody named with an office stands right before another's name."""
    return (
        holder.kind == "actor"
        and bool(holder.value.person.name and holder.value.person.office)
        and holder.end + 1 == name.start
    )


def apposed(units: list[Unit], text: str, language: Language) -> list[Unit]:
    """A name with the office behind it: "Mr. Ehud Olmert, Deputy Prime Minister of Israel,"."""
    out: list[Unit] = []
    index = start = 0
    size = len(units)
    while index < size:
        unit = units[index]
        if unit.kind != "actor":
            index += 1
            continue
        out += units[start:index]
        if (
            unit.value.state is None
            and index + 3 < len(units)
            and units[index + 1].text == "("
            and units[index + 3].text == ")"
        ):
            inside = units[index + 2]  # "X (Estonia)"
            if inside.kind == "state" and not unit.value.group:
                state = str(inside.value[0])
                person = unit.value.person
                made = Person(
                    name=person.name,
                    office=person.office,
                    of=(person.of or state) if person.office else person.of,
                )
                unit.value = msgspec.structs.replace(unit.value, state=state, person=made)
                del units[index + 1 : index + 4]
                size = len(units)
        if unit.value.person.name and unit.value.person.office and _letters_behind(units, index):
            unit.end, unit.text = units[index + 1].end, text[unit.start : units[index + 1].end]
            del units[index + 1]
            size = len(units)  # "Foreign Minister A. B. MP"
        if unit.value.person.name and not unit.value.person.office:
            behind = index + 1
            letters = behind < len(units) and _is_letters(units[behind])  # "A. B. MP, Minister for X"
            opening = letters or (behind < len(units) and units[behind].text in (",", "(", "-", "–", "—"))
            cursor = behind if letters else behind + 1
            while cursor < len(units) and (
                units[cursor].kind == "determiner" or units[cursor].key in language.words["modifier"]
            ):
                cursor += 1
            if opening and cursor < len(units) and _is_bare_office(units[cursor]):
                last, titles = cursor, [units[cursor].value]
                while (
                    last + 2 < len(units) and units[last + 1].text == "," and _is_bare_office(units[last + 2])
                ):
                    last += 2
                    titles.append(units[last].value)
                after = units[last + 1] if last + 1 < len(units) else None
                if (
                    after is None
                    or after.text in (",", ".", ")", "(", ";", "-", "–", ":")
                    or after.kind
                    in ("trigger", "be", "have", "preposition", "and", "clause", "modal", "date")
                ):
                    first, titles = _leading_title(titles)
                    person = Person(
                        name=_in_case_of(unit, units[cursor], language),
                        office=", ".join(t.person.office or "" for t in titles),
                        of=first.person.of or titles[-1].person.of,
                    )
                    actor = Actor(
                        person=person,
                        state=next((t.state for t in titles if t.state), None),
                        to=first.to,
                        cls=first.cls,
                        former=first.former,
                    )
                    if after is not None and after.text == ")" and units[behind].text == "(":
                        last += 1
                    end = units[last].end
                    out.append(Unit("actor", unit.start, end, text[unit.start : end], "", actor))
                    index = start = last + 1
                    continue
        out.append(unit)
        index += 1
        start = index
    out += units[start:]
    return out


def _is_letters(unit: Unit) -> bool:
    """Whether an office is told by letters, as behind a name: "MP"."""
    return _is_bare_office(unit) and unit.text.isupper() and len(unit.text) <= _LETTERS


def _letters_behind(units: list[Unit], index: int) -> bool:
    return index + 1 < len(units) and _is_letters(units[index + 1])


def _leading_title(titles: list[Actor]) -> tuple[Actor, list[Actor]]:
    """Which of the titles behind a name tells the post, and the titles to tell: of a profession and the post in a state
    that follows it the post alone, with the profession's state, «российский дипломат, посол в А»."""
    first, post = titles[0], titles[-1]
    if len(titles) != _PROFESSION_AND_POST or first.cls != "diplomat" or first.to or not post.to:
        return first, titles
    state = post.state or first.state
    if post.cls not in POSTS or state is None or first.state not in (None, state):
        return first, titles
    told = msgspec.structs.replace(
        post, state=state, person=msgspec.structs.replace(post.person, of=post.person.of or state)
    )
    return told, [told]


def _in_case_of(name: Unit, office: Unit, language: Language) -> str:
    """A name of which the office behind it tells the case: «вызвало Александра Белова, посла А»."""
    told = str(name.value.person.name)
    case = language.morphology.case_of_apposed(office.text, told) if told == name.text else ""
    return str(language.morphology.name(told, case)) if case else told


def related(units: list[Unit]) -> list[Unit]:
    """Offices that stand for others: "his Chilean counterpart X", "Presidents X and Y"."""
    last: Actor | None = None
    for index, unit in enumerate(units):
        if unit.kind != "actor":
            continue
        _owned(units, index)
        _of_the_same_sender(units, index)
        _of_another_sender(units, index)
        actor: Actor = unit.value
        host = _host_beside(units, index) if actor.cls == "counterpart" else None
        if host is not None:
            person = msgspec.structs.replace(actor.person, of=host)
            unit.value = msgspec.structs.replace(actor, person=person, state=host)
            continue
        other = last is not None and _is_of_another_clause(units, index)
        if actor.cls == "counterpart" and last is not None and not other and not _is_short_form(last):
            person = Person(name=actor.person.name, office=last.person.office, of=actor.state)
            unit.value = msgspec.structs.replace(actor, person=person, cls=last.cls)
        elif actor.plural and not actor.person.name and actor.person.office:
            _share_office(units, index, actor)
        if (
            unit.kind == "actor"
            and unit.value.person.office
            and not unit.value.group
            and not unit.value.plural
            and unit.value.cls != "counterpart"
        ):
            last = unit.value
    return units


def _is_of_another_clause(units: list[Unit], index: int) -> bool:
    """Whether who is told last before a counterpart did something to the one whose counterpart it is: "He was received
    by President N and held talks with his counterpart"."""
    at = next((i for i in range(index - 1, -1, -1) if units[i].kind == "actor"), 0)
    low = at - 1
    while low > 0 and units[low].kind in ("determiner", "honorific"):
        low -= 1
    by = units[low].kind == "preposition" and units[low].value == "agent"
    between = [unit.kind for unit in units[at + 1 : index]]
    if by and "trigger" in between and any(unit.kind in ("pronoun", "actor") for unit in units[:low]):
        return True  # «Его принял президент Н., а с коллегой М. он обсудил …»
    return "and" in between and units[0].kind == "pronoun" and "trigger" in [unit.kind for unit in units[:at]]


def _host_beside(units: list[Unit], index: int) -> str | None:
    """The state of somebody who is met together with a counterpart of nobody's: "talks with President X of A and
    counterpart Y", who is the counterpart of whoever talked to both."""
    if index < _MET_TOGETHER or units[index].value.state is not None or units[index - 1].kind != "and":
        return None
    host, before = units[index - 2], units[index - 3]
    met = host.kind == "actor" and before.kind in ("preposition", "trigger")
    return host.value.state if met and host.value.person.office else None


def _owned(units: list[Unit], index: int) -> None:
    """Gives a name the state that owns it, where it is joined to somebody: "between X and Kenya's Y"."""
    before = units[index - 3 : index] if index > 2 else []
    if len(before) < 3 or not _is_bare_name(units[index]) or units[index].value.state:
        return
    link, state, poss = before
    joins = link.kind == "and" or (link.kind == "preposition" and link.value in ("with", "between", "agent"))
    if joins and state.kind == "state" and poss.kind == "poss":
        units[index].value = msgspec.structs.replace(units[index].value, state=str(state.value[0]))


def _is_short_form(actor: Actor) -> bool:
    """Whether somebody is told by the short form of a title alone ("the FM"), which a counterpart does not bear."""
    return actor.person.name is None and bool(actor.person.office) and str(actor.person.office).isupper()


def _share_office(units: list[Unit], index: int, plural: Actor) -> None:
    """Gives an office in the plural to the names right behind it."""
    states, cursor = _states_joined(units, index, plural)
    first = cursor
    names = [unit for unit in units[first : first + 2 * len(states)] if _is_bare_name(unit)]
    if len(states) > 1 and len(names) == len(states):
        for unit, state in zip(names, states, strict=True):  # "the Presidents of A and B, X and Y"
            unit.value = msgspec.structs.replace(unit.value, state=state)
    while cursor < len(units):
        unit = units[cursor]
        if _is_bare_name(unit):
            _take_state(units, cursor, plural)
            person = Person(
                name=unit.value.person.name, office=plural.person.office, of=unit.value.state or plural.state
            )
            unit.value = msgspec.structs.replace(
                unit.value, person=person, state=unit.value.state or plural.state, cls=plural.cls
            )
        elif (unit.kind not in ("and", "date") and unit.text not in (",", "(", ")")) or cursor == first:
            break
        cursor += 1
    if cursor > first and units[first].kind == "actor" and units[first].value.cls == plural.cls:
        units[index].kind = "word"  # the names carry the office now
        units[index].value = None


def _take_state(units: list[Unit], index: int, plural: Actor) -> None:
    """Gives a name the state behind it: "Presidents X of A and Y of B"."""
    behind = units[index + 1 : index + 3]
    if plural.state or [unit.kind for unit in behind] != ["preposition", "state"]:
        return
    of, state = behind
    if of.value == "of" and of.end > of.start and state.value[1] == "name":
        units[index].value = msgspec.structs.replace(units[index].value, state=str(state.value[0]))
        units[index].end = state.end
        del units[index + 1 : index + 3]


def _is_bare_name(unit: Unit) -> bool:
    return unit.kind == "actor" and bool(unit.value.person.name) and not unit.value.person.office


def _states_joined(units: list[Unit], index: int, plural: Actor) -> tuple[list[str], int]:
    """The states of an office in the plural, and where the names behind them begin: "Presidents of A and B"."""
    cursor = index + 1
    states = [plural.state] if plural.state else []
    while (
        states
        and cursor + 1 < len(units)
        and (units[cursor].kind == "and" or units[cursor].text == ",")
        and units[cursor + 1].kind == "state"
    ):
        states.append(str(units[cursor + 1].value[0]))
        cursor += 2
    if (
        not states
        and cursor + 1 < len(units)
        and (units[cursor].kind == "amount" or units[cursor].value == "of")
        and units[cursor + 1].kind == "sides"
    ):
        cursor += 2  # "the ministers of the two countries X and Y"
    elif not states and cursor < len(units) and units[cursor].kind == "sides":
        cursor += 1
    if cursor < len(units) and len(states) != 1 and units[cursor].text in (",", "–", "-"):
        cursor += 1
    return [state for state in states if state], cursor


def _is_bare_office(unit: Unit) -> bool:
    return (
        unit.kind == "actor"
        and bool(unit.value.person.office)
        and not unit.value.person.name
        and not unit.value.plural
        and not unit.value.group
    )
