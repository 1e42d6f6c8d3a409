"""Russian names, titles and phrases in the nominative."""

# The modules of all languages have one interface; no language needs every argument.
# ruff: noqa: ARG001
from __future__ import annotations

import functools

from comity.reading.grammar.russian.cases import adjective_cases, adjective_part, noun_cases
from comity.reading.grammar.russian.words import CASES, CYRILLIC, analyser, forms
from comity.reading.units import Unit

_TOWN_ENDINGS = {
    "ский": ("ск", "", "а", "ь", "ы", "и", "о"),
    "ской": ("ск", "", "а", "ь"),
    "цкий": ("цк", "ц", "ка"),
}
"""Ends of adjectives of towns, with those that the towns' own names may have."""


@functools.lru_cache(maxsize=5_000)
def towns_of(word: str) -> tuple[str, ...]:
    """The towns that an adjective with a capital may be of: «Омской» of «Омск», «Псковской» of «Псков»."""
    if not word[:1].isupper():
        return ()
    found: list[str] = []
    for lemma in dict.fromkeys(form.lemma for form in forms(word.lower()) if form.pos == "ADJF"):
        for ending, bare in _TOWN_ENDINGS.items():
            if lemma.endswith(ending):
                stem = lemma.removesuffix(ending).capitalize()
                found.extend(stem + last for last in bare)
    return tuple(found)


_COMPARED = frozenset({"больший", "меньший"})
"""Adjectives whose forms are nearly always those of another: «большим крестом» is «большой крест»."""


def singular(written: str, head: str, title: str) -> str:
    """A title with its head in the nominative singular."""
    return office(written, head, title)


def office(written: str, head: str, title: str, plural: bool = True) -> str:
    """A title in the nominative singular as far as its head and the adjectives before it go; what follows stays."""
    at = written.find(head)
    if at < 0:
        return written
    told = _like(title, head)
    before = written[:at].split(" ")
    feminine = (
        bool(forms(title.split(" ")[0].lower())) and forms(title.split(" ")[0].lower())[0].gender == "femn"
    )
    first = " ".join(_nominative_adjective(word, feminine) if word else word for word in before)
    return first + told + written[at + len(head) :]


def _like(title: str, written: str) -> str:
    """A title with the capitals of its written form, word by word."""
    ours, theirs = title.split(" "), written.split(" ")
    if len(ours) != len(theirs):
        return title[:1].upper() + title[1:] if written[:1].isupper() else title
    return " ".join(capitals_like(one, other) for one, other in zip(ours, theirs, strict=True))


def capitals_like(word: str, written: str) -> str:
    if written.isupper() and len(written) > 1:
        return word.upper()
    parts, shown = word.split("-"), written.split("-")
    if len(parts) == len(shown):
        return "-".join(
            part[:1].upper() + part[1:] if other[:1].isupper() else part
            for part, other in zip(parts, shown, strict=True)
        )
    return word[:1].upper() + word[1:] if written[:1].isupper() else word


def _nominative_adjective(word: str, feminine: bool) -> str:
    for parse in analyser().parse(word.lower()):
        if str(parse.tag.POS) in ("ADJF", "PRTF"):
            made = parse.inflect({"nomn", "sing", "femn" if feminine else "masc"})
            return capitals_like(made.word, word) if made else word
        if str(parse.tag.POS) == "NOUN" and parse.tag.case != "nomn":
            made = parse.inflect({"nomn", "sing"})
            return capitals_like(made.word, word) if made else word
    return word


def is_verbal(unit: Unit) -> bool:
    """Whether a word that the lexicon does not know looks like a form of a verb: «контролирующая», «создав»,
    «продлил».
    """
    readings = forms(unit.text.lower()) if unit.kind == "word" and unit.text.islower() else ()
    ending = unit.text.endswith(_ACTIVE)
    if readings and all(form.pos in ("VERB", "PRTS") for form in readings):
        return True
    return bool(readings) and (readings[0].pos == "GRND" or (readings[0].pos == "PRTF" and ending))


def may_name(words: str) -> bool:
    """Whether capitalised words without a title may be a name: Cyrillic, and two words or initials."""
    return bool(CYRILLIC.match(words)) and ("." in words or " " in words)


@functools.lru_cache(maxsize=20_000)
def is_given_name(word: str) -> bool:
    """Whether a capitalised word is a form of a given name that the dictionary has: «Стива»."""
    return word[:1].isupper() and any("Name" in parse.tag for parse in analyser().parse(word.lower()))


