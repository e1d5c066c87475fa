"""Two records of one organisation made one, with everything needed to part them again."""

from django.conf import settings
from django.db import models

from counterpoint.apps.directory.models.organisations import Organisation
from counterpoint.domain.privacy import PersonalData


class Merge(models.Model):
    kept = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="merges_kept"
    )
    absorbed = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="merges_absorbed"
    )
    # What was moved from one to the other, by record type: enough to put it back.
    moved = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    personal_data = PersonalData(
        fields=("by", "undone_by"),
        purpose="Who decided it.",
        retention="As long as the record.",
    )

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.absorbed_id} into {self.kept_id}"
