"""People and bodies on a page of a language: their names in its script, people's in Russian in the case that a
sentence needs.

A name that is not in the page's script is written there by rule (`transliteration`) and bears `MARK`, so that nobody
takes it for a document's word. Where documents name the person in that script too, `in_script` puts their word in
first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from comity.knowledge import interface_language
from comity.model.claim import Award, Body, Session, Slots, State
from comity.model.person import Person
from comity.model.record import Entity
from comity.publishing.wording import declension, spellings, terms, transliteration
from comity.publishing.wording.names import MARK, StateWord, belonging, of_city, person_name, place_name

_NAME_SLOTS = {Body: "name", Session: "body", Award: "by"}
"""The slot that names a body, or whoever gives an award, in words."""
Names = Mapping[str, str]
"""Names of people and bodies as documents write them, to the form in which documents of another script do."""


def known_names(entities: Iterable[Entity], lang: str) -> Names:
    """What documents call people and bodies in the script of a language, by every name in another script."""
    wanted = interface_language(lang).script
    found: dict[str, str] = {}
    for entity in entities:
        if entity.kind not in ("person", "body"):
            continue
        own = [name for name in entity.names if transliteration.script(name) == wanted]
        if own:
            best = spellings.best(own)
            others = (name for name in entity.names if transliteration.script(name) != wanted)
            # Two people of one name would get each other's: then neither is told so.
            found |= {name: best if found.get(name, best) == best else "" for name in others}
    return {name: best for name, best in found.items() if best}


def names_on_page(entities: Sequence[Entity], lang: str) -> Names:
    """How the people and bodies of a page are called there: as documents do in its script, else one person in one way,
    whatever a single line tells of the state.
    """
    shown: dict[str, str] = {}
    for entity in entities:
        if entity.kind == "person":
            for name in entity.names or (entity.name,):
                told = person_name(name, lang, entity.state)
                # Namesakes of two states are each written by what the line tells.
                shown[name] = told if shown.get(name, told) == told else name
    return {**{name: told for name, told in shown.items() if told != name}, **known_names(entities, lang)}


def in_script(slots: Slots, names: Names) -> Slots:
    """Slots with the names of people and bodies as `names` has them."""
    if not names:
        return slots
    changed = {}
    for field in slots.__struct_fields__:
        value = getattr(slots, field)
        if isinstance(value, Person):
            new: object = _renamed(value, names)
        elif isinstance(value, tuple) and any(isinstance(one, Person) for one in value):
            new = tuple(_renamed(one, names) if isinstance(one, Person) else one for one in value)
        elif field == _NAME_SLOTS.get(type(slots)):
            new = names.get(value or "") or value
        else:
            continue
        if new != value:
            changed[field] = new
    return msgspec.structs.replace(slots, **changed) if changed else slots


def _renamed(one: Person, names: Names) -> Person:
    known = names.get(one.name or "")
    return msgspec.structs.replace(one, name=known) if known else one


def apposed(one: Person, home: State | None = None, case: declension.Case | None = None) -> str | None:
    """A person with the office before the name, in Russian: «Президента Казахстана Нурсултана Назарбаева».

    `home` is the state of one whose own is not told; no case is the nominative. `None` where office or name cannot
    be said so: the office has no Russian name, or a case of it or of the name is not sure.
    """
    office = _office(one, home)
    # Two offices of one person do not stand before a name, least of all in another case.
    if office is None or not (office or one.name) or ", " in office:
        return None
    name = person_name(one.name, "ru", one.of or home) if one.name else ""
    if case is None:
        return f"{office} {name}".strip()
    if office:
        declined = declension.office(office, case)
        if declined is None:
            return None
        office = declined
    if name:
        gender = gender_of(one, home)
        bare = name.removesuffix(MARK)
        told = declension.name(bare, case, gender) if gender else None
        if told is None:
            return None
        name = told + name[len(bare) :]
    return f"{office} {name}".strip()


def gender_of(one: Person, home: State | None = None) -> declension.Gender | None:
    """The grammatical gender of a person in Russian: by the name, without one by the office; `None` where unsure."""
    if one.name:
        return declension.gender_of(person_name(one.name, "ru", one.of or home).removesuffix(MARK))
    return declension.office_gender(terms.office(one.office, "ru")) if one.office else None


def _office(one: Person, home: State | None) -> str | None:
    """The office with its state in the genitive; empty for none, `None` where it has no Russian name."""
    if not one.office:
        return "" if not one.of or one.of == home else None
    office = terms.office(one.office, "ru")
    if transliteration.script(office) != "cyrillic":
        return None
    of = one.of or home
    if not of:
        return office
    word = StateWord(of, "ru")
    if not word.known:
        return office if place_name(of, "ru") in office else of_city(office, of)
    if any(form.casefold() in office.casefold() for form in (word.bare, word.gen)):
        return office
    return belonging(office, word)
