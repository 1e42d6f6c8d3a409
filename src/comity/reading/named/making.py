"""The unit that takes the place of a whole name: its words, states, persons, and whether it is proper."""

from __future__ import annotations

from comity import knowledge
from comity.model.person import Person
from comity.reading.language import Language
from comity.reading.named.exercises import names_itself, own_name
from comity.reading.named.name import Named, states_in
from comity.reading.units import Unit, is_capitalised


def with_name(
    units: list[Unit], before: list[Unit], index: int, after: int, text: str, language: Language
) -> Unit:
    """The unit of the head at `index` with `before` and what stands behind it up to `after`: its value is a `Named`."""
    head = units[index]
    behind = units[index + 1 : after]
    value = head.value
    type_, field = (value.type, value.field) if isinstance(value, Named) else _kind(head, language)
    parts = [*before, head, *behind]
    quoted = next((unit for unit in parts if unit.kind == "quoted"), None)
    actors = tuple(unit.value for unit in _persons(behind, language))
    own = value.name if isinstance(value, Named) else ""
    bare = own_name(units, index, language) if head.kind == "event" else None
    if quoted is not None and head.kind == "event":
        name = str(quoted.value)
    elif own and names_itself(value, language):
        name = own
    elif bare:
        name = text[units[bare.start].start : units[bare.stop - 1].end]
    else:
        name = language.morphology.nominative(_words(before, head, behind, own, text, language), head.case)
    states = tuple(dict.fromkeys(state for unit in parts for state in _states_of_part(unit, text, language)))
    proper = (
        quoted is not None
        or bool(own)
        or bare is not None
        or (is_capitalised(head) and head.start != _sentence_start(units))
        or any(
            is_capitalised(unit)
            and (unit.kind in ("word", "event", "body") or _names_by_adjective(unit, language))
            and unit.start != _sentence_start(units)
            for unit in before
        )
    )
    plural = head.key.split(" ")[-1].endswith("s") and not is_capitalised(head)
    made = Unit(head.kind, parts[0].start, parts[-1].end, text[parts[0].start : parts[-1].end], head.key)
    places = tuple(unit.value.name for unit in parts if unit.kind == "place")
    word = value.head if isinstance(value, Named) else head.text
    made.value = Named(name, type_, field, states, actors, proper, word, places, plural)
    made.head = head
    return made


def _names_by_adjective(unit: Unit, language: Language) -> bool:
    """Whether a capitalised adjective makes a name, where adjectives of states are in lower case otherwise."""
    return bool(language.cases) and unit.kind == "state" and unit.value[1] == "adjective"


def _states_of_part(unit: Unit, text: str, language: Language) -> tuple[str, ...]:
    """The states of a part of a name, also inside a quotation: «Italy – Uzbekistan»."""
    if unit.kind == "quoted":
        return tuple(language.states_in(text, unit.start + 1, unit.end - 1))
    return states_in(unit)


def _kind(head: Unit, language: Language) -> tuple[str, str]:
    """The type and the field that the head word tells; the field is empty where it tells none."""
    words = head.key.split(" ")
    fields = knowledge.lexicon(language.code).fields
    for first in range(len(words)):
        for phrase in (" ".join(words[first:]), " ".join(words[first:]).removesuffix("s")):
            if phrase in fields:
                return str(head.value), fields[phrase]
    return str(head.value), ""


def _words(
    before: list[Unit], head: Unit, behind: list[Unit], own: str, text: str, language: Language
) -> str:
    """The words of a name, without articles and without what only describes a person in it."""
    parts = [(unit.start, unit.end, "") for unit in before]
    parts.append((head.start, head.end, own))
    phrase: list[tuple[int, int, str]] = []
    mark, articles = "", language.words["article"]
    for at, unit in enumerate(behind):
        if unit.text == "," and any(
            next_.key in language.words["dedicated"] for next_ in behind[at : at + 3]
        ):
            break  # «выставка, посвящённая полёту»: what it is about, not what it is called
        mark = unit.value if unit.kind == "preposition" else mark
        if unit.kind == "actor" and mark in ("of", "agent") and not _is_named_after(behind, unit, language):
            # of "famous artist A. B." the name alone
            links = _prepositions(behind)
            while phrase and text[phrase[-1][0] : phrase[-1][1]] not in links:
                phrase.pop()
            person: Person = unit.value.person
            phrase.append((unit.start, unit.end, person.name or unit.text))
        elif unit.kind == "quoted":
            phrase.append((unit.start, unit.end, str(unit.value)))
        elif unit.kind != "determiner" or unit.key not in articles:
            phrase.append((unit.start, unit.end, ""))
    words, last = "", -1
    for start, end, told in [*parts, *phrase]:
        words += "" if last < 0 or start == last else " "
        words += told or text[start:end]
        last = end
    return " ".join(words.split())


def _persons(behind: list[Unit], language: Language) -> list[Unit]:
    """Persons that the name is of; behind "on" and "for" a run of capitals is a subject, not a name."""
    found, mark = [], ""
    for unit in behind:
        mark = unit.value if unit.kind == "preposition" else mark
        if unit.kind == "actor" and mark in ("of", "agent") and not _is_named_after(behind, unit, language):
            found.append(unit)
    return found


def _is_named_after(behind: list[Unit], person: Unit, language: Language) -> bool:
    """Whether a person is only whom something is named after: «оркестр имени И. Жиновича»."""
    place = next(i for i, unit in enumerate(behind) if unit is person)
    near = behind[max(0, place - 2) : place]
    return any(unit.key in language.words["honoured"] for unit in near)


def _prepositions(units: list[Unit]) -> set[str]:
    return {unit.text for unit in units if unit.kind == "preposition"}


def _sentence_start(units: list[Unit]) -> int:
    return units[0].start if units else -1
