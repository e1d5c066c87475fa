"""Lists of agreements, and all that one page shows."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet

from counterpoint.apps.agreements.models import (
    Agreement,
    Duty,
    GraduationMove,
    Indicator,
    Milestone,
    Outcome,
    Payment,
    Reported,
    Signature,
    Variation,
)
from counterpoint.apps.history.models import Entry
from counterpoint.domain.commissioning import agreement as rules
from counterpoint.domain.commissioning.effort import hours_per_thousand

LIGHT = Agreement.objects.select_related("funder", "provider", "place").defer("place__outline")
NEWEST = 20


def public_agreements(words: str = "") -> QuerySet[Agreement]:
    found = LIGHT.exclude(published_at=None)
    for word in words.split()[:8]:
        found = found.filter(
            Q(title__icontains=word)
            | Q(funder__name__icontains=word)
            | Q(provider__name__icontains=word)
        )
    return found.order_by("-begins", "-pk")


def my_agreements(person: Any) -> QuerySet[Agreement]:
    mine = Q(funder__memberships__person=person) | Q(provider__memberships__person=person)
    return LIGHT.filter(mine).distinct().order_by("-updated_at", "-pk")


def agreement_by_reference(reference: str) -> Agreement | None:
    return LIGHT.select_related("prime__funder").filter(reference=reference).first()


@dataclass
class AgreementPage:
    outcomes: list[Outcome] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    variations: list[Variation] = field(default_factory=list)
    subgrants: list[Agreement] = field(default_factory=list)
    moves: list[GraduationMove] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    totals: dict[int, rules.Total] = field(default_factory=dict)
    history: list[Entry] = field(default_factory=list)
    hours: Decimal = Decimal(0)
    hours_each_thousand: Decimal = Decimal(0)


def agreement_page(agreement: Agreement, *, whole: bool) -> AgreementPage:
    """What the public may read; `whole` adds payments, returns and signatures for the parties."""
    duties = list(agreement.duties.all())
    hours = sum((one.hours for one in duties), Decimal(0))
    indicators = list(indicators_of(agreement))
    page = AgreementPage(
        outcomes=list(agreement.outcomes.all()),
        milestones=list(agreement.milestones.all()),
        duties=duties,
        indicators=indicators,
        subgrants=list(subgrants_of(agreement, whole=whole)),
        moves=list(agreement.graduationmoves.all()),
        reported=reported_on(agreement, indicators),
        hours=hours,
        hours_each_thousand=hours_per_thousand(hours, agreement.amount),
    )
    page.totals = rules.rolled_up(
        [
            rules.Reported(one.indicator_id, one.agreement_id, one.value)
            for one in page.reported
        ],
        {one.pk: one.adds_up for one in indicators},
    )
    if whole:
        page.payments = list(agreement.payments.select_related("approved_by", "seconded_by"))
        page.signatures = list(
            agreement.signatures.filter(variation=None).select_related("person")
        )
        page.variations = list(agreement.variations.prefetch_related("signatures__person"))
        page.history = list(Entry.objects.about(agreement).select_related("by")[:NEWEST])
    return page


def indicators_of(agreement: Agreement) -> QuerySet[Indicator]:
    """Its own, or for a sub-grant those of the agreement above it."""
    return Indicator.objects.filter(agreement=agreement.prime_id or agreement.pk)


def subgrants_of(agreement: Agreement, *, whole: bool) -> QuerySet[Agreement]:
    found = LIGHT.filter(prime=agreement)
    return (found if whole else found.exclude(published_at=None)).order_by("provider__name")


def reported_on(agreement: Agreement, indicators: list[Indicator]) -> list[Reported]:
    """Of a prime agreement with all below it; of a sub-grant its own."""
    family = Q(agreement=agreement)
    if agreement.prime_id is None:
        family |= Q(agreement__prime=agreement)
    found = Reported.objects.filter(family, indicator__in=indicators)
    return list(found.select_related("agreement__provider", "indicator"))
