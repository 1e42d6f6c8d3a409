"""The catalogue of rules as a page of documentation."""

from __future__ import annotations

from comity.checking.messages import documentation, title
from comity.checking.registry import RULES, SECTIONS

_CHAPTERS = {
    "C1": "Figures",
    "C2": "Time",
    "C3": "Counts, doubles and disagreements",
    "C4": "Names and text",
    "C5": "Gaps",
}


def markdown() -> str:
    """`docs/rules.md`: a table of all rules, then each rule's documentation."""
    lines = [
        "# The rules",
        "",
        "Built from the code by `comity.checking.catalogue.markdown()`. An **error** cannot be,"
        " a **warning** is unlikely, an **info** is a gap: something that the documents do not tell.",
        "",
        "| code | name | severity | what is wrong |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| [{one.code}](#{one.code.lower()}-{one.name}) | {one.name} | {one.severity} | {title(one.code)} |"
        for one in RULES
    ]
    chapter = ""
    for one in RULES:
        if one.code[:2] != chapter:
            chapter = one.code[:2]
            lines += ["", f"## {_CHAPTERS[chapter]}"]
        lines += ["", f"### {one.code} {one.name}", "", f"{title(one.code)}. Severity: {one.severity}."]
        said = documentation(one.code)
        for name in SECTIONS:
            lines += ["", f"**{name}.** {' '.join(said[name].split())}"]
    return "\n".join(lines) + "\n"
