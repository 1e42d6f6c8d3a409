"""Findings that a person says are no fault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from comity.register import derived, models, queries, transactions, versions
from comity.register.errors import RegisterError


def dismiss(finding_id: str, by: str, reason: str, expected: str | None) -> queries.HeldFinding:
    """See `actions.dismiss`."""
    with transactions.writing():
        derived.flush()
        held = _finding(finding_id)
        versions.expect_finding(finding_id, expected)
        if held.dismissal is not None:
            raise RegisterError(
                f"{held.dismissal.by} has dismissed finding {finding_id} already", "There is nothing to do."
            )
        if not reason.strip():
            raise RegisterError("a finding is dismissed with a reason", "Say why it is no fault.")
        row = models.Finding.objects.filter(finding=finding_id).first()
        assert row is not None
        models.Dismissal.objects.create(
            finding=finding_id, code=row.code, data=row.data, by=by, at=timezone.now(), reason=reason
        )
        return _finding(finding_id)


def reopen(finding_id: str, by: str, reason: str, expected: str | None) -> queries.HeldFinding:
    """See `actions.reopen`."""
    with transactions.writing():
        derived.flush()
        held = _finding(finding_id)
        versions.expect_finding(finding_id, expected)
        if held.dismissal is None:
            raise RegisterError(f"finding {finding_id} is not dismissed", "There is nothing to reopen.")
        models.Dismissal.objects.filter(finding=finding_id, undone_at__isnull=True).update(
            undone_at=timezone.now(), undone_by=by, undone_reason=reason
        )
        return _finding(finding_id)


@contextmanager
def carried(doc: str) -> Iterator[None]:
    """Let dismissals of findings in a document, which is read again within, hold for what stands in their place.

    A finding that is gone goes over to the new one of the same rule and form about the very same words, whatever
    values are read in them now, where there is one alone. What was open before stays open.
    """
    standing = [
        row
        for row in models.Dismissal.objects.filter(undone_at__isnull=True)
        if any(place["doc"] == doc for place in row.data["evidence"])
    ]
    codes = {row.code for row in standing}
    before = set(_held(codes))
    yield
    if not standing:
        return
    derived.flush()
    after = _held(codes)
    fresh: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for ident in sorted(set(after) - before):
        fresh[_words(after[ident])].append(ident)
    for row in standing:
        found = fresh.get(_words(row.data), [])
        if row.finding in after or len(found) != 1:
            continue
        ident = found.pop()
        models.Dismissal.objects.create(
            finding=ident, code=row.code, data=after[ident], by=row.by, at=row.at, reason=row.reason
        )
        # It is kept for questions about the past, to which the old finding belongs.
        row.undone_at = timezone.now()
        row.save(update_fields=["undone_at"])


def _held(codes: set[str]) -> dict[str, dict[str, Any]]:
    """The findings of some rules, by id."""
    return dict(models.Finding.objects.order_by().filter(code__in=codes).values_list("finding", "data"))


def _words(finding: dict[str, Any]) -> tuple[object, ...]:
    """A finding's rule, the form of its message, and its words: what a newer reading of these does not change."""
    places = sorted((place["doc"], *place["span"]) for place in finding["evidence"])
    return finding["code"], finding.get("values", {}).get("form"), *places


def _finding(finding_id: str) -> queries.HeldFinding:
    held = queries.finding(finding_id)
    if held is None:
        raise RegisterError(
            f"no finding {finding_id} is held", "`comity check --format json` shows their ids."
        )
    return held
