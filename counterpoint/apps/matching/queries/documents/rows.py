"""Rows of the directory with everything that a document needs, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Prefetch, QuerySet

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import (
    Award,
    Need,
    NeedConcept,
    Offer,
    OfferConcept,
    Organisation,
    OrganisationConcept,
    Venue,
)
from counterpoint.apps.matching.queries.documents.past_work import MOST_AWARDS


def offers() -> QuerySet[Offer]:
    venues = Venue.objects.select_related("place").defer("place__outline")
    return (
        Offer.objects.public()
        .select_related("place", "organisation__place", "source_file__source")
        .defer("place__outline", "organisation__place__outline")
        .prefetch_related(
            Prefetch("tags", OfferConcept.objects.select_related("concept")),
            Prefetch("venues", venues),
            "service_areas",
        )
    )


def needs() -> QuerySet[Need]:
    tags = Prefetch("tags", NeedConcept.objects.select_related("concept"))
    return (
        Need.objects.public()
        .select_related("place", "source_file__source")
        .defer("place__outline")
        .prefetch_related(tags)
    )


def calls() -> QuerySet[Call]:
    """Live ones: announced or open. One that has closed leaves when that is noted."""
    tags = Prefetch("need__tags", NeedConcept.objects.select_related("concept"))
    return (
        Call.objects.live()
        .select_related("place", "need", "organisation")
        .defer("place__outline")
        .prefetch_related(tags)
    )


def organisations() -> QuerySet[Organisation]:
    tags = Prefetch("tags", OrganisationConcept.objects.select_related("concept"))
    return (
        Organisation.objects.public()
        .filter(closed_on=None)
        .select_related("place")
        .defer("place__outline")
        .prefetch_related(tags, "roles")
    )


def awards() -> QuerySet[Award]:
    return Award.objects.select_related("place", "funder", "source", "recipient__place").defer(
        "place__outline", "recipient__place__outline"
    )


def latest_awards(organisations: Collection[int]) -> dict[int, list[Award]]:
    """Of each organisation the latest ones, newest first."""
    found: dict[int, list[Award]] = defaultdict(list)
    rows = (
        awards()
        .filter(recipient__in=organisations)
        .order_by("recipient", "-awarded_on", "-id")
    )
    for award in rows.iterator(chunk_size=2_000):
        together = found[award.recipient_id or 0]
        if len(together) < MOST_AWARDS:
            together.append(award)
    return found


def offers_of(organisations: Iterable[int]) -> QuerySet[Offer]:
    return offers().filter(organisation__in=organisations)
