"""Whether two names are one person's: a score that explains itself.

A name is folded to a plain Latin spelling in which the usual transliterations meet (Жуков, Zhukov,
Žukov). Families must agree; given names, initials, patronymics, office, side and document then speak for
or against, each with a weight (`WEIGHTS`) and a sentence. `evaluation/names.py` measures the decisions.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz.distance import Levenshtein

from comity.resolving.given import equivalents
from comity.resolving.parts import Name, common, parse, readings
from comity.resolving.spelling import scripts_differ, similarity, skeleton, sounds
from comity.resolving.texts import likeness, of_a_mission, offices_agree

SAME = 3.5
"""Score from which two mentions are taken for one person."""

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        # The family name decides whether there is anything to compare.
        "family: equal": 3.0,
        "family: spellings": 2.6,
        "family: sounds": 2.2,
        "family: a letter": 1.8,
        "family: differs": -5.0,
        "family: common": -1.0,
        "number": 1.5,
        "number: differs": -5.0,
        "another order": -0.5,
        # A given name tells more than an initial.
        "given: equal": 2.5,
        "given: spellings": 2.0,
        "given: one of several": 1.5,
        "given: initial": 1.2,
        "given: initial differs": -4.0,
        "given: differs": -5.0,
        "patronymic": 1.0,
        "patronymic: initial": 0.6,
        "patronymic: initial differs": -1.5,
        "patronymic: differs": -3.0,
        # What stands beside the names.
        "office": 1.0,
        "office: differs": -2.0,
        "office: one career": -1.0,
        "side": 1.0,
        "side: differs": -2.5,
        "side: of the two": 0.5,
        "side: of neither": -1.0,
        "document": 0.6,
        "document: at one time": 0.5,
        "dates: far apart": -1.5,
        "dates: a lifetime apart": -5.0,
    }
)
"""What each feature adds. A family name and a side alone (4.0) are enough; initials or a bare family name under
quite different offices are not. Chosen on the tuned half of `evaluation/names`."""


_FEW = 3
"""Given names of two people, taken together, up to which both may stand in an unusual order."""
_FEMININE = re.compile(r"(?:[oe]v|[iy]n)a$|[st]kaa$|[st]kaya$|skaa$|[sc]ka$")


@dataclass(frozen=True)
class Feature:
    """One thing that speaks for or against, with its weight."""

    weight: float
    words: str


@dataclass(frozen=True)
class Comparison:
    """What speaks for and against two mentions being one person."""

    features: tuple[Feature, ...]
    conflict: bool = False

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return round(sum(feature.weight for feature in self.features), 3)

    @property
    def same(self) -> bool:
        """Whether they are taken for one."""
        return not self.conflict and self.score >= SAME

    def words(self) -> str:
        """The features in plain words, as a reader is shown them."""
        said = "; ".join(f"{feature.words} ({feature.weight:+.1f})" for feature in self.features)
        return f"{said}: {self.score:+.1f} of {SAME:.1f} needed"


@dataclass(frozen=True)
class Mention:
    """A person as a claim names them, with what the claim tells of them.

    `years` are the first and the last in which they are told of, where dates tell. `sides` are the states between
    which somebody is told of by a short name and without a side of their own.
    """

    name: str
    office: str | None = None
    of: str | None = None
    doc: str = ""
    years: tuple[int, ...] | None = None
    sides: tuple[str, ...] = ()


def may_be_one(a: str, b: str) -> bool:
    """Whether `compare_names` may find no conflict: a quick look at family and given names, to pass over the many."""
    first, second = parse(a), parse(b)
    crossed = scripts_differ(a, b)
    one_family = _families_agree(first.family, second.family, crossed) is not None
    if one_family and not (first.given and second.given):
        return True
    if one_family and _compare_given(first.given, second.given, crossed).weight > -3:
        return True
    return any(
        one.given and other.given and _families_agree(one.family, other.family, crossed) is not None
        for one, other in itertools.islice(
            itertools.product((first, *readings(a)), (second, *readings(b))), 1, None
        )
    )


def reached(
    start: Iterable[str], present: Iterable[str], near: Callable[[str], Iterable[Hashable]]
) -> set[str]:
    """Those of the names present that may come to be one person's with one of some names, over however many others.

    What conflicts by its name joins nobody, and what joins nobody parts nobody, so that these can be told apart
    without the rest. Only names that share one of `near` are looked at.
    """
    bearers: dict[Hashable, set[str]] = {}
    for name in present:
        for key in near(name):
            bearers.setdefault(key, set()).add(name)
    found: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        beside = set().union(*(bearers.get(key, ()) for key in near(name))) - found
        fresh = {other for other in beside if other == name or may_be_one(name, other)}
        found |= fresh
        waiting += fresh - {name}
    return found


@lru_cache(maxsize=262144)
def compare_names(a: str, b: str) -> Comparison:
    """What two names alone say."""
    numbers = parse(a).number, parse(b).number
    if all(numbers) and numbers[0] != numbers[1]:
        said = f"{a} and {b} are two of one name, told apart by their numbers"
        return Comparison((Feature(WEIGHTS["number: differs"], said),), conflict=True)
    found = _compare_readings(parse(a), parse(b), a, b)
    if not found.conflict:
        return found
    # Read otherwise they may agree, but then whole given names must agree too.
    best: Comparison | None = None
    crossed = scripts_differ(a, b)
    usual = parse(a), parse(b)
    for first, second in itertools.product((usual[0], *readings(a)), (usual[1], *readings(b))):
        if first is not usual[0] and second is not usual[1] and len(first.given) + len(second.given) > _FEW:
            continue  # of many parts two agree too easily: "Luis Miguel Castilla", "Luis Miguel Valdivieso"
        # Most names of one family have nothing else in common, and are asked for most often.
        if _families_agree(first.family, second.family, crossed) is None:
            continue
        other = _compare_readings(first, second, a, b)
        if other.conflict or not any(one.words in _WHOLE for one in other.features):
            continue
        if best is None or other.score > best.score:
            best = other
    if best is None:
        return found
    order = Feature(WEIGHTS["another order"], "the parts stand in another order")
    return Comparison((*best.features, order))


def _compare_readings(first: Name, second: Name, a: str, b: str) -> Comparison:
    """What two names say, each read in one way."""
    crossed = scripts_differ(a, b)
    family = _compare_family(first.family, second.family, a, b, crossed)
    if family is None:
        return Comparison(
            (Feature(WEIGHTS["family: differs"], f"the family names of {a} and {b} differ"),), conflict=True
        )
    features = [family]
    conflict = False
    if first.number and second.number:
        features.append(Feature(WEIGHTS["number"], "one number among those of the name"))
    elif not (first.given and second.given) and (first.family in common() or second.family in common()):
        features.append(Feature(WEIGHTS["family: common"], "a family name that many bear"))
    if first.given and second.given:
        given = _compare_given(first.given, second.given, crossed)
        if given.words == _WHOLE[1] and {first.family, second.family} <= common() and _short(first, second):
            given = Feature(WEIGHTS["given: differs"], "different given names")
        features.append(given)
        conflict = given.weight <= -3 or _others_differ(first.given, second.given, crossed)
    if first.patronymic and second.patronymic:
        alike = similarity(_father(first.patronymic), _father(second.patronymic)) >= 0.75
        features.append(
            Feature(WEIGHTS["patronymic"], "one patronymic")
            if alike
            else Feature(WEIGHTS["patronymic: differs"], "different patronymics")
        )
        conflict = conflict or not alike
    elif (patronymic := first.patronymic or second.patronymic) and first.given and second.given:
        initials = (second if first.patronymic else first).given[1:]
        if initials and len(initials[0]) == 1:
            alike = initials[0] in _letters(patronymic)
            features.append(
                Feature(WEIGHTS["patronymic: initial"], "the second initial fits the patronymic")
                if alike
                else Feature(
                    WEIGHTS["patronymic: initial differs"], "the second initial does not fit the patronymic"
                )
            )
    return Comparison(tuple(features), conflict)


def _short(first: Name, second: Name) -> bool:
    """Whether given names are so short that those that nearly agree are two: Min, Ming."""
    a, b = "".join(first.given), "".join(second.given)
    return min(len(a), len(b)) < 6 or similarity(a, b) < 0.75


def _others_differ(a: tuple[str, ...], b: tuple[str, ...], crossed: bool) -> bool:
    """Whether two given names told in full agree in the first and not in the second: Luis Miguel, Luis Alberto.

    Across scripts the second is often spelled too differently to tell.
    """
    if crossed or len(a) != 2 or len(b) != 2 or min(map(len, (*a, *b))) == 1:
        return False
    return b[1] not in a and _compare_given(a[1:], b[1:], crossed).weight <= -3


def compare(a: Mention, b: Mention) -> Comparison:
    """What two names with their offices, sides and documents say together."""
    names = compare_names(a.name, b.name)
    if names.conflict:
        return names
    features = list(names.features)
    if a.office and b.office:
        if offices_agree(a.office, b.office):
            features.append(Feature(WEIGHTS["office"], f"one office, {a.office}"))
        elif not whole(a.name, b.name) and likeness(a.office, b.office) == 0.0:
            # People change offices; of two who are known by a family name or initials, the office tells which.
            if of_a_mission(a.office) and of_a_mission(b.office):
                said = Feature(WEIGHTS["office: one career"], f"two offices, {a.office} and {b.office}")
            else:
                said = Feature(
                    WEIGHTS["office: differs"], f"quite different offices, {a.office} and {b.office}"
                )
            features.append(said)
    if a.of and b.of:
        if a.of == b.of:
            features.append(Feature(WEIGHTS["side"], f"both of {a.of}"))
        elif _code(a.of) and _code(b.of):
            features.append(Feature(WEIGHTS["side: differs"], f"one of {a.of}, one of {b.of}"))
    elif told_between(a, b):
        side, sides = (a.of or b.of), (a.sides or b.sides)
        one, other = sides[0], sides[-1]
        if side not in sides:
            said = Feature(
                WEIGHTS["side: of neither"], f"one of {side}, one told of between {one} and {other}"
            )
            features.append(said)
        elif at_one_time(a.years, b.years):
            said = Feature(
                WEIGHTS["side: of the two"],
                f"one told of between {one} and {other}, at the time of one of {side}",
            )
            features.append(said)
    if a.doc and a.doc == b.doc:
        features.append(Feature(WEIGHTS["document"], "named in one document"))
        # Of a family name that many bear, the years tell which of them a document goes on about.
        of_many = served(a.name, b.name) == AT_ONE_TIME
        if of_many and a.years and b.years and years_apart(a.years, b.years) <= 1:
            features.append(Feature(WEIGHTS["document: at one time"], "told of at one time"))
    apart = years_apart(a.years, b.years)
    if apart > LIFETIME:
        said = Feature(
            WEIGHTS["dates: a lifetime apart"], f"told of {apart} years apart, longer than anybody serves"
        )
        return Comparison((*features, said), conflict=True)
    if apart > served(a.name, b.name):
        features.append(Feature(WEIGHTS["dates: far apart"], f"told of {apart} years apart, by a short name"))
    return Comparison(tuple(features))


def told_between(a: Mention, b: Mention) -> bool:
    """Whether of two mentions one tells a side and the other, by a short name, between which states it is told of."""
    return any(
        one.of is not None and _code(one.of) and other.of is None and bool(other.sides)
        for one, other in ((a, b), (b, a))
    )


def at_one_time(a: tuple[int, ...] | None, b: tuple[int, ...] | None) -> bool:
    """Whether two mentions are known to be of about the same years."""
    return bool(a and b) and years_apart(a, b) <= AT_ONE_TIME


AT_ONE_TIME = 5
"""Years between two mentions up to which a family name between two states is somebody's of one of them."""
LIFETIME = 60
"""Years between two mentions from which they cannot be one person's."""
CAREER = 20
"""Years between two mentions from which a family name and an office do not make one person."""


