"""Needs: what a commissioner wants to change, for whom, where."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.concepts import Tag
from counterpoint.apps.directory.models.organisations import Organisation
from counterpoint.apps.directory.models.provenance import SourceFile
from counterpoint.apps.directory.models.publishing import Published, Stage, new_reference
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.privacy import PersonalData


class NeedQuerySet(models.QuerySet["Need"]):
    def public(self) -> "NeedQuerySet":
        return self.filter(stage=Stage.PUBLISHED)


class Need(Published):
    reference = models.CharField(max_length=60, unique=True, default=new_reference)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="needs",
        db_index=False,  # the index of an organisation's newest begins with it
    )
    title = models.CharField(_("the need in a line"), max_length=200)
    statement = models.TextField(_("in your own words"))
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="needs"
    )
    place_words = models.CharField(_("where"), max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    people = models.PositiveIntegerField(_("about how many people"), null=True, blank=True)
    budget_amount = models.DecimalField(
        _("budget, if it can be said"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    budget_currency = models.CharField(max_length=3, default="GBP")
    wanted_by = models.DateField(_("wanted by"), null=True, blank=True)
    concepts = models.ManyToManyField(Concept, through="NeedConcept", related_name="needs")
    external_id = models.CharField(max_length=200, blank=True)
    source_file = models.ForeignKey(
        SourceFile, null=True, blank=True, on_delete=models.PROTECT, related_name="needs"
    )
    source_sheet = models.CharField(max_length=120, blank=True)
    source_row = models.PositiveIntegerField(null=True, blank=True)
    content_hash = models.CharField(max_length=32, blank=True)
    import_run_id = models.BigIntegerField(null=True, blank=True, db_index=True)

    objects = NeedQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("verified_by",), purpose="Who checked it.", retention="As long as the need."
    )

    class Meta:
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["stage", "-published_at", "-id"], name="need_newest"),
            models.Index(
                fields=["organisation", "stage", "-published_at", "-id"],
                name="need_newest_of_organisation",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="need_budget_not_negative",
                condition=models.Q(budget_amount=None) | models.Q(budget_amount__gte=0),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def identifier(self) -> str:
        return self.external_id or self.reference

    def get_absolute_url(self) -> str:
        return f"/needs/{self.reference}/"


class NeedConcept(Tag):
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="tags")

    personal_data = PersonalData(
        fields=("decided_by",), purpose="Who chose the term.", retention="As long as the need."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["need", "concept"], name="one_tag_per_need_concept"
            )
        ]

    def __str__(self) -> str:
        return f"{self.need_id} {self.concept_id} {self.origin}"
