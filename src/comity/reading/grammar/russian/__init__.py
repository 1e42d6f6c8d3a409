"""Russian: lemmas as look-up keys, and the role that case and preposition give to a phrase.

Frames know only marks and an order of words in which the subject stands before its verb and the object behind it. Case
does in Russian what order and prepositions do in English: `govern` puts a preposition without width before a phrase
whose case stands for one ("of" for a genitive behind a noun, "agent" for an instrumental, "goal" for a dative), and
`arrange` moves a verb behind its subject. Units keep their places in the text.
"""

from comity.reading.grammar.russian.breaks import ends
from comity.reading.grammar.russian.government import govern
from comity.reading.grammar.russian.order import arrange
from comity.reading.grammar.russian.verbs import (
    is_attribute,
    is_declined,
    is_done,
    is_finite,
    is_future,
    is_gerund,
    is_neuter_past,
    is_plural,
    is_unreal,
    is_unreal_here,
    is_verb,
    voice,
)
from comity.reading.grammar.russian.wording import (
    case_of_apposed,
    genitive,
    is_given_name,
    is_patronymic,
    is_verbal,
    may_name,
    name,
    nominative,
    office,
    singular,
    towns_of,
)
from comity.reading.grammar.russian.words import (
    INITIALS_BEGIN,
    adjectival,
    keys,
    learnt,
    past_forms,
    plurals,
    verb_forms,
)

__all__ = [
    "INITIALS_BEGIN",
    "adjectival",
    "arrange",
    "case_of_apposed",
    "ends",
    "genitive",
    "govern",
    "is_attribute",
    "is_declined",
    "is_done",
    "is_finite",
    "is_future",
    "is_gerund",
    "is_given_name",
    "is_neuter_past",
    "is_patronymic",
    "is_plural",
    "is_unreal",
    "is_unreal_here",
    "is_verb",
    "is_verbal",
    "keys",
    "learnt",
    "may_name",
    "name",
    "nominative",
    "office",
    "past_forms",
    "plurals",
    "singular",
    "towns_of",
    "verb_forms",
    "voice",
]
