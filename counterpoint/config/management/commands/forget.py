from datetime import UTC, datetime
from typing import Any

from django.core.management.base import BaseCommand

from counterpoint.apps.history.retention import forget


class Command(BaseCommand):
    help = "Remove personal data whose time has run out. `serve` does this daily."

    def handle(self, *args: Any, **options: Any) -> None:
        for what, count in forget(datetime.now(UTC)).items():
            if count:
                self.stdout.write(f"{count:6}  {what}")
