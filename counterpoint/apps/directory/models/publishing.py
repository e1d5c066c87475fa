"""What organisations, offers and needs have in common: a stage, a reference, and checking."""

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# No vowels and no look-alikes: a reference is read out over the telephone.
_LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"


def new_reference() -> str:
    return "".join(secrets.choice(_LETTERS) for _letter in range(8))


class Stage(models.TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Published(models.Model):
    """Abstract: when it became public, when it changed, when a person last checked it."""

    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.DRAFT)
    published_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    # "Updated" may be a machine; "verified" is always a person who looked.
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    # Reminders to check it since it was last checked; after the last one the page says so.
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminders_sent = models.PositiveSmallIntegerField(default=0)
    # Invented for the demonstration, and says so wherever it is shown.
    is_example = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        return self.stage == Stage.PUBLISHED

    @property
    def last_checked_at(self) -> datetime:
        """When a person last vouched for it, or failing that when it was first written down."""
        return self.verified_at or self.published_at or self.created_at
