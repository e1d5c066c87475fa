"""How people are told: at once, once a day or not at all; and in whose words."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class NoticeChoice(models.Model):
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_choices"
    )
    kind = models.CharField(max_length=12, choices=words.NOTICE_KINDS)
    how = models.CharField(max_length=6, choices=words.HOW_TOLD)

    personal_data = PersonalData(
        fields=("person",), purpose="How they want to be told.", retention="Until they leave."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], name="one_choice_per_notice")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.how}"


class WaitingNotice(models.Model):
    """A mail that waits for the daily one."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="waiting_notices"
    )
    subject = models.CharField(max_length=300)
    body = models.TextField()
    at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("person", "body"),
        purpose="Telling them once a day instead of at once.",
        retention="Until the mail of the day is sent.",
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.subject


class NoticeText(models.Model):
    """A sentence that the programme's staff put before a kind of mail. The facts stay as they are."""

    kind = models.CharField(max_length=12, choices=words.NOTICE_KINDS, unique=True)
    text = models.TextField(_("words at the beginning of the mail"), blank=True)
    updated_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    def __str__(self) -> str:
        return self.kind
