"""Fixtures that every part of the tests may use."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings

from counterpoint.apps.history import guards
from tests.visiting import Visit


def _flush_with_history_open(flush: Any) -> Any:
    def teardown(case: TransactionTestCase) -> None:
        guards.remove(connection)
        try:
            flush(case)
        finally:
            guards.install(connection)

    return teardown


# Tests that really commit are cleaned up by emptying every table, which history refuses.
TransactionTestCase._fixture_teardown = _flush_with_history_open(  # type: ignore[method-assign]
    TransactionTestCase._fixture_teardown
)


# A slow shared machine is no fault of the code: only wrong answers fail a property.
settings.register_profile(
    "steady", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _nothing_remembered_between_tests() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def at() -> datetime:
    """The moment at which a test's actions happen."""
    return datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def several_connections(transactional_db: None, tmp_path: Path) -> Iterator[None]:
    """For tests in which threads write at once. SQLite keeps the tests' database in memory, where one
    connection locks whole tables against another; so they get a copy in a file, as in life."""
    usual = connections["default"]
    if usual.vendor != "sqlite":
        yield
        return
    path = str(tmp_path / "at-once.sqlite3")
    with usual.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [path])
    settings_before = connections.settings["default"]
    connections.settings["default"] = {**settings_before, "NAME": path}
    on_disk = connections.create_connection("default")
    connections["default"] = on_disk
    try:
        yield
    finally:
        on_disk.close()
        connections.settings["default"] = settings_before
        connections["default"] = usual


@pytest.fixture
def visit(client: Client) -> Visit:
    """Pages by address, each checked against the rules of tests/pages.py."""
    return Visit(client)
