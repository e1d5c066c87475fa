"""What an agreement holds: outcomes, milestones, payments, returns, and figures on one set."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.agreements import words
from counterpoint.apps.agreements.models.agreements import MONEY, Agreement
from counterpoint.domain.privacy import NO_PERSONAL_DATA, PersonalData


class PartOfAgreement(models.Model):
    """Abstract."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="%(class)ss"
    )

    personal_data = NO_PERSONAL_DATA

    class Meta:
        abstract = True


class Outcome(PartOfAgreement):
    text = models.CharField(_("what should be different, for whom"), max_length=300)
    measure = models.CharField(_("how one will know"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("outcome")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class Milestone(PartOfAgreement):
    title = models.CharField(_("milestone"), max_length=200)
    on = models.DateField(_("by"))
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("milestone")
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.title


class Payment(PartOfAgreement):
    """Approved by two people of the funder before it is paid."""

    what = models.CharField(_("what for"), max_length=200)
    amount = models.DecimalField(_("amount"), **MONEY)  # type: ignore[arg-type]
    due_on = models.DateField(_("due on"))
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    seconded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    paid_on = models.DateField(null=True, blank=True)

    personal_data = PersonalData(
        fields=("approved_by", "seconded_by"),
        purpose="Two people answer for each payment.",
        retention="Seven years after the agreement has ended.",
    )

    class Meta:
        verbose_name = _("payment")
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(name="payment_is_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="two_people_approve",
                condition=Q(seconded_by=None) | ~Q(seconded_by=models.F("approved_by")),
            ),
            models.CheckConstraint(
                name="paid_only_when_approved_twice",
                condition=Q(paid_on=None)
                | Q(approved_by__isnull=False, seconded_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Duty(PartOfAgreement):
    """A return that is asked for, with the hours it takes."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="duties")
    title = models.CharField(_("return"), max_length=200)
    due_on = models.DateField(_("due on"))
    hours = models.DecimalField(
        _("hours that it takes"), max_digits=6, decimal_places=1, default=Decimal(2)
    )
    state = models.CharField(max_length=9, choices=words.DUTY_STATES, default="due")
    said = models.TextField(_("what was returned"), blank=True)
    reason = models.TextField(_("why it was sent back"), blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("return")
        ordering = ["due_on", "id"]

    def __str__(self) -> str:
        return self.title


class Indicator(PartOfAgreement):
    """Of the prime agreement: one set for it and for all sub-grants below it."""

    name = models.CharField(_("indicator"), max_length=160)
    unit = models.CharField(_("unit"), max_length=60)
    adds_up = models.BooleanField(
        _("can be added over agreements"),
        default=True,
        help_text=_("Numbers of people or sessions can; a mean or a share cannot."),
    )

    class Meta:
        verbose_name = _("indicator")
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class Reported(PartOfAgreement):
    """A figure on an indicator of the prime agreement's set, for one period."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="reported")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="reported")
    period = models.CharField(_("period"), max_length=60)
    value = models.DecimalField(_("figure"), max_digits=14, decimal_places=2)
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "indicator", "period"], name="one_figure_a_period"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.period}"


class GraduationMove(PartOfAgreement):
    """From innovation grant to contract within the network to core, each dated with its reason."""

    to = models.CharField(_("to"), max_length=8, choices=words.GRADUATIONS)
    on = models.DateField(_("when"))
    why = models.CharField(_("why"), max_length=300)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return str(self.get_to_display())
