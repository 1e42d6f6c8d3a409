"""Documentation that cannot drift: commands, options, settings and links."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import click
import pytest

from comity.cli import cli

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
DOCS = "\n".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "evaluation/*.md", "benchmarks/*.md")
    for path in ROOT.glob(pattern)
)
# What every command that needs them has, told once.
_COMMON = {"--help", "--db", "--lang", "--output"}


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented_with_its_options(name: str) -> None:
    assert f"comity {name}" in DOCS
    for option in cli.commands[name].params:
        if isinstance(option, click.Option) and not option.hidden:
            names = {*option.opts, *option.secondary_opts}
            told = any(re.search(rf"[ `]{one}[ `]", DOCS) for one in names)
            assert names & _COMMON or told, f"{names} of comity {name}"


def test_every_setting_is_in_the_guide_and_nothing_else() -> None:
    named = re.compile(r"""["'](COMITY_[A-Z_]+|DEMO_[A-Z]+)["']""")
    used = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in named.findall(path.read_text(encoding="utf-8"))
    }
    assert used == set(re.findall(r"^\| `((?:COMITY|DEMO)_[A-Z_]+)` \|", GUIDE, re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if not target.startswith(("http:", "https:")):
            assert (page.parent / target).exists(), target


def test_every_page_is_reached_from_the_readme() -> None:
    named = set(re.findall(r"\]\((docs/[^)#\s]+)", README))
    assert {f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")} <= named


def test_commands_of_the_readme_are_there() -> None:
    for line in re.findall(r"^\$ comity (\w+)", README, re.MULTILINE):
        assert line in cli.commands
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)$", README, re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_the_changes_tell_of_this_version() -> None:
    from comity import __version__

    assert f"\n## {__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_pictures_are_small() -> None:
    pictures = list((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert all(path.stat().st_size < 300_000 for path in pictures)


def test_the_page_of_sentences_is_todays() -> None:
    made = runpy.run_path(str(ROOT / "tools" / "sentences.py"))["page"]()
    assert (ROOT / "docs" / "sentences.md").read_text(encoding="utf-8") == made
