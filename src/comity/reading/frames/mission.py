"""Diplomatic and consular posts: opened, closed, raised, moved, kept, accredited from elsewhere."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import msgspec

from comity.knowledge.capitals import capitals
from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.accreditation import accredited, resident
from comity.reading.frames.arguments import date_unit, head_date, run
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import Post
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STARTS = frozenset({"mission", "actor", "trigger:accredit", "trigger:cover", "trigger:represent"})

ACTS = {
    "establish": "opened", "open": "opened", "close": "closed", "reopen": "reopened", "resume": "reopened",
    "upgrade": "upgraded", "become": "upgraded", "move": "moved", "suspend": "suspended", "end": "closed",
    "terminate": "closed", "downgrade": "upgraded", "exchange_missions": "opened",
}  # fmt: skip
_RAISED = frozenset({"upgrade", "become", "downgrade"})
_NEEDS_TYPE = frozenset({"become", "downgrade"})
_LISTED = frozenset(
    {
        "mission",
        "place",
        "state",
        "and",
        "determiner",
        "number",
        "amount",
        "preposition",
        "word",
        "poss",
        "punct",
        "date",
    }
)
_CONTINUES = frozenset({"mission", "determiner", "number", "amount"})
_LAST = 45
_DASHES = frozenset("-–—")


class Sides(msgspec.Struct):
    """Whose mission it is and where, with the words that say so."""

    sending: str | None = None
    receiving: str | None = None
    places: tuple[str, ...] = ()
    used: tuple[Unit, ...] = ()
    explicit: bool = False
    mutual: bool = False
    more: tuple[str, ...] = ()
    """Further receiving states: "its legations in A and B"."""
    seats: dict[str, str] = {}
    """Where each of two missions of both sides is, by the receiving state: "embassies in P and Q"."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The Embassy of A in B opened in …", "A has an embassy in P", "the legation was raised to an embassy"."""
    unit = sentence.units[index]
    if unit.kind == "trigger":
        yield from accredited(sentence, index, context)
    elif unit.kind == "actor":
        yield from resident(sentence, index, context)
        yield from _consuls(sentence, index, context)
    elif _in_register(sentence, index):
        yield from _registered(sentence, index, context)
    elif _target(sentence, index) is None:
        drafts = list(_mission(sentence, index, unit.value, context))
        yield from drafts


def _in_register(sentence: Sentence, index: int) -> bool:
    """Whether an item of a list of posts is nothing but a town and the post there: "Nairobi (Embassy)"."""
    units = sentence.units
    if (
        sentence.block.kind not in ("item", "cell")
        or index < 2
        or units[0].kind != "place"
        or len(units) > index + 2
    ):
        return False
    return all(
        unit.kind == "mission" or unit.kind == "and" or unit.text in ("(", ")", ",") for unit in units[1:]
    )


def _registered(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    place = sentence.units[0]
    receiving = place.value.state
    if context.home is None or receiving == context.home or context.dyad is not None:
        return
    slots = {
        "sending": context.home,
        "receiving": receiving,
        "type": sentence.units[index].value,
        "act": "opened",
        "place": place.value.name,
    }
    yield Draft(
        "mission",
        slots,
        [(place.start, sentence.units[index].end)],
        ["mission: item of a list of posts"],
        0.7,
    )


def _mission(sentence: Sentence, index: int, type_: str, context: Context) -> Iterator[Draft]:
    acts = _acts(sentence, index)
    if _aside(sentence, index):
        acts = [(i, act) for i, act in acts if i > index and _relative(sentence, index, i)]
    kept = None if acts or _aside(sentence, index) else _kept(sentence, index)
    if kept is None and not acts:
        kept = _through(sentence, index)
    sides = _sides(sentence, index, acts[0][0] if acts else kept, context)
    if (
        sides.sending
        and sides.receiving
        and sides.sending != sides.receiving
        and (sides.explicit or sides.used)
    ):
        context.mission = Post(sides.sending, sides.receiving)
    if (not acts and kept is None) or (type_ == "representative-office" and _of_company(sentence, index)):
        return
    if (
        kept is not None
        and _represented(sentence, kept)
        and sides.receiving not in (context.pair() or (sides.receiving,))
    ):
        return
    if not sides.sending or not sides.receiving or sides.sending == sides.receiving:
        return
    if kept is not None and _ranks(sentence, context):
        return
    for number, (act_index, act) in enumerate(acts or [(kept or index, "opened")]):
        if not is_fact(sentence, act_index) or not (is_fact(sentence, index) or _only(sentence, index)):
            continue
        date = date_unit(sentence, act_index) if acts else _since(sentence, index)
        if (
            date is not None
            and number + 1 < len(acts)
            and date.start > sentence.units[acts[number + 1][0]].start
        ):
            date = head_date(sentence, act_index)
        raised = _raised_to(sentence, act_index) if act == "upgraded" else None
        yield from _drafts(
            sentence, index, act_index, act, raised.value if raised is not None else type_, date, sides
        )


def _ranks(sentence: Sentence, context: Context) -> bool:
    """Whether the line above says that ranks of relations are told: "Level of relations: embassy since 1969"."""
    if any(unit.kind == "relations" for unit in sentence.lead):
        return True
    above = [
        sentence.text[cell.start : cell.end]
        for cell in context.row
        if cell.end <= sentence.start and cell.column == sentence.block.column
    ]
    heads = [line for line in above if line.rstrip().endswith(":")]
    levels = sentence.language.words["level"]
    return bool(heads) and any(sentence.language.key(word.strip(":")) in levels for word in heads[-1].split())


def _through(sentence: Sentence, index: int) -> int | None:
    """The verb of a state represented by the mission where it is: "A is represented in B through a consulate in P"."""
    units = sentence.units
    if units[index].mark not in ("through", "agent"):
        return None
    verb = next((i for i in range(index - 1, max(index - 24, -1), -1) if _represented(sentence, i)), None)
    if verb is None:
        return None
    there = {
        str(u.value[0]) for u in units[max(0, verb - 4) : index] if u.kind == "state" and u.mark == "place"
    }
    town = next((u for u in units[index + 1 : index + 5] if u.kind == "place" and u.mark == "place"), None)
    return verb if town is not None and town.value.state in there else None


def _represented(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    return unit.kind == "trigger" and any(p == "represent" for p, _ in unit.value)


def _of_company(sentence: Sentence, index: int) -> bool:
    """Whether an organisation and not a state opened the office."""
    for unit in reversed(sentence.units[max(0, index - 12) : index]):
        if (
            unit.kind in ("organisation", "enterprise", "quoted")
            or unit.key in sentence.language.words["company"]
        ):
            return True
        if unit.text in (";", ":"):
            return False
    return False


def _drafts(
    sentence: Sentence, index: int, act_index: int, act: str, type_: str, date: Unit | None, sides: Sides
) -> Iterator[Draft]:
    evidence = [run(sentence, [sentence.units[index], sentence.units[act_index], date, *sides.used])]
    directions = [(sides.sending, sides.receiving)]
    directions.extend((sides.sending, state) for state in sides.more)
    if sides.mutual:
        directions.append((sides.receiving, sides.sending))
    for sending, receiving in directions:
        for place in sides.places or (sides.seats.get(receiving or ""),):
            yield Draft(
                "mission",
                {
                    "sending": sending,
                    "receiving": receiving,
                    "type": type_,
                    "act": act,
                    "date": begun(date),
                    "place": place,
                },
                list(evidence),
                [f"mission: {sentence.units[index].text} + {sentence.units[act_index].text}"],
                0.9 if date is not None and sides.explicit else 0.7,
            )


def begun(unit: Unit | None) -> Date | None:
    """The date of an act: of "since 2004" the year it began."""
    if unit is None:
        return None
    day: Date = unit.value.date
    if unit.value.relation == "until" and day.end is not None:
        return day.end  # "until 1998, when an embassy was opened"
    return (
        day.start
        if unit.value.relation in ("since", "from") and day.is_interval and day.start is not None
        else day
    )


def _aside(sentence: Sentence, index: int) -> bool:
    """Whether the mission only says where or by whom something is done: "with the Embassy", "of the Embassy"."""
    unit = sentence.units[index]
    if unit.mark == "of":
        before = next(
            (
                other
                for other in reversed(sentence.units[max(0, index - 4) : index])
                if other.kind not in ("determiner", "word", "state", "poss", "preposition")
            ),
            None,
        )
        if before is None or before.kind != "trigger":
            return True
        worked = any(
            ACTS.get(p) in ("suspended", "reopened", "closed") for p, _ in before.value
        )  # "suspended the work of its embassy"
        return not worked and all(form != "noun" for _, form in before.value)
    if unit.mark == "place" and sentence.language.cases and _locative(sentence, index):
        return True  # «в посольстве открылась выставка»
    return unit.mark in ("with", "source", "topic", "through", "for", "during", "under")


def _locative(sentence: Sentence, index: int) -> bool:
    return sentence.units[index].case.startswith("loc")


# -- acts ------------------------------------------------------------------------------------------------------------


def _acts(sentence: Sentence, index: int) -> list[tuple[int, str]]:
    """What happened to the mission: the verb or noun that governs it, then the verbs that follow with it as subject."""
    governed = _governing(sentence, index)
    found = [governed] if governed is not None else []
    units = sentence.units
    last = governed[0] if governed is not None else index
    for i in range(max(index, last) + 1, min(len(units), index + _LAST)):
        unit = units[i]
        if _new_subject(sentence, i, index):
            break
        if unit.kind != "trigger":
            continue
        act = _act(sentence, i)
        if act is None:
            if {form for _, form in unit.value} & {"finite", "participle"} and not found:
                break
            continue
        if voice(sentence, i) in ("noun", "infinitive") or _does(sentence, i):
            continue
        if (
            governed is not None
            and not _upon_it(sentence, i)
            and not _relative(sentence, index, i)
            and not (act == "upgraded" and units[i - 1].text == "," and _turned(sentence, index, i))
        ):
            continue
        if all(act != known for _, known in found):
            found.append((i, act))
    return found


def _does(sentence: Sentence, act: int) -> bool:
    """Whether a mission does something to something else: "the embassy launched a campaign", not "opened its doors"."""
    after = sentence.units[act + 1] if act + 1 < len(sentence.units) else None
    if any(predicate in _RAISED for predicate, _ in reading_of(sentence, act)):
        return False
    if after is None or sentence.language.cases or voice(sentence, act) not in ("active", "bare"):
        return False
    own = sentence.language.words["possessive"]
    return (after.kind == "determiner" and after.key not in own) or after.kind in (
        "event",
        "quoted",
        "amount",
    )


def _turned(sentence: Sentence, mission: int, act: int) -> bool:
    """Whether a participle tells what became of the mission: "opened a consulate in P, turned into an embassy"."""
    later = _raised_to(sentence, act)
    return (
        voice(sentence, act) == "bare" and later is not None and later.value != sentence.units[mission].value
    )


def _act(sentence: Sentence, index: int) -> str | None:
    for predicate, form in reading_of(sentence, index):
        if predicate in ACTS:
            if predicate in _NEEDS_TYPE and _raised_to(sentence, index) is None:
                return None
            if form == "base" and not _bare_verb(sentence, index):
                return None
            return ACTS[predicate]
    return None


def _bare_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb's base form tells an act: not one agreed upon, nor the past of another verb ("found")."""
    if sentence.language.code != "en":
        return True
    before = sentence.units[max(0, index - 6) : index]
    if any(unit.key in sentence.language.words["agreed"] for unit in before):
        return False
    behind = sentence.units[index + 1 : index + 3]
    if any(unit.kind == "date" and unit.value.relation == "since" for unit in behind):
        return True  # "open since 2004"
    last = before[-1] if before else None
    return last is not None and (
        last.key in ("to", "did") or last.kind in ("modal", "sides", "and", "state", "word")
    )


