"""Places where an organisation's offers happen."""

from datetime import datetime
from typing import TypedDict

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import check_allowed, note, write
from counterpoint.apps.directory.models import Offer, Organisation, Venue
from counterpoint.apps.history import actions as history
from counterpoint.apps.places.models import Place
from counterpoint.domain.refusals import Conflict, Invalid


class VenueNameMissing(Invalid):
    sentence = _("A venue needs a name.")


class VenueInUse(Conflict):
    sentence = _("An offer still happens at this venue.")
    advice = _("Take the venue off the offer first.")


class VenueDetails(TypedDict, total=False):
    name: str
    address: str
    postcode: str
    place: Place | None
    latitude: float | None
    longitude: float | None
    accessibility: str


@transaction.atomic
def add_venue(
    *,
    organisation: Organisation,
    details: VenueDetails,
    offer: Offer | None = None,
    by: Person | None,
    at: datetime,
) -> Venue:
    check_allowed(by, organisation)
    if not details.get("name", "").strip():
        raise VenueNameMissing
    venue = Venue(organisation=organisation)
    write(venue, details)
    venue.save()
    if offer is not None:
        venue.offers.add(offer)
        note(offer, at)
    _record("venue.added", venue, by, at)
    return venue


@transaction.atomic
def edit_venue(
    *, venue: Venue, details: VenueDetails, by: Person | None, at: datetime
) -> list[str]:
    check_allowed(by, venue.organisation)
    changed = write(venue, details)
    if not venue.name.strip():
        raise VenueNameMissing
    if changed:
        venue.save(update_fields=changed)
        for offer in venue.offers.all():
            note(offer, at)
        _record("venue.edited", venue, by, at)
    return changed


@transaction.atomic
def remove_venue(*, venue: Venue, by: Person | None, at: datetime) -> None:
    check_allowed(by, venue.organisation)
    if venue.offers.exists():
        raise VenueInUse
    _record("venue.removed", venue, by, at)
    venue.delete()


def _record(kind: str, venue: Venue, by: Person | None, at: datetime) -> None:
    detail = {"venue": venue.name}
    history.record(kind=kind, subject=venue.organisation, by=by, at=at, detail=detail)
