"""Dates in running text: where they stand and what they are in EDTF.

A sentence is cut into the few tokens that may be part of a date (numbers, months); each becomes one sign, and
so does what stands between two of them. A small grammar over these signs finds points in time; neighbouring
points become ranges or lists. What a language says differently is in its `dates.toml`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

import msgspec

from comity.model.edtf import Date, DateError
from comity.reading.datewords import Atom, DateWords, date_words
from comity.reading.signs import DATES, EVERY, RELATIVE

# Lists of days are short; a bound keeps a long list of plain numbers from being tried again at each of them.
_DAYS = r"D(?:[->&/]D(?! M)|(?:,D){1,6}(?:&D)?)?"
_DAYS_BEFORE_MONTH = r"D(?:[->&/]D|(?:,D){1,6}(?:&D)?)?"
_POINT = re.compile(
    rf"(?P<ydm>Y,{_DAYS_BEFORE_MONTH} M(?![ ,]Y))"  # chronologies: "2004, 11-13 May", "2004, May 11", "2004, May"
    r"|(?P<ymd>Y,M D(?:[->&/]D)?(?![ ,][YM]))|(?P<ym>Y,M(?![ ,]?[DY]))"
    rf"|(?P<mdy>M[ ,]{_DAYS}[ ,]Y)"
    rf"|(?P<dmy>{_DAYS_BEFORE_MONTH} M[ ,]Y)"
    r"|(?P<my>M[ ,]Y)"
    r"|(?P<md>M D(?:[->&/]D(?! M)|(?:,D){1,6}&D)?)"
    rf"|(?P<dm>{_DAYS_BEFORE_MONTH} M)"
    r"|(?P<ay>A[ ,]Y)"
    r"|(?P<short>Y[-/][Dy])"
    r"|(?P<df>D[->]F)|(?P<f>F)|(?P<r>R)|(?P<s>S)|(?P<m>M)|(?P<y>Y)|(?P<d>D)"
)
_YEAR_FIRST = {"ydm": "dmy", "ymd": "mdy", "ym": "my"}
_LEAD_REACH = 60
_BRACKET_REACH = 120
"""How far back the bracket that a date stands in may open, in characters."""
_BRACKETS = "([{\"'«“‘*|"


_AFTER_HEAD = "–—:"
_LEAD_IN_BRACKET = 5
"""Signs between a bracket and the year that a word in it leads to."""


class DateContext(msgspec.Struct, frozen=True):
    """What a date may lean on: the day of the document, and the year (with its month and day) told last before the
    sentence.
    """

    document: Date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def after(self, mentions: Iterable[DateMention], text: str = "") -> DateContext:
        """The context of the next sentence: the last year that these mentions tell of what goes on.

        A year told beside it does not count: in words in brackets of the `text` ("founded in 1975"), or before the
        year that the sentence goes by ("… who had come in 1991").
        """
        year, month, day, led = self.year, self.month, self.day, None
        for mention in mentions:
            if mention.attached or (mention.relation == "since" and year is not None):
                continue
            last = mention.date.end or mention.date.start
            if last is None or last.year is None:
                continue
            aside = led is not None and (last.year < led or _bracket(text, mention.start) >= 0)
            if aside:
                continue
            year, month, day = (
                _parts(mention.date) if not mention.date.is_interval else (last.year, None, None)
            )
            led = year
        if (year, month, day) == (self.year, self.month, self.day):
            return self
        return DateContext(self.document, year, month, day)


class DateMention(msgspec.Struct, frozen=True):
    """A date as a run `[start, end)` of the text tells it.

    `form` is day, monthday (a day whose year is not told beside it), month, year, season, decade, quarter,
    half, range, list (of months) or relative.
    `needs_year` says that the year (or the day of a relative date) was taken from the context; what
    neither text nor context places is no mention.
    `relation` is the word that changes what is meant: since and until (then `date` is open), from, before,
    after (then `date` is the date told). `attached` marks a year that belongs to a name before it
    ("EXPO 2017").
    """

    start: int
    end: int
    date: Date
    form: str
    needs_year: bool = False
    relation: str = ""
    attached: bool = False


class _Point:
    """A point in time while it is put together."""

    __slots__ = (
        "borrowed",
        "counted",
        "day",
        "end",
        "first",
        "form",
        "last",
        "lead",
        "month",
        "ready",
        "start",
        "to_day",
        "year",
    )

    def __init__(self, first: int, last: int, start: int, end: int, form: str) -> None:
        self.first, self.last, self.start, self.end, self.form = first, last, start, end, form
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.to_day: int | None = None
        self.ready: Date | None = None
        self.lead = ""
        self.borrowed = False
        self.counted = False
        """Whether its year is told by how far it is from the document's: "in April of last year"."""


