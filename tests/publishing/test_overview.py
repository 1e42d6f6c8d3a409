"""What a dossier tells by counting, what is due, maps, ranks, sheets and citations."""

from __future__ import annotations

import csv
import datetime
import io
import json
import math

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from comity.knowledge import geography
from comity.knowledge.states import states
from comity.model.claim import Agreement, Relations, Tenure, Trade, Visit
from comity.model.edtf import Date
from comity.model.person import Person
from comity.model.record import Record
from comity.publishing import charts, due, maps, overview, ranks, sheets
from comity.publishing.charts.timeline import as_list
from comity.publishing.citing import Citation
from comity.publishing.dossier import Dossier, Group, Line, Section, Source, build
from comity.publishing.wording import LANGUAGES
from tests.publishing import made

SOURCE = Source(number=1, claim="c", doc="d", runs=((0, 1),), words=("w",), line=1, column=1)


def dossier(*slots: object) -> Dossier:
    lines = tuple(
        Line(id=f"r{number}", kind=type(one).__name__.casefold(), slots=one, sources=(SOURCE,))  # type: ignore[arg-type]
        for number, one in enumerate(slots)
    )
    empty = build(("NOR", "PER"), (), (), (), (), {})
    section = Section(key="visits", groups=(Group(key="visit", lines=lines),))
    return Dossier(dyad=("NOR", "PER"), at_a_glance=empty.at_a_glance, sections=(section,))


def visit(office: str, of: str = "NOR", to: str = "PER") -> Visit:
    return Visit(visitors=(Person(office=office),), from_=of, to=to)


@pytest.mark.parametrize(
    ("office", "rank"),
    [
        ("President", "state"),
        ("King", "state"),
        ("Prime Minister", "government"),
        ("Deputy Prime Minister", "government"),
        ("Speaker", "parliament"),
        ("Minister of Foreign Affairs", "foreign"),
        ("Minister of Fisheries", "minister"),
        ("Deputy Minister of Foreign Affairs", "other"),
        ("President of the Chamber of Commerce", "other"),
        ("trade delegation", "other"),
        ("Президент", "state"),
        ("Премьер-министр", "government"),
        ("Министр иностранных дел", "foreign"),
        ("заместитель министра иностранных дел", "other"),
        ("министр сельского хозяйства", "minister"),
    ],
)
def test_ranks(office: str, rank: str) -> None:
    assert ranks.of_visit(visit(office)) == rank


def test_visits_are_balanced_by_rank_and_direction() -> None:
    told = overview.visits(
        dossier(
            visit("King"),
            visit("King"),
            visit("President", "PER", "NOR"),
            visit("clerk"),
            visit("", "CHL", "NOR"),
        )
    )
    assert told == (overview.Balance("state", 2, 1), overview.Balance("other", 1, 0))
    assert overview.visits(dossier()) == ()


def test_an_instrument_counts_once_under_the_latest_act() -> None:
    def act(status: str | None, subject: str | None) -> Agreement:
        return Agreement(type="treaty", subject=subject, status=status)  # type: ignore[arg-type]

    told = overview.statuses(
        dossier(
            act("signed", "whaling"),
            act("in-force", "Whaling"),
            act("signed", "visas"),
            act(None, None),
            act(None, None),
        )
    )
    assert told == (("in-force", 1), ("signed", 1), ("", 2))


def record(slots: object, number: int = 0) -> Record:
    kind = type(slots).__name__.casefold()
    return Record(id=f"r{number}", kind=kind, dyad=("NOR", "PER"), slots=slots, claims=("c",))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "years"),
    [("1921-05-03", 105), ("1951", 75), ("2021-01", 5), ("1952", None), ("2026", None), ("1950/1951", None)],
)
def test_round_anniversaries(date: str, years: int | None) -> None:
    held = record(Relations(parties=("NOR", "PER"), act="established", date=Date.parse(date)))
    assert [one.years for one in due.anniversaries([held], 2026)] == ([years] if years else [])


def test_relations_with_a_state_that_is_no_more_have_nothing_due() -> None:
    slots = Relations(parties=("NOR", "CSHH"), act="established", date=Date.parse("1921"))
    gone = Record(id="r", kind="relations", dyad=("CSHH", "NOR"), slots=slots, claims=("c",))
    assert due.anniversaries([gone], 2026) == []
    left = Tenure(
        person=Person(name="A", office="Ambassador"), of="CSHH", to="NOR", date=Date.parse("1921/1925")
    )
    assert due.vacancies([record(left)], datetime.date(2026, 3, 1)) == []


