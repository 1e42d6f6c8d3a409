"""The frames, in the order in which they look at a unit that wakes several of them.

The order matters, because a frame may go on with what one before it drafted: who came along (`retinue`) joins the
visit.
"""

from __future__ import annotations

from types import ModuleType

from comity.reading.frames import twinning
from comity.reading.frames.agreements import agreement, exchanged, later
from comity.reading.frames.awards import award
from comity.reading.frames.awards import lists as honoured_in_lists
from comity.reading.frames.bodies import body, numbered, rounds, session
from comity.reading.frames.business import (
    among,
    companies,
    enterprise,
    headed,
    investment,
    investment_lists,
    labelled,
    spoken,
)
from comity.reading.frames.cooperation import (
    arms,
    bases,
    cooperation,
    donors,
    exchanges,
    items,
    links,
    programmes,
    quotas,
    satellites,
    seats,
    thanks,
)
from comity.reading.frames.counts import count
from comity.reading.frames.events import event, exercises, performances, receptions
from comity.reading.frames.incidents import clashes, incident, reciprocity
from comity.reading.frames.meetings import items as met_in_lists
from comity.reading.frames.meetings import meeting
from comity.reading.frames.missions import afterwards, mission
from comity.reading.frames.relations import partnerships, recognition, recognition_lists, relations
from comity.reading.frames.tenures import accredited, audiences, tenure
from comity.reading.frames.trade import trade
from comity.reading.frames.visits import retinue, visit

FRAMES: tuple[ModuleType, ...] = (
    relations, partnerships, recognition, recognition_lists, mission, afterwards, audiences, tenure, accredited, visit,
    retinue, meeting, met_in_lists,
    agreement, exchanged, later, body, session, rounds, numbered, trade, event, exercises, performances, receptions,
    award, honoured_in_lists, twinning, enterprise, among, companies, labelled, headed, spoken, investment,
    investment_lists, cooperation,
    bases, arms,
    quotas, links, satellites, thanks, seats, donors, exchanges, programmes, items,
    count, incident, clashes, reciprocity,
)  # fmt: skip