def find_dates(
    text: str, start: int, end: int, language: str, context: DateContext, signs: int = EVERY
) -> list[DateMention]:
    """The dates in `text[start:end]`, one sentence, in order and without overlap.

    `signs` are those of its words, where the caller knows them.
    """
    words = date_words(language)
    mentions = _told(text, start, end, context, words) if signs & DATES else []
    if signs & RELATIVE:
        sentence = text[start:end]
        if any(cue in sentence for cue in words.cues):
            mentions = _with_relative(mentions, text, start, end, context, words)
    return mentions


_DASHES = ("-", "–", "—")
"""Behind a day in words they begin another part of the sentence: «второе [заседание] – 23 мая»."""


def _told(text: str, start: int, end: int, context: DateContext, words: DateWords) -> list[DateMention]:
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
    points = _points("".join(signs), text, start, end, starts, ends, atoms, words)
    return _mentions(points, signs, text, end, context, words)


# --- points ----------------------------------------------------------------------------------------------


def _points(
    code: str, text: str, start: int, end: int, starts: list[int], ends: list[int], atoms: list[Atom],
    words: DateWords,
) -> list[_Point]:  # fmt: skip
    """The points in time that the grammar finds, those that are none left out."""
    points: list[_Point] = []
    floor = start
    place = 0
    while found := _POINT.search(code, place):
        form = _YEAR_FIRST.get(found.lastgroup or "", found.lastgroup or "")
        first, last = found.start() // 2, (found.end() - 1) // 2
        place = found.end()
        if form == "short" and not _is_short_year(text, starts, ends, atoms, first):
            if _is_iso_month(text, starts, ends, first):
                form = "iso"
            else:
                form, last = "y", first
                place = found.start() + 1
        if form == "md" and _counts(text, ends[last], end, words):
            form, last = "m", first
            place = found.start() + 1
        made = _make_points(form, first, last, starts, ends, atoms, code)
        made[0].lead = _lead(text, floor, made[0].start, words)
        tail = made[-1]
        if tail.year is not None or form in ("r", "s"):
            tail.end = _past_tail(text, tail.end, end, words)
        if _stands(form, tail, code, text, start, end, points, words):
            points.extend(made)
            floor = tail.end
    return points


def _make_points(
    form: str, first: int, last: int, starts: list[int], ends: list[int], atoms: list[Atom], code: str
) -> list[_Point]:
    """One match of the grammar as points: one, or one for each day of a list."""
    point = _Point(first, last, starts[first], ends[last], form)
    days: list[tuple[int, int]] = []
    for index in range(first, last + 1):
        sign, value = atoms[index]
        if sign == "M":
            point.month = value[0]
        elif sign == "Y" and point.year is None:
            point.year = value
        elif sign == "D":
            days.append((index, value))
        elif sign == "F":
            point.year, point.month, point.day = value
        elif sign == "S":
            point.ready = Date.parse(value)
        elif sign == "R":
            point.ready = Date.interval(Date.of(value[0]), Date.of(value[1]))
        elif sign == "A":
            point.month = value
    if form == "iso":
        point.month, point.form = atoms[last][1], "my"
        return [point]
    if form == "short" and point.year is not None:
        point.ready = Date.interval(Date.of(point.year), Date.of(_second_year(point.year, atoms[last][1])))
        return [point]
    if not days or form == "short":
        return [point]
    if form == "df":  # 10-11.06.2009
        point.to_day, point.form = point.day, "dmy"
    point.day = days[0][1]
    if len(days) == 1:
        return [point]
    if len(days) == 2 and code[2 * days[0][0] + 1] in "->/":
        point.to_day = days[1][1]
        return [point]
    made = []
    for number, (index, day) in enumerate(days):
        one = _Point(index, index, starts[index], ends[index], form)
        one.year, one.month, one.day = point.year, point.month, day
        if number == 0:
            one.first, one.start = point.first, point.start
        if number == len(days) - 1:
            one.last, one.end = point.last, point.end
        made.append(one)
    return made


