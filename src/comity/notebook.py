"""What `comity.read` gives: the result of one document, shown as a table in a notebook and as lines
elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import overload

from comity.model.claim import Claim
from comity.model.document import Document
from comity.model.record import Entity, Finding, Record
from comity.pipeline import Result, Unread
from comity.tables import evidence_words, slots_line

_SHOWN = 60
"""Claims shown before the rest is counted."""


class Claims(Sequence[Claim]):
    """The claims of a document, in the order of its text."""

    def __init__(self, claims: Sequence[Claim], text: str) -> None:
        self._claims = tuple(claims)
        self._text = text

    @overload
    def __getitem__(self, index: int) -> Claim: ...
    @overload
    def __getitem__(self, index: slice) -> Claims: ...
    def __getitem__(self, index: int | slice) -> Claim | Claims:
        if isinstance(index, slice):
            return Claims(self._claims[index], self._text)
        return self._claims[index]

    def __len__(self) -> int:
        return len(self._claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self._claims)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Claims) and (self._claims, self._text) == (other._claims, other._text)

    def __hash__(self) -> int:
        return hash((self._claims, self._text))

    def words(self, claim: Claim) -> str:
        """The words of the document that a claim points at."""
        return evidence_words(claim, self._text)

    def __repr__(self) -> str:
        lines = [f"{claim.kind:12} {slots_line(claim)}" for claim in self._claims[:_SHOWN]]
        if len(self) > _SHOWN:
            lines.append(f"… {len(self) - _SHOWN} more")
        return "\n".join([_counted(len(self), "claim"), *lines])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{escape(claim.kind)}</td><td>{escape(slots_line(claim))}</td>"
            f"<td>{escape(self.words(claim))}</td><td>{claim.confidence:.2f}</td></tr>"
            for claim in self._claims[:_SHOWN]
        )
        rest = f"<p>… {len(self) - _SHOWN} more</p>" if len(self) > _SHOWN else ""
        head = "<tr><th>Kind</th><th>What it says</th><th>Its words</th><th>Confidence</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{rest}"


class Findings(tuple[Finding, ...]):
    """What the rules found, a line each; the findings themselves are the items."""

    __slots__ = ()

    def __repr__(self) -> str:
        lines = [f"{one.code} {_SEVERITIES[one.severity]}: {_message(one)}" for one in self]
        return "\n".join([_counted(len(self), "finding"), *lines])

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td>{one.code}</td><td>{_SEVERITIES[one.severity]}</td><td>{escape(_message(one))}</td></tr>"
            for one in self
        )
        head = "<tr><th>Code</th><th>Severity</th><th>What was found</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"


_SEVERITIES = {"error": "error", "warning": "warning", "info": "gap"}


def _message(finding: Finding) -> str:
    from comity.checking import message

    return message(finding, "en")


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class Reading:
    """One document with what was made of it."""

    def __init__(self, result: Result) -> None:
        self._result = result
        self.claims = Claims(result.claims, self.document.text)

    @property
    def document(self) -> Document:
        """The document as sources made it."""
        return self._result.documents[0]

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The people, bodies, enterprises and places that the claims name."""
        return self._result.entities

    @property
    def records(self) -> tuple[Record, ...]:
        """The things that the claims tell of, each once."""
        return self._result.records

    @property
    def findings(self) -> Findings:
        """What the rules found."""
        return Findings(self._result.findings)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Sentences with a trigger that no frame could read."""
        return self._result.unread

    def __repr__(self) -> str:
        return (
            f"<{self.document.name}: {_counted(len(self.claims), 'claim')}, "
            f"{_counted(len(self.records), 'record')}, {_counted(len(self.findings), 'finding')}>"
        )

    def _repr_html_(self) -> str:
        return f"<p>{escape(repr(self)[1:-1])}</p>{self.claims._repr_html_()}"
