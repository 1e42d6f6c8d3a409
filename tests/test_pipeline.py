"""Documents to findings in one call, and `comity.read` for notebooks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import comity
from comity import pipeline
from comity.sources import SourceError

PAGE = """The Embassy of Israel in Kazakhstan was opened in August 1992.

The President of Kazakhstan Nursultan Nazarbayev paid an official visit to Israel on April 3-5, 2000.
"""


def test_read_takes_a_path_bytes_and_a_document(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    by_path = comity.read(path)
    by_bytes = comity.read(PAGE.encode(), "page.txt")
    by_document = comity.read(by_path.document)
    assert by_path.claims == by_bytes.claims == by_document.claims
    assert {"mission", "visit"} <= {claim.kind for claim in by_path.claims}


def test_claims_are_a_sequence_with_a_table() -> None:
    reading = comity.read(PAGE.replace("Nursultan", "<b>N</b>").encode(), "page.txt")
    claims = reading.claims
    assert claims[0] in claims and list(claims[:1]) == [claims[0]] and len(claims[1:]) == len(claims) - 1
    html = claims._repr_html_()
    assert html.startswith("<table>") and html.count("<tr>") == len(claims) + 1
    assert "<b>" not in html, "text of documents is text"
    assert repr(claims).splitlines()[0] == f"{len(claims)} claims"
    assert "Embassy of Israel" in claims.words(claims[0])
    assert f"{len(claims)} claims" in repr(reading)
    assert "<table>" in reading._repr_html_()


def test_findings_are_told_in_words_and_stay_findings() -> None:
    reading = comity.read(Path(comity.__file__).parent / "examples" / "kazakhstan-israel-en.txt")
    found = reading.findings
    assert found and found == tuple(found) and all(one.code.startswith("C") for one in found)
    lines = repr(found).splitlines()
    assert len(lines) == len(found) + 1 and lines[1].startswith(f"{found[0].code} ") and ": " in lines[1]
    assert found._repr_html_().count("<tr>") == len(found) + 1
    assert repr(type(found)(found[:1])).startswith("1 finding\n")


def test_one_that_cannot_be_read_is_an_error_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not there"):
        comity.read(tmp_path / "gone.txt")


def test_many_documents_of_which_some_are_bad_or_the_same(tmp_path: Path) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
    (tmp_path / "a" / "page.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b" / "page.txt").write_text(PAGE.replace("2000", "2001"), encoding="utf-8")
    (tmp_path / "c" / "copy.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "c" / "bad.txt").write_bytes(b"\x00" * 100)
    seen: list[object] = []
    result = pipeline.read_paths([tmp_path], seen=seen.append)
    assert len(seen) == 4
    first, second = result.documents
    assert (first.id, second.id) == ("page", f"page-{second.sha256[:8]}")
    assert {claim.doc for claim in result.claims} == {first.id, second.id}
    assert len({claim.id for claim in result.claims}) == len(result.claims)
    (failure,) = result.failures
    assert failure.path.endswith("bad.txt") and "bad.txt" in failure.why
    missions = [record for record in result.records if record.kind == "mission"]
    assert [len(record.claims) for record in missions] == [2], "one embassy, told twice"
    visits = [record for record in result.records if record.kind == "visit"]
    assert len(visits) == 2


def test_a_defect_of_reading_costs_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import comity.reading

    read = comity.reading.read

    def broken(document):
        if document.id == "b":
            raise IndexError("list index\nout of range")
        return read(document)

    monkeypatch.setattr(comity.reading, "read", broken)
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(PAGE + name, encoding="utf-8")
    result = pipeline.read_paths([tmp_path])
    assert [document.id for document in result.documents] == ["a", "c"]
    (failure,) = result.failures
    assert failure.why.startswith(f"{tmp_path / 'b.txt'}: not read for a defect of Comity (IndexError")
    assert "test_pipeline.py:" in failure.why and "\n" not in failure.why
    monkeypatch.setenv("COMITY_DEBUG", "1")
    with pytest.raises(IndexError):
        pipeline.read_file(tmp_path / "b.txt")


def test_damaged_knowledge_is_no_fault_of_a_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pickle

    import comity.reading
    from comity.knowledge import KnowledgeError

    def broken(document):
        raise KnowledgeError("en/offices.toml", 7, "no such key")

    monkeypatch.setattr(comity.reading, "read", broken)
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"en/offices\.toml:7: no such key") as caught:
        pipeline.read_file(tmp_path / "a.txt")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value), "it comes back from a process"


def test_the_same_bytes_in_this_process_and_in_another(tmp_path: Path) -> None:
    from importlib import resources

    from comity import tables

    with resources.as_file(resources.files("comity.examples")) as examples:
        files = sorted(str(path) for path in examples.iterdir() if path.suffix in (".txt", ".html"))
        here = [
            [tables.jsonl(claim) for claim in pipeline.read_document(pipeline.load(f)).claims] for f in files
        ]
        again = [
            [tables.jsonl(claim) for claim in pipeline.read_document(pipeline.load(f)).claims] for f in files
        ]
        assert here == again
        whole = "".join(f"{line}\n" for page in here for line in page)
        assert whole
        for jobs, seed in (("1", "1"), ("2", "271828")):
            done = subprocess.run(
                [sys.executable, "-m", "comity", "read", *files, "--format", "jsonl", "--jobs", jobs],
                capture_output=True,
                cwd=tmp_path,
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True,
            )
            assert done.stdout.decode() == whole, f"{jobs} processes"


def test_paths_keep_their_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    named = [tmp_path / "b.txt", tmp_path]
    assert [path.name for path in pipeline.expand(named)] == ["b.txt", "a.txt"]


def test_importing_comity_costs_nothing() -> None:
    code = "import sys; before = set(sys.modules); import comity; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {name for name in loaded if name.startswith("comity")} == {"comity"}
    assert not loaded & {"click", "django", "msgspec", "rich"}
