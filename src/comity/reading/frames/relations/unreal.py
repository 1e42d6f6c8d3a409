"""Acts upon relations that are told and were not done: asked for, talked about, delayed; and moods of relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from comity import knowledge
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import states_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit, is_capitalised

_ENDS = frozenset({"trigger", "clause"})
"""What does not stand between a request and the act; of whom it is made does."""
_BREAKS = frozenset(";:.,")
_REACH = 12
"""Units from an act back to the word for the request or the talks."""


def possible(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts without those between two names of one seat ("relations with the PRC … and with the ROC")."""
    states = knowledge.states()
    for draft in drafts:
        slots = draft.slots
        pair = slots["parties"] if draft.kind == "relations" else (slots["by"], slots["of"])
        if len(pair) != 2 or not states.are_one_seat(*pair):
            yield draft


def is_unreal(sentence: Sentence, act: int) -> bool:
    """Whether an act was only asked for, talked about or delayed, as far as its own clause says."""
    return (
        is_requested(sentence, act)
        or _talked_about(sentence, act)
        or _delayed(sentence, act)
        or _only_begun(sentence, act)
    )


def is_mood(sentence: Sentence, act: int, relations: int) -> bool:
    """Whether an act is upon a time or a quality of relations and not upon them: "opened a new phase of relations",
    "entered a second period".
    """
    units, words = sentence.units, sentence.language.words
    if act < relations:
        return any(unit.key in words["phase"] for unit in units[act + 1 : relations])
    return any(unit.key in words["phase"] for unit in units[act + 1 : act + 5])


def is_former(sentence: Sentence, act: int) -> bool:
    """Whether a participle only says what relations once were: "relations, once terminated, were resumed"."""
    units = sentence.units
    return act > 1 and units[act - 1].key in sentence.language.words["once"] and units[act - 2].text == ","


def is_later(sentence: Sentence, act: int, date: Unit) -> bool:
    """Whether a date is of what came later than the act: "began much earlier than the founding of B in 1949"."""
    between = sentence.units[max(0, act - 2) : sentence.index(date)]
    return any(unit.key in sentence.language.words["than"] for unit in between)


def with_unknown(sentence: Sentence, relations: int) -> bool:
    """Whether relations are with somebody who is no state that is known: "relations with the Sultanate of X"."""
    behind = [unit for unit in sentence.units[relations + 1 : relations + 8] if unit.kind != "determiner"]
    if len(behind) < 2 or behind[0].kind != "preposition" or behind[0].value != "with":
        return False
    polity = sentence.language.words["polity"]
    partner = next(
        (unit for unit in behind[1:] if unit.kind != "preposition" and unit.key not in polity), None
    )
    if partner is not None and partner.kind == "organisation":
        # "relations with the European Union", not "with all United Nations member states"
        return not states_of(partner) and not any(
            unit.key in sentence.language.words["members"] for unit in behind
        )
    return partner is not None and partner.kind in ("word", "name") and is_capitalised(partner)


def is_requested(sentence: Sentence, act: int) -> bool:
    """Whether an act was asked for: "was asked to sever", "required all members to break off", «отклонила просьбу
    А разорвать».
    """
    units, requests = sentence.units, sentence.language.words["request"]
    joining = act > 0 and units[act - 1].value == "place" and voice(sentence, act) == "ing"
    if voice(sentence, act) != "infinitive" and not joining:
        return False  # "the offer to join it in severing …"
    for unit in reversed(units[max(0, act - _REACH) : act]):
        if unit.key in requests or unit.kind in _ENDS or unit.text in _BREAKS:
            return unit.key in requests
    return False


def _talked_about(sentence: Sentence, act: int) -> bool:
    """ "continued the dialogue with A on establishing relations", «готова к переговорам об установлении»."""
    units, words = sentence.units, sentence.language.words
    before = units[act - 1] if act else None
    if before is None or before.kind != "preposition" or before.value not in ("on", "topic", "about"):
        return False
    if is_verb(sentence, act) and voice(sentence, act) != "ing":
        return False
    return any(unit.key in words["talks"] for unit in units[max(0, act - _REACH) : act])


def _only_begun(sentence: Sentence, act: int) -> bool:
    """ "began the procedure of terminating relations", "made efforts to resume", «начала процедуру разрыва»."""
    units, words = sentence.units, sentence.language.words
    at = act - 1
    while at > 0 and (units[at].kind in ("preposition", "determiner") or units[at].key == "to"):
        at -= 1
    return at >= 0 and units[at].key in words["procedure"]


def _delayed(sentence: Sentence, act: int) -> bool:
    """ "Establishment of relations had to await …", «Установлению отношений мешало …»."""
    if is_verb(sentence, act):
        return False
    clause = sentence.clause(act)
    return any(unit.key in sentence.language.words["delay"] for unit in sentence.units[act + 1 : clause.stop])
