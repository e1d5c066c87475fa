"""The outbox: which records changed, in the order in which it happened."""

from collections.abc import Iterable
from datetime import datetime

from counterpoint.apps.history.models import Change


def note(record_type: str, record_ids: Iterable[int], *, at: datetime) -> None:
    """Record types are 'offer', 'need', 'organisation', 'award' and what later apps add."""
    Change.objects.bulk_create(
        [Change(record_type=record_type, record_id=record_id, at=at) for record_id in record_ids],
        batch_size=5_000,
    )
