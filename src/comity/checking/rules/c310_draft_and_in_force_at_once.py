"""What it does
    Reports an instrument that one document calls a draft although it, or a document no younger,
    tells that an instrument on the same subject was signed or is in force.

Why it is bad
    The draft is long signed and the page was not brought up to date; or a second instrument is
    meant, and unnamed.

Example
    "An agreement on avoidance of double taxation was signed in 2004 … drafts on avoidance of double
    taxation are under consideration."

Remedy
    Strike the draft, or say what the new instrument adds.

Known misses
    Documents without a date beside each other; subjects worded in two ways; subjects of a word or
    two.
"""

from collections.abc import Iterator
from typing import Final

from comity.checking.facts import Facts
from comity.checking.found import found
from comity.checking.instruments import instruments, telling
from comity.model.claim import Agreement, Claim
from comity.model.record import Finding

CODE = "C310"
NAME = "draft-and-in-force-at-once"
SEVERITY: Final = "warning"


def check(facts: Facts) -> Iterator[Finding]:
    """Every draft beside a signature or entry into force that the draft's document should have known."""
    for acts in instruments(facts, by_type=False):
        if not telling(acts[0].slots.subject):
            continue
        claims = [claim for thing in acts for claim in thing.claims if isinstance(claim.slots, Agreement)]
        drafts = [claim for claim in claims if _status(claim) == "draft"]
        done = [claim for claim in claims if _status(claim) in ("signed", "ratified", "in-force")]
        for draft in drafts:
            known = next((claim for claim in done if _known(facts, draft, claim)), None)
            if known is not None:
                yield found(
                    CODE,
                    SEVERITY,
                    facts.dyad(draft),
                    [draft, known],
                    subject=getattr(draft.slots, "subject", ""),
                    draft_words=facts.words(draft, -1),
                    done_words=facts.words(known, -1),
                )


def _status(claim: Claim) -> str | None:
    return getattr(claim.slots, "status", None)


def _known(facts: Facts, draft: Claim, done: Claim) -> bool:
    if draft.doc == done.doc:
        return True
    written, date = facts.written(draft.doc), getattr(done.slots, "date", None)
    return written is not None and date is not None and bool(date.before(written))
