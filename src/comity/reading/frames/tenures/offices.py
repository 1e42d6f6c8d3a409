"""Which office of a mission a person is said to hold: in the title, behind "is" or "as", or before the name."""

from __future__ import annotations

from comity.reading.frames.posts import HEADS, is_post
from comity.reading.frames.tenures.told_ahead import office_ahead
from comity.reading.frames.tenures.told_behind import office_from
from comity.reading.people import Actor
from comity.reading.sentence import Sentence, is_verb
from comity.reading.units import Unit


def holds(sentence: Sentence, office: Actor | None, linked: Unit | None) -> bool:
    """Whether a person is said to hold an office though no date is told."""
    if office is None:
        return False
    if office.former:
        return False
    if linked is not None:
        return True
    return honorary(sentence, office) or bool(office.cls in HEADS and office.state and not office.plural)


def honorary(sentence: Sentence, office: Actor) -> bool:
    """Whether an office is that of an honorary consul."""
    honorary = sentence.language.words["honorary"]
    return office.cls == "consul" and any(
        sentence.language.key(word) in honorary for word in (office.person.office or "").split()
    )


def is_of_a_cause(sentence: Sentence, office: Unit | None) -> bool:
    """Whether an envoy is one for a matter, with no state to be in: "Ambassador for Arms Control"."""
    if office is None or office.value.to:
        return False
    behind = sentence.units[sentence.index(office) + 1 :][:2]
    aimed = len(behind) > 1 and behind[0].kind == "preposition" and behind[0].value == "for"
    return aimed and behind[1].kind not in ("state", "place", "date", "amount", "determiner")


def office_of(sentence: Sentence, index: int, actor: Actor) -> tuple[Actor | None, Unit | None]:
    """The office of a mission that the person has: in their title, behind "is", "as", "became", or before them."""
    behind = _office_behind(sentence, index)
    if behind is not None:
        return behind.value, behind
    if is_post(actor):
        return actor, None
    if _is_something_else(sentence, index):
        return None, None
    ahead = office_ahead(sentence, index)
    return (ahead.value, ahead) if ahead is not None else (None, None)


def _office_behind(sentence: Sentence, index: int) -> Unit | None:
    """The office that the words behind a person tell, or those behind a clause "who …" about them."""
    found = office_from(sentence, index, index + 1)
    if found is not None:
        return found
    main = _past_clause(sentence, index)
    return office_from(sentence, index, main) if main else None


def _is_something_else(sentence: Sentence, index: int) -> bool:
    """Whether a person is said to be something by an office that is no post: "M was special envoy in A"."""
    units = sentence.units
    if index + 2 >= len(units) or units[index + 1].kind != "be":
        return False
    office = next((unit for unit in units[index + 2 : index + 4] if unit.kind == "actor"), None)
    return office is not None and not office.value.person.name and not is_post(office.value)


def _past_clause(sentence: Sentence, index: int) -> int:
    """Where the main clause goes on behind "N, who …,": the verb of which the person is the subject; 0 for none."""
    units = sentence.units
    opening = units[index + 1 : index + 3]
    if len(opening) < 2 or opening[0].text != "," or opening[1].kind != "clause":
        return 0
    comma = next((i for i in range(index + 3, len(units) - 1) if units[i].text == ","), 0)
    verb = comma and (units[comma + 1].kind in ("be", "have") or is_verb(sentence, comma + 1))
    return comma + 1 if verb else 0
