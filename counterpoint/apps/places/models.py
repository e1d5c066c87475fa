"""Places that public services are organised by: what they were called, and what became of them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import NO_PERSONAL_DATA


class Place(models.Model):
    class Kind(models.TextChoices):
        COUNTRY = "country", _("Country")
        NATION = "nation", _("Nation")
        REGION = "region", _("Region")
        BOARD = "board", _("Health board or integrated care board")
        SUB_BOARD = "sub_board", _("Part of an integrated care board")
        AUTHORITY = "authority", _("Combined authority")
        COUNTY = "county", _("County")
        DISTRICT = "district", _("District")
        TOWN = "town", _("Town or part of a town")
        CCG = "ccg", _("Clinical commissioning group")

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=160, db_index=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, db_index=True)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    # Simplified outline, [[[lon, lat], ...], ...] a ring each; empty where none is held.
    outline = models.JSONField(default=list, blank=True)
    source = models.CharField(max_length=200, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/places/{self.code}/"


class PlaceName(models.Model):
    """Another name for a place: Welsh, former, short, or as people say it; or another code."""

    class Use(models.TextChoices):
        USUAL = "usual", _("also called")
        FORMER = "former", _("formerly")
        CODE = "code", _("also known by the code")

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(max_length=160, db_index=True)
    language = models.CharField(max_length=8, default="en")
    use = models.CharField(max_length=8, choices=Use.choices, default=Use.USUAL)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="one_row_per_place_name")
        ]

    def __str__(self) -> str:
        return self.name


class PlaceLink(models.Model):
    """How two places stand to each other when neither simply holds the other."""

    class How(models.TextChoices):
        OVERLAPS = "overlaps", _("lies partly in")
        SUCCEEDED_BY = "succeeded_by", _("was succeeded by")

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="links_from")
    how = models.CharField(max_length=12, choices=How.choices)
    # For an overlap: the part of `place` that lies in `other`, 0 to 1.
    share = models.FloatField(null=True, blank=True)
    on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "other", "how"], name="one_row_per_place_link"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.how} {self.other_id}"


class PostcodeDistrict(models.Model):
    """The first half of a postcode, for instance CT9."""

    code = models.CharField(max_length=4, unique=True)
    latitude = models.FloatField()
    longitude = models.FloatField()
    district = models.ForeignKey(
        Place,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="postcode_districts",
    )
    town = models.CharField(max_length=100, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Postcode(models.Model):
    """A whole postcode: only where an operator has loaded the full ONS directory."""

    code = models.CharField(max_length=8, primary_key=True)  # without the space
    latitude = models.FloatField()
    longitude = models.FloatField()
    district = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_on = models.DateField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    def __str__(self) -> str:
        return self.code


class Release(models.Model):
    """Places or postcodes as they were loaded; what is kept in memory follows the latest one."""

    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    place_count = models.PositiveIntegerField()
    postcode_count = models.PositiveIntegerField(default=0)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.sha256[:8]} of {self.loaded_at:%Y-%m-%d}"