_PATRONYMIC = (
    "вич",
    "вича",
    "вичу",
    "вичем",
    "виче",
    "вна",
    "вны",
    "вне",
    "вну",
    "вной",
    "ична",
    "ичны",
    "ичне",
)
_SHORTEST_PATRONYMIC = 6


def is_patronymic(word: str) -> bool:
    """Whether a capitalised word has the ending of a name after the father: «Иванович», «Ильинична»."""
    return len(word) >= _SHORTEST_PATRONYMIC and word[:1].isupper() and word.lower().endswith(_PATRONYMIC)


_ACTIVE = (
    *("щий", "щая", "щее", "щие", "щего", "щей", "щему", "щим", "щими", "щих", "щую"),
    *("вший", "вшая", "вшее", "вшие", "вшего", "вшей", "вшему", "вшим", "вшими", "вших", "вшую"),
)
"""The endings of active participles, whose object follows them."""
_GRAMMEMES = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}


@functools.lru_cache(maxsize=50_000)
def case_of_apposed(title: str, words: str) -> str:
    """The case of a name by that of the title behind it; none where that may be the nominative."""
    first = title.split(" ")[0].lower()
    cases = {CASES.get(str(parse.tag.case), "") for parse in analyser().parse(first)}
    if not cases or "nom" in cases or "" in cases:
        return ""
    if cases >= {"gen", "acc"}:
        return "acc" if words.endswith(("у", "ю")) else "gen"
    return cases.pop() if len(cases) == 1 else ""


@functools.lru_cache(maxsize=50_000)
def name(words: str, case: str) -> str:
    """A personal name in the nominative, from a case that is known; as written where it cannot be told safely."""
    if case not in _GRAMMEMES:
        return words
    parts = words.split(" ")
    feminine = _is_feminine(parts, case)
    named = " ".join(
        _behind_initials(part, case, feminine) if any(map(str.isupper, part)) else part for part in parts
    )
    return named if "ё" in words.lower() else named.replace("ё", "е").replace("Ё", "Е")


def _behind_initials(part: str, case: str, feminine: bool) -> str:
    """A part of a name in the nominative: «Ю.Катайнена» with the initials as they are."""
    at = part.rfind(".") + 1
    return part if at == len(part) else part[:at] + _nominative_name(part[at:], case, feminine)


def _is_feminine(parts: list[str], case: str) -> bool:
    """A woman's name: by a first name or patronymic that is one in this case, else by an ending that only hers has."""
    if _shows_man(parts[-1], case):
        return False
    for part in parts:
        if "." in part:
            continue
        for parse in analyser().parse(part.lower()):
            tag = parse.tag
            if (
                CASES.get(str(tag.case)) == case
                and ("Name" in tag or "Patr" in tag)
                and analyser().word_is_known(part.lower())
            ):
                return str(tag.gender) == "femn"
    return (
        any(part.lower().endswith(("овой", "евой", "иной", "ской")) for part in parts) and case in _GRAMMEMES
    )


_OF_MEN = {"gen": ("а",), "acc": ("а",), "dat": ("у",), "ins": ("ом", "ем", "ым", "им"), "loc": ()}
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")


def _shows_man(surname: str, case: str) -> bool:
    """Whether a surname has the ending of a man's in this case, whatever his first name looks like: «Анифой Аманом»,
    «Юн Бён Сана».
    """
    lower = surname.lower()
    for ending in _OF_MEN[case]:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 1 and stem[-1] in _CONSONANTS:
            return ending not in ("а", "у") or not lower.endswith(_UNCHANGED)
    return False


_UNCHANGED = ("еску", "гулы", "кули", "оглы", "кызы", "дзе", "швили")
"""Ends of names of other languages that have no cases in Russian."""


