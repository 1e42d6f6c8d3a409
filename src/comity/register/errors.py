"""What can be wrong with a register, said in one line with the remedy."""

from __future__ import annotations


class RegisterError(Exception):
    """A register that cannot be used, or an act that it refuses; `remedy` says what to do."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}" if self.remedy else self.problem
