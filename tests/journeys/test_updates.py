"""A visitor signs up, confirms, gets a digest that says why, and leaves with one click."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from counterpoint.apps.updates.actions.gathering import gather
from counterpoint.apps.updates.actions.preparing import prepare_digests
from counterpoint.apps.updates.actions.sending import send_waiting
from counterpoint.apps.updates.models import Subscriber
from tests.factories import directory
from tests.journeys.browser import OpenScreen
from tests.journeys.scene import now, take_over_changes

pytestmark = pytest.mark.browser


class Mailbox:
    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        mail = message_from_bytes(envelope.content, policy=policy.default)
        self.mails.append(mail)  # type: ignore[arg-type]  # by the default policy
        return "250 kept"

    def address_in_latest(self, path: str) -> str:
        body = self.mails[-1].get_body(("plain",))
        assert body is not None
        found = re.search(rf"https?://[^/\s]+(/updates/{path}\S+)", body.get_content())
        assert found, body.get_content()
        return found[1]


@pytest.fixture
def mailbox(settings: Any) -> Iterator[Mailbox]:
    """A real mail server on this machine, and mail sent to it as in production."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        port = asking.getsockname()[1]
    kept = Mailbox()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    yield kept
    controller.stop()


def test_from_the_footer_to_one_click_out(
    open_screen: OpenScreen, mailbox: Mailbox, terms_and_places: None
) -> None:
    screen = open_screen(width=390)
    page = screen.go("/")
    page.get_by_role("contentinfo").get_by_role("link", name="Sign up for updates").click()
    page.get_by_label("Your e-mail address").fill("reader@example.org")
    page.get_by_label("Once a day").check()
    page.get_by_label("What you do or look for").fill(
        "We run a choir in which grandparents make friends."
    )
    screen.check_accessibility()
    screen.check_width()
    screen.photograph("updates-sign-up")
    page.get_by_role("button", name="Sign up", exact=True).click()
    assert page.text_content("h1") == "Look in your mail"

    screen.go(mailbox.address_in_latest("confirm/"))
    screen.check_accessibility()
    page.get_by_role("button", name="Yes, send me updates").click()
    assert page.text_content("h1") == "Your updates"
    screen.check_accessibility()
    screen.check_width()

    directory.need(title="Fewer lonely people", at=now())
    take_over_changes()
    gather()
    later = now() + timedelta(days=1)
    prepare_digests(at=later)
    assert send_waiting(clock=lambda: later) == 1
    digest = mailbox.mails[-1]
    text = digest.get_body(("plain",))
    assert text is not None
    assert "Fewer lonely people" in text.get_content()
    assert "Why:" in text.get_content()
    assert digest["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    screen.go(mailbox.address_in_latest("leave/"))
    page.get_by_role("main").get_by_role("button", name="Unsubscribe").click()
    assert page.text_content("h1") == "You are unsubscribed"
    assert Subscriber.objects.get().left_at is not None
