"""What a word may be a sign of, as bits of one number: a text without a sign need not be searched for what it tells."""

from typing import Final

WAKES: Final = 1
"""A claim may begin at it."""
DATES: Final = 2
"""A digit, or the name of a month: a date may be told."""
RELATIVE: Final = 4
"""A word of "last week", "that year"."""
NUMBERS: Final = 8
"""A number in words."""
RANKS: Final = 16
"""An ordinal in words."""
PARTIES: Final = 32
"""It may be of a name of a state, its people, a town or an organisation: somebody whom a claim may be about."""
MAY_NAME: Final = 256
"""It may be of such a name where the other words of the name are there, too."""
OFFICES: Final = 64
"""An office: somebody may be introduced."""
NEWS: Final = 128
"""A word of those who report, or a day of the week."""
EVERY: Final = 511
"""What a text is taken to have whose words nobody looked at."""
