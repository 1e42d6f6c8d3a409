"""Companies that a clause names: beside a word for one, or by a name that is a company's by itself."""

from __future__ import annotations

import re

from comity.reading.frames.business.homes import home_before, home_behind
from comity.reading.frames.business.names import group_of, is_airline, names_beside
from comity.reading.frames.business.ventures import is_venture
from comity.reading.frames.nouns import in_class, states_of, tidy
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_QUOTED = re.compile(r"(\w+) [«\"“„]([^«»\"”“]+)[»\"”“]")

_BETWEEN = frozenset(
    {"punct", "determiner", "preposition", "and", "be", "have", "modal", "pronoun", "clause"}
)
"""Kinds of unit that name nothing."""


def companies_of(sentence: Sentence, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Names beside a word for a company, and names that are of companies by themselves, each with its home
    state.
    """
    units = sentence.units
    found: list[tuple[str, str | None, list[Unit]]] = []
    taken: set[int] = set()
    for i in clause:
        unit = units[i]
        if unit.kind in _BETWEEN or i in taken:
            continue
        if unit.kind == "organisation" and (is_company(sentence, unit) or _is_group(sentence, i)):
            name = tidy(unit.text) if isinstance(unit.value, str) else tidy(unit.value.name)
            name = _without_head(sentence, name)
            before = units[i - 1] if i else None
            if (
                before is not None
                and before.kind == "state"
                and before.value[1] == "name"
                and before.start >= units[clause.start].start
            ):
                name = f"{before.text} {name}"
            short = next(
                (units[j] for j in (i + 1, i + 2) if j < len(units) and units[j].kind == "quoted"), None
            )
            found.append(
                (
                    name,
                    home_before(sentence, i) or next(iter(states_of(unit)), None),
                    [unit, *([short] if short else [])],
                )
            )
            taken.update(range(i, i + 2 + (short is not None)))
            continue
        if is_airline(sentence, i):
            state = units[i + 1]
            found.append((tidy(f"{unit.text} {state.text}"), str(state.value[0]), [unit, state]))
            continue
        if (called := called_company(sentence, unit)) is not None:
            found.append((called, None, [unit]))
            continue
        if is_maker_by_title(sentence, unit):
            found.append((tidy(unit.value.person.name), home_before(sentence, i), [unit]))
            continue
        inner = _named_inside(sentence, unit) if unit.kind == "body" else None
        if inner is not None:
            found.append((inner, next(iter(states_of(unit)), None), [unit]))
            continue
        if (
            (unit.kind != "trigger" and in_class(unit, sentence, "company"))
            or is_venture(sentence, unit)
            or (unit.kind == "body" and unit.value.head.lower() in sentence.language.words["company"])
        ):
            whole = group_of(sentence, i)
            if whole is not None:
                home = home_before(sentence, i)
                # in a list of companies it is of their state
                found.append((whole[0], home or (found[-1][1] if found else None), whole[1]))
                taken.update(sentence.index(unit) for unit in whole[1])
                continue
            if _only_owner(sentence, i):
                continue
            if _is_named_after_state(sentence, i):
                people = units[i - 1]
                name = tidy(sentence.text[people.start : unit.end])
                found.append((name, str(people.value[0]), [people, unit]))
                continue
            home = home_before(sentence, i) or home_behind(sentence, i)
            for j, name in names_beside(sentence, i):
                if j in taken:
                    continue
                taken.add(j)
                low, high = sorted((i, j))
                found.append((name, home, units[low : high + 1]))
    return found


def _without_head(sentence: Sentence, name: str) -> str:
    """A name without the word for a company that stands before it in a language with cases: «Компания X»."""
    head, _, rest = name.partition(" ")
    if not sentence.language.cases or sentence.language.key(head) not in sentence.language.words["company"]:
        return name
    return rest if rest[:1].isupper() and rest.isascii() else name


def _is_group(sentence: Sentence, index: int) -> bool:
    """Whether an organisation whose name says little is a state's: "A's X Group"."""
    words = sentence.units[index].text.split()
    keys = [sentence.language.key(word) for word in words]
    weak = keys[-1] in sentence.language.words["company_weak"]
    public = any(key in sentence.language.words["public_body"] for key in keys)
    return weak and not public and len(words) > 1 and home_before(sentence, index) is not None


def called_company(sentence: Sentence, unit: Unit) -> str | None:
    """The name behind a word for a company that looks like a person's first name: «Концерн Вайда»."""
    if unit.kind != "actor" or unit.value.person.office or not sentence.language.cases:
        return None
    word, _, name = unit.text.partition(" ")
    return tidy(name) if name and sentence.language.key(word) in sentence.language.words["company"] else None


def is_maker_by_title(sentence: Sentence, unit: Unit) -> bool:
    """Whether what looks like a person's title is what a company makes: "the aluminium producer X"."""
    if unit.kind != "actor" or not unit.value.person.name or not unit.value.person.office:
        return False
    makes = sentence.language.key(unit.value.person.office) in sentence.language.words["company"]
    return makes and " " not in unit.value.person.name


def _is_named_after_state(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word for a company and the people before it are its whole name: "Turkish Airlines"."""
    unit, before = sentence.units[index], sentence.units[index - 1] if index else None
    return (
        unit.kind == "word"
        and is_capitalised(unit)
        and unit.key not in sentence.language.words["company_weak"] | sentence.language.words["countable"]
        and not sentence.language.cases
        and before is not None
        and before.kind == "state"
        and before.value[1] == "adjective"
    )


def _only_owner(sentence: Sentence, index: int) -> bool:
    """Whether a word for a company only tells whose a person is: "a monument to the founder of the company X"."""
    units = sentence.units
    cursor = index - 1
    while cursor > 0 and units[cursor].kind in ("determiner", "state"):
        cursor -= 1
    if cursor < 1 or units[cursor].kind != "preposition" or units[cursor].value != "of":
        return False
    head = units[cursor - 1]
    return head.kind == "actor" or (head.kind == "word" and in_class(head, sentence, "company_person"))


def _named_inside(sentence: Sentence, body: Unit) -> str | None:
    """The company that a centre or works is of, inside its name: «сервисный центр ОАО «Х»»."""
    found = _QUOTED.search(body.text)
    words = sentence.language.words
    if found is None or sentence.language.key(found[1]) not in words["company"] | words["group"]:
        return None
    return tidy(found[2])


def is_company(sentence: Sentence, unit: Unit) -> bool:
    words = [sentence.language.key(word.strip("().,")) for word in unit.text.split()]
    company = sentence.language.words["company"] - sentence.language.words["company_weak"]
    return any(word in company for word in words) and not any(
        word in sentence.language.words["public_body"] for word in words
    )
