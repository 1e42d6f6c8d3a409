"""What a user can cause in checking."""

from __future__ import annotations

from pathlib import Path


class ConfigurationError(Exception):
    """A configuration or table that cannot be used: which file, what in it, and the remedy."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        super().__init__(f"{path}: {problem}; {remedy}")
        self.path = str(path)
        self.problem = problem
        self.remedy = remedy
