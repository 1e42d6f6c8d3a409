"""A corpus read on Ray: `make ray`, which installs it; no part of `make test`, for Ray is large and slow to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from comity.corpus import CorpusError, OnRay, build
from tests.commands import run

pytestmark = pytest.mark.ray


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of more documents than one task of a cluster has."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(40):
        text = f"The President of Chad visited Benin on {number % 28 + 1} April {1980 + number}.\n"
        (folder / f"page-{number}.txt").write_text(text, encoding="utf-8")
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


def test_ray_makes_the_same_bytes_as_this_machine(pages: Path, tmp_path: Path) -> None:
    # As commands: Ray leaves it to the end of its program to see that its own have ended.
    here = run("corpus", "read", "pages", "-o", "here", "--jobs", "2", cwd=tmp_path)
    ray = run("corpus", "read", "pages", "-o", "ray", "--ray", cwd=tmp_path)
    assert "40 documents read, 40 claims" in here.stderr
    assert (ray.returncode, ray.stderr) == (1, here.stderr.replace("here:", "ray:"))
    held = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.*") if path.is_file()}
        for folder in (tmp_path / "here", tmp_path / "ray")
    ]
    assert len(held[0]) == 5
    assert held[0] == held[1]


def test_a_cluster_that_is_not_there_is_said(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no Ray cluster at"):
        build([pages], tmp_path / "c", OnRay("127.0.0.1:9"))
