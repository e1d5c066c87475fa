"""One line for each thing done, and the feed of changed records that search follows.

Lines cannot be changed or taken away: triggers in the database refuse it (see `guards`).
"""

from django.conf import settings
from django.db import models

from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class EntryQuerySet(models.QuerySet["Entry"]):
    def about(self, record: models.Model) -> "EntryQuerySet":
        return self.filter(subject_type=record._meta.label_lower, subject_id=str(record.pk))


class Entry(models.Model):
    """Who did what to which record, and when."""

    kind = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    # Empty when the system did it by itself: an import, a schedule.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    subject_type = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    subject_name = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    request_id = models.CharField(max_length=64, blank=True)

    objects = EntryQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("by",),
        purpose="Accountability: who took which decision.",
        retention="As long as the record it is about; a person who leaves is made anonymous.",
    )

    class Meta:
        verbose_name_plural = "entries"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["subject_type", "subject_id", "-id"], name="history_subject")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_type} {self.subject_id}"


class Change(models.Model):
    """A record whose public face may have changed: the outbox that the search index drains.

    Written in the same transaction as the change itself, so neither can exist alone.
    """

    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id}"
