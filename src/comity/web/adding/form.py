"""What somebody hands over, looked at before it is put into the queue."""

from __future__ import annotations

import dataclasses
import re
from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from comity.model.edtf import Date, DateError
from comity.publishing import numbers
from comity.publishing.wording import text
from comity.register import queries
from comity.sources.errors import printable
from comity.web.adding import reading
from comity.web.adding.queue import Handed

LANGUAGES = ("en", "ru")
"""The languages that are read."""

_MB = 1_000_000
_LONGEST_NAME = 150
_LONGEST_TITLE = 300
_LONGEST_TEXT = 5_000_000
# Directions of writing can make a name look as what it is not ("exe.txt"), as can signs without width.
_DECEIVING = re.compile("[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]")


def name_of(given: str) -> str:
    """A file's name as it is kept: its last part, without what cannot be seen, of a length that fits."""
    last = re.split(r"[/\\]", given)[-1]
    plain = " ".join(printable(_DECEIVING.sub("\N{REPLACEMENT CHARACTER}", last)).split())
    path = PurePath(plain)
    stem, suffix = path.stem.strip(". "), path.suffix[:20]
    return (stem[: _LONGEST_NAME - len(suffix)] or "document") + suffix


def handed(request: HttpRequest, lang: str) -> tuple[list[Handed], list[str]]:
    """The documents of a form, and what is wrong with it, each naming its file."""
    found: list[Handed] = []
    problems: list[str] = []
    for file in request.FILES.getlist("files"):
        problem = _problem(file, lang)
        if problem:
            problems.append(problem)
        else:
            found.append(Handed(name=name_of(file.name or ""), data=file.read()))
    pasted = request.POST.get("text", "")
    if pasted.strip():
        document, wrong = _pasted(request, pasted, lang)
        problems += wrong
        found += [document] if document is not None else []
    if not found and not problems:
        problems.append(text("add.nothing", lang))
    earlier = request.POST.get("earlier", "").strip()[:200]
    if earlier and not queries.texts([earlier]):
        problems.append(text("compare.missing", lang, name=earlier))
    elif earlier and len(found) > 1:
        problems.append(text("version.one", lang))
    return [dataclasses.replace(one, earlier=earlier) for one in found], problems


def _problem(file: UploadedFile, lang: str) -> str:
    name, size, most = name_of(file.name or ""), file.size or 0, reading.largest()
    if not size:
        return text("add.empty", lang, name=name)
    if size > most:
        size_mb, most_mb = (numbers.number(round(one / _MB), lang) for one in (size, most))
        return text("add.large", lang, name=name, size=size_mb, most=most_mb)
    return ""


def _pasted(request: HttpRequest, pasted: str, lang: str) -> tuple[Handed | None, list[str]]:
    title = " ".join(printable(request.POST.get("title", "")).split())[:_LONGEST_TITLE]
    date, language = request.POST.get("date", "").strip(), request.POST.get("language", "")
    problems = []
    if len(pasted) > _LONGEST_TEXT:
        problems.append(text("add.text.long", lang))
    if date:
        try:
            Date.parse(date)
        except DateError:
            problems.append(text("add.date.wrong", lang, date=date[:40]))
    if language and language not in LANGUAGES:
        problems.append(text("add.language.wrong", lang))
    if problems:
        return None, problems
    # Browsers send the ends of lines as two signs; the words are what counts.
    data = pasted.replace("\r\n", "\n").encode("utf-8", "replace")
    short = re.sub(r"[^\w-]+", "-", title.casefold()).strip("-")[:60]
    name = name_of(f"{short or 'pasted'}.txt")
    return Handed(name=name, data=data, title=title, date=date, language=language), []
