"""Rows into tables without making an object of each; the same on SQLite and PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.db import connection, models


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


class Table:
    """Some columns of a model's table, for writing many rows."""

    def __init__(self, model: type[models.Model], *fields: str) -> None:
        self.name = model._meta.db_table
        self.fields = [model._meta.get_field(name) for name in fields]
        self.columns = [str(field.column) for field in self.fields]  # type: ignore[union-attr]  # no relations back
        found = enumerate(map(_conversion, self.fields))
        self.conversions = [(place, change) for place, change in found if change]

    def insert(self, rows: Iterable[Sequence[Any]], *, or_leave: bool = False) -> None:
        """`or_leave`: a row that is there already stays as it is."""
        names = ", ".join(_quoted(column) for column in self.columns)
        marks = ", ".join(["%s"] * len(self.columns))
        end = " ON CONFLICT DO NOTHING" if or_leave else ""
        table = _quoted(self.name)
        self._run(f"INSERT INTO {table} ({names}) VALUES ({marks}){end}", rows)  # noqa: S608  our own names

    def update(self, rows: Iterable[Sequence[Any]]) -> None:
        """Each row ends with the primary key, as the last of the columns."""
        *columns, key = self.columns
        sets = ", ".join(f"{_quoted(column)} = %s" for column in columns)
        table, where = _quoted(self.name), _quoted(key)
        self._run(f"UPDATE {table} SET {sets} WHERE {where} = %s", rows)  # noqa: S608  our own names

    def _run(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        ready = [self._ready(row) for row in rows]
        if ready:
            with connection.cursor() as cursor:
                cursor.executemany(sql, ready)

    def _ready(self, row: Sequence[Any]) -> Sequence[Any]:
        if not self.conversions:
            return row
        ready = list(row)
        for place, change in self.conversions:
            if ready[place] is not None:
                ready[place] = change(ready[place])
        return ready


def _conversion(field: Any) -> Callable[[Any], Any] | None:
    """How a value of this field is handed to the driver; None for values that go as they are."""
    is_sqlite = connection.vendor == "sqlite"
    if isinstance(field, models.JSONField):
        return _json_text if is_sqlite else _json_value
    if not is_sqlite:
        return None
    if isinstance(field, models.DateTimeField):
        return _instant_text
    if isinstance(field, models.DateField):
        return date.isoformat
    return str if isinstance(field, models.DecimalField) else None


def _json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json_value(value: Any) -> Any:
    from psycopg.types.json import Jsonb  # only there with the PostgreSQL extra

    return Jsonb(value)


def _instant_text(at: datetime) -> str:
    """As Django writes it: UTC, without the zone."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")


def reserve(model: type[models.Model], count: int) -> Sequence[int]:
    """Primary keys for new rows. Must run in the transaction that uses them."""
    if count == 0:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor != "sqlite":
            sequence = (
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            )
            cursor.execute(sequence, [table, count])
            return [row[0] for row in cursor.fetchall()]
        # The write lock is ours (transactions are IMMEDIATE): nobody takes numbers meanwhile.
        cursor.execute(
            "SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = %s", [table]
        )
        first = cursor.fetchone()[0] + 1
    return range(first, first + count)


def as_json(value: Any) -> Any:
    """A stored value as JSON can hold it, so that it can be put back."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value
