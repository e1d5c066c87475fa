"""Settings of the process that make a long import fast and small."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# A batch makes hundreds of thousands of values and keeps none: they go without a search.
RECORDS_BETWEEN_SEARCHES = 100_000
# SQLite while an import lasts. A file mapped into memory counts as memory of ours, so it reads
# through a cache of 32 MB instead; and it copies its log into the file every 64 MB, not every 4,
# because most batches write the same pages of the indexes again.
WHILE_IT_LASTS = {"mmap_size": 0, "cache_size": -32_000, "wal_autocheckpoint": 16_000}


@contextmanager
def lean() -> Iterator[None]:
    before = _set(WHILE_IT_LASTS) if connection.vendor == "sqlite" else {}
    threshold = gc.get_threshold()
    gc.set_threshold(RECORDS_BETWEEN_SEARCHES, *threshold[1:])
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*threshold)
        _set(before)


def leave_alone_what_stands() -> None:
    """Once the gazetteer and the readers are in memory: they stay, and are never garbage."""
    gc.collect()
    gc.freeze()


def _set(values: dict[str, int]) -> dict[str, int]:
    """The values that were set before."""
    before: dict[str, int] = {}
    with connection.cursor() as cursor:
        for name, value in values.items():
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()
            if found:
                before[name] = int(found[0])
            cursor.execute(f"PRAGMA {name}={value:d}")
            cursor.fetchall()
    return before
