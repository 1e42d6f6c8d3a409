"""The page and the Markdown of a dossier: every line leads to its words; nothing of a document is markup."""

from __future__ import annotations

import itertools
import re

import pytest
from lxml import html as lxml_html

from comity.checking import check
from comity.model import codec
from comity.publishing import charts, html, markdown
from comity.publishing.dossier import build
from comity.publishing.wording import LANGUAGES, sentence, text
from tests.publishing import made

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE claims; --",
    "javascript:alert(1)",
    "</style><script>alert(1)</script>",
    "{{ 7*7 }} {% load %} ${x} %s {0} {a.__class__}",
    "[x](javascript:alert(1)) | a | b | `code` **bold** <!-- -->",
    "abc\u202edcba\u0000\u0007",
    "&lt;b&gt; &amp; ]]>",
]


def page(lang: str, dossier: object = None) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html.render(dossier or made.dossier(), lang))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_on_the_page_resolves(lang: str) -> None:
    tree = page(lang)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [str(one) for one in tree.xpath("//a/@href")]
    assert len(links) > 100
    assert {link for link in links if link.startswith("#")} <= {f"#{one}" for one in ids}
    assert all(link.startswith("#") for link in links), "a page in one file leads nowhere else"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_has_a_source_and_the_source_its_words(lang: str) -> None:
    tree = page(lang)
    dossier = made.dossier()
    for line in dossier.lines:
        (element,) = tree.xpath(f"//*[@id='r-{line.id}']")
        refs = [link[1:] for link in element.xpath(".//a[@class='ref']/@href")]
        assert refs[: len(line.sources)] == [f"s{source.number}" for source in line.sources]
        for source in line.sources:
            (words,) = tree.xpath(f"//*[@id='s{source.number}']")
            assert [quote.text_content() for quote in words.xpath(".//q")] == [
                " ".join(run.split()) for run in source.words
            ]
            assert words.xpath(".//q/@lang") == [source.language] * len(source.words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_glance_is_sourced_too(lang: str) -> None:
    tree = page(lang)
    entries = tree.xpath("//dl[@class='glance']/div")
    assert len(entries) == 9
    for entry in entries:
        term = entry.xpath("string(dt)")
        if term != text("glance.agreements", lang):
            assert entry.xpath(".//a[@class='ref']"), term


@pytest.mark.parametrize("lang", LANGUAGES)
def test_differences_stand_side_by_side(lang: str) -> None:
    (told,) = page(lang).xpath("//section[@id='missions']//p[@class='difference']")
    said = told.text_content()
    assert ("May 1996" in said and "November 1995" in said) if lang == "en" else "ноябрь 1995" in said
    assert len(told.xpath(".//a[@class='ref']")) == 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_is_well_made(lang: str) -> None:
    tree = page(lang)
    assert tree.get("lang") == lang
    assert len(tree.xpath("//h1")) == 1
    assert not tree.xpath("//script | //@style | //@onclick | //iframe | //form")
    for table in tree.xpath("//table"):
        assert table.xpath("caption")
        assert table.xpath("thead//th[@scope='col']")
    levels = [int(one.tag[1]) for one in tree.xpath("//h1 | //h2 | //h3")]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    for svg in tree.xpath("//*[local-name()='svg'][not(@aria-hidden)][not(ancestor::*[local-name()='svg'])]"):
        assert svg.get("role") == "group"
        assert svg.get("aria-label") or svg.xpath("./*[local-name()='title']/text()")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_are_on_the_page(lang: str) -> None:
    dossier = made.dossier()
    said = page(lang).text_content()
    tables = {"tenure", "visit", "agreement", "session", "trade"}
    for line in dossier.lines:
        if line.kind not in tables:
            assert sentence(line.slots, lang, dossier.dyad) in said


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_stay_texts(hostile: str, lang: str) -> None:
    tree = page(lang, made.hostile(hostile))
    plain = page(lang)
    allowed = {one.tag for one in plain.iter() if isinstance(one.tag, str)}
    assert {one.tag for one in tree.iter() if isinstance(one.tag, str)} <= allowed
    assert not [
        name for one in tree.iter() for name in one.attrib if name.startswith("on") or name == "style"
    ]
    assert all(link.startswith("#") for link in tree.xpath("//a/@href"))
    rendered = html.render(made.hostile(hostile), lang)
    assert "\u202e" not in rendered and "\x00" not in rendered
    if "\u202e" in hostile:
        assert "⟨U+202E⟩" in rendered


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_texts_stay_texts_in_markdown(hostile: str) -> None:
    said = markdown.render(made.hostile(hostile), "en")
    assert not re.search(r"(?<!\\)<", said)
    assert "](javascript" not in said.replace(r"\]", "")
    width = {}
    for line in said.splitlines():
        if line.startswith("| "):
            width[len(re.findall(r"(?<!\\)\|", line))] = line
    assert set(width) <= {5, 6, 7}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_markdown_footnotes_all_resolve(lang: str) -> None:
    said = markdown.render(made.dossier(), lang)
    defined = set(re.findall(r"^\[\^(\d+)\]:", said, re.MULTILINE))
    cited = set(re.findall(r"\[\^(\d+)\](?!:)", said))
    assert defined == cited == {str(source.number) for source in made.dossier().sources}
    assert said.startswith("# ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_are_svg_whose_marks_lead_to_lines(lang: str) -> None:
    dossier = made.dossier()
    drawn = charts.timeline(dossier, lang)
    assert drawn is not None
    ids = {f"#r-{line.id}" for line in dossier.lines}
    figures = [drawn, *charts.trade(dossier, lang)]
    network = charts.network(dossier, lang)
    for figure in figures if network is None else [*figures, network]:
        links = [
            str(link)
            for link in lxml_html.fragment_fromstring(figure, create_parent="div").xpath(".//a/@href")
        ]
        assert links and set(links) <= ids
        assert "style=" not in figure and "<style" not in figure and "<script" not in figure


def test_one_trade_chart_a_currency() -> None:
    assert len(charts.trade(made.dossier(), "en")) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_are_told_with_severity_code_and_words(lang: str) -> None:
    found = check(made.claims(), made.records(), (), list(made.documents().values()))
    assert {one.code for one in found} & {"C202", "C205", "C502", "C304"}
    dossier = made.dossier(tuple(found))
    tree = page(lang, dossier)
    said = markdown.render(dossier, lang)
    for one in dossier.findings:
        (told,) = tree.xpath(f"//*[@id='f-{one.finding.id}']")
        assert told.text_content().startswith(
            f"{text(f'severity.{one.finding.severity}', lang)} {one.finding.code} "
        )
        assert len(told.xpath(".//a[@class='ref']")) == len(one.sources) > 0
        assert f" {one.finding.code} " in said


def test_an_empty_dossier_is_a_page_too() -> None:
    for lang in LANGUAGES:
        empty = build(("FRA", "DEU"), (), (), (), (), {})
        assert text("findings.none", lang) in html.render(empty, lang)
        assert markdown.render(empty, lang)


def test_the_same_dossier_gives_the_same_page() -> None:
    assert html.render(made.dossier(), "ru") == html.render(made.dossier(), "ru")
    assert codec.encode(made.dossier())
