"""What a dossier holds."""

from __future__ import annotations

import re

import pytest

from comity.model import codec
from comity.model.claim import Claim, Mission, Tenure, Trade, Visit
from comity.model.document import Document
from comity.model.edtf import Date
from comity.model.record import Evidence, Finding, Record
from comity.publishing import charts, heads, html
from comity.publishing.dossier import SECTIONS, Dossier, build
from tests.publishing import made


def test_every_record_is_a_line_with_its_words() -> None:
    dossier = made.dossier()
    assert {line.id for line in dossier.lines} == {record.id for record in made.records()}
    texts = made.documents()
    for line in dossier.lines:
        assert line.sources
        for source in line.sources:
            assert source.words == tuple(texts[source.doc].text[start:end] for start, end in source.runs)
            assert texts[source.doc].position(source.runs[0][0]) == (source.line, source.column)


def test_sources_are_numbered_once_in_order() -> None:
    dossier = made.dossier()
    assert [source.number for source in dossier.sources] == list(range(1, len(dossier.sources) + 1))
    cited = [source.number for line in dossier.lines for source in line.sources]
    assert cited == sorted(cited)
    assert set(cited) == {source.number for source in dossier.sources}


def test_sections_are_in_the_order_of_a_ministry() -> None:
    keys = [section.key for section in made.dossier().sections]
    assert keys == list(SECTIONS)


def test_at_a_glance() -> None:
    glance = made.dossier().at_a_glance
    assert glance.since is not None
    assert str(glance.since.date) == "1992-04-10"
    assert glance.last_act is None
    kazakhstan, israel = glance.sides
    assert (kazakhstan.state, kazakhstan.towards) == ("KAZ", "ISR")
    assert kazakhstan.head is not None and not kazakhstan.head_in_office
    assert codec.plain(kazakhstan.head.slots)["person"]["name"] == "Marat Omar"
    assert israel.head is not None and israel.head_in_office
    assert [str(line.date) for line in israel.missions] == ["1992-08"]
    assert kazakhstan.last_visit is not None
    assert str(kazakhstan.last_visit.date) == "2000-04-03/2000-04-05"
    assert glance.agreements == 2, "a draft is not agreed"
    assert glance.trade is not None
    assert isinstance(glance.trade.slots, Trade) and glance.trade.slots.value == 2200000000


def test_directions_are_told_apart() -> None:
    groups = {
        group.sides: group
        for section in made.dossier().sections
        for group in section.groups
        if group.key == "visit"
    }
    assert set(groups) == {("KAZ", "ISR"), ("ISR", "KAZ")}
    for sides, group in groups.items():
        for line in group.lines:
            assert isinstance(line.slots, Visit)
            assert (line.slots.from_, line.slots.to) == sides


def test_a_record_of_neither_direction_is_not_lost() -> None:
    claim = made.claims()[2]
    record = Record(
        id="odd", kind="mission", dyad=("ISR", "KAZ"), slots=Mission(type="embassy"), claims=(claim.id,)
    )
    dossier = build(made.DYAD, made.claims(), [record], (), (), made.documents())
    assert [line.id for line in dossier.lines] == ["odd"]


def test_the_other_order_of_the_dyad_tells_the_other_side_first() -> None:
    turned = build(("ISR", "KAZ"), made.claims(), made.records(), (), (), made.documents())
    assert turned.at_a_glance.sides[0].state == "ISR"
    assert {line.id for line in turned.lines} == {line.id for line in made.dossier().lines}


def test_records_of_others_and_without_words_are_left_out() -> None:
    claim = made.claims()[0]
    other = Record(id="other", kind="relations", dyad=("FRA", "KAZ"), slots=claim.slots, claims=(claim.id,))
    wordless = Record(
        id="wordless", kind="relations", dyad=("ISR", "KAZ"), slots=claim.slots, claims=("none",)
    )
    dossier = build(made.DYAD, made.claims(), [other, wordless], (), (), made.documents())
    assert dossier.lines == ()


