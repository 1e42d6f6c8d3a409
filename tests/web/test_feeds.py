"""Feeds and calendars: well formed, in two languages, with lasting names, not sent again where nothing changed."""

from __future__ import annotations

import datetime
import re
import urllib.error
import urllib.request
from typing import Any
from xml.etree import ElementTree

import icalendar
import pytest

from comity.model.claim import Claim
from comity.model.edtf import Date
from comity.publishing.dossier import Dossier
from comity.web.feeds import atom, ical
from comity.web.feeds.entries import lasting, plain, timed
from tests.publishing import made
from tests.web.conftest import Site

ATOM = "{http://www.w3.org/2005/Atom}"
WHEN = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 5, 1)
HOSTILE = (
    "=1+2,;:\\ <script>alert(1)</script> ]]> &amp; \u202egnp.exe \x07\x85 \ud800 \uffff\r\nEND:VEVENT\r\nBEGIN:VEVENT\r"
    "UID:evil\nX-EVIL:1"
)
ADDRESSES = ("/feed.atom", "/kaz-isr/feed.atom", "/kaz-isr/calendar.ics")


def get(site: Site, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(f"{site.address}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def feed(content: bytes) -> ElementTree.Element:
    """A feed that has what RFC 4287 asks for."""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{ATOM}feed"
    for one in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert (one.findtext(f"{ATOM}{name}") or "").strip(), name
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one.findtext(f"{ATOM}id") or "")
        moment = one.findtext(f"{ATOM}updated") or ""
        assert datetime.datetime.fromisoformat(moment).tzinfo is not None
        assert one.find(f"{ATOM}link[@rel='alternate']") is not None
    idents = [one.findtext(f"{ATOM}id") for one in root.iter(f"{ATOM}entry")]
    assert len(idents) == len(set(idents))
    return root


def calendar(content: bytes) -> icalendar.Calendar:
    """A calendar that has what RFC 5545 asks for, in lines that are short enough."""
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.replace(b"\r\n", b"").count(b"\n") == content.replace(b"\r\n", b"").count(b"\r") == 0
    whole = icalendar.Calendar.from_ical(content)
    assert isinstance(whole, icalendar.Calendar)
    assert whole["VERSION"] == "2.0" and whole["PRODID"]
    events = whole.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events)
    for event in events:
        assert event.errors == []
        assert event.decoded("dtstamp").tzinfo is not None
        assert event.decoded("dtend") > event.decoded("dtstart")
        assert str(event["SUMMARY"]).strip()
    return whole


def known(dossier: Dossier) -> dict[str, tuple[datetime.datetime, datetime.datetime]]:
    return {source.claim: (WHEN, WHEN) for line in dossier.lines for source in line.sources}


def written(dossier: Dossier, lang: str, today: datetime.date = TODAY) -> bytes:
    lines = timed(dossier, known(dossier))
    return ical.write(dossier, lines, lang, "https://example.org", "/kaz-isr/", today)


@pytest.mark.parametrize(
    ("lang", "title", "word"),
    [("en", "Kazakhstan – Israel: what is new", "visit"), ("ru", "Казахстан – Израиль: что нового", "визит")],
)
def test_the_feed_of_a_dyad(site: Site, lang: str, title: str, word: str) -> None:
    status, headers, body = get(site, f"/kaz-isr/feed.atom?lang={lang}")
    assert (status, headers["Content-Type"]) == (200, atom.TYPE)
    root = feed(body)
    assert root.findtext(f"{ATOM}title") == title
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == lang
    entries = list(root.iter(f"{ATOM}entry"))
    assert 10 < len(entries) <= 50
    assert word in " ".join(one.findtext(f"{ATOM}title") or "" for one in entries).lower()
    assert all(site.address in (one.find(f"{ATOM}link") or one).get("href", site.address) for one in entries)
    address = next(one.find(f"{ATOM}link").get("href") for one in entries)  # type: ignore[union-attr]
    assert get(site, str(address).removeprefix(site.address))[0] == 200
    own = root.find(f"{ATOM}link[@rel='self']")
    assert own is not None and own.get("href") == f"{site.address}/kaz-isr/feed.atom?lang={lang}"


@pytest.mark.parametrize(("lang", "word"), [("en", "what is new"), ("ru", "что нового")])
def test_the_feed_of_the_register(site: Site, lang: str, word: str) -> None:
    root = feed(get(site, f"/feed.atom?lang={lang}")[2])
    assert word in (root.findtext(f"{ATOM}title") or "")
    titles = {one.findtext(f"{ATOM}title") for one in root.iter(f"{ATOM}entry")}
    assert titles == {"A page about relations", "Страница об отношениях"}
    assert "/isr-kaz/" in (root.findtext(f"{ATOM}entry/{ATOM}content") or "")


