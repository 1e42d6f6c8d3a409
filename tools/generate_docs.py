"""Write the pages of docs/ that are made from the code: `make docs`."""

from __future__ import annotations

from pathlib import Path

from comity.checking import catalogue
from comity.model import dictionary, schema

DOCS = Path(__file__).parents[1] / "docs"

PAGES = {
    "claims.md": dictionary.markdown,
    "claim.schema.json": schema.schema_text,
    "rules.md": catalogue.markdown,
}


def main() -> None:
    """Write every page."""
    for name, text in PAGES.items():
        (DOCS / name).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
