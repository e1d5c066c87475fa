"""Offers: what an organisation can do, first of all in its own words."""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.concepts import Tag
from counterpoint.apps.directory.models.organisations import Organisation
from counterpoint.apps.directory.models.provenance import SourceFile
from counterpoint.apps.directory.models.publishing import Published, Stage, new_reference
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class OfferQuerySet(models.QuerySet["Offer"]):
    def public(self) -> "OfferQuerySet":
        return self.filter(stage=Stage.PUBLISHED)


class Offer(Published):
    class PriceUnit(models.TextChoices):
        SESSION = "session", _("a session")
        PROGRAMME = "programme", _("a whole programme")
        PERSON = "person", _("a person")
        DAY = "day", _("a day")

    reference = models.CharField(max_length=60, unique=True, default=new_reference)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="offers",
        db_index=False,  # the index of an organisation's newest begins with it
    )
    title = models.CharField(_("what you offer"), max_length=200)
    description = models.TextField(_("in your own words"))
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="offers"
    )
    # As it was typed or published, kept when it could not be found as well.
    place_words = models.CharField(_("where"), max_length=200, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    travel_km = models.PositiveIntegerField(
        _("how far you travel, in kilometres"), null=True, blank=True
    )
    service_areas = models.ManyToManyField(Place, blank=True, related_name="offers_covering")
    is_online = models.BooleanField(_("also online or by telephone"), default=False)
    capacity_people = models.PositiveIntegerField(
        _("how many people at a time"), null=True, blank=True
    )
    capacity_note = models.CharField(max_length=300, blank=True)
    price_amount = models.DecimalField(
        _("price"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    price_currency = models.CharField(max_length=3, default="GBP")
    price_unit = models.CharField(max_length=10, choices=PriceUnit.choices, blank=True)
    price_note = models.CharField(max_length=300, blank=True)
    safeguarding_statement = models.TextField(_("safeguarding"), blank=True)
    insurance_statement = models.TextField(_("insurance"), blank=True)
    accessibility_statement = models.TextField(_("access"), blank=True)
    concepts = models.ManyToManyField(Concept, through="OfferConcept", related_name="offers")
    # An imported offer keeps the identifier of its file: the source and it are unique together.
    external_id = models.CharField(max_length=200, blank=True)
    source_file = models.ForeignKey(
        SourceFile, null=True, blank=True, on_delete=models.PROTECT, related_name="offers"
    )
    source_sheet = models.CharField(max_length=120, blank=True)
    source_row = models.PositiveIntegerField(null=True, blank=True)
    content_hash = models.CharField(max_length=32, blank=True)
    import_run_id = models.BigIntegerField(null=True, blank=True, db_index=True)

    objects = OfferQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("title", "description", "verified_by"),
        purpose="Finding an offer; a freelancer's own words may speak of themselves.",
        retention="Until the offer is withdrawn; afterwards as history without the person.",
    )

    class Meta:
        ordering = ["title", "id"]
        indexes = [
            models.Index(fields=["stage", "-published_at", "-id"], name="offer_newest"),
            models.Index(
                fields=["organisation", "stage", "-published_at", "-id"],
                name="offer_newest_of_organisation",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="offer_price_not_negative",
                condition=Q(price_amount=None) | Q(price_amount__gte=0),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def identifier(self) -> str:
        return self.external_id or self.reference

    def get_absolute_url(self) -> str:
        return f"/offers/{self.reference}/"


class OfferConcept(Tag):
    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="tags")

    personal_data = PersonalData(
        fields=("decided_by",),
        purpose="Who chose the term.",
        retention="As long as the offer.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["offer", "concept"], name="one_tag_per_offer_concept"
            )
        ]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.concept_id} {self.origin}"


class Venue(models.Model):
    """A place where an offer happens."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="venues"
    )
    name = models.CharField(_("name"), max_length=200)
    address = models.CharField(_("address"), max_length=300, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    accessibility = models.TextField(_("access"), blank=True)
    offers = models.ManyToManyField(Offer, blank=True, related_name="venues")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Media(models.Model):
    """A picture, film or recording that shows the work: by its address, with words instead."""

    offer = models.ForeignKey(Offer, on_delete=models.CASCADE, related_name="media")
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    description = models.TextField(_("what it shows, for those who cannot see or hear it"))
    credit = models.CharField(_("credit"), max_length=200, blank=True)

    personal_data = PersonalData(
        fields=("credit",), purpose="Naming who made it.", retention="As long as the offer."
    )

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "media"

    def __str__(self) -> str:
        return self.title