def test_anniversaries_by_season() -> None:
    days = ["1921-05-03", "1951-11", "1996-12-01", "2001", "1991-11-02"]
    held = [
        record(Relations(parties=("NOR", "PER"), act="established", date=Date.parse(day))) for day in days
    ]
    seasons = due.by_season(due.anniversaries(held, 2026), datetime.date(2026, 11, 20))
    told = {key: [str(one.record.slots.date) for one in several] for key, several in seasons.items()}  # type: ignore[union-attr]
    assert told == {
        "coming": ["1951-11", "1996-12-01"],
        "undated": ["2001"],
        "past": ["1991-11-02", "1921-05-03"],
    }


def test_only_the_establishment_has_an_anniversary() -> None:
    held = record(Relations(parties=("NOR", "PER"), act="resumed", date=Date.parse("2001")))
    assert due.anniversaries([held], 2026) == []


def head(date: str, name: str) -> Record:
    slots = Tenure(person=Person(name=name, office="Ambassador"), of="NOR", to="PER", date=Date.parse(date))
    return record(slots, len(name))


def test_a_post_is_vacant_when_its_last_head_has_left() -> None:
    today = datetime.date(2026, 3, 1)
    gone, open_, later = head("2019/2023", "A"), head("2023/..", "BB"), head("2030/2031", "CCC")
    assert [one.record.id for one in due.vacancies([gone], today)] == ["r1"]
    assert due.vacancies([gone, open_], today) == []
    assert due.vacancies([head("2023", "D")], today) == [], "a year of office tells no end"
    assert [one.record.id for one in due.vacancies([gone, later], today)] == ["r1"]


@given(st.floats(-180, 180), st.floats(-89, 89))
def test_places_are_within_the_map_and_in_their_order(longitude: float, latitude: float) -> None:
    x, y = maps.project((longitude, latitude))
    assert -1 <= x <= maps.WIDTH + 1 and -1 <= y <= maps.HEIGHT + 1
    assert maps.project((longitude, min(89.0, latitude + 1)))[1] <= y
    assert math.isclose(maps.project((-longitude, latitude))[0], maps.WIDTH - x, abs_tol=1e-6)


def test_outlines_are_of_known_states_and_cross_no_edge() -> None:
    for code, rings in geography.outlines().items():
        assert code == geography.OTHER or code in states()
        for ring in rings:
            assert len(ring) > 2
            longitudes = [x for x, _ in ring]
            assert max(longitudes) - min(longitudes) < 180, (code, "a ring goes round the world")


def test_every_member_of_the_united_nations_is_on_the_map() -> None:
    assert [one.code for one in states() if one.kind == "member" and geography.middle(one.code) is None] == []


@pytest.mark.parametrize(
    ("name", "state"), [("Oslo", "NOR"), ("Лима", "PER"), ("Leningrad", "RUS"), ("Сайгон", "VNM")]
)
def test_places_are_found_by_old_names_in_both_languages(name: str, state: str) -> None:
    found = geography.locate(name)
    assert found is not None and found[0].state == state


def test_a_place_of_no_table_is_left_out() -> None:
    assert geography.locate("Nowhere upon Nothing") is None
    assert maps.spots([("Nowhere upon Nothing", "r1")], ("NOR", "PER")) == []
    (spot,) = maps.spots([("Oslo", "r1"), ("Осло", "r2"), ("Oslo", "r1")], ("NOR", "PER"))
    assert spot.records == ("r1", "r2")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_maps_lead_on(lang: str) -> None:
    pair = maps.Pair(("NOR", "PER"), "/nor-per/", "Norway – Peru", 3)
    world = maps.world([pair], lang, {"NOR": "/states/nor/", "PER": "/states/per/"})
    assert world is not None
    links = lxml_html.fragment_fromstring(world).xpath(".//a/@href")
    assert sorted(links) == ["/nor-per/", "/states/nor/", "/states/per/"]
    several = [maps.Pair(("NOR", "PER"), f"/{number}/", "x", number) for number in range(maps.MOST_LINES + 9)]
    crowded = str(maps.world(several, lang))
    assert crowded.count('class="tie"') == maps.MOST_LINES
    assert 'href="/8/"' not in crowded and f'href="/{maps.MOST_LINES + 8}/"' in crowded, "the weightiest stay"
    assert maps.world([maps.Pair(("No such state", "None"), "/x/", "x")], lang) is None
    spots = maps.spots([("Oslo", "r1")], ("NOR", "PER"))
    drawn = maps.of_places(spots, ("NOR", "PER"), lang)
    assert drawn is not None and f'href="#{maps.anchor(spots[0])}"' in drawn


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_timeline_stands_as_a_list_too(lang: str) -> None:
    told = made.dossier()
    drawn = charts.timeline(told, lang)
    assert drawn is not None
    marks = set(lxml_html.fragment_fromstring(drawn).xpath(".//a/@href"))
    listed = lxml_html.fragment_fromstring(as_list(told, lang)).xpath(".//a/@href")
    assert marks == set(listed) and len(listed) == len(set(listed)) > 5


