"""Whether what looks like a point in time is one."""

from __future__ import annotations

from comity.reading.dates.leads import BRACKETS, counts
from comity.reading.dates.point import Point
from comity.reading.dates.words import DateWords

_AFTER_HEAD = "–—:"
_BRACKET = 60
"""Signs within which the bracket of a place and a year opens."""
_LEAD_IN_BRACKET = 5
"""Signs between a bracket and the year that a word in it leads to."""


def stands(
    form: str,
    point: Point,
    code: str,
    text: str,
    start: int,
    end: int,
    points: list[Point],
    words: DateWords,
) -> bool:
    """Whether what looks like a point in time is one."""
    if form == "d":
        return False
    if form == "m":
        return _month_stands(point, code, text, end, points, words)
    if form not in ("y", "short"):
        return form != "iso" or point.lead != "number"
    told_when = form == "y" and _in_a_year(text, start, point.start, words)
    if point.lead == "number" or (not told_when and counts(text, point.end, end, words)):
        return False
    glue_before = code[2 * point.first - 1] if point.first else "|"
    glue_after = code[2 * point.last + 1] if 2 * point.last + 1 < len(code) else "|"
    atom_before = code[2 * point.first - 2] if point.first else ""
    joined = bool(points) and points[-1].last == point.first - 1 and glue_before != "|"
    if glue_before in " -" and atom_before in ("N", "D", "y") and not joined:
        return False
    if glue_after == " " and text[point.end + 1].isdigit() and not told_when:
        return False
    if form == "short" or joined or point.lead:
        return _tail_if_needed(point, glue_after, text, words) or joined or form == "short"
    before = text[max(start, point.start - 24) : point.start]
    after = text[point.end : min(end, point.end + 2)]
    stripped = before.rstrip()
    if not stripped or stripped[-1] in "([;:,.–—-|*\u2022\ufffd\n" or before.endswith("\n"):
        return _tail_if_needed(point, glue_after, text, words) or stripped[-1:] in ("(", "[", "")
    if before.endswith(("/", "=")) or not before[-1].isspace():
        return False
    if words.year_needs_tail:
        return _tail_if_needed(point, glue_after, text, words)
    word = stripped.rsplit(None, 1)[-1].strip(BRACKETS + ")]},")
    if stripped[-1] in ")]" or word.lower() in words.determiners or word.endswith(words.possessives):
        return True
    if word[:1].isupper() and not (after[:1] == ":" and _labels(stripped)):
        # A name and its year: "EXPO 2017", "the Olympics 2008".
        point.form = "attached"
        return word[0].isalpha() and (not after.strip() or not after.strip()[0].isalnum() or after[0] == " ")
    return True


def _labels(before: str) -> bool:
    """Whether the word before a year and its colon is all that stands before it in its line or sentence: a label
    ("Turnover 2018: …"), which has no year in its name as a title has ("EXPO 2017")."""
    word = before.rsplit(None, 1)[-1]
    ahead = before[: -len(word)]
    return (
        word.isalpha()
        and not word.isupper()
        and (ahead.endswith("\n") or ahead.rstrip()[-1:] in (".", ";", ""))
    )


def _in_a_year(text: str, start: int, place: int, words: DateWords) -> bool:
    """Whether the word before a number makes it a year, whatever follows: "In 1971 members of …", "in 2011 23 …".

    A round number may still count ("in 2000 villages").
    """
    before = text[max(start, place - 24) : place].split()
    if not before or before[-1].lower() not in words.year_words or text[place : place + 4].endswith("00"):
        return False
    return not (before[-1].lower() == "by" and len(before) > 1 and before[-2].endswith("ed"))


def _tail_if_needed(point: Point, glue_after: str, text: str, words: DateWords) -> bool:
    """In a language that says "year" behind a year: whether it does, or the next year in the list will."""
    if not words.year_needs_tail or glue_after in "-&>,/":
        return True
    last = text[point.end - 1]
    opening = text[max(0, point.start - _LEAD_IN_BRACKET) : point.start]
    led = "(" in opening and opening[opening.rindex("(") + 1 :].strip().isalpha()  # «(с 2016)»
    return (
        not last.isdigit()
        or text[point.start - 1 : point.start] == "("
        or (text[point.end : point.end + 1] == ")" and _behind_place(text, point.start))
        or (led and text[point.end : point.end + 1] in (")", ",", ";"))
    )


def _behind_place(text: str, start: int) -> bool:
    """Whether a number stands in a bracket behind a name and a comma, as the year does: «(Амман, 2007)», «(Россия,
    Москва, 2008)»."""
    opens = text.rfind("(", max(0, start - _BRACKET), start)
    if opens < 0 or not text[:start].rstrip().endswith(","):
        return False
    names = text[opens + 1 : start].rstrip(" ,").split(",")
    return all(
        name.strip()[:1].isupper() and not any(c in ")[];" or c.isdigit() for c in name) for name in names
    )


def _month_stands(
    point: Point, code: str, text: str, end: int, points: list[Point], words: DateWords
) -> bool:
    """Whether a month alone is one: joined to another date, or behind a word that goes before dates."""
    glue_before = code[2 * point.first - 1] if point.first else "|"
    if points and points[-1].last == point.first - 1 and glue_before in "-&>,/" and points[-1].month:
        return True
    after = 2 * point.last + 1
    if code[after : after + 2] in ("-M", ">M", ",M", "&M", "/M"):
        return True
    if any(pattern.match(text, point.end, end) for _, pattern in words.of_year):
        return True
    if text[point.start - 4 : point.start].lower() == "mid-":
        return True
    if _heads_line(point, text, end):
        return True
    name = text[point.start : point.end]
    return point.lead not in ("", "number") and (len(name) > 3 or words.atom(name)[1][1])


def _heads_line(point: Point, text: str, end: int) -> bool:
    """Whether a month is all that stands before the dash or colon of a line: «Апрель – …», "May: …"."""
    line = text.rfind("\n", 0, point.start) + 1
    after = text[point.end : min(end, point.end + 3)].lstrip()[:1]
    return after in _AFTER_HEAD and after != "" and not text[line : point.start].strip(" •*–-")
