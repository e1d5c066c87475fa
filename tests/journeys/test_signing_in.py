"""Joining with a mailed code, and signing in without a password."""

from __future__ import annotations

import pytest

from tests.factories import accounts
from tests.journeys.browser import OpenScreen, Screen
from tests.journeys.people import join, sign_in

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_somebody_joins_with_the_code_from_the_mail(
    open_screen: OpenScreen, has_scripts: bool
) -> None:
    screen = open_screen(java_script_enabled=has_scripts)
    join(screen, "newcomer@example.org")
    assert screen.page.text_content("h1") == "My work"
    if has_scripts:
        screen.check_accessibility()


def test_a_passkey_is_added_and_opens_the_door(screen: Screen) -> None:
    person = accounts.person("Pat Passkey")
    _plug_in_a_key(screen)
    sign_in(screen, person)
    page = screen.go("/account/2fa/webauthn/add/")
    page.get_by_label("Password").fill(accounts.PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name").fill("My telephone")
    page.get_by_label("Passwordless").check()
    screen.check_accessibility()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url("**/recovery-codes/**")
    page = screen.go("/account/logout/")
    page.get_by_role("main").get_by_role("button", name="Sign Out").click()
    page = screen.go("/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/my-work/")
    assert page.text_content("h1") == "My work"


def test_an_authenticator_app_is_set_up_with_a_picture_to_scan(screen: Screen) -> None:
    sign_in(screen, accounts.person())
    page = screen.go("/account/2fa/totp/activate/")
    page.get_by_label("Password").fill(accounts.PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    code = page.get_by_role("main").locator("img")
    assert code.evaluate("image => image.complete && image.naturalWidth > 0")
    screen.check_accessibility()


def _plug_in_a_key(screen: Screen) -> None:
    """A security key of the browser's own, for tests (Chrome DevTools Protocol, WebAuthn)."""
    session = screen.page.context.new_cdp_session(screen.page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
