"""Triggers that make history append-only in the database itself, not only in our code."""

from typing import Any

TABLE = "history_entry"
REASON = "History is append-only."

SQLITE = {
    "install": [
        f"""CREATE TRIGGER IF NOT EXISTS {TABLE}_no_{verb.lower()} BEFORE {verb} ON {TABLE}
            BEGIN SELECT RAISE(ABORT, '{REASON}'); END"""
        for verb in ("UPDATE", "DELETE")
    ],
    "remove": [
        f"DROP TRIGGER IF EXISTS {TABLE}_no_{verb.lower()}" for verb in ("UPDATE", "DELETE")
    ],
}
POSTGRESQL = {
    "install": [
        f"""CREATE OR REPLACE FUNCTION {TABLE}_refuse() RETURNS trigger AS $$
            BEGIN RAISE EXCEPTION '{REASON}'; END $$ LANGUAGE plpgsql""",
        f"""CREATE OR REPLACE TRIGGER {TABLE}_append_only
            BEFORE UPDATE OR DELETE OR TRUNCATE ON {TABLE}
            FOR EACH STATEMENT EXECUTE FUNCTION {TABLE}_refuse()""",
    ],
    "remove": [f"DROP TRIGGER IF EXISTS {TABLE}_append_only ON {TABLE}"],
}


def _run(connection: Any, step: str) -> None:
    statements = {"sqlite": SQLITE, "postgresql": POSTGRESQL}[connection.vendor][step]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def install(connection: Any) -> None:
    _run(connection, "install")


def remove(connection: Any) -> None:
    """Only for test databases and for reversing the migration."""
    _run(connection, "remove")
