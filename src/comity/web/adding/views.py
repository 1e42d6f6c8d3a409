"""Handing documents over, and watching what becomes of them."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comity.publishing.wording import sentence, text
from comity.publishing.wording.errors import line
from comity.register import queries
from comity.sources.detect import SUFFIXES
from comity.web import access
from comity.web.accounts import log
from comity.web.adding import form, queue, reading
from comity.web.adding.models import Job, Upload
from comity.web.addresses import document_address
from comity.web.context import language

_LATEST = 20
_OFFERED = 500
"""Documents that are offered as the earlier version of what is added; others are named by their id."""
_CLAIMS = 200
"""Claims that are shown of a document while one watches; the rest are on its page."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@access.needs(access.EDITOR)
def add(request: HttpRequest) -> HttpResponse:
    """The page to hand documents over."""
    lang = language(request)
    values: dict[str, Any] = {
        "suffixes": ",".join(SUFFIXES),
        "suffixes_told": ", ".join(SUFFIXES),
        "largest": reading.largest(),
        "largest_mb": reading.largest() // 1_000_000,
        "most_files": settings.DATA_UPLOAD_MAX_NUMBER_FILES,
        "languages_read": [(code, text(f"add.language.{code}", lang)) for code in form.LANGUAGES],
        "given": {
            name: request.POST.get(name, "") for name in ("title", "date", "language", "text", "earlier")
        },
        "documents": queries.documents()[:_OFFERED],
    }
    if request.method == "POST":
        found, problems = form.handed(request, lang)
        log.detail(request, names=[one.name for one in found][:50])
        if not problems:
            with transaction.atomic():
                job = queue.hand_over(found, access.author(request))
                for one in found:
                    log.note("upload", request=request, subject=one.name, bytes=len(one.data))
            return HttpResponseRedirect(f"/add/{job.id}/")
        values["problems"] = problems
    values["jobs"] = [_job(job, lang) for job in _jobs()[:_LATEST]]
    return render(request, "adding/add.html", values, status=400 if "problems" in values else 200)


@never_cache
@require_safe
@access.needs(access.EDITOR)
def progress(request: HttpRequest, job: str) -> HttpResponse:
    """What became of the documents of a job so far."""
    found = _jobs().filter(pk=job).first()
    if found is None:
        raise Http404
    lang = language(request)
    return render(request, "adding/progress.html", {"job": _job(found, lang, claims=True)})


def _jobs() -> QuerySet[Job]:
    """Jobs with their documents, without the bytes, which nobody looks at."""
    return Job.objects.prefetch_related(Prefetch("uploads", Upload.objects.defer("data")))


def _job(job: Job, lang: str, *, claims: bool = False) -> dict[str, Any]:
    uploads = list(job.uploads.all())
    done = sum(one.state in Upload.DONE for one in uploads)
    return {
        "held": job,
        "done": done,
        "all": len(uploads),
        "finished": done == len(uploads),
        "uploads": [_upload(one, lang, claims=claims) for one in uploads],
    }


def _upload(upload: Upload, lang: str, *, claims: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "held": upload,
        "state": text(f"add.state.{upload.state}", lang),
        "address": document_address(upload.doc) if upload.doc else "",
        "problem": line(upload.problem, lang) if upload.problem else "",
    }
    if claims and upload.doc:
        document = queries.document(upload.doc)
        held = document.claims[:_CLAIMS] if document is not None else ()
        shown["claims"] = [
            {
                "kind": one.claim.kind,
                "kind_name": text(f"kind.{one.claim.kind}", lang),
                "sentence": sentence(one.claim.slots, lang, one.dyad),
                "address": f"{document_address(upload.doc)}?claim={one.claim.id}#here",
            }
            for one in held
        ]
        shown["more"] = max(0, upload.claims - _CLAIMS)
    return shown
