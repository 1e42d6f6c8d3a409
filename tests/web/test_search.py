"""The page of searching: what it shows, how it narrows, what it says when it does not understand."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.test import Client

from comity.model.claim import Claim
from comity.publishing.wording import text

pytestmark = pytest.mark.usefixtures("held")
Held = dict[str, list[Claim]]


def page(question: str, status: int = 200, **more: str) -> str:
    answer = Client(SERVER_NAME="127.0.0.1").get("/search/", {"q": question, **more})
    assert answer.status_code == status
    return answer.content.decode()


def numbers(shown: str, heading: str) -> int:
    """The number beside a heading."""
    found = re.search(rf"{heading} <span class=\"quiet\">([\d\s,\u202f\u00a0]+)</span></h2>", shown)
    return int(re.sub(r"\D", "", found[1])) if found else 0


def links(shown: str, inside: str) -> list[tuple[str, int]]:
    """Links with their numbers within an element of a class."""
    part = shown.split(f'class="{inside}"')[1].split("</aside>")[0]
    found = re.findall(r'<a href="(\?[^"]+)">[^<]*</a> <span class="quiet">(\d+)</span>', part)
    return [(html.unescape(address), int(number)) for address, number in found]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_it_tells_how_to_ask_and_every_example_is_understood(lang: str) -> None:
    shown = page("", lang=lang)
    assert text("search.how", lang) in shown
    examples = re.findall(r'<dt><a href="(\?q=[^"]+)">', shown)
    assert len(examples) == 8
    for address in examples:
        assert Client(SERVER_NAME="127.0.0.1").get(f"/search/{html.unescape(address)}").status_code == 200


def test_words_are_marked_and_lead_to_their_place(held: Held) -> None:
    visit = next(claim for claim in held["page-en"] if claim.kind == "visit")
    shown = page("kind:visit visited", lang="en")
    assert re.search(r"<mark>(visit|visited|Visit|visits)</mark>", shown)
    assert f"/claims/{visit.id}/" in shown and f"?claim={visit.id}#here" in shown


def test_each_facet_leads_to_as_many_as_it_tells() -> None:
    shown = page("in:claim", lang="en")
    facets = links(shown, "facets")
    assert len(facets) > 5
    for address, number in facets:
        found = Client(SERVER_NAME="127.0.0.1").get(f"/search/{address}&lang=en").content.decode()
        led = numbers(found, "Claims")
        # A decade is told by what begins in it, and leads to all that it touches.
        assert led >= number if "from" in address else led == number, address


def test_a_filter_can_be_left_out_again() -> None:
    shown = page("kind:visit state:KAZ", lang="en")
    chosen = re.findall(r'<li><a href="(\?q=[^"]*)"><span aria-hidden="true">', shown)
    assert [html.unescape(one) for one in chosen] == ["?q=state%3AKAZ", "?q=kind%3Avisit"]


def test_pages_go_through_everything_once() -> None:
    total = numbers(page("in:claim", lang="en"), "Claims")
    seen: list[Any] = []
    for number in range(1, -(-total // 20) + 1):
        seen += re.findall(r'<a class="hit" href="(/claims/[^"]+)"', page("in:claim", page=str(number)))
    assert len(seen) == len(set(seen)) == total > 20
    page("in:claim", 404, page=str(total))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("colour:red", "There is no filter “colour:”"),
        ("kind:visitation", "“visitation” is no kind"),
        ("state:Kazahstan", "Did you mean KAZ (Kazakhstan)"),
        ("from:yesterday", "“from:yesterday” is no date"),
    ],
)
def test_what_is_not_understood_is_told_kindly(question: str, said: str) -> None:
    shown = html.unescape(page(question, 400, lang="en"))
    assert said in shown and text("search.how", "en") in shown


def test_nothing_found_is_told() -> None:
    assert text("search.none", "ru") in page("абракадабра", lang="ru")


@pytest.mark.parametrize(
    "question", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "\u202efdp.exe\x00"]
)
def test_a_question_is_shown_as_text(question: str) -> None:
    shown = page(question)
    assert "<script>alert" not in shown and "<img" not in shown
    assert "\u202e" not in shown and "\x00" not in shown


def test_the_box_is_in_the_head_of_every_page_that_has_none_of_its_own() -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    for path in ("/about/", "/kaz-isr/", "/documents/page-en/"):
        shown = client.get(path).content.decode()
        assert re.search(r'<form class="site-find" role="search" action="/search/"><input name="q"', shown), (
            path
        )
    for path in ("/", "/search/"):
        assert client.get(path).content.decode().count('role="search"') == 1, path


@pytest.mark.parametrize(("lang", "other"), [("en", r"[А-Яа-яЁё]"), ("ru", r"[A-Za-z]")])
def test_people_are_called_in_the_script_of_the_page(lang: str, other: str) -> None:
    called = re.findall(r'<a class="hit" href="/people/[^"]+">(.*?)</a>', page("kind:person", lang=lang))
    assert called
    assert not [one for one in called if re.search(other, re.sub("<[^>]*>", "", one))]


@pytest.mark.parametrize(
    ("lang", "question"),
    [("en", "Who met Sadyk?"), ("ru", "кто встречался с Садыком"), ("ru", "who met Sadyk")],
)
def test_a_question_leads_to_the_person_and_his_meetings_and_visits(lang: str, question: str) -> None:
    shown = page(question, lang=lang)
    assert text("search.meant", lang) in shown and text("search.alone", lang) in shown
    assert re.search(r'class="hit" href="/people/[0-9a-f]+/"', shown)
    kinds = re.findall(r'<li><span class="kind k-(\w+)">', shown)
    assert kinds and set(kinds) <= {"meeting", "visit"}
    meant = re.search(r'class="meant">.*?<a href="(\?[^"]+)"', shown)
    assert meant
    same = (
        Client(SERVER_NAME="127.0.0.1").get(f"/search/{html.unescape(meant[1])}&lang={lang}").content.decode()
    )
    hits = r'class="hit" href="([^"]+)"'
    assert re.findall(hits, same) == re.findall(hits, shown)
    # What narrows it down narrows what was understood, and one filter can be left out.
    dropped = re.findall(r'<ul class="chosen".*?</ul>', shown, re.DOTALL)[0]
    assert "kind%3Avisit" in dropped and "who" not in dropped.casefold()


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("Kazakhstan Israel", "/kaz-isr/"),
        ("state:ISR state:KAZ", "/isr-kaz/"),
        ("что подписали Казахстан и Израиль", "/kaz-isr/"),
        ("visits of Kazakhstan", "/states/kaz/"),
        ("Norway Israel", ""),
        ("visits", ""),
    ],
)
def test_states_that_are_named_have_their_dossier_above_all(question: str, address: str) -> None:
    found = re.search(r'<p class="whole">.*?<a href="([^"]+)"', page(question, lang="ru"))
    assert (found[1] if found else "") == address
