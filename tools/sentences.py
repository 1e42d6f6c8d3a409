"""Every form of sentence that a page can say, in both languages, for a reader to look over: `make sentences`.

Writes docs/sentences.md from the cases of the tests. Whoever looks it over says so in its first lines, by `REVIEWED`.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from comity.model import codec
from comity.publishing.markdown import escape
from comity.publishing.wording import sentence, text

HOME = Path(__file__).parents[1]
CASES = HOME / "tests" / "cases" / "publishing" / "sentences.toml"
PAGE = HOME / "docs" / "sentences.md"
REVIEWED = "2026-11-29"
"""When all of it was last read by somebody who would notice."""

HEAD = f"""# What pages say

Every form of sentence, as the program says it today. Made by `make sentences` from the cases of the tests; last read
through, in both languages, on {REVIEWED}. A name with ° was put into the script of the page by rule.

What was found wrong when it was read is mended; what is stiff is so on purpose: where the gender of a person or a
case of a name is not sure, the sentence is worded so that the nominative is right («Визит в Катар: Х. Абдулла»).
"""


def page() -> str:
    """The page as Markdown."""
    cases = tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
    blocks = [HEAD]
    for kind in dict.fromkeys(case["kind"] for case in cases):
        rows = [f"## {text(f'kind.{kind}', 'en')}\n", "| English | Russian |", "| --- | --- |"]
        for case in cases:
            if case["kind"] == kind:
                slots = codec.slots_of(kind, json.loads(case["slots"]))
                said = (escape(sentence(slots, lang, tuple(case["dyad"]))) for lang in ("en", "ru"))
                rows.append(f"| {' | '.join(one.replace('|', chr(92) + '|') for one in said)} |")
        blocks.append("\n".join(rows) + "\n")
    return "\n".join(blocks)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{PAGE.relative_to(HOME)}: {page().count(chr(10) + '| ')} lines")
