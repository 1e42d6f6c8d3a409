"""The catalogue of rules and the one function that runs them."""

from __future__ import annotations

import importlib
import pkgutil
import textwrap
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from comity.checking import rules
from comity.checking.facts import Facts
from comity.checking.found import Severity
from comity.checking.holders import Holder, Table
from comity.model.claim import Claim, State
from comity.model.document import Document
from comity.model.record import Entity, Evidence, Finding, Record

SECTIONS = ("What it does", "Why it is bad", "Example", "Remedy", "Known misses")
"""The sections of a rule's documentation, in order."""


Scope = Literal["document", "pair"]
"""What a rule must see at once: the claims of one document, or all of a pair of states."""


@dataclass(frozen=True)
class Rule:
    """A rule of the catalogue.

    `severity` is `error` for what cannot be, `warning` for what is unlikely, `info` for a gap. `doc` has the
    texts of `SECTIONS` in English. `scope` is `document` where what it finds in several documents is what it finds in
    each of them alone, `pair` where it compares documents or looks at records.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    doc: dict[str, str]
    module: str
    run: Callable[[Facts], Iterator[Finding]]


def sections(doc: str) -> dict[str, str]:
    """The sections of a rule's docstring: a line that names the section, its text indented below it."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in doc.strip().splitlines():
        if line and not line.startswith(" "):
            current = found.setdefault(line.strip(), [])
        elif current is not None:
            current.append(line)
    return {name: textwrap.dedent("\n".join(lines)).strip() for name, lines in found.items()}


def _load() -> tuple[Rule, ...]:
    found = []
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        found.append(
            Rule(
                code=module.CODE,
                name=module.NAME,
                severity=cast(Severity, module.SEVERITY),
                scope=cast(Scope, getattr(module, "SCOPE", "pair")),
                doc=sections(module.__doc__ or ""),
                module=info.name,
                run=module.check,
            )
        )
    return tuple(sorted(found, key=lambda one: one.code))


RULES: tuple[Rule, ...] = _load()
"""Every rule, in the order of codes."""


def rule(code: str) -> Rule:
    """The rule of a code; `KeyError` where there is none."""
    for one in RULES:
        if one.code == code.upper():
            return one
    raise KeyError(code)


def matches(code: str, patterns: Iterable[str]) -> bool:
    """Whether a code is one of the patterns or begins with one: `C101`, `C1`, `C`."""
    return any(code.startswith(pattern.upper()) for pattern in patterns if pattern)


def check(
    claims: Iterable[Claim],
    records: Iterable[Record] = (),
    entities: Iterable[Entity] = (),
    documents: Iterable[Document] = (),
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    holders: Table | Iterable[Holder] = (),
    unread: Iterable[Evidence] = (),
    fresh: Collection[str] | None = None,
    about: Mapping[str, tuple[State, ...]] | None = None,
) -> list[Finding]:
    """What the rules find, ordered by document, offset and code.

    `select` and `ignore` are codes or beginnings of codes; nothing selected means all, and `ignore` wins.
    Records may be left out: the rules then work from the claims alone. The order of the arguments' items does
    not matter. `holders` is a table of office holders; `unread` the sentences that reading could make nothing
    of, by which a gap of reading is told from a gap of the sources. With `fresh`, rules of one document look at the
    documents of these ids alone: of others it is known what they find. `about` tells the pair of states that a
    document is mostly about, where the claims are not all that it has.
    """
    facts = Facts(claims, records, entities, documents, holders, unread, about)
    near = facts if fresh is None else facts.of_documents(fresh)
    found: dict[str, Finding] = {}
    for one in RULES:
        if (select and not matches(one.code, select)) or matches(one.code, ignore):
            continue
        for finding in one.run(near if one.scope == "document" else facts):
            found.setdefault(finding.id, finding)
    return sorted(found.values(), key=_place)


def _place(finding: Finding) -> tuple[str, int, str, str]:
    first = finding.evidence[0]
    return first.doc, first.span[0], finding.code, finding.id
