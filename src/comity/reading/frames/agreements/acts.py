"""The acts on instruments that a sentence tells: which, on which of its instruments, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.frames.agreements.contracting import Act
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.arguments import achieved, hangs_below, of_another, told_aside
from comity.reading.frames.nouns import direction
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit

STATUS = {
    "sign": "signed", "adopt": "signed", "initial": "initialled", "ratify": "ratified", "enter_force": "in-force",
    "terminate": "terminated", "draft": "draft", "end": "terminated", "sever": "terminated", "agree": "signed",
    "follow": "signed",
}  # fmt: skip
_ONLY_ADOPTED = frozenset({"declaration", "communique", "programme", "protocol"})
_OF_A_DAY = frozenset({"sign", "adopt", "initial", "ratify"})
_PAPERS = frozenset({"sign", "adopt", "ratify"})
_LATER = frozenset({"ratify", "draft"})
"""Acts that laws and decrees are on."""
_ENDING = frozenset({"end", "sever"})
_SIGNING = frozenset({"sign", "adopt", "initial", "agree", "follow"})
_LOOSE = frozenset({"agree", "follow"})
"""Words that tell of a signature only with an instrument right beside them."""
_AGREED_ON = frozenset({"treaty", "agreement", "convention", "memorandum", "protocol"})


class Acts:
    """The acts of one sentence, shared out among its instruments.

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

    def told(self) -> list[Act]:
        """The acts in their order, with their instruments, dates and places."""
        acts = list(self.acts())
        for act in acts:
            act.targets = self.targets(act)
        acts = [act for act in acts if act.targets or act.predicate not in _LOOSE]
        self.date(acts)
        return acts

    def inside(self, index: int) -> bool:
        return any(index in bracket for bracket in self.brackets)

    def acts(self) -> Iterator[Act]:
        for i, unit in enumerate(self.units):
            if unit.kind != "trigger" or self.inside(i):
                continue
            if self.negotiated(i) or self.looked_on(i) or self.end_of(i) or self.on_another_paper(i):
                continue
            for predicate, form in sorted(reading_of(self.sentence, i), key=lambda one: one[0] in _ENDING):
                if predicate in STATUS and form not in ("base",) and is_fact(self.sentence, i):
                    if predicate == "draft" and any(u.kind == "clause" for u in self.units[i + 1 : i + 2]):
                        continue  # «на согласование которого ушло …»
                    if any(i in range(made.index + 1, made.stop) for made in self.found):
                        continue
                    yield Act(i, predicate)
                    break
                if (
                    predicate in STATUS
                    and form == "base"
                    and (self.told_as_fact(i) if self.sentence.language.code == "en" else True)
                    and (voice(self.sentence, i) != "infinitive" or self.achieved(i))
                    and is_fact(self.sentence, i)
                ):
                    yield Act(i, predicate)
                    break

    def on_another_paper(self, index: int) -> bool:
        """Whether what is signed or approved is a law or decree on an act, which alone befell the instrument: "signed
        the law on the ratification of the treaty", «подписал распоряжение об одобрении проекта соглашения»."""
        if not is_verb(self.sentence, index) or not _PAPERS & {p for p, _ in self.units[index].value}:
            return False
        behind = next((made for made in self.found if made.first > index), None)
        if behind is None:
            return False
        about = any(
            unit.kind == "preposition" and unit.value == "on" for unit in self.units[index : behind.first]
        )
        if behind.draft and about:
            return True
        for i in range(index + 2, behind.first):
            unit = self.units[i]
            if unit.kind in ("and", "punct", "clause"):
                return False
            if unit.kind == "trigger" and any(p in _LATER and form == "noun" for p, form in unit.value):
                return True
        return False

    def achieved(self, index: int) -> bool:
        """ "The first country to sign": what was done, told by an infinitive."""
        return self.sentence.language.code == "en" and achieved(self.sentence, index) > 0

    def told_as_fact(self, index: int) -> bool:
        """Whether a bare form tells what happened: in the present of a chronicle ("A and B sign …"), or achieved."""
        if self.achieved(index):
            return True
        before = self.units[index - 1] if index else None
        several = any(unit.kind == "and" for unit in self.units[max(0, index - 4) : index])
        return before is not None and (
            before.kind == "sides" or (before.kind in ("state", "actor") and not before.mark and several)
        )

    def end_of(self, index: int) -> bool:
        """Whether an end is that of something else than an instrument: "signed at the end of 2019"."""
        ends = any(predicate in _ENDING for predicate, _ in self.units[index].value)
        behind = [unit for unit in self.units[index + 1 : index + 4] if unit.kind != "determiner"]
        return (
            ends
            and direction(self.sentence, index) == "noun"
            and len(behind) > 1
            and behind[0].kind == "preposition"
            and behind[0].value == "of"
            and behind[1].kind != "instrument"
        )

    def negotiated(self, index: int) -> bool:
        """Whether an act, told as a noun, is what talks are about: "negotiations on the conclusion of …"."""
        if direction(self.sentence, index) != "noun":
            return False
        return any(self.is_talks(i) for i in range(max(0, index - 3), index))

    def looked_on(self, index: int) -> bool:
        """Whether an act, told as a noun, is only what somebody supports or waits for: "supports the signing of …",
        "before and after the conclusion of …"."""
        if direction(self.sentence, index) != "noun":
            return False
        words = self.sentence.language.words["bystander"]
        return any(
            unit.key in words or (unit.kind == "preposition" and unit.value == "before")
            for unit in self.units[max(0, index - 4) : index]
        )

    def targets(self, act: Act) -> list[Instrument]:
        how = direction(self.sentence, act.index)
        left, right = self.left(act.index), self.right(act.index)
        if act.predicate in _ENDING:
            # "the treaty ended …" only; what a treaty ended is no act on it
            return [made for made in left[-1:] if how != "active" and made.stop >= act.index - 2]
        if act.predicate in _LOOSE:
            return self.beside(act, how, left, right)
        if how == "noun":
            if act.predicate in ("enter_force", "draft"):
                chosen = left[-1:] if left and self.near(left[-1], act.index) else right
            else:
                chosen = right if self.of_follows(act.index) else []
        elif how == "ing" and act.predicate == "enter_force":
            chosen = left[-1:]  # «соглашение о …, вступившее в силу 1 мая»
        elif how in ("infinitive", "ing"):
            done = (
                how == "ing"
                and act.predicate == "sign"
                and (self.by_before(act.index) or self.goes_with(act.index))
            )
            chosen = right if done or (how == "infinitive" and self.achieved(act.index)) else []
        elif act.predicate == "enter_force":
            chosen = left
        elif how == "active":
            # «срок соглашения истёк», "A ratified it"
            if act.predicate == "terminate" and right and not self.is_object(act.index, right[0]):
                right = []  # "revoked plans for troops to take part in the programme"
            chosen = right or (left[-1:] if act.predicate == "terminate" or self.on_it(act.index) else [])
        else:
            # "a number of documents were signed, among them …": what they were stands behind
            general = bool(left) and left[-1].plural and not left[-1].items[0].subject
            chosen = right if general and right and how == "passive" else left or right
            if chosen is left and left and left[-1].unit.start > self.units[act.index].start:
                chosen = [*left, *right]  # «были подписаны Соглашение о …, Протокол о …»
            if (
                left
                and how == "passive"
                and voice(self.sentence, act.index) == "bare"
                and self.adjacent(left[-1], act.index)
            ):
                chosen = left[-1:]
        if act.predicate == "adopt":
            chosen = [made for made in chosen if made.unit.value in _ONLY_ADOPTED]
        return chosen

    def beside(self, act: Act, how: str, left: list[Instrument], right: list[Instrument]) -> list[Instrument]:
        """The instrument right beside a word of wider use: "agreed on a treaty", "a treaty followed in 1904"."""
        if act.predicate == "follow":
            passive = any(unit.kind == "be" for unit in self.units[act.index - 1 : act.index])
            chosen = [made for made in left[-1:] if not passive and self.adjacent(made, act.index)]
        elif how == "active":
            chosen = [made for made in right[:1] if self.is_led_to(act.index, made)]
        elif how == "passive":
            chosen = [
                made for made in left[-1:] if self.adjacent(made, act.index - self.auxiliaries(act.index))
            ]
        else:
            chosen = []
        told = [made for made in chosen if made.unit.value in _AGREED_ON and not made.draft]
        return [made for made in told if made.parties is not None or made.items[0].subject]

    def is_led_to(self, index: int, made: Instrument) -> bool:
        """Whether nothing but an article stands between a verb and an instrument."""
        return all(unit.kind == "determiner" for unit in self.units[index + 1 : made.first])

    def auxiliaries(self, index: int) -> int:
        """How many words of "was", "had been" stand right before a verb."""
        at = index
        while at > 0 and self.units[at - 1].kind in ("be", "have"):
            at -= 1
        return index - at

    def is_object(self, index: int, made: Instrument) -> bool:
        """Whether an instrument is what an active verb is done to, with nothing but its own words between."""
        between = self.units[index + 1 : made.first]
        return self.sentence.language.cases != {} or not any(
            unit.kind in ("preposition", "trigger", "actor", "pronoun") for unit in between[1:]
        )

    def near(self, made: Instrument, index: int) -> bool:
        return index - made.stop <= 3

    def of_follows(self, index: int) -> bool:
        after = self.units[index + 1] if index + 1 < len(self.units) else None
        return after is not None and (
            after.kind in ("instrument", "determiner")
            or (after.kind == "preposition" and after.value == "of")
        )

    def by_before(self, index: int) -> bool:
        before = self.units[index - 1] if index else None
        return before is not None and (
            before.kind == "and"
            or (before.kind == "preposition" and before.value in ("agent", "after", "with"))
        )

    def goes_with(self, index: int) -> bool:
        """Whether an act behind a comma is part of what the clause before tells as a fact: "visited P, signing …"."""
        if index < 2 or self.units[index - 1].text != ",":
            return False
        for i in range(index - 2, -1, -1):
            if self.units[i].kind == "clause" or self.units[i].text in (";", ":"):
                return False
            forms = (
                {form for _, form in reading_of(self.sentence, i)}
                if self.units[i].kind == "trigger"
                else set()
            )
            paid = self.units[i].kind == "trigger" and any(p == "visit" for p, _ in self.units[i].value)
            if forms & {"finite", "participle"} or paid:  # "paid a visit"
                return is_fact(self.sentence, i)
        return False

    def adjacent(self, made: Instrument, index: int) -> bool:
        return index - made.stop <= 1

    def left(self, index: int) -> list[Instrument]:
        """The instruments before an act, back to the last one that another act or clause parts from it."""
        found: list[Instrument] = []
        stop = index
        for made in reversed(self.found):
            if made.index >= index:
                continue
            between = range(made.stop, stop)
            if any(self.units[i].text == ";" for i in between) and not self.on_it(index):
                break
            if found and (
                any(self.parts(i) for i in between)
                or not any(self.units[i].kind == "and" or self.units[i].text == "," for i in between)
            ):
                break
            found.insert(0, made)
            stop = made.first
        return found

    def on_it(self, index: int) -> bool:
        """Whether an act is on the instrument that a pronoun stands for: "…; A ratified it", "…, and it came into
        force"."""
        behind = self.units[index + 1 : index + 2]
        before = next(
            (unit for unit in reversed(self.units[:index]) if unit.kind not in ("be", "have", "word")), None
        )
        it = self.sentence.language.words["it"]
        active = direction(self.sentence, index) == "active"
        return (any(unit.key in it for unit in behind) and active) or (
            before is not None and before.key in it
        )

    def parts(self, index: int) -> bool:
        unit = self.units[index]
        return unit.kind in ("be", "have", "modal", "clause") or (
            is_verb(self.sentence, index)
            and bool({"participle", "finite"} & {f for _, f in unit.value})
            and not self.inside(index)
        )

    def right(self, index: int) -> list[Instrument]:
        """The instruments behind an act up to the next verb."""
        found: list[Instrument] = []
        cursor = index + 1
        for made in self.found:
            if made.index <= index:
                continue
            between = [i for i in range(cursor, made.first) if not self.inside(i)]
            if any(self.units[i].kind in ("be", "modal", "clause") for i in between) or any(
                is_verb(self.sentence, i) and {f for _, f in self.units[i].value} & {"finite", "participle"}
                for i in between
            ):
                break
            if found and any(
                self.units[i].key == "to" and self.units[i + 1].kind in ("trigger", "word") for i in between
            ):
                break  # "a convention meant to complete the treaty"
            if between and self.is_talks(between[0]):
                break  # "entered into talks on an agreement"
            if self.closes(range(index + 1, made.first)):
                break  # "… (terminated in 2017); a Memorandum on …"
            links = [
                self.units[i].value
                for i in between
                if self.units[i].kind == "preposition" and self.units[i].start > self.units[index].start
            ]
            signed = any(self.units[i].key in self.sentence.language.words["signature"] for i in between)
            if links and links[-1] in ("under", "during", "after", "before") and not signed:
                break
            found.append(made)
            cursor = made.stop
        # "signed several agreements, such as an Agreement on …": the plural only leads to the others
        if len(found) > 1 and found[0].plural and not found[0].items[0].subject:
            found = found[1:]
        return found

    def closes(self, between: range) -> bool:
        """Whether a bracket that opened before ends among units."""
        signs = [self.units[i].text for i in between if self.units[i].text in ("(", ")")]
        return bool(signs) and signs[0] == ")"

    def is_talks(self, index: int) -> bool:
        unit = self.units[index]
        return unit.kind == "trigger" and any(p == "meet" and form == "noun" for p, form in unit.value)

    def date(self, acts: list[Act]) -> None:
        """Shares the dates outside brackets among the acts: each takes the first behind it, or the last before it."""
        taken: set[int] = set(self.leading)
        for number, act in enumerate(acts):
            low = acts[number - 1].index if number else -1
            high = acts[number + 1].index if number + 1 < len(acts) else len(self.units)
            dates = [
                i
                for i, unit in enumerate(self.units)
                if unit.kind == "date" and low < i < high and not self.inside(i) and i not in taken
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
                self.sentence, max(low, (ahead[-1] - 1) if ahead and not behind else act.index - 1), high
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


def place_within(sentence: Sentence, low: int, high: int) -> Unit | None:
    for unit in sentence.units[max(low, 0) : high]:
        if unit.kind == "place" and unit.mark in ("place", ""):
            return unit
    return None


def point(unit: Unit) -> Date | None:
    """The day of an act that a date tells: "in force since 1996" entered into force in 1996."""
    date: Date = unit.value.date
    if date.is_interval and (date.start is None or date.end is None):
        return date.start or date.end
    return date
