"""Studies: what was printed, kept as it was printed, and what is said of them elsewhere."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.evidence.checking import interval_excludes_none
from counterpoint.domain.evidence.effects import Measure
from counterpoint.domain.privacy import NO_PERSONAL_DATA


class Study(models.Model):
    class Design(models.TextChoices):
        RANDOMISED = "randomised", _("Randomised controlled trial")
        CLUSTER_RANDOMISED = "cluster_randomised", _("Cluster randomised trial")
        CONTROLLED = "controlled", _("Controlled, not randomised")
        COHORT = "cohort", _("Cohort")
        BEFORE_AND_AFTER = "before_and_after", _("Before and after, no comparison")
        AFTER_ONLY = "after_only", _("After only")
        CROSS_SECTIONAL = "cross_sectional", _("Cross-sectional survey")
        REVIEW = "review", _("Systematic review")
        META_ANALYSIS = "meta_analysis", _("Meta-analysis")
        SCOPING = "scoping", _("Scoping review")

    class Read(models.TextChoices):
        NUMBERS = "numbers", _("Numbers read")
        DIRECTION = "direction", _("Only the direction read")
        NOT_EXTRACTED = "not_extracted", _("Effect not yet extracted")
        NOT_APPLICABLE = "not_applicable", _("Reports no effect of its own")

    key = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=400)
    authors = models.CharField(max_length=400)
    year = models.PositiveSmallIntegerField(db_index=True)
    # Not unique: several distinct abstracts of one meeting may share one.
    doi = models.CharField(max_length=200, blank=True, db_index=True)
    isbn = models.CharField(max_length=20, blank=True)
    design = models.CharField(max_length=20, choices=Design.choices, db_index=True)
    design_words = models.CharField(max_length=300, blank=True)
    art_words = models.CharField(max_length=300, blank=True)
    outcome_words = models.CharField(max_length=300, blank=True)
    population_words = models.CharField(max_length=300, blank=True)
    people = models.PositiveIntegerField(null=True, blank=True)
    found = models.TextField(blank=True)
    read = models.CharField(max_length=15, choices=Read.choices)
    source = models.TextField()
    note = models.TextField(blank=True)
    concepts = models.ManyToManyField(Concept, related_name="studies")
    recorded_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        verbose_name_plural = "studies"
        ordering = ["-year", "title", "id"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/evidence/{self.key}/"


class Effect(models.Model):
    """One printed result: an estimate with its interval, or the t of one group's change."""

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="effects")
    outcome = models.CharField(max_length=200)
    measure = models.CharField(max_length=8)
    estimate = models.FloatField(null=True, blank=True)
    low = models.FloatField(null=True, blank=True)
    high = models.FloatField(null=True, blank=True)
    t = models.FloatField(null=True, blank=True)
    df = models.PositiveIntegerField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="effect_is_an_interval_or_a_t",
                condition=Q(
                    estimate__isnull=False,
                    low__isnull=False,
                    high__isnull=False,
                    t=None,
                    df=None,
                )
                | Q(t__isnull=False, df__gte=2, estimate=None, low=None, high=None),
            ),
            models.CheckConstraint(
                name="effect_limits_in_order",
                condition=Q(low=None) | Q(low__lt=models.F("high")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.outcome}"

    @property
    def has_shown_something(self) -> bool:
        """Its interval leaves no effect out. A t of one group's own change shows no cause."""
        if self.low is None or self.high is None:
            return False
        return interval_excludes_none(Measure(self.measure), self.low, self.high)


class Assertion(models.Model):
    """What is said of a study elsewhere and goes further than it, with what the study was."""

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="assertions")
    words = models.TextField()
    beside = models.TextField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.words