def _second_year(year: int, short: int) -> int:
    """The year that two digits after a year mean: 1992-96, 1999-00."""
    second = year // 100 * 100 + short
    return second if second > year else second + 100


def _is_short_year(text: str, starts: list[int], ends: list[int], atoms: list[Atom], first: int) -> bool:
    """Whether two digits behind a year and a dash are another year: 1992–96, but not 2003 - 12 May."""
    digits = text[starts[first + 1] : ends[first + 1]]
    if len(digits) != 2 or not digits.isdigit() or starts[first + 1] - ends[first] != 1:
        return False
    if text[ends[first + 1] : ends[first + 1] + 1] in ("-", "–", "/"):
        return False
    year, short = atoms[first][1], int(digits)
    if text[ends[first]] == "-" and 1 <= short <= 12 and _second_year(year, short) - year > 10:
        return False
    return short > year % 100 or (year % 100 >= 90 and short <= 10)


def _is_iso_month(text: str, starts: list[int], ends: list[int], first: int) -> bool:
    """Whether a hyphen and two digits behind a year are its month: 1964-07."""
    gap, digits = text[ends[first] : starts[first + 1]], text[starts[first + 1] : ends[first + 1]]
    after = text[ends[first + 1] : ends[first + 1] + 1]
    return gap == "-" and len(digits) == 2 and digits.isdigit() and 1 <= int(digits) <= 12 and after != "-"


def _lead(text: str, floor: int, place: int, words: DateWords) -> str:
    """What the words right before a date say of it: the kind of the longest phrase known, or nothing."""
    before = text[max(floor, place - _LEAD_REACH) : place].lower().split()
    for length in range(min(words.longest_lead, len(before)), 0, -1):
        phrase = " ".join(before[-length:]).lstrip(_BRACKETS)
        kind = words.lead.get(phrase)
        if kind is not None:
            if kind == "until" and any(
                word in words.not_words or word.endswith("n't") for word in before[-length - 6 : -length]
            ):
                return "at"
            return kind
    return ""


def _past_tail(text: str, place: int, end: int, words: DateWords) -> int:
    """Where the words for "year" behind a year end."""
    tail = words.tail.match(text, place, end)
    return tail.end() if tail is not None else place


def _counts(text: str, place: int, end: int, words: DateWords) -> bool:
    """Whether the number that ends here counts things: a unit or a noun of things counted follows."""
    following = text[place : min(end, place + 24)].replace("\u00a0", " ")
    if following[:1] == "%" or following[:2] == " %":
        return True
    next_word = re.match(r"[ -]([^\W\d_]+)", following)
    return next_word is not None and next_word[1].lower() in words.counted


