"""Whether an act is told as something that happened: not denied, planned, hoped for, announced or only talked about."""

from __future__ import annotations

from comity.reading.marking import acts
from comity.reading.sentence import Sentence, has_class, is_verb
from comity.reading.units import Unit, is_capitalised

_ASKED = 3
"""Units from a word for a wish to the act that somebody else is to do, at least: "wanted A to sign"."""
_HEADLINE = 14
"""Units within which the subject of a headline ends."""
_NAMED = frozenset({"state", "dyad", "place", "actor", "organisation", "quoted", "office", "name"})
_BETWEEN_NAMED = frozenset({"and", "poss", "honorific", "punct"})


def announcing(sentence: Sentence, noun: int) -> int | None:
    """The verb right before a noun for an act that announces it: «объявил о разрыве», "announced the expulsion"."""
    units = sentence.units
    at = noun - 1
    while at > 0 and units[at].kind in ("determiner", "preposition"):
        at -= 1
    return at if at > 0 and units[at].key in sentence.language.words["announced"] else None


def is_fact(sentence: Sentence, index: int) -> bool:
    """Whether the act that a trigger names is told as something that happened: not denied, planned or hoped for, and
    not what happens "every time".
    """
    known = sentence._facts.get(index)
    if known is None:
        known = sentence._facts[index] = is_real(sentence, index) and not _recurs(sentence, index)
    return known


def _recurs(sentence: Sentence, index: int) -> bool:
    """Whether an act is one of many: "every time he visits"."""
    if not has_class(sentence, "each"):
        return False
    units, words = sentence.units, sentence.language.words
    for cursor in range(index - 1, max(index - 7, 0) - 1, -1):
        unit = units[cursor]
        if unit.kind == "clause" or (unit.kind == "punct" and unit.text in ";:(."):
            return False
        if unit.key in words["each"] and units[cursor + 1].key in words["occasion"]:
            return True
    return False


def is_real(sentence: Sentence, index: int) -> bool:
    """Whether the act that a trigger names is no plan or hope and not denied, be it done once or again and again."""
    known = sentence._happened.get(index)
    if known is None:
        known = sentence._happened[index] = _is_real(sentence, index)
    return known


def _is_real(sentence: Sentence, index: int) -> bool:
    words = sentence.language.words
    units = sentence.units
    if _is_matter(sentence, index):
        return False
    if _still_to_come(sentence, index) or sentence.language.morphology.is_unreal_here(sentence, index):
        return False
    if _is_announced(sentence, index):
        return False
    if not _may_be_unreal(sentence):
        return True
    low = max(index - 7, 0)
    for cursor in range(index - 1, low - 1, -1):
        unit = units[cursor]
        if unit.kind == "punct" and unit.text in ";:.(":
            break
        if unit.kind == "clause":
            return not _is_refuted(sentence, cursor)
        if unit.kind == "and" and _begins_clause(units, cursor, index):
            break
        if unit.kind == "be" and sentence.language.morphology.is_unreal(unit):
            return False
        if unit.key in words["negation"] and not _only_describes(units, cursor):
            return _until(sentence, index) or _only_then(sentence, cursor, index)
        if unit.key in words["ahead"] and units[cursor + 1].key == "to":
            return False
        if unit.key in words["due"] and cursor == index - 1 and units[cursor - 1].kind == "be":
            return False  # "is due to meet"
        if unit.key in words["calls_on"] and _is_asked_of(sentence, cursor, index):
            return False
        if unit.kind == "modal" and unit.text != "May" and index - cursor <= 4:
            return False
        if (
            unit.key in words["plan"]
            and not (unit.text[:1].isupper() and cursor)
            and not (_nominal_between(units, cursor, index) and not _is_asked_of(sentence, cursor, index))
            and not (unit.key.endswith("s") and units[cursor + 1].text == ",")  # "needs, having given …"
        ):
            return False
    return True


def _is_matter(sentence: Sentence, index: int) -> bool:
    """Whether a noun only names what somebody talks or thinks about, or what is soon to be: "the question of opening an
    embassy", «сообщил о скором открытии посольства»."""
    matters = has_class(sentence, "matter")
    if not (matters or has_class(sentence, "soon")):
        return False
    units, words = sentence.units, sentence.language.words
    noun = not is_verb(sentence, index) or any(form == "ing" for _, form in units[index].value)
    at = index - 1
    while (
        noun and at > 0 and units[at].kind in ("word", "determiner") and units[at].key not in words["matter"]
    ):
        if units[at].key in words["soon"]:
            return True
        at -= 1
    led = at > 0 and units[at].kind == "preposition" and units[at].value in ("of", "on", "topic")
    return noun and led and units[at - 1].key in words["matter"]


def _begins_clause(units: list[Unit], at: int, act: int) -> bool:
    """Whether "and" leads to a state that does what the verb right behind it tells: "was not cut and A maintained"."""
    behind = units[at + 1 : act]
    led = bool(behind) and behind[-1].kind == "state" and behind[-1].value[1] == "name"
    return led and not behind[-1].mark and all(unit.kind == "determiner" for unit in behind[:-1])


