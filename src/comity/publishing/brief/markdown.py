"""A brief as Markdown (GitHub's, with tables and footnotes)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from comity.publishing.brief import notes
from comity.publishing.brief.model import Brief, Chart, Item, Section
from comity.publishing.markdown import escape
from comity.publishing.wording import text


def render(brief: Brief) -> str:
    """The brief as a Markdown document. The chart is told in words: a picture would be a second file."""
    numbers = brief.numbers()

    def refs(item: Item | Chart) -> str:
        return "".join(f"[^{number}]" for number in sorted(numbers[source] for source in item.sources))

    blocks = [f"# {escape(brief.title)}", escape(brief.made)]
    for section in brief.sections:
        blocks.append(f"## {escape(section.heading)}")
        blocks.append("\n".join(_line(item, refs(item)) for item in section.items))
        blocks.append("\n".join(_table(section, refs, brief.lang)))
        if section.chart is not None:
            chart = section.chart
            blocks.append(f"*{escape(chart.title)}.* {escape(chart.description)}{refs(chart)}")
    blocks.append(f"## {escape(text('sources.documents', brief.lang))}")
    blocks.append("\n".join(f"- {escape(notes.document(one, brief.lang))}" for one in brief.cited))
    blocks.extend(escape(said) for said in (notes.more(brief), notes.generated(brief)) if said)
    blocks.append(
        "\n".join(
            f"[^{number}]: {escape(notes.note(source, brief.lang))}" for source, number in numbers.items()
        )
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _line(item: Item, refs: str) -> str:
    label = f"**{escape(item.label)}** " if item.label else ""
    return f"- {label}{escape(item.cells[0])}{refs}"


def _table(section: Section, refs: Callable[[Item], str], lang: str) -> Iterator[str]:
    if not section.rows:
        return
    heads = [*section.columns, text("column.sources", lang)]
    yield _row(map(escape, heads))
    yield _row(["---"] * len(heads))
    for row in section.rows:
        yield _row([*map(escape, row.cells), refs(row)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell or ' ' for cell in cells)} |"