def served(a: str, b: str) -> float:
    """Years up to which two mentions may be of one person, by what their names tell: of whole names any number."""
    if whole(a, b):
        return math.inf
    return AT_ONE_TIME if {parse(a).family, parse(b).family} & common() else CAREER


def years_apart(a: tuple[int, ...] | None, b: tuple[int, ...] | None) -> int:
    """Years between the end of the earlier and the beginning of the later; 0 where they touch or are not known."""
    if not a or not b:
        return 0
    return max(0, b[0] - a[-1], a[0] - b[-1])


def whole(a: str, b: str) -> bool:
    """Whether both names have a given name that is told in full."""
    return all(any(len(part) > 1 for part in parse(name).given) for name in (a, b))


_INITIALS = {"i": "yj", "e": "yj", "a": "yj", "o": "yj", "u": "yj", "j": "y", "y": "i", "g": "h", "h": "gc"}
"""Folding drops a Y or J before a vowel (Yona, Юрий, Jacques), so these initials fit any of them; Х is written H
and Г, and CH where it comes from Hebrew (Chaim).
"""

_FATHER = re.compile(r"(?:[oe]vich|[oe]vych|[oe]vna|inichna|ichna|ich|uli|oguli|ogli|oglu|oglou|kizi|kyzy)$")


