"""English: inflection of the lexicon, and the role that word order and prepositions give to a phrase."""

# The modules of all languages have one interface; no language needs every argument.
# ruff: noqa: ARG001
from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from comity.reading.grammar.prospects import still_to_come
from comity.reading.units import Unit

_VOWELS = "aeiou"
_OBJECT_BEGINS = frozenset({"determiner", "state", "amount"})
_ADJECTIVAL = ("al", "ic", "ive", "ary", "ous")
_OPENS = frozenset(".:-–—(")


def key(word: str) -> str:
    """The form under which a word is looked up."""
    small = word.lower()
    return small.replace("’", "'") if "’" in small else small


INITIALS_BEGIN = False
"""Initials stand between a first name and a surname as often as before both."""


def keys() -> Callable[[str], str]:
    """The look-up of one compiled language."""
    return key


def learnt(_: Callable[[str], str]) -> None:
    """Called when the lexicon is complete; English keys need no lexicon."""


def adjectival(word: str) -> bool:
    """Whether a word looks like an adjective by its ending."""
    return word.lower().endswith(_ADJECTIVAL)


def plurals(phrase: str) -> Iterator[str]:
    """A noun phrase in the singular and the plural. The head is the last word before a preposition."""
    yield phrase
    words = phrase.split(" ")
    head = len(words) - 1
    for index, word in enumerate(words):
        if word in ("of", "on", "for", "in", "between", "to") and index:
            head = index - 1
            break
    word = words[head]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        plural = word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")):
        plural = word + "es"
    else:
        plural = word + "s"
    yield " ".join([*words[:head], plural, *words[head + 1 :]])


def verb_forms(verb: str, irregular: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """All forms of a verb, each with what it is: base, finite (past or -s), participle, ing."""
    first, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if first in irregular:
        present, past, participle, ing = irregular[first]
    else:
        present, past, participle, ing = _regular(first)
    yield first + tail, "base"
    yield present + tail, "finite"
    yield past + tail, "participle" if past == participle else "finite"
    if participle != past:
        yield participle + tail, "participle"
    yield ing + tail, "ing"
    if other := _other_spelling(first, past):
        yield other + "ed" + tail, "participle"
        yield other + "ing" + tail, "ing"


def past_forms(verb: str, irregular: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """The past of a verb whose other forms are as often a noun: "shipped", not "ship"."""
    _, present, *others = verb_forms(verb, irregular)
    yield from (form for form in others if form[1] != "ing" and form != present)


def _other_spelling(verb: str, past: str) -> str:
    """What -ed and -ing follow in the other spelling, British or American, of a verb in -l: "totall", "travel"."""
    if len(verb) < 5 or not verb.endswith("l") or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return ""
    if past == verb + "ed":
        return verb + "l"
    return verb if past == verb + "led" else ""


def _regular(verb: str) -> tuple[str, str, str, str]:
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "x", "ch", "sh", "z")):
        return verb + "es", verb + "ed", verb + "ed", verb + "ing"
    if (
        len(verb) <= 4
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and verb[-3:-2] not in _VOWELS
        and sum(letter in _VOWELS for letter in verb) == 1
    ):
        return verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb + "s", verb + "ed", verb + "ed", verb + "ing"


def singular(written: str, head: str, title: str) -> str:
    """A title with its head in the singular: "Ministers of Energy" as "Minister of Energy"."""
    return written.replace(head, title if head.islower() else _capitals(title), 1)


def _capitals(title: str) -> str:
    return " ".join(
        word
        if word in ("of", "for", "the", "and", "d'affaires", "a.i.", "ad")
        else word[:1].upper() + word[1:]
        for word in title.split(" ")
    )


def office(written: str, head: str, title: str, plural: bool) -> str:
    """A title as a claim says it: in the singular."""
    return singular(written, head, title) if plural else written


