"""Which dates of a sentence are those of something else than the act that is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from comity.reading.sentence import Sentence, has_class, is_verb
from comity.reading.units import Unit


def of_another(sentence: Sentence, date: int, index: int) -> bool:
    """Whether a date before an act is that of something else: a comparison, a clause told before ("After the vote of
    May 1993 was annulled, A imposed …"), an act that a perfect tense goes on from ("settled it in 1993 and have worked
    together").
    """
    units = sentence.units
    if compared(sentence, date):
        return True
    if "and" in [unit.kind for unit in units[date + 1 : index - 1]] and any(
        units[i].kind == "and" and units[i + 1].key in sentence.language.words.get("perfect", ())
        for i in range(date + 1, index - 1)
    ):
        return True
    if _comes_later(sentence, date, index):
        return True
    first = units[0]
    if (
        first.kind == "preposition"
        and first.value == "after"
        and units[date].value.form == "year"
        and any(unit.key in sentence.language.words["independence"] for unit in units[1:date])
        and any(unit.text == "," for unit in units[date:index])
    ):
        return True  # "Following its independence in 1979, A signed …"
    if first.key not in sentence.language.words.get("subordinate", ()) or date < 2:
        return False
    comma = next((i for i in range(index - 1, date, -1) if units[i].text == ","), 0)
    return comma > 0 and any(
        units[i].kind in ("be", "have") or is_verb(sentence, i) for i in range(1, comma) if i != date
    )


def _comes_later(sentence: Sentence, date: int, index: int) -> bool:
    """Whether an act is told to have come later than another, of which the date is: «В 1992 году посольство закрылось,
    позднее прекратило работу представительство»."""
    if not has_class(sentence, "afterwards"):
        return False
    units, later = sentence.units, sentence.language.words["afterwards"]
    for i in range(index - 1, date + 1, -1):
        if units[i].key in later and (units[i - 1].text == "," or units[i - 1].kind == "and"):
            return any(is_verb(sentence, at) for at in range(date + 1, i))
    return False


def compared(sentence: Sentence, date: int) -> bool:
    """Whether a date only tells what a figure is compared with ("a rise of 15% from 2011"), or which thing is meant."""
    units = sentence.units
    if date < 2 or units[date].value.relation not in ("", "from", "since"):
        return False
    if _of_a_noun(sentence, date):
        return True
    before, last = units[date - 1], units[date - 2]
    words = sentence.language.words["compare"]
    if before.kind == "preposition" and last.key in words:
        return True
    return before.key in words and "%" in sentence.text[last.start : before.start]


def _of_a_noun(sentence: Sentence, date: int) -> bool:
    """Whether a year only tells which thing is meant: "within its 1937 borders"."""
    units = sentence.units
    if sentence.language.cases or date + 1 >= len(units) or units[date].value.form != "year":
        return False
    owned = units[date - 1].key in sentence.language.words["possessive"] or units[date - 1].kind == "poss"
    return owned and units[date + 1].kind == "word" and units[date + 1].text.islower()


def told_aside(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date stands in brackets with a verb of its own: "was appointed (presented credentials on …)"."""
    units = sentence.units
    opening = next((i for i in range(date - 1, index, -1) if units[i].text in ("(", ")")), -1)
    if opening < 0 or units[opening].text != "(":
        return False
    return any(is_verb(sentence, i) or units[i].kind in ("clause", "be") for i in range(opening + 1, date))


def of_owned_talks(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date is that of earlier talks which a phrase behind the act names: "met Y to follow up on X's talks
    with Z in May 2011"; not of those during which the act was.
    """
    units = sentence.units
    for at in range(date - 1, index + 2, -1):
        talks = units[at].kind == "trigger" and any(
            p in ("meet", "visit") and form == "noun" for p, form in units[at].value
        )
        if not talks or units[at - 1].kind != "poss":
            continue
        owner = next((i for i in range(at - 2, index, -1) if units[i].mark == "owner"), None)
        before = units[owner - 1] if owner is not None else None
        return (
            before is not None and before.kind == "preposition" and before.value in ("on", "after", "topic")
        )
    return False


def of_gerund(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act is that of another told as its bound: "occupied B before withdrawing in 1989"."""
    units = sentence.units
    for i in range(max(index + 2, date - 6), date):
        before = units[i - 1]
        bound = before.kind == "preposition" and before.value in ("before", "after")
        # "responded to A's recognition of B by cutting relations in 2008"
        bound = bound or (before.value == "agent" and not is_verb(sentence, index))
        if bound and units[i].kind == "trigger" and any(form == "ing" for _, form in units[i].value):
            return True
    return False


def hangs_below(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act stands in a clause below it: "signed the plan that had been made since May"."""
    units = sentence.units
    relative = sentence.language.words.get("relative", ())
    opened = next(
        (i for i in range(index + 1, date) if units[i].kind == "clause" or units[i].key in relative), None
    )
    if opened is None and not sentence.language.cases:  # "signed it, as it had pledged to do in 1985"
        opened = next(
            (
                i
                for i in range(index + 1, date - 1)
                if units[i].key == "as" and units[i + 1].kind == "pronoun"
            ),
            None,
        )
    if opened is None and _opens_with_pronoun(sentence, index, date):
        return True  # "recognised it after it had become free in 1991"
    if any(units[i].text == "(" for i in range(index + 1, date - 1)) and not any(
        units[i].text == ")" for i in range(index + 1, date)
    ):
        return True
    if opened is not None and sentence.language.cases and units[opened].key in relative:
        return True  # «консульство, которым в 1913 г. заведовал …»
    return opened is not None and any(
        units[i].kind in ("be", "have", "modal") or is_verb(sentence, i) for i in range(opened + 1, date)
    )


def _opens_with_pronoun(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a clause of time whose subject is a pronoun opens between an act and a date: "after it gained …"."""
    units = sentence.units
    return not sentence.language.cases and any(
        units[i].kind == "preposition"
        and units[i].value in ("after", "before", "since")
        and units[i + 1].kind == "pronoun"
        and (
            units[i + 2].kind in ("have", "be", "trigger")
            or sentence.language.morphology.is_verbal(units[i + 2])
        )
        for i in range(index + 1, date - 2)
    )


def of_freedom(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date is that on which the state of a clause of time became free: "soon after B declared its
    independence on D", «после того как Б провозгласила независимость 9 июля»."""
    units, words = sentence.units, sentence.language.words
    opened = next(
        (
            i
            for i in range(index + 1, date - 2)
            if units[i].kind == "preposition" and units[i].value in ("after", "before")
        ),
        None,
    )
    return opened is not None and any(
        units[i].key in words["declared"] and units[i - 1].kind in ("state", "pronoun")
        for i in range(opened + 1, date - 1)
    )


def is_that_year(head: Unit, date: Unit) -> bool:
    """Whether a date behind an act only repeats the year of the day at the sentence's head."""
    day, year = head.value.date, date.value.date
    return (
        head.value.form == "day"
        and not day.is_interval
        and not year.is_interval
        and year.month is None
        and year.year == day.year
    )


def of_named_thing(sentence: Sentence, date: int) -> bool:
    """Whether a year or month only says which instrument or occasion is meant: "its breach of a November 2013
    agreement"."""
    units = sentence.units
    if sentence.language.cases or not 0 < date < len(units) - 1:
        return False
    if units[date].value.form not in ("year", "month"):
        return False
    return units[date - 1].kind == "determiner" and units[date + 1].kind in ("instrument", "event")


def of_what_came_before(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date is of what an act came some time after: "was recalled for four months after the execution of the
    nine on 10 November", «через пять дней после провозглашения … 9 июля»."""
    units = sentence.units
    opened = next(
        (
            i
            for i in range(index + 1, date - 2)
            if units[i].kind == "preposition"
            and units[i].value == "after"
            and units[i - 1].key in sentence.language.words["some_time"]
        ),
        None,
    )
    return (
        opened is not None
        and units[date].value.form in ("day", "monthday")
        and not any(unit.text == "," for unit in units[opened:date])
    )


def of_what_holds(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act is that since when what a perfect tense tells holds: "recognised B in peace, and has
    maintained relations with it since 1903"."""
    units, perfect = sentence.units, sentence.language.words.get("perfect", frozenset())
    return units[date].value.relation == "since" and any(
        units[i].kind == "and" and units[i + 1].key in perfect for i in range(index + 1, date - 1)
    )


def of_what_lasts(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date before an act is that of the past one to which it is joined as what goes on: "in December 2007
    became the first to recognise B, and provides aid to C"."""
    units = sentence.units
    if sentence.language.cases or not is_verb(sentence, index) or units[index - 1].kind != "and":
        return False
    lasts = units[index].text.islower() and units[index].text.endswith("s")
    return lasts and any(
        units[i].kind != "be" and (is_verb(sentence, i) or units[i].kind == "trigger")
        for i in range(date + 1, index - 1)
    )


def names_event(sentence: Sentence, date: int) -> bool:
    """Whether a year only names what happened in it: "in the aftermath of the 2008 A war"."""
    units = sentence.units
    if sentence.language.cases or not 0 < date < len(units) - 1:
        return False
    if units[date].value.form != "year" and not units[date].value.date.is_interval:
        return False
    return units[date - 1].kind == "determiner" and units[date + 1].kind in ("word", "state")


def opens_next(sentence: Sentence, date: int) -> bool:
    """Whether a date begins what is told behind "and" or a comma: a subject and a verb follow it at once."""
    units = sentence.units
    cursor = date - 1
    while cursor >= 0 and units[cursor].kind in ("preposition", "determiner"):
        cursor -= 1
    bare = cursor == date - 1 and not sentence.language.cases  # «…, а 26 февраля 1992 г. были установлены …»
    if bare or cursor < 0 or (units[cursor].kind != "and" and units[cursor].text != ","):
        return False
    if sentence.language.cases and units[cursor].key in sentence.language.words["contrast"]:
        return True  # «…, а в 1920 г. А послал …»
    behind = next((unit for unit in units[date + 1 :] if unit.kind not in ("place", "preposition")), None)
    if behind is not None and behind.text in ("–", "—"):
        return True  # "…, in 1977 in Q – the Embassy of B"
    if behind is not None and behind.text == "," and date + 2 < len(units):
        behind = units[date + 2]
    if behind is not None and behind.kind == "pronoun" and not sentence.language.cases:
        return True  # "…, and in February 1945 he declared"
    for at in range(date + 1, min(date + 6, len(units))):
        if units[at].kind in ("be", "have") or is_verb(sentence, at):
            return True
        if units[at].kind in ("punct", "and") and units[at].text != ",":
            return False
    return False


def taken(sentence: Sentence, date: int, index: int) -> bool:
    """Whether a date before an act follows close upon another verb: "established in 1922, were interrupted when …"."""
    return any(
        is_verb(sentence, i) and not any(unit.kind in ("punct", "clause") for unit in sentence.units[i:date])
        for i in range(max(0, date - 4), date)
    ) and any(unit.kind == "punct" or unit.kind == "and" for unit in sentence.units[date:index])


def goes_on_of_others(sentence: Sentence, stop: int) -> bool:
    """Whether a clause behind "and" tells of others than the one before it: not "and their embassies reopened on …"."""
    units = sentence.units
    if stop + 1 >= len(units) or units[stop].kind != "and":
        return False
    if sentence.language.cases:
        return units[stop].key in sentence.language.words["contrast"]
    if units[stop - 1].kind == units[stop + 1].kind:
        return False  # "… embassies in P and Q reopened": two of one subject
    return units[stop + 1].key not in sentence.language.words["possessive"]


def of_later_act(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date behind an act is that of another told after it, where a date stands before the act: "In January
    the ministers met and agreed to set up a commission to begin work in May"."""
    units = sentence.units
    if sentence.language.cases:
        return False
    comma = False
    for i in range(index + 1, date):
        comma = comma or units[i].kind == "and" or units[i].text == ","
        if comma and is_verb(sentence, i) and not any(form == "noun" for _, form in units[i].value):
            return True
    return False


def of_act_after_a_time(sentence: Sentence, index: int, date: int) -> bool:
    """Whether a date belongs to a verb joined behind an act whose own time is told without a date: "ceased during the
    war and were resumed in 1926"."""
    units = sentence.units
    joint = next((i for i in range(index + 1, date) if units[i].kind == "and"), None)
    if joint is None or not any(is_verb(sentence, i) for i in range(joint + 1, min(joint + 4, date))):
        return False
    return any(unit.kind == "preposition" and unit.value in _TIMES for unit in units[index + 1 : joint])


def as_things_stood(sentence: Sentence, date: Unit | None) -> bool:
    """Whether a date only says when things stood so: "As of 1984, A and B were the only …"."""
    if date is None:
        return False
    at = sentence.index(date)
    return (
        " ".join(unit.key for unit in sentence.units[max(0, at - 2) : at]) in sentence.language.words["as_of"]
    )


_TIMES = frozenset({"during", "before", "after"})
"""What a time without a date begins with."""


def other_act_between(sentence: Sentence, index: int, date: int) -> bool:
    return any(is_verb(sentence, i) for i in range(index + 2, date)) and any(
        sentence.units[i].kind in ("actor", "relations", "mission", "pronoun") for i in range(index + 1, date)
    )


def of_joined_act(sentence: Sentence, index: int, date: int, before: int) -> bool:
    """Whether a date belongs to a verb joined behind an act that has its own right before it."""
    units, adverbs = sentence.units, sentence.language.words["adverb"]
    if any(unit.kind not in ("be", "have") and unit.key not in adverbs for unit in units[before + 1 : index]):
        return False
    return any(
        units[i - 1].kind == "and"
        and is_verb(sentence, i)
        and not any(u.kind == "date" for u in units[index:i])
        for i in range(index + 1, date)
    )


def of_bracket(sentence: Sentence, date: Unit | None, told: Iterable[Unit]) -> bool:
    """Whether a date in brackets is that of something else than the told units: "X, Y and Z (since 1997)"."""
    if date is None:
        return False
    units = sentence.units
    at = sentence.index(date)
    opening = next((i for i in range(at - 1, max(at - 6, -1), -1) if units[i].text in "()"), -1)
    if opening < 1 or units[opening].text != "(":
        return False
    before = units[opening - 1]
    return before.kind == "quoted" and not any(unit is before for unit in told)
