"""Aid, training, quotas, technical projects and practice between institutions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from comity.reading.discourse import Context, successors
from comity.reading.frames.cooperation.across import across
from comity.reading.frames.cooperation.at_work import RUNNING, at_work
from comity.reading.frames.cooperation.dealings import before_auxiliary, currency_of, manner
from comity.reading.frames.cooperation.doers import is_bare_noun
from comity.reading.frames.cooperation.giving import provision
from comity.reading.frames.cooperation.giving_nouns import shares, told_sum
from comity.reading.frames.cooperation.granted import granted
from comity.reading.frames.cooperation.institutions import dated_practice, joint_work, together
from comity.reading.frames.cooperation.joined import joined
from comity.reading.frames.cooperation.projects import (
    assistance,
    counted_projects,
    founding,
    kept_programme,
    project,
)
from comity.reading.frames.cooperation.receiving import reception, relief, volume
from comity.reading.frames.cooperation.service import arrival, service, treatment
from comity.reading.frames.cooperation.training import (
    beside,
    exchanged,
    experts_before,
    institutions_exchange,
    scheme,
    training,
    uncounted_people,
)
from comity.reading.frames.draft import Draft
from comity.reading.frames.nouns import direction, fields_of, in_class, phrase
from comity.reading.frames.ranges import is_ranged
from comity.reading.reality import is_real
from comity.reading.sentence import Sentence, is_verb, predicates_of

STARTS = frozenset(
    {
        "trigger:train",
        "trigger:provide",
        "trigger:donate",
        "trigger:award",
        "trigger:arrive",
        "trigger:come",
        "trigger:demine",
        "trigger:implement",
        "trigger:establish",
        "trigger:open",
        "trigger:assist",
        "trigger:sign",
        "trigger:work",
        "trigger:serve",
        "trigger:function",
        "trigger:visit",
        "trigger:receive",
        "trigger:amount",
        "trigger:cancel",
        "trigger:collaborate",
        "trigger:joint_work",
        "trigger:maintain",
        "trigger:field_work",
        "trigger:fight_beside",
        "trigger:include",
        "trigger:hold",
        "trigger:participate",
        "trigger:date_back",
    }
)


_DOING = frozenset({"hold", "implement", "participate", "perform"})
"""What doctors do with operations."""
_DASHES = frozenset("-–")
_NEAR_LOAN = 5
"""Units between a verb of opening and the loan that is opened."""
_NEAR = 40
"""How far behind its words, in characters, the occasion of a gift may be told."""
_Teller = Callable[[Sentence, int, Context], Iterator[Draft]]
"""What makes drafts of an act, told by its word."""


def read(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has trained 40 specialists of B", "A gave a ferry to B", "institutions of A and B established
    cooperation".
    """
    for draft in _drafts(sentence, index, context):
        if not draft.slots["what"]:
            continue  # «из них 1200 созданы …», of what was told before
        if not (_is_vague(sentence, draft) and not _is_reported(draft, context)) and (
            _concerns(context.owner(), draft.slots["parties"])
        ):
            quantity = draft.slots.get("quantity")
            if quantity is not None and is_ranged(sentence, quantity):
                del draft.slots["quantity"]
            draft.slots["currency"] = currency_of(sentence, draft.slots.get("quantity"))
            yield draft


def _concerns(owner: str | None, parties: tuple[str, ...]) -> bool:
    """Whether the state whose page this is, or one that it came after, is a party."""
    return owner is None or owner in parties or any(owner in successors(party) for party in parties)


def _is_vague(sentence: Sentence, draft: Draft) -> bool:
    """A general statement: "provides assistance", with no number, no time, and nothing said of what it is."""
    if "quantity" in draft.slots or "period" in draft.slots or _is_timed(sentence, draft):
        return False
    generic = sentence.language.words["generic"]
    if not all(sentence.language.key(word) in generic for word in draft.slots["what"].split()):
        return False
    field = _field_behind(sentence, draft)
    draft.slots["field"] = field or draft.slots.get("field")
    return field is None


def _field_behind(sentence: Sentence, draft: Draft) -> str | None:
    """The field that words behind a thing tell: "technical assistance in forestry and water"."""
    _, end = draft.evidence[0]
    for i, unit in enumerate(sentence.units[:-1]):
        leads = unit.kind == "preposition" and unit.value in ("place", "field", "on")
        if leads and end <= unit.start < end + _NEAR:
            field = fields_of(sentence, i + 1, phrase(sentence, i + 1, frozenset({"of"})))
            if field is not None:
                return field
    return None


def _is_reported(draft: Draft, context: Context) -> bool:
    """Whether news tell of aid by its sort: "delivered humanitarian aid", not "provides assistance"."""
    return context.news and " " in draft.slots["what"]


def _is_timed(sentence: Sentence, draft: Draft) -> bool:
    """Whether an occasion tells when aid was given, where no date does: "during the war", "after the earthquake"."""
    start, end = draft.evidence[0]
    near = [unit for unit in sentence.units if start <= unit.start < min(end + _NEAR, sentence.end)]
    return any(
        unit.kind == "preposition" and unit.value in ("during", "after") and unit.end > unit.start
        for unit in near
    )


