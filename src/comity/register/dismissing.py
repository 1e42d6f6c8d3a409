"""Findings that a person says are no fault."""

from __future__ import annotations

from django.utils import timezone

from comity.register import derived, models, queries, store, versions
from comity.register.errors import RegisterError


def dismiss(finding_id: str, by: str, reason: str, expected: str | None) -> queries.HeldFinding:
    """See `actions.dismiss`."""
    with store.writing():
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
    with store.writing():
        derived.flush()
        held = _finding(finding_id)
        versions.expect_finding(finding_id, expected)
        if held.dismissal is None:
            raise RegisterError(f"finding {finding_id} is not dismissed", "There is nothing to reopen.")
        models.Dismissal.objects.filter(finding=finding_id, undone_at__isnull=True).update(
            undone_at=timezone.now(), undone_by=by, undone_reason=reason
        )
        return _finding(finding_id)


def _finding(finding_id: str) -> queries.HeldFinding:
    held = queries.finding(finding_id)
    if held is None:
        raise RegisterError(
            f"no finding {finding_id} is held", "`comity check --format json` shows their ids."
        )
    return held
