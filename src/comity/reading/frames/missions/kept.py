"""That a mission is there: "has an embassy in P", "there is a consulate", "is represented through"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.missions.acts import LAST, LISTED
from comity.reading.frames.missions.dates import since_when
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_CONTINUES = frozenset({"mission", "determiner", "number", "amount"})
_DASHES = frozenset("-–—")
_WHERE = frozenset({"place", "preposition", "date"})
"""What a verb in the past may stand before, so that it is no participle of somebody's deed: "worked in P"."""


def under_ranks(sentence: Sentence, context: Context) -> bool:
    """Whether the line above says that ranks of relations are told: "Level of relations: embassy since 1969"."""
    if any(unit.kind == "relations" for unit in sentence.lead):
        return True
    above = [
        sentence.text[cell.start : cell.end]
        for cell in context.row
        if cell.end <= sentence.start and cell.column == sentence.block.column
    ]
    heads = [line for line in above if line.rstrip().endswith(":")]
    levels = sentence.language.words["level"]
    return bool(heads) and any(sentence.language.key(word.strip(":")) in levels for word in heads[-1].split())


def represented_there(sentence: Sentence, index: int) -> int | None:
    """The verb of a state represented by the mission where it is: "A is represented in B through a consulate in P"."""
    units = sentence.units
    if units[index].mark not in ("through", "agent"):
        return None
    verb = next((i for i in range(index - 1, max(index - 24, -1), -1) if represents(sentence, i)), None)
    if verb is None:
        return None
    there = {
        str(u.value[0]) for u in units[max(0, verb - 4) : index] if u.kind == "state" and u.mark == "place"
    }
    town = next((u for u in units[index + 1 : index + 5] if u.kind == "place" and u.mark == "place"), None)
    return verb if town is not None and town.value.state in there else None


def represents(sentence: Sentence, index: int) -> bool:
    """Whether a trigger says that a state is represented by something."""
    unit = sentence.units[index]
    return unit.kind == "trigger" and any(p == "represent" for p, _ in unit.value)


def kept_by(sentence: Sentence, index: int) -> int | None:
    """The verb by which a mission exists: "has an embassy in P", "maintains a consulate in", "is the mission of"."""
    units = sentence.units
    if units[index].mark == "including":  # "besides the embassy in P, A has consulates in …"
        for i in range(index + 1, sentence.clause(index).stop):
            if units[i].kind == "have" or (units[i].kind == "trigger" and _maintains(units[i])):
                return i if not sentence.has_word("negation", index, i) else None
    if index > 1 and units[index - 1].text in _DASHES and units[index - 2].mark == "owner":
        return index - 1  # «у А – посольство в П»
    for i in range(index - 1, max(index - LAST, -1), -1):
        unit = units[i]
        if unit.kind == "have":
            return i if not _none(sentence, i, index) else None
        if unit.kind == "trigger":
            if _maintains(unit) or _left_out(sentence, i, index):
                return i if not sentence.has_word("negation", max(0, i - 3), index) else None
            if sentence.language.cases and any(other.text == "," for other in units[i:index]):
                break  # «…, Посольство Б в П – с 2009 г.»
            if _works_before(sentence, i, index):
                return i
            return None
        if unit.kind == "be" and any(
            other.key in sentence.language.words.get("there", ()) for other in units[max(0, i - 2) : i]
        ):
            return i
        if unit.kind not in LISTED and unit.kind not in ("negation", "actor"):
            break
        if unit.text in (":", ".") or (unit.text == ";" and not _goes_on(sentence, i, index)):
            break
    return _existing(sentence, index)


def _goes_on(sentence: Sentence, semicolon: int, index: int) -> bool:
    """Whether the list of what a state has goes on behind a semicolon: "has an embassy in P; consulates in Q and R"."""
    follows = sentence.units[semicolon + 1].kind in _CONTINUES
    return follows and _existing(sentence, index) is None and not _has_act(sentence, index)


