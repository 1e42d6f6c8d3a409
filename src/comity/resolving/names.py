"""Whether two names are one person's: parts of a name, spellings across scripts, a score that explains
itself.

A name is folded to a plain Latin spelling in which the usual transliterations meet (Назарбаев, Nazarbayev,
Nazarbaev). Families must agree; given names, initials, patronymics, office, side and document then speak for
or against, each with a weight and a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from comity.resolving.texts import offices_agree

SAME = 3.5
"""Score from which two mentions are taken for one person."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HONORIFICS = _words(
    "mr mrs ms miss dr prof professor sir lord lady dame he hm hrh hon rt his her excellency "
    "honourable honorable gen general col colonel maj major adm admiral lt rabbi rav sheikh "
    "imam mufti г-н г-жа господин госпожа гн гжа д-р доктор проф профессор ген генерал "
    "полковник раввин муфтий шейх"
)
_SUFFIXES = _words("jr sr ii iii iv мл ст")
_PARTICLES = _words(
    "ben bin bint ibn abu al el ul von van der den de del della di da do dos du la le ter ten "
    "mac mc st бен бин бинт ибн абу аль эль ан ад ар ас аш фон ван дер ден де дель делла ди да "
    "дос дю ла ле"
)
_PATRONYMIC_MARKS = _words("ogly oglu oglou kyzy qizi kizi uly оглы оглу кызы улы")
_PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|na)|[oe]vych|yich|inichna|ichna|[a-z]ich|uly|kyzy)$")
_SLAVIC_FAMILY = re.compile(r"(?:ov|ev|in|yn|skij|skiy|sky|tskiy|enko|uk|ko)a?$|skaya$")
_FEMININE = re.compile(r"(?:[oe]v|[iy]n)a$|[st]kaa$|[st]kaya$|skaa$")

_FOLDS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"tzh", "ch"),
        (r"shch|schtsch|sch", "sh"),
        (r"tch|tsch", "ch"),
        (r"dzh|dj|zh", "j"),
        (r"gh", "g"),
        (r"kh", "h"),
        (r"ph", "f"),
        (r"tz|ts|cz", "c"),
        (r"ck|q", "k"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"off$", "ov"),
        (r"eff$", "ev"),
        (r"iyi|yy|iy|yi|ij|ii", "i"),
        (r"(?<=.)[yji]a|^[yj]a", "a"),
        (r"(?<=.)[yji]u|^[yj]u", "u"),
        (r"(?<=.)[yi]e|^[yj]e", "e"),
        (r"(?<=.)[yi]o|^[yj]o", "o"),
        (r"y", "i"),
        (r"(.)\1+", r"\1"),
    )
)
_SKELETON = str.maketrans({**dict.fromkeys("aeiouh", None), "q": "k", "z": "c", "w": "v"})


