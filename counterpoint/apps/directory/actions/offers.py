"""Offers: written in one's own words, published when their terms are decided."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import TypedDict

from django.db import transaction

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions import lifecycle, terms
from counterpoint.apps.directory.actions.placing import located
from counterpoint.apps.directory.actions.saving import (
    check_allowed,
    check_complete,
    hold,
    note,
    save,
    write,
)
from counterpoint.apps.directory.models import Offer, Organisation, Venue
from counterpoint.apps.history import actions as history
from counterpoint.apps.places.models import Place

NEEDED_TO_PUBLISH = ("title", "description", "organisation")
OWN_WORDS = {"title", "description"}


class OfferDetails(TypedDict, total=False):
    """What may be said of an offer; a draft may say as little as it likes."""

    title: str
    description: str
    place: Place | None
    place_words: str
    latitude: float | None
    longitude: float | None
    travel_km: int | None
    is_online: bool
    capacity_people: int | None
    capacity_note: str
    price_amount: Decimal | None
    price_currency: str
    price_unit: str
    price_note: str
    safeguarding_statement: str
    insurance_statement: str
    accessibility_statement: str


@transaction.atomic
def create_offer(
    *,
    organisation: Organisation | None,
    details: OfferDetails,
    is_example: bool = False,
    by: Person | None,
    at: datetime,
) -> Offer:
    """A draft. Only the system may write one for nobody, as when a file names no organisation."""
    check_allowed(by, organisation)
    offer = Offer(
        organisation=organisation, is_example=is_example, created_at=at, updated_at=at
    )
    write(offer, located(details))
    offer.save()
    terms.propose(offer)
    history.record(kind="offer.started", subject=offer, by=by, at=at)
    return offer


@transaction.atomic
def edit_offer(
    *,
    offer: Offer,
    details: OfferDetails,
    areas: Iterable[Place] | None = None,
    venues: Iterable[Venue] | None = None,
    seen_at: datetime | None = None,
    by: Person | None,
    at: datetime,
) -> list[str]:
    """The fields that changed. What is published stays so, and must stay complete."""
    check_allowed(by, offer.organisation)
    hold(offer, seen_at)
    changed = write(offer, located(details))
    moved = _reach(offer, areas, venues)
    if not changed and not moved:
        return []
    if offer.is_public:
        check_complete(offer, NEEDED_TO_PUBLISH)
    save(offer, changed, at)
    if OWN_WORDS.intersection(changed):
        terms.propose(offer)
    detail = {"fields": [*changed, *moved]}
    history.record(kind="offer.edited", subject=offer, by=by, at=at, detail=detail)
    note(offer, at)
    return [*changed, *moved]


def publish_offer(*, offer: Offer, by: Person | None, at: datetime) -> Offer:
    lifecycle.publish(record=offer, needed=NEEDED_TO_PUBLISH, by=by, at=at)
    return offer


def withdraw_offer(
    *, offer: Offer, reason: str = "", by: Person | None, at: datetime
) -> Offer:
    lifecycle.withdraw(record=offer, reason=reason, by=by, at=at)
    return offer


def _reach(
    offer: Offer, areas: Iterable[Place] | None, venues: Iterable[Venue] | None
) -> list[str]:
    wanted = {"service_areas": areas, "venues": venues}
    changed = []
    for name, records in wanted.items():
        if records is None:
            continue
        related, chosen = getattr(offer, name), list(records)
        if {record.pk for record in chosen} != set(related.values_list("pk", flat=True)):
            related.set(chosen)
            changed.append(name)
    return changed
