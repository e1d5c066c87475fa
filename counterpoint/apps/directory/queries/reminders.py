"""Which published records nobody has checked for a long time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import TypeVar

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from counterpoint.apps.directory.models import Need, Offer, Organisation
from counterpoint.apps.directory.models.publishing import Stage

CHECKED_FOR = timedelta(days=365)
BETWEEN_REMINDERS = timedelta(days=30)
# Initial, reminder, urgent; after these the page says that nobody has checked it.
REMINDERS = 3

Record = Organisation | Offer | Need
AnyRecord = TypeVar("AnyRecord", Organisation, Offer, Need)


def due_for_a_reminder(at: datetime) -> Iterator[Record]:
    """Published records with somebody to ask, due for their next reminder."""
    return chain(
        _due(Organisation.objects.filter(memberships__isnull=False, merged_into=None), at),
        _due(Offer.objects.filter(organisation__memberships__isnull=False), at),
        _due(Need.objects.filter(organisation__memberships__isnull=False), at),
    )


def is_unchecked(record: Record, at: datetime) -> bool:
    """Its owner was asked three times and has not answered: readers should know."""
    return (
        record.is_public
        and record.reminders_sent >= REMINDERS
        and record.reminded_at is not None
        and record.reminded_at < at - BETWEEN_REMINDERS
    )


def _due(records: QuerySet[AnyRecord], at: datetime) -> Iterator[AnyRecord]:
    waited = Q(reminded_at=None) | Q(reminded_at__lt=at - BETWEEN_REMINDERS)
    checked_at = Coalesce("verified_at", "published_at", "created_at")
    return (
        records.filter(waited, stage=Stage.PUBLISHED, reminders_sent__lt=REMINDERS)
        .alias(checked_at=checked_at)
        .filter(checked_at__lt=at - CHECKED_FOR)
        .distinct()
        .order_by("pk")
        .iterator(chunk_size=500)
    )
