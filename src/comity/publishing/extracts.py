"""What a dossier tells beside its records, as sheets to take away: the balance of visits, its people and bodies, its
places, the findings and the words of every source.
"""

from __future__ import annotations

from collections.abc import Callable

from comity.checking.messages import message
from comity.model.claim import State
from comity.publishing import naming, numbers, overview
from comity.publishing.dates import label
from comity.publishing.dossier import Dossier
from comity.publishing.parts import SiteLinks
from comity.publishing.sheets import Sheet, Value
from comity.publishing.wording import names, state, terms, text

Row = tuple[Value, ...]


def extract(dossier: Dossier, key: str, lang: str, address: str) -> Sheet:
    """One of `EXTRACTS` as a sheet; `address` is the site's, before the paths of pages."""
    columns, rows = EXTRACTS[key]
    dossier = naming.in_script(dossier, lang)
    title = text("balance.caption" if key == "balance" else f"section.{key}", lang)
    return Sheet(title, columns(dossier, lang), rows(dossier, lang, address))


def surplus(row: overview.Balance, dyad: tuple[State, State], lang: str) -> str:
    """Which side has made more visits, and by how many."""
    if row.there == row.back:
        return text("balance.even", lang)
    return f"+{abs(row.there - row.back)} {state(dyad[0 if row.there > row.back else 1], lang).bare}"


def _named(**columns: str) -> Callable[[Dossier, str], tuple[tuple[str, str], ...]]:
    """Columns by key, each with the key of its heading."""
    return lambda _dossier, lang: tuple((key, text(name, lang)) for key, name in columns.items())


def _of_balance(dossier: Dossier, lang: str) -> tuple[tuple[str, str], ...]:
    a, b = (state(one, lang) for one in dossier.dyad)
    there, back = (text("balance.direction", lang, a=one, b=other) for one, other in ((a, b), (b, a)))
    return (
        ("rank", text("balance.rank", lang)),
        (f"from_{dossier.dyad[0].casefold()}", there),
        (f"from_{dossier.dyad[1].casefold()}", back),
        ("balance", text("balance", lang)),
    )


def _balance(dossier: Dossier, lang: str, _address: str) -> tuple[Row, ...]:
    return tuple(
        (text(f"rank.{one.rank}", lang), one.there, one.back, surplus(one, dossier.dyad, lang))
        for one in overview.visits(dossier)
    )


def _people(dossier: Dossier, lang: str, _address: str) -> tuple[Row, ...]:
    found = [
        (
            names.person_name(one.name, lang, one.state) if one.kind == "person" else one.name,
            text(f"entity.{one.kind}", lang),
            state(one.state, lang).bare if one.state else "",
            "; ".join(dict.fromkeys(terms.office(office, lang) for office in one.offices)),
            "; ".join(one.names),
            len({mention.claim for mention in one.mentions}),
        )
        for one in dossier.entities
        if one.kind in ("person", "body", "enterprise")
    ]
    return tuple(sorted(found, key=lambda row: (row[1], row[0])))


def _places(dossier: Dossier, lang: str, address: str) -> tuple[Row, ...]:
    return tuple(
        (names.place_name(spot.name, lang), state(spot.state, lang).bare, round(spot.point[1], 2),
         round(spot.point[0], 2), len(spot.records), " ".join(f"{address}/records/{one}/" for one in spot.records))
        for spot in overview.spots(dossier)
    )  # fmt: skip


def _findings(dossier: Dossier, lang: str, address: str) -> tuple[Row, ...]:
    return tuple(
        (
            one.finding.code,
            text(f"severity.{one.finding.severity}", lang),
            message(one.finding, lang),
            " | ".join(" ".join(run.split()) for source in one.sources for run in source.words),
            "; ".join(dict.fromkeys(source.doc for source in one.sources)),
            f"{address}/{'-'.join(dossier.dyad).lower()}/#f-{one.finding.id}",
        )
        for one in dossier.findings
    )


def _sources(dossier: Dossier, lang: str, address: str) -> tuple[Row, ...]:
    held = {one.id: one for one in dossier.documents}
    rows: list[Row] = []
    for source in dossier.sources:
        one = held[source.doc]
        rows.append(
            (
                source.number,
                " | ".join(" ".join(run.split()) for run in source.words),
                one.title or one.name,
                one.name,
                label(one.date, lang) if one.date else "",
                numbers.language_name(source.language, lang) if source.language else "",
                source.line,
                source.column,
                one.sha256,
                source.claim,
                f"{address}{SiteLinks().source(source)}",
            )
        )
    return tuple(rows)


EXTRACTS: dict[
    str,
    tuple[
        Callable[[Dossier, str], tuple[tuple[str, str], ...]],
        Callable[[Dossier, str, str], tuple[Row, ...]],
    ],
] = {
    "balance": (_of_balance, _balance),
    "people": (
        _named(name="column.person", kind="column.type", state="thing.state", offices="thing.offices",
               names="thing.names", claims="site.claims"),
        _people,
    ),
    "places": (
        _named(place="column.place", state="thing.state", latitude="sheet.latitude", longitude="sheet.longitude",
               records="site.records", links="sheet.link"),
        _places,
    ),
    "findings": (
        _named(code="findings.code", severity="findings.severity", text="sheet.text", words="sheet.words",
               documents="sheet.documents", link="sheet.link"),
        _findings,
    ),
    "sources": (
        _named(number="column.number", words="sheet.words", document="sources.document", file="site.name.file",
               date="column.date", language="sources.language", line="sheet.line", column="sheet.column",
               sha256="sources.hash", claim="site.claim", link="sheet.link"),
        _sources,
    ),
}  # fmt: skip
"""The sheets by their key: their columns, and their rows."""
