"""Template tags: roles and acts by their names, and this address with another query."""

from __future__ import annotations

from typing import Any

from django import template

from comity.publishing import wording

register = template.Library()


@register.simple_tag(takes_context=True)
def role_name(context: dict[str, Any], role: str) -> str:
    """A role's name."""
    return wording.text(f"access.{role}", context["lang"])


@register.simple_tag(takes_context=True)
def role_may(context: dict[str, Any], role: str) -> str:
    """What somebody of a role may do beyond the role before."""
    return wording.text(f"access.{role}.may", context["lang"])


@register.simple_tag(takes_context=True)
def act_name(context: dict[str, Any], act: str) -> str:
    """The name of a line of the log."""
    key = f"accounts.act.{act}"
    return wording.text(key, context["lang"]) if wording.has(key) else act


@register.simple_tag(takes_context=True)
def decision_name(context: dict[str, Any], decision: str) -> str:
    """The name of a decision about a claim."""
    return wording.text(f"site.decision.{decision}", context["lang"])


@register.simple_tag(takes_context=True)
def with_query(context: dict[str, Any], **changed: Any) -> str:
    """The query of this page with some values changed."""
    query = context["request"].GET.copy()
    for name, value in changed.items():
        query[name] = value
    return f"?{query.urlencode()}"
