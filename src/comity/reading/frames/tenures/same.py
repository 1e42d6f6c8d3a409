"""The post told before, where only "that post" is said: «Этот пост занял Н.», "was appointed to the post in 2004"."""

from __future__ import annotations

from comity.reading.discourse import Context
from comity.reading.frames.posts import Post
from comity.reading.frames.tenures.acts import tells
from comity.reading.reality import is_fact
from comity.reading.sentence import Sentence, has_class
from comity.reading.units import Unit

_ACTS = ("appoint", "serve", "assume", "succeed", "become", "leave")
_NEAR = 3
"""Units between "that" and the word for a post."""


def names_post(sentence: Sentence, index: int) -> bool:
    """Whether the clause of a person says that they hold the post told before."""
    if not has_class(sentence, "post_word") and not _has_phrase(sentence):
        return False
    clause, units, words = sentence.clause(index), sentence.units, sentence.language.words["post_word"]
    named = [i for i in clause if units[i].key in words or " " in units[i].key]
    told = any(_is_that_post(sentence, i) for i in named)
    return told and any(
        any(tells(sentence, i, act) for act in _ACTS) and is_fact(sentence, i) for i in clause
    )


def _has_phrase(sentence: Sentence) -> bool:
    """Whether a unit of a sentence is an entry of several words."""
    known = sentence.hints.get("several words")
    if known is None:
        known = sentence.hints["several words"] = True in [" " in unit.key for unit in sentence.units]
    return known


def _is_that_post(sentence: Sentence, index: int) -> bool:
    """Whether a word is that for a post, or a verb that holds it, with nothing behind that says which: «этот пост»."""
    units, words = sentence.units, sentence.language.words
    keys = units[index].key.split(" ")
    that = words["definite"] | words["own"]
    if not any(key in words["post_word"] for key in keys):
        return False
    pointed = any(key in that for key in keys) or any(
        unit.key in that for unit in units[max(0, index - _NEAR) : index]
    )
    behind = units[index + 1 : index + 3]
    return pointed and not any(_says_which(unit) for unit in behind)


def _says_which(unit: Unit) -> bool:
    """Whether a unit behind "the post" tells which it is: "the post of minister"."""
    return unit.mark == "of" and unit.kind in ("actor", "word", "organisation", "mission")


def post_before(context: Context) -> tuple[Post | None, str | None]:
    """The post told last and what its holder is called."""
    post: Post | None = context.post
    if post is None:
        return None, None
    title = post.title
    if title is None and context.tenure is not None:
        title = context.tenure.slots["person"].office
    return post, title or context.envoys
