"""The queue of review and the findings: deciding, going on, taking back, several at once, two people at once."""

from __future__ import annotations

import html
import re
from typing import Any

import msgspec
import pytest

from comity.model.claim import Claim
from comity.model.edtf import Date
from comity.reading import Reading, read
from comity.sources import from_bytes
from tests.web.people import Person

Held = dict[str, list[Claim]]
_VERSION = re.compile(r'name="version" value="([^"]*)"')
_CHOSEN = re.compile(r'name="claim" value="([^"]+)"')


def version(page: Any) -> str:
    found = _VERSION.search(page.content.decode())
    assert found, page.content.decode()
    return found[1]


def decide(person: Person, claim: str, what: str, seen: str, **more: str) -> Any:
    return person.send(f"/review/{claim}/decide/", {"do": what, "version": seen, **more})


def decision(claim: str) -> tuple[str, str]:
    from comity.register import queries

    held = queries.claim(claim)
    return (held.decision or "", held.decided_by or "")


@pytest.fixture
def first(held: Held) -> str:
    """The claim that the queue begins with."""
    return _CHOSEN.findall(Person("reviewer").get("/review/").content.decode())[0]


def _add(text: str) -> Reading:
    """Read a page and add it to the register."""
    from comity.register import actions

    content = text.encode()
    page = read(from_bytes(content, "page.txt"))
    actions.add_document(page.document, content, page.claims, by="tester")
    return page


def test_the_unsure_come_first(held: Held) -> None:
    order = _CHOSEN.findall(Person("reviewer").get("/review/").content.decode())
    sure = {claim.id: claim.confidence for claims in held.values() for claim in claims}
    assert order and [sure[one] for one in order] == sorted(sure[one] for one in order)


@pytest.mark.parametrize(("lang", "word"), [("en", "Accept"), ("ru", "Принять")])
def test_a_claim_stands_beside_its_words(held: Held, first: str, lang: str, word: str) -> None:
    page = Person("reviewer").get(f"/review/{first}/", {"lang": lang}).content.decode()
    assert "<blockquote" in page and 'class="slots"' in page and word in page
    for key in ("a", "e", "r"):
        assert f'data-key="{key}"' in page


def test_what_a_claim_was_read_by_is_told_in_russian(held: Held) -> None:
    claim = _add("The embassy of Norway in Lisbon was opened in May 1996.").claims[0]
    page = html.unescape(Person("reviewer").get(f"/review/{claim.id}/", {"lang": "ru"}).content.decode())
    assert "Прочитано по" in page and "embassy" in claim.why[0]
    assert claim.why[0] not in page


@pytest.mark.parametrize("what", ["accept", "reject"])
def test_a_decision_leads_on_and_can_be_taken_back(first: str, what: str) -> None:
    person = Person("reviewer")
    seen = version(person.get(f"/review/{first}/"))
    answer = decide(person, first, what, seen)
    assert answer.status_code == 302 and first not in answer.headers["Location"]
    assert decision(first) == (f"{what}ed", "a-reviewer")
    assert first not in _CHOSEN.findall(person.get("/review/").content.decode())
    assert person.send("/review/undo/").status_code == 302
    assert decision(first)[0] == ""
    assert person.send("/review/undo/").status_code == 400


def test_of_two_people_the_slower_is_shown_both(first: str) -> None:
    one, other = Person("reviewer"), Person("editor")
    seen = version(one.get(f"/review/{first}/"))
    assert version(other.get(f"/review/{first}/")) == seen
    assert decide(one, first, "accept", seen).status_code == 302
    answer = decide(other, first, "reject", seen, reason="another day")
    page = answer.content.decode()
    assert answer.status_code == 409 and "Somebody was faster" in page and "a-reviewer" in page
    assert decision(first) == ("accepted", "a-reviewer")
    # What the slower one wrote is not lost, and holds where it is meant all the same.
    assert 'value="another day"' in page
    assert decide(other, first, "reject", version(answer), reason="another day").status_code == 302
    assert decision(first) == ("rejected", "a-editor")


