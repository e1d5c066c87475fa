"""What matching itself keeps: searches that people saved, and what they said of the results."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class IndexState(models.Model):
    """One row: the making of the search index, for those who watch over it.

    How far the index has read the outbox is kept in the index itself, so that the two can never
    tell different stories.
    """

    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    record_count = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=300, blank=True)

    personal_data = NO_PERSONAL_DATA

    def __str__(self) -> str:
        return f"{self.record_count} records, {self.finished_at or 'not finished'}"

    @property
    def is_being_made(self) -> bool:
        return self.started_at is not None and (
            self.finished_at is None or self.finished_at < self.started_at
        )


class SavedSearch(models.Model):
    """A question with everything that was moved or narrowed in it: its address says it all."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_searches"
    )
    name = models.CharField(_("name"), max_length=120)
    address = models.CharField(max_length=2_000)
    saved_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("person", "name", "address"),
        purpose="Coming back to a question; what a person searches for is theirs alone.",
        retention="Until the person removes it or leaves.",
    )

    class Meta:
        ordering = ["-saved_at", "-id"]
        verbose_name_plural = "saved searches"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"], name="one_saved_search_per_name"
            )
        ]

    def __str__(self) -> str:
        return f"saved search {self.pk}"  # its name is nobody else's business


class Feedback(models.Model):
    """Whether somebody found a match useful, kept to judge changes in matching by."""

    class Verdict(models.TextChoices):
        USEFUL = "useful", _("Useful")
        NOT_USEFUL = "not_useful", _("Not useful")

    # The question as it was asked, so that it can be asked again of another version.
    side = models.CharField(max_length=5)
    text = models.TextField()
    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    rank = models.PositiveIntegerField(null=True, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("text", "by"),
        purpose="Judging whether matching gets better.",
        retention="Two years; the person is taken off when they leave.",
    )

    class Meta:
        ordering = ["-at", "-id"]
        verbose_name_plural = "feedback"
        indexes = [
            models.Index(fields=["record_type", "record_id"], name="feedback_on_record")
        ]

    def __str__(self) -> str:
        return f"{self.verdict}: {self.record_type} {self.record_id}"