def _nominative_name(part: str, case: str, feminine: bool) -> str:
    pieces = part.split("-")
    if len(pieces) > 1:
        return "-".join(
            _nominative_name(piece, case, feminine) if piece[:1].isupper() else piece for piece in pieces
        )
    lower = part.lower()
    if lower.endswith(_UNCHANGED):
        return part
    gender = "femn" if feminine else "masc"
    declined = _in_ka(part, case)
    if declined:
        return declined
    best = None
    for parse in analyser().parse(lower):
        tag = parse.tag
        if str(tag.POS) != "NOUN" or str(tag.number) != "sing":
            continue
        if "Fixd" in tag and ("Surn" in tag or "Name" in tag):
            return part
        # «Обамы» is of either gender
        if CASES.get(str(tag.case)) != case or not (str(tag.gender) == gender or "ms-f" in tag):
            continue
        if "Surn" in tag or "Name" in tag or "Patr" in tag:
            best = parse
            break
        best = best or parse
    if best is None or (
        best.word.rstrip("аеуом").endswith(("льц", "йнц")) and not analyser().word_is_known(lower)
    ):
        # «Хольца» is of «Хольц»
        return _like_adjective(part, case, gender) or _by_ending(part, case, feminine)
    made = best.inflect({"nomn", "sing"})
    if made is None:
        return part
    guessed = "ё" not in lower and not analyser().word_is_known(lower)
    # nobody says that «Нассера» is of «Нассёр»
    return capitals_like(made.word.replace("ё", "е") if guessed else made.word, part)


def _like_adjective(part: str, case: str, gender: str) -> str:
    """A surname that is an adjective by its form: «Жёсткого» is of «Жёсткий»; empty for any other."""
    for parse in analyser().parse(part.lower()):
        tag = parse.tag
        if (str(tag.POS), CASES.get(str(tag.case)), str(tag.gender)) == ("ADJF", case, gender):
            made = parse.inflect({"nomn", "sing", gender})
            word = made.word if made else ""
            return capitals_like(word if "ё" in part.lower() else word.replace("ё", "е"), part)
    return ""


_ENDINGS = {"gen": ("а", "я"), "acc": ("а", "я"), "dat": ("у", "ю"), "ins": ("ом", "ем"), "loc": ("е",)}


_SOFT = {"gen": ("я",), "acc": ("я",), "dat": ("ю",), "ins": ("ем",), "loc": ()}
"""Endings behind the vowel of a name in -й."""
_KA = {"gen": "и", "dat": "е", "loc": "е", "ins": "ой", "acc": "у"}


def _in_ka(part: str, case: str) -> str:
    """A surname in -ка, which the dictionary does not know: «Соботки» is of «Соботка»; empty for any other."""
    ending = _KA.get(case, "")
    stem = part.removesuffix(ending) if ending else part
    if stem == part or len(stem) < _SHORTEST_STEM or not stem.endswith("к"):
        return ""
    known = analyser().word_is_known(part.lower()) or stem[-2:-1].lower() in "аеёиоуыэюяьй"
    return "" if known else stem + "а"


_SHORTEST_STEM = 4


def _by_ending(part: str, case: str, feminine: bool) -> str:
    """A man's foreign name without its ending: «Мецгером» as «Мецгер»."""
    if feminine:
        return part
    for ending in _SOFT[case]:
        stem = part.removesuffix(ending)
        if stem != part and stem[-1:].lower() in "аеоуэ" and (len(stem) > 2 or stem[-1:].lower() == "э"):
            return stem + "й"  # «Карзая», «Лэя»
    if case == "acc" and len(part) > _SHORTEST_STEM and part.endswith(("у", "ю")):
        return part[:-1] + ("а" if part.endswith("у") else "я")  # «Кирдоду»
    for ending in _ENDINGS[case]:
        stem = part.removesuffix(ending)
        if stem != part and len(stem) > 1 and stem[-1].lower() in _CONSONANTS:
            soft = ending in ("я", "ю")
            return (stem + "ь" if stem.endswith("л") else part) if soft else stem  # «Гиля»
    if case == "gen" and len(part) > 3 and part.endswith("ы"):
        return part[:-1] + "а"  # «Дуды»
    if case == "ins" and len(part) > 4 and part.endswith(("ой", "ей")):
        return part[:-2] + ("а" if part.endswith("ой") else "я")  # «Баттулгой»
    return part


_ONE = {"одного": "один", "одному": "один", "одним": "один", "одном": "один", "одну": "одна", "одной": "одна"}
"""«Одного из дипломатов» in the nominative."""
_OF_ONE = {"один": "одного", "одна": "одной"}


