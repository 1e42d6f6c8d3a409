"""Companies known as such by their legal form, or because the paragraph speaks of companies.

"Some forty A companies work here. X has supplied lifts for the P metro since 2015; Y has its office in Q."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.enterprise import places_itself, start_of
from comity.reading.frames.business.enterprise import read as read_told
from comity.reading.frames.business.names import names_ahead
from comity.reading.frames.business.places import home_and_host
from comity.reading.frames.business.subjects import at_its_own
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.dates.others import of_bracket
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, in_class, states_of, tidy
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of, voice
from comity.reading.units import Unit, is_capitalised

_ACTS = frozenset(
    {"work", "business", "own", "open", "establish", "enter", "launch", "build", "implement", "provide", "maintain",
     "sell", "buy", "export", "invest", "train"}
)  # fmt: skip
STARTS = frozenset({*(f"trigger:{act}" for act in _ACTS), "trigger:move", "have"})
_OF_FIRMS = ("business", "own", "provide", "deliver", "export", "launch")
"""What firms do whose names look like a person's."""
_BACK = 500
"""Characters of the paragraph before a name in which it is said that companies are spoken of."""
_BESIDE = 40
"""Characters beside the word for companies among which stands whose they are."""
_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = frozenset(".;:•-–—")
_OUTLET = 7
"""Units behind "has" among which stands what a company has."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """What a company, known as one by its form or its paragraph, does or has in the other state."""
    if sentence.language.cases or sentence.block.kind == "cell" or not _does(sentence, index):
        return
    subject = _subject(sentence, index)
    if subject is None:
        return
    first, last, aside = subject
    units = sentence.units
    named = units[first : last + 1]
    makes = _makes(sentence, index)
    known = makes or _has_form(sentence, named) or _is_called(sentence, index, first)
    if not (known or _speaks_of_companies(sentence, units[first].start)):
        return
    if not _is_firm(sentence, index, first, last):
        return
    clause = sentence.clause(index)
    home = _home(sentence, first, aside)
    within = None if home is None else _within(sentence, index, clause, home)
    if home is None:
        told = _within(sentence, index, clause, None)
        home = None if told else _introduced(sentence, first)
        within = told
    host: str | None
    if within is not None:
        home, host = home or (None if context.loose else context.counterpart(within)), within
    else:
        home, host = home_and_host(sentence, index, clause, home, context, named)
    if not home or not host or home == host:
        return
    name = tidy(sentence.text[named[0].start : named[-1].end])
    if any(
        draft.slots.get("name") == name
        for i in clause
        if _is_told(sentence, i)
        for draft in read_told(sentence, i, context)
    ):
        return
    date = date_unit(sentence, index) if units[index].kind == "trigger" else None
    date = None if of_bracket(sentence, date, named) else date
    for words in [*names_ahead(sentence, first), named]:
        called = tidy(sentence.text[words[0].start : words[-1].end])
        yield Draft(
            "enterprise",
            {"name": called, "home": home, "in": host, "date": start_of(dated(date))},
            [run(sentence, [*words, units[index]])],
            [f"enterprise: {called} + {units[index].text}"],
            0.65,
        )


def _is_called(sentence: Sentence, index: int, first: int) -> bool:
    """Whether a word for what it is stands between a state and a name that "has" something abroad: "the A chain X has
    shops in B"."""
    units = sentence.units
    called = first > 1 and units[first - 1].kind == "word" and units[first - 1].text.islower()
    return called and units[first - 2].kind == "state" and units[index].kind == "have"


