"""Comity, the register of the relations between states.

>>> import comity
>>> comity.read("page.html").claims  # doctest: +SKIP

reads a document into claims with no database. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from comity.model.document import Document
    from comity.notebook import Reading

__all__ = ["__version__", "read"]

__version__ = "0.1.0"


def read(source: str | os.PathLike[str] | bytes | Document, name: str = "document.txt") -> Reading:
    """Read one document: a path, bytes (with a file name that tells their format) or a `Document`.

    The result has `document`, `claims`, `entities`, `records`, `findings` and `unread`.
    `comity.sources.SourceError` where the document cannot be read.
    """
    from comity import pipeline
    from comity.notebook import Reading

    return Reading(pipeline.read(source, name))
