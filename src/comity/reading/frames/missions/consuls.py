"""Honorary consuls without names, who stand for their consulates: "A has an honorary consul in P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.kept import kept_by, represents
from comity.reading.frames.missions.telling import told
from comity.reading.frames.parties import is_subject
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence
from comity.reading.units import Unit


def consulates(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "A has honorary consuls in P and Q": consuls without names stand for their consulates."""
    unit = sentence.units[index]
    actor = unit.value
    if actor.cls != "consul" or actor.person.name:
        return
    honorary = any(
        sentence.language.key(word) in sentence.language.words["honorary"]
        for word in (actor.person.office or "").split()
    )
    kept = kept_by(sentence, index)
    if honorary and kept is not None and not represents(sentence, kept):
        own = _kept_consul(sentence, index, kept)
        if own is not None:
            yield own
            return
        drafts = list(told(sentence, index, "honorary-consulate", context))
        yield from drafts
        if drafts and actor.to and len(drafts) > 0 and actor.plural and drafts[0].slots.get("place"):
            first = {**drafts[0].slots, "place": _town_in(sentence, unit)}  # the town in the title itself
            yield Draft("mission", first, [unit.span], list(drafts[0].why), drafts[0].confidence)


def _kept_consul(sentence: Sentence, index: int, kept: int) -> Draft | None:
    """The consulate of one honorary consul whose title tells the town, too: "A has an honorary consul in P"."""
    unit = sentence.units[index]
    actor = unit.value
    if actor.plural or not actor.to or not is_fact(sentence, index) or kept > index:
        return None
    owner = next((one for one in reversed(sentence.units[:kept]) if is_subject(one)), None)
    sending = actor.state or (str(owner.value[0]) if owner is not None else None)
    if sending is None or sending == actor.to:
        return None
    slots = {
        "sending": sending, "receiving": actor.to, "type": "honorary-consulate", "act": "opened",
        "place": _town_in(sentence, unit),
    }  # fmt: skip
    return Draft("mission", slots, [run(sentence, [owner, unit])], ["mission: an honorary consul"], 0.7)


def _town_in(sentence: Sentence, unit: Unit) -> str | None:
    """The town that a title of one word or more holds: "honorary consuls in P"."""
    for word in unit.text.split():
        for entry in sentence.language.entries.get(sentence.language.key(word), ()):
            if entry.kind == "place" and word[:1].isupper():
                return str(entry.value.name)
    return None
