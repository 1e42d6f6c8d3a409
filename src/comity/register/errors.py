"""What can be wrong with a register, said in one line with the remedy."""

from __future__ import annotations

import datetime


class RegisterError(Exception):
    """A register that cannot be used, or an act that it refuses; `remedy` says what to do."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem}. {self.remedy}" if self.remedy else self.problem


class UnfitError(RegisterError):
    """What was to be kept is not as a register keeps it; nothing was, and the register itself is well."""


class ConflictError(RegisterError):
    """Somebody else changed a thing since it was looked at: nothing was done.

    `what` names the thing, `by` who changed it (empty where a rereading or rebuilding did), `act` how, `at` when.
    """

    def __init__(self, what: str, *, by: str, act: str, at: datetime.datetime | None) -> None:
        when = f" on {at:%Y-%m-%d} at {at:%H:%M} UTC" if at is not None else ""
        said = f"{by} {act} {what}{when}" if by else f"{what} has changed{when}"
        super().__init__(f"{said}, after you looked at it", "Look at it again; nothing was changed.")
        self.what = what
        self.by = by
        self.act = act
        self.at = at
