"""What a whole text makes of its drafts: what is told twice counts once, and relations imply what nobody says."""

from __future__ import annotations

from comity.knowledge.states import states
from comity.model.edtf import Date
from comity.reading.cascade.page import Page
from comity.reading.discourse import Context
from comity.reading.frames.cooperation import once as gifts
from comity.reading.frames.draft import Draft
from comity.reading.frames.incidents import repeated
from comity.reading.frames.meetings import once
from comity.reading.frames.relations import relations
from comity.reading.frames.relations.implied import implied


def settled(
    drafts: list[Draft], told: list[tuple[Draft, bool]], page: Page, context: Context, day: Date | None
) -> list[Draft]:
    """The drafts of a text as its claims. `told` are those of a page on two states, each with whether it stands in a
    chapter on relations."""
    blocks = page.blocks
    drafts = relations.told_once([draft for draft in drafts if not _between_heirs(draft)])
    headlines = [(block.start, block.end) for block in blocks if block.kind == "heading"]
    if context.news:
        drafts = repeated.told_once(drafts, headlines)
    if context.seat is not None:
        drafts = once.held(drafts, day)
    title = headlines[:1] if headlines and headlines[0][0] == blocks[0].start else []
    drafts = once.told_once(drafts, headlines if context.news else title, news=context.news)
    drafts = repeated.imposed_once(drafts)
    drafts = gifts.told_once(drafts)
    if context.dyad is not None:
        drafts.extend(implied(told, context.dyad, page.language, unbroken=context.unbroken))
    return drafts


_SIDES = (("by", "of"), ("by", "against"), ("from", "to"), ("sending", "receiving"), ("reporter", "partner"))
"""The slots that name the two states of a claim without parties."""


def _between_heirs(draft: Draft) -> bool:
    """Whether a draft is between a state and one that it came after: Russia and the Soviet Union."""
    pair = draft.slots.get("parties") or next(
        (
            (draft.slots[one], draft.slots[other])
            for one, other in _SIDES
            if draft.slots.get(one) and draft.slots.get(other)
        ),
        (),
    )
    return len(pair) == len(_SIDES[0]) and states().are_heirs(*pair)
