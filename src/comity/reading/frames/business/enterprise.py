"""Companies of one state at work in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.model.edtf import Date
from comity.reading.discourse import Context
from comity.reading.frames.arguments import date_unit, dated, of_bracket, run
from comity.reading.frames.business.names import group_of, is_airline, names_beside, run_of_names
from comity.reading.frames.business.places import home_and_host
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import both_sides, direction, in_class, phrase, states_of, states_told, tidy
from comity.reading.sentence import Sentence, is_fact, is_verb, predicates_of, voice
from comity.reading.units import Unit, is_capitalised

STARTS = frozenset(
    {
        "trigger:work",
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
    }
)

_TELLS = frozenset(start.removeprefix("trigger:") for start in STARTS)
"""The predicates that tell what a company does."""
_NO_SUBJECT = frozenset({"gen", "dat", "ins", "loc"})
_CLOSE = 3
"""How many units a verb may stand behind "which"."""
_BEFORE = 12
"""How many units before "which" the company is looked for."""
_SEIZING = frozenset({"nationalise", "seize", "freeze"})


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The A company “X” began its activity in B", "cooperation is established with companies of A such as
    “X”, “Y”".
    """
    units = sentence.units
    if not is_fact(sentence, index) or voice(sentence, index) == "infinitive":
        return
    if _is_reason(sentence, index) or _served(sentence, index):
        return
    if units[index].key in sentence.language.words["hands_out"]:
        return  # «банк выдал кредит», which is no trade
    if _travels(sentence, index) and units[index].key not in sentence.language.words["fly"]:
        return  # an airline flies to B; whoever visits it does not work there
    clause = sentence.clause(index)
    if _seized(sentence, clause):
        return
    strong = not predicates_of(sentence, index).isdisjoint(("work", "own", "invest", "business"))
    if not is_verb(sentence, index) and not predicates_of(sentence, index).isdisjoint(("invest", "provide")):
        return  # "investments in companies of A", "aid through the Bank of A": those do not work in B
    contract = _contracts(sentence, index)
    strong = strong or contract or _places_itself(sentence, index)
    if not _tells(sentence, index):
        return
    if "include" in predicates_of(sentence, index):
        companies = _enumerated(sentence, index, clause)
    else:
        companies = _companies(sentence, clause) if _first(sentence, index) == index else []
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
        companies = _before_relative(sentence, index, clause)
    if not companies and _founds(sentence, index) and is_verb(sentence, index):
        companies = _outlet_of(sentence, index, clause)
    if not companies and strong and is_verb(sentence, index):
        companies = _examples(sentence, index, clause) or _bare_subject(sentence, index, clause)
    companies = [one for one in companies if not _is_local(sentence, one[2][0])]
    if contract:  # who is told first is at work with the other
        companies = (companies or _signing(sentence, index, clause))[:1]
    for company, home, used in _separate(companies):
        home = home or context.firms.get(company) or sentence.language.companies.get(company.lower())
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
            {"name": company, "home": home, "in": host, "date": _start(dated(date))},
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
    return any(is_verb(sentence, i) and not predicates_of(sentence, i).isdisjoint(_SEIZING) for i in clause)


def _contracts(sentence: Sentence, index: int) -> bool:
    """Whether a contract is what is signed."""
    return "sign" in predicates_of(sentence, index) and any(
        sentence.units[i].kind == "instrument" and sentence.units[i].value == "contract"
        for i in sentence.clause(index)
    )


