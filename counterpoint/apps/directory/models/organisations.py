"""Organisations over time: identifiers, names, roles, and what became of them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models.concepts import Tag
from counterpoint.apps.directory.models.publishing import Published, Stage
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Concept
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def public(self) -> "OrganisationQuerySet":
        return self.filter(stage=Stage.PUBLISHED, merged_into=None)


class Organisation(Published):
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=255, db_index=True)
    # The name as matching compares it: folded case, no accents, no "Ltd".
    folded_name = models.CharField(max_length=255, db_index=True)
    description = models.TextField(_("what you do, in your own words"), blank=True)
    community_practice = models.TextField(_("how you work with communities"), blank=True)
    website = models.URLField(_("website"), max_length=500, blank=True)
    email = models.EmailField(_("public e-mail address"), blank=True)
    phone = models.CharField(_("public telephone number"), max_length=40, blank=True)
    legal_form = models.ForeignKey(
        Concept, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # A freelancer is an organisation of one, named by their own choice when they publish.
    is_one_person = models.BooleanField(_("I work on my own"), default=False)
    place = models.ForeignKey(
        Place,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations",
        db_index=False,  # see organisations_by_place
    )
    # As it was typed, kept when it could not be found as well.
    place_words = models.CharField(_("where you are based"), max_length=200, blank=True)
    address = models.CharField(_("address"), max_length=300, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    # Without the usual index: SQLite would take "merged into nothing" for a rare thing and read
    # every record through it.
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="absorbed",
        db_index=False,
    )
    concepts = models.ManyToManyField(
        Concept, through="OrganisationConcept", related_name="organisations"
    )
    # The import that made the record, so that undoing it can take the record away again.
    import_run_id = models.BigIntegerField(null=True, blank=True, db_index=True)

    objects = OrganisationQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("name", "email", "phone", "address", "verified_by"),
        purpose="Finding and reaching providers and commissioners; a freelancer's name is personal.",
        retention="Until the organisation withdraws its record.",
    )

    class Meta:
        ordering = ["name", "id"]
        # Lists read these alone to count and to order; merged records are not in them.
        indexes = [
            models.Index(
                fields=["stage", "name", "id"],
                condition=Q(merged_into=None),
                name="organisations_by_name",
            ),
            models.Index(
                fields=["stage", "-updated_at", "-id"],
                condition=Q(merged_into=None),
                name="organisations_by_change",
            ),
            models.Index(
                fields=["place", "stage", "name", "id"],
                condition=Q(merged_into=None),
                name="organisations_by_place",
            ),
            models.Index(
                fields=["merged_into"],
                condition=Q(merged_into__isnull=False),
                name="organisations_absorbed",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="organisation_closes_after_it_opens",
                condition=Q(opened_on=None)
                | Q(closed_on=None)
                | Q(closed_on__gte=models.F("opened_on")),
                violation_error_message=_("It cannot close before it opens."),
            ),
            models.CheckConstraint(
                name="organisation_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/organisations/{self.slug}/"


class OrganisationConcept(Tag):
    """What the organisation works with and towards, from its own words about itself."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="tags"
    )

    personal_data = PersonalData(
        fields=("decided_by",),
        purpose="Who chose the term.",
        retention="As long as the record.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "concept"], name="one_tag_per_organisation_concept"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.concept_id} {self.origin}"


class OrganisationRole(models.Model):
    """What an organisation does in this field; a council is often several at once."""

    class Role(models.TextChoices):
        COMMISSIONER = "commissioner", _("Commissioner")
        CULTURAL = "cultural", _("Arts or cultural organisation")
        FREELANCER = "freelancer", _("Freelancer")
        FUNDER = "funder", _("Funder")
        NETWORK = "network", _("Network or support body")
        VOLUNTARY = "voluntary", _("Charity or community organisation")
        MUSEUM = "museum", _("Museum")
        LIBRARY = "library", _("Library")
        HEALTH = "health", _("Health or care provider")
        EDUCATION = "education", _("School, college or university")
        OTHER = "other", _("Other")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="roles"
    )
    role = models.CharField(max_length=14, choices=Role.choices)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "role"], name="one_row_per_role")
        ]
        indexes = [models.Index(fields=["role", "organisation"], name="organisations_in_role")]

    def __str__(self) -> str:
        return self.get_role_display()


class Identifier(models.Model):
    """An identifier with its list, as org-id.guide names them: GB-CHC, GB-COH, GB-SC, GB-NIC ..."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers"
    )
    scheme = models.CharField(max_length=60)
    value = models.CharField(max_length=160)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "value"], name="an_identifier_names_one")
        ]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"


class OrganisationName(models.Model):
    """Another name: former, trading or as a publisher wrote it."""

    class Kind(models.TextChoices):
        FORMER = "former", _("former name")
        TRADING = "trading", _("also known as")
        PUBLISHED = "published", _("as a publisher wrote it")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="other_names"
    )
    name = models.CharField(max_length=255)
    folded_name = models.CharField(max_length=255, db_index=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "kind"], name="one_row_per_other_name"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    """What took over from what: a clinical commissioning group and its integrated care board."""

    class How(models.TextChoices):
        MERGED = "merged", _("merged into")
        SPLIT = "split", _("split into")
        REPLACED = "replaced", _("was replaced by")

    predecessor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="successions"
    )
    successor = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="succeeded_from"
    )
    how = models.CharField(max_length=10, choices=How.choices)
    on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    personal_data = PersonalData(
        fields=("by",), purpose="Who recorded it.", retention="As long as the record."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="one_row_per_succession"
            ),
            models.CheckConstraint(
                name="nothing_succeeds_itself", condition=~Q(predecessor=models.F("successor"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} {self.how} {self.successor_id}"
