"""Suggested corrections: anybody may say that a record is wrong, and gets an answer."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import PersonalData


class Correction(models.Model):
    class Stage(models.TextChoices):
        OPEN = "open", _("Open")
        MADE = "made", _("Made")
        DECLINED = "declined", _("Declined")

    record_type = models.CharField(max_length=40)
    record_id = models.BigIntegerField()
    field = models.CharField(_("what is wrong"), max_length=60, blank=True)
    suggestion = models.TextField(_("what it should say, and how you know"))
    email = models.EmailField(_("e-mail address, for the answer"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField()
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("email", "by", "answered_by"),
        purpose="Answering the person who suggested the correction.",
        retention="One year after the answer.",
    )

    class Meta:
        # Unanswered ones stay on top.
        ordering = ["answered_at", "-at"]
        indexes = [models.Index(fields=["record_type", "record_id"], name="corrections_of")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.record_id} {self.stage}"
