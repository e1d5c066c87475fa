"""What a person keeps here, and what waits for them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.accounts.permissions import is_programme_team
from counterpoint.apps.directory.models import (
    Claim,
    Correction,
    Membership,
    Need,
    NeedConcept,
    Offer,
    OfferConcept,
    Organisation,
    OrganisationConcept,
)
from counterpoint.apps.directory.models.publishing import Stage
from counterpoint.apps.directory.queries.corrections import (
    all_open_corrections,
    open_corrections_about,
)
from counterpoint.apps.directory.queries.owners import EDITING_ROLES
from counterpoint.apps.directory.queries.reminders import CHECKED_FOR

MOST_SHOWN = 50


@dataclass
class MyWork:
    memberships: list[Membership] = field(default_factory=list)
    drafts: list[Any] = field(default_factory=list)
    terms_to_decide: list[Any] = field(default_factory=list)
    to_check: list[Any] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    claims_to_decide: list[Claim] = field(default_factory=list)
    my_claims: list[Claim] = field(default_factory=list)

    @property
    def waiting(self) -> int:
        parts = (self.terms_to_decide, self.to_check, self.corrections, self.claims_to_decide)
        return sum(len(part) for part in parts)


def organisations_i_edit(person: Person) -> list[Organisation]:
    held = Membership.objects.filter(
        person=person, role__in=EDITING_ROLES, organisation__merged_into=None
    ).select_related("organisation")
    return [one.organisation for one in held.order_by("organisation__name")]


def my_work(person: Person, at: datetime) -> MyWork:
    published = Q(organisation__offers__stage=Stage.PUBLISHED)
    held = (
        Membership.objects.filter(person=person)
        .select_related("organisation")
        .annotate(offer_count=Count("organisation__offers", filter=published, distinct=True))
        .order_by("organisation__name")
    )
    work = MyWork(memberships=list(held))
    ids = [one.organisation_id for one in work.memberships]
    edited = [one.organisation_id for one in work.memberships if one.role in EDITING_ROLES]
    for records, tags in _mine(ids):
        work.drafts += records.filter(stage=Stage.DRAFT).order_by("-updated_at")[:MOST_SHOWN]
        work.terms_to_decide += records.filter(Exists(tags), stage=Stage.PUBLISHED)[
            :MOST_SHOWN
        ]
    for records, _tags in _mine(edited):
        unchecked = Q(verified_at__lt=at - CHECKED_FOR) | Q(
            verified_at=None, published_at__lt=at - CHECKED_FOR
        )
        work.to_check += records.filter(unchecked, stage=Stage.PUBLISHED)[:MOST_SHOWN]
    is_team = is_programme_team(person)
    work.corrections = (
        all_open_corrections(MOST_SHOWN) if is_team else open_corrections_about(edited)
    )
    work.claims_to_decide = _claims_to_decide(person, is_team)
    work.my_claims = list(
        Claim.objects.filter(person=person, stage=Claim.Stage.WAITING).select_related(
            "organisation"
        )
    )
    return work


def _mine(organisation_ids: list[int]) -> list[tuple[QuerySet[Any], QuerySet[Any]]]:
    """Records of these organisations, each kind with the terms that nobody has decided on."""
    of_them = {"organisation__in": organisation_ids}
    return [
        (
            Organisation.objects.filter(pk__in=organisation_ids, merged_into=None),
            OrganisationConcept.objects.undecided().filter(organisation=OuterRef("pk")),
        ),
        (
            Offer.objects.filter(**of_them).select_related("organisation"),
            OfferConcept.objects.undecided().filter(offer=OuterRef("pk")),
        ),
        (
            Need.objects.filter(**of_them).select_related("organisation"),
            NeedConcept.objects.undecided().filter(need=OuterRef("pk")),
        ),
    ]


def _claims_to_decide(person: Person, is_team: bool) -> list[Claim]:
    waiting = Claim.objects.filter(stage=Claim.Stage.WAITING).exclude(person=person)
    if not is_team:
        led = Membership.objects.filter(person=person, role=Membership.Role.LEAD)
        waiting = waiting.filter(organisation__in=led.values("organisation"))
    return list(
        waiting.select_related("organisation", "person").order_by("made_at")[:MOST_SHOWN]
    )
