"""What slots hold and what the interface offers, in the language of whoever reads it.

The model and the interface's description say it in English; `meanings.toml` has the Russian. What is not there is told
as it is.
"""

from __future__ import annotations

from comity.knowledge import base_of
from comity.publishing.wording import templates

_FILE = "meanings.toml"


def told(said: str, lang: str) -> str:
    """A line of the model's or the interface's own description in a language; empty for an empty one."""
    return said if base_of(lang) == "en" else templates.templates(_FILE).get(said, said)
