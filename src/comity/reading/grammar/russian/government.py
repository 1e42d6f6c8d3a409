"""What case and preposition say of a phrase: "of" for a genitive behind a noun, "agent" for an instrumental."""

from __future__ import annotations

import itertools
from typing import Any

from comity.reading.grammar.russian.bare import bare_case, begins_name
from comity.reading.grammar.russian.cases import (
    NP_KINDS,
    Phrase,
    adjective_cases,
    is_adjective,
    is_initial,
    is_plain_number,
    is_surname,
    phrase_at,
    tells_of_man,
)
from comity.reading.grammar.russian.mistaken import IN_TITLES, SENT_TO
from comity.reading.grammar.russian.preparing import prepared
from comity.reading.grammar.russian.words import analyser
from comity.reading.units import Unit, is_capitalised

_PREPOSITIONS: dict[str, frozenset[str]] = {
    mark: frozenset(cases.split())
    for mark, cases in {
        "goal": "dat",
        "owner": "gen",
        "of": "gen",
        "including": "gen acc",
        "agent": "gen dat",
        "source": "gen",
        "between": "ins gen",
        "for": "gen",
        "until": "gen",
        "against": "gen",
        "with": "ins gen",
        "during": "gen acc",
        "field": "gen",
        "led": "gen ins",
        "under": "ins acc gen",
        "behalf": "gen",
        "invitation": "gen",
        "on": "loc dat",
        "topic": "acc gen loc",
        "without": "gen",
    }.items()
}
"""The cases that a preposition of a mark may govern, where it has one meaning."""


def _is_month_of_day(out: list[Unit], noun: Unit, language: Any) -> bool:
    """Whether a noun is the month behind the number of its day, which no year makes a date."""
    day = len(out) > 1 and out[-2].text.isdigit()
    return day and noun.kind == "word" and noun.key in language.words["month_names"]


def _virtual(mark: str, at: int) -> Unit:
    return Unit("preposition", at, at, mark, "", mark)


def govern(units: list[Unit], language: Any) -> list[Unit]:
    """The units with their cases, prepositions meant by case, and the forms of verbs."""
    return _Government(prepared(units, language), language).run()