@dataclass(frozen=True)
class Name:
    """A name in parts, folded: `given` and `family` may be empty; initials are single letters of `given`."""

    family: str
    given: tuple[str, ...] = ()
    patronymic: str = ""

    @property
    def fullness(self) -> int:
        """How much the name tells: full parts count more than initials."""
        return (
            4 * bool(self.family)
            + sum(3 if len(part) > 1 else 1 for part in self.given)
            + bool(self.patronymic)
        )


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
    """A person as a claim names them, with what the claim tells of them."""

    name: str
    office: str | None = None
    of: str | None = None
    doc: str = ""


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A plain Latin spelling in which the usual transliterations of a word meet."""
    plain = re.sub(r"[^a-z]", "", anyascii(word.replace("ё", "е").replace("Ё", "Е")).lower())
    for pattern, replacement in _FOLDS:
        plain = pattern.sub(replacement, plain)
    return plain


@lru_cache(maxsize=65536)
def skeleton(folded: str) -> str:
    """The consonants of a folded word, in which near spellings meet; an initial G and H are one (Херцог,
    Герцог).
    """
    bare = re.sub(r"^[gh]", "", folded).translate(_SKELETON)
    return re.sub(r"(.)\1+", r"\1", bare) or folded[:1]


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """A name in parts. Family last, unless initials or a patronymic at the end show that it stands first."""
    words = re.sub(r"(?<=\.)(?=\w)", " ", name.replace("’", "'")).split()
    bare = [word.strip('.,;"«»()') for word in words]
    kept = [
        (word, plain)
        for word, plain in zip(words, bare, strict=True)
        if plain and plain.lower() not in _HONORIFICS and plain.lower() not in _SUFFIXES
    ]
    comma_first = bool(kept) and kept[0][0].endswith(",")
    parts = _join_particles([plain for _, plain in kept])
    if not parts:
        return Name(family=fold(name))
    patronymic = ""
    if len(parts) > 1 and (mark := _patronymic_at(parts)) is not None:
        patronymic = fold(parts.pop(mark))
        if mark == len(parts) and len(parts) == 2 and not _is_initial(parts[0]):
            return Name(family=_family(parts[0]), given=_given(parts[1:]), patronymic=patronymic)
    if len(parts) == 1:
        return Name(family=_family(parts[0]), patronymic=patronymic)
    if comma_first or (_is_initial(parts[-1]) and not _is_initial(parts[0])):
        family, given = parts[0], parts[1:]
    else:
        family, given = parts[-1], parts[:-1]
    return Name(family=_family(family), given=_given(given), patronymic=patronymic)


def keys(name: str) -> tuple[str, ...]:
    """Blocking keys: two names with no key in common are not compared."""
    family = parse(name).family
    return tuple(sorted({skeleton(family), "=" + family[:4]}))


@lru_cache(maxsize=262144)
def compare_names(a: str, b: str) -> Comparison:
    """What two names alone say."""
    first, second = parse(a), parse(b)
    family = _compare_family(first.family, second.family, a, b)
    if family is None:
        return Comparison((Feature(-5.0, f"the family names of {a} and {b} differ"),), conflict=True)
    features = [family]
    conflict = False
    if first.given and second.given:
        given = _compare_given(first.given, second.given)
        features.append(given)
        conflict = given.weight <= -3
    if first.patronymic and second.patronymic:
        alike = _alike(first.patronymic, second.patronymic) >= 0.8
        features.append(Feature(1.0, "one patronymic") if alike else Feature(-3.0, "different patronymics"))
        conflict = conflict or not alike
    elif (patronymic := first.patronymic or second.patronymic) and first.given and second.given:
        initials = (second if first.patronymic else first).given[1:]
        if initials and len(initials[0]) == 1:
            alike = initials[0][0] == patronymic[0]
            features.append(
                Feature(0.6, "the second initial fits the patronymic")
                if alike
                else Feature(-1.5, "the second initial does not fit the patronymic")
            )
    return Comparison(tuple(features), conflict)


def compare(a: Mention, b: Mention) -> Comparison:
    """What two names with their offices, sides and documents say together."""
    names = compare_names(a.name, b.name)
    if names.conflict:
        return names
    features = list(names.features)
    if a.office and b.office:
        agree = offices_agree(a.office, b.office)
        if agree:
            features.append(Feature(1.0, f"one office, {a.office}"))
    if a.of and b.of:
        if a.of == b.of:
            features.append(Feature(1.0, f"both of {a.of}"))
        elif _code(a.of) and _code(b.of):
            features.append(Feature(-2.5, f"one of {a.of}, one of {b.of}"))
    if a.doc and a.doc == b.doc:
        features.append(Feature(0.6, "named in one document"))
    return Comparison(tuple(features))


# --- parts of a name ----------------------------------------------------------------------------------------


def _join_particles(words: list[str]) -> list[str]:
    """Particles joined to the word they belong to: "Ben Gurion" is one family name, "Ogly" ends a
    patronymic.
    """
    joined: list[str] = []
    carried = ""
    for index, word in enumerate(words):
        low = word.lower()
        if low in _PATRONYMIC_MARKS and joined:
            joined[-1] += f"-{word}"
        elif low in _PARTICLES and index + 1 < len(words) and (index > 0 or len(words) == 2):
            carried += word
        else:
            joined.append(carried + word)
            carried = ""
    return joined


def _patronymic_at(parts: list[str]) -> int | None:
    """Where among the parts a patronymic stands; never first, and last only where a family name is before
    it.
    """
    for index in range(1, len(parts)):
        plain = anyascii(parts[index]).lower()
        marked = plain.rpartition("-")[2] in _PATRONYMIC_MARKS
        if not (marked or _PATRONYMIC.search(plain)):
            continue
        last = index == len(parts) - 1
        # "Slobodan Milosevic", "Ivan Petrovich": alone behind one word it is a family name as likely as not.
        if last and (len(parts) == 2 or not (marked or _SLAVIC_FAMILY.search(anyascii(parts[0]).lower()))):
            continue
        return index
    return None


def _is_initial(word: str) -> bool:
    return len(word.replace("-", "").replace(".", "")) == 1 or (
        len(word) == 2 and anyascii(word).lower() in _TWO_LETTER
    )


_INITIALS = {"i": "y", "e": "y", "a": "y", "o": "y", "u": "y", "j": "y", "y": "i", "g": "h", "h": "g"}
"""Folding drops a Y before a vowel (Yona, Юрий), so an initial Y fits any of them; Х is written H and Г."""

_TWO_LETTER = frozenset({"yu", "ya", "yo", "dj", "dz", "zh", "kh", "sh", "ch", "ts"})


def _given(words: list[str]) -> tuple[str, ...]:
    return tuple(_initial(word) if _is_initial(word) else fold(word) for word in words if fold(word))


def _initial(word: str) -> str:
    return "y" if anyascii(word).lower().startswith("y") else fold(word)[:1]


def _family(word: str) -> str:
    return fold(word) or word.lower()


# --- comparing parts ----------------------------------------------------------------------------------------


def _compare_family(a: str, b: str, written_a: str, written_b: str) -> Feature | None:
    if a == b:
        if written_a.isascii() == written_b.isascii():
            return Feature(3.0, "one family name")
        return Feature(3.0, f"one family name in two scripts ({written_a}, {written_b})")
    if bool(_FEMININE.search(a)) != bool(_FEMININE.search(b)):
        return None
    if skeleton(a) == skeleton(b) and len(skeleton(a)) > 1 and _alike(a, b) >= 0.6:
        return Feature(2.6, f"spellings of one family name ({written_a}, {written_b})")
    if (
        min(len(a), len(b)) >= 6
        and a[0] == b[0]
        and Levenshtein.distance(a, b) == 1
        and abs(len(a) - len(b)) <= 1
    ):
        return Feature(1.8, f"family names that differ by one letter ({written_a}, {written_b})")
    return None


def _compare_given(a: tuple[str, ...], b: tuple[str, ...]) -> Feature:
    first, second = a[0], b[0]
    if len(first) == 1 or len(second) == 1:
        initial, part = sorted((first, second), key=lambda one: (len(one), one))
        if initial in _letters(part):
            return Feature(1.2, "the initial fits")
        return Feature(-4.0, "the initial does not fit")
    if first == second:
        return Feature(2.5, "one given name")
    if _alike(first, second) >= 0.75 or (skeleton(first) == skeleton(second) and len(skeleton(first)) > 1):
        return Feature(2.0, "spellings of one given name")
    if first in b or second in a:
        return Feature(1.5, "one of several given names")
    return Feature(-5.0, "different given names")


def _letters(part: str) -> set[str]:
    """The letters by which a given name may be shortened: Yona and Y., Chaim and H., Игорь and I."""
    found = {part[0], *_INITIALS.get(part[0], "")}
    return found | {"h"} if part.startswith("ch") else found


def _alike(a: str, b: str) -> float:
    return float(Levenshtein.normalized_similarity(a, b))


def _code(value: str) -> bool:
    return 3 <= len(value) <= 4 and value.isupper() and value.isascii()
