"""The command line: one thin function a command. Data goes to stdout, everything else to stderr.

Exit status: 0 when all went well, 1 when something was found wrong (an error finding, a document that could
not be read), 2 when the command could not be done as it was given.
"""

from __future__ import annotations

import os
import sys

import click

from comity import __version__
from comity.cli import (
    accounts,
    brief,
    checking,
    comparing,
    corpus,
    demo,
    dossier,
    errors,
    explaining,
    helping,
    holders,
    keeping,
    reading,
    register,
    rereading,
    reviewing,
    searching,
    serving,
    sheet,
)
from comity.cli.words import say


@click.group(
    help=say("comity.help"),
    epilog=say("comity.examples"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="comity", message="%(prog)s %(version)s")
def cli() -> None:
    """Start of every command."""


for _command in (
    reading.read,
    register.add,
    checking.check,
    dossier.dossier,
    brief.brief,
    serving.serve,
    serving.work,
    accounts.user,
    accounts.token,
    demo.demo,
    checking.rules,
    explaining.explain,
    searching.search,
    reviewing.review,
    comparing.compare,
    rereading.reread,
    keeping.backup,
    keeping.doctor,
    keeping.export,
    sheet.sheet,
    keeping.import_,
    holders.import_holders,
    corpus.corpus,
):
    cli.add_command(_command)
helping.speak(cli)


def main() -> None:
    """Run a command; whatever can go wrong is one line on stderr with the remedy, never a traceback."""
    try:
        if "_COMITY_COMPLETE" in os.environ:
            cli.main(prog_name="comity")
        # Not through click's own `main`, which ends with status 1 when the reader of our output has gone.
        with cli.make_context("comity", sys.argv[1:]) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.exceptions.Abort:
        sys.exit(130)
    except KeyboardInterrupt:
        sys.exit(130)
    except click.UsageError as error:
        errors.show(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        click.echo(f"comity: {error.message}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # The reader of our output has enough (`| head`): no more is written, also not at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
    except Exception as error:
        from comity.cli.errors import one_line

        line = one_line(error)
        if line is None:
            raise
        click.echo(f"comity: {line}", err=True)
        sys.exit(2)
