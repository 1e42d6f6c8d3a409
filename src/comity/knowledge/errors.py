"""What a damaged knowledge file says."""

from __future__ import annotations


class KnowledgeError(Exception):
    """A knowledge file does not hold what it must: the message starts with the file and the line."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file = file
        self.line = line
        self.message = message
        super().__init__(f"{file}:{line}: {message}")

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[str, int, str]]:
        # An error that another process cannot rebuild would leave that process waiting for ever.
        return KnowledgeError, (self.file, self.line, self.message)