def case_of_apposed(title: str, words: str) -> str:
    """The case of a name by that of the title behind it: there are none."""
    return ""


def name(words: str, case: str) -> str:
    """A personal name as a claim says it."""
    return words


def may_name(words: str) -> bool:
    """Whether capitalised words without a title may be a person's name."""
    return True


def nominative(words: str, case: str = "") -> str:
    """A phrase as a claim says it; English has no cases."""
    return words


def is_given_name(word: str) -> bool:
    """Whether a word is a form of a given name; English has no list of them."""
    return False


def is_patronymic(word: str) -> bool:
    """Whether a name is one after the father; English has none."""
    return False


def genitive(words: str) -> str:
    """A phrase as the complement of a noun; English has no cases."""
    return words


def govern(units: list[Unit], language: Any) -> list[Unit]:
    """The units with what case tells; nothing in English."""
    return units


_ARTICLES = frozenset({"a", "an"})
_JOINING = frozenset({"and", "but", "yet", "though", "if", "albeit"})


def arrange(units: list[Unit], governed: list[Unit]) -> list[Unit]:
    """The units as English has them, subjects before their verbs, with "after" that opens a clause told as such:
    "after A severed ties with B" has a subject, "the first after A" has none.
    """
    units = _with_joined_adjectives(units)
    opens = [i for i, unit in enumerate(units) if unit.kind == "preposition" and unit.value == "after"]
    # one that leads, or stands behind a date that leads, ends at a comma
    opens = [i for i in opens if i and units[i - 1].text != "," and _is_subject_of_clause(units, i + 1)]
    if not opens:
        return units
    arranged = list(units)
    for i in opens:
        arranged[i] = _retold(units[i], kind="clause", mark=units[i].mark)
        arranged[i + 1] = _retold(units[i + 1], kind=units[i + 1].kind, mark="")
    return arranged


def _is_subject_of_clause(units: list[Unit], at: int) -> bool:
    """Whether a state or person is right before its verb in the past."""
    if at + 2 >= len(units) or units[at].kind not in ("state", "actor"):
        return False
    verb = units[at + 1]
    return verb.kind == "trigger" and any(form in ("finite", "participle") for _, form in verb.value)


def _retold(unit: Unit, kind: str, mark: str) -> Unit:
    return Unit(kind, unit.start, unit.end, unit.text, unit.key, unit.value, mark, unit.case, unit.head)


def _with_joined_adjectives(units: list[Unit]) -> list[Unit]:
    """The units with what joins two adjectives of one noun as a plain word: "a brief but
    historic visit" has one clause."""
    joints = [
        i
        for i in range(2, len(units) - 2)
        if units[i].key in _JOINING and units[i].kind in ("and", "clause") and _join_adjectives(units, i)
    ]
    if not joints:
        return units
    joined = list(units)
    for i in joints:
        joined[i] = _retold(units[i], kind="word", mark=units[i].mark)
    return joined


def _join_adjectives(units: list[Unit], at: int) -> bool:
    """Whether an article and a word stand before a unit, and a word and a noun for an act behind it."""
    if units[at - 2].kind != "determiner" or units[at - 1].kind != "word" or units[at + 1].kind != "word":
        return False
    if units[at].kind == "and" and (units[at - 2].key not in _ARTICLES or is_verbal(units[at + 1])):
        return False  # "called A the aggressor and imposed sanctions"
    noun = next((unit for unit in units[at + 2 : at + 4] if unit.kind != "word"), None)
    return noun is not None and noun.kind == "trigger" and any(form == "noun" for _, form in noun.value)


def is_gerund(sentence: Any, index: int) -> bool:
    """Whether a verb's subject is that of the verb behind it; frames ask it of "by expelling …" and the like alone."""
    return False


def is_attribute(sentence: Any, index: int) -> bool:
    """Whether a participle only says which one a noun behind it is; frames tell it by their own means in English."""
    return False


