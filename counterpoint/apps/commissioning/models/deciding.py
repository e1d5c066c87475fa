"""Who reads what, what they think of it, and what is decided. The log of it is append-only."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.models.applying import KEPT, Application, Bid
from counterpoint.apps.commissioning.models.calls import MONEY, Call, Criterion
from counterpoint.domain.privacy import PersonalData


class Seat(models.Model):
    """A place on the panel of a call."""

    class Role(models.TextChoices):
        ASSESSOR = "assessor", _("Assessor")
        LIVED = "lived", _("Assessor with lived experience")
        CHAIR = "chair", _("Chair of the panel, who scores nothing")

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="seats"
    )
    role = models.CharField(_("as"), max_length=8, choices=Role.choices)
    at = models.DateTimeField()
    # Said once before anything can be opened: "I have looked through who applied".
    declared_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("person",), purpose="Who may read and score applications.", retention=KEPT
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "person"], name="one_seat_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"

    @property
    def scores(self) -> bool:
        return self.role != self.Role.CHAIR


class Interest(models.Model):
    """Why somebody may not read an application: declared, or found by the system."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="interests")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="interests"
    )
    is_detected = models.BooleanField(default=False)
    why = models.CharField(_("what the interest is"), max_length=300)
    at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("why",), purpose="Keeping decisions free of interests.", retention=KEPT
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "application", "is_detected"], name="one_interest_of_each_kind"
            )
        ]

    def __str__(self) -> str:
        return self.why


class Reading(models.Model):
    """An application that an assessor has to read and score."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="readings")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="readings"
    )
    comment = models.TextField(_("in all"), blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("comment",), purpose="Reasons for a score.", retention=KEPT
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["seat", "application"], name="one_reading_each")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id} {self.application_id}"


class Score(models.Model):
    reading = models.ForeignKey(Reading, on_delete=models.CASCADE, related_name="scores")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="scores")
    points = models.PositiveSmallIntegerField()
    comment = models.TextField(blank=True)

    personal_data = PersonalData(
        fields=("comment",), purpose="Reasons for a score.", retention=KEPT
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reading", "criterion"], name="one_score_per_criterion"
            )
        ]

    def __str__(self) -> str:
        return f"{self.reading_id} {self.criterion_id} {self.points}"


class AgreedPoints(models.Model):
    """What the panel agreed on where its members differed. Takes the place of their mean."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="agreed"
    )
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="agreed")
    points = models.DecimalField(max_digits=4, decimal_places=2)
    reason = models.TextField(_("why"))
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    personal_data = PersonalData(
        fields=("by",), purpose="Who recorded what the panel agreed.", retention=KEPT
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "criterion"], name="one_agreement_on_points"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.criterion_id} {self.points}"


class Decision(models.Model):
    """On one lot of one application. Provisional until the call is decided."""

    bid = models.OneToOneField(Bid, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(_("outcome"), max_length=8, choices=words.OUTCOMES)
    amount = models.DecimalField(_("amount"), default=Decimal(0), **MONEY)  # type: ignore[arg-type]
    reason = models.TextField(_("why"), blank=True)
    conditions = models.TextField(_("conditions"), blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    personal_data = PersonalData(fields=("by",), purpose="Who decided.", retention=KEPT)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="only_an_award_has_an_amount",
                condition=(
                    Q(outcome__in=("award", "part"), amount__gt=0)
                    | (~Q(outcome__in=("award", "part")) & Q(amount=0))
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.bid_id} {self.outcome}"


class LogLine(models.Model):
    """The decision log: each line holds the hash of the one before it, and none is ever changed."""

    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="log")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    what = models.CharField(max_length=40)
    about = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict)
    before = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)

    personal_data = PersonalData(
        fields=("by",),
        purpose="Accountability: who decided what.",
        retention="As long as the call; a person who leaves is made anonymous.",
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["call", "number"], name="one_log_line_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.what}"


class FeedbackQuestion(models.Model):
    """A question back from an applicant who has read the reasons."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="feedback_questions"
    )
    text = models.TextField(_("question"))
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(_("answer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("asked_by",), purpose="Answering whoever asked.", retention=KEPT
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]
