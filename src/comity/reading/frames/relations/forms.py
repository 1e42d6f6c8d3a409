"""In which form a state is recognised: de jure, de facto."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.sentence import Sentence
from comity.reading.units import Unit

FORMS = {"de_jure": "de jure", "de_facto": "de facto"}


def form_of(sentence: Sentence, index: int) -> str | None:
    """In which form a state is recognised, where the sentence says it: the form told nearest to the act."""
    units, words = sentence.units, sentence.language.words
    near: list[tuple[int, str]] = []
    for name in FORMS:
        for phrase in words[name]:
            at = sentence.words.lower().find(phrase)
            while at >= 0:
                near.append((abs(sentence.start + at - units[index].start), FORMS[name]))
                at = sentence.words.lower().find(phrase, at + 1)
    return min(near)[1] if near else None


def further_forms(sentence: Sentence, date: Unit | None, told: int) -> Iterator[tuple[Unit, str]]:
    """Further forms, each with its date behind it: "recognised B de facto in 1920 and de jure on 26 January 1921"."""
    if date is None:
        return
    reached = max(date.end, told)
    for unit in sentence.units:
        if unit.kind != "date" or unit.start < reached:
            continue
        between = sentence.text[reached : unit.start].lower()
        for name, form in FORMS.items():
            if any(phrase in between for phrase in sentence.language.words[name]):
                yield unit, form
        reached = unit.end
