"""Instruments: signed, initialled, ratified, in force, in draft; one claim per instrument or subject, and per act.

A sentence is read once for all its instruments. Its acts (verbs and nouns such as "signed", "entry into force") are
shared out (`agreement_acts`): a passive takes the instruments before it, an active verb those behind it, a bracket the
item it stands behind. What has no act of its own in a list of instruments was signed on the date beside it
(`agreement_lists`). What the sentence only names (`agreement_passing`) is told by none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from comity.model.claim import Span
from comity.model.edtf import Date
from comity.reading.discourse import Context, Occasion
from comity.reading.frames.agreements.acts import STATUS, Acts
from comity.reading.frames.agreements.contracting import Act, Contracting, Parties
from comity.reading.frames.agreements.dated import dates_from, is_of_two, named_in_it, told_of_two
from comity.reading.frames.agreements.dating import Dates, point
from comity.reading.frames.agreements.instruments import instruments
from comity.reading.frames.agreements.lists import Lists, Stated
from comity.reading.frames.agreements.means import dated_means
from comity.reading.frames.agreements.passing import is_called_by_place, is_definite, is_passing
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, phrase, states_of, wording
from comity.reading.frames.occasions import occasion_of
from comity.reading.sentence import Sentence, voice
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset({"instrument"})

_TWO = 2
_PARAGRAPH = 600
"""Signs between an occasion and the list of what was signed on it, at most."""
_NEXT = 200
"""Signs between an instrument and the sentence that tells when it was signed."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "Agreements on X, Y and Z were signed", "A and B signed a Declaration on …", "the treaty entered into force"."""
    if "instrument" in [unit.kind for unit in sentence.units[:index]]:
        return
    yield from _Reading(sentence, context).run()


_BINDING = frozenset({"state", "sides", "dyad", "actor", "organisation", "place", "body", "relations"})
"""Kinds of unit that an agreement of two states may be told by."""


