"""Who did a hostile act: the subject of its verb, its agent, whose authorities tell of it."""

from __future__ import annotations

import itertools

from comity.reading.frames.incidents import unnamed
from comity.reading.frames.incidents.manner import with_doer
from comity.reading.frames.nouns import direction, in_class, phrase, states_of
from comity.reading.sentence import Sentence, is_verb, voice
from comity.reading.units import Unit

_OBLIQUE = frozenset({"acc", "dat", "ins", "loc"})
_CLAUSAL = frozenset({"after", "before", "cause", "since"})
_ASIDE = frozenset(
    {
        "place",
        "source",
        "with",
        "during",
        "against",
        "on",
        "for",
        "topic",
        "agent",
        "goal",
        "after",
        "before",
        "under",
        "cause",
    }
)


def words_for(sentence: Sentence, index: int, states: set[str]) -> list[Unit]:
    """The nearest words for each of the states."""
    found: dict[str, Unit] = {}
    for i in sorted(sentence.clause(index), key=lambda i: abs(i - index)):
        for state in set(states_of(sentence.units[i])) & states:
            found.setdefault(state, sentence.units[i])
    return list(found.values())


def subject(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state, or the person or body of a state, that is the subject of a verb: nearest to its left."""
    if doers := with_doer(sentence, index):
        told = (
            state for i in doers for state in states_of(sentence.units[i]) if not _private(sentence, i, index)
        )
        return next(told, None)
    start = index - 1
    while start > clause.start and sentence.units[start].key in sentence.language.words["adverb"]:
        start -= 1
    if sentence.units[start].kind == "and" or sentence.units[start].text == ",":
        # "A summoned the ambassador of B, lodged … and …": the subject of the first verb
        earlier = next(
            (
                i
                for i in range(start - 1, clause.start, -1)
                if is_verb(sentence, i)
                and not _below(sentence, i)
                and not (voice(sentence, i) == "infinitive" and not sentence.language.cases)
            ),
            None,
        )
        shared = (
            subject(sentence, earlier, clause)
            if earlier is not None and not _follows_passive(sentence, earlier, index)
            else agent(sentence, earlier, clause)
            if earlier is not None
            else _first_named(sentence, range(clause.start, start))
        )
        if shared is not None or (earlier is not None and not sentence.language.cases):
            return (
                shared  # "the ministry summoned the envoy of B and …": of whom the ministry is, nobody says
            )
        if earlier is not None and _follows_passive(sentence, earlier, index):
            return None
        if earlier is None and _is_led_by_body(sentence, range(clause.start, start)):
            return None  # "the League of Nations declared A the aggressor and …"
    for i in range(start, clause.start - 1, -1):
        unit = sentence.units[i]
        if unit.key in sentence.language.words["first_person"]:
            return unnamed.speaker(sentence)
        if unit.kind == "pronoun" and (person := unnamed.antecedent(sentence, i)) is not None:
            # "In P, President X … and said he was recalling his ambassador"
            return next(iter(states_of(person)), None) or unnamed.of_the_town(
                sentence, range(len(sentence.units))
            )
        if unit.kind == "pronoun" and unit.key in sentence.language.words["it"]:
            # "A withdrew its specialists, and it cancelled …"
            return next(
                (s for other in sentence.units[:i] if other.mark not in _ASIDE for s in states_of(other)),
                None,
            )
        if unit.kind == "pronoun" and unit.key in sentence.language.words["clause"]:
            before = [state for unit in sentence.units[max(0, i - 4) : i] for state in states_of(unit)]
            return before[-1] if before else None
        if unit.kind == "actor" and unit.case in _OBLIQUE and sentence.language.cases:
            continue  # «отозвала посла из Б, а в мае объявила …»
        if i == start and _is_of_nobody(sentence, i):
            return None  # "after students stormed the embassy"
        if _is_plainly_subject(sentence, i, index):
            return states_of(unit)[0]
        clausal = i == start and (unit.mark in _CLAUSAL or _is_of_gerund(sentence, i))  # "after A occupied B"
        if (
            (unit.mark in _ASIDE or unit.mark == "between")
            and unit.kind not in ("sides", "dyad")
            and not clausal
        ):
            continue
        if unit.kind in ("body", "organisation") and _is_private_body(sentence, unit):
            return None
        if _private(sentence, i, index) or _owns_private(sentence, i, index):
            return None  # "Norwegian fishermen protested", "Norway's football association protested"
        if sentence.language.cases and unit.mark == "of":
            if _of_private(sentence, i):
                return None  # «сборная А разгромила …»
            if sentence.units[i - 2].key in sentence.language.words["reply"] and unit.kind == "place":
                return next(iter(states_of(unit)), None)  # «в ответ Абу-Даби свернул …»: without cases
            if _of_oblique(sentence, i):
                continue  # «дипломату посольства А вручили ноту»
        for state in states_of(unit):
            return state
    if clause.start and sentence.units[clause.start - 1].kind in ("clause", "pronoun"):
        # "C, which lodged a protest": the subject is what the clause belongs to
        before = [
            state
            for unit in sentence.units[max(0, clause.start - 4) : clause.start]
            for state in states_of(unit)
        ]
        return (
            before[-1] if before else _who_decided(sentence, clause.start) or _one_of(sentence, clause.start)
        )
    return None


def _is_of_gerund(sentence: Sentence, at: int) -> bool:
    """Whether a state is the subject of what follows from something: "has resulted in A imposing a blockade"."""
    units = sentence.units
    if sentence.language.cases or at < 2 or at + 1 >= len(units) or voice(sentence, at + 1) != "ing":
        return False
    return units[at].kind == "state" and units[at - 2].key in sentence.language.words["results"]


def _follows_passive(sentence: Sentence, earlier: int, index: int) -> bool:
    """Whether a verb in -ing goes on with a passive, whose subject did nothing: "the pass was closed, halting …"."""
    follows = voice(sentence, index) == "ing" and voice(sentence, earlier) == "passive"
    return follows and not sentence.language.cases


def _is_of_nobody(sentence: Sentence, at: int) -> bool:
    """Whether those right before a verb are private people of whom no state is told: "students", "armed pirates"."""
    unit, before = sentence.units[at], sentence.units[max(0, at - 1)]
    alone = not states_of(before) and before.kind not in ("dyad", "poss")
    return (
        unit.kind == "word" and alone and not sentence.language.cases and in_class(unit, sentence, "private")
    )


def told_private(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether the subject right before a verb are private people: "students (seized the embassy of B)"."""
    units, at = sentence.units, index - 1
    while at > clause.start and units[at].key in sentence.language.words["adverb"]:
        at -= 1
    return at >= clause.start and units[at].kind == "word" and in_class(units[at], sentence, "private")


def _is_plainly_subject(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether an adjective of a state is in the nominative, whatever stands before it: «по сведениям из П., узбекские
    (военные захватили …)», and its people act for it.
    """
    unit = sentence.units[at]
    if not sentence.language.cases and at + 1 == stop and at > 0 and unit.kind == "state":
        # "during the crisis A closed …": behind a noun, so the preposition does not govern it
        return unit.value[1] == "name" and sentence.units[at - 1].kind == "word"
    if unit.kind != "state" or unit.value[1] != "adjective" or unit.case != "nom" or not unit.mark:
        return False
    behind = sentence.units[at + 1] if at + 1 < len(sentence.units) else unit
    return in_class(behind, sentence, "forces") and not _private(sentence, at, at + 2)


def _who_decided(sentence: Sentence, start: int) -> str | None:
    """The state whose decree a relative clause tells of: «президент А утвердил указ, который вводит …»."""
    units, at = sentence.units, start - 3
    if at < 1 or not in_class(units[at], sentence, "resolve"):
        return None
    verb = next((i for i in range(at - 1, max(0, at - 4), -1) if is_verb(sentence, i)), None)
    return subject(sentence, verb, sentence.clause(verb)) if verb is not None else None


def _below(sentence: Sentence, index: int) -> bool:
    """Whether a verb hangs on a preposition: "accused B of supporting rebels and …"."""
    before = sentence.units[index - 1]
    return before.kind == "preposition" and any(form == "ing" for _, form in sentence.units[index].value)


def told_in_passing(sentence: Sentence, index: int) -> bool:
    """Whether an act only says when something else happened: "after the A invasion of B", "after A declared war"."""
    units = sentence.units
    for i in range(index - 1, max(index - 7, -1), -1):
        if units[i].kind == "preposition" or units[i].kind == "clause":
            during = units[i].value == "during" and not is_verb(sentence, index)
            return units[i].kind == "preposition" and (units[i].value in _CLAUSAL or during)
        if units[i].text in (",", ";"):
            return False
    return False


def own_date(sentence: Sentence, index: int, date: Unit | None) -> bool:
    """Whether a date stands behind an act before the next verb."""
    if date is None or date.start < sentence.units[index].start:
        return False
    between = range(index + 1, sentence.index(date))
    return not any(is_verb(sentence, i) and i > index + 2 for i in between)


def _is_led_by_body(sentence: Sentence, indices: range) -> bool:
    """Whether a clause begins with an organisation that is no state's."""
    names = (unit for unit in sentence.units[indices.start : indices.stop] if not unit.mark)
    first = next((unit for unit in names if states_of(unit) or unit.kind == "organisation"), None)
    return first is not None and not states_of(first)


def _first_named(sentence: Sentence, indices: range) -> str | None:
    """The state that a clause begins with: "A accused B of meddling and expelled its ambassador"."""
    when = False
    for i in indices if not _is_led_by_body(sentence, indices) else ():
        unit = sentence.units[i]
        # "five days after the start of the A crisis, B sided with C and recalled …"
        when = unit.text != "," and (when or (unit.kind == "preposition" and unit.value in _CLAUSAL))
        if not when and unit.mark not in _ASIDE and not _private(sentence, i, indices.stop):
            for state in states_of(unit):
                return state
    return None


def _private(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether an adjective of a state speaks of people who do not act for it."""
    units = sentence.units
    if units[at].kind != "state" or units[at].value[1] != "adjective":
        return False
    noun = next((unit for unit in units[at + 1 : stop] if unit.kind == "word"), None)
    if noun is None:
        return False
    run = itertools.takewhile(lambda unit: unit.kind == "word", units[at + 1 : stop])
    if any(in_class(unit, sentence, "private") for unit in run):
        return True
    of_the_state = in_class(noun, sentence, "forces")  # "soldiers" may be seized, and seize
    return in_class(noun, sentence, "private") or (in_class(noun, sentence, "nationals") and not of_the_state)


def _owns_private(sentence: Sentence, at: int, stop: int) -> bool:
    """Whether a state is told as whose people, who do not act for it, do something: "A's football association"."""
    units = sentence.units
    if units[at].mark != "owner" or sentence.language.cases:
        return False
    owned = [*itertools.takewhile(lambda unit: unit.kind in ("word", "poss"), units[at + 1 : stop])]
    return bool(owned) and in_class(owned[-1], sentence, "private")


def _of_oblique(sentence: Sentence, at: int) -> bool:
    """Whether a state in the genitive belongs to words that can be no subject."""
    units, head = sentence.units, at
    while head > 0 and (units[head].mark == "of" or units[head].value == "of" or units[head].case == "gen"):
        head -= 1
    if units[head].key in sentence.language.words["agreed"]:
        return False  # «в ответ на решение властей А выслать …»
    if units[head].mark in _ASIDE:
        return True
    before = units[head - 1] if head else units[head]
    return before.kind == "preposition" and before.value in _ASIDE and before.end > before.start


def _is_private_body(sentence: Sentence, unit: Unit) -> bool:
    """Whether an institution is one that does not act for its state: "A's football federation", «авиакомпания А»."""
    words = unit.text.split()
    first = sentence.language.key(words[0]) if words else ""
    led = bool(sentence.language.cases) and first in sentence.language.words["private"]
    return led or in_class(unit, sentence, "private")


def _of_private(sentence: Sentence, at: int) -> bool:
    """Whether a state only tells whose people or club do something."""
    units = sentence.units
    head = at - 1
    while head > 0 and (units[head].kind in ("preposition", "state") or units[head].mark == "of"):
        head -= 1
    return head >= 0 and units[head].kind == "word" and in_class(units[head], sentence, "private")


def joined(sentence: Sentence, index: int, by: str) -> list[str]:
    """The other states that did it together with one: "A, B and C withdrew their ambassadors"."""
    units, clause = sentence.units, sentence.clause(index)
    last = next(
        (
            i
            for i in range(index - 1, clause.start - 1, -1)
            if units[i].kind == "state" and units[i].value[0] == by
        ),
        None,
    )
    if last is None or units[last].value[1] != "name" or units[last].mark:
        return []
    if any(
        unit.kind in ("actor", "state", "organisation", "date", "clause") for unit in units[last + 1 : index]
    ):
        return []
    found = []
    for i in range(last - 1, clause.start - 1, -1):
        unit = units[i]
        if unit.kind == "state" and unit.value[1] == "name" and units[i + 1].kind in ("punct", "and"):
            if unit.mark:
                return []
            found.append(str(unit.value[0]))
        elif unit.kind not in ("and", "determiner") and unit.text != ",":
            break
    return found[::-1]


def body(sentence: Sentence, index: int, clause: range) -> str | None:
    """The organisation of states that is the subject of a verb, or its members: "the European Union imposed sanctions
    on B", «страны ЕС запретили въезд …»."""
    units = sentence.units
    for i in range(index - 1, clause.start - 1, -1):
        unit = units[i]
        if unit.kind == "body" and not unit.mark:
            return _of_union(sentence, unit)  # "the Council of the European Union", «Совет ЕС»
        if unit.kind == "organisation" and isinstance(unit.value, str):
            members = unit.mark == "of" and i >= 2 and units[i - 2].kind == "sides" and not units[i - 2].mark
            return unit.value if members or not unit.mark else None
        if unit.kind not in ("be", "have", "word", "determiner", "date", "preposition"):
            return None
    return None


def _of_union(sentence: Sentence, unit: Unit) -> str | None:
    """The organisation of states that a body is an organ of, by the last words of its name."""
    words = unit.text.split()
    for first in range(1, len(words)):
        _, entries = sentence.language.find([sentence.language.key(word) for word in words[first:]], 0)
        name = next((str(e.value) for e in entries if e.kind == "organisation"), None)
        if name is not None and name.lower() in sentence.language.words["blocs"]:
            return name
    return None


def _one_of(sentence: Sentence, stop: int) -> str | None:
    """ "A was one of the countries which …": A."""
    units = sentence.units
    return next(
        (
            str(units[i].value[0])
            for i in range(stop - 1)
            if units[i].kind == "state" and not units[i].mark and units[i + 1].kind == "be"
        ),
        None,
    )


def agent(sentence: Sentence, index: int, clause: range) -> str | None:
    """The state that is marked as the doer behind a verb: "by B"."""
    units = sentence.units
    for i in range(index + 1, clause.stop):
        by_word = units[i - 1].value == "agent" and units[i].kind == "word" and bool(sentence.language.cases)
        owned = units[i].mark == "owner" and units[i - 1].value == "agent"  # "by A's coast guard"
        if units[i].mark != "agent" and not by_word and not owned and not _undeclined(sentence, index, i):
            continue
        if sentence.language.cases and i - 2 != index and _of_noun(sentence, i):
            continue  # «вызванному …, в ответ на высылку Б дипломатов»
        if not sentence.language.cases and _of_cause(sentence, index, i):
            continue  # "was recalled following a threat of expulsion by B"
        stop = i + 1
        if by_word:  # «сотрудниками погранслужбы А»
            while stop < clause.stop and _belongs(units, stop):
                stop += 1
        told = next((state for unit in units[i:stop] for state in states_of(unit)), None)
        if told is not None:
            return told
    return None


def _of_cause(sentence: Sentence, index: int, at: int) -> bool:
    """Whether an agent did what came before an act: "was recalled following a threat of expulsion by B"."""
    return any(
        unit.kind == "preposition" and unit.value in ("after", "cause")
        for unit in sentence.units[index + 1 : at]
    )


def _undeclined(sentence: Sentence, index: int, at: int) -> bool:
    """Whether a state without cases stands right behind a passive verb, which it can only be the doer of: «захвачен
    КНДР».
    """
    unit = sentence.units[at]
    if not sentence.language.cases or at != index + 1 or unit.kind != "state" or unit.case or unit.mark:
        return False
    return direction(sentence, index) == "passive" and unit.value[1] == "name"


def _of_noun(sentence: Sentence, at: int) -> bool:
    """Whether a doer stands right behind the noun of another act."""
    units = sentence.units
    noun = units[at - 2].kind == "trigger" and not is_verb(sentence, at - 2)
    return noun and units[at - 1].start == units[at - 1].end


def _belongs(units: list[Unit], at: int) -> bool:
    """Whether a unit is in the genitive of the words before it, or opens it."""
    return units[at].value == "of" or units[at].case == "gen" or units[at].mark == "of"


def past_agent(sentence: Sentence, index: int, clause: range) -> int:
    """The index behind a noun, or behind the doer told right behind it: «высылка Б | дипломатов А»."""
    units, first = sentence.units, index + 1
    while first < clause.stop and units[first].kind == "preposition" and units[first].value == "agent":
        if (
            units[first].end > units[first].start
            or first + 1 >= clause.stop
            or not states_of(units[first + 1])
        ):
            break
        adjective = units[first + 1].kind == "state" and units[first + 1].value[1] == "adjective"
        first += 2
        while adjective and first < clause.stop and units[first].case == "ins":
            first += 1  # «высылка словацкими властями (дипломата А)»
    return first


def is_of_several(sentence: Sentence, index: int, clause: range) -> bool:
    """Whether those who act are states that nobody names: «некоторые страны», «ряд западных государств»."""
    words = sentence.language.words
    return any(
        (
            unit.kind == "sides"
            and not unit.mark
            and sentence.units[i - 1].kind in ("determiner", "amount", "word")
        )
        or (
            unit.kind == "sides"
            and unit.mark == "of"
            and any(u.key in words["some"] for u in sentence.units[:i])
        )
        for i, unit in enumerate(sentence.units[:index])
        if i >= max(clause.start, 1)
    )


def supplier(sentence: Sentence, index: int, how: str, clause: range, firms: dict[str, str]) -> str | None:
    """The state whose company stopped or cut supplies: «Х» прекратил поставки газа, «поставки приостановлены «Х»»."""
    units = sentence.units
    sides = range(index + 1, clause.stop) if how == "passive" else range(index - 1, clause.start - 1, -1)
    for i in sides:
        unit = units[i]
        if unit.kind == "clause" or (unit.kind == "trigger" and is_verb(sentence, i)):
            return None
        if unit.kind not in ("quoted", "word", "organisation"):
            continue
        name = str(unit.value) if unit.kind == "quoted" else unit.text
        state = firms.get(name) or sentence.language.companies.get(name.lower())
        if state is not None:
            return state
    return None


def by_decision(sentence: Sentence, clause: range) -> str | None:
    """The state by whose decision something was done: «по решению правительства А отозван посол»."""
    units = sentence.units
    for i in range(clause.start, clause.stop - 1):
        if (
            units[i].value == "on"
            and units[i].kind == "preposition"
            and in_class(units[i + 1], sentence, "resolve")
        ):
            stop = phrase(sentence, i + 1, frozenset({"of"}), clause.stop)
            return next((state for unit in units[i + 1 : stop] for state in states_of(unit)), None)
    return None


def of_main_clause(sentence: Sentence, index: int) -> str | None:
    """The state that is the subject behind a gerund's clause: «приостановив поставки Б, А …»."""
    units = sentence.units
    comma = next((i for i in range(index + 1, len(units)) if units[i].text == ","), len(units))
    behind = units[comma + 1 : comma + 5]
    told = (s for u in behind if not u.mark and u.case.startswith("nom") for s in states_of(u))
    return next(told, None)


def from_the_side_of(sentence: Sentence, clause: range) -> str | None:
    """The state from whose side somebody was shot at: «с афганской стороны», «со стороны А»."""
    units, words = sentence.units, sentence.language.words["side"]
    for i in clause:
        told = next(iter(states_of(units[i])), None)
        if told and units[i].mark == "source" and i + 1 < clause.stop and units[i + 1].key in words:
            return told
    return None


def _as_a_people(sentence: Sentence, at: int, verb: int) -> bool:
    """Whether a people stands for its state right before a verb: "the Soviets occupied B"."""
    unit = sentence.units[at]
    several = unit.kind == "state" and unit.value[1] == "adjective" and unit.text.endswith("s")
    return several and at + 1 == verb and at > 0 and sentence.units[at - 1].kind == "determiner"


def between_forces(
    sentence: Sentence, index: int, clause: range, how: str, by: str | None, foreign: bool
) -> bool:
    """Whether an attack is told of states or of what is plainly theirs: "A invaded B", "troops of A shelled B"."""
    units = sentence.units
    low, high = (index + 1, clause.stop) if how == "passive" else (max(clause.start, index - 10), index)
    doers = [i for i in range(low, high) if by in states_of(units[i])]
    if not doers:
        return False
    near = doers[0] if how == "passive" else doers[-1]
    unit = units[near]
    whole = (
        unit.kind == "state" and unit.value[1] == "name" and unit.mark != "owner"
    ) or unit.kind == "organisation"
    if sentence.language.cases and unit.mark == "of":
        whole = False  # «житель А», «пограничники А»
    whole = whole or (how == "active" and _as_a_people(sentence, near, index))
    forces = any(
        in_class(units[i], sentence, "forces") for i in range(max(low, near - 3), min(near + 4, high))
    )
    return (whole or forces) and foreign
