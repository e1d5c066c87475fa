"""Guides as they were last loaded from their files."""

from datetime import date
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.privacy import NO_PERSONAL_DATA


class GuideQuerySet(models.QuerySet["Guide"]):
    def in_force(self) -> Self:
        return self.filter(withdrawn_at=None)

    def due_for_review(self, on: date) -> Self:
        return self.in_force().filter(review_by__lt=on)


class Guide(models.Model):
    class Audience(models.TextChoices):
        COMMISSIONER = "commissioner", _("For commissioners")
        ARTS = "arts", _("For arts organisations and artists")

    slug = models.SlugField(max_length=100, unique=True)
    title = models.CharField(max_length=120)
    audience = models.CharField(max_length=14, choices=Audience.choices)
    summary = models.CharField(max_length=400)
    # As `domain.publications.guides` read them: chapters with blocks, and where claims come from.
    chapters = models.JSONField()
    sources = models.JSONField(default=list)
    next_slugs = models.JSONField(default=list)
    minutes_to_read = models.PositiveSmallIntegerField()
    written_on = models.DateField()
    review_by = models.DateField()
    concepts = models.ManyToManyField(Concept, related_name="guides", blank=True)
    content_hash = models.CharField(max_length=64)
    first_loaded_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    # A guide whose file is gone keeps its address, which then says so.
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = GuideQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="guide_is_reviewed_after_it_is_written",
                condition=models.Q(review_by__gt=models.F("written_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/guidance/{self.slug}/"
