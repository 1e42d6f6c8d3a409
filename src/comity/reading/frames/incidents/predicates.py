"""Which predicates tell hostile acts, and what each must be done to or said with."""

from __future__ import annotations

# What a verb must be done to for the act to be hostile: a class of words, or an envoy; "" where any object will do.
OBJECTS = {
    "expel": "envoy",
    "blacklist": "",
    "recall": "envoy",
    "protest": "",
    "sanction": "",
    "close_border": "",
    "close_borders": "",
    "declare_war": "",
    "close_airspace": "",
    "freeze_assets": "",
    "attack": "",
    "refuse_entry": "",
    "close": "frontier",
    "ban": "",
    "suspend": "withheld",
    "sever": "withheld",
    "cancel": "withheld",
    "call_off": "withheld",
    "halt": "withheld",
    "revoke": "permit",
    "violate": "violated",
    "reduce": "withheld",
    "freeze": "property",
    "seize": "property",
    "nationalise": "property",
    "detain": "nationals",
    "impound": "property",
}


NOUNS = frozenset(
    {
        "expel",
        "unwelcome",
        "recall",
        "protest",
        "sanction",
        "close_border",
        "close_airspace",
        "declare_war",
        "attack",
        "violate",
    }
)


SENT = frozenset({"expel", "recall"})
"""Acts by which people are sent away or called back."""


STOPS = frozenset({"suspend", "halt", "freeze", "close"})
"""Acts whose nouns tell them behind a verb of announcing."""


# Acts told with what they were done to: "suspension of aid"; the others are their noun alone.
OF_A_THING = frozenset(
    {
        "expel",
        "recall",
        "freeze_assets",
        "close",
        "suspend",
        "sever",
        "cancel",
        "call_off",
        "halt",
        "reduce",
        "freeze",
        "seize",
        "nationalise",
        "detain",
        "impound",
        "ban",
        "attack",
        "refuse_entry",
        "revoke",
        "violate",
    }
)


# Acts of which the other side is plain in a document about two states.
BETWEEN_THE_TWO = frozenset(
    {
        "expel",
        "sever",
        "declare_war",
        "protest",
        "freeze_assets",
        "close_border",
        "close",
        "suspend",
        "cancel",
        "call_off",
        "halt",
        "refuse_entry",
    }
)


ANNOUNCED = frozenset(
    {"attack", "expel", "close", "suspend", "ban", "detain", "impound", "seize", "revoke", "call_off", "halt"}
)
"""Acts that the authorities who did them announce."""


HELD = frozenset({"detain", "impound", "seize", "expel"})
"""What authorities do to foreigners where they are."""


OF_A_BODY = frozenset(
    {
        "suspend",
        "ban",
        "revoke",
        "freeze",
        "freeze_assets",
        "close_airspace",
        "halt",
        "sanction",
        "cancel",
        "blacklist",
        "refuse_entry",
    }
)
"""Acts that organisations of states do as states do."""


WITHHOLDING = frozenset({"ban", "suspend", "halt", "reduce"})


SUPPLY = frozenset({"halt", "suspend", "reduce", "sever"})
"""What companies do for their state where they stop supplying another."""


WITH_NATION = frozenset({"seize", "impound", "nationalise", "detain", "ban", "freeze", "reduce", "violate"})
"""Acts whose object must tell the other state: "seized a Norwegian trawler"."""