@pytest.mark.parametrize(
    ("lang", "name", "years"),
    [
        ("en", "Kazakhstan – Israel: calendar of relations", "34 years of diplomatic relations"),
        ("ru", "Казахстан – Израиль: календарь отношений", "34 года дипломатических отношений"),
    ],
)
def test_the_calendar(lang: str, name: str, years: str) -> None:
    whole = calendar(written(made.dossier(), lang))
    assert whole["NAME"] == whole["X-WR-CALNAME"] == name
    events = whole.walk("VEVENT")
    round_ones = [one for one in events if years in str(one["SUMMARY"])]
    assert [one.decoded("dtstart") for one in round_ones] == [datetime.date(2026, 4, 10)]
    assert all(one["SUMMARY"].params["LANGUAGE"] == lang for one in events)
    assert len(events) > ical.AHEAD + 1
    assert b"\r\nX-PUBLISHED-TTL:P1D\r\n" in written(made.dossier(), lang)
    # The reader takes a property of nobody's standard as it is written: commas escaped, as in any text.
    assert str(whole["X-WR-CALDESC"]) == str(whole["DESCRIPTION"]).replace(",", "\\,")


def test_places_are_in_the_language_of_the_calendar() -> None:
    places = {
        lang: {
            str(one["LOCATION"])
            for one in calendar(written(made.dossier(), lang)).walk("VEVENT")
            if "LOCATION" in one
        }
        for lang in ("en", "ru")
    }
    assert "Jerusalem" in places["en"] and "Иерусалим" in places["ru"]
    assert "Jerusalem" not in places["ru"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_calendar_on_the_site(site: Site, lang: str) -> None:
    status, headers, body = get(site, f"/kaz-isr/calendar.ics?lang={lang}")
    assert (status, headers["Content-Type"]) == (200, ical.TYPE)
    event = calendar(body).walk("VEVENT")[0]
    assert get(site, str(event["URL"]).removeprefix(site.address))[0] == 200


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2016-12-14", ("2016-12-14", "2016-12-14")),
        ("2000-04-03/2000-04-05", ("2000-04-03", "2000-04-05")),
        ("2016-12", None),
        ("2016", None),
        ("1995-11-03~", None),
        ("1995-11-03?", None),
        ("2004-08-01/..", None),
        ("../2006-03-01", None),
        ("2004-08-01/2004-09", None),
        ("1990-01-01/1999-12-31", None),
        ("0001-01-01", ("0001-01-01", "0001-01-01")),
    ],
)
def test_only_known_days_are_in_a_calendar(date: str, told: tuple[str, str] | None) -> None:
    found = ical.days(Date.parse(date))
    assert (None if found is None else tuple(str(day) for day in found)) == told


def test_no_date_is_no_day() -> None:
    assert ical.days(None) is None


@pytest.mark.parametrize(
    ("began", "today", "found"),
    [
        ("1992-04-10", "2026-05-01", ["2026-04-10", "2031-04-10"]),
        ("1992-02-29", "2027-01-01", ["2027-02-28", "2032-02-29"]),
        ("2026-04-10", "2026-05-01", ["2027-04-10", "2031-04-10"]),
        ("2040-04-10", "2026-05-01", []),
    ],
)
def test_anniversaries(began: str, today: str, found: list[str]) -> None:
    day, now = (datetime.date.fromisoformat(one) for one in (began, today))
    told = list(ical.anniversaries(day, now))
    assert [str(one) for _, one in (told[:1] + told[-1:])] == found
    assert all(one.year - day.year == years > 0 for years, one in told)


def test_names_last(site: Site) -> None:
    """The same thing has the same name in every language, on every day and at every address."""

    def names(content: bytes) -> list[str]:
        return [str(one["UID"]) for one in calendar(content).walk("VEVENT")]

    dossier = made.dossier()
    assert names(written(dossier, "en")) == names(written(dossier, "ru"))
    later = names(written(dossier, "en", datetime.date(2027, 1, 1)))
    assert len(set(later) & set(names(written(dossier, "en")))) == len(later) - 1
    idents = [
        re.findall(b"<id>(.*?)</id>", get(site, f"/kaz-isr/feed.atom?lang={one}")[2]) for one in ("en", "ru")
    ]
    assert idents[0] == idents[1]
    assert lasting("a", "b") != lasting("ab") != lasting("b", "a")


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_documents_say_is_text(lang: str) -> None:
    whole = calendar(written(made.hostile(HOSTILE), lang))
    for event in whole.walk("VEVENT"):
        assert "X-EVIL" not in event
        assert event["UID"] != "evil"
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff\uffff\r]", str(event["SUMMARY"])
        )
    said = " ".join(str(event["DESCRIPTION"]) for event in whole.walk("VEVENT"))
    assert "⟨U+202E⟩" in said and "=1+2,;:\\ <script>" in said


def test_a_feed_is_well_formed_whatever_it_says() -> None:
    entry = atom.Entry(
        lasting("x").urn, HOSTILE, "https://e.org/?a=1&b=2", WHEN, WHEN, HOSTILE, HOSTILE, HOSTILE
    )
    one = atom.Feed(lasting("y").urn, HOSTILE, "en", "https://e.org/a", "https://e.org/", (), WHEN, (entry,))
    root = feed(atom.write(one))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == plain(HOSTILE)
    assert root.find(".//script") is None
    assert (root.find(f"{ATOM}entry/{ATOM}link")).get("href") == "https://e.org/?a=1&b=2"  # type: ignore[union-attr]


