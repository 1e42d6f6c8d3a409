"""SQL over the tables of a corpus, by DuckDB, which sees nothing else of the machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.corpus.columns import PARTS, TOGETHER, columns, schema, slot_columns
from comity.corpus.errors import CorpusError, library
from comity.corpus.store import Store
from comity.model.claim import KINDS

_FRONT = ("id", "doc", "start", "end", "words")
_BACK = ("confidence",)


@dataclass(frozen=True)
class Answer:
    """The columns of an answer and its rows, each as long as they."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def tables(folder: Path | str) -> dict[str, dict[str, str]]:
    """The tables and views of a corpus with their columns and what these hold; `CorpusError` where it is none."""
    store = Store(folder)
    store.about()
    together = [table for table in TOGETHER if (store.folder / "together").is_dir()]
    found = {table: columns(table) for table in (*PARTS, *together)}
    whole = columns("claims")
    for kind in KINDS:
        found[kind] = {name: whole[name] for name in (*_FRONT, *slot_columns(kind), *_BACK)}
    return found


def ask(folder: Path | str, query: str, into: Path | str | None = None) -> Answer:
    """The answer to one SELECT over the corpus; `into` writes it to a Parquet file instead, and the answer is empty.

    `CorpusError` where the folder is no corpus or the query cannot be answered.
    """
    duckdb = library("duckdb", "corpus")
    connection = duckdb.connect(
        config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )
    _open(connection, Store(folder))
    try:
        asked = duckdb.extract_statements(query)
        if len(asked) != 1 or asked[0].type != duckdb.StatementType.SELECT:
            raise CorpusError("a corpus answers one SELECT", "Ask one question, without others behind it.")
        if into is not None:
            table = connection.sql(query).to_arrow_table()
            library("pyarrow.parquet", "corpus").write_table(table, into)
            return Answer(tuple(table.column_names), iter(()))
        answer = connection.execute(query)
    except duckdb.Error as error:
        # DuckDB shows the line and points at the place; what it is about stands first.
        raise CorpusError(
            str(error).split("\n\n")[0], "`comity corpus ask CORPUS` lists the tables and columns."
        ) from error
    return Answer(tuple(column[0] for column in answer.description), _rows(answer))


def _rows(answer: Any) -> Iterator[tuple[Any, ...]]:
    while some := answer.fetchmany(1024):
        yield from some


def _open(connection: Any, store: Store) -> None:
    """Give a connection the views of a corpus, and take every other way to files from it."""
    connection.execute(
        f"SET allowed_directories = ['{str(store.folder.resolve()).replace(chr(39), chr(39) * 2)}']"
    )
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"SET {setting}")
    duckdb = library("duckdb", "corpus")
    for table, held in tables(store.folder).items():
        if table in KINDS:
            kind = duckdb.ColumnExpression("kind") == duckdb.ConstantExpression(table)
            rows = connection.view("claims").filter(kind)
        else:
            rows = _rows_of(connection, store, table)
        rows.project(*map(duckdb.ColumnExpression, held)).create_view(table)


def _rows_of(connection: Any, store: Store, table: str) -> Any:
    """The rows of a table that stands in files."""
    if table == "failures":
        return connection.from_arrow(_failures(store))
    folders = [store.folder / "together"] if table in TOGETHER else store.parts()
    if not folders:
        return connection.from_arrow(schema(table).empty_table())
    return connection.read_parquet([str(folder.resolve() / f"{table}.parquet") for folder in folders])


def _failures(store: Store) -> Any:
    """Of a document tried more than once the last word, and none of one that was read after all."""
    last = {row["path"]: row for row in store.rows("failures")}
    for row in store.rows("documents", ("path",)):
        last.pop(row["path"], None)
    return library("pyarrow", "corpus").Table.from_pylist(list(last.values()), schema=schema("failures"))
