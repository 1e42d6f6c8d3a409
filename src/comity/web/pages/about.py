"""About the data: how it comes about, the vocabulary of claims and the catalogue of rules, made from the program."""

from __future__ import annotations

import functools
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.checking import RULES, messages
from comity.checking.wording import interface
from comity.knowledge import base_of
from comity.model.claim import CORE, KINDS
from comity.model.dictionary import forms
from comity.publishing import tables
from comity.publishing.wording import has, text
from comity.register import queries
from comity.web.cache import kept
from comity.web.context import language


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The vocabulary, the rules, and how much is held of each."""
    lang = language(request)
    held = kept(("counts",), queries.counts)
    values = {
        "title": text("nav.about", lang),
        "counts": held,
        "kinds": [{**one, "held": held.claims_by_kind.get(one["kind"], 0)} for one in _kinds(lang)],
        "rules": [{**one, "held": held.findings_by_code.get(one["code"], 0)} for one in _rules(lang)],
    }
    return render(request, "comity/about.html", values)


@functools.cache
def _kinds(lang: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "name": text(f"kind.{kind}", lang),
            "lead": text(f"about.kind.{kind}", lang),
            "slots": [
                {
                    "code": slot,
                    "name": tables.slot_name(slot, lang, kind),
                    "core": slot in CORE[kind],
                    "form": _form(kind, slot, form, lang),
                }
                for slot, form in forms(kind).items()
            ],
        }
        for kind in KINDS
    ]


def _form(kind: str, slot: str, form: str, lang: str) -> str:
    """The form of a slot's value in a language; of a closed list its values by their names."""
    if "`" in form:
        values = [one.strip("` ") for one in form.split("\N{MIDDLE DOT}")]
        shown = [text(f"{kind}.{slot}.{one}", lang) if has(f"{kind}.{slot}.{one}") else one for one in values]
        return " · ".join(shown)
    key = f"about.form.{form.replace(' ', '-')}"
    return text(key, lang) if has(key) else form


@functools.cache
def _rules(lang: str) -> list[dict[str, Any]]:
    headings = interface()[base_of(lang)]["headings"]
    return [
        {
            "code": rule.code,
            "severity": rule.severity,
            "severity_name": text(f"severity.{rule.severity}", lang),
            "title": messages.title(rule.code, lang),
            "doc": list(zip(headings, messages.documentation(rule.code, lang).values(), strict=True)),
        }
        for rule in RULES
    ]
