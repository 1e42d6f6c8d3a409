"""Dates told in figures or by the name of a month: tokens to points, points to mentions, ranges and lists."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.dates.mention import DateContext, DateMention
from comity.reading.dates.point import Point, date_of, decade, interval, part_of_year
from comity.reading.dates.points import points_of
from comity.reading.dates.words import Atom, DateWords
from comity.reading.dates.years import lend_years

_DASHES = ("-", "–", "—")
"""Behind a day in words they begin another part of the sentence: «второе [заседание] – 23 мая»."""
_FORMS = {
    "mdy": "day", "dmy": "day", "f": "day", "md": "monthday", "dm": "monthday", "my": "month", "m": "month",
    "y": "year", "ay": "season", "short": "range", "r": "range", "s": "decade", "attached": "year",
}  # fmt: skip


def told_dates(text: str, start: int, end: int, context: DateContext, words: DateWords) -> list[DateMention]:
    """The dates that a sentence tells in figures or by the name of a month."""
    starts: list[int] = []
    ends: list[int] = []
    atoms: list[Atom] = []
    signs: list[str] = []
    before = -1
    useful = False
    for token in words.token.finditer(text, start, end):
        here, there = token.span()
        atom = words.atom(token.group())
        if before >= 0:
            between = text[before:here]
            in_words = atoms[-1][0] == atom[0] == "D" and text[starts[-1]].isalpha() and text[here].isdigit()
            told_apart = in_words and between.strip() in _DASHES
            signs.append("|" if told_apart or here - before > 24 else words.join(between))
        signs.append(atom[0])
        useful = useful or atom[0] not in "DNyA"
        starts.append(here)
        ends.append(there)
        atoms.append(atom)
        before = there
    if not useful:
        return []
    points = points_of("".join(signs), text, start, end, starts, ends, atoms, words)
    return _mentions(points, signs, text, end, context, words)


def _mentions(
    points: list[Point],
    signs: list[str],
    text: str,
    end: int,
    context: DateContext,
    words: DateWords,
) -> list[DateMention]:
    """Points with their years, joined to ranges and lists."""
    glues = ["|"] * len(points)
    for index in range(len(points) - 1):
        one, other = points[index], points[index + 1]
        if other.first == one.last + 1:
            glues[index] = signs[2 * one.last + 1]
    lend_years(points, glues, text, end, context, words)
    mentions: list[DateMention] = []
    index = 0
    while index < len(points):
        mention, index = _mention(points, glues, index, text, end, words)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _mention(
    points: list[Point], glues: list[str], index: int, text: str, end: int, words: DateWords
) -> tuple[DateMention | None, int]:
    """The mention that begins at a point, and the place of the point after it."""
    point = points[index]
    run = index
    while (
        run + 1 < len(points)
        and points[run].form == points[run + 1].form == "s"
        and glues[run] in ",&"
        and decade(points[run + 1]) == decade(points[run]) + 10
    ):
        run += 1
    if run > index + 1:
        years = Date.interval(Date.of(decade(point)), Date.of(decade(points[run]) + 9))
        return DateMention(point.start, points[run].end, years, "range", False, "", False), run + 1
    run = index
    while run + 1 < len(points) and points[run].form == "m" and points[run + 1].form in ("m", "my"):
        one, other = points[run], points[run + 1]
        if glues[run] not in (",/-" if run == index else ",/&-") or (one.month or 0) % 12 + 1 != other.month:
            break
        run += 1
    if run > index and glues[index] != "-":
        ready = interval(date_of(point), date_of(points[run]))
        form = "list"
    elif index + 1 < len(points) and _is_range(point, points[index + 1], glues[index]):
        run = index + 1
        ready = interval(date_of(point), date_of(points[run]))
        form = "range"
    else:
        return _single(point, text, end, words), index + 1
    if ready is None:
        return _single(point, text, end, words), index + 1
    last = points[run]
    borrowed, attached = point.borrowed and last.borrowed, point.form == "attached"
    return DateMention(point.start, last.end, ready, form, borrowed, "", attached), run + 1


def _is_range(one: Point, other: Point, glue: str) -> bool:
    if glue not in "->&" or (glue == "&" and one.lead != "between"):
        return False
    if one.to_day or other.to_day or one.form in ("short", "r"):
        return False
    if one.borrowed != other.borrowed or (one.ready is None) != (other.ready is None):
        return False
    return one.ready is not None or (one.month is None) == (other.month is None) or glue == ">"


def _single(point: Point, text: str, end: int, words: DateWords) -> DateMention | None:
    """The mention that one point makes, with what its lead says; `None` where its year is not known."""
    date = date_of(point)
    if date is None:
        return None
    form = "range" if point.to_day is not None else _FORMS[point.form]
    if form == "monthday" and not point.borrowed:
        form = "day"
    stop, relation, lead = point.end, "", point.lead
    if form == "year" and (part := part_of_year(lead)) is not None:
        first, last, form = part
        date = Date.interval(Date.of(date.year or 0, first), Date.of(date.year or 0, last))
    elif not date.is_interval:
        if lead == "circa" and not date.approximate:
            date = Date.parse(f"{date}~")
        elif (now := words.present.match(text, point.end, end)) is not None:
            date, relation, stop, form = Date.interval(date, None), "since", now.end(), "range"
        elif lead == "since":
            date, relation = Date.interval(date, None), "since"
        elif lead == "until":
            date, relation = Date.interval(None, date), "until"
        elif lead in ("from", "before", "after"):
            relation = lead
    return DateMention(point.start, stop, date, form, point.borrowed, relation, point.form == "attached")