def _governing(sentence: Sentence, index: int) -> tuple[int, str] | None:
    """The verb whose object the mission is, or the noun it belongs to: "opened its embassy", "opening of the"."""
    units = sentence.units
    joined = True
    for i in range(index - 1, max(index - 14, -1), -1):
        if (
            units[i].kind == "trigger"
            and any(p in _RAISED for p, _ in reading_of(sentence, i))
            and _raised_to(sentence, i) is units[index]
        ):
            return (i, "upgraded")
    for i in range(index - 1, max(index - _LAST, -1), -1):
        unit = units[i]
        if unit.kind == "trigger":
            act = _act(sentence, i)
            if act is None:
                return None
            how = voice(sentence, i)
            if how == "noun" and not _belongs(units, i, index):
                return None
            if how == "passive" and not any(
                other.kind in ("mission", "relations") for other in units[i + 1 : index]
            ):
                return None
            return (i, act)
        if unit.kind == "relations":
            joined = any(other.kind == "and" for other in units[i + 1 : index])
            if not joined:
                return None
            continue
        if unit.kind == "punct" and unit.text not in (",", "-", "–", "(", ")"):
            return None
        if unit.kind not in _LISTED and unit.kind not in ("sides", "pronoun"):
            return None
        if (
            unit.kind in ("state",)
            and unit.mark == ""
            and unit.value[1] == "name"
            and index - i > 3
            and units[i - 1].kind in ("and", "punct")
        ):
            return None
    return None