@pytest.mark.parametrize(("signs", "shown", "more"), [(6, 6, 0), (40, 6, 34)])
def test_of_many_words_without_a_claim_the_first_are_sources(signs: int, shown: int, more: int) -> None:
    evidence = tuple(Evidence(doc="page-en", span=(place, place + 1)) for place in range(signs))
    finding = Finding(
        id="f1", code="C406", severity="warning", dyad=("KAZ", "ISR"), evidence=evidence,
        values={"number": str(signs), "words": "x"},
    )  # fmt: skip
    told = made.dossier((finding,))
    assert (len(told.findings[0].sources), told.findings[0].more) == (shown, more)
    assert (f"and {more} more" in html.render(told, "en")) is bool(more)


def test_findings_come_with_their_words() -> None:
    claim = made.claims()[1]
    finding = Finding(
        id="f1", code="C205", severity="warning", dyad=("ISR", "KAZ"), evidence=(made.evidence(claim),)
    )
    found = made.dossier((finding,)).findings
    assert [source.claim for source in found[0].sources] == [claim.id]


def test_a_missing_document_is_an_error() -> None:
    documents = made.documents()
    del documents["page-ru"]
    with pytest.raises(KeyError):
        build(made.DYAD, made.claims(), made.records(), (), (), documents)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert codec.encode(made.dossier()) == codec.encode(made.dossier())


def test_nothing_held_is_an_empty_dossier() -> None:
    dossier = build(("FRA", "DEU"), (), (), (), (), {})
    assert (dossier.sections, dossier.sources, dossier.at_a_glance.since) == ((), (), None)


def test_an_old_page_does_not_keep_a_head_in_office() -> None:
    """Who took office last is the head of mission, though an older page knows of no end of another's term."""

    def tenure(name: str, date: str) -> dict[str, object]:
        return {"person": {"name": name, "office": "Ambassador"}, "of": "KAZ", "to": "ISR", "date": date}

    def sides(*several: tuple[str, str]) -> tuple[str, bool]:
        claims = made.claims()[: len(several)]
        records = [
            Record(
                id=f"t{number}",
                kind="tenure",
                dyad=("ISR", "KAZ"),
                slots=codec.slots_of("tenure", tenure(*one)),
                claims=(claim.id,),
            )
            for number, (one, claim) in enumerate(zip(several, claims, strict=True))
        ]
        dossier = build(made.DYAD, claims, records, (), (), made.documents())
        side = dossier.at_a_glance.sides[0]
        assert side.head is not None and isinstance(side.head.slots, Tenure) and side.head.slots.person
        assert str(side.head_told) == "2017-03"
        return side.head.slots.person.name or "", side.head_in_office

    assert sides(("Old", "2004/.."), ("New", "2008/2012")) == ("New", False)
    assert sides(("Old", "2004/.."), ("New", "2008/..")) == ("New", True)
    assert sides(("Old", "2004/2008")) == ("Old", False)


def test_relations_without_a_date_are_told_at_a_glance() -> None:
    claim = made.claims()[1]
    slots = codec.slots_of("relations", {"parties": ["EST", "MEX"], "act": "resumed"})
    record = Record(id="r", kind="relations", dyad=("ISR", "KAZ"), slots=slots, claims=(claim.id,))
    glance = build(made.DYAD, [claim], [record], (), (), made.documents()).at_a_glance
    assert glance.since is None
    assert glance.last_act is not None


def _told(*told: tuple[str, dict[str, object]], date: str = "") -> Dossier:
    """The dossier of a page that tells only these, a line each, in this order."""
    text = "\n".join(f"line {place}" for place, _ in enumerate(told))
    page = Document(id="page", name="page.txt", sha256="1" * 64, text=text, language="en",
                    date=Date.parse(date) if date else None)  # fmt: skip
    claims, records = [], []
    for place, (kind, slots) in enumerate(told):
        # The ids run against the order of the page, which alone must count.
        one = Claim(id=f"{99 - place:016x}", doc="page", kind=kind, evidence=((place * 7, place * 7 + 6),),
                    slots=codec.slots_of(kind, slots))  # fmt: skip
        claims.append(one)
        records.append(
            Record(id=f"r{99 - place}", kind=kind, dyad=("ISR", "KAZ"), slots=one.slots, claims=(one.id,))
        )
    return build(made.DYAD, claims, records, (), (), {"page": page})