# --- comparing parts ----------------------------------------------------------------------------------------


def _compare_family(a: str, b: str, written_a: str, written_b: str, crossed: bool) -> Feature | None:
    names = f"{written_a}, {written_b}"
    found = _families_agree(a, b, crossed)
    if found == "family: equal":
        said = f"one family name in two scripts ({names})" if crossed else "one family name"
        return Feature(WEIGHTS[found], said)
    return Feature(WEIGHTS[found], f"{_FAMILIES[found]} ({names})") if found is not None else None


_FAMILIES = {
    "family: spellings": "spellings of one family name",
    "family: sounds": "family names of one sound",
    "family: a letter": "family names that differ by one letter",
}


# Those of one block are compared over and over, each with every given name.
@lru_cache(maxsize=65536)
def _families_agree(a: str, b: str, crossed: bool) -> str | None:
    """The weight that two folded family names have; `None` where they differ."""
    if a == b:
        return "family: equal"
    if bool(_FEMININE.search(a)) != bool(_FEMININE.search(b)):
        return None
    if a[0] != b[0] and a in common() and b in common():
        return None  # Hong and Jong: short names of which each is many people's
    alike = similarity(a, b)
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 1 and alike >= 0.6:
        return "family: spellings"
    if sounds(a) == sounds(b) and len(sounds(a)) > 1 and alike >= 0.5:
        return "family: sounds"
    if (
        min(len(a), len(b)) >= 6
        and a[0] == b[0]
        and Levenshtein.distance(a, b) == 1
        and abs(len(a) - len(b)) <= 1
    ) or (crossed and skeleton(a) == skeleton(b) and len(a) == len(b) >= 3 and alike >= 0.6):
        return "family: a letter"
    return None


