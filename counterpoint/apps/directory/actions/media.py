"""Pictures, films and recordings that show the work, each with words for those who need them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from counterpoint.apps.accounts.models import Person
from counterpoint.apps.directory.actions.saving import check_allowed, hold, save
from counterpoint.apps.directory.models import Media, Offer
from counterpoint.apps.history import actions as history
from counterpoint.domain.refusals import Conflict, Invalid

MOST_MEDIA = 12


class WordsMissing(Invalid):
    sentence = _("Somebody who cannot see or hear it would learn nothing from this.")
    advice = _("Describe in a sentence or two what it shows.")


class EnoughMedia(Conflict):
    sentence = _("An offer shows at most twelve pictures, films and recordings.")
    advice = _("Remove one first.")


@transaction.atomic
def add_media(
    *,
    offer: Offer,
    title: str,
    url: str,
    description: str,
    credit: str = "",
    by: Person | None,
    at: datetime,
) -> Media:
    check_allowed(by, offer.organisation)
    hold(offer)
    if not description.strip():
        raise WordsMissing
    if offer.media.count() >= MOST_MEDIA:
        raise EnoughMedia
    added = Media.objects.create(
        offer=offer, title=title, url=url, description=description, credit=credit
    )
    save(offer, [], at)
    detail = {"title": title}
    history.record(kind="offer.media_added", subject=offer, by=by, at=at, detail=detail)
    return added


@transaction.atomic
def remove_media(*, media: Media, by: Person | None, at: datetime) -> None:
    offer = media.offer
    check_allowed(by, offer.organisation)
    hold(offer)
    detail = {"title": media.title}
    media.delete()
    save(offer, [], at)
    history.record(kind="offer.media_removed", subject=offer, by=by, at=at, detail=detail)