def _drafts(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """Drafts of all forms, also vague ones."""
    predicates = predicates_of(sentence, index)
    if _is_line(sentence, index, predicates):
        return
    if "joint_work" in predicates:
        yield from joint_work(sentence, index, context)
    elif "provide" in predicates and not is_verb(sentence, index):
        yield from told_sum(sentence, index, context)
    elif _is_act(sentence, index):
        found = _by_objects(sentence, index, predicates, context)
        yield from found if found is not None else _by_act(sentence, index, predicates, context)
    elif _is_participle(sentence, index) and experts_before(sentence, index):
        yield from training(sentence, index, context)  # "80 doctors working in B"


def _is_line(sentence: Sentence, index: int, predicates: frozenset[str]) -> bool:
    """Whether what flows does so through a line between the two states, which is told as such."""
    return "flow" in predicates and any(
        in_class(sentence.units[i], sentence, "conduit") for i in sentence.clause(index)
    )


def _is_verb_told(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what took place, under no condition."""
    if not is_real(sentence, index) or not is_verb(sentence, index) or _is_condition(sentence, index):
        return False
    return not is_bare_noun(sentence, index)


def _is_act(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells an act that took place; not "an A-built wind farm", and not what somebody was doing."""
    if not _is_verb_told(sentence, index) or _is_participle(sentence, index):
        return False
    return not index or sentence.units[index - 1].text not in _DASHES


def _is_participle(sentence: Sentence, index: int) -> bool:
    """Whether a participle says what somebody does, without the one by whom it is done."""
    return _is_verb_told(sentence, index) and manner(sentence, index) == "ing" and not _by(sentence, index)


def _by_objects(
    sentence: Sentence, index: int, predicates: frozenset[str], context: Context
) -> Iterable[Draft] | None:
    """What is told where the things or people beside an act decide what it is; nothing where the act itself does."""
    if "open" in predicates and sentence.has_word("loan", index - _NEAR_LOAN, index + _NEAR_LOAN):
        return provision(sentence, index, context)  # «открыла Б кредитную линию»
    if _is_of_people(sentence, index, predicates):
        return _people(sentence, index, predicates, context)
    if "amount" in predicates and _is_aid_made(sentence, index):
        return provision(sentence, index, context)  # "a donation of … was made to B"
    if "provide" in predicates and experts_before(sentence, before_auxiliary(sentence, index)):
        return training(sentence, index, context)  # "80 doctors of A have provided care in B"
    if "award" in predicates and not predicates & {"donate", "provide"}:
        # "30 scholarships were awarded to students of B"
        aid = _has_aid(sentence, sentence.clause(index), "awarded_aid")
        return provision(sentence, index, context) if aid else ()
    if predicates & {"arrive", "come"}:
        came = list(arrival(sentence, index, context))
        return came if came or "amount" not in predicates else None
    return None


def _is_of_people(sentence: Sentence, index: int, predicates: frozenset[str]) -> bool:
    """Whether an act is of people who are trained, exchanged or sent under a programme."""
    return (
        "train" in predicates
        or ("sign" in predicates and exchanged(sentence, index))
        or bool(predicates & {"work", "visit"} and scheme(sentence, index))
    )


def _people(sentence: Sentence, index: int, predicates: frozenset[str], context: Context) -> Iterable[Draft]:
    """People who are trained or exchanged: counted or not, by institutions, or across the border."""
    found = list(training(sentence, index, context))
    found = found or list(uncounted_people(sentence, index, context))
    if not found and "sign" in predicates:
        found = list(institutions_exchange(sentence, index, context))
    return found or across(sentence, index, context)


def _by_act(sentence: Sentence, index: int, predicates: frozenset[str], context: Context) -> list[Draft]:
    """What an act tells by its predicate, in the first way that tells anything."""
    teller = next((tell for predicate, tell in _TELLERS.items() if predicate in predicates), None)
    found = list(teller(sentence, index, context)) if teller is not None else []
    if not found and "provide" in predicates:
        found = list(granted(sentence, index, context))
    if found:
        return [*found, *joined(sentence, index, found[0])] if "function" in predicates else found
    for tell in _otherwise(sentence, index, predicates):
        found = list(tell(sentence, index, context))
        if found:
            return found
    return []


def _otherwise(sentence: Sentence, index: int, predicates: frozenset[str]) -> Iterator[_Teller]:
    """The further ways in which an act may tell of cooperation, the surest first."""
    if {"provide", "implement"} <= predicates:
        yield project  # "a dam in B was financed by A": no gift but a project
    if predicates & {"provide", "implement"}:
        yield counted_projects
    if "field_work" in predicates and direction(sentence, index) == "passive":
        yield project
    if predicates & {"demine", "field_work"}:
        yield service
    if predicates & _DOING:
        yield treatment
    if predicates & {"implement", "field_work"}:
        yield across
    if predicates & {"work", "field_work"}:
        yield uncounted_people
    if "participate" in predicates:
        yield across
    if predicates & RUNNING:
        yield at_work
    yield across


def _is_condition(sentence: Sentence, index: int) -> bool:
    """Whether an act is told as what something depends on: "if A grants the loan"."""
    opens = sentence.clause(index).start - 1
    return opens >= 0 and sentence.units[opens].key in sentence.language.words["if_word"]


def _is_aid_made(sentence: Sentence, index: int) -> bool:
    """Whether a donation "was made"."""
    made = sentence.units[index].key in sentence.language.words["made"]
    subject = range(sentence.clause(index).start, index)
    return made and direction(sentence, index) == "passive" and _has_aid(sentence, subject, "aid_always")


def _has_aid(sentence: Sentence, indices: range, name: str) -> bool:
    return any(in_class(sentence.units[i], sentence, name) for i in indices)


def _by(sentence: Sentence, index: int) -> bool:
    """ "functioning by …": a participle that tells who does it."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "preposition" and after.value == "agent"


_TELLERS: dict[str, _Teller] = {
    "provide": provision,
    "assist": assistance,
    "donate": provision,
    "collaborate": together,
    "implement": project,
    "establish": founding,
    "open": founding,
    "receive": reception,
    "amount": volume,
    "cancel": relief,
    "maintain": kept_programme,
    "date_back": dated_practice,
    "include": shares,
    "fight_beside": beside,
}
"""How the other predicates tell of cooperation, the first that fits."""
