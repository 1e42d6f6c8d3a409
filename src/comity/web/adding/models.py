"""What was handed over to be added, and what became of it."""

from __future__ import annotations

from django.db import models


class Job(models.Model):
    """What one person handed over at once."""

    id = models.CharField(max_length=22, primary_key=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-at",)

    def __str__(self) -> str:
        return self.id


class Upload(models.Model):
    """One document of a job; `earlier` is the id of the one that it is a newer version of.

    `data` is kept until the register has it, or refuses it. `taken_at` is renewed by the worker that reads it,
    so that another sees when that one is no more.
    """

    WAITING, READING, ADDED, HELD, FAILED = "waiting", "reading", "added", "held", "failed"
    DONE = (ADDED, HELD, FAILED)

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="uploads")
    name = models.TextField()
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    data = models.BinaryField(null=True)
    title = models.TextField(blank=True)
    date = models.CharField(max_length=64, blank=True)
    language = models.CharField(max_length=10, blank=True)
    earlier = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=8,
        default=WAITING,
        db_index=True,
        choices=[(word, word) for word in (WAITING, READING, ADDED, HELD, FAILED)],
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=32, blank=True)
    taken_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    doc = models.CharField(max_length=200, blank=True)
    claims = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"
