from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from counterpoint.apps.directory.actions.reminders import remind_owners


class Command(BaseCommand):
    help = "Ask owners to check what they published more than twelve months ago. Run it daily."

    def handle(self, *args: Any, **options: Any) -> None:
        people = remind_owners(at=timezone.now())
        self.stdout.write(f"{people} people were asked to check their entries.")
