"""Instruments: signed, initialled, ratified, in force, in draft; one claim per instrument or subject, and per act.

A sentence is read once for all its instruments. Its acts (verbs and nouns such as "signed", "entry into force") are
shared out: a passive takes the instruments before it, an active verb those behind it, a bracket the item it stands
behind. What has no act of its own in a list of instruments was signed on the date beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.reading.discourse import Context, Occasion
from comity.reading.frames.arguments import (
    achieved,
    hangs_below,
    occasion_of,
    of_another,
    run,
    told_aside,
)
from comity.reading.frames.contracting import Act, Contracting, Parties
from comity.reading.frames.draft import Draft
from comity.reading.frames.instrument_columns import dated_columns
from comity.reading.frames.instruments import Instrument, Item, instruments, is_plural
from comity.reading.frames.nouns import direction, phrase, wording
from comity.reading.sentence import Sentence, is_fact, is_verb, reading_of, voice
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"instrument"})

STATUS = {
    "sign": "signed", "adopt": "signed", "initial": "initialled", "ratify": "ratified", "enter_force": "in-force",
    "terminate": "terminated", "draft": "draft", "end": "terminated", "sever": "terminated",
}  # fmt: skip
_ONLY_ADOPTED = frozenset({"declaration", "communique", "programme", "protocol"})
_KEPT = frozenset({"treaty", "agreement", "convention", "memorandum"})
"""What two states that "have" it have in force."""
_OF_A_DAY = frozenset({"sign", "adopt", "initial", "ratify"})
_ENDING = frozenset({"end", "sever"})
_NEXT = 200
"""Signs between an instrument and the sentence that tells when it was signed."""
# What may stand before the instrument in an item of a list of instruments.
_LEADING = frozenset(
    {"date", "determiner", "punct", "number", "amount", "preposition", "state", "dyad", "combining"}
)


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Agreements on X, Y and Z were signed", "A and B signed a Declaration on …", "the treaty entered into force"."""
    if any(unit.kind == "instrument" for unit in sentence.units[:index]):
        return
    yield from _Reading(sentence, context).run()


