"""Plain text, its language and its date; what is no document; folders."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.sources import LIMITS, Limits, SourceError, find, from_bytes, load
from comity.sources.date import metadata_date, parse_line, stated_date
from comity.sources.language import detect, runs
from tests.sources.makers import archive, pdf


@pytest.mark.parametrize("text", ["A\r\nB\r\n", "\ufeffТекст\n", "no end", "tabs\tand  spaces \n\n\n"])
def test_text_is_the_file_decoded(tmp_path: Path, text: str) -> None:
    path = tmp_path / "embassy.page.txt"
    path.write_bytes(text.encode())
    document = load(path)
    assert document.text == path.read_bytes().decode("utf-8")
    assert document.id == "embassy.page"
    assert document.anchors == ()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "binary"),
        (b"words with a nil byte\x00 in them", "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "an image"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "an old office document"),
        (b"{\\rtf1 words}", "a rich text (RTF) document"),
        (b"\x1f\x8b\x08" + bytes(9), "packed with gzip"),
        (b"PK\x03\x04" + bytes(60), "a damaged archive"),
        (archive({"a.txt": b"words"}), "an archive"),
        (
            archive({"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"<a/>"}),
            "an office document of another kind",
        ),
        (archive({"word/document.xml": b"<a/>"}), "a damaged DOCX document"),
        (b"%PDF-1.4\nbroken", "a damaged PDF"),
        (pdf([[]]), "no text layer"),
        (b"<html><body><script>x</script></body></html>", "no text in the page"),
    ],
)
def test_what_is_no_document(data: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        from_bytes(data, "given.bin")
    assert caught.value.problem == problem
    assert caught.value.remedy
    assert str(caught.value) == f"given.bin: {problem}; {caught.value.remedy}"


def test_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b"\x20" * 80_000_000})
    with pytest.raises(SourceError, match="unpacks to 80 MB"):
        from_bytes(bomb, "bomb.docx")


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_a_way_that_unpacks_without_bound_is_refused(packing: int) -> None:
    members = {"[Content_Types].xml": b"<a/>", "word/document.xml": b"\x20" * 100_000}
    with pytest.raises(SourceError, match="packed in a way"):
        from_bytes(archive(members, packing), "bomb.docx")


@pytest.mark.parametrize("name", ["n" * 240 + ".txt", "имя" * 70 + ".txt"])
def test_a_very_long_name_gives_an_id_that_a_register_has_room_for(name: str) -> None:
    one, other = from_bytes(b"One text.", name), from_bytes(b"Another.", name)
    assert len(one.id) == 180 and one.id != other.id and one.name == name
    assert from_bytes(b"One text.", "n" * 180 + ".txt").id == "n" * 180


def test_limits() -> None:
    with pytest.raises(SourceError, match="too large"):
        from_bytes(b"word " * 10, "a.txt", Limits(text=10))
    with pytest.raises(SourceError, match="2 pages, the limit is 1"):
        from_bytes(pdf([[(50, 700, 10, "One")], [(50, 700, 10, "Two")]]), "a.pdf", Limits(pages=1))


def test_large_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as out:
        out.truncate(LIMITS.largest + 1)
    with pytest.raises(SourceError, match="too large"):
        load(path)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, problem in [
        (tmp_path / "none.txt", "not there"),
        (tmp_path, "a folder, not a document"),
        (pipe, "not a regular file"),
        (tmp_path / ("n" * 5000), "unreadable"),
        (tmp_path / "line\nbreak", "not there"),
    ]:
        with pytest.raises(SourceError) as caught:
            load(path)
        assert caught.value.problem.startswith(problem)
        assert "\n" not in str(caught.value)


def test_find(tmp_path: Path) -> None:
    (tmp_path / "b" / "c").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    for name in ("z.txt", "b/a.HTML", "b/c/d.pdf", "b/e.docx", "b/photo.jpg", ".hidden.txt", "b/notes"):
        (tmp_path / name).write_text("x")
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    expected = [tmp_path / name for name in ("b/a.HTML", "b/c/d.pdf", "b/e.docx", "z.txt")]
    assert find([tmp_path]) == expected
    assert find([tmp_path, tmp_path / "z.txt", tmp_path / "b" / "notes"]) == sorted(
        [*expected, tmp_path / "b/notes"]
    )
    for bad, problem in [(tmp_path / "empty", "without documents"), (tmp_path / "gone", "not there")]:
        with pytest.raises(SourceError, match=problem):
            find([bad])


@given(
    st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a", "", ".", "\udc80"])
)
def test_any_bytes_are_a_document_or_an_error(data: bytes, name: str) -> None:
    try:
        document = from_bytes(data, name)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        document.text.encode()
        document.name.encode()
        assert "\x00" not in document.text


@given(
    st.sampled_from([b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"\xfe\xff"]),
    st.binary(max_size=300),
)
def test_any_bytes_behind_a_signature(signature: bytes, data: bytes) -> None:
    try:
        from_bytes(signature + data, "a")
    except SourceError as error:
        assert error.problem


@given(st.data())
def test_damaged_documents(data: st.DataObject) -> None:
    whole = data.draw(
        st.sampled_from([pdf([[(50, 700, 10, "Relations of states")]]), archive({"word/document.xml": b"<"})])
    )
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        from_bytes(broken, "a.pdf")
    except SourceError as error:
        assert error.problem


def test_importing_is_cheap() -> None:
    code = (
        "import sys, comity.sources;"
        "heavy = {'trafilatura', 'lxml', 'docx', 'pypdfium2', 'charset_normalizer', 'babel'};"
        "print(heavy & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("June 2006", "2006-06"),
        ("Published 12 May 2014", "2014-05-12"),
        ("Posted on: May 12th, 2014", "2014-05-12"),
        ("Astana, 3 March 2011", "2011-03-03"),
        ("MOSCOW, April 10, 2002 –", "2002-04-10"),
        ("12.05.2014", "2014-05-12"),
        ("2014-05-12 10:30", "2014-05-12"),
        ("Москва, 5 июня 2003 года", "2003-06-05"),
        ("Июнь 2006 г.", "2006-06"),
        ("Опубликовано: 12 мая 2014 г., 10:30", "2014-05-12"),
        ("«12» мая 2014 г.", "2014-05-12"),
        ("Monday, 12 May 2014", "2014-05-12"),
        ("понедельник, 12 мая 2014", "2014-05-12"),
        ("In June 2006 the President paid a visit", None),
        ("The embassy was opened in June 2006", None),
        ("31 February 2014", None),
        ("45.13.2014", None),
        ("1992", None),
        ("June 1992 – March 1995", None),
        ("Visits in May 2014: none", None),
        ("4 соглашения подписаны в мае 2014 года", None),
        ("May 3014", None),
    ],
)
def test_date_lines(line: str, date: str | None) -> None:
    found = parse_line(line)
    assert (str(found) if found else None) == date


def test_stated_date_is_that_of_the_end_then_of_the_beginning() -> None:
    body = "\n".join(["The two states have had relations since 3 May 1992."] * 30)
    assert str(stated_date(f"Astana, 1 May 2010\n{body}\n\nJune 2012\n")) == "2012-06"
    assert str(stated_date(f"Astana, 1 May 2010\n{body}")) == "2010-05-01"
    assert stated_date(body) is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2014-05-12T10:00:00+03:00", "2014-05-12"),
        ("20140512", "2014-05-12"),
        ("2014-05", "2014-05"),
        ("Mon, 12 May 2014 10:00:00 GMT", "2014-05-12"),
        ("yesterday", None),
        ("2014-99-99", None),
        ("", None),
    ],
)
def test_metadata_dates(value: str, date: str | None) -> None:
    found = metadata_date(value)
    assert (str(found) if found else None) == date


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The embassy was opened in 1992.", "en"),
        ("Посольство открыто в 1992 году.", "ru"),
        ("ПОСОЛЬСТВО", "ru"),
        ("Les relations entre les deux pays ont été établies en 1992.", ""),
        ("Die Botschaft wurde 1992 eröffnet und ist in Berlin.", ""),
        ("Посольство відкрито і діє в Києві з 1992 року.", ""),
        ("Елшілік 1992 жылы ашылды, қазақ елінің өкілі келді.", ""),
        ("Дипломатическите отношения са установени през 1992 г. и се развиват.", ""),
        ("השגרירות נפתחה", ""),
        ("1992 — 1995", ""),
        ("", ""),
    ],
)
def test_language(text: str, language: str) -> None:
    assert detect(text) == language


def test_runs_cover_the_text_by_paragraph() -> None:
    english = "Trade\n\nThe trade of the two states has grown.\n\n"
    russian = "Визиты\n\nВ 1992 году Министр был в столице с визитом."
    text = english + russian
    assert [(text[a:b].strip(), lang) for a, b, lang in runs(text)] == [
        (english.strip(), "en"),
        (russian, "ru"),
    ]


@given(st.text(alphabet="ab the и в посол \n\r1.", max_size=300))
def test_runs_have_no_gaps(text: str) -> None:
    found = runs(text)
    assert "".join(text[a:b] for a, b, _ in found) == text
    assert all(language in ("en", "ru", "") for _, _, language in found)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Relations with Norway", "Relations with Norway"),
        ("]]", ""),
        ("* * *", ""),
        ("Посол вручил грамоты\nПосол вручил грамоты", "Посол вручил грамоты"),
        ("The ambassador arrives\nThe ambassador arrives", "The ambassador arrives"),
    ],
)
def test_a_title_has_letters_and_is_told_once(tmp_path: Path, head: str, title: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{head}\n\nThe embassy was opened in 1995.\n", encoding="utf-8")
    assert load(path).title == title
