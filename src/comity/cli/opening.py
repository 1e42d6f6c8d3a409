"""Opening a register for a command that tells what it holds."""

from __future__ import annotations

import click


def register(db: str | None) -> None:
    """Open a register that is there, and write people's names as its documents do until the command ends."""
    from comity.register import store

    store.open_register(db, must_exist=True)
    from comity.publishing.wording import spellings
    from comity.register.spellings import Lender

    if context := click.get_current_context(silent=True):
        context.with_resource(spellings.lent(Lender()))
