"""`comity search`: documents, claims and entities by their words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from comity.cli import opening, options, output
from comity.cli.errors import RefusedError
from comity.cli.words import language, plural, say, speak

if TYPE_CHECKING:
    from comity.register.searching.asking import Asked
    from comity.register.searching.finding import Answer


@click.command(help=say("search.help"), epilog=say("search.examples"))
@click.argument("words", nargs=-1, metavar="WORD...")
@options.db
@options.lang
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help=say("search.format.help")
)
@click.option("--page", type=click.IntRange(1), default=1, metavar="N", help=say("search.page.help"))
@click.option("--oldest", is_flag=True, help=say("search.oldest.help"))
@click.option("--rebuild", is_flag=True, help=say("search.rebuild.help"))
@click.option("--as-of", hidden=True)
@click.option("--known-at", hidden=True)
def search(
    words: tuple[str, ...],
    db: str | None,
    lang: str | None,
    form: str,
    page: int,
    oldest: bool,
    rebuild: bool,
    as_of: str | None,
    known_at: str | None,
) -> None:
    """What is found for words and filters."""
    speak(lang)
    if as_of or known_at:
        raise RefusedError(say("search.moment"))
    if not words and not rebuild:
        raise RefusedError(say("search.nothing"))
    from comity.register import store

    opening.register(db)
    from comity.publishing.wording import text
    from comity.register.searching import asking, finding, index

    with store.guard():
        if rebuild:
            index.rebuild()
            output.tell(say("search.rebuilt"))
            if not words:
                return
        spoken = language()
        # The shell has taken the quotation marks of "joint commission": a word with a space was a phrase.
        question = " ".join(_asked(word) for word in words)
        asked = asking.understand(question)
        refuse(asked, spoken)
        if asked.meant and form != "json":
            output.tell(f"{text('search.meant', spoken)} {asked.meant}")
        answer = finding.find(asked, page=page, oldest_first=oldest)
        if form == "json":
            click.echo(json.dumps(finding.plain(answer, spoken), ensure_ascii=False, indent=2))
            return
        _tell(answer, spoken)


def refuse(asked: Asked, lang: str) -> None:
    """Say what is wrong with a question that cannot be understood."""
    from comity.publishing.wording import state, text

    for key, values in asked.problems:
        near = values.get("near")
        hint = ", ".join(f"{code} ({state(code, lang).bare})" for code in near.split(", ")) if near else ""
        told = text(key, lang, **values)
        raise RefusedError(f"{told} {text('search.problem.near', lang, near=hint)}" if hint else told)


def _asked(word: str) -> str:
    if " " not in word or '"' in word or _is_question(word):
        return word
    name, colon, value = word.partition(":")
    return f'{name}:"{value}"' if colon and name.isalpha() else f'"{word}"'


def _is_question(word: str) -> bool:
    """Whether one word of the shell is a whole question: a filter stands in it behind others, or one of one word first.

    `place:New York` is one filter, "kind:visit state:KAZ" two.
    """
    from comity.register.searching import asking

    named = [asking.filter_named(part) for part in word.split()]
    return any(named[1:]) or named[0] in ("in", "kind", "from", "to")


def _tell(answer: Answer, lang: str) -> None:
    from comity.publishing.wording import sentence, text
    from comity.publishing.wording.names import person_name

    for entity in answer.entities:
        home = entity.states[0] if len(entity.states) == 1 else None
        called = person_name(entity.name, lang, home) if entity.kind == "person" else entity.name
        others = ", ".join(name for name in entity.names if name != called)
        told = f"{text(f'entity.{entity.kind}', lang)} {entity.identity}  {called}"
        click.echo(output.printable(f"{told} ({others})" if others else told))
    for document in answer.documents:
        click.echo(output.printable(f"{text('search.in.document', lang)}  {document.id}  {document.title}"))
    for one in answer.claims:
        claim = one.held.claim
        said = sentence(claim.slots, lang, one.held.dyad)
        click.echo(output.printable(f"{text(f'kind.{claim.kind}', lang)} {claim.id}  {said}"))
        click.echo(output.printable(f"    {one.title}: {one.quote}"))
    output.tell(say("search.found", claims=plural("claims", answer.counts.get("claim", 0)),
                    documents=plural("documents", answer.counts.get("document", 0)),
                    entities=plural("entities", answer.counts.get("entity", 0))))  # fmt: skip
