"""The stored terms of both languages, loaded from the vocabulary files."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from counterpoint.domain.privacy import NO_PERSONAL_DATA


class Release(models.Model):
    """One loading of the vocabulary files: what was in them, and what it changed."""

    sha256 = models.CharField(max_length=64, db_index=True)
    loaded_at = models.DateTimeField()
    concept_count = models.PositiveIntegerField()
    label_count = models.PositiveIntegerField()
    difference = models.JSONField(default=dict)
    # What each kind of concept is called and is about, as the files say.
    headings = models.JSONField(default=list)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.sha256[:12]


class Concept(models.Model):
    class Kind(models.TextChoices):
        OUTCOME = "outcome", _("Outcome")
        POPULATION = "population", _("Population")
        CONDITION = "condition", _("Condition")
        SETTING = "setting", _("Setting")
        TIER = "tier", _("Tier")
        ART_FORM = "art_form", _("Art form")
        ACTIVITY = "activity", _("Activity")
        PRACTICE_MODEL = "practice_model", _("Practice model")
        LEGAL_FORM = "legal_form", _("Legal form")

    code = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, db_index=True)
    name = models.CharField(max_length=160)
    definition = models.TextField(blank=True)
    source = models.TextField(blank=True)
    broader = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="narrower"
    )
    # A code that records use is never deleted: it is retired, and the records keep it.
    retired_at = models.DateTimeField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["kind", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/vocabulary/{self.code}/"


class Label(models.Model):
    class Audience(models.TextChoices):
        COMMISSIONER = "commissioner", _("Commissioners")
        ARTS = "arts", _("Arts and culture")
        PUBLIC = "public", _("Everybody")
        HIDDEN = "hidden", _("Not shown")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="labels")
    text = models.CharField(max_length=200)
    audience = models.CharField(max_length=14, choices=Audience.choices)
    language = models.CharField(max_length=8, default="en")
    is_weak = models.BooleanField(default=False)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["audience", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "text", "audience", "language"], name="one_row_per_label"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Relation(models.Model):
    class How(models.TextChoices):
        RELATED = "related", _("related to")
        SERVES = "serves", _("offered or commissioned for")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="relations_from")
    how = models.CharField(max_length=8, choices=How.choices)
    source = models.TextField(blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "other", "how"], name="one_row_per_relation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.concept_id} {self.how} {self.other_id}"


class Mapping(models.Model):
    """The same thing in somebody else's framework, for as long as that framework held."""

    class Match(models.TextChoices):
        EXACT = "exact", _("the same")
        CLOSE = "close", _("close to")
        BROAD = "broad", _("wider")
        NARROW = "narrow", _("narrower")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="mappings")
    framework = models.CharField(max_length=60)
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=300, blank=True)
    match = models.CharField(max_length=6, choices=Match.choices)
    valid_from = models.PositiveSmallIntegerField(null=True, blank=True)
    valid_to = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.TextField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["framework", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "framework", "code"], name="one_row_per_mapping"
            )
        ]

    def __str__(self) -> str:
        return f"{self.framework} {self.code}"


class FalseFriend(models.Model):
    """Words that look like a need or an offer and mean something else; kept as the file says."""

    code = models.CharField(max_length=120, unique=True)
    rule = models.JSONField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code
