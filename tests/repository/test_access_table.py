"""Every address is in `access.txt` with those who may come, and everybody gets what it says."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.urls import resolve
from pytest_django import DjangoDbBlocker

from tests.factories.words import load_small_vocabulary
from tests.repository.access import Row, rows
from tests.repository.routes import routes
from tests.repository.world import ROLES, SECRETS, World, make_world

ROWS = rows()
SIGN_IN = "/account/login/?next="


@pytest.fixture(scope="module")
def world(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:
    """Made once; whatever a test changes in it is undone after the test."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_small_vocabulary(tmp_path_factory.mktemp("vocabulary"))
        yield make_world()
        transaction.set_rollback(True)


def test_every_address_has_a_row_and_every_row_an_address():
    known, listed = routes(), {row.route for row in ROWS}
    new, gone = sorted(known.keys() - listed), sorted(listed - known.keys())
    assert not new, (
        f"Add a row for {new} to tests/repository/access.txt: the name of the route, an address "
        "to try it with (records of the small world in braces), and who may come there."
    )
    assert not gone, f"tests/repository/access.txt speaks of {gone}, which nothing answers to."


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_gets_what_the_table_says(db: None, world: World, row: Row):
    address = world.address(row.address)
    assert resolve(address.partition("?")[0]).url_name == row.route
    found = {role: _outcome(world, role, address, row.is_post) for role in ROLES}
    assert found == row.outcomes


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_whoever_may_not_look_may_not_send_either(db: None, world: World, row: Row):
    address = world.address(row.address)
    refused = [role for role in ROLES if row.outcomes[role] in ("sign-in", "403", "404")]
    found = {role: _outcome(world, role, address, is_post=True) for role in refused}
    # Where nothing can be sent at all, that is said first.
    expected = {role: row.outcomes[role] for role in refused if found[role] != "405"}
    assert {role: found[role] for role in expected} == expected


def test_the_public_never_reads_what_is_not_for_it(db: None, world: World):
    """A visitor walks wherever links lead, starting from every address of the table."""
    client, seen = world.client("visitor"), set[str]()
    waiting = _addresses(world)
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        page = _read(client, address)
        told = [what for word, what in SECRETS.items() if word in page.casefold()]
        assert not told, f"{address} shows visitors {told}"
        waiting += _links(page)
    assert len(seen) > len(_addresses(world))


def test_what_is_hidden_from_the_public_is_there_for_others(db: None, world: World):
    """Without this, a secret that stands nowhere would count as well kept."""
    clients = [world.client(role) for role in ("team", "stranger")]
    read = (_read(client, address) for client in clients for address in _addresses(world))
    pages = "".join(read).casefold()
    assert not [word for word in SECRETS if word not in pages]


MOST_PAGES = 400


def _addresses(world: World) -> list[str]:
    return [world.address(row.address) for row in ROWS if not row.is_post]


def _read(client: Client, address: str) -> str:
    response = client.get(address)
    if response.streaming:
        return b"".join(response.streaming_content).decode()
    return response.content.decode(errors="replace")


def _links(page: str) -> list[str]:
    return ["/" + unescape(part.split('"')[0]) for part in page.split('href="/')[1:]]


def _outcome(world: World, role: str, address: str, is_post: bool) -> str:
    client = world.client(role)
    sid = transaction.savepoint()
    try:
        response = client.post(address) if is_post else client.get(address)
        if response.streaming:  # to its end, so that a file that is served is closed
            b"".join(response.streaming_content)
    finally:
        transaction.savepoint_rollback(sid)
    status = response.status_code
    if status in (301, 302):
        if response["Location"].startswith(SIGN_IN):
            return "sign-in"
        return "in" if is_post else "away"
    is_answer = status == 200 or (is_post and status in (400, 409, 422))
    return "in" if is_answer else str(status)
