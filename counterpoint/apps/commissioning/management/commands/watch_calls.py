from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from counterpoint.apps.commissioning.actions import watching


class Command(BaseCommand):
    help = "Remind applicants of a deadline that is near and people of a meeting, and take closed calls out of search. Runs by itself every five minutes."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        closed = watching.note_closed_calls(at=now)
        reminded = watching.remind_applicants(at=now)
        meetings = watching.remind_of_meetings(at=now)
        self.stdout.write(
            f"{closed} calls have closed; {reminded} applicants and the people of {meetings} meetings were reminded."
        )
