"""Organisations and capitals that are bodies or events by a word in their name: "… Conference", "A–B Commission"."""

from __future__ import annotations

from comity.reading.language import Language
from comity.reading.named.exercises import within
from comity.reading.named.name import DASHES, Named, states_in
from comity.reading.units import Unit, is_capitalised, tokens


def as_event(unit: Unit, text: str, language: Language) -> Unit | None:
    """An organisation whose name begins or ends with a word for an occasion: "Congress of …", "…
    Conference".
    """
    person = unit.kind == "actor"
    last = unit.text.rpartition(" ")[2]
    if person and last.isalpha() and not _may_head(last, language):
        return None
    found = tokens(text, unit.start, unit.end)
    for place, token in enumerate((found[0], found[-1])):
        if person and not place:
            continue
        if place and language.key(token.text) in language.words["parliament"]:
            continue  # "the National Congress"
        _, entries = language.find([language.key(token.text)], 0)
        entry = next((entry for entry in entries if entry.kind == "event"), None)
        if entry is not None and entry.value in (
            "conference",
            "forum",
            "summit",
            "festival",
            "exhibition",
        ):
            made = Unit("event", unit.start, unit.end, unit.text, token.key)
            made.value = Named(
                getattr(unit.value, "name", unit.text),
                str(entry.value),
                "",
                states_in(unit),
                (),
                True,
                token.text,
            )
            return made
    return None


def _may_head(word: str, language: Language) -> bool:
    """Whether a word is one for an occasion."""
    return any(entry.kind == "event" for entry in language.entries.get(language.key(word), ()))


def as_exercise(unit: Unit, text: str, language: Language) -> Unit | None:
    """Capitals taken for a person's that hold an exercise and its name: "Military Exercise Surya Kiran"."""
    found = within(text, unit, language)
    if found is None:
        return None
    head, name = found
    made = Unit("event", unit.start, unit.end, unit.text, head.key)
    made.value = Named(name, "other", "military", (), (), True, head.text)
    return made


def as_body(unit: Unit, out: list[Unit], text: str, language: Language) -> Unit | None:
    """An organisation as a body, where its head is one and its name or the phrase before it has two
    states.
    """
    found = tokens(text, unit.start, unit.end)
    keys = [language.key(token.text) if token.kind == "word" else token.key for token in found]
    type_, joint = "", any(key in language.words["joint"] for key in keys)
    index = 0
    while index < len(keys):
        length, entries = language.find(keys, index)
        body = next((entry for entry in entries if entry.kind == "body"), None) if length else None
        if body is not None and not type_:
            type_ = str(body.value)
        index += max(length, 1)
    if not type_:
        return None
    states = list(states_in(unit)) + _named_states(found, keys, language)
    count = 0
    while count < len(out) and (
        out[-1 - count].kind in ("state", "dyad", "combining") or (out[-1 - count].text in DASHES and count)
    ):
        states.extend(states_in(out[-1 - count]))
        count += 1
    if not (joint and type_ != "other") and len(dict.fromkeys(states)) < 2:
        return None
    made = Unit("body", unit.start, unit.end, unit.text, unit.key)
    made.value = Named(
        getattr(unit.value, "name", unit.text),
        type_,
        "",
        tuple(dict.fromkeys(states)),
        (),
        True,
        unit.text,
    )
    return made


def _named_states(found: list[Unit], keys: list[str], language: Language) -> list[str]:
    states: list[str] = []
    for index, token in enumerate(found):
        if not is_capitalised(token):
            continue
        length, entries = language.find(keys, index)
        states.extend(entry.value[0] for entry in entries if length and entry.kind == "state")
    return states
