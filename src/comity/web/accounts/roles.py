"""The roles."""

from __future__ import annotations

READER, REVIEWER, EDITOR, ADMINISTRATOR = "reader", "reviewer", "editor", "administrator"
ROLES = (READER, REVIEWER, EDITOR, ADMINISTRATOR)
"""From the one who may do least to the one who may do all; each may do what those before may."""

ANYBODY = ""
"""What a view needs that answers also where a stranger may not read, as the page to sign in."""
