"""Companies in lists without a verb of their own: "Companies of A in B: X, Y", "joint ventures – X (since 1997)"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.agreements.phrase import bracket_at
from comity.reading.frames.arguments import run
from comity.reading.frames.business.names import is_name
from comity.reading.frames.business.ventures import is_venture, shared
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import in_class, states_of, tidy
from comity.reading.sentence import Sentence, is_verb, reading_of
from comity.reading.units import Unit

STARTS = frozenset({"quoted"})

_DASHES = frozenset("-–—")
_AMONG = frozenset({"including", "between", "as"})
_LEGAL = 12
"""Letters of the longest legal form before a name."""
_ACTS = frozenset(
    {"work", "serve", "function", "open", "include", "register", "enter", "establish", "participate"}
)


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Companies of A: X, Y and Z", "300 enterprises with capital of A, among them X (since 1997)"."""
    opener = _opener(sentence, index)
    if opener is None:
        return
    head = _head(sentence, opener) if opener >= 0 else _above(sentence)
    if head is None:
        return
    company, around = head
    home, host = _sides(sentence, around, max(opener, 0), index, context)
    if not home or not host or home == host:
        return
    for name, unit in _beside(sentence, index):
        slots = {"name": name, "home": home, "in": host}
        yield Draft(
            "enterprise", slots, [run(sentence, [unit])], [f"enterprise: {name} in a list of companies"], 0.65
        )
    name = tidy(str(sentence.units[index].value))
    bracket = bracket_at(sentence, index + 1) or range(0)
    date = next((sentence.units[i] for i in bracket if sentence.units[i].kind == "date"), None)
    words = [sentence.units[index], *([date] if date is not None else [])]
    if company in sentence.units:
        words.append(company)
    yield Draft(
        "enterprise",
        {"name": name, "home": home, "in": host, "date": _start(date)},
        [run(sentence, words)],
        [f"enterprise: {name} in a list of companies"],
        0.7,
    )


def _beside(sentence: Sentence, index: int) -> list[tuple[str, Unit]]:
    """Names without quotation marks behind a quoted one in the same list: «…: «Х», Сбербанк и «У»»."""
    units, found = sentence.units, []
    cursor = index + 1
    while cursor + 1 < len(units) and (units[cursor].kind == "and" or units[cursor].text == ","):
        if units[cursor + 1].kind not in ("word", "organisation") or not is_name(sentence, cursor + 1):
            break
        last = cursor + 1
        while last + 1 < len(units) and units[last + 1].kind == "word" and is_name(sentence, last + 1):
            last += 1
        if last + 1 < len(units) and units[last + 1].kind == "quoted":
            break  # «ОАО «Х»», told by itself
        found.append((tidy(sentence.text[units[cursor + 1].start : units[last].end]), units[last]))
        cursor = last + 1
    return found if cursor >= len(units) or units[cursor].kind in ("punct", "and") else []


def _start(unit: Unit | None) -> Date | None:
    if unit is None:
        return None
    date: Date = unit.value.date
    return date.start if date.is_interval and date.start is not None and date.end is None else date


def _opener(sentence: Sentence, index: int) -> int | None:
    """Where the list that a quoted name stands in is opened: a colon, a dash, "among them"; -1 for the beginning of the
    sentence, None where the name stands in no list.
    """
    units = sentence.units
    depth = 0
    for i in range(index - 1, -1, -1):
        unit = units[i]
        if unit.text == ")":
            depth += 1
        elif unit.text == "(":
            if depth == 0:
                return None
            depth -= 1
        elif depth:
            continue
        elif _opens(units, i):
            return i
        elif unit.kind == "pronoun" and i and _opens(units, i - 1):
            return i - 1  # "among them"
        elif not (
            unit.kind in ("quoted", "and", "state", "body")
            or unit.text in (",", ";", "-", "–")
            or in_class(unit, sentence, "company")
            or is_venture(sentence, unit)
            or (unit.kind == "word" and (_is_legal_form(unit) or unit.case.startswith("nom")))
        ):
            return None
    return -1


def _opens(units: list[Unit], at: int) -> bool:
    """Whether a unit opens a list: a colon, a dash between words, "among them"."""
    unit = units[at]
    if unit.kind == "preposition":
        return unit.value in _AMONG and unit.end > unit.start
    return unit.text == ":" or (unit.text in _DASHES and at > 0 and unit.start > units[at - 1].end)


def _is_legal_form(unit: Unit) -> bool:
    return unit.text.isupper() and len(unit.text) <= _LEGAL


def _is_company(sentence: Sentence, unit: Unit) -> bool:
    return (unit.kind in ("word", "body") and in_class(unit, sentence, "company")) or is_venture(
        sentence, unit
    )


def _head(sentence: Sentence, opener: int) -> tuple[Unit, list[Unit]] | None:
    """The word for companies before the opening of a list, and what stands around it; None where the words before
    tell an act that is none of companies.
    """
    units = sentence.units
    low = opener
    while low > 0 and units[low - 1].text not in (";", "."):
        low -= 1
    words = sentence.language.words
    around = units[low:opener]
    for i in range(low, opener):
        unit = units[i]
        if unit.key in words["negation"] or unit.key in words["plan"] or unit.kind == "modal":
            return None
        acts = {predicate for predicate, _ in reading_of(sentence, i)} if unit.kind == "trigger" else set()
        if acts and is_verb(sentence, i) and not acts & _ACTS:
            return None
        if unit.kind in ("instrument", "actor", "quoted"):
            return None
    company = next((unit for unit in reversed(around) if _is_company(sentence, unit)), None)
    return (company, around) if company is not None else None


def _above(sentence: Sentence) -> tuple[Unit, list[Unit]] | None:
    """The word for companies in the lead-in or heading of a list."""
    if sentence.block.kind not in ("item", "paragraph"):
        return None
    if any(unit.kind == "trigger" and is_verb(sentence, i) for i, unit in enumerate(sentence.units)):
        return None
    for above in (sentence.lead, sentence.heading):
        company = next((unit for unit in above if _is_company(sentence, unit)), None)
        if company is not None:
            return company, list(above)
    return None


def _sides(
    sentence: Sentence, around: list[Unit], opener: int, index: int, context: Context
) -> tuple[str | None, str | None]:
    """Home and host: an adjective of state tells the home, also right before the name; a place tells the host."""
    units = sentence.units
    home = host = None
    adjectives: list[str] = []
    for unit in around:
        if unit.kind == "state" and unit.value[1] == "adjective":
            adjectives.append(str(unit.value[0]))
        elif unit.kind in ("state", "place") and unit.mark in ("place", "goal"):
            host = host or next(iter(states_of(unit)), None)
        elif unit.kind == "state" and unit.mark in ("of", "source"):
            adjectives.append(str(unit.value[0]))
    own = next(
        (str(unit.value[0]) for unit in units[max(opener, index - 3) : index] if unit.kind == "state"),
        None,
    )
    if own is not None:
        home = own
    elif len(set(adjectives)) == 1:
        home = adjectives[0]
    bracket = bracket_at(sentence, index + 1) or range(0)
    place = next((units[i] for i in bracket if units[i].kind == "place"), None)
    if place is not None and host is None:
        host = str(place.value.state)
    if home is None and host is None:
        return shared(tuple(dict.fromkeys(adjectives)), context)
    if home is not None and host == home:
        host = None
    if context.loose:
        return home, host
    host = host or context.counterpart(home) or (context.home if context.home != home else None)
    home = home or context.counterpart(host) or (context.home if context.home != host else None)
    return home, host
