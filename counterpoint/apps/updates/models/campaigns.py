"""Newsletters that the programme team writes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import PersonalData


class Campaign(models.Model):
    """draft -> scheduled -> sending -> sent; scheduled and sending can be paused and go on."""

    class Stage(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SCHEDULED = "scheduled", _("Scheduled")
        SENDING = "sending", _("Being sent")
        PAUSED = "paused", _("Paused")
        SENT = "sent", _("Sent")

    slug = models.SlugField(max_length=80, unique=True)
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(_("text"))
    place_code = models.CharField(_("only for a place"), max_length=40, blank=True)
    concept_code = models.CharField(_("only for a term"), max_length=120, blank=True)
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    send_at = models.DateTimeField(_("send at"), null=True, blank=True)
    # Everybody up to this subscriber has been written down to be sent to.
    reached_id = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    personal_data = PersonalData(
        fields=("by",), purpose="Who wrote it.", retention="Until they leave."
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="a_scheduled_campaign_has_a_time",
                condition=~models.Q(stage="scheduled") | models.Q(send_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return f"/newsletters/{self.slug}/"

    @property
    def can_be_edited(self) -> bool:
        return self.published_at is None and self.stage in (
            self.Stage.DRAFT,
            self.Stage.SCHEDULED,
            self.Stage.PAUSED,
        )
