"""Who runs a mission that was told: "The mission is managed by the director of C, Honorary Consul of A in B, N"."""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import Post, mission_post
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_class
from comity.reading.units import Unit

_WITHOUT_TITLE = frozenset({"trade-mission", "representative-office", "liaison-office", "interests-section"})
"""Missions whose heads need have no diplomatic office: the others have theirs by it."""
_HEADS = frozenset({"head-of-mission", "trade-representative"})
"""Offices that themselves are that of a mission's head."""
_BESIDE = frozenset(
    {"determiner", "word", "preposition", "organisation", "quoted", "state", "place", "actor"}
)
"""What may stand between the verb and the name: the person's other offices."""
_SUBJECT = frozenset({"determiner", "mission", "be", "have", "date", "preposition", "state", "place"})


def runs_mission(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The tenure of a named person who is told to run a mission, whatever offices else they hold."""
    if not has_class(sentence, "runs"):
        return None
    units = sentence.units
    actor = units[index].value
    at = _verb_before(sentence, index)
    if at is None or not is_fact(sentence, at):
        return None
    ahead = units[sentence.clause(at).start : at]
    mission = next((unit for unit in ahead if unit.kind == "mission"), None)
    if mission is None or any(unit.kind not in _SUBJECT for unit in ahead):
        return None
    if actor.cls in _HEADS or mission.value not in _WITHOUT_TITLE:
        return None
    post: Post | None = mission_post(ahead, context)
    if post is None:
        return None
    slots = {"person": Person(name=actor.person.name), "of": post.of, "to": post.to}
    return Draft(
        "tenure", slots, [run(sentence, [mission, units[index]])], [f"tenure: {units[at].text}"], 0.75
    )


def _verb_before(sentence: Sentence, index: int) -> int | None:
    """The verb of running whose agent or, in a language with cases, subject the person is."""
    units = sentence.units
    runs = sentence.language.words["runs"]
    for at in range(index - 1, sentence.clause(index).start, -1):
        unit = units[at]
        if unit.key in runs:
            return at if _agrees(sentence, at) else None
        if not (unit.kind in _BESIDE or unit.text == ",") or _named(unit):
            return None
    return None


def _agrees(sentence: Sentence, at: int) -> bool:
    """Whether what stands behind the verb does what it says: an agent, or a subject behind its verb."""
    units = sentence.units
    if sentence.language.cases:
        return True
    return (
        units[at - 1].kind == "be" and units[at + 1].kind == "preposition" and units[at + 1].value == "agent"
    )


def _named(unit: Unit) -> bool:
    return unit.kind == "actor" and bool(unit.value.person.name)
