"""Russian cases of persons' names, offices and cities.

Names by the rules of Petrovich (https://github.com/petrovich), with a table of what they get wrong
(`declension.toml`); offices by a table of their heads; cities by their endings. Every function answers nothing where
it is not sure: a sentence then says it so that the nominative is right.
"""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Literal

import msgspec
from pytrovich.detector import PetrovichGenderDetector
from pytrovich.enums import Case as _Case
from pytrovich.enums import Gender as _Gender
from pytrovich.enums import NamePart
from pytrovich.maker import PetrovichDeclinationMaker

Case = Literal["gen", "dat", "acc", "ins", "loc"]
Gender = Literal["m", "f"]

_ORDER: tuple[Case, ...] = ("gen", "dat", "acc", "ins", "loc")
_CASES = {
    "gen": _Case.GENITIVE,
    "dat": _Case.DATIVE,
    "acc": _Case.ACCUSATIVE,
    "ins": _Case.INSTRUMENTAL,
    "loc": _Case.PREPOSITIONAL,
}
_GENDERS: dict[Gender, _Gender] = {"m": _Gender.MALE, "f": _Gender.FEMALE}
_INITIAL = re.compile(r"(?:[А-ЯЁ][а-яё]?\.-?)+$")
_PATRONYMIC = re.compile(r"(?:вич|ична|вна)$")
_VOWELS = "аеёиоуыэюя"


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    fixed: frozenset[str]
    forms: dict[str, tuple[str, str, str, str, str]]


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    offices: dict[str, tuple[Gender, str, str, str, str]]
    gender: dict[Gender, frozenset[str]]
    names: _Names
    places: dict[str, str]


def gender_of(name: str) -> Gender | None:
    """The gender of a person by the Russian form of the name; `None` where it does not tell for sure."""
    given, patronymic, family = _parts(name)
    if patronymic:
        return "m" if patronymic.endswith("ич") else "f"
    for gender, known in _tables().gender.items():
        if any(one in known for one in given):
            return gender
    said = {_detected(firstname=one) for one in given[:1] if not _INITIAL.match(one)}
    last = family.rpartition("-")[2] if family else ""
    if re.search(r"(?:ов|ев|ёв|ин|ын|ский|цкий)$", last):
        said.add("m")
    elif re.search(r"(?:ова|ева|ёва|ская|цкая)$", last):
        said.add("f")
    said.discard(None)
    return said.pop() if len(said) == 1 else None


def name(written: str, case: Case, gender: Gender) -> str | None:
    """A person's name in a case: «Нурсултана Назарбаева»; `None` where it is not written in Russian letters."""
    if re.search(r"[^А-Яа-яЁё.\-’' ]", written) or not written:
        return None
    given, patronymic, family = _parts(written)
    declined: list[str] = []
    for word in written.split():
        if _INITIAL.match(word) or word.casefold() in _tables().names.fixed:
            declined.append(word)
        elif word == patronymic:
            declined.append(_made(NamePart.MIDDLENAME, word, case, gender))
        elif word in given and word != family:
            declined.append(_hyphened(NamePart.FIRSTNAME, word, case, gender))
        else:
            declined.append(_hyphened(NamePart.LASTNAME, word, case, gender))
    return " ".join(declined)


def office(written: str, case: Case) -> str | None:
    """An office in a case: «Министра иностранных дел»; `None` for one whose head is not known."""
    found = _office(written)
    if found is None:
        return None
    head, (_, *forms) = found
    chosen = forms[("gen", "dat", "ins", "loc").index("gen" if case == "acc" else case)]
    if case == "acc" and head.casefold().endswith("делегация"):
        chosen = re.sub(r"ой (?=делег)", "ую ", forms[0]).removesuffix("и") + "ю"
    if written[:1].islower():
        chosen = chosen[:1].lower() + chosen[1:]
    return chosen + written[len(head) :]


def office_gender(written: str) -> Gender | None:
    """The gender of an office's head: feminine for a delegation; `None` for one that is not known."""
    found = _office(written)
    return found[1][0] if found else None


def city(written: str) -> str | None:
    """Where, of a city: «в Астане», «во Владивостоке»; `None` where its ending does not tell how."""
    form = _tables().places.get(written) or _located(written)
    return into(form) if form else None