class _Government:
    """One walk over the units of a sentence, in which each phrase gets its case from what stands before it."""

    def __init__(self, units: list[Unit], language: Any) -> None:
        self.units = units
        self.language = language
        self.out: list[Unit] = []
        self.index = 0
        self.noun: Unit | None = None
        """The noun right before."""
        self.case = ""
        """The case of the phrase right before."""
        self.copula = False
        """Whether a verb of being or becoming is open: the instrumental behind it is no agent."""
        self.outer = ""
        """The case that the last preposition gave."""
        self.aside: str | None = None
        """The case before a bracket that is open."""
        self.title: Unit | None = None
        """The office whose complement still goes on."""
        self.posted: Unit | None = None
        """Where the holder of that office is sent: «посол А в Б»."""

    def run(self) -> list[Unit]:
        while self.index < len(self.units):
            self._step()
        _decline_quoted(self.out)
        return self.out

    def _step(self) -> None:
        unit = self.units[self.index]
        sent = self.title if unit.key in SENT_TO else None
        if self.noun is not None and _is_month_of_day(self.out, self.noun, self.language):
            self.noun, self.case = None, ""  # «6 мая МИД А заявил»: nothing belongs to a month
        if unit.kind == "office":
            self.title = unit
        elif not (unit.kind in IN_TITLES or unit.text in _DASHES_AND_COMMA):
            self.title = None
        if unit.kind == "preposition":
            self._preposition(sent)
        elif self.noun is not None and _within_name(self.units, self.index, self.noun, self.language):
            unit.case = self.case  # «Мохаммед бен Нассер», «Эльчин Мамед оглы»
            self._pass(unit)
        elif unit.kind in NP_KINDS and (found := phrase_at(self.units, self.index)) is not None:
            self._phrase(found)
        else:
            self._other(unit)

    def _pass(self, unit: Unit) -> None:
        self.out.append(unit)
        self.index += 1

    def _take(self, found: Phrase, case: str) -> None:
        """Give a phrase its case and go on behind it."""
        for inner in self.units[self.index : found.last + 1]:
            inner.case = case
            self.out.append(inner)
        self.index = found.last + 1

    def _preposition(self, sent: Unit | None) -> None:
        """A preposition and the phrase that it governs; `sent` is the office whose holder it may send somewhere."""
        stop, self.case = _governed(self.units, self.index, self.language)
        self.outer = self.case
        self.out.extend(self.units[self.index : stop])
        self.noun = self.units[stop - 1] if stop > self.index + 1 else None
        self.title = self.noun if self.noun is not None and self.noun.kind == "office" else None
        if sent is not None and self.noun is not None and self.noun.kind in _POSTS:
            self.title, self.posted = sent, self.noun
        self.index = stop

    def _other(self, unit: Unit) -> None:
        """What is no phrase: a verb, a sign, a word without a case."""
        if unit.kind == "be" or (
            unit.kind == "trigger" and any(p in ("appoint", "serve", "become") for p, _ in unit.value)
        ):
            self.copula = True
        elif unit.kind in ("trigger", "clause"):
            self.copula = False
        if unit.kind in ("trigger", "clause", "be") or unit.text in (";", ":"):
            self.outer = ""
        if unit.text == "(":
            self.aside = self.case
        elif unit.text == ")" and self.aside is not None:
            self.noun, self.case = None, self.aside  # «в Ереване (2005 г.), Варшаве (2007 г.)»
            self.aside = None
            self._pass(unit)
            return
        joins = unit.kind == "and" or unit.text == ","
        if not joins and unit.kind != "quoted" and not is_initial(unit):
            self.noun = None
            self.case = "" if unit.kind in ("trigger", "be", "punct", "clause") else self.case
        self._pass(unit)

    def _phrase(self, found: Phrase) -> None:
        """A phrase without a preposition of its own."""
        units, index = self.units, self.index
        before = units[index - 1] if index else None
        joined = before is not None and (before.kind == "and" or before.text == ",")
        joined = joined and bool(self.case or self.outer)
        if before is not None and is_plain_number(before):
            oblique = "" if "gen" in found.cases else _counted_obliquely(units, index, found)
            if "gen" in found.cases or oblique:
                # «с четырьмя гражданами»: the preposition governs both
                self._take(found, oblique or "counted")
                self.noun, self.case = units[found.last], oblique
                return
        told = self.case if joined and (self.case in found.cases or found.fixed) else ""
        if joined and not told and self.outer in found.cases:
            told = self.outer  # «между Правительством А и Правительством Б»
        mark = ""
        if not told:
            told, mark = self._told(found, joined)
        told, mark = self._put_right(found, told, mark)
        if mark:
            self.out.append(_virtual(mark, units[index].start))
        self._take(found, told)
        if not told and self.title is not None and found.fixed:
            # «министров … Н. Гелашвили и С. Петкова»: a name that does not change has its title's case
            told = self.title.case
        self.noun, self.case = units[found.last], told
        if self.noun.kind == "office" and found.last > index:
            self.title = self.noun  # «нового посла А в Б Н. М.»

    def _told(self, found: Phrase, joined: bool) -> tuple[str, str]:
        """The case of a phrase that nothing before it gave one, and the mark that it stands for."""
        units, noun, title = self.units, self.noun, self.title
        if noun is not None and noun.kind == "place" and joins_town(units, self.index, found):
            return "", ""  # «в Алматы и Атырау»
        if title is not None and _names_holder(units, found, noun, self.language):
            return (title.case if title.case in found.cases and not found.fixed else ""), ""
        begins = title is not None and noun is not None and begins_name(units, found, self.language)
        if title is not None and begins and noun is self.posted:
            # «с послом А в Б Петером Н.», «назначил послом в Б Петера Н.»
            told = title.case if title.case in found.cases else ""
            return ("acc" if not told and title.case == "ins" and not found.fixed else told), ""
        of_state = noun is not None and noun.kind == "state" == units[found.first - 1].kind
        if title is not None and begins and of_state and title.case in found.cases:
            return title.case, ""  # «с премьером А Нгуеном Т. З.»
        if self.outer and _acts_behind(units, found):
            return "nom", ""
        told, mark = bare_case(units, found, None if joined else noun, self.copula, self.language)
        if told == "ins" and self.copula and not mark:
            self.copula = False  # «это стало ответом на высылку Б дипломата»
        return told, mark

    def _put_right(self, found: Phrase, told: str, mark: str) -> tuple[str, str]:
        """The case and mark of a phrase where its place in the sentence says that they are others."""
        units, index = self.units, self.index
        unit = units[index]
        if index == 0 and told == "gen" and self.noun is None and unit.kind == "word" and _is_foreign(unit):
            told = "nom"  # «Эльита Гавеле»: the first word is no genitive of one that nobody has heard of
        if (
            told == "nom-acc"
            and _is_object(units, index, self.out)
            and begins_name(units, found, self.language)
        ):
            told = "acc"  # «Президент А освободил Анатолия П. от должности»
        if index == 0 and told not in ("", "nom") and _opens_verbless(units, found, self.language):
            return "nom", ""
        return told, mark


def _within_name(units: list[Unit], index: int, noun: Unit, language: Any) -> bool:
    """Whether a word in lower case is a part of the name before it: a particle that more of it follows, or its end."""
    text = units[index].text
    if units[index].kind != "word" or noun.kind != "word" or not is_capitalised(noun):
        return False
    if text in language.suffixes or units[index].key in language.suffixes:
        return True
    behind = index + 1
    while text in language.particles and behind < len(units) and units[behind].text in language.particles:
        behind += 1
    after = units[behind] if behind < len(units) else None
    return text in language.particles and after is not None and after.kind == "word" and is_capitalised(after)


