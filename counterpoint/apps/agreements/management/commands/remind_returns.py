from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from counterpoint.apps.agreements.actions import running


class Command(BaseCommand):
    help = (
        "Remind providers of returns that are due within two weeks. Runs by itself every day."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        count = running.remind_of_returns(at=timezone.now())
        self.stdout.write(f"{count} returns were reminded of.")
