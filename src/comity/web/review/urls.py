"""The addresses of review."""

from __future__ import annotations

from django.urls import path, re_path

from comity.web import lists
from comity.web.review import findings, records, reread, views

urlpatterns = [
    path("review/", views.queue, name="review"),
    path("review/batch/", views.batch, name="review-batch"),
    path("review/undo/", views.undo, name="review-undo"),
    path("review/records/<str:record>/", records.record, name="review-record"),
    path("review/records/<str:record>/merge/", records.merge, name="review-merge"),
    path("review/records/<str:record>/split/", records.split, name="review-split"),
    path("review/judgements/<int:number>/undo/", records.undo, name="review-judgement"),
    path("review/<str:claim>/", views.claim, name="review-claim"),
    path("review/<str:claim>/decide/", views.decide, name="review-decide"),
    path("reread/", reread.documents, name="reread"),
    re_path(rf"^reread\.(?P<form>{lists.FORMS})$", reread.documents, name="reread-file"),
    path("reread/<path:doc>/", reread.document, name="reread-document"),
    path("findings/", findings.findings, name="findings"),
    re_path(rf"^findings\.(?P<form>{lists.FORMS})$", findings.findings, name="findings-file"),
    path("findings/<str:finding>/", findings.decide, name="finding-decide"),
]
