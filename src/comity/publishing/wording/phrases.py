"""What reading took a phrase for, and what frame read a claim, in words, with the machine's names in brackets."""

from __future__ import annotations

from comity.knowledge import base_of
from comity.model.edtf import Date, DateError
from comity.publishing.dates import label
from comity.publishing.wording import has, names, state, templates, text
from comity.reading.explain import Step

_FILE = "readings.toml"
_GROUPS = {
    "mission": "mission.type",
    "instrument": "agreement.type",
    "preposition": "role",
    "trigger": "predicate",
}
"""The group of texts that names the values of a kind of phrase."""
_AS_IS = frozenset({"place", "actor", "body", "event", "organisation"})
"""Kinds whose values are names, told as they are known."""


def told(step: Step, lang: str) -> str:
    """A phrase: "state: Kazakhstan [KAZ], by its name; role: where to or to whom [goal]"."""
    said = _named(f"phrase.{step.kind}", step.kind, lang)
    if value := _value(step, lang):
        said = f"{said}: {value}"
    if step.kind == "amount":
        said = said.replace(text("phrase.amount", lang), _named(f"amount.{step.form}", step.form, lang), 1)
    elif step.form:
        said += f", {_beside(f'form.{step.form}', step.form, lang)}"
    if not step.fact:
        said += f", {text('phrase.doubted', lang)}"
    if step.role:
        said += f"; {text('phrase.role', lang, role=_beside(f'role.{step.role}', step.role, lang))}"
    return said


def read_by(why: str, lang: str) -> str:
    """What made a claim: the kind with its machine name, and the words or the place that its frame went by."""
    kind, colon, rest = why.partition(": ")
    if not colon or (not has(f"kind.{kind}") and not has(f"frame.{kind}")):
        return why
    name = _named(f"kind.{kind}", "", lang) or text(f"frame.{kind}", lang)
    return f"{_with(name, kind)}: {_account(why, rest, lang)}"


def _account(why: str, rest: str, lang: str) -> str:
    """What a frame says that it went by."""
    known = templates.found(why, _FILE)
    if known is None or base_of(lang) == "en":
        return rest
    template, places = known
    return template.format(*(_Place((one, lang)) for one in places))


class _Place(tuple[str, str]):
    """What stands in a place of an account; `{1:form}` is its name in a group of texts with the machine's beside it."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        said, lang = self
        return _beside(f"{form}.{said}", said, lang) if form else said


def _value(step: Step, lang: str) -> str:
    if step.kind == "trigger" and not step.values:
        return text("phrase.nothing", lang)
    if not step.values:
        return ""
    if step.kind in ("state", "dyad", "combining"):
        return ", ".join(f"{state(one, lang).bare} [{one}]" for one in step.values)
    if step.kind == "date":
        return _date(step.values[0], lang)
    if step.kind == "amount":
        return " ".join(step.values)
    if step.kind == "place":
        return f"{names.place_name(step.values[0], lang)} [{', '.join(step.values)}]"
    if step.kind in _AS_IS:
        return ", ".join(step.values)
    group = _GROUPS.get(step.kind, "")
    return ", ".join(_beside(f"{group}.{one}", one, lang) for one in step.values)


def _date(written: str, lang: str) -> str:
    try:
        return _with(label(Date.parse(written), lang), written)
    except DateError:
        return written


def _beside(key: str, machine: str, lang: str) -> str:
    """A machine name in words, and itself in square brackets."""
    return _with(_named(key, "", lang) or machine, machine)


def _with(said: str, machine: str) -> str:
    return said if said == machine else f"{said} [{machine}]"


def _named(key: str, otherwise: str, lang: str) -> str:
    return text(key, lang) if has(key) else otherwise
