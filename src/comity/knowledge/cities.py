"""Cities: a slice of GeoNames, with older names and other spellings."""

from __future__ import annotations

import functools
from pathlib import Path

import msgspec

from comity.knowledge.capitals import capitals
from comity.knowledge.errors import KnowledgeError
from comity.knowledge.files import HOME, Row, cells_of, table
from comity.knowledge.states import states

COLUMNS = ("name", "other", "code", "ru", "population", "flag")
PLACE_COLUMNS = ("name", "ru", "today", "code", "kind")


class City(msgspec.Struct, frozen=True, kw_only=True):
    """A city. `name` is its usual English name, `state` where it lies today, `russian` empty where not known.

    `today` is the present name where `name` is an older one. `ordinary` says that the name is a common word
    or a usual name of people too: it alone does not make a place.
    """

    name: str
    state: str
    russian: str = ""
    population: int = 0
    today: str = ""
    ordinary: bool = False


@functools.cache
def cities(language: str = "en") -> dict[str, tuple[City, ...]]:
    """Cities by every name in a language, largest first; `KnowledgeError` for damaged files."""
    return read(HOME, language)


def read(home: Path, language: str) -> dict[str, tuple[City, ...]]:
    """The cities of a folder of knowledge by their names in a language."""
    found: dict[str, tuple[City, ...]] = {}
    known = states()
    english = language != "ru"
    path = home / "cities.tsv"
    for line, (name, other, code, russian, population, flag) in cells_of(path, COLUMNS):
        if code not in known or not name or not population.isdigit() or flag not in ("", "o"):
            raise KnowledgeError(path.name, line, "not a city: name, other, state, Russian, population, flag")
        city = City(name=name, state=code, russian=russian, population=int(population), ordinary=flag == "o")
        forms = (name, *other.split(";")) if english and other else (name if english else russian,)
        for form in forms:
            if not form:
                continue
            entries = found.get(form)
            if entries is None:
                found[form] = (city,)
            elif not any(entry.state == code for entry in entries):
                found[form] = (*entries, city)
    for row in table(home / "places.tsv", PLACE_COLUMNS):
        _add_place(found, row, english)
    for seat in capitals():
        form = seat.city if english else seat.russian
        entries = found.get(form, ())
        if not any(entry.state == seat.code for entry in entries) and not known[seat.code].former:
            found[form] = (City(name=seat.city, state=seat.code, russian=seat.russian), *entries)
    return found


def _add_place(found: dict[str, tuple[City, ...]], row: Row, english: bool) -> None:
    if (
        row["code"] not in states()
        or row["kind"] not in ("old", "variant")
        or not row["name"]
        or not row["ru"]
    ):
        raise row.fail("not a place: name, Russian name, present name, state, old or variant")
    old = row["kind"] == "old"
    city = City(
        name=row["name"] if old else row["today"],
        state=row["code"],
        russian=row["ru"],
        today=row["today"] if old else "",
    )
    form = row["name"] if english else row["ru"]
    entries = found.get(form, ())
    if not any(entry.state == city.state for entry in entries):
        found[form] = (city, *entries)
