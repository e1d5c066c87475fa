"""Where a fact came from: the publisher, the file, the row, the licence."""

from django.db import models

from counterpoint.domain.privacy import NO_PERSONAL_DATA


class DataSource(models.Model):
    """A publisher's data set, for instance the awards list of one arts council."""

    name = models.CharField(max_length=200, unique=True)
    publisher = models.CharField(max_length=200)
    licence = models.CharField(max_length=200, blank=True)
    licence_url = models.URLField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    note = models.TextField(blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SourceFile(models.Model):
    """One file as it was received; the same bytes are the same file."""

    source = models.ForeignKey(DataSource, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size_bytes = models.BigIntegerField()
    received_at = models.DateTimeField()
    published_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-received_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "sha256"], name="one_row_per_source_file"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Provenance(models.Model):
    """Which file and row last supplied these fields of a record that several files describe."""

    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    fields = models.JSONField()
    source_file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="+")
    sheet = models.CharField(max_length=120, blank=True)
    row = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["record_type", "record_id"], name="provenance_of")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} from {self.source_file_id}:{self.row}"
