from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from counterpoint.apps.commissioning.actions import notices


class Command(BaseCommand):
    help = "Send the daily mail about calls to those who chose one a day. Runs by itself every day."

    def handle(self, *args: Any, **options: Any) -> None:
        people = notices.send_the_days(at=timezone.now())
        self.stdout.write(f"{people} people were written to.")
