"""A holder told before who was raised in rank at the same post: "He was promoted to Ambassador and presented his new
credentials on D".
"""

from __future__ import annotations

from comity.model.person import Person
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.dates.act import date_unit
from comity.reading.frames.draft import Draft
from comity.reading.frames.participants.persons import surname
from comity.reading.frames.posts import is_office, since
from comity.reading.frames.tenures.acts import tells
from comity.reading.frames.tenures.states import NEAR
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, voice

_REACH = 5
"""Units between a verb of promoting and the office."""


def promoted(sentence: Sentence, index: int, context: Context) -> Draft | None:
    """The office at an index that the holder told last was promoted to; none where another is told."""
    units, words = sentence.units, sentence.language.words
    last = context.tenure
    office = units[index]
    if last is None or not is_office(office) or office.value.former or office.value.plural:
        return None
    verb = next((i for i in range(index - 1, max(index - _REACH, -1), -1) if _promotes(sentence, i)), None)
    if verb is None or voice(sentence, verb) != "passive" or not is_fact(sentence, verb):
        return None
    subject = next(
        (unit for unit in reversed(units[:verb]) if unit.kind in ("pronoun", "actor", "state")), None
    )
    told = subject is not None and subject.kind == "pronoun" and subject.key in words["personal"]
    told = told and surname(str(context.career)) == surname(str(last.slots["person"].name))
    end = max(span[1] for span in last.evidence)
    if not told or not 0 <= sentence.start - end < NEAR:
        return None
    of, to = last.slots["of"], last.slots["to"]
    if office.value.to not in (None, to) or office.value.state not in (None, of):
        return None
    presents = next((i for i in range(index + 1, len(units)) if tells(sentence, i, "credentials")), None)
    date = date_unit(sentence, presents if presents is not None else verb)
    if date is None or date.value.date.is_interval:
        return None
    day = date.value.date
    person = Person(name=last.slots["person"].name, office=office.value.person.office, of=of)
    slots = {"person": person, "of": of, "to": to, "date": since(day)}
    slots["appointed" if presents is None else "credentials"] = day
    return Draft(
        "tenure",
        slots,
        [run(sentence, [units[verb], office, date]), last.evidence[0]],
        [f"tenure: {units[verb].text}"],
        0.75,
    )


def _promotes(sentence: Sentence, index: int) -> bool:
    """Whether a verb of appointing is one of raising in rank as well."""
    return tells(sentence, index, "upgrade") and tells(sentence, index, "appoint")


__all__ = ["promoted"]
