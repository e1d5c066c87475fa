"""Awards that funders have published: the track record. Never changed here, only re-imported."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.organisations import Organisation
from counterpoint.apps.directory.models.provenance import SourceFile
from counterpoint.apps.places.models import Place
from counterpoint.domain.privacy import NO_PERSONAL_DATA


class Award(models.Model):
    # As published; a publisher may repeat one, so the import makes `identity` unique instead.
    identifier = models.CharField(max_length=200)
    identity = models.CharField(max_length=250)
    # Found through indexes of several columns that begin with them: see Meta.
    source = models.ForeignKey(
        "directory.DataSource", on_delete=models.PROTECT, related_name="awards", db_index=False
    )
    funder = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="awards_made", db_index=False
    )
    # Empty for a person: named individuals in grant files are never published.
    recipient = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="awards",
        db_index=False,
    )
    is_to_individual = models.BooleanField(default=False)
    title = models.CharField(_("title"), max_length=500)
    description = models.TextField(_("what it was for"), blank=True)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3, default="GBP")
    awarded_on = models.DateField(_("awarded"), null=True, blank=True)
    # Where only a year or a financial year was published.
    awarded_note = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    programme = models.CharField(_("grant programme"), max_length=255, blank=True)
    art_form_words = models.CharField(max_length=120, blank=True)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="awards"
    )
    place_words = models.CharField(max_length=200, blank=True)
    source_file = models.ForeignKey(
        SourceFile, on_delete=models.PROTECT, related_name="awards"
    )
    source_sheet = models.CharField(max_length=120, blank=True)
    source_row = models.PositiveIntegerField(null=True, blank=True)
    content_hash = models.CharField(max_length=32)
    import_run_id = models.BigIntegerField(null=True, blank=True, db_index=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        # PostgreSQL would put the awards without a day first.
        ordering = [models.F("awarded_on").desc(nulls_last=True), "-id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "identity"], name="one_row_per_award")
        ]
        indexes = [
            models.Index(fields=["recipient", "-awarded_on"], name="awards_of_recipient"),
            models.Index(fields=["funder", "-awarded_on"], name="awards_of_funder"),
            models.Index(fields=["-awarded_on", "-id"], name="awards_newest"),
            # Adding up what a large funder gave reads the index alone.
            models.Index(
                fields=["funder", "currency", "amount"], name="award_totals_of_funder"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/awards/{self.pk}/"
