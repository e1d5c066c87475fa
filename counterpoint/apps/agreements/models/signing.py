"""Signatures and variations. Nothing that was signed is ever written over."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.agreements import words
from counterpoint.apps.agreements.models.agreements import Agreement
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class Variation(models.Model):
    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="variations"
    )
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(_("why"))
    # By field what it was and what it becomes, both as texts.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    proposed_at = models.DateTimeField()
    in_force_at = models.DateTimeField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "number"], name="one_variation_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.number}"


class Signature(models.Model):
    """Recorded, not made here: who signed for which side, as what, when."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="signatures"
    )
    variation = models.ForeignKey(
        Variation, null=True, blank=True, on_delete=models.CASCADE, related_name="signatures"
    )
    side = models.CharField(max_length=8, choices=words.SIDES)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("signs as"), max_length=120)
    sha256 = models.CharField(max_length=64)  # of what was signed
    at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("person", "role"),
        purpose="Who bound which side to the agreement.",
        retention="Seven years after the agreement has ended.",
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "side"],
                condition=models.Q(variation=None),
                name="one_signature_a_side",
            ),
            models.UniqueConstraint(
                fields=["variation", "side"],
                condition=models.Q(variation__isnull=False),
                name="one_signature_a_side_of_a_variation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.side}"
