"""The colours of the style sheets: text and marks stand out from their ground as WCAG AA asks (4.5 to 1)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import comity.publishing

HOME = Path(comity.publishing.__file__).parents[1]
SHEET = (HOME / "publishing/static/comity/dossier.css").read_text(encoding="utf-8")
SITE = (HOME / "web/static/comity/site.css").read_text(encoding="utf-8")


def colours(sheet: str, start: str) -> dict[str, str]:
    block = sheet[sheet.index(start) :]
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6})", block[: block.index("}")]))


LIGHT = colours(SHEET, ":root")
DARK = LIGHT | colours(SHEET[SHEET.index("prefers-color-scheme: dark") :], ":root")


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "quiet", "link", "error", "warning", "info"])
@pytest.mark.parametrize("ground", ["ground", "paper", "mark"])
def test_text_stands_out(scheme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("mark", ["visits", "agreements", "sessions", "events"])
def test_marks_stand_out(scheme: dict[str, str], mark: str) -> None:
    assert contrast(scheme[mark], scheme["ground"]) >= 3
    assert contrast(scheme["heads-ink"], scheme["heads-a"]) >= 4.5


def test_text_stands_out_from_every_kind_of_claim() -> None:
    light, dark = SITE.split("prefers-color-scheme: dark")
    for sheet, scheme in ((light, LIGHT), (dark, DARK)):
        grounds = re.findall(r"--k: (#[0-9a-f]{6})", sheet)
        assert len(grounds) == 9
        assert all(contrast(scheme["ink"], ground) >= 4.5 for ground in grounds)


def test_a_flow_of_trade_has_one_colour_on_the_site_on_paper_and_in_a_brief() -> None:
    from comity.publishing.charts import flows

    sheet = [LIGHT[f"c{number}"] for number in range(1, len(flows.COLOURS) + 1)]
    paper = colours(SHEET[SHEET.index("@media print") :], ":root")
    assert (
        sheet == list(flows.COLOURS) == [paper[f"c{number}"] for number in range(1, len(flows.COLOURS) + 1)]
    )
    for scheme in (LIGHT, DARK):
        assert all(contrast(scheme[f"c{number}"], scheme["ground"]) >= 3 for number in range(1, 6))
    # In grey too: an office's printer has no other ink.
    assert contrast(flows.COLOURS[0], flows.COLOURS[1]) >= 2


def test_an_export_and_the_import_that_it_is_have_one_colour() -> None:
    from comity.model.claim import Trade
    from comity.publishing.charts import flows

    dyad = ("NOR", "PER")
    sold = Trade(reporter="NOR", partner="PER", flow="export")
    bought = Trade(reporter="PER", partner="NOR", flow="import")
    other = Trade(reporter="PER", partner="NOR", flow="export")
    places = [flows.colour(flows.of_figure(one, dyad), dyad) for one in (sold, bought, other)]
    assert places == [0, 0, 1]
    assert [flows.reporter(one, dyad) for one in (sold, bought)] == [1, 2]
    assert flows.colour(flows.of_figure(Trade(flow="turnover"), dyad), dyad) == 2