def test_nothing_and_one_line() -> None:
    whole = made.dossier()
    assert calendar(ical.write(whole, [], "en", "https://e.org", "/", TODAY)).walk("VEVENT") == []
    line = next(one for one in whole.lines if one.kind == "visit" and ical.days(one.date))
    lines = timed(whole, {line.sources[0].claim: (WHEN, WHEN)})
    assert len(calendar(ical.write(whole, lines, "ru", "https://e.org", "/", TODAY)).walk("VEVENT")) == 1


def test_what_changed_last_comes_first() -> None:
    whole = made.dossier()
    times = known(whole)
    newest = whole.lines[-1].sources[0].claim
    times[newest] = (WHEN, WHEN + datetime.timedelta(days=1))
    lines = timed(whole, times)
    assert lines[0].line.id == whole.lines[-1].id
    assert lines[0].since == WHEN < lines[0].changed
    days = [one.line.date.upper for one in lines[1:] if one.line.date and one.line.date.upper]
    assert days == sorted(days, reverse=True)


@pytest.mark.parametrize("path", ADDRESSES)
def test_nothing_is_sent_twice(site: Site, path: str) -> None:
    _, headers, body = get(site, path)
    assert body
    assert get(site, path, **{"If-None-Match": headers["ETag"]})[::2] == (304, b"")
    assert get(site, path, **{"If-Modified-Since": headers["Last-Modified"]})[0] == 304
    assert get(site, path, **{"If-None-Match": '"another"'})[0] == 200
    other = get(site, f"{path}?lang=ru", **{"If-None-Match": headers["ETag"]})
    assert other[0] == 200


@pytest.mark.parametrize("path", ["/fra-deu/feed.atom", "/kaz-kaz/calendar.ics", "/fra-deu/calendar.ics"])
def test_what_is_not_held_is_not_found(site: Site, path: str) -> None:
    assert get(site, path)[0] == 404


def test_capital_letters_lead_to_the_address(site: Site) -> None:
    assert get(site, "/KAZ-ISR/feed.atom")[0] == 200


@pytest.mark.parametrize(("lang", "name"), [("en", "Calendar (iCalendar)"), ("ru", "Календарь (iCalendar)")])
def test_a_dossier_tells_of_them(site: Site, lang: str, name: str) -> None:
    page = get(site, f"/kaz-isr/?lang={lang}")[2].decode()
    head, _, rest = page.partition("</head>")
    for kind, file in (("application/atom+xml", "feed.atom"), ("text/calendar", "calendar.ics")):
        assert re.search(
            rf'<link rel="alternate" type="{re.escape(kind)}"[^>]* href="/kaz-isr/{file}\?lang={lang}">', head
        )
        assert f'href="/kaz-isr/{file}?lang={lang}"' in rest
    assert name in rest
    assert 'type="application/atom+xml"' in get(site, "/")[2].decode().partition("</head>")[0]


def test_a_decision_makes_a_feed_new(held: dict[str, list[Claim]]) -> None:
    from comity.register import actions, news

    claim = held["page-en"][0]
    before, changed = news.known("KAZ", "ISR"), news.changed()
    assert before[claim.id][0] == before[claim.id][1] <= changed
    actions.accept(claim.id, by="reviewer")
    after = news.known("KAZ", "ISR")
    assert after[claim.id][1] > before[claim.id][1]
    assert news.changed() == after[claim.id][1]
    actions.reject(held["page-en"][1].id, by="reviewer", reason="not so")
    assert held["page-en"][1].id not in news.known("KAZ", "ISR")
    told = news.told_of(["page-en", "none"])
    assert ("ISR", "KAZ") in [pair for pair, _ in told["page-en"]]


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.usefixtures("held")
def test_who_may_read_may_follow(public: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    from comity.web import access
    from tests.web.people import Person, refused

    monkeypatch.setattr(settings, "COMITY_PUBLIC", public)
    stranger, reader = Person(), Person("reader")
    _, secret = access.make_token(_user(reader.name), "program")
    for path in ADDRESSES:
        answer = stranger.get(path)
        assert refused(answer) is not public, path
        mark = reader.get(path).headers["ETag"]
        assert stranger.get(path, **{"If-None-Match": mark}).status_code == (304 if public else 302), path
        assert "private" in reader.get(path).headers["Cache-Control"]
        assert stranger.get(path, Authorization=f"Bearer {secret}").status_code == 200
        assert reader.client.post(path).status_code in (403, 405)


def _user(name: str) -> Any:
    from comity.web.accounts.models import User

    return User.objects.get(username=name)


@pytest.mark.usefixtures("held")
def test_feeds_on_each_database() -> None:
    from tests.web.people import Person

    reader = Person("reader")
    for lang in ("en", "ru"):
        assert len(list(feed(reader.get("/feed.atom", {"lang": lang}).content).iter(f"{ATOM}entry"))) == 2
        assert feed(reader.get("/kaz-isr/feed.atom", {"lang": lang}).content).find(f"{ATOM}entry") is not None
        assert calendar(reader.get("/kaz-isr/calendar.ics", {"lang": lang}).content).walk("VEVENT")
