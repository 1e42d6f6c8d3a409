"""A name of a person in parts: family name, given names, patronymic, and the number of a monarch or pope."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from anyascii import anyascii

from comity.resolving.given import equivalents
from comity.resolving.spelling import coarse, cyrillic, fold, skeleton, sounds


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_HONORIFICS = _words(
    "mr mrs ms miss dr prof professor sir lord lady dame he hm hrh hon rt his her excellency "
    "honourable honorable gen general col colonel maj major adm admiral lt rabbi rav sheikh "
    "imam mufti г-н г-жа господин госпожа гн гжа д-р доктор проф профессор ген генерал "
    "полковник раввин муфтий шейх"
)
_SUFFIXES = _words("jr sr мл ст")
_ARTICLES = _words("al el as ash an ar at ad аль эль ас аш ан ар ад ат")
"""Arabic articles are written or left out at will (al-Assad, Асад), so they are left out."""

_OPENING = _words(
    "de del della di da do dos du la le von van der den ter ten де дель делла ди да дос дю ла ле фон ван дер"
)
"""Particles that a short form of the name drops (de Kirchner, Kirchner)."""

_EASTERN = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]{1,5}-[a-zа-яё]{2,6}")
"""A given name of two syllables as Korean and Chinese ones are often written: Jae-in, Ing-wen."""

_OPENED = re.compile(rf"(?:{'|'.join(sorted(_OPENING))})(?=[A-ZА-ЯЁ])")

_PARTICLES = _words(
    "ben bin bint ibn abu al el ul von van der den de del della di da do dos du la le ter ten "
    "mac mc st бен бин бинт ибн абу аль эль ан ад ар ас аш фон ван дер ден де дель делла ди да "
    "дос дю ла ле"
)
_PATRONYMIC_MARKS = _words("ogly oglu oglou kyzy qizi kizi uly оглы оглу кызы улы")
_PATRONYMIC = re.compile(r"(?:[oe]v(?:ich|na)|[oe]vych|yich|inichna|ichna|[a-z]ich|uly|kyzy)$")
_SLAVIC_FAMILY = re.compile(r"(?:ov|ev|in|yn|skij|skiy|sky|tskiy|enko|uk|ko)a?$|skaya$")


@dataclass(frozen=True)
class Name:
    """A name in parts, folded: `given` and `family` may be empty; initials are single letters of `given`.

    `number` is that of a monarch or a pope among those of one name (Mohammed VI); 0 where there is none.
    """

    family: str
    given: tuple[str, ...] = ()
    patronymic: str = ""
    number: int = 0

    @property
    def fullness(self) -> int:
        """How much the name tells: full parts count more than initials."""
        return (
            4 * bool(self.family)
            + sum(3 if len(part) > 1 else 1 for part in self.given)
            + bool(self.patronymic)
            + bool(self.number)
        )


@lru_cache(maxsize=65536)
def parse(name: str) -> Name:
    """A name in parts. Family last, unless initials, a patronymic or a given name of two syllables at the end (Kim
    Jong-il) show that it stands first.
    """
    words, comma_first = _parts(name)
    parts = list(words)
    if not parts:
        return Name(family=fold(name))
    number = number_of(name)
    patronymic = ""
    if len(parts) > 1 and (mark := _patronymic_at(parts)) is not None:
        patronymic = fold(parts.pop(mark))
        if mark == len(parts) and len(parts) == 2 and not _is_initial(parts[0]):
            return Name(family=_family(parts[0]), given=_given(parts[1:]), patronymic=patronymic)
    if len(parts) == 1:
        return Name(family=_family(parts[0]), patronymic=patronymic, number=number)
    eastern = not patronymic and _eastern(parts)
    if comma_first or eastern or (_is_initial(parts[-1]) and not _is_initial(parts[0])):
        family, given = parts[0], parts[1:]
    else:
        family, given = parts[-1], parts[:-1]
    if eastern and family.lower() in _families()[0] and cyrillic(name):
        family, *given = map(pinyin, (family, *given))
    return Name(family=_family(family), given=_given(given), patronymic=patronymic, number=number)


def _is_number(word: str) -> bool:
    return _NUMBER.fullmatch(word) is not None


@lru_cache(maxsize=65536)
def number_of(name: str) -> int:
    """The number of a monarch or a pope among those of one name; 0 where the name has none.

    One letter may be an initial as well (Nicholas I, Putin V): it counts only behind a given name.
    """
    words = name.split()
    for before, word in itertools.pairwise(words):
        if not _is_number(word):
            continue
        if len(word) > 1 or (word == words[-1] and equivalents(fold(before))):
            return _roman(word)
    return 0


def _roman(numeral: str) -> int:
    values = [_VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


_VALUES = {"I": 1, "V": 5, "X": 10}
_NUMBER = re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})")


def _eastern(parts: Sequence[str]) -> bool:
    """Whether the family name stands first, as in Chinese and Korean names: Kim Jong-il, Kim Il Sung, Hu Jintao."""
    if len(parts) == 2 and _EASTERN.fullmatch(parts[1]):
        return True
    family, rest = parts[0].lower(), [part.lower() for part in parts[1:]]
    chinese, korean = _families()
    if len(parts) == 3 and (family in chinese or family in korean):
        return all(2 <= len(part) <= 6 for part in rest)
    return len(parts) == 2 and family in chinese and bool(_SYLLABLES.fullmatch(rest[0]))


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """The family names, folded, that many Chinese or Koreans bear."""
    return frozenset(fold(one) for some in _families() for one in some)


@lru_cache(maxsize=1)
def _families() -> tuple[frozenset[str], frozenset[str]]:
    raw = tomllib.loads(resources.files(__package__).joinpath("families.toml").read_text("utf-8"))
    chinese, korean = (
        frozenset(raw[name]["latin"] + raw[name]["cyrillic"]) for name in ("chinese", "korean")
    )
    return chinese, korean


def pinyin(word: str) -> str:
    """A Chinese word in Latin letters as its Russian spelling tells it: Цзиньпин is Jinping, Ван is Wang."""
    plain = word.lower()
    for pattern, latin in _PINYIN:
        plain = pattern.sub(latin, plain)
    return plain


_PINYIN = tuple(
    (re.compile(pattern), latin)
    for pattern, latin in (
        (r"цз(?=[июя])", "j"),
        (r"цз", "z"),
        (r"чж", "zh"),
        (r"ц(?=[июя])", "q"),
        (r"ц", "c"),
        (r"с(?=[иеюя])", "x"),
        (r"у(?=н(?![аоэиуюяеыь]))", "o"),
        (r"н(?![аоэиуюяеыь])", "ng"),
        (r"нь", "n"),
        (r"х", "h"),
        (r"ж", "r"),
        (r"(?<=[qjxа-я])яо", "iao"),
        (r"(?<=[a-zа-я])я", "ia"),
        (r"(?<=[a-zа-я])ю(?=$)", "iu"),
        (r"ю", "u"),
        (r"уй$", "ui"),
        (r"(?<![a-zа-я])и", "yi"),
        (r"(?<![a-zа-я])в", "w"),
        (r"в", "w"),
        (r"э", "e"),
        (r"ы", "i"),
    )
)

_LATIN = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|"
    "ia|ie|iu|ua|uo|ui|ue|er|[aeiou])"
)
_CYRILLIC = (
    "(?:цз|чж|[бпмфдтнлгкхцчшсжвр])?(?:уай|яо|ао|ай|эй|оу|уа|уэ|юэ|уй|ань|янь|энь|инь|унь|юнь|юань|уань|ян|ан|эн|ин|ун|"
    "он|юн|ь|[аоэиуюяеы])"
)
_SYLLABLES = re.compile(rf"(?:{_LATIN}){{1,2}}|(?:{_CYRILLIC}){{1,3}}")
"""A Chinese given name, in pinyin or in the Russian spelling."""


@lru_cache(maxsize=65536)
def readings(name: str) -> tuple[Name, ...]:
    """Other ways to read a name of full parts: the family name before the last (Salinas de Gortari), without
    its particle (de Kirchner), or first.
    """
    parts, comma_first = _parts(name)
    if comma_first or len(parts) < 2 or any(_is_initial(part) for part in parts):
        return ()
    if len(parts) > 2 and _patronymic_at(parts) is not None:
        return ()
    if _eastern(parts):
        return (Name(_family(parts[-1]), _given(parts[:-1])),)
    found = [Name(_family(parts[0]), _given(parts[1:]))]
    if len(parts) > 2:
        found.append(Name(_family(parts[-2]), _given(parts[:-2])))
    if opening := _OPENED.match(parts[-1]):
        found.append(Name(_family(parts[-1][opening.end() :]), _given(parts[:-1])))
    return tuple(found)


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], bool]:
    """The words of a name that tell something, particles joined, and whether a comma says that the first is
    the family name.
    """
    words = re.sub(r"(?<=\.)(?=\w)", " ", name.replace("’", "'")).split()
    bare = [word.strip('.,;"«»()') for word in words]
    kept = [
        (word, plain)
        for word, plain in zip(words, bare, strict=True)
        if plain and plain.lower() not in _HONORIFICS and plain.lower() not in _SUFFIXES
    ]
    if len(kept) > 1 and number_of(name):
        kept = [one for number, one in enumerate(kept) if number == 0 or not _is_number(one[1])]
    comma_first = bool(kept) and kept[0][0].endswith(",")
    return tuple(_join_particles([plain for _, plain in kept])), comma_first


@lru_cache(maxsize=65536)
def keys(name: str) -> tuple[str, ...]:
    """Blocking keys: two names with no key in common are not compared."""
    families = {one.family for one in (parse(name), *readings(name))}
    return tuple(
        sorted({key for one in families for key in (skeleton(one), f"={one[:4]}", f"~{sounds(one)}")})
    )


@lru_cache(maxsize=65536)
def block(name: str) -> str:
    """The family name as it sounds, coarsely: names that `compare` finds to be of one family by spelling or sound
    share it.
    """
    return coarse(parse(name).family)


def _join_particles(words: list[str]) -> list[str]:
    """Particles joined to the word they belong to: "Ben Gurion" is one family name, "Ogly" ends a
    patronymic.
    """
    joined: list[str] = []
    carried = ""
    for index, word in enumerate(words):
        if index > 0 and (article := _ARTICLE.match(word)) and len(word) - article.end() > 2:
            word = word[article.end() :]
        low = word.lower()
        if low in _ARTICLES and 0 < index < len(words) - 1:
            continue
        if low in _PATRONYMIC_MARKS and joined:
            joined[-1] += f"-{word}"
        elif low in _PARTICLES and index + 1 < len(words) and (index > 0 or len(words) == 2):
            carried += word
        else:
            joined.append(carried + word)
            carried = ""
    return joined


def _patronymic_at(parts: Sequence[str]) -> int | None:
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
    return all(len(part) == 1 for part in re.split(r"[-.]+", word) if part) or (
        len(word) == 2 and anyascii(word).lower() in _TWO_LETTER
    )


_ARTICLE = re.compile(rf"(?:{'|'.join(sorted(_ARTICLES))})-", re.IGNORECASE)
_TWO_LETTER = frozenset({"yu", "ya", "yo", "dj", "dz", "zh", "kh", "sh", "ch", "ts"})


def _given(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(_initial(word) if _is_initial(word) else fold(word) for word in words if fold(word))


def _initial(word: str) -> str:
    return "y" if anyascii(word).lower().startswith("y") else fold(word)[:1]


def _family(word: str) -> str:
    return fold(word) or word.lower()
