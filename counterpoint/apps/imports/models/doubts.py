"""Organisations that may be the same: near enough to ask, not near enough to decide."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Merge, Organisation
from counterpoint.apps.imports.models.runs import ImportRun
from counterpoint.domain.privacy import PersonalData


class DoubtfulMatchQuerySet(models.QuerySet["DoubtfulMatch"]):
    def waiting(self) -> "DoubtfulMatchQuerySet":
        return self.filter(
            settled_at=None, newcomer__merged_into=None, candidate__merged_into=None
        )


class DoubtfulMatch(models.Model):
    class Answer(models.TextChoices):
        SAME = "same", _("the same")
        DIFFERENT = "different", _("different")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="doubts")
    newcomer = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="doubts_as_newcomer"
    )
    candidate = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="doubts_as_candidate"
    )
    score = models.FloatField()
    # What speaks for and against, as codes of domain.interchange.likeness.
    evidence = models.JSONField(default=list)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    merge = models.ForeignKey(
        Merge, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = DoubtfulMatchQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("settled_by",), purpose="Who decided it.", retention="As long as the records."
    )

    class Meta:
        ordering = ["-score", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["newcomer", "candidate"], name="one_doubt_per_pair"
            ),
            models.CheckConstraint(
                name="doubt_settled_with_an_answer",
                condition=models.Q(settled_at=None, answer="")
                | models.Q(settled_at__isnull=False, answer__in=["same", "different"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.newcomer_id} and {self.candidate_id}: {self.score:.2f}"
