"""What the front page tells of the directory."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from counterpoint.apps.directory.models import Need, Offer
from counterpoint.apps.matching.queries.knowledge import engine, vocabulary_mark
from counterpoint.domain.matching.engine import NotReady, SearchQuery

NEWEST = 3


@dataclass(frozen=True)
class Front:
    counts: Mapping[str, int]
    offers: list[Offer]
    needs: list[Need]


def front() -> Front:
    return Front(
        counts=_counts(),
        offers=list(_newest(Offer.objects.public())),
        needs=list(_newest(Need.objects.public())),
    )


def _counts() -> Mapping[str, int]:
    """From the index, which counts a million records in milliseconds; without one, none."""
    if not engine().health(vocabulary=vocabulary_mark()).can_answer:
        return {}
    try:
        return engine().search(SearchQuery(counts=("kind",), limit=0)).counts["kind"]
    except NotReady:
        return {}


def _newest(records: QuerySet[Any]) -> QuerySet[Any]:
    return (
        records.select_related("organisation", "place")
        .defer("place__outline")
        .order_by("-published_at", "-id")[:NEWEST]
    )
