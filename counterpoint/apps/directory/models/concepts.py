"""How a record is tied to the vocabulary: proposed by the system, accepted by a person."""

from typing import Any, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.vocabulary.models import Concept


class Origin(models.TextChoices):
    PROPOSED = "proposed", _("proposed from your words")
    ACCEPTED = "accepted", _("accepted by a person")
    ADDED = "added", _("added by a person")
    REFUSED = "refused", _("refused by a person")
    SOURCE = "source", _("as its source files it")


# What a reader may be told of: a proposal that nobody has looked at is not among them.
VOUCHED_FOR = (Origin.ACCEPTED, Origin.ADDED, Origin.SOURCE)

AnyTag = TypeVar("AnyTag", bound="Tag")


class TagQuerySet(models.QuerySet[AnyTag]):
    def vouched_for(self) -> "TagQuerySet[AnyTag]":
        return self.filter(origin__in=VOUCHED_FOR)

    def undecided(self) -> "TagQuerySet[AnyTag]":
        return self.filter(origin=Origin.PROPOSED)


class Tag(models.Model):
    """Abstract: a concept on a record, with the words that led to it."""

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="+")
    origin = models.CharField(max_length=10, choices=Origin.choices)
    # The words as they were written, in the order in which they stand in the text.
    words = models.JSONField(default=list, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    objects: Any = TagQuerySet.as_manager()

    class Meta:
        abstract = True
