"""Who made or took somebody an envoy: "A named Ambassador N …", "(President N of) A received M as minister"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import completed
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.frames.tenures.acts import tells
from comity.reading.frames.tenures.hosts import state_of
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

RECEIVERS = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_REACH = 6
"""Units between somebody and the verb that tells that they were received."""


def named_by(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post to which one of the document's two states is told to name somebody: "A named Ambassador N in charge",
    "A recognised B by the appointment of N"."""
    units = sentence.units
    act = next((i for i in range(index - 1, max(index - 4, -1), -1) if tells(sentence, i, "appoint")), None)
    if act is None or sentence.language.cases:
        return None
    of = _doer(sentence, act, context) if is_verb(sentence, act) else _doer_of_noun(units[:act])
    to = context.counterpart(of) if of is not None else None
    if not is_verb(sentence, act):  # "recognised B by the appointment of N"
        others = [
            str(unit.value[0]) for unit in units[:act] if unit.kind == "state" and unit.value[1] == "name"
        ]
        to = next((state for state in reversed(others) if state != of), to)
    return Post(of, to, office.person.office) if of is not None and to else None


def _accepts(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells that an envoy was taken as one."""
    return tells(sentence, index, "receive") or tells(sentence, index, "recognize")


def _doer(sentence: Sentence, verb: int, context: Context) -> str | None:
    """The state, or that of the head of state, right before an active verb."""
    doer = sentence.units[verb - 1] if verb else None
    if doer is None or voice(sentence, verb) not in ("active", "bare"):
        return None
    if is_subject(doer):
        return str(doer.value[0])
    if doer.kind != "actor" or doer.mark or doer.value.cls not in RECEIVERS:
        return None
    head = doer.value.state or completed(doer.value, context).state
    return str(head) if head else None


def _doer_of_noun(before: list[Unit]) -> str | None:
    """The state that acts in the words before "the appointment of": the agent of a passive, else the subject."""
    agent = next((unit for unit in reversed(before) if unit.kind == "state" and unit.mark == "agent"), None)
    doer = agent or next((unit for unit in before if is_subject(unit)), None)
    return str(doer.value[0]) if doer is not None else None


def is_received_by_nobody_known(sentence: Sentence, index: int) -> bool:
    """Whether a person was received by nobody who is told, or by a head of a state that is not."""
    units = sentence.units
    for i in range(index + 1, min(index + _REACH, len(units))):
        if _accepts(sentence, i) and voice(sentence, i) == "passive":
            return True
    receives = index > 1 and _accepts(sentence, index - 1) and is_verb(sentence, index - 1)
    head = units[index - 2] if receives else None
    return head is not None and head.kind == "actor" and head.value.cls in RECEIVERS


def host_told(sentence: Sentence, index: int, context: Context) -> str | None:
    """The state that, or whose head, received the person as envoy: "(President N of) A received M as minister", "M was
    received by A as minister"."""
    units = sentence.units
    if sentence.language.cases:
        return None
    verb = next((i for i in range(index - 1, max(index - 4, -1), -1) if _accepts(sentence, i)), None)
    if verb is None or not is_verb(sentence, verb) or units[verb - 1].kind == "be":
        return _behind(sentence, index, context)
    if verb and units[verb - 1].kind == "state":
        return str(units[verb - 1].value[0])
    before = [unit for unit in units[max(0, verb - 3) : verb] if unit.kind == "actor" and not unit.mark]
    if not before or before[-1].value.cls not in RECEIVERS:
        return None
    head = before[-1].value.state or completed(before[-1].value, context).state
    return str(head) if head else _of_main_clause(sentence, verb, context)


def _of_main_clause(sentence: Sentence, verb: int, context: Context) -> str | None:
    """The document's state that the main clause is about, whose head the clause behind "when" tells: "A recognised B on
    D, when President N received M as Minister"."""
    when = next((unit for unit in reversed(sentence.units[:verb]) if unit.kind == "clause"), None)
    subject = next((unit for unit in sentence.units[:3] if is_subject(unit)), None)
    if when is None or subject is None or subject.start > when.start:
        return None
    return str(subject.value[0]) if subject.value[0] in (context.pair() or ()) else None


def _behind(sentence: Sentence, index: int, context: Context) -> str | None:
    """The state, or its capital, by which the passive behind a person says that they were received."""
    for i in range(index + 1, min(index + _REACH, len(sentence.units))):
        if tells(sentence, i, "receive") and voice(sentence, i) == "passive":
            for one in sentence.units[i + 1 : i + 4]:
                if one.mark == "agent":
                    return state_of(sentence, one, context)
                if one.kind == "place" and one.value.state in (context.pair() or ()):
                    return str(one.value.state)
    return None
