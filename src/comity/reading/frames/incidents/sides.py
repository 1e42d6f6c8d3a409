"""Who did the hostile act that a verb tells, and which states its words tell on the other side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from comity.reading.frames.incidents import adversaries, agents, opposed
from comity.reading.frames.incidents.deed import Deed, Sides
from comity.reading.frames.incidents.objects import is_own_place, is_struck, is_taken
from comity.reading.frames.incidents.predicates import OF_A_BODY, SUPPLY, WITHHOLDING
from comity.reading.frames.incidents.summons import protested_before, summons
from comity.reading.frames.incidents.takings import TAKINGS
from comity.reading.frames.incidents.words import is_envoy
from comity.reading.frames.nouns import in_class

_FOR = frozenset({"ban", "suspend", "halt", "cancel", "call_off", "revoke"})
"""Acts told with for whom: "suspended visa-free entry for citizens of B"."""

_Step = Callable[[Deed, Sides], Sides]
"""What one more rule makes of the sides."""


def sides(deed: Deed) -> Sides:
    """Both sides of a deed as far as its own clause tells them."""
    targets = _targets(deed)
    told = Sides(_doer(deed, targets), targets)
    for step in _STEPS:
        told = step(deed, told)
    told = replace(told, marked=_marked(deed, told))
    for step in _BY_PREDICATE.get(deed.predicate, ()):
        told = step(deed, told)
    return told


def _targets(deed: Deed) -> list[str]:
    """The states told with what was done to: "occupied the province of P of (B)", "annexed P from (B)"."""
    sentence, index, clause, targets = deed.sentence, deed.index, deed.clause, deed.targets
    if deed.predicate != "attack" or not deed.active:
        return targets
    if is_taken(sentence, deed.thing):
        doer = adversaries.subject(sentence, index, clause)
        other = deed.context.counterpart(doer) if set(targets) <= {doer} else None
        targets = [other] if other is not None else targets
    return targets or opposed.sources(sentence, index, clause)[:1]


def _doer(deed: Deed, targets: list[str]) -> str | None:
    """Who did it, by the subject or the agent of the verb, of the clause it belongs to, or of a body of states."""
    sentence, index, clause = deed.sentence, deed.index, deed.clause
    if deed.subjectless:  # «посла Б вызвали в МИД», «из А выслали двух дипломатов Б»
        subject = agents.agent(sentence, index, clause) or agents.by_decision(sentence, clause)
        if subject is None and deed.opens_with_verb:
            subject = adversaries.subject(sentence, index, clause)
    else:
        subject = adversaries.subject(sentence, index, clause)
    if subject is None and sentence.language.morphology.is_gerund(sentence, index):
        subject = agents.of_main_clause(sentence, index)
    if subject is None and deed.active and deed.predicate in OF_A_BODY:
        body = adversaries.body(sentence, index, clause)
        subject = body if body and body.lower() in sentence.language.words["blocs"] else None
    if subject is None and deed.predicate == "protest" and summons(sentence, index):
        subject = opposed.called_to(sentence, clause, next(iter(targets), None))
    return subject


def _of_supplies(deed: Deed, told: Sides) -> Sides:
    """Whose trade was stopped, and to whom goods went: «остановила транзит нефти А (в Б)»."""
    if deed.predicate not in WITHHOLDING:
        return told
    if told.subject is None:
        told = _trading(deed, told)
    if any(in_class(unit, deed.sentence, "supplies") for unit in deed.thing):
        goal = opposed.goal_of(deed.sentence, deed.index, deed.clause, told.subject)
        told = replace(told, targets=[goal]) if goal else told
    return told


def _trading(deed: Deed, told: Sides) -> Sides:
    """Who stopped trade of which only the ends are told: «поставки газа из А в Б приостановлены»."""
    sentence, index, clause = deed.sentence, deed.index, deed.clause
    if ends := opposed.supplied(sentence, clause):
        return Sides(ends[0], [ends[1]])
    traded = ("import", "supplies") if deed.predicate == "ban" else ("import",)
    subject = opposed.importer(sentence, index, clause, traded)
    if subject is None and deed.predicate == "ban" and deed.passive:
        subject = opposed.where(sentence, index, clause, told.target)
    return replace(told, subject=subject)


def _of_companies(deed: Deed, told: Sides) -> Sides:
    """The state whose company stopped supplies: «Х» прекратил поставки газа."""
    if told.subject is not None or deed.predicate not in SUPPLY:
        return told
    firms = deed.context.firms
    subject = agents.supplier(deed.sentence, deed.index, deed.how, deed.clause, firms)
    return replace(told, subject=subject)


def _sent_out(deed: Deed, told: Sides) -> Sides:
    """The state out of which people were sent: "diplomats of B were expelled (from A)"."""
    if deed.predicate != "expel":
        return told
    out_of = opposed.sent_out_of(deed.sentence, deed.thing)
    if out_of is not None:
        told = Sides(told.subject or out_of, told.without(out_of))
    if told.subject is None:
        subject = opposed.where(deed.sentence, deed.index, deed.clause, told.target, "source")
        told = replace(told, subject=subject)
    return told


def _own_banned(deed: Deed, told: Sides) -> Sides:
    """A ban is against none of the own: "A closed its own skies for aircraft of B"."""
    if deed.predicate == "ban" and told.subject in told.targets:
        return replace(told, targets=told.without(told.subject))
    return told


_STEPS: tuple[_Step, ...] = (_of_supplies, _of_companies, _sent_out, _own_banned)


def _marked(deed: Deed, told: Sides) -> str | None:
    """The state marked as the other side: "seized a trawler from (B)", "closed the border with (B)"."""
    if deed.predicate in TAKINGS and not deed.cased:
        return opposed.beside(deed.sentence, deed.index, deed.clause, told.subject)
    more = ("for",) if deed.predicate.startswith("close") or deed.predicate in _FOR else ()
    return opposed.target(deed.sentence, deed.index, deed.clause, told.subject, more)


def _closed_to(deed: Deed, told: Sides) -> Sides:
    """What was closed is the closing state's own where it was closed to another: "the ports of A were closed to ships
    of B".
    """
    to_another = told.marked is not None and told.marked not in told.targets
    if deed.passive and told.subject is None and told.target and to_another:
        return replace(told, subject=told.target, targets=[str(told.marked)])
    return told


def _barred_from(deed: Deed, told: Sides) -> Sides:
    """The state that somebody was kept out of did it: "aircraft of B were banned from the airspace of A"."""
    if deed.passive and told.subject is None and told.targets and not deed.cased:
        subject = opposed.barred_from(deed.sentence, deed.index, deed.clause, told.targets)
        return replace(told, subject=subject)
    return told


def _protested_to(deed: Deed, told: Sides) -> Sides:
    """Whom a protest was addressed to, or whose envoy was called to hear it: "summoned the ambassador of B"."""
    sentence, index, clause = deed.sentence, deed.index, deed.clause
    if told.marked is not None:
        return told
    behind = range(index + 1, clause.stop)
    marked = opposed.addressed(sentence, index, clause) or opposed.called_to(sentence, behind, told.subject)
    host = opposed.host(deed.thing) if summons(sentence, index) and not told.subject else None
    return replace(told, marked=marked, subject=told.subject or host)


def _handed_to_envoy(deed: Deed, told: Sides) -> Sides:
    """Whom a note was handed to, whatever it was about: «послу (А) в (Б) вручили ноту из-за судна Б»."""
    units = deed.sentence.units
    given = (units[i] for i in deed.clause if units[i].case == "dat" and units[i].mark == "goal")
    envoy = next((unit for unit in given if unit.kind == "actor" and is_envoy(deed.sentence, unit)), None)
    if not deed.cased or envoy is None or not envoy.value.state:
        return told
    state = str(envoy.value.state)
    subject = told.subject if told.subject != state else None
    return Sides(subject or envoy.value.to, [state], state)


def _protested_to_before(deed: Deed, told: Sides) -> Sides:
    """Who a protest was handed to where they were told before: «посол А вызван в министерство, где ему заявлен …»."""
    receiver = opposed.receiver_before(deed.sentence, deed.index) if not told.marked else None
    if receiver is None or deed.thing or protested_before(deed.sentence, deed.index):
        return told
    marked = receiver.value.state
    called_by = opposed.called_to(deed.sentence, range(deed.index), marked)
    return replace(told, marked=marked, subject=called_by or receiver.value.to)


def _shot_from(deed: Deed, told: Sides) -> Sides:
    """The state from whose side somebody was shot at: «обстреляны (с афганской стороны)»."""
    if deed.passive and told.subject is None:
        return replace(told, subject=agents.from_the_side_of(deed.sentence, deed.clause))
    return told


def _on_own_soil(deed: Deed, told: Sides) -> Sides:
    """A state told only with a place of its own is no target: "A closed the crossing at P", in A."""
    if told.subject in told.targets and is_own_place(deed.thing, told.subject):
        return replace(told, targets=told.without(told.subject))
    return told


def _struck(deed: Deed, told: Sides) -> Sides:
    """A place, ship or post told without whose it is is the other state's, in a document about two: "A shelled P"."""
    sentence, index, start = deed.sentence, deed.index, deed.clause.start
    goes_on = deed.before.kind == "and"  # "attacked a post and brought down a helicopter": one act
    plain = start == 0 or sentence.units[start - 1].kind not in ("clause", "pronoun")
    if not told.subject or told.targets or goes_on or not plain:
        return told
    if not is_struck(sentence, deed.thing, sentence.units[max(0, index - 4) : index]):
        return told
    other = deed.context.counterpart(told.subject)
    return replace(told, targets=[other] if other else [])


_BY_PREDICATE: Mapping[str, tuple[_Step, ...]] = {
    "close": (_closed_to, _on_own_soil),
    "ban": (_barred_from,),
    "protest": (_protested_to, _protested_to_before, _handed_to_envoy),
    "attack": (_shot_from, _on_own_soil, _struck),
}
"""What only some acts tell of their sides, in the order in which it is looked for."""
