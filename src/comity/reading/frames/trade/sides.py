"""Whose trade a word for a flow tells and with whom, from the states beside it."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.nouns import in_class
from comity.reading.frames.trade.flows import FAR_END, flow_of
from comity.reading.sentence import Sentence, is_verb

_AHEAD = 8
"""Units before a verb of trade within which where goods come from and go to stands."""


_HYPHENS = frozenset("-–—/")


class Flow:
    """A word for a flow of trade, with the states beside it."""

    __slots__ = ("index", "kind", "partner", "reporter")

    def __init__(self, index: int, kind: str) -> None:
        self.index = index
        self.kind = kind
        self.reporter: str | None = None
        self.partner: str | None = None


def by_statistics(sentence: Sentence) -> str | None:
    """Whose statistics a sentence goes by: "by Kenyan statistics", «по кенийской же статистике»."""
    units = sentence.units
    for i, unit in enumerate(units[:-2]):
        adjective = units[i + 1]
        if unit.kind != "preposition" or adjective.kind != "state" or adjective.value[1] != "adjective":
            continue
        behind = units[i + 2 : i + 5]
        if any(in_class(one, sentence, "statistics") for one in behind):
            return str(adjective.value[0])
    return None


def from_the_other_side(flow: Flow, state: str) -> Flow:
    """A flow as the statistics of a state have it: what another supplied to it are its imports."""
    if flow.reporter in (None, state):
        return flow
    seen = Flow(flow.index, "import" if flow.kind == "export" else "export")
    seen.reporter, seen.partner = state, flow.reporter
    return seen


def is_compound(sentence: Sentence, index: int) -> bool:
    """A word that only modifies another: "export credit", "trade agreement"."""
    after = sentence.units[index + 1] if index + 1 < len(sentence.units) else None
    return after is not None and (
        after.kind in ("instrument", "organisation", "body", "event", "mission")
        or after.key in sentence.language.words["flow_compound"]
    )


def is_only_aim(sentence: Sentence, index: int) -> bool:
    """Whether trade is only what money is given for: "lent A 200 million for trade with B"."""
    before = sentence.units[index - 1] if index else None
    aimed = before is not None and before.kind == "preposition" and before.value in ("for", "goal")
    return aimed and flow_of(sentence.units[index]) == "turnover" and before is not None and index > 1


def kind_of(sentence: Sentence, index: int, kind: str) -> str:
    """A flow is a balance where a word before it tells what is over or missing: «дефицит А в торговле с Б»."""
    before = sentence.units[max(0, index - 4) : index]
    missing = any(
        unit.key in sentence.language.words["deficit"]
        or unit.key in sentence.language.words["surplus"]
        or flow_of(unit) == "balance"
        for unit in before
    )
    return "balance" if kind == "turnover" and missing else kind


def set_sides(sentence: Sentence, context: Context, flow: Flow, high: int) -> None:
    """Whose flow it is and with whom, from the states beside the word."""
    i, units = flow.index, sentence.units
    before = units[i - 1] if i else None
    owner: str | None = None
    between: list[str] = []
    if is_verb(sentence, i) or flow.kind == "balance":
        owner = next(
            (
                str(unit.value[0])
                for unit in reversed(units[max(0, i - 6) : i])
                if unit.kind == "state"
                and (unit.mark in ("", "object", "owner") or (unit.mark == "of" and flow.kind == "balance"))
            ),
            None,
        )
    elif pair := _hyphenated(sentence, i):
        between.extend(pair)
    elif before is not None and before.kind == "state":
        owner = str(before.value[0])
    elif before is not None and before.kind == "poss" and i > 1 and units[i - 2].kind == "state":
        owner = str(units[i - 2].value[0])
    elif before is not None and before.kind in ("word", "trigger") and i > 1 and before.text.islower():
        at = i - 3 if units[i - 2].kind == "poss" else i - 2
        owner = str(units[at].value[0]) if at >= 0 and units[at].kind == "state" else None
    named: dict[str, str] = {}
    if (made_in := _goods_of(sentence, i)) is not None:
        named["of" if flow.kind == "export" else "source"] = made_in
    for unit in units[i + 1 : high]:
        if unit.kind == "clause" or unit.text == ";":
            break
        if unit.kind == "dyad":
            between.extend(unit.value)
        if unit.kind == "state" and unit.value[1] == "name":
            if unit.mark == "between":
                between.append(str(unit.value[0]))
            else:
                fixed = unit.mark == "place" and not unit.case and bool(sentence.language.cases)
                mark = "goal" if fixed else unit.mark  # «экспорт в РФ»: the name has no cases
                if not mark and unit is units[i + 1] and flow.kind == "export" and is_verb(sentence, i):
                    mark = "goal"  # "A sold B wool"
                named.setdefault(mark, str(unit.value[0]))
    if is_verb(sentence, i) and sentence.language.cases:  # «из А в Б ввезено …»
        low = max((at + 1 for at in range(i) if units[at].kind == "amount"), default=0)
        for unit in units[max(low, i - _AHEAD) : i]:
            if unit.kind == "state" and unit.mark in ("source", "goal"):
                named.setdefault(unit.mark, str(unit.value[0]))
    if not between and units[i].key.endswith(" between"):
        between = [str(unit.value[0]) for unit in units[i + 1 : i + 8] if unit.kind == "state"][:2]
    _settle(context, flow, owner, named, between)


def _hyphenated(sentence: Sentence, index: int) -> list[str]:
    """The two states that a hyphen joins before a flow: "A-B trade"."""
    joined = sentence.units[index - 3 : index] if index >= 3 else []
    if (
        len(joined) < 3
        or joined[0].kind != "state"
        or joined[2].kind != "state"
        or joined[1].text not in _HYPHENS
    ):
        return []
    return [str(joined[0].value[0]), str(joined[2].value[0])]


def _goods_of(sentence: Sentence, index: int) -> str | None:
    """Whose the goods are by an adjective right behind a flow: «импорт российских товаров»."""
    goods = next(
        (one for one in sentence.units[index + 1 : index + 6] if one.key in sentence.language.words["goods"]),
        None,
    )
    adjective = next((one for one in sentence.units[index + 1 : index + 4] if one.kind == "state"), None)
    if (
        goods is None
        or adjective is None
        or adjective.value[1] != "adjective"
        or adjective.start > goods.start
    ):
        return None
    return str(adjective.value[0]) if flow_of(sentence.units[index]) in ("export", "import") else None


def _settle(
    context: Context,
    flow: Flow,
    owner: str | None,
    named: dict[str, str],
    between: list[str],
) -> None:
    if flow.kind == "export":
        flow.reporter = owner or named.get("of") or named.get("source")
        flow.partner = named.get("goal")
    elif flow.kind == "import":
        flow.reporter = owner or named.get("of") or named.get("goal")
        flow.partner = named.get("source")
    elif flow.kind == "balance" and len(between) < 2 and not named.get("with"):
        flow.reporter = owner or named.get("goal") or named.get("for")  # "a surplus in favour of A"
    elif flow.kind == "balance" and named.get("of") and not owner and len(between) < 2:
        flow.reporter, flow.partner = named["of"], named["with"]
    else:
        if len(between) >= 2:
            home = context.home
            flow.partner = between[0] if between[1] == home else between[1]
            if home not in between:
                flow.partner = between[1]
        else:
            flow.partner = (
                named.get("with")
                or named.get("goal")
                or (between[0] if between and between[0] != context.home else None)
            )
            flow.reporter = owner if owner and flow.partner and owner != flow.partner else None
            if flow.partner is None and owner and owner != context.home:
                flow.partner = owner


def elsewhere(sentence: Sentence, flow: Flow) -> bool:
    """Trade with somebody who is no state at hand, or of one product: "exports of tea", "trade with the region",
    "A's total exports".
    """
    i = flow.index
    if flow.kind in ("export", "import") and flow.reporter and i >= 0:
        world = i > 0 and sentence.units[i - 1].key in sentence.language.words["worldwide"]
        return world or (flow.partner is None and _with_many(sentence, flow))
    after = sentence.units[i + 1] if i >= 0 and i + 1 < len(sentence.units) else None
    if (
        after is None
        or after.kind != "preposition"
        or after.value not in ("with", "of", "goal", "source", "between")
    ):
        return False
    for unit in sentence.units[i + 2 : i + 6]:
        if unit.kind in ("state", "sides", "dyad", "date"):
            return False
        if unit.key in sentence.language.words["goods"]:
            return False
        if unit.kind not in ("determiner", "preposition"):
            return unit.kind in ("word", "organisation", "actor")
    return False


def _with_many(sentence: Sentence, flow: Flow) -> bool:
    """Whether goods go to, or come from, several states at once: "exports to the EU", «экспорт в страны СНГ»."""
    units, end = sentence.units, FAR_END[flow.kind]
    low = flow.index + 1 if not is_verb(sentence, flow.index) else max(0, flow.index - _AHEAD)
    for i in range(low, min(flow.index + _AHEAD, len(units))):
        unit = units[i]
        if unit.kind in ("amount", "clause") and i > flow.index:
            return False
        before = units[i - 1]
        if before.kind == "determiner":
            before = units[i - 2]
        aimed = unit.mark == end or (before.kind == "preposition" and before.value == end)
        behind = units[i + 1 : i + 3] if unit.kind == "sides" else [unit]
        many = (
            any(one.kind == "organisation" for one in behind)
            or unit.key in sentence.language.words["many_states"]
        )
        if aimed and many:
            return True
    return False


def is_of_one(sentence: Sentence, flow: Flow) -> bool:
    """Whether a flow is that of one state with the whole world: "A's total trade", «внешнеторговый оборот А»."""
    i, units = flow.index, sentence.units
    if i < 0:
        return False
    beside = {units[i - 1].key if i else "", *units[i].key.split(" ")}
    if beside.isdisjoint(sentence.language.words["foreign_trade"]):
        return False
    told: set[str] = set()
    for at in range(max(0, i - 5), len(units)):
        unit = units[at]
        if at > i and (unit.kind == "amount" or (unit.kind == "trigger" and is_verb(sentence, at))):
            break
        if unit.kind in ("sides", "dyad") or (unit.kind == "state" and unit.mark in _PARTNERS):
            return False
        if unit.kind == "state":
            told.add(str(unit.value[0]))
    return len(told) == 1


_PARTNERS = frozenset({"with", "between", "goal", "source"})
"""Marks of those with whom trade is told."""


def is_sale(sentence: Sentence, flow: Flow) -> bool:
    """Whether a flow is told by a verb and the goods: "sold goods worth …"."""
    return flow.index >= 0 and " " in sentence.units[flow.index].key and is_verb(sentence, flow.index)


def is_below_zero(sentence: Sentence, flow: Flow) -> bool:
    """Whether a balance is told to be a deficit: "a trade deficit", «отрицательное сальдо»."""
    if flow.kind != "balance":
        return False
    units, known = sentence.units, sentence.language.words
    words = " ".join(unit.key for unit in units[max(0, flow.index - 6) : flow.index + 1]).split()
    behind = units[flow.index + 1 : flow.index + 6]
    return any(word in known["deficit"] or word in known["negative"] for word in words) or any(
        unit.key in known["negative"] for unit in behind
    )


def partner_of(flows: list[Flow], reporter: str | None, flow: Flow) -> str | None:
    """With whom a reporter traded by the flow told before: "exports of A to B were …, against imports of …"."""
    if reporter is None or flow.kind not in ("export", "import"):
        return None
    earlier = (one for one in flows if one.index < flow.index and one.reporter == reporter)
    return next((one.partner for one in earlier if one.partner is not None), None)


def trader(sentence: Sentence, flows: list[Flow], flow: Flow) -> str | None:
    """Who is told to export or import before a flow without a state of its own: "A exports tea to B; exports were
    worth …"."""
    earlier = (one.reporter for one in flows if one.index < flow.index and is_verb(sentence, one.index))
    return next((state for state in earlier if state is not None), None)
