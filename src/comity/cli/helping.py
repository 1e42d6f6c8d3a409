"""Help in the language of the command line: the words that click itself puts into it."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

from comity.cli.texts.en import TEXTS
from comity.cli.words import say

_CLICKS = {
    "Options": "help.options",
    "Commands": "help.commands",
    "Positional arguments": "help.arguments",
    "Show the version and exit.": "help.version",
    "Show this message and exit.": "help.help",
}


_ADDED = re.compile(r"\[(required|default)(?=[:\]])")
"""What click says of an option behind its help."""


def _told(words: str) -> str:
    if words in _CLICKS:
        return say(_CLICKS[words])
    return _ADDED.sub(lambda found: f"[{say(f'help.{found[1]}')}", words)


def _named(usage: str) -> str:
    """Names of what is to be given, FILE, in the language."""
    names = dict(zip(TEXTS["help.names"].split(), say("help.names").split(), strict=True))
    return re.sub(r"\b[A-Z]+\b", lambda found: names.get(found[0], found[0]), usage)


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, _named(args), f"{say('usage')}: " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        super().write_heading(_told(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(_named(name), _told(said)) for name, said in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


def speak(command: click.Command) -> None:
    """Let a command, and those below it, tell their help in the language of the command line."""
    command.context_class = _Context
    if isinstance(command, click.Group):
        for below in command.commands.values():
            # What is not given, click cuts off in the middle of a sentence.
            below.short_help = below.short_help or _first_sentence(below.help or "")
            speak(below)


def _first_sentence(text: str) -> str:
    """What a list of commands says of one."""
    paragraph = " ".join(text.strip().split("\n\n")[0].split())
    return re.split(r"(?<=[^.][.])\s", paragraph, maxsplit=1)[0]
