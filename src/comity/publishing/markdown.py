"""A dossier as Markdown: for notes, mail and version control; sources are footnotes."""

from __future__ import annotations

import re

from comity.checking.messages import message
from comity.publishing import heads, naming, numbers, tables
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier, Group, Line, Section, Side, Source
from comity.publishing.made import made
from comity.publishing.markup import visible
from comity.publishing.wording import counted, names, sentence, state, text

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")


def render(dossier: Dossier, lang: str = "en") -> str:
    """The dossier as Markdown (GitHub's, with tables and footnotes). Texts of documents are escaped."""
    dossier = naming.in_script(dossier, lang)
    a, b = (state(code, lang) for code in dossier.dyad)
    blocks = [
        f"# {escape(text('title', lang, a=a.bare, b=b.bare))}",
        escape(made(dossier, lang)),
        f"## {text('glance', lang)}",
        "\n".join(_glance(dossier, lang)),
    ]
    for section in dossier.sections:
        blocks.append(f"## {text(f'section.{section.key}', lang)}")
        for group in section.groups:
            blocks.extend(_group(group, section, dossier, lang))
    blocks.append(f"## {text('section.findings', lang)}")
    found = [
        f"- **{text(f'severity.{one.finding.severity}', lang)}** {escape(one.finding.code)} "
        f"{escape(message(one.finding, lang))}{_refs(one.sources)}"
        + (f" {counted('more', one.more, lang)}" if one.more else "")
        for one in dossier.findings
    ]
    blocks.append("\n".join(found) or escape(text("findings.none", lang)))
    if any(names.MARK in block for block in blocks):
        blocks.append(escape(text("name.generated", lang)))
    blocks.append(f"## {text('section.sources', lang)}")
    blocks.append("\n".join(_documents(dossier, lang)))
    blocks.append("\n".join(_note(source, lang) for source in dossier.sources))
    return "\n\n".join(block for block in blocks if block) + "\n"


def escape(said: str) -> str:
    """A text with what Markdown and HTML would read as markup escaped, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(visible(said).split())).replace("&", "&amp;")


def _refs(sources: tuple[Source, ...]) -> str:
    return "".join(f"[^{source.number}]" for source in sources)


def _told(line: Line, dossier: Dossier, lang: str) -> str:
    return f"{escape(sentence(line.slots, lang, dossier.dyad))}{_refs(line.sources)}"


def _glance(dossier: Dossier, lang: str) -> list[str]:
    glance = dossier.at_a_glance
    unknown = text("glance.unknown", lang)
    since = " ".join(_told(line, dossier, lang) for line in glance.acts)
    said = [(text("glance.since", lang), since or unknown)]
    for side in glance.sides:
        said.extend(_side(side, dossier, lang))
    agreed = counted("agreements", glance.agreements, lang) if glance.agreements else unknown
    said.append((text("glance.agreements", lang), agreed))
    said.append((text("glance.trade", lang), _told(glance.trade, dossier, lang) if glance.trade else unknown))
    return [f"- **{escape(term)}:** {told}" for term, told in said]


def _side(side: Side, dossier: Dossier, lang: str) -> list[tuple[str, str]]:
    a, b = state(side.state, lang), state(side.towards, lang)
    missions = " ".join(_told(line, dossier, lang) for line in side.missions)
    head = heads.name(side, lang)
    if side.head is not None:
        head = escape(", ".join(filter(None, (head, heads.term(side, lang))))) + _refs(side.head.sources)
    visit = _told(side.last_visit, dossier, lang) if side.last_visit else text("glance.unknown", lang)
    return [
        (text("glance.missions", lang, a=a, b=b), missions or text("glance.unknown", lang)),
        (heads.heading(side, lang), head),
        (text("glance.visit", lang, a=a, b=b), visit),
    ]


def _group(group: Group, section: Section, dossier: Dossier, lang: str) -> list[str]:
    name = tables.heading(group, lang)
    alone = len(section.groups) == 1 and not group.sides
    table = tables.of_group(group, lang, dossier.dyad)
    if table is not None and table.about:
        name, alone = f"{name}: {table.about}", False
    blocks = [] if alone or not name else [f"### {escape(name)}"]
    if table is None:
        items = [f"- {_told(line, dossier, lang)}{_differences(line, dossier, lang)}" for line in group.lines]
        return [*blocks, "\n".join(items)]
    heads = [*(text(f"column.{key}", lang) for key in table.columns), text("column.sources", lang)]
    rows = [_row(heads), _row(["---"] * len(heads))]
    notes = []
    for row in table.rows:
        rows.append(_row([*map(escape, row.cells), _refs(row.line.sources)]))
        if said := _differences(row.line, dossier, lang):
            notes.append(f"- {escape(sentence(row.line.slots, lang, dossier.dyad))}{said}")
    return [*blocks, "\n".join(rows), "\n".join(notes)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"


def _differences(line: Line, dossier: Dossier, lang: str) -> str:
    numbered = {source.claim: source for source in dossier.sources if source.claim}
    said = ""
    for one in line.differences:
        name, values = tables.difference(one, lang, line.kind)
        parts = [
            f"{escape(value)}{_refs(tuple(numbered[claim] for claim in claims if claim in numbered))}"
            for value, claims in values
        ]
        said += f" *{text('difference', lang)} ({escape(name)}):* {'; '.join(parts)}."
    return said


def _documents(dossier: Dossier, lang: str) -> list[str]:
    keys = ("document", "language", "claims", "hash")
    rows = [_row([text(f"sources.{key}", lang) for key in keys]), _row(["---"] * len(keys))]
    for one in dossier.documents:
        name = f"{one.title} ({one.name})" if one.title else one.name
        when = f", {label(one.date, lang)}" if one.date else ""
        language = numbers.language_name(one.language, lang) if one.language else "–"
        rows.append(
            _row([escape(name + when), escape(language), str(one.claims), f"`{escape(one.sha256[:12])}`"])
        )
    return rows


def _note(source: Source, lang: str) -> str:
    quotes = ("«", "»") if lang == "ru" else ("“", "”")
    words = " … ".join(f"{quotes[0]}{escape(run)}{quotes[1]}" for run in source.words)
    position = text("sources.position", lang, doc=source.doc, line=source.line, column=source.column)
    return f"[^{source.number}]: {words} {escape(position)}"
