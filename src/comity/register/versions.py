"""Versions of what people decide upon, so that of two reviewers none overwrites the other unseen.

A version is a short text that changes whenever somebody decides about a thing or the thing itself changes. Who
acts may hand in the version that they saw.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from django.db.models import Max

from comity.register import models
from comity.register.errors import ConflictError

_NEVER = "-"


def of_claim(row: models.Claim) -> str:
    """The version of a claim: how many acts there were upon it."""
    return str(row.version)


def of_claims(ids: Iterable[str]) -> str:
    """The version of a record or entity: of its claims and of the judgements upon them."""
    wanted = sorted(set(ids))
    rows = models.Claim.objects.order_by().filter(pk__in=wanted)
    seen = sorted(f"{ident}:{version}" for ident, version in rows.values_list("id", "version"))
    judged = models.Judgement.objects.order_by().filter(sides__claim_id__in=wanted, undone_at__isnull=True)
    seen += sorted({f"j{number}" for number in judged.values_list("id", flat=True)})
    return hashlib.sha256("|".join(seen).encode()).hexdigest()[:12]


def of_finding(finding: str) -> str:
    """The version of a finding: the last act upon it."""
    return of_dismissal(models.Dismissal.objects.filter(finding=finding).order_by("-id").first())


def of_dismissal(last: models.Dismissal | None) -> str:
    """The version of a finding by the last act upon it."""
    if last is None:
        return _NEVER
    return f"{last.id}{'' if last.undone_at is None else 'o'}"


def expect_claim(row: models.Claim, expected: str | None) -> None:
    """`ConflictError` where somebody decided about a claim since."""
    if expected is not None and of_claim(row) != expected:
        last = models.Decision.objects.filter(claim=row).order_by("id").last()
        raise _conflict(f"claim {row.id}", last)


def expect_claims(what: str, ids: Iterable[str], expected: str | None) -> None:
    """`ConflictError` where claims of a record or entity, or judgements upon them, are others than somebody saw."""
    wanted = sorted(set(ids))
    if expected is None or of_claims(wanted) == expected:
        return
    acts: list[models.Decision | models.Judgement] = [
        *models.Decision.objects.filter(claim_id__in=wanted),
        *models.Judgement.objects.filter(sides__claim_id__in=wanted).distinct(),
    ]
    last = max(acts, key=lambda act: max(act.at, act.undone_at or act.at), default=None)
    added = models.Document.objects.filter(claims__id__in=wanted).aggregate(last=Max("added_at"))["last"]
    if added is not None and (last is None or max(last.at, last.undone_at or last.at) < added):
        document = models.Document.objects.filter(claims__id__in=wanted, added_at=added).first()
        if document is not None:
            raise ConflictError(what, by=document.added_by, act="added a document to", at=added)
    raise _conflict(what, last)


def expect_finding(finding: str, expected: str | None) -> None:
    """`ConflictError` where somebody dismissed or reopened a finding since."""
    if expected is not None and of_finding(finding) != expected:
        last = models.Dismissal.objects.filter(finding=finding).order_by("-id").first()
        raise _conflict(f"finding {finding}", last)


def _conflict(what: str, last: models.Decision | models.Judgement | models.Dismissal | None) -> ConflictError:
    if last is None:
        return ConflictError(what, by="", act="changed", at=None)
    if last.undone_at is not None:
        act = "reopened" if isinstance(last, models.Dismissal) else "took back a decision about"
        return ConflictError(what, by=last.undone_by, act=act, at=last.undone_at)
    if isinstance(last, models.Dismissal):
        act = "dismissed"
    elif isinstance(last, models.Judgement):
        act = {"merge": "merged", "split": "split"}[last.act]
    else:
        act = last.decision
    return ConflictError(what, by=last.by, act=act, at=last.at)