def _stands(
    form: str,
    point: _Point,
    code: str,
    text: str,
    start: int,
    end: int,
    points: list[_Point],
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
    if point.lead == "number" or (not told_when and _counts(text, point.end, end, words)):
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
    word = stripped.rsplit(None, 1)[-1].strip(_BRACKETS + ")]},")
    if stripped[-1] in ")]" or word.lower() in words.determiners or word.endswith(words.possessives):
        return True
    if word[:1].isupper():
        # A name and its year: "EXPO 2017", "the Olympics 2008".
        point.form = "attached"
        return word[0].isalpha() and (not after.strip() or not after.strip()[0].isalnum() or after[0] == " ")
    return True


def _in_a_year(text: str, start: int, place: int, words: DateWords) -> bool:
    """Whether the word before a number makes it a year, whatever follows: "In 1971 members of …", "in 2011 23 …".

    A round number may still count ("in 2000 villages").
    """
    before = text[max(start, place - 24) : place].split()
    if not before or before[-1].lower() not in words.year_words or text[place : place + 4].endswith("00"):
        return False
    return not (before[-1].lower() == "by" and len(before) > 1 and before[-2].endswith("ed"))


def _tail_if_needed(point: _Point, glue_after: str, text: str, words: DateWords) -> bool:
    """In a language that says "year" behind a year: whether it does, or the next year in the list will."""
    if not words.year_needs_tail or glue_after in "-&>,/":
        return True
    last = text[point.end - 1]
    opening = text[max(0, point.start - _LEAD_IN_BRACKET) : point.start]
    led = "(" in opening and opening[opening.rindex("(") + 1 :].strip().isalpha()  # «(с 2016)»
    return (
        not last.isdigit()
        or text[point.start - 1 : point.start] == "("
        or (led and text[point.end : point.end + 1] in (")", ",", ";"))
    )


def _month_stands(
    point: _Point, code: str, text: str, end: int, points: list[_Point], words: DateWords
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


def _heads_line(point: _Point, text: str, end: int) -> bool:
    """Whether a month is all that stands before the dash or colon of a line: «Апрель – …», "May: …"."""
    line = text.rfind("\n", 0, point.start) + 1
    after = text[point.end : min(end, point.end + 3)].lstrip()[:1]
    return after in _AFTER_HEAD and after != "" and not text[line : point.start].strip(" •*–-")


# --- mentions --------------------------------------------------------------------------------------------


def _mentions(
    points: list[_Point],
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
    _lend_years(points, glues, text, end, context, words)
    mentions: list[DateMention] = []
    index = 0
    while index < len(points):
        mention, index = _mention(points, glues, index, text, end, words)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _bracket(text: str, place: int) -> int:
    """Where the bracket with words that a place stands in opens; -1 where it stands in none."""
    low = max(0, place - _BRACKET_REACH)
    opened = text.rfind("(", low, place)
    if opened < text.rfind(")", low, place) or opened < 0 or place - opened < 3:
        return -1
    return opened


def _lend_years(
    points: list[_Point], glues: list[str], text: str, end: int, context: DateContext, words: DateWords
) -> None:
    """Years (and months) for the points that are told without: from the next in the list, or from before."""
    for point in points:
        if point.month is not None and point.year is None and point.ready is None:
            _count_year(point, text, end, context, words)
    for index in range(len(points) - 2, -1, -1):
        one, other = points[index], points[index + 1]
        joined = glues[index] in "->&,/" and one.year is None and bool(one.month and other.month)
        if joined and other.year:
            turn = glues[index] in "->" and (one.month or 0) > (other.month or 0)
            one.year = other.year - 1 if turn else other.year
        if joined and other.counted:  # "January–October last year"
            one.counted, one.borrowed = True, True
    year, led = context.year, None
    beside: tuple[int, int] | None = None
    for index, point in enumerate(points):
        bracket = _bracket(text, point.start)
        if point.counted:
            continue
        if point.month is not None and point.year is None and point.ready is None:
            if bracket >= 0 and beside is not None and beside[0] == bracket:
                point.year, point.borrowed = beside[1], True
                continue
            for name, pattern in words.of_year:
                if tail := pattern.match(text, point.end, end):
                    point.end = tail.end()
                    point.year = year if name == "same_year" else None
                    break
            else:
                point.year = year if point.lead not in ("last", "next", "this") else None
                if point.year is None:
                    last = _last_month(points, glues, index)
                    point.year = _nearest_year(last, context)
            point.borrowed = True
        elif point.year is not None and point.form != "attached":
            if led is not None and (bracket >= 0 or point.year < led):
                beside = (bracket, point.year)
            else:
                year = led = point.year


def _last_month(points: list[_Point], glues: list[str], index: int) -> _Point:
    """The point that the year of a month is told by: the last month of a span within a year, else the month."""
    one = points[index]
    other = points[index + 1] if index + 1 < len(points) and glues[index] in "->" else one
    within = other.year is None and other.day is None and (one.month or 0) < (other.month or 0)
    return other if within and one.day is None else one


_FROM_NOW = {"this_year": 0, "last_year": -1, "next_year": 1}


def _count_year(point: _Point, text: str, end: int, context: DateContext, words: DateWords) -> None:
    """The year of a month that is counted from the document's: "in April of last year"."""
    for name, pattern in words.of_year:
        if name not in _FROM_NOW or (tail := pattern.match(text, point.end, end)) is None:
            continue
        this = context.document.year if context.document is not None else None
        point.year = None if this is None else this + _FROM_NOW[name]
        point.end, point.counted, point.borrowed = tail.end(), True, True
        return


def _nearest_year(point: _Point, context: DateContext) -> int | None:
    """The year in which a day or month lies nearest to the document's date, rather before it than after."""
    document = context.document
    if document is None or document.year is None or point.month is None or point.month > 12:
        return None
    if document.month is None:
        return document.year
    ahead = point.month - document.month
    if point.lead == "last":
        return document.year - (ahead >= 0)
    if point.lead == "next":
        return document.year + (ahead <= 0)
    if ahead > 4:
        return document.year - 1
    return document.year + 1 if ahead < -10 else document.year


def _mention(
    points: list[_Point], glues: list[str], index: int, text: str, end: int, words: DateWords
) -> tuple[DateMention | None, int]:
    """The mention that begins at a point, and the place of the point after it."""
    point = points[index]
    run = index
    while (
        run + 1 < len(points)
        and points[run].form == points[run + 1].form == "s"
        and glues[run] in ",&"
        and _decade(points[run + 1]) == _decade(points[run]) + 10
    ):
        run += 1
    if run > index + 1:
        years = Date.interval(Date.of(_decade(point)), Date.of(_decade(points[run]) + 9))
        return DateMention(point.start, points[run].end, years, "range", False, "", False), run + 1
    run = index
    while run + 1 < len(points) and points[run].form == "m" and points[run + 1].form in ("m", "my"):
        one, other = points[run], points[run + 1]
        if glues[run] not in (",/-" if run == index else ",/&-") or (one.month or 0) % 12 + 1 != other.month:
            break
        run += 1
    if run > index and glues[index] != "-":
        ready = _interval(_date(point), _date(points[run]))
        form = "list"
    elif index + 1 < len(points) and _is_range(point, points[index + 1], glues[index]):
        run = index + 1
        ready = _interval(_date(point), _date(points[run]))
        form = "range"
    else:
        return _single(point, text, end, words), index + 1
    if ready is None:
        return _single(point, text, end, words), index + 1
    last = points[run]
    borrowed, attached = point.borrowed and last.borrowed, point.form == "attached"
    return DateMention(point.start, last.end, ready, form, borrowed, "", attached), run + 1


def _decade(point: _Point) -> int:
    """The first year of a decade."""
    first = point.ready.lower if point.ready is not None else None
    return first.year if first is not None else 0


def _is_range(one: _Point, other: _Point, glue: str) -> bool:
    if glue not in "->&" or (glue == "&" and one.lead != "between"):
        return False
    if one.to_day or other.to_day or one.form in ("short", "r"):
        return False
    if one.borrowed != other.borrowed or (one.ready is None) != (other.ready is None):
        return False
    return one.ready is not None or (one.month is None) == (other.month is None) or glue == ">"


def _date(point: _Point) -> Date | None:
    """The date of a point; `None` without a year or where the calendar has no such day."""
    if point.ready is not None:
        return point.ready
    if point.year is None:
        return None
    try:
        one = Date.of(point.year, point.month, point.day)
        if point.to_day is None or point.to_day == point.day:
            return one
        return Date.interval(one, Date.of(point.year, point.month, point.to_day))
    except DateError:
        return None


def _interval(one: Date | None, other: Date | None) -> Date | None:
    if one is None or other is None or one == other:
        return None
    try:
        return Date.interval(one, other)
    except DateError:
        return None


_FORMS = {
    "mdy": "day", "dmy": "day", "f": "day", "md": "monthday", "dm": "monthday", "my": "month", "m": "month",
    "y": "year", "ay": "season", "short": "range", "r": "range", "s": "decade", "attached": "year",
}  # fmt: skip


def _single(point: _Point, text: str, end: int, words: DateWords) -> DateMention | None:
    """The mention that one point makes, with what its lead says; `None` where its year is not known."""
    date = _date(point)
    if date is None:
        return None
    form = "range" if point.to_day is not None else _FORMS[point.form]
    if form == "monthday" and not point.borrowed:
        form = "day"
    stop, relation, lead = point.end, "", point.lead
    if form == "year" and (part := _part_of_year(lead)) is not None:
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


def _part_of_year(lead: str) -> tuple[int, int, str] | None:
    """The months and the form that "first half of", "third quarter of", "nine months of" make of a year."""
    kind, _, number = lead.partition("-")
    if kind not in ("half", "quarter", "months"):
        return None
    count = int(number)
    if kind == "half":
        return (6 * count - 5, 6 * count, "half")
    if kind == "quarter":
        return (3 * count - 2, 3 * count, "quarter")
    return (1, count, "range")


# --- relative dates --------------------------------------------------------------------------------------


def _with_relative(
    mentions: list[DateMention], text: str, start: int, end: int, context: DateContext, words: DateWords
) -> list[DateMention]:
    """The mentions with those that only the context can place ("yesterday", "last year", "on Monday")."""
    added: list[DateMention] = []
    anchor, seen = (context.year, context.month, context.day), 0
    for found in words.relative.finditer(text, start, end):
        here, there = found.span()
        while seen < len(mentions) and mentions[seen].end <= here:
            told = mentions[seen]
            if not told.attached and told.date.year is not None:
                anchor = _parts(told.date)
            seen += 1
        begins = text[here].isupper() and text[start:here].rstrip().endswith((".", "/", "-", "–", "—"))
        near = mentions[seen : seen + 1] if begins else mentions[max(0, seen - 1) : seen + 1]
        kind = words.relative_kind[" ".join(found.group().lower().split())]
        step = _STEP.fullmatch(kind)
        if step and _counts_from_another(text, there, end, words):
            continue
        if step and step[2] == "year" and _moved(mentions, seen, there, step, anchor):
            continue
        if any(one.start < there + (9 if step else 5) and here < one.end + 3 for one in near):
            continue  # "two years later, in 1986"
        date = _stepped(step, anchor) if step else _relative(kind, anchor[0], anchor[1], context)
        if date is not None and kind.endswith("-year") and not step:
            date = _part(date, _lead(text, start, here, words))
            if date.is_interval and added and text[added[-1].end : here].strip() in ("", "of"):
                added.pop()  # "the first quarter of last year"
        if date is not None:
            added.append(DateMention(here, there, date, "relative", True))
    return sorted([*mentions, *added], key=lambda one: one.start) if added else mentions


def _counts_from_another(text: str, there: int, end: int, words: DateWords) -> bool:
    """Whether it is told what the time is counted from: «через год после подписания», "a year later than"."""
    behind = re.match(r"\s+([^\W\d_]+)", text[there:end])
    return behind is not None and behind[1].lower() in words.counted_from


def _moved(
    mentions: list[DateMention], seen: int, there: int, step: re.Match[str], anchor: tuple[int | None, ...]
) -> bool:
    """Gives a month told without its year right behind "a year later" the later year: «годом позже, в мае»."""
    one = mentions[seen] if seen < len(mentions) else None
    if one is None or not there <= one.start < there + _BEHIND_STEP or one.date.is_interval:
        return False
    if not one.needs_year or one.form not in ("month", "monthday") or anchor[0] is None:
        return False
    later = anchor[0] + int(step[3]) * (-1 if step[1] == "before" else 1)
    try:
        date = Date.of(later, one.date.month, one.date.day)
    except ValueError:  # 29 February
        return False
    mentions[seen] = msgspec.structs.replace(one, date=date)
    return True


def _part(year: Date, lead: str) -> Date:
    """What words before a year make of it: "the first nine months of last year"; without such words the year."""
    part = _part_of_year(lead)
    return (
        year
        if part is None
        else Date.interval(Date.of(year.year or 0, part[0]), Date.of(year.year or 0, part[1]))
    )


_BEHIND_STEP = 6
"""Characters between "a year later" and the month of that year."""
_STEP = re.compile(r"(after|before)-(day|month|year)-(\d+)|same-day")


def _parts(date: Date) -> tuple[int | None, int | None, int | None]:
    """The year, month and day that a date tells; of an interval those of its first day."""
    month = date.month if date.month is not None and date.month <= 12 else None  # no season
    return date.year, month, date.day


def _stepped(step: re.Match[str], anchor: tuple[int | None, int | None, int | None]) -> Date | None:
    """The day, month or year so long after or before what was told last, where that was told as exactly."""
    year, month, day = anchor
    unit, count = step[2] or "day", int(step[3] or 0) * (-1 if step[1] == "before" else 1)
    if year is None:
        return None
    if unit == "year":
        return Date.of(year + count)
    if month is None:
        return None
    if unit == "month":
        months = year * 12 + month - 1 + count
        return Date.of(months // 12, months % 12 + 1)
    return None if day is None else _as_date(datetime.date(year, month, day) + datetime.timedelta(count))


def _weekday(number: int, context: DateContext) -> Date | None:
    """The last such day of the week that is not after the document's day."""
    day = _document_day(context)
    return None if day is None else _as_date(day - datetime.timedelta((day.weekday() - number) % 7))


def _relative(kind: str, year: int | None, month: int | None, context: DateContext) -> Date | None:
    """What a relative phrase means; `None` where the context does not say."""
    if kind == "same-month":
        return Date.of(year, month) if year is not None and month is not None and month <= 12 else None
    if kind == "same-year":
        return Date.of(year) if year is not None else None
    part = _part_of_year(kind)
    if part is not None:
        if year is None and context.document is not None:
            year = context.document.year
        return None if year is None else Date.interval(Date.of(year, part[0]), Date.of(year, part[1]))
    document = context.document
    if document is None and kind == "next-year" and year is not None:
        return Date.of(year + 1)  # «в следующем году» of a history
    if document is None or document.year is None:
        return None
    when, _, unit = kind.partition("-")
    if when == "weekday":
        return _weekday(int(unit), context)
    step = {"last": -1, "this": 0, "next": 1}.get(when, 0)
    if unit == "year":
        return Date.of(document.year + step)
    if unit == "month":
        if document.month is None:
            return None
        months = document.year * 12 + document.month - 1 + step
        return Date.of(months // 12, months % 12 + 1)
    day = _document_day(context)
    if day is None:
        return None
    if unit == "week":
        monday = day + datetime.timedelta(7 * step - day.weekday())
        return Date.interval(_as_date(monday), _as_date(monday + datetime.timedelta(6)))
    return _as_date(day + datetime.timedelta({"yesterday": -1, "tomorrow": 1, "day": -2}.get(when, 0)))


def _document_day(context: DateContext) -> datetime.date | None:
    document = context.document
    return document.lower if document is not None and document.precision == "day" else None


def _as_date(day: datetime.date) -> Date:
    return Date.of(day.year, day.month, day.day)
