"""What happened to a mission: the verbs and nouns that tell an act, and what it was raised to."""

from __future__ import annotations

from comity.reading.sentence import Sentence, reading_of, voice
from comity.reading.units import Unit

ACTS = {
    "establish": "opened", "open": "opened", "close": "closed", "reopen": "reopened", "resume": "reopened",
    "upgrade": "upgraded", "become": "upgraded", "move": "moved", "suspend": "suspended", "end": "closed",
    "terminate": "closed", "downgrade": "upgraded", "exchange_missions": "opened", "inaugurate": "opened",
    "date_back": "opened",
}  # fmt: skip
_RAISED = frozenset({"upgrade", "become", "downgrade"})
_NEEDS_TYPE = frozenset({"become", "downgrade"})
LISTED = frozenset(
    {
        "mission",
        "place",
        "state",
        "and",
        "determiner",
        "number",
        "amount",
        "preposition",
        "word",
        "poss",
        "punct",
        "date",
    }
)
LAST = 45
_THINGS = frozenset({"word", "event", "quoted", "amount", "body", "trigger"})
"""What a mission opens that is something else than itself."""
_TIMES = frozenset({"until", "since", "after", "before"})
"""What prepositions lead to another time."""


def acts_upon(sentence: Sentence, index: int) -> list[tuple[int, str]]:
    """What happened to the mission: the verb or noun that governs it, then the verbs that follow with it as subject."""
    governed = _governing(sentence, index)
    found = [governed] if governed is not None else []
    units = sentence.units
    last = governed[0] if governed is not None else index
    for i in range(max(index, last) + 1, min(len(units), index + LAST)):
        unit = units[i]
        if unit.kind == "actor" and sentence.depth(i) > sentence.depth(index):
            continue  # "opened in 2007 (its first head was N) and closed in 2009"
        if _new_subject(sentence, i, index) or _of_mission_behind(sentence, i, index):
            break
        if unit.kind != "trigger":
            continue
        act = _act(sentence, i)
        if act is None:
            if {form for _, form in unit.value} & {"finite", "participle"} and not found:
                break
            continue
        if voice(sentence, i) in ("noun", "infinitive") or _does(sentence, i):
            continue
        if act == "closed" and _to_visitors(sentence, i):
            continue
        if act == "upgraded" and _of_a_noun_before(sentence, i):
            continue
        if (
            governed is not None
            and not _is_attribute(sentence, governed[0])
            and not _upon_it(sentence, i)
            and not in_relative_clause(sentence, index, i)
            and not (act == "upgraded" and units[i - 1].text == "," and _turned(sentence, index, i))
            and not (act == "closed" and governed[1] == "reopened" and _had_been(sentence, i))
        ):
            continue
        if all(act != known for _, known in found):
            found.append((i, act))
    return found


def _is_attribute(sentence: Sentence, act: int) -> bool:
    """Whether an act only says which mission is meant, so that the verb behind tells another: «закрытое в 2001 году
    посольство возобновило работу»."""
    cases = bool(sentence.language.cases)
    return cases and bool(sentence.language.morphology.is_attribute(sentence, act))


def _of_a_noun_before(sentence: Sentence, act: int) -> bool:
    """Whether a participle is of the noun right before it: "suspended operations in response to concerns raised"."""
    before = sentence.units[act - 1]
    noun = before.kind == "word" and before.text.islower() and not before.text.endswith("ly")
    return not sentence.language.cases and noun and voice(sentence, act) == "bare"


def _of_mission_behind(sentence: Sentence, act: int, mission: int, other: int | None = None) -> bool:
    """Whether what a passive verb tells befell another mission right behind it: «на его базе было открыто
    посольство»; it is the one at `other`, where that is told."""
    behind = sentence.units[act + 1 : act + 2]
    if not sentence.language.cases or not behind or behind[0].kind != "mission" or act + 1 == mission:
        return False
    if other is not None and act + 1 != other:
        return False
    return voice(sentence, act) == "passive" and behind[0].case.startswith("nom")


def _does(sentence: Sentence, act: int) -> bool:
    """Whether a mission does something to something else: "the embassy launched a campaign", not "opened its doors"."""
    unit = sentence.units[act]
    after = sentence.units[act + 1] if act + 1 < len(sentence.units) else None
    if any(predicate in _RAISED for predicate, _ in reading_of(sentence, act)):
        return False
    if after is None or voice(sentence, act) not in ("active", "bare"):
        return False
    if sentence.language.cases:
        # «посольство открыло выставку», not «посольство открыли» nor «посольство возобновило приём»
        thing = after.kind in _THINGS and after.case in ("acc", "nom-acc")
        itself = voice(sentence, act) == "active" and sentence.language.morphology.is_neuter_past(unit)
        opens = _act(sentence, act) == "opened" and after.key not in sentence.language.words["doors"]
        return thing and itself and opens
    own = sentence.language.words["possessive"]
    return (after.kind == "determiner" and after.key not in own) or after.kind in (
        "event",
        "quoted",
        "amount",
    )


