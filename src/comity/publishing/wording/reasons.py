"""Why claims were taken for one record and names for one thing, in the language of whoever reads it.

`resolving` says its reasons in English, each a list of features with their weights and the sum: "one date, 2001-04-03
(+3.0); …: +5.0 of 2.0 needed". `reasons.toml` has the features in Russian. One that is not there is told as it is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from comity.knowledge import base_of
from comity.model.edtf import Date
from comity.publishing import numbers
from comity.publishing.dates import label
from comity.publishing.wording import has, state, templates, text

_SUM = re.compile(r"(?P<features>.+): (?P<score>[+-][\d.]+) of (?P<least>[\d.]+) needed", re.DOTALL)
_FEATURE = re.compile(r"(?P<said>.+?) \((?P<weight>[+-][\d.]+)\)(?:; |$)", re.DOTALL)
_FILE = "reasons.toml"


class _Place(NamedTuple):
    """What stands in a place, told by its form: `{0:date}`, `{0:state}`, `{0:mission.type}`."""

    said: str
    lang: str

    def __format__(self, form: str) -> str:
        if form == "date":
            try:
                return label(Date.parse(self.said), self.lang)
            except ValueError:
                return self.said
        if form == "state":
            return state(self.said, self.lang).bare
        key = f"{form}.{self.said}"
        return text(key, self.lang) if form and has(key) else self.said


def told(reason: str, lang: str) -> str:
    """A reason in a language."""
    if base_of(lang) == "en":
        return reason
    summed = _SUM.fullmatch(reason)
    if summed is None:
        return _template(reason, lang) or reason
    features = [
        f"{_feature(one['said'], lang)} ({_number(one['weight'], lang)})"
        for one in _FEATURE.finditer(summed["features"])
    ]
    score, least = _number(summed["score"], lang), _number(summed["least"], lang)
    return text("reasons.sum", lang, features="; ".join(features), score=score, least=least)


def _feature(said: str, lang: str) -> str:
    """A feature; the first of a name has that name before it."""
    if known := _template(said, lang):
        return known
    name, colon, rest = said.partition(": ")
    return f"{name}: {_template(rest, lang) or rest}" if colon else said


def _template(said: str, lang: str) -> str | None:
    known = templates.found(said, _FILE)
    if known is None:
        return None
    return known[0].format(*(_Place(one, lang) for one in known[1]))


def _number(shown: str, lang: str) -> str:
    sign = shown[0].replace("-", "\N{MINUS SIGN}") if shown[0] in "+-" else ""
    return sign + numbers.number(float(shown.lstrip("+-")), lang)
