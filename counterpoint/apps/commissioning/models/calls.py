"""A call: what is wanted, for how much, from whom, by when, and how it will be decided."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.directory.models import Need, Organisation
from counterpoint.apps.directory.models.publishing import new_reference
from counterpoint.apps.places.models import Place
from counterpoint.domain.commissioning.calls.deadline import Deadline
from counterpoint.domain.commissioning.calls.standing import Standing, State, standing
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData

MONEY = {"max_digits": 14, "decimal_places": 2}


class CallQuerySet(models.QuerySet["Call"]):
    def public(self) -> "CallQuerySet":
        return self.exclude(state=State.DRAFT)

    def live(self) -> "CallQuerySet":
        """Announced or open, as far as anybody has noted: see `actions/watching`."""
        return self.filter(state=State.PUBLISHED, closing_noted_at=None, has_known_times=True)

    def open_at(self, at: datetime) -> "CallQuerySet":
        return self.filter(state=State.PUBLISHED, opens_at__lte=at, closes_at__gte=at)


class Call(models.Model):
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="calls"
    )
    need = models.ForeignKey(
        Need, null=True, blank=True, on_delete=models.PROTECT, related_name="calls"
    )
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind of call"), max_length=12, choices=words.CALL_KINDS)
    purpose = models.TextField(_("what it is for, in outcomes"))
    what_is_wanted = models.TextField(_("what is asked of a provider"), blank=True)
    lessons = models.TextField(_("what earlier rounds taught"), blank=True)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="calls"
    )
    currency = models.CharField(max_length=3, default="GBP")
    # All that may be awarded; the ceilings of the lots together unless it is less.
    pot = models.DecimalField(_("all that may be awarded"), null=True, blank=True, **MONEY)  # type: ignore[arg-type]
    awarded = models.DecimalField(default=Decimal(0), **MONEY)  # type: ignore[arg-type]
    opens_at = models.DateTimeField(_("opens"), null=True, blank=True)
    # From the steps: the deadline of the application, and of the expression of interest before it.
    closes_at = models.DateTimeField(null=True, blank=True)
    expressions_close_at = models.DateTimeField(null=True, blank=True)
    grace_minutes = models.PositiveSmallIntegerField(_("minutes of grace"), default=0)
    delivery_from = models.DateField(_("the work begins"), null=True, blank=True)
    delivery_to = models.DateField(_("the work ends"), null=True, blank=True)
    # Codes of the forms of consortium that may apply.
    forms = models.JSONField(default=list, blank=True)
    route = models.CharField(_("way of buying"), max_length=60, blank=True)
    route_reason = models.TextField(_("why this way"), blank=True)
    # The advice that a person decided on: title, day, routes, notices and the address of the answers.
    route_advice = models.JSONField(default=dict, blank=True)
    standstill_days = models.PositiveSmallIntegerField(
        _("standstill in working days"), default=0
    )
    readers_each = models.PositiveSmallIntegerField(_("assessors of each"), default=2)
    lived_each = models.PositiveSmallIntegerField(
        _("of them with lived experience"), default=0
    )
    state = models.CharField(max_length=10, choices=words.STATES, default=State.DRAFT)
    version = models.PositiveIntegerField(default=0)
    # The round that this one follows: advertised again, or started from.
    earlier = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="later"
    )
    is_readvertised = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)
    closing_noted_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)  # its applications, once
    decided_at = models.DateTimeField(null=True, blank=True)
    state_reason = models.TextField(blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    is_example = models.BooleanField(default=False)
    # Of a call that was made elsewhere and is written down here from its sources.
    source_url = models.URLField(_("where one can read it"), max_length=500, blank=True)
    # False where no source says day and hour: then none is shown, whatever the steps hold.
    has_known_times = models.BooleanField(default=True)

    objects = CallQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-published_at", "-id"]
        indexes = [
            models.Index(fields=["state", "closes_at", "id"], name="calls_by_deadline"),
            models.Index(fields=["organisation", "-id"], name="calls_of_organisation"),
        ]
        constraints = [
            models.CheckConstraint(
                name="awards_stay_within_the_pot",
                condition=Q(awarded=0) | Q(pot__isnull=False, awarded__lte=F("pot")),
            ),
            models.CheckConstraint(
                name="call_awards_not_negative", condition=Q(awarded__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/calls/{self.reference}/"

    @property
    def is_public(self) -> bool:
        return self.state != State.DRAFT

    @property
    def is_grant(self) -> bool:
        return self.kind == words.CallKind.GRANT

    @property
    def is_framework(self) -> bool:
        """Providers are admitted to a list, and nothing is paid before a call to those on it."""
        return self.kind == words.CallKind.FRAMEWORK

    @property
    def grace(self) -> timedelta:
        return timedelta(minutes=self.grace_minutes)

    @property
    def deadline(self) -> Deadline | None:
        return Deadline(self.closes_at, self.grace) if self.closes_at else None

    @property
    def expressions_deadline(self) -> Deadline | None:
        if self.expressions_close_at is None:
            return None
        return Deadline(self.expressions_close_at, self.grace)

    def standing(self, at: datetime) -> Standing:
        last = self.deadline.last_moment if self.deadline else None
        return standing(State(self.state), self.opens_at, last, at)


class PartOfCall(models.Model):
    """Abstract: something that a call is put together from."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="%(class)ss")

    personal_data = NO_PERSONAL_DATA

    class Meta:
        abstract = True


