"""What a dossier holds."""

from __future__ import annotations

import pytest

from comity.model import codec
from comity.model.claim import Mission, Tenure, Trade, Visit
from comity.model.record import Evidence, Finding, Record
from comity.publishing import html
from comity.publishing.dossier import SECTIONS, build
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
