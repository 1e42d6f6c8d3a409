"""Reading: a document to claims, by a cascade of stages; see `docs/reading.md`."""

from comity.reading.cascade import RULES, Reading, Unread, read

__all__ = ["RULES", "Reading", "Unread", "read"]
