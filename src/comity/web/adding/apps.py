"""The Django app."""

from django.apps import AppConfig


class AddingConfig(AppConfig):
    """The tables of documents that wait to be read."""

    name = "comity.web.adding"
    label = "adding"
    default_auto_field = "django.db.models.BigAutoField"
