"""The Django app."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """The register's tables."""

    name = "comity.register"
    label = "register"
    default_auto_field = "django.db.models.BigAutoField"
