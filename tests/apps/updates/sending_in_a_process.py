"""A worker in a process of its own, with a database of its own: what the kill test kills.

`python -m tests.apps.updates.sending_in_a_process prepare|send|send-with-lease`, where `COUNTERPOINT_HOME` and
`EMAIL_URL` say where the records are and where mail goes.
"""

import os
import sys
from datetime import UTC, datetime, timedelta

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "counterpoint.config.settings"
READERS = 6


def prepare() -> None:
    from django.core.management import call_command

    from counterpoint.apps.updates.actions import campaigns
    from counterpoint.apps.updates.models import Subscriber
    from tests.factories import accounts

    call_command("migrate", interactive=False, verbosity=0)
    at = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    for number in range(READERS):
        Subscriber.objects.create(
            email=f"reader{number}@example.org",
            asked_at=at,
            confirmed_at=at,
            told_at=at,
            consent_text="Send me updates.",
            consent_page="/updates/",
        )
    team = accounts.person(email="team@example.org", is_programme_team=True, at=at)
    letter = campaigns.write(subject="What we learnt", body="Words.", by=team, at=at)
    campaigns.schedule(campaign=letter, send_at=at, by=team, at=at)
    campaigns.prepare_campaigns(at=at)


def send(lease: timedelta = timedelta(0)) -> None:
    from counterpoint.apps.updates.actions.sending import send_waiting

    count = send_waiting(clock=lambda: datetime.now(UTC), lease=lease)
    print(count)  # noqa: T201  what the test reads


if __name__ == "__main__":
    django.setup()
    doing = {
        "prepare": prepare,
        "send": send,
        "send-with-lease": lambda: send(timedelta(minutes=11)),
    }
    doing[sys.argv[1]]()
