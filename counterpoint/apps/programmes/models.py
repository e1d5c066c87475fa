"""Programmes with their pilots and localities, and what is known of each, with its source.

No private person stands in any of these records: partners and governance are organisations.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import Published, Stage
from counterpoint.apps.places.models import Place
from counterpoint.apps.programmes import words
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def public(self) -> "ProgrammeQuerySet":
        return self.filter(stage=Stage.PUBLISHED)


class Programme(Published):
    class Kind(models.TextChoices):
        PROGRAMME = "programme", _("Programme")
        PILOT = "pilot", _("Commissioner pilot")
        LOCALITY = "locality", _("Locality project")

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROGRAMME)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    # Its members write the programme; a pilot's is the programme's own.
    lead = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="led_programmes"
    )
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="programmes"
    )
    # A year, a month or a day: see domain/programmes/when.
    starts = models.CharField(_("begins"), max_length=10, blank=True)
    ends = models.CharField(_("ends"), max_length=10, blank=True)
    aims = models.TextField(_("aims"), blank=True)
    method = models.TextField(_("how it works"), blank=True)
    source_url = models.URLField(_("where one can read it"), max_length=500, blank=True)

    objects = ProgrammeQuerySet.as_manager()

    personal_data = PersonalData(
        fields=("verified_by",),
        purpose="Who checked it.",
        retention="As long as the programme.",
    )

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["stage", "name", "id"], name="programmes_by_name")]
        constraints = [
            models.CheckConstraint(
                name="only_a_programme_stands_alone",
                condition=Q(kind="programme", parent=None)
                | (~Q(kind="programme") & Q(parent__isnull=False)),
            ),
            models.CheckConstraint(
                name="no_programme_is_part_of_itself",
                condition=Q(parent=None) | ~Q(parent=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/programmes/{self.slug}/"


class Part(models.Model):
    """Abstract: one thing that a source says about a programme."""

    programme = models.ForeignKey(
        Programme, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    source_url = models.URLField(_("where one can read it"), max_length=500, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        abstract = True


class Strand(Part):
    title = models.CharField(_("strand"), max_length=120)
    aim = models.CharField(_("what it is for"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("strand")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title


class Partner(Part):
    """An organisation and what it did here. A name alone where it is not in the directory."""

    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="programme_parts",
    )
    name = models.CharField(_("organisation"), max_length=255)
    role = models.CharField(_("role"), max_length=10, choices=words.ROLES)
    note = models.CharField(_("what it did"), max_length=300, blank=True)
    since = models.CharField(_("since"), max_length=10, blank=True)
    until = models.CharField(_("until"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("partner")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "name", "role"], name="one_row_per_partner_and_role"
            )
        ]

    def __str__(self) -> str:
        return self.name


class MoneyLine(Part):
    kind = models.CharField(_("kind of money"), max_length=10, choices=words.MONEY_KINDS)
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("currency"), max_length=3, default="GBP")
    what = models.CharField(_("what it is"), max_length=300)

    class Meta:
        verbose_name = _("line of money")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="money_is_positive", condition=Q(amount__gt=0))
        ]

    def __str__(self) -> str:
        return self.what


class Move(Part):
    """A step of the pipeline, dated as exactly as the source dates it."""

    state = models.CharField(_("what was reached"), max_length=14, choices=words.STATES)
    on = models.CharField(_("when"), max_length=10, blank=True)
    evidence = models.CharField(_("what shows it"), max_length=500)

    class Meta:
        verbose_name = _("step of the pipeline")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.get_state_display())


class Figure(Part):
    """What one source says. Never edited: another source, or a later one, is another row."""

    question = models.CharField(_("what it answers"), max_length=200)
    # Which part of the page it concerns, so that the page can lead to it.
    about = models.CharField(
        _("it is about"), max_length=8, choices=words.SUBJECTS, default="other"
    )
    figure = models.CharField(_("figure"), max_length=80)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    source_name = models.CharField(_("who says so"), max_length=200)
    said_on = models.CharField(_("when they said it"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("figure with its source")
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.question} {self.figure} {self.unit}".strip()


class Item(Part):
    """Of the catalogue: a publication, an event or a milestone."""

    class Kind(models.TextChoices):
        PUBLICATION = "publication", _("Publication")
        EVENT = "event", _("Event")
        MILESTONE = "milestone", _("Milestone")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=250)
    by_whom = models.CharField(_("by whom"), max_length=200, blank=True)
    on = models.CharField(_("when"), max_length=10, blank=True)
    where = models.CharField(_("where"), max_length=120, blank=True)
    audience = models.CharField(_("for whom"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("publication, event or milestone")
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["kind", "on", "id"], name="catalogue_by_kind")]

    def __str__(self) -> str:
        return self.title


class EvaluationQuestion(Part):
    question = models.CharField(_("question"), max_length=300)
    indicator = models.CharField(_("how one would know"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("evaluation question")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.question


class Lesson(Part):
    tried = models.CharField(_("what was tried"), max_length=300)
    happened = models.CharField(_("what happened"), max_length=500)
    would_change = models.CharField(_("what we would change"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("lesson")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.tried
