"""Who made or took somebody an envoy: "A named Ambassador N …", "(President N of) A received M as minister"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.persons import completed
from comity.reading.frames.parties import is_subject
from comity.reading.frames.posts import Post
from comity.reading.frames.tenures.hosts import state_of
from comity.reading.frames.tenures.terms import tells
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb, voice

RECEIVERS = frozenset({"head-of-state", "head-of-government", "foreign-minister"})
_REACH = 6
"""Units between somebody and the verb that tells that they were received."""


def named_by(sentence: Sentence, index: int, office: Actor, context: Context) -> Post | None:
    """The post to which a state of the document's two is told to name somebody: "A named Ambassador N in charge"."""
    units = sentence.units
    verb = next((i for i in range(index - 1, max(index - 4, -1), -1) if tells(sentence, i, "appoint")), None)
    if verb is None or sentence.language.cases or voice(sentence, verb) not in ("active", "bare"):
        return None
    doer = units[verb - 1] if verb else None
    if doer is None or not is_subject(doer):
        return None
    to = context.counterpart(str(doer.value[0]))
    return Post(str(doer.value[0]), to, office.person.office) if to else None


def is_received_by_nobody_known(sentence: Sentence, index: int) -> bool:
    """Whether a person was received by nobody who is told, or by a head of a state that is not."""
    units = sentence.units
    for i in range(index + 1, min(index + _REACH, len(units))):
        accepts = tells(sentence, i, "receive") or tells(sentence, i, "recognize")
        if accepts and voice(sentence, i) == "passive":
            return True
    receives = index > 1 and tells(sentence, index - 1, "receive") and is_verb(sentence, index - 1)
    head = units[index - 2] if receives else None
    return head is not None and head.kind == "actor" and head.value.cls in RECEIVERS


def host_told(sentence: Sentence, index: int, context: Context) -> str | None:
    """The state that, or whose head, received the person as envoy: "(President N of) A received M as minister", "M was
    received by A as minister"."""
    units = sentence.units
    if sentence.language.cases:
        return None
    verb = next((i for i in range(index - 1, max(index - 4, -1), -1) if tells(sentence, i, "receive")), None)
    if verb is None or not is_verb(sentence, verb) or units[verb - 1].kind == "be":
        return _behind(sentence, index, context)
    if verb and units[verb - 1].kind == "state":
        return str(units[verb - 1].value[0])
    before = [unit for unit in units[max(0, verb - 3) : verb] if unit.kind == "actor" and not unit.mark]
    if not before or before[-1].value.cls not in RECEIVERS:
        return None
    head = before[-1].value.state or completed(before[-1].value, context).state
    return str(head) if head else None


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