def _belongs(units: list[Unit], noun: int, mission: int) -> bool:
    """Whether a noun's complement is the mission: "the opening of the embassy"."""
    after = units[noun + 1]
    return (
        after.kind == "preposition"
        and after.value == "of"
        and not any(unit.kind == "punct" for unit in units[noun:mission])
    )


def _upon_it(sentence: Sentence, index: int) -> bool:
    """Whether a further verb has the same object: "and reopened it in 1996"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "pronoun"


def _relative(sentence: Sentence, mission: int, act: int) -> bool:
    """Whether a verb stands in a clause "which …" that hangs on the mission."""
    words = sentence.language.words.get("relative", frozenset())
    return any(unit.key in words for unit in sentence.units[mission + 1 : act])


def _new_subject(sentence: Sentence, index: int, mission: int) -> bool:
    """Whether a new subject begins here, so that verbs behind it are not about the mission."""
    units = sentence.units
    unit = units[index]
    if unit.text == ";" or (
        unit.kind == "clause" and unit.key not in sentence.language.words.get("relative", ())
    ):
        return True
    if unit.kind in ("relations", "instrument", "event", "body"):
        return True
    if unit.kind == "mission":
        if unit.mark in ("goal", "of") or _joined(units, mission, index):
            return False
        return units[index - 1].kind != "be"
    if unit.kind == "actor":
        return unit.mark not in ("with", "under", "agent", "goal", "of", "as", "place", "for")
    if unit.kind != "state" or unit.mark != "" or unit.value[1] != "name":
        return False
    after = units[index + 1].kind if index + 1 < len(units) else ""
    return after in ("trigger", "have", "be", "modal") and units[index - 1].kind in ("and", "punct")


def _joined(units: list[Unit], first: int, second: int) -> bool:
    return all(unit.kind in _LISTED for unit in units[first + 1 : second]) and any(
        unit.kind == "and" or unit.text == "," for unit in units[first + 1 : second]
    )


def _raised_to(sentence: Sentence, act: int) -> Unit | None:
    """The type that a mission was raised to: "raised to the status of Embassy", "became an embassy"."""
    units = sentence.units
    for i in range(act + 1, min(act + 14, len(units))):
        unit = units[i]
        if unit.kind == "mission" and _goal_before(units, act, i):
            return unit
        if unit.kind == "mission" and any(p == "become" for p, _ in units[act].value):
            return unit
        if unit.kind in ("clause", "trigger", "relations") or unit.text == ";":
            return None
    return None


def _goal_before(units: list[Unit], low: int, high: int) -> bool:
    return any(unit.kind == "preposition" and unit.value == "goal" for unit in units[low + 1 : high])


def _target(sentence: Sentence, index: int) -> int | None:
    """The act that the mission named at `index` is the outcome of, where the mission it happened to is told as well."""
    units = sentence.units
    for i in range(index - 1, max(index - 14, -1), -1):
        if units[i].kind == "trigger" and any(p in _RAISED for p, _ in reading_of(sentence, i)):
            if _raised_to(sentence, i) is not units[index]:
                return None
            low = max(0, i - _LAST)
            return (
                i
                if any(other.kind == "mission" for other in [*units[low:i], *units[i + 1 : index]])
                else None
            )
    return None


def _kept(sentence: Sentence, index: int) -> int | None:
    """The verb by which a mission exists: "has an embassy in P", "maintains a consulate in", "is the mission of"."""
    units = sentence.units
    if units[index].mark == "including":  # "besides the embassy in P, A has consulates in …"
        for i in range(index + 1, sentence.clause(index).stop):
            if units[i].kind == "have" or (units[i].kind == "trigger" and _maintains(units[i])):
                return i if not sentence.has_word("negation", index, i) else None
    if index > 1 and units[index - 1].text in _DASHES and units[index - 2].mark == "owner":
        return index - 1  # «у А – посольство в П»
    for i in range(index - 1, max(index - _LAST, -1), -1):
        unit = units[i]
        if unit.kind == "have":
            return i if not _none(sentence, i, index) else None
        if unit.kind == "trigger":
            if _maintains(unit) or _left_out(sentence, i, index):
                return i if not sentence.has_word("negation", max(0, i - 3), index) else None
            if sentence.language.cases and any(other.text == "," for other in units[i:index]):
                break  # «…, Посольство Б в П – с 2009 г.»
            return None
        if unit.kind == "be" and any(
            other.key in sentence.language.words.get("there", ()) for other in units[max(0, i - 2) : i]
        ):
            return i
        if unit.kind not in _LISTED and unit.kind not in ("negation", "actor"):
            break
        if unit.text in (":", ".") or (unit.text == ";" and not _goes_on(sentence, i, index)):
            break
    return _existing(sentence, index)


def _goes_on(sentence: Sentence, semicolon: int, index: int) -> bool:
    """Whether the list of what a state has goes on behind a semicolon: "has an embassy in P; consulates in Q and R"."""
    follows = sentence.units[semicolon + 1].kind in _CONTINUES
    return follows and _existing(sentence, index) is None and not _has_act(sentence, index)


def _none(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a mission is denied: "has no embassy", but not "has no embassy in P, only a consulate"."""
    return sentence.has_word("negation", verb, index) and not _only(sentence, index)


