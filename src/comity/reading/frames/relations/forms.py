"""In which form a state is recognised: de jure, de facto."""

from __future__ import annotations

from comity.reading.sentence import Sentence

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
