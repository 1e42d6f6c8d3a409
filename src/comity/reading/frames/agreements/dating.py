"""When and where the acts of a sentence were done: its dates shared out among them."""

from __future__ import annotations

from comity.model.edtf import Date
from comity.reading.frames.agreements.contracting import Act
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.dates.others import hangs_below, of_another, told_aside
from comity.reading.frames.nouns import direction
from comity.reading.sentence import Sentence
from comity.reading.units import Unit, is_capitalised

_OF_A_DAY = frozenset({"sign", "adopt", "initial", "ratify"})
_SIGNING = frozenset({"sign", "adopt", "initial", "agree", "follow"})


def inside(index: int, brackets: list[range]) -> bool:
    """Whether an index stands in a bracket behind an instrument, which tells its acts there."""
    return any(index in bracket for bracket in brackets)


class Dates:
    """The dates of a sentence outside the brackets behind its instruments.

    `found` are the instruments on which acts are told, `passing` those only named, `brackets` what stands in brackets
    behind an instrument and tells its acts there.
    """

    def __init__(
        self, sentence: Sentence, found: list[Instrument], passing: list[Instrument], brackets: list[range]
    ) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.found = found
        self.passing = passing
        self.brackets = brackets
        self.leading = {at: made for made in found if (at := self.leads(made)) is not None}
        """Dates that are of one instrument alone: "…, in 1998 an agreement on Y", "X in 2012 and Y in 2006"."""
        trailing = {at: made for made in found if (at := self.trails(made)) is not None}
        if len(trailing) > 1 and not self.leading:
            self.leading = trailing
        self.leading.update({at: made for at, made in trailing.items() if self.follows(made)})

    def share(self, acts: list[Act]) -> None:
        """Shares the dates outside brackets among the acts: each takes the first behind it, or the last before it."""
        taken: set[int] = set(self.leading) | self.of_titles(acts)
        for number, act in enumerate(acts):
            low = acts[number - 1].index if number else -1
            high = acts[number + 1].index if number + 1 < len(acts) else len(self.units)
            dates = [
                i
                for i, unit in enumerate(self.units)
                if unit.kind == "date" and low < i < high and not inside(i, self.brackets) and i not in taken
            ]
            dates = [
                i
                for i in dates
                if not any(i in range(made.index, made.stop) for made in self.found)
                and not any(i in range(made.first - 1, made.stop) for made in self.passing)
                and not is_term(self.sentence, i)
                and not self.worn_by_another(i, act)
                and not told_aside(self.sentence, act.index, i)
                and not (
                    act.predicate in _OF_A_DAY
                    and self.units[i].value.relation == "until"
                    and not self.not_until(act.index)
                )
            ]
            behind = [i for i in dates if i > act.index and not self.until_then(act.index, i)]
            ahead = [
                i
                for i in dates
                if i < act.index
                and not of_another(self.sentence, i, act.index)
                and not (act.predicate in _OF_A_DAY and self.lasts_on(i))
            ]
            if ahead and ahead[-1] == act.index - 1 and direction(self.sentence, act.index) == "noun":
                behind = []  # "the 2006 signing of the accord which led to the withdrawal in 2008"
            if ahead and behind and self.parted(act.index, behind[0]):
                behind = []  # "11 May 2018 – Agreement signed in P; the ban is lifted five days later"
            if ahead and behind and hangs_below(self.sentence, act.index, behind[0]):
                behind = []
            if ahead and behind and self.opens_next(behind[0]):
                behind = []  # "In 1997 X was signed, in 1998 A opened …"
            if (
                behind
                and number + 1 < len(acts)
                and self.belongs_ahead(behind[0], acts[number + 1].index, act.index)
                and (ahead or len(behind) == 1)
            ):
                behind = []
            chosen = behind[0] if behind else ahead[-1] if ahead else None
            if chosen is None and number and not behind:
                first = next((i for i, unit in enumerate(self.units[:6]) if unit.kind == "date"), None)
                chosen = first if first is not None and acts[number].predicate == acts[0].predicate else None
            if chosen is not None:
                taken.add(chosen)
                act.date = self.units[chosen]
            high = next(
                (i - 1 for i in range(act.index + 1, high) if i in dates and self.opens_next(i)), high
            )
            act.place = place_within(
                self.sentence,
                max(low, (ahead[-1] - 1) if ahead and not behind else act.index - 1),
                high,
                self.names(),
            )

    def parted(self, index: int, date: int) -> bool:
        """Whether a semicolon outside brackets parts a date from an act."""
        return any(self.units[i].text == ";" and not inside(i, self.brackets) for i in range(index + 1, date))

    def of_titles(self, acts: list[Act]) -> set[int]:
        """Dates of titles that the order of words parts from them: «действует Соглашение о визах от 12 мая 1999 г.»."""
        if not self.sentence.language.cases:
            return set()
        found: set[int] = set()
        for act in acts:
            made = act.targets[-1] if act.targets and act.predicate not in _SIGNING else None
            if made is None or made.date is not None or made.plural:
                continue
            for i in range(act.index + 2, len(self.units)):
                link, unit = self.units[i - 1], self.units[i]
                if unit.kind == "date" and link.kind == "preposition" and link.value == "source":
                    beside = 0 <= link.start - self.units[made.stop - 1].end <= 1  # in the text itself
                    if beside and unit.value.relation != "since":
                        made.date = unit
                        found.add(i)
                    break
        return found

    def names(self) -> frozenset[int]:
        """Where towns stand that only name an instrument: "the Lima Agreement"."""
        if self.sentence.language.cases:
            return frozenset()
        made = [*self.found, *self.passing]
        return frozenset(
            one.first - 1
            for one in made
            if one.first and self.units[one.first - 1].kind == "place" and is_capitalised(one.unit)
        )

    def leads(self, made: Instrument) -> int | None:
        """Where the date stands that opens the words for a further instrument."""
        at = made.first - 1
        while at > 0 and self.units[at].kind == "determiner":
            at -= 1
        opens = at > 1 and self.units[at].kind == "date" and self.opens_next(at)
        earlier = any(other.index < at for other in self.found if other is not made)
        return at if opens and earlier and not self.sentence.language.cases else None

    def trails(self, made: Instrument) -> int | None:
        """Where the date stands that follows an instrument, before anything else is told."""
        if self.sentence.language.cases:
            return None
        for at in range(made.stop, min(made.stop + 6, len(self.units))):
            unit = self.units[at]
            if unit.kind == "date":
                told = self.units[at - 1].kind == "preposition" and not self.opens_next(at)
                return at if told and not is_term(self.sentence, at) else None
            if unit.kind not in ("preposition", "place"):
                return None
        return None

    def follows(self, made: Instrument) -> bool:
        """Whether an instrument came after the one told before it: "signed X in 1987, followed by Y in 1989"."""
        at = made.first - 1
        while at > 0 and self.units[at].kind == "determiner":
            at -= 1
        then = at > 1 and self.units[at].kind == "preposition" and self.units[at].value == "agent"
        return then and self.units[at - 1].key in self.sentence.language.words["next_came"]

    def opens_next(self, date: int) -> bool:
        """Whether a date opens what was next: behind a comma or "and" and a preposition, and before further words."""
        units = self.units
        if date < 2 or date + 1 >= len(units) or units[date - 1].kind != "preposition":
            return False
        after = units[date + 1]
        goes_on = after.kind in (
            "state",
            "actor",
            "determiner",
            "instrument",
            "sides",
            "pronoun",
            "organisation",
        )
        return units[date - 2].kind == "and" or (units[date - 2].text == "," and goes_on)

    def worn_by_another(self, date: int, act: Act) -> bool:
        """Whether a year stands before an instrument that the act is not on: "a convention to supplement the 1839
        Treaty"."""
        if act.predicate not in _SIGNING and any(made.date is self.units[date] for made in self.found):
            return True  # "ended the 1839 Treaty"
        bare = not date or self.units[date - 1].kind != "preposition"
        return bare and any(made.first == date + 1 and made not in act.targets for made in self.found)

    def not_until(self, index: int) -> bool:
        """Whether an act is denied up to a date: "never signed a treaty until 2006"."""
        words = self.sentence.language.words["negation"]
        return any(unit.key in words for unit in self.units[max(0, index - 3) : index])

    def lasts_on(self, date: int) -> bool:
        """Whether a date before an act only begins a time ("since 1833"), and is not the day "when …"."""
        when = self.sentence.language.words.get("when", ())
        behind = self.units[date + 1 : date + 3]
        return self.units[date].value.relation == "since" and not any(unit.key in when for unit in behind)

    def until_then(self, index: int, date: int) -> bool:
        """Whether a date behind an act is that of what ended it: "…, until he died in 1833"."""
        return any(
            unit.kind == "preposition" and unit.value == "until"
            for unit in self.units[index + 1 : max(index + 1, date - 1)]
        )

    def belongs_ahead(self, date: int, after: int, before: int) -> bool:
        """Whether a date between two acts leads to the second: "was concluded and on 31 May it came into force"."""
        return any(
            unit.kind in ("and", "clause") or unit.text == ","
            for unit in self.units[max(before + 1, date - 2) : date]
        ) and not any(unit.kind in ("and", "clause", "punct") for unit in self.units[date + 1 : after])


def is_term(sentence: Sentence, date: int) -> bool:
    """Whether years are those that a programme is for: "Programme of Cooperation for 2011–2013"."""
    before = sentence.units[date - 1] if date else None
    return (
        before is not None
        and before.key in sentence.language.words["term_mark"]
        and bool(sentence.units[date].value.date.is_interval)
    )


def place_within(sentence: Sentence, low: int, high: int, names: frozenset[int] = frozenset()) -> Unit | None:
    """The first town among some units that is no part of a name."""
    for i in range(max(low, 0), min(high, len(sentence.units))):
        unit = sentence.units[i]
        if unit.kind == "place" and unit.mark in ("place", "") and i not in names:
            return unit
    return None


def point(unit: Unit) -> Date | None:
    """The day of an act that a date tells: "in force since 1996" entered into force in 1996."""
    date: Date = unit.value.date
    if date.is_interval and (date.start is None or date.end is None):
        return date.start or date.end
    return date