def _is_refuted(sentence: Sentence, clause: int) -> bool:
    """Whether what a clause tells is said to be untrue: «опроверг сообщения о том, что …», «отрицает, что …»."""
    refutes = sentence.language.words["refutes"]
    return any(unit.key in refutes for unit in sentence.units[max(0, clause - 7) : clause])


def _may_be_unreal(sentence: Sentence) -> bool:
    """Whether a sentence has any word that denies, plans or hopes."""
    known = sentence.hints.get("may be unreal")
    if known is None:
        known = sentence.hints["may be unreal"] = (
            has_class(sentence, "negation")
            or has_class(sentence, "plan")
            or has_class(sentence, "ahead")
            or has_class(sentence, "due")
            or has_class(sentence, "refutes")
            or _has_unreal_verb(sentence)
            or has_class(sentence, "calls_on")
        )
    return known


def _has_unreal_verb(sentence: Sentence) -> bool:
    """Whether an auxiliary of a sentence tells what may or will be."""
    is_unreal = sentence.language.morphology.is_unreal
    for unit in sentence.units:
        kind = unit.kind
        if kind == "modal" or (kind == "be" and is_unreal(unit)):
            return True
    return False


def _still_to_come(sentence: Sentence, index: int) -> bool:
    """ "before resuming relations", "prior to the establishment of": the act is only a point of reference."""
    units = sentence.units
    cursor = index - 1
    while cursor >= 0 and index - cursor <= 3 and units[cursor].kind in ("determiner", "word"):
        cursor -= 1
    before = units[cursor] if cursor >= 0 else None
    if before is None or before.kind != "preposition" or before.value not in ("before", "until"):
        return False
    return not is_verb(sentence, index) or any(form == "ing" for _, form in units[index].value)


def _only_describes(units: list[Unit], at: int) -> bool:
    """Whether a word of negation is the adjective of another noun: "after a failed coup A expelled …"."""
    return 0 < at < len(units) - 1 and units[at - 1].kind == "determiner" and units[at + 1].kind == "word"


def _is_announced(sentence: Sentence, index: int) -> bool:
    """Whether a headline only announces an act: an infinitive right behind the subject is its verb, the act that or
    behind it ("A to open embassy in B").
    """
    if sentence.announced is None:
        sentence.announced = _announced_from(sentence)
    return sentence.announced <= index


def _announced_from(sentence: Sentence) -> int:
    """The index of the infinitive that is all the verb of a headline; behind the end where there is none."""
    units, infinitive = sentence.units, sentence.language.words["infinitive"]
    none = len(units)
    if not infinitive or not is_capitalised(units[0]):
        return none
    at = next((i for i, unit in enumerate(units[:_HEADLINE]) if not _is_named(unit)), none)
    if not 0 < at < none - 1 or units[at].key not in infinitive or units[at - 1].kind not in _NAMED:
        return none
    verb, behind = units[at + 1], units[at + 2 :]
    if verb.kind == "trigger":
        return at + 1
    plain = verb.kind == "word" and not is_capitalised(verb) and not any(acts(other) for other in behind)
    return at + 1 if plain else none


def _is_named(unit: Unit) -> bool:
    """Whether a unit may stand in the subject of a headline: "the first to open" is none."""
    return (
        unit.kind in _NAMED or unit.kind in _BETWEEN_NAMED or (unit.kind == "word" and is_capitalised(unit))
    )


def _until(sentence: Sentence, index: int) -> bool:
    """ "did not recognise B until 1991" tells that it did then."""
    return any(
        unit.kind == "preposition" and unit.value == "until" for unit in sentence.units[index + 1 :]
    ) or any(unit.kind == "date" and unit.value.relation == "until" for unit in sentence.units[index + 1 :])


def _is_asked_of(sentence: Sentence, plan: int, index: int) -> bool:
    """Whether all that stands between a word for a wish and an infinitive is whose act it would be: "called on A to
    recognise B", "wanted A and B to sign"."""
    units, words = sentence.units, sentence.language.words
    if index - plan < _ASKED or units[index - 1].key not in words["infinitive"]:
        return False
    return all(
        unit.kind in ("determiner", "state", "and", "sides", "actor")
        or (i == plan + 1 and unit.value == "on")
        or unit.key in words["government"]
        for i, unit in enumerate(units[plan + 1 : index - 1], plan + 1)
    )


def _only_then(sentence: Sentence, negation: int, index: int) -> bool:
    """ "It was not until 1991 that A recognised B": what is denied is that it was before."""
    behind = sentence.units[negation + 1 : min(negation + 4, index)]
    return len(behind) > 1 and behind[0].value == "until" and behind[1].kind == "date"


def _nominal_between(units: list[Unit], low: int, high: int) -> bool:
    return any(unit.kind in ("actor", "state", "date", "relations") for unit in units[low + 1 : high])
