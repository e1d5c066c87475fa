"""Settings of the process that make a long import fast and small."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# A batch makes hundreds of thousands of values and keeps none: they go without a search.
RECORDS_BETWEEN_SEARCHES = 100_000


@contextmanager
def lean() -> Iterator[None]:
    """While it lasts, what stands in memory is not searched for garbage, and SQLite reads through
    its own small cache: a file of gigabytes mapped into memory counts as memory of ours."""
    mapped = _set_mapped(0)
    threshold = gc.get_threshold()
    gc.set_threshold(RECORDS_BETWEEN_SEARCHES, *threshold[1:])
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        if mapped:
            _set_mapped(mapped)


def leave_alone_what_stands() -> None:
    """Once the gazetteer and the readers are in memory: they stay, and are never garbage."""
    gc.collect()
    gc.freeze()


def _set_mapped(size: int) -> int:
    """How much of the database file was mapped before; nothing on other databases."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        before = cursor.fetchone()
        cursor.execute(f"PRAGMA mmap_size={size:d}")
        cursor.fetchall()
    return int(before[0]) if before else 0
