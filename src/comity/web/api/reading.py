"""Reading: everything that the register holds, one by one and in pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Query, Router, Schema
from pydantic import Field

import comity
from comity.checking import RULES, message, messages
from comity.knowledge import find_state, suggest
from comity.model import codec, schema
from comity.model.claim import CORE, KINDS, Claim
from comity.model.dictionary import forms
from comity.model.edtf import Date, DateError
from comity.model.record import Entity, Record
from comity.publishing import whole
from comity.publishing.dossier import date_of
from comity.publishing.wording import sentence, text
from comity.register import gathering, listing, moments, queries, reviewing
from comity.register.errors import RegisterError
from comity.register.searching import asking, finding
from comity.web.api import shapes
from comity.web.api.problems import ProblemError
from comity.web.api.shapes import Day, Dyad, EntityKind, Kind, Severity, Short
from comity.web.cache import kept
from comity.web.pages.whole import sent
from comity.web.search.views import problems as search_problems

router = Router()
_SHEET = {
    "description": "A file to be kept",
    "content": {kind: {"schema": {"type": "string"}} for kind in whole.TYPES.values()},
}


class Language(Schema):
    """The language of sentences and messages."""

    lang: Literal["en", "ru"] | None = None


class Paging(Language):
    """Which page of a list."""

    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    size: Annotated[int, Field(ge=1, le=200)] = 50


class Between(Paging):
    """A pair of states and a time; with `as_of` or `known_at` what held on that date, or was known at that time, which
    is told of one pair of states.
    """

    dyad: Dyad | None = None
    as_of: Annotated[Day | None, Field(description="what had begun by a date", examples=["2003-05"])] = None
    known_at: Annotated[
        str | None,
        Field(
            pattern=r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$",
            description="as the register knew it at the end of a day, or at a time",
            examples=["2026-11-20"],
        ),
    ] = None
    from_: Annotated[Day | None, Field(alias="from", examples=["2001"])] = None
    to: Annotated[Day | None, Field(examples=["2005-12"])] = None


class RecordsAsked(Between):
    """Which records."""

    kind: Kind | None = None


class ClaimsAsked(Between):
    """Which claims."""

    kind: Kind | None = None
    doc: Short | None = None
    decision: Literal["none", "accepted", "edited", "rejected"] | None = None


class DyadsAsked(Paging):
    """Which dyads."""

    state: Annotated[Short | None, Field(description="a code or a name", examples=["KAZ"])] = None


class DocumentsAsked(Paging):
    """Which documents."""

    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$", examples=["ru"])] = None


class EntitiesAsked(Paging):
    """Which entities."""

    dyad: Dyad | None = None
    kind: EntityKind | None = None
    state: Annotated[Short | None, Field(description="a code or a name", examples=["ISR"])] = None


class FindingsAsked(Paging):
    """Which findings."""

    dyad: Dyad | None = None
    code: Annotated[str | None, Field(pattern=r"^[A-Z][0-9]{3}$", examples=["C101"])] = None
    severity: Severity | None = None
    dismissed: bool | None = None


class SheetAsked(Language):
    """Which records a sheet has, and its form."""

    form: Literal[tuple(whole.TYPES)] = "csv"  # type: ignore[valid-type]
    state: list[Short] = Field(
        default_factory=list, max_length=2, description="codes or names; of two both", examples=[["KAZ"]]
    )
    from_: Annotated[Day | None, Field(alias="from", examples=["2001"])] = None
    to: Annotated[Day | None, Field(examples=["2005-12"])] = None


class SearchAsked(Language):
    """A question, as on the page of searching."""

    q: Annotated[
        str,
        Field(
            min_length=1, max_length=asking.LONGEST, pattern=r"^[^\x00]*$", examples=["kind:visit state:KAZ"]
        ),
    ]
    page: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    order: Literal["new", "old"] = "new"


@router.get("/", response=shapes.Start, summary="What the register holds, and where it is read")
def start(request: HttpRequest) -> dict[str, Any]:
    """The beginning of everything."""
    del request
    held = queries.counts()
    names = (
        "dyads",
        "records",
        "claims",
        "documents",
        "entities",
        "findings",
        "rules",
        "vocabulary",
        "search",
    )
    links = {name: f"/api/v1/{name}" for name in names} | {"description": "/api/v1/openapi.json"}
    numbers = {
        name: getattr(held, name)
        for name in ("documents", "claims", "records", "entities", "findings", "dyads")
    }
    return {"version": comity.__version__, "links": links, **numbers}


@router.get("/dyads", response=shapes.Dyads, summary="The dyads, those with the most claims first")
def dyads(request: HttpRequest, response: HttpResponse, asked: Query[DyadsAsked]) -> dict[str, Any]:
    """How much is held about each."""
    code = _state(asked.state) if asked.state else ""
    found = [one for one in queries.dyads() if not code or code in one.states]
    start_, size = _start(asked), asked.size
    return _paged(
        request, response, asked, listing.Part(tuple(found[start_ : start_ + size]), len(found)), _dyad
    )


@router.get("/dyads/{dyad}", response=shapes.DyadOut, summary="One dyad")
def dyad(request: HttpRequest, dyad: Dyad, asked: Query[Language]) -> dict[str, Any]:
    """How much is held about two states alone."""
    del request, asked
    wanted = tuple(sorted(_pair(dyad) or ()))
    return _dyad(_there(next((one for one in queries.dyads() if one.states == wanted), None), dyad))


@router.get("/records", response=shapes.Records, summary="The records")
def records(request: HttpRequest, response: HttpResponse, asked: Query[RecordsAsked]) -> dict[str, Any]:
    """By dyad, kind and time."""
    if asked.as_of or asked.known_at:
        found = [one for one in _held(asked).records if _fits(one, asked)]
        part = _part(found, asked)
    else:
        part = listing.records(_listed(asked), _start(asked), asked.size)
    return _paged(request, response, asked, part, lambda one: _record(one, _lang(request)))


@router.get("/records/{ident}", response=shapes.RecordOut, summary="One record")
def record(request: HttpRequest, ident: Short, asked: Query[Language]) -> dict[str, Any]:
    """By its id or that of any of its claims."""
    del asked
    return _record(_there(queries.record(ident), ident), _lang(request))


@router.get(
    "/sheets/{kind}", summary="All records of a kind as one file", openapi_extra={"responses": {200: _SHEET}}
)
def sheet(request: HttpRequest, kind: Kind, asked: Query[SheetAsked]) -> HttpResponseBase:
    """Row by row, however many; the columns are told in docs/guide.md."""
    wanted, meant = gathering.understood(asked.state)
    if meant.problems:
        raise ProblemError(404, " ".join(search_problems(meant, _lang(request))))
    low, high = _days(asked)
    wanted = dataclasses.replace(wanted, low=low, high=high)
    return sent(request, kind, asked.form, wanted, _lang(request))


@router.get("/claims", response=shapes.Claims, summary="The claims")
def claims(request: HttpRequest, response: HttpResponse, asked: Query[ClaimsAsked]) -> dict[str, Any]:
    """By dyad, kind, time, document and decision; `none` is for claims about which nobody decided."""
    if asked.as_of or asked.known_at:
        if asked.decision:
            raise ProblemError(
                422, "decision is told of the present alone: leave it out, or as_of and known_at."
            )
        held = _held(asked)
        dyads = dict(zip((one.id for one in held.claims), moments.dyads_of_claims(held), strict=True))
        found = [
            queries.HeldClaim(claim=one, machine=one.slots, dyad=dyads[one.id])
            for one in held.claims
            if _fits(one, asked) and asked.doc in (None, one.doc)
        ]
        part = _part(found, asked)
    else:
        part = listing.claims(_listed(asked), _start(asked), asked.size)
    return _paged(request, response, asked, part, lambda one: _claim(one, _lang(request)))


@router.get("/claims/{ident}", response=shapes.ClaimWhole, summary="One claim with its words and history")
def claim(request: HttpRequest, ident: Short, asked: Query[Language]) -> dict[str, Any]:
    """With the version that a decision may name."""
    del asked
    return whole_claim(ident, _lang(request))


@router.get("/documents", response=shapes.Documents, summary="The documents")
def documents(request: HttpRequest, response: HttpResponse, asked: Query[DocumentsAsked]) -> dict[str, Any]:
    """Without their texts."""
    part = listing.documents(listing.Asked(language=asked.language or ""), _start(asked), asked.size)
    return _paged(request, response, asked, part, _document)


@router.get("/documents/{path:ident}", response=shapes.DocumentWhole, summary="One document with its text")
def document(request: HttpRequest, ident: Short, asked: Query[Language]) -> dict[str, Any]:
    """The text that evidence points into, in Unicode code points."""
    del request, asked
    held = _there(queries.document(ident), ident)
    one = held.document
    return {
        **{name: getattr(one, name) for name in ("id", "name", "title", "language", "media_type", "sha256", "text")},
        "date": str(one.date or ""), "claims": len(held.claims), "added_at": held.added_at, "added_by": held.added_by,
        "claim_ids": [claim.claim.id for claim in held.claims], "unread": list(held.unread),
    }  # fmt: skip


@router.get("/entities", response=shapes.Entities, summary="People, bodies, enterprises and places")
def entities(request: HttpRequest, response: HttpResponse, asked: Query[EntitiesAsked]) -> dict[str, Any]:
    """Of each dyad by itself; what is one across dyads has one identity."""
    wanted = listing.Asked(
        dyad=_pair(asked.dyad), kind=asked.kind or "", state=_state(asked.state) if asked.state else ""
    )
    return _paged(request, response, asked, listing.entities(wanted, _start(asked), asked.size), _entity)


@router.get("/entities/{ident}", response=list[shapes.EntityOut], summary="One entity in every dyad")
def entity(request: HttpRequest, ident: Short, asked: Query[Language]) -> list[dict[str, Any]]:
    """By the id of an entity, which gives that one, or of an identity, which gives all."""
    del request, asked
    return [_entity(one) for one in _there(listing.entity(ident), ident)]


@router.get("/findings", response=shapes.Findings, summary="The findings")
def findings(request: HttpRequest, response: HttpResponse, asked: Query[FindingsAsked]) -> dict[str, Any]:
    """By dyad, rule, severity and whether somebody dismissed them; without `dismissed` all of them."""
    wanted = listing.Asked(
        dyad=_pair(asked.dyad),
        code=asked.code or "",
        severity=asked.severity or "",
        dismissed=asked.dismissed,
    )
    part = listing.findings(wanted, _start(asked), asked.size)
    return _paged(request, response, asked, part, lambda one: finding_out(one, _lang(request)))


@router.get("/findings/{ident}", response=shapes.FindingOut, summary="One finding")
def one_finding(request: HttpRequest, ident: Short, asked: Query[Language]) -> dict[str, Any]:
    """With its message and the version that a dismissal may name."""
    del asked
    return finding_out(_there(queries.finding(ident), ident), _lang(request))


@router.get("/rules", response=list[shapes.RuleOut], summary="The catalogue of rules")
def rules(request: HttpRequest, asked: Query[Language]) -> list[dict[str, Any]]:
    """With the documentation of each."""
    del asked
    return [_rule(one, _lang(request)) for one in RULES]


@router.get("/rules/{code}", response=shapes.RuleOut, summary="One rule")
def rule(request: HttpRequest, code: Short, asked: Query[Language]) -> dict[str, Any]:
    """By its code."""
    del asked
    return _rule(_there(next((one for one in RULES if one.code == code), None), code), _lang(request))


@router.get("/vocabulary", response=shapes.Vocabulary, summary="The kinds of claims and their slots")
def vocabulary(request: HttpRequest, asked: Query[Language]) -> dict[str, Any]:
    """And the form of a claim as JSON Schema."""
    del asked
    lang = _lang(request)
    kinds = [
        {"kind": kind, "name": text(f"kind.{kind}", lang), "core": list(CORE[kind]), "slots": forms(kind)}
        for kind in KINDS
    ]
    return {"kinds": kinds, "claim_schema": schema.claim_schema()}


@router.get("/search", response=shapes.Found, summary="Searching")
def search(request: HttpRequest, asked: Query[SearchAsked]) -> dict[str, Any]:
    """Documents, claims and entities by their words and by filters; how to ask is told in docs/searching.md."""
    meant = asking.understand(asked.q)
    if meant.problems:
        raise ProblemError(422, " ".join(search_problems(meant, _lang(request))))
    answer = finding.find(meant, page=asked.page, oldest_first=asked.order == "old")
    return {**finding.plain(answer, _lang(request)), "meant": meant.meant, "page": asked.page}


# --- another moment -----------------------------------------------------------------------------------------


def _held(asked: Between) -> queries.Held:
    """What was held of a pair of states at the moment that is asked for."""
    pair = _pair(asked.dyad)
    if pair is None:
        raise ProblemError(422, "as_of and known_at are told of one pair of states: name it with dyad.")
    try:
        at = moments.moment(asked.as_of, asked.known_at)
    except RegisterError as error:
        raise ProblemError(422, str(error)) from error
    return kept(
        ("held", tuple(sorted(pair)), asked.as_of, asked.known_at), lambda: moments.held(at, pair), "moments"
    )


def _fits(one: Record | Claim, asked: Between) -> bool:
    """Whether a record or claim is of the kind and touches the days that are asked for."""
    kind = getattr(asked, "kind", None)
    low, high = _days(asked)
    if kind and one.kind != kind:
        return False
    if low is None and high is None:
        return True
    date = date_of(one.slots)
    if date is None:
        return False
    first, last = (int(f"{day:%Y%m%d}") if day else None for day in (date.lower, date.upper))
    return (low is None or last is None or last >= low) and (high is None or first is None or first <= high)


def _part(found: Sequence[Any], asked: Paging) -> listing.Part[Any]:
    return listing.Part(tuple(found[_start(asked) : _start(asked) + asked.size]), len(found))


# --- asked and answered ---------------------------------------------------------------------------------------


def _lang(request: HttpRequest) -> str:
    return str(request.lang)  # type: ignore[attr-defined]


def _there(found: Any, what: str) -> Any:
    if not found:
        raise ProblemError(404, f"There is no {what[:100]} here.")
    return found


def _pair(dyad: str | None) -> tuple[str, str] | None:
    """The two states of a dyad, by codes; a problem where one is the code of none or both are one."""
    if not dyad:
        return None
    a, b = map(_state, dyad.upper().split("-"))
    if a == b:
        raise ProblemError(404, f"{dyad} is one state twice; name two.")
    return a, b


def _state(said: str) -> str:
    """The code of the state that is meant; a problem, with what is close, where there is none."""
    code = find_state(said)
    if code is None:
        near = ", ".join(suggest(said))
        raise ProblemError(404, f"There is no state {said[:100]}.{f' Close to it: {near}.' if near else ''}")
    return code


def _start(asked: Paging) -> int:
    return (asked.page - 1) * asked.size


def _listed(asked: Between) -> listing.Asked:
    decision = getattr(asked, "decision", None)
    low, high = _days(asked)
    return listing.Asked(
        dyad=_pair(asked.dyad),
        kind=getattr(asked, "kind", None) or "",
        doc=getattr(asked, "doc", None) or "",
        decision="" if decision == "none" else decision,
        low=low,
        high=high,
    )


def _days(asked: Between | SheetAsked) -> tuple[int | None, int | None]:
    """The first and last day that are asked for; a problem where the first is the later."""
    low, high = _day(asked.from_, "0101"), _day(asked.to, "1231")
    if low is not None and high is not None and low > high:
        raise ProblemError(422, "from is later than to.")
    return low, high


def _day(said: str | None, otherwise: str) -> int | None:
    """A year, month or day as a number of eight digits; `otherwise` has those that are not told. A problem where the
    calendar has no such day.
    """
    if said is None:
        return None
    try:
        Date.parse(said)
    except DateError as error:
        raise ProblemError(422, str(error)) from error
    digits = said.replace("-", "")
    return int(digits + otherwise[len(digits) - 4 :])


def _paged(
    request: HttpRequest,
    response: HttpResponse,
    asked: Paging,
    part: listing.Part[Any],
    value: Callable[[Any], Any],
) -> dict[str, Any]:
    """A page with links to those beside it."""
    links = []
    for rel, page, there in (("prev", asked.page - 1, asked.page > 1),
                             ("next", asked.page + 1, asked.page * asked.size < part.total)):  # fmt: skip
        if there:
            query = request.GET.copy()
            query["page"] = str(page)
            links.append(f'<{request.path}?{urlencode(list(query.items()))}>; rel="{rel}"')
    if links:
        response.headers["Link"] = ", ".join(links)
    return {
        "total": part.total, "page": asked.page, "size": asked.size, "items": [value(one) for one in part.items],
    }  # fmt: skip


def _dyad(one: queries.DyadSummary) -> dict[str, Any]:
    names = ("claims", "records", "documents", "findings")
    return {"states": list(one.states), **{name: getattr(one, name) for name in names}}


def _claim(held: queries.HeldClaim, lang: str) -> dict[str, Any]:
    one = held.claim
    return {
        "id": one.id, "kind": one.kind, "doc": one.doc, "dyad": list(held.dyad), "slots": codec.plain(one.slots),
        "evidence": list(one.evidence), "said": sentence(one.slots, lang, held.dyad), "confidence": one.confidence,
        "reader": one.reader, "why": list(one.why), "decision": held.decision, "decided_by": held.decided_by,
        "decided_at": held.decided_at, "reason": held.reason,
        "machine": codec.plain(held.machine) if held.machine != one.slots else None,
    }  # fmt: skip


def whole_claim(ident: str, lang: str) -> dict[str, Any]:
    """A claim with its words, its history and its version; 404 where none has the id."""
    waiting = _there(reviewing.one(ident), ident)
    held = waiting.held
    said = queries.texts([held.claim.doc])[held.claim.doc].text
    return {
        **_claim(held, lang),
        "quotes": [said[start_:end] for start_, end in held.claim.evidence],
        "version": waiting.version,
        "history": [
            {
                "decision": act.decision, "slots": codec.plain(act.slots) if act.slots is not None else None,
                "by": act.by, "at": act.at, "reason": act.reason, "undone_at": act.undone_at,
                "undone_by": act.undone_by,
            }
            for act in queries.history(ident)
        ],
    }  # fmt: skip


def _record(one: Record, lang: str) -> dict[str, Any]:
    return {
        "id": one.id, "kind": one.kind, "dyad": list(one.dyad), "slots": codec.plain(one.slots),
        "said": sentence(one.slots, lang, one.dyad), "claims": list(one.claims),
        "differences": codec.plain(one.differences), "reasons": list(one.reasons),
    }  # fmt: skip


def _document(one: queries.DocumentSummary) -> dict[str, Any]:
    return {name: getattr(one, name) for name in shapes.DocumentOut.model_fields}


def _entity(told: tuple[Entity, str]) -> dict[str, Any]:
    one, identity = told
    return {
        "id": one.id, "identity": identity, "kind": one.kind, "name": one.name, "names": list(one.names),
        "offices": list(one.offices), "state": one.state, "mentions": codec.plain(one.mentions),
        "years": list(one.years), "reasons": list(one.reasons),
    }  # fmt: skip


def finding_out(held: queries.HeldFinding, lang: str) -> dict[str, Any]:
    """A finding with its message."""
    one, dismissal = held.finding, held.dismissal
    return {
        "id": one.id, "code": one.code, "severity": one.severity, "dyad": list(one.dyad),
        "message": message(one, lang), "evidence": codec.plain(one.evidence), "values": dict(one.values),
        "version": held.version,
        "dismissal": dismissal and {"by": dismissal.by, "at": dismissal.at, "reason": dismissal.reason},
    }  # fmt: skip


def _rule(one: Any, lang: str) -> dict[str, Any]:
    return {
        "code": one.code, "name": one.name, "severity": one.severity, "title": messages.title(one.code, lang),
        "documentation": messages.documentation(one.code, lang),
    }  # fmt: skip
