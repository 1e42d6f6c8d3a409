"""Sister cities and regions."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.drafts import begun
from comity.reading.frames.nouns import tidy
from comity.reading.frames.partners import Partner, partners
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"trigger:twin", "place"})

_TIES = frozenset({"sign", "establish", "open", "become", "maintain"})
"""What towns do to become partners."""
_BETWEEN = frozenset(
    {"determiner", "word", "preposition", "state", "date", "trigger", "instrument", "relations"}
)
"""Kinds of unit that may stand between two towns of which one is not known."""
_PASSED = frozenset({"trigger", "preposition"})
"""Kinds of unit between a town and the date in a bracket behind it: "(since 1998)"."""
_DASHES = frozenset("-–—\ufffd/")


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:  # noqa: ARG001 - the shape of a frame
    """ "A and B are sister cities since …", "twinning agreement between A and B"; lines "A – B (1995)" under
    a heading.
    """
    unit = sentence.units[index]
    if unit.kind == "place":
        pairs = list(_pairs(sentence, index))  # seldom there, and found faster than what the heading says
        if "trigger" in [unit.kind for unit in sentence.units]:
            return
        if pairs and _listed(sentence):
            yield from pairs
        elif not pairs and index == 0 and sentence.block.kind == "item":
            yield from _with_page(sentence, index)
        return
    if not is_fact(sentence, index) or _discussed(sentence, index) or _pending(sentence, index):
        return
    told = partners(sentence, index)
    if told is not None and told[1] and told[0].mark != "of":
        yield from _of_one(sentence, unit, *told)
        return
    signed = any(
        tells_act(sentence, i, "sign") for i in range(index + 1, min(index + 4, len(sentence.units)))
    )
    if not signed and any(u.text == ":" or u.kind == "be" for u in sentence.units[index + 1 : index + 3]):
        listed = _all_pairs(sentence, index + 1)
        if listed:
            yield from listed
            yield from _unknown(sentence, index)
            return
    if told is not None:
        yield from _of_one(sentence, unit, *told)
        return
    places = _places(sentence, index)
    if len(places) != 2:
        return
    names = [_name(sentence, place) for place in places]
    states = {place.value.state for place in places if place.kind == "place"}
    if len(set(names)) != 2 or (len(states) == 1 and all(place.kind == "place" for place in places)):
        return
    more = _more(sentence, places[1])
    date = date_unit(sentence, index) if not more else _bracketed(sentence, sentence.index(places[1]))
    if date is None and not more:
        act = next((i for i in sentence.clause(index) if tells_act(sentence, i, "sign")), None)
        date = date_unit(sentence, act) if act is not None else None
    if _is_later(sentence, index):
        date = None  # "celebrated ten years of twinning in 2014"
    people = tuple(u.value.person for u in places if u.kind == "actor")
    yield Draft(
        "twinning",
        {"places": tuple(names), "date": begun(date), "people": people},
        [run(sentence, [unit, date, *places])],
        [f"twinning: {unit.text}"],
        0.8,
    )
    yield from more


def tells_act(sentence: Sentence, index: int, name: str) -> bool:
    """Whether a unit is a verb of a predicate that tells what happened."""
    if sentence.units[index].kind != "trigger" or not is_verb(sentence, index):
        return False
    return name in predicates_of(sentence, index) and is_fact(sentence, index)


def _of_one(sentence: Sentence, unit: Unit, town: Unit, others: list[Partner]) -> Iterator[Draft]:
    """The twinnings of one town with each of its partners that a sentence names."""
    for other in others:
        alike = other.town.kind == town.kind == "place" and other.town.value.state == town.value.state
        if alike or _name(sentence, other.town) == _name(sentence, town):
            continue
        # behind "are" a name stands as it is written
        named = tidy(other.town.text) if other.town.kind == "word" else _name(sentence, other.town)
        yield Draft(
            "twinning",
            {"places": (_name(sentence, town), named), "date": begun(other.date)},
            [run(sentence, [unit, town, other.town, other.date])],
            [f"twinning: {unit.text} of one town"],
            0.75,
        )


def _is_later(sentence: Sentence, index: int) -> bool:
    """Whether a clause tells what became of a twinning, not when it began."""
    words = sentence.language.words
    later = words["turns"] | words["renewed"]
    return any(sentence.units[i].key in later for i in sentence.clause(index))


def _discussed(sentence: Sentence, index: int) -> bool:
    """Whether twinning is only what talks are about: «ведут переговоры о побратимстве», "discussed establishing
    sister-city relations"."""
    if any(unit.key in sentence.language.words["only_talked_of"] for unit in sentence.units[:index]):
        return True
    before = sentence.units[max(0, index - 3) : index]
    return any(unit.kind == "preposition" and unit.value in ("on", "topic") for unit in before) and any(
        unit.kind == "trigger" and any(p == "meet" and form == "noun" for p, form in unit.value)
        for unit in before
    )


