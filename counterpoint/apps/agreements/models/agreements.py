"""An agreement between a funder and a provider, alone or as a sub-grant below another."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.agreements import words
from counterpoint.apps.commissioning.models import Decision
from counterpoint.apps.directory.models import Organisation
from counterpoint.apps.directory.models.publishing import new_reference
from counterpoint.apps.places.models import Place
from counterpoint.domain.commissioning.agreement import Graduation, State
from counterpoint.domain.privacy import NO_PERSONAL_DATA

MONEY = {"max_digits": 14, "decimal_places": 2}


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def public(self) -> "AgreementQuerySet":
        return self.exclude(published_at=None)


class Agreement(models.Model):
    reference = models.CharField(max_length=20, unique=True, default=new_reference)
    title = models.CharField(_("title"), max_length=200)
    funder = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements_made"
    )
    provider = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="agreements"
    )
    # The decision of a call that it carries out, where there was one.
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.PROTECT, related_name="agreement"
    )
    prime = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="subgrants"
    )
    kind = models.CharField(_("kind of money"), max_length=10, choices=words.KINDS)
    amount = models.DecimalField(_("amount"), **MONEY)  # type: ignore[arg-type]
    currency = models.CharField(max_length=3, default="GBP")
    # Running totals, so that the database itself keeps both within the amount.
    scheduled = models.DecimalField(default=Decimal(0), **MONEY)  # type: ignore[arg-type]
    subgranted = models.DecimalField(default=Decimal(0), **MONEY)  # type: ignore[arg-type]
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.PROTECT, related_name="agreements"
    )
    begins = models.DateField(_("begins"))
    ends = models.DateField(_("ends"))
    terms = models.TextField(_("terms, in plain words"), blank=True)
    state = models.CharField(max_length=10, choices=words.STATES, default=State.DRAFT)
    state_reason = models.TextField(blank=True)
    graduation = models.CharField(
        max_length=8, choices=words.GRADUATIONS, default=Graduation.GRANT
    )
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    is_example = models.BooleanField(default=False)

    objects = AgreementQuerySet.as_manager()

    personal_data = NO_PERSONAL_DATA

    class Meta:
        ordering = ["-begins", "-id"]
        constraints = [
            models.CheckConstraint(
                name="agreement_amount_positive", condition=Q(amount__gt=0)
            ),
            models.CheckConstraint(
                name="payments_within_the_amount",
                condition=Q(scheduled__gte=0, scheduled__lte=F("amount")),
            ),
            models.CheckConstraint(
                name="subgrants_within_the_amount",
                condition=Q(subgranted__gte=0, subgranted__lte=F("amount")),
            ),
            models.CheckConstraint(
                name="agreement_ends_after_it_begins", condition=Q(ends__gte=F("begins"))
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/agreements/{self.reference}/"

    @property
    def is_public(self) -> bool:
        return self.published_at is not None
