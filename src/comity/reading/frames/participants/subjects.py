"""Who does an act: the actors before its verb, whom a pronoun or an office there means, or the subject before."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.participants.actors import actors_before
from comity.reading.frames.participants.persons import Told, filled, told
from comity.reading.frames.participants.pronouns import antecedent, last_person
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_SUBJECTS = frozenset({"actor", "pronoun", "state", "organisation", "sides"})
_HEADS = frozenset({"head-of-state", "head-of-government", "royalty"})
LEADERS = frozenset({"leader", "лидер"})
"""How any of the heads may be called once more."""


def subjects(sentence: Sentence, index: int, context: Context, low: int | None = None) -> list[Told]:
    """Who does what stands at `index`: the coordinated actors before it, or whom a pronoun there stands for."""
    units = sentence.units
    clause = sentence.clause(index)
    first = clause.start if low is None else low
    found = actors_before(sentence, index, first)
    earlier_act = governed_by(sentence, found, index, first) if found else 0
    if earlier_act:
        return subjects(sentence, earlier_act, context, low)
    if found:
        return [meant(sentence, one, context) for one in told(found, context)]
    for cursor in range(index - 1, max(first - 2, -1), -1):
        unit = units[cursor]
        if unit.kind in ("pronoun", "clause") and unit.key in sentence.language.words["person_pronoun"]:
            return antecedent(sentence, cursor, context, relative=unit.kind == "clause")
        if unit.kind == "honorific" and unit.key.split(" ")[0] in sentence.language.words["own"]:
            return last_person(context)  # "His Highness received …"
    if not any(
        units[cursor].kind in ("state", "sides", "dyad", "organisation") for cursor in range(first, index)
    ):
        # a verb that shares the subject of the clause before: "A signed …, visited … and met …"
        earlier = [unit for unit in units[:first] if unit.kind == "actor" and unit.mark == ""]
        if earlier and first > 0 and _goes_on(sentence, first - 1):
            return told(earlier[:1], context)
    return []


def governed_by(sentence: Sentence, found: list[Unit], index: int, first: int) -> int:
    """The verb whose object those before an act are, where its subject does the act too: "X met Y and held talks",
    "X granted Y a pardon after meeting Z"; 0 where they are the subject."""
    units = sentence.units
    if sentence.language.cases:
        return 0  # the case tells subject and object
    begins, ends = sentence.index(found[0]), sentence.index(found[-1])
    verb = next(
        (
            i
            for i in range(begins - 1, first, -1)
            if is_verb(sentence, i) or units[i].kind not in ("determiner", "word", "amount")
        ),
        0,
    )
    governs = verb > first and is_verb(sentence, verb) and voice(sentence, verb) in ("active", "bare")
    if not governs or not any(units[i].kind in _SUBJECTS for i in range(first, verb)):
        return 0
    led = any(unit.key in sentence.language.words["led"] for unit in units[verb : verb + 1])
    after = ends + 1 + (units[ends + 1].text == ",")
    shared = (
        after + 1 < len(units)
        and units[after].kind == "and"
        and (units[after + 1].kind in ("be", "have") or _verb_behind(sentence, after + 1))
    )
    hangs = units[index].kind == "preposition" or units[index - 1].kind == "preposition"
    return verb if (shared or hangs) and not led else 0


def _verb_behind(sentence: Sentence, at: int) -> bool:
    """Whether a verb stands at an index, an adverb before it apart."""
    adverb = sentence.units[at].key in sentence.language.words["adverb"]
    return any(is_verb(sentence, i) for i in range(at, min(at + 1 + adverb, len(sentence.units))))


def meant(sentence: Sentence, one: Told, context: Context) -> Told:
    """Whom "the minister" means where only the office is told: the one person of the sentence before who bears it."""
    actor, unit = one.actor, one.unit
    apposed = _apposed_to(sentence, unit) if unit is not None and not actor.person.name else None
    if apposed is not None:
        return told([apposed], context)[0]
    if actor.person.name or actor.group or actor.plural or unit is None:
        return one
    at = sentence.index(unit)
    short = bool(actor.person.office) and str(actor.person.office).isupper()
    opens = bool(sentence.language.cases) and at == 0 and sentence.block.kind == "paragraph"
    if not (short or opens) and not (
        at and sentence.units[at - 1].key in sentence.language.words["definite"]
    ):
        return one
    bearers = [
        (known, span)
        for known, span in context.recent
        if known.person.name
        and not known.plural
        and _bears(known, actor)
        and unit.value.state in (None, known.state)
    ]
    if len({str(known.person.name) for known, _ in bearers}) != 1:
        return one
    known, span = bearers[0]
    return Told(filled(known, context), unit, span)


def _apposed_to(sentence: Sentence, unit: Unit) -> Unit | None:
    """Whom an office behind a comma describes: "President X, the first head of state to come to A, landed …"."""
    units, words = sentence.units, sentence.language.words
    at = sentence.index(unit) - 1
    ranked = False
    while at > 0 and units[at].kind in ("determiner", "word", "amount"):
        ranked = ranked or units[at].key in words["superlative"] or units[at].key in words["definite"]
        at -= 1
    named = units[at - 1] if at > 0 and units[at].text == "," else None
    if named is None or not ranked or named.kind != "actor" or not named.value.person.name or named.mark:
        return None
    return named


def _bears(known: Actor, told_as: Actor) -> bool:
    """Whether somebody told with an office may be called by another's: "the leader" is any head."""
    if told_as.cls == "head-of-state":
        return known.cls in _HEADS if told_as.person.office in LEADERS else known.cls == "head-of-state"
    office, bare = str(known.person.office).casefold(), str(told_as.person.office).casefold()
    whole = office.startswith(f"{bare} ")  # "the Minister" is the Minister of Trade
    named = bool(told_as.state) and known.cls == "foreign-minister" and office.endswith(f" {bare}")
    if told_as.cls and (whole or named):
        return True
    return bool(told_as.cls) and told_as.cls != "other" and known.cls == told_as.cls


def _goes_on(sentence: Sentence, link: int) -> bool:
    """Whether a clause without a subject may have that of the clause before: "and met", «…, где провёл переговоры»."""
    unit = sentence.units[link]
    return unit.kind in ("and", "punct") or (
        unit.kind == "clause" and unit.key in sentence.language.words["where"]
    )
