"""What can be wrong with a corpus, said in one line with the remedy."""

from __future__ import annotations

import importlib
from types import ModuleType


class CorpusError(Exception):
    """A corpus that cannot be made, read or asked; `remedy` says what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}"


def library(name: str, extra: str) -> ModuleType:
    """A library that only a corpus needs; `CorpusError` where it is not installed."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise CorpusError(
            f"{name.partition('.')[0]} is not installed", f"Install it with pip install 'comity[{extra}]'."
        ) from error
