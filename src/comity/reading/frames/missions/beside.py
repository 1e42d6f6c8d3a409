"""Missions told beside something else: where or by whom it is done, what another one is, one sent for an errand."""

from __future__ import annotations

from comity.reading.frames.missions.acts import ACTS
from comity.reading.frames.missions.dates import DASHES
from comity.reading.sentence import Sentence

_ATTRIBUTES = 6
"""Units between an act and the mission that it is of: «открытие нового здания посольства»."""
_ASIDE = frozenset({"for", "topic", "with"})
"""Marks of prepositions that lead to what an act is for or about: "laid the ground for the work of embassies"."""


def is_non_resident(sentence: Sentence, index: int) -> bool:
    """Whether a mission is said not to be in the state that it is for: "has a non-resident embassy for B in C"."""
    before = "".join(unit.key for unit in sentence.units[max(0, index - 3) : index])
    return any(before.endswith(phrase) for phrase in sentence.language.words["non_resident"])


def is_errand(sentence: Sentence, index: int) -> bool:
    """Whether a mission is one that is sent for something, no post: "the Military Observer Mission"."""
    unit, before = sentence.units[index], sentence.units[max(0, index - 1)]
    if " " in unit.key or unit.value not in ("representative-office", "legation") or before is unit:
        return False
    last = sentence.language.key(before.text.split(" ")[-1].split("-")[-1])
    return before.key in sentence.language.words["errand"] or last in sentence.language.words["errand"]


def is_said_of_another(sentence: Sentence, index: int) -> bool:
    """Whether a mission only says what one named before is: «Посольство А в П — дипломатическая миссия …»."""
    units = sentence.units
    at = index - 1
    while at > 0 and (units[at].kind in ("word", "determiner", "amount") and units[at].text != ","):
        at -= 1
    if at < 1 or units[at].text not in DASHES or units[at].start == units[at - 1].end:
        return False
    subject = [
        unit for unit in units[:at] if unit.kind not in ("preposition", "state", "place", "determiner")
    ]
    named = len(subject) == 1 and subject[0].kind == "mission" and subject[0] is units[0]
    return named and units[index].case.startswith("nom")


def is_of_company(sentence: Sentence, index: int) -> bool:
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


def is_aside(sentence: Sentence, index: int) -> bool:
    """Whether the mission only says where or by whom something is done: "with the Embassy", "of the Embassy"."""
    unit = sentence.units[index]
    if unit.mark == "of" and _is_work_of(sentence, index):
        return False
    if unit.mark == "of":
        before = next(
            (
                other
                for other in reversed(sentence.units[max(0, index - _ATTRIBUTES) : index])
                if other.kind not in ("determiner", "word", "state", "poss", "preposition")
                or (other.kind == "preposition" and other.value in _ASIDE)
            ),
            None,
        )
        if before is None or before.kind != "trigger":
            return True  # also «создаёт основу для деятельности посольств»
        worked = any(
            ACTS.get(p) in ("suspended", "reopened", "closed") for p, _ in before.value
        )  # "suspended the work of its embassy"
        return not worked and all(form != "noun" for _, form in before.value)
    if unit.mark == "place" and sentence.language.cases and _locative(sentence, index):
        return True  # «в посольстве открылась выставка»
    return unit.mark in ("with", "source", "topic", "through", "for", "during", "under")


def _is_work_of(sentence: Sentence, index: int) -> bool:
    """Whether it is a mission's work that something happens to: "the activities of the Embassy were suspended"."""
    units, words = sentence.units, sentence.language.words["mission_work"]
    at = index - 1
    while at > 0 and units[at].kind in ("determiner", "state", "preposition", "poss"):
        at -= 1
    led = at > 0 and units[at - 1].kind == "preposition" and units[at - 1].value in _ASIDE
    return at >= 0 and units[at].key in words and not units[at].mark and not led


def _locative(sentence: Sentence, index: int) -> bool:
    return sentence.units[index].case.startswith("loc")