def _makes(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what only firms do: "assembles tractors", "has brewed beer"."""
    return sentence.units[index].key in sentence.language.words["makes"]


def _is_told(sentence: Sentence, index: int) -> bool:
    return sentence.units[index].kind == "trigger"


def _does(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what somebody does, or "has" that it has something abroad."""
    units = sentence.units
    if units[index].kind == "have" or predicates_of(sentence, index) == {"move"}:
        behind = units[index + 1 : index + _OUTLET]
        stop = next(
            (i for i, unit in enumerate(behind) if unit.kind in ("trigger", "punct", "clause")), len(behind)
        )
        words = sentence.language.words
        if any(
            unit.key in words["negation"] or unit.key in words["plan"]
            for unit in units[max(0, index - 3) : index + 3]
        ):
            return False
        if any(unit.key in words["at_home"] for unit in behind[:stop]):
            return False  # "which has its headquarters in P"
        return any(in_class(unit, sentence, "outlet") for unit in behind[:stop])
    if not is_verb(sentence, index) or not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return False
    if " " in units[index].text:  # the verb with its object: "opened a shop"
        return True
    return direction(sentence, index) == "active" or "work" in predicates_of(sentence, index)


def _subject(sentence: Sentence, index: int) -> tuple[int, int, range] | None:
    """Where the name before a verb stands, and what is said of it between commas: "X, of P, has …".

    It begins a sentence or one of its parts."""
    units, clause = sentence.units, sentence.clause(index)
    adverbs = sentence.language.words["adverb"]
    last, aside = index - 1, range(0)
    while last >= 0 and (units[last].kind in ("have", "be") or units[last].key in adverbs):
        last -= 1
    if last >= 1 and units[last].key in sentence.language.words["relative"] and units[last - 1].text == ",":
        last -= 2  # "X, which entered the market, …"
    elif last >= 1 and units[last].text in (",", ")"):
        opening = "," if units[last].text == "," else "("
        start = next((i for i in range(last - 1, -1, -1) if units[i].text == opening), 0)
        if start == 0 or any(is_verb(sentence, i) for i in range(start, last)):
            return None
        aside = range(start + 1, last)
        last = start - 1
    if last < 0 or last < clause.start - 3:
        return None
    first = last + 1
    while first > 0 and _is_part(sentence, first - 1):
        first -= 1
    if first > last:
        return None
    return (first, last, aside) if _opens(sentence, first) else None


def _is_part(sentence: Sentence, at: int) -> bool:
    """Whether a unit may be part of a company's name: capitalised, or a sign within it."""
    unit = sentence.units[at]
    if unit.text in ("&", "-") or unit.text[:1].isdigit():
        return at > 0 and unit.kind in ("punct", "word", "amount") and is_capitalised(sentence.units[at - 1])
    if _is_form(sentence, unit.text):
        return at > 0 and is_capitalised(sentence.units[at - 1])
    if unit.kind == "state":
        behind = sentence.units[at + 1]
        return unit.value[1] == "name" and is_capitalised(behind) and behind.kind != "poss"
    if unit.kind not in ("word", "actor", "organisation", "quoted", "place") or not unit.text[:1].isupper():
        return False
    if unit.kind == "actor":
        return not unit.value.person.office
    return unit.key not in sentence.language.not_names


def _opens(sentence: Sentence, first: int) -> bool:
    """Whether a name begins a sentence or one of its parts, behind whose it is at most: "A's X", "P-based X"."""
    units = sentence.units
    if first == 0:
        return True
    before = units[first - 1]
    if before.key in sentence.language.words["based_at"]:
        return True  # "P-based X"
    if before.text in _OPENERS or before.kind in ("and", "poss", "clause"):
        return True
    if before.kind == "word" and before.text.islower() and units[first - 2].kind in ("poss", "state"):
        return True  # "B's chocolatier X"
    return (
        before.text == ","
        or before.kind == "state"
        or (before.kind == "word" and in_class(before, sentence, "company"))
    )


def _is_firm(sentence: Sentence, index: int, first: int, last: int) -> bool:
    """Whether a name is a firm's and not that of a person, a place, an office of the state or a common noun."""
    units = sentence.units
    named = units[first : last + 1]
    if all(unit.kind in ("place", "state") for unit in named):
        return False
    words = sentence.language.words
    told = {word.lower() for unit in named for word in unit.text.split()}
    if not told.isdisjoint(words["public_body"] | words["society"]):
        return False
    if _has_form(sentence, named):
        return True
    if any(unit.kind == "actor" for unit in named):  # what looks like a person's name
        if units[index].kind == "have" or _makes(sentence, index) or places_itself(sentence, index):
            return True
        return not predicates_of(sentence, index).isdisjoint(_OF_FIRMS)
    if len(named) == 1 and named[0].text.isupper():
        return False  # as often an office of the state
    return len(named) > 1 or named[0].kind in ("quoted", "organisation") or at_its_own(sentence, index, first)


def _has_form(sentence: Sentence, named: list[Unit]) -> bool:
    """Whether a name ends with a legal form: "X AG", "Y Ltd"."""
    *before, last = " ".join(unit.text for unit in named).split()
    return bool(before) and _is_form(sentence, last.strip(".,"))


def _is_form(sentence: Sentence, word: str) -> bool:
    """Whether a word is a legal form as it is written: "AG", "Ltd", not "as"."""
    known = word.lower() in sentence.language.words["legal_form"]
    return known and (word.isupper() or (len(word) > 2 and word[:1].isupper()) or word == "Oy")


def _speaks_of_companies(sentence: Sentence, stop: int) -> bool:
    """Whether the paragraph before a name, its heading or lead-in speaks of companies."""
    words = sentence.language.words["companies"]
    block = sentence.block
    ahead = sentence.text[max(block.start, stop - _BACK) : stop]
    said = [ahead, *block.headings[-1:]]
    if block.lead is not None:
        said.append(sentence.text[slice(*block.lead)])
    return any(match.group().lower() in words for text in said for match in _WORD.finditer(text))


def _home(sentence: Sentence, first: int, aside: range) -> str | None:
    """The state told beside a name: "A's X", "P-based X", "X (A)", "X, of P"."""
    units = sentence.units
    for cursor in range(first - 1, max(first - 6, -1), -1):
        unit = units[cursor]
        if unit.kind in ("state", "place") and (found := states_of(unit)):
            return found[0]
        if unit.kind not in ("word", "poss", "combining") and unit.text not in "-–":
            break
    return next((found[0] for i in aside if (found := states_of(units[i]))), None)


def _within(sentence: Sentence, index: int, clause: range, home: str | None) -> str | None:
    """The state of a place that something of a company's bears the name of, or of "the country": "the P metro"."""
    units = sentence.units
    for i in range(index + 1, min(clause.stop, len(units) - 1)):
        unit = units[i]
        if unit.kind == "place" and unit.mark == "source" and predicates_of(sentence, index) == {"move"}:
            return str(unit.value.state or "") or None  # "moved its line from P to Q"
        if (
            unit.kind == "place"
            and not unit.mark
            and units[i + 1].kind == "word"
            and not is_capitalised(units[i + 1])
        ):
            state = str(unit.value.state or "")
            if state and state != home:
                return state
    return None


def _introduced(sentence: Sentence, first: int) -> str | None:
    """Whose the companies are that the paragraph speaks of: "Some forty A companies work here"."""
    block, stop = sentence.block, sentence.units[first].start
    low = max(block.start, stop - _BACK)
    words = sentence.language.words["companies"]
    found: str | None = None
    for match in _WORD.finditer(sentence.text, low, stop):
        if match.group().lower() in words:
            states_in, text = sentence.language.states_in, sentence.text
            ahead = states_in(text, max(low, match.start() - _BESIDE), match.start())
            behind = states_in(text, match.end(), min(match.end() + _BESIDE, stop))
            found = ahead[-1] if ahead else behind[0] if behind else found
    return found