def _only(sentence: Sentence, index: int) -> bool:
    return sentence.has_word("only", index - 3, index)


def _maintains(unit: Unit) -> bool:
    return any(p in ("maintain", "represent") for p, _ in unit.value)


def _left_out(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a dash stands for the verb of the mission before: «в М действует посольство, в П – консульство»."""
    units = sentence.units
    dash = index - 1
    while dash > verb and units[dash].kind in ("state", "determiner", "word"):
        dash -= 1
    return (
        units[dash].text in _DASHES
        and units[dash].start > units[dash - 1].end
        and any(unit.kind == "place" for unit in units[max(verb, dash - 4) : dash])
        and any(p in ("work", "function") for p, _ in reading_of(sentence, verb))
    )


def _existing(sentence: Sentence, index: int) -> int | None:
    """ "The Embassy of A in B is …", "has been functioning since": what is told of a mission as its subject."""
    units = sentence.units
    for i in range(index + 1, min(index + 9, len(units))):
        unit = units[i]
        if unit.kind == "be" and i + 1 < len(units):
            for other in units[i + 1 : i + 8]:
                if other.kind == "mission":
                    return i
                if other.kind == "place" and other.mark == "place":
                    return i
                if other.kind not in ("determiner", "word", "state", "poss") and not (
                    other.kind == "preposition" and other.value == "place"
                ):
                    return None
            return None
        if unit.kind == "have" and i + 3 < len(units):
            works = any(
                other.kind == "trigger"
                and any(p in ("work", "implement", "maintain") for p, _ in other.value)
                for other in units[i + 1 : i + 4]
            )
            return i if works else None
        if unit.kind == "trigger" and any(p in ("work", "function") for p, _ in reading_of(sentence, i)):
            where = any(unit.kind == "place" and unit.mark == "place" for unit in units[i + 1 :])
            told = voice(sentence, i) == "active" or (voice(sentence, i) == "passive" and where)
            return i if told and (where or _since(sentence, index)) else None
        if unit.kind == "date" and (
            sentence.block.kind in ("cell", "item")
            or any(other.text in _DASHES for other in units[max(index, i - 2) : i])
        ):
            return i if unit.value.relation == "since" and not _has_act(sentence, index) else None
        if (
            unit.text in _DASHES
            and unit.start > units[i - 1].end
            and [other.kind for other in units[i + 1 : i + 3]] == ["preposition", "place"]
            and any(other.kind == "mission" for other in units[:index])
        ):
            return i  # «посольство А – в П, посольство Б – в С»
        if unit.kind not in ("preposition", "place", "state", "determiner", "punct"):
            return None
    return None


def _has_act(sentence: Sentence, index: int) -> bool:
    """Whether a verb of its own follows a mission in its clause."""
    return any(
        is_verb(sentence, i)
        for i in range(index + 1, sentence.clause(index).stop)
        if sentence.units[i].kind == "trigger"
    )


def _since(sentence: Sentence, index: int) -> Unit | None:
    """The date since which a mission is told to exist: before the next mission of a list, or at the clause's head."""
    units = sentence.units
    for i in range(index + 1, sentence.clause(index).stop):
        if units[i].kind in ("mission", "actor"):
            break
        if units[i].kind == "date" and units[i].value.relation == "since":
            return units[i]
    low = sentence.clause(index).start
    first = next((unit for unit in units[low : low + 3] if unit.kind == "date"), None)
    return first if first is not None and first.value.relation == "since" else None


def _consuls(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has honorary consuls in P and Q": consuls without names stand for their consulates."""
    unit = sentence.units[index]
    actor = unit.value
    if actor.cls != "consul" or actor.person.name:
        return
    honorary = any(
        sentence.language.key(word) in sentence.language.words["honorary"]
        for word in (actor.person.office or "").split()
    )
    kept = _kept(sentence, index)
    if honorary and kept is not None and not _represented(sentence, kept):
        drafts = list(_mission(sentence, index, "honorary-consulate", context))
        yield from drafts
        if drafts and actor.to and len(drafts) > 0 and actor.plural and drafts[0].slots.get("place"):
            first = {**drafts[0].slots, "place": _town_in(sentence, unit)}  # the town in the title itself
            yield Draft("mission", first, [unit.span], list(drafts[0].why), drafts[0].confidence)


def _town_in(sentence: Sentence, unit: Unit) -> str | None:
    """The town that a title of one word or more holds: "honorary consuls in P"."""
    for word in unit.text.split():
        for entry in sentence.language.entries.get(sentence.language.key(word), ()):
            if entry.kind == "place" and word[:1].isupper():
                return str(entry.value.name)
    return None


# -- sides -----------------------------------------------------------------------------------------------------------


def _sides(sentence: Sentence, index: int, act: int | None, context: Context) -> Sides:
    """The sending and receiving state: in the mission's phrase, the verb's subject, the clause, as told before."""
    own = _own_state(sentence, index)
    places, where = _where(sentence, index, own)
    sending = own
    if sending is None:
        sending = _subject(sentence, index, act, where)
    of = (
        str(sending.value[0])
        if sending is not None and sending.kind == "state"
        else (sending.value.state if sending is not None else None)
    )
    pair = context.pair()
    other = (
        tuple(dict.fromkeys(str(unit.value[0]) for unit in where))
        if all(unit.kind == "state" for unit in where)
        else ()
    )
    states = list(dict.fromkeys(_state(unit) for unit in where))
    if own is None and _mutual(sentence, index, states, pair):
        first, second = _both(sentence, index, pair)
        if first and second:
            seats = {str(unit.value.state): str(unit.value.name) for unit in where if unit.kind == "place"}
            return Sides(first, second, (), tuple(where), True, True, (), seats)
    to = next((state for state in states if state and state != of), None)
    to = _in_dyad(sentence, to, where, of, pair)
    explicit = of is not None and to is not None
    last: Post | None = context.mission
    if last is not None and pair is not None and {last.of, last.to} != set(pair):
        last = None
    if of is None and to is None:
        if last is not None:
            of, to = last.of, last.to
        elif pair is not None:
            of, to = pair if pair[0] == context.home else (pair[1], pair[0])
    elif of is None:
        of = (
            last.of
            if last is not None and last.to == to
            else context.counterpart(to) or (context.home if context.home != to else None)
        )
    elif to is None:
        to = (
            last.to
            if last is not None and last.of == of
            else context.counterpart(of) or (context.home if context.home != of else None)
        )
    used = tuple(unit for unit in (sending, *where) if unit is not None)
    more = tuple(state for state in other if state not in (of, to))
    return Sides(of, to, places if to in states else (), used, explicit, False, more)


def _state(unit: Unit) -> str | None:
    return str(unit.value[0]) if unit.kind == "state" else getattr(unit.value, "state", None)


def _in_dyad(
    sentence: Sentence, to: str | None, where: list[Unit], of: str | None, pair: tuple[str, str] | None
) -> str | None:
    """A town that has a namesake elsewhere is meant where the document's other state is; a capital is itself."""
    if (
        to is None
        or pair is None
        or of not in pair
        or to in pair
        or any(unit.kind == "state" for unit in where)
    ):
        return to
    other = pair[1] if pair[0] == of else pair[0]
    if any(unit.value.name in _capital_names() for unit in where) and not _related(sentence, other):
        return to
    return other


def _related(sentence: Sentence, state: str) -> bool:
    """Whether the sentence tells of relations with a state: its capital then was where the mission was raised."""
    units = sentence.units
    return any(unit.kind == "relations" for unit in units) and any(
        (unit.kind == "state" and unit.value == (state, "name"))
        or (unit.kind == "organisation" and getattr(unit.value, "state", None) == state)
        for unit in units
    )


@functools.cache
def _capital_names() -> frozenset[str]:
    return frozenset(seat.city for seat in capitals() if seat.when is not None)


def _own_state(sentence: Sentence, index: int) -> Unit | None:
    """The state in the mission's own phrase: "American Embassy", "A's embassy", "Embassy of the Republic of A"."""
    units = sentence.units
    before = index - 1
    while (
        before >= 0
        and units[before].kind == "word"
        and index - before <= 4
        and units[before].key not in sentence.language.words["adverb"]
    ):
        before -= 1
    if (
        before >= 0
        and units[before].kind == "state"
        and (units[before].case != "loc" or units[before].value[1] == "adjective")
        and (units[before].value[1] == "adjective" or before == index - 1)
    ):
        return units[before]
    if before >= 1 and units[before].kind == "poss" and units[before - 1].kind == "state":
        return units[before - 1]
    for i in range(index + 1, min(index + 5, len(units))):
        unit = units[i]
        if unit.kind == "state" and unit.mark == "of":
            return unit
        if unit.kind not in ("preposition", "determiner", "word", "place") or (
            unit.kind == "preposition" and unit.value not in ("of", "place")
        ):
            break
    return None


def _where(sentence: Sentence, index: int, own: Unit | None) -> tuple[tuple[str, ...], list[Unit]]:
    """The places and states behind a mission: "in P and Q", "at P", ", P", "P"; else before it in its clause."""
    units = sentence.units
    places: list[str] = []
    found: list[Unit] = []
    for i in range(index + 1, min(index + 14, len(units))):
        unit = units[i]
        if unit is own:
            continue
        if unit.kind == "state" and i + 1 < len(units) and units[i + 1].kind == "poss":
            break  # "in P, A's first in Africa"
        if unit.kind == "state" and i + 1 < len(units) and units[i + 1].kind == "mission":
            continue  # "in the Swiss Embassy at P"
        if unit.kind == "mission" and units[i - 1].kind == "state":
            continue
        if unit.kind == "place" or (
            unit.kind == "state"
            and unit.value[1] == "name"
            and (unit.mark in ("place", "goal", "with") or found)
        ):
            if (
                unit.kind == "state"
                and found
                and unit.mark not in ("place", "goal")
                and units[i - 1].text != ","
                and units[i - 1].text != "("
            ):
                break
            found.append(unit)
            if unit.kind == "place":
                places.append(unit.value.name)
            continue
        if unit.kind == "preposition" and unit.value in ("place", "goal", "of", "on"):
            continue
        if units[index].mark == "including" and unit.text == ",":
            break  # "besides the embassy in P, A has …"
        if unit.kind in ("determiner", "and", "number", "punct") and unit.text not in (";", ":", "."):
            if (
                unit.kind == "and"
                and i + 1 < len(units)
                and units[i + 1].kind not in ("place", "preposition", "state")
            ):
                break
            continue
        if unit.kind in ("word", "poss") and not found:
            continue
        break
    clause = sentence.clause(index)
    if found and not places:
        town = _town(sentence, range(index + 1, clause.stop), found)
        return ((town.value.name,) if town is not None else ()), found
    if found:
        return tuple(dict.fromkeys(places)), found
    for i in range(index - 1, clause.start - 1, -1):
        if units[i].kind in ("place", "state") and units[i].mark == "place" and units[i] is not own:
            if units[i].kind == "state":
                return (), [units[i]]
            towns = _towns_before(units, i, clause.start)
            return tuple(dict.fromkeys(unit.value.name for unit in towns)), towns
    for i in range(index + 1, clause.stop):
        if units[i].kind == "place" and units[i].mark in ("place", "goal"):
            towns = _towns(units, i, clause.stop)
            return tuple(dict.fromkeys(unit.value.name for unit in towns)), towns
        if (
            units[i].kind == "state"
            and units[i].mark in ("place", "goal")
            and units[i] is not own
            and not _of_mission(units, i)
        ):
            return (), [units[i]]
    return (), []


def _of_mission(units: list[Unit], state: int) -> bool:
    """Whether a state is only named as that of another mission: "was opened in the B Embassy at P"."""
    return state + 1 < len(units) and units[state + 1].kind == "mission"


def _towns(units: list[Unit], first: int, stop: int) -> list[Unit]:
    """A town and those that commas and "and" join to it."""
    found = [units[first]]
    for cursor in range(first + 1, stop):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == found[0].mark:
            if unit.value.state != found[0].value.state and units[cursor - 1].kind != "and":
                break
            found.append(unit)
        elif unit.kind != "and" and unit.text != ",":
            break
    return found


def _towns_before(units: list[Unit], last: int, low: int) -> list[Unit]:
    """The towns that a list ends with, in order: "in P and Q there are …"."""
    found = [units[last]]
    for cursor in range(last - 1, low - 1, -1):
        unit = units[cursor]
        if unit.kind == "place" and unit.mark == "place" and unit.value.state == found[0].value.state:
            found.insert(0, unit)
        elif unit.text == "," and units[cursor + 1].kind == "preposition":
            break  # «в М – посольство, в П – консульство»
        elif unit.kind not in ("and", "preposition") and unit.text != ",":
            break
    return found


def _town(sentence: Sentence, order: range, states: list[Unit]) -> Unit | None:
    """The town of a receiving state that is told later: "the Embassy of A in B was opened in 1992 in P"."""
    codes = {str(unit.value[0]) for unit in states}
    towns = [
        sentence.units[i]
        for i in order
        if sentence.units[i].kind == "place" and sentence.units[i].mark == "place"
    ]
    return next((unit for unit in towns if unit.value.state in codes), None)


def _subject(sentence: Sentence, index: int, act: int | None, where: list[Unit]) -> Unit | None:
    """The state whose act it is: the subject before the verb, the agent behind it."""
    units = sentence.units
    clause = sentence.clause(index)
    start = min(index, act) if act is not None else index
    low = clause.start if start >= clause.start else 0
    for i in range(start - 1, low - 1, -1):
        unit = units[i]
        if any(unit is other for other in where):
            continue
        if unit.kind == "state" and unit.mark in ("", "owner", "agent"):
            return unit
        if (
            unit.kind in ("actor", "organisation")
            and getattr(unit.value, "state", None)
            and unit.mark in ("", "agent")
        ):
            return unit
    for i in range(start, clause.stop):
        if units[i].kind == "state" and units[i].mark == "agent":
            return units[i]
    if where:
        return None
    return next(
        (
            unit
            for unit in reversed(units[:low])
            if unit.kind == "actor"
            and unit.value.state
            and unit.value.cls in ("minister", "head-of-mission", "consul")
        ),
        None,
    )


def _mutual(sentence: Sentence, index: int, states: list[str | None], pair: tuple[str, str] | None) -> bool:
    """Whether both sides have such a mission: "both countries opened embassies", "embassies in P and Q"."""
    if pair is not None and set(states) == set(pair):
        return True
    if pair is not None and any(state not in pair for state in states):
        return False  # «интересы страны представляло посольство в третьей»
    clause = sentence.clause(index)
    units = sentence.units
    low = max(clause.start, index - _LAST)
    mission = units[index]
    if mission.kind == "mission" and not (mission.key.endswith("s") or sentence.language.code != "en"):
        return False
    if any(
        units[i].kind in ("sides", "dyad") and not (i and _one_side(units[i - 1]))
        for i in range(low, min(index + 6, clause.stop))
    ):
        return pair is not None
    names = _subjects(sentence, index)
    return len(names) == 2 and not states


def _one_side(before: Unit) -> bool:
    """Whether a side is told to be that of one state: "the B side"."""
    return before.kind == "state" and before.value[1] == "adjective"


def _subjects(sentence: Sentence, index: int) -> list[str]:
    clause = sentence.clause(index)
    units = sentence.units
    for i in range(clause.start, index - 1):
        if units[i].kind == "state" and units[i + 1].kind == "and":
            second = next(
                (units[j] for j in range(i + 2, min(i + 4, index)) if units[j].kind == "state"), None
            )
            if (
                second is not None
                and units[i].mark in ("", "between")
                and units[i].value[0] != second.value[0]
            ):
                return [str(units[i].value[0]), str(second.value[0])]
    return []


def _both(sentence: Sentence, index: int, pair: tuple[str, str] | None) -> tuple[str | None, str | None]:
    names = _subjects(sentence, index)
    if len(names) == 2:
        return names[0], names[1]
    return pair if pair is not None else (None, None)
