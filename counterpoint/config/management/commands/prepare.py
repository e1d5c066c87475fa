from typing import Any

from django.core.management.base import BaseCommand

from counterpoint.config.preparation import PAGES, RECORDS, prepare


class Command(BaseCommand):
    help = "Make or bring up to date everything that the product needs: tables, places, terms, static files."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        for doing in prepare(RECORDS + PAGES):
            self.stderr.write(f"{doing} …")