@functools.lru_cache(maxsize=20_000)
def nominative(words: str, case: str = "") -> str:
    """A phrase with its head and the adjectives before it in the nominative; `case` is that it stands in, if known."""
    parts = words.split(" ")
    if parts[1:2] == ["из"] and parts[0].lower() in _ONE:
        return " ".join((_ONE[parts[0].lower()], *parts[1:]))
    if case in ("nom", "nom-acc") or (case == "counted" and parts[0].isdigit()):
        return words  # «22 дипломата»
    out = list(parts)
    index = 0
    while index < len(parts) - 1 and not CYRILLIC.match(parts[index]):
        index += 1  # «III Съезде»: a number in front
    told = "" if case == "counted" else case
    while index < len(parts):
        stop = _head(parts, index, counted=case == "counted")
        if stop >= len(parts) or not _bare(parts[stop]):
            break
        cases, fixed, is_noun = noun_cases(_bare(parts[stop]).split("-")[-1])
        if _bare(parts[stop]).isupper() and stop > index and len(_bare(parts[stop])) > 1:
            return " ".join(_before_abbreviation(out, index, stop))
        if not is_noun:
            return words if index == 0 else " ".join(out)
        for part in parts[index:stop]:
            cases = cases & adjective_cases(_bare(part)) or cases
        allowed = {name for name, _ in cases}
        if not told:
            if "nom" in allowed:
                return words
            if "acc" in allowed and not fixed and "gen" not in allowed:
                return " ".join(_inflected(out, index, stop, "acc"))
            told = next((name for name in ("loc", "ins", "dat", "gen", "acc") if name in allowed), "")
        if case == "counted":
            told = "gen"
        if told not in allowed or fixed:
            break
        out = _inflected(out, index, stop, told, plural=case == "counted")
        index = _joined(parts, stop)
    return " ".join(out)


def _head(parts: list[str], first: int, *, counted: bool) -> int:
    """Where the noun stands behind the words that lead to it; `len(parts)` where there is none."""
    stop = first
    while stop < len(parts) and _bare(parts[stop]) and (_leads(parts[stop]) or _joins(parts, first, stop)):
        stop += 1
    return stop + 1 if counted and _is_also_adjective(parts, stop) else stop  # «30 пожарных автомобилей»


def _joins(parts: list[str], first: int, at: int) -> bool:
    """Whether «и» stands between two adjectives of one noun: «экономическом и техническом сотрудничестве»."""
    return (
        parts[at] == "и"
        and at > first
        and at + 2 < len(parts)
        and _leads(parts[at + 1])
        and adjective_cases(_bare(parts[at - 1])) == adjective_cases(_bare(parts[at + 1]))
    )


def _joined(parts: list[str], noun: int) -> int:
    """Where a phrase goes on that is joined to the one with this noun; `len(parts)` where none is."""
    if noun + 1 < len(parts) and parts[noun + 1] == "и" and not parts[noun].endswith(","):
        return noun + 2
    if parts[noun].endswith(",") and "и" in parts[noun + 1 :]:
        return noun + 1  # «о дружбе, сотрудничестве и взаимной помощи»
    return len(parts)


def _before_abbreviation(parts: list[str], first: int, head: int) -> list[str]:
    """The adjectives before an abbreviation in the nominative of the gender they have: «Армяно-польской МПК»."""
    out = list(parts)
    for index in range(first, head):
        word = adjective_part(_bare(parts[index]))[1]
        parse = next((p for p in analyser().parse(word.lower()) if str(p.tag.POS) in ("ADJF", "PRTF")), None)
        if parse is None or str(parse.tag.number) != "sing":
            continue
        changed = parse.inflect({"nomn", "sing", str(parse.tag.gender)})
        if changed is not None:
            out[index] = parts[index].replace(word, capitals_like(changed.word, word))
    return out


def _bare(word: str) -> str:
    return word.strip('«»",.;:()')


def _leads(word: str) -> bool:
    readings = forms(adjective_part(_bare(word))[1].lower())
    return bool(readings) and readings[0].pos in ("ADJF", "PRTF")


def _is_also_adjective(parts: list[str], at: int) -> bool:
    """Whether a noun that is an adjective, too, stands right before the noun that is counted."""
    if at + 1 >= len(parts) or not CYRILLIC.match(_bare(parts[at + 1])) or parts[at].endswith(","):
        return False
    behind = forms(_bare(parts[at + 1]).lower())
    both = {reading.pos for reading in forms(_bare(parts[at]).lower())}
    return {"ADJF", "NOUN"} <= both and bool(behind) and behind[0].pos == "NOUN"


