"""The outbox: which records changed, in the order in which it happened."""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection

from counterpoint.apps.history.models import Change


def note(record_type: str, record_ids: Iterable[int], *, at: datetime) -> None:
    """Record types are 'offer', 'need', 'organisation', 'award' and what later apps add.

    Written without making an object of each line: an import leaves a million of them.
    """
    instant = connection.ops.adapt_datetimefield_value(at)
    rows = [(record_type, record_id, instant) for record_id in record_ids]
    if rows:
        table = connection.ops.quote_name(Change._meta.db_table)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table} (record_type, record_id, at) VALUES (%s, %s, %s)",  # noqa: S608  our own table
                rows,
            )
