"""Triggers that make tables append-only in the database itself, not only in our code."""

from typing import Any

REASON = "History is append-only."
# History itself; apps above it add the tables of theirs that nobody may rewrite.
_TABLES = ["history_entry"]


def append_only(table: str) -> str:
    if table not in _TABLES:
        _TABLES.append(table)
    return table


def _sqlite(table: str, step: str) -> list[str]:
    verbs = ("UPDATE", "DELETE")
    if step == "remove":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}" for verb in verbs]
    return [
        f"""CREATE TRIGGER IF NOT EXISTS {table}_no_{verb.lower()} BEFORE {verb} ON {table}
            BEGIN SELECT RAISE(ABORT, '{REASON}'); END"""
        for verb in verbs
    ]


def _postgresql(table: str, step: str) -> list[str]:
    if step == "remove":
        return [f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"]
    return [
        f"""CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS $$
            BEGIN RAISE EXCEPTION '{REASON}'; END $$ LANGUAGE plpgsql""",
        f"""CREATE OR REPLACE TRIGGER {table}_append_only
            BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()""",
    ]


def _run(connection: Any, step: str, tables: list[str]) -> None:
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    with connection.cursor() as cursor:
        for table in tables:
            for statement in statements(table, step):
                cursor.execute(statement)


def install(connection: Any, table: str = "") -> None:
    """On one table, as its migration asks, or on all of them."""
    _run(connection, "install", [table] if table else _TABLES)


def remove(connection: Any, table: str = "") -> None:
    """Only for test databases and for reversing a migration."""
    _run(connection, "remove", [table] if table else _TABLES)