_WHOLE = ("one given name", "spellings of one given name", "one given name in two languages")


@lru_cache(maxsize=65536)
def _compare_given(a: tuple[str, ...], b: tuple[str, ...], crossed: bool) -> Feature:
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        initial, part = sorted((first, second), key=lambda one: (len(one), one))
        if initial in _letters(part):
            return Feature(WEIGHTS["given: initial"], "the initial fits")
        return Feature(WEIGHTS["given: initial differs"], "the initial does not fit")
    if first == second or "".join(a) == "".join(b):  # Il Sung, Il-sung
        return Feature(WEIGHTS["given: equal"], _WHOLE[0])
    alike = similarity(first, second)
    one_skeleton = skeleton(first) == skeleton(second) and len(skeleton(first)) > 1
    one_sound = sounds(first) == sounds(second) and len(sounds(first)) > 1 and alike >= 0.6
    if alike >= 0.75 or one_skeleton or one_sound or (crossed and alike >= 0.65 and first[0] == second[0]):
        return Feature(WEIGHTS["given: spellings"], _WHOLE[1])
    if equivalents(first) & equivalents(second):
        return Feature(WEIGHTS["given: spellings"], _WHOLE[2])
    if first in b or second in a:
        return Feature(WEIGHTS["given: one of several"], "one of several given names")
    return Feature(WEIGHTS["given: differs"], "different given names")


def _father(patronymic: str) -> str:
    """The father's name in a folded patronymic: Abishevich and Abishuly are of one father."""
    return _FATHER.sub("", patronymic) or patronymic


def _letters(part: str) -> set[str]:
    """The letters by which a given name may be shortened: Yona and Y., Chaim and H., Игорь and I."""
    found = {part[0], *_INITIALS.get(part[0], "")}
    return found | {"h"} if part.startswith("ch") else found


def _code(value: str) -> bool:
    return 3 <= len(value) <= 4 and value.isupper() and value.isascii()