def _to_visitors(sentence: Sentence, act: int) -> bool:
    """Whether a mission only shuts its doors for some time: "closed to the public", «закрыто для посетителей»."""
    words = sentence.language.words["visiting_public"]
    behind = sentence.units[act + 1 : act + 4]
    return bool(behind) and behind[0].kind == "preposition" and any(unit.key in words for unit in behind)


def _turned(sentence: Sentence, mission: int, act: int) -> bool:
    """Whether a participle tells what became of the mission: "opened a consulate in P, turned into an embassy"."""
    later = raised_to(sentence, act)
    return (
        voice(sentence, act) == "bare" and later is not None and later.value != sentence.units[mission].value
    )


def _had_been(sentence: Sentence, act: int) -> bool:
    """Whether a participle behind a comma tells with its date what befell a mission before: "reopened its embassy in
    P, closed in 2009"."""
    behind = sentence.units[act + 1 : act + 3]
    dated = any(unit.kind == "date" for unit in behind)
    return dated and sentence.units[act - 1].text == "," and voice(sentence, act) in ("bare", "passive")


def _act(sentence: Sentence, index: int) -> str | None:
    for predicate, form in reading_of(sentence, index):
        if predicate in ACTS:
            if predicate in _NEEDS_TYPE and raised_to(sentence, index) is None:
                return None
            if predicate == "date_back" and not _right_behind(sentence.units, index):
                return None
            if form == "base" and not _bare_verb(sentence, index):
                continue  # "was set up": the participle is spelt alike
            return ACTS[predicate]
    return None


def _right_behind(units: list[Unit], index: int) -> bool:
    """Whether nothing but where it is stands between a mission and a verb: no house or archive of it "dates from"."""
    for unit in reversed(units[:index]):
        if unit.kind == "mission":
            return True
        if unit.kind not in ("preposition", "place", "state", "determiner", "poss"):
            return False
    return False


def _bare_verb(sentence: Sentence, index: int) -> bool:
    """Whether a verb's base form tells an act: not one agreed upon, nor the past of another verb ("found")."""
    if sentence.language.code != "en":
        return True
    before = sentence.units[max(0, index - 6) : index]
    if any(unit.key in sentence.language.words["agreed"] or unit.key == "that" for unit in before):
        return False  # "suggested that P and Q exchange missions"
    behind = sentence.units[index + 1 : index + 3]
    if any(unit.kind == "date" and unit.value.relation == "since" for unit in behind):
        return True  # "open since 2004"
    last = before[-1] if before else None
    if last is not None and len(before) > 1 and before[-2].key == "did":
        return last.key in sentence.language.words["negation"]  # "did not open until 1937"
    return last is not None and (
        last.key in ("to", "did") or last.kind in ("modal", "sides", "and", "state", "word")
    )


def _governing(sentence: Sentence, index: int) -> tuple[int, str] | None:
    """The verb whose object the mission is, or the noun it belongs to: "opened its embassy", "opening of the"."""
    units = sentence.units
    joined = True
    for i in range(index - 1, max(index - 14, -1), -1):
        if (
            units[i].kind == "trigger"
            and any(p in _RAISED for p, _ in reading_of(sentence, i))
            and raised_to(sentence, i) is units[index]
        ):
            return (i, "upgraded")
    for i in range(index - 1, max(index - LAST, -1), -1):
        unit = units[i]
        if unit.kind == "trigger":
            act = _act(sentence, i)
            if act is None:
                return None
            how = voice(sentence, i)
            if how == "noun" and not _belongs(units, i, index):
                return None
            if _own_verb(sentence, index):
                return None  # "closed its embassy in P, and the embassy of B was opened"
            if how == "ing" and i and units[i - 1].kind == "determiner" and not _belongs(units, i, index):
                return None  # "with the founding of the republic, the consulate was raised …"
            describes = sentence.language.cases and sentence.language.morphology.is_attribute(sentence, i)
            if (
                how == "passive"
                and not (
                    describes  # «открытое в 1995 году посольство»
                    or _of_mission_behind(sentence, i, -1, index)
                    or any(other.kind in ("mission", "relations") for other in units[i + 1 : index])
                )
            ):
                return None
            return (i, act)
        if unit.kind == "relations":
            joined = any(other.kind == "and" for other in units[i + 1 : index])
            if not joined:
                return None
            continue
        if unit.kind == "punct" and unit.text not in (",", "-", "–", "(", ")"):
            return None
        if unit.kind not in LISTED and unit.kind not in ("sides", "pronoun"):
            return None
        if (
            unit.kind in ("state",)
            and unit.mark == ""
            and unit.value[1] == "name"
            and index - i > 3
            and units[i - 1].kind in ("and", "punct")
        ):
            return None
    return None