def _counted_obliquely(units: list[Unit], index: int, found: Phrase) -> str:
    """The case that a preposition before a number gives the people or things counted; "" where none does."""
    if index < 2 or units[index - 2].kind != "preposition" or units[index - 2].end == units[index - 2].start:
        return ""
    allowed = _PREPOSITIONS.get(units[index - 2].value, frozenset({"ins", "loc", "dat"}))
    return next((case for case in ("ins", "loc", "dat") if case in found.cases and case in allowed), "")


def _is_object(units: list[Unit], index: int, before: list[Unit]) -> bool:
    """Whether a phrase right behind an active verb is its object: its subject is told before."""
    verb = units[index - 1] if index else None
    if verb is None or verb.kind != "trigger" or all(form != "finite" for _, form in verb.value):
        return False
    for unit in reversed(before[:-1]):
        if unit.kind == "clause" or unit.text in (";", ":"):
            return False
        if unit.case == "nom" and unit.kind in ("office", "word"):
            return True
    return False


_ENDS_ADJECTIVE = frozenset({"state", "word"})


def _decline_quoted(units: list[Unit]) -> None:
    """Gives a quoted name and the adjective right before it the case that the adjective stands in: «чешская «Х»»."""
    for adjective, name in itertools.pairwise(units):
        if name.kind != "quoted" or adjective.kind not in _ENDS_ADJECTIVE or adjective.case:
            continue
        if not is_adjective(adjective):
            continue
        cases = {case for case, number in adjective_cases(adjective.text) if number == "sing"}
        direct = "-".join(case for case in ("nom", "acc") if case in cases)
        told = direct or next((case for case in ("gen", "dat", "ins", "loc") if case in cases), "")
        adjective.case = name.case = told


def _is_foreign(unit: Unit) -> bool:
    return is_capitalised(unit) and not analyser().word_is_known(unit.text.lower())


_POSTS = frozenset({"state", "place", "organisation"})
_DASHES_AND_COMMA = frozenset("-–—,")


def _names_holder(units: list[Unit], found: Phrase, noun: Unit | None, language: Any) -> bool:
    """Whether a phrase is the name behind a title with a complement: «министр торговли и развития Пааво Вяюрюнен»."""
    if noun is None or noun.case != "gen" or noun.kind not in IN_TITLES - {"and", "state"}:
        return False
    if noun.kind == "word" and is_capitalised(noun) and noun.key not in language.office_bodies:
        return False
    return begins_name(units, found, language)


def _opens_verbless(units: list[Unit], found: Phrase, language: Any) -> bool:
    """Whether a line without a verb begins with a name, which is a nominative there: «Фроде Н. (1973–1978)»."""
    return begins_name(units, found, language) and not any(
        unit.kind == "be" or (unit.kind == "trigger" and any(form != "noun" for _, form in unit.value))
        for unit in units
    )


def _acts_behind(units: list[Unit], found: Phrase) -> bool:
    """Whether a surname alone is the subject of the verb behind it: «В ходе визита Климов встретился»."""
    unit, behind = units[found.last], units[found.last + 1 : found.last + 2]
    surname = found.first == found.last and unit.kind == "word" and is_surname(unit)
    return surname and any(other.kind == "trigger" and tells_of_man(other) for other in behind)


def joins_town(units: list[Unit], index: int, found: Phrase) -> bool:
    """Whether a town goes on with a list of towns: «в Мумбаи, Ченнаи и Калькутте»."""
    joined = index > 0 and (units[index - 1].kind == "and" or units[index - 1].text == ",")
    return joined and units[found.last].kind == "place" and (found.fixed or "loc" in found.cases)


def _governed(units: list[Unit], index: int, language: Any) -> tuple[int, str]:
    """A preposition and the phrase behind it: where the phrase ends, and its case."""
    preposition = units[index]
    found = phrase_at(units, index + 1) if index + 1 < len(units) else None
    meanings: dict[str, str] = language.cases.get(preposition.key, {})
    if found is None:
        return index + 1, ""
    case = ""
    if meanings:
        for name, mark in meanings.items():
            if name in found.cases:
                case = name
                if not (name == "acc" and "loc" in found.cases):
                    preposition.value = mark
                break
        if case == "acc" and "loc" in found.cases:
            if found.fixed:
                case = ""
            elif units[found.last].kind in ("event", "body"):
                case = "loc"  # «выступил на конференции», seldom «созвал на конференции»
    else:
        allowed = _PREPOSITIONS.get(str(preposition.value), frozenset())
        # «между Перу и Египтом»: what does not change stands in the case that the next one shows
        order = ("ins", "gen") if preposition.value == "between" else ("loc", "dat", "gen", "ins", "acc")
        case = next((name for name in order if name in allowed and name in found.cases), "")
    for unit in units[index + 1 : found.last + 1]:
        unit.case = case
    return found.last + 1, case
