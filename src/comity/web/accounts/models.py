"""The tables of accounts. No password and no token is kept, only what they are recognised by."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models

from comity.web.accounts.roles import READER, ROLES

_CHOICES = [(role, role) for role in ROLES]


class UserManager(BaseUserManager["User"]):
    """Makes accounts."""

    def create_user(self, username: str, password: str | None = None, role: str = READER) -> User:
        """An account; without a password nobody can sign in to it but by a link."""
        user = self.model(username=self.model.normalize_username(username), role=role)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person with an account."""

    username = models.CharField(max_length=150, unique=True, validators=[UnicodeUsernameValidator()])
    role = models.CharField(max_length=15, choices=_CHOICES, default=READER)
    is_active = models.BooleanField(default=True)
    added_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ()

    class Meta:
        ordering = ("username",)

    def __str__(self) -> str:
        return self.username


class Token(models.Model):
    """What a program shows instead of a password: known by its hash, never of a higher role than its owner."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=100)
    role = models.CharField(max_length=15, choices=_CHOICES, default=READER)
    beginning = models.CharField(max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    added_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name} of {self.user_id}"


class Link(models.Model):
    """A link that signs one person in once, within its time; known by its hash."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="links")
    sha256 = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link of {self.user_id}"


class Act(models.Model):
    """One line of the log: who did what when and how. Lines are never changed but for the outcome of a request, which
    is written when that has ended; one without an outcome did not come to its end.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    user = models.CharField(max_length=150, blank=True, db_index=True)
    act = models.CharField(max_length=60, db_index=True)
    subject = models.TextField(blank=True)
    outcome = models.PositiveSmallIntegerField(null=True)
    address = models.CharField(max_length=45, blank=True)
    token = models.CharField(max_length=12, blank=True)
    details: models.JSONField[Any, Any] = models.JSONField(default=dict)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.act} by {self.user}"