class _Reading:
    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.contracting = Contracting(sentence, context)
        named = instruments(sentence)
        self.found = [
            made
            for made in named
            if not self.twins(made)
            and not self.no_treaty(made)
            and not self.apposed(made)
            and not self.added_to(made)
            and not self.of_organisation(made)
        ]
        self.passing = [made for made in named if made not in self.found]
        """Instruments that the sentence only names, whose years are no act's."""
        for made in self.found:
            for item in made.items:
                if item.bracket is not None and self.digresses(item.bracket):
                    item.bracket = None
        self.brackets = [
            item.bracket for made in self.found for item in made.items if item.bracket is not None
        ]

    def run(self) -> Iterator[Draft]:
        acts = list(self.acts())
        for act in acts:
            act.targets = self.targets(act)
        self.date(acts)
        told: set[int] = set()
        for act in acts:
            for made in act.targets:
                for number, item in enumerate(made.items):
                    if item.bracket is not None and self.says(item.bracket, STATUS[act.predicate]):
                        continue
                    told.add(id(item))
                    approved = (
                        made.draft and act.predicate == "ratify"
                    )  # a draft is approved before it is signed
                    status = "draft" if approved else STATUS[act.predicate]
                    yield from self.claim(made, number, status, act)
        for made in self.found:
            for number, item in enumerate(made.items):
                if item.bracket is not None:
                    yield from self.bracketed(made, number, item.bracket)
                    yield from self.opened(made, number, item.bracket)
                elif id(item) not in told:
                    yield from self.listed(made, number)

    def no_treaty(self, made: Instrument) -> bool:
        """An act of one assembly, unless it says between whom it is."""
        if made.parties is not None or made.unit.key not in self.sentence.language.words["unilateral"]:
            return False
        signed = next((i for i in range(made.index) if self.signs(i)), 0)
        signers = {
            unit.value[0] if unit.kind == "state" else unit.key
            for unit in self.units[:signed]
            if not unit.mark and (unit.kind == "state" or (unit.kind == "organisation" and unit.key))
        }
        return len(signers) <= 1

    def apposed(self, made: Instrument) -> bool:
        """Whether an instrument behind a comma is the one before it once more: "Agreement on X, A's first trade
        agreement"."""
        words = self.sentence.language.words
        comma = next(
            (i for i in range(made.first - 1, max(made.first - 7, 0), -1) if self.units[i].text == ","), 0
        )
        between = self.units[comma + 1 : made.index]
        ranked = any(
            unit.key in words["superlative"] or (unit.kind == "amount" and unit.value.kind == "ordinal")
            for unit in between
        )
        described = (
            comma > 1
            and self.units[comma + 1].key in words["indefinite"]
            and made.unit.text.islower()
            and made.parties is None
            and not any(other.index > made.index for other in instruments(self.sentence))
        )
        if described:
            return any(unit.kind == "instrument" for unit in self.units[max(0, comma - 8) : comma])
        return (
            comma > 1
            and ranked
            and not made.plural
            and any(unit.kind in ("poss", "determiner") for unit in between)
            and any(unit.kind == "instrument" for unit in self.units[max(0, comma - 8) : comma])
        )

    def added_to(self, made: Instrument) -> bool:
        """Whether an instrument is the one that another is added to: "signed a protocol to the A Agreement"."""
        at = made.first - 1
        while at > 0 and self.units[at].kind in ("determiner", "date", "word", "place", "state"):
            at -= 1
        link = self.units[at] if at > 0 else None
        if any(
            self.units[i].key in self.sentence.language.words["amends"]
            and self.units[i - 1].kind == "instrument"
            for i in range(max(at, 1), made.first)
        ):
            return True  # "a protocol amending the treaty"
        return (
            link is not None
            and link.kind == "preposition"
            and link.value == "goal"
            and self.units[at - 1].kind == "instrument"
        )

    def of_organisation(self, made: Instrument) -> bool:
        """Whether an instrument is an organisation's own: "the United Nations Charter"."""
        inner = self.units[made.first : made.index]
        return (
            made.parties is None
            and made.pair is None
            and made.unit.key in self.sentence.language.words["founding"]
            and any(unit.kind == "organisation" and isinstance(unit.value, str) for unit in inner)
        )

    def signs(self, index: int) -> bool:
        unit = self.units[index]
        return unit.kind == "trigger" and any(predicate == "sign" for predicate, _ in unit.value)

    def twins(self, made: Instrument) -> bool:
        """An agreement that makes sister cities is told as twinning."""
        words = self.sentence.language.words["twin"]
        for unit in self.sentence.units[made.first : made.stop]:
            if any(word in words for word in unit.key.split(" ")) or (
                unit.kind == "trigger" and any(p == "twin" for p, _ in unit.value)
            ):
                return True
        return False

    # -- acts ------------------------------------------------------------------------------------------------------

    def inside(self, index: int) -> bool:
        return any(index in bracket for bracket in self.brackets)

    def acts(self) -> Iterator[Act]:
        for i, unit in enumerate(self.units):
            if unit.kind != "trigger" or self.inside(i):
                continue
            if self.negotiated(i) or self.looked_on(i) or self.end_of(i):
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
        if how == "noun":
            if act.predicate in ("enter_force", "draft"):
                chosen = left[-1:] if left and self.near(left[-1], act.index) else right
            else:
                chosen = right if self.of_follows(act.index) else []
        elif how == "ing" and act.predicate == "enter_force":
            chosen = left[-1:]  # «соглашение о …, вступившее в силу 1 мая»
        elif how in ("infinitive", "ing"):
            done = how == "ing" and act.predicate == "sign" and self.by_before(act.index)
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

    # -- dates and places --------------------------------------------------------------------------------------------

    def date(self, acts: list[Act]) -> None:
        """Shares the dates outside brackets among the acts: each takes the first behind it, or the last before it."""
        taken: set[int] = set()
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
                and not self.is_term(i)
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
            act.place = self.place(max(low, (ahead[-1] - 1) if ahead and not behind else act.index - 1), high)

    def worn_by_another(self, date: int, act: Act) -> bool:
        """Whether a year stands before an instrument that the act is not on: "a convention to supplement the 1839
        Treaty"."""
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

    def is_term(self, date: int) -> bool:
        """Whether years are those that a programme is for: "Programme of Cooperation for 2011–2013"."""
        before = self.units[date - 1] if date else None
        return (
            before is not None
            and before.key in self.sentence.language.words["term_mark"]
            and bool(self.units[date].value.date.is_interval)
        )

    def belongs_ahead(self, date: int, after: int, before: int) -> bool:
        """Whether a date between two acts leads to the second: "was concluded and on 31 May it came into force"."""
        return any(
            unit.kind in ("and", "clause") or unit.text == ","
            for unit in self.units[max(before + 1, date - 2) : date]
        ) and not any(unit.kind in ("and", "clause", "punct") for unit in self.units[date + 1 : after])

    def place(self, low: int, high: int) -> Unit | None:
        for unit in self.units[max(low, 0) : high]:
            if unit.kind == "place" and unit.mark in ("place", ""):
                return unit
        return None

    # -- claims ----------------------------------------------------------------------------------------------------

    def says(self, bracket: range, status: str) -> bool:
        """Whether a bracket itself tells of the act."""
        told = [
            STATUS[p]
            for i in bracket
            if self.units[i].kind == "trigger"
            for p, _ in self.units[i].value
            if p in STATUS
        ]
        return status in told or (status == "signed" and any(self.units[i].kind == "date" for i in bracket))

    def bracketed(self, made: Instrument, number: int, bracket: range) -> Iterator[Draft]:
        """ "(Vienna, 1 April 2001, in force since 1 May 2003)": each part up to its date is an act."""
        status, place = "signed", None
        for i in bracket:
            unit = self.units[i]
            if unit.kind == "trigger":
                status = next((STATUS[p] for p, _ in unit.value if p in STATUS), status)
                if status == "draft":
                    yield from self.claim(
                        made, number, status, None, None, None, self.units[bracket.stop - 1]
                    )
                    return
            elif unit.kind == "place" and place is None:
                place = unit
            elif unit.kind == "date" and self.believed(made, number):
                yield from self.claim(
                    made, number, status, None, unit, place if status == "signed" else None, unit
                )
                status, place = "signed", None

    def digresses(self, bracket: range) -> bool:
        """Whether a bracket tells what somebody did later, not an act on the instrument: "(A withdrew in 2006)"."""
        kinds = [self.units[i].kind for i in bracket]
        acts = any(
            p in STATUS for i in bracket if self.units[i].kind == "trigger" for p, _ in self.units[i].value
        )
        return (
            not self.sentence.language.cases
            and not acts
            and len(kinds) > 2
            and kinds[0] in ("state", "actor", "pronoun")
            and kinds[1] in ("word", "trigger")
            and "date" in kinds
        )

    def opened(self, made: Instrument, number: int, bracket: range) -> Iterator[Draft]:
        """The signature that the date at the head of a list's item tells, where the bracket tells another act: "1995:
        Agreement with A (terminated in 2010)"."""
        head = self.units[0]
        led_in = head.kind == "date" and made.first <= 2 and self.units[1].kind == "punct"
        if led_in and self.in_list() and not self.says(bracket, "signed"):
            yield from self.claim(made, number, "signed", None, head, None, head)

    def believed(self, made: Instrument, number: int) -> bool:
        """Whether a bracket's bare date is one of the relations at hand, not of an instrument mentioned in passing."""
        return bool(made.items[number].subject) or made.parties is not None

    def listed(self, made: Instrument, number: int) -> Iterator[Draft]:
        """An instrument in a list, table or chapter of instruments, with its date beside it."""
        if made.draft and made.items[number].subject and self.drafted(made):
            yield from self.claim(made, number, "draft", None)
            return
        if self.included(made) and made.items[number].subject:
            yield from self.claim(made, number, "signed", None)
            return
        if self.possessed(made) and made.items[number].subject:
            yield from self.claim(made, number, "in-force", None, last=self.units[made.first - 2])
            return
        if (
            not (self.in_list() or self.titled(made))
            or made is not self.found[0]
            or self.definite(made)
            or made.first > 8
            or any(is_verb(self.sentence, i) for i in range(made.first))
        ):
            return
        date = next(
            (
                u
                for i, u in enumerate(self.units)
                if i >= made.stop
                and u.kind == "date"
                and not (self.is_term(i) or self.dates_another(made, i))
            ),
            None,
        )
        date = date or next((unit for unit in self.units[: made.first] if unit.kind == "date"), None)
        date = date or self.dated(made)
        if date is not None:
            yield from self.claim(
                made, number, "signed", None, date, self.place(made.stop, len(self.units)), date
            )
        elif self.sentence.lead and self.led():
            yield from self.claim(made, number, "signed", Act(made.index, "sign"))
        elif self.sentence.block.kind == "cell":
            yield from self.row(made, number)
        elif made.items[number].subject and (status := self.headed(made)):
            yield from self.claim(made, number, status, None)

    def dates_another(self, made: Instrument, index: int) -> bool:
        """Whether a date is that of an instrument which the title names: "Protocol to the Agreement of 4 May 1990"."""
        linked = self.units[index - 1].kind == "preposition"
        before = self.units[index - 2 if linked else index - 1]
        return linked and before.kind == "instrument" and before is not made.unit

    def dated(self, made: Instrument) -> Unit | None:
        """The date with which an instrument's title ends: "Agreement on air services of 4 May 2004"; not that of
        another one that the title names.
        """
        within = [unit for unit in self.units[made.index + 1 : made.stop] if unit.kind != "punct"]
        if not within or within[-1].kind != "date" or any(unit.kind == "instrument" for unit in within):
            return None
        return within[-1]

    def drafted(self, made: Instrument) -> bool:
        return not any(
            i
            for i in range(made.stop, len(self.units))
            if self.units[i].kind == "trigger"
            and any(p in ("sign", "ratify") for p, _ in self.units[i].value)
        )

    def possessed(self, made: Instrument) -> bool:
        """Whether two states are said to have an instrument: "both countries have an agreement on …"."""
        units, at = self.units, made.first - 1
        if (
            made.plural
            or made.unit.value not in _KEPT
            or at < 2
            or units[at].key not in self.sentence.language.words["indefinite"]
        ):
            return False
        party = units[at - 2].key in self.sentence.language.words["party_to"] or any(
            word in self.sentence.language.words["party_to"] for word in units[at - 2].key.split(" ")
        )
        bound = party and units[at - 1].key == "to" and units[at - 3].kind == "be"
        told = (units[at - 1].kind == "have" or bound) and is_fact(self.sentence, at)
        owners = any(unit.kind in ("state", "sides", "dyad") and not unit.mark for unit in units[: at - 1])
        return told and owners and not any(unit.kind == "clause" for unit in units[: at - 1])

    def in_list(self) -> bool:
        sentence = self.sentence
        if sentence.block.kind == "heading":
            return False
        if any(
            unit.kind == "instrument"
            for told in (sentence.lead, sentence.header, sentence.heading)
            for unit in told
        ):
            return True
        return self.on_legal_base(sentence.lead or sentence.heading) or (bool(sentence.lead) and self.led())

    def on_legal_base(self, title: tuple[Unit, ...]) -> bool:
        """Whether instruments stand below a heading that does not name them: "Legal framework"."""
        said = " ".join(unit.key for unit in title)
        return any(base in said for base in self.sentence.language.words["legal_base"])

    def included(self, made: Instrument) -> bool:
        """Whether an instrument is one of those that agreements told before it include: "agreements include the
        A-B Trade Agreement".
        """
        named = is_capitalised(made.unit) or made.parties is not None
        if made is self.found[0] or made.plural or not named:
            return False
        head = self.found[0]
        between = range(head.stop, made.first)
        return head.plural and any(
            self.units[i].kind == "trigger"
            and any(predicate == "include" for predicate, _ in reading_of(self.sentence, i))
            and is_fact(self.sentence, i)
            for i in between
        )

    def titled(self, made: Instrument) -> bool:
        """Whether the sentence is nothing but an instrument's title with the date behind it: "Agreement between A and B
        on X, Oslo, 14 May 1983".
        """
        if self.sentence.block.kind not in ("item", "paragraph") or not is_capitalised(made.unit):
            return False
        if "|" in self.sentence.words:
            return False  # a row of a table that was not seen as one
        if not made.items[0].subject or any(unit.kind not in _LEADING for unit in self.units[: made.first]):
            return False
        dated = any(unit.kind == "date" for unit in self.units[made.stop :][-4:])
        return dated and not any(
            unit.kind in ("be", "have", "modal", "clause", "pronoun") or is_verb(self.sentence, i)
            for i, unit in enumerate(self.units)
        )

    def headed(self, made: Instrument) -> str | None:
        """What the heading or lead-in above says of an instrument that is all its line tells: "Agreements in force";
        nothing where they are yet to be.
        """
        heading, words = self.sentence.lead or self.sentence.heading, self.sentence.language.words
        named = any(unit.kind == "instrument" and is_plural(self.sentence, unit) for unit in heading)
        if not (named or self.on_legal_base(heading)):
            return None
        if not is_capitalised(made.unit) or any(
            unit.kind not in _LEADING for unit in self.units[: made.first]
        ):
            return None
        if any(
            unit.kind in ("be", "have", "modal", "clause", "pronoun") or is_verb(self.sentence, i)
            for i, unit in enumerate(self.units)
            if i not in range(made.first, made.stop)
        ):
            return None
        if any(unit.key in words["unsettled"] for unit in heading):
            return None
        if any(unit.key in words["instrument_draft"] for unit in heading):
            return "draft"
        said = {p for unit in heading if unit.kind == "trigger" for p, _ in unit.value}
        return next((STATUS[p] for p in ("draft", "terminate", "enter_force") if p in said), "signed")

    def led(self) -> bool:
        """Whether the lead-in of the list ends with a signing: "the two sides signed:"."""
        return any(
            unit.kind == "trigger" and any(p == "sign" for p, _ in unit.value)
            for unit in self.sentence.lead[-8:]
        )

    def row(self, made: Instrument, number: int) -> Iterator[Draft]:
        """The dates in the other cells of a table's row; a column's header tells the act."""
        for told in dated_columns(self.sentence, self.context, STATUS):
            place = told.place if told.status == "signed" else None
            for draft in self.claim(made, number, told.status, None, told.date, place):
                draft.evidence.append(told.date.span)
                yield draft

    def claim(
        self, made: Instrument, number: int, status: str, act: Act | None, date: Unit | None = None,
        place: Unit | None = None, last: Unit | None = None,
    ) -> Iterator[Draft]:  # fmt: skip
        item = made.items[number]
        subject, type_, elsewhere = item.subject, made.unit.value, []
        topic = self.topic_behind(made, act) if not subject and act is not None else []
        if topic:
            subject = wording(self.sentence, topic)
        parties, words = self.contracting.parties(made, act)
        if not subject and (self.definite(made) or self.generic(made)):
            earlier = self.context.instruments[::-1]
            alike = next((one for one in earlier if one[0]["type"] == type_), None)
            known = self.just_told() if self.generic(made) else alike
            if known is not None and not self.contracting.is_stranger(act, known[0]["parties"]):
                subject, type_ = known[0].get("subject"), known[0]["type"]
                parties = parties if made.parties is not None else known[0]["parties"]
                elsewhere = [known[1]]
        if act is not None and self.completes(made, act, status):
            return
        if len(parties) < 2 or len(set(parties)) < 2:
            return
        if act is not None and not subject and made.parties is None and self.in_passing(act):
            return
        if (
            type_ == "contract"
            and status != "signed"
            and made.parties is None
            and not words
            and not elsewhere
        ):
            return  # contracts that expired need not be those of two states
        if act is not None:
            date, place = act.date, act.place
        day: Date | None = point(date) if date is not None else None
        if day is None and act is not None and status in ("signed", "initialled"):
            day, evidence = self.occasion(act.index, parties)
            elsewhere = [*elsewhere, *evidence]
        if not self.worth(made, subject, day) and not (words and self.reported(made, act)):
            return
        slots: dict[str, Any] = {
            "parties": parties, "type": type_, "subject": subject, "status": status, "date": day,
            "place": place.value.name if place is not None else None,
            "signatories": self.contracting.signatories(act) if act is not None and status == "signed" else None,
        }  # fmt: skip
        units = [*item.units, *topic, date, last, self.units[act.index] if act is not None else None]
        if len(made.items) == 1:
            units.append(made.unit)
        told = made.parties is not None or bool(words) or self.context.pair() is not None
        yield Draft(
            "agreement", slots, [run(self.sentence, units), *elsewhere],
            [f"agreement: {made.unit.text} ({status})"], 0.85 if told and (day or subject) else 0.65,
        )  # fmt: skip

    def completes(self, made: Instrument, act: Act, status: str) -> bool:
        """Whether the sentence only tells when and where the instrument told last was signed: «Документ был подписан
        3 мая в Б.»; that one has these then.
        """
        last = self.context.latest.get("agreement")
        if last is None or last.slots["status"] != status or not (self.definite(made) or self.bare(made)):
            return False
        same = made.unit.value in (last.slots["type"], "other") and not made.items[0].subject
        near = 0 <= self.sentence.start - last.evidence[-1][1] < _NEXT
        if not same or not near or made.parties is not None or (act.date and last.slots.get("date")):
            return False
        if act.date is not None:
            last.slots["date"] = point(act.date)
        if not last.slots.get("signatories"):
            last.slots["signatories"] = self.contracting.signatories(act)
        if act.place is not None and last.slots.get("place") is None:
            last.slots["place"] = act.place.value.name
        last.evidence.append(run(self.sentence, [made.unit, self.units[act.index], act.date, act.place]))
        return True

    def generic(self, made: Instrument) -> bool:
        """Whether "document" stands for the instrument told before."""
        return self.bare(made) and made.unit.value == "other"

    def just_told(self) -> tuple[dict[str, Any], Span] | None:
        """The instrument that the sentence before told of."""
        last = self.context.instruments[-1] if self.context.instruments else None
        return last if last is not None and 0 <= self.sentence.start - last[1][1] < _NEXT else None

    def bare(self, made: Instrument) -> bool:
        """Whether a language without articles speaks of an instrument told before: «документ», «соглашение»."""
        return (
            bool(self.sentence.language.cases)
            and not made.plural
            and made.first == made.index
            and (made.index == 0 or made.unit.text.islower())
            and " " not in made.unit.text
        )

    def topic_behind(self, made: Instrument, act: Act) -> list[Unit]:
        """What an instrument told by its kind alone is about, behind its act: "an agreement was signed on X"."""
        at = act.index + 1
        if made.plural or made.index > act.index or at + 1 >= len(self.units):
            return []
        leads = self.units[at].kind == "preposition" and self.units[at].value in ("on", "topic")
        if not leads or self.units[at + 1].kind not in ("word", "trigger", "determiner"):
            return []
        behind = self.units[at + 2 : at + 3]
        if is_capitalised(self.units[at + 1]) and any(
            unit.text == "," or unit.kind == "date" for unit in behind
        ):
            return []  # "on Monday, 3 August"
        stop = phrase(self.sentence, at + 1, frozenset({"of", "for"}))
        found = [unit for unit in self.units[at + 1 : stop] if unit.kind != "date"]
        return found if any(unit.kind in ("word", "trigger") for unit in found) else []

    def in_passing(self, act: Act) -> bool:
        """Whether an act is a noun among other things: "which, along with the signing of the accord, form …"."""
        before = self.units[max(0, act.index - 2) : act.index]
        return voice(self.sentence, act.index) == "noun" and any(
            unit.kind == "preposition" and unit.value in ("with", "including", "as") and unit.key != "with"
            for unit in before
        )

    def worth(self, made: Instrument, subject: str | None, day: Date | None) -> bool:
        """Whether enough is told to know one instrument from another."""
        if subject:
            return True
        if made.plural or self.generic(made):
            return False
        return day is not None or (is_capitalised(made.unit) and made.unit.start > self.sentence.start)

    def reported(self, made: Instrument, act: Act | None) -> bool:
        """Whether news tell of one instrument by its signing alone: «А и Б подписали меморандум»."""
        signed = (
            act is not None and act.predicate == "sign" and direction(self.sentence, act.index) == "active"
        )
        several = any(unit.kind == "amount" for unit in self.units[made.first : made.index])
        known = self.definite(made) or self.generic(made)
        return self.context.news and signed and not (made.plural or several or known)

    def definite(self, made: Instrument) -> bool:
        """ "the treaty", "this agreement": one told before."""
        return (
            not made.plural
            and made.unit.text.islower()
            and made.first > 0
            and any(
                unit.kind == "determiner" and unit.key in self.sentence.language.words["definite"]
                for unit in self.units[made.first - 1 : made.index]
            )
        )

    def occasion(self, index: int, parties: Parties) -> tuple[Date | None, list[Span]]:
        """The date of the visit or meeting that the act belongs to, said so or told just before in the paragraph."""
        referred = self.visit_of() or occasion_of(self.sentence, index, self.context)
        referred = referred or next(
            (told for i in self.others(index) if (told := occasion_of(self.sentence, i, self.context))), None
        )
        if referred is not None:
            return referred.date, list(referred.evidence[:1])
        if self.refers():
            return None, []
        last = self.context.occasion("visit", "meeting", "session", "event")
        if last is None or last.date is None or not last.parties or set(last.parties) != set(parties):
            return None, []
        begin = self.sentence.block.lead[0] if self.sentence.block.lead else self.sentence.block.start
        near = last.evidence[0][0] >= begin and self.sentence.start - last.evidence[0][1] < 400
        return (last.date, [last.evidence[0]]) if near else (None, [])

    def others(self, index: int) -> list[int]:
        """The other acts of the sentence."""
        return [
            i
            for i, unit in enumerate(self.units)
            if i != index and unit.kind == "trigger" and any(p in STATUS for p, _ in unit.value)
        ]

    def visit_of(self) -> Occasion | None:
        """The earlier visit of the person named as its visitor here: "during the visit of A. B."."""
        for i, unit in enumerate(self.units):
            if unit.kind != "trigger" or not any(
                p in ("visit", "meet") and form == "noun" for p, form in unit.value
            ):
                continue
            for other in self.units[max(0, i - 3) : i + 6]:
                name = other.value.person.name if other.kind == "actor" else None
                if not name:
                    continue
                surname = name.replace(".", " ").split()[-1]
                for occasion in reversed(self.context.occasions):
                    if any(
                        person.name and person.name.replace(".", " ").split()[-1] == surname
                        for person in occasion.people
                    ):
                        return occasion
        return None

    def refers(self) -> bool:
        """Whether the sentence names occasions of its own ("during those visits")."""
        return any(
            unit.kind == "preposition" and unit.value == "during" and any(
                after.kind == "trigger" and any(p in ("visit", "meet") for p, _ in after.value)
                for after in self.units[i + 1 : i + 6]
            )
            for i, unit in enumerate(self.units)
        )  # fmt: skip


def point(unit: Unit) -> Date | None:
    """The day of an act that a date tells: "in force since 1996" entered into force in 1996."""
    date: Date = unit.value.date
    if date.is_interval and (date.start is None or date.end is None):
        return date.start or date.end
    return date


__all__ = ["STATUS", "Item", "point", "read"]
