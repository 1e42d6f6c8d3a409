"""Lists below the words that somebody presented credentials to one head of state: a name and its state an item."""

from __future__ import annotations

from collections.abc import Sequence

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.draft import Draft
from comity.reading.frames.posts import is_office, since
from comity.reading.frames.tenures.receptions import RECEIVERS
from comity.reading.people import Actor
from comity.reading.sentence import Sentence
from comity.reading.units import Unit

_OPENING = 2
"""How many units an item may begin with before the name: a number, a bullet."""
_JOINTS = frozenset("-–—,(")
"""What stands between a name and its state."""


def below(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """ "Credentials were presented to the President of B by:", and the items "N – A", "M (C)": the holder at `index`;
    none where the sender or who received is not told."""
    actor: Actor = sentence.units[index].value
    lead, span = sentence.lead, sentence.block.lead
    if not lead or span is None or index > _OPENING or actor.person.office or actor.group:
        return None
    if not any(_presents(unit) for unit in lead):
        return None
    if any(unit.kind not in ("punct", "number", "amount") for unit in sentence.units[:index]):
        return None
    to = _receiving(lead)
    of, end = _sending(sentence, index)
    if to is None or of is None or of == to:
        return None
    office = next((unit.value.person.office for unit in lead if is_office(unit)), None) or context.envoys
    days = [unit.value.date for unit in lead if unit.kind == "date"]
    day = days[0] if len(days) == 1 and not days[0].is_interval else None
    slots = {
        "person": Person(name=actor.person.name, office=office, of=of),
        "of": of, "to": to, "date": since(day), "credentials": day,
    }  # fmt: skip
    return Draft("tenure", slots, [(span[0], end)], ["tenure: list of those who presented credentials"], 0.8)


def _presents(unit: Unit) -> bool:
    return unit.kind == "trigger" and any(predicate == "credentials" for predicate, _ in unit.value)


def _receiving(units: Sequence[Unit]) -> str | None:
    """The state whose head is told before the list; one alone."""
    heads = {unit.value.state for unit in units if unit.kind == "actor" and unit.value.cls in RECEIVERS}
    found = {state for state in heads if state is not None}
    return found.pop() if len(found) == 1 else None


def _sending(sentence: Sentence, index: int) -> tuple[str | None, int]:
    """The state behind a name: in brackets, behind a dash or a comma; and where the words end."""
    units, unit = sentence.units, sentence.units[index]
    if unit.value.state:
        return unit.value.state, unit.end
    if index + 2 >= len(units) or units[index + 1].text not in _JOINTS:
        return None, unit.end
    state = units[index + 2]
    after = units[index + 3] if index + 3 < len(units) else None
    alone = after is None or after.kind in ("punct", "and")
    named = state.kind == "state" and state.value[1] == "name"
    return (str(state.value[0]), state.end) if named and alone else (None, unit.end)


__all__ = ["below"]