def city_in(written: str, case: Literal["gen", "acc"]) -> str | None:
    """A city in the genitive or accusative: «Астаны», «Астану»; `None` where its ending does not tell how."""
    known, located = _tables().places.get(written), _located(written)
    if known == written:
        return written
    if located is None or (known and known != located):
        # Plurals and names of several words: what has no ending of the first declension stays in the accusative.
        return written if case == "acc" and not re.search(r"[ая]\b", written) else None
    *before, last = re.split(r"(?<=-)", written)
    if last[-1] in "оеуэёю":
        return written
    match last[-1], case:
        case "а", "acc":
            last = f"{last[:-1]}у"
        case "я", "acc":
            last = f"{last[:-1]}ю"
        case "а", "gen":
            last = f"{last[:-1]}{'и' if last[-2] in 'гкхжшчщ' else 'ы'}"
        case "я", "gen":
            last = f"{last[:-1]}и"
        case "ь" | "й", "gen":
            return None
        case _, "gen":
            last = f"{last}а"
    return "".join([*before, last])


def into(form: str) -> str:
    """«в» or «во» before a place in a case."""
    return f"{_into(form)} {form}"


def with_(said: str) -> str:
    """«с» or «со» before words in the instrumental."""
    return f"{'со' if re.match('[сзшжщ][^аеёиоуыэюя]|щ', said.casefold()) else 'с'} {said}"


# --- names --------------------------------------------------------------------------------------------------


def _parts(written: str) -> tuple[tuple[str, ...], str, str]:
    """Given names (initials among them), the patronymic, and the family name."""
    words = [word for word in written.split() if word.casefold() not in _tables().names.fixed]
    if not words:
        return (), "", ""
    if len(words) == 1:
        return (), "", words[0]
    first_is_family = not _INITIAL.match(words[0]) and (
        all(_INITIAL.match(word) for word in words[1:])
        or (len(words) == 3 and bool(_PATRONYMIC.search(words[2])))
    )
    family = words[0] if first_is_family else words[-1]
    given = words[1:] if first_is_family else words[:-1]
    patronymic = next((word for word in given[1:] if _PATRONYMIC.search(word)), "")
    return tuple(word for word in given if word != patronymic), patronymic, family


def _hyphened(part: NamePart, word: str, case: Case, gender: Gender) -> str:
    """Of a name with hyphens the last part is declined, and before it what is Russian or a woman's."""
    *before, last = word.split("-")
    declined = [
        _made(part, one, case, gender)
        if one.casefold() not in _tables().names.fixed
        and (re.search(r"(?:ов|ев|ин|ский)$", one) or (gender == "f" and one[-1:] in ("а", "я")))
        else one
        for one in before
    ]
    return "-".join([*declined, _made(part, last, case, gender)])


def _made(part: NamePart, word: str, case: Case, gender: Gender) -> str:
    known = _tables().names.forms.get(word)
    if known and gender == "m":
        return known[_ORDER.index(case)]
    made: str = _maker().make(part, _GENDERS[gender], _CASES[case], word)
    return made


def _detected(**names: str) -> Gender | None:
    try:
        found = _detector().detect(**names)  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return {_Gender.MALE: "m", _Gender.FEMALE: "f"}.get(found)  # type: ignore[return-value]


@functools.cache
def _maker() -> PetrovichDeclinationMaker:
    return PetrovichDeclinationMaker()


@functools.cache
def _detector() -> PetrovichGenderDetector:
    return PetrovichGenderDetector()


# --- offices and cities -------------------------------------------------------------------------------------


def _office(written: str) -> tuple[str, tuple[Gender, str, str, str, str]] | None:
    plain = written.casefold().replace("ё", "е")
    for head in sorted(_tables().offices, key=len, reverse=True):
        known = head.casefold().replace("ё", "е")
        if plain == known or plain.startswith(f"{known} "):
            return head, _tables().offices[head]
    return None


def _located(written: str) -> str | None:
    *before, last = re.split(r"(?<=-)", written)
    if " " in written or len(last) < 3 or not re.fullmatch("[А-Яа-яЁё]+", last):
        return None
    match last[-1]:
        case "а":
            form = f"{last[:-1]}е"
        case "я":
            form = f"{last[:-1]}{'и' if last[-2] == 'и' else 'е'}"
        case "й":
            form = f"{last[:-1]}е" if last[-2] not in "иы" else ""
        case "о" | "е" | "у" | "э" | "ё" | "ю":
            form = last
        case "и" | "ы":
            form = ""
        case "ц" if last.endswith("ец"):  # «Череповец» loses its vowel, others do not
            form = ""
        case "ь":
            form = f"{last[:-1]}и" if last.endswith(("нь", "мь", "дь", "рь", "ть")) else f"{last[:-1]}е"
        case _:
            form = f"{last}е"
    return "".join([*before, form]) if form else None


def _into(form: str) -> str:
    first, second = form[:1].casefold(), form[1:2].casefold()
    return "во" if (first in "вф" and second not in _VOWELS) or form.startswith("Льв") else "в"


@functools.cache
def _tables() -> _Tables:
    data = (
        resources.files("comity.publishing.wording").joinpath("declension.toml").read_text(encoding="utf-8")
    )
    return msgspec.convert(tomllib.loads(data), _Tables)