def _pending(sentence: Sentence, index: int) -> bool:
    """Whether the twinning is what a document yet to be signed is about: "an MoU on twinning … is under
    consideration".
    """
    clause = sentence.clause(index)
    named = any(sentence.units[i].kind == "instrument" for i in clause)
    return named and any(
        unit.kind == "trigger" and any(predicate == "draft" for predicate, _ in unit.value)
        for unit in sentence.units[clause.start : clause.stop]
    )


def _unknown(sentence: Sentence, index: int) -> Iterator[Draft]:
    """Further pairs of towns that nobody has heard of, which look like one name: "P–Q (1990), Palanga–Kobuleti"."""
    for unit in sentence.units[index:]:
        if unit.kind == "actor" and unit.value.person.name == unit.text and unit.text.count("–") == 1:
            towns = tuple(tidy(town) for town in unit.text.split("–"))
            yield Draft("twinning", {"places": towns}, [unit.span], ["twinning: a pair of a list"], 0.65)


def _more(sentence: Sentence, last: Unit) -> list[Draft]:
    """The pairs that follow one: "twinning of A and B (2001), C and D (2005), E and F"."""
    units = sentence.units
    start = sentence.index(last) + 1
    found: list[Draft] = []
    likewise = sentence.language.words["likewise"]
    while start < len(units):
        if units[start].text == "(":
            start = next((i for i in range(start, len(units)) if units[i].text == ")"), len(units) - 1) + 1
            continue
        if units[start].kind in ("trigger", "be"):
            start += 1  # a verb that order put behind the subject
            continue
        if units[start].kind != "and" and units[start].text != ",":
            break
        while start + 1 < len(units) and (
            units[start + 1].kind in ("be", "and") or units[start + 1].key in likewise
        ):
            start += 1  # "…, as are C and D"
        pair = list(_pairs(sentence, start + 1)) if start + 1 < len(units) else []
        if not pair:
            break
        found.extend(pair)
        start += 4
    return found


def _bracketed(sentence: Sentence, index: int) -> Unit | None:
    """The date in the bracket right behind a unit."""
    behind = [unit for unit in sentence.units[index + 1 : index + 5] if unit.kind not in _PASSED][:2]
    dated = len(behind) == 2 and behind[0].text == "(" and behind[1].kind == "date"
    return behind[1] if dated else None


def _with_page(sentence: Sentence, index: int) -> Iterator[Draft]:
    """A partner of the one town that the lead-in says has partners: "P is twinned with:", "Q, A (1989)"."""
    own = [unit for unit in sentence.lead if unit.kind == "place"]
    told = any(unit.kind == "trigger" and any(p == "twin" for p, _ in unit.value) for unit in sentence.lead)
    unit = sentence.units[index]
    if len(own) != 1 or not told or own[0].value.state == unit.value.state:
        return
    date = next((other for other in sentence.units if other.kind == "date"), None)
    yield Draft(
        "twinning",
        {"places": (_name(sentence, own[0]), _name(sentence, unit)), "date": begun(date)},
        [run(sentence, [unit, date])],
        ["twinning: a town's partners"],
        0.75,
    )


def _name(sentence: Sentence, unit: Unit) -> str:
    """The town as a claim names it."""
    if unit.kind == "place":
        return str(unit.value.name)
    if unit.kind == "actor":
        return tidy(unit.value.person.of or unit.value.person.name or unit.text)
    return tidy(str(sentence.language.morphology.nominative(unit.text, unit.case)))


def _places(sentence: Sentence, index: int) -> list[Unit]:
    """The two places: those told by name, towns that nobody knows beside them, or the mayors' towns."""
    units = sentence.units
    clause = _own_part(sentence, index)
    found = [i for i, unit in enumerate(units) if unit.kind == "place" and i in clause]
    if len(found) >= 2:
        pair = _nearest_pair(sentence, index, found)
        if pair:
            return pair
    for i in found or range(len(units)):
        pair = _beside(sentence, i)
        if pair:
            return pair
    mayors = [
        unit for unit in units
        if unit.kind == "actor" and unit.value.cls == "mayor-governor" and unit.value.person.of and not
        re.fullmatch(r"[A-Z]{3,4}", unit.value.person.of)
    ]  # fmt: skip
    if len(mayors) == 1 and mayors[0].value.plural:
        behind = units[sentence.index(mayors[0]) + 1 :][:2]
        if [unit.kind for unit in behind] == ["and", "place"]:
            return [mayors[0], behind[1]]  # «мэры А и Б подписали …»
    return mayors[:2] if len(mayors) >= 2 else []


