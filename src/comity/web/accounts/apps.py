"""The Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The tables of accounts."""

    name = "comity.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Sign-ins and sign-outs go to the log."""
        from comity.web.accounts import signals

        signals.connect()