def _own_verb(sentence: Sentence, index: int) -> bool:
    """Whether a mission begins a clause joined to the one before, as the subject of a verb of its own."""
    units = sentence.units
    before = index - 1
    while before > 0 and units[before].kind in ("determiner", "state", "word", "number"):
        before -= 1
    if before < 0 or (units[before].kind != "and" and units[before].text != ","):
        return False
    for i in range(index + 1, min(index + LAST, len(units))):
        if units[i].kind == "trigger":
            return voice(sentence, i) in ("passive", "bare") and _act(sentence, i) is not None
        if units[i].kind in ("and", "punct", "clause", "mission"):
            return False
    return False


def _belongs(units: list[Unit], noun: int, mission: int) -> bool:
    """Whether a noun's complement is the mission: "the opening of the embassy"."""
    after = units[noun + 1]
    return (
        after.kind == "preposition"
        and after.value == "of"
        and not any(unit.kind == "punct" for unit in units[noun:mission])
    )


def _upon_it(sentence: Sentence, index: int) -> bool:
    """Whether a further verb has the same object: "and reopened it in 1996"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and after.kind == "pronoun"


def in_relative_clause(sentence: Sentence, mission: int, act: int) -> bool:
    """Whether a verb stands in a clause "which …" that hangs on the mission."""
    words = sentence.language.words.get("relative", frozenset())
    return any(unit.key in words for unit in sentence.units[mission + 1 : act])


def _new_subject(sentence: Sentence, index: int, mission: int) -> bool:
    """Whether a new subject begins here, so that verbs behind it are not about the mission."""
    units = sentence.units
    unit = units[index]
    if unit.text == ";" or (
        unit.kind == "clause" and unit.key not in sentence.language.words.get("relative", ())
    ):
        return True
    if unit.kind in ("relations", "instrument", "event", "body"):
        return True
    if unit.key in sentence.language.words["possessive"] and units[index - 1].kind == "and":
        behind = units[index + 1 : index + 3]
        return [one.kind for one in behind] == ["word", "be"]  # "and its archives were moved"
    if unit.kind == "mission":
        if unit.mark in ("goal", "of") or _joined(units, mission, index):
            return False
        return units[index - 1].kind != "be"
    if unit.kind == "actor":
        return unit.mark not in ("with", "under", "agent", "goal", "of", "as", "place", "for")
    if unit.kind != "state" or unit.mark != "" or unit.value[1] != "name":
        return False
    after = units[index + 1].kind if index + 1 < len(units) else ""
    if after in ("have", "be", "modal") and _in_that_clause(units, index):
        return True  # "the Embassy informed the ministry that A was resuming relations"
    return after in ("trigger", "have", "be", "modal") and units[index - 1].kind in ("and", "punct")


def _in_that_clause(units: list[Unit], index: int) -> bool:
    """Whether a state right behind "that", its article apart, begins a clause."""
    before = index - 1
    while before > 0 and units[before].kind == "determiner" and units[before].key != "that":
        before -= 1
    return before > 0 and units[before].key == "that"


def _joined(units: list[Unit], first: int, second: int) -> bool:
    if any(unit.kind == "preposition" and unit.value in _TIMES for unit in units[first + 1 : second]):
        return False  # "at the Legation in P until the Legation in Q was established"
    return all(unit.kind in LISTED for unit in units[first + 1 : second]) and any(
        unit.kind == "and" or unit.text == "," for unit in units[first + 1 : second]
    )


def raised_to(sentence: Sentence, act: int) -> Unit | None:
    """The type that a mission was raised to: "raised to the status of Embassy", "became an embassy"."""
    units = sentence.units
    for i in range(act + 1, min(act + 14, len(units))):
        unit = units[i]
        if unit.kind == "mission" and (_goal_before(units, act, i) or _rank_before(units, i)):
            return unit
        if unit.kind == "mission" and any(p == "become" for p, _ in units[act].value):
            return unit
        if unit.kind in ("clause", "trigger", "relations") or unit.text == ";":
            return None
    return None


def _goal_before(units: list[Unit], low: int, high: int) -> bool:
    return any(unit.kind == "preposition" and unit.value == "goal" for unit in units[low + 1 : high])


def _rank_before(units: list[Unit], index: int) -> bool:
    """Whether a mission is the rank that something was raised to: «до ранга посольства»."""
    if index < 3 or units[index - 1].value != "of" or units[index - 2].kind != "word":
        return False
    return units[index - 3].kind == "preposition" and units[index - 3].value == "until"


def outcome_of(sentence: Sentence, index: int) -> int | None:
    """The act that the mission named at `index` is the outcome of, where the mission it happened to is told as well."""
    units = sentence.units
    for i in range(index - 1, max(index - 14, -1), -1):
        if units[i].kind == "trigger" and any(p in _RAISED for p, _ in reading_of(sentence, i)):
            if raised_to(sentence, i) is not units[index]:
                return None
            low = max(0, i - LAST)
            return (
                i
                if any(other.kind == "mission" for other in [*units[low:i], *units[i + 1 : index]])
                else None
            )
    return None