def _inflected(parts: list[str], first: int, head: int, case: str, plural: bool = False) -> list[str]:
    out = list(parts)
    noun = _bare(parts[head])
    chosen = next(
        (
            p
            for p in analyser().parse(noun.lower())
            if str(p.tag.POS) == "NOUN" and CASES.get(str(p.tag.case)) == case
        ),
        None,
    )
    if chosen is None:
        return out
    made = chosen.inflect({"nomn", "plur"} if plural else {"nomn"})
    if made is None:
        return out
    out[head] = parts[head].replace(noun, capitals_like(made.word, noun))
    number, gender = "plur" if plural else str(chosen.tag.number), str(chosen.tag.gender)
    wanted = {"nomn", number} if number == "plur" else {"nomn", "sing", gender}
    for index in range(first, head):
        word = adjective_part(_bare(parts[index]))[1]
        parses = [p for p in analyser().parse(word.lower()) if str(p.tag.POS) in ("ADJF", "PRTF")]
        parse = min(parses, key=lambda p: p.normal_form in _COMPARED, default=None)
        changed = parse.inflect(wanted) if parse is not None else None
        if changed is not None:
            out[index] = parts[index].replace(word, capitals_like(changed.word, word))
    return out


@functools.lru_cache(maxsize=20_000)
def genitive(words: str) -> str:
    """A phrase in the nominative as the complement of a noun: «посол» in «отзыв посла», «двух дипломатов»."""
    first, of, _ = (words + "  ").split(" ", 2)
    if of == "из" and first in _OF_ONE:
        return words.replace(first, _OF_ONE[first], 1)
    parts = words.split(" ")
    if parts[0].isdigit():
        return _counted(parts)
    if not parts[0] or not CYRILLIC.match(parts[0]):
        return words
    numeral = next((p for p in analyser().parse(parts[0].lower()) if str(p.tag.POS) == "NUMR"), None)
    if numeral is not None:
        told = numeral.inflect({"gent"})
        return _counted([capitals_like(told.word, parts[0]) if told else parts[0], *parts[1:]])
    out = list(parts)
    stop = 0
    while stop < len(parts) and _leads(parts[stop]):
        stop += 1
    if stop >= len(parts):
        return words
    noun = _bare(parts[stop])
    head = next(
        (p for p in analyser().parse(noun.lower()) if str(p.tag.POS) == "NOUN" and p.tag.case == "nomn"), None
    )
    if head is None or noun.isupper():
        return words
    number, gender = str(head.tag.number), str(head.tag.gender)
    made = head.inflect({"gent", number})
    if made is None:
        return words
    out[stop] = parts[stop].replace(noun, capitals_like(made.word, noun))
    wanted = {"gent", number} if number == "plur" else {"gent", "sing", gender}
    for index in range(stop):
        word = adjective_part(_bare(parts[index]))[1]
        parses = [p for p in analyser().parse(word.lower()) if str(p.tag.POS) in ("ADJF", "PRTF")]
        parse = min(parses, key=lambda p: p.normal_form in _COMPARED, default=None)
        changed = parse.inflect(wanted) if parse is not None else None
        if changed is not None:
            out[index] = parts[index].replace(word, capitals_like(changed.word, word))
    if parts[stop + 1 : stop + 2] == ["и"] and len(parts) > stop + 2:
        out[stop + 2 :] = [genitive(" ".join(parts[stop + 2 :]))]  # «овощей и фруктов»
    return " ".join(out)


def _counted(parts: list[str]) -> str:
    """What stands behind figures in the genitive: «22 дипломата» as «22 дипломатов»."""
    head = next((i for i in range(1, len(parts)) if not _leads(parts[i])), 0)
    if not head:
        return " ".join(parts)
    return " ".join([parts[0], *(_many(part) for part in parts[1 : head + 1]), *parts[head + 1 :]])


_BEHIND_NUMERAL = frozenset({("gent", "sing"), ("datv", "plur"), ("ablt", "plur")})


def _many(word: str) -> str:
    """An adjective or noun behind a numeral in the genitive: «дипломата» and «дипломатам» as «дипломатов»."""
    readings = [p for p in analyser().parse(word.lower()) if str(p.tag.POS) in ("NOUN", "ADJF", "PRTF")]
    if any(p.tag.case == "gent" and str(p.tag.number) == "plur" for p in readings):
        return word
    for parse in readings:
        if (str(parse.tag.case), str(parse.tag.number)) in _BEHIND_NUMERAL:
            made = parse.inflect({"gent", "plur"})
            return capitals_like(made.word, word) if made else word
    return word
