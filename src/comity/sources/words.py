"""Sets of words written as one text, which is how they are read."""


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())