def _signing(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """The quoted names before a verb of signing that the adjective of a state tells the home of."""
    units = sentence.units
    told = [(i, _home_before(sentence, i)) for i in range(clause.start, index) if units[i].kind == "quoted"]
    return [(tidy(str(units[i].value)), home, [units[i]]) for i, home in told if home]


def _partner(sentence: Sentence, clause: range, home: str | None) -> str | None:
    """The state with which, or with whose company, one of `home` signed a contract: the only other told."""
    others = [state for state in states_told(sentence, clause) if state != home]
    return others[0] if home and len(others) == 1 else None


def _is_shared_by_name(sentence: Sentence, index: int) -> bool:
    """Whether two names together are the subject of founding a joint venture."""
    units, words = sentence.units, sentence.language.words["company"]
    venture = units[index].key.split(" ")[-1] in words and " " in units[index].key
    return venture and any(units[i].kind == "and" for i in range(max(0, index - 4), index))


def _founds(sentence: Sentence, index: int) -> bool:
    return not predicates_of(sentence, index).isdisjoint(("establish", "open"))


def is_venture(sentence: Sentence, unit: Unit) -> bool:
    """Whether a unit is a word for a company of both sides: "joint venture", «совместное предприятие»."""
    return (
        unit.kind == "trigger"
        and all(form == "noun" for _, form in unit.value)
        and in_class(unit, sentence, "company")
    )


def shared(told: tuple[str, ...], context: Context) -> tuple[str | None, str | None]:
    """Home and host of a company of both sides: at work in the state whose page it is, else in the one told first."""
    pair = both_sides(told, context)
    if len(pair) != 2:
        return None, None
    host = context.home if context.home in pair else pair[0]
    return (pair[1] if host == pair[0] else pair[0]), host


def _separate(
    companies: list[tuple[str, str | None, list[Unit]]],
) -> Iterator[tuple[str, str | None, list[Unit]]]:
    """Companies that a list names in one run of capitalised words, apart."""
    for name, home, used in companies:
        parts = name.split(" and ") if len(companies) > 1 or used[0].text.endswith("s") else [name]
        for part in parts:
            yield part, home, used


def _places_itself(sentence: Sentence, index: int) -> bool:
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
    return bool(_bare_subject(sentence, index, clause))


_MAKERS = frozenset({"own", "provide", "export", "build", "launch"})


def _is_maker(sentence: Sentence, index: int) -> bool:
    return is_verb(sentence, index) and not predicates_of(sentence, index).isdisjoint(_MAKERS)


def _before_relative(
    sentence: Sentence, index: int, clause: range
) -> list[tuple[str, str | None, list[Unit]]]:
    """The company that a clause "which …", its verb right behind, is about: "the A airline X, which flies to B"."""
    units = sentence.units
    opening = clause.start - 1
    if (
        opening < 1
        or units[opening].key not in sentence.language.words["relative"]
        or index - opening > _CLOSE
    ):
        return []
    if units[opening - 1].text != "," or units[opening].case not in ("", "nom"):
        return []
    found = _companies(sentence, range(max(opening - _BEFORE, 0), opening - 1))
    return [one for one in found[-1:] if one[2][-1] is units[opening - 2]]


def _outlet_of(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Whose a shop or works is that opens: «открылся магазин французской сети «Х»»."""
    units = sentence.units
    for i in range(clause.start, index - 2):
        if not in_class(units[i], sentence, "outlet") or units[i + 1].value != "of":
            continue
        name = next((j for j in range(i + 2, min(i + 7, index)) if units[j].kind == "quoted"), None)
        home = _home_before(sentence, name) if name is not None else None
        if name is not None and home:
            return [(tidy(str(units[name].value)), home, [units[i], units[name]])]
    return []


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


def _enumerated(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """ "Companies of A in B include X, Y and Z": a list of names behind the verb, of what stands before it."""
    units = sentence.units
    head = next(
        (i for i in range(index - 1, clause.start - 1, -1) if in_class(units[i], sentence, "company")), None
    )
    if head is None:
        return []
    home = _home_before(sentence, head) or _home_behind(sentence, head)
    return [
        (name, home, [units[head], units[at]]) for at, name in run_of_names(sentence, index + 1, clause.stop)
    ]


def _examples(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """ "Companies of A are active in B, among them X and Y": names told behind the verb as examples."""
    units = sentence.units
    head = next((i for i in range(clause.start, index) if in_class(units[i], sentence, "company")), None)
    if head is None:
        return []
    for i in range(index + 1, clause.stop - 1):
        if units[i].kind == "preposition" and units[i].value in ("between", "including", "as"):
            first = i + 2 if units[i + 1].kind == "pronoun" else i + 1
            if units[i].value == "between" and first == i + 1:
                continue
            home = _home_before(sentence, head) or _home_behind(sentence, head)
            return [
                (name, home, [units[head], units[at]])
                for at, name in run_of_names(sentence, first, clause.stop)
            ]
        manager = units[i + 1]
        if manager.kind == "actor" and manager.value.person.name and _manages(sentence, i):
            home = _home_before(sentence, head) or _home_behind(sentence, head)
            return [(manager.value.person.name, home, [units[head], manager])]
    return []


def _manages(sentence: Sentence, index: int) -> bool:
    """Whether words say under whom companies work: "under the management of N", "headed by N"."""
    unit = sentence.units[index]
    led = sentence.language.words["led"]
    return unit.kind == "preposition" and (
        unit.value == "led"
        or unit.key in sentence.language.words["managed"]
        or sentence.units[index - 1].key in led
    )


def _start(day: Date | None) -> Date | None:
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
    return bool(told - {"maintain", "close"}) or (bool(told) and _places_itself(sentence, index))


def _companies(sentence: Sentence, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Names beside a word for a company, and names that are of companies by themselves, each with its home
    state.
    """
    units = sentence.units
    found: list[tuple[str, str | None, list[Unit]]] = []
    taken: set[int] = set()
    for i in clause:
        unit = units[i]
        if i in taken:
            continue
        if unit.kind == "organisation" and (_is_company(sentence, unit) or _is_group(sentence, i)):
            name = tidy(unit.text) if isinstance(unit.value, str) else tidy(unit.value.name)
            before = units[i - 1] if i else None
            if (
                before is not None
                and before.kind == "state"
                and before.value[1] == "name"
                and before.start >= units[clause.start].start
            ):
                name = f"{before.text} {name}"
            short = next(
                (units[j] for j in (i + 1, i + 2) if j < len(units) and units[j].kind == "quoted"), None
            )
            found.append(
                (
                    name,
                    _home_before(sentence, i) or next(iter(states_of(unit)), None),
                    [unit, *([short] if short else [])],
                )
            )
            taken.update(range(i, i + 2 + (short is not None)))
            continue
        if is_airline(sentence, i):
            state = units[i + 1]
            found.append((tidy(f"{unit.text} {state.text}"), str(state.value[0]), [unit, state]))
            continue
        if (called := _called_company(sentence, unit)) is not None:
            found.append((called, None, [unit]))
            continue
        if _is_maker_by_title(sentence, unit):
            found.append((tidy(unit.value.person.name), _home_before(sentence, i), [unit]))
            continue
        inner = _named_inside(sentence, unit) if unit.kind == "body" else None
        if inner is not None:
            found.append((inner, next(iter(states_of(unit)), None), [unit]))
            continue
        if (
            (unit.kind != "trigger" and in_class(unit, sentence, "company"))
            or is_venture(sentence, unit)
            or (unit.kind == "body" and unit.value.head.lower() in sentence.language.words["company"])
        ):
            whole = group_of(sentence, i)
            if whole is not None:
                home = _home_before(sentence, i)
                # in a list of companies it is of their state
                found.append((whole[0], home or (found[-1][1] if found else None), whole[1]))
                taken.update(sentence.index(unit) for unit in whole[1])
                continue
            if _only_owner(sentence, i):
                continue
            if _is_named_after_state(sentence, i):
                people = units[i - 1]
                name = tidy(sentence.text[people.start : unit.end])
                found.append((name, str(people.value[0]), [people, unit]))
                continue
            home = _home_before(sentence, i) or _home_behind(sentence, i)
            for j, name in names_beside(sentence, i):
                if j in taken:
                    continue
                taken.add(j)
                low, high = sorted((i, j))
                found.append((name, home, units[low : high + 1]))
    return found


def _is_group(sentence: Sentence, index: int) -> bool:
    """Whether an organisation whose name says little is a state's: "A's X Group"."""
    words = sentence.units[index].text.split()
    keys = [sentence.language.key(word) for word in words]
    weak = keys[-1] in sentence.language.words["company_weak"]
    public = any(key in sentence.language.words["public_body"] for key in keys)
    return weak and not public and len(words) > 1 and _home_before(sentence, index) is not None


def _called_company(sentence: Sentence, unit: Unit) -> str | None:
    """The name behind a word for a company that looks like a person's first name: «Концерн Вайда»."""
    if unit.kind != "actor" or unit.value.person.office or not sentence.language.cases:
        return None
    word, _, name = unit.text.partition(" ")
    return tidy(name) if name and sentence.language.key(word) in sentence.language.words["company"] else None


def _is_maker_by_title(sentence: Sentence, unit: Unit) -> bool:
    """Whether what looks like a person's title is what a company makes: "the aluminium producer X"."""
    if unit.kind != "actor" or not unit.value.person.name or not unit.value.person.office:
        return False
    makes = sentence.language.key(unit.value.person.office) in sentence.language.words["company"]
    return makes and " " not in unit.value.person.name


def _is_named_after_state(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word for a company and the people before it are its whole name: "Turkish Airlines"."""
    unit, before = sentence.units[index], sentence.units[index - 1] if index else None
    return (
        unit.kind == "word"
        and is_capitalised(unit)
        and unit.key not in sentence.language.words["company_weak"] | sentence.language.words["countable"]
        and not sentence.language.cases
        and before is not None
        and before.kind == "state"
        and before.value[1] == "adjective"
    )


def _only_owner(sentence: Sentence, index: int) -> bool:
    """Whether a word for a company only tells whose a person is: "a monument to the founder of the company X"."""
    units = sentence.units
    cursor = index - 1
    while cursor > 0 and units[cursor].kind in ("determiner", "state"):
        cursor -= 1
    if cursor < 1 or units[cursor].kind != "preposition" or units[cursor].value != "of":
        return False
    head = units[cursor - 1]
    return head.kind == "actor" or (head.kind == "word" and in_class(head, sentence, "company_person"))


_QUOTED = re.compile(r"(\w+) [«\"“„]([^«»\"”“]+)[»\"”“]")


def _named_inside(sentence: Sentence, body: Unit) -> str | None:
    """The company that a centre or works is of, inside its name: «сервисный центр ОАО «Х»»."""
    found = _QUOTED.search(body.text)
    words = sentence.language.words
    if found is None or sentence.language.key(found[1]) not in words["company"] | words["group"]:
        return None
    return tidy(found[2])


def _is_company(sentence: Sentence, unit: Unit) -> bool:
    words = [sentence.language.key(word.strip("().,")) for word in unit.text.split()]
    company = sentence.language.words["company"] - sentence.language.words["company_weak"]
    return any(word in company for word in words) and not any(
        word in sentence.language.words["public_body"] for word in words
    )


def _bare_subject(sentence: Sentence, index: int, clause: range) -> list[tuple[str, str | None, list[Unit]]]:
    """Capitalised words, the name of nobody the document knows, as the subject: "X invested … in B"."""
    units = sentence.units
    last = index - 1
    adverbs = sentence.language.words["adverb"]
    while last >= clause.start and (units[last].kind in ("have", "be") or units[last].key in adverbs):
        last -= 1
    home = None
    if last > clause.start and units[last].text == ",":
        # "X, a producer of A, owns …"
        comma = next((i for i in range(last - 1, clause.start, -1) if units[i].text == ","), clause.start)
        inside = units[comma + 1 : last]
        if comma > clause.start and inside and any(in_class(one, sentence, "company") for one in inside):
            home = next((str(one.value[0]) for one in inside if one.kind == "state"), None)
            last = comma - 1
    if last - 2 >= clause.start and units[last].mark == "of" and units[last].kind in ("place", "state"):
        home = next(iter(states_of(units[last])), None)  # "X of P opened …"
        last -= 3 if units[last - 1].kind == "determiner" else 2
    if last < clause.start:
        return []
    unit = units[last]
    if unit.case in _NO_SUBJECT:
        return []
    if unit.kind == "quoted":
        return [
            (tidy(str(units[i].value)), _home_before(sentence, i), [units[i]]) for i in _quoted(units, last)
        ]
    if unit.kind == "organisation" and _is_company(sentence, unit):
        return [(tidy(unit.text), next(iter(states_of(unit)), None), [unit])]
    if unit.kind == "actor":
        named = unit.text == unit.value.person.name and (" " in unit.text or "-" in unit.text)
        return [(tidy(unit.text), home, [unit])] if named and _business(sentence, index) else []
    if unit.kind != "word" or not is_capitalised(unit) or unit.key in sentence.language.not_names:
        return []
    first = last
    while first > clause.start and units[first - 1].kind == "word" and is_capitalised(units[first - 1]):
        first -= 1
    if not _at_its_own(sentence, index, first):
        return []
    name = tidy(sentence.text[units[first].start : unit.end])
    return [(name, home or _home_before(sentence, first), units[first : last + 1])]


def _quoted(units: list[Unit], last: int) -> list[int]:
    """The quoted names that are a subject together, up to the last: «А «Х» и Б «У» создали …»."""
    found = [last]
    cursor = last - 1
    while cursor > 0:
        while cursor > 0 and units[cursor].kind in ("state", "word") and units[cursor].case.startswith("nom"):
            cursor -= 1
        if (
            not (units[cursor].kind == "and" or units[cursor].text == ",")
            or units[cursor - 1].kind != "quoted"
        ):
            break
        found.append(cursor - 1)
        cursor -= 2
    return found[::-1]


def _business(sentence: Sentence, index: int) -> bool:
    """Whether the verb is one that companies do and persons do not."""
    return not predicates_of(sentence, index).isdisjoint(("own", "invest", "business"))


def _at_its_own(sentence: Sentence, index: int, at: int) -> bool:
    """Whether capitalised words are a name by their spelling, their place or their act, not by standing first in a
    sentence: a common noun there is in the plural, or has an article before it.
    """
    units = sentence.units
    unit = units[at]
    before = units[at - 1] if at else None
    if (
        before is not None
        and before.kind in ("word", "actor", "place", "organisation")
        and is_capitalised(before)
    ):
        return False  # the end of a longer name
    classes = ("trainee", "resident", "company", "countable", "aid", "project", "envoy", "public_body")
    if any(in_class(unit, sentence, name) for name in classes) or unit.key in sentence.language.portfolio:
        return False
    if unit.text.isupper() or not (before is None or before.text in (".", ":", "-", "–", "•", "*")):
        return True
    if is_capitalised(units[at + 1]):
        return True
    told = units[index].text.split()[0] if units[at + 1] is units[index] else units[at + 1].text
    return not unit.text.endswith("s") or told.endswith("s")


def _home_before(sentence: Sentence, index: int) -> str | None:
    """The state told right before a company: "Israeli company", "the German-based firm"."""
    units = sentence.units
    for cursor in range(index - 1, max(index - 9, -1), -1):
        unit = units[cursor]
        if unit.kind == "state":
            before = units[cursor - 2] if cursor >= 2 and units[cursor - 1].text in "-–" else None
            if before is not None and before.kind in ("state", "combining"):
                return None
            return str(unit.value[0])
        if unit.kind == "place" and not unit.mark and unit.value.state:
            return str(unit.value.state)  # "the Aalborg cement maker X"
        if unit.kind not in ("word", "poss", "combining", "trigger") and unit.text not in "-–":
            break
    return None


def _home_behind(sentence: Sentence, index: int) -> str | None:
    units = sentence.units
    if (
        index + 2 < len(units)
        and units[index + 1].kind == "preposition"
        and units[index + 1].value in ("of", "source")
    ):
        for unit in units[index + 2 : index + 4]:
            if unit.kind == "state":
                return str(unit.value[0])
    return None