class _Reading:
    def __init__(self, sentence: Sentence, context: Context) -> None:
        self.sentence = sentence
        self.units = sentence.units
        self.context = context
        self.contracting = Contracting(sentence, context)
        named = instruments(sentence)
        self.found = [made for made in named if not is_passing(sentence, made)]
        self.passing = [made for made in named if made not in self.found]
        """Instruments that the sentence only names, whose years are no act's."""
        self.lists = Lists(sentence, context, self.found)
        for made in self.found:
            for item in made.items:
                if item.bracket is not None and self.lists.digresses(item.bracket):
                    item.bracket = None
        self.brackets = [
            item.bracket for made in self.found for item in made.items if item.bracket is not None
        ]

    def run(self) -> Iterator[Draft]:
        told: set[int] = set()
        acts = Acts(Dates(self.sentence, self.found, self.passing, self.brackets))
        own = {id(made): self.units[at] for at, made in acts.dates.leading.items()}
        signed: set[int] = set()
        for act in acts.told():
            for made in act.targets:
                if STATUS[act.predicate] == "signed":
                    signed.add(id(made))
                for number, item in enumerate(made.items):
                    if item.bracket is not None and self.lists.says(item.bracket, STATUS[act.predicate]):
                        continue
                    told.add(id(item))
                    approved = (
                        made.draft and act.predicate == "ratify"
                    )  # a draft is approved before it is signed
                    status = "draft" if approved else STATUS[act.predicate]
                    yield from self.claim(made, number, Stated(status, own.get(id(made)), act=act))
        for made in self.found:
            for number, item in enumerate(made.items):
                if item.bracket is not None:
                    for stated in self.lists.bracketed(made, number, item.bracket):
                        yield from self.claim(made, number, stated)
                    for stated in self.lists.opened(made, item.bracket):
                        yield from self.claim(made, number, stated)
                elif id(item) not in told:
                    for stated in self.lists.listed(made, number):
                        signed.add(id(made))
                        yield from self.claim(made, number, stated)
            if id(made) not in signed:
                date = acts.also_signed(made) or dated_means(self.sentence, made)
                if date is not None and made.items[0].bracket is None:
                    yield from self.claim(made, 0, Stated("signed", date, last=date))
                else:
                    yield from self.known_by_date(made)

    def known_by_date(self, made: Instrument) -> Iterator[Draft]:
        """The signature of an instrument that is called by its date: "under the extradition treaty of 1904"."""
        date = made.date or dates_from(self.sentence, made)
        if date is None or not (
            is_of_two(self.sentence, made) or told_of_two(self.sentence, made, self.context)
        ):
            return
        for draft in self.claim(made, 0, Stated("signed", date, last=date)):
            pair = set(self.context.pair() or ())
            own = made.parties is not None or made.pair is not None or pair == set(draft.slots["parties"])
            own = own or (not pair and self.only_two(made))
            if (own or (not pair and named_in_it(self.sentence, made))) and not self.is_told(draft):
                yield draft

    def only_two(self, made: Instrument) -> bool:
        """Whether just two states are named in the clause of an instrument."""
        named = {
            str(self.units[i].value[0])
            for i in self.sentence.clause(made.index)
            if self.units[i].kind == "state" and self.units[i].value[1] == "name"
        }
        return len(named) == _TWO

    def is_told(self, draft: Draft) -> bool:
        """Whether the signature of an instrument was told before."""
        date = str(draft.slots["date"])
        return any(
            slots["type"] == draft.slots["type"]
            and set(slots["parties"]) == set(draft.slots["parties"])
            and str(slots.get("date") or "").startswith(date)
            for slots, _ in self.context.instruments
        )

    def claim(self, made: Instrument, number: int, stated: Stated) -> Iterator[Draft]:
        status, act, date, place = stated.status, stated.act, stated.date, stated.place
        item = made.items[number]
        subject, type_, elsewhere = item.subject, made.unit.value, []
        topic = self.topic_behind(made, act) if not subject and act is not None else []
        if topic:
            subject = wording(self.sentence, topic)
        if act is not None and self.one_sided(made, act):
            return
        parties, words = self.contracting.parties(made, act)
        parties = self.contracting.of_one_kind(parties)
        if not subject and (is_definite(self.sentence, made) or self.generic(made)):
            earlier = self.context.instruments[::-1]
            alike = next((one for one in earlier if one[0]["type"] == type_), None)
            known = self.just_told() if self.generic(made) else alike
            if known is not None and not self.contracting.is_stranger(act, known[0]["parties"]):
                subject, type_ = known[0].get("subject"), known[0]["type"]
                parties = parties if made.parties is not None else known[0]["parties"]
                elsewhere = [known[1]]
        if act is not None and self.completes(made, act, status):
            return
        if len(parties) < 2 or len(set(parties)) < 2 or self.of_many(made, parties):
            return
        supposed = not words and made.parties is None and set(parties) == set(self.context.pair() or ())
        if self.context.loose and supposed and not self.of_sides(made, act):
            return  # the two states that a news item names most need not be those of whatever is signed in it
        named = made.parties is not None or (is_capitalised(made.unit) and made.stop > made.index + 1)
        if act is not None and not subject and not named and self.in_passing(act):
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
            date, place = date or act.date, act.place
        if date is None and act is not None and status in ("signed", "initialled"):
            date = made.date
        day: Date | None = point(date) if date is not None else None
        if day is None and act is not None and status in ("signed", "initialled"):
            day, evidence = self.occasion(act.index, parties)
            elsewhere = [*elsewhere, *evidence]
        if day is None and act is not None and act.index == made.index:
            day = (
                self.sentence.given.date if self.sentence.given is not None else None
            )  # "on 4 May they witnessed the signing of:" above a list
        listed = act is None and made.parties is not None and len(words) > 1
        if not (self.worth(made, subject, day) or listed or (words and self.reported(made, act))):
            return
        slots: dict[str, Any] = {
            "parties": parties, "type": type_, "subject": subject, "status": status, "date": day,
            "place": place.value.name if place is not None else None,
            "signatories": self.contracting.signatories(act) if act is not None and status == "signed" else None,
        }  # fmt: skip
        units = [*item.units, *topic, date, stated.last, self.units[act.index] if act is not None else None]
        if len(made.items) == 1:
            units.append(made.unit)
        beside = [stated.beside.span] if stated.beside is not None else []
        told = made.parties is not None or bool(words) or self.context.pair() is not None
        for pair in self.contracting.each(made, act, parties):
            yield Draft(
                "agreement", {**slots, "parties": pair}, [run(self.sentence, units), *elsewhere, *beside],
                [f"agreement: {made.unit.text} ({status})"], 0.85 if told and (day or subject) else 0.65,
            )  # fmt: skip

    def of_many(self, made: Instrument, parties: tuple[str, ...]) -> bool:
        """Whether an instrument called by a place, which many states may have signed, is told without its two: "the
        Treaty of P, signed in 1920, defined A's borders"."""
        if self.sentence.language.cases or made.parties is not None or made.pair is not None:
            return False
        if not is_called_by_place(self.sentence, made):
            return False
        told = {state for unit in self.units for state in states_of(unit) if unit.kind != "place"}
        sides = any(unit.kind in ("sides", "dyad") for unit in self.units)
        return bool(told) and not (sides or set(parties) <= told)

    def one_sided(self, made: Instrument, act: Act) -> bool:
        """Whether what somebody says is not said by both: «сделал заявление», unlike «сделали совместное заявление»."""
        words, key = self.sentence.language.words, self.sentence.language.key
        if self.units[act.index].key not in words["utters"]:
            return False
        phrase = " ".join(unit.text for unit in self.units[made.first : made.stop])
        return not any(key(word) in words["joint"] for word in phrase.split())

    def of_sides(self, made: Instrument, act: Act | None) -> bool:
        """Whether an act tells nobody to have done it, or somebody in its clause who could bind a state."""
        if made.unit.value == "contract":
            return False
        if act is None or direction(self.sentence, act.index) != "active":
            return True
        clauses = (self.sentence.clause(made.index), self.sentence.clause(act.index))
        powers = self.sentence.language.words["powers"]
        told = [self.units[i] for clause in clauses for i in clause]
        return any(unit.kind in _BINDING or unit.key in powers for unit in told)

    def completes(self, made: Instrument, act: Act, status: str) -> bool:
        """Whether the sentence only tells when and where the instrument told last was signed: «Документ был подписан
        3 мая в Б.»; that one has these then.
        """
        last = self.context.latest.get("agreement")
        if (
            last is None
            or last.slots["status"] != status
            or not (is_definite(self.sentence, made) or self.bare(made))
        ):
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
        utters = self.sentence.language.words["utters"]
        signed = (
            act is not None
            and (act.predicate == "sign" or self.units[act.index].key in utters)
            and direction(self.sentence, act.index) == "active"
        )
        several = any(unit.kind == "amount" for unit in self.units[made.first : made.index])
        known = is_definite(self.sentence, made) or self.generic(made)
        return self.context.news and signed and not (made.plural or several or known)

    def occasion(self, index: int, parties: Parties) -> tuple[Date | None, list[Span]]:
        """The date of the visit or meeting that the act belongs to, said so or told just before in the paragraph."""
        referred = self.visit_of() or occasion_of(self.sentence, index, self.context)
        referred = referred or next(
            (told for i in self.others(index) if (told := occasion_of(self.sentence, i, self.context))), None
        )
        if referred is not None:
            return referred.date, list(referred.evidence[:1])
        before_now = self.sentence.language.words["before_now"]
        if self.refers() or any(unit.key in before_now for unit in self.units[max(0, index - 3) : index]):
            return None, []
        witnessed = self.witnessed()
        kinds = ("visit",) if witnessed else ("visit", "meeting", "session", "event")
        last = self.context.occasion(*kinds)
        if last is None or last.date is None or not last.parties or set(last.parties) != set(parties):
            return None, []
        begin = self.sentence.block.lead[0] if self.sentence.block.lead else self.sentence.block.start
        near = last.evidence[0][0] >= begin and self.sentence.start - last.evidence[0][1] < 400
        near = near or (witnessed and 0 < begin - last.evidence[0][1] < _PARAGRAPH)
        return (last.date, [last.evidence[0]]) if near else (None, [])

    def witnessed(self) -> bool:
        """Whether the lead-in of a list says that both sides' leaders saw signed what it lists: then it was on the
        occasion that the paragraph before told."""
        both = any(
            unit.kind == "sides" or (unit.kind == "actor" and unit.value.plural)
            for unit in self.sentence.lead
        )
        return both and self.lists.led()

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
