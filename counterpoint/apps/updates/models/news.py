"""What has happened that somebody may want to hear of, in one order that never changes.

Entries of history get their numbers before their transactions end. Here one gatherer at a time
gives out the numbers, so "all after 57" means the same whenever it is asked.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import NO_PERSONAL_DATA


class News(models.Model):
    class Event(models.TextChoices):
        PUBLISHED = "published", _("new")
        EDITED = "edited", _("changed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    event = models.CharField(max_length=10, choices=Event.choices)
    fields = models.JSONField(default=list, blank=True)
    happened_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        verbose_name_plural = "news"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} {self.event}"

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.record_id}"


class Gathering(models.Model):
    """One row: how far history has been read, and the turn of the gatherer."""

    position = models.TextField(default="0")

    personal_data = NO_PERSONAL_DATA

    def __str__(self) -> str:
        return self.position
