"""What imports wrote: enough to know a row again, and to put back what a correction changed."""

from django.db import models

from counterpoint.apps.directory.models import DataSource
from counterpoint.apps.imports.models.runs import ImportRun
from counterpoint.domain.privacy import NO_PERSONAL_DATA


class ImportedRecord(models.Model):
    """The record that a row of a source became. Awards carry this themselves."""

    source = models.ForeignKey(DataSource, on_delete=models.CASCADE, related_name="+")
    record_type = models.CharField(max_length=14)
    identity = models.CharField(max_length=250)
    record_id = models.BigIntegerField()
    content_hash = models.CharField(max_length=32)
    # What the source last said, by field: a field that says something else by now was changed by
    # a person, and a corrected file must not undo their work.
    said = models.JSONField(default=dict)
    # The import that first brought it.
    run_id = models.BigIntegerField(db_index=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "record_type", "identity"],
                name="one_record_per_imported_row",
            )
        ]
        indexes = [
            models.Index(fields=["record_type", "record_id"], name="rows_behind_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.identity}"


class ImportChange(models.Model):
    """A record that was there before and that a corrected file made say something else."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="changes")
    record_type = models.CharField(max_length=14)
    record_id = models.BigIntegerField()
    record_name = models.CharField(max_length=300)
    # By field; as JSON can hold them, so that they can be put back.
    before = models.JSONField()
    after = models.JSONField()
    row = models.PositiveIntegerField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["record_type", "record_id"], name="changes_of_a_record")
        ]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} in {self.run_id}"
