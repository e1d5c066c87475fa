"""The records behind matches, read from the database: the authority on what is shown."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Model, QuerySet

from counterpoint.apps.commissioning.models import Call
from counterpoint.apps.directory.models import Award, Need, Offer, Organisation
from counterpoint.apps.matching.queries.documents import parts_of
from counterpoint.domain.matching.matches import Match


def records_of(matches: Iterable[Match]) -> Mapping[str, Model]:
    """By key. What was withdrawn since the index was written is simply not there."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for match in matches:
        kind, number = parts_of(match.candidate.key)
        wanted[kind].append(number)
    return {
        f"{kind}:{record.pk}": record
        for kind, numbers in wanted.items()
        for record in _rows(kind).filter(pk__in=numbers)
        if _is_shown(record)
    }


def _is_shown(record: Any) -> bool:
    """Judged here: asked of the database too, SQLite would walk all that is published by an index
    of stages instead of taking these few by their numbers."""
    is_merged = getattr(record, "merged_into_id", None) is not None
    return getattr(record, "is_public", True) and not is_merged


def _rows(kind: str) -> QuerySet[Any]:
    rows: dict[str, QuerySet[Any]] = {
        "offer": Offer.objects.select_related("organisation", "place"),
        "need": Need.objects.select_related("organisation", "place"),
        "organisation": Organisation.objects.select_related("place").prefetch_related(
            "identifiers", "roles"
        ),
        "call": Call.objects.select_related("organisation", "place"),
        "award": Award.objects.select_related("funder", "recipient", "source", "place"),
    }
    return rows[kind].defer("place__outline").order_by()


def has_any_record() -> bool:
    kinds = (Offer.objects.public(), Need.objects.public(), Organisation.objects.public())
    return any(found.exists() for found in kinds) or Award.objects.exists()
