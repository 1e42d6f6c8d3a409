"""Companies of one state at work in the other."""

from __future__ import annotations

from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.business.hints import may_name_company
from comity.reading.frames.business.homes import home_before
from comity.reading.frames.business.known import known_subject
from comity.reading.frames.business.listed import (
    enumerated,
    examples,
    named_as,
    outlet_of,
    speaks_of_investors,
)
from comity.reading.frames.business.named import companies_of
from comity.reading.frames.business.places import home_and_host
from comity.reading.frames.business.subjects import bare_subject, before_relative
from comity.reading.frames.business.ventures import is_venture, shared
from comity.reading.frames.dates.act import date_unit, dated
from comity.reading.frames.dates.others import of_bracket
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, in_class, phrase, states_told, tidy
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, is_verb, predicates_of, voice
from comity.reading.units import Unit

STARTS = frozenset(
    {
        "trigger:work",
        "trigger:function",
        "trigger:establish",
        "trigger:invest",
        "trigger:implement",
        "trigger:own",
        "trigger:business",
        "trigger:open",
        "trigger:sign",
        "trigger:provide",
        "trigger:export",
        "trigger:include",
        "trigger:build",
        "trigger:enter",
        "trigger:launch",
        "trigger:maintain",
        "trigger:close",
        "trigger:visit",
        "trigger:represent",
        "trigger:resume",
    }
)
_TELLS = frozenset(start.removeprefix("trigger:") for start in STARTS)
"""The predicates that tell what a company does."""
_OF_COMPANIES = frozenset({"work", "own", "invest", "business"})
"""The predicates of which companies are the subject."""
_NAMING = frozenset({"work", "business", "invest"})
"""The predicates of what companies do that a list of them may be told by: "the largest operating in B are X, Y"."""
_SEIZING = frozenset({"nationalise", "seize", "freeze"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The A company “X” began its activity in B", "cooperation is established with companies of A such as
    “X”, “Y”".
    """
    units = sentence.units
    if not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return
    predicates = predicates_of(sentence, index)
    contract = _contracts(sentence, index)
    # of these a bare name may be the subject
    strong = not predicates.isdisjoint(_OF_COMPANIES) or contract or places_itself(sentence, index)
    if not (
        strong or may_name_company(sentence) or ("include" in predicates and speaks_of_investors(sentence))
    ):
        return
    if _is_reason(sentence, index) or _served(sentence, index) or _is_given_up(sentence, index):
        return
    if units[index].key in sentence.language.words["hands_out"]:
        return  # «банк выдал кредит», which is no trade
    if _travels(sentence, index) and units[index].key not in sentence.language.words["fly"]:
        return  # an airline flies to B; whoever visits it does not work there
    clause = sentence.clause(index)
    if _seized(sentence, clause) or _looks_to(sentence, clause.start, index):
        return
    named = named_as(sentence, index) if not predicates.isdisjoint(_NAMING) else []
    noun = not is_verb(sentence, index) and not named
    if noun and not predicates.isdisjoint(("invest", "provide")):
        return  # "investments in companies of A", "aid through the Bank of A": those do not work in B
    if not _tells(sentence, index):
        return
    if "include" in predicates:
        companies = enumerated(sentence, index, clause)
    else:
        companies = companies_of(sentence, clause) if _first(sentence, index) == index else []
    if _is_maker(sentence, index) and direction(sentence, index) == "active":
        # who sells, builds or buys is at work there, not what is bought or who is served
        companies = [one for one in companies if sentence.index(one[2][0]) < index]
    companies = [one for one in companies if not _bought(sentence, one[2][0])]
    if _is_shared_by_name(sentence, index):
        return  # "X and Y of B formed a joint venture": neither went abroad
    if _founds(sentence, index):
        # what two companies founded together, not the founders
        companies = [one for one in companies if is_venture(sentence, one[2][0])] or companies
    if not companies and strong and is_verb(sentence, index):
        companies = before_relative(sentence, index, clause)
    if not companies and _founds(sentence, index) and is_verb(sentence, index):
        companies = outlet_of(sentence, index, clause)
    if not companies and is_verb(sentence, index) and voice(sentence, index) != "passive":
        companies = known_subject(sentence, index, clause)
    companies = named if len(named) > len(companies) else companies
    if not companies and strong and is_verb(sentence, index):
        companies = examples(sentence, index, clause) or bare_subject(sentence, index, clause)
    companies = [one for one in companies if not _is_local(sentence, one[2][0])]
    if contract:  # who is told first is at work with the other
        companies = (companies or _signing(sentence, index, clause))[:1]
    for company, home, used in _separate(companies):
        home = home or context.firms.get(company) or sentence.language.companies.get(company.lower())
        home = home or (_home_of_signer(sentence, clause, context) if contract else None)
        partner = _partner(sentence, clause, home) if contract else None
        home, host = (
            (home, partner) if partner else home_and_host(sentence, index, clause, home, context, used)
        )
        if (not home or not host) and any(is_venture(sentence, unit) for unit in used):
            home, host = shared(states_told(sentence, clause), context)
        if not home or not host:
            continue
        date = date_unit(sentence, index)
        date = None if of_bracket(sentence, date, used) else date
        yield Draft(
            "enterprise",
            {"name": company, "home": home, "in": host, "date": start_of(dated(date))},
            [run(sentence, [*used, units[index]] if is_verb(sentence, index) else used)],
            [f"enterprise: {company} + {units[index].text}"],
            0.7,
        )


def _travels(sentence: Sentence, index: int) -> bool:
    return predicates_of(sentence, index) <= {"visit", "arrive"}


def _is_reason(sentence: Sentence, index: int) -> bool:
    """Whether an act behind a preposition is only what something was done for or in: "for supplying oil to B"."""
    before = sentence.units[index - 1] if index else None
    forms = {form for _, form in sentence.units[index].value}
    return "ing" in forms and before is not None and before.kind == "preposition" and before.value != "agent"


def _is_given_up(sentence: Sentence, index: int) -> bool:
    """Whether a company only ended what it did: "stopped flying to B"."""
    words = sentence.language.words["given_up"]
    before = sentence.units[index - 1] if index else None
    return sentence.units[index].key.split(" ")[0] in words or (before is not None and before.key in words)


def _served(sentence: Sentence, index: int) -> bool:
    """Whether something was delivered or sold by nobody who is told: "delivered through the Bank of A"."""
    predicates = predicates_of(sentence, index)
    serves = is_verb(sentence, index) and bool(predicates & {"provide", "export"})
    if not serves or "build" in predicates or direction(sentence, index) != "passive":
        return False
    units = sentence.units
    return not any(
        units[i].kind == "preposition" and units[i].value == "agent" for i in sentence.clause(index)
    )


def _seized(sentence: Sentence, clause: range) -> bool:
    """Whether a clause tells that a company was taken, not what it does: «национализировала дочернюю компанию «Х»»."""
    units = sentence.units
    told = [i for i in clause if units[i].kind == "trigger"]
    return any(not predicates_of(sentence, i).isdisjoint(_SEIZING) and is_verb(sentence, i) for i in told)


def _looks_to(sentence: Sentence, first: int, index: int) -> bool:
    """Whether a company only looks for a chance: "are looking to set up shop in B", "is looking at opening …"."""
    units, words = sentence.units, sentence.language.words["looks_for"]
    return any(
        units[i].key in words and units[i + 1].kind == "preposition" and units[i + 1].end > units[i + 1].start
        for i in range(first, index - 1)
    )


def _contracts(sentence: Sentence, index: int) -> bool:
    """Whether a contract is what is signed."""
    return "sign" in predicates_of(sentence, index) and any(
        sentence.units[i].kind == "instrument" and sentence.units[i].value == "contract"
        for i in sentence.clause(index)
    )


def _signing(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """The quoted names before a verb of signing that the adjective of a state tells the home of."""
    units = sentence.units
    told = [(i, home_before(sentence, i)) for i in range(clause.start, index) if units[i].kind == "quoted"]
    return [(tidy(str(units[i].value)), home, [units[i]]) for i, home in told if home]


def _partner(sentence: Sentence, clause: range, home: str | None) -> str | None:
    """The state with which, or with whose company, one of `home` signed a contract: the only other told."""
    others = [state for state in states_told(sentence, clause) if state != home]
    return others[0] if home and len(others) == 1 else None


def _home_of_signer(sentence: Sentence, clause: range, context: Context) -> str | None:
    """Whose a company is that signed a contract with the one state told: of the other that a page is about."""
    told = states_told(sentence, clause)
    return context.counterpart(told[0]) if len(told) == 1 and not context.loose else None


def _is_shared_by_name(sentence: Sentence, index: int) -> bool:
    """Whether two names together are the subject of founding a joint venture."""
    units, words = sentence.units, sentence.language.words["company"]
    venture = units[index].key.split(" ")[-1] in words and " " in units[index].key
    return venture and any(units[i].kind == "and" for i in range(max(0, index - 4), index))


def _founds(sentence: Sentence, index: int) -> bool:
    return not predicates_of(sentence, index).isdisjoint(("establish", "open"))


def _separate(
    companies: list[tuple[str, str | None, list[Unit]]],
) -> Iterator[tuple[str, str | None, list[Unit]]]:
    """Companies that a list names in one run of capitalised words, apart."""
    for name, home, used in companies:
        parts = name.split(" and ") if len(companies) > 1 or used[0].text.endswith("s") else [name]
        halves = name.split(" and ")
        if len(halves) == 2 and halves[0].split()[-1] == halves[1].split()[-1] and " " in halves[0]:
            parts = halves  # "Enterprise A and Tourism A"
        for part in parts:
            yield part, home, used


def places_itself(sentence: Sentence, index: int) -> bool:
    """Whether a verb of opening or entering is told of what a company has abroad: "opened its B subsidiary"."""
    keeps = ("open", "establish", "enter", "maintain", "close")
    if predicates_of(sentence, index).isdisjoint(keeps):
        return False
    first, clause = index + 1, sentence.clause(index)
    if sentence.language.cases and first < clause.stop and sentence.units[first].kind == "preposition":
        first += 1  # «вышла на болгарский рынок»
        if first + 1 < clause.stop and sentence.units[first].kind in ("place", "state"):
            first += 1  # «учредила в Астане дочернюю компанию»
    stop = phrase(sentence, first, frozenset(), clause.stop)
    return any(in_class(unit, sentence, "outlet") for unit in sentence.units[first:stop])


def has_company(sentence: Sentence, index: int) -> bool:
    """Whether the subject of a verb is a company: what it builds is its business, not aid of its state."""
    clause = sentence.clause(index)
    if any(in_class(sentence.units[i], sentence, "company") for i in range(clause.start, index)):
        return True
    return bool(bare_subject(sentence, index, clause))


_MAKERS = frozenset({"own", "provide", "export", "build", "launch"})


def _is_maker(sentence: Sentence, index: int) -> bool:
    return is_verb(sentence, index) and not predicates_of(sentence, index).isdisjoint(_MAKERS)


def _bought(sentence: Sentence, company: Unit) -> bool:
    """Whether a company is what somebody bought: "purchased the B retailer X"."""
    cursor = sentence.index(company) - 1
    while cursor >= 0 and sentence.units[cursor].kind in ("determiner", "state", "word"):
        cursor -= 1
    if cursor < 0 or not is_verb(sentence, cursor) or direction(sentence, cursor) != "active":
        return False
    return "own" in predicates_of(sentence, cursor)


def _is_local(sentence: Sentence, company: Unit) -> bool:
    """Whether a company is said to be of the state where it works: «местная «Х»»."""
    at = sentence.index(company)
    before = sentence.units[at - 1] if at else company
    return before.key in sentence.language.words["local"]


def start_of(day: Date | None) -> Date | None:
    """The start of what goes on ("since 2008"): the date of an enterprise is that of its beginning."""
    return day.start if day is not None and str(day).endswith("/..") and day.start is not None else day


def _first(sentence: Sentence, index: int) -> int:
    """The trigger of the clause that tells what companies do: one claim a company, whatever else is told."""
    for i in sentence.clause(index):
        if (
            sentence.units[i].kind != "trigger"
            or not is_fact(sentence, i)
            or voice(sentence, i) == "infinitive"
        ):
            continue
        if _tells(sentence, i):
            return i
    return index


def _tells(sentence: Sentence, index: int) -> bool:
    """Whether a trigger tells what a company does; having and closing only of what it has abroad."""
    told = predicates_of(sentence, index) & _TELLS
    return bool(told - {"maintain", "close"}) or (bool(told) and places_itself(sentence, index))
