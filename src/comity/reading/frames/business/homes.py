"""The state told beside a company: "the A firm X", "X of A"."""

from __future__ import annotations

from comity.reading.sentence import Sentence


def home_before(sentence: Sentence, index: int) -> str | None:
    """The state told right before a company: "Israeli company", "the German-based firm"."""
    units = sentence.units
    for cursor in range(index - 1, max(index - 9, -1), -1):
        unit = units[cursor]
        if unit.kind == "state":
            before = units[cursor - 2] if cursor >= 2 and units[cursor - 1].text in "-–" else None
            if before is not None and before.kind in ("state", "combining"):
                return None
            return str(unit.value[0])
        if unit.kind == "place" and not unit.mark and unit.value.state:
            return str(unit.value.state)  # "the Aalborg cement maker X"
        if unit.kind not in ("word", "poss", "combining", "trigger") and unit.text not in "-–":
            break
    return None


def home_behind(sentence: Sentence, index: int) -> str | None:
    units = sentence.units
    if (
        index + 2 < len(units)
        and units[index + 1].kind == "preposition"
        and units[index + 1].value in ("of", "source")
    ):
        for unit in units[index + 2 : index + 4]:
            if unit.kind == "state":
                return str(unit.value[0])
    return None
