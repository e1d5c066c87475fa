"""What is sent in answer to a call, while it is written and as it was sent."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.commissioning import words
from counterpoint.apps.commissioning.models.calls import MONEY, Call, Lot, Question
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import new_reference
from counterpoint.domain.commissioning.calls.applying import State
from counterpoint.domain.commissioning.calls.consortium import Form
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData

KEPT = "As long as the call's records are kept: seven years after the decision."


class ApplicationQuerySet(models.QuerySet["Application"]):
    def in_the_round(self) -> "ApplicationQuerySet":
        """Sent and still standing: what is assessed."""
        return self.filter(state=State.SUBMITTED, submissions__is_expression=False).distinct()


class Application(models.Model):
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="applications")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="applications"
    )
    title = models.CharField(_("name of the work"), max_length=200, blank=True)
    state = models.CharField(
        max_length=12, choices=words.APPLICATION_STATES, default=State.DRAFT
    )
    state_reason = models.TextField(blank=True)
    # It was invited on after its expression of interest, and stays so when it is sent again.
    is_invited = models.BooleanField(default=False)
    form = models.CharField(
        _("form of consortium"), max_length=24, choices=words.FORMS, default=Form.ALONE
    )
    own_share = models.DecimalField(
        _("own share, per cent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    exit_rules = models.TextField(_("how a partner leaves"), blank=True)
    # Rules of eligibility that the applicant has said are met.
    declared = models.JSONField(default=list, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)  # of the deadline
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    objects = ApplicationQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["call", "state", "id"], name="applications_of_call")]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "organisation"], name="one_application_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return self.title or str(self.call)

    def get_absolute_url(self) -> str:
        return f"/applications/{self.reference}/"


class Bid(models.Model):
    """A lot that the application is for, and what is asked for it."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="bids")
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="bids")
    price = models.DecimalField(_("price"), null=True, blank=True, **MONEY)  # type: ignore[arg-type]
    # What would still be of use if the pot does not hold all of it.
    least = models.DecimalField(_("least of use"), null=True, blank=True, **MONEY)  # type: ignore[arg-type]

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["lot__number"]
        constraints = [
            models.UniqueConstraint(fields=["application", "lot"], name="one_bid_per_lot"),
            models.CheckConstraint(
                name="bid_is_positive", condition=Q(price=None) | Q(price__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.lot_id}"


class Answer(models.Model):
    """`version` counts the saves, so that nobody overwrites what they have not seen."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="answers"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    value = models.JSONField(default=str, blank=True)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField()
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    personal_data = PersonalData(
        fields=("value", "updated_by"),
        purpose="The application itself, which may name people who will do the work.",
        retention=KEPT,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["application", "question"], name="one_answer_per_question"
            )
        ]

    def __str__(self) -> str:
        return f"{self.application_id} {self.question_id}"


class Attachment(models.Model):
    class Scan(models.TextChoices):
        NOT_SET_UP = "not-set-up", _("not scanned: no scanner is set up")
        CLEAN = "clean", _("scanned, nothing found")

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="attachments"
    )
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="attachments"
    )
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size_bytes = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    # Beneath the folder of private files, which nothing serves by itself.
    stored_as = models.CharField(max_length=80, unique=True)
    scan = models.CharField(max_length=12, choices=Scan.choices)
    added_at = models.DateTimeField()

    personal_data = PersonalData(
        fields=("name", "stored_as"),
        purpose="Documents that the call asks for; they may name people.",
        retention=KEPT,
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Partner(models.Model):
    """Another organisation of the consortium. It confirms for itself that it is."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="partners"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="application_parts"
    )
    role = models.CharField(_("what it brings"), max_length=300)
    share = models.DecimalField(
        _("share, per cent"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    signs = models.BooleanField(_("signs"), default=False)
    reports = models.BooleanField(_("reports"), default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "organisation"], name="one_part_per_partner"
            ),
            models.CheckConstraint(
                name="partner_share_is_a_share",
                condition=Q(share=None) | Q(share__gte=0, share__lte=Decimal(100)),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)


class Submission(models.Model):
    """The application as it was sent, with the receipt. Never changed; the last one counts."""

    application = models.ForeignKey(
        Application, on_delete=models.PROTECT, related_name="submissions"
    )
    number = models.PositiveIntegerField()
    receipt = models.CharField(max_length=20, unique=True, default=new_reference)
    is_expression = models.BooleanField(default=False)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    late_seconds = models.PositiveIntegerField(default=0)  # within the grace of the call
    sha256 = models.CharField(max_length=64)
    content = models.JSONField()

    personal_data = PersonalData(
        fields=("by", "content"),
        purpose="What was sent and who sent it: the decision rests on it.",
        retention=KEPT,
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "number"], name="one_submission_per_number"
            )
        ]

    def __str__(self) -> str:
        return self.receipt


class SavedAnswer(models.Model):
    """An organisation's own words on a subject, to be used again in the next application."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="saved_answers"
    )
    title = models.CharField(_("what it answers"), max_length=300)
    text = models.TextField(_("the words"))
    updated_at = models.DateTimeField()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "title"], name="one_saved_answer_per_title"
            )
        ]

    def __str__(self) -> str:
        return self.title