def test_several_at_once_are_decided_all_or_none(held: Held) -> None:
    one, other = Person("reviewer"), Person("editor")
    page = one.get("/review/").content.decode()
    chosen = _CHOSEN.findall(page)[:3]
    versions = dict(re.findall(r'name="(v\.[^"]+)" value="([^"]*)"', page))
    last = chosen[-1]
    assert decide(other, last, "accept", versions[f"v.{last}"]).status_code == 302
    answer = one.send("/review/batch/", {"do": "reject", "claim": chosen, **versions})
    assert answer.status_code == 409 and "a-editor" in answer.content.decode()
    assert [decision(claim)[0] for claim in chosen] == ["", "", "accepted"]
    assert one.send("/review/batch/", {"do": "reject", "claim": chosen[:2], **versions}).status_code == 302
    assert [decision(claim)[0] for claim in chosen] == ["rejected", "rejected", "accepted"]
    assert one.send("/review/undo/").status_code == 302
    assert [decision(claim)[0] for claim in chosen] == ["", "", "accepted"]


@pytest.mark.parametrize("data", [{}, {"do": "accept"}, {"do": "burn", "claim": "x"}])
def test_nothing_chosen_changes_nothing(held: Held, data: dict[str, str]) -> None:
    assert Person("reviewer").send("/review/batch/", data).status_code == 400


def test_a_finding_is_dismissed_with_a_reason_and_reopened(held: Held) -> None:
    from comity.register import queries

    person = Person("reviewer")
    found = re.findall(r'<li id="f-([^"]+)"', person.get("/findings/").content.decode())
    assert found, "the documents made by hand contradict each other somewhere"
    path, seen = f"/findings/{found[0]}/", queries.finding(found[0]).version
    assert person.send(path, {"do": "dismiss", "version": seen}).status_code == 400
    assert queries.finding(found[0]).dismissal is None
    sent = {"do": "dismiss", "version": seen, "reason": "two ceremonies"}
    assert person.send(path, sent).status_code == 302
    assert queries.finding(found[0]).dismissal.reason == "two ceremonies"
    assert f'id="f-{found[0]}"' not in person.get("/findings/").content.decode()
    # Somebody who still looks at the page of before decides about nothing.
    assert Person("editor").send(path, sent).status_code == 409
    again = {"do": "reopen", "version": queries.finding(found[0]).version}
    assert person.send(path, again).status_code == 302
    assert queries.finding(found[0]).dismissal is None


def test_a_finding_of_many_places_shows_the_first_of_them(held: Held) -> None:
    _add("The embassy of Norway in Lisbon was opened in May 1996.\n" + "Lisbon�s museum.\n" * 9)
    shown = Person("reviewer").get("/findings/").content.decode()
    one = next(part for part in shown.split('<li id="f-')[1:] if "�" in part)
    assert one.index("<summary>and 5 more</summary>") > 0
    assert one.split("<summary>and 5 more")[0].count("<q") == 4
    assert one.count("<q") == 9


@pytest.mark.parametrize(("lang", "word"), [("en", "in place of"), ("ru", "вместо прежнего")])
def test_what_newer_rules_read_is_told(held: Held, lang: str, word: str) -> None:
    """On the pages of the claim and its record; links to the old claim lead to the new one."""
    from comity.register import actions, queries

    old = next(one for one in held["page-en"] if one.kind == "visit")
    slots = msgspec.structs.replace(old.slots, date=Date.parse("1995-02-03"))
    fresh = msgspec.structs.replace(old, id="newer".ljust(16, "0"), reader="newer", slots=slots)
    actions.reread("page-en", [fresh if one is old else one for one in held["page-en"]], by="anna")
    person = Person("reader")
    record = queries.record(fresh.id)
    assert record is not None
    for page in (f"/claims/{fresh.id}/", f"/records/{record.id}/"):
        told = person.get(page, {"lang": lang}).content.decode()
        assert word in told and "(anna)" in told, page
    assert person.get(f"/claims/{old.id}/").headers["Location"] == f"/claims/{fresh.id}/"
    assert person.get(f"/records/{old.id}/").headers["Location"] == f"/records/{record.id}/"
    assert word not in person.get(f"/claims/{held['page-en'][0].id}/", {"lang": lang}).content.decode()
