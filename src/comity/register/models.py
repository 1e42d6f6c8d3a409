"""The register's tables.

What the machine said and what a person decided stand in separate columns. Values of the model are kept as the
JSON that `comity.model.codec` writes. Times are when the register learnt of a thing, in UTC; when a thing
happened is in the slots, as EDTF.
"""

from __future__ import annotations

import datetime
from importlib import resources

from django.db import models
from django.db.models import Manager

from comity.model import claim as said
from comity.model import codec

SCHEMA = max(
    int(path.name[:4])
    for path in resources.files("comity.register").joinpath("migrations").iterdir()
    if path.name[:4].isdigit()
)
"""Number of the tables' form: that of the last migration."""


class Meta(models.Model):
    """Facts about the register itself; `schema` is one of them."""

    key = models.CharField(max_length=40, primary_key=True)
    value = models.TextField()

    def __str__(self) -> str:
        return f"{self.key}={self.value}"


class Document(models.Model):
    """A document with its untouched bytes and the text that evidence points into.

    `states` are the two that it is mostly about, by its claims as they were read; none where it names no pair.
    `earlier` is the id of the document of which somebody said that this is a newer version, and `earlier_by` who.
    """

    id = models.CharField(max_length=200, primary_key=True)
    sha256 = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    media_type = models.CharField(max_length=100)
    encoding = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=10, blank=True)
    title = models.TextField(blank=True)
    address = models.TextField(blank=True)
    date = models.CharField(max_length=64, blank=True)
    text = models.TextField()
    anchors = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    unread = models.JSONField(default=list)
    states = models.JSONField(default=list)
    original = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=150)
    reread_at = models.DateTimeField(null=True)
    reread_by = models.CharField(max_length=150, blank=True)
    earlier = models.CharField(max_length=200, blank=True)
    earlier_by = models.CharField(max_length=150, blank=True)
    earlier_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        # When the register last changed is asked at every page: not of rows with whole documents in them.
        indexes = (models.Index(fields=("added_at", "reread_at", "earlier_at", "id"), name="document_times"),)

    def __str__(self) -> str:
        return self.id


class Dyad(models.Model):
    """The states that a claim is between, sorted: two as a rule, more for what several did together."""

    key = models.CharField(max_length=1000, primary_key=True)

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        return self.key


class Party(models.Model):
    """One state of a dyad."""

    dyad = models.ForeignKey(Dyad, on_delete=models.CASCADE, related_name="parties")
    state = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("dyad", "state"), name="party_once"),)

    def __str__(self) -> str:
        return f"{self.state} in {self.dyad_id}"


class Current(Manager):
    """The claims of today: what an older rule set read and a newer one reads otherwise is left out."""

    def get_queryset(self) -> models.QuerySet:
        """Claims that no rereading has replaced."""
        return super().get_queryset().filter(until__isnull=True)


class Claim(models.Model):
    """A claim as the machine read it, beside what a person decided about it.

    `since` is when the register learnt of it; `until` when a rereading replaced it, and such a claim is kept for
    questions about the past alone. `version` grows with every act of a person upon it.
    """

    ACCEPTED, EDITED, REJECTED = "accepted", "edited", "rejected"

    id = models.CharField(max_length=16, primary_key=True)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="claims")
    kind = models.CharField(max_length=20, db_index=True)
    dyad = models.ForeignKey(Dyad, on_delete=models.PROTECT, related_name="claims", null=True)
    start = models.PositiveIntegerField()
    slots = models.JSONField()
    evidence = models.JSONField()
    confidence = models.FloatField()
    reader = models.CharField(max_length=100)
    why = models.JSONField(default=list)
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    decision = models.CharField(
        max_length=10, blank=True, choices=[(word, word) for word in (ACCEPTED, EDITED, REJECTED)]
    )
    decided_slots = models.JSONField(null=True)
    decided_by = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0)

    objects = Current()
    ever = Manager()  # noqa: DJ012 - taken for a field

    class Meta:
        ordering = ("document_id", "start", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    def held_at(self, time: datetime.datetime | None) -> bool:
        """Whether reading had come to this claim by a time and to no other since; `None` is today."""
        if time is None:
            return self.until is None
        return (self.since is None or self.since <= time) and (self.until is None or self.until > time)

    @classmethod
    def of(
        cls,
        claim: said.Claim,
        document: Document,
        dyad: str | None = None,
        since: datetime.datetime | None = None,
    ) -> Claim:
        """A row, not held yet, for a claim as it was read; `dyad` is the key of its dyad."""
        return cls(
            id=claim.id,
            document=document,
            kind=claim.kind,
            dyad_id=dyad,
            start=claim.start,
            slots=codec.plain(claim.slots),
            evidence=[list(run) for run in claim.evidence],
            confidence=claim.confidence,
            reader=claim.reader,
            why=list(claim.why),
            since=since,
        )


class Decision(models.Model):
    """One act of a person upon a claim; never changed but for `undone_at`, so that any act can be undone."""

    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="decisions")
    decision = models.CharField(max_length=10)
    slots = models.JSONField(null=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.decision} {self.claim_id} by {self.by}"


class Judgement(models.Model):
    """One act of a person upon what is one thing: claims of one record, or mentions of one entity.

    Its sides of one group are one, those of different groups are not. Later judgements overrule earlier ones.
    Never changed but for `undone_at`.
    """

    RECORD, ENTITY = "record", "entity"
    MERGE, SPLIT = "merge", "split"

    about = models.CharField(max_length=6, choices=[(word, word) for word in (RECORD, ENTITY)])
    act = models.CharField(max_length=5, choices=[(word, word) for word in (MERGE, SPLIT)])
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.act} of {self.about} by {self.by}"