class Lot(PartOfCall):
    number = models.PositiveSmallIntegerField()
    title = models.CharField(_("lot"), max_length=200)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    # Empty where the call does not say it.
    ceiling = models.DecimalField(_("at most"), null=True, blank=True, **MONEY)  # type: ignore[arg-type]
    awarded = models.DecimalField(default=Decimal(0), **MONEY)  # type: ignore[arg-type]
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("lot")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="one_lot_per_number"),
            models.CheckConstraint(
                name="lot_within_its_ceiling",
                condition=Q(awarded=0) | Q(awarded__gt=0, awarded__lte=F("ceiling")),
            ),
            models.CheckConstraint(
                name="lot_ceiling_positive", condition=Q(ceiling=None) | Q(ceiling__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return self.title


class CallStep(PartOfCall):
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(_("what happens"), max_length=12, choices=words.STEP_KINDS)
    title = models.CharField(_("what applicants read"), max_length=120)
    by = models.DateTimeField(_("over by"), null=True, blank=True)

    class Meta:
        verbose_name = _("step")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["call", "order"], name="one_step_per_place")
        ]

    def __str__(self) -> str:
        return self.title


class EligibilityRule(PartOfCall):
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="rules")
    check_code = models.CharField(_("how it is checked"), max_length=12, choices=words.CHECKS)
    sentence = models.CharField(_("the rule, as an applicant reads it"), max_length=300)
    value = models.CharField(_("what must be so"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("rule of eligibility")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.sentence


class Criterion(PartOfCall):
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="criteria")
    title = models.CharField(_("criterion"), max_length=160)
    asks = models.TextField(_("what assessors look for"), blank=True)
    weight = models.PositiveSmallIntegerField(_("weight, of 100"))
    most = models.PositiveSmallIntegerField(_("most points"), default=5)
    least = models.PositiveSmallIntegerField(
        _("fewest points for an award"), null=True, blank=True
    )
    # What each number of points means: {"0": "Nothing …", "5": "All …"}.
    anchors = models.JSONField(default=dict, blank=True)
    is_social_value = models.BooleanField(_("social value"), default=False)

    class Meta:
        verbose_name = _("criterion")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="criterion_on_a_scale",
                condition=Q(weight__gte=1, weight__lte=100, most__gte=1, most__lte=10),
            )
        ]

    def __str__(self) -> str:
        return self.title


class Question(PartOfCall):
    """`in_expression`: asked at the expression of interest, else with the application."""

    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(_("kind of answer"), max_length=10, choices=words.QUESTION_KINDS)
    text = models.CharField(_("question"), max_length=300)
    hint = models.CharField(_("hint"), max_length=400, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=True)
    most_words = models.PositiveSmallIntegerField(_("most words"), null=True, blank=True)
    choices = models.JSONField(default=list, blank=True)
    criterion = models.ForeignKey(
        Criterion, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    in_expression = models.BooleanField(
        _("asked in the expression of interest"), default=False
    )

    class Meta:
        verbose_name = _("question")
        ordering = ["-in_expression", "order", "id"]

    def __str__(self) -> str:
        return self.text


class Clarification(PartOfCall):
    """A question before the deadline. Who asked is never shown to anybody."""

    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.TextField(_("question"))
    asked_at = models.DateTimeField()
    answer = models.TextField(_("answer, for all to read"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("asked_by",),
        purpose="Telling whoever asked that there is an answer, and keeping floods out.",
        retention="Until a year after the call was decided or withdrawn.",
    )

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return self.text[:80]


class Notice(PartOfCall):
    """What was published, when, and the whole of the call as it stood then. Never changed."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Published")
        AMENDED = "amended", _("Amended")
        EXTENDED = "extended", _("Deadline moved")
        ANSWERED = "answered", _("Question answered")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        READVERTISED = "readvertised", _("Advertised again")
        SPLIT = "split", _("Lot split")
        DECIDED = "decided", _("Decided")

    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(_("what changed, and why"), blank=True)
    at = models.DateTimeField()
    snapshot = models.JSONField(default=dict)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="one_notice_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class Invitation(PartOfCall):
    """An organisation that matching or somebody found, and why it was told of the call."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="call_invitations"
    )
    reason = models.CharField(_("why"), max_length=300)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "organisation"], name="one_invitation_to_a_call"
            )
        ]

    def __str__(self) -> str:
        return f"{self.call_id} {self.organisation_id}"
