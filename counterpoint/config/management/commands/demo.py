from datetime import UTC, datetime
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from counterpoint.config import demonstration


class Command(BaseCommand):
    help = "Load the demonstration: real organisations and awards from open data, the worked example, and invented examples that say so."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-empty", action="store_true", help="only when there is no organisation yet"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_empty"] and not demonstration.is_empty():
            return
        for doing in demonstration.load(lambda: datetime.now(UTC)):
            self.stderr.write(f"{doing} …")
        self.stderr.write("Making the search index …")
        call_command("reindex")