class Side(models.Model):
    """A claim of a judgement, or (with `slot`) the place in it that names an entity.

    Document, kind, words and name find it again when the document is read anew: what stands in the place of `claim`
    then gets a side of its own beside this one, which holds for questions about the past.
    """

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="sides")
    group = models.PositiveSmallIntegerField()
    claim = models.ForeignKey(Claim, on_delete=models.SET_NULL, related_name="sides", null=True)
    slot = models.CharField(max_length=20, blank=True)
    index = models.PositiveSmallIntegerField(default=0)
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="sides")
    kind = models.CharField(max_length=20)
    evidence = models.JSONField()
    name = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.name or self.kind} in {self.document_id}"


class Dismissal(models.Model):
    """A person's word that a finding is no fault, with the finding as it was.

    It holds for the very finding: one about other words or values is another, so that a finding is open again
    when its evidence changes. Where newer rules read other values in the same words, another row takes its place
    (`dismissing.carried`). Never changed but for `undone_at`.
    """

    finding = models.CharField(max_length=16, db_index=True)
    code = models.CharField(max_length=10, db_index=True)
    data = models.JSONField()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    reason = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=150, blank=True)
    undone_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.code} {self.finding} dismissed by {self.by}"


class Entity(models.Model):
    """A person, body, company or place of one dyad, as resolving made it.

    `identity` is the same for entities of several dyads that are one; `block` is what two such have in
    common, and `judged` says whether people judged any mention of it.
    """

    id = models.CharField(max_length=16, primary_key=True)
    dyad = models.ForeignKey(Dyad, on_delete=models.CASCADE, related_name="entities", null=True)
    kind = models.CharField(max_length=12, db_index=True)
    name = models.TextField()
    state = models.CharField(max_length=200, blank=True)
    identity = models.CharField(max_length=16, blank=True, db_index=True)
    block = models.CharField(max_length=80, blank=True, db_index=True)
    judged = models.BooleanField(default=False)
    data = models.JSONField()

    class Meta:
        ordering = ("kind", "name", "id")
        verbose_name_plural = "entities"

    def __str__(self) -> str:
        return self.name


class Record(models.Model):
    """One thing that happened or holds, as resolving made it of claims."""

    id = models.CharField(max_length=16, primary_key=True)
    dyad = models.ForeignKey(Dyad, on_delete=models.CASCADE, related_name="records", null=True)
    kind = models.CharField(max_length=20, db_index=True)
    date = models.CharField(max_length=64, blank=True)
    data = models.JSONField()
    claims = models.ManyToManyField(Claim, related_name="records")

    class Meta:
        ordering = ("kind", "date", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Finding(models.Model):
    """What a rule found in a dyad's claims and records, or in the text of one document alone."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="findings", null=True)
    finding = models.CharField(max_length=64, db_index=True)
    dyad = models.ForeignKey(Dyad, on_delete=models.CASCADE, related_name="findings", null=True)
    code = models.CharField(max_length=10, db_index=True)
    severity = models.CharField(max_length=10)
    data = models.JSONField()

    class Meta:
        ordering = ("code", "finding")

    def __str__(self) -> str:
        return f"{self.code} {self.finding}"


class Holder(models.Model):
    """One term of one person in one office, from a table that somebody imported; dates are EDTF.

    The table is one: importing another takes its place.
    """

    state = models.CharField(max_length=4, db_index=True)
    offices = models.JSONField()
    names = models.JSONField()
    date = models.CharField(max_length=64)

    class Meta:
        ordering = ("state", "id")

    def __str__(self) -> str:
        return f"{self.names[0]}, {self.offices[0]}, {self.state}"


class Facet(models.Model):
    """A kind, states, decade and places that entries have in common: what is found is counted by these.

    `states` and `places` are lists parted by `|`; `decade` is its first year, 0 for what has no date.
    """

    mark = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=20)
    states = models.TextField(blank=True)
    decade = models.PositiveIntegerField(default=0)
    places = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.states} {self.decade} {self.places}"


class Entry(models.Model):
    """Something that a search can find: an entity, a claim, or a passage of a document.

    Its words stand in a table of their own, which each database has in its own form (`searching.engine`). `thing`
    is what several entries are of: the document of a passage, the identity of an entity. `low` and `high` are the
    first and last day as YYYYMMDD; `digest` tells whether it is of today.
    """

    DOCUMENT, CLAIM, ENTITY = "document", "claim", "entity"

    sort = models.CharField(max_length=8)
    ref = models.CharField(max_length=200)
    part = models.PositiveIntegerField(default=0)
    dyad = models.CharField(max_length=1000, blank=True)
    thing = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    facet = models.ForeignKey(Facet, on_delete=models.PROTECT, db_index=False)
    low = models.PositiveIntegerField(null=True)
    high = models.PositiveIntegerField(null=True)
    weight = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=16)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("sort", "ref", "part"), name="entry_once"),)
        indexes = (
            models.Index(fields=("sort", "dyad"), name="entry_of_sort_and_dyad"),
            models.Index(fields=("sort", "low", "high"), name="entry_of_sort_and_days"),
        )
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.sort} {self.ref}"
