"""What is asked for: words, "phrases", -without, begin*, and filters such as `kind:visit state:KAZ from:2001`.

A question that cannot be understood is not answered by something else: `Asked.problems` says what is wrong, as keys of
the catalogue of texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from comity import knowledge
from comity.model.claim import KINDS
from comity.model.edtf import Date, DateError
from comity.publishing.wording import LANGUAGES, text
from comity.register.models import Entry
from comity.register.searching import questions
from comity.register.searching.contents import days, place_term, state_term
from comity.register.searching.engine import Wanted
from comity.register.searching.words import WORD, asked_terms, beginning

FILTERS = ("in", "kind", "state", "place", "from", "to")
SORTS = (Entry.ENTITY, Entry.DOCUMENT, Entry.CLAIM)
ENTITIES = ("person", "body", "enterprise", "place")
LONGEST = 300
"""Letters of a question."""
_MOST = 24
"""Words and filters of a question."""

_PART = re.compile(r"(-)?(?:([^\W\d_]+):(?!//))?(\"[^\"]*\"?|[^\s\"]+)?")
_QUOTES = str.maketrans("«»“”„‟", '""""""')


@dataclass(frozen=True)
class Filter:
    """One filter as it was meant: its name, the value that it has for the register, and whether it excludes."""

    name: str
    value: str
    without: bool = False


@dataclass(frozen=True)
class Asked:
    """A question that was understood, or the problems of one that was not.

    `wanted` is for the index; `low` and `high` are days as YYYYMMDD between which a thing must touch; `sorts` what is
    looked for, all where empty. `marks` are the words to be marked in what is found, each by its possible terms, and
    `begins` the beginnings of words. `meant` is the question that a whole sentence was taken for, `alone` the words of
    the sentence without those that ask.
    """

    words: str
    wanted: tuple[Wanted, ...] = ()
    filters: tuple[Filter, ...] = ()
    sorts: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    marks: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    problems: tuple[tuple[str, dict[str, str]], ...] = ()
    meant: str = ""
    alone: str = ""

    @property
    def plain(self) -> str:
        """The question as words and filters."""
        return self.meant or self.words

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.wanted and not self.filters and not self.problems


@dataclass
class _Reading:
    """A question while it is read."""

    wanted: list[Wanted] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    begins: list[str] = field(default_factory=list)
    small: list[Wanted] = field(default_factory=list)
    problems: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def understand(question: str) -> Asked:
    """A question as somebody writes it, in any of the languages."""
    said = " ".join("".join(one if one.isprintable() else " " for one in question).split())
    if len(said) > LONGEST:
        return Asked(said[:LONGEST], problems=(("search.problem.long", {"most": str(LONGEST)}),))
    reading = _Reading()
    sentence = questions.plain(said)
    meant = sentence.question if sentence else ""
    parts = [one for one in _PART.finditer((meant or said).translate(_QUOTES)) if one[0]]
    if len(parts) > _MOST:
        return Asked(said, problems=(("search.problem.many", {"most": str(_MOST)}),))
    for part in parts:
        minus, name, value = bool(part[1]), part[2], (part[3] or "").strip('"').strip()
        if name:
            _filter(reading, name, value, without=minus)
        else:
            _words(reading, value, quoted=(part[3] or "").startswith('"'), without=minus)
    if not reading.wanted and not reading.filters:
        reading.wanted += reading.small  # nothing but small words: then they are meant
    if said and not (reading.wanted or reading.filters or reading.problems):
        reading.problems.append(("search.problem.nothing", {}))
    low, high = _between(reading)
    return Asked(
        words=said,
        wanted=(*reading.wanted, *_filtered(reading.filters)),
        filters=tuple(reading.filters),
        sorts=tuple(one.value for one in reading.filters if one.name == "in" and not one.without),
        low=low,
        high=high,
        marks=frozenset(reading.marks),
        begins=tuple(reading.begins),
        problems=tuple(reading.problems),
        meant=meant,
        alone=sentence.words if sentence else "",
    )


def _words(reading: _Reading, value: str, *, quoted: bool, without: bool) -> None:
    words = WORD.findall(value)
    begins = value.endswith("*") and not quoted
    terms = [asked_terms(word) for word in words]
    if begins and words:
        # What begins a form need not begin its lemma: «установил*» means установить too.
        terms[-1] = tuple(dict.fromkeys([beginning(words[-1]), *terms[-1]]))
    if not words or not all(all(one) for one in terms) or not all(terms):
        return
    one = Wanted(tuple(terms), without=without, begins=begins)
    if not quoted and len(words) == 1 and words[0].lower() in _small():
        reading.small.append(one)
        return
    reading.wanted.append(one)
    if not without:
        reading.marks |= {term for several in (terms[:-1] if begins else terms) for term in several}
        reading.begins += terms[-1] if begins else []


def _filter(reading: _Reading, name: str, value: str, *, without: bool) -> None:
    meant = _names().get(name.lower())
    if meant is None:
        known = ", ".join(f"{one}:" for one in FILTERS)
        reading.problems.append(("search.problem.filter", {"name": name, "known": known}))
        return
    if not value:
        reading.problems.append(("search.problem.value", {"name": name}))
        return
    found, values = _VALUES[meant](value)
    if found is None:
        reading.problems.append((f"search.problem.{meant}", {"value": value, **values}))
        return
    reading.filters.append(Filter(meant, found, without))


def _sort(value: str) -> tuple[str | None, dict[str, str]]:
    names = {text(f"search.in.{one}", lang).casefold(): one for one in SORTS for lang in LANGUAGES}
    names |= {f"{one}s": one for one in SORTS} | {one: one for one in SORTS}
    return names.get(value.casefold()), {"known": ", ".join(SORTS)}


def _kind(value: str) -> tuple[str | None, dict[str, str]]:
    return _kinds().get(value.casefold()), {"known": ", ".join([*KINDS, *ENTITIES])}


def _state(value: str) -> tuple[str | None, dict[str, str]]:
    found = knowledge.find_state(value)
    if found is not None:
        return found, {}
    near = knowledge.suggest(value)
    # An international organisation stands by its name.
    return (None, {"near": ", ".join(near)}) if near or len(value) < 4 else (value, {})


def _place(value: str) -> tuple[str | None, dict[str, str]]:
    return (value if place_term(value) != "p:" else None), {}


def _date(value: str) -> tuple[str | None, dict[str, str]]:
    try:
        date = Date.parse(value)
    except DateError:
        return None, {}
    return (None if date.is_interval else value), {}


_VALUES = {"in": _sort, "kind": _kind, "state": _state, "place": _place, "from": _date, "to": _date}


def _filtered(filters: Iterable[Filter]) -> list[Wanted]:
    """Filters for the index: of several kinds or sorts any will do, of several states and places all are meant."""
    made = []
    several: dict[str, list[str]] = {}
    for one in filters:
        term = _TERMS[one.name](one.value) if one.name in _TERMS else ""
        if not term:
            continue
        if one.without or one.name in ("state", "place"):
            made.append(Wanted(((term,),), without=one.without))
        else:
            several.setdefault(one.name, []).append(term)
    return [*made, *(Wanted((tuple(terms),)) for terms in several.values())]


_TERMS = {
    "in": lambda value: f"t:{value}",
    "kind": lambda value: f"k:{value}",
    "state": state_term,
    "place": place_term,
}


def _between(reading: _Reading) -> tuple[int | None, int | None]:
    low = [days(Date.parse(one.value))[0] or 0 for one in reading.filters if one.name == "from"]
    high = [days(Date.parse(one.value))[1] or 0 for one in reading.filters if one.name == "to"]
    if low and high and max(low) > min(high):
        values = {one.name: one.value for one in reading.filters if one.name in ("from", "to")}
        reading.problems.append(("search.problem.order", values))
    return max(low, default=None), min(high, default=None)


def words_of(question: str) -> str:
    """A question without its filters."""
    parts = (one for one in _PART.finditer(question.translate(_QUOTES)) if one[0])
    return " ".join(one[0] for one in parts if (one[2] or "").lower() not in _names())


def written(words: str, filters: Iterable[Filter]) -> str:
    """A question of words and filters."""
    told = []
    for one in filters:
        value = f'"{one.value}"' if " " in one.value else one.value
        told.append(f"{'-' * one.without}{one.name}:{value}")
    return " ".join([*([words] if words else []), *told])


def filter_named(part: str) -> str:
    """The filter that a part of a question is, by its usual name; empty for a word."""
    name, colon, value = part.removeprefix("-").partition(":")
    return _names().get(name.lower(), "") if colon and value else ""


@cache
def _names() -> dict[str, str]:
    """The filters by their names in every language."""
    return {text(f"search.filter.{one}", lang): one for one in FILTERS for lang in LANGUAGES} | {
        one: one for one in FILTERS
    }


@cache
def _kinds() -> dict[str, str]:
    found = {one: one for one in (*KINDS, *ENTITIES)}
    found |= {text(f"entity.{one}", lang).casefold(): one for one in ENTITIES for lang in LANGUAGES}
    return found | {text(f"kind.{one}", lang).casefold(): one for one in KINDS for lang in LANGUAGES}


@cache
def _small() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return frozenset(word for lang in LANGUAGES for word in text("search.small", lang).split())
