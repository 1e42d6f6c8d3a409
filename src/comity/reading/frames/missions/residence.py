"""States covered from where an ambassador lives: "The ambassador of A to B is based in P", "was resident at P"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.reading.discourse import Context
from comity.reading.frames.arguments import run
from comity.reading.frames.draft import Draft
from comity.reading.frames.missions.owners import state_of
from comity.reading.frames.posts import Post, is_post
from comity.reading.sentence import Sentence, is_verb, reading_of, voice
from comity.reading.units import Unit

_THREE = 3
"""The states of a mission that is elsewhere: whose it is, for which, and where."""


def own_covered(
    sentence: Sentence, index: int, sender: str | None, seat: Unit, context: Context
) -> Iterator[Draft]:
    """The state of an ambassador's own post, where he lives in a further one to which he is accredited: "N also was
    accredited to C and was resident at P"."""
    office = next((unit.value for unit in sentence.units[:index] if unit.kind == "actor"), None)
    post = office if office is not None and is_post(office) else None
    to = (post.to if post is not None else None) or context.counterpart(sender)
    passive = voice(sentence, index) in ("passive", "bare")
    if not passive or not sender or not to or len({sender, to, state_of(seat)}) < _THREE:
        return
    holder = context.tenure.slots["person"] if context.tenure is not None else None
    title = (holder.office or "").split() if holder is not None and post is None else []
    ministers = {sentence.language.key(word) for word in title} & sentence.language.words["legation_head"]
    slots = {
        "sending": sender, "receiving": to, "type": "legation" if ministers else "embassy",
        "act": "accredited", "place": seat.value.name,
    }  # fmt: skip
    words = run(sentence, [sentence.units[0], sentence.units[index], seat])
    yield Draft("mission", slots, [words], ["mission: residence of an ambassador"], 0.75)


def resident(sentence: Sentence, index: int, context: Context) -> Iterator[Draft]:
    """ "The ambassador of A to B is based in P", "(residence in P)": B is covered from P."""
    units, actor = sentence.units, sentence.units[index].value
    if actor.cls != "head-of-mission" or (actor.person.name and not actor.state):
        return
    of, to = _post(sentence, index, context)
    seat = _residence(sentence, index)
    if seat is None or of is None or to is None or to == of or seat.value.state == to:
        return
    if any(is_verb(sentence, i) and _covers(sentence, i) for i in range(index, sentence.clause(index).stop)):
        return  # told by the verb
    slots = {
        "sending": of, "receiving": to, "type": "embassy", "act": "accredited", "place": seat.value.name,
    }  # fmt: skip
    yield Draft(
        "mission", slots, [run(sentence, [units[index], seat])], ["mission: residence of an ambassador"], 0.75
    )


def covered_from(sentence: Sentence, index: int) -> Iterator[Draft]:
    """«Посольство А в Б с резиденцией в П.»: a line that only says from where a state is covered."""
    units = sentence.units
    seat = _residence(sentence, index)
    if seat is None or any(is_verb(sentence, i) or unit.kind == "be" for i, unit in enumerate(units)):
        return
    between = units[index + 1 : sentence.index(seat)]
    named = [unit for unit in (*units[max(index - 1, 0) : index], *between) if unit.kind == "state"]
    of = next((unit for unit in named if unit.mark == "of" or unit.value[1] == "adjective"), None)
    to = next((unit for unit in named if unit.mark == "place"), None)
    if of is None or to is None or len({of.value[0], to.value[0], seat.value.state}) < _THREE:
        return
    slots = {
        "sending": str(of.value[0]), "receiving": str(to.value[0]), "type": units[index].value, "act": "accredited",
        "place": seat.value.name,
    }  # fmt: skip
    yield Draft(
        "mission",
        slots,
        [run(sentence, [units[index], of, to, seat])],
        ["mission: residence of an ambassador"],
        0.75,
    )


def _post(sentence: Sentence, index: int, context: Context) -> tuple[str | None, str | None]:
    """Between which states an ambassador is; "the Ambassador" alone is that of the mission told last."""
    actor, pair = sentence.units[index].value, context.pair() or ()
    if actor.state:
        return actor.state, actor.to or context.counterpart(actor.state) or context.home
    if actor.to:
        return (context.counterpart(actor.to) if actor.to in pair else None), actor.to
    last: Post | None = context.mission
    if last is None or not {last.of, last.to} <= set(pair) or sentence.units[index].mark:
        return None, None
    return last.of, last.to


def _covers(sentence: Sentence, index: int) -> bool:
    return any(
        predicate in ("accredit", "cover", "represent") for predicate, _ in reading_of(sentence, index)
    )


def _residence(sentence: Sentence, index: int) -> Unit | None:
    """The town behind words for where an ambassador lives."""
    units, seated = sentence.units, sentence.language.words["seated"]
    told = False
    for unit in units[index + 1 : index + 10]:
        told = told or unit.key in seated
        if unit.kind == "place" and told and unit.mark == "place":
            return unit
        if unit.kind in ("actor", "mission", "date") or unit.text in (";", "."):
            return None
    return None
