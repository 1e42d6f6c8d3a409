"""The errors that a user can cause, each as one line with its remedy."""

from __future__ import annotations

import sys

import click

from comity.cli.words import language, say


class RefusedError(click.ClickException):
    """A command that cannot be done as it was given: exit status 2."""

    exit_code = 2


def show(error: click.UsageError) -> None:
    """How a command is used and what was wrong with this use, in the language of the command line."""
    from comity.publishing.wording.errors import told

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    context = error.ctx
    if context is not None:
        click.echo(context.get_usage(), err=True)
        if context.command.get_help_option(context) is not None:
            click.echo(say("usage.help", command=context.command_path) + "\n", err=True)
    click.echo(f"{say('usage.error')}: {told(error.format_message(), language())}", err=True)


def one_line(error: Exception) -> str | None:
    """What to tell the user of an error; `None` for one that is the program's own fault."""
    from comity.corpus.errors import CorpusError
    from comity.knowledge import KnowledgeError
    from comity.publishing.wording.errors import message
    from comity.register.errors import RegisterError
    from comity.sources import SourceError

    if isinstance(error, SourceError | RegisterError | KnowledgeError | CorpusError) or _of_checking(error):
        return message(error, language())
    if "django.db" in sys.modules:
        from comity.register import store

        try:
            with store.guard():
                raise error
        except RegisterError as known:
            return message(known, language())
        except Exception as other:  # noqa: BLE001 - not the database's: looked at below
            error = other
    if isinstance(error, PermissionError):
        return say("error.permission", path=error.filename or "")
    if isinstance(error, OSError) and error.strerror:
        return say("error.system", path=error.filename or "", problem=of_system(error))
    return None


def of_system(error: OSError) -> str:
    """What the system says of a file, in the language of the command line."""
    from comity.publishing.wording.errors import told

    return told(error.strerror or str(error), language())


def _of_checking(error: Exception) -> bool:
    """Whether a configuration of checking is at fault; the rules are loaded only where they were already."""
    if "comity.checking.errors" not in sys.modules:
        return False
    from comity.checking.errors import ConfigurationError

    return isinstance(error, ConfigurationError)