def _own_part(sentence: Sentence, index: int) -> range:
    """The part of a sentence that a word of twinning is about: as far as the comma before the next such word."""
    units = sentence.units
    low, high = 0, len(units)
    for i, unit in enumerate(units):
        if (
            i == index
            or unit.kind != "trigger"
            or not any(predicate == "twin" for predicate, _ in unit.value)
        ):
            continue
        between = range(min(i, index) + 1, max(i, index))
        comma = next((j for j in between if units[j].text == "," and units[j + 1].kind == "place"), None)
        if comma is not None and i < index:
            low = comma + 1
        elif comma is not None:
            high = min(high, comma)
    return range(low, high)


def _nearest_pair(sentence: Sentence, index: int, found: list[int]) -> list[Unit]:
    units = sentence.units
    for one, other in itertools.pairwise(found):
        between = units[one + 1 : other]
        if all(
            u is units[index]
            or u.kind in ("be", "have", "and", "date", "determiner", "word", "preposition", "poss", "state")
            or u.text in _DASHES
            or u.text in "()"
            or (u.text == "," and u.end < units[index].start <= u.end + 1)
            or u.kind == "instrument"
            or u.kind == "relations"
            or (u.kind == "trigger" and any(predicate in _TIES for predicate, _ in u.value))
            for u in between
        ) and (units[one].value.state != units[other].value.state):
            return [units[one], units[other]]
    return []


def _beside(sentence: Sentence, index: int) -> list[Unit]:
    """A place and a capitalised name joined to it by "and" or "with": "the town of X and the city of Y"."""
    units = sentence.units
    if not _is_town(sentence, index):
        return []
    for step in (1, -1):
        cursor, joined = index + step, False
        while 0 <= cursor < len(units):
            unit = units[cursor]
            if (
                unit.kind == "and"
                or (unit.kind == "preposition" and unit.value == "with")
                or unit.text in _DASHES
            ):
                joined = True
            elif joined and _is_town(sentence, cursor):
                pair = [units[index], units[cursor]]
                return pair if step > 0 else pair[::-1]
            elif unit.kind not in _BETWEEN or (unit.kind == "word" and is_capitalised(unit)):
                break
            cursor += step
    return []


def _is_town(sentence: Sentence, index: int) -> bool:
    unit = sentence.units[index]
    if unit.kind == "place":
        return True
    if unit.kind == "actor" and unit.value.person.name and not unit.value.person.office:
        return True
    return unit.kind == "word" and is_capitalised(unit) and unit.key not in sentence.language.not_names


def _listed(sentence: Sentence) -> bool:
    """Whether the heading or lead-in above the sentence speaks of sister cities."""
    told = [*sentence.block.headings, sentence.block.header]
    if sentence.block.lead:
        told.append(sentence.text[slice(*sentence.block.lead)])
    words = sentence.language.words["twin"]
    return any(word in " ".join(text.lower().replace("-", " ").split()) for text in told for word in words)


def _all_pairs(sentence: Sentence, start: int) -> list[Draft]:
    """The pairs of towns told from a unit on, no town in two of them."""
    found: list[Draft] = []
    cursor = start
    while cursor < len(sentence.units):
        pair = list(_pairs(sentence, cursor)) if _is_town(sentence, cursor) else []
        found.extend(pair)
        cursor += _PAIR if pair else 1
    return found


_PAIR = 3
"""Units of a pair of towns: both and what joins them."""


def _joined(unit: Unit) -> bool:
    """Whether a unit joins two partners: a dash, "and", "with"."""
    return unit.text in _DASHES or unit.kind == "and" or (unit.kind == "preposition" and unit.value == "with")


def _pairs(sentence: Sentence, index: int) -> Iterator[Draft]:
    """A place with the one behind a dash or "and", and the year in brackets behind them."""
    units = sentence.units
    if index + 2 >= len(units) or not _joined(units[index + 1]):
        return
    other = units[index + 2]
    if not _is_town(sentence, index + 2) or (
        other.kind == units[index].kind == "place" and other.value.state == units[index].value.state
    ):
        return
    date = None
    for unit in units[index + 3 : index + 8]:
        if unit.kind == "date":
            date = unit
            break
        if unit.kind == "place" or unit.text in (",", ";"):
            break
    yield Draft(
        "twinning",
        {"places": (_name(sentence, units[index]), _name(sentence, other)), "date": begun(date)},
        [run(sentence, [units[index], other, date])],
        ["twinning: a line of a list"],
        0.75,
    )
