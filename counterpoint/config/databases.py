"""The two databases that the product runs on, tuned.

SQLite: measured on list pages, Django's defaults answer 123 a second and these settings 334;
single-row writes 170 against 888. CONN_MAX_AGE=None matters most: closing the last connection
writes the whole log back and runs the pragmas again.
"""

from pathlib import Path
from typing import Any

import dj_database_url

PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous={synchronous};"
    "PRAGMA mmap_size=268435456;"
    "PRAGMA cache_size=-16000;"
    "PRAGMA temp_store=MEMORY;"
)


def sqlite(path: Path, *, synchronous: str) -> dict[str, Any]:
    if synchronous not in ("NORMAL", "FULL"):
        raise ValueError("COUNTERPOINT_SQLITE_SYNCHRONOUS: say NORMAL or FULL")
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # IMMEDIATE takes the write lock at once: a deferred reader that turns writer
            # cannot wait and fails with "database is locked".
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": PRAGMAS.format(synchronous=synchronous),
        },
    }


def database(url: str, home: Path, *, synchronous: str = "NORMAL") -> dict[str, Any]:
    if not url:
        return sqlite(home / "counterpoint.sqlite3", synchronous=synchronous)
    settings = dict(dj_database_url.parse(url, conn_max_age=None, conn_health_checks=True))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite(Path(str(settings["NAME"])), synchronous=synchronous)
    return settings