def is_future(unit: Unit) -> bool:
    """Whether an unknown word is a verb in the future; English has only auxiliaries."""
    return False


def is_plural(unit: Unit) -> bool:
    """Whether a unit is in the plural by its form; English tells it by the words themselves."""
    return False


def is_finite(unit: Unit) -> bool:
    """Whether a word that is in no lexicon is a verb by its form."""
    return False


def towns_of(word: str) -> tuple[str, ...]:
    """The towns that an adjective may be of; English regions have their own names."""
    return ()


def is_verbal(unit: Unit) -> bool:
    """Whether a word that the lexicon does not know looks like a form of a verb: "regulating", "returned"."""
    return unit.kind == "word" and unit.text.islower() and unit.text.endswith(("ing", "ed"))


def is_unreal_here(sentence: Any, index: int) -> bool:
    """Whether an act is still to come by the words before it."""
    return still_to_come(sentence, index)


def is_unreal(unit: Unit) -> bool:
    """A verb form of the future; English has only auxiliaries."""
    return False


def ends(text: str, begin: int, dot: int, stop: int, word: str, language: Any) -> bool | None:
    """Whether an abbreviation ends a sentence here; None where its language leaves that to the common rules."""
    return None


def is_verb(sentence: Any, index: int) -> bool:
    """Whether a trigger is a verb here: it has a verb reading, and nothing before it makes it a noun."""
    units = sentence.units
    unit = units[index]
    forms = {form for _, form in unit.value}
    if forms == {"noun"}:
        return False
    before = units[index - 1] if index else None
    nominal = forms == {"base"} or ("noun" in forms and "participle" not in forms)
    if nominal and before is not None and before.kind == "trigger":
        return _is_verb_behind(sentence, index, forms)
    if forms == {"base"} and before is not None and before.kind == "determiner":
        return False  # "its own ambassador"
    if _value_behind(sentence, index) in ("of", "agent") and unit.key in sentence.language.words["works"]:
        return False  # "works by painters of A"
    if _value_behind(sentence, index) == "agent" and "noun" in forms and not forms & {"participle", "ing"}:
        return False  # "…, visit by President X to A"
    if _value_behind(sentence, index) == "goal" and unit.key in sentence.language.words["takes_object"]:
        return False  # "recent visits to A"
    if "noun" not in forms:
        # "their telephone call"
        return not (forms == {"base"} and before is not None and before.kind in ("determiner", "poss"))
    if before is None or _is_noun_here(sentence, index, forms):
        return False
    return _is_verb_of_both(sentence, index, forms)


def _value_behind(sentence: Any, index: int) -> Any:
    """The value of the unit behind one."""
    return sentence.units[index + 1].value if index + 1 < len(sentence.units) else None


def _is_verb_behind(sentence: Any, index: int, forms: set[str]) -> bool:
    """Whether what may be a noun is a verb right behind another trigger."""
    before = sentence.units[index - 1]
    told = {form for _, form in before.value}
    if told == {"base"} and not is_verb(sentence, index - 1):
        return False  # "its total exports"
    if index > 1 and sentence.units[index - 2].key == "to" and "noun" in forms:
        return False  # "to suspend aid"
    if "noun" in forms and told == {"noun"}:
        return False  # "broke off trade talks"
    # "established close cooperation", "suspended aid": right behind a verb a bare form is no verb
    return not (told & {"finite", "participle"})


