"""The acts on instruments that a sentence tells: which, on which of its instruments, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.frames.agreements.contracting import Act
from comity.reading.frames.agreements.dating import Dates, inside
from comity.reading.frames.agreements.phrase import Instrument
from comity.reading.frames.agreements.ratifications import are_exchanged, exchanges
from comity.reading.frames.arguments import achieved
from comity.reading.frames.nouns import direction
from comity.reading.reality import is_fact
from comity.reading.sentence import is_verb, predicates_of, reading_of, voice
from comity.reading.units import Unit

STATUS = {
    "sign": "signed", "adopt": "signed", "initial": "initialled", "ratify": "ratified", "enter_force": "in-force",
    "terminate": "terminated", "draft": "draft", "end": "terminated", "sever": "terminated", "agree": "signed",
    "follow": "signed", "take_hold": "in-force", "annul": "terminated",
}  # fmt: skip
_ONLY_ADOPTED = frozenset({"declaration", "communique", "programme", "protocol"})
_PAPERS = frozenset({"sign", "adopt", "ratify"})
_LATER = frozenset({"ratify", "draft"})
"""Acts that laws and decrees are on."""
_ENDING = frozenset({"end", "sever"})
_LOOSE = frozenset({"agree", "follow", "take_hold", "annul"})
"""Words that tell of an act on an instrument only with one right beside them."""
_AGREED_ON = frozenset({"treaty", "agreement", "convention", "memorandum", "protocol"})


class Acts:
    """The acts of one sentence, shared out among the instruments that its dates are of."""

    def __init__(self, dates: Dates) -> None:
        self.sentence = dates.sentence
        self.units = dates.units
        self.found = dates.found
        self.brackets = dates.brackets
        self.dates = dates
        self.signed: list[Act] = []

    def told(self) -> list[Act]:
        """The acts in their order, with their instruments, dates and places."""
        acts = list(self.acts())
        for act in acts:
            act.targets = self.targets(act)
        acts = [act for act in acts if act.targets or act.predicate not in _LOOSE]
        self.dates.share(acts)
        self.signed = [act for act in acts if act.targets and STATUS[act.predicate] == "signed"]
        return acts

    def also_signed(self, made: Instrument) -> Unit | None:
        """The date of an instrument to which the act of the one before is carried over: "X was signed in 1995 and Y in
        1999"."""
        at = made.first - 1
        while at > 0 and self.units[at].kind == "determiner":
            at -= 1
        joined = at > 0 and self.units[at].kind == "and"
        before = [act for act in self.signed if act.index < at and act.targets[-1].index < made.index]
        date = self.dates.trails(made) if joined and before and not made.plural else None
        dated = before[-1].date if before else None
        if date is None or dated is None or not before[-1].index < self.units.index(dated) < at:
            return None
        between = range(self.units.index(dated) + 1, at)
        return self.units[date] if not any(self.parts(i) for i in between) else None

    def inside(self, index: int) -> bool:
        return inside(index, self.brackets)

    def acts(self) -> Iterator[Act]:
        for i, unit in enumerate(self.units):
            if unit.kind != "trigger" or self.inside(i):
                continue
            if self.leaves(i):
                yield Act(i, "annul")
                continue
            if predicates_of(self.sentence, i).isdisjoint(STATUS):
                continue
            if (
                exchanges(self.sentence, i)
                or self.negotiated(i)
                or self.looked_on(i)
                or self.end_of(i)
                or self.on_another_paper(i)
            ):
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

    def leaves(self, index: int) -> bool:
        """Whether a state left an instrument of two: "withdrew from the treaty with B"."""
        behind = self.units[index + 1 : index + 2]
        if self.units[index].key not in self.sentence.language.words["withdraws"]:
            return False
        if not behind or behind[0].value != "source" or not is_verb(self.sentence, index):
            return False
        made = next((one for one in self.found if one.first > index), None)
        of_two = made is not None and (made.parties is not None or made.pair is not None)
        return of_two and is_fact(self.sentence, index)

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
        several = any(
            unit.kind == "and" or (unit.text == "," and self.units[0].kind == "state")
            for unit in self.units[max(0, index - 4) : index]
        )
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
                near = bool(left) and (self.near(left[-1], act.index) or self.only_dated(left[-1], act.index))
                chosen = left[-1:] if near else right
            elif act.predicate == "ratify" and are_exchanged(self.sentence, act.index):
                chosen = right if self.of_follows(act.index) else left[-1:]
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
            if act.predicate in _PAPERS and left and self.in_quotes(left[-1]) and chosen is not left:
                chosen = [left[-1], *right]  # «"Меморандум о …" подписали министры»
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

    def in_quotes(self, made: Instrument) -> bool:
        """Whether an instrument's title stands in quotation marks before a verb, whose object it is in a language with
        cases: «"Меморандум о туризме" подписали министры»."""
        if not self.sentence.language.cases or made.stop >= len(self.units) or not made.first:
            return False
        opened, closed = self.units[made.first - 1], self.units[made.stop]
        return opened.text in ("«", "“", '"') and closed.text in ("»", "”", '"')

    def beside(self, act: Act, how: str, left: list[Instrument], right: list[Instrument]) -> list[Instrument]:
        """The instrument right beside a word of wider use: "agreed on a treaty", "a treaty followed in 1904"."""
        if act.predicate == "follow":
            passive = any(unit.kind == "be" for unit in self.units[act.index - 1 : act.index])
            chosen = [made for made in left[-1:] if not passive and self.adjacent(made, act.index)]
        elif act.predicate == "take_hold":
            begin = act.index - self.auxiliaries(act.index)
            chosen = [made for made in left[-1:] if self.adjacent(made, begin)]
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
        """Whether nothing but an article stands between a verb and an instrument, or the preposition of leaving it."""
        leaves = self.leaves(index)
        between = self.units[index + 1 + leaves : made.first]
        return all(unit.kind == "determiner" or (leaves and unit.kind == "date") for unit in between)

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

    def only_dated(self, made: Instrument, index: int) -> bool:
        """Whether nothing but another act and its date stands behind an instrument: "X, signed 1990, in force 1991"."""
        return all(
            unit.kind in ("punct", "date", "preposition", "place", "trigger")
            for unit in self.units[made.stop : index]
        )

    def of_follows(self, index: int) -> bool:
        words = self.sentence.language.words
        at = index + 1
        ceremony = at < len(self.units) and self.units[at].key in words["ceremony"]
        after = self.units[at + ceremony] if at + ceremony < len(self.units) else None
        held = ceremony or self.units[index].key.split(" ")[-1] in words["ceremony"]
        if held and after is not None and after.kind == "preposition" and after.value == "for":
            return True  # "the signing ceremony for the treaty"
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
            if found and self.dates.follows(made) and made not in self.dates.leading.values():
                break  # "signed X in 1987, followed by Y"
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
