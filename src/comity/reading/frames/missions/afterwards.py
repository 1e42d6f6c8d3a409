"""What a text goes on to say of the mission told last: "It was closed in 1994 and reopened in 1998", "This post closed
in 1916", "The post became a consulate-general in 1904 and was closed in 1917".
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.acts import ACTS
from comity.reading.frames.missions.drafts import begun
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_LATER = ("close", "reopen", "resume", "move", "suspend", "open")
STARTS = frozenset(f"trigger:{predicate}" for predicate in _LATER)
_BEFORE = 4
"""Units of a sentence among which its subject "it" stands."""
_NEAR = 400
"""How far behind a mission "the post" is that one."""
_OF_ONE = ("sending", "receiving", "type")
"""Slots that one mission has always."""
_OTHERS = frozenset({"relations", "instrument", "event", "body", "organisation", "enterprise"})
"""What "it" would rather be, where the sentence names it."""
_BETWEEN = frozenset(
    {"be", "have", "trigger", "preposition", "date", "and", "punct", "word", "place", "determiner", "mission"}
)
"""Kinds of unit that stand between such a subject and its verbs."""
_OBJECTS = frozenset({"determiner", "mission", "state", "actor", "relations", "amount", "quoted", "pronoun"})
"""Kinds of unit that begin an object: the mission is not what the verb befell."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """The act on the one mission told last, where the sentence names it by a pronoun or as a post and says when."""
    units = sentence.units
    subject = _subject(sentence)
    beside = units[: max(sentence.clause(index).stop, index + 1)]
    if subject is None or index <= subject or any(unit.kind in _OTHERS for unit in beside):
        return
    between = units[subject + 1 : index]
    if any(unit.kind not in _BETWEEN or unit.text in (";", ":") for unit in between):
        return
    predicate = next((told for told, _ in reading_of(sentence, index) if told in _LATER), None)
    date = date_unit(sentence, index)
    if predicate is None or date is None or not _befell(sentence, index):
        return
    by_name = units[subject].kind != "pronoun" and units[subject].key in sentence.language.words["post_noun"]
    told = _post_before(sentence, context) if by_name else _told_last(sentence, context)
    if told is None:
        return
    slots = {slot: told.slots.get(slot) for slot in (*_OF_ONE, "place")}
    slots |= {"act": ACTS[predicate], "date": begun(date)}
    behind = units[index + 1 : index + 4]
    named = behind if any(unit.value == "as" for unit in behind) else []
    types = [unit.value for unit in (*between, *named) if unit.kind == "mission"]
    slots["type"] = types[-1] if types else slots["type"]
    slots["place"] = next((unit.value.name for unit in between[:2] if unit.kind == "place"), slots["place"])
    if predicate == "move":
        town = next((unit for unit in units[index:] if unit.kind == "place" and unit.mark == "goal"), None)
        if town is None:
            return
        slots["place"] = town.value.name
    yield Draft(
        "mission",
        slots,
        [run(sentence, [units[subject], units[index], date]), told.evidence[0]],
        [f"mission: it + {predicate}"],
        0.7,
    )


def _subject(sentence: Sentence) -> int | None:
    """Where a sentence has a pronoun for a thing for its subject, or "the post"."""
    units, words = sentence.units, sentence.language.words
    it = words["it"] | words["thing_pronoun"]
    pronoun = next((i for i, unit in enumerate(units[:_BEFORE]) if unit.key in it), None)
    if pronoun is not None:
        return pronoun
    pointed = len(units) > 1 and (units[0].key in words["definite"] or units[0].kind == "determiner")
    return 1 if pointed and units[1].kind != "mission" and units[1].key in words["post_noun"] else None


def _post_before(sentence: Sentence, context: Context) -> Draft | None:
    """The mission told last, which "the post" is."""
    last = context.missions[-1] if context.missions else None
    end = max(span[1] for span in last.evidence) if last is not None else 0
    return last if 0 <= sentence.start - end <= _NEAR else None


def _told_last(sentence: Sentence, context: Context) -> Draft | None:
    """The mission of the sentence right before, or of this one so far, where just one was told."""
    recent = [draft for draft in context.missions if _is_just_before(sentence, draft)]
    posts = {tuple(draft.slots.get(slot) for slot in ("sending", "receiving")) for draft in recent}
    towns = {draft.slots["place"] for draft in recent if draft.slots.get("place")}
    return recent[-1] if len(posts) == 1 and len(towns) <= 1 else None


def _is_just_before(sentence: Sentence, draft: Draft) -> bool:
    begin, end = draft.evidence[0]
    if begin < sentence.block.start or begin >= sentence.end:
        return False
    return ". " not in sentence.text[end : sentence.start].rstrip()[:-1]


def _befell(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what befell its subject: it is passive, or has no object."""
    if not is_verb(sentence, index) or not is_fact(sentence, index):
        return False
    how = voice(sentence, index)
    behind: list[Unit] = sentence.units[index + 1 : index + 2]
    if how in ("noun", "infinitive", "ing"):
        return False
    return how == "passive" or not any(unit.kind in _OBJECTS for unit in behind)