def _is_noun_here(sentence: Any, index: int, forms: set[str]) -> bool:
    """Whether what stands before a word that may be both makes it a noun."""
    before = sentence.units[index - 1]
    earlier = sentence.units[index - 2] if index > 1 else None
    if sentence.units[index].text[:1].isupper() and before.kind != "punct":
        return True  # "the Presidential Award"
    if before.kind == "date" and "participle" not in forms:
        return True  # "On 3 June talks between …"
    if before.kind == "punct" and "ing" in forms and _value_behind(sentence, index) == "of":
        return True  # "12 May 1999 – Signing of the Agreement"
    if before.text in _OPENS and "base" in forms:
        return True  # "2009, 3-5 April. Visit to …"
    if before.kind == "amount" and before.value.kind == "ordinal":
        return True  # "its first meeting"
    if earlier is None or before.kind != "word":
        return False
    # "the first visit", "the first-ever visit"
    return (earlier.kind in ("determiner", "poss") and bool(forms & {"base", "noun"})) or earlier.text == "-"


def _is_verb_of_both(sentence: Any, index: int, forms: set[str]) -> bool:
    """Whether a word that may be a noun, too, is a verb by what stands around it."""
    units = sentence.units
    before = units[index - 1]
    after = units[index + 1] if index + 1 < len(units) else None
    if before.kind == "preposition" and "ing" in forms and after is not None and after.kind in _OBJECT_BEGINS:
        return True  # "by closing its border"
    if before.kind in ("determiner", "preposition", "poss", "state", "dyad", "number") and before.key != "to":
        if forms <= {"base", "noun"} and _is_one_state(sentence, index - 1):
            return False  # "the US embargo"
        return bool(before.kind == "state" and before.value[1] == "name")
    if before.kind == "word" and before.text[:1].islower() and not before.key.endswith("ly"):
        if "finite" in forms and after is not None and after.kind in ("amount", "determiner"):
            return True  # "the government grants two hundred scholarships"
        if "finite" in forms and _gives_to_state(sentence, index + 1):
            return True  # "the government grants B three scholarships"
        if "finite" in forms and after is not None and after.key == "to" and not _other_verb(sentence, index):
            return True  # "the government grants to B three scholarships"
        return before.key in sentence.language.words["adverb"]
    return True


def _is_one_state(sentence: Any, index: int) -> bool:
    """Whether a state stands alone as what could only be the subject of a verb in -s: not "A and B sign"."""
    units = sentence.units
    if units[index].kind != "state" or units[index].text.endswith("s"):
        return False
    return index == 0 or units[index - 1].kind in ("determiner", "preposition")


def _gives_to_state(sentence: Any, index: int) -> bool:
    """Whether a state and then what it is given stand at an index."""
    units = sentence.units
    if index + 1 >= len(units) or units[index].kind != "state" or units[index].value[1] != "name":
        return False
    return units[index + 1].kind in ("amount", "determiner")


def _other_verb(sentence: Any, index: int) -> bool:
    """Whether a sentence has a verb beside the word at an index, by form alone."""
    for at, unit in enumerate(sentence.units):
        if unit.kind in ("be", "have", "modal"):
            return True
        if (
            unit.kind == "trigger"
            and at != index
            and any(form in ("finite", "participle") for _, form in unit.value)
        ):
            return True
    return False


def voice(sentence: Any, index: int) -> str:
    """`active`, `passive`, `noun`, `ing` or `infinitive`; `bare` for a participle without an auxiliary."""
    unit = sentence.units[index]
    if not sentence.is_verb(index):
        return "noun"
    forms = {form for _, form in unit.value}
    auxiliary = ""
    for cursor in range(index - 1, max(index - 5, -1), -1):
        other = sentence.units[cursor]
        if other.kind in ("be", "have", "modal"):
            auxiliary = other.kind
            break
        if other.key == "to" and (cursor == index - 1 or "base" in forms):
            return "infinitive"  # also "to strongly protest"
        if not (
            other.kind in ("word", "negation")
            and (
                other.key in sentence.language.words["adverb"]
                or other.key.endswith("ly")
                or other.kind == "negation"
            )
        ):
            break
    if "participle" in forms:
        if auxiliary == "be":
            return "passive"
        return "active" if auxiliary == "have" else "bare"
    if "ing" in forms:
        return "active" if auxiliary == "be" else "ing"
    return "active"
