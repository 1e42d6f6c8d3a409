"""`comity user` and `comity token`: accounts of the site, from the machine of the register."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import click

from comity.cli import options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, say

_ROLES = ("reader", "reviewer", "editor", "administrator")
_role = click.option(
    "--role", type=click.Choice(_ROLES), default="reader", show_default=True, help=say("role.help")
)


@click.group(help=say("user.help"), epilog=say("user.examples"))
def user() -> None:
    """Accounts of people."""


@click.group(help=say("token.help"), epilog=say("token.examples"))
def token() -> None:
    """Tokens of programs."""


@user.command("add", help=say("user.add.help"))
@click.argument("name")
@_role
@options.db
def add(name: str, role: str, db: str | None) -> None:
    """A new account, its password asked for twice."""
    _open(db)
    from django.core.exceptions import ValidationError

    from comity.web.accounts import log
    from comity.web.accounts.models import User

    if User.objects.filter(username__iexact=name).exists():
        raise RefusedError(say("user.there", name=name))
    made = User(username=User.normalize_username(name), role=role)
    try:
        made.clean_fields(exclude=["password"])
    except ValidationError as error:
        raise RefusedError(say("user.name", name=name)) from error
    made.set_password(_password(made))
    made.save()
    log.by_command("account-made", name, role=role)
    output.tell(say("user.added", name=name, role=role))


@user.command("passwd", help=say("user.passwd.help"))
@click.argument("name")
@options.db
def passwd(name: str, db: str | None) -> None:
    """A new password; whoever is signed in with the old one is so no longer."""
    _open(db)
    from comity.web.accounts import log

    found = _user(name)
    found.set_password(_password(found))
    found.save()
    log.by_command("password-changed", name)
    output.tell(say("user.changed", name=name))


@user.command("role", help=say("user.role.help"))
@click.argument("name")
@click.argument("role", type=click.Choice(_ROLES))
@options.db
def role(name: str, role: str, db: str | None) -> None:
    """Another role."""
    _open(db)
    from comity.web.accounts import log

    found = _user(name)
    found.role = role
    found.save(update_fields=["role"])
    log.by_command("account-changed", name, role=role)
    output.tell(say("user.changed", name=name))


@user.command("list", help=say("user.list.help"))
@options.db
def list_(db: str | None) -> None:
    """Everybody with an account."""
    _open(db)
    from comity.web.accounts.models import User

    rows = [
        (
            one.username,
            one.role,
            "" if one.is_active else say("user.closed"),
            "–" if one.last_login is None else f"{one.last_login:%Y-%m-%d %H:%M}",
        )
        for one in User.objects.all()
    ]
    output.table((say("column.name"), say("column.role"), say("column.state"), say("column.last")), rows)


@token.command("create", help=say("token.create.help"))
@click.argument("name")
@click.option("--user", "owner", required=True, metavar="NAME", help=say("token.user.help"))
@_role
@click.option("--days", type=click.IntRange(1), metavar="N", help=say("token.days.help"))
@options.db
def create(name: str, owner: str, role: str, days: int | None, db: str | None) -> None:
    """A token, printed this once to stdout."""
    _open(db)
    from comity.web import access
    from comity.web.accounts import log

    lifetime = None if days is None else datetime.timedelta(days=days)
    try:
        made, secret = access.make_token(_user(owner), name, role, lifetime)
    except ValueError as error:
        raise RefusedError(say("token.high", name=owner, role=role)) from error
    log.by_command("token-made", f"{made.beginning}… {name}", role=role)
    click.echo(secret)


def _open(db: str | None) -> None:
    from comity.web import settings

    settings.configure(db, must_exist=False)


def _user(name: str) -> Any:
    from comity.web.accounts.models import User

    found = User.objects.filter(username=name).first()
    if found is None:
        raise RefusedError(say("user.none", name=name))
    return found


def _password(user: Any) -> str:
    """A password, asked for twice, or read from stdin where nobody is at it."""
    from django.core.exceptions import ValidationError

    from comity.web.accounts import passwords

    if sys.stdin.isatty():
        given = click.prompt(
            say("user.password"), hide_input=True, confirmation_prompt=say("user.again"), err=True
        )
    else:
        given = sys.stdin.readline().rstrip("\r\n")
    try:
        passwords.check(given, user)
    except ValidationError as error:
        raise RefusedError(" ".join(passwords.told(error, language()))) from error
    return str(given)
