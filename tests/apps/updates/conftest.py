"""A small vocabulary and a few places, and subscribers who came by the door."""

import re
from datetime import timedelta

import pytest
from django.core import mail

from counterpoint.apps.updates import tokens
from counterpoint.apps.updates.actions import signing_up
from counterpoint.apps.updates.models import SignUp, Subscriber
from tests.factories import directory
from tests.factories.directory import AT
from tests.factories.words import load_small_vocabulary

LATER = AT + timedelta(days=40)
CONSENT = signing_up.Consent("Send me updates.", "/updates/")


@pytest.fixture
def known(db, tmp_path):
    words = tmp_path / "words"
    words.mkdir()
    load_small_vocabulary(words)
    return directory.places()


def ask(email, *, at=AT, **wanted):
    signing_up.ask(email=email, wanted=signing_up.Wanted(**wanted), consent=CONSENT, at=at)
    return SignUp.objects.latest("pk")


def subscriber(email="pat@example.org", *, at=AT, **wanted) -> Subscriber:
    return signing_up.confirm(asked=ask(email, at=at, **wanted), at=at)


def token_in_mail(name: str) -> str:
    found = re.search(rf"/updates/{name}([^/\s]+)/", str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def confirm_token(asked):
    return tokens.to_confirm(asked)
