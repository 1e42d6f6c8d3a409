"""Who did a hostile act where its clause leaves that out: "It expelled …", "The ambassador was recalled"."""

from __future__ import annotations

from dataclasses import replace

from comity.reading.frames.incidents import adversaries, domestic, opposed, unnamed
from comity.reading.frames.incidents.deed import Deed, Sides
from comity.reading.frames.incidents.objects import given, their_own


def with_doer(deed: Deed, told: Sides) -> Sides | None:
    """Both sides, with who did it where others told that; none where somebody did it of whom no state is known."""
    told = _carried_on(deed, _at_home(deed, told))
    if told.subject is None and deed.active and _is_somebody(deed):
        return None
    told = _not_on_itself(deed, told)
    if deed.predicate == "recall" or told.subject is not None or not deed.passive:
        return told
    return _gave(deed, _imported(deed, told))


def _at_home(deed: Deed, told: Sides) -> Sides:
    """The document's own state did what its "government" did: "(The government) expelled the envoy of B"."""
    if told.subject is not None:
        return told
    own_envoys = deed.predicate == "recall" and their_own(deed.sentence, deed.thing)
    theirs = told.marked if own_envoys else told.target or told.marked
    return replace(told, subject=domestic.doer(deed.sentence, deed.index, theirs, deed.context))


def _carried_on(deed: Deed, told: Sides) -> Sides:
    """Who acted in the sentence before acts on: "(It) also recalled its ambassador"."""
    if told.subject is not None or not deed.active:
        return told
    carried = unnamed.carried_on(deed.sentence, deed.index, deed.context)
    return replace(told, subject=carried[0], carried=carried) if carried is not None else told


def _is_somebody(deed: Deed) -> bool:
    """Whether somebody of no known state did it: "President X expelled …", «ещё одна страна отозвала посла»."""
    sentence, index, clause = deed.sentence, deed.index, deed.clause
    if deed.context.news and unnamed.by_someone(sentence, index, clause):
        return True
    return adversaries.is_of_several(sentence, index, clause)


def _not_on_itself(deed: Deed, told: Sides) -> Sides:
    """The other state did what would be done to the subject itself: "The government accused B of … and expelled the
    envoy of B".
    """
    theirs = told.marked if deed.predicate == "recall" else told.target
    if deed.active and told.subject is not None and told.subject == theirs:
        return replace(told, subject=deed.context.counterpart(theirs) or told.subject)
    return told


def _imported(deed: Deed, told: Sides) -> Sides:
    """The state into which goods may no longer be brought banned them: «ввоз … из Б (в А) запрещён»."""
    if deed.predicate != "ban" or not deed.cased:
        return told
    subject = opposed.importer(deed.sentence, deed.index, deed.clause, ("import",))
    return replace(told, subject=subject)


def _gave(deed: Deed, told: Sides) -> Sides:
    """The state whose aid was stopped stopped it: "(Norwegian) aid was suspended"."""
    if told.subject is None and given(deed.sentence, deed.thing):
        return replace(told, subject=told.target, targets=[])
    return told
