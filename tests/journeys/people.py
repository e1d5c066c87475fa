"""What people do at the door: join, sign in."""

from __future__ import annotations

import re

from django.core import mail

from counterpoint.apps.accounts.models import Person
from tests.factories.accounts import PASSWORD
from tests.journeys.browser import Screen


def join(screen: Screen, email: str) -> None:
    """A new account, with the code from the mail."""
    page = screen.go("/account/signup/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password (again)").fill(PASSWORD)
    page.get_by_role("button", name="Sign Up").click()
    page.get_by_label("Code").fill(code_mailed_to(email))
    page.get_by_role("button", name="Confirm").click()
    page.wait_for_url("**/my-work/")


def sign_in(screen: Screen, person: Person) -> None:
    page = screen.go("/account/login/")
    page.get_by_label("Email").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign In", exact=True).click()
    page.wait_for_url("**/my-work/")


def code_mailed_to(email: str) -> str:
    sent = [one for one in mail.outbox if one.to == [email]][-1]
    found = re.search(r"^\s*([0-9A-Z]{4}-[0-9A-Z]{4})\s*$", str(sent.body), re.MULTILINE)
    assert found, sent.body
    return found[1]
