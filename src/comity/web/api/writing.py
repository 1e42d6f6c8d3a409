"""Writing, with tokens: documents, decisions about claims, dismissals of findings."""

from __future__ import annotations

import json
from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from ninja import File, Form, Schema, Status
from ninja.files import UploadedFile
from pydantic import ConfigDict

from comity.model.edtf import Date, DateError
from comity.publishing.wording import text
from comity.register import actions, queries
from comity.register.errors import ConflictError, RegisterError
from comity.web import access
from comity.web.accounts import log
from comity.web.adding import form, queue, reading
from comity.web.adding.models import Job, Upload
from comity.web.api import shapes
from comity.web.api.app import Token
from comity.web.api.problems import ProblemError
from comity.web.api.reading import finding_out, router, whole_claim
from comity.web.api.shapes import Day, Short, Title


class Told(Schema):
    """What is known of a document that is handed over; each may be left out."""

    model_config = ConfigDict(extra="forbid")

    title: Title = ""
    date: Day | Literal[""] = ""
    language: Literal["", "en", "ru"] = ""


@router.post(
    "/documents", response={202: shapes.JobOut}, auth=Token(access.EDITOR), summary="Hand a document over",
    description="The file is read in the background; the job tells what became of it. Needs the role editor.",
)  # fmt: skip
def add(request: HttpRequest, file: File[UploadedFile], told: Form[Told]) -> Any:
    """Put a file into the queue of those that are read."""
    lang = request.lang  # type: ignore[attr-defined]
    if told.date:
        try:
            Date.parse(told.date)
        except DateError as error:
            raise ProblemError(422, text("add.date.wrong", lang, date=told.date[:40])) from error
    name = form.name_of(file.name or "")
    if not file.size:
        raise ProblemError(422, text("add.empty", lang, name=name))
    if file.size > reading.largest():
        raise ProblemError(413, text("access.large.text", lang))
    handed = queue.Handed(
        name=name,
        data=file.read(),
        title=" ".join(told.title.split()),
        date=told.date,
        language=told.language,
    )
    with transaction.atomic():
        job = queue.hand_over([handed], access.author(request))
        log.note("upload", request=request, subject=name, bytes=len(handed.data))
    return Status(202, _job(job))


@router.get(
    "/jobs/{ident}", response=shapes.JobOut, auth=Token(access.EDITOR), summary="What became of what was handed over",
    description="Needs the role editor.",
)  # fmt: skip
def job(request: HttpRequest, ident: Short) -> Any:
    """How far a job is."""
    del request
    found = Job.objects.filter(pk=ident).first()
    if found is None:
        raise ProblemError(404, f"There is no job {ident[:100]}.")
    return _job(found)


@router.post(
    "/claims/{ident}/decision", response=shapes.ClaimWhole, auth=Token(access.REVIEWER), summary="Decide about a claim",
    description="Accept, edit or reject it, or take the last decision back. Where `version` is given and somebody has "
    "decided since, nothing is done and the answer is 409. Needs the role reviewer.",
)  # fmt: skip
def decide(request: HttpRequest, ident: Short, said: shapes.Decide | shapes.Edit) -> Any:
    """A person's decision."""
    by, lang = access.author(request), request.lang  # type: ignore[attr-defined]
    whole_claim(ident, lang)
    log.detail(request, do=said.decision)
    if isinstance(said, shapes.Edit):
        _edit(ident, said, by)
    elif said.decision == "undo":
        actions.undo(ident, by, expected=said.version)
    else:
        act = actions.accept if said.decision == "accept" else actions.reject
        act(ident, by, said.reason, expected=said.version)
    return whole_claim(ident, lang)


@router.post(
    "/findings/{ident}/dismissal", response=shapes.FindingOut, auth=Token(access.REVIEWER), summary="Dismiss a finding",
    description="With a reason; it is told no more while its evidence stays. Needs the role reviewer.",
)  # fmt: skip
def dismiss(request: HttpRequest, ident: Short, said: shapes.Dismiss) -> Any:
    """A person's word that it is no fault."""
    _finding(ident)
    actions.dismiss(ident, access.author(request), said.reason, expected=said.version)
    return finding_out(_finding(ident), request.lang)  # type: ignore[attr-defined]


@router.post(
    "/findings/{ident}/reopening", response=shapes.FindingOut, auth=Token(access.REVIEWER), summary="Reopen a finding",
    description="Take a dismissal back. Needs the role reviewer.",
)  # fmt: skip
def reopen(request: HttpRequest, ident: Short, said: shapes.Reopen) -> Any:
    """The finding is told again."""
    _finding(ident)
    actions.reopen(ident, access.author(request), said.reason, expected=said.version)
    return finding_out(_finding(ident), request.lang)  # type: ignore[attr-defined]


def _edit(ident: str, said: shapes.Edit, by: str) -> None:
    """Edit a claim; `ProblemError` where the slots are not those of its kind."""
    try:
        # JSON as Python reads it can have what is no number, and halves of letters.
        json.dumps(said.slots, allow_nan=False, ensure_ascii=False).encode()
        actions.edit(ident, said.slots, by, said.reason, expected=said.version)
    except ConflictError:
        raise
    except (RegisterError, ValueError) as error:
        errors = [{"at": ["body", "slots"], "said": str(error)}]
        raise ProblemError(
            422, "These slots cannot be; /api/v1/vocabulary tells them.", errors=errors
        ) from error


def _finding(ident: str) -> queries.HeldFinding:
    held = queries.finding(ident)
    if held is None:
        raise ProblemError(404, f"There is no finding {ident[:100]}.")
    return held


def _job(found: Job) -> dict[str, Any]:
    uploads = list(found.uploads.defer("data"))
    return {
        "id": found.id,
        "by": found.by,
        "at": found.at,
        "finished": all(one.state in Upload.DONE for one in uploads),
        "uploads": [
            {
                "name": one.name,
                "state": one.state,
                "doc": one.doc,
                "claims": one.claims,
                "problem": one.problem,
            }
            for one in uploads
        ],
    }
