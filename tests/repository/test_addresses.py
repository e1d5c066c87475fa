"""Addresses are promises: people keep them in mails, reports and bookmarks."""

from __future__ import annotations

from pathlib import Path

from tests.repository.access import rows
from tests.repository.routes import routes

KEPT = Path(__file__).with_name("addresses.txt")


def _promised() -> list[str]:
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_a_promised_address_still_leads_somewhere():
    gone = sorted(set(_promised()) - set(routes().values()))
    assert not gone, (
        f"{gone} lead nowhere any more. An address that was public needs a redirect: keep its "
        "path in the app's urls.py with RedirectView(permanent=True) to what took its place."
    )


def test_every_public_address_is_promised():
    open_to_all = {row.route for row in rows() if row.outcomes["visitor"] in ("in", "away")}
    public = {path for name, path in routes().items() if name in open_to_all}
    new = sorted(public - set(_promised()))
    assert not new, f"Add {new} to tests/repository/addresses.txt."


def test_the_list_is_in_order():
    assert _promised() == sorted(set(_promised()))
