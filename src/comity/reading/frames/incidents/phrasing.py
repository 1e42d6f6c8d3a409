"""What a hostile act is done to in the words of a claim: short, without articles, owners and names."""

from __future__ import annotations

import re

from comity.reading.frames.incidents.words import ENVOYS, is_envoy
from comity.reading.frames.nouns import in_class, states_of, wording
from comity.reading.sentence import Sentence
from comity.reading.units import DATELINE, Unit

_IN_TOWN = re.compile(r" in [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*$")
_APPOSED = re.compile(r", (?=[A-Z])| to ")
_ARTICLES = re.compile(r"(?<=\w) (?:the|a|an) ")


def who_was_recalled(sentence: Sentence, thing: list[Unit]) -> str:
    """Who was recalled, without whose: "ambassador"."""
    actor = next((unit for unit in thing if unit.kind == "actor"), None)
    if actor is not None and actor.value.person.office:
        office = str(actor.value.person.office)
        if actor.value.plural and actor.value.cls != "head-of-mission" and not sentence.language.cases:
            words = actor.text.split()
            count = len(office.split())
            first = next((i for i, word in enumerate(words) if word[:1].islower()), len(words) - count)
            return " ".join(words[first : first + count])  # "ambassadors", "diplomats (from B)"
        return office[:1].lower() + office[1:] if actor.start == sentence.start else office
    return plain_words(sentence, thing)


_COMMON = frozenset({"word", "actor", "trigger", "mission"})


def opens_sentence(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit that is no name owes its capital to its place, also behind a dateline."""
    before = (one for one in sentence.units if one.start < unit.start)
    if not all(one.kind in ("punct", "date") or one.mark == DATELINE for one in before):
        return False
    people = unit.kind == "state" and unit.value[1] == "adjective" and bool(sentence.language.cases)
    return people or unit.kind in _COMMON


def _without_post(sentence: Sentence, thing: list[Unit]) -> list[Unit]:
    """Envoys whose state is told without where they serve: "two B diplomats (of the embassy of B in P)"."""
    at = next((i for i, unit in enumerate(thing) if unit.kind == "preposition"), 0)
    told = at and any(is_envoy(sentence, unit) for unit in thing[:at]) and any(map(states_of, thing[:at]))
    post = any(unit.kind == "mission" or in_class(unit, sentence, "post") for unit in thing[at:])
    return thing[:at] if told and post and not sentence.language.cases else thing


def _without_day(sentence: Sentence, thing: list[Unit]) -> list[Unit]:
    """What is told without a day of a month whose year nobody told: «(2 марта) двух дипломатов Б объявили …»."""
    months = sentence.language.words.get("month_names", frozenset())
    days = [i for i, unit in enumerate(thing[1:]) if unit.key in months and thing[i].text.isdigit()]
    dropped = {at for i in days for at in (i, i + 1)}
    return [unit for i, unit in enumerate(thing) if i not in dropped] if days else thing


def _without_next_act(sentence: Sentence, thing: list[Unit]) -> list[Unit]:
    """What an act is done to without the next act: «первого секретаря (и потребовал, чтобы …)»."""
    if not sentence.language.cases:
        return thing
    verbal = sentence.language.morphology.is_verbal
    joins = (i for i in range(1, len(thing) - 1) if thing[i].kind == "and" and verbal(thing[i + 1]))
    return thing[: next(joins, len(thing))]


def plain_words(sentence: Sentence, thing: list[Unit]) -> str:
    """What an act is done to, without whose it is."""
    thing = _without_next_act(sentence, _without_day(sentence, _without_post(sentence, thing)))
    while thing and thing[-1].key in sentence.language.words["adverb"]:
        thing = thing[:-1]  # «(вторгался в воздушное пространство А) дважды»
    passed = sentence.language.words["possessive"] | sentence.language.words["reciprocal"]
    if len(thing) > 1 and _describes(sentence, thing[-1]):
        thing = thing[:-1]  # "(raided villages) believed to …"
    each_other = any(unit.key in sentence.language.words["reciprocal"] for unit in thing)
    passed = passed | sentence.language.words["definite"]
    told = wording(
        sentence, [u for u in thing if u.key not in passed and not (each_other and u.kind == "poss")]
    )
    if not sentence.language.cases:
        told = _without_details(thing, told)
    opens = bool(thing) and opens_sentence(sentence, thing[0])
    if opens and thing[0].kind == "actor" and not sentence.language.cases:
        first = thing[0].text.split()[0]
        opens = not sentence.language.states_in(first, 0, len(first))  # "A's ambassador"
    article = bool(thing) and thing[0].key in sentence.language.words["article"] | passed
    common = bool(thing) and thing[0].kind in ("amount", "determiner") and not article
    return told[:1].lower() + told[1:] if opens or common else told


def _without_details(thing: list[Unit], told: str) -> str:
    """Words without the articles inside them, and envoys without their names and where they serve: "ambassador of B
    (to A, Mr X)".
    """
    for unit in thing:
        if unit.kind != "actor" or unit.value.cls not in ENVOYS:
            continue
        told = _APPOSED.split(told)[0]
        name = unit.value.person.name
        if name and told.endswith(name) and told != name:
            told = told[: -len(name)].rstrip()
            told = told[:1].lower() + told[1:] if told == unit.value.person.office else told
        told = _IN_TOWN.sub("", told)
    proper = any(unit.kind in ("state", "organisation", "place") and " the " in unit.text for unit in thing)
    return told if proper else _ARTICLES.sub(" ", told)  # "Democratic Republic of the Congo"


def _describes(sentence: Sentence, unit: Unit) -> bool:
    """Whether the last word of those told is a participle that says more of them: "a diplomat (based in P)"."""
    return (
        not sentence.language.cases
        and unit.kind == "word"
        and unit.text.islower()
        and (unit.text.endswith("ed") or unit.key in sentence.language.words["meant"])
    )
