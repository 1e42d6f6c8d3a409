"""Lists of states beside missions: whose are in a state ("there are embassies of A, B and C in P", "embassies in B
include A and C"), and the many in which one keeps its own ("has embassies in four states: A, B …").
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.owners import state_of
from comity.reading.frames.missions.towns import several
from comity.reading.frames.parties import is_subject
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_class
from comity.reading.units import Unit

_LEAST = 2
"""From so many states on they are a list."""
_JOINS = frozenset({"and", "determiner"})
_AHEAD = 8
"""Units before missions among which it is told that they are there."""
_BETWEEN = frozenset({"preposition", "determiner", "place", "state", "word", "amount", "number", "date"})
"""What stands between missions and the list of whose they are."""


def hosted(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """One claim for each state of a list that keeps missions, or in which they are kept."""
    if not several(sentence, index) or sentence.has_word("negation", max(0, index - _AHEAD), index):
        return
    owners = _owners(sentence, index)
    here = _here(sentence, index, owners) if owners else None
    if here is not None:
        for owner in owners:
            if owner.value[0] != state_of(here):
                yield _draft(sentence, index, str(owner.value[0]), here, owner)
        return
    told = _in_many(sentence, index, context) if not owners else None
    if told is not None:
        for where in told[1]:
            yield _draft(sentence, index, told[0], where, where)


def of_each(sentence: Sentence, index: int, drafts: list[Draft]) -> list[Draft]:
    """Claims with those of the further states of a list whose missions they are: "the embassies of A, B and C in P were
    closed", «открыты посольства А и Б»."""
    if not drafts or not several(sentence, index):
        return drafts
    behind = sentence.units[index + 1 : index + 2]
    owners = _states(sentence.units, index + 2) if behind and behind[0].value == "of" else []
    if not owners or any(draft.slots["sending"] != owners[0].value[0] for draft in drafts):
        return drafts
    found = list(drafts)
    for owner in owners[1:]:
        if sentence.language.cases and not owner.case.startswith("gen"):
            break
        for draft in drafts:
            sending, receiving = str(owner.value[0]), draft.slots["receiving"]
            slots = {**draft.slots, "sending": sending}
            if receiving == sending and len(owners) == _LEAST:  # "the embassies of A and B were opened"
                slots.update(receiving=draft.slots["sending"], place=None)
            if slots["receiving"] != sending:
                found.append(Draft("mission", slots, list(draft.evidence), list(draft.why), draft.confidence))
    return found


def _draft(sentence: Sentence, index: int, sending: str, here: Unit, last: Unit) -> Draft:
    units = sentence.units
    slots = {
        "sending": sending, "receiving": state_of(here), "type": units[index].value, "act": "opened",
        "place": here.value.name if here.kind == "place" else None,
    }  # fmt: skip
    words = run(sentence, [units[index], here, last])
    return Draft("mission", slots, [words], [f"mission: {units[index].text} of several states"], 0.75)


def _owners(sentence: Sentence, index: int) -> list[Unit]:
    """The states of a list whose missions they are: behind "of", or behind "include" or a colon further on."""
    units = sentence.units
    if index + 1 < len(units) and units[index + 1].value == "of" and _are_there(sentence, index):
        return _states(units, index + 2)
    for i in range(index + 1, len(units)):
        if units[i].text == ":" and _of_countries(sentence, index):
            return _states(units, i + 1)
        if units[i].key in sentence.language.words["includes"] and is_fact(sentence, i):
            return _states(units, i + 1)
        if units[i].kind not in _BETWEEN and units[i].text not in ("(", ")"):
            break
    return []


def _states(units: list[Unit], start: int) -> list[Unit]:
    """The states of a list that begins at an index; none where it is no list."""
    found: list[Unit] = []
    at = start
    while at < len(units):
        unit = units[at]
        if unit.kind == "state" and unit.value[1] == "name":
            found.append(unit)
        elif unit.kind not in _JOINS and unit.text != ",":
            break
        at += 1
    return found if len(found) >= _LEAST else []


def _are_there(sentence: Sentence, index: int) -> bool:
    """Whether missions are told to be there before their word: "there are", "hosts the"."""
    units, words = sentence.units, sentence.language.words
    for i in range(index - 1, max(-1, index - _AHEAD), -1):
        if units[i].key in words["hosts_missions"]:
            return is_fact(sentence, i)
        if units[i].kind == "be":
            return any(unit.key in words["there"] for unit in units[max(0, i - 2) : i + 1])
        if units[i].kind not in _BETWEEN:
            return False
    return False


def _of_countries(sentence: Sentence, index: int) -> bool:
    """Whether "countries" have the missions: "Four nations maintain embassies in P: …"."""
    units, words = sentence.units, sentence.language.words
    before = units[max(0, index - _AHEAD) : index]
    has = any(
        unit.kind == "have" or (unit.kind == "trigger" and any(p == "maintain" for p, _ in unit.value))
        for unit in before
    )
    return has and any(unit.key in words["countries"] for unit in before)


def _here(sentence: Sentence, index: int, owners: list[Unit]) -> Unit | None:
    """Where the missions of a list are: the town or state behind "in", else the one that hosts them."""
    units = sentence.units
    placed = [unit for unit in units if unit.mark == "place" and unit not in owners and state_of(unit)]
    if len(placed) == 1:
        return placed[0]
    hosts = [unit for unit in units[:index] if is_subject(unit) or (unit.kind == "place" and unit.mark == "")]
    return hosts[0] if not placed and len(hosts) == 1 else None


def _in_many(sentence: Sentence, index: int, context: Context) -> tuple[str, list[Unit]] | None:
    """The state that keeps missions in states that a colon leads to, and those: "in four countries: A, B and C"."""
    if not has_class(sentence, "countries"):
        return None
    units, words = sentence.units, sentence.language.words
    colon = next((i for i in range(index + 1, len(units)) if units[i].text == ":"), None)
    if colon is None or units[colon - 1].key not in words["countries"]:
        return None
    where = _states(units, colon + 1)
    owner = next((unit for unit in reversed(units[:index]) if is_subject(unit)), None)
    kept = any(
        (unit.kind == "have" or unit.kind == "trigger") and is_fact(sentence, i)
        for i, unit in enumerate(units[:index])
    )
    sending = str(owner.value[0]) if owner is not None else context.home
    if not where or not kept or sending is None or any(unit.value[0] == sending for unit in where):
        return None
    return sending, where


__all__ = ["hosted", "of_each"]
