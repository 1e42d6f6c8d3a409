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
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", block[: block.index("}")]))


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
