"""What the pages of an offer, a need and an award show."""

from dataclasses import dataclass
from typing import Any

from counterpoint.apps.directory.models import Award, Media, Need, Offer, Venue
from counterpoint.apps.directory.models.concepts import VOUCHED_FOR
from counterpoint.apps.directory.queries.organisation_page import history_of
from counterpoint.apps.history.models import Entry
from counterpoint.apps.places.models import Place
from counterpoint.apps.vocabulary.models import Mapping


@dataclass
class OfferPage:
    offer: Offer
    tags: list[Any]
    areas: list[Place]
    venues: list[Venue]
    media: list[Media]
    history: list[Entry]


@dataclass
class NeedPage:
    need: Need
    tags: list[Any]
    # What the outcomes are called in the frameworks that commissioners report against.
    indicators: list[Mapping]
    history: list[Entry]


def offer_by_reference(reference: str) -> Offer | None:
    found = Offer.objects.select_related("organisation", "place", "source_file__source").defer(
        "place__outline"
    )
    return found.filter(reference=reference).first()


def need_by_reference(reference: str) -> Need | None:
    found = Need.objects.select_related("organisation", "place", "source_file__source").defer(
        "place__outline"
    )
    return found.filter(reference=reference).first()


def offer_page(offer: Offer, *, with_people: bool) -> OfferPage:
    return OfferPage(
        offer=offer,
        tags=tags_of(offer),
        areas=list(offer.service_areas.defer("outline")),
        venues=list(offer.venues.select_related("place").defer("place__outline")),
        media=list(offer.media.all()),
        history=history_of(offer, with_people=with_people),
    )


def need_page(need: Need, *, with_people: bool) -> NeedPage:
    tags = tags_of(need)
    vouched = [tag.concept_id for tag in tags if tag.origin in VOUCHED_FOR]
    indicators = list(Mapping.objects.filter(concept__in=vouched, valid_to=None))
    return NeedPage(
        need=need,
        tags=tags,
        indicators=indicators,
        history=history_of(need, with_people=with_people),
    )


def award_by_number(pk: int) -> Award | None:
    found = Award.objects.select_related(
        "funder", "recipient", "place", "source", "source_file"
    )
    return found.defer("place__outline").filter(pk=pk).first()


def tags_of(record: Offer | Need) -> list[Any]:
    """All of them, whoever decided: what a reader may be told is for the presenter."""
    tags = record.tags.select_related("concept")
    return list(tags.order_by("concept__kind", "concept__name"))