HOSTILE = ("=1+1", "+7 495", "-2+3", "@SUM(A1)", "\t=1+1", " =HYPERLINK(1)", "\r=1", "＝1")


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula(text: str, form: str) -> None:
    told = dossier(Visit(from_="NOR", to="PER", place=text, occasion=text))
    written = sheets.write(form, told, told.lines, "en", "https://site.example")
    for value in _cells(form, written):
        assert not str(value).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝")), value


def _cells(form: str, written: bytes) -> list[object]:
    if form == "csv":
        return [cell for row in csv.reader(io.StringIO(written.decode("utf-8-sig"))) for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(written)).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert all(cell.data_type != "f" for cell in cells)
    return [cell.value for cell in cells]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_has_a_row_a_record_and_its_words(lang: str) -> None:
    told = made.dossier()
    lines = [line for line in told.lines if line.kind == "trade"]
    rows = list(
        csv.DictReader(io.StringIO(sheets.write("csv", told, lines, lang, "https://s").decode("utf-8-sig")))
    )
    assert [row["id"] for row in rows] == [line.id for line in lines]
    assert all(float(row["value"]) == line.slots.value for row, line in zip(rows, lines, strict=True))  # type: ignore[attr-defined]
    whole = json.loads(sheets.write("json", told, told.lines, lang, "https://s"))
    assert len(whole["records"]) == len(told.lines)
    assert all(source["words"] for one in whole["records"] for source in one["sources"])


def test_a_citation_cannot_leave_its_entry() -> None:
    one = Citation("A {title} with % and \\end{x}", "https://s.example/kaz-isr/", datetime.date(2026, 2, 3))
    entry = one.bibtex()
    assert entry.startswith("@online{comity-kaz-isr,") and "urldate = {2026-02-03}" in entry
    inside = entry.replace("\\{", "").replace("\\}", "")
    assert inside.count("{") == inside.count("}")
    assert "\\end" not in entry
    assert one.ris().splitlines()[0] == "TY  - ELEC" and "Y2  - 2026/02/03" in one.ris()
    assert json.loads(one.csl())[0]["accessed"] == {"date-parts": [[2026, 2, 3]]}
    assert "3 February 2026" in one.words()
    russian = Citation("Заголовок", "https://s.example/", datetime.date(2026, 2, 3), "ru").words()
    assert "3 февраля 2026" in russian


def test_one_flow_told_by_both_sides_has_one_colour_and_two_patterns() -> None:
    told = dossier(
        Trade(
            reporter="NOR",
            partner="PER",
            flow="export",
            value=120e6,
            currency="USD",
            period=Date.parse("2019"),
        ),
        Trade(
            reporter="PER",
            partner="NOR",
            flow="import",
            value=140e6,
            currency="USD",
            period=Date.parse("2019"),
        ),
        Trade(
            reporter="NOR",
            partner="PER",
            flow="import",
            value=80e6,
            currency="USD",
            period=Date.parse("2019"),
        ),
    )
    (drawn,) = charts.trade(told, "en")
    bars = lxml_html.fragment_fromstring(drawn, create_parent="div").xpath(
        ".//svg[@class='trade']//rect/@class"
    )
    assert bars == ["bar c1 by1", "bar c1 by2", "bar c2 by1"]
    assert drawn.count("stripes") == 2, "the bar and its place in the legend"
