"""What it does
    Compares the day a state's embassy opened with the term of the first head of mission that is
    named, and reports six months or more between them.

Why it is bad
    Somebody led the mission from its first day: a first head or a chargé d'affaires is missing from
    the account.

Example
    "The embassy opened in March 1994 … Its ambassadors: R. Okello (June 1995 – 1999)."

Remedy
    Name the first head or chargé d'affaires, or say who covered the post from elsewhere.

Known misses
    Posts whose heads are named without terms; embassies opened on a date that is only told by the
    year of the first head.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.gaps import gap
from comity.checking.posts import heads
from comity.checking.times import begins, days, ends, months, vague
from comity.model.claim import Mission
from comity.model.record import Finding

CODE = "C502"
NAME = "mission-older-than-its-first-head"
SEVERITY: Final = "info"


def check(facts: Facts) -> Iterator[Finding]:
    """Every embassy that opened half a year or more before its first named head, when all heads have terms.

    A post of which only the present head is named makes no list of heads, so two are needed.
    """
    for (of, to), all_heads in heads(facts).items():
        if len(all_heads) < 2 or any(begins(one.date) is None or vague(one.date) for one in all_heads):
            continue
        first = min(all_heads, key=lambda one: (begins(one.date), one.thing.id))
        opened = [
            thing
            for thing in facts.things("mission")
            if isinstance(thing.slots, Mission)
            and (thing.slots.sending, thing.slots.receiving) == (of, to)
            and thing.slots.type in ("embassy", "legation")
            and thing.slots.act == "opened"
            and ends(thing.slots.date) is not None
        ]
        if not opened:
            continue
        mission = min(opened, key=lambda thing: (ends(thing.slots.date), thing.id))
        since, start = ends(mission.slots.date), begins(first.date)
        if since is None or start is None or days(since, start) < 183:
            continue
        assert first.date is not None
        why = gap(facts, first.thing.dyad, (mission, first.thing), "heads", (since.year, start.year))
        yield found(
            CODE,
            SEVERITY,
            first.thing.dyad,
            [mission.claims[0], first.thing.claims[0], *why.places],
            gap=why.kind,
            of=of,
            to=to,
            opened=mission.slots.date,
            head=first.name or first.office,
            came=first.date.start,
            months=months(since, start),
            mission_words=facts.words(mission),
            head_words=facts.words(first.thing),
        )