def _none(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a mission is denied: "has no embassy", but not "has no embassy in P, only a consulate"."""
    return sentence.has_word("negation", verb, index) and not only_this(sentence, index)


def only_this(sentence: Sentence, index: int) -> bool:
    """Whether a word just before says that a mission is the only one: "no embassy, only a consulate"."""
    return sentence.has_word("only", index - 3, index)


def _maintains(unit: Unit) -> bool:
    return any(p in ("maintain", "represent") for p, _ in unit.value)


def _works_before(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a mission is the subject right behind its verb: «…, с 2003 г. в П функционирует посольство А»."""
    works = any(p in ("work", "function") for p, _ in reading_of(sentence, verb))
    alone = all(unit.kind == "state" for unit in sentence.units[verb + 1 : index])
    subject = sentence.units[index].case.startswith("nom")
    return bool(sentence.language.cases) and works and alone and subject and voice(sentence, verb) == "active"


def _left_out(sentence: Sentence, verb: int, index: int) -> bool:
    """Whether a dash stands for the verb of the mission before: «в М действует посольство, в П – консульство»."""
    units = sentence.units
    dash = index - 1
    while dash > verb and units[dash].kind in ("state", "determiner", "word"):
        dash -= 1
    return (
        units[dash].text in _DASHES
        and units[dash].start > units[dash - 1].end
        and any(unit.kind == "place" for unit in units[max(verb, dash - 4) : dash])
        and any(p in ("work", "function") for p, _ in reading_of(sentence, verb))
    )


def _existing(sentence: Sentence, index: int) -> int | None:
    """ "The Embassy of A in B is …", "has been functioning since": what is told of a mission as its subject."""
    units = sentence.units
    for i in range(index + 1, min(index + 9, len(units))):
        unit = units[i]
        if unit.kind == "be" and i + 1 < len(units):
            for other in units[i + 1 : i + 8]:
                if other.kind == "mission":
                    return i
                if other.kind == "place" and other.mark == "place":
                    return i
                if other.kind not in ("determiner", "word", "state", "poss") and not (
                    other.kind == "preposition" and other.value == "place"
                ):
                    return None
            return None
        if unit.kind == "have" and i + 3 < len(units):
            works = any(
                other.kind == "trigger"
                and any(p in ("work", "implement", "maintain") for p, _ in other.value)
                for other in units[i + 1 : i + 4]
            )
            return i if works or _is_there(sentence, i, index) else None
        if unit.kind == "trigger" and any(p in ("work", "function") for p, _ in reading_of(sentence, i)):
            where = any(unit.kind in ("place", "state") and unit.mark == "place" for unit in units[i + 1 :])
            ahead = units[i + 1].kind if i + 1 < len(units) else ""
            goes_on = voice(sentence, i) == "ing" and units[i - 1].text == "," and since_when(sentence, index)
            told = (
                bool(goes_on)
                or voice(sentence, i) == "active"
                or (
                    where
                    and (
                        voice(sentence, i) == "passive" or (voice(sentence, i) == "bare" and ahead in _WHERE)
                    )
                )
            )
            return i if told and (where or since_when(sentence, index)) else None
        if unit.kind == "date" and (
            sentence.block.kind in ("cell", "item")
            or any(other.text in _DASHES for other in units[max(index, i - 2) : i])
        ):
            return i if unit.value.relation == "since" and not _has_act(sentence, index) else None
        if (
            unit.text in _DASHES
            and unit.start > units[i - 1].end
            and [other.kind for other in units[i + 1 : i + 3]] == ["preposition", "place"]
            and any(other.kind == "mission" for other in units[:index])
        ):
            return i  # «посольство А – в П, посольство Б – в С»
        if unit.kind not in ("preposition", "place", "state", "determiner", "punct", "and"):
            return None
    return None


def _is_there(sentence: Sentence, have: int, index: int) -> bool:
    """Whether a mission is told to have been there for a time: "has existed since", "has been in operation since"."""
    words, behind = sentence.language.words, sentence.units[have + 1 : have + 4]
    there = any(unit.key in words["exists"] or unit.key in words["in_place"] for unit in behind)
    return there and since_when(sentence, index) is not None


def _has_act(sentence: Sentence, index: int) -> bool:
    """Whether a verb of its own follows a mission in its clause."""
    return any(
        is_verb(sentence, i)
        for i in range(index + 1, sentence.clause(index).stop)
        if sentence.units[i].kind == "trigger"
    )
