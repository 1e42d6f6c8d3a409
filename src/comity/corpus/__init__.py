"""Many documents as data: read them into a folder of Parquet files, on one machine or on Ray, and ask it in SQL.

- `build`: documents to tables, part by part; stopped at any moment, it goes on from the last whole part
- `join`: the claims of all of them to records, entities and findings
- `ask`: SQL over the tables, with a view for each kind of claim

What a corpus holds is told in `docs/corpus.md`. It needs `pip install 'comity[corpus]'`; importing this package needs
nothing: each part imports pyarrow, DuckDB or Ray when it is called.
"""

from comity.corpus.asking import Answer, ask, tables
from comity.corpus.building import Built, build
from comity.corpus.engines import Engine, Local, OnRay
from comity.corpus.errors import CorpusError
from comity.corpus.joining import Joined, join

__all__ = [
    "Answer",
    "Built",
    "CorpusError",
    "Engine",
    "Joined",
    "Local",
    "OnRay",
    "ask",
    "build",
    "join",
    "tables",
]