def _head(name: str, date: str = "") -> tuple[str, dict[str, object]]:
    slots: dict[str, object] = {"person": {"name": name, "office": "Ambassador"}, "of": "KAZ", "to": "ISR"}
    return "tenure", slots | ({"date": date} if date else {})


def test_a_page_without_a_date_keeps_nobody_in_office() -> None:
    side = _told(_head("Anna Lind", "1927/..")).at_a_glance.sides[0]
    assert side.head is not None and not side.head_in_office
    assert heads.heading(side, "en") == "Last known head of mission of Kazakhstan in Israel"
    assert heads.term(side, "en") == "from 1927 (no end is told)"
    assert heads.term(side, "ru") == "с 1927 г. (окончание не указано)"
    dated = _told(_head("Anna Lind", "1927/.."), date="1930-05").at_a_glance.sides[0]
    assert dated.head_in_office
    assert heads.term(dated, "en") == "since 1927 (as told in May 1930)"


def test_heads_without_a_date_may_have_come_later() -> None:
    dossier = _told(_head("Anna Lind", "1918/.."), _head("Zoe Berg"), _head("Adam Ek"))
    side = dossier.at_a_glance.sides[0]
    assert heads.heading(side, "en").endswith("of whom a date is told")
    assert heads.heading(side, "ru").endswith("о котором известна дата")
    told = [
        line.slots.person.name
        for line in dossier.lines
        if isinstance(line.slots, Tenure) and line.slots.person
    ]
    assert told == ["Anna Lind", "Zoe Berg", "Adam Ek"], "those without a date are in the order of the page"


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_no_bar_is_drawn_to_the_present_for_a_term_without_an_end(lang: str) -> None:
    visit = ("visit", {"from": "KAZ", "to": "ISR", "date": "2017"})
    drawn = str(charts.timeline(_told(_head("Anna Lind", "1927/.."), visit), lang))
    widths = [float(width) for width in re.findall(r'<svg x="[\d.]+%" y="2" width="([\d.]+)%"', drawn)]
    assert widths and max(widths) < 10
    known = str(charts.timeline(_told(_head("Anna Lind", "1927/.."), visit, date="1980"), lang))
    assert 40 < max(float(one) for one in re.findall(r'<svg x="[\d.]+%" y="2" width="([\d.]+)%"', known)) < 70


def test_both_days_of_establishment_are_told() -> None:
    acts = [
        ("relations", {"parties": ["KAZ", "ISR"], "act": "established", "date": day})
        for day in ("1920", "1991-12")
    ]
    glance = _told(*acts).at_a_glance
    assert [str(line.date) for line in glance.acts] == ["1920", "1991-12"]
    within = [
        ("relations", {"parties": ["KAZ", "ISR"], "act": "established", "date": day})
        for day in ("1991", "1991-12")
    ]
    assert _told(*within).at_a_glance.again is None


def test_the_embassy_is_told_first() -> None:
    posts = [("mission", {"sending": "KAZ", "receiving": "ISR", "type": kind, "act": "opened"})
             for kind in ("honorary-consulate", "consulate", "embassy")]  # fmt: skip
    told = [
        line.slots.type
        for line in _told(*posts).at_a_glance.sides[0].missions
        if isinstance(line.slots, Mission)
    ]
    assert told == ["embassy", "consulate", "honorary-consulate"]


def test_a_year_is_not_its_december() -> None:
    visits = [
        ("visit", {"from": "KAZ", "to": "ISR", "date": day})
        for day in ("2006", "2006-05-08/2006-05-12", "2005")
    ]
    last = _told(*visits).at_a_glance.sides[0].last_visit
    assert last is not None and str(last.date) == "2006-05-08/2006-05-12"
