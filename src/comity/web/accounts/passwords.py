"""What makes a password too weak, said in the language of the page or of the command line."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from comity.publishing.wording import text

_KEYS = ("password_too_short", "password_too_common", "password_entirely_numeric", "password_too_similar")


def check(password: str, user: Any) -> None:
    """`ValidationError` for a password that is too weak for an account."""
    validate_password(password, user)


def told(error: ValidationError, lang: str) -> list[str]:
    """What is wrong with a password, one sentence each."""
    codes = [one.code for one in error.error_list]
    return [text(f"accounts.{code}", lang) if code in _KEYS else str(error) for code in codes]
